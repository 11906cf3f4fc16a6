//! Following somebody: whose life is proposed, and asking for the two lives of whoever is followed. The answer is kept with
//! the inquiries; this knows which of them is wanted now.

use super::inquiries::{Inquiries, Said, Standing};
use super::question::Question;
use super::question::run::Run;
use crate::analysis::lives::proposals::{Example, Proposals};
use crate::ensemble::pair::Pair;
use crate::protocol::{Answer, Inquiry, Lives};
use std::rc::Rc;

/// What is proposed, and what was asked for last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Followed {
    /// The example that was last chosen, as long as the person it chose is followed.
    pub example: Option<(Example, u32)>,
    turns: [u32; Example::ALL.len()],
    pub(super) asked: Option<Inquiry>,
}

impl Followed {
    /// Somebody who is such an example and is not followed already; another one when asked again.
    pub(super) fn pick(
        &mut self,
        found: &Proposals,
        example: Example,
        followed: Option<u32>,
    ) -> Option<u32> {
        let turn = &mut self.turns[example as usize];
        let mut pick = found.pick(example, *turn);
        if pick == followed {
            *turn += 1;
            pick = found.pick(example, *turn);
        }
        if let Some(person) = pick {
            self.example = Some((example, person));
        }
        pick
    }

    /// Somebody is followed and these lives are wanted, or none: what was asked for before is not wanted any more.
    pub(super) fn follow(&mut self, person: Option<u32>, wanted: Option<Inquiry>) -> Vec<Said> {
        self.example = self.example.filter(|(_, of)| Some(*of) == person);
        let before = self.asked.take_if(|before| Some(*before) != wanted);
        before.into_iter().map(Said::Stop).collect()
    }
}

/// Where the two lives of the person followed stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Story<'a> {
    /// Nobody is followed.
    Nobody,
    /// They are on their way, or wait for the worlds to be lived first.
    Coming,
    /// They are told.
    Told {
        /// The answer, to hold on to.
        answer: &'a Rc<Answer>,
        /// The lives in it.
        lives: &'a Lives,
    },
    /// They cannot be told; the words are for people.
    Untold(&'a str),
}

/// The people proposed from the pictures of a run. Nothing before both worlds are in.
pub fn proposals(run: &Run) -> Option<Proposals> {
    let pair = Pair::shown(&run.scenario);
    Proposals::of(
        run.pictures.get(pair.reference)?,
        run.pictures.get(pair.alternative)?,
    )
}

/// The inquiry about whoever is followed in the run that is going on. None while a control is moved, before both worlds are
/// pictured, or once the run was stopped.
pub(super) fn wanted(question: &Question, followed: Option<u32>) -> Option<Inquiry> {
    let run = &question.run;
    let waits =
        question.moving || run.cancelled || question.failure.is_some() || !question.is_settled();
    let person = followed.filter(|_| !waits)?;
    let pair = Pair::shown(&run.scenario);
    let pictured = |arm: usize| {
        run.pictures
            .get(arm)
            .is_some_and(|frames| !frames.months.is_empty())
    };
    (pictured(pair.reference) && pictured(pair.alternative)).then(|| inquiry(pair, person))
}

fn inquiry(pair: Pair, person: u32) -> Inquiry {
    Inquiry::Life {
        person,
        arms: [pair.reference as u32, pair.alternative as u32],
    }
}

/// The two lives of whoever is followed, for the run that is drawn.
pub fn story<'a>(person: Option<u32>, run: &Run, inquiries: &'a Inquiries) -> Story<'a> {
    let Some(person) = person else {
        return Story::Nobody;
    };
    match inquiries.standing(inquiry(Pair::shown(&run.scenario), person), &run.scenario) {
        Standing::Kept(kept) => match &kept.answer {
            Ok(answer) => match &**answer {
                Answer::Life(Ok(lives)) => Story::Told { answer, lives },
                Answer::Life(Err(words)) => Story::Untold(words),
                _ => Story::Coming,
            },
            Err(words) => Story::Untold(words),
        },
        _ => Story::Coming,
    }
}

