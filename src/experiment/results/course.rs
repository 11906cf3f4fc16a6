//! Replicates year by year: the course of every arm, and the paired difference over the years.

use super::along::{line, subtitle};
use super::gathered::Gathered;
use super::words::who_is_ahead;
use crate::analysis::arms::MAIN;
use crate::analysis::estimate::Estimate;
use crate::analysis::verdict;
use crate::answers::estimates::with_interval;
use crate::charts::number::plain;
use crate::charts::words::difference_unit;
use crate::charts::words::lower_first;
use crate::drawing::Who;
use crate::drawing::lines::{Lines, Series, draw};
use crate::ensemble::pair::{Names, Pair};
use crate::ensemble::summary::Spread;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
use crate::report::{Figure, Words};

/// Adds what replicates say.
pub fn add(gathered: &Gathered, findings: &mut Vec<String>, figures: &mut Vec<Figure>) {
    figures.extend(courses(gathered));
    let Some(pair) = gathered.about.pair() else {
        findings.extend(level(gathered));
        return;
    };
    let names = pair.names(&gathered.about.scenario);
    for indicator in MAIN {
        let info = &CATALOGUE[indicator];
        let differences = gathered.differences(0, pair, indicator);
        let estimate = Estimate::of(&differences);
        let more = differences.iter().filter(|d| **d > 0.0).count();
        findings.push(format!(
            "{}: {}; {} less {} is {} {}, more in {more} of {} replicates.",
            info.name,
            verdict::of_runs(&differences, indicator).words(),
            lower_first(names.alternative),
            lower_first(names.reference),
            with_interval(&estimate, info.digits + 1),
            difference_unit(info),
            differences.len()
        ));
    }
    findings.push(verdict::chance_words(MAIN.len()));
    figures.extend(over_years(gathered, pair, names));
}

/// One arm alone: where it ends.
fn level(gathered: &Gathered) -> Option<String> {
    let arm = gathered.about.scenario.arms.first()?;
    let ends: Vec<f64> = (0..gathered.replicates)
        .map(|r| gathered.arms(0, r)[0].last(DOING_WELL))
        .collect();
    let estimate = Estimate::of(&ends);
    let [mean, low, high] =
        [estimate.mean, estimate.low, estimate.high].map(|value| plain(value, 1));
    Some(format!(
        "{}: {mean}% of adults doing well, {} (90% interval of the mean {low} to {high}).",
        arm.name,
        gathered.about.place_and_time()
    ))
}

fn years(gathered: &Gathered) -> usize {
    gathered.about.scenario.years as usize
}

/// The course of every arm in adults doing well.
fn courses(gathered: &Gathered) -> Option<Figure> {
    let arms = &gathered.about.scenario.arms;
    let pair = gathered.about.pair();
    let series = |k: usize| {
        let who = match pair {
            Some(pair) if pair.alternative == k => Who::Alternative,
            Some(pair) if pair.reference == k => Who::Reference,
            _ => Who::Usual,
        };
        let spread = |year: usize| {
            let of = |r: usize| {
                let values = gathered.arms(0, r)[k].year(year);
                values.get(DOING_WELL).copied().unwrap_or(f64::NAN)
            };
            Spread::of(&(0..gathered.replicates).map(of).collect::<Vec<_>>())
        };
        let by_year: Vec<Spread> = (0..=years(gathered)).map(spread).collect();
        Series::by_year(&arms[k].name, who, &by_year)
    };
    let lines = Lines {
        across: "years after the arms branch".to_owned(),
        up: "% of adults".to_owned(),
        series: (0..arms.len()).map(series).collect(),
        dots: Vec::new(),
        zero: false,
    };
    let ends = lines.series.iter().filter_map(|s| {
        s.points
            .last()
            .map(|p| format!("{}: {}%", s.label, plain(p.mean, 1)))
    });
    let description = format!(
        "Line chart of adults doing well by year. At the end: {}.",
        ends.collect::<Vec<_>>().join("; ")
    );
    let title = match pair {
        Some(pair) => who_is_ahead(
            &Estimate::of(&gathered.differences(0, pair, DOING_WELL)),
            gathered.replicates,
            pair.names(&gathered.about.scenario),
        ),
        None => "Adults doing well, year by year".to_owned(),
    };
    let subtitle = format!(
        "% of adults, {}; bands hold 9 in 10 replicates",
        gathered.about.place_and_time()
    );
    draw(&lines).map(|drawn| {
        Figure::of(
            &drawn,
            Words {
                name: "course",
                title,
                subtitle,
                description,
            },
            gathered.about.notes(),
        )
    })
}

/// The paired difference over the years.
fn over_years(gathered: &Gathered, pair: Pair, names: Names) -> Option<Figure> {
    let of = |year: usize, replicate: usize| {
        let arms = gathered.arms(0, replicate);
        let value = |arm: usize| {
            arms[arm]
                .year(year)
                .get(DOING_WELL)
                .copied()
                .unwrap_or(f64::NAN)
        };
        value(pair.alternative) - value(pair.reference)
    };
    let by_year: Vec<(f64, Vec<f64>)> = (0..=years(gathered))
        .map(|year| {
            let runs = (0..gathered.replicates).map(|replicate| of(year, replicate));
            (year as f64, runs.collect())
        })
        .collect();
    let last = Estimate::of(&by_year.last()?.1);
    let words = Words {
        name: "difference",
        title: who_is_ahead(&last, gathered.replicates, names),
        subtitle: subtitle(gathered, names, "mean", ""),
        description: format!(
            "Line chart of the paired difference by year. At the end {} percentage points.",
            with_interval(&last, 2)
        ),
    };
    let drawn = line("years after the arms branch".to_owned(), &by_year)?;
    Some(Figure::of(&drawn, words, gathered.about.notes()))
}
