//! Every word of the page in one place: plain English, so that another language later is another file.
//!
//! Sentences that follow from results are in `charts::words`; names of places, indicators and parameters in their registries.

/// Words by name. It stands before the files below, because they use it too.
macro_rules! words {
    ($($name:ident = $words:literal;)*) => { $(pub const $name: &str = $words;)* };
}

mod decisions;
pub mod kept;
pub mod lab;
mod lives;
mod place;
mod taking_away;
pub mod teams;
pub mod why;
pub mod workshop;

pub use decisions::*;
pub use lives::*;
pub use place::*;
pub use taking_away::*;

use crate::analysis::verdict;
use crate::charts::dots::Counts;
use crate::charts::number::{plain, pounds_about};
use crate::ensemble::pair::Names;
use crate::indicators::FrameMeasure;
use crate::indicators::catalogue::{Better, CATALOGUE, STILL_DELIVERED, year_read};
use crate::scenario::Scenario;
use crate::scenario::strategy::Level;
use crate::session::Theme;

words! {
    CHOOSE_FILES = "Choose files or pictures";
    TAKE_PHOTO = "Take a photo of a code";
    FILE_UNREAD = "The file could not be read: choose a text file that Kith saved, or a picture of a code.";
    NAME = "Kith";
    TAGLINE = "how a place changes";
    SKIP = "Skip to the content";
    NAVIGATION = "Views";
    BUNDLED = "Scenarios that come with Kith";
    EXPLORE = "Explore";
    WORKSHOP = "Workshop";
    LAB = "Lab";
    ABOUT = "About";
    LOOK = "Look";
    DISMISS = "Close";
    MODEL_NOT_FORECAST = "A model, not a forecast. Every person in it is invented.";
    FOOTER = "Nothing leaves your device. Free software, MIT or Apache 2.0. Kith";
    OTHER_BUILD = "A newer version is here: reload; your work is in the address.";
    RELOAD = "Reload";
    WORKERS_LOST = "The part of the page that runs the model stopped three times. Try again, with fewer people if need be.";
    HEADLINE = "The comparison in one sentence";
    SURENESS = "How far this can be relied on";
    NOT_ASKED = "How often this holds when every assumption is drawn from its plausible range, and which evidence carries it, was worked out beforehand for the default question only.";
    ASK_NOW = "Ask it of this one (some minutes)";
    PROGRESS = "Re-runs done";
    STOP = "Stop";
    RESUME = "Run the rest";
    COPY_LINK = "Copy link";
    FINGERPRINT = "Result";
    FINGERPRINT_HINT = "Whoever opens your link sees whether their computer gets the same result, to the last bit.";
    FAILED = "This could not be run.";
    CHECK_WAITING = "Checking that you get the same result as the person who sent the link…";
    CHECK_SAME = "Same result as in the link, to the last bit.";
    WORLDS = "The same people in two worlds";
    AT_THE_START = "At the start";
    WHERE_DIFFERENT = "Where the two worlds differ";
    COLOURED_BY = "Colour people by";
    SHOW_DIFFERENCE = "Show the difference";
    WORLD_PICTURE = "A picture of the place: circles are neighbourhoods, rings are families, dots are people.";
    PLACE_BEING_BUILT = "Building the place…";
    ALIKE = "Too little for the person to notice";
    ONE_DOT = "One dot is one person, on the same spot in both worlds.";
    TIMELINE = "Time";
    PLAY = "Play";
    PAUSE = "Pause";
    YEAR_BACK = "−1 year";
    YEAR_FORWARD = "+1 year";
    MONTH = "Month shown";
    SPEED = "Speed";
    SLOW = "Slow";
    NORMAL = "Normal";
    FAST = "Fast";
    OUTCOMES = "What changes";
    OTHER_OUTCOMES = "Other outcomes";
    LOOK_CLOSELY = "Look closely at";
    FIT = "Fit axes";
    FIT_HINT = "Axes stay put while you change things, so that you can compare. This fits them to what is shown.";
    BAND = "A shaded band holds 9 in 10 re-runs. It shows luck from run to run, not everything we do not know.";
    PAIRED = "Difference, same luck";
    BOTH_WORLDS = "Each world by year";
    AS_USUAL = "As usual";
    BUSINESS_AS_USUAL = "Business as usual";
    FIFTY = "How sure? Fifty dots, each as likely as the next";
    DOTS_AXIS = "Difference in the last year";
    NUMBERS = "The numbers behind this";
    YEAR = "Year";
    DIFFERENCE = "Difference";
    NINE_IN_TEN = "9 in 10 re-runs";
    ALL_OUTCOMES = "All outcomes";
    VERDICTS = "Better or worse: the 90% interval leaves out zero and the difference is worth having; none under 8 re-runs.";
    TABLE_HINT = "Separate outcomes: none is turned into another. Choose one to look at it closely.";
    OUTCOME = "Outcome";
    UNIT = "Unit";
    BETTER = "Better";
    AT_START = "At the start";
    INTERVAL = "90% interval of the mean";
    HUMAN = "People's lives";
    PLACE_OUTCOMES = "What the place becomes";
    SYSTEM = "What the system does";
    TABLE_REGION = "Table of all outcomes";
    LEDGER_REGION = "Ledger";
    YEARS_REGION = "Year by year";
    NO_INTERVAL = "–";
    MONEY = "The money";
    SEAL_UNKNOWN = "The ledgers come with the first re-run.";
    SEAL_SAME = "Same money, to the penny.";
    LEDGER = "Where every pound came from and went";
    LEDGER_HINT = "Totals over all years in the first re-run. Sources and uses are equal in every world.";
    ACCOUNT = "Account";
    SOURCES = "Where money comes from";
    USES = "Where it goes";
    TOTAL = "Total";
    CONTROLS = "Change something";
    UNDO = "Undo";
    REDO = "Redo";
    RESET = "Start over";
    PLACE = "Place";
    MONEY_EACH_YEAR = "New money each year";
    POUNDS_A_HEAD = "£ a head";
    MONEY_HINT = "The same in both worlds, on top of today's budgets.";
    YEARS = "Years";
    YEARS_UNIT = "years";
    YEAR_UNIT = "year";
    FIRST_WORLD = "First world";
    SECOND_WORLD = "Second world";
    REPLICATES = "Re-runs";
    REPLICATES_HINT = "Each re-run gives everybody other luck, the same in both worlds.";
    MORE_CONTROLS = "More: funding, people, luck";
    FUNDED_UNTIL = "Money lasts until";
    FUNDED_HINT = "The last year with new money. What is left afterwards?";
    PEOPLE = "Invented people";
    PEOPLE_HINT = "More people, finer picture, longer wait.";
    SEED = "Number of the luck:";
    OTHER_LUCK = "Try other luck";
    STRATEGY = "Strategy";
    DIMENSIONS = "How it is done";
    CHANGED = " (changed)";
    LEVELS = "Where the money goes";
    PERCENT_WEIGHT = "% weight";
    ABOUT_TITLE = "What this is, and what it cannot tell you";
    MODEL_TABLES = "Everything the model assumes";
    SEARCH = "Search the tables";
    TABLE_DIMENSIONS = "Dimensions of a strategy";
    TABLE_INDICATORS = "Outcomes";
    TABLE_APPROACHES = "Approaches that money can buy";
    TABLE_PARAMETERS = "Assumptions";
    NAME_COLUMN = "Name";
    MEANING = "What it means";
    FROM = "From";
    TO = "To";
    LEVEL = "Level";
    COST = "Cost of one unit a year";
    SOURCE = "Source";
    EVIDENCE = "Evidence layer";
    VALUE = "Value";
    RANGE = "Plausible range";
}