/// The lives in an answer that holds some.
pub fn told(answer: &Answer) -> Option<&Lives> {
    match answer {
        Answer::Life(Ok(lives)) => Some(lives),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::inquiries::Wanted;
    use super::super::{Edit, Effect, Message, State};
    use super::super::{samples, update as session_update};
    use super::*;
    use crate::charts::lives::Told;
    use crate::ensemble::Outcome;
    use crate::indicators::Frames;
    use crate::session::explore;
    use crate::session::question;

    /// Three adults: one better off in the second world, one worse, one the same.
    fn pictured(arm: usize) -> Frames {
        let wellbeing: [u8; 3] = if arm == 2 {
            [200, 50, 100]
        } else {
            [100, 100, 100]
        };
        let planes = [wellbeing; 4].concat();
        Frames {
            months: vec![0, 36],
            slots: vec![3, 3],
            bytes: [vec![100; 12], planes].concat(),
            family_of_slot: vec![0; 3],
            who: vec![50; 3],
            since: vec![0; 3],
            ..Frames::default()
        }
    }

    fn outcome(state: &State, replicate: u32) -> Outcome {
        let mut outcome = samples::outcome(&state.question.run.scenario, replicate, 1.0);
        for arm in &mut outcome.arms {
            arm.frames = (replicate == 0).then(|| pictured(arm.arm as usize));
        }
        outcome
    }

    fn say(state: &mut State, message: Message) -> Vec<Effect> {
        session_update(state, message, &samples::choices())
    }

    fn arrived(state: &mut State, replicate: u32) -> Vec<Effect> {
        let outcomes = vec![outcome(state, replicate)];
        let epoch = state.question.run.epoch;
        say(state, Message::Arrived { epoch, outcomes })
    }

    fn opened() -> State {
        let mut state = State::new("sample", samples::scenario());
        say(
            &mut state,
            Message::Opened {
                hash: String::new(),
                calm: true,
            },
        );
        arrived(&mut state, 0);
        state
    }

    fn begun(effects: &[Effect]) -> Vec<(u32, Inquiry)> {
        let begin = |effect: &Effect| match effect {
            Effect::Inquire(Wanted::Begin { number, ask }) => Some((*number, ask.inquiry)),
            _ => None,
        };
        effects.iter().filter_map(begin).collect()
    }

    fn life(person: u32) -> Inquiry {
        Inquiry::Life {
            person,
            arms: [1, 2],
        }
    }

    fn answered(state: &mut State, number: u32, slot: u32) {
        let told = Told {
            slot,
            arms: [1, 2],
            who: String::new(),
            wellbeing: [Vec::new(), Vec::new()],
            parting: Vec::new(),
            chain: Vec::new(),
            left_out: String::new(),
            ends: Vec::new(),
            title: String::new(),
        };
        let answer = Rc::new(Answer::Life(Ok(Box::new(Lives {
            told,
            rows: Vec::new(),
        }))));
        say(state, Message::Inquiry(Said::Answered { number, answer }));
    }

    fn told_of(state: &State) -> Story<'_> {
        let question = &state.question;
        story(state.explore.person, question.shown(), &state.inquiries)
    }

    fn slot_told(state: &State) -> Option<u32> {
        match told_of(state) {
            Story::Told { lives, .. } => Some(lives.told.slot),
            _ => None,
        }
    }

    #[test]
    fn somebody_for_whom_it_is_worse_is_followed_in_one_click_and_asked_for() {
        let mut state = opened();
        assert_eq!(told_of(&state), Story::Nobody);
        let effects = say(
            &mut state,
            Message::Explore(explore::Said::Propose(Example::Worse)),
        );
        assert_eq!(
            (state.explore.person, begun(&effects)),
            (Some(1), vec![(1, life(1))])
        );
        assert_eq!(state.explore.lives.example, Some((Example::Worse, 1)));
        assert_eq!(told_of(&state), Story::Coming);
        answered(&mut state, 1, 1);
        assert_eq!(slot_told(&state), Some(1));
        assert_eq!(
            begun(&say(&mut state, Message::Explore(explore::Said::Tick))),
            [],
            "it is not asked for twice"
        );
    }

    #[test]
    fn only_the_last_one_asked_for_counts() {
        let mut state = opened();
        say(
            &mut state,
            Message::Explore(explore::Said::Propose(Example::Worse)),
        );
        let effects = say(
            &mut state,
            Message::Explore(explore::Said::Propose(Example::Better)),
        );
        assert_eq!(
            (state.explore.person, begun(&effects)),
            (Some(0), vec![(2, life(0))])
        );
        assert!(effects.contains(&Effect::Inquire(Wanted::Drop)));
        answered(&mut state, 1, 1);
        assert_eq!(told_of(&state), Story::Coming, "late words are nobody's");
        answered(&mut state, 2, 0);
        assert_eq!(slot_told(&state), Some(0));
        let effects = say(&mut state, Message::Explore(explore::Said::Person(Some(2))));
        assert_eq!(
            (begun(&effects), state.explore.lives.example),
            (vec![(3, life(2))], None),
            "any other dot can be pointed at"
        );
        let effects = say(&mut state, Message::Explore(explore::Said::Person(None)));
        assert_eq!(
            (effects, told_of(&state)),
            (vec![Effect::Inquire(Wanted::Drop)], Story::Nobody)
        );
        assert_eq!(
            begun(&say(
                &mut state,
                Message::Explore(explore::Said::Person(Some(0)))
            )),
            [],
            "an answer that is there is not asked for again"
        );
        assert_eq!(slot_told(&state), Some(0));
    }

    #[test]
    fn a_changed_scenario_has_other_lives_which_are_asked_for_when_it_is_pictured() {
        let mut state = opened();
        say(
            &mut state,
            Message::Explore(explore::Said::Propose(Example::Better)),
        );
        answered(&mut state, 1, 0);
        let effects = say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(20.0))),
        );
        assert_eq!(begun(&effects), [], "not while the control is moved");
        assert_eq!(
            slot_told(&state),
            Some(0),
            "what is drawn is still the scenario before"
        );
        say(&mut state, Message::Question(question::Said::EditDone));
        let effects = arrived(&mut state, 0);
        assert_eq!(begun(&effects), [(2, life(0))]);
        assert_eq!(told_of(&state), Story::Coming);
        say(&mut state, Message::Question(question::Said::Undo));
        let effects = arrived(&mut state, 0);
        assert_eq!(
            (begun(&effects), slot_told(&state)),
            (vec![], Some(0)),
            "the answer from before is about this scenario again"
        );
    }

    #[test]
    fn asked_again_another_example_is_followed_and_none_where_there_is_none() {
        let mut state = opened();
        say(
            &mut state,
            Message::Explore(explore::Said::Propose(Example::Typical)),
        );
        let reference = state.explore.person;
        say(
            &mut state,
            Message::Explore(explore::Said::Propose(Example::Typical)),
        );
        assert!(
            reference.is_some()
                && state.explore.person.is_some()
                && state.explore.person != reference
        );
        let mut early = State::new("sample", samples::scenario());
        assert_eq!(
            (
                say(
                    &mut early,
                    Message::Explore(explore::Said::Propose(Example::Worse))
                ),
                early.explore.person
            ),
            (Vec::new(), None)
        );
    }
}
