//! A comparison of arms as one object: what `kith compare --json` prints and what tables and sentences are made from.

use super::manifest::BUILD;
use crate::analysis::verdict::{self, Verdict};
use crate::engine::ledger::{Account, Side};
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::{self, Spread};
use crate::ensemble::{ArmOutcome, Ensemble};
use crate::indicators::catalogue::{Better, CATALOGUE};
use crate::indicators::in_all;
use crate::place::Whole;
use crate::scenario::parameters::beyond::mark;
use crate::scenario::{Scenario, validate};
use crate::units::Pence;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything a comparison says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The version that made it.
    pub version: &'static str,
    /// The build that made it: version and digest of the sources.
    pub build: &'static str,
    /// The scenario's hash.
    pub scenario: String,
    /// The digest of all indicator tables: the same on every machine.
    pub fingerprint: String,
    /// People the place was generated with.
    pub people: u32,
    /// Months simulated after the arms branch.
    pub months: u32,
    /// Replicates in it.
    pub replicates: u32,
    /// How long it took. The only field that differs between two runs of the same scenario.
    pub seconds: f64,
    /// The arms.
    pub arms: Vec<ArmMoney>,
    /// The indicators, in the order of the catalogue.
    pub indicators: Vec<IndicatorComparison>,
    /// The money of one replicate, account by account.
    pub ledger: Ledger,
    /// What is outside its registered range, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond_range: Option<String>,
    /// The real place, once [`Comparison::in_all_of`] has been told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<RealPlace>,
}

/// How many people really live in the place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RealPlace {
    /// What people call it.
    pub name: String,
    /// All residents. Unit: persons.
    pub residents: f64,
    /// Residents of 18 and over. Unit: persons.
    pub adults: f64,
    /// New money for all of them in a funded year. Unit: pounds.
    pub pounds_per_year: f64,
}

/// A difference counted out over all who really live in the place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InAllOf {
    /// Mean of the paired differences.
    pub mean: f64,
    /// Lower end of the 90 % interval of the mean.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// What is counted; pounds a year where the indicator is money.
    pub unit: String,
}

/// An arm and its investment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArmMoney {
    /// The name as in files.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// Investment money that came in, year by year, as the ledger of the replicate in [`Ledger::replicate`] has it.
    pub investment_pence_by_year: Vec<i64>,
}

/// One indicator in every arm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndicatorComparison {
    /// The name as in files.
    pub id: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// Which way is better.
    pub better: Better,
    /// The smallest difference worth having, in the unit.
    pub worthwhile: f64,
    /// Arm by arm.
    pub arms: BTreeMap<String, ArmCourse>,
    /// The pair compared; none when there is only one arm.
    pub difference: Option<PairDifference>,
}

/// One indicator in one arm.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ArmCourse {
    /// In the year before the arms branch.
    pub start: Spread,
    /// In the last year.
    pub end: Spread,
    /// Every year after the branch.
    pub by_year: Vec<Spread>,
}

/// Two arms on one indicator, paired by replicate: the alternative less the reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairDifference {
    /// The arm that is subtracted.
    pub reference: String,
    /// The arm that the difference is counted for.
    pub alternative: String,
    /// The year after the branch in which it is read: the last, but for what is delivered the last with new money.
    pub year: u32,
    /// Mean of the paired differences.
    pub mean: f64,
    /// One replicate in twenty lies below.
    pub p05: f64,
    /// One replicate in twenty lies above.
    pub p95: f64,
    /// Lower end of the 90 % interval of the mean (Student's t).
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// In how many replicates the alternative does better, by however little; none where neither direction is better.
    pub alternative_better: Option<u32>,
    /// In how many the reference does.
    pub reference_better: Option<u32>,
    /// What it comes to for the alternative, by interval, size worth having and number of replicates.
    pub verdict: Verdict,
    /// The same for all who really live in the place; left out where it cannot be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_all: Option<InAllOf>,
}

/// Money by arm, account and year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ledger {
    /// Whose exact pence these are: means over replicates would not be whole pence.
    pub replicate: u32,
    /// Accounts on the source side.
    pub sources: Vec<&'static str>,
    /// Accounts on the use side.
    pub uses: Vec<&'static str>,
    /// Pence by account, year by year after the branch, for each arm.
    pub arms: BTreeMap<String, BTreeMap<&'static str, Vec<i64>>>,
}

impl Comparison {
    /// What an ensemble of a scenario says. `people`: generated; `seconds`: how long it took.
    pub fn new(scenario: &Scenario, people: u32, ensemble: &Ensemble, seconds: f64) -> Self {
        let first = ensemble.outcomes().next();
        let replicate = first.map_or(0, |outcome| outcome.replicate);
        let outcome_of =
            |arm: usize| first.and_then(|o| o.arms.iter().find(|a| a.arm as usize == arm));
        let arms = scenario.arms.iter().enumerate().map(|(k, arm)| ArmMoney {
            id: arm.id.clone(),
            name: arm.name.clone(),
            investment_pence_by_year: outcome_of(k)
                .map(|o| account_by_year(o, Account::Investment))
                .unwrap_or_default(),
        });
        let side = |side: Side| {
            Account::ALL
                .iter()
                .filter(|a| a.side() == side)
                .map(|a| a.id())
                .collect()
        };
        let accounts = |arm: usize| match outcome_of(arm) {
            Some(outcome) => Account::ALL
                .iter()
                .map(|a| (a.id(), account_by_year(outcome, *a)))
                .collect(),
            None => BTreeMap::new(),
        };
        Self {
            version: env!("CARGO_PKG_VERSION"),
            build: BUILD,
            scenario: validate::hash(scenario),
            fingerprint: ensemble.fingerprint(),
            people,
            months: scenario.months(),
            replicates: ensemble.len() as u32,
            seconds,
            arms: arms.collect(),
            indicators: (0..CATALOGUE.len())
                .map(|k| indicator(scenario, ensemble, k))
                .collect(),
            ledger: Ledger {
                replicate,
                sources: side(Side::Source),
                uses: side(Side::Use),
                arms: scenario
                    .arms
                    .iter()
                    .enumerate()
                    .map(|(k, arm)| (arm.id.clone(), accounts(k)))
                    .collect(),
            },
            beyond_range: mark(&scenario.parameters.beyond()),
            place: None,
        }
    }

