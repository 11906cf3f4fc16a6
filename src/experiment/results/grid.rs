//! What a sweep, or replicates, come to: every value in one tidy table, every point's paired differences in another, what is best where.

use super::gathered::Gathered;
use super::words::value;
use super::{along, course};
use crate::analysis::arms::MAIN;
use crate::analysis::estimate::Estimate;
use crate::analysis::verdict::{self, Verdict};
use crate::answers::about::About;
use crate::answers::estimates::with_interval;
use crate::charts::words::lower_first;
use crate::drawing::Who;
use crate::drawing::tiles::{self, Tile, Tiles};
use crate::ensemble::pair::{Names, Pair};
use crate::experiment::sweep::{Kept, points, values};
use crate::experiment::{Sweep, YearsKept, vary};
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, sign};
use crate::report::table::{Cell, Column, Table, columns, number};
use crate::report::{Figure, Report, Words};

/// Puts the parts together.
///
/// Errors: parts of another scenario.
pub fn results(sweep: &Sweep, parts: &[Vec<Kept>], about: &About) -> Result<Report, String> {
    let points = points(sweep) as usize;
    let arms = about.scenario.arms.len();
    if parts.iter().any(|part| part.len() != arms) {
        return Err(format!(
            "parts: found one with other arms; wanted {arms} in each"
        ));
    }
    let gathered = Gathered {
        sweep,
        parts,
        about,
        points,
        replicates: parts.len() / points.max(1),
    };
    let mut tables = vec![every_value(&gathered)];
    if arms > 1 {
        tables.push(summary(&gathered));
    }
    let (mut findings, mut figures) = (Vec::new(), Vec::new());
    if sweep.vary.is_empty() {
        course::add(&gathered, &mut findings, &mut figures);
    } else if let Some(pair) = about.pair() {
        let at_points: Vec<Estimate> = (0..points)
            .map(|point| Estimate::of(&gathered.differences(point, pair, DOING_WELL)))
            .collect();
        findings = best_and_worst(&gathered, pair, &at_points);
        if sweep.vary.len() == 2 {
            figures.extend(tiled(&gathered, pair, &at_points));
        }
        for k in 0..sweep.vary.len() {
            let (sentence, figure) = along::along(&gathered, pair, k);
            findings.push(sentence);
            figures.extend(figure);
        }
    }
    Ok(Report {
        sentences: findings,
        tables,
        drawings: figures,
        ..Report::default()
    })
}

/// Columns that say where a row stands.
fn at_columns(gathered: &Gathered) -> Vec<Column> {
    let mut columns = columns! {
        "point" whole: "The point of the grid, counted from 0.";
    };
    for vary in &gathered.sweep.vary {
        let found = vary::find(&gathered.about.scenario, &vary.name);
        let (unit, meaning) = found.map_or((String::new(), String::new()), |varied| {
            (varied.unit, varied.meaning)
        });
        columns.push(number(&vary.name, &unit, &meaning));
    }
    columns
}

fn at_cells(gathered: &Gathered, point: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = vec![point.into()];
    cells.extend(
        values(gathered.sweep, point as u32)
            .into_iter()
            .map(Cell::from),
    );
    cells
}

/// One row a point, luck, arm and year kept; one column an indicator.
fn every_value(gathered: &Gathered) -> Table {
    let mut columns = at_columns(gathered);
    columns.extend(columns! {
        "replicate" whole: "Which luck, counted from 0: the same one at every point.";
        "arm" text: "The arm's id.";
        "year" whole "years": "Years after the arms branch; 0 is the year before.";
    });
    columns.extend(
        CATALOGUE
            .iter()
            .map(|indicator| number(indicator.id, indicator.unit, indicator.sentence)),
    );
    let mut table = Table::new(
        "results",
        "Every arm at every point under every luck",
        columns,
    );
    for point in 0..gathered.points {
        let at = at_cells(gathered, point);
        for replicate in 0..gathered.replicates {
            for (arm, kept) in gathered
                .about
                .scenario
                .arms
                .iter()
                .zip(gathered.arms(point, replicate))
            {
                let years = kept.values.len() / CATALOGUE.len();
                for year in 0..years {
                    // Where only the last year is kept its number is the years of that point.
                    let number = if gathered.sweep.years_kept == YearsKept::All {
                        year as u32
                    } else {
                        last_year(gathered, point)
                    };
                    let mut row = at.clone();
                    row.extend([replicate.into(), (&arm.id).into(), number.into()]);
                    row.extend(kept.year(year).iter().map(|value| Cell::from(*value)));
                    table.rows.push(row);
                }
            }
        }
    }
    table
}

