//! What the page can ask of the model beyond its re-runs, how large, and what comes back. Knows no
//! way of answering: the page holds none of the code that does, only questions, parts as bytes, and
//! answers.

use super::kind::Kind;
use crate::analysis::digest::{Layered, Published, Shares, Split, SwitchedOff, Together};
use crate::analysis::lives::question;
use crate::charts::lives::Told;
use crate::questions::{self, OnPage, Question};
use crate::scenario::Scenario;
use crate::scenario::parameters::Couplings;
use crate::scenario::strategy::{DIMENSIONS, Level};
use serde::{Deserialize, Serialize};

/// Worlds lived for a pair: the spin-up, from which both arms branch, and the arms.
const PAIR: u32 = 3;
/// One person's life in two worlds.
const LIFE: OnPage = OnPage {
    most_people: u32::MAX,
    samples: 2,
};
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
    /// Its row among the questions; none for one person's life, which is asked of a picture.
    pub fn question(self) -> Option<Question> {
        match self {
            Self::Levels => Some(questions::LEVELS),
            Self::Dimensions => Some(questions::DIMENSIONS),
            Self::Couplings | Self::Without { .. } => Some(questions::COUPLINGS),
            Self::Layers => Some(questions::LAYERS),
            Self::Worlds => Some(questions::WORLDS),
            Self::Evaluation => Some(questions::EVALUATION),
            Self::Life { .. } => None,
        }
    }

    /// Which kind of worker does its tasks.
    pub fn needs(self) -> Kind {
        match self {
            Self::Life { .. } => Kind::Model,
            _ => Kind::Answers,
        }
    }

    /// Whether a worker lives it in slices and listens between them, so that it can be told to
    /// stop.
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
        // The person lives in the place as it is pictured.
        let OnPage {
            most_people,
            samples,
        } = inquiry
            .question()
            .map_or(LIFE, |question| question.on_page.unwrap_or(LIFE));
        Self {
            inquiry,
            people: scenario.people.min(most_people),
            samples,
        }
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
        let replicates = if self.inquiry == Inquiry::Worlds {
            REPLICATES_A_WORLD
        } else {
            self.samples
        };
        Scenario {
            people: self.people,
            replicates,
            ..scenario.clone()
        }
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
