//! Whether a result lies outside what controlled studies have seen: said beside any such result. Knows no way of showing it.

use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::EMERGENCY_ADMISSIONS;

/// A fall in a whole population's emergency admissions beyond this is outside what controlled studies have seen. Unit: share.
pub const ADMISSIONS_FALL: f64 = 0.1;
/// Years that it has to last to be more than a passing dip.
const LASTS: usize = 2;

/// What the words need of a comparison: emergency admissions of the reference year by year (means), and the difference.
#[derive(Clone, Copy, Debug)]
pub struct Admissions<'a> {
    /// Means of the arm that is subtracted, year 0 first.
    pub reference: &'a [f64],
    /// Alternative less reference.
    pub difference: &'a Difference,
}

/// The words for a fall in emergency admissions that lasts beyond what has been seen, or nothing.
pub fn words(admissions: Admissions) -> Option<String> {
    let shares: Vec<f64> = admissions
        .reference
        .iter()
        .zip(&admissions.difference.by_year)
        .map(|(level, difference)| {
            if *level > 0.0 {
                difference.mean / level
            } else {
                0.0
            }
        })
        .collect();
    let last: Vec<f64> = shares.iter().rev().take(LASTS).copied().collect();
    // Either arm may be the one with fewer.
    let beyond =
        |sign: f64| last.len() == LASTS && last.iter().all(|share| share * sign > ADMISSIONS_FALL);
    (beyond(1.0) || beyond(-1.0)).then(|| {
        format!(
            "Beyond what has been seen: emergency admissions differ by {:.0} % between the arms in the last {LASTS} years. \
             Controlled studies of whole populations have seen lasting falls of up to about {:.0} %: doubt the model here.",
            last[0].abs() * 100.0,
            ADMISSIONS_FALL * 100.0
        )
    })
}

/// The position of the indicator that the words are about.
pub const INDICATOR: usize = EMERGENCY_ADMISSIONS;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::Spread;

    fn said(differences: &[f64]) -> Option<String> {
        let by_year = differences
            .iter()
            .map(|mean| Spread {
                mean: *mean,
                p05: *mean,
                p95: *mean,
            })
            .collect();
        let (interval, runs) = ((0.0, 0.0), Vec::new());
        let difference = Difference {
            by_year,
            year: 0,
            interval,
            alternative_better: 0,
            reference_better: 0,
            replicates: 2,
            runs,
        };
        words(Admissions {
            reference: &vec![100.0; differences.len()],
            difference: &difference,
        })
    }

    #[test]
    fn only_what_lasts_and_is_large_is_doubted() {
        assert_eq!(said(&[0.0, -9.0, -9.9]), None);
        assert_eq!(said(&[0.0, -5.0, -20.0]), None, "one year is a dip");
        assert!(
            said(&[0.0, -11.0, -12.0])
                .unwrap()
                .contains("differ by 12 %")
        );
        assert!(
            said(&[0.0, 11.0, 12.0]).is_some(),
            "whichever arm has fewer"
        );
        assert_eq!(said(&[]), None);
    }
}
