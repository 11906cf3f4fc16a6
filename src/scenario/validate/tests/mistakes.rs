//! Mistakes in a scenario file, and the words in which each is named.

use super::only_problem;
use crate::scenario::validate::section::NOTHING;

/// What is exchanged for what in the valid file, and the problem that this causes: path, line, what
/// was found, what was wanted.
type Mistake = (
    &'static str,
    &'static str,
    &'static str,
    u32,
    &'static str,
    &'static str,
);

/// Each exchange causes one problem: (old, new, path, line, found, wanted).
pub fn named(mistakes: &[Mistake]) {
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

/// In fields of every kind.
pub const IN_FIELDS: [Mistake; 23] = [
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
];

/// In events, decisions and budgets.
pub const IN_TIME: [Mistake; 9] = [
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
        "the service that closes: primary-care, social-care, mental-health, advice, work, \
         voluntary, hospice, hospital",
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
];
