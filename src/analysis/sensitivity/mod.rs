//! How much does each assumption move the difference between the arms? Morris' elementary effects for screening, Sobol's
//! indices for shares of variance. Knows no way of showing an answer.

pub mod bootstrap;
pub mod morris;
pub mod saltelli;

use super::arms;
use super::estimate::mean;
use super::factors::{self, Factor};
use super::question::Question;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::CATALOGUE;
use bootstrap::{Found, Interval};
use serde::Serialize;

/// Points of the unit cube to be lived, and what the outcomes at them say of each number.
pub trait Design: Sync {
    /// How many points there are.
    fn points(&self) -> usize;
    /// One point: a coordinate for each number. Range: 0–1.
    fn point(&self, number: usize) -> Vec<f64>;
    /// How many parts of the design say something on their own: walks, or rows of the base sample. They are what is drawn again
    /// to see how far the indices would differ with other ones.
    fn rows(&self) -> usize;
    /// What some of those parts, each as often as it is named, say of each number. `outcomes` are those of all points, in order.
    fn indices_of(&self, outcomes: &[f64], rows: &[usize]) -> Vec<Indices>;
    /// What all of them say.
    fn indices(&self, outcomes: &[f64]) -> Vec<Indices> {
        let all: Vec<usize> = (0..self.rows()).collect();
        self.indices_of(outcomes, &all)
    }
}

/// What a design says of one number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Indices {
    /// Morris: effect of crossing the whole range.
    Morris {
        /// Mean size of the elementary effects (μ*).
        mu_star: f64,
        /// Mean of the elementary effects (μ).
        mu: f64,
        /// Their standard deviation (σ): large where the effect depends on other numbers.
        sigma: f64,
    },
    /// Sobol: shares of the variance.
    Sobol {
        /// First-order index: by this number alone.
        first: f64,
        /// Total index: by this number with all others.
        total: f64,
    },
}

impl Indices {
    /// What numbers are ranked by: μ*, or the total index.
    pub fn size(&self) -> f64 {
        match self {
            Self::Morris { mu_star, .. } => *mu_star,
            Self::Sobol { total, .. } => *total,
        }
    }

    /// The fields in the order in which they are declared.
    pub fn values(&self) -> Vec<f64> {
        match *self {
            Self::Morris { mu_star, mu, sigma } => vec![mu_star, mu, sigma],
            Self::Sobol { first, total } => vec![first, total],
        }
    }

    /// Indices of the same kind with other values, field by field in the order of [`Self::values`].
    fn with(&self, value: impl Fn(usize) -> f64) -> Self {
        match self {
            Self::Morris { .. } => Self::Morris {
                mu_star: value(0),
                mu: value(1),
                sigma: value(2),
            },
            Self::Sobol { .. } => Self::Sobol {
                first: value(0),
                total: value(1),
            },
        }
    }
}

/// The sensitivity of one scenario's difference between arms.
pub struct Sensitivity<D> {
    prepared: Prepared,
    pair: Pair,
    factors: Vec<Factor>,
    indicator: usize,
    design: D,
}

/// What the analysis says of one number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The parameter, or the effect of an approach.
    pub parameter: String,
    /// Its range.
    pub range: (f32, f32),
    /// Of the difference between the arms in the last year.
    pub difference: Indices,
    /// How far those would differ with other walks or samples.
    pub difference_interval: Interval,
    /// In what share of resamples this number moves the difference most. Range: 0–1.
    pub leads: f64,
    /// Of the indicator itself under business as usual, the year before the arms branch.
    pub level: Indices,
    /// How far those would differ.
    pub level_interval: Interval,
}

/// What the analysis says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The indicator's id.
    pub indicator: &'static str,
    /// Points lived.
    pub points: usize,
    /// Replicates at each point.
    pub replicates: u32,
    /// Whether the difference varies at all between the points; where it does not, no number moves it.
    pub varies: bool,
    /// Number by number, those that move the difference most first.
    pub parameters: Vec<Row>,
}

/// Who moves the difference most, as far as it can be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Leader<'a> {
    /// The difference is the same at every point.
    NothingVaries,
    /// One number leads in nearly all resamples.
    One(&'a Row),
    /// These cannot be told apart: each leads in some resamples. The largest first.
    Several(Vec<&'a Row>),
}

impl Answer {
    /// Whether these are Sobol's indices; else they are Morris' effects.
    pub fn is_sobol(&self) -> bool {
        matches!(
            self.parameters.first().map(|row| row.difference),
            Some(Indices::Sobol { .. })
        )
    }

    /// Who leads. One is named only where it would lead with nearly any other walks or samples too, and where there are enough of
    /// them to say so.
    pub fn leader(&self) -> Leader<'_> {
        match self
            .parameters
            .iter()
            .max_by(|a, b| a.leads.total_cmp(&b.leads))
        {
            _ if !self.varies => Leader::NothingVaries,
            Some(row) if row.leads >= bootstrap::SURE => Leader::One(row),
            _ => Leader::Several(
                self.parameters
                    .iter()
                    .filter(|row| row.leads > 1.0 - bootstrap::SURE)
                    .collect(),
            ),
        }
    }
}

