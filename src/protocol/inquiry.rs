//! What the page can ask of the model beyond its re-runs, how large, and what comes back. Knows no way of answering: the page
//! holds none of the code that does, only questions, parts as bytes, and answers.

use crate::analysis::digest::{Layered, Published, Shares, Split, SwitchedOff, Together};
use crate::analysis::lives::question;
use crate::charts::lives::Told;
use crate::scenario::Scenario;
use crate::scenario::parameters::Couplings;
use crate::scenario::strategy::{DIMENSIONS, Level};
use serde::{Deserialize, Serialize};

/// The most people an inquiry lives with: larger places answer no better for the time they take.
const MOST_PEOPLE: u32 = 2_000;
/// The same where many worlds are lived for each run.
const FEWER_PEOPLE: u32 = 1_600;
/// Worlds lived for a pair: the spin-up, from which both arms branch, and the arms.
const PAIR: u32 = 3;
/// Replicates of each world drawn.
pub const REPLICATES_A_WORLD: u32 = 2;

/// What can be asked about the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inquiry {
    /// What each level adds, alone and together.
    Levels,
    /// Which of the dimensions in which two strategies differ does the work.
    Dimensions,
    /// Which couplings carry the difference.
    Couplings,
    /// How much of the difference rests on what kind of evidence.
    Layers,
    /// In what share of plausible worlds each strategy does better.
    Worlds,
    /// What pilots would publish, and what was true.
    Evaluation,
    /// What goes with one coupling, by its position in [`Couplings::INFO`].
    Without {
        /// The position.
        coupling: u8,
    },
    /// One person's life in two arms.
    Life {
        /// The position at which they stand in pictures.
        person: u32,
        /// Positions of the arms in the scenario.
        arms: [u32; 2],
    },
}

impl Inquiry {
    /// Whether a worker lives it in slices and listens between them, so that it can be told to stop.
    pub fn listens(self) -> bool {
        matches!(self, Self::Life { .. })
    }
}

/// An inquiry and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What is asked.
    pub inquiry: Inquiry,
    /// People in each world.
    pub people: u32,
    /// Re-runs; of couplings orders of joining, of worlds the worlds drawn.
    pub samples: u32,
}

impl Ask {
    /// An inquiry about a scenario at a size that a laptop answers in a minute or two.
    pub fn about(inquiry: Inquiry, scenario: &Scenario) -> Self {
        let samples = match inquiry {
            // Under eight no direction is claimed.
            Inquiry::Levels | Inquiry::Evaluation | Inquiry::Dimensions => 8,
            Inquiry::Couplings | Inquiry::Layers | Inquiry::Without { .. } => 12,
            Inquiry::Worlds => 64,
            Inquiry::Life { .. } => 2,
        };
        // The person lives in the place as it is pictured.
        let most = match inquiry {
            _ if inquiry.listens() => u32::MAX,
            // All 128 mixes are lived for each run.
            Inquiry::Dimensions => FEWER_PEOPLE,
            _ => MOST_PEOPLE,
        };
        Self { inquiry, people: scenario.people.min(most), samples }
    }

    /// How many tasks it is made of. Tasks are independent.
    pub fn tasks(&self) -> u32 {
        match self.inquiry {
            Inquiry::Layers => 4 * self.samples,
            _ => self.samples,
        }
    }

    /// How many worlds are lived for each task: as often the worker tells.
    pub fn lives_a_task(&self) -> u32 {
        match self.inquiry {
            Inquiry::Levels => 1 + (1 << Level::ALL.len()),
            Inquiry::Dimensions => 1 + (1 << DIMENSIONS.len()),
            Inquiry::Couplings => PAIR * (Couplings::INFO.len() as u32 + 1),
            Inquiry::Layers | Inquiry::Evaluation => PAIR,
            Inquiry::Worlds => REPLICATES_A_WORLD * PAIR,
            Inquiry::Without { .. } => 2 * PAIR,
            Inquiry::Life { .. } => question::WORLDS,
        }
    }

    /// How many worlds are lived in all.
    pub fn lives(&self) -> u32 {
        self.tasks() * self.lives_a_task()
    }

    /// Months lived by persons, near enough to say how long it takes.
    pub fn person_months(&self, scenario: &Scenario) -> f64 {
        f64::from(self.lives()) * f64::from(self.people) * f64::from(scenario.months())
    }

    /// The scenario at the size that is asked for.
    pub fn sized(&self, scenario: &Scenario) -> Scenario {
        let replicates = if self.inquiry == Inquiry::Worlds { REPLICATES_A_WORLD } else { self.samples };
        Scenario { people: self.people, replicates, ..scenario.clone() }
    }
}

/// What an inquiry came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// Of levels.
    Levels(Together),
    /// Of dimensions.
    Dimensions(Split),
    /// Of couplings.
    Couplings(Split),
    /// Of layers of evidence.
    Layers(Layered),
    /// Of worlds drawn from all ranges.
    Worlds(Shares),
    /// Of the pilots' own evaluation.
    Evaluation(Published),
    /// Of a coupling switched off.
    Without(SwitchedOff),
    /// Of one person's life in two arms; or why there is none.
    Life(Result<Box<Lives>, String>),
}

/// Two lives told, and every month of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lives {
    /// The story.
    pub told: Told,
    /// Every month of both, for a spreadsheet: rows under [`crate::export::lives::headings`].
    pub rows: Vec<Vec<String>>,
}
