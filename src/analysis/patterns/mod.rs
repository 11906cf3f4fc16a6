//! What a credible model must reproduce: stylised facts with bands, measured on business as usual and on small benches.
//!
//! Never on a comparison of strategies: no pattern sees an arm or money. A pattern is in band when the median over seeds of
//! every one of its measures is.

pub mod adaptation;
mod baseline;
mod benches;
mod care;
pub mod drift;
mod fade_out;
mod growth;
mod people;
mod personal_budgets;
mod question;
mod services;
mod single;
mod skeleton;
pub mod spill_over;
mod standardised;
mod ties;
mod twins;
pub mod volunteers;

pub use baseline::Baseline;
pub use question::{MeasureAnswer, PatternAnswer, Patterns, PatternsAnswer};

/// One number that a pattern is judged by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// What is measured.
    pub name: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The lowest value in band.
    pub low: f64,
    /// The highest value in band.
    pub high: f64,
}

/// One stylised fact.
#[derive(Clone, Copy)]
pub struct Pattern {
    /// Its number.
    pub id: u8,
    /// What it says.
    pub name: &'static str,
    /// Rows of the evidence register that it rests on.
    pub sources: &'static [&'static str],
    /// How it is measured, in one sentence.
    pub how: &'static str,
    /// What is measured.
    pub measures: &'static [Measure],
    /// Measures it on one seed; one value a measure, not a number where it cannot be measured there.
    pub read: fn(&Baseline) -> Vec<f64>,
}

/// A measure of a pattern, for tables of patterns.
const fn measure(name: &'static str, unit: &'static str, low: f64, high: f64) -> Measure {
    Measure {
        name,
        unit,
        low,
        high,
    }
}

/// Every pattern, in the order of its number.
pub const PATTERNS: &[Pattern] = &[
    skeleton::HOMES,
    services::COST,
    people::LONELINESS,
    people::WELLBEING,
    people::PERSISTENCE,
    adaptation::ADAPTATION,
    ties::CLOSE_TIES,
    care::CARERS,
    services::RATES,
    services::REPEATS,
    single::SINGLE,
    personal_budgets::PERSONAL_BUDGETS,
    fade_out::FADE_OUT,
    growth::GROWTH,
    benches::VOLUNTEERS,
    spill_over::SPILL_OVER,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_has_a_number_of_its_own_and_bands_that_hold_something() {
        for (k, pattern) in PATTERNS.iter().enumerate() {
            assert!(
                PATTERNS[..k].iter().all(|other| other.id < pattern.id),
                "{}",
                pattern.name
            );
            assert!(
                !pattern.sources.is_empty() && pattern.how.ends_with('.'),
                "{}",
                pattern.name
            );
            assert!(
                pattern.measures.iter().all(|m| m.low < m.high),
                "{}",
                pattern.name
            );
        }
    }
}
