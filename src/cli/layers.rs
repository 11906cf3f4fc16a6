//! `kith ask layers`: how much of the difference rests on what kind of evidence.

use super::Failure;
use super::asking::{About, Asking, Size, estimate, head, table, years};
use crate::analysis::layers::{Answer, Layers};
use crate::analysis::verdict::Verdict;
use crate::ensemble::Prepared;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, position};

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
    let prepared = arguments.asking.prepared(&arguments.about, Size { people: 5_000, years: 10, replicates: 8 })?;
    let layers = Layers::new(&prepared).map_err(Failure::Input)?;
    arguments.asking.answer(&layers, &prepared.scenario, "pairs of arms", |answer| text(&prepared, answer))
}

fn text(prepared: &Prepared, answer: &Answer) -> String {
    let rows = answer.indicators.iter().map(|course| {
        let info = &CATALOGUE[position(course.indicator).unwrap_or(0)];
        let mut row = vec![format!("{}, {}", info.name, info.unit)];
        row.extend(course.layers.iter().map(|step| estimate(&step.difference, usize::from(info.digits) + 1)));
        let whole = course.layers.last().map_or(Verdict::Nothing, |step| step.difference.verdict);
        row.extend([whole.words().to_owned(), course.carried_by.words().to_owned()]);
        row
    });
    let header = ["Indicator", "Well evidenced", "+ partly", "+ disputed", "+ speculative", "All of it", "Largest step"];
    let aside: Vec<String> = answer.set_aside.iter().map(u32::to_string).collect();
    format!(
        "\"{}\" less \"{}\", layer by layer of evidence\n{}\n\n{}\n\n\
         {}\n\n\
         Numbers set aside, layer by layer: {}. What lies beyond a layer is neutral: 0 where its range includes 0 and for couplings; 1 for a\n\
         ratio or multiplier whose range includes 1; low ends for effects of approaches. A level stays as it is. Means with the 90 %\n\
         interval of the mean. All of it: what the difference with all layers comes to, for \"{}\".\n",
        answer.alternative,
        answer.reference,
        head(prepared, &years(prepared)),
        table(&header, rows.collect()),
        carried(answer),
        aside.join(", "),
        answer.alternative
    )
}

/// What is left with the best evidence alone, and which layer carries the difference, where it is one.
fn carried(answer: &Answer) -> String {
    let Some(course) = answer.indicators.iter().find(|course| position(course.indicator) == Some(DOING_WELL)) else { return String::new() };
    let ends = (course.layers.first(), course.layers.last());
    let (Some(well), Some(whole)) = (ends.0, ends.1) else { return String::new() };
    let [well, whole] = [well, whole].map(|step| step.difference.verdict);
    let said = format!(
        "Adults doing well, \"{}\": with well evidenced assumptions alone {}; with all of them {}.",
        answer.alternative,
        well.words(),
        whole.words()
    );
    match whole {
        Verdict::Clear(_) => format!("{said}\nThe difference is carried most by what is {}.", answer.carried_by.words()),
        _ => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::judged::Judged;
    use crate::analysis::layers::{Course, Step};
    use crate::scenario::parameters::Grade;

    #[test]
    fn what_carries_the_difference_is_said_only_where_there_is_one_that_matters() {
        let answer = |mean: f64, replicates: u32| {
            let step = |up_to, mean: f64| {
                let runs: Vec<f64> = (0..replicates).map(|run| mean + if run % 2 == 0 { 0.01 } else { -0.01 }).collect();
                let difference = Judged::of(&runs, "doing_well");
                Step { up_to, difference, added: difference }
            };
            let layers = vec![step(Grade::Well, 0.0), step(Grade::Speculative, mean)];
            Answer {
                reference: "pilots".into(),
                alternative: "whole-area".into(),
                replicates,
                set_aside: Vec::new(),
                carried_by: Grade::Speculative,
                indicators: vec![Course { indicator: CATALOGUE[DOING_WELL].id, layers, carried_by: Grade::Speculative }],
            }
        };
        let clear = carried(&answer(0.5, 8));
        assert!(clear.contains("alone no difference that matters; with all of them better.") && clear.contains("carried most"), "{clear}");
        assert!(carried(&answer(0.05, 8)).ends_with("with all of them better, but too little to matter."));
        assert!(carried(&answer(0.5, 4)).ends_with("with all of them too few runs to say."));
    }
}
