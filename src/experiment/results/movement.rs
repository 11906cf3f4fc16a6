//! What moved between what an earlier version said and what this one says.

use super::captioned;
use crate::analysis::regression::Record;
use crate::analysis::regression::movement::{Differences, Results as Said, Summary};
use crate::charts::number::plain;
use crate::drawing::rows::{Row, Rows, Shown, beside};
use crate::ensemble::{Ensemble, Outcome};
use crate::experiment::about::About;
use crate::export::{Comparison, regression};
use crate::report::table::{Cell, Table, columns};
use crate::report::{Figure, Report, Words};

/// How many rows a figure shows.
const SHOWN: usize = 20;

/// An earlier comparison against the replicates of this version.
///
/// Errors: a sentence where the comparison cannot be made.
pub fn comparison(before: &Said, outcomes: Vec<Outcome>, about: &About) -> Result<Report, String> {
    let mut ensemble = Ensemble::default();
    for outcome in outcomes {
        ensemble.add(outcome);
    }
    let now = Comparison::new(&about.scenario, about.people() as u32, &ensemble, 0.0)
        .to_json()
        .map_err(|error| error.to_string())?;
    Ok(moved(
        &Differences::between(before, &regression::read(&now)?),
        about,
    ))
}

/// An earlier record of the regression set against this version's.
///
/// Errors: as [`regression::of_record`].
pub fn set(before: &Said, record: &Record, about: &About) -> Result<Report, String> {
    Ok(moved(
        &Differences::between(before, &regression::of_record(record)?),
        about,
    ))
}

fn moved(found: &Differences, about: &About) -> Report {
    let indicator_columns = columns! {
        "indicator" text: "The indicator, in the last year.";
        "moved" whole "arms": "In how many of the arms compared it moved.";
        "of" whole "arms": "Arms compared.";
        "mean" number "the indicator's": "The mean movement, new less old, those that stood still \
            included.";
        "largest" number "the indicator's": "The largest movement, with its sign.";
        "spreads" number "standard deviations of runs": "Root mean square of the movements; about \
            1.4 where a change is as large as another luck.";
    };
    let mut indicators = Table::new(
        "indicators",
        "How far each indicator moved",
        indicator_columns,
    );
    indicators.rows = found.indicators.iter().map(indicator_row).collect();
    let movement_columns = columns! {
        "scenario" whole: "The scenario, counted from 0.";
        "arm" text: "The arm, or the paired difference of two.";
        "indicator" text: "The indicator, in the last year.";
        "old" number "the indicator's": "What the earlier version said.";
        "new" number "the indicator's": "What this version says.";
        "by" number "the indicator's": "New less old.";
        "spreads" number "standard deviations of runs": "The same in spreads between runs.";
    };
    let mut movements = Table::new("movements", "Every number that moved", movement_columns);
    for m in &found.movements {
        let mut row: Vec<Cell> = vec![m.scenario.into(), (&m.arm).into(), (&m.indicator).into()];
        row.extend([m.old, m.new, m.by].map(Cell::from));
        row.push(m.spreads.map_or(Cell::Nothing, Cell::from));
        movements.rows.push(row);
    }
    let findings = sentences(found);
    let figures = figure(found, &findings, about).into_iter().collect();
    Report {
        sentences: findings,
        tables: vec![indicators, movements],
        drawings: figures,
        ..Report::default()
    }
}

fn indicator_row(summary: &Summary) -> Vec<Cell> {
    let mut row: Vec<Cell> = vec![
        (&summary.indicator).into(),
        summary.moved.into(),
        summary.of.into(),
        summary.mean.into(),
        summary.largest.into(),
    ];
    row.push(summary.spreads.map_or(Cell::Nothing, Cell::from));
    row
}

fn sentences(found: &Differences) -> Vec<String> {
    let (old, new) = &found.versions;
    let scenarios = if found.compared == 1 {
        "1 scenario".to_owned()
    } else {
        format!("{} scenarios", found.compared)
    };
    if found.none() {
        return vec![format!(
            "Versions {old} and {new} say the same, to the bit, of {scenarios}."
        )];
    }
    let mut sentences = vec![format!(
        "Between versions {old} and {new}, {} of {scenarios} have other bits; {} numbers moved.",
        found.other_bits.len(),
        found.movements.len()
    )];
    if !found.other_question.is_empty() {
        sentences.push(format!(
            "{} of them ask something else now: the scenario, a registry or the catalogue changed.",
            found.other_question.len()
        ));
    }
    if let Some(most) = found.indicators.first() {
        let size = most
            .spreads
            .map_or("where runs do not differ".to_owned(), |s| {
                format!("by {} spreads between runs", plain(s, 2))
            });
        sentences.push(format!("{} moved most, {size}.", most.indicator));
    }
    sentences.extend(
        found
            .unpaired
            .iter()
            .map(|words| format!("In one of the two only: {words}.")),
    );
    sentences
}

fn figure(found: &Differences, findings: &[String], about: &About) -> Option<Figure> {
    let rows = found
        .indicators
        .iter()
        .filter_map(|s| Some(Row::of(&s.indicator, Shown::bare(s.spreads?))));
    let rows = Rows {
        across: "standard deviations of runs (root mean square)".to_owned(),
        kinds: Vec::new(),
        rows: rows.take(SHOWN).collect(),
    };
    let title = match found.indicators.first() {
        Some(most) => format!("{} moved most between the versions", most.indicator),
        None => "The two versions say the same".to_owned(),
    };
    let subtitle = format!(
        "Versions {} and {}: movement of each indicator in the last year",
        found.versions.0, found.versions.1
    );
    beside(&rows).map(|drawn| {
        captioned(
            &drawn,
            Words {
                name: "movement",
                title,
                subtitle,
                description: findings.join(" "),
            },
            about,
        )
    })
}
