//! What the page knows at one moment. Plain data; nothing here changes itself.

use super::explore::{Explore, Shown};
use super::inquiries::Inquiries;
use super::kept::Kept;
use super::lab::Lab;
use super::link::View;
use super::page::Page;
use super::question::Question;
use super::route::Route;
use super::teams::Teams;
use super::workshop::Workshop;
use crate::indicators::FrameMeasure;
use crate::scenario::Scenario;
use std::rc::Rc;

/// What the page knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The view.
    pub route: Route,
    /// The page itself.
    pub page: Page,
    /// The question on the controls and what it has come to. Like other large screens it is shared with whoever draws it, so that
    /// these know by the reference that nothing has changed.
    pub question: Rc<Question>,
    /// How that is looked at.
    pub explore: Explore,
    /// Work that is kept.
    pub kept: Rc<Kept>,
    /// What was asked of the model beyond its re-runs.
    pub inquiries: Rc<Inquiries>,
    /// The hour in a room.
    pub workshop: Workshop,
    /// Rounds that teams play.
    pub teams: Teams,
    /// Assumptions and experiments.
    pub lab: Lab,
}

impl State {
    /// The page before anything happened, with a scenario and the bundled one it came from.
    pub fn new(base: &'static str, scenario: Scenario) -> Self {
        Self {
            route: Route::Explore,
            page: Page::default(),
            question: Rc::new(Question::new(base, scenario)),
            explore: Explore::default(),
            kept: Rc::default(),
            inquiries: Rc::default(),
            workshop: Workshop::default(),
            teams: Teams::default(),
            lab: Lab::default(),
        }
    }

    /// What people are coloured by. In a room, nothing is told before its time: wellbeing, until somebody chooses.
    pub fn coloured_by(&self) -> FrameMeasure {
        let unchosen = if self.route == Route::Workshop {
            FrameMeasure::Wellbeing
        } else {
            self.question.telling
        };
        self.explore.colour.unwrap_or(unchosen)
    }

    /// What the living picture shows: two worlds beside each other look alike, so their difference comes first outside the workshop.
    pub fn pictured(&self) -> Shown {
        let unchosen = if self.route == Route::Workshop {
            Shown::Both
        } else {
            Shown::Difference
        };
        self.explore.shown.unwrap_or(unchosen)
    }

    /// How the page is looked at now, as links hold it.
    pub fn view(&self) -> View {
        View {
            route: self.route,
            tab: self.explore.tab,
            chosen: self.explore.chosen,
            colour: self.explore.colour,
            shown: self.explore.shown,
            neighbourhood: self.explore.neighbourhood,
            person: self.explore.person,
            workshop: self.workshop.address(),
        }
    }

    /// Whether rounds and teams are what the person sees: their own page, or a step that shows them.
    pub fn shows_teams(&self) -> bool {
        self.route == Route::Workshop && self.workshop.shows_teams()
    }

    /// Whether the workshop looks the same in two moments, its clock apart: a second that passes changes nothing else.
    pub fn is_alike_but_for_the_clock(&self, other: &Self) -> bool {
        let workshop = || {
            let mut workshop = self.workshop.clone();
            workshop.elapsed = other.workshop.elapsed;
            workshop
        };
        (self.route, self.page.theme) == (other.route, other.page.theme)
            && Rc::ptr_eq(&self.question, &other.question)
            && Rc::ptr_eq(&self.kept, &other.kept)
            && Rc::ptr_eq(&self.inquiries, &other.inquiries)
            && self.explore == other.explore
            && self.teams == other.teams
            && workshop() == other.workshop
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{samples, workshop};

    #[test]
    fn a_second_changes_nothing_but_the_clock_and_whatever_else_happens_does() {
        let before = State::new("sample", samples::scenario());
        let mut later = before.clone();
        later.workshop.elapsed += 1;
        assert!(before.is_alike_but_for_the_clock(&later));
        let others: [fn(&mut State); 4] = [
            |state| state.workshop.step += 1,
            |state| state.explore.single_runs ^= true,
            |state| state.workshop.part = workshop::address::Part::Notes,
            |state| state.question = Rc::new(Question::clone(&state.question)),
        ];
        for change in others {
            let mut other = later.clone();
            change(&mut other);
            assert!(!before.is_alike_but_for_the_clock(&other));
        }
    }
}