    /// The same with every difference counted out over all who really live in the place.
    pub fn in_all_of(mut self, whole: &Whole, scenario: &Scenario) -> Self {
        let money = scenario.money.pounds_per_head_year * whole.residents();
        self.place = Some(RealPlace {
            name: whole.name.clone(),
            residents: whole.residents(),
            adults: whole.adults(),
            pounds_per_year: money,
        });
        for (k, indicator) in self.indicators.iter_mut().enumerate() {
            let (Some(of), Some(difference)) = (in_all::of(k), &mut indicator.difference) else {
                continue;
            };
            let count = |value: f64| of.count(value, whole);
            difference.in_all = Some(InAllOf {
                mean: count(difference.mean),
                low: count(difference.low),
                high: count(difference.high),
                unit: of.unit(),
            });
        }
        self
    }

    /// The object as one line of JSON, ending in a line break.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self).map(|text| text + "\n")
    }
}

fn indicator(scenario: &Scenario, ensemble: &Ensemble, k: usize) -> IndicatorComparison {
    let course = |arm: usize| {
        let by_year = summary::arm(ensemble, arm as u32, k).by_year;
        ArmCourse {
            start: by_year.first().copied().unwrap_or_default(),
            end: by_year.last().copied().unwrap_or_default(),
            by_year: by_year.into_iter().skip(1).collect(),
        }
    };
    let info = &CATALOGUE[k];
    let difference = Pair::of(scenario).map(|pair| {
        let difference = summary::compared(scenario, ensemble, pair, k);
        let Spread { mean, p05, p95 } = difference.spread().copied().unwrap_or_default();
        let ids = pair.ids(scenario);
        let directed = |count: u32| (info.better != Better::Neither).then_some(count);
        PairDifference {
            reference: ids.reference.to_owned(),
            alternative: ids.alternative.to_owned(),
            year: difference.year as u32,
            mean,
            p05,
            p95,
            low: difference.interval.0,
            high: difference.interval.1,
            alternative_better: directed(difference.alternative_better),
            reference_better: directed(difference.reference_better),
            verdict: verdict::verdict(&difference, k),
            in_all: None,
        }
    });
    let arms = scenario
        .arms
        .iter()
        .enumerate()
        .map(|(k, arm)| (arm.id.clone(), course(k)))
        .collect();
    IndicatorComparison {
        id: info.id,
        unit: info.unit,
        better: info.better,
        worthwhile: info.worthwhile.size,
        arms,
        difference,
    }
}

/// One account's total in every year, in pence.
fn account_by_year(outcome: &ArmOutcome, account: Account) -> Vec<i64> {
    outcome
        .ledger
        .iter()
        .map(|year| year.totals.get(account as usize).map_or(0, |pence| pence.0))
        .collect()
}

/// Whether the money was the same, as every ledger of the ensemble has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyCheck {
    /// Investment, year by year, in the first arm of the first replicate.
    pub investment: Vec<Pence>,
    /// The first arm, year and replicate whose investment is not that of the first arm of the same replicate.
    pub unequal: Option<(u32, usize, u32)>,
    /// The first arm, year and replicate in which sources and uses differ.
    pub unbalanced: Option<(u32, usize, u32)>,
}

impl MoneyCheck {
    /// Goes through every ledger.
    pub fn of(ensemble: &Ensemble) -> Self {
        let mut check = Self {
            investment: Vec::new(),
            unequal: None,
            unbalanced: None,
        };
        for outcome in ensemble.outcomes() {
            let investment = |arm: &ArmOutcome| account_by_year(arm, Account::Investment);
            let Some(wanted) = outcome.arms.first().map(investment) else {
                continue;
            };
            if check.investment.is_empty() {
                check.investment = wanted.iter().map(|pence| Pence(*pence)).collect();
            }
            for arm in &outcome.arms {
                let place = |year: usize| Some((arm.arm, year, outcome.replicate));
                let got = investment(arm);
                let differs = (0..got.len().max(wanted.len()))
                    .find(|year| got.get(*year) != wanted.get(*year));
                check.unequal = check.unequal.or(differs.and_then(place));
                check.unbalanced = check.unbalanced.or(arm
                    .ledger
                    .iter()
                    .position(|year| !balances(&year.totals))
                    .and_then(place));
            }
        }
        check
    }
}

fn balances(totals: &[Pence]) -> bool {
    let side = |side: Side| {
        Account::ALL
            .iter()
            .zip(totals)
            .filter(|(a, _)| a.side() == side)
            .map(|(_, pence)| *pence)
            .sum::<Pence>()
    };
    side(Side::Source) == side(Side::Use)
}

#[cfg(test)]
pub(crate) mod tests;
