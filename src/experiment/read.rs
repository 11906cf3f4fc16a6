//! From what a person wrote to a checked experiment, or to all its problems at once. Knows no files: whoever has them hands texts in.

use super::fields::{self, FIELDS, VARY};
use super::vary::{self, Vary, can_vary};
use super::{Experiment, FORMAT, Kind, Players, Sensitivity, Sweep, YearsKept, limits};
use crate::analysis::factors;
use crate::export::regression;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::own::Own;
use crate::scenario::parameters::beyond::FIELD;
use crate::scenario::validate::problem::Problems;
use crate::scenario::validate::section::{Place, Section, suggestion};
use crate::scenario::validate::{self, Places, Problem, Unfit};
use crate::scenario::{Scenario, bundled, limits as sizes};

/// What stands beside an experiment file.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// Ids of places that are not bundled.
    pub places: &'a [&'a str],
    /// The place of a profile file by the path that the experiment, or a scenario beside it, gives it.
    pub profile: &'a dyn Fn(&str) -> Result<Own, Unfit>,
    /// The text of a file by the name that the experiment gives it; nothing where there is none.
    pub file: &'a dyn Fn(&str) -> Option<String>,
}

impl Beside<'static> {
    /// Nothing: only what is bundled and what the file itself holds.
    pub const NOTHING: Self = Self {
        places: &[],
        profile: &validate::no_files,
        file: &|_| None,
    };
}

/// Reads an experiment that names nothing but what is bundled.
///
/// Errors: every problem of the text, in the order of its lines.
pub fn parse(text: &str) -> Result<Experiment, Vec<Problem>> {
    parse_beside(text, &Beside::NOTHING)
}

/// Reads an experiment that may name files and places beside it.
///
/// Errors: as [`parse`].
pub fn parse_beside(text: &str, beside: &Beside) -> Result<Experiment, Vec<Problem>> {
    let places = Places {
        known: beside.places,
        file: beside.profile,
        carried: None,
    };
    validate::parse_carrying(text, &places, |file, problems, places| {
        read(file, problems, &In { beside, places })
    })?
    .ok_or_else(|| {
        let wanted = "an experiment: format, name, scenario and question".to_owned();
        vec![Problem {
            path: String::new(),
            line: None,
            found: "no experiment".to_owned(),
            wanted,
        }]
    })
}

/// Where an experiment's names mean something.
struct In<'a> {
    beside: &'a Beside<'a>,
    places: &'a Places<'a>,
}

fn read(file: &Section, problems: &mut Problems, within: &In) -> Option<Experiment> {
    file.only(problems, &FIELDS.map(|field| field.name));
    if let Some(place) = file.required(problems, "format", &format!("format = {FORMAT}")) {
        place.whole(problems, FORMAT..=FORMAT);
    }
    let name = file
        .required(problems, "name", "what people call this experiment")
        .map(|place| place.text(problems))
        .unwrap_or_default();
    let names = fields::questions();
    let question = file
        .required(
            problems,
            "question",
            &format!("what is asked: {}", names.join(", ")),
        )
        .and_then(|place| place.name(problems, "a question", &names));
    for field in FIELDS.iter().filter(|field| {
        question
            .as_ref()
            .is_some_and(|question| !fields::belongs(field, question))
    }) {
        if let Some(place) = file.field(field.name) {
            let wanted = format!(
                "this field only with question = \"{}\"",
                field.of.join("\" or \"")
            );
            place.wanted(problems, wanted);
        }
    }
    let (scenario, sound) = scenario(file, problems, within).unzip();
    let kind = kind(file, problems, within, &question?, scenario.as_ref());
    let experiment = Experiment {
        name,
        scenario: scenario.filter(|_| sound == Some(true))?,
        kind: kind?,
    };
    check_size(&experiment, file, problems);
    Some(experiment)
}

/// The scenario with the experiment's own size, luck and assumptions, checked again as a whole, and whether it is sound. One with a
/// wrong size still tells which names there are, so that the rest of the file can be checked against it.
fn scenario(file: &Section, problems: &mut Problems, within: &In) -> Option<(Scenario, bool)> {
    let place = file.required(
        problems,
        "scenario",
        "the id of a bundled scenario, a file beside this one, or a table [scenario]",
    )?;
    let before = problems.lines().len();
    let mut scenario = if let Some(name) = place.value.as_str() {
        named(name, &place, problems, within)?
    } else {
        validate::read(&place.section(problems)?, problems, within.places)
    };
    if problems.lines().len() > before {
        return None;
    }
    let mut count = |field, (low, high): (u32, u32), now: u32| {
        file.whole(
            problems,
            field,
            u64::from(low)..=u64::from(high),
            u64::from(now),
        ) as u32
    };
    scenario.people = count("people", sizes::PEOPLE, scenario.people);
    scenario.years = count("years", sizes::YEARS, scenario.years);
    scenario.replicates = count("replicates", sizes::REPLICATES, scenario.replicates);
    scenario.seed = file.whole(problems, "seed", 0..=u64::MAX, scenario.seed);
    for (id, value) in validate::assumptions(file, problems) {
        scenario.parameters.set(&id, value);
    }
    if problems.lines().len() > before {
        return Some((scenario, false));
    }
    let whole = as_a_whole(&scenario, within.places);
    for problem in &whole {
        problems.add(
            place.offset,
            format!("scenario.{}", problem.path),
            problem.found.clone(),
            problem.wanted.clone(),
        );
    }
    Some((scenario, whole.is_empty()))
}

