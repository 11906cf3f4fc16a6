//! Tests of the words of the section Why: they follow the numbers, whichever way those point.

use super::why::*;
use crate::analysis::digest::{
    Figure, Interval, Layer, Layered, Published, Reached, Shares, Split, SwitchedOff, Together,
};
use crate::ensemble::pair::Names;
use crate::scenario::parameters::{Couplings, Grade};
use crate::scenario::strategy::DIMENSIONS;

const NAMES: Names<'static> = Names {
    reference: "Siloed pilots",
    alternative: "Whole-area investment",
};

fn interval(mean: f64, half: f64) -> Interval {
    Interval {
        mean,
        low: mean - half,
        high: mean + half,
    }
}

fn split(difference: Interval, parts: &[(&str, Interval)]) -> Split {
    Split {
        samples: 8,
        difference,
        parts: parts
            .iter()
            .map(|(id, part)| ((*id).to_owned(), *part))
            .collect(),
    }
}

#[test]
fn the_largest_clear_part_in_the_direction_of_the_whole_is_named() {
    let parts = [
        ("couplings.person_from_family", interval(0.1, 0.05)),
        ("couplings.community_from_government", interval(0.4, 0.1)),
        ("couplings.person_from_friends", interval(0.6, 0.7)),
        ("couplings.services_from_services", interval(-0.2, 0.1)),
    ];
    let found = split(interval(0.6, 0.1), &parts);
    assert_eq!(
        split_title(&found),
        "Largest part: Government → communities, 0.40 of 0.60 points"
    );
    let sentence = split_sentence(&found, NAMES);
    assert!(
        sentence.contains("in favour of \u{201c}Whole-area investment\u{201d}"),
        "{sentence}"
    );
    assert!(
        sentence.contains(
            "\u{201c}Government → communities\u{201d}: +0.40 points (90% interval +0.30 to +0.50)"
        ),
        "{sentence}"
    );
    assert!(
        sentence.ends_with("Clearly the other way: Services → services."),
        "{sentence}"
    );
}

#[test]
fn when_pilots_do_better_or_nobody_does_it_says_so() {
    let behind = split(
        interval(-0.5, 0.1),
        &[("horizon_months", interval(-0.4, 0.1))],
    );
    assert!(split_sentence(&behind, NAMES).contains("in favour of \u{201c}Siloed pilots\u{201d}"));
    assert_eq!(
        split_title(&behind),
        "Largest part: Horizon, 0.40 of 0.50 points"
    );
    let unclear = split(interval(0.1, 0.3), &[("area", interval(0.1, 0.05))]);
    assert!(
        split_sentence(&unclear, NAMES).contains("no clear difference")
            && split_title(&unclear).contains("No clear difference")
    );
    let scattered = split(interval(0.5, 0.1), &[("area", interval(0.5, 0.6))]);
    assert!(split_sentence(&scattered, NAMES).ends_with("No single part of it clearly matters."));
}

#[test]
fn what_is_clear_and_too_little_to_matter_is_said_to_be_so_everywhere() {
    let little = split(interval(0.05, 0.01), &[("area", interval(0.04, 0.01))]);
    assert_eq!(
        split_title(&little),
        "The difference is too little to matter"
    );
    assert!(split_sentence(&little, NAMES).ends_with(
        "in favour of \u{201c}Whole-area investment\u{201d}, but too little to matter."
    ));
    let whole = split(interval(0.5, 0.1), &[("area", interval(0.04, 0.01))]);
    assert_eq!(split_title(&whole), "No single part clearly matters");
    let few = Split {
        samples: 7,
        ..split(interval(0.5, 0.1), &[("area", interval(0.5, 0.1))])
    };
    assert!(
        split_title(&few).starts_with("Too few runs")
            && split_sentence(&few, NAMES).contains("too few runs")
    );
    assert!(
        !split_sentence(&few, NAMES).contains("in favour of"),
        "no direction is claimed"
    );
    let none = split(interval(0.0, 0.05), &[]);
    assert!(
        split_sentence(&none, NAMES)
            .contains("no difference that matters in adults doing well to share out")
    );
}

