//! Where the money came from and went, year by year, in the two worlds compared: means over re-runs, and the words for it.
//!
//! Everything is read off the ledgers; the accounts tell who pays and who gains, not at which level an approach works.

use super::state::Pair;
use crate::charts::number::{plain, pounds_and_pence};
use crate::engine::ledger::Account;
use crate::ensemble::Ensemble;
use crate::ensemble::summary::Spread;
use crate::numeric::apportion;
use crate::scenario::Scenario;

/// What is looked at of the money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// What the new money was used for.
    #[default]
    NewMoney,
    /// Who pays, of all public money.
    WhoPays,
    /// Who gains, of all public money.
    WhoGains,
}

/// A part of a flow: one account, or several that belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// A short name.
    pub name: &'static str,
    /// Its accounts.
    pub accounts: &'static [Account],
}

const fn part(name: &'static str, accounts: &'static [Account]) -> Part {
    Part { name, accounts }
}

/// The uses that new money can have, what reaches people first.
const NEW_MONEY: [Part; 6] = [
    part("Running approaches", &[Account::Running]),
    part("Setting up", &[Account::SetUp]),
    part("Bidding", &[Account::Bidding]),
    part("Boards and learning", &[Account::Learning]),
    part("Winding down", &[Account::WindingDown]),
    part("More of the same", &[Account::MoreOfTheSame]),
];
const WHO_PAYS: [Part; 3] = [
    part("Core budgets", &[Account::CoreBudget]),
    part("New money", &[Account::Investment]),
    part("Reserves, for crises", &[Account::Reserves]),
];
const WHO_GAINS: [Part; 6] = [
    part("Health near home", &[Account::PrimaryCare]),
    part("Social care", &[Account::SocialCare]),
    part("Other services", &[Account::OtherServices]),
    part("Crises", &[Account::Crisis]),
    part(
        "New money's uses",
        &[Account::Running, Account::SetUp, Account::Bidding, Account::Learning, Account::WindingDown, Account::MoreOfTheSame],
    ),
    part("Put back", &[Account::Reinvested]),
];

impl Flow {
    /// All of them with their names in lists.
    pub const ALL: [(Self, &'static str); 3] = [(Self::NewMoney, "new-money"), (Self::WhoPays, "who-pays"), (Self::WhoGains, "who-gains")];

    /// One by its name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == id).map(|(flow, _)| *flow)
    }

    /// The name in lists.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(flow, _)| *flow == self).map_or("", |(_, id)| id)
    }

    /// What it is made of, in the order in which it is stacked.
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::NewMoney => &NEW_MONEY,
            Self::WhoPays => &WHO_PAYS,
            Self::WhoGains => &WHO_GAINS,
        }
    }
}

/// The money of the two worlds compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Spending {
    /// Re-runs that it is the mean of.
    pub replicates: u32,
    /// The first strategy. Shape: accounts × years; unit: pounds.
    pub first: Vec<Vec<Spread>>,
    /// The second.
    pub second: Vec<Vec<Spread>>,
}

impl Spending {
    /// What the ledgers of an ensemble say; nothing until one is there.
    pub fn of(ensemble: &Ensemble, pair: Pair) -> Option<Self> {
        let first = of_arm(ensemble, pair.first);
        let second = of_arm(ensemble, pair.second);
        let years = |arm: &[Vec<Spread>]| arm.first().map_or(0, Vec::len);
        (years(&first) > 0 && years(&second) > 0).then_some(Self { replicates: ensemble.len() as u32, first, second })
    }
}

fn of_arm(ensemble: &Ensemble, arm: usize) -> Vec<Vec<Spread>> {
    let ledgers: Vec<_> = ensemble.outcomes().filter_map(|o| o.arms.iter().find(|a| a.arm as usize == arm)).map(|a| &a.ledger).collect();
    let years = ledgers.iter().map(|ledger| ledger.len()).min().unwrap_or(0);
    let pounds = |account: usize, year: usize| -> Vec<f64> {
        ledgers.iter().map(|ledger| ledger[year].totals.get(account).map_or(0.0, |pence| pence.pounds())).collect()
    };
    (0..Account::COUNT).map(|account| (0..years).map(|year| Spread::of(&pounds(account, year))).collect()).collect()
}

/// A part's mean in every year. Unit: pounds.
pub fn by_year(arm: &[Vec<Spread>], part: &Part) -> Vec<f64> {
    let years = arm.first().map_or(0, Vec::len);
    (0..years).map(|year| part.accounts.iter().map(|account| arm[*account as usize][year].mean).sum()).collect()
}

