//! The figures of districts: fetched once from where the page came from, and what waits for them until they are here.
//!
//! Stands between what the page is to do and whoever does it. Knows no browser: it says what is to be fetched and is told what came.

pub mod lost;

use super::effect::Effect;
use super::inquiries::Wanted;
use super::kept::Said as Kept;
use super::lab::Said as InLab;
use super::lab::bench::Said as Bench;
use super::lab::order::{Order as Lab, Work};
use super::message::Message;
use crate::place::england::{self, Entry};
use crate::protocol::Figures;
use crate::scenario::Scenario;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The figures that are here, and what waits for others.
#[derive(Default)]
pub struct Packs {
    here: BTreeMap<String, Rc<[u8]>>,
    fetching: BTreeSet<&'static str>,
    /// A start whose place is on its way, with what belongs to it.
    held: Vec<Effect>,
    /// The begin of an experiment whose place is on its way.
    experiment: Option<Effect>,
}

/// What the page is to do now.
#[derive(Debug, Default, PartialEq)]
pub struct Now {
    /// What need not wait, in order.
    pub effects: Vec<Effect>,
    /// The place to fetch, if one is missing and not on its way already.
    pub fetch: Option<&'static Entry>,
    /// What the page should know.
    pub messages: Vec<Message>,
}

impl Packs {
    /// The place of a scenario, if some of its figures are not here.
    fn missing(&self, scenario: &Scenario) -> Option<&'static Entry> {
        let entry = england::find(&scenario.place)?;
        england::codes(entry)
            .iter()
            .any(|code| !self.here.contains_key(*code))
            .then_some(entry)
    }

    /// What workers need to be told of a scenario's place: nothing where they have it.
    pub fn figures(&self, scenario: &Scenario) -> Option<Figures> {
        if let Some(own) = scenario.own_place() {
            return Some(Figures::of_text(&own.profile));
        }
        let codes = england::codes(england::find(&scenario.place)?);
        let bytes = |code: &&str| self.here.get(*code).map(|bytes| bytes.to_vec());
        codes
            .iter()
            .map(bytes)
            .collect::<Option<_>>()
            .map(Figures::Packs)
    }

    /// Takes in what is to be done; what it gives back is to be done now, the rest once the figures are here.
    pub fn pass(&mut self, effect: Effect) -> Now {
        match &effect {
            Effect::Start { scenario, .. } => {
                self.held.clear();
                if let Some(entry) = self.missing(scenario) {
                    self.held.push(effect);
                    return Now {
                        effects: vec![Effect::Cancel],
                        fetch: self.fetch(entry),
                        ..Now::default()
                    };
                }
            }
            Effect::More(_) | Effect::Inquire(Wanted::Begin { .. }) if !self.held.is_empty() => {
                self.held.push(effect);
                return Now::default();
            }
            Effect::Inquire(Wanted::Drop) => {
                self.held.retain(|held| !matches!(held, Effect::Inquire(_)));
            }
            Effect::Cancel => self.held.clear(),
            Effect::Lab(Lab::Work(Work::Begin { experiment, .. })) => {
                self.experiment = None;
                if let Some(entry) = self.missing(&experiment.scenario) {
                    self.experiment = Some(effect);
                    return Now {
                        fetch: self.fetch(entry),
                        ..Now::default()
                    };
                }
            }
            Effect::Lab(Lab::Work(Work::Drop)) => self.experiment = None,
            _ => {}
        }
        Now {
            effects: vec![effect],
            ..Now::default()
        }
    }

    fn fetch(&mut self, entry: &'static Entry) -> Option<&'static Entry> {
        self.fetching.insert(entry.id).then_some(entry)
    }

    /// The figures of a place came, each with its code; or they could not be fetched.
    pub fn came(&mut self, id: &str, packs: Option<Vec<(String, Vec<u8>)>>) -> Now {
        self.fetching.remove(id);
        let lies_in = |effect: &Effect| match effect {
            Effect::Start { scenario, .. } => scenario.place == id,
            Effect::Lab(Lab::Work(Work::Begin { experiment, .. })) => {
                experiment.scenario.place == id
            }
            _ => false,
        };
        let held = if self.held.first().is_some_and(lies_in) {
            std::mem::take(&mut self.held)
        } else {
            Vec::new()
        };
        let experiment = self.experiment.take_if(|effect| lies_in(effect));
        let Some(packs) = packs else {
            let messages = held
                .into_iter()
                .take(1)
                .chain(experiment)
                .flat_map(|effect| in_vain(&effect, id))
                .collect();
            return Now {
                messages,
                ..Now::default()
            };
        };
        self.here
            .extend(packs.into_iter().map(|(code, bytes)| (code, bytes.into())));
        Now {
            effects: held.into_iter().chain(experiment).collect(),
            ..Now::default()
        }
    }
}

