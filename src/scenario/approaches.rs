//! The catalogue of approaches: what money can buy, as data (`static/approaches.toml`), and the levers it can move.
//!
//! An approach changes the world only through levers. A lever is a named quantity that exactly one mechanism reads;
//! the mechanism never learns which approach, strategy or arm moved it.

use super::parameters::Grade;
use super::strategy::Level;
use serde::{Deserialize, Serialize};

/// Declares the levers with the words people read.
macro_rules! levers {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $scope:ident, $unit:literal, $sentence:literal;)*) => {
        /// What money can move. A lever at 0 changes nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Lever {
            $(#[doc = $sentence] #[serde(rename = $id)] $name,)*
        }

        impl Lever {
            /// All levers, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name as in files: the mechanism that reads it, and what it moves there.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Whom it reaches: some of the eligible people, or a whole neighbourhood.
            pub const fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope,)* }
            }

            /// The unit of its value.
            pub const fn unit(self) -> &'static str {
                match self { $(Self::$name => $unit,)* }
            }

            /// What moving it means.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

/// Whom a lever reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// A share of the eligible people, in full.
    People,
    /// Everybody in a neighbourhood.
    Community,
}

levers! {
    Plan = "control.plan", People, "share", "Somebody helps the person to shape their own support.";
    Advocacy = "problems.advocacy", People, "share", "Somebody speaks with the person, so that more contacts fit and more are right first time.";
    SelfHelp = "problems.self_help", People, "chance a month", "The person, with peers, solves more problems without a service.";
    Introductions = "ties.introductions", People, "introductions a month", "Somebody introduces the person to people they might get on with.";
    JobSupport = "life_events.job_support", People, "multiplier less 1", "Support to find and keep paid work.";
    BreakHours = "family.break_hours", People, "hours a week", "Hours in which somebody else cares, so that the carer has a break.";
    KinHelp = "family.kin_help", People, "hours a week", "Hours of help that the wider family takes on once it has been brought together.";
    CommunityHours = "support.community_hours", People, "hours a week", "Hours of support from people who are not staff: a shared home, a neighbour, a timebank.";
    Palliative = "crisis.palliative", People, "share", "Palliative care reaches the person at home.";
    AssociationalLife = "community.associational_life", Community, "share of the gap a year", "Investment in what people do together.";
    Welcome = "community.welcome", Community, "share of the gap a year", "Investment in the neighbourhood's welcome for people with high need.";
    Environment = "community.environment", Community, "share of the gap a year", "Investment in safety, housing and green space.";
    Fit = "practice.fit", Community, "share of the gap a year", "Time and help for staff to work in a bespoke and relational way.";
    JoinedUp = "practice.joined_up", Community, "share of the gap a year", "Services working as one team.";
    Capacity = "problems.capacity", Community, "share of core capacity", "More contacts in services as they are.";
    FormalHours = "support.formal_hours", Community, "share of core capacity", "More hours of formal care as it is.";
    Voice = "governance.voice", Community, "share of the gap a year", "Training and support for people with lived experience to decide with others.";
    Accountability = "governance.accountability", Community, "share of the gap a year", "Human indicators in place of performance indicators.";
    Regulation = "governance.regulation", Community, "share of the gap a year", "Room within national rules, won by negotiation.";
}

/// Who can be reached by an approach that works with people one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eligible {
    /// Everybody in a neighbourhood (approaches for communities, services, government).
    Neighbourhood,
    /// Adults with support need.
    SupportNeed,
    /// People who give care.
    Carers,
    /// Adults who are lonely or have nobody to count on.
    Isolated,
    /// Adults with open problems.
    OpenProblems,
    /// People of working age out of work.
    OutOfWork,
    /// People with a life-limiting condition.
    LifeLimiting,
}

/// One approach of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approach {
    /// The name as in files.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// What it is, in one sentence.
    pub sentence: String,
    /// The level it works at.
    pub level: Level,
    /// Where it stands on the rainbow. Range: 0 (prevention) to 1 (crisis).
    pub stage: f32,
    /// Who can be reached.
    pub eligible: Eligible,
    /// Running cost of one unit for a year: of one person reached, or of 1,000 residents. Unit: pounds, 2024/25 prices.
    pub unit_cost_pounds: f64,
    /// Cost of setting it up in one neighbourhood, each time. Unit: pounds a 1,000 residents, 2024/25 prices.
    pub set_up_pounds: f64,
    /// Months from opening to full delivery.
    pub ramp_months: f32,
    /// The largest share of the eligible it can reach. Range: 0–1.
    pub max_reach: f32,
    /// What it changes.
    pub effects: Vec<Effect>,
    /// The id of its source in the evidence register, or "assumption".
    pub source: String,
    /// How well its effects are evidenced.
    pub grade: Grade,
}

/// What an approach changes, for those it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What is moved.
    pub lever: Lever,
    /// By how much, in the lever's unit.
    pub size: f32,
    /// The low end of what is plausible.
    pub low: f32,
    /// The high end.
    pub high: f32,
}
