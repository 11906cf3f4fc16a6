//! Words of the lab.

use crate::analysis::verdict::Verdict;
use crate::charts::number::plain;
use crate::charts::why::about_time;
use crate::ensemble::pair::Names;
use crate::scenario::Scenario;
use crate::session::lab::map::{Ahead, Cell};

words! {
    TITLE = "Lab: change any assumption, run an experiment, take the results with you";
    ABOUT = "The question on the table, the same as in Explore:";
    ASSUMPTIONS = "Every assumption";
    ASSUMPTIONS_HINT = "Each number that the model rests on. Change one and the whole page follows: Explore, the link, your experiments.";
    ASSUMPTION = "Assumption";
    DEFAULT_AND_RANGE = "Default and range";
    EVIDENCE = "Evidence";
    ANY_EVIDENCE = "all";
    ONLY_CHANGED = "Only changed ones";
    UNFOLD_ALL = "Unfold all";
    FOLD_ALL = "Fold all";
    ALL_DEFAULT = "All back to default";
    COUNT_ONLY = "Count only some evidence";
    NO_SPECULATIVE = "Speculative off";
    NO_DISPUTED = "Disputed and speculative off";
    ONLY_WELL = "Well evidenced only";
    COUNT_ONLY_HINT = "By the same rule as the layers of evidence in Explore: what lies beyond is set to 0 where 0 is in its range, a ratio or multiplier to 1, a coupling to 0; a level stays as it is. What approaches achieve stays as the catalogue has it.";
    NOT_USED = "Not used.";
    CHANGED = "Changed";
    BACK = "Back to default";
    FILES = "Assumptions as a file";
    FILES_HINT = "A text file (TOML) with a table [parameters], the same that the command line and scenario files read. Drop one anywhere on this page. What it does not name stays as it is.";
    EXPORT = "Download what is changed";
    IMPORT = "Open a file of assumptions";
    COMMAND = "kith compare SCENARIO --parameters kith-assumptions.toml";
    DELTA = "What differs from the model as described (delta-ODD)";
    DELTA_HINT = "For the methods section of a paper: every change of the model against its description in ODD.md, with source, evidence and section. The command line writes the same: kith describe delta SCENARIO.";
    DELTA_SHOW = "Show the document";
    DELTA_HIDE = "Hide the document";
    WORKERS_LOST = "The part of the page that runs the model stopped three times at the same task. What is done is kept. Try again with fewer people.";
    EXPERIMENT = "An experiment";
    EXPERIMENT_HINT = "Choose a question and a size, or drop an experiment file anywhere on this page. It runs here, on this device. Every part that is done is kept, so you can close the page and go on later.";
    EXPERIMENT_NAME = "Name";
    QUESTION = "Question";
    VARY = "What takes which values";
    VARY_HINT = "Every combination is one point. Start to type: any assumption, effect of an approach, sum of money or dimension of a strategy can vary.";
    VARY_FIELD = "Field";
    VARY_FROM = "From";
    VARY_TO = "To";
    VARY_STEPS = "Values";
    ADD_ROW = "Vary one more";
    REMOVE_ROW = "Remove";
    BEFORE = "What an earlier version said";
    BEFORE_HINT = "Drop a file of kith compare --json about this question, or of kith check regression --write, on this page.";
    NO_FILE = "No file yet.";
    RUN = "Run the experiment";
    DOWNLOAD_EXPERIMENT = "Download the experiment file";
    OPEN_EXPERIMENT = "Open an experiment file";
    PASTE = "Paste an experiment file";
    PASTE_LABEL = "The text of an experiment file";
    PASTE_USE = "Use this text";
    SAME_NATIVELY = "The same on the command line, to the same fingerprint:";
    EXPERIMENT_COMMAND = "kith sweep kith-experiment.toml --out results";
    FROM_FILE = "From the file";
    PUT_ASIDE = "Put it aside, use the form";
    UNFINISHED = "Unfinished on this device";
    GO_ON = "Go on";
    THROW_AWAY = "Throw away";
    BROKEN = "It cannot be read any more; throw it away.";
    GOING = "On its way";
    SIZING = "Making it ready…";
    GATHERING = "Putting the results together…";
    PROGRESS = "Tasks done";
    STOP = "Stop";
    STOP_HINT = "What is done stays on this device; you can go on later.";
    NOT_KEPT = "Parts are not kept on this device, so closing the page loses them. The experiment goes on all the same.";
    NOT_DONE = "The experiment could not be done.";
    RESULTS = "Results";
    DOWNLOAD_CSV = "CSV";
    DOWNLOAD_JSON = "JSON";
    DOWNLOAD_SVG = "SVG";
    DOWNLOAD_PNG = "PNG";
    MANIFEST = "Manifest (JSON)";
    EVERYTHING = "Everything in one file (JSON)";
    PACKAGE = "What the columns mean (datapackage.json)";
    PACKAGE_HINT = "Keep it beside the tables: programs read from it what each column holds.";
    PARQUET = "For Parquet, run the experiment file on the command line.";
    MAP = "Map of two assumptions";
    MAP_CELLS = "Cells of the map";
    MAP_HINT = "Who is ahead in adults doing well, in small worlds, when two assumptions go through their whole ranges. It begins with the two that decide most in the worlds drawn beforehand. A cell says who is ahead from 8 runs on, and only where the difference matters. Cells fill in as runs arrive. Press a cell to open that very world in Explore; undo brings you back.";
    MAP_KEYS = "Arrow keys go from cell to cell, Enter opens its world.";
    MAP_ACROSS = "Across";
    MAP_DOWN = "Down";
    MAP_SIZE = "Values of each";
    MAP_REPLICATES = "Runs of each cell";
    MAP_RUN = "Draw the map";
    MAP_BUSY = "Something else is on its way: the map waits until it is done or stopped.";
    PASTED = "pasted text";
    FINGERPRINT = "Fingerprint of all parts, the same on every machine:";
    DELTA_EXPORT = "Download it (Markdown)";
}

