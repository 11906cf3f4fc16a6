//! `kith ask evaluate`: what each pilot would publish, beside the truth.

use super::asking::{About, Asking, estimate, opening, signed, years};
use super::terminal::table;
use super::{Failure, numbers};
use crate::analysis::digest::{PUBLISHED, Published};
use crate::analysis::evaluate::{Answer, Evaluation};
use crate::analysis::outcomes::OUTCOMES;
use crate::charts::why;
use crate::ensemble::Prepared;
use crate::questions;
use clap::builder::PossibleValuesParser;

/// Which scenario, which outcome.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    /// The outcome to show; --json holds all.
    #[arg(long, value_name = "OUTCOME", default_value = "wellbeing", value_parser = PossibleValuesParser::new(OUTCOMES.iter().map(|o| o.id)))]
    of: String,
    #[command(flatten)]
    asking: Asking,
}

/// Evaluates the pilots and prints it.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::EVALUATION.usual)?;
    let evaluation = Evaluation::new(&prepared).map_err(Failure::Input)?;
    arguments
        .asking
        .answer(&evaluation, &prepared.scenario, "replicates", |answer| {
            text(&prepared, answer, &arguments.of)
        })
}

fn text(prepared: &Prepared, answer: &Answer, of: &str) -> String {
    let k = OUTCOMES
        .iter()
        .position(|outcome| outcome.id == of)
        .unwrap_or(0);
    let outcome = &OUTCOMES[k];
    let rows = answer.approaches.iter().map(|evaluated| {
        let figure = &evaluated.figures[k];
        vec![
            evaluated.name.clone(),
            numbers::plain(evaluated.people, 0),
            numbers::plain(figure.entry.mean, outcome.digits),
            numbers::plain(figure.later.mean, outcome.digits),
            signed(figure.published.mean, outcome.digits),
            estimate(&figure.truth, outcome.digits),
            figure.truth.verdict.words().to_owned(),
        ]
    });
    let header = [
        "Approach",
        "People",
        "At entry",
        "A year later",
        "Published",
        "The truth",
        "Which is",
    ];
    // The page speaks of some outcomes only, and so do its sentences.
    let kept = PUBLISHED.iter().position(|outcome| *outcome == k);
    let sentence = kept.map(|outcome| why::evaluation_sentence(&Published::of(answer), outcome));
    format!(
        "{}Approaches of \"{}\"; {} ({}).\n{}\n\n\
         Published: people reached, a year after entry less at entry. The truth: the same people at the same time, less themselves in the\n\
         world without the money. People are recruited when things are bad and recover on their own; the published figure counts that too.\n",
        opening(&questions::EVALUATION, prepared, &years(prepared), sentence),
        answer.arm,
        outcome.name.to_lowercase(),
        outcome.unit,
        table(&header, rows.collect())
    )
}
