//! What a trial comes to: what it finds, what a before-after figure claims, and the truth.

use super::about::About;
use super::estimates::{cells_of, columns_of, shown, with_interval};
use crate::analysis::estimate::Estimate;
use crate::analysis::outcomes::{OUTCOMES, Outcome};
use crate::analysis::trial::{Answer, OutcomeAnswer};
use crate::analysis::verdict;
use crate::charts::number::plain;
use crate::drawing::rows::Row;
use crate::report::table::{Cell, Table, columns};
use crate::report::{Figure, Report, Words};

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
pub fn report(answer: &Answer, name: &str, about: &About) -> Report {
    let clear: Vec<String> = named(answer)
        .enumerate()
        .filter(|(k, (_, found))| matters(answer, &found.effect, *k))
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
    let sentences = sentences(answer, name, &clear);
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
        description: sentences.join(" "),
    };
    let figure = Figure::of_rows(words, rows(answer)).across(
        "standard deviations between people",
        &["the truth", "what the trial finds (hollow)"],
    );
    Report {
        sentences,
        tables: vec![table(answer, name)],
        drawings: vec![figure],
        ..Report::default()
    }
    .drawn(&about.notes())
}

/// Every outcome with what was found of it.
fn named(answer: &Answer) -> impl Iterator<Item = (&'static Outcome, &OutcomeAnswer)> {
    OUTCOMES.iter().zip(&answer.outcomes)
}

fn matters(answer: &Answer, of: &Estimate, outcome: usize) -> bool {
    verdict::of_outcome(of, answer.replicates, outcome).is_clear()
}

fn table(answer: &Answer, name: &str) -> Table {
    let mut columns = columns! {
        "outcome" text: "What is asked, or what records say.";
        "unit" text: "The outcome's unit.";
        "measure" text: "before, after, untreated, effect, effect_standardised, \
            trial_standardised, before_after, or a share who report better.";
        "meaning" text: "What the measure is.";
    };
    columns.extend(columns_of("the measure's", "Mean over trials."));
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
            row.extend(cells_of(estimate));
            table.rows.push(row);
        }
    }
    table
}

/// What the trial says in words; `clear`: the effects that matter.
fn sentences(answer: &Answer, name: &str, clear: &[String]) -> Vec<String> {
    let whom = if answer.neighbourhoods > 0 {
        format!(
            "{} neighbourhoods drawn at random have it",
            answer.neighbourhoods
        )
    } else {
        "half of them, drawn at random, have it".to_owned()
    };
    let mut findings = vec![format!(
        "{} trials of {} for {}: {} people enrolled in each; {whom}. Followed up after {} months: {} treated. Full delivery at the catalogue's size.",
        answer.replicates,
        name.to_lowercase(),
        answer.eligible,
        plain(answer.enrolled, 0),
        answer.months,
        plain(answer.treated, 0)
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
        matters(answer, &found.before_after, *k) && !matters(answer, &found.effect, *k)
    };
    let claims = named(answer).enumerate().filter(claimed).count();
    findings
        .push(format!("A before-after figure claims a change that matters in {claims} outcomes in which the approach has no such effect."));
    findings.push(format!(
        "More control than a year before, those who got through the process easily over those whom it wore down: {}.",
        with_interval(&answer.easy_over_hard, 2)
    ));
    findings
}

fn rows(answer: &Answer) -> Vec<Row> {
    // A trial claims what is significant; it does not ask whether that matters.
    let rows = named(answer).enumerate().map(|(k, (info, found))| Row {
        label: info.name.to_owned(),
        marks: vec![
            shown(
                &found.effect_standardised,
                matters(answer, &found.effect, k),
            ),
            shown(
                &found.trial_standardised,
                found.trial_standardised.is_clear(),
            ),
        ],
    });
    rows.collect()
}
