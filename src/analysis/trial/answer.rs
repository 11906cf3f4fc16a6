//! What trials say together: standardised effects, what a before-after figure would have claimed, and the truth.

use super::{Subject, TrialPart};
use crate::analysis::estimate::{Estimate, mean, variance};
use crate::analysis::outcomes::{CONTROL, COUNT, OUTCOMES, Row, is_better};
use crate::scenario::approaches::Approach;
use serde::{Deserialize, Serialize};

/// What trials of one approach say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The approach's id.
    pub approach: String,
    /// Whom it is for.
    pub eligible: &'static str,
    /// Months from enrolment to follow-up.
    pub months: u32,
    /// Trials held, each under a luck of its own.
    pub replicates: u32,
    /// People enrolled in a trial, on average.
    pub enrolled: f64,
    /// People treated and followed up, on average.
    pub treated: f64,
    /// Neighbourhoods treated, where whole neighbourhoods are; else 0.
    pub neighbourhoods: u32,
    /// Outcome by outcome.
    pub outcomes: Vec<OutcomeAnswer>,
    /// Treated people who report more control than a year before: those most of whose contacts fitted over those of whose
    /// contacts fewer did.
    pub easy_over_hard: Estimate,
}

/// What trials say of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeAnswer {
    /// The outcome's id.
    pub outcome: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Treated people at enrolment.
    pub before: Estimate,
    /// Treated people at follow-up.
    pub after: Estimate,
    /// The same people at the same time, untreated.
    pub untreated: Estimate,
    /// The truth: follow-up less untreated, of the treated, in the outcome's unit.
    pub effect: Estimate,
    /// The truth over the standard deviation between people.
    pub effect_standardised: Estimate,
    /// What the trial finds: treated less controls at follow-up over their pooled standard deviation (Cohen's d).
    pub trial_standardised: Estimate,
    /// What a before-after figure claims: follow-up less enrolment, of the treated, in the outcome's unit.
    pub before_after: Estimate,
    /// Share of the treated who report better than a year before.
    pub better_than_before: Estimate,
    /// Share of the controls who do.
    pub controls_better_than_before: Estimate,
    /// Share of the treated who are better off than their untreated twins by what a person would report.
    pub better_than_twin: Estimate,
}

/// What one trial comes to in few numbers: small enough to be sent and kept, where its people are many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Outcome by outcome; not a number where there is nothing to measure.
    outcomes: Vec<OutcomeMeasured>,
    enrolled: u32,
    treated: u32,
    neighbourhoods: u32,
    easy_over_hard: f64,
}

/// The fields of an [`OutcomeAnswer`] in one trial, in their order.
type OutcomeMeasured = [f64; 10];

impl Measured {
    /// The numbers of one trial.
    pub fn of(part: &TrialPart) -> Self {
        let outcome = |k: usize| {
            [
                mean(&values(part, true, k, |s| &s.before)),
                mean(&values(part, true, k, |s| &s.after)),
                mean(&values(part, true, k, |s| &s.twin)),
                effect(part, k),
                effect_standardised(part, k),
                trial_standardised(part, k),
                mean(&changes(part, k, |s| &s.before)),
                share_better(part, true, k, |s| &s.before),
                share_better(part, false, k, |s| &s.before),
                share_better(part, true, k, |s| &s.twin),
            ]
        };
        Self {
            outcomes: (0..COUNT).map(outcome).collect(),
            enrolled: part.enrolled,
            treated: part.subjects.iter().filter(|s| s.treated).count() as u32,
            neighbourhoods: part.neighbourhoods,
            easy_over_hard: easy_over_hard(part),
        }
    }
}

