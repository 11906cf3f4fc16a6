//! What a factorial of levels and an attribution come to.

use super::{captioned, judged, lower_first, who_is_ahead, with_interval};
use crate::analysis::attribute;
use crate::analysis::estimate::Estimate;
use crate::analysis::factorial;
use crate::analysis::judged::Judged;
use crate::analysis::verdict::Verdict;
use crate::charts::number::plain;
use crate::drawing::rows::{Row, Rows, beside};
use crate::experiment::about::About;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::report::table::{Cell, Column, Table, columns, number};
use crate::report::{Figure, Report, Words};

/// What answers are about first.
const HEADLINE: &str = "doing_well";

/// Columns of an estimate.
pub(super) fn estimate_columns(unit: &str, meaning: &str) -> Vec<Column> {
    vec![
        number("mean", unit, meaning),
        number(
            "low",
            unit,
            "Lower end of the 90% interval of the mean (Student's t).",
        ),
        number("high", unit, "Upper end of it."),
        number("error", unit, "Standard error of the mean."),
    ]
}

/// Cells of an estimate.
pub(super) fn estimate_cells(estimate: &Estimate) -> [Cell; 4] {
    [estimate.mean, estimate.low, estimate.high, estimate.error].map(Cell::from)
}

fn unit(indicator: &str) -> &'static str {
    position(indicator).map_or("", |k| CATALOGUE[k].unit)
}

/// The factorial of levels.
pub fn factorial(answer: &factorial::Answer, about: &About) -> Report {
    let mut columns = columns! {
        "indicator" text: "The indicator, in the last year.";
        "unit" text: "Its unit.";
        "effect" text: "none, all, added, main, interaction or surplus.";
        "of" text: "The level, or the two levels, that it is about.";
    };
    columns.extend(estimate_columns("the indicator's", "Mean over replicates."));
    columns.extend(columns! {
        "verdict" text: "What it comes to; empty for the values that are compared.";
    });
    let mut table = Table::new(
        "effects",
        "What funding each level adds, alone and together",
        columns,
    );
    for found in &answer.indicators {
        let mut push = |effect: &str, of: &str, estimate: &Estimate, verdict: Cell| {
            let mut row: Vec<Cell> = vec![
                found.indicator.into(),
                unit(found.indicator).into(),
                effect.into(),
                of.into(),
            ];
            row.extend(estimate_cells(estimate));
            row.push(verdict);
            table.rows.push(row);
        };
        push("none", "no level", &found.none, Cell::Nothing);
        push("all", "every level", &found.all, Cell::Nothing);
        let mut add = |effect: &str, of: &str, judged: &Judged| {
            push(effect, of, judged, judged.verdict.id().into());
        };
        add("added", "every level", &found.added);
        found
            .main
            .iter()
            .for_each(|main| add("main", main.level, &main.effect));
        found
            .interactions
            .iter()
            .for_each(|two| add("interaction", &two.levels.join(" and "), &two.effect));
        add("surplus", "every level", &found.surplus);
    }
    let headline = answer
        .indicators
        .iter()
        .find(|found| found.indicator == HEADLINE);
    let findings = headline
        .map(|found| factorial_sentences(found, about))
        .unwrap_or_default();
    let figures = headline
        .and_then(|found| factorial_figure(found, &findings, about))
        .into_iter()
        .collect();
    Report {
        sentences: findings,
        tables: vec![table],
        drawings: figures,
        ..Report::default()
    }
}

fn factorial_sentences(found: &factorial::Effects, about: &About) -> Vec<String> {
    let surplus = match found.surplus.verdict {
        Verdict::Clear(_) if found.surplus.mean > 0.0 => {
            "the whole is more than the sum of its parts".to_owned()
        }
        Verdict::Clear(_) => "the whole is less than the sum of its parts".to_owned(),
        other => format!(
            "between the whole and the sum of its parts, {}",
            other.but().unwrap_or_default()
        ),
    };
    let mut sentences = vec![
        format!(
            "Every level funded adds {} percentage points of adults doing well{}, {}.",
            with_interval(&found.added, 2),
            but(found.added.verdict),
            about.place_and_time()
        ),
        format!(
            "Levels together less each alone: {} percentage points: {surplus}.",
            with_interval(&found.surplus, 2)
        ),
    ];
    if let Some(most) = found
        .main
        .iter()
        .max_by(|a, b| a.effect.mean.total_cmp(&b.effect.mean))
    {
        let but = but(most.effect.verdict);
        sentences.push(format!(
            "The level that adds most is {}: {}{but}.",
            most.level,
            with_interval(&most.effect, 2)
        ));
    }
    sentences
}

/// What hinders a number from being one that matters, after it.
fn but(verdict: Verdict) -> String {
    verdict
        .but()
        .map_or_else(String::new, |but| format!(" ({but})"))
}

