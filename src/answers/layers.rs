//! How much of the difference rests on what kind of evidence.

use super::about::{About, Setting};
use super::estimates::{columns_of, indicator_cells, indicator_columns, judged_cells};
use crate::analysis::digest::Layered;
use crate::analysis::layers::Answer;
use crate::charts::why;
use crate::drawing::rows::Row;
use crate::report::table::{Table, columns};
use crate::report::{Figure, Report, Words};
use crate::words::why as said;

/// What a page says of it.
pub fn digest(found: &Layered, setting: &Setting) -> Report {
    let rows = found.layers.iter().enumerate().map(|(k, layer)| {
        let with = if k == 0 {
            said::only_grade
        } else {
            said::and_grade
        };
        Row::doing_well(
            with(layer.up_to.words()),
            layer.difference,
            found.replicates,
        )
    });
    let words = Words {
        name: "layers",
        title: why::layers_title(found),
        subtitle: setting.unit(),
        description: why::layers_sentence(found),
    };
    Report::of_rows(Figure::of_rows(words, rows.collect()))
}

/// All of it: every indicator, layer by layer.
pub fn report(answer: &Answer, about: &About) -> Report {
    let mut columns = indicator_columns();
    columns.extend(columns! {
        "up_to" text: "The layer, with all before it. What lies beyond is neutral: 0 where its range \
            includes 0 and for couplings; 1 for a ratio or multiplier whose range includes 1; low \
            ends for effects of approaches. A level stays as it is.";
        "set_aside" whole "numbers": "How many numbers of the scenario the layer sets aside.";
    });
    columns.extend(columns_of(
        "the indicator's",
        "The difference with the layer: mean over replicates.",
    ));
    columns.extend(columns! {
        "verdict" text: "What it comes to for the alternative.";
        "added" number "the indicator's": "What the layer adds; for the first, the difference itself.";
        "largest" whole: "1 for the layer with the largest step.";
    });
    let title = format!(
        "“{}” less “{}”, layer by layer of evidence",
        answer.alternative, answer.reference
    );
    let mut table = Table::new("layers", &title, columns);
    for course in &answer.indicators {
        for (step, aside) in course.layers.iter().zip(&answer.set_aside) {
            let mut row = indicator_cells(course.indicator).to_vec();
            row.extend([step.up_to.words().into(), (*aside).into()]);
            row.extend(judged_cells(&step.difference));
            row.extend([
                step.added.mean.into(),
                (step.up_to == course.carried_by).into(),
            ]);
            table.rows.push(row);
        }
    }
    let found = Layered::of(answer).map(|found| digest(&found, &about.setting()));
    Report {
        tables: vec![table],
        ..found.unwrap_or_default().drawn(&about.notes())
    }
}