/// Puts trials of one approach together.
pub fn summarise(approach: &Approach, months: u32, parts: &[Measured]) -> Answer {
    let over = |measure: &dyn Fn(&Measured) -> f64| {
        Estimate::of(&parts.iter().map(measure).collect::<Vec<_>>())
    };
    let outcomes = (0..COUNT).map(|k| {
        let measured = |field: usize| {
            over(&|part| {
                part.outcomes
                    .get(k)
                    .map_or(f64::NAN, |fields| fields[field])
            })
        };
        OutcomeAnswer {
            outcome: OUTCOMES[k].id,
            unit: OUTCOMES[k].unit,
            before: measured(0),
            after: measured(1),
            untreated: measured(2),
            effect: measured(3),
            effect_standardised: measured(4),
            trial_standardised: measured(5),
            before_after: measured(6),
            better_than_before: measured(7),
            controls_better_than_before: measured(8),
            better_than_twin: measured(9),
        }
    });
    Answer {
        approach: approach.id.clone(),
        eligible: approach.eligible.words(),
        months,
        replicates: parts.len() as u32,
        enrolled: mean(
            &parts
                .iter()
                .map(|part| f64::from(part.enrolled))
                .collect::<Vec<_>>(),
        ),
        treated: mean(
            &parts
                .iter()
                .map(|part| f64::from(part.treated))
                .collect::<Vec<_>>(),
        ),
        neighbourhoods: parts.first().map_or(0, |part| part.neighbourhoods),
        outcomes: outcomes.collect(),
        easy_over_hard: over(&|part| part.easy_over_hard),
    }
}

/// Values of an outcome of one side of a trial; what is no number is left out.
fn values(part: &TrialPart, treated: bool, k: usize, row: impl Fn(&Subject) -> &Row) -> Vec<f64> {
    part.subjects
        .iter()
        .filter(|s| s.treated == treated)
        .map(|s| row(s)[k])
        .filter(|v| v.is_finite())
        .collect()
}

/// Follow-up less another row, of the treated.
fn changes(part: &TrialPart, k: usize, from: impl Fn(&Subject) -> &Row) -> Vec<f64> {
    part.subjects
        .iter()
        .filter(|s| s.treated)
        .map(|s| s.after[k] - from(s)[k])
        .filter(|v| v.is_finite())
        .collect()
}

/// The truth of one trial: what the treated have that their twins have not, in the outcome's unit.
pub fn effect(part: &TrialPart, k: usize) -> f64 {
    mean(&changes(part, k, |s| &s.twin))
}

/// The truth of one trial over the standard deviation between untreated people; not a number where nobody differs.
pub fn effect_standardised(part: &TrialPart, k: usize) -> f64 {
    let mut untreated = values(part, true, k, |s| &s.twin);
    untreated.extend(values(part, false, k, |s| &s.twin));
    over(effect(part, k), variance(&untreated).sqrt())
}

/// Cohen's d of one trial: treated less controls at follow-up over their pooled standard deviation.
pub fn trial_standardised(part: &TrialPart, k: usize) -> f64 {
    let (treated, controls) = (
        values(part, true, k, |s| &s.after),
        values(part, false, k, |s| &s.after),
    );
    let (n, m) = (treated.len() as f64, controls.len() as f64);
    if treated.len() < 2 || controls.len() < 2 {
        return f64::NAN;
    }
    let pooled = ((n - 1.0) * variance(&treated) + (m - 1.0) * variance(&controls)) / (n + m - 2.0);
    over(mean(&treated) - mean(&controls), pooled.sqrt())
}

/// Share of one side of a trial who report better than another row.
pub fn share_better(
    part: &TrialPart,
    treated: bool,
    k: usize,
    from: impl Fn(&Subject) -> &Row,
) -> f64 {
    let asked: Vec<&Subject> = part
        .subjects
        .iter()
        .filter(|s| s.treated == treated && s.after[k].is_finite() && from(s)[k].is_finite())
        .collect();
    over(
        asked
            .iter()
            .filter(|s| is_better(k, from(s)[k], s.after[k]))
            .count() as f64,
        asked.len() as f64,
    )
}

