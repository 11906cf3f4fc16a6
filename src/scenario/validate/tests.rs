//! What a scenario file may say, what is named when it is wrong, and that nothing makes reading it panic.

use super::*;
use crate::scenario::own::Carried;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{DIMENSIONS, Decision, PRESETS};
use crate::scenario::{Arm, Event, EventKind, EventService, Money};
use proptest::prelude::*;

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
    named(&[
        (
            "format = 1",
            "format = 2",
            "format",
            1,
            "2",
            "a whole number from 1 to 1",
        ),
        (
            "\"wigan\"",
            "\"wigann\"",
            "place",
            3,
            "\"wigann\"",
            "the id of a bundled place, or a profile file that ends in .toml (did you mean \"wigan\"?)",
        ),
        (
            "years = 5",
            "yeers = 5",
            "yeers",
            4,
            "an unknown field",
            "a known field (did you mean \"years\"?)",
        ),
        (
            "years = 5",
            "years = 21",
            "years",
            4,
            "21",
            "a whole number from 1 to 20",
        ),
        (
            "years = 5",
            "years = -1",
            "years",
            4,
            "-1",
            "a whole number from 1 to 20",
        ),
        (
            "years = 5",
            "years = \"5\"",
            "years",
            4,
            "\"5\"",
            "a whole number from 1 to 20",
        ),
        (
            "years = 5",
            "people = 99999999999999999999",
            "people",
            4,
            "99999999999999999999",
            "a whole number from 500 to 1000000",
        ),
        (
            "12.5",
            "nan",
            "money.pounds_per_head_year",
            7,
            "nan",
            "a number from 0 to 2000 (pounds a head a year)",
        ),
        (
            "12.5",
            "inf",
            "money.pounds_per_head_year",
            7,
            "inf",
            "a number from 0 to 2000 (pounds a head a year)",
        ),
        (
            "12.5",
            "-0.01",
            "money.pounds_per_head_year",
            7,
            "-0.01",
            "a number from 0 to 2000 (pounds a head a year)",
        ),
        (
            "12.5",
            "1e999",
            "money.pounds_per_head_year",
            7,
            "1e999",
            "a number from 0 to 2000 (pounds a head a year)",
        ),
        (
            "id = \"b\"",
            "id = \"a\"",
            "arms[1].id",
            15,
            "\"a\" a second time",
            "an id that no other arm has",
        ),
        (
            "\"siloed-pilots\"",
            "\"silo-pilots\"",
            "arms[0].preset",
            12,
            "\"silo-pilots\"",
            "the name of a preset (did you mean \"siloed-pilots\"?)",
        ),
        (
            "\"timebanking\"",
            "\"timebank\"",
            "arms[1].approaches[0]",
            18,
            "\"timebank\"",
            "an approach of the catalogue (did you mean \"timebanking\"?)",
        ),
        (
            "\"homeshare\"",
            "\"timebanking\"",
            "arms[1].approaches[1]",
            18,
            "\"timebanking\"",
            "each approach once",
        ),
        (
            "area = 0.5",
            "area = 1.5",
            "arms[1].design.area",
            22,
            "1.5",
            "a number from 0.05 to 1 (share)",
        ),
        (
            "area = 0.5",
            "aera = 0.5",
            "arms[1].design.aera",
            22,
            "an unknown field",
            "a known field (did you mean \"area\"?)",
        ),
        (
            "people = 1, services = 0.5",
            "people = 0",
            "arms[1].design.levels",
            21,
            "a table of fields",
            "at least one level with a weight above 0",
        ),
        (
            "from_family\"",
            "from_familly\"",
            "parameters.couplings.person_from_familly",
            25,
            "an unknown parameter",
            "a parameter (did you mean \"couplings.person_from_family\"?)",
        ),
        (
            "from_family\" = 0.5",
            "from_family\" = 2.5",
            "parameters.couplings.person_from_family",
            25,
            "2.5",
            "a number from 0 to 2 (multiplier; with beyond_range = true from 0 to 20)",
        ),
        (
            "year = 3",
            "year = 6",
            "events[0].year",
            29,
            "6",
            "a whole number from 1 to 5",
        ),
        (
            "month = 5",
            "month = 60",
            "events[1].month",
            34,
            "60",
            "a whole number from 0 to 59",
        ),
        (
            "\"cut\"",
            "\"cuts\"",
            "events[0].kind",
            30,
            "\"cuts\"",
            "a kind of event (did you mean \"cut\"?)",
        ),
    ]);
}

