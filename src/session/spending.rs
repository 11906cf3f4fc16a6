//! Where the money came from and went, year by year, in the two worlds compared: means over re-runs, and the words for it.
//!
//! Everything is read off the ledgers; they tell who pays and who gains, not at which level an approach works.

use crate::charts::number::{plain, pounds_and_pence};
use crate::engine::ledger::Account;
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::Spread;
use crate::ensemble::{Ensemble, YearLedger};
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

/// A line of the books as they are told here: an account, or what the books tell of one by double entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// An account.
    Of(Account),
    /// New money, whatever it is used for.
    New,
    /// What new money ran: new money less all its other uses.
    Run,
    /// What core budgets run that new money began: what is run beyond that.
    Kept,
}

impl Line {
    fn pence(self, year: &YearLedger) -> i64 {
        let of = |account: Account| year.totals.get(account as usize).map_or(0, |pence| pence.0);
        let others = || OTHER_USES.iter().map(|account| of(*account)).sum::<i64>();
        match self {
            Self::Of(account) => of(account),
            Self::New => of(Account::Investment),
            Self::Run => of(Account::Investment) - others(),
            Self::Kept => of(Account::Running) - of(Account::Investment) + others(),
        }
    }

    /// What it is.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Of(account) => account.sentence(),
            Self::New => "New money, whatever it is used for.",
            Self::Run => "Running approaches with new money.",
            Self::Kept => "Running approaches that core budgets kept on when their money ended.",
        }
    }
}

/// What new money is used for beside running approaches.
const OTHER_USES: [Account; 5] = [
    Account::SetUp,
    Account::Bidding,
    Account::Learning,
    Account::WindingDown,
    Account::MoreOfTheSame,
];

/// A part of a flow: one line, or several that belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// A short name.
    pub name: &'static str,
    /// Its lines.
    pub lines: &'static [Line],
}

const fn part(name: &'static str, lines: &'static [Line]) -> Part {
    Part { name, lines }
}

/// The uses that new money can have, what reaches people first.
const NEW_MONEY: [Part; 6] = [
    part("Running", &[Line::Run]),
    part("Setting up", &[Line::Of(Account::SetUp)]),
    part("Bidding", &[Line::Of(Account::Bidding)]),
    part("Learning", &[Line::Of(Account::Learning)]),
    part("Winding down", &[Line::Of(Account::WindingDown)]),
    part("More of the same", &[Line::Of(Account::MoreOfTheSame)]),
];
const WHO_PAYS: [Part; 3] = [
    part("Core budgets", &[Line::Of(Account::CoreBudget)]),
    part("New money", &[Line::New]),
    part("Reserves", &[Line::Of(Account::Reserves)]),
];
const WHO_GAINS: [Part; 6] = [
    part("Health near home", &[Line::Of(Account::PrimaryCare)]),
    part("Social care", &[Line::Of(Account::SocialCare)]),
    part("Other services", &[Line::Of(Account::OtherServices)]),
    part("Crises", &[Line::Of(Account::Crisis)]),
    part("New money's uses", &[Line::New]),
    part(
        "Kept or put back",
        &[Line::Kept, Line::Of(Account::Reinvested)],
    ),
];

impl Flow {
    /// All of them with their names in lists.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::NewMoney, "new-money"),
        (Self::WhoPays, "who-pays"),
        (Self::WhoGains, "who-gains"),
    ];

    /// One by its name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, name)| *name == id)
            .map(|(flow, _)| *flow)
    }

    /// The name in lists.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(flow, _)| *flow == self)
            .map_or("", |(_, id)| id)
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
    /// The first strategy.
    pub reference: Books,
    /// The second.
    pub alternative: Books,
}

/// The ledgers of one arm, re-run by re-run. Shape: re-runs × years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Books {
    ledgers: Vec<Vec<YearLedger>>,
}

impl Spending {
    /// What the ledgers of an ensemble say; nothing until one is there.
    pub fn of(ensemble: &Ensemble, pair: Pair) -> Option<Self> {
        let (reference, alternative) = (
            Books::of(ensemble, pair.reference),
            Books::of(ensemble, pair.alternative),
        );
        (reference.years() > 0 && alternative.years() > 0).then_some(Self {
            replicates: ensemble.len() as u32,
            reference,
            alternative,
        })
    }
}

impl Books {
    fn of(ensemble: &Ensemble, arm: usize) -> Self {
        let own = ensemble
            .outcomes()
            .filter_map(|outcome| outcome.arms.iter().find(|a| a.arm as usize == arm));
        Self {
            ledgers: own.map(|arm| arm.ledger.clone()).collect(),
        }
    }

    /// Years in every one of them.
    pub fn years(&self) -> usize {
        self.ledgers.iter().map(Vec::len).min().unwrap_or(0)
    }

    /// Some lines together in every year: the spread over re-runs. Unit: pounds.
    pub fn spreads(&self, lines: &[Line]) -> Vec<Spread> {
        let pounds = |year: &YearLedger| {
            lines.iter().map(|line| line.pence(year)).sum::<i64>() as f64 / 100.0
        };
        (0..self.years())
            .map(|year| {
                Spread::of(
                    &self
                        .ledgers
                        .iter()
                        .map(|ledger| pounds(&ledger[year]))
                        .collect::<Vec<_>>(),
                )
            })
            .collect()
    }

