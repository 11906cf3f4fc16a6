//! What was asked of the model beyond its re-runs: what is on its way, how far, and the answers, each kept for exactly the
//! scenario it is about. One inquiry is on its way at a time; others wait their turn.

use super::message::Effect;
use super::state::State;
use crate::analysis::findings::Findings;
use crate::ensemble::pair::{Names, Pair};
use crate::protocol::{Answer, Ask, Inquiry};
use crate::scenario::Scenario;
use std::rc::Rc;

/// Answers kept, so that a change taken back finds its answers again.
const MOST_KEPT: usize = 32;
/// Lives of people kept among them, so that looking at one person after another does not push out what took minutes.
const MOST_LIVES: usize = 8;
/// Months lived by persons a second on two workers of a usual laptop: what is expected before anything was measured.
const USUAL_PACE: f64 = 1.6e6;

/// What happened to an inquiry.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The person asks about the scenario on the controls.
    Ask(Inquiry),
    /// The person does not want to know any more.
    Stop(Inquiry),
    /// Worlds were lived for it.
    Lived {
        /// The inquiry's number.
        number: u32,
        /// How many in all.
        lives: u32,
        /// Since it began. Unit: seconds.
        seconds: f64,
    },
    /// It is answered.
    Answered {
        /// The inquiry's number.
        number: u32,
        /// The answer.
        answer: Rc<Answer>,
    },
    /// It cannot be answered; the words are for people.
    Refused {
        /// The inquiry's number.
        number: u32,
        /// Why.
        words: String,
    },
    /// How fast this device turned out to be, all workers together. Unit: months lived by persons a second.
    Pace(f64),
}

/// What the page is to have the workers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Begin an inquiry about the scenario that is running.
    Begin {
        /// Its number.
        number: u32,
        /// What is asked.
        ask: Ask,
    },
    /// Drop the one that is on its way.
    Drop,
}

/// An inquiry on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Going {
    /// Its number.
    pub number: u32,
    /// What is asked.
    pub ask: Ask,
    /// The scenario it is about.
    pub scenario: Rc<Scenario>,
    epoch: u32,
    /// Worlds lived so far.
    pub lives: u32,
    /// Since it began. Unit: seconds.
    pub seconds: f64,
}

impl Going {
    /// What is left to wait. Unit: seconds. Nothing before the first world was lived.
    pub fn seconds_left(&self) -> Option<f64> {
        let left = f64::from(self.ask.lives().saturating_sub(self.lives));
        (self.lives > 0).then(|| self.seconds / f64::from(self.lives) * left)
    }
}

/// An answer with the scenario it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What was asked, and how large.
    pub ask: Ask,
    /// What it is about.
    pub scenario: Rc<Scenario>,
    /// The answer, or why there is none.
    pub answer: Result<Rc<Answer>, String>,
}

/// Where an inquiry stands for a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'a> {
    /// It can be asked.
    Open {
        /// How it would be asked.
        ask: Ask,
        /// How long that is expected to take. Unit: seconds.
        seconds: f64,
        /// Whether it was asked of another scenario, which the answer would not be about.
        asked_before: bool,
    },
    /// Another one is on its way; then it is its turn.
    Waiting,
    /// It is on its way.
    Going(&'a Going),
    /// It is answered, or refused, for this very scenario.
    Kept(&'a Kept),
}

/// All inquiries of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inquiries {
    going: Option<Going>,
    waiting: Vec<Inquiry>,
    kept: Vec<Kept>,
    /// Asked of a scenario that was changed before the answer came.
    dropped: Vec<Inquiry>,
    numbers: u32,
    pace: Option<f64>,
}

