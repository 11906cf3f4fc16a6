//! What a trial comes to: what it finds, what a before-after figure claims, and the truth.

use super::effects::{estimate_cells, estimate_columns};
use super::{captioned, shown, with_interval};
use crate::analysis::estimate::Estimate;
use crate::analysis::outcomes::{OUTCOMES, Outcome};
use crate::analysis::trial::{Answer, OutcomeAnswer};
use crate::analysis::verdict;
use crate::drawing::rows::{Row, Rows, beside};
use crate::experiment::about::About;
use crate::report::table::{Cell, Table, columns};
use crate::report::{Report, Words};

/// What is measured of each outcome: the name as in files, what it is, whether it is in the outcome's own unit.
const MEASURES: [(&str, &str); 10] = [
    ("before", "Treated people at enrolment."),
    ("after", "Treated people at follow-up."),
    ("untreated", "The same people at the same time, untreated."),
    (
        "effect",
        "The truth: follow-up less untreated, of the treated.",
    ),
    (
        "effect_standardised",
        "The truth over the standard deviation between people.",
    ),
    (
        "trial_standardised",
        "What the trial finds: treated less controls at follow-up (Cohen's d).",
    ),
    (
        "before_after",
        "What a before-after figure claims: follow-up less enrolment.",
    ),
    (
        "better_than_before",
        "Share of the treated who report better than a year before.",
    ),
    (
        "controls_better_than_before",
        "Share of the controls who do.",
    ),
    (
        "better_than_twin",
        "Share of the treated who are better off than their untreated twins.",
    ),
];

fn measures(found: &OutcomeAnswer) -> [&Estimate; MEASURES.len()] {
    [
        &found.before,
        &found.after,
        &found.untreated,
        &found.effect,
        &found.effect_standardised,
        &found.trial_standardised,
        &found.before_after,
        &found.better_than_before,
        &found.controls_better_than_before,
        &found.better_than_twin,
    ]
}

/// Tables, figure and sentences of a trial of an approach of that name.
pub fn trial(answer: &Answer, name: &str, about: &About) -> Report {
    let mut columns = columns! {
        "outcome" text: "What is asked, or what records say.";
        "unit" text: "The outcome's unit.";
        "measure" text: "before, after, untreated, effect, effect_standardised, \
            trial_standardised, before_after, or a share who report better.";
        "meaning" text: "What the measure is.";
    };
    columns.extend(estimate_columns("the measure's", "Mean over trials."));
    let mut table = Table::new(
        "outcomes",
        &format!("A trial of {}", name.to_lowercase()),
        columns,
    );
    for found in &answer.outcomes {
        for ((measure, meaning), estimate) in MEASURES.iter().zip(measures(found)) {
            let mut row: Vec<Cell> = vec![
                found.outcome.into(),
                found.unit.into(),
                (*measure).into(),
                (*meaning).into(),
            ];
            row.extend(estimate_cells(estimate));
            table.rows.push(row);
        }
    }
    let named = || OUTCOMES.iter().zip(&answer.outcomes);
    let matters = |of: &Estimate, k: usize| {
        verdict::of_outcome(of.mean, (of.low, of.high), answer.replicates, k).is_clear()
    };
    let clear: Vec<String> = named()
        .enumerate()
        .filter(|(k, (_, found))| matters(&found.effect, *k))
        .map(|(_, named)| named)
        .map(|(info, found)| {
            format!(
                "{}: {} {}",
                info.name,
                with_interval(&found.effect, info.digits as u8),
                info.unit
            )
        })
        .collect();
    let enrolled = crate::charts::number::plain(answer.enrolled, 0);
    let mut findings = vec![format!(
        "{} trials of {} for {}: {enrolled} people enrolled in each, followed up after {} months.",
        answer.replicates,
        name.to_lowercase(),
        answer.eligible,
        answer.months
    )];
    if clear.is_empty() {
        findings.push(
            "The truth has no effect on any outcome that is clear and large enough to matter."
                .to_owned(),
        );
    } else {
        findings.push(format!(
            "The truth, effects that matter only: {}.",
            clear.join("; ")
        ));
    }
    let claimed = |(k, (_, found)): &(usize, (&Outcome, &OutcomeAnswer))| {
        matters(&found.before_after, *k) && !matters(&found.effect, *k)
    };
    let claims = named().enumerate().filter(claimed).count();
    findings
        .push(format!("A before-after figure claims a change that matters in {claims} outcomes in which the approach has no such effect."));
    // A trial claims what is significant; it does not ask whether that matters.
    let rows = named().enumerate().map(|(k, (info, found))| Row {
        label: info.name.to_owned(),
        marks: vec![
            shown(&found.effect_standardised, matters(&found.effect, k)),
            shown(
                &found.trial_standardised,
                found.trial_standardised.is_clear(),
            ),
        ],
    });
    let rows = Rows {
        across: "standard deviations between people".to_owned(),
        kinds: vec!["the truth", "what the trial finds (hollow)"],
        rows: rows.collect(),
    };
    let title = match clear.len() {
        0 => format!("{name}: no effect that matters on any outcome"),
        count => format!(
            "{name}: an effect that matters on {count} of {} outcomes",
            answer.outcomes.len()
        ),
    };
    let subtitle = format!(
        "{}, {} months, standardised effects with 90% intervals, {} trials",
        about.place(),
        answer.months,
        answer.replicates
    );
    let words = Words {
        name: "trial",
        title,
        subtitle,
        description: findings.join(" "),
    };
    let figures = beside(&rows)
        .map(|drawn| captioned(&drawn, words, about))
        .into_iter()
        .collect();
    Report {
        sentences: findings,
        tables: vec![table],
        drawings: figures,
        ..Report::default()
    }
}