    /// A part's mean in every year. Unit: pounds.
    pub fn by_year(&self, part: &Part) -> Vec<f64> {
        self.spreads(part.lines)
            .iter()
            .map(|spread| spread.mean)
            .collect()
    }

    /// A part's mean over all years together. Unit: pounds.
    pub fn in_all(&self, part: &Part) -> f64 {
        self.by_year(part).iter().sum()
    }
}

/// Of each £100 of new money, what it was used for: whole pounds that add up, the parts of [`Flow::NewMoney`] in order.
/// Nothing when there was no new money, or when money was taken out.
pub fn of_a_hundred(arm: &Books) -> Option<Vec<(&'static str, i64)>> {
    let totals: Vec<f64> = NEW_MONEY.iter().map(|part| arm.in_all(part)).collect();
    let all: f64 = totals.iter().sum();
    (all >= 0.005 && totals.iter().all(|total| *total >= 0.0)).then(|| {
        NEW_MONEY
            .iter()
            .map(|part| part.name)
            .zip(apportion(100, &totals))
            .collect()
    })
}

/// What new money did, in the order of its parts.
const DID: [&str; 6] = [
    "ran approaches",
    "set them up",
    "went on bids",
    "on boards and learning",
    "on winding down",
    "on more of the same",
];

/// What became of each £100 of new money in one world, in a sentence.
pub fn hundred_words(name: &str, arm: &Books) -> String {
    let Some(shares) = of_a_hundred(arm) else {
        let total: f64 = NEW_MONEY.iter().map(|part| arm.in_all(part)).sum();
        return if total < -0.005 {
            format!(
                "{name}: £{} was taken out of today's services.",
                plain(-total, 0)
            )
        } else {
            format!("{name}: no new money was spent.")
        };
    };
    let said: Vec<String> = shares
        .iter()
        .zip(DID)
        .filter(|((_, share), _)| *share > 0)
        .map(|((_, share), words)| format!("£{share} {words}"))
        .collect();
    format!("{name}: of each £100 of new money, {}.", said.join(", "))
}

/// What the money of the two worlds comes to, as a title: how much of each £100 ran approaches.
pub fn title(spending: &Spending, reference: &str, alternative: &str) -> String {
    let ran =
        |arm: &Books| of_a_hundred(arm).and_then(|shares| shares.first().map(|(_, share)| *share));
    let lower = crate::charts::words::lower_first;
    match (ran(&spending.reference), ran(&spending.alternative)) {
        (Some(a), Some(b)) if a == b => format!("£{a} of each £100 ran approaches in both worlds"),
        (Some(a), Some(b)) => format!(
            "£{a} of each £100 ran approaches with {}, £{b} with {}",
            lower(reference),
            lower(alternative)
        ),
        (Some(a), None) => format!("£{a} of each £100 ran approaches with {}", lower(reference)),
        (None, Some(b)) => format!(
            "£{b} of each £100 ran approaches with {}",
            lower(alternative)
        ),
        (None, None) => "No new money was spent".to_owned(),
    }
}

/// What each arm spent of the investment in all years of the first re-run, where that is not the same in every arm.
pub fn unequal_words(ensemble: &Ensemble, scenario: &Scenario) -> String {
    let Some(outcome) = ensemble.outcomes().next() else {
        return String::new();
    };
    let said: Vec<String> = outcome
        .arms
        .iter()
        .map(|arm| {
            let total: i64 = super::figures::account(&arm.ledger, Account::Investment as usize)
                .iter()
                .sum();
            let name = scenario
                .arms
                .get(arm.arm as usize)
                .map_or("", |arm| arm.name.as_str());
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
pub fn table(ensemble: &Ensemble, scenario: &Scenario) -> (Vec<String>, Vec<Vec<String>>) {
    let mut headings: Vec<String> = ["arm", "run", "year"].map(str::to_owned).to_vec();
    headings.extend(Account::ALL.iter().map(|account| account.id().to_owned()));
    let mut rows = Vec::new();
    for outcome in ensemble.outcomes() {
        for arm in &outcome.arms {
            let id = scenario
                .arms
                .get(arm.arm as usize)
                .map_or("", |arm| arm.id.as_str());
            for (year, ledger) in arm.ledger.iter().enumerate() {
                let mut row = vec![
                    id.to_owned(),
                    (outcome.replicate + 1).to_string(),
                    (year + 1).to_string(),
                ];
                row.extend(ledger.totals.iter().map(|pence| exact(pence.0)));
                rows.push(row);
            }
        }
    }
    (headings, rows)
}

/// Pence as pounds for a machine: no pound sign, no thousands apart.
pub fn exact(pence: i64) -> String {
    let size = pence.unsigned_abs();
    format!(
        "{}{}.{:02}",
        if pence < 0 { "-" } else { "" },
        size / 100,
        size % 100
    )
}

#[cfg(test)]
mod tests;
