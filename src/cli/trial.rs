//! `kith ask trial`: a simulated randomised controlled trial of one approach.

use super::asking::{About, Asking, estimate, head, percent};
use super::terminal::table;
use super::{Failure, numbers};
use crate::analysis::outcomes::OUTCOMES;
use crate::analysis::trial::{Answer, Trial};
use crate::ensemble::Prepared;
use crate::questions;
use crate::scenario::approaches::Approach;
use crate::scenario::validate::nearest;
use std::fmt::Write as _;

/// Which approach, where, for how long.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The approach to try, by id (kith describe approaches).
    approach: String,
    #[command(flatten)]
    about: About,
    /// Months from enrolment to follow-up.
    #[arg(long, value_name = "M", default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=120))]
    months: u32,
    #[command(flatten)]
    asking: Asking,
}

/// Holds the trials and prints what they found.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let prepared = arguments
        .asking
        .prepared(&arguments.about, questions::TRIAL.usual)?;
    let approach = approach_of(&prepared, &arguments.approach)?;
    let trial = Trial::new(&prepared, approach, arguments.months);
    arguments
        .asking
        .answer(&trial, &prepared.scenario, "trials", |answer| {
            text(&prepared, approach, answer)
        })
}

fn approach_of<'a>(prepared: &'a Prepared, id: &str) -> Result<&'a Approach, Failure> {
    let approaches = &prepared.scenario.approaches;
    approaches
        .iter()
        .find(|approach| approach.id == id)
        .ok_or_else(|| {
            let wanted = match nearest(id, approaches.iter().map(|approach| approach.id.as_str())) {
                Some(near) => format!("an approach of the catalogue (did you mean \"{near}\"?)"),
                None => "an approach of the catalogue (kith describe approaches)".to_owned(),
            };
            Failure::Input(format!("approach: found \"{id}\"; wanted {wanted}"))
        })
}

fn text(prepared: &Prepared, approach: &Approach, answer: &Answer) -> String {
    let mut text = format!(
        "A trial of {}\n{}\n\n",
        approach.name.to_lowercase(),
        head(prepared, &format!("{} months", answer.months))
    );
    let whom = if answer.neighbourhoods > 0 {
        format!(
            "{} neighbourhoods drawn at random have it",
            answer.neighbourhoods
        )
    } else {
        "half of them, drawn at random, have it".to_owned()
    };
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        text,
        "Enrolled: {} ({} a trial); {whom}. Followed up after {} months: {} treated.\n",
        answer.eligible,
        numbers::plain(answer.enrolled, 0),
        answer.months,
        numbers::plain(answer.treated, 0)
    );
    let effects = answer
        .outcomes
        .iter()
        .zip(OUTCOMES)
        .map(|(found, outcome)| {
            vec![
                format!("{}, {}", outcome.name, outcome.unit),
                numbers::plain(found.before.mean, outcome.digits),
                numbers::plain(found.after.mean, outcome.digits),
                estimate(&found.before_after, outcome.digits),
                estimate(&found.effect, outcome.digits),
                estimate(&found.effect_standardised, 2),
                estimate(&found.trial_standardised, 2),
            ]
        });
    let header = [
        "Outcome",
        "Before",
        "After",
        "Before-after claims",
        "The truth",
        "Truth, SMD",
        "The trial finds, SMD",
    ];
    let _ = writeln!(text, "{}\n", table(&header, effects.collect()));
    let reports = answer
        .outcomes
        .iter()
        .zip(OUTCOMES)
        .map(|(found, outcome)| {
            vec![
                outcome.name.to_owned(),
                percent(found.better_than_before.mean),
                percent(found.controls_better_than_before.mean),
                percent(found.better_than_twin.mean),
            ]
        });
    let header = [
        "Who reports better",
        "Treated, than before",
        "Controls, than before",
        "Treated, than untreated twin",
    ];
    let _ = writeln!(text, "{}\n", table(&header, reports.collect()));
    let _ = writeln!(
        text,
        "More control than a year before, those who got through the process easily over those whom it wore down: {}.\n",
        estimate(&answer.easy_over_hard, 2)
    );
    let _ = writeln!(
        text,
        "The truth: treated people less the same people in the world in which nobody was treated. SMD: over the standard deviation\n\
         between people. Means over trials with the 90 % interval of the mean. Full delivery at the catalogue's size."
    );
    text
}