/// The question in one line.
pub fn question(scenario: &Scenario, place: &str) -> String {
    let number = |value: u32| plain(f64::from(value), 0);
    let people = number(scenario.people);
    format!(
        "{place}, {people} people, {} years, {} runs, seed {}.",
        scenario.years,
        number(scenario.replicates),
        scenario.seed
    )
}

/// How many assumptions are shown, how many there are, how many differ.
pub fn counted(shown: usize, all: usize, differ: usize) -> String {
    let differ = match differ {
        0 => "None differs from its default.".to_owned(),
        1 => "1 differs from its default.".to_owned(),
        many => format!("{many} differ from their defaults."),
    };
    if shown == all {
        format!("{all} assumptions. {differ}")
    } else {
        format!("{shown} of {all} assumptions shown. {differ}")
    }
}

/// The name of a mechanism's assumptions.
pub fn group(mechanism: &str) -> String {
    let words = mechanism.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// How many of a group are shown, and how many of it differ.
pub fn in_group(shown: usize, all: usize, differ: usize) -> String {
    let count = if shown == all {
        all.to_string()
    } else {
        format!("{shown} of {all}")
    };
    if differ == 0 {
        count
    } else {
        format!("{count}, {differ} changed")
    }
}

/// What the button does that takes a change back.
pub fn back_to(id: &str, default: f32) -> String {
    format!("Back to default: {id} = {default}")
}

/// The default.
pub fn default_is(value: f32) -> String {
    format!("default {value}")
}

/// The plausible range.
pub fn range(low: f32, high: f32) -> String {
    format!("{low} to {high}")
}

/// Where the mechanism is described.
pub fn described_in(section: &str) -> String {
    format!("ODD {section}.")
}

/// Words as a sentence.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str() + "."
    })
}