/// What the about page says, section by section.
pub const ABOUT_SECTIONS: &[(&str, &[&str])] = &[
    (
        "What it is",
        &[
            "Kith lets a place live twice. The same invented people, with the same luck and the same money, go through two worlds. In one, the money goes into short, separate projects. In the other, it goes into the whole place for a long time. You see where lives part, and by how much.",
            "A place has the ages, homes, health and hardship of a real one, from public figures. The people are made up. Nobody in it is anybody.",
            "Each month, people age, meet, fall ill, help one another, and ask services for help. Services solve a problem, pass it on, or send people round again. Money is counted to the penny.",
        ],
    ),
    (
        "What it cannot tell you",
        &[
            "It is a model, not a forecast. It shows what would follow if its assumptions held. Many of them are not well known. Below, each says how good its evidence is.",
            "The shaded bands show luck from one re-run to the next. They do not show how wrong the assumptions may be.",
            "The model does not know which strategy is running. It can say that short projects do better, and it says so where they do.",
            "Do not use it to decide about a person. Do not quote a number from it without the words around it.",
        ],
    ),
    (
        "How to read the results",
        &[
            "The difference between two worlds is taken run by run, with the same people and the same luck in both. When its interval spans zero, the page says that there is no clear difference.",
            "Outcomes stay apart. None is turned into money, and they are never added up into one score.",
        ],
    ),
    (
        "Accessibility",
        &[
            "Everything works with a keyboard and has words for screen readers. Every chart has its numbers in a table. There are dark, high-contrast and projector looks, and motion stops if your device asks for less.",
            "If something keeps you out, that is a fault: please report it.",
        ],
    ),
    (
        "Privacy and licence",
        &[
            "Nothing leaves your device. There are no cookies and nobody is counted. A link holds your settings and nothing else.",
            "Kith is free software under the MIT licence or the Apache licence 2.0, whichever you prefer. Census and deprivation figures are Crown copyright, used under the Open Government Licence.",
        ],
    ),
];

