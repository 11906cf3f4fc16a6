//! What a person asks: a place, money, years, arms, assumptions, events. Serde types only; nothing
//! is simulated here.
//!
//! [`validate`] reads a file and turns it into a [`Scenario`] (checked), or into all its problems
//! at once.

pub mod approaches;
pub mod bundled;
pub mod events;
pub mod own;
pub mod parameters;
pub mod places;
pub mod rainbow;
pub mod sources;
pub mod strategy;
pub mod validate;
pub mod warnings;

pub use events::{Event, EventKind, EventService};

use approaches::Approach;
use own::{Carried, Own};
use parameters::Parameters;
use serde::{Deserialize, Serialize};
use strategy::{Decision, Design};

/// Limits within which a scenario runs. They are about machines and meaning, not about taste.
pub mod limits {
    /// People: below this a place is no place; above it a machine runs out of memory.
    pub const PEOPLE: (u32, u32) = (500, 1_000_000);
    /// Years simulated after the spin-up.
    pub const YEARS: (u32, u32) = (1, 20);
    /// Re-runs with different luck.
    pub const REPLICATES: (u32, u32) = (1, 100_000);
    /// Investment, pounds a head a year.
    pub const POUNDS_PER_HEAD_YEAR: (f64, f64) = (0.0, 2_000.0);
    /// Arms in one comparison: business as usual, and eight that teams bring.
    pub const ARMS: (usize, usize) = (1, 9);
    /// Share of the scenario's investment that an arm spends.
    pub const BUDGET: (f64, f64) = (-1.0, 1.0);
    /// The largest share of the money that sharing power takes.
    pub const COPRODUCTION_SHARE: f32 = 0.15;
    /// Months that an event which can end may last.
    pub const EVENT_MONTHS: (u32, u32) = (1, 240);
    /// Months of business as usual before the arms branch.
    pub const SPIN_UP_MONTHS: (u32, u32) = (12, 240);
}

/// A checked scenario: every value in range, every name known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// What people call it.
    pub name: String,
    /// The id of its place: a bundled one, or [`Scenario::own`].
    pub place: String,
    /// How many people to generate. Range: [`limits::PEOPLE`].
    pub people: u32,
    /// Years simulated after the spin-up. Range: [`limits::YEARS`].
    pub years: u32,
    /// Re-runs with different luck. Range: [`limits::REPLICATES`].
    pub replicates: u32,
    /// The seed of all luck.
    pub seed: u64,
    /// Months of business as usual before the arms branch.
    pub spin_up_months: u32,
    /// The investment money, the same for every arm.
    pub money: Money,
    /// The ways of spending it.
    pub arms: Vec<Arm>,
    /// Every assumption, defaults and changes together.
    pub parameters: Parameters,
    /// What hits every arm alike, in order of time.
    pub events: Vec<Event>,
    /// What money can buy.
    pub approaches: Vec<Approach>,
    /// The profile of the place, where it is not a bundled one and is carried.
    #[serde(skip)]
    pub own: Carried,
}

/// The investment money: the same for every arm, year by year, unless an arm's budget says
/// otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// Investment. Unit: pounds a head of the starting population, a year, 2024/25 prices.
    pub pounds_per_head_year: f64,
    /// The first funded year, counted from 1.
    pub first_year: u32,
    /// The last funded year.
    pub last_year: u32,
}

/// One way of spending the money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arm {
    /// A short name without spaces, as in files and tables.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The preset it started from.
    pub preset: String,
    /// Where it stands in the design space.
    pub design: Design,
    /// Ids of the approaches it may buy; those that the preset buys, of the levels that are funded,
    /// when empty.
    pub approaches: Vec<String>,
    /// Share of the scenario's investment that it spends. Range: −1 to 1; below 0 money is taken
    /// out of today's services.
    pub budget: f64,
    /// When it changes course, in order of time.
    pub decisions: Vec<Decision>,
}

impl Arm {
    /// An arm that is what a preset says.
    pub fn of_preset(id: &str, preset: &strategy::Preset) -> Self {
        Self {
            id: id.to_owned(),
            name: preset.name.to_owned(),
            preset: preset.id.to_owned(),
            design: preset.design,
            approaches: Vec::new(),
            budget: preset.budget,
            decisions: Vec::new(),
        }
    }

    /// Whether it may buy an approach: its own list counts, or else what its preset buys.
    pub fn may_buy(&self, approach: &Approach) -> bool {
        let preset = strategy::preset(&self.preset);
        if self.approaches.is_empty() {
            preset.is_none_or(|preset| preset.buys(approach))
        } else {
            preset.is_none_or(|preset| preset.buys_approaches)
                && self.approaches.contains(&approach.id)
        }
    }
}

impl Scenario {
    /// The place of a person's own that the scenario lies in, where it carries it. What it carries
    /// and does not lie in is none.
    pub fn own_place(&self) -> Option<&Own> {
        self.own.0.as_deref().filter(|own| own.id == self.place)
    }

    /// Months simulated after the arms branch.
    pub fn months(&self) -> u32 {
        self.years * 12
    }

    /// The investment of each year, in pence, for a population of `people`; what every arm spends
    /// whose budget is 1.
    pub fn investment_by_year(&self, people: u32) -> Vec<crate::units::Pence> {
        self.share_of_investment(1.0, people)
    }

    /// What an arm spends each year, in pence: its budget's share of the investment, below 0 where
    /// money is taken out.
    pub fn investment_of(&self, arm: &Arm, people: u32) -> Vec<crate::units::Pence> {
        self.share_of_investment(arm.budget, people)
    }

    fn share_of_investment(&self, share: f64, people: u32) -> Vec<crate::units::Pence> {
        let full = crate::units::Pence::from_pounds(
            self.money.pounds_per_head_year * f64::from(people) * share,
        );
        (1..=self.years)
            .map(|year| {
                if (self.money.first_year..=self.money.last_year).contains(&year) {
                    full
                } else {
                    crate::units::Pence::ZERO
                }
            })
            .collect()
    }
}
