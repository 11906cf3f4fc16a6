//! What decides: sensitivity of the difference to each assumption, and who does better in worlds drawn from all of them.

use super::{captioned, discovered, lower_first};
use crate::analysis::digest;
use crate::analysis::robustness::{self, Winner};
use crate::analysis::sensitivity::bootstrap::Interval;
use crate::analysis::sensitivity::{self, Indices};
use crate::charts::number::plain;
use crate::drawing::rows::{Row, Rows, Shown, beside};
use crate::ensemble::pair::Names;
use crate::experiment::about::About;
use crate::indicators::catalogue::{CATALOGUE, Indicator, position};
use crate::report::table::{Cell, Column, Table, columns, number};
use crate::report::{Figure, Report, Words};
use crate::scenario::parameters::Parameters;

/// How many rows a figure shows.
const SHOWN: usize = 20;

/// The sensitivity of the difference between the arms.
pub fn sensitivity(answer: &sensitivity::Answer, about: &About) -> Report {
    let info = &CATALOGUE[position(answer.indicator).unwrap_or(0)];
    let sobol = answer.is_sobol();
    let (findings, title) = crate::charts::sensitivity::words(answer);
    let shown = answer.parameters.iter().take(SHOWN).map(|row| {
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
    let rows = Rows {
        across: if sobol {
            "share of the variance of the difference".to_owned()
        } else {
            format!("{}, mean size of effect (μ*)", info.unit)
        },
        kinds: if sobol {
            vec!["total", "first order (hollow)"]
        } else {
            Vec::new()
        },
        rows: shown.collect(),
    };
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
        description: findings.join(" "),
    };
    let figures = beside(&rows)
        .map(|drawn| captioned(&drawn, words, about))
        .into_iter()
        .collect();
    Report {
        sentences: findings,
        tables: vec![every_index(answer, info)],
        drawings: figures,
        ..Report::default()
    }
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

fn every_index(answer: &sensitivity::Answer, info: &Indicator) -> Table {
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

/// Who does better in the worlds drawn, and what decides.
pub fn robustness(answer: &robustness::Answer, about: &About) -> Report {
    let names = about.names().unwrap_or(Names {
        reference: "reference",
        alternative: "alternative",
    });
    let (reference, alternative) = (lower_first(names.reference), lower_first(names.alternative));
    let names = Names {
        reference: &reference,
        alternative: &alternative,
    };
    let mut results = Report {
        sentences: shares(answer, about, names),
        tables: vec![worlds(answer), decides(answer)],
        ..Report::default()
    };
    results
        .drawings
        .extend(deciding_figure(answer, about, &results.sentences));
    discovered::add(answer, about, names, &mut results);
    results
}

fn shares(
    answer: &robustness::Answer,
    about: &About,
    Names {
        reference,
        alternative,
    }: Names,
) -> Vec<String> {
    let of = |wanted: Winner| {
        answer
            .worlds
            .iter()
            .filter(|world| world.winner == wanted)
            .count()
    };
    let [low, quarter, middle, three_quarters, high] = answer
        .quantiles
        .map(|q| crate::charts::number::signed(q, 2));
    let mut sentences = vec![
        format!(
            "In {} worlds drawn from the ranges of {} assumptions, {alternative} does better in {}, {reference} in {}, and in {} there is no difference that matters ({}).",
            answer.draws,
            answer.parameters,
            of(Winner::Alternative),
            of(Winner::Reference),
            of(Winner::Tie),
            about.place_and_time()
        ),
        format!(
            "The difference in adults doing well: half of the worlds from {quarter} to {three_quarters} percentage points, nine in ten from {low} to {high}, the middle one {middle}."
        ),
    ];
    if let Some(wins) = &answer.wins_plausible {
        let share = |arm: usize| {
            wins.get(&about.scenario.arms[arm].id)
                .copied()
                .unwrap_or(0.0)
                * 100.0
        };
        if let Some(pair) = about.pair() {
            sentences.push(format!(
                "Among the {} worlds whose business as usual is still a place in England: {alternative} in {}%, {reference} in {}%.",
                answer.plausible,
                plain(share(pair.alternative), 0),
                plain(share(pair.reference), 0)
            ));
        }
    }
    if let Some(top) = answer.decides.first() {
        sentences.push(format!(
            "The assumption that decides most is {} ({}% of what a forest explains).",
            top.parameter,
            plain(top.share * 100.0, 0)
        ));
    }
    sentences
}

/// World by world: every number drawn and what came of it.
fn worlds(answer: &robustness::Answer) -> Table {
    let mut columns = columns! {
        "world" whole: "The world, counted from 0.";
        "difference" number "percentage points": "Adults doing well, alternative less reference: \
            mean over the world's replicates.";
        "winner" text: "alternative, reference or tie: a difference within its own interval, or \
            below what is worth having, is a tie.";
        "plausible" whole: "1 where business as usual is still a place in England.";
    };
    let registry = Parameters::registry();
    columns.extend(answer.factors.iter().map(|factor| {
        let info = registry.iter().find(|info| info.id() == factor.id);
        number(
            &factor.id,
            info.map_or("", |info| info.unit),
            info.map_or("The size of an approach's effect.", |info| info.sentence),
        )
    }));
    let mut table = Table::new(
        "worlds",
        "Worlds drawn from the ranges of all assumptions",
        columns,
    );
    for (k, world) in answer.worlds.iter().enumerate() {
        let winner = match world.winner {
            Winner::Alternative => "alternative",
            Winner::Reference => "reference",
            Winner::Tie => "tie",
        };
        let mut row: Vec<Cell> = vec![
            k.into(),
            world.difference.into(),
            winner.into(),
            world.plausible.into(),
        ];
        row.extend(
            answer
                .factors
                .iter()
                .zip(&world.point)
                .map(|(factor, share)| Cell::from(factor.at(*share))),
        );
        table.rows.push(row);
    }
    table
}

fn decides(answer: &robustness::Answer) -> Table {
    let columns = columns! {
        "parameter" text: "The assumption, or the effect of an approach.";
        "share" number "share": "Its share in what a forest of regression trees explains of the \
            difference.";
    };
    let mut table = Table::new(
        "decides",
        "Which assumptions decide the difference",
        columns,
    );
    table.rows = answer
        .decides
        .iter()
        .map(|found| vec![(&found.parameter).into(), found.share.into()])
        .collect();
    table
}

fn deciding_figure(
    answer: &robustness::Answer,
    about: &About,
    findings: &[String],
) -> Option<Figure> {
    let row =
        |found: &robustness::Decides| Row::of(&found.parameter, Shown::bare(found.share * 100.0));
    let rows = Rows {
        across: "% of what a forest explains of the difference".to_owned(),
        kinds: Vec::new(),
        rows: answer.decides.iter().map(row).collect(),
    };
    let words = Words {
        name: "decides",
        title: format!(
            "{} decides most of who does better",
            answer.decides.first()?.parameter
        ),
        subtitle: format!(
            "Shares of assumptions in the difference in adults doing well, {} worlds, {}",
            answer.draws,
            about.place_and_time()
        ),
        description: findings.join(" "),
    };
    beside(&rows).map(|drawn| captioned(&drawn, words, about))
}