fn last_year(gathered: &Gathered, point: usize) -> u32 {
    let position = gathered
        .sweep
        .vary
        .iter()
        .position(|vary| vary.name == "years");
    position.map_or(gathered.about.scenario.years, |k| {
        values(gathered.sweep, point as u32)[k] as u32
    })
}

/// One row a point, pair of arms and main indicator: the paired difference in the last year.
fn summary(gathered: &Gathered) -> Table {
    let mut columns = at_columns(gathered);
    columns.extend(columns! {
        "reference" text: "The arm that is subtracted.";
        "alternative" text: "The arm that the difference is counted for.";
        "indicator" text: "What is compared, in the last year.";
        "unit" text: "Its unit.";
        "difference" number "the indicator's": "Alternative less reference: mean over replicates.";
        "low" number "the indicator's": "Lower end of the 90% interval of that mean (Student's t, \
            paired).";
        "high" number "the indicator's": "Upper end of it.";
        "alternative_better" whole "replicates": "In how many the alternative does better, by \
            however little, in the indicator's own direction.";
        "reference_better" whole "replicates": "In how many the reference does.";
        "replicates" whole: "How many were compared.";
        "clear" whole: "1 where the interval lies wholly on one side of zero.";
        "worthwhile" number "the indicator's": "The smallest difference worth having (kith \
            describe indicators).";
        "verdict" text: "What it comes to for the alternative, by interval, size worth having and \
            number of replicates.";
    });
    let mut table = Table::new(
        "summary",
        "Paired differences between arms at every point, in the last year",
        columns,
    );
    let arms = &gathered.about.scenario.arms;
    let pairs = pairs(gathered);
    for point in 0..gathered.points {
        for pair in &pairs {
            for indicator in MAIN {
                let differences = gathered.differences(point, *pair, indicator);
                let estimate = Estimate::of(&differences);
                let better = |factor: f64| {
                    differences
                        .iter()
                        .filter(|d| **d * sign(indicator) * factor > 0.0)
                        .count()
                };
                let mut row = at_cells(gathered, point);
                row.extend([
                    (&arms[pair.reference].id).into(),
                    (&arms[pair.alternative].id).into(),
                ]);
                row.extend([
                    CATALOGUE[indicator].id.into(),
                    CATALOGUE[indicator].unit.into(),
                ]);
                row.extend([estimate.mean, estimate.low, estimate.high].map(Cell::from));
                row.extend([
                    better(1.0).into(),
                    better(-1.0).into(),
                    differences.len().into(),
                    estimate.is_clear().into(),
                ]);
                row.extend([
                    CATALOGUE[indicator].worthwhile.size.into(),
                    verdict::of_runs(&differences, indicator).id().into(),
                ]);
                table.rows.push(row);
            }
        }
    }
    table
}

/// Every two arms once, the later one of the scenario as the alternative; the pair that sentences are about first and as it is.
fn pairs(gathered: &Gathered) -> Vec<Pair> {
    let count = gathered.about.scenario.arms.len();
    let main = gathered.about.pair();
    let every = (0..count).flat_map(|reference| {
        (reference + 1..count).map(move |alternative| Pair {
            reference,
            alternative,
        })
    });
    let others = every.filter(|pair| Some(*pair) != main && Some(pair.turned()) != main);
    main.into_iter().chain(others).collect()
}