/// What is wrong with a scenario as a whole: an event may lie beyond its last year.
fn as_a_whole(scenario: &Scenario, places: &Places) -> Vec<Problem> {
    let places = Places {
        carried: scenario.own.0.as_ref().or(places.carried),
        ..*places
    };
    validate::parse_beside(&validate::write_alone(scenario), &places)
        .err()
        .unwrap_or_default()
}

/// A scenario by its name: a file beside the experiment, or a bundled one.
fn named(name: &str, place: &Place, problems: &mut Problems, within: &In) -> Option<Scenario> {
    let Some(text) =
        (within.beside.file)(name).or_else(|| bundled::scenario(name).map(str::to_owned))
    else {
        let ids: Vec<&str> = bundled::scenarios().iter().map(|(id, _)| *id).collect();
        place.wanted(
            problems,
            suggestion(
                "a file beside this one, or the id of a bundled scenario",
                name,
                &ids,
            ),
        );
        return None;
    };
    // A scenario in a folder of its own means profiles of that folder.
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let from_there = |path: &str| {
        let path = if folder.is_empty() || path.starts_with('/') {
            path.to_owned()
        } else {
            format!("{folder}/{path}")
        };
        (within.places.file)(&path)
    };
    match validate::parse_beside(
        &text,
        &Places {
            file: &from_there,
            ..*within.places
        },
    ) {
        Ok(scenario) => Some(scenario),
        Err(found) => {
            for Problem {
                path,
                line,
                found,
                wanted,
            } in found
            {
                let line = line.map_or(String::new(), |line| format!(", line {line}"));
                problems.add(
                    place.offset,
                    format!("scenario ({name}{line}): {path}"),
                    found,
                    wanted,
                );
            }
            None
        }
    }
}

fn kind(
    file: &Section,
    problems: &mut Problems,
    within: &In,
    question: &str,
    scenario: Option<&Scenario>,
) -> Option<Kind> {
    let mut count = |field, low: u64, high: u64, default: u64| {
        file.whole(problems, field, low..=high, default) as u32
    };
    Some(match question {
        "replicates" => Kind::Replicates,
        "factorial" => Kind::Factorial {
            couplings: truth(file, problems, "couplings"),
        },
        "shapley" => {
            let orders = count("orders", 1, limits::WALKS, 32);
            let of = one_of(file, problems, "of", &["dimensions", "couplings"]);
            Kind::Shapley {
                of: if of == 0 {
                    Players::Dimensions
                } else {
                    Players::Couplings
                },
                orders,
            }
        }
        "morris" => Kind::Morris {
            trajectories: count("trajectories", 1, limits::WALKS, 4),
            what: sensitivity(file, problems),
        },
        "sobol" => Kind::Sobol {
            points: count("points", 2, limits::DRAWS, 32),
            what: sensitivity(file, problems),
        },
        "robustness" => Kind::Robustness {
            draws: count("draws", 1, limits::DRAWS, 256),
        },
        "trial" => {
            let months = count("months", 1, limits::TRIAL_MONTHS, 12);
            let place = file.required(
                problems,
                "approach",
                "the id of the approach to try (kith describe approaches)",
            )?;
            let approaches = bundled::approaches().unwrap_or_default();
            let known: Vec<&str> = approaches
                .iter()
                .map(|approach| approach.id.as_str())
                .collect();
            Kind::Trial {
                approach: place.name(problems, "an approach of the catalogue", &known)?,
                months,
            }
        }
        "versions" => versions(file, problems, within.beside)?,
        _ => Kind::Sweep(sweep(file, problems, within.places, scenario)?),
    })
}

fn truth(file: &Section, problems: &mut Problems, field: &str) -> bool {
    let Some(place) = file.field(field) else {
        return true;
    };
    place.value.as_bool().unwrap_or_else(|| {
        place.wanted(problems, "true or false");
        true
    })
}

/// The position of one of some names; the first when the field is missing.
fn one_of(file: &Section, problems: &mut Problems, field: &str, names: &[&str]) -> usize {
    let name = file
        .field(field)
        .and_then(|place| place.name(problems, "one of", names));
    name.and_then(|name| names.iter().position(|known| *known == name))
        .unwrap_or(0)
}

