//! What a scenario file may say, what is named when it is wrong, and that nothing makes reading it
//! panic.

mod any;
mod mistakes;

use super::*;
use crate::scenario::own::Carried;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{DIMENSIONS, Decision, PRESETS};
use crate::scenario::{Arm, Event, EventKind, EventService, Money};

const VALID: &str = r#"format = 1
name = "A test"
place = "wigan"
years = 5

[money]
pounds_per_head_year = 12.5
first_year = 2

[[arms]]
id = "a"
preset = "siloed-pilots"

[[arms]]
id = "b"
name = "Ours"
preset = "place-based"
approaches = ["timebanking", "homeshare"]

[arms.design]
levels = { people = 1, services = 0.5 }
area = 0.5

[parameters]
"couplings.person_from_family" = 0.5
couplings.person_from_friends = 0

[[events]]
year = 3
kind = "cut"
size = 0.1

[[events]]
month = 5
kind = "pandemic"
size = 0.4
"#;

/// The valid text with one piece exchanged.
fn with(old: &str, new: &str) -> String {
    assert!(VALID.contains(old), "{old}");
    VALID.replacen(old, new, 1)
}

/// The only problem that one exchange causes.
fn only_problem(old: &str, new: &str) -> Problem {
    let mut problems = parse(&with(old, new)).unwrap_err();
    assert_eq!(problems.len(), 1, "{old} → {new}: {problems:#?}");
    problems.remove(0)
}

#[test]
fn a_valid_file_becomes_the_scenario_it_says() {
    let scenario = parse(VALID).unwrap();
    assert_eq!(
        (
            scenario.people,
            scenario.years,
            scenario.replicates,
            scenario.spin_up_months
        ),
        (5_000, 5, 64, 60)
    );
    assert_eq!(
        scenario.money,
        Money {
            pounds_per_head_year: 12.5,
            first_year: 2,
            last_year: 5
        }
    );
    assert_eq!(
        (
            scenario.arms[0].name.as_str(),
            scenario.arms[1].name.as_str()
        ),
        ("Siloed pilots", "Ours")
    );
    assert_eq!(scenario.arms[0].design, PRESETS[1].design);
    assert_eq!(
        (scenario.arms[1].design.levels, scenario.arms[1].design.area),
        ([1.0, 0.0, 0.0, 0.5, 0.0], 0.5)
    );
    assert_eq!(scenario.arms[1].approaches, ["timebanking", "homeshare"]);
    assert_eq!(
        (
            scenario.parameters.couplings.person_from_family,
            scenario.parameters.couplings.person_from_friends
        ),
        (0.5, 0.0)
    );
    assert_eq!(
        scenario.events.iter().map(|e| e.month).collect::<Vec<_>>(),
        [5, 24],
        "in order of time"
    );
    assert_eq!(scenario.approaches, bundled::approaches().unwrap());
}

#[test]
fn each_mistake_is_named_with_its_line_and_field() {
    mistakes::named(&mistakes::IN_FIELDS);
}

#[test]
fn mistakes_in_events_decisions_and_budgets_are_named() {
    mistakes::named(&mistakes::IN_TIME);
}

#[test]
fn all_problems_come_at_once() {
    let text = with("years = 5", "years = 0\nreplicates = 0\ncolour = 3")
        .replace("siloed-pilots", "x")
        .replace("0.1", "nan");
    let lines: Vec<Option<u32>> = parse(&text).unwrap_err().iter().map(|p| p.line).collect();
    assert_eq!(
        lines,
        [4, 5, 6, 14, 33].map(Some),
        "a wrong number of years does not make the event of year 3 wrong"
    );
}

#[test]
fn lines_are_those_of_the_file_whatever_ends_them() {
    let text = with("years = 5", "years = 0\ncolour = 3");
    let lines = |text: &str| {
        parse(text)
            .unwrap_err()
            .iter()
            .map(|p| p.line)
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&text.replace('\n', "\r\n")), lines(&text));
    // No TOML ends lines like this; the reader of texts puts that right, and what is wrong keeps
    // its line.
    let mac = text.replace('\n', "\r");
    assert_eq!(
        lines(&crate::text::read(mac.as_bytes()).unwrap()),
        lines(&text)
    );
}

