//! `kith ask robustness`: in what share of plausible worlds each strategy does better, and what decides.

use super::asking::{About, Asking, opening, percent, signed, years};
use super::terminal::table;
use super::{Failure, numbers};
use crate::analysis::digest::Shares;
use crate::analysis::robustness::{Answer, Robustness, Rule, TIE};
use crate::charts::why;
use crate::ensemble::Prepared;
use crate::ensemble::pair::Pair;
use crate::questions;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Which scenario, how many worlds.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    /// Worlds to draw; powers of two fill the ranges most evenly.
    #[arg(long, value_name = "N", default_value_t = 128)]
    draws: u32,
    #[command(flatten)]
    asking: Asking,
}

/// Draws the worlds and prints what they say.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::WORLDS.usual)?;
    let robustness = Robustness::new(&prepared, arguments.draws)
        .map_err(|words| Failure::Input(format!("--{words}")))?;
    arguments
        .asking
        .answer(&robustness, &prepared.scenario, "worlds", |answer| {
            text(&prepared, answer)
        })
}

fn text(prepared: &Prepared, answer: &Answer) -> String {
    let scenario = &prepared.scenario;
    let sentence = Pair::of(scenario).map(|pair| {
        why::worlds_sentence(
            &Shares::of(answer.clone()),
            pair.ids(scenario),
            pair.names(scenario),
        )
    });
    let mut text = opening(&questions::WORLDS, prepared, &years(prepared), sentence);
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(text, "{}", shares("All worlds", &answer.wins));
    if let Some(wins) = &answer.wins_plausible {
        let _ = writeln!(
            text,
            "{}",
            shares(
                &format!(
                    "The {} worlds whose business as usual is plausible",
                    answer.plausible
                ),
                wins
            )
        );
    } else {
        let _ = writeln!(text, "No world keeps a plausible business as usual.");
    }
    let [low, lower, middle, upper, high] = answer.quantiles.map(|value| signed(value, 2));
    let _ = writeln!(
        text,
        "Difference in adults doing well, percentage points: median {middle}, half of the worlds {lower} to {upper}, nine in ten {low} to {high}.\n"
    );
    let rows = answer
        .decides
        .iter()
        .map(|decides| vec![decides.parameter.clone(), percent(decides.share)])
        .collect();
    let even = 100.0 / answer.parameters.max(1) as f64;
    let _ = writeln!(
        text,
        "What decides\n{}\n",
        table(&["Assumption", "Share"], rows)
    );
    let _ = writeln!(
        text,
        "A tree to read it by (mean difference in percentage points)"
    );
    rule(&mut text, &answer.tree, 1);
    let _ = writeln!(
        text,
        "\nEvery one of {} numbers is drawn from its registered range. A world is a tie where the difference is below {TIE} points or within its\n\
         own interval (here ± {}; the spread between replicates is pooled over worlds). Shares come from a forest of trees; by chance alone\n\
         a number has about {} %. Few worlds cannot tell what decides.",
        answer.parameters,
        numbers::plain(answer.margin, 2),
        numbers::plain(even, 1)
    );
    text
}

fn shares(what: &str, wins: &BTreeMap<String, f64>) -> String {
    let parts: Vec<String> = wins
        .iter()
        .map(|(name, share)| format!("{name} {}", percent(*share)))
        .collect();
    format!("{what}: {}.", parts.join(", "))
}

fn rule(text: &mut String, tree: &Rule, depth: usize) {
    let indent = "  ".repeat(depth);
    match tree {
        Rule::Leaf { difference, worlds } => {
            let _ = writeln!(
                text,
                "{indent}{} in {worlds} worlds",
                signed(*difference, 2)
            );
        }
        Rule::Fork {
            parameter,
            threshold,
            below,
            above,
        } => {
            for (words, branch) in [("below", below), ("at least", above)] {
                let _ = writeln!(
                    text,
                    "{indent}{parameter} {words} {}",
                    numbers::plain(*threshold, 3)
                );
                rule(text, branch, depth + 1);
            }
        }
    }
}
