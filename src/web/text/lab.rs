//! Words of the lab.

use crate::analysis::verdict::Verdict;
use crate::charts::number::plain;
use crate::charts::why::about_time;
use crate::ensemble::pair::Names;
use crate::scenario::Scenario;
use crate::session::lab::map::{Ahead, Cell};

pub(crate) use crate::words::lab::*;

/// The question in one line.
pub fn question(scenario: &Scenario, place: &str) -> String {
    question_line(
        place,
        scenario.people,
        scenario.years,
        scenario.replicates,
        scenario.seed,
    )
}

/// How many assumptions are shown, how many there are, how many differ.
pub fn counted(shown: usize, all: usize, differ: usize) -> String {
    if shown == all {
        counted_all(all, differ)
    } else {
        counted_some(shown, all, differ)
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
    if shown == all {
        group_all(all, differ)
    } else {
        group_some(shown, all, differ)
    }
}

/// What the button does that takes a change back.
pub fn back_to(id: &str, default: f32) -> String {
    back_to_default(id, &default.to_string())
}

/// The default.
pub fn default_is(value: f32) -> String {
    default_value(&value.to_string())
}

/// The plausible range.
pub fn range(low: f32, high: f32) -> String {
    range_of(&low.to_string(), &high.to_string())
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
    expected_time(
        tasks,
        u64::from(tasks) * u64::from(lives),
        &duration(seconds),
    )
}

/// A time in words, hours where there are many minutes.
fn duration(seconds: f64) -> String {
    if seconds < 5400.0 {
        about_time(seconds)
    } else {
        about_hours(&plain((seconds / 3600.0).round(), 0))
    }
}

/// How far an experiment is.
pub fn progress(done: u32, tasks: u32, lives: u32, in_all: u32, left: Option<f64>) -> String {
    match left {
        Some(left) => tasks_done_left(done, tasks, lives, in_all, &duration(left)),
        None => tasks_done(done, tasks, lives, in_all),
    }
}

/// An experiment of another build.
pub fn other_build(name: &str, build: &str) -> String {
    other_build_of(name, build, crate::protocol::BUILD)
}

/// The rows of a table that are shown.
pub fn first_rows(shown: usize, all: usize) -> String {
    if shown == all {
        all_rows(all)
    } else {
        some_rows(shown, all)
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
    let size = plain(cell.mean().abs(), 1);
    match (cell.verdict(), cell.ahead()) {
        (Verdict::Nothing, _) => CELL_NOT_YET.to_string(),
        (Verdict::TooFew, _) => cell_too_few(cell.count()),
        (_, Ahead::Alternative) => cell_ahead(alternative, &size),
        (_, Ahead::Reference) => cell_ahead(reference, &size),
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
        return MAP_UNKNOWN.to_string();
    }
    map_ahead(
        alternative,
        count(Ahead::Alternative),
        known,
        reference,
        count(Ahead::Reference),
        count(Ahead::Neither),
    )
}

/// A question in the list.
pub fn question_name(id: &str, sentence: &str) -> String {
    question_with_sentence(&group(id), sentence)
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
        column_with_unit(name, unit)
    }
}

/// What a cell of the map is, and what pressing it does.
pub fn open_cell(across: (&str, f64), down: (&str, f64), words: &str) -> String {
    cell_opens(
        words,
        across.0,
        &across.1.to_string(),
        down.0,
        &down.1.to_string(),
    )
}
