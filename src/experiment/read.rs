//! From what a person wrote to a checked experiment, or to all its problems at once. Knows no
//! files: whoever has them hands texts in.

mod checks;
mod size;
mod sweep;

use super::fields::{self, FIELDS};
use super::{Experiment, FORMAT, Kind, Players, Sensitivity, limits};
use crate::analysis::factors;
use crate::export::regression;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::own::Own;
use crate::scenario::validate::problem::Problems;
use crate::scenario::validate::section::{Place, Section, suggestion};
use crate::scenario::validate::{self, Places, Problem, Unfit};
use crate::scenario::{Scenario, bundled, limits as sizes};
use checks::{as_a_whole, one_of};

/// What stands beside an experiment file.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// Ids of places that are not bundled.
    pub places: &'a [&'a str],
    /// The place of a profile file by the path that the experiment, or a scenario beside it, gives
    /// it.
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
    size::check(&experiment, file, problems);
    Some(experiment)
}

/// The scenario with the experiment's own size, luck and assumptions, checked again as a whole, and
/// whether it is sound. One with a wrong size still tells which names there are, so that the rest
/// of the file can be checked against it.
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
        _ => Kind::Sweep(sweep::read(file, problems, within.places, scenario)?),
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