#[test]
fn mistakes_in_events_decisions_and_budgets_are_named() {
    named(&[
        (
            "kind = \"cut\"",
            "kind = \"cut\"\nmonths = 3",
            "events[0].months",
            31,
            "3",
            "no months: only a closure and a pandemic can be over",
        ),
        (
            "kind = \"cut\"",
            "kind = \"cut\"\nservice = \"advice\"",
            "events[0].service",
            31,
            "\"advice\"",
            "no service: only a closure is about one",
        ),
        (
            "kind = \"cut\"",
            "kind = \"closure\"",
            "events[0].service",
            28,
            NOTHING,
            "the service that closes: primary-care, social-care, mental-health, advice, work, voluntary, hospice, hospital",
        ),
        (
            "kind = \"cut\"",
            "kind = \"closure\"\nservice = \"hospise\"",
            "events[0].service",
            31,
            "\"hospise\"",
            "the service that closes (did you mean \"hospice\"?)",
        ),
        (
            "size = 0.4",
            "size = 0.4\nmonths = 0",
            "events[1].months",
            37,
            "0",
            "a whole number from 1 to 240",
        ),
        (
            "preset = \"siloed-pilots\"",
            "preset = \"cuts\"\nbudget = -1.5",
            "arms[0].budget",
            13,
            "-1.5",
            "a number from -1 to 1 (share of the investment; below 0 it is taken out of services)",
        ),
        (
            "preset = \"siloed-pilots\"",
            "preset = \"own\"\n[[arms.decisions]]\nyear = 2\nare = 0.5\npower = 0.5",
            "arms[0].decisions[0].are",
            15,
            "an unknown field",
            "a known field (did you mean \"area\"?)",
        ),
        (
            "preset = \"siloed-pilots\"",
            "preset = \"own\"\n[[arms.decisions]]\nmonth = 60\npower = 0.5",
            "arms[0].decisions[0].month",
            14,
            "60",
            "a whole number from 0 to 59",
        ),
        (
            "preset = \"siloed-pilots\"",
            "preset = \"own\"\n[[arms.decisions]]\nmonth = 6",
            "arms[0].decisions[0]",
            13,
            "a decision that changes nothing",
            "at least one of levels, area, horizon_months, growth, adaptation, power, core_shift",
        ),
    ]);
}