impl Inquiries {
    /// Where an inquiry about a scenario stands.
    pub fn standing(&self, inquiry: Inquiry, scenario: &Rc<Scenario>) -> Standing<'_> {
        let of_it = |kept: &&Kept| kept.ask.inquiry == inquiry;
        if let Some(kept) = self
            .kept
            .iter()
            .rev()
            .filter(of_it)
            .find(|kept| is_same(&kept.scenario, scenario))
        {
            return Standing::Kept(kept);
        }
        match &self.going {
            Some(going) if going.ask.inquiry == inquiry => return Standing::Going(going),
            _ if self.waiting.contains(&inquiry) => return Standing::Waiting,
            _ => {}
        }
        let ask = Ask::about(inquiry, scenario);
        let asked_before =
            self.dropped.contains(&inquiry) || self.kept.iter().any(|kept| of_it(&kept));
        Standing::Open {
            ask,
            seconds: self.expected(ask, scenario),
            asked_before,
        }
    }

    /// Whether it is answered for a scenario.
    pub fn answered(&self, inquiry: Inquiry, scenario: &Rc<Scenario>) -> bool {
        matches!(
            self.standing(inquiry, scenario),
            Standing::Kept(Kept { answer: Ok(_), .. })
        )
    }

    /// How long an inquiry is expected to take. Unit: seconds.
    pub fn expected(&self, ask: Ask, scenario: &Scenario) -> f64 {
        ask.person_months(scenario) / self.pace()
    }

    /// How fast this device is, or what is usual before it was measured. Unit: months lived by persons a second.
    pub fn pace(&self) -> f64 {
        self.pace.unwrap_or(USUAL_PACE)
    }

    /// Whether one is on its way.
    pub fn is_busy(&self) -> bool {
        self.going.is_some()
    }

    fn keep(&mut self, ask: Ask, scenario: Rc<Scenario>, answer: Result<Rc<Answer>, String>) {
        self.kept
            .retain(|kept| kept.ask.inquiry != ask.inquiry || !is_same(&kept.scenario, &scenario));
        let life = |kept: &Kept| kept.ask.inquiry.listens();
        if ask.inquiry.listens() && self.kept.iter().filter(|kept| life(kept)).count() >= MOST_LIVES
        {
            let first = self.kept.iter().position(life);
            first.map(|first| self.kept.remove(first));
        }
        if self.kept.len() >= MOST_KEPT {
            self.kept.remove(0);
        }
        self.kept.push(Kept {
            ask,
            scenario,
            answer,
        });
    }

    /// Takes the inquiry of a number off its way.
    fn end(&mut self, number: u32) -> Option<Going> {
        self.going.take_if(|going| going.number == number)
    }
}

/// The two arms that every inquiry compares: differences are the alternative less the reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared<'a> {
    /// Their names.
    pub names: Names<'a>,
    /// Their ids.
    pub ids: Names<'a>,
}

impl<'a> Compared<'a> {
    /// The arms of a scenario, if there are two to compare.
    pub fn of(scenario: &'a Scenario) -> Option<Self> {
        let pair = Pair::of(scenario)?;
        Some(Self {
            names: pair.names(scenario),
            ids: pair.ids(scenario),
        })
    }
}

/// What was answered beforehand, if the scenario is the one that it is about: the question with its size, and the answer.
pub fn bundled(findings: &Findings, inquiry: Inquiry) -> Option<(Ask, Answer)> {
    let (answer, people, samples) = match inquiry {
        Inquiry::Levels => (
            Answer::Levels(findings.levels.clone()),
            findings.asked_people,
            findings.levels.replicates,
        ),
        Inquiry::Dimensions => (
            Answer::Dimensions(findings.dimensions.clone()),
            findings.asked_people,
            findings.dimensions.samples,
        ),
        Inquiry::Couplings => (
            Answer::Couplings(findings.couplings.clone()),
            findings.asked_people,
            findings.couplings.samples,
        ),
        Inquiry::Layers => (
            Answer::Layers(findings.layered()),
            findings.people,
            findings.replicates,
        ),
        Inquiry::Worlds => (
            Answer::Worlds(findings.robustness.clone()),
            findings.asked_people,
            findings.robustness.draws,
        ),
        Inquiry::Evaluation => (
            Answer::Evaluation(findings.evaluation.clone()),
            findings.asked_people,
            findings.evaluation.replicates,
        ),
        // A life is of one place and luck: nothing was answered beforehand.
        Inquiry::Life { .. } => return None,
        Inquiry::Without { coupling } => {
            let without = findings.without.get(usize::from(coupling))?;
            (
                Answer::Without(without.clone()),
                findings.asked_people,
                without.replicates,
            )
        }
    };
    Some((
        Ask {
            inquiry,
            people,
            samples,
        },
        answer,
    ))
}

