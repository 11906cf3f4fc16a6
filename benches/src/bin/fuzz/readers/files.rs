//! Files of the command line: scenarios, experiments, assumptions, profiles, results of another
//! version.

use super::{Answer, NAME, Read, is_looked_into, plain};
use crate::mutate::Corpus;
use kith::analysis::regression::{Case, Record};
use kith::experiment::{self, Beside};
use kith::export::regression;
use kith::place::{self, Profile};
use kith::scenario::parameters::Parameters;
use kith::scenario::validate::{self, Problem};
use kith::scenario::warnings::warnings;
use kith::scenario::{Scenario, bundled};
use kith::text;
use std::collections::BTreeMap;

/// Texts that are right.
fn texts(texts: impl IntoIterator<Item = String>) -> Vec<Vec<u8>> {
    texts.into_iter().map(String::into_bytes).collect()
}

/// What is said about problems of a file.
fn wrong(problems: &[Problem]) -> Answer {
    Answer::refused(validate::told(&validate::lines(NAME, problems)))
}

/// The text of an input, or what is said where it is none.
fn read_as_text(bytes: &[u8], read: impl Fn(&str) -> Answer) -> Answer {
    match text::read(bytes) {
        Ok(text) => read(&text),
        Err(error) => Answer::refused(error.to_string()),
    }
}

/// A scenario with something of everything.
pub fn full() -> Scenario {
    let text = "format = 1\nname = \"Everything\"\nplace = \"invented-town\"\npeople = 700\nyears \
        = 6\nreplicates = 3\nspin_up_months = 12\n\
        [money]\npounds_per_head_year = 55.5\nfirst_year = 2\nlast_year = 4\n\
        [[arms]]\nid = \"usual\"\npreset = \"business-as-usual\"\n\
        [[arms]]\nid = \"pilots\"\nname = \"Pilots\"\npreset = \"siloed-pilots\"\nbudget = 0.5\n\
        [[arms]]\nid = \"area\"\npreset = \"place-based\"\n[arms.design]\narea = 0.75\n\
        [parameters]\n\"couplings.person_from_family\" = 0.5\n\"control.power\" = 0.1\n";
    // invariant: the text above is right; the test of the seeds reads it.
    validate::parse(text).expect("a right scenario")
}

/// Scenarios that are right.
pub fn scenario_texts() -> Vec<String> {
    let mut all: Vec<String> = bundled::scenarios()
        .iter()
        .map(|(_, text)| (*text).to_owned())
        .collect();
    all.push(validate::write(&full()));
    all
}

pub fn scenarios() -> Corpus {
    Corpus {
        seeds: texts(scenario_texts()),
        own: plain,
    }
}

pub fn scenario() -> Read {
    Box::new(|bytes| {
        read_as_text(bytes, |text| match validate::parse(text) {
            Ok(scenario) => {
                let mut answer = Answer::accepted(
                    warnings(&scenario)
                        .iter()
                        .map(ToString::to_string)
                        .collect(),
                );
                if is_looked_into(bytes)
                    && validate::parse(&validate::write(&scenario)).as_ref() != Ok(&scenario)
                {
                    answer.broken = Some("what was read is written as something else".to_owned());
                }
                answer
            }
            Err(problems) => wrong(&problems),
        })
    })
}

pub fn experiments() -> Corpus {
    let mut seeds = texts([
        include_str!("../../../../../docs/guide/researchers/studies/1-noise.toml").to_owned(),
        include_str!("../../../../../docs/guide/researchers/studies/2-power.toml").to_owned(),
        include_str!("../../../../../docs/guide/researchers/studies/3-turn-over.toml").to_owned(),
    ]);
    let head =
        "format = 1\nname = \"x\"\nscenario = \"wigan\"\npeople = 600\nyears = 4\nreplicates = 4\n";
    for question in [
        "question = \"factorial\"\ncouplings = true\n",
        "question = \"shapley\"\nof = \"couplings\"\norders = 4\n",
        "question = \"morris\"\ntrajectories = 4\nindicator = \"lonely\"\n",
        "question = \"sobol\"\npoints = 8\n",
        "question = \"versions\"\nbefore = \"before.json\"\n",
        "question = \"sweep\"\nyears_kept = \"all\"\n[[vary]]\nname = \"years\"\nvalues = [3, \
         5]\n[[vary]]\nname = \"people\"\nvalues = [500, 900]\n",
        "scenario_file = 1\nquestion = \"replicates\"\n",
    ] {
        seeds.push(format!("{head}{question}").into_bytes());
    }
    seeds.pop();
    Corpus { seeds, own: plain }
}

