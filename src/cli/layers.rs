//! `kith ask layers`: how much of the difference rests on what kind of evidence.

use super::Failure;
use super::asking::{About, Asking, estimate, opening, years};
use super::terminal::table;
use crate::analysis::digest::Layered;
use crate::analysis::layers::{Answer, Layers};
use crate::analysis::verdict::Verdict;
use crate::charts::why;
use crate::ensemble::Prepared;
use crate::indicators::catalogue::{CATALOGUE, position};
use crate::questions;

/// Which scenario.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    asking: Asking,
}

/// Runs the layers and prints them.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::LAYERS.usual)?;
    let layers = Layers::new(&prepared).map_err(Failure::Input)?;
    arguments
        .asking
        .answer(&layers, &prepared.scenario, "pairs of arms", |answer| {
            text(&prepared, answer)
        })
}

fn text(prepared: &Prepared, answer: &Answer) -> String {
    let rows = answer.indicators.iter().map(|course| {
        let info = &CATALOGUE[position(course.indicator).unwrap_or(0)];
        let mut row = vec![format!("{}, {}", info.name, info.unit)];
        row.extend(
            course
                .layers
                .iter()
                .map(|step| estimate(&step.difference, usize::from(info.digits) + 1)),
        );
        let whole = course
            .layers
            .last()
            .map_or(Verdict::Nothing, |step| step.difference.verdict);
        row.extend([
            whole.words().to_owned(),
            course.carried_by.words().to_owned(),
        ]);
        row
    });
    let header = [
        "Indicator",
        "Well evidenced",
        "+ partly",
        "+ disputed",
        "+ speculative",
        "All of it",
        "Largest step",
    ];
    let aside: Vec<String> = answer.set_aside.iter().map(u32::to_string).collect();
    format!(
        "{}{}\n\n\
         \"{}\" less \"{}\". Numbers set aside, layer by layer: {}. What lies beyond a layer is neutral: 0 where its range includes 0 and for couplings; 1 for a\n\
         ratio or multiplier whose range includes 1; low ends for effects of approaches. A level stays as it is. Means with the 90 %\n\
         interval of the mean. All of it: what the difference with all layers comes to, for \"{}\".\n",
        opening(
            &questions::LAYERS,
            prepared,
            &years(prepared),
            Layered::of(answer).as_ref().map(why::layers_sentence)
        ),
        table(&header, rows.collect()),
        answer.alternative,
        answer.reference,
        aside.join(", "),
        answer.alternative
    )
}
