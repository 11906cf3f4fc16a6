//! Pattern 12: personal budgets. Most report more control, few more friends, hardly any paid work; and an easy process makes
//! the difference. Nothing is measured of their cost: the money of the budget itself is not the approach's, so that it would
//! be nought by construction.

use super::{Baseline, Pattern, measure};
use crate::analysis::outcomes::{CONTROL, FRIENDS, IN_WORK};
use crate::analysis::trial::{TrialOptions, answer, trial};

pub(super) const PERSONAL_BUDGETS: Pattern = Pattern {
    id: 12,
    name: "Personal budgets: wide variance, work about zero",
    sources: &["I12", "I13", "I14", "I15"],
    how: "A trial of personal budgets for a year, as surveys ask it: treated people who report better than a year before; and the share \
          with more control among those who got through the process easily, over that among those whom it wore down.",
    measures: &[
        measure("report more control", "% of treated", 60.0, 80.0),
        measure("report more friends", "% of treated", 20.0, 45.0),
        measure("have found paid work", "% of treated", 0.0, 20.0),
        measure("more control, easy over hard process", "ratio", 2.0, 4.0),
    ],
    read,
};

fn read(baseline: &Baseline) -> Vec<f64> {
    let Some(approach) = baseline
        .prepared
        .scenario
        .approaches
        .iter()
        .find(|approach| approach.id == "personal-budgets")
    else {
        return vec![f64::NAN; PERSONAL_BUDGETS.measures.len()];
    };
    let part = trial(
        &baseline.prepared,
        &baseline.start,
        approach,
        TrialOptions::default(),
    );
    let report =
        |outcome| 100.0 * answer::share_better(&part, true, outcome, |subject| &subject.before);
    vec![
        report(CONTROL),
        report(FRIENDS),
        report(IN_WORK),
        answer::easy_over_hard(&part),
    ]
}