/// How long an experiment is expected to take.
pub fn expected(tasks: u32, lives: u32, seconds: f64) -> String {
    let number = |value: f64| plain(value, 0);
    let worlds = number(f64::from(tasks) * f64::from(lives));
    let tasks = if tasks == 1 {
        "1 task".to_owned()
    } else {
        format!("{} tasks", number(f64::from(tasks)))
    };
    format!(
        "{tasks}, {worlds} worlds: {} on this device.",
        duration(seconds)
    )
}

/// A time in words, hours where there are many minutes.
fn duration(seconds: f64) -> String {
    if seconds < 5400.0 {
        about_time(seconds)
    } else {
        format!("about {} hours", plain((seconds / 3600.0).round(), 0))
    }
}

/// How far an experiment is.
pub fn progress(done: u32, tasks: u32, lives: u32, in_all: u32, left: Option<f64>) -> String {
    let number = |value: u32| plain(f64::from(value), 0);
    let left = left.map_or_else(String::new, |seconds| {
        format!("; {} left", duration(seconds))
    });
    format!(
        "{} of {} tasks done, {} of {} worlds lived{left}.",
        number(done),
        number(tasks),
        number(lives),
        number(in_all)
    )
}

/// An experiment of an earlier time.
pub fn unfinished(name: &str, done: u32, tasks: u32) -> String {
    format!("“{name}”: {done} of {tasks} tasks done.")
}

/// An experiment of another build.
pub fn other_build(name: &str, build: &str) -> String {
    format!(
        "“{name}” was begun with another build of this page ({build}). Its parts do not fit into this one ({}); open its file and run it anew, or throw it away.",
        crate::protocol::BUILD
    )
}

/// The rows of a table that are shown.
pub fn first_rows(shown: usize, all: usize) -> String {
    if shown == all {
        format!("{all} rows.")
    } else {
        format!(
            "The first {shown} of {} rows; the files hold all.",
            plain(all as f64, 0)
        )
    }
}

/// A cell in few words.
pub fn cell(
    cell: &Cell,
    Names {
        reference,
        alternative,
    }: Names,
) -> String {
    let (count, size) = (cell.count(), plain(cell.mean().abs(), 1));
    match (cell.verdict(), cell.ahead()) {
        (Verdict::Nothing, _) => "not yet".to_owned(),
        (Verdict::TooFew, _) => format!(
            "{count} {} so far: too few to say",
            if count == 1 { "run" } else { "runs" }
        ),
        (_, Ahead::Alternative) => format!("{alternative} ahead by {size} points"),
        (_, Ahead::Reference) => format!("{reference} ahead by {size} points"),
        (found, _) => found.words().to_owned(),
    }
}

/// What the map says as a whole.
pub fn map_summary(
    cells: &[Cell],
    Names {
        reference,
        alternative,
    }: Names,
) -> String {
    let count = |who: Ahead| cells.iter().filter(|cell| cell.ahead() == who).count();
    let known = cells.len() - count(Ahead::Unknown);
    if known == 0 {
        return "No cell has enough runs to say who is ahead yet.".to_owned();
    }
    format!(
        "{alternative} is ahead by enough to matter in {} of {known} cells, {reference} in {}; in {} there is no clear difference, or none that matters.",
        count(Ahead::Alternative),
        count(Ahead::Reference),
        count(Ahead::Neither)
    )
}

/// A question in the list.
pub fn question_name(id: &str, sentence: &str) -> String {
    format!("{}: {sentence}", group(id))
}

/// The label of a field of the form.
pub fn field(name: &str) -> String {
    group(name)
}

/// A column with its unit.
pub fn column(name: &str, unit: &str) -> String {
    if unit.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({unit})")
    }
}

/// What a button gives of what.
pub fn file_of(kind: &str, title: &str) -> String {
    format!("{kind}: {title}")
}

/// What the map's two sides are.
pub fn map_caption(across: &str, down: &str) -> String {
    format!("Across: {across}. Down: {down}.")
}

/// What a cell of the map is, and what pressing it does.
pub fn open_cell(across: (&str, f64), down: (&str, f64), words: &str) -> String {
    format!(
        "{words}. {} = {}, {} = {}. Open in Explore",
        across.0, across.1, down.0, down.1
    )
}
