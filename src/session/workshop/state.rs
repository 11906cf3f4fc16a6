//! What the page knows of the hour: which step, what is shown, what people guess.

use super::address::{Address, Part};
use super::ahead::Ahead;
use super::draft::Draft;
use super::guess;
use super::lesson::{self, Lesson, Show, Side, Step, When};
use super::people::People;
use super::room::Room;
use super::room_known::Known;
use crate::protocol::Inquiry;
use crate::scenario::Scenario;
use crate::session::action::Action;
use crate::session::explore::shift::Shift;
use crate::session::inquiries::Inquiries;
use crate::session::question::Question;
use crate::session::theme::Theme;
use std::rc::Rc;

/// Everything that the page knows of the hour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workshop {
    /// The lesson, once the workshop was opened.
    pub lesson: Option<Rc<Lesson>>,
    /// The page of the workshop.
    pub part: Part,
    /// What stands after the page's name in the address.
    pub rest: String,
    /// The step, counted from 0.
    pub step: usize,
    /// Seconds spent on the step.
    pub elapsed: u32,
    /// Whether the clock is hidden.
    pub clock_hidden: bool,
    /// Whether the notes are shown below the step.
    pub notes_below: bool,
    /// Whether the browser refused a second window.
    pub notes_blocked: bool,
    /// Whether a second window has the notes.
    pub notes_apart: bool,
    /// The three people whom the room has met, once they could be introduced.
    pub people: Option<People>,
    /// The scenario of the lesson, kept while the room tries others.
    pub of_lesson: Option<Rc<Scenario>>,
    /// Whether the room tries something on Explore and will come back.
    pub trying: bool,
    /// The look before the projector's.
    pub look_before: Option<Theme>,
    /// What one person draws on this device.
    pub draft: Draft,
    /// What the room expects.
    pub room: Room,
    /// What came last, in sentences: what was taken in, then what was wrong.
    pub came: Vec<String>,
    /// Whether this device refuses to keep the guesses.
    pub unkept: bool,
    /// What of the guesses this device keeps, as far as this tab knows.
    pub(super) room_known: Known,
    /// Whether what this device kept was asked for.
    pub recalled: bool,
    /// What is worked out for later steps while the room talks.
    pub ahead: Ahead,
}

impl Workshop {
    /// Where the address of the page leads.
    pub fn address(&self) -> Address {
        let step = self
            .step()
            .filter(|_| self.step > 0 && self.part == Part::Hour)
            .map(|step| step.id.clone());
        Address {
            part: self.part,
            rest: self.rest.clone(),
            step,
            ..Address::default()
        }
    }

    /// The step.
    pub fn step(&self) -> Option<&Step> {
        self.lesson.as_ref()?.steps.get(self.step)
    }

    /// The question whose result is looked at: the one chosen, or the one that most was drawn about.
    pub fn looked_at(&self) -> usize {
        let drawn = |k: usize| self.room.count(k, 0) + self.room.count(k, 1);
        let own = usize::from(self.draft.guess.question);
        let most = (0..guess::QUESTIONS.len())
            .max_by_key(|k| (drawn(*k), *k == own))
            .unwrap_or(own);
        self.draft.look.unwrap_or(most)
    }

    /// How many steps there are.
    pub fn steps(&self) -> usize {
        self.lesson.as_ref().map_or(0, |lesson| lesson.steps.len())
    }

    /// Whether a side's result is kept from the screen.
    pub fn hides(&self, side: Side) -> bool {
        self.step().is_some_and(|step| step.hides(side))
    }

    /// The workshop is about to be seen; whether for the first time, when nothing may move by itself in front of a room.
    pub fn enter(&mut self) -> bool {
        self.trying = false;
        if self.lesson.is_some() {
            return false;
        }
        self.lesson = lesson::bundled().map(Rc::new);
        true
    }

    /// Goes to a step, whose clock begins anew; the month at which it wants the timeline to stand.
    pub(super) fn go(&mut self, step: usize, scenario: &Scenario) -> Action {
        let step = step.min(self.steps().saturating_sub(1));
        if step != self.step {
            self.elapsed = 0;
        }
        self.step = step;
        let end = scenario.months();
        Action::Shift(Shift::StandAt(match self.step().map(|step| step.when) {
            Some(When::Start) => 0,
            Some(When::FundingEnd) => (scenario.money.last_year * 12).min(end),
            Some(When::End) | None => end,
        }))
    }

    /// What is to be asked next of what this step of the hour and those to come show.
    pub fn look_ahead(&mut self, question: &Question, inquiries: &Inquiries) -> Option<Inquiry> {
        if self.part != Part::Hour || self.step == 0 {
            return None;
        }
        let lesson = self.lesson.clone()?;
        let steps = lesson.steps.get(self.step..)?;
        self.ahead.next(steps, question, inquiries)
    }

    /// Whether the page shows rounds and teams: their own page, or a step that shows them.
    pub fn shows_teams(&self) -> bool {
        let step = || {
            self.part == Part::Hour
                && self
                    .step()
                    .is_some_and(|step| step.shows.contains(&Show::Teams))
        };
        self.part == Part::Teams || step()
    }

    /// Whether the page needs every re-run, only the first one, or none.
    pub fn needs(&self) -> Option<bool> {
        match self.part {
            Part::Notes => None,
            Part::Guess | Part::Teams => Some(false),
            Part::Hour => Some(true),
        }
    }
}