impl<D: Design> Sensitivity<D> {
    /// The sensitivity of an indicator (its position in the catalogue) to all numbers, or to those of one mechanism.
    /// `design` makes the design for a count of numbers.
    ///
    /// Errors: a sentence for people when there are no two arms or no such mechanism.
    pub fn new(
        prepared: &Prepared,
        indicator: usize,
        only: Option<&str>,
        design: impl FnOnce(usize) -> D,
    ) -> Result<Self, String> {
        let pair = arms::wanted_pair(&prepared.scenario)?;
        let factors = factors::factors(&prepared.scenario, only);
        if factors.is_empty() {
            let names = factors::mechanisms().join(", ");
            return Err(format!(
                "only: found \"{}\"; wanted one of {names}",
                only.unwrap_or_default()
            ));
        }
        let design = design(factors.len());
        Ok(Self {
            prepared: prepared.clone(),
            pair,
            factors,
            indicator,
            design,
        })
    }
}

impl<D: Design> Question for Sensitivity<D> {
    /// The difference between the arms, and the level before they branch: means over replicates.
    type Part = (f64, f64);
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.design.points()
    }

    /// Every point has the same luck, so that what differs between points is the assumptions alone.
    fn run(&self, task: usize) -> (f64, f64) {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> (f64, f64) {
        let scenario = factors::at(
            &self.prepared.scenario,
            &self.factors,
            &self.design.point(task),
        );
        let world = arms::with(&self.prepared, scenario);
        let pairs = (0..self.prepared.scenario.replicates)
            .map(|replicate| arms::live_pair_telling(&world, self.pair, replicate, lived));
        let (differences, levels): (Vec<f64>, Vec<f64>) = pairs
            .map(|paired| {
                (
                    paired.difference(self.indicator),
                    paired.before[self.indicator],
                )
            })
            .unzip();
        (mean(&differences), mean(&levels))
    }

    fn answer(&self, parts: Vec<(f64, f64)>) -> Answer {
        let (differences, levels): (Vec<f64>, Vec<f64>) = parts.iter().copied().unzip();
        let seed = self.prepared.scenario.seed;
        let [difference, level] =
            [&differences, &levels].map(|outcomes| bootstrap::found(&self.design, outcomes, seed));
        let row = |(factor, (of_difference, of_level)): (&Factor, (Found, Found))| Row {
            parameter: factor.id.clone(),
            range: (factor.low, factor.high),
            difference: of_difference.indices,
            difference_interval: of_difference.interval,
            leads: of_difference.leads,
            level: of_level.indices,
            level_interval: of_level.interval,
        };
        let mut rows: Vec<Row> = self
            .factors
            .iter()
            .zip(difference.into_iter().zip(level))
            .map(row)
            .collect();
        rows.sort_by(|a, b| {
            b.difference
                .size()
                .total_cmp(&a.difference.size())
                .then(a.parameter.cmp(&b.parameter))
        });
        Answer {
            indicator: CATALOGUE[self.indicator].id,
            points: parts.len(),
            replicates: self.prepared.scenario.replicates,
            varies: bootstrap::varies(&differences),
            parameters: rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::WELLBEING;

    #[test]
    fn a_mechanism_is_analysed_and_numbers_are_ranked() {
        let mut prepared = arms::tests::small();
        (prepared.scenario.years, prepared.scenario.replicates) = (1, 1);
        let question = Sensitivity::new(&prepared, WELLBEING, Some("governance"), |count| {
            morris::Morris::new(count, 1, 3)
        })
        .unwrap();
        assert_eq!(question.tasks(), question.factors.len() + 1);
        let answer = question.ask();
        assert_eq!(answer.indicator, "wellbeing");
        assert!(
            answer
                .parameters
                .windows(2)
                .all(|two| two[0].difference.size() >= two[1].difference.size())
        );
        assert!(
            answer
                .parameters
                .iter()
                .all(|row| row.parameter.starts_with("governance."))
        );
        assert!(answer.parameters[0].difference.size() > 0.0 && answer.varies);
        assert_eq!(
            answer.leader(),
            Leader::Several(Vec::new()),
            "one walk cannot say who leads"
        );
        let Err(words) = Sensitivity::new(&prepared, WELLBEING, Some("weather"), |count| {
            morris::Morris::new(count, 1, 3)
        }) else {
            panic!("there is no weather")
        };
        assert!(
            words.contains("found \"weather\"; wanted one of demography"),
            "{words}"
        );
    }
}
