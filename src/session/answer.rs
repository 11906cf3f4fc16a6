//! The first sentence of the page: what the question on the controls came to, as far as is known.
//!
//! No sentence names a place that its result is not about: while the controls ask something else, what was said before is
//! marked as old, and where they ask about another place, it is not said any more. Where the answer was worked out beforehand it
//! stands from the start, until this device has runs enough for one of its own.

use super::choices::Choices;
use super::question::Question;
use super::question::run::Run;
use crate::analysis::findings::Known;
use crate::analysis::verdict::FEWEST;
use crate::charts::finding::first_sentence;
use crate::charts::in_all;
use crate::charts::words::being_lived;
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::DOING_WELL;
use crate::place::Whole;

/// The sentence, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The words.
    pub words: String,
    /// How many runs stand behind it where it was worked out beforehand.
    pub beforehand: Option<u32>,
    /// Whether the words belong to the question before.
    pub stale: bool,
    /// The same for all who really live in the place; none before there is a result.
    pub human_size: Option<String>,
}

/// What a question's outcomes come to at this moment, and of what: what was worked out beforehand, or what is shown.
pub enum Told<'a> {
    /// What was worked out beforehand of the scenario on the controls.
    Beforehand(&'a Known),
    /// The result that is shown.
    Shown(&'a Run),
}

impl<'a> Told<'a> {
    /// What is told of a question: `known` is what was worked out beforehand of the scenario on the controls. It stands until this
    /// device has as many runs of its own, or all that it was asked for, so that words and numbers do not waver meanwhile.
    pub fn of(question: &'a Question, known: Option<&'a Known>) -> Self {
        let shown = question.shown();
        let own = if question.is_stale() {
            0
        } else {
            shown.ensemble.len() as u32
        };
        let enough = |known: &Known| {
            let runs = known.get(DOING_WELL).map_or(0, |well| well.replicates);
            runs.min(question.scenario.replicates).max(FEWEST)
        };
        match known.filter(|known| own < enough(known) && !question.replay.showing) {
            Some(known) => Self::Beforehand(known),
            None => Self::Shown(shown),
        }
    }

    /// An outcome's difference, where there is one.
    pub fn difference(&self, indicator: usize) -> Option<&'a Difference> {
        match self {
            Self::Beforehand(known) => known.get(indicator),
            Self::Shown(run) => Some(&run.figures.get(indicator)?.difference),
        }
    }
}

/// What the page says first. `known` is what was worked out beforehand of the scenario on the controls.
pub fn answer(question: &Question, choices: &Choices, known: Option<&Known>) -> Answer {
    let shown = question.shown();
    let told = Told::of(question, known);
    let (scenario, run) = match told {
        Told::Beforehand(_) => (&question.scenario, &question.run),
        Told::Shown(run) => (&run.scenario, run),
    };
    let beforehand = matches!(told, Told::Beforehand(_));
    let stale = question.is_stale() && !beforehand;
    let moved = stale && shown.scenario.place != question.scenario.place;
    let Some(well) = told.difference(DOING_WELL).filter(|_| !moved) else {
        return Answer {
            words: being_lived(choices.place_name(&question.scenario.place)),
            beforehand: None,
            stale: false,
            human_size: None,
        };
    };
    let (names, place) = (
        Pair::shown(scenario).names(scenario),
        choices.place_name(&scenario.place),
    );
    let words = first_sentence(
        |outcome| told.difference(outcome),
        names,
        place,
        scenario.replicates,
    )
    .unwrap_or_default();
    let whole = run
        .place
        .as_deref()
        .filter(|_| run.scenario.place == scenario.place);
    Answer {
        words,
        beforehand: beforehand.then_some(well.replicates),
        stale,
        human_size: whole.map(|place| in_all::headline(well, &scenario.money, &Whole::of(place))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::of_runs;
    use crate::scenario::Scenario;
    use crate::session::question;
    use crate::session::{Edit, Message, State, samples, update};

    fn opened() -> State {
        let choices = samples::choices();
        let (base, scenario) = choices.default_scenario();
        let scenario = Scenario {
            replicates: 16,
            ..scenario.clone()
        };
        let mut state = State::new(base, scenario);
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Seed(8))),
        );
        say(&mut state, Message::Question(question::Said::EditDone));
        state
    }

    fn say(state: &mut State, message: Message) {
        update(state, message, &samples::choices());
    }

    fn arrive(state: &mut State, replicate: u32) {
        let (epoch, outcome) = (
            state.question.run.epoch,
            samples::outcome(&state.question.run.scenario, replicate, 1.0),
        );
        say(
            state,
            Message::Arrived {
                epoch,
                outcomes: vec![outcome],
            },
        );
    }

    #[test]
    fn what_was_worked_out_beforehand_stands_until_this_device_has_runs_enough() {
        let (mut state, choices) = (opened(), samples::choices());
        let runs = (0..64).map(|run| 0.5 + f64::from(run % 3) * 0.1);
        let known = Known::only(of_runs(runs.collect(), 3, DOING_WELL), DOING_WELL);
        let before = answer(&state.question, &choices, Some(&known));
        assert_eq!((before.beforehand, before.stale), (Some(64), false));
        assert!(
            before.words.contains("6 more adults in every 1,000"),
            "{}",
            before.words
        );
        for replicate in 0..16 {
            assert_eq!(
                answer(&state.question, &choices, Some(&known)),
                before,
                "the sentence does not change its mind: {replicate} runs"
            );
            arrive(&mut state, replicate);
        }
        let own = answer(&state.question, &choices, Some(&known));
        assert_eq!((own.beforehand, own.stale), (None, false));
        assert_ne!(own.words, before.words);
    }

    #[test]
    fn without_it_no_direction_is_claimed_until_there_are_runs_enough() {
        let (mut state, choices) = (opened(), samples::choices());
        assert!(
            answer(&state.question, &choices, None)
                .words
                .starts_with("Trafford is living through")
        );
        for replicate in 0..FEWEST - 1 {
            arrive(&mut state, replicate);
            let words = answer(&state.question, &choices, None).words;
            assert!(
                !words.to_lowercase().contains("more adults") && words.contains("too few"),
                "{words}"
            );
        }
        arrive(&mut state, FEWEST - 1);
        assert!(
            answer(&state.question, &choices, None)
                .words
                .to_lowercase()
                .contains("more adults")
        );
    }

    #[test]
    fn an_old_sentence_is_marked_and_names_no_new_place() {
        let (mut state, choices) = (opened(), samples::choices());
        for replicate in 0..FEWEST {
            arrive(&mut state, replicate);
        }
        let old = answer(&state.question, &choices, None);
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Money(99.0))),
        );
        say(&mut state, Message::Question(question::Said::EditDone));
        assert_eq!(
            answer(&state.question, &choices, None),
            Answer { stale: true, ..old }
        );
        say(
            &mut state,
            Message::Question(question::Said::Edit(Edit::Place("wigan".into()))),
        );
        say(&mut state, Message::Question(question::Said::EditDone));
        let moved = answer(&state.question, &choices, None);
        assert!(
            moved.words.starts_with("Wigan is living through") && !moved.stale,
            "{moved:?}"
        );
        arrive(&mut state, 0);
        assert!(
            answer(&state.question, &choices, None)
                .words
                .contains("Wigan")
        );
    }
}
