//! Money: every pound in integer pence, double entry, so that sources equal uses to the penny every month in every arm.

use serde::{Deserialize, Serialize};

macro_rules! accounts {
    ($($name:ident = $id:literal, $side:ident, $sentence:literal;)*) => {
        /// Where money comes from and where it goes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Account { $(#[doc = $sentence] $name,)* }

        impl Account {
            /// All accounts, sources first, in the order in which tables hold them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name as in files.
            pub const fn id(self) -> &'static str { match self { $(Self::$name => $id,)* } }
            /// Whether money comes from here or goes here.
            pub const fn side(self) -> Side { match self { $(Self::$name => Side::$side,)* } }
            /// What it is.
            pub const fn sentence(self) -> &'static str { match self { $(Self::$name => $sentence,)* } }
        }
    };
}

/// The two sides of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Money comes from here.
    Source,
    /// Money goes here.
    Use,
}

accounts! {
    Investment = "investment", Source, "The investment money, the same in every arm.";
    CoreBudget = "core-budget", Source, "Core budgets of services, national grant and local taxes together.";
    Reserves = "reserves", Source, "What crises cost beyond the budget set aside for them; negative when less is spent than set aside.";
    Bidding = "bidding", Use, "Writing bids, won or lost.";
    SetUp = "set-up", Use, "Setting approaches up, each time.";
    Running = "running", Use, "Running approaches.";
    Learning = "learning", Use, "Programme boards, monitoring, evaluation and learning.";
    WindingDown = "winding-down", Use, "Winding approaches down when their money ends.";
    MoreOfTheSame = "more-of-the-same", Use, "Investment money spent on more of today's services.";
    Reinvested = "reinvested", Use, "Avoided crisis cost put back into what works.";
    PrimaryCare = "primary-care", Use, "Primary and community health.";
    SocialCare = "social-care", Use, "Adult social care, formal hours of support included.";
    OtherServices = "other-services", Use, "Mental health, housing and money advice, work and skills, voluntary sector, hospice.";
    Crisis = "crisis", Use, "Hospital emergencies, A&E, placements, evictions, breakdowns.";
}