fn sensitivity(file: &Section, problems: &mut Problems) -> Sensitivity {
    let indicators: Vec<&str> = CATALOGUE.iter().map(|indicator| indicator.id).collect();
    let indicator = file
        .field("indicator")
        .and_then(|place| place.name(problems, "an indicator", &indicators));
    let only = file
        .field("only")
        .and_then(|place| place.name(problems, "a mechanism", &factors::mechanisms()));
    Sensitivity {
        indicator: indicator.unwrap_or_else(|| "doing_well".to_owned()),
        only,
    }
}

fn versions(file: &Section, problems: &mut Problems, beside: &Beside) -> Option<Kind> {
    let place = file.required(
        problems,
        "before",
        "a file beside this one with what an earlier version said",
    )?;
    let before = place.text(problems);
    let Some(text) = (beside.file)(&before) else {
        place.wanted(
            problems,
            "a file beside this one with what an earlier version said",
        );
        return None;
    };
    if let Err(words) = regression::read(&text) {
        problems.add(
            place.offset,
            "before",
            format!("\"{before}\": {words}"),
            "results of an earlier version",
        );
        return None;
    }
    Some(Kind::Versions { before, text })
}

fn sweep(
    file: &Section,
    problems: &mut Problems,
    places: &Places,
    scenario: Option<&Scenario>,
) -> Option<Sweep> {
    let years_kept = one_of(file, problems, "years_kept", &["last", "all"]);
    let list = file.required(
        problems,
        "vary",
        "at least one table [[vary]] with name and values",
    )?;
    let items = list.list(problems);
    if !(1..=limits::VARIED).contains(&items.len()) {
        list.wanted(problems, format!("1 to {} tables [[vary]]", limits::VARIED));
        return None;
    }
    // Whatever is wrong with it was noted where the assumptions were read, which is before this.
    let goes_beyond = file
        .field(FIELD)
        .is_some_and(|place| place.value.as_bool() == Some(true));
    let mut all: Vec<Vary> = Vec::new();
    for item in &items {
        let Some(section) = item.section(problems) else {
            continue;
        };
        section.only(problems, &VARY.map(|field| field.name));
        let values = values(&section, problems);
        let Some(place) = section.required(
            problems,
            "name",
            "the id of a parameter, or another field that can vary",
        ) else {
            continue;
        };
        let name = place.text(problems);
        if all.iter().any(|other| other.name == name) {
            place.wanted(problems, "each field once");
        }
        if let Some(scenario) = scenario {
            check_values(
                &section,
                problems,
                scenario,
                (&name, &values),
                (places, goes_beyond),
            );
        }
        all.push(Vary { name, values });
    }
    if let Some(scenario) = scenario
        && problems.lines().is_empty()
    {
        check_levels(&list, problems, scenario, &all);
    }
    Some(Sweep {
        vary: all,
        years_kept: if years_kept == 0 {
            YearsKept::Last
        } else {
            YearsKept::All
        },
    })
}