#[test]
fn an_arrow_switched_off_says_what_went_with_it() {
    let off = SwitchedOff {
        replicates: 8,
        with: interval(0.6, 0.1),
        without: interval(0.2, 0.1),
        explained: interval(0.4, 0.1),
    };
    assert!(
        switched_off(&off)
            .contains("goes from +0.60 to +0.20 points: the arrow explains +0.40 points"),
        "{}",
        switched_off(&off)
    );
    let with = |mean, half| SwitchedOff {
        explained: interval(mean, half),
        ..off.clone()
    };
    assert!(switched_off(&with(0.0, 0.2)).contains("no clear difference"));
    assert!(switched_off(&with(0.0, 0.05)).contains("no difference that matters"));
    assert!(
        switched_off(&with(0.04, 0.01)).contains("points: too little to matter, +0.04"),
        "{}",
        switched_off(&with(0.04, 0.01))
    );
    assert!(
        switched_off(&SwitchedOff {
            replicates: 4,
            ..off
        })
        .contains("too few runs to say")
    );
}

#[test]
fn the_whole_is_more_less_or_not_clearly_different() {
    let with = |surplus| Together {
        replicates: 8,
        all: interval(1.0, 0.2),
        levels: vec![interval(0.1, 0.05); 5],
        pairs: vec![(2, 4, interval(0.3, 0.1)), (0, 1, interval(0.1, 0.3))],
        surplus,
    };
    assert_eq!(
        together_title(&with(interval(0.4, 0.1))),
        "Together, levels add 0.40 points more than the sum of each alone"
    );
    let more = together_sentence(&with(interval(0.4, 0.1)));
    assert!(
        more.contains("more than its parts")
            && more.contains("communities and government, +0.30 points"),
        "{more}"
    );
    assert!(together_sentence(&with(interval(-0.4, 0.1))).contains("less than its parts"));
    assert!(together_sentence(&with(interval(0.4, 0.5))).contains("no clear difference"));
    assert!(together_title(&with(interval(0.4, 0.5))).contains("no clear difference"));
    assert!(together_title(&with(interval(0.04, 0.01))).ends_with("too little to matter"));
    let few = Together {
        replicates: 4,
        ..with(interval(0.4, 0.1))
    };
    assert!(
        together_title(&few).ends_with("too few runs to say")
            && together_sentence(&few).contains("too few runs")
    );
    assert!(!together_sentence(&few).contains("helps each other most"));
}

#[test]
fn layers_say_what_is_left_of_the_difference_and_what_carries_it() {
    let layer = |up_to, difference| Layer { up_to, difference };
    let answer = Layered {
        replicates: 16,
        layers: vec![
            layer(Grade::Well, interval(0.0, 0.1)),
            layer(Grade::Speculative, interval(0.6, 0.1)),
        ],
        carried_by: Grade::Speculative,
    };
    let words = layers_sentence(&answer);
    assert!(
        words.contains("no difference that matters; with all of them it is +0.60 points"),
        "{words}"
    );
    assert!(words.ends_with("speculative."));
    assert!(layers_title(&answer).ends_with("no difference that matters"));
    let few = layers_sentence(&Layered {
        replicates: 4,
        ..answer
    });
    assert!(
        few.contains("too few runs to say") && !few.contains("largest step"),
        "{few}"
    );
}