#[test]
fn what_a_stranger_wrote_is_quoted_safely_and_messages_end() {
    let long = format!("{}\\u001b[31m\\u202e", "x".repeat(30_000));
    let many = (0..3_000)
        .map(|k| format!("\"\\u001b[2J{k}{}\" = \"{long}\"\n", "y".repeat(100 + k)))
        .take(60)
        .collect::<Vec<String>>()
        .concat();
    let more = (0..20_000)
        .map(|k| format!("z{k} = 1\n"))
        .collect::<Vec<String>>()
        .concat();
    let problems = parse(&format!("{many}{more}{}", with("wigan", &long))).unwrap_err();
    assert!(problems.len() > 20_000, "{}", problems.len());
    for problem in &problems {
        let words = problem.to_string();
        assert!(
            words.len() < 1_000 && !words.chars().any(crate::text::is_hidden),
            "{words}"
        );
    }
    let said = told(&lines("a\u{1b}]0;file\u{7}.toml", &problems));
    assert!(
        said.len() < 20_000 && said.lines().count() == 22,
        "{} bytes",
        said.len()
    );
    assert!(
        said.contains(&format!(
            "\n… and {} more\n{} problems",
            problems.len() - 20,
            problems.len()
        )),
        "{said}"
    );
    assert!(!said.chars().any(|c| c != '\n' && crate::text::is_hidden(c)));
    // Twenty of the longest that there can be.
    let worst = Problem::new(
        &"é".repeat(9_000),
        Some(u32::MAX),
        &"é".repeat(9_000),
        &"é".repeat(9_000),
    );
    assert!(told(&lines(&"é".repeat(9_000), &vec![worst; 99_999])).len() < 20_000);
}

#[test]
fn nothing_at_all_lacks_everything_that_is_needed() {
    let paths: Vec<String> = parse("").unwrap_err().into_iter().map(|p| p.path).collect();
    assert_eq!(paths, ["format", "name", "place", "money", "arms"]);
}

#[test]
fn wrong_shapes_are_named() {
    for (text, path) in [
        ("arms = []", "arms"),
        ("arms = 3", "arms"),
        ("arms = [3]", "arms[0]"),
        (
            "[money]\npounds_per_head_year = 1\nfirst_year = 3\nlast_year = 2",
            "money.last_year",
        ),
        ("[[events]]\nkind = \"cut\"\nsize = 0.5", "events[0]"),
        (
            "[[events]]\nyear = 1\nmonth = 1\nkind = \"cut\"\nsize = 0.5",
            "events[0].month",
        ),
        ("[parameters]\ncouplings = 3", "parameters.couplings"),
        ("name = \"\\u0007\"", "name"),
        ("name = \"   \"", "name"),
    ] {
        let problems = parse(text).unwrap_err();
        assert!(
            problems
                .iter()
                .any(|p| p.path == path && p.found != NOTHING),
            "{text}: {problems:#?}"
        );
    }
    let many = (0..9).fold(
        with("[[arms]]\nid = \"a\"\npreset = \"siloed-pilots\"\n", ""),
        |text, k| text + &format!("\n[[arms]]\nid = \"c{k}\"\npreset = \"place-based\"\n"),
    );
    assert!(
        parse(&many)
            .unwrap_err()
            .iter()
            .any(|p| p.path == "arms" && p.wanted == "1 to 9 arms")
    );
}

#[test]
fn what_is_not_toml_is_named_by_line_without_followers() {
    let problem = only_problem("years = 5", "years = ");
    assert_eq!(problem.line, Some(4));
    assert!(
        problem.found.starts_with("something that is not TOML ("),
        "{problem}"
    );
    let twice = only_problem("years = 5", "years = 5\nyears = 6");
    assert_eq!(twice.line, Some(5));
    assert!(!parse("\u{0}\u{1}{{{{[[[[").unwrap_err().is_empty());
    assert!(!parse(&"[".repeat(100_000)).unwrap_err().is_empty());
    assert!(
        !parse(&("a=".to_owned() + &"[".repeat(100_000)))
            .unwrap_err()
            .is_empty()
    );
}

#[test]
fn a_problem_reads_as_one_line() {
    let problem = only_problem("area = 0.5", "area = 1.5");
    assert_eq!(
        problem.to_string(),
        "line 22: arms[1].design.area: 1.5 is outside 0.05 to 1 (share)"
    );
    let huge = only_problem("\"A test\"", &format!("\"{}\"", "x".repeat(5_000)));
    assert!(huge.to_string().len() < 200, "{huge}");
}

#[test]
fn the_hash_is_of_the_question() {
    let scenario = parse(VALID).unwrap();
    assert_eq!(hash(&scenario).len(), 16);
    assert_eq!(
        hash(&scenario),
        hash(&parse(&with("years = 5", "years   =   5 # the same")).unwrap())
    );
    assert_ne!(
        hash(&scenario),
        hash(&parse(&with("year = 3", "year = 4")).unwrap())
    );
}