fn is_same(one: &Rc<Scenario>, other: &Rc<Scenario>) -> bool {
    Rc::ptr_eq(one, other) || one == other
}

/// Takes in what happened to an inquiry.
pub fn update(state: &mut State, said: Said) -> Vec<Effect> {
    let inquiries = Rc::make_mut(&mut state.inquiries);
    match said {
        Said::Ask(inquiry) => {
            let kept = matches!(
                inquiries.standing(inquiry, &state.run.scenario),
                Standing::Open { .. }
            );
            if kept && *state.run.scenario == *state.scenario {
                // Lives are short, and somebody waits for them.
                let place = if inquiry.listens() {
                    0
                } else {
                    inquiries.waiting.len()
                };
                inquiries.waiting.insert(place, inquiry);
            }
        }
        Said::Stop(inquiry) => {
            inquiries.waiting.retain(|waiting| *waiting != inquiry);
            if inquiries
                .going
                .take_if(|going| going.ask.inquiry == inquiry)
                .is_some()
            {
                let mut effects = vec![Effect::Inquire(Wanted::Drop)];
                effects.extend(next(state));
                return effects;
            }
        }
        Said::Lived {
            number,
            lives,
            seconds,
        } => {
            if let Some(going) = inquiries
                .going
                .as_mut()
                .filter(|going| going.number == number)
            {
                (going.lives, going.seconds) = (lives, seconds);
            }
        }
        Said::Answered { number, answer } => {
            if let Some(going) = inquiries.end(number) {
                inquiries.keep(going.ask, going.scenario, Ok(answer));
            }
        }
        Said::Refused { number, words } => {
            if let Some(going) = inquiries.end(number) {
                inquiries.keep(going.ask, going.scenario, Err(words));
            }
        }
        Said::Pace(pace) => {
            inquiries.pace = Some(pace)
                .filter(|pace| pace.is_finite() && *pace > 0.0)
                .or(inquiries.pace)
        }
    }
    next(state)
}

/// Begins the inquiry whose turn it is.
fn next(state: &mut State) -> Vec<Effect> {
    if state.inquiries.going.is_some() || state.inquiries.waiting.is_empty() {
        return Vec::new();
    }
    let inquiries = Rc::make_mut(&mut state.inquiries);
    let (scenario, epoch) = (Rc::clone(&state.run.scenario), state.run.epoch);
    let ask = Ask::about(inquiries.waiting.remove(0), &scenario);
    inquiries.numbers += 1;
    let number = inquiries.numbers;
    inquiries.dropped.retain(|dropped| *dropped != ask.inquiry);
    inquiries.going = Some(Going {
        number,
        ask,
        scenario,
        epoch,
        lives: 0,
        seconds: 0.0,
    });
    vec![Effect::Inquire(Wanted::Begin { number, ask })]
}