/// The values of one table: listed, or evenly spread.
fn values(section: &Section, problems: &mut Problems) -> Vec<f64> {
    let number = |place: &Place, problems: &mut Problems| {
        place.number(problems, f64::MIN, f64::MAX, "a value of the field")
    };
    if let Some(place) = section.field("values") {
        for other in ["from", "to", "steps"] {
            if let Some(other) = section.field(other) {
                other.wanted(problems, "either values, or from, to and steps");
            }
        }
        let items = place.list(problems);
        if place.value.is_array() && !(1..=limits::VALUES).contains(&(items.len() as u64)) {
            place.wanted(problems, format!("1 to {} values", limits::VALUES));
            return Vec::new();
        }
        let mut values: Vec<f64> = Vec::new();
        for item in items {
            let value = number(&item, problems);
            if values.contains(&value) {
                item.wanted(problems, "each value once");
            }
            values.push(value);
        }
        return values;
    }
    let wanted = "values = [ … ], or from, to and steps";
    let ends = ["from", "to"].map(|field| {
        section
            .required(problems, field, wanted)
            .map(|place| number(&place, problems))
    });
    let steps = section
        .required(problems, "steps", wanted)
        .map(|place| place.whole(problems, 2..=limits::VALUES));
    match (ends, steps) {
        ([Some(from), Some(to)], Some(steps)) if from != to => {
            let values = vary::spread(from, to, steps);
            if values.windows(2).any(|pair| pair[0] == pair[1]) {
                let path = section.path_of("to");
                problems.add(
                    section.offset,
                    path,
                    format!("{to}, too near to {from} for {steps} values"),
                    "two ends with room between them",
                );
            }
            values
        }
        ([Some(_), Some(_)], Some(_)) => {
            problems.add(
                section.offset,
                section.path_of("to"),
                "the same number as from",
                "two different ends",
            );
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Whether the field is there and can take each value.
fn check_values(
    section: &Section,
    problems: &mut Problems,
    scenario: &Scenario,
    (name, values): (&str, &[f64]),
    (places, goes_beyond): (&Places, bool),
) {
    let at = |field| {
        section
            .field(field)
            .map_or(section.offset, |place: Place| place.offset)
    };
    let Some(varied) =
        vary::find(scenario, name).map(|varied| if goes_beyond { varied.beyond() } else { varied })
    else {
        if !name.is_empty() {
            let known = can_vary(scenario);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let found = format!("{:?}", crate::scenario::validate::section::shortened(name));
            problems.add(
                at("name"),
                section.path_of("name"),
                found,
                suggestion("a field that can vary", name, &known),
            );
        }
        return;
    };
    let field = if section.field("values").is_some() {
        "values"
    } else {
        "from"
    };
    for value in values.iter().filter(|value| !varied.takes(**value)).take(5) {
        problems.add(
            at(field),
            section.path_of(field),
            value.to_string(),
            format!("for {name} {}", varied.wanted()),
        );
    }
    if name == "people" && values.len() > limits::PLACES {
        problems.add(
            at(field),
            section.path_of(field),
            format!("{} sizes", values.len()),
            format!("at most {} sizes", limits::PLACES),
        );
    }
    if ["years", "money.first_year", "money.last_year"].contains(&name) {
        for value in values.iter().filter(|value| varied.takes(**value)) {
            let mut changed = scenario.clone();
            varied.set(&mut changed, *value);
            for problem in as_a_whole(&changed, places) {
                let found = format!("with {name} = {value}: {}", problem.found);
                problems.add(
                    at(field),
                    format!("scenario.{}", problem.path),
                    found,
                    problem.wanted,
                );
            }
        }
    }
}

/// Whether every point funds at least one level of every arm, and its money does not end before it begins.
fn check_levels(list: &Place, problems: &mut Problems, scenario: &Scenario, all: &[Vary]) {
    let count: u64 = all
        .iter()
        .map(|vary| vary.values.len() as u64)
        .fold(1, u64::saturating_mul);
    if count == 0 || count > limits::POINTS {
        return;
    }
    let sweep = Sweep {
        vary: all.to_vec(),
        years_kept: YearsKept::Last,
    };
    for point in 0..count as u32 {
        let there = super::sweep::scenario_at(scenario, &sweep, point);
        let broke = there
            .arms
            .iter()
            .find(|arm| arm.design.levels.iter().all(|weight| *weight <= 0.0));
        if let Some(arm) = broke {
            problems.add(
                list.offset,
                "vary",
                format!("a point at which {} funds no level", arm.id),
                "at least one level with a weight above 0",
            );
            return;
        }
        if there.money.last_year < there.money.first_year {
            problems.add(
                list.offset,
                "vary",
                "a point at which money ends before it begins",
                "a last year that is not before the first year",
            );
            return;
        }
    }
}

/// Whether the whole can be put together in the end.
fn check_size(experiment: &Experiment, file: &Section, problems: &mut Problems) {
    let at = |field: &str| file.field(field).map_or(file.offset, |place| place.offset);
    let replicates = u64::from(experiment.scenario.replicates);
    match &experiment.kind {
        Kind::Sweep(sweep) => {
            let points = sweep
                .vary
                .iter()
                .map(|vary| vary.values.len() as u64)
                .fold(1, u64::saturating_mul);
            if points > limits::POINTS {
                problems.add(
                    at("vary"),
                    "vary",
                    format!("{points} points"),
                    format!("at most {} points", limits::POINTS),
                );
                return;
            }
            let years = if sweep.years_kept == YearsKept::All {
                u64::from(experiment.scenario.years) + 1
            } else {
                1
            };
            let rows = points
                .saturating_mul(replicates)
                .saturating_mul(experiment.scenario.arms.len() as u64)
                .saturating_mul(years);
            too_many_rows(rows, at("replicates"), problems);
        }
        Kind::Replicates => {
            let years = u64::from(experiment.scenario.years) + 1;
            too_many_rows(
                replicates * experiment.scenario.arms.len() as u64 * years,
                at("replicates"),
                problems,
            );
        }
        _ => {}
    }
}

fn too_many_rows(rows: u64, offset: usize, problems: &mut Problems) {
    if rows > limits::ROWS {
        let wanted = format!(
            "at most {} rows: fewer replicates, points, arms or years kept",
            limits::ROWS
        );
        problems.add(
            offset,
            "replicates",
            format!("a table of {rows} rows"),
            wanted,
        );
    }
}
