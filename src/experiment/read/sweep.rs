//! The fields that a sweep varies: their values, and whether every point of them can be run.

use super::checks::{as_a_whole, one_of};
use crate::experiment::fields::VARY;
use crate::experiment::vary::{self, Vary, can_vary};
use crate::experiment::{Sweep, YearsKept, limits, sweep};
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::FIELD;
use crate::scenario::validate::Places;
use crate::scenario::validate::problem::Problems;
use crate::scenario::validate::section::{Place, Section, shortened, suggestion};

pub(super) fn read(
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
            let found = format!("{:?}", shortened(name));
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

/// Whether every point funds at least one level of every arm, and its money does not end before it
/// begins.
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
        let there = sweep::scenario_at(scenario, &sweep, point);
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
