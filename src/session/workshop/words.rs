//! What a step says in words, worked out from the run: how far off guesses were, what one world came to, what was left when
//! the funding ended. Nothing is written in: where nothing is clear the sentence says so.

use super::guess::Question;
use super::room::{Span, spans};
use crate::charts::number::plain;
use crate::charts::words::{amount, lower_first, of_reruns, years_words};
use crate::ensemble::Ensemble;
use crate::ensemble::summary::{ArmSummary, Spread};
use crate::indicators::catalogue::{CATALOGUE, STILL_DELIVERED};
use crate::scenario::Scenario;

/// How many guesses ended above, below and at what happened. The same: less than a step of the drawing apart.
pub fn compared(ends: &[f64], truth: f64, question: Question) -> (usize, usize, usize) {
    let above = ends.iter().filter(|end| **end - truth > question.step).count();
    let below = ends.iter().filter(|end| truth - **end > question.step).count();
    (above, below, ends.len() - above - below)
}

/// "12 guesses for siloed pilots: 9 expected more than happened, …": how far off a room was. Empty without guesses.
pub fn room(curves: &[Vec<f64>], truth: &ArmSummary, question: Question, name: &str) -> String {
    let ends: Vec<f64> = curves.iter().filter_map(|curve| curve.last().copied()).collect();
    let (Some(last), Some(span)) = (truth.by_year.last(), spans(curves).last().copied()) else { return String::new() };
    let info = question.info();
    let (above, below, same) = compared(&ends, last.mean, question);
    let inside = ends.iter().filter(|end| (last.p05..=last.p95).contains(end)).count();
    let count = |n: usize| if n == 1 { "1 guess".to_owned() } else { format!("{n} guesses") };
    format!(
        "{}, {} for {}: {above} expected more than happened, {below} expected less, {same} about the same. The room’s middle guess ends at {}; the model’s mean ends at {}. {} of {} lie where nine in ten re-runs end.",
        info.name,
        count(ends.len()),
        lower_first(name),
        amount(span.median, info),
        amount(last.mean, info),
        inside,
        ends.len()
    )
}

/// How far one line was off.
pub fn own(curve: &[f64], truth: &ArmSummary, question: Question, name: &str) -> String {
    let (Some(drawn), Some(last)) = (curve.last(), truth.by_year.last()) else { return String::new() };
    let (info, off) = (question.info(), drawn - last.mean);
    if off.abs() <= question.step {
        return format!("Your line for {} ends where the model’s mean does, at {}.", lower_first(name), amount(last.mean, info));
    }
    let unit = crate::charts::words::difference_unit(info);
    let direction = if off > 0.0 { "above" } else { "below" };
    let inside = if (last.p05..=last.p95).contains(drawn) { "inside" } else { "outside" };
    format!(
        "Your line for {} ends {} {unit} {direction} the model’s mean, {inside} the band where nine in ten re-runs end.",
        lower_first(name),
        plain(off.abs(), info.digits)
    )
}

/// What one world came to, by itself: where the mean starts and ends, and where nine in ten re-runs end.
pub fn alone(arm: &ArmSummary, indicator: usize, name: &str) -> String {
    let info = &CATALOGUE[indicator];
    let (Some(start), Some(end)) = (arm.by_year.first(), arm.by_year.last()) else { return String::new() };
    let years = years_words(arm.by_year.len() - 1);
    let band = format!("{} to {}", plain(end.p05, info.digits), plain(end.p95, info.digits));
    let moved = if (end.p05..=end.p95).contains(&start.mean) {
        format!(
            "after {years} it is {}, and nine in ten re-runs ({band}) lie around where it began: no clear change",
            amount(end.mean, info)
        )
    } else {
        let direction = if end.mean > start.mean { "rises" } else { "falls" };
        format!("it {direction} to {} after {years}, in nine of ten re-runs {band}", amount(end.mean, info))
    };
    format!("{}: {} begins at {}; {moved}.", name, lower_first(info.name), amount(start.mean, info))
}

