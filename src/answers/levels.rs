//! What levels add, alone and together.

use super::about::{About, Setting};
use super::estimates::{cells_of, columns_of, indicator_cells, indicator_columns};
use crate::analysis::digest::Together;
use crate::analysis::estimate::Estimate;
use crate::analysis::factorial::Answer;
use crate::analysis::judged::Judged;
use crate::charts::why::{self, level};
use crate::drawing::rows::Row;
use crate::report::table::{Cell, Table, columns};
use crate::report::{Figure, Report, Words};
use crate::scenario::strategy::Level;
use crate::words::why as said;

/// What a page says of it; its second figure is about pairs of levels.
pub fn digest(found: &Together, setting: &Setting) -> Report {
    let row = |name: &str, mark| Row::doing_well(name, mark, found.replicates);
    let name = |k: u8| Level::ALL.get(usize::from(k)).map_or("", |one| level(*one));
    let mut rows: Vec<Row> = Level::ALL
        .iter()
        .zip(&found.levels)
        .map(|(one, adds)| row(level(*one), *adds))
        .collect();
    rows.push(row(said::ALL_LEVELS.text(), found.all));
    rows.push(row(said::SURPLUS.text(), found.surplus));
    let pairs = found.pairs.iter().map(|(one, other, adds)| {
        row(&said::pair(name(*one), &name(*other).to_lowercase()), *adds)
    });
    let words = Words {
        name: "levels",
        title: why::together_title(found),
        subtitle: setting.unit(),
        description: why::together_sentence(found),
    };
    let of_pairs = Words {
        name: "pairs",
        title: said::PAIRS_SHORT.to_string(),
        subtitle: said::PAIRS.to_string(),
        description: String::new(),
    };
    let mut report = Report::of_rows(Figure::of_rows(words, rows));
    report
        .drawings
        .push(Figure::of_rows(of_pairs, pairs.collect()));
    report
}

/// All of it: every indicator with every level, pair and surplus.
pub fn report(answer: &Answer, about: &About) -> Report {
    let mut columns = indicator_columns();
    columns.extend(columns! {
        "effect" text: "none, all, added, main, interaction or surplus.";
        "of" text: "The level, or the two levels, that it is about.";
    });
    columns.extend(columns_of("the indicator's", "Mean over replicates."));
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
            let mut row = indicator_cells(found.indicator).to_vec();
            row.extend([effect.into(), of.into()]);
            row.extend(cells_of(estimate));
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
    let found = Together::of(answer).map(|found| digest(&found, &about.setting()));
    let mut report = found.unwrap_or_default();
    // A file has room for the pairs below the levels.
    if let [levels, pairs] = &mut report.drawings[..] {
        "effects".clone_into(&mut levels.name);
        levels.rows.rows.append(&mut pairs.rows.rows);
    }
    if !answer.couplings {
        report
            .sentences
            .push("Every coupling between levels is 0.".to_owned());
    }
    Report {
        tables: vec![table],
        ..report.drawn(&about.notes())
    }
}