/// The name of a look.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "As device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
        Theme::Projector => "Projector",
    }
}

/// Said after a sentence that this device did not work out itself.
pub fn beforehand(runs: u32) -> String {
    format!("Worked out beforehand, {runs} runs.")
}

/// How far the re-runs have come.
pub fn progress(done: u32, all: u32) -> String {
    if done >= all { format!("{all} re-runs done") } else { format!("{done} of {all} re-runs") }
}

/// A result that is not the one in the link.
pub fn check_different(version: &str) -> String {
    format!("Not the same result as in the link. It was made with version {version}; this is {}.", crate::session::link::VERSION)
}

/// The id of a measure in lists.
pub fn measure_id(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "wellbeing",
        FrameMeasure::CloseFriends => "friends",
        FrameMeasure::Control => "control",
        FrameMeasure::NeedMet => "support",
    }
}

/// The name of a measure.
pub fn measure(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "Wellbeing",
        FrameMeasure::CloseFriends => "Friends to count on",
        FrameMeasure::Control => "Control over their life",
        FrameMeasure::NeedMet => "Support they need and get",
    }
}

/// What the low end of a measure is.
pub fn low_end(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "low wellbeing",
        FrameMeasure::CloseFriends => "friends",
        FrameMeasure::Control => "no control",
        FrameMeasure::NeedMet => "% of need met",
    }
}

/// What the high end of a measure is.
pub fn high_end(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "high",
        FrameMeasure::CloseFriends => "or more",
        FrameMeasure::Control => "full",
        FrameMeasure::NeedMet => "% or no need",
    }
}

/// What a picture shows, from the bytes of those who are alive.
pub fn world_summary(measure: FrameMeasure, living: &[u8]) -> String {
    if living.is_empty() {
        return String::new();
    }
    let share = |test: &dyn Fn(u8) -> bool| plain(living.iter().filter(|b| test(**b)).count() as f64 * 100.0 / living.len() as f64, 1);
    match measure {
        FrameMeasure::Wellbeing => {
            format!("{}% do well (7 or more out of 10); {}% are below 5.", share(&|b| b >= 175), share(&|b| b < 125))
        }
        FrameMeasure::CloseFriends => {
            format!("{}% have nobody to count on; {}% have three or more.", share(&|b| b < 25), share(&|b| b >= 75))
        }
        FrameMeasure::Control => {
            format!("{}% have much control over their life; {}% have little.", share(&|b| b >= 175), share(&|b| b < 75))
        }
        FrameMeasure::NeedMet => format!("{}% lack some of the support they need.", share(&|b| b < 245)),
    }
}

/// Where the two worlds differ, in people: those who have more of a measure by as much as they would notice.
pub fn difference_summary(measure: FrameMeasure, counts: Counts, names: Names) -> String {
    let n = |count: u32| plain(f64::from(count), 0);
    let (have, least) = match measure {
        FrameMeasure::Wellbeing => ("are better off", "half a point of 10"),
        FrameMeasure::CloseFriends => ("have more friends to count on", "one"),
        FrameMeasure::Control => ("have more control over their life", "5 of 100 points"),
        FrameMeasure::NeedMet => ("get more of the support they need", "a fifth of it"),
    };
    format!(
        "{} of {} people {have} with {}, {} with {} (by {least} or more, which a person would notice).",
        n(counts.alternative),
        n(counts.alternative + counts.reference + counts.neither),
        lower(names.alternative),
        n(counts.reference),
        lower(names.reference)
    )
}