/// What is left of what was delivered when the funding ends, and in how many re-runs it fell.
pub fn ending(ensemble: &Ensemble, arm: usize, scenario: &Scenario) -> String {
    let info = &CATALOGUE[STILL_DELIVERED];
    let rows: Vec<Vec<f64>> = ensemble
        .outcomes()
        .flat_map(|outcome| outcome.arms.iter().filter(|outcome| outcome.arm as usize == arm))
        .map(|outcome| outcome.table.row(STILL_DELIVERED).to_vec())
        .collect();
    let name = scenario.arms.get(arm).map_or("", |arm| arm.name.as_str());
    let years = scenario.years as usize;
    let funded = (scenario.money.last_year as usize).min(years);
    let at = |year: usize| Spread::of(&rows.iter().filter_map(|row| row.get(year).copied()).collect::<Vec<_>>());
    if rows.is_empty() {
        return "The first re-run is being lived now.".to_owned();
    }
    let value = |year: usize| amount(at(year).mean, info);
    // The highest year so far: what was built before it began to go.
    let peak = (0..=funded).max_by(|a, b| at(*a).mean.total_cmp(&at(*b).mean)).unwrap_or(funded);
    let fell = rows.iter().filter(|row| row.get(years) < row.get(peak)).count() as u32;
    let end = if funded < years {
        format!("The money ends with year {funded}; by the end of year {years} {} is left", value(years))
    } else {
        format!("The money runs to the last year, {years}; then {} is delivered", value(years))
    };
    let lost = if years == peak {
        "it is as much as there ever was, so nothing is lost by then".to_owned()
    } else {
        format!("it is less than at its most in {}", of_reruns(fell, rows.len() as u32))
    };
    format!(
        "{name}: what money buys is worth {} when most is delivered, at the end of year {peak}. {end}; {lost}. (Yearly running money of all approaches alive.)",
        value(peak)
    )
}

/// The room's spread by year for a table: year, low, median, high.
pub fn spread_row(year: usize, span: &Span, digits: u8) -> [String; 4] {
    [year.to_string(), plain(span.low, digits), plain(span.median, digits), plain(span.high, digits)]
}

#[cfg(test)]
mod tests {
    use super::super::guess::QUESTIONS;
    use super::*;
    use crate::ensemble::summary;
    use crate::indicators::catalogue::DOING_WELL;
    use crate::session::samples;

    fn ensemble(shift: f64) -> (Scenario, Ensemble) {
        let scenario = samples::scenario();
        let mut ensemble = Ensemble::default();
        for replicate in 0..4 {
            ensemble.add(samples::outcome(&scenario, replicate, shift));
        }
        (scenario, ensemble)
    }

    #[test]
    fn a_room_hears_how_many_expected_more_and_less() {
        let (_, ensemble) = ensemble(5.0);
        // Pilots rise by 5 a year from 40: to about 55.
        let truth = summary::arm(&ensemble, 1, DOING_WELL);
        let curves = vec![vec![40.0, 60.0], vec![40.0, 58.0], vec![40.0, 50.0], vec![40.0, 55.1]];
        let words = room(&curves, &truth, QUESTIONS[0], "Siloed pilots");
        assert!(
            words.starts_with("Doing well, 4 guesses for siloed pilots: 2 expected more than happened, 1 expected less, 1 about the same."),
            "{words}"
        );
        assert!(words.contains("middle guess ends at 56.6% of adults") && words.contains("mean ends at 55.1% of adults"), "{words}");
        assert_eq!(room(&[], &truth, QUESTIONS[0], "x"), "");
    }

    #[test]
    fn one_line_hears_how_far_off_it_was_either_way() {
        let (_, ensemble) = ensemble(5.0);
        let truth = summary::arm(&ensemble, 1, DOING_WELL);
        assert!(own(&[40.0, 60.0], &truth, QUESTIONS[0], "Pilots").contains("4.9 percentage points above"));
        assert!(own(&[40.0, 50.0], &truth, QUESTIONS[0], "Pilots").contains("5.1 percentage points below"));
        assert!(own(&[40.0, 55.0], &truth, QUESTIONS[0], "Pilots").contains("ends where the model’s mean does"));
    }

    #[test]
    fn one_world_alone_says_when_nothing_clear_changed() {
        let (_, up) = ensemble(5.0);
        let words = alone(&summary::arm(&up, 1, DOING_WELL), DOING_WELL, "Siloed pilots");
        assert!(words.contains("rises to 55.1% of adults after 3 years"), "{words}");
        let (_, flat) = ensemble(0.0);
        let words = alone(&summary::arm(&flat, 1, DOING_WELL), DOING_WELL, "Siloed pilots");
        assert!(words.contains("no clear change"), "{words}");
        let (_, down) = ensemble(-5.0);
        assert!(alone(&summary::arm(&down, 1, DOING_WELL), DOING_WELL, "x").contains("falls to"));
    }

    #[test]
    fn what_is_left_is_said_with_its_money_and_its_count() {
        let (mut scenario, falling) = ensemble(-5.0);
        scenario.money.last_year = 2;
        let words = ending(&falling, 1, &scenario);
        assert!(words.contains("The money ends with year 2") && words.contains("less than at its most in 4 of 4 re-runs"), "{words}");
        let (scenario, rising) = ensemble(5.0);
        let words = ending(&rising, 1, &scenario);
        assert!(words.contains("runs to the last year, 3") && words.contains("nothing is lost"), "{words}");
        assert!(ending(&Ensemble::default(), 1, &scenario).contains("being lived"));
    }
}
