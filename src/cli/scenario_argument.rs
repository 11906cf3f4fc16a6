//! The SCENARIO argument: a path or a bundled id, with the changes that flags make, checked as a whole.

use super::{Failure, files, own_place};
use crate::ensemble::{self, Prepared};
use crate::scenario::own::{Carried, is_file};
use crate::scenario::validate::{self, Places, Problem, lines, nearest, told};
use crate::scenario::{Scenario, bundled};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which scenario, and what to change in it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ScenarioArgument {
    /// A scenario file, or the id of a bundled scenario (kith describe scenarios).
    pub scenario: PathBuf,
}

impl ScenarioArgument {
    /// The argument as it was typed.
    pub fn of(typed: impl Into<PathBuf>) -> Self {
        Self {
            scenario: typed.into(),
        }
    }
}

/// Changes to a scenario's size and luck.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Changes {
    /// Another place: an id (kith describe places) or a profile file (ends in .toml), instead of the scenario's.
    #[arg(long, value_name = "ID|FILE")]
    pub place: Option<String>,
    /// Generate this many people.
    #[arg(long, value_name = "N")]
    pub people: Option<u32>,
    /// Simulate this many years after the arms branch.
    #[arg(long, value_name = "Y")]
    pub years: Option<u32>,
    /// The seed of all luck.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// Set the assumptions of this file ([parameters], as in a scenario file); others stay as the scenario has them.
    #[arg(long, value_name = "FILE")]
    pub parameters: Option<PathBuf>,
}

/// Assumptions by id, or a line for each problem of their file.
type Assumptions = Result<Vec<(String, f32)>, Vec<String>>;

impl Changes {
    /// Puts the scenario into the place that was asked for. Errors: a profile that cannot be read or be right.
    fn put(&self, scenario: &mut Scenario) -> Result<(), Failure> {
        let Some(place) = &self.place else {
            return Ok(());
        };
        let own = if is_file(place) {
            let unfit = |unfit: validate::Unfit| {
                Failure::Input(format!("--place: {}; wanted {}", unfit.found, unfit.wanted))
            };
            Some(Arc::new(
                own_place::read(Path::new(""), place).map_err(unfit)?,
            ))
        } else {
            None
        };
        scenario.place = own
            .as_ref()
            .map_or_else(|| place.clone(), |own| own.id.clone());
        scenario.own = Carried(own);
        Ok(())
    }

    /// The assumptions of the file, or a line for each of its problems.
    fn assumptions(&self) -> Result<Assumptions, Failure> {
        let Some(path) = &self.parameters else {
            return Ok(Ok(Vec::new()));
        };
        let named = validate::parse_parameters(&files::read(path)?);
        Ok(named.map_err(|problems| lines(&path.display().to_string(), &problems)))
    }
}

impl ScenarioArgument {
    /// What it is called in messages.
    pub fn shown(&self) -> String {
        self.scenario.display().to_string()
    }

    /// The text of the scenario: a file where there is one of this name, else the bundled one of this id.
    pub fn text(&self) -> Result<String, Failure> {
        let id = self.scenario.to_str().unwrap_or_default();
        if !self.scenario.is_file()
            && let Some(text) = bundled::scenario(id)
        {
            return Ok(text.to_owned());
        }
        files::read(&self.scenario).map_err(|failure| match failure {
            Failure::Input(words) if !self.scenario.exists() => Failure::Input(words + &hint(id)),
            other => other,
        })
    }

    /// The scenario as written, in its place: a bundled one, one that the file carries, or a profile beside the file.
    pub fn read(&self) -> Result<Scenario, Failure> {
        let scenario =
            parse_at(&self.scenario, &self.text()?).map_err(|problems| self.wrong(&problems))?;
        own_place::check(&scenario, &self.shown())?;
        Ok(scenario)
    }

    /// The scenario with changes, checked again as a whole: an event may now lie beyond the last year.
    pub fn read_with(
        &self,
        changes: &Changes,
        replicates: Option<u32>,
    ) -> Result<Scenario, Failure> {
        let mut scenario = self.read()?;
        changes.put(&mut scenario)?;
        scenario.people = changes.people.unwrap_or(scenario.people);
        scenario.years = changes.years.unwrap_or(scenario.years);
        scenario.seed = changes.seed.unwrap_or(scenario.seed);
        scenario.replicates = replicates.unwrap_or(scenario.replicates);
        let mut mistakes = Vec::new();
        match changes.assumptions()? {
            Ok(named) => {
                for (id, value) in named {
                    scenario.parameters.set(&id, value);
                }
            }
            Err(found) => mistakes = found,
        }
        match validate::parse(&validate::write(&scenario)) {
            Ok(scenario) if mistakes.is_empty() => Ok(scenario),
            checked => {
                // The lines are those of no file that the person has.
                let problems = checked
                    .err()
                    .unwrap_or_default()
                    .into_iter()
                    .map(|p| Problem { line: None, ..p });
                mistakes.extend(lines(&self.shown(), &problems.collect::<Vec<_>>()));
                Err(failure(&mistakes))
            }
        }
    }

    /// The failure that names all problems.
    pub fn wrong(&self, problems: &[Problem]) -> Failure {
        wrong(&self.shown(), problems)
    }
}

