//! A difference with what it comes to, so that whoever shows it, as text, table or JSON, says the same of it.

use super::estimate::Estimate;
use super::verdict::{self, Verdict};
use crate::indicators::catalogue::{DOING_WELL, position};
use serde::Serialize;
use std::ops::Deref;

/// An estimate of a difference, and its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// The mean with its interval.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// What it comes to.
    pub verdict: Verdict,
}

impl Judged {
    /// A difference in an indicator, by its id, from one number a run.
    pub fn of(values: &[f64], indicator: &str) -> Self {
        let (estimate, indicator) = (
            Estimate::of(values),
            position(indicator).unwrap_or(DOING_WELL),
        );
        Self {
            estimate,
            verdict: verdict::of_interval(&estimate, values.len() as u32, indicator),
        }
    }

    /// A difference in what single people were asked, by its position in [`super::outcomes::OUTCOMES`].
    pub fn of_outcome(values: &[f64], outcome: usize) -> Self {
        let estimate = Estimate::of(values);
        let verdict = verdict::of_outcome(&estimate, values.len() as u32, outcome);
        Self { estimate, verdict }
    }
}

impl Deref for Judged {
    type Target = Estimate;

    fn deref(&self) -> &Estimate {
        &self.estimate
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::outcomes::PROBLEMS;
    use crate::analysis::verdict::Way;

    #[test]
    fn an_estimate_is_written_with_its_verdict() {
        let judged = Judged::of(&[0.5, 0.6, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6], "lonely");
        assert_eq!(judged.verdict, Verdict::Clear(Way::Worse));
        let json = serde_json::to_value(judged).unwrap();
        assert_eq!(
            (&json["verdict"], &json["mean"]),
            (&"worse".into(), &judged.mean.into())
        );
        assert_eq!(Judged::of(&[0.5; 3], "lonely").verdict, Verdict::TooFew);
        assert_eq!(
            Judged::of_outcome(&[-0.3, -0.4, -0.3, -0.4, -0.3, -0.4, -0.3, -0.4], PROBLEMS).verdict,
            Verdict::Clear(Way::Better)
        );
    }
}
