//! Which part of the difference comes from what: from dimensions of the design, or from couplings between levels.

use super::about::{About, Setting};
use super::estimates::{columns_of, indicator_cells, indicator_columns, judged_cells};
use crate::analysis::attribute::Answer;
use crate::analysis::digest::Split;
use crate::analysis::judged::Judged;
use crate::charts::why;
use crate::drawing::rows::Row;
use crate::report::table::{Cell, Table, columns};
use crate::report::{Figure, Report, Words};

/// What a page says of it.
pub fn digest(found: &Split, setting: &Setting) -> Report {
    let rows = found
        .parts
        .iter()
        .map(|(id, part)| Row::doing_well(why::part_name(id), *part, found.samples));
    let words = Words {
        name: "shares",
        title: why::split_title(found),
        subtitle: setting.unit(),
        description: why::split_sentence(found, setting.names()),
    };
    Report::of_rows(Figure::of_rows(words, rows.collect()))
}

/// All of it: every indicator shared out.
pub fn report(answer: &Answer, about: &About) -> Report {
    let mut columns = indicator_columns();
    columns.extend(columns! {
        "of" text: "The dimension or coupling; \"difference\" is the whole.";
    });
    columns.extend(columns_of(
        "the indicator's",
        "What it brings: mean over samples.",
    ));
    columns.extend(columns! {
        "verdict" text: "What it comes to.";
        "share" number "share": "The same over the whole difference; empty where that is not \
            clear, or too little to matter.";
    });
    let title = format!(
        "How the difference between {} and {} is shared out",
        answer.alternative, answer.reference
    );
    let mut table = Table::new("shares", &title, columns);
    for found in &answer.indicators {
        let mut add = |of: &str, judged: &Judged, share: Option<f64>| {
            let mut row = indicator_cells(found.indicator).to_vec();
            row.push(of.into());
            row.extend(judged_cells(judged));
            row.push(share.map_or(Cell::Nothing, Cell::from));
            table.rows.push(row);
        };
        add("difference", &found.difference, None);
        found
            .shares
            .iter()
            .for_each(|share| add(&share.id, &share.value, share.share));
    }
    let found = Split::of(answer).map(|found| digest(&found, &about.setting()));
    Report {
        tables: vec![table],
        ..found.unwrap_or_default().drawn(&about.notes())
    }
}