/// How much likelier treated people report more control who got through the process easily than those whom it wore down.
///
/// Half a person who does and half who does not are added on either side (Haldane's correction), so that a few people give a
/// cautious ratio in place of an infinite one. Not a number when one side has nobody.
pub fn easy_over_hard(part: &TrialPart) -> f64 {
    let share = |easy: bool| {
        let asked: Vec<&Subject> = part
            .subjects
            .iter()
            .filter(|s| s.treated && s.easy == easy)
            .collect();
        let better = asked
            .iter()
            .filter(|s| is_better(CONTROL, s.before[CONTROL], s.after[CONTROL]))
            .count();
        if asked.is_empty() {
            f64::NAN
        } else {
            (better as f64 + 0.5) / (asked.len() as f64 + 1.0)
        }
    };
    over(share(true), share(false))
}

/// A quotient, or not a number.
fn over(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::outcomes::{FITTED, FRIENDS, WELLBEING};

    fn subject(treated: bool, before: f64, after: f64, twin: f64, fitted: f64) -> Subject {
        let row = |value: f64| {
            let mut row = [0.0; COUNT];
            (row[WELLBEING], row[CONTROL], row[FITTED]) = (value, value / 10.0, fitted);
            row
        };
        Subject {
            treated,
            age: 40,
            easy: fitted >= 0.5,
            before: row(before),
            after: row(after),
            twin: row(twin),
        }
    }

    fn part(subjects: Vec<Subject>) -> TrialPart {
        TrialPart {
            enrolled: subjects.len() as u32,
            subjects,
            population: 100,
            neighbourhoods: 0,
        }
    }

    #[test]
    fn the_before_after_figure_flatters_and_the_twin_tells_the_truth() {
        // Everybody recovers by 2 on their own; the approach adds 0.4.
        let people = [4.0, 5.0, 6.0, 7.0];
        let mut subjects: Vec<Subject> = people
            .iter()
            .map(|w| subject(true, w - 2.0, w + 0.4, *w, 1.0))
            .collect();
        subjects.extend(people.iter().map(|w| subject(false, w - 2.0, *w, *w, 1.0)));
        let part = part(subjects);
        assert!((mean(&changes(&part, WELLBEING, |s| &s.before)) - 2.4).abs() < 1e-12);
        assert!((effect(&part, WELLBEING) - 0.4).abs() < 1e-12);
        let spread = variance(&people).sqrt();
        assert!((trial_standardised(&part, WELLBEING) - 0.4 / spread).abs() < 1e-12);
        assert!(
            (effect_standardised(&part, WELLBEING)
                - 0.4 / variance(&[people, people].concat()).sqrt())
            .abs()
                < 1e-12
        );
        assert_eq!(share_better(&part, true, WELLBEING, |s| &s.before), 1.0);
        assert_eq!(
            share_better(&part, true, WELLBEING, |s| &s.twin),
            0.0,
            "less than half a point is not noticed"
        );
        assert!(
            effect_standardised(&part, FRIENDS).is_nan(),
            "nobody differs"
        );
    }

    #[test]
    fn easy_over_hard_compares_those_who_got_through_with_those_worn_down() {
        let mut subjects = vec![
            subject(true, 5.0, 6.0, 5.0, 0.9),
            subject(true, 5.0, 6.0, 5.0, 0.5),
        ];
        subjects.extend([
            subject(true, 5.0, 6.0, 5.0, 0.2),
            subject(true, 5.0, 5.0, 5.0, 0.1),
        ]);
        subjects.push(subject(false, 5.0, 9.0, 5.0, 0.1));
        // Both of two, one of two: (2.5 / 3) / (1.5 / 3).
        assert!((easy_over_hard(&part(subjects)) - 2.5 / 1.5).abs() < 1e-12);
        assert!(easy_over_hard(&part(Vec::new())).is_nan());
    }
}