/// After any other message: a new run is a new question, and the workers have dropped the inquiry about the old one.
pub fn follow(state: &mut State) {
    let epoch = state.run.epoch;
    if state
        .inquiries
        .going
        .as_ref()
        .is_none_or(|going| going.epoch == epoch)
    {
        return;
    }
    let inquiries = Rc::make_mut(&mut state.inquiries);
    if let Some(going) = inquiries.going.take() {
        inquiries.dropped.push(going.ask.inquiry);
        inquiries.dropped.append(&mut inquiries.waiting);
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::{Edit, Message};
    use super::super::{samples, update as session_update};
    use super::*;
    use crate::analysis::digest::Split;

    fn opened() -> State {
        let mut state = State::new("sample", samples::scenario());
        say(
            &mut state,
            Message::Opened {
                hash: String::new(),
                calm: true,
            },
        );
        state
    }

    fn say(state: &mut State, message: Message) -> Vec<Effect> {
        session_update(state, message, &samples::choices())
    }

    fn said(state: &mut State, said: Said) -> Vec<Effect> {
        say(state, Message::Inquiry(said))
    }

    fn answer() -> Rc<Answer> {
        Rc::new(Answer::Dimensions(Split {
            samples: 2,
            difference: crate::analysis::digest::Interval::default(),
            parts: Vec::new(),
        }))
    }

    fn begun(effects: &[Effect]) -> Option<(u32, Inquiry)> {
        effects.iter().find_map(|effect| match effect {
            Effect::Inquire(Wanted::Begin { number, ask }) => Some((*number, ask.inquiry)),
            _ => None,
        })
    }

    #[test]
    fn one_is_on_its_way_and_others_wait_their_turn() {
        let mut state = opened();
        let first = begun(&said(&mut state, Said::Ask(Inquiry::Dimensions)));
        assert_eq!(first, Some((1, Inquiry::Dimensions)));
        assert_eq!(said(&mut state, Said::Ask(Inquiry::Layers)), []);
        assert_eq!(
            said(&mut state, Said::Ask(Inquiry::Layers)),
            [],
            "asked twice is asked once"
        );
        let scenario = Rc::clone(&state.scenario);
        assert_eq!(
            state.inquiries.standing(Inquiry::Layers, &scenario),
            Standing::Waiting
        );
        said(
            &mut state,
            Said::Lived {
                number: 1,
                lives: 129,
                seconds: 10.0,
            },
        );
        let Standing::Going(going) = state.inquiries.standing(Inquiry::Dimensions, &scenario)
        else {
            panic!("it is on its way")
        };
        assert_eq!((going.lives, going.ask.lives()), (129, 8 * 129));
        assert!((going.seconds_left().unwrap() - 70.0).abs() < 1e-9);
        let next = begun(&said(
            &mut state,
            Said::Answered {
                number: 1,
                answer: answer(),
            },
        ));
        assert_eq!(next, Some((2, Inquiry::Layers)));
        assert!(matches!(
            state.inquiries.standing(Inquiry::Dimensions, &scenario),
            Standing::Kept(Kept { answer: Ok(_), .. })
        ));
        assert_eq!(
            said(&mut state, Said::Stop(Inquiry::Layers)),
            [Effect::Inquire(Wanted::Drop)]
        );
        assert!(!state.inquiries.is_busy());
        assert_eq!(
            said(
                &mut state,
                Said::Answered {
                    number: 2,
                    answer: answer()
                }
            ),
            [],
            "late words are nobody's"
        );
        assert!(matches!(
            state.inquiries.standing(Inquiry::Layers, &scenario),
            Standing::Open {
                asked_before: false,
                ..
            }
        ));
    }

    #[test]
    fn an_answer_is_about_its_own_scenario_only_and_is_there_again_when_the_change_is_taken_back() {
        let mut state = opened();
        said(&mut state, Said::Ask(Inquiry::Dimensions));
        said(
            &mut state,
            Said::Answered {
                number: 1,
                answer: answer(),
            },
        );
        say(&mut state, Message::Edit(Edit::Money(20.0)));
        say(&mut state, Message::EditDone);
        let changed = Rc::clone(&state.scenario);
        assert!(matches!(
            state.inquiries.standing(Inquiry::Dimensions, &changed),
            Standing::Open {
                asked_before: true,
                ..
            }
        ));
        say(&mut state, Message::Undo);
        let before = Rc::clone(&state.scenario);
        assert!(matches!(
            state.inquiries.standing(Inquiry::Dimensions, &before),
            Standing::Kept(_)
        ));
    }

    #[test]
    fn a_change_of_scenario_drops_what_is_on_its_way_and_what_waits() {
        let mut state = opened();
        said(&mut state, Said::Ask(Inquiry::Dimensions));
        said(&mut state, Said::Ask(Inquiry::Worlds));
        say(&mut state, Message::Edit(Edit::Money(20.0)));
        say(&mut state, Message::EditDone);
        let scenario = Rc::clone(&state.scenario);
        assert!(!state.inquiries.is_busy());
        for inquiry in [Inquiry::Dimensions, Inquiry::Worlds] {
            assert!(
                matches!(
                    state.inquiries.standing(inquiry, &scenario),
                    Standing::Open {
                        asked_before: true,
                        ..
                    }
                ),
                "{inquiry:?}"
            );
        }
        assert_eq!(
            said(
                &mut state,
                Said::Answered {
                    number: 1,
                    answer: answer()
                }
            ),
            []
        );
        assert!(matches!(
            state.inquiries.standing(Inquiry::Dimensions, &scenario),
            Standing::Open { .. }
        ));
        assert!(begun(&said(&mut state, Said::Ask(Inquiry::Dimensions))).is_some());
        assert!(matches!(
            state.inquiries.standing(Inquiry::Dimensions, &scenario),
            Standing::Going(_)
        ));
    }

    #[test]
    fn what_is_bundled_answers_every_question_about_the_default_at_its_own_size() {
        let findings = crate::analysis::findings::bundled().unwrap();
        for inquiry in [
            Inquiry::Levels,
            Inquiry::Dimensions,
            Inquiry::Couplings,
            Inquiry::Worlds,
            Inquiry::Evaluation,
        ] {
            let (ask, _) = bundled(&findings, inquiry).unwrap();
            assert_eq!((ask.inquiry, ask.people), (inquiry, findings.asked_people));
            assert!(ask.samples > 1);
        }
        let (ask, answer) = bundled(&findings, Inquiry::Layers).unwrap();
        assert_eq!(
            (ask.people, ask.samples),
            (findings.people, findings.replicates)
        );
        assert_eq!(answer, Answer::Layers(findings.layered()));
        assert!(bundled(&findings, Inquiry::Without { coupling: 12 }).is_some());
        assert!(bundled(&findings, Inquiry::Without { coupling: 13 }).is_none());
    }

    #[test]
    fn the_arms_compared_are_those_that_every_inquiry_compares() {
        let mut scenario = samples::scenario();
        let compared = Compared::of(&scenario).unwrap();
        assert_eq!(
            compared.ids,
            Names {
                reference: "pilots",
                alternative: "whole-area"
            }
        );
        assert_eq!(compared.names.alternative, scenario.arms[2].name);
        scenario.arms.truncate(1);
        assert_eq!(Compared::of(&scenario), None);
    }

    #[test]
    fn a_refusal_is_kept_in_its_own_words_and_is_not_asked_again() {
        let mut state = opened();
        said(&mut state, Said::Ask(Inquiry::Evaluation));
        said(
            &mut state,
            Said::Refused {
                number: 1,
                words: "years: too few".into(),
            },
        );
        let scenario = Rc::clone(&state.scenario);
        let Standing::Kept(kept) = state.inquiries.standing(Inquiry::Evaluation, &scenario) else {
            panic!("it was refused")
        };
        assert_eq!(kept.answer, Err("years: too few".to_owned()));
        assert_eq!(said(&mut state, Said::Ask(Inquiry::Evaluation)), []);
    }

    #[test]
    fn how_long_it_takes_follows_from_the_measured_pace() {
        let mut state = opened();
        let ask = Ask::about(Inquiry::Layers, &state.scenario);
        let usual = state.inquiries.expected(ask, &state.scenario);
        said(&mut state, Said::Pace(USUAL_PACE / 4.0));
        assert!((state.inquiries.expected(ask, &state.scenario) / usual - 4.0).abs() < 1e-9);
        said(&mut state, Said::Pace(f64::NAN));
        assert!(
            (state.inquiries.expected(ask, &state.scenario) / usual - 4.0).abs() < 1e-9,
            "nonsense is not believed"
        );
    }
}
