//! What a step says in words, worked out from the run: how far off guesses were, what one world came to, what was left when
//! the funding ended. Nothing is written in: where nothing is clear the sentence says so.

use super::guess::Question;
use super::room::{Span, spans};
use super::runs::Runs;
use crate::charts::number::plain;
use crate::charts::words::{amount, lower_first, years_words};
use crate::ensemble::Ensemble;
use crate::ensemble::summary::{self, ArmSummary, Spread};
use crate::indicators::catalogue::{CATALOGUE, STILL_DELIVERED};
use crate::scenario::Scenario;

/// How many guesses ended above, below and at what happened. The same: less than a step of the drawing apart.
pub fn compared(ends: &[f64], truth: f64, question: Question) -> (usize, usize, usize) {
    let above = ends
        .iter()
        .filter(|end| **end - truth > question.step)
        .count();
    let below = ends
        .iter()
        .filter(|end| truth - **end > question.step)
        .count();
    (above, below, ends.len() - above - below)
}

/// "12 guesses for siloed pilots: 9 expected more than happened, …": how far off a room was. Empty without guesses. While there
/// are too few runs, only what was guessed.
pub fn room(
    curves: &[Vec<f64>],
    truth: &ArmSummary,
    question: Question,
    name: &str,
    runs: Runs,
) -> String {
    let ends: Vec<f64> = curves
        .iter()
        .filter_map(|curve| curve.last().copied())
        .collect();
    let (Some(last), Some(span)) = (truth.by_year.last(), spans(curves).last().copied()) else {
        return String::new();
    };
    let info = question.info();
    let count = if ends.len() == 1 {
        "1 guess".to_owned()
    } else {
        format!("{} guesses", ends.len())
    };
    let guessed = format!("{}, {count} for {}", info.name, lower_first(name));
    let middle = amount(span.median, info);
    if runs.are_too_few() {
        return format!("{guessed}: the room’s middle guess ends at {middle}.");
    }
    let (above, below, same) = compared(&ends, last.mean, question);
    let inside = ends
        .iter()
        .filter(|end| (last.p05..=last.p95).contains(end))
        .count();
    runs.say(&format!(
        "{guessed}: {above} expected more than happened, {below} expected less, {same} about the same. The room’s middle guess ends at {middle}; the model’s average ends at {}. {inside} of {} lie where 9 in 10 runs end.",
        amount(last.mean, info),
        ends.len()
    ))
}

/// How far one line was off; nothing while there are too few runs.
pub fn own(
    curve: &[f64],
    truth: &ArmSummary,
    question: Question,
    name: &str,
    runs: Runs,
) -> Option<String> {
    let (drawn, last) = (
        curve.last()?,
        truth.by_year.last().filter(|_| !runs.are_too_few())?,
    );
    let (info, off) = (question.info(), drawn - last.mean);
    let name = lower_first(name);
    if off.abs() <= question.step {
        return Some(runs.say(&format!(
            "Your line for {name} ends where the model’s average does, at {}.",
            amount(last.mean, info)
        )));
    }
    let unit = crate::charts::words::difference_unit(info);
    let direction = if off > 0.0 { "above" } else { "below" };
    let inside = if (last.p05..=last.p95).contains(drawn) {
        "inside"
    } else {
        "outside"
    };
    Some(runs.say(&format!(
        "Your line for {name} ends {} {unit} {direction} the model’s average, {inside} the band where 9 in 10 runs end.",
        plain(off.abs(), info.digits)
    )))
}

/// What one world came to, by itself: where the mean starts and ends, and where nine in ten runs end.
pub fn alone(arm: &ArmSummary, indicator: usize, name: &str, runs: Runs) -> String {
    let info = &CATALOGUE[indicator];
    let (Some(start), Some(end)) = (arm.by_year.first(), arm.by_year.last()) else {
        return String::new();
    };
    let begins = format!(
        "{}: {} begins at {}",
        name,
        lower_first(info.name),
        amount(start.mean, info)
    );
    if runs.are_too_few() {
        return format!("{begins}. {}", runs.too_few());
    }
    let years = years_words(arm.by_year.len() - 1);
    let band = format!(
        "{} and {}",
        plain(end.p05, info.digits),
        amount(end.p95, info)
    );
    let moved = if (end.p05..=end.p95).contains(&start.mean) {
        format!("No clear change after {years}: 9 in 10 runs end between {band}.")
    } else {
        let direction = if end.mean > start.mean {
            "rises"
        } else {
            "falls"
        };
        format!(
            "It {direction} to {} after {years}; 9 in 10 runs end between {band}.",
            amount(end.mean, info)
        )
    };
    format!("{begins}. {}", runs.say(&moved))
}

