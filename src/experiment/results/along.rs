//! How the difference moves along one field that was varied, averaged over the others.

use super::gathered::Gathered;
use super::words::{value, who_is_ahead};
use crate::analysis::estimate::Estimate;
use crate::analysis::verdict;
use crate::answers::estimates::with_interval;
use crate::charts::number::plain;
use crate::charts::words::lower_first;
use crate::drawing::lines::{Lines, Point, Series, draw};
use crate::drawing::{Drawing, Who};
use crate::ensemble::pair::{Names, Pair};
use crate::experiment::sweep::position;
use crate::indicators::catalogue::DOING_WELL;
use crate::report::{Figure, Words};

/// Names of figures along each field.
const ALONG: [&str; 6] = [
    "along-1", "along-2", "along-3", "along-4", "along-5", "along-6",
];

/// A sentence and a figure.
pub fn along(gathered: &Gathered, pair: Pair, k: usize) -> (String, Option<Figure>) {
    let over = over(gathered, pair, k);
    let (Some((_, low)), Some((_, high))) = (over.first(), over.last()) else {
        return (String::new(), None);
    };
    let change: Vec<f64> = high.iter().zip(low).map(|(high, low)| high - low).collect();
    let (sentence, title) = said(gathered, pair, k, &over, &Estimate::of(&change));
    let names = pair.names(&gathered.about.scenario);
    let averaged = if gathered.sweep.vary.len() > 1 {
        ", averaged over what else was varied"
    } else {
        ""
    };
    let words = Words {
        name: ALONG[k.min(ALONG.len() - 1)],
        title,
        subtitle: subtitle(gathered, names, "mean of replicates", averaged),
        description: format!("Line chart. {sentence}"),
    };
    let figure = line(gathered.axis(k), &over)
        .map(|drawn| Figure::of(&drawn, words, gathered.about.notes()));
    (sentence, figure)
}

/// The values of a field, rising, each with the difference of every replicate, averaged over the others.
fn over(gathered: &Gathered, pair: Pair, k: usize) -> Vec<(f64, Vec<f64>)> {
    let values = gathered.sweep.vary[k].values.iter().enumerate();
    let mut over: Vec<(f64, Vec<f64>)> = values
        .map(|(v, value)| {
            let each: Vec<Vec<f64>> = (0..gathered.points)
                .filter(|point| position(gathered.sweep, *point as u32)[k] == v)
                .map(|point| gathered.differences(point, pair, DOING_WELL))
                .collect();
            let mean = |replicate: usize| {
                each.iter().map(|runs| runs[replicate]).sum::<f64>() / each.len().max(1) as f64
            };
            (*value, (0..gathered.replicates).map(mean).collect())
        })
        .collect();
    over.sort_by(|a, b| a.0.total_cmp(&b.0));
    over
}

/// What the difference does from the lowest to the highest value: a sentence and the figure's title.
fn said(
    gathered: &Gathered,
    pair: Pair,
    k: usize,
    over: &[(f64, Vec<f64>)],
    change: &Estimate,
) -> (String, String) {
    let name = &gathered.sweep.vary[k].name;
    if let [(_, only)] = over {
        let names = pair.names(&gathered.about.scenario);
        let title = who_is_ahead(&Estimate::of(only), gathered.replicates, names);
        return (format!("{name} has one value only."), title);
    }
    let ends = [over.first(), over.last()].map(|end| end.map_or(f64::NAN, |(at, _)| *at));
    let [from, to] = ends.map(value);
    let points = with_interval(change, 2);
    let judged = verdict::of_interval(change, gathered.replicates as u32, DOING_WELL);
    if let Some(but) = judged.but() {
        return (
            format!(
                "With {name} from {from} to {to} the difference changes by {points} percentage points: {but}."
            ),
            format!("The difference with {name} from {from} to {to}: {but}"),
        );
    }
    let way = if change.mean > 0.0 {
        "grows"
    } else {
        "shrinks"
    };
    let size = plain(change.mean.abs(), 1);
    (
        format!(
            "With {name} from {from} to {to} the difference {way}: {points} percentage points."
        ),
        format!("The difference {way} by {size} points with {name} from {from} to {to}"),
    )
}

/// What a line of differences shows.
pub fn subtitle(gathered: &Gathered, names: Names, mean: &str, averaged: &str) -> String {
    format!(
        "Adults doing well: {} less {}, percentage points, {}; {mean} with its 90% interval, dots are single replicates{averaged}",
        lower_first(names.alternative),
        lower_first(names.reference),
        gathered.about.place_and_time()
    )
}

/// A line of differences: across, the means with their intervals, and every replicate as a dot.
pub fn line(across: String, at: &[(f64, Vec<f64>)]) -> Option<Drawing> {
    let point = |(x, runs): &(f64, Vec<f64>)| {
        let estimate = Estimate::of(runs);
        Point {
            x: *x,
            mean: estimate.mean,
            low: estimate.low,
            high: estimate.high,
        }
    };
    draw(&Lines {
        across,
        up: "percentage points".to_owned(),
        series: vec![Series {
            label: "difference".to_owned(),
            who: Who::Difference,
            points: at.iter().map(point).collect(),
        }],
        dots: at
            .iter()
            .flat_map(|(x, runs)| runs.iter().map(|run| (*x, *run)))
            .collect(),
        zero: true,
    })
}
