//! Money: every pound in integer pence, double entry, so that sources equal uses to the penny every month in every arm.

use crate::units::Pence;
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

/// The books of one world, year by year since the start of the spin-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    years: Vec<[Pence; Account::COUNT]>,
}

impl Ledger {
    /// Books an amount from a source to a use, in the year that a month lies in. Both sides change by the same amount.
    ///
    /// Panics when the accounts stand on the wrong sides: that is a mistake in the model, never in what a person gave.
    pub fn post(&mut self, month: u32, from: Account, to: Account, amount: Pence) {
        assert!(
            from.side() == Side::Source && to.side() == Side::Use,
            "booked from {from:?} to {to:?}"
        );
        let year = (month / 12) as usize;
        if self.years.len() <= year {
            self.years.resize(year + 1, [Pence::ZERO; Account::COUNT]);
        }
        self.years[year][from as usize] += amount;
        self.years[year][to as usize] += amount;
    }

    /// The total of an account in a year since the start of the spin-up; nothing was booked in a year beyond the books.
    pub fn total(&self, year: u32, account: Account) -> Pence {
        self.years
            .get(year as usize)
            .map_or(Pence::ZERO, |totals| totals[account as usize])
    }

    /// All totals of a year, in the order of [`Account::ALL`].
    pub fn year(&self, year: u32) -> Vec<Pence> {
        Account::ALL
            .iter()
            .map(|account| self.total(year, *account))
            .collect()
    }

    /// Sources less uses in a year: zero, always.
    pub fn imbalance(&self, year: u32) -> Pence {
        let side = |side| {
            Account::ALL
                .iter()
                .filter(|a| a.side() == side)
                .map(|a| self.total(year, *a))
                .sum::<Pence>()
        };
        side(Side::Source) - side(Side::Use)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sources_equal_uses_whatever_is_booked(posts in prop::collection::vec((0_u32..60, 0_usize..14, 0_usize..14, -1_000_000_i64..1_000_000_000), 0..200)) {
            let mut ledger = Ledger::default();
            for (month, from, to, amount) in posts {
                let (from, to) = (Account::ALL[from], Account::ALL[to]);
                if from.side() == Side::Source && to.side() == Side::Use {
                    ledger.post(month, from, to, Pence(amount));
                }
            }
            for year in 0..6 {
                prop_assert_eq!(ledger.imbalance(year), Pence::ZERO);
            }
        }
    }

    #[test]
    fn books_go_to_the_year_of_the_month() {
        let mut ledger = Ledger::default();
        ledger.post(25, Account::Investment, Account::Running, Pence(7));
        assert_eq!(ledger.total(2, Account::Running), Pence(7));
        assert_eq!(ledger.total(1, Account::Running), Pence::ZERO);
        assert_eq!(ledger.total(9, Account::Running), Pence::ZERO);
    }
}