/// What one world still delivers at the end of every year, year 0 first. Empty before the first run is in.
pub fn delivered(ensemble: &Ensemble, arm: usize) -> Vec<Spread> {
    summary::arm(ensemble, arm as u32, STILL_DELIVERED).by_year
}

/// What is left of what was delivered the year after the funding ends and at the end, and in how many runs it fell.
pub fn ending(ensemble: &Ensemble, arm: usize, scenario: &Scenario, runs: Runs) -> String {
    let (years, funded) = (
        scenario.years as usize,
        (scenario.money.last_year as usize).min(scenario.years as usize),
    );
    let planned = if funded < years {
        format!("The money ends with year {funded} of {years}.")
    } else {
        format!(
            "The money runs to the last year, {years}: there is no year after, so nothing can be seen of what is left."
        )
    };
    let at = delivered(ensemble, arm);
    if runs.are_too_few() || at.len() <= years {
        return if funded < years {
            format!("{planned} {}", runs.too_few())
        } else {
            planned
        };
    }
    let info = &CATALOGUE[STILL_DELIVERED];
    let value = |year: usize| amount(at[year].mean, info);
    // The highest year while there is money: what was built before it began to go.
    let peak = (0..=funded)
        .max_by(|a, b| at[*a].mean.total_cmp(&at[*b].mean))
        .unwrap_or(funded);
    let name = scenario.arms.get(arm).map_or("", |arm| arm.name.as_str());
    let most = format!(
        "{name}: at the peak (end of year {peak}) what is running costs {} a year.",
        value(peak)
    );
    if funded == years {
        return format!("{planned} {}", runs.say(&most));
    }
    let rows = ensemble.outcomes().flat_map(|outcome| {
        outcome
            .arms
            .iter()
            .filter(|outcome| outcome.arm as usize == arm)
    });
    let fell = rows
        .map(|outcome| outcome.table.row(STILL_DELIVERED))
        .filter(|row| row.get(years) < row.get(peak))
        .count();
    let after = if funded + 1 == years {
        format!("The year after, the last, {} is left", value(years))
    } else {
        format!(
            "The year after, {} is left, and at the end of year {years} {}",
            value(funded + 1),
            value(years)
        )
    };
    format!(
        "{planned} {}",
        runs.say(&format!(
            "{most} {after}; in {fell} of {} runs that is lower than the peak.",
            runs.done
        ))
    )
}