/// A part's mean over all years together. Unit: pounds.
pub fn in_all(arm: &[Vec<Spread>], part: &Part) -> f64 {
    by_year(arm, part).iter().sum()
}

/// Of each £100 of new money, what it was used for: whole pounds that add up, the parts of [`Flow::NewMoney`] in order.
/// Nothing when there was no new money, or when money was taken out.
pub fn of_a_hundred(arm: &[Vec<Spread>]) -> Option<Vec<(&'static str, i64)>> {
    let totals: Vec<f64> = NEW_MONEY.iter().map(|part| in_all(arm, part)).collect();
    let all: f64 = totals.iter().sum();
    (all >= 0.005 && totals.iter().all(|total| *total >= 0.0))
        .then(|| NEW_MONEY.iter().map(|part| part.name).zip(apportion(100, &totals)).collect())
}

/// What became of each £100 of new money in one world, in a sentence.
pub fn hundred_words(name: &str, arm: &[Vec<Spread>]) -> String {
    let Some(shares) = of_a_hundred(arm) else {
        let total: f64 = NEW_MONEY.iter().map(|part| in_all(arm, part)).sum();
        return if total < -0.005 {
            format!("{name}: £{} was taken out of today's services.", plain(-total, 0))
        } else {
            format!("{name}: no new money was spent.")
        };
    };
    const WORDS: [&str; 6] =
        ["ran approaches", "set them up", "went on bids", "on boards and learning", "on winding down", "on more of the same"];
    let said: Vec<String> =
        shares.iter().zip(WORDS).filter(|((_, share), _)| *share > 0).map(|((_, share), words)| format!("£{share} {words}")).collect();
    format!("{name}: of each £100 of new money, {}.", said.join(", "))
}

/// What the money of the two worlds comes to, as a title: how much of each £100 ran approaches.
pub fn title(spending: &Spending, first: &str, second: &str) -> String {
    let ran = |arm: &[Vec<Spread>]| of_a_hundred(arm).and_then(|shares| shares.first().map(|(_, share)| *share));
    let lower = crate::charts::words::lower_first;
    match (ran(&spending.first), ran(&spending.second)) {
        (Some(a), Some(b)) if a == b => format!("£{a} of each £100 ran approaches in both worlds"),
        (Some(a), Some(b)) => format!("£{a} of each £100 ran approaches with {}, £{b} with {}", lower(first), lower(second)),
        (Some(a), None) => format!("£{a} of each £100 ran approaches with {}", lower(first)),
        (None, Some(b)) => format!("£{b} of each £100 ran approaches with {}", lower(second)),
        (None, None) => "No new money was spent".to_owned(),
    }
}

/// What each arm spent of the investment in all years of the first re-run, where that is not the same in every arm.
pub fn unequal_words(ensemble: &Ensemble, scenario: &Scenario) -> String {
    let Some(outcome) = ensemble.outcomes().next() else { return String::new() };
    let said: Vec<String> = outcome
        .arms
        .iter()
        .map(|arm| {
            let total: i64 = super::figures::account(&arm.ledger, Account::Investment as usize).iter().sum();
            let name = scenario.arms.get(arm.arm as usize).map_or("", |arm| arm.name.as_str());
            if total < 0 {
                format!("{name} takes {} out", pounds_and_pence(-total))
            } else {
                format!("{name} spends {}", pounds_and_pence(total))
            }
        })
        .collect();
    format!("{}.", said.join("; "))
}