/// What a chart shows, and what its upright axis counts.
pub fn axis_of(name: &str, unit: &str) -> String {
    format!("{name}, in {unit}")
}

/// A picture shows one run of all that there are, and says so first.
pub fn of_one_run(all: u32, words: &str) -> String {
    if words.is_empty() || all < 2 { words.to_owned() } else { format!("One run of {}. {words}", plain(f64::from(all), 0)) }
}

fn lower(name: &str) -> String {
    crate::charts::words::lower_first(name)
}

/// A key of the difference picture.
pub fn better_with(name: &str) -> String {
    format!("better with {}", lower(name))
}

/// Which side of the zero line is whose.
pub fn side(name: &str, word: &str, above: bool) -> String {
    format!("{} {} {word}", if above { "▲" } else { "▼" }, lower(name))
}

/// What whoever a side of the zero line belongs to is there.
pub fn side_word(better: Better) -> &'static str {
    if better == Better::Neither { "higher" } else { "better" }
}

/// What stands under a table of all outcomes: how its verdicts are found, and what is compared before the last year.
pub fn table_notes(scenario: &Scenario) -> String {
    let delivered = &CATALOGUE[STILL_DELIVERED];
    let funded = year_read(STILL_DELIVERED, scenario);
    let read = if funded < scenario.years {
        format!(" {} is compared in year {funded}, the last with new money.", delivered.name)
    } else {
        String::new()
    };
    format!("{}{read} {}", VERDICTS, verdict::chance_words(CATALOGUE.len()))
}

/// A month as a date.
pub fn date(month: u32) -> String {
    if month == 0 { "Start".to_owned() } else { format!("Year {}, month {}", (month - 1) / 12 + 1, (month - 1) % 12 + 1) }
}

/// Names short enough to stand beside a line: the first word of long ones, told apart where they are the same.
pub fn short_names(first: &str, second: &str) -> (String, String) {
    let short = |name: &str| if name.chars().count() <= 13 { name.to_owned() } else { name.split(' ').next().unwrap_or(name).to_owned() };
    let (a, b) = (short(first), short(second));
    if a == b { (format!("{a} 1"), format!("{b} 2")) } else { (a, b) }
}

/// Unit, place and period of a chart, and which way is better.
pub fn subtitle(unit: &str, place: &str, years: usize, better: &str) -> String {
    format!("In {unit}. {place}, year 0 to {years}. {better}")
}

/// A button to another outcome.
pub fn look_at(name: &str) -> String {
    format!("Look closely at {}", lower(name))
}

/// From one number to another.
pub fn range(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// The head of a column.
pub fn at_end(name: &str) -> String {
    format!("At the end: {}", lower(name))
}

/// The head of a column.
pub fn better_in(name: &str) -> String {
    format!("{name} ahead in")
}

/// Which way is better.
pub fn direction(better: Better) -> &'static str {
    match better {
        Better::Higher => "▲ higher",
        Better::Lower => "▼ lower",
        Better::Neither => "neither",
    }
}

/// So many of so many.
pub fn count_of(count: u32, all: u32) -> String {
    format!("{count} of {all}")
}

/// The seal's sentence.
pub fn seal_total(total: &str, arms: usize) -> String {
    format!("Each of the {arms} ways spends {total} of new money, the same in every year.")
}

/// A broken seal.
pub fn seal_different(gap: &str) -> String {
    format!("In one year the ways differ by {gap}.")
}

/// The name of a level.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::People => "People",
        Level::Families => "Families and carers",
        Level::Communities => "Neighbourhoods",
        Level::Services => "Services",
        Level::Government => "Government",
    }
}

/// A cost.
pub fn cost(pounds: f64) -> String {
    pounds_about(pounds)
}

/// How many rows a search found.
pub fn found(count: usize) -> String {
    if count == 1 { "1 row found".to_owned() } else { format!("{} rows found", plain(count as f64, 0)) }
}

/// What is outside its registered range, above everything that the page shows.
pub fn beyond(mark: &str) -> String {
    format!("This is {mark}. The model was not built or checked for that: it tries the model and says nothing of a place.")
}
