//! What is warned of and what is not.

use super::*;
use crate::scenario::strategy::{Decision, preset};
use crate::scenario::validate::parse;
use crate::scenario::{Arm, Event, EventKind, bundled};

fn scenario() -> Scenario {
    parse(bundled::scenarios()[0].1).unwrap()
}

/// What the warnings of the default scenario are about after a change.
fn after(change: impl Fn(&mut Scenario)) -> Vec<About> {
    let mut scenario = scenario();
    change(&mut scenario);
    warnings(&scenario)
        .into_iter()
        .map(|warning| warning.about)
        .collect()
}

#[test]
fn bundled_comparisons_are_plausible() {
    for id in ["trafford", "wigan", "manchester", "adverse"] {
        assert_eq!(
            warnings(&parse(bundled::scenario(id).unwrap()).unwrap()),
            [],
            "{id}"
        );
    }
    let none = warnings(&parse(bundled::scenario("no-money").unwrap()).unwrap());
    assert_eq!(
        none.iter().map(|w| w.about).collect::<Vec<_>>(),
        [About::Money]
    );
}

#[test]
fn every_source_of_a_warning_is_in_the_register_and_says_what_the_warning_says() {
    let register = bundled::sources().unwrap();
    let of = |id: &str| register.iter().find(|source| source.id == id).unwrap();
    assert_eq!(of("U12").value, LARGEST_PROGRAMME);
    assert_eq!(of("U13").value, 15.0);
    assert_eq!(
        (of("G07").value, of("G07").low, of("G07").high),
        (f64::from(YEARS_TO_WORK), 2.0, 5.0)
    );
    assert!(of("D02").unit.contains("906"));
}

#[test]
fn money_beyond_evidence_and_too_short_is_told() {
    assert_eq!(
        after(|s| s.money.pounds_per_head_year = 511.0),
        [About::Money]
    );
    assert_eq!(after(|s| s.money.pounds_per_head_year = 510.0), []);
    let short = after(|s| (s.money.first_year, s.money.last_year) = (3, 4));
    assert_eq!(
        short,
        [About::Funding, About::Design(2)],
        "the promise of ten years outlasts the money too"
    );
}

#[test]
fn too_little_to_tell_is_told() {
    assert_eq!(after(|s| s.people = 1_000), [About::People]);
    assert_eq!(after(|s| s.replicates = 4), [About::Replicates]);
    assert_eq!(
        after(|s| s.events.push(Event::new(119, EventKind::Cut, 0.1))),
        [About::Shocks]
    );
    assert_eq!(
        after(|s| s.events.push(Event::new(60, EventKind::Cut, 0.1))),
        []
    );
}

#[test]
fn unequal_money_is_told_of_whoever_has_less() {
    assert_eq!(after(|s| s.arms[1].budget = 0.5), [About::Budget(1)]);
    assert_eq!(
        after(|s| s.arms.iter_mut().for_each(|arm| arm.budget = 0.5)),
        [],
        "the same, only less"
    );
    let cuts = after(|s| s.arms[1] = Arm::of_preset("cuts", preset("cuts").unwrap()));
    assert_eq!(cuts, [About::Budget(1)]);
}

#[test]
fn one_level_and_levels_that_may_buy_nothing_are_told() {
    assert_eq!(
        after(|s| s.arms[2].design.levels = [0.0, 0.0, 1.0, 0.0, 0.0]),
        [About::Design(2)]
    );
    assert_eq!(
        after(|s| s.arms[2].approaches = vec!["timebanking".into()]),
        [About::Approaches(2)],
        "four levels buy nothing"
    );
    let nothing = after(|s| {
        s.arms[2].approaches = vec!["timebanking".into()];
        s.arms[2].design.levels = [1.0, 1.0, 0.0, 0.0, 0.0];
    });
    assert_eq!(
        nothing,
        [About::Approaches(2), About::Approaches(2)],
        "nothing at all, and one that waits for money"
    );
    let later = after(|s| {
        s.arms[2].approaches = vec!["timebanking".into()];
        s.arms[2].design.levels = [1.0, 0.0, 0.0, 0.0, 0.0];
        s.arms[2].decisions = vec![Decision {
            month: 24,
            levels: Some([0.0, 0.0, 1.0, 0.0, 0.0]),
            ..Decision::default()
        }];
    });
    assert_eq!(
        later,
        [About::Design(2), About::Approaches(2)],
        "what is decided later counts"
    );
}

#[test]
fn dimensions_that_fight_each_other_are_told() {
    assert_eq!(after(|s| s.arms[2].design.growth = 0.1), [About::Design(2)]);
    assert_eq!(
        after(|s| s.arms[2].design.adaptation = 0.1),
        [About::Design(2)]
    );
    assert_eq!(
        after(|s| s.arms[2].design.horizon_months = 24.0),
        [About::Design(2)]
    );
    assert_eq!(
        after(|s| s.money.pounds_per_head_year = 10.0),
        [About::Design(2)],
        "power that is not paid for"
    );
}

#[test]
fn decisions_that_come_too_late_are_told() {
    let decide = |month| {
        move |s: &mut Scenario| {
            s.arms[1].decisions = vec![Decision {
                month,
                levels: Some([1.0; 5]),
                ..Decision::default()
            }];
        }
    };
    assert_eq!(after(decide(24)), []);
    assert_eq!(after(decide(119)), [About::Decisions(1)]);
    let unfunded = after(|s| {
        decide(72)(s);
        s.money.last_year = 5;
    });
    assert_eq!(unfunded, [About::Decisions(1), About::Design(2)]);
}

#[test]
fn a_warning_reads_as_sentences_with_its_source() {
    let mut scenario = scenario();
    scenario.money.pounds_per_head_year = 900.0;
    let said = warnings(&scenario)[0].to_string();
    assert!(
        said.starts_with("£900 a head a year is more than") && said.ends_with("(U12)"),
        "{said}"
    );
}
