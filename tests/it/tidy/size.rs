//! How long files and functions may be, and how wide lines. What is longer stands in a list that
//! only shrinks: what is not long any more must leave it.

use super::code::{LONGEST_FILE, LONGEST_FUNCTION, WIDEST, blanked, functions};
use super::source::{Breach, Source};

/// How many lines are wider than they should be. It only falls: write the new number here.
pub const WIDE_LINES: usize = 2_400;

/// Files that are too long still.
pub const LONG_FILES: [&str; 4] = [
    "src/session/dispatch_tests.rs",
    "src/session/kept/tests.rs",
    "src/session/teams/tests.rs",
    "src/session/update_tests.rs",
];

/// Functions that are too long still: the file and the name.
pub const LONG_FUNCTIONS: [&str; 35] = [
    "src/charts/words.rs sentence",
    "src/cli/findings.rs run",
    "src/drawing/role.rs parts",
    "src/engine/state/initial.rs person",
    "src/experiment/results/grid.rs summary",
    "src/experiment/results/grid.rs tiled",
    "src/export/comparison/tests.rs the_object_has_exactly_the_agreed_fields",
    "src/export/graph.rs everybody_who_lives_there_has_the_panels_id_and_services_have_their_people",
    "src/export/panel.rs every_field_stands_under_its_heading_and_is_of_its_kind",
    "src/session/edit.rs apply",
    "src/session/inquiries/tests.rs one_is_on_its_way_and_others_wait_their_turn",
    "src/session/kept/pinned.rs numbers",
    "src/session/kept/tests.rs a_place_of_ones_own_is_made_carried_and_found_again",
    "src/session/kept/tray.rs choices",
    "src/session/lab/bench.rs update",
    "src/session/link.rs read",
    "src/session/link/read.rs arm",
    "src/session/link/write.rs differences",
    "src/session/strategy.rs differences",
    "src/session/teams/tests.rs a_game_survives_the_page",
    "src/session/teams/tests.rs a_guest_plays_the_rooms_game_and_its_course_is_taken_in",
    "src/session/update_tests.rs only_the_worlds_that_change_are_run_again_and_the_sum_is_the_same",
    "src/session/workshop/lesson.rs problems",
    "src/session/workshop/people.rs the_same_three_stay_when_the_question_changes_and_who_is_not_there_is_known",
    "src/web/app.rs carry_out",
    "src/web/explore/outcomes.rs Card",
    "src/web/explore/spending.rs WhereItWent",
    "src/web/explore/strategy.rs Strategy",
    "src/web/explore/why/interdependence.rs Interdependence",
    "src/web/explore/worlds/world.rs World",
    "src/web/lab/map.rs Grid",
    "src/web/parts/search.rs Search",
    "src/web/workshop/pad.rs Pad",
    "src/web/workshop/reveal.rs Reveal",
    "src/web/workshop/summary.rs Summary",
];

/// Something too long: its place, and its name in the lists above.
type Long = (Breach, String);

/// A file of code that is too long; a table of data is as long as what it lists.
pub fn long_files(source: &Source) -> Vec<Long> {
    let lines = source.text.lines().count();
    if lines <= LONGEST_FILE || source.ends_in("toml") {
        return Vec::new();
    }
    let why = format!("{lines} lines, more than {LONGEST_FILE}: it holds two subjects, split it");
    vec![(source.breach(lines, why), source.path.clone())]
}

/// Functions of a file that are too long.
pub fn long_functions(source: &Source) -> Vec<Long> {
    let found = functions(&blanked(&source.text, '"', false));
    let long = found
        .into_iter()
        .filter(|found| found.lines > LONGEST_FUNCTION);
    long.map(|long| {
        let why = format!(
            "`{}` has {} lines of code, more than {LONGEST_FUNCTION}: give a part of it a name",
            long.name, long.lines
        );
        let name = format!("{} {}", source.path, long.name);
        (source.breach(long.line, why), name)
    })
    .collect()
}

/// What is too long and stands in no list, and what stands in the list in vain.
pub fn unexpected(
    sources: &[Source],
    rule: fn(&Source) -> Vec<Long>,
    expected: &[&str],
) -> Vec<Breach> {
    let (known, mut breaches): (Vec<Long>, Vec<Long>) = sources
        .iter()
        .flat_map(rule)
        .partition(|(_, name)| expected.contains(&name.as_str()));
    let idle = expected
        .iter()
        .filter(|name| !known.iter().any(|(_, known)| known == *name));
    let list = Source::sample("tests/it/tidy/size.rs", "");
    breaches.extend(idle.map(|name| {
        let why = format!("`{name}` is not too long any more: take it out of the list");
        (list.breach(1, why), String::new())
    }));
    breaches.into_iter().map(|(breach, _)| breach).collect()
}

/// How many lines of a file are wider than they should be.
pub fn wide_lines(source: &Source) -> usize {
    let is_wide = |line: &&str| line.chars().count() > WIDEST;
    source.text.lines().filter(is_wide).count()
}

#[test]
fn a_long_file_is_found() {
    let of = |path, lines| long_files(&Source::sample(path, &"a\n".repeat(lines))).len();
    assert_eq!(of("src/x.rs", LONGEST_FILE + 1), 1);
    assert_eq!(of("src/x.rs", LONGEST_FILE), 0);
    assert_eq!(of("static/x.toml", LONGEST_FILE + 1), 0);
}

#[test]
fn a_long_function_is_found_and_a_list_in_vain_too() {
    let body = |lines| format!("fn f() {{\n{}// g\n\n}}\n", "    g();\n".repeat(lines));
    let of = |lines, expected: &[&str]| {
        let source = Source::sample("src/x.rs", &body(lines));
        unexpected(&[source], long_functions, expected).len()
    };
    assert_eq!(of(LONGEST_FUNCTION + 1, &[]), 1);
    assert_eq!(of(LONGEST_FUNCTION, &[]), 0);
    assert_eq!(of(LONGEST_FUNCTION + 1, &["src/x.rs f"]), 0);
    assert_eq!(of(LONGEST_FUNCTION, &["src/x.rs f"]), 1);
}

#[test]
fn a_wide_line_is_counted() {
    let text = format!("{}\n{}\n", "é".repeat(WIDEST), "é".repeat(WIDEST + 1));
    assert_eq!(wide_lines(&Source::sample("src/x.rs", &text)), 1);
}