/// What to tell of what waited in vain.
fn in_vain(effect: &Effect, id: &str) -> Vec<Message> {
    match effect {
        Effect::Start { epoch, .. } => {
            vec![
                Message::Failed {
                    epoch: *epoch,
                    message: lost::words(id),
                },
                Message::Kept(Kept::PlaceLost(id.to_owned())),
            ]
        }
        Effect::Lab(Lab::Work(Work::Begin { number, .. })) => {
            vec![Message::Lab(InLab::Bench(Bench::Declined {
                number: *number,
                words: lost::words(id),
            }))]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::samples::scenario;

    fn start(epoch: u32, place: &str) -> Effect {
        let scenario = Scenario {
            place: place.to_owned(),
            ..scenario()
        };
        Effect::Start {
            epoch,
            scenario: Rc::new(scenario),
            show_place: true,
            jobs: Vec::new(),
        }
    }

    #[test]
    fn what_is_no_district_waits_for_nothing() {
        let mut packs = Packs::default();
        for place in ["invented-town", "own-0123456789"] {
            assert_eq!(
                packs.pass(start(1, place)),
                Now {
                    effects: vec![start(1, place)],
                    ..Now::default()
                }
            );
        }
    }

    #[test]
    fn a_start_waits_with_all_that_belongs_to_it_until_the_figures_are_here_and_later_ones_do_not()
    {
        let mut packs = Packs::default();
        let now = packs.pass(start(1, "leeds"));
        assert_eq!(
            (now.effects, now.fetch.map(|entry| entry.id)),
            (vec![Effect::Cancel], Some("leeds"))
        );
        assert_eq!(packs.pass(Effect::More(Vec::new())), Now::default());
        let again = packs.pass(start(2, "leeds"));
        assert_eq!(again.fetch, None, "it is on its way");
        assert_eq!(packs.pass(Effect::More(Vec::new())), Now::default());
        let code = england::find("leeds").unwrap().code.to_owned();
        let now = packs.came("leeds", Some(vec![(code, vec![1, 2])]));
        assert_eq!(
            now.effects,
            [start(2, "leeds"), Effect::More(Vec::new())],
            "of the first start nothing is left"
        );
        assert_eq!(packs.pass(start(3, "leeds")).effects, [start(3, "leeds")]);
    }

    #[test]
    fn what_is_not_wanted_any_more_is_not_begun_when_it_comes() {
        let mut packs = Packs::default();
        packs.pass(start(1, "leeds"));
        assert_eq!(
            packs.pass(start(2, "invented-town")).effects,
            [start(2, "invented-town")]
        );
        assert_eq!(packs.came("leeds", Some(Vec::new())), Now::default());
        packs.pass(start(3, "cornwall"));
        assert_eq!(packs.pass(Effect::Cancel).effects, [Effect::Cancel]);
        assert_eq!(packs.came("cornwall", None), Now::default());
    }

    #[test]
    fn figures_that_cannot_be_fetched_are_said_and_may_be_asked_for_again() {
        let mut packs = Packs::default();
        packs.pass(start(5, "somerset"));
        let now = packs.came("somerset", None);
        assert!(
            matches!(&now.messages[..], [Message::Failed { epoch: 5, message }, Message::Kept(Kept::PlaceLost(id))]
            if message.contains("Somerset could not be fetched") && id == "somerset")
        );
        assert_eq!(
            packs
                .pass(start(6, "somerset"))
                .fetch
                .map(|entry| entry.members.len()),
            Some(4)
        );
    }
}