/// The room's spread by year for a table: year, low, median, high.
pub fn spread_row(year: usize, span: &Span, digits: u8) -> [String; 4] {
    [
        year.to_string(),
        plain(span.low, digits),
        plain(span.median, digits),
        plain(span.high, digits),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::guess::QUESTIONS;
    use super::*;
    use crate::indicators::catalogue::DOING_WELL;
    use crate::session::samples;

    const FIRM: Runs = Runs { done: 16, all: 16 };

    /// So many runs in which everything of arm k moves by `shift` × k a year from 40.
    fn runs(shift: f64, count: u32) -> (Scenario, Ensemble) {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        for replicate in 0..count {
            ensemble.add(samples::outcome(&scenario, replicate, shift));
        }
        (scenario, ensemble)
    }

    fn pilots(shift: f64) -> ArmSummary {
        summary::arm(&runs(shift, 16).1, 1, DOING_WELL)
    }

    #[test]
    fn a_room_hears_how_many_expected_more_and_less() {
        // Pilots rise by 5 a year from 40: to about 55.
        let truth = pilots(5.0);
        let curves = vec![
            vec![40.0, 60.0],
            vec![40.0, 58.0],
            vec![40.0, 50.0],
            vec![40.0, 55.1],
        ];
        let words = room(&curves, &truth, QUESTIONS[0], "Siloed pilots", FIRM);
        assert!(
            words.starts_with("Doing well, 4 guesses for siloed pilots: 2 expected more than happened, 1 expected less, 1 about the same."),
            "{words}"
        );
        assert!(
            words.contains("middle guess ends at 56.6% of adults")
                && words.contains("average ends at 55.1% of adults"),
            "{words}"
        );
        assert_eq!(room(&[], &truth, QUESTIONS[0], "x", FIRM), "");
    }

    #[test]
    fn one_line_hears_how_far_off_it_was_either_way() {
        let truth = pilots(5.0);
        let off = |end: f64| own(&[40.0, end], &truth, QUESTIONS[0], "Pilots", FIRM).unwrap();
        assert!(off(60.0).contains("4.9 percentage points above"));
        assert!(off(50.0).contains("5.1 percentage points below"));
        assert!(off(55.0).contains("ends where the model’s average does"));
    }

    #[test]
    fn one_world_alone_says_when_nothing_clear_changed() {
        let words = alone(&pilots(5.0), DOING_WELL, "Siloed pilots", FIRM);
        assert!(
            words.contains("It rises to 55.1% of adults after 3 years; 9 in 10 runs end between"),
            "{words}"
        );
        let words = alone(&pilots(0.0), DOING_WELL, "Siloed pilots", FIRM);
        assert!(
            words.contains(
                "No clear change after 3 years: 9 in 10 runs end between 40.0 and 40.2% of adults."
            ),
            "{words}"
        );
        assert!(alone(&pilots(-5.0), DOING_WELL, "x", FIRM).contains("It falls to"));
    }

    #[test]
    fn what_is_left_is_said_for_the_year_after_with_its_money_and_its_count() {
        let (mut scenario, falling) = runs(-5.0, 16);
        scenario.money.last_year = 1;
        let words = ending(&falling, 1, &scenario, FIRM);
        assert!(
            words.starts_with("The money ends with year 1 of 3.")
                && words.contains("in 16 of 16 runs that is lower"),
            "{words}"
        );
        // From £40.09 by £5 a year: the year after is year 2.
        assert!(words.contains("The year after, £30.09 per person is left, and at the end of year 3 £25.09 per person"), "{words}");
        scenario.money.last_year = 2;
        assert!(
            ending(&falling, 1, &scenario, FIRM)
                .contains("The year after, the last, £25.09 per person is left")
        );
        let (scenario, rising) = runs(5.0, 16);
        let words = ending(&rising, 1, &scenario, FIRM);
        assert!(
            words.contains("runs to the last year, 3: there is no year after")
                && !words.contains("is left;"),
            "{words}"
        );
    }

    #[test]
    fn no_sentence_of_few_runs_claims_a_direction_and_of_some_every_one_says_it_may_change() {
        let claims = [
            "rises",
            "falls",
            "more than happened",
            "above",
            "below",
            "lower than",
            "change after",
        ];
        let curves = vec![vec![40.0, 60.0], vec![40.0, 50.0]];
        for count in [1, 7, 8, 15] {
            let (mut scenario, ensemble) = runs(5.0, count);
            scenario.money.last_year = 2;
            let (truth, so_far) = (
                summary::arm(&ensemble, 1, DOING_WELL),
                Runs {
                    done: count,
                    all: 64,
                },
            );
            let said = [
                Some(alone(&truth, DOING_WELL, "Pilots", so_far)),
                own(&curves[0], &truth, QUESTIONS[0], "Pilots", so_far),
                Some(room(&curves, &truth, QUESTIONS[0], "Pilots", so_far)),
                Some(ending(&ensemble, 1, &scenario, so_far)),
            ];
            for words in said.into_iter().flatten() {
                let claimed = claims.iter().any(|claim| words.contains(claim));
                assert_eq!(claimed, count >= 8, "{count}: {words}");
                assert_eq!(
                    words.contains("This may still change."),
                    count >= 8,
                    "{count}: {words}"
                );
                assert!(
                    count < 8 || words.contains(&format!("So far, {count} of 64 runs")),
                    "{words}"
                );
            }
        }
        let (scenario, _) = runs(5.0, 1);
        assert!(
            !ending(
                &Ensemble::default(),
                1,
                &scenario,
                Runs { done: 0, all: 64 }
            )
            .contains('£')
        );
    }
}
