//! The three people whom the room meets: the same all hour. They are known by a number that is the same for the same person in
//! every world, so that they stay when the room changes the question; who is not there any more is said.

use crate::charts::lives;
use crate::ensemble::pair::Pair;
use crate::indicators::introduced::Circumstance;
use crate::scenario::Scenario;
use crate::session::question::run::Run;

/// Somebody whom the room has met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// What they were introduced for.
    pub circumstance: Circumstance,
    /// The number that is theirs in every world.
    pub key: u64,
    /// Who they are when the two worlds part.
    pub words: String,
}

/// Those whom the room has met, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// In the order in which they were introduced.
    pub met: Vec<Met>,
    origin: Origin,
}

/// What makes people the same: the place, how many are invented of it, the luck, and the date at which they are met.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    place: String,
    people: u32,
    seed: u64,
    spin_up_months: u32,
}

/// Where somebody is in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// At this position of its place.
    Here(u32),
    /// In this place, but not when its worlds part: other assumptions gave the years before another course.
    NotHere,
    /// The run is of another place, or of other invented people.
    OtherPeople,
}

impl Origin {
    fn of(scenario: &Scenario) -> Self {
        Self {
            place: scenario.place.clone(),
            people: scenario.people,
            seed: scenario.seed,
            spin_up_months: scenario.spin_up_months,
        }
    }
}

impl People {
    /// Those whom a run introduces; none before its place and its first pictures are there.
    pub fn of(run: &Run) -> Option<Self> {
        let frames = run.pictures.get(Pair::shown(&run.scenario).reference)?;
        let place = run.place.as_ref()?;
        let met: Vec<Met> = frames
            .introduced
            .iter()
            .map(|one| Met {
                circumstance: one.circumstance,
                key: one.followed.key,
                words: lives::who(&one.followed, &one.moment, place),
            })
            .collect();
        (!met.is_empty()).then(|| Self {
            met,
            origin: Origin::of(&run.scenario),
        })
    }

    /// Where one of them is in a run; nothing before its first pictures are there.
    pub fn whereabouts(&self, one: &Met, run: &Run) -> Option<Whereabouts> {
        if self.origin != Origin::of(&run.scenario) {
            return Some(Whereabouts::OtherPeople);
        }
        let frames = run
            .pictures
            .get(Pair::shown(&run.scenario).reference)
            .filter(|frames| !frames.keys.is_empty())?;
        let slot = frames.keys.iter().position(|key| *key == one.key);
        Some(slot.map_or(Whereabouts::NotHere, |slot| Whereabouts::Here(slot as u32)))
    }

    /// Whether none of them can be there.
    pub fn are_of_another_place(&self, run: &Run) -> bool {
        self.origin != Origin::of(&run.scenario)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Said;
    use super::*;
    use crate::ensemble::{ArmOutcome, Outcome, Prepared, prepare};
    use crate::session::edit::Edit;
    use crate::session::question;
    use crate::session::{Message, Route, State, samples, update};

    fn say(state: &mut State, message: Message) {
        update(state, message, &samples::choices());
    }

    /// A small town whose first pictures are in.
    fn opened() -> (State, Prepared) {
        let mut scenario = samples::scenario();
        "invented-town".clone_into(&mut scenario.place);
        (scenario.people, scenario.years, scenario.spin_up_months) = (600, 2, 24);
        scenario.money.last_year = 1;
        let mut state = State::new("sample", scenario.clone());
        state.route = Route::Workshop;
        let prepared = prepare(scenario).unwrap();
        arrive(&mut state, &prepared);
        (state, prepared)
    }

    fn arrive(state: &mut State, prepared: &Prepared) {
        std::rc::Rc::make_mut(&mut state.question).run.scenario =
            std::rc::Rc::clone(&state.question.scenario);
        std::rc::Rc::make_mut(&mut state.question).run.place =
            Some(std::rc::Rc::new((*prepared.place).clone()));
        let start = prepared.spin_up(0);
        let arms: Vec<ArmOutcome> = (0..3).map(|arm| prepared.live(&start, arm, true)).collect();
        let (epoch, outcomes) = (
            state.question.run.epoch,
            vec![Outcome { replicate: 0, arms }],
        );
        std::rc::Rc::make_mut(&mut state.question).run.pictures = std::rc::Rc::default();
        say(state, Message::Arrived { epoch, outcomes });
    }

    fn whereabouts(state: &State) -> Vec<Option<Whereabouts>> {
        let people = state.workshop.people.as_ref().unwrap();
        people
            .met
            .iter()
            .map(|one| people.whereabouts(one, &state.question.run))
            .collect()
    }

    #[test]
    fn the_same_three_stay_when_the_question_changes_and_who_is_not_there_is_known() {
        let (mut state, prepared) = opened();
        let first = state.workshop.people.clone().unwrap();
        assert_eq!(first.met.len(), 3);
        assert!(
            whereabouts(&state)
                .iter()
                .all(|found| matches!(found, Some(Whereabouts::Here(_))))
        );
        // Other money: the same people.
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(200.0))),
        );
        assert!(
            whereabouts(&state).iter().all(Option::is_none),
            "the new run has no pictures yet"
        );
        let changed = Prepared {
            scenario: (*state.question.scenario).clone(),
            ..prepared.clone()
        };
        arrive(&mut state, &changed);
        assert_eq!(state.workshop.people.as_ref(), Some(&first));
        assert!(
            whereabouts(&state)
                .iter()
                .all(|found| matches!(found, Some(Whereabouts::Here(_))))
        );
        // Somebody who is not in the new run is not mistaken for whoever stands there.
        let frames =
            std::rc::Rc::make_mut(&mut std::rc::Rc::make_mut(&mut state.question).run.pictures);
        for frames in frames.iter_mut() {
            let slot = frames
                .keys
                .iter()
                .position(|key| *key == first.met[1].key)
                .unwrap();
            frames.keys[slot] ^= 1;
        }
        assert_eq!(whereabouts(&state)[1], Some(Whereabouts::NotHere));
        // Another luck invents other people; the room may meet three of them.
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Seed(99))),
        );
        assert!(
            state
                .workshop
                .people
                .as_ref()
                .unwrap()
                .are_of_another_place(&state.question.run)
        );
        assert_eq!(whereabouts(&state), [Some(Whereabouts::OtherPeople); 3]);
        let mut other = (*state.question.scenario).clone();
        other.seed = 99;
        arrive(&mut state, &prepare(other).unwrap());
        say(&mut state, Message::Workshop(Said::MeetOthers));
        assert_ne!(state.workshop.people.as_ref(), Some(&first));
        assert!(
            whereabouts(&state)
                .iter()
                .all(|found| matches!(found, Some(Whereabouts::Here(_))))
        );
    }
}
