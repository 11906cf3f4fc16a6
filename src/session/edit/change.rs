//! One change of the scenario, as a control says it.

use super::decisions::DecisionEdit;
use super::shocks::ShockEdit;

/// One change of the scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another place, by id.
    Place(String),
    /// Investment. Unit: pounds a head a year.
    Money(f64),
    /// The last funded year.
    FundedUntil(u32),
    /// Years simulated.
    Years(u32),
    /// Re-runs.
    Replicates(u32),
    /// People generated.
    People(u32),
    /// The seed of all luck.
    Seed(u64),
    /// A named strategy for an arm.
    Preset {
        /// Position of the arm.
        arm: usize,
        /// Id of the preset.
        preset: String,
    },
    /// One dimension of an arm's design.
    Dimension {
        /// Position of the arm.
        arm: usize,
        /// Id of the dimension.
        id: &'static str,
        /// The value, in the dimension's unit.
        value: f32,
    },
    /// The weight of one level in an arm's budget.
    Level {
        /// Position of the arm.
        arm: usize,
        /// Position of the level in `Level::ALL`.
        level: usize,
        /// Its weight. Range: 0–1.
        weight: f32,
    },
    /// The first funded year.
    FundedFrom(u32),
    /// What an arm spends, as a share of the scenario's investment. Range: −1 to 1.
    Budget {
        /// Position of the arm.
        arm: usize,
        /// The share.
        share: f64,
    },
    /// Whether an arm may buy an approach.
    Approach {
        /// Position of the arm.
        arm: usize,
        /// Id of the approach.
        id: String,
        /// Whether it may.
        allowed: bool,
    },
    /// An arm chooses among all that its strategy buys.
    AllApproaches(usize),
    /// What hits both worlds, on the timeline.
    Shock(ShockEdit),
    /// What one arm decides, on the timeline.
    Decision {
        /// Position of the arm.
        arm: usize,
        /// The change.
        edit: DecisionEdit,
    },
    /// One assumption of the model.
    Parameter {
        /// Its id.
        id: String,
        /// The value, in the parameter's unit.
        value: f32,
    },
}

impl Edit {
    /// Whether both come from the same control.
    pub fn is_same_control(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Dimension { arm, id, .. },
                Self::Dimension {
                    arm: other,
                    id: same,
                    ..
                },
            ) => (arm, id) == (other, same),
            (
                Self::Level { arm, level, .. },
                Self::Level {
                    arm: other,
                    level: same,
                    ..
                },
            ) => (arm, level) == (other, same),
            (Self::Budget { arm, .. }, Self::Budget { arm: other, .. }) => arm == other,
            (Self::Parameter { id, .. }, Self::Parameter { id: same, .. }) => id == same,
            (Self::Shock(edit), Self::Shock(other)) => edit.is_same_control(*other),
            (
                Self::Decision { arm, edit },
                Self::Decision {
                    arm: other,
                    edit: same,
                },
            ) => arm == other && edit.is_same_control(*same),
            // Buttons and lists: each press is a change of its own.
            (
                Self::Preset { .. }
                | Self::Approach { .. }
                | Self::AllApproaches(_)
                | Self::Seed(_),
                _,
            ) => false,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}
