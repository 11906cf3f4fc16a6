//! What a strategy buys: the only part of the engine that knows one.
//!
//! Every year it divides the same investment money between bidding, setting up, running, learning and winding down, to the
//! penny, and opens and closes approaches. Every month it turns what runs into levers and conditions. Mechanisms see those.

mod eligibles;
mod levers;
mod open;
mod round;

use super::ledger::Account;
use super::state::World;
use crate::random::{Key, mix};
use crate::scenario::approaches::Approach;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{Decision, Design};
use crate::units::Pence;

/// What one arm does with the money.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// Where it stands in the design space.
    pub design: Design,
    /// The approaches it may buy; none means more of today's services.
    pub approaches: Vec<Approach>,
    /// Investment of each year after the branch; below zero, money is taken out of today's services.
    pub investment: Vec<Pence>,
    /// When it changes course, in order of time.
    pub decisions: Vec<Decision>,
    /// The month the arms branched.
    pub branch: u32,
}

/// What one year's money goes to, after the division. Unit: pence a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearPlan {
    amounts: [i64; Account::COUNT],
}

impl YearPlan {
    fn set(&mut self, account: Account, amount: i64) {
        self.amounts[account as usize] = amount;
    }

    fn get(&self, account: Account) -> i64 {
        self.amounts[account as usize]
    }
}

/// The uses that investment money can have.
const INVESTMENT_USES: [Account; 6] = [
    Account::Bidding,
    Account::SetUp,
    Account::Running,
    Account::Learning,
    Account::WindingDown,
    Account::MoreOfTheSame,
];

/// The funding of one world under one contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Funding {
    contract: Contract,
    design: Design,
    plan: YearPlan,
    round_ends: u32,
    eligibles: eligibles::Eligibles,
    /// The keys of the approaches of the contract.
    keys: Vec<Key>,
}

impl Funding {
    /// Funding that has not begun.
    pub fn new(contract: Contract) -> Self {
        let design = contract.design;
        let keys = contract
            .approaches
            .iter()
            .map(|approach| approach_key(&approach.id))
            .collect();
        Self {
            contract,
            design,
            plan: YearPlan::default(),
            round_ends: 0,
            eligibles: eligibles::Eligibles::default(),
            keys,
        }
    }

    /// One month: the yearly round when it is due, this month's payments, and what they buy.
    pub fn step(&mut self, world: &mut World, parameters: &Parameters) {
        let since = world.month - self.contract.branch;
        let investment = self
            .contract
            .investment
            .get((since / 12) as usize)
            .copied()
            .unwrap_or(Pence::ZERO);
        if since.is_multiple_of(3) && !self.contract.approaches.is_empty() {
            self.eligibles = eligibles::Eligibles::count(world);
        }
        let decided = self.decide(since);
        if since.is_multiple_of(12) {
            self.hold_round(world, parameters, investment);
        } else if decided {
            self.change_course(world, parameters, investment);
        }
        for account in INVESTMENT_USES {
            let amount = share_of_month(self.plan.get(account), since % 12);
            world
                .ledger
                .post(world.month, Account::Investment, account, Pence(amount));
        }
        world.ledger.post(
            world.month,
            Account::Reserves,
            Account::Reinvested,
            Pence(world.government.reinvest),
        );
        self.set_levers(world, parameters);
    }

    /// Takes the decisions that are due; says whether there were any.
    fn decide(&mut self, since: u32) -> bool {
        let due = self
            .contract
            .decisions
            .iter()
            .filter(|decision| decision.month == since);
        due.map(|decision| decision.apply(&mut self.design)).count() > 0
    }

    fn approach_key(&self, approach: usize) -> Key {
        self.keys[approach]
    }
}

/// The key of an approach, from its id: the same in every arm.
pub fn approach_key(id: &str) -> Key {
    Key(id
        .bytes()
        .fold(0x4150_5052, |hash, byte| mix(hash ^ u64::from(byte))))
}

/// A year's amount divided over its months, to the penny.
fn share_of_month(year: i64, month: u32) -> i64 {
    let upto = |m: u32| year * i64::from(m) / 12;
    upto(month + 1) - upto(month)
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod month_tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn months_add_up_to_the_year(year in 0_i64..10_000_000_000) {
            prop_assert_eq!((0..12).map(|m| share_of_month(year, m)).sum::<i64>(), year);
        }
    }
}