pub fn experiment() -> Read {
    let before = result_texts().swap_remove(0);
    Box::new(move |bytes| {
        let file = |name: &str| (name == "before.json").then(|| before.clone());
        let beside = Beside {
            places: &["own-0123456789"],
            file: &file,
            ..experiment::Beside::NOTHING
        };
        read_as_text(bytes, |text| {
            match experiment::parse_beside(text, &beside) {
                Ok(found) => {
                    let mut answer = Answer::accepted(Vec::new());
                    if is_looked_into(bytes)
                        && experiment::parse_beside(&experiment::write(&found), &beside).as_ref()
                            != Ok(&found)
                    {
                        answer.broken =
                            Some("what was read is written as something else".to_owned());
                    }
                    answer
                }
                Err(problems) => wrong(&problems),
            }
        })
    })
}

pub fn assumptions() -> Corpus {
    let mut all = Parameters::default();
    for (k, info) in Parameters::registry().into_iter().enumerate() {
        all.set(&info.id(), if k % 2 == 0 { info.low } else { info.high });
    }
    let few =
        "[parameters]\n\"couplings.person_from_family\" = 0.5\ncontrol.power = 0.1\n".to_owned();
    Corpus {
        seeds: texts([
            few,
            validate::write(&full()),
            validate::write_parameters(&all),
        ]),
        own: plain,
    }
}

pub fn parameters() -> Read {
    Box::new(|bytes| {
        read_as_text(bytes, |text| match validate::parse_parameters(text) {
            Ok(named) => {
                let mut set = Parameters::default();
                let unknown = named
                    .iter()
                    .find(|(id, value)| !value.is_finite() || !set.set(id, *value));
                let broken = unknown.map(|(id, value)| format!("{id} = {value} was accepted"));
                Answer {
                    broken,
                    ..Answer::accepted(Vec::new())
                }
            }
            Err(problems) => wrong(&problems),
        })
    })
}

/// Profiles that are right: a small one and that of an invented town.
pub fn profile_texts() -> Vec<String> {
    let town = place::bundled::INVENTED_TOWN;
    let mut all = vec![town.to_owned()];
    if let Ok(mut small) = Profile::from_toml(town) {
        small.neighbourhoods.truncate(2);
        all.extend([small.to_toml(), small.to_toml()]);
    }
    all
}

pub fn profiles() -> Corpus {
    Corpus {
        seeds: texts(profile_texts()),
        own: plain,
    }
}

pub fn profile() -> Read {
    Box::new(|bytes| {
        read_as_text(bytes, |text| match Profile::from_toml(text) {
            Ok(profile) => {
                let mut answer = Answer::accepted(vec![profile.name.clone()]);
                if is_looked_into(bytes)
                    && Profile::from_toml(&profile.to_toml()).as_ref() != Ok(&profile)
                {
                    answer.broken = Some("what was read is written as something else".to_owned());
                }
                answer
            }
            Err(error) => Answer::refused(error.to_string()),
        })
    })
}

/// Results of the set and of a comparison.
fn result_texts() -> Vec<String> {
    let case = |k: u32| Case {
        scenario: format!("{k:016x}"),
        fingerprint: format!("{:016x}", k + 7),
        arms: BTreeMap::from([
            ("1-own".to_owned(), vec![f64::from(k), 7.125]),
            ("pilots".to_owned(), vec![-0.5, 1e9]),
        ]),
    };
    let record = Record {
        version: "0.1.0".to_owned(),
        indicators: vec!["lonely".to_owned(), "wellbeing".to_owned()],
        spread: vec![0.5, 0.25],
        scenarios: vec![case(0), case(1)],
    };
    let comparison = include_str!("../../../../seeds/comparison.json").to_owned();
    // A record of texts and numbers is always written.
    vec![regression::write(&record).unwrap_or_default(), comparison]
}

pub fn results() -> Corpus {
    Corpus {
        seeds: texts(result_texts()),
        own: plain,
    }
}

pub fn regress() -> Read {
    Box::new(|bytes| {
        read_as_text(bytes, |text| match regression::read(text) {
            Ok(results) => {
                let mut said = vec![results.version.clone()];
                for scenario in results.scenarios.iter().take(3) {
                    said.extend([scenario.hash.clone(), scenario.fingerprint.clone()]);
                    said.extend(
                        scenario
                            .values
                            .keys()
                            .take(9)
                            .map(|(arm, indicator)| format!("{arm} {indicator}")),
                    );
                }
                Answer::accepted(said)
            }
            Err(words) => Answer::refused(words),
        })
    })
}
