//! `kith ask factorial`: what each level adds, alone and together.

use super::Failure;
use super::asking::{About, Asking, estimate, opening, years};
use super::terminal::table;
use crate::analysis::digest::Together;
use crate::analysis::factorial::{Answer, Factorial};
use crate::charts::why;
use crate::ensemble::Prepared;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::questions;
use std::fmt::Write as _;

/// Which scenario, and whether levels touch one another.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    /// Turn every coupling between levels to 0: levels should then add up.
    #[arg(long)]
    couplings_off: bool,
    #[command(flatten)]
    asking: Asking,
}

/// Runs the factorial and prints it.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::LEVELS.usual)?;
    let factorial = Factorial::new(&prepared, !arguments.couplings_off).map_err(Failure::Input)?;
    arguments.asking.answer(
        &factorial,
        &prepared.scenario,
        "replicates of 32 cells",
        |answer| text(&prepared, answer),
    )
}

fn text(prepared: &Prepared, answer: &Answer) -> String {
    let couplings = if answer.couplings {
        "as in the scenario"
    } else {
        "all 0"
    };
    let time = format!("{}, couplings {couplings}", years(prepared));
    let mut text = opening(
        &questions::LEVELS,
        prepared,
        &time,
        Together::of(answer).as_ref().map(why::together_sentence),
    );
    let mut header = vec!["Indicator"];
    header.extend(
        answer
            .indicators
            .iter()
            .flat_map(|effects| &effects.main)
            .map(|main| main.level)
            .take(5),
    );
    header.extend(["Together beyond the sum", "Which is"]);
    let rows = answer.indicators.iter().map(|effects| {
        let indicator = position(effects.indicator).unwrap_or(0);
        let info = &CATALOGUE[indicator];
        let digits = usize::from(info.digits) + 1;
        let mut row = vec![format!("{}, {}", info.name, info.unit)];
        row.extend(
            effects
                .main
                .iter()
                .map(|main| estimate(&main.effect, digits)),
        );
        row.extend([
            estimate(&effects.surplus, digits),
            effects.surplus.verdict.words().to_owned(),
        ]);
        row
    });
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(text, "{}\n", table(&header, rows.collect()));
    if let Some(well) = answer.indicators.first() {
        let mut pairs: Vec<_> = well.interactions.iter().collect();
        pairs.sort_by(|a, b| b.effect.mean.abs().total_cmp(&a.effect.mean.abs()));
        let rows = pairs.iter().map(|pair| {
            vec![
                pair.levels.join(" × "),
                estimate(&pair.effect, 2),
                pair.effect.verdict.words().to_owned(),
            ]
        });
        let _ = writeln!(
            text,
            "Two levels beyond their sum, adults doing well, percentage points\n{}\n",
            table(&["Levels", "Beyond the sum", "Which is"], rows.collect())
        );
    }
    let _ = writeln!(
        text,
        "Each funded level has the same money, a fifth of the scenario's, whatever else is funded. Means with the 90 % interval of the mean.\n\
         A level's column: what funding it adds, averaged over all sets of other levels. Together beyond the sum: all levels less none,\n\
         less what each adds alone; where that matters, above 0 they help one another, below 0 they do the same work twice."
    );
    text
}
