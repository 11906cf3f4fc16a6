//! The words follow the numbers, whichever way those point.

use super::*;
use crate::ensemble::summary::{Spread, interval_of_mean};
use crate::indicators::catalogue::{CARERS, CRISIS_SPENDING, DOING_WELL, LONELY, sign};

#[test]
fn few_runs_are_not_drawn_as_fifty() {
    assert_eq!(
        too_few_for_dots(1),
        "This picture needs 20 runs or more; there is 1 so far."
    );
    assert!(too_few_for_dots(4).ends_with("there are 4 so far."));
}

const NAMES: Names<'static> = Names {
    reference: "Siloed pilots",
    alternative: "Whole-area investment",
};

fn difference(values: &[f64], indicator: usize) -> Difference {
    let better = |factor: f64| {
        values
            .iter()
            .filter(|v| **v * factor * sign(indicator) > 0.0)
            .count() as u32
    };
    Difference {
        by_year: if values.is_empty() {
            Vec::new()
        } else {
            vec![Spread::default(), Spread::of(values)]
        },
        year: 1,
        interval: interval_of_mean(values),
        alternative_better: better(1.0),
        reference_better: better(-1.0),
        replicates: values.len() as u32,
        runs: values.to_vec(),
    }
}

/// Sixteen runs about a mean, every other one above and below it.
fn sixteen(mean: f64, spread: f64) -> Vec<f64> {
    (0..16)
        .map(|k| mean + if k % 2 == 0 { spread } else { -spread })
        .collect()
}

fn headed(values: &[f64]) -> String {
    headline(&difference(values, DOING_WELL), NAMES, "Trafford", 64)
}

#[test]
fn the_headline_says_who_does_better_as_plainly_either_way() {
    assert_eq!(
        headed(&sixteen(2.0, 1.0)),
        "For the same money in Trafford, after 1 year 20 more adults in every 1,000 are doing well with whole-area investment \
         than with siloed pilots (90% interval 15 to 25), in 16 of 16 runs."
    );
    let behind = headed(&sixteen(-1.3, 1.5));
    assert!(
        behind.contains("13 more adults in every 1,000 are doing well with siloed pilots than with whole-area investment"),
        "{behind}"
    );
    assert!(
        behind.contains("(90% interval 6 to 20), in 8 of 16 runs"),
        "{behind}"
    );
}

#[test]
fn a_difference_that_may_be_none_or_does_not_matter_is_called_that() {
    let unclear = headed(&sixteen(0.05, 0.5));
    assert!(
        unclear.contains("no clear difference") && unclear.contains("8 of 16 runs"),
        "{unclear}"
    );
    let same = headed(&[0.0, 0.0]);
    assert!(same.contains("come out the same"), "{same}");
    let none = headed(&sixteen(0.0, 0.05));
    assert!(
        none.contains("no difference that matters") && none.contains("fewer than 1 in every 1,000"),
        "{none}"
    );
    let little = headed(&sixteen(0.06, 0.01));
    assert!(
        little.contains("to matter: fewer than 1 in every 1,000 (90% interval"),
        "{little}"
    );
    assert!(headed(&[]).contains("being lived"));
}

#[test]
fn under_eight_runs_no_direction_is_claimed() {
    let one = headed(&[1.2]);
    assert!(
        one.starts_with(
            "First look: 1 of 64 runs is in; too few to say which does better in Trafford. So far"
        ),
        "{one}"
    );
    let seven = difference(&sixteen(5.0, 0.001)[..7], DOING_WELL);
    let words = [
        headline(&seven, NAMES, "Trafford", 64),
        title(&seven, DOING_WELL, NAMES),
        sentence(&seven, DOING_WELL, NAMES),
        verdict_words(verdict(&seven, DOING_WELL), NAMES),
    ];
    for words in words {
        assert!(
            words.contains("too few") && !words.contains("ahead") && !words.contains("better by"),
            "{words}"
        );
    }
}

#[test]
fn titles_follow_the_direction_that_is_better_and_stay_short() {
    let titled = |mean: f64, indicator: usize| {
        title(
            &difference(&sixteen(mean, 0.01), indicator),
            indicator,
            NAMES,
        )
    };
    assert_eq!(
        titled(-2.1, LONELY),
        "Often lonely: whole-area investment better by 2.1 points"
    );
    assert_eq!(
        titled(2.1, LONELY),
        "Often lonely: siloed pilots better by 2.1 points"
    );
    assert_eq!(
        titled(0.04, LONELY),
        "Often lonely: siloed pilots better, but too little to matter"
    );
    assert_eq!(
        titled(0.0, LONELY),
        "Often lonely: no difference that matters"
    );
    assert_eq!(
        titled(1.0, CARERS),
        "Unpaid carers: whole-area investment higher by 1.0 points"
    );
    assert_eq!(
        titled(-1.0, CARERS),
        "Unpaid carers: whole-area investment lower by 1.0 points"
    );
    assert_eq!(
        title(&difference(&[9.0], LONELY), LONELY, NAMES),
        "Often lonely: one run so far, too few to say"
    );
    assert_eq!(
        title(&difference(&[0.1, -0.1], LONELY), LONELY, NAMES),
        "Often lonely: 2 runs so far, too few to say"
    );
    assert_eq!(
        titled(-21.0, CRISIS_SPENDING),
        "Crisis spending: whole-area investment better by £21 per person"
    );
    for indicator in 0..CATALOGUE.len() {
        for mean in [-20.0, -1e-6, 1e-6, 20.0] {
            let words = title(
                &difference(&sixteen(mean, 1e-7), indicator),
                indicator,
                NAMES,
            );
            assert!(words.split_whitespace().count() <= 15, "{words}");
        }
    }
}

#[test]
fn sentences_carry_unit_interval_and_count() {
    let text = sentence(
        &difference(&sixteen(-2.5, 0.5), CRISIS_SPENDING),
        CRISIS_SPENDING,
        NAMES,
    );
    assert!(
        text.contains("−£3 per person against siloed pilots"),
        "{text}"
    );
    assert!(text.contains("it is ahead in 16 of 16 runs."), "{text}");
    let carers = sentence(&difference(&sixteen(1.0, 0.1), CARERS), CARERS, NAMES);
    assert!(
        carers.ends_with("it is higher in 16 of 16 runs.") && !carers.contains("better"),
        "{carers}"
    );
    let little = sentence(&difference(&sixteen(0.04, 0.001), LONELY), LONELY, NAMES);
    assert!(
        little.ends_with("Less than 0.1 points is too little to matter."),
        "{little}"
    );
    let read = Difference {
        year: 0,
        ..difference(&sixteen(1.0, 0.1), CRISIS_SPENDING)
    };
    assert!(
        sentence(&read, CRISIS_SPENDING, NAMES)
            .starts_with("After 0 years, the last with new money,")
    );
    let sizes = sizes(&CATALOGUE[DOING_WELL]);
    assert!(
        sizes.starts_with("Worth having for a place: 0.1 points or more (I04).")
            && sizes.contains("whether it is so"),
        "{sizes}"
    );
    assert_eq!(amount(12.34, &CATALOGUE[DOING_WELL]), "12.3% of adults");
    assert_eq!(
        sentence(&difference(&[], LONELY), LONELY, NAMES),
        "Nothing has been run yet."
    );
}