/// Every ledger as a table for people's own tools: one row an arm, re-run and year, one column an account, in pounds.
pub fn csv(ensemble: &Ensemble, scenario: &Scenario, place: &str) -> String {
    let mut text = format!(
        "# Where every pound came from and went. {place}. A model, not a forecast. Kith {}, seed {}, {} re-runs, pounds of 2024/25.\narm,rerun,year",
        super::link::VERSION,
        scenario.seed,
        ensemble.len()
    );
    for account in Account::ALL {
        text.push(',');
        text.push_str(account.id());
    }
    text.push('\n');
    for outcome in ensemble.outcomes() {
        for arm in &outcome.arms {
            let id = scenario.arms.get(arm.arm as usize).map_or("", |arm| arm.id.as_str());
            for (year, ledger) in arm.ledger.iter().enumerate() {
                text.push_str(&format!("{id},{},{}", outcome.replicate + 1, year + 1));
                for pence in &ledger.totals {
                    let sign = if pence.0 < 0 { "-" } else { "" };
                    let size = pence.0.unsigned_abs();
                    text.push_str(&format!(",{sign}{}.{:02}", size / 100, size % 100));
                }
                text.push('\n');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::engine::ledger::Side;
    use crate::units::Pence;

    /// Two re-runs in which the second strategy runs more and bids less than the first.
    fn ensemble() -> Ensemble {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        for replicate in 0..2 {
            let mut outcome = samples::outcome(&scenario, replicate, 1.0);
            for arm in &mut outcome.arms {
                for year in &mut arm.ledger {
                    year.totals = vec![Pence::ZERO; Account::COUNT];
                    let running = 50_000 + 10_000 * i64::from(arm.arm) + 100 * i64::from(replicate);
                    year.totals[Account::Investment as usize] = Pence(100_000);
                    year.totals[Account::Running as usize] = Pence(running);
                    year.totals[Account::Bidding as usize] = Pence(100_000 - running);
                }
            }
            ensemble.add(outcome);
        }
        ensemble
    }

    #[test]
    fn every_account_stands_in_one_part_of_its_side() {
        for (flow, side) in [(Flow::WhoPays, Side::Source), (Flow::WhoGains, Side::Use)] {
            let mut named: Vec<Account> = flow.parts().iter().flat_map(|part| part.accounts).copied().collect();
            named.sort();
            let all: Vec<Account> = Account::ALL.iter().copied().filter(|account| account.side() == side).collect();
            assert_eq!(named, all, "{flow:?}");
        }
        for (flow, id) in Flow::ALL {
            assert_eq!((Flow::by_id(id), flow.id()), (Some(flow), id));
        }
    }

    #[test]
    fn means_and_spreads_are_those_of_the_re_runs() {
        let scenario = samples::scenario();
        let spending = Spending::of(&ensemble(), Pair::of(&scenario)).unwrap();
        assert_eq!(spending.replicates, 2);
        let running = spending.first[Account::Running as usize][0];
        assert_eq!((running.mean, running.p05 < running.mean), (600.5, true));
        assert_eq!(by_year(&spending.second, &Flow::NewMoney.parts()[0]), [700.5; 3]);
        assert_eq!(in_all(&spending.second, &Flow::WhoPays.parts()[1]), 3_000.0);
        assert_eq!(Spending::of(&Ensemble::default(), Pair::of(&scenario)), None);
    }

    #[test]
    fn a_hundred_pounds_are_a_hundred_pounds() {
        let spending = Spending::of(&ensemble(), Pair::of(&samples::scenario())).unwrap();
        let shares = of_a_hundred(&spending.first).unwrap();
        assert_eq!(shares.iter().map(|(_, share)| share).sum::<i64>(), 100);
        assert_eq!(hundred_words("Pilots", &spending.first), "Pilots: of each £100 of new money, £60 ran approaches, £40 went on bids.");
        assert_eq!(title(&spending, "Pilots", "Whole area"), "£60 of each £100 ran approaches with pilots, £70 with whole area");
        let nothing = vec![vec![Spread::default(); 3]; Account::COUNT];
        assert_eq!(hundred_words("Nobody", &nothing), "Nobody: no new money was spent.");
        let mut cuts = nothing;
        cuts[Account::MoreOfTheSame as usize][0].mean = -5_000.0;
        assert_eq!(hundred_words("Cuts", &cuts), "Cuts: £5,000 was taken out of today's services.");
    }

    #[test]
    fn the_file_has_every_penny() {
        let scenario = samples::scenario();
        let text = csv(&ensemble(), &scenario, "Trafford");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("# ") && lines[0].contains("A model, not a forecast") && lines[0].contains("seed 7"));
        assert_eq!(lines.len(), 2 + 2 * 3 * 3);
        assert!(lines.iter().skip(1).all(|line| line.split(',').count() == 3 + Account::COUNT));
        assert!(lines[2].starts_with("business-as-usual,1,1,1000.00,"), "{}", lines[2]);
        assert!(text.contains("pilots,2,3,1000.00,0.00,0.00,399.00,"), "{text}");
    }

    #[test]
    fn a_broken_seal_says_who_spends_what() {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        let mut outcome = samples::outcome(&scenario, 0, 1.0);
        for year in &mut outcome.arms[1].ledger {
            year.totals[0] = Pence(-10_000_000);
        }
        ensemble.add(outcome);
        let said = unequal_words(&ensemble, &scenario);
        assert!(said.starts_with("Business as usual spends £300,000.00; Siloed pilots takes £300,000.00 out; "), "{said}");
    }
}
