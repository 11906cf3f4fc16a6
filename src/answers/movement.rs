//! What moved between what an earlier version said and what this one says.

use super::about::About;
use crate::analysis::regression::Record;
use crate::analysis::regression::movement::{Differences, Results as Said, Summary};
use crate::charts::number::plain;
use crate::drawing::rows::{Row, Shown};
use crate::ensemble::{Ensemble, Outcome};
use crate::export::{Comparison, regression};
use crate::report::table::{Cell, Table, columns};
use crate::report::{Figure, Report, Words};

/// How many rows a figure shows.
const SHOWN: usize = 20;
/// How many positions of scenarios are listed.
const LISTED: usize = 24;

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
    let found = Differences::between(before, &regression::read(&now)?);
    Ok(report(&found).drawn(&about.notes()))
}

/// An earlier record of the regression set against this version's.
///
/// Errors: as [`regression::of_record`].
pub fn set(before: &Said, record: &Record, about: &About) -> Result<Report, String> {
    let found = Differences::between(before, &regression::of_record(record)?);
    Ok(report(&found).drawn(&about.notes()))
}

/// What moved between two versions.
pub fn report(found: &Differences) -> Report {
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
    Report {
        drawings: vec![figure(found, &findings)],
        sentences: findings,
        tables: vec![indicators, movements],
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

/// Positions of scenarios: how many there are and the first of them.
fn positions(what: &str, positions: &[usize]) -> Option<String> {
    let listed: Vec<String> = positions
        .iter()
        .take(LISTED)
        .map(usize::to_string)
        .collect();
    let more = if positions.len() > LISTED { " …" } else { "" };
    (!positions.is_empty())
        .then(|| format!("{what}: {} ({}{more}).", positions.len(), listed.join(", ")))
}

fn sentences(found: &Differences) -> Vec<String> {
    let (old, new) = &found.versions;
    let scenarios = match found.compared {
        1 => "1 scenario".to_owned(),
        many => format!("{many} scenarios"),
    };
    if found.none() {
        return vec![format!(
            "The same bits: {scenarios}, version {old} and version {new}."
        )];
    }
    let mut sentences = vec![format!(
        "{scenarios} compared, version {old} and version {new}; {} numbers moved.",
        found.movements.len()
    )];
    sentences.extend(positions(
        "Scenarios that ask something else now, because the set, a registry or the catalogue has changed",
        &found.other_question,
    ));
    sentences.extend(positions("Scenarios with other bits", &found.other_bits));
    if let Some((_, first)) = found.other_contents.first() {
        let others: Vec<usize> = found.other_contents.iter().map(|(k, _)| *k).collect();
        sentences.extend(positions(
            "Scenarios that say other figures under the same fingerprint",
            &others,
        ));
        sentences.push(format!("One of the two was changed after it was written, or the versions count differently; first at {first}."));
    }
    let moved = |scenario: &usize| found.movements.iter().any(|m| m.scenario == *scenario);
    let silent: Vec<usize> = found
        .other_bits
        .iter()
        .copied()
        .filter(|scenario| !moved(scenario))
        .collect();
    sentences.extend(positions(
        "Of those with other bits, scenarios of which no figure in the file moved, because what moved is smaller than the figures kept or the \
         fingerprint itself was changed",
        &silent,
    ));
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

fn figure(found: &Differences, findings: &[String]) -> Figure {
    let rows = found
        .indicators
        .iter()
        .filter_map(|s| Some(Row::of(&s.indicator, Shown::bare(s.spreads?))));
    let title = match found.indicators.first() {
        Some(most) => format!("{} moved most between the versions", most.indicator),
        None => "The two versions say the same".to_owned(),
    };
    let words = Words {
        name: "movement",
        title,
        subtitle: format!(
            "Versions {} and {}: movement of each indicator in the last year",
            found.versions.0, found.versions.1
        ),
        description: findings.join(" "),
    };
    Figure::of_rows(words, rows.take(SHOWN).collect())
        .across("standard deviations of runs (root mean square)", &[])
}
