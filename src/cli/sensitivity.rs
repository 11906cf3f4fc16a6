//! `kith ask sensitivity`: how much each assumption moves the difference between the arms.

use super::asking::{About, Asking, head, years};
use super::terminal::table;
use super::{Failure, numbers};
use crate::analysis::sensitivity::bootstrap::Interval;
use crate::analysis::sensitivity::morris::Morris;
use crate::analysis::sensitivity::saltelli::Saltelli;
use crate::analysis::sensitivity::{Answer, Indices, Sensitivity};
use crate::charts::sensitivity;
use crate::ensemble::Prepared;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::questions;
use clap::builder::PossibleValuesParser;
use std::fmt::Write as _;

/// How many rows the text shows.
const SHOWN: usize = 25;

/// Which scenario, which method, how much of it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    /// Morris screens many assumptions with few worlds; Sobol shares variance out among few with many.
    #[arg(long, value_enum, default_value_t = Method::Morris)]
    method: Method,
    /// The indicator.
    #[arg(long, value_name = "INDICATOR", default_value = "doing_well", value_parser = PossibleValuesParser::new(CATALOGUE.iter().map(|i| i.id)))]
    of: String,
    /// Only the assumptions of one mechanism ("approaches" for effects of approaches).
    #[arg(long, value_name = "MECHANISM")]
    only: Option<String>,
    /// Morris: walks (worlds: walks × (assumptions + 1)). Sobol: base sample (worlds: base × (assumptions + 2)).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=65_536))]
    samples: Option<u32>,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Method {
    /// Elementary effects: μ*, σ.
    Morris,
    /// First-order and total indices.
    Sobol,
}

/// Runs the analysis and prints it.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::ASSUMPTIONS.usual)?;
    let seed = prepared.scenario.seed;
    // The choices of --of are the catalogue's.
    let indicator = position(&arguments.of).unwrap_or(0);
    let only = arguments.only.as_deref();
    let wrong = |words: String| Failure::Input(format!("--{words}"));
    let say = |answer: &Answer| text(&prepared, answer);
    match arguments.method {
        Method::Morris => {
            let walks = arguments.samples.unwrap_or(4) as usize;
            let question = Sensitivity::new(&prepared, indicator, only, |count| {
                Morris::new(count, walks, seed)
            })
            .map_err(wrong)?;
            arguments
                .asking
                .answer(&question, &prepared.scenario, "worlds", say)
        }
        Method::Sobol => {
            let base = arguments.samples.unwrap_or(32) as usize;
            let question = Sensitivity::new(&prepared, indicator, only, |count| {
                Saltelli::new(count, base, seed)
            })
            .map_err(wrong)?;
            arguments
                .asking
                .answer(&question, &prepared.scenario, "worlds", say)
        }
    }
}

fn text(prepared: &Prepared, answer: &Answer) -> String {
    let info = &CATALOGUE[position(answer.indicator).unwrap_or(0)];
    let is_morris = !answer.is_sobol();
    let header: &[&str] = if is_morris {
        &[
            "Assumption",
            "Range",
            "Difference: μ*",
            "μ",
            "σ",
            "leads",
            "Level: μ*",
            "μ",
            "σ",
        ]
    } else {
        &[
            "Assumption",
            "Range",
            "Difference: first",
            "total",
            "leads",
            "Level: first",
            "total",
        ]
    };
    let rows = answer.parameters.iter().take(SHOWN).map(|row| {
        let mut cells = vec![
            row.parameter.clone(),
            format!("{}–{}", row.range.0, row.range.1),
        ];
        cells.extend(shown(&row.difference, &row.difference_interval));
        cells.push(format!("{} %", numbers::plain(row.leads * 100.0, 0)));
        cells.extend(shown(&row.level, &row.level_interval));
        cells
    });
    let mut text = format!(
        "What moves {} ({})\n{}; {} worlds\n\n",
        info.name.to_lowercase(),
        info.unit,
        head(prepared, &years(prepared)),
        answer.points
    );
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(text, "{}", table(header, rows.collect()));
    if answer.parameters.len() > SHOWN {
        let _ = writeln!(
            text,
            "… and {} more, in --json",
            answer.parameters.len() - SHOWN
        );
    }
    let _ = writeln!(text, "\n{}", sensitivity::words(answer).0.join("\n"));
    let meaning = if is_morris {
        "μ*: mean size of the effect of crossing the whole range; μ: with its sign; σ: how much that depends on the other assumptions."
    } else {
        "First: share of the variance by this assumption alone; total: with all others. Few samples give rough indices, below 0 too."
    };
    let _ = writeln!(
        text,
        "\nDifference: between the arms in the last year. Level: business as usual, the year before they branch.\n{meaning} In brackets: 90 % intervals by bootstrap; leads: in what share of resamples this assumption moves the difference most.\nAll worlds have the same luck."
    );
    text
}

/// Each index with its interval in brackets.
fn shown(indices: &Indices, interval: &Interval) -> Vec<String> {
    let digits = if matches!(indices, Indices::Morris { .. }) {
        3
    } else {
        2
    };
    let ends = interval
        .low
        .values()
        .into_iter()
        .zip(interval.high.values());
    let number = |value: f64| numbers::plain(value, digits);
    let cell = |(value, (low, high)): (f64, (f64, f64))| {
        format!("{} ({} to {})", number(value), number(low), number(high))
    };
    indices.values().into_iter().zip(ends).map(cell).collect()
}
