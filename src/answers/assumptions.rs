//! Which assumptions move the difference.

use super::about::About;
use crate::analysis::digest;
use crate::analysis::sensitivity::bootstrap::Interval;
use crate::analysis::sensitivity::{Answer, Indices};
use crate::charts::sensitivity::words;
use crate::drawing::rows::{Row, Shown};
use crate::indicators::catalogue::{CATALOGUE, Indicator, position};
use crate::report::table::{Cell, Column, Table, columns, number};
use crate::report::{Figure, Report, Words};

/// How many rows a figure shows.
const SHOWN: usize = 20;

/// All of it: sentences, every index, and those that move it most as a figure.
pub fn report(answer: &Answer, about: &About) -> Report {
    let info = &CATALOGUE[position(answer.indicator).unwrap_or(0)];
    let sobol = answer.is_sobol();
    let (sentences, title) = words(answer);
    let rows = answer.parameters.iter().take(SHOWN).map(|row| {
        let marks = marks(&row.difference, &row.difference_interval);
        Row {
            label: row.parameter.clone(),
            marks: if sobol {
                vec![marks[1], marks[0]]
            } else {
                vec![marks[0]]
            },
        }
    });
    let words = Words {
        name: "sensitivity",
        title,
        subtitle: format!(
            "{}, {}; {} worlds, {} replicates at each; the {SHOWN} that move it most",
            info.name,
            about.place_and_time(),
            answer.points,
            answer.replicates
        ),
        description: sentences.join(" "),
    };
    let figure = Figure::of_rows(words, rows.collect());
    let figure = if sobol {
        figure.across(
            "share of the variance of the difference",
            &["total", "first order (hollow)"],
        )
    } else {
        figure.across(&format!("{}, mean size of effect (μ*)", info.unit), &[])
    };
    Report {
        sentences,
        tables: vec![every_index(answer, info)],
        drawings: vec![figure],
        ..Report::default()
    }
    .drawn(&about.notes())
}

/// Columns of every index, with its interval.
fn index_columns(sobol: bool, unit: &str) -> Vec<Column> {
    let mut columns = columns! {
        "parameter" text: "The assumption, or the effect of an approach.";
        "low" number: "The lowest value of its range.";
        "high" number: "The highest.";
    };
    let (of_unit, fields): (&str, &[(&str, &str)]) = if sobol {
        (
            "share of variance",
            &[
                ("first", "First-order index: by this assumption alone"),
                ("total", "Total index: with all others"),
            ],
        )
    } else {
        (
            unit,
            &[
                (
                    "mu_star",
                    "Mean size of the effect of crossing the range (μ*)",
                ),
                ("mu", "Mean of it with its sign (μ)"),
                (
                    "sigma",
                    "Its standard deviation (σ): how much it depends on the others",
                ),
            ],
        )
    };
    for (prefix, what) in [
        ("", "of the difference between the arms in the last year."),
        ("level_", "of the indicator before the arms branch."),
    ] {
        for (name, meaning) in fields {
            columns.push(number(
                &format!("{prefix}{name}"),
                of_unit,
                &format!("{meaning}, {what}"),
            ));
            for (end, words) in [("low", "Lower"), ("high", "Upper")] {
                let meaning =
                    format!("{words} end of the 90% interval of {prefix}{name}, by bootstrap.");
                columns.push(number(&format!("{prefix}{name}_{end}"), of_unit, &meaning));
            }
        }
    }
    columns.extend(columns! {
        "leads" number "share": "In what share of resamples this assumption moves the difference \
            most.";
    });
    columns
}

fn every_index(answer: &Answer, info: &Indicator) -> Table {
    let mut table = Table::new(
        "sensitivity",
        &format!("What moves the difference in {}", info.name.to_lowercase()),
        index_columns(answer.is_sobol(), info.unit),
    );
    for row in &answer.parameters {
        let mut cells: Vec<Cell> = vec![
            (&row.parameter).into(),
            row.range.0.into(),
            row.range.1.into(),
        ];
        let both = [
            (row.difference, row.difference_interval),
            (row.level, row.level_interval),
        ];
        cells.extend(
            both.iter()
                .flat_map(|(indices, interval)| marks(indices, interval))
                .flat_map(|m| [m.interval.mean, m.interval.low, m.interval.high])
                .map(Cell::from),
        );
        cells.push(row.leads.into());
        table.rows.push(cells);
    }
    table
}

/// Each index with its interval.
fn marks(indices: &Indices, interval: &Interval) -> Vec<Shown> {
    let ends = interval
        .low
        .values()
        .into_iter()
        .zip(interval.high.values());
    indices
        .values()
        .into_iter()
        .zip(ends)
        .map(|(mean, (low, high))| Shown {
            interval: digest::Interval { mean, low, high },
            matters: low > 0.0 || high < 0.0,
        })
        .collect()
}