#[test]
fn worlds_are_counted_for_whoever_does_better() {
    let shares = |reference: f64, alternative: f64| Shares {
        draws: 64,
        wins: [
            ("pilots", reference),
            ("whole-area", alternative),
            ("tie", 1.0 - reference - alternative),
        ]
        .map(|(id, share)| (id.to_owned(), share))
        .into(),
        decides: Vec::new(),
        middle_half: (-0.1, 0.4),
    };
    let ids = Names {
        reference: "pilots",
        alternative: "whole-area",
    };
    assert_eq!(
        worlds_title(&shares(0.1, 0.6), ids, NAMES),
        "Whole-area investment does better in 60 of 100 plausible worlds"
    );
    assert_eq!(
        worlds_title(&shares(0.7, 0.2), ids, NAMES),
        "Siloed pilots does better in 70 of 100 plausible worlds"
    );
    assert!(
        worlds_title(&shares(0.2, 0.2), ids, NAMES)
            .starts_with("No difference that matters in 60 of 100")
    );
    let words = worlds_sentence(&shares(0.1, 0.6), ids, NAMES);
    assert!(
        words.contains("\u{201c}Whole-area investment\u{201d} does better in 60 of 100 worlds"),
        "{words}"
    );
    assert!(words.contains("between −0.10 and +0.40 points"));
}

#[test]
fn flattery_follows_the_direction_that_is_better_and_needs_intervals_apart() {
    let figure = |outcome: &str, published, truth| Figure {
        outcome: outcome.into(),
        published,
        truth,
    };
    let flatters = figure("problems", interval(-1.0, 0.1), interval(-0.2, 0.1));
    let modest = figure("problems", interval(-0.1, 0.1), interval(-0.8, 0.1));
    let same = figure("problems", interval(-0.3, 0.1), interval(-0.2, 0.1));
    assert_eq!(
        [&flatters, &modest, &same].map(|figure| flattery(figure, 8)),
        [1, -1, 0]
    );
    assert_eq!(flattery(&flatters, 7), 0, "too few runs");
    assert_eq!(
        flattery(
            &figure("wellbeing", interval(1.0, 0.1), interval(0.2, 0.1)),
            8
        ),
        1
    );
    assert_eq!(
        flattery(
            &figure("problems", interval(-0.211, 0.001), interval(-0.2, 0.001)),
            8
        ),
        0,
        "too little to matter"
    );
    let reached = |figure: &Figure| Reached {
        name: "A".into(),
        people: 9.0,
        figures: vec![figure.clone()],
    };
    let answer = Published {
        arm: "pilots".into(),
        replicates: 8,
        approaches: vec![reached(&flatters), reached(&flatters), reached(&same)],
    };
    assert_eq!(
        evaluation_title(&answer, 0),
        "For 2 of 3 projects the published figure was too good"
    );
    let words = evaluation_sentence(&answer, 0);
    assert!(
        words.contains(
            "for 2 of 3 projects the figure that they would publish (before and after) was too good; for 0 too bad; for 1 we cannot tell."
        ),
        "{words}"
    );
    assert!(evaluation_sentence(&answer, 7).contains("No approach reached"));
}

#[test]
fn titles_are_short_and_every_part_has_a_name() {
    for info in Couplings::INFO {
        assert_ne!(part_name(&info.id()), info.id());
        let title = split_title(&split(
            interval(0.6, 0.1),
            &[(&info.id(), interval(0.6, 0.1))],
        ));
        assert!(title.split_whitespace().count() <= 15, "{title}");
    }
    assert!(
        DIMENSIONS
            .iter()
            .all(|dimension| part_name(dimension.id) == dimension.name)
    );
    for (coupling, (from, to)) in super::interdependence::ENDS.iter().enumerate() {
        let words = arrow(coupling).to_lowercase();
        let (source, target) = words.split_once(" → ").unwrap();
        assert!(target.contains(&level(*to).to_lowercase()), "{words}");
        assert!(
            source.contains(&level(*from).to_lowercase())
                || ["friends", "national", "national government"].contains(&source),
            "{words}"
        );
    }
}

#[test]
fn waiting_is_told_in_round_numbers() {
    assert_eq!(
        [3.0, 21.0, 70.0, 125.0].map(about_time),
        [
            "about 5 seconds",
            "about 25 seconds",
            "about a minute",
            "about 2 minutes"
        ]
    );
    assert_eq!(about_time(f64::INFINITY), "more than an hour");
}