/// Who is ahead at how many points, and where the difference is largest and smallest.
fn best_and_worst(gathered: &Gathered, pair: Pair, at_points: &[Estimate]) -> Vec<String> {
    let names = pair.names(&gathered.about.scenario);
    let (reference, alternative) = (lower_first(names.reference), lower_first(names.alternative));
    let found: Vec<Verdict> = at_points
        .iter()
        .map(|e| verdict::of_interval(e, gathered.replicates as u32, DOING_WELL))
        .collect();
    let (ahead, behind) = (
        found.iter().filter(|v| v.is_better()).count(),
        found.iter().filter(|v| v.is_worse()).count(),
    );
    let count = at_points.len();
    let neither = count - ahead - behind;
    let place_and_time = gathered.about.place_and_time();
    let first = if found.contains(&Verdict::TooFew) {
        format!(
            "Adults doing well, {place_and_time}: {} replicates at each of {count} points are too few to say which does better; it takes {}.",
            gathered.replicates,
            verdict::FEWEST
        )
    } else {
        format!(
            "Adults doing well, {place_and_time}: {alternative} does better than {reference} at {ahead} of {count} points, worse at {behind}; at {neither} there is no clear difference, or too little to matter."
        )
    };
    let mut sentences = vec![first];
    let at = |point: usize| {
        let named = gathered
            .sweep
            .vary
            .iter()
            .zip(values(gathered.sweep, point as u32));
        named
            .map(|(vary, v)| format!("{} = {}", vary.name, value(v)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let by_mean = |a: &usize, b: &usize| {
        at_points[*a]
            .mean
            .total_cmp(&at_points[*b].mean)
            .then(b.cmp(a))
    };
    if let (Some(most), Some(least)) = ((0..count).max_by(by_mean), (0..count).min_by(by_mean)) {
        sentences.push(format!(
            "The difference is largest at {}: {} percentage points.",
            at(most),
            with_interval(&at_points[most], 2)
        ));
        sentences.push(format!(
            "It is smallest at {}: {} percentage points.",
            at(least),
            with_interval(&at_points[least], 2)
        ));
    }
    sentences
}

/// Who does better at each point of a plane.
fn tiled(gathered: &Gathered, pair: Pair, at_points: &[Estimate]) -> Option<Figure> {
    let [up, across] = [&gathered.sweep.vary[0], &gathered.sweep.vary[1]];
    let Names {
        reference,
        alternative,
    } = pair.names(&gathered.about.scenario);
    let found = |point: usize| {
        verdict::of_interval(&at_points[point], gathered.replicates as u32, DOING_WELL)
    };
    let ahead = (0..gathered.points)
        .filter(|point| found(*point).is_better())
        .count();
    let tile = |point: usize| {
        let who = match found(point) {
            verdict if verdict.is_better() => Who::Alternative,
            verdict if verdict.is_worse() => Who::Reference,
            _ => Who::Neither,
        };
        let better = gathered
            .differences(point, pair, DOING_WELL)
            .iter()
            .filter(|d| **d > 0.0)
            .count();
        Tile {
            who,
            words: format!("{better}/{}", gathered.replicates),
        }
    };
    let drawn = tiles::draw(&Tiles {
        across: gathered.axis(1),
        up: gathered.axis(0),
        columns: across.values.iter().map(|v| value(*v)).collect(),
        rows: up.values.iter().map(|v| value(*v)).collect(),
        tiles: (0..gathered.points).map(tile).collect(),
        key: [
            format!("{alternative} better"),
            format!("{reference} better"),
            "not clear, or too little to matter".to_owned(),
        ],
    })?;
    let title = format!(
        "{alternative}: more adults doing well at {ahead} of {} points",
        at_points.len()
    );
    let subtitle = format!(
        "Adults doing well, {}; numbers: replicates in which {} does better, of all",
        gathered.about.place_and_time(),
        lower_first(alternative)
    );
    let description = format!(
        "Tiles over {} and {}. {}",
        across.name,
        up.name,
        best_and_worst(gathered, pair, at_points).join(" ")
    );
    Some(Figure::of(
        &drawn,
        Words {
            name: "plane",
            title,
            subtitle,
            description,
        },
        gathered.about.notes(),
    ))
}