/// The scenario that a text at a path says; a profile that it names stands beside it.
///
/// Errors: every problem of the text.
pub fn parse_at(path: &Path, text: &str) -> Result<Scenario, Vec<Problem>> {
    let folder = path.parent().unwrap_or(Path::new(""));
    validate::parse_beside(
        text,
        &Places {
            file: &|written| own_place::read(folder, written),
            ..Places::BUNDLED
        },
    )
}

/// The failure that names all problems of a file.
pub fn wrong(shown: &str, problems: &[Problem]) -> Failure {
    failure(&lines(shown, problems))
}

fn failure(lines: &[String]) -> Failure {
    Failure::Input(told(lines))
}

fn hint(id: &str) -> String {
    let ids = || bundled::scenarios().iter().map(|(id, _)| *id);
    match nearest(id, ids()) {
        Some(near) => format!("\nThere is a bundled scenario \"{near}\"; did you mean that?"),
        None => format!(
            "\nBundled scenarios: {}",
            ids().collect::<Vec<_>>().join(", ")
        ),
    }
}

/// Generates the place and works out what each arm buys.
pub fn prepare(scenario: Scenario) -> Result<Prepared, Failure> {
    ensemble::prepare(scenario).map_err(Failure::Input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn argument(text: &str) -> ScenarioArgument {
        ScenarioArgument {
            scenario: PathBuf::from(text),
        }
    }

    #[test]
    fn an_id_is_a_scenario_and_flags_change_it() {
        let changes = Changes {
            people: Some(700),
            years: Some(3),
            seed: Some(u64::MAX),
            ..Changes::default()
        };
        let scenario = argument("wigan").read_with(&changes, Some(2)).unwrap();
        assert_eq!(
            (
                scenario.place.as_str(),
                scenario.people,
                scenario.years,
                scenario.replicates
            ),
            ("wigan", 700, 3, 2)
        );
        assert_eq!(scenario.seed, u64::MAX);
    }

    #[test]
    fn another_place_is_an_id_or_a_file() {
        let at = |place: &str| {
            argument("wigan").read_with(
                &Changes {
                    place: Some(place.to_owned()),
                    ..Changes::default()
                },
                None,
            )
        };
        assert_eq!(at("leeds").unwrap().place, "leeds");
        let Err(Failure::Input(words)) = at("leds") else {
            panic!("a place of that name was found")
        };
        assert!(
            words.contains("wigan: place:") && words.contains("leeds"),
            "{words}"
        );
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("town.toml");
        std::fs::write(&file, crate::place::bundled::INVENTED_TOWN).unwrap();
        let own = at(file.to_str().unwrap()).unwrap();
        assert!(
            own.own_place().is_some() && own.place.starts_with("own-"),
            "{}",
            own.place
        );
        let Err(Failure::Input(words)) = at("no/such/town.toml") else {
            panic!("a file was found")
        };
        assert!(
            words.starts_with("--place: \"no/such/town.toml\""),
            "{words}"
        );
    }

    #[test]
    fn a_wrong_flag_is_named_like_a_wrong_field() {
        let Err(Failure::Input(words)) = argument("wigan").read_with(
            &Changes {
                people: Some(3),
                ..Changes::default()
            },
            Some(0),
        ) else {
            panic!("3 people were taken")
        };
        assert!(
            words.contains("wigan: people: 3 is outside 500 to 1000000"),
            "{words}"
        );
        assert!(words.ends_with("2 problems"), "{words}");
        assert!(!words.contains("line"), "{words}");
    }

    #[test]
    fn a_file_of_assumptions_changes_what_it_names_and_its_mistakes_are_named_with_all_others() {
        let path =
            std::env::temp_dir().join(format!("kith-parameters-{}.toml", std::process::id()));
        let changes = |text: &str| {
            std::fs::write(&path, text).unwrap();
            Changes {
                parameters: Some(path.clone()),
                ..Changes::default()
            }
        };
        let scenario = argument("wigan")
            .read_with(
                &changes("[parameters]\n\"couplings.person_from_family\" = 0.5\n"),
                None,
            )
            .unwrap();
        assert_eq!(scenario.parameters.changes().len(), 1);
        assert_eq!(scenario.parameters.couplings.person_from_family, 0.5);
        let wrong =
            changes("[parameters]\n\"couplings.person_from_family\" = 7\n\"nonsense\" = 1\n");
        let answer = argument("wigan").read_with(
            &Changes {
                people: Some(3),
                ..wrong
            },
            None,
        );
        std::fs::remove_file(&path).unwrap();
        let Err(Failure::Input(words)) = answer else {
            panic!("7 was taken")
        };
        assert!(
            words.contains(".toml: line 2: ")
                && words.contains(".toml: line 3: ")
                && words.contains("wigan: people: 3 is outside"),
            "{words}"
        );
        assert!(words.ends_with("3 problems"), "{words}");
    }

    #[test]
    fn a_mistyped_id_is_suggested() {
        assert!(
            matches!(argument("trafort").read(), Err(Failure::Input(words)) if words.contains("\"trafford\""))
        );
        assert!(
            matches!(argument("/no/such/file.toml").read(), Err(Failure::Input(words)) if words.contains("Bundled scenarios: trafford"))
        );
    }
}
