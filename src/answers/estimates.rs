//! Estimates as answers show them: as columns, as marks, in words. Knows no question.

use crate::analysis::estimate::Estimate;
use crate::analysis::judged::Judged;
use crate::charts::number::{plain, signed};
use crate::drawing::rows::Shown;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::report::table::{Cell, Column, columns, number};

/// Columns of an estimate.
pub fn columns_of(unit: &str, meaning: &str) -> Vec<Column> {
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
pub fn cells_of(estimate: &Estimate) -> [Cell; 4] {
    [estimate.mean, estimate.low, estimate.high, estimate.error].map(Cell::from)
}

/// Columns that say which indicator a row is about.
pub fn indicator_columns() -> Vec<Column> {
    columns! {
        "indicator" text: "The indicator, in the last year.";
        "unit" text: "Its unit.";
    }
}

/// The cells of these columns.
pub fn indicator_cells(indicator: &str) -> [Cell; 2] {
    let unit = position(indicator).map_or("", |k| CATALOGUE[k].unit);
    [indicator.into(), unit.into()]
}

/// An estimate as it is drawn, in colour where it matters.
pub fn shown(estimate: &Estimate, matters: bool) -> Shown {
    Shown {
        interval: **estimate,
        matters,
    }
}

/// Cells of a difference: the estimate and what it comes to.
pub fn judged_cells(judged: &Judged) -> impl Iterator<Item = Cell> {
    cells_of(judged)
        .into_iter()
        .chain([judged.verdict.id().into()])
}

/// An estimate in words: size with its sign, and the interval.
pub fn with_interval(estimate: &Estimate, digits: u8) -> String {
    let [mean, low, high] =
        [estimate.mean, estimate.low, estimate.high].map(|value| signed(value, digits));
    if estimate.low == estimate.high {
        mean
    } else {
        format!("{mean} (90% interval {low} to {high})")
    }
}

/// A share as a whole percentage.
pub fn percent(share: f64) -> String {
    format!("{}%", plain(share * 100.0, 0))
}