fn factorial_figure(
    found: &factorial::Effects,
    findings: &[String],
    about: &About,
) -> Option<Figure> {
    let row = |label: String, found: &Judged| Row::of(label, judged(found));
    let mut rows: Vec<Row> = found
        .main
        .iter()
        .map(|main| row(format!("{} alone, on average", main.level), &main.effect))
        .collect();
    rows.extend(found.interactions.iter().map(|two| {
        row(
            format!("{} together", two.levels.join(" and ")),
            &two.effect,
        )
    }));
    rows.push(row("surplus of all together".to_owned(), &found.surplus));
    let title = match found.surplus.verdict {
        Verdict::Clear(_) if found.surplus.mean > 0.0 => {
            "Levels together do more than the sum of each alone".to_owned()
        }
        Verdict::Clear(_) => "Levels together do less than the sum of each alone".to_owned(),
        other => format!(
            "The whole and the sum of its parts: {}",
            other.but().unwrap_or_default()
        ),
    };
    let words = Words {
        name: "effects",
        title,
        subtitle: format!(
            "Adults doing well, percentage points, {}; means with 90% intervals",
            about.place_and_time()
        ),
        description: findings.join(" "),
    };
    let drawn = beside(&Rows {
        across: "percentage points of adults doing well".to_owned(),
        kinds: Vec::new(),
        rows,
    })?;
    Some(captioned(&drawn, words, about))
}

/// An attribution to dimensions or couplings.
pub fn shapley(answer: &attribute::Answer, about: &About) -> Report {
    let mut columns = columns! {
        "indicator" text: "The indicator, in the last year.";
        "unit" text: "Its unit.";
        "of" text: "The dimension or coupling; \"difference\" is the whole.";
    };
    columns.extend(estimate_columns(
        "the indicator's",
        "What it brings: mean over samples.",
    ));
    columns.extend(columns! {
        "verdict" text: "What it comes to.";
        "share" number "share": "The same over the whole difference; empty where that is not \
            clear, or too little to matter.";
    });
    let mut table = Table::new(
        "shares",
        &format!(
            "How the difference between {} and {} is shared out",
            answer.alternative, answer.reference
        ),
        columns,
    );
    for found in &answer.indicators {
        let mut add = |of: &str, judged: &Judged, share: Option<f64>| {
            let mut row: Vec<Cell> = vec![
                found.indicator.into(),
                unit(found.indicator).into(),
                of.into(),
            ];
            row.extend(estimate_cells(judged));
            row.push(judged.verdict.id().into());
            row.push(share.map_or(Cell::Nothing, Cell::from));
            table.rows.push(row);
        };
        add("difference", &found.difference, None);
        found
            .shares
            .iter()
            .for_each(|share| add(&share.id, &share.value, share.share));
    }
    let headline = answer
        .indicators
        .iter()
        .find(|found| found.indicator == HEADLINE);
    let findings = headline
        .map(|found| shapley_sentences(answer, found, about))
        .unwrap_or_default();
    let figures = headline
        .and_then(|found| shapley_figure(answer, found, &findings, about))
        .into_iter()
        .collect();
    Report {
        sentences: findings,
        tables: vec![table],
        drawings: figures,
        ..Report::default()
    }
}

fn shapley_sentences(
    answer: &attribute::Answer,
    found: &attribute::Shares,
    about: &About,
) -> Vec<String> {
    let name = |id: &str| {
        about
            .scenario
            .arms
            .iter()
            .find(|arm| arm.id == id)
            .map_or(id.to_owned(), |arm| lower_first(&arm.name))
    };
    let (alternative, reference) = (name(&answer.alternative), name(&answer.reference));
    let verdict = found.difference.verdict.words();
    let mut sentences = vec![format!(
        "Adults doing well, {alternative} less {reference}: {} percentage points; {verdict}.",
        with_interval(&found.difference, 2)
    )];
    let matters = |share: &&attribute::Share| share.value.verdict.is_clear();
    let mut sorted: Vec<&attribute::Share> = found.shares.iter().filter(matters).collect();
    sorted.sort_by(|a, b| b.value.mean.abs().total_cmp(&a.value.mean.abs()));
    if sorted.is_empty() {
        sentences.push(format!(
            "No single one of the {} has a share that clearly matters.",
            answer.by
        ));
    }
    for share in sorted.iter().take(3) {
        let of_all = share.share.map_or(String::new(), |share| {
            format!(", {}% of the difference", plain(100.0 * share, 0))
        });
        sentences.push(format!(
            "{}: {} percentage points{of_all}.",
            share.id,
            with_interval(&share.value, 2)
        ));
    }
    sentences
}

fn shapley_figure(
    answer: &attribute::Answer,
    found: &attribute::Shares,
    findings: &[String],
    about: &About,
) -> Option<Figure> {
    let mut shares: Vec<&attribute::Share> = found.shares.iter().collect();
    shares.sort_by(|a, b| b.value.mean.total_cmp(&a.value.mean));
    let verdict = found.difference.verdict;
    let is_known = matches!(verdict, Verdict::Clear(_) | Verdict::TooLittle(_));
    let matters = |share: &&&attribute::Share| share.value.verdict.is_clear();
    let top = shares.first().filter(|share| matters(share) && is_known);
    let title = match (top, about.names()) {
        (Some(share), _) => format!(
            "{} brings most of the difference: {} points",
            share.id,
            plain(share.value.mean, 1)
        ),
        (None, Some(names)) if is_known => {
            who_is_ahead(&found.difference, answer.samples as usize, names)
        }
        _ => format!("Nothing to share out: {}", verdict.words()),
    };
    let rows = shares
        .iter()
        .map(|share| Row::of(&share.id, judged(&share.value)))
        .collect();
    let words = Words {
        name: "shares",
        title,
        subtitle: format!(
            "Shapley shares of the {} in the difference in adults doing well, percentage points, {}; means with 90% intervals",
            answer.by,
            about.place_and_time()
        ),
        description: findings.join(" "),
    };
    let drawn = beside(&Rows {
        across: "percentage points of adults doing well".to_owned(),
        kinds: Vec::new(),
        rows,
    })?;
    Some(captioned(&drawn, words, about))
}
