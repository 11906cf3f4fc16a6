//! What was asked of the model beyond its re-runs: what is on its way, how far, and the answers, each kept for exactly the
//! scenario it is about. One inquiry is on its way at a time; others wait their turn.

mod order;

pub use order::Wanted;

use super::effect::Effect;
use super::question::Question;
use crate::analysis::findings::Findings;
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
pub fn update(inquiries: &mut Rc<Inquiries>, said: Said, question: &Question) -> Vec<Effect> {
    let known = Rc::make_mut(inquiries);
    match said {
        Said::Ask(inquiry) => {
            let standing = known.standing(inquiry, &question.run.scenario);
            if matches!(standing, Standing::Open { .. }) && question.is_settled() {
                // Lives are short, and somebody waits for them.
                let place = if inquiry.listens() {
                    0
                } else {
                    known.waiting.len()
                };
                known.waiting.insert(place, inquiry);
            }
        }
        Said::Stop(inquiry) => {
            known.waiting.retain(|waiting| *waiting != inquiry);
            if known
                .going
                .take_if(|going| going.ask.inquiry == inquiry)
                .is_some()
            {
                let mut effects = vec![Effect::Inquire(Wanted::Drop)];
                effects.extend(next(inquiries, question));
                return effects;
            }
        }
        Said::Lived {
            number,
            lives,
            seconds,
        } => {
            if let Some(going) = known.going.as_mut().filter(|going| going.number == number) {
                (going.lives, going.seconds) = (lives, seconds);
            }
        }
        Said::Answered { number, answer } => {
            if let Some(going) = known.end(number) {
                known.keep(going.ask, going.scenario, Ok(answer));
            }
        }
        Said::Refused { number, words } => {
            if let Some(going) = known.end(number) {
                known.keep(going.ask, going.scenario, Err(words));
            }
        }
        Said::Pace(pace) => {
            known.pace = Some(pace)
                .filter(|pace| pace.is_finite() && *pace > 0.0)
                .or(known.pace);
        }
    }
    next(inquiries, question)
}

/// Begins the inquiry whose turn it is.
fn next(inquiries: &mut Rc<Inquiries>, question: &Question) -> Vec<Effect> {
    if inquiries.going.is_some() || inquiries.waiting.is_empty() {
        return Vec::new();
    }
    let known = Rc::make_mut(inquiries);
    let (scenario, epoch) = (Rc::clone(&question.run.scenario), question.run.epoch);
    let ask = Ask::about(known.waiting.remove(0), &scenario);
    known.numbers += 1;
    let number = known.numbers;
    known.dropped.retain(|dropped| *dropped != ask.inquiry);
    known.going = Some(Going {
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
pub fn follow(inquiries: &mut Rc<Inquiries>, question: &Question) {
    let epoch = question.run.epoch;
    let is_of_it = |going: &Going| going.epoch == epoch;
    if inquiries.going.as_ref().is_none_or(is_of_it) {
        return;
    }
    let known = Rc::make_mut(inquiries);
    if let Some(going) = known.going.take() {
        known.dropped.push(going.ask.inquiry);
        known.dropped.append(&mut known.waiting);
    }
}

#[cfg(test)]
mod tests;