/// Each exchange causes one problem: (old, new, path, line, found, wanted).
fn named(mistakes: &[(&str, &str, &str, u32, &str, &str)]) {
    for (old, new, path, line, found, wanted) in mistakes {
        let problem = only_problem(old, new);
        assert_eq!(
            (
                problem.path.as_str(),
                problem.line,
                problem.found.as_str(),
                problem.wanted.as_str()
            ),
            (*path, Some(*line), *found, *wanted),
            "{old} → {new}"
        );
    }
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
    // No TOML ends lines like this; the reader of texts puts that right, and what is wrong keeps its line.
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

prop_compose! {
    fn arms()(designs in prop::collection::vec((0..PRESETS.len(), prop::array::uniform7(0.0_f32..=1.0), prop::array::uniform5(0.0_f32..=1.0)), 1..8)) -> Vec<Arm> {
        designs.into_iter().enumerate().map(|(k, (start, shares, levels))| {
            let preset = &PRESETS[start];
            let mut design = preset.design;
            for (dimension, share) in DIMENSIONS.iter().zip(shares).filter(|(_, share)| *share > 0.5) {
                design.set(dimension.id, dimension.low + (dimension.high - dimension.low) * (share - 0.5) * 2.0);
            }
            if levels[0] > 0.5 {
                design.levels = levels;
            }
            let approaches = if k % 2 == 0 { vec![] } else { vec!["timebanking".to_owned(), "homeshare".to_owned()] };
            let name = if k % 3 == 0 { preset.name.to_owned() } else { format!("\"Arm\" {k} \\ é '{share}'", share = shares[0]) };
            let decisions = if k % 2 == 1 { decisions(shares[1], levels) } else { vec![] };
            let budget = if k % 3 == 1 { f64::from(shares[2]) * 2.0 - 1.0 } else { preset.budget };
            Arm { id: format!("arm-{k}"), name, preset: preset.id.to_owned(), design, approaches, budget, decisions }
        }).collect()
    }
}

/// Two decisions, in the first year whatever the years.
fn decisions(share: f32, mut levels: [f32; 5]) -> Vec<Decision> {
    levels[4] = 1.0;
    let dimensions = |ids: &[&str]| {
        ids.iter()
            .map(|id| ((*id).to_owned(), share.max(0.05)))
            .collect()
    };
    vec![
        Decision {
            month: 0,
            levels: Some(levels),
            dimensions: dimensions(&[]),
        },
        Decision {
            month: 7,
            levels: None,
            dimensions: dimensions(&["area", "power", "core_shift"]),
        },
    ]
}

/// One event of each kind in a month.
fn events(month: u32, size: f32) -> Vec<Event> {
    let closure = Event {
        service: Some(EventService::Hospice),
        months: Some(9),
        ..Event::new(month, EventKind::Closure, size)
    };
    let pandemic = Event {
        months: Some(18),
        ..Event::new(month, EventKind::Pandemic, size)
    };
    vec![
        Event::new(month, EventKind::LeaderLeaves, size),
        closure,
        pandemic,
        Event::new(month, EventKind::Influx, size),
    ]
}

prop_compose! {
    fn scenarios()(
        arms in arms(), people in 500_u32..1_000_000, years in 1_u32..=20, replicates in 1_u32..1_000, seed: u64,
        pounds in 0.0..2_000.0_f64, first in 1_u32..=20, span in 0_u32..20, size in 0.0_f32..=1.0, month in 0_u32..240,
        shares in prop::collection::vec(0.0_f32..=1.0, 8),
    ) -> Scenario {
        let mut parameters = Parameters::default();
        for (info, share) in Parameters::registry().iter().rev().zip(shares) {
            parameters.set(&info.id(), info.low + (info.high - info.low) * share);
        }
        Scenario {
            name: "Any = [scenario] \"at\" # all".to_owned(), place: "bury".to_owned(), people, years, replicates, seed, spin_up_months: 24,
            money: Money { pounds_per_head_year: pounds, first_year: first, last_year: (first + span).min(20) },
            arms, parameters, events: events(month % (years * 12), size),
            approaches: bundled::approaches().unwrap(), own: Carried::default(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_reads_back_the_same(scenario in scenarios()) {
        let text = write(&scenario);
        let back = parse(&text);
        prop_assert_eq!(back.as_ref(), Ok(&scenario), "{}", text);
        prop_assert_eq!(hash(&scenario), hash(&back.unwrap()));
    }

    #[test]
    fn no_damage_makes_it_panic(
        damage in prop::collection::vec((0..VALID.len(), 0_usize..4, prop::sample::select(vec!["", "[", "]", "\"", "=", "\n", "-", "9e999", "nan", ".", "é", "\u{0}", "{", "true", "99999999999999999999999"])), 1..12),
    ) {
        let mut text = VALID.to_owned();
        for (at, removed, piece) in damage {
            let floor = |mut k: usize| { k = k.min(text.len()); while !text.is_char_boundary(k) { k -= 1; } k };
            let range = floor(at)..floor(at + removed).max(floor(at));
            text.replace_range(range, piece);
        }
        if let Err(problems) = parse(&text) {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(!problem.to_string().contains('\n') || problem.path.is_empty(), "{}", problem);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,300}") {
        let _ = parse(&text);
    }
}
