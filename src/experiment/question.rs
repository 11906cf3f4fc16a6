//! What an experiment asks, checked: its scenario and its kind. Knows no file and no answer.

use super::vary::{Vary, find as varied};
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::Beyond;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version of the file format, written in every file.
pub const FORMAT: u64 = 1;

/// How large an experiment may be: what one machine can put together in the end.
pub mod limits {
    /// Values that one field takes.
    pub const VALUES: u64 = 1_000;
    /// Fields that a sweep varies.
    pub const VARIED: usize = 6;
    /// Points of a sweep.
    pub const POINTS: u64 = 10_000;
    /// Tasks of any experiment.
    pub const TASKS: u64 = 1_000_000;
    /// Rows of a sweep's largest table.
    pub const ROWS: u64 = 500_000;
    /// Sizes of the place that a sweep may go through: each is generated at the start.
    pub const PLACES: usize = 12;
    /// Worlds drawn, and base samples of Sobol's indices.
    pub const DRAWS: u64 = 65_536;
    /// Walks of Morris' screening, and orders of joining couplings.
    pub const WALKS: u64 = 1_000;
    /// Months of a trial.
    pub const TRIAL_MONTHS: u64 = 120;
}

/// A checked experiment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Experiment {
    /// What people call it.
    pub name: String,
    /// The scenario with the experiment's own size, luck and assumptions.
    pub scenario: Scenario,
    /// What is asked.
    pub kind: Kind,
}

/// What an experiment asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    /// Every arm under many lucks, year by year.
    Replicates,
    /// Every arm at every point of a grid of values.
    Sweep(Sweep),
    /// Every set of levels funded: what each adds, alone and together.
    Factorial {
        /// Whether couplings are as in the scenario (true) or all 0.
        couplings: bool,
    },
    /// Which dimensions of design, or couplings, carry the difference.
    Shapley {
        /// What is shared out among.
        of: Players,
        /// Orders of joining that are drawn, of couplings.
        orders: u32,
    },
    /// How far each assumption moves the difference: screening.
    Morris {
        /// Walks through the space of assumptions.
        trajectories: u32,
        /// Which of them, and of what.
        what: Sensitivity,
    },
    /// Which share of the variance each assumption makes.
    Sobol {
        /// The size of the base sample.
        points: u32,
        /// Which of them, and of what.
        what: Sensitivity,
    },
    /// Who does better in worlds drawn from all ranges, and what decides.
    Robustness {
        /// Worlds drawn.
        draws: u32,
    },
    /// A simulated randomised trial of one approach.
    Trial {
        /// The approach's id.
        approach: String,
        /// Months from enrolment to follow-up.
        months: u32,
    },
    /// What moved between what an earlier version said and what this one says.
    Versions {
        /// The name of the file with what the earlier version said.
        before: String,
        /// Its text.
        text: String,
    },
}

/// A grid of values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sweep {
    /// What takes which values; the last one changes fastest from point to point.
    pub vary: Vec<Vary>,
    /// Which years are kept.
    pub years_kept: YearsKept,
}

/// Which years of a sweep's worlds are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearsKept {
    /// The last one.
    #[default]
    Last,
    /// Every one, the year before the arms branch (year 0) first.
    All,
}

/// Among what Shapley shares are shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Players {
    /// The seven dimensions of design.
    Dimensions,
    /// The couplings between levels.
    Couplings,
}

/// What a sensitivity analysis is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The indicator's id.
    pub indicator: String,
    /// The mechanism whose assumptions are moved; all of them when none is named.
    pub only: Option<String>,
}

impl Experiment {
    /// What is outside its registered range, in the scenario or in what a sweep varies.
    pub fn beyond(&self) -> Vec<Beyond> {
        let mut found = self.scenario.parameters.beyond();
        let Kind::Sweep(sweep) = &self.kind else {
            return found;
        };
        for Vary { name, values } in &sweep.vary {
            let Some(varied) =
                varied(&self.scenario, name).filter(|varied| varied.bounds.is_some())
            else {
                continue;
            };
            // What a sweep varies is never what the scenario has.
            found.retain(|other| other.id != *name);
            found.extend(Beyond::of(
                name,
                (varied.low as f32, varied.high as f32),
                values.iter().copied(),
            ));
        }
        found
    }
}

impl Kind {
    /// Every question: the name as in files, and what it asks.
    pub const ALL: [(&str, &str); 9] = [
        ("replicates", "Every arm under many lucks, year by year."),
        ("sweep", "Every arm at every point of a grid of values."),
        (
            "factorial",
            "Every set of levels funded: what each adds, alone and together.",
        ),
        (
            "shapley",
            "Which dimensions of design, or which couplings, carry the difference between two \
             arms.",
        ),
        (
            "morris",
            "How far each assumption moves the difference: screening by elementary effects.",
        ),
        (
            "sobol",
            "Which share of the difference's variance each assumption makes, alone and with \
             others.",
        ),
        (
            "robustness",
            "Who does better in worlds drawn from all ranges, which assumptions decide, and where \
             one of them loses.",
        ),
        (
            "trial",
            "A simulated randomised trial of one approach, with the truth that no trial knows.",
        ),
        (
            "versions",
            "What moved between what an earlier version said and what this one says.",
        ),
    ];

    /// The name as in files.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Replicates => "replicates",
            Self::Sweep(_) => "sweep",
            Self::Factorial { .. } => "factorial",
            Self::Shapley { .. } => "shapley",
            Self::Morris { .. } => "morris",
            Self::Sobol { .. } => "sobol",
            Self::Robustness { .. } => "robustness",
            Self::Trial { .. } => "trial",
            Self::Versions { .. } => "versions",
        }
    }
}

/// A name for the experiment: 16 hexadecimal digits, equal for equal experiments. Together with the
/// program's version it says whose parts these are.
pub fn hash(experiment: &Experiment) -> String {
    // invariant: every field is a number, a name, or a list or table of them, and JSON holds those.
    let canonical =
        serde_json::to_vec(experiment).expect("an experiment is plain data: names and numbers");
    let mut digest = Sha256::new();
    digest.update(FORMAT.to_le_bytes());
    digest.update(&canonical);
    hexadecimal(&digest.finalize())
}

/// The first 16 hexadecimal digits of a digest.
pub fn hexadecimal(digest: &[u8]) -> String {
    digest
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
