//! `kith ask attribute`: which part of the difference between two arms comes from what.

use super::asking::{About, Asking, estimate, opening, percent, years};
use super::terminal::table;
use super::{Failure, numbers};
use crate::analysis::attribute::{Answer, Attribution};
use crate::analysis::couplings::CouplingShares;
use crate::analysis::digest::Split;
use crate::charts::why;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::questions;
use std::fmt::Write as _;

/// Which scenario, and among what the difference is shared out.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    /// Share the difference out among the seven dimensions of design, or among the couplings between levels.
    #[arg(long, value_enum, default_value_t = By::Dimensions)]
    by: By,
    /// With --by couplings: orders of switching couplings on to sample.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    orders: u32,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum By {
    /// The seven dimensions: exact, from all 128 coalitions.
    Dimensions,
    /// The couplings: sampled orders.
    Couplings,
}

/// Shares the difference out and prints it.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::DIMENSIONS.usual)?;
    let say = |answer: &Answer| text(&prepared, answer);
    match arguments.by {
        By::Dimensions => {
            let attribution = Attribution::new(&prepared).map_err(Failure::Input)?;
            arguments.asking.answer(
                &attribution,
                &prepared.scenario,
                "replicates of 128 coalitions",
                say,
            )
        }
        By::Couplings => {
            let shares =
                CouplingShares::new(&prepared, arguments.orders).map_err(Failure::Input)?;
            arguments
                .asking
                .answer(&shares, &prepared.scenario, "orders", say)
        }
    }
}

fn text(prepared: &Prepared, answer: &Answer) -> String {
    let question = if answer.by == "couplings" {
        &questions::COUPLINGS
    } else {
        &questions::DIMENSIONS
    };
    let sentence = Pair::of(&prepared.scenario)
        .zip(Split::of(answer))
        .map(|(pair, split)| why::split_sentence(&split, pair.names(&prepared.scenario)));
    let mut text = opening(question, prepared, &years(prepared), sentence);
    for shares in answer.indicators.iter().take(3) {
        let indicator = position(shares.indicator).unwrap_or(0);
        let info = &CATALOGUE[indicator];
        let digits = usize::from(info.digits) + 2;
        let mut rows: Vec<Vec<String>> = shares
            .shares
            .iter()
            .map(|share| {
                let part = share.share.map_or("–".to_owned(), percent);
                vec![
                    share.id.clone(),
                    estimate(&share.value, digits),
                    numbers::plain(share.value.error, digits),
                    part,
                    share.value.verdict.words().to_owned(),
                ]
            })
            .collect();
        let whole = &shares.difference;
        let error = numbers::plain(whole.error, digits);
        rows.push(vec![
            "all of it".to_owned(),
            estimate(whole, digits),
            error,
            String::new(),
            whole.verdict.words().to_owned(),
        ]);
        let header = ["From", "Part", "Standard error", "Share", "Comes to"];
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(
            text,
            "{}, {}\n{}\n",
            info.name,
            info.unit,
            table(&header, rows)
        );
    }
    let _ = writeln!(
        text,
        "Shapley values: parts add up to the whole. Means with the 90 % interval of the mean over {} samples. No shares where the whole\n\
         difference is not clear, or too little to matter. Comes to: what each part is for \"{}\". The other indicators are in --json.",
        answer.samples, answer.alternative
    );
    text
}
