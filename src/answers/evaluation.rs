//! What the pilots' own evaluation would say, and what was true.

use super::about::About;
use super::estimates::{cells_of, columns_of};
use crate::analysis::digest::{Figure as Kept, Interval, PUBLISHED, Published};
use crate::analysis::evaluate::Answer;
use crate::analysis::outcomes::OUTCOMES;
use crate::analysis::verdict;
use crate::charts::why;
use crate::drawing::rows::{Row, Shown};
use crate::report::table::{Table, columns};
use crate::report::{Figure, Report, Words};
use crate::words::why as said;

/// What a page says of one outcome, by its position among those of a digest.
pub fn digest(found: &Published, outcome: usize) -> Report {
    let shown = |interval: Interval, of: &Kept| {
        let judged = verdict::of_outcome(&interval, found.replicates, why::outcome(of));
        Shown {
            interval,
            matters: judged.is_clear(),
        }
    };
    let rows = found.approaches.iter().filter_map(|approach| {
        let of = approach.figures.get(outcome)?;
        Some(Row {
            label: approach.name.clone(),
            marks: vec![shown(of.truth, of), shown(of.published, of)],
        })
    });
    let words = Words {
        name: "evaluation",
        title: why::evaluation_title(found, outcome),
        subtitle: said::EVALUATION_UNIT.to_string(),
        description: why::evaluation_sentence(found, outcome),
    };
    let figure = Figure::of_rows(words, rows.collect());
    Report::of_rows(figure.across(
        said::EVALUATION_UNIT.text(),
        &[said::TRUE.text(), said::PUBLISHED.text()],
    ))
}

/// All that is said of one outcome, by its position among all.
pub fn report(answer: &Answer, outcome: usize, about: &About) -> Report {
    let info = &OUTCOMES[outcome];
    let mut columns = columns! {
        "approach" text: "The approach.";
        "people" number "persons": "People reached and followed up in a replicate, on average.";
        "entry" number "the outcome's": "How they were when they joined: mean over replicates.";
        "later" number "the outcome's": "How they were a year later.";
        "published" number "the outcome's": "What would be published: a year later less at entry. \
            People are recruited when things are bad and recover on their own; that is counted too.";
    };
    columns.extend(columns_of(
        "the outcome's",
        "The truth: the same people at the same time, less themselves in the world without the money.",
    ));
    columns.extend(columns! {
        "verdict" text: "What the truth comes to.";
    });
    let title = format!(
        "Approaches of “{}”; {} ({})",
        answer.arm,
        info.name.to_lowercase(),
        info.unit
    );
    let mut table = Table::new("evaluation", &title, columns);
    for approach in &answer.approaches {
        let figure = &approach.figures[outcome];
        let mut row = vec![(&approach.name).into(), approach.people.into()];
        row.extend([figure.entry, figure.later, figure.published].map(|of| of.mean.into()));
        row.extend(cells_of(&figure.truth));
        row.push(figure.truth.verdict.id().into());
        table.rows.push(row);
    }
    // A digest holds some outcomes only.
    let kept = PUBLISHED.iter().position(|kept| *kept == outcome);
    let found = kept.map(|kept| digest(&Published::of(answer), kept));
    Report {
        tables: vec![table],
        ..found.unwrap_or_default().drawn(&about.notes())
    }
}
