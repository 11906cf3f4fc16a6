//! What the steps of the hour show of the room's own question, worked out while the room talks: once the hour has begun and its runs are in, the
//! questions of this step and those to come are asked in their order, each once. Until one is answered, what was found beforehand stands in.

use super::lesson::{Show, Step};
use crate::analysis::findings;
use crate::protocol::Inquiry;
use crate::scenario::Scenario;
use crate::session::inquiries::{Inquiries, Standing};
use crate::session::question::Question;
use std::rc::Rc;

/// What was asked without anybody's asking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    /// The question that it is about.
    about: Option<Rc<Scenario>>,
    /// Each once: whoever stopped one does not find it asked again.
    asked: Vec<Inquiry>,
}

/// The questions behind what a step shows.
const fn inquiry(show: Show) -> Option<Inquiry> {
    match show {
        Show::Evaluation => Some(Inquiry::Evaluation),
        Show::Couplings => Some(Inquiry::Couplings),
        Show::Levels => Some(Inquiry::Levels),
        Show::Robustness => Some(Inquiry::Worlds),
        Show::Layers => Some(Inquiry::Layers),
        _ => None,
    }
}

/// Every question that a step may show.
const ALL: [Inquiry; 5] = [
    Inquiry::Evaluation,
    Inquiry::Couplings,
    Inquiry::Levels,
    Inquiry::Worlds,
    Inquiry::Layers,
];

impl Ahead {
    /// After any message in the hour: what comes next of what these steps show, when nothing else is being worked out.
    pub fn next(
        &mut self,
        steps: &[Step],
        question: &Question,
        inquiries: &Inquiries,
    ) -> Option<Inquiry> {
        let all_in = question.run.is_complete() && question.is_settled();
        if !all_in || inquiries.is_busy() {
            return None;
        }
        let scenario = &question.run.scenario;
        if self.about.as_ref() != Some(scenario) {
            // Of what the page opens with everything was found beforehand.
            let found = findings::bundled().is_some_and(|found| found.are_about(scenario));
            self.asked = if found { ALL.to_vec() } else { Vec::new() };
            self.about = Some(Rc::clone(scenario));
        }
        let shown = steps.iter().flat_map(|step| &step.shows);
        let open = |inquiry: &Inquiry| {
            let standing = inquiries.standing(*inquiry, scenario);
            matches!(standing, Standing::Open { .. }) && !self.asked.contains(inquiry)
        };
        let next = shown.filter_map(|show| inquiry(*show)).find(open)?;
        self.asked.push(next);
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Said as Hour;
    use super::*;
    use crate::analysis::digest::{Interval, Together};
    use crate::ensemble::{ArmOutcome, Outcome, prepare};
    use crate::protocol::Answer;
    use crate::session::inquiries::{Said, Wanted};
    use crate::session::{Effect, Message, State, samples, update};

    fn say(state: &mut State, message: Message) -> Vec<Effect> {
        update(state, message, &samples::choices())
    }

    fn begun(effects: &[Effect]) -> Option<(u32, Inquiry)> {
        effects.iter().find_map(|effect| match effect {
            Effect::Inquire(Wanted::Begin { number, ask }) => Some((*number, ask.inquiry)),
            _ => None,
        })
    }

    /// The hour at its first step, before any run is in.
    fn opened() -> State {
        let mut scenario = samples::scenario();
        "invented-town".clone_into(&mut scenario.place);
        (
            scenario.people,
            scenario.years,
            scenario.spin_up_months,
            scenario.replicates,
        ) = (600, 2, 12, 1);
        scenario.money.last_year = 1;
        let mut state = State::new("sample", scenario.clone());
        say(
            &mut state,
            Message::Opened {
                hash: "#/workshop".into(),
                calm: true,
            },
        );
        let question = Rc::make_mut(&mut state.question);
        (question.scenario, question.run.scenario) = (Rc::new(scenario.clone()), Rc::new(scenario));
        state
    }

    fn arrive(state: &mut State) -> Vec<Effect> {
        let prepared = prepare((*state.question.scenario).clone()).unwrap();
        let start = prepared.spin_up(0);
        let arms: Vec<ArmOutcome> = (0..3)
            .map(|arm| prepared.live(&start, arm, false))
            .collect();
        let epoch = state.question.run.epoch;
        say(
            state,
            Message::Arrived {
                epoch,
                outcomes: vec![Outcome { replicate: 0, arms }],
            },
        )
    }

    #[test]
    fn questions_of_later_steps_are_asked_one_by_one_once_the_runs_are_in() {
        let mut state = opened();
        assert_eq!(
            begun(&say(&mut state, Message::Workshop(Hour::Next))),
            None,
            "no run is in"
        );
        assert_eq!(begun(&arrive(&mut state)), Some((1, Inquiry::Evaluation)));
        // Whoever stops it does not find it asked again; the next one is.
        assert_eq!(
            begun(&say(
                &mut state,
                Message::Inquiry(Said::Stop(Inquiry::Evaluation))
            )),
            Some((2, Inquiry::Couplings))
        );
        // Steps that are over are not asked about.
        let last = state.workshop.steps() - 1;
        say(&mut state, Message::Workshop(Hour::To(last)));
        let levels = Together {
            replicates: 8,
            all: Interval::default(),
            levels: Vec::new(),
            pairs: Vec::new(),
            surplus: Interval::default(),
        };
        let answered = Said::Answered {
            number: 2,
            answer: Rc::new(Answer::Levels(levels)),
        };
        assert_eq!(begun(&say(&mut state, Message::Inquiry(answered))), None);
    }

    #[test]
    fn nothing_is_asked_before_the_hour_begins() {
        let mut state = opened();
        assert_eq!(
            begun(&arrive(&mut state)),
            None,
            "the first step is still on screen"
        );
        assert_eq!(
            begun(&say(&mut state, Message::Workshop(Hour::Next))),
            Some((1, Inquiry::Evaluation))
        );
    }
}
