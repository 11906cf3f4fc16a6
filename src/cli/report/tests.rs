//! The comparison as a page of text.

use super::*;
use crate::export::comparison::tests::example;

fn nowhere() -> Place {
    Place {
        id: "trafford".to_owned(),
        name: "Trafford".to_owned(),
        sources: Vec::new(),
        ages: [0; crate::place::profile::AGE_BANDS],
        communities: Vec::new(),
        families: Vec::new(),
        persons: Vec::new(),
        friendships: Vec::new(),
        kin: Vec::new(),
    }
}

#[test]
fn budgets_that_differ_are_told_and_are_not_taken_for_a_mistake() {
    let (mut scenario, ensemble) = example(1.0, 2);
    let mut outcome = ensemble.outcome(0).unwrap().clone();
    let investment = crate::engine::ledger::Account::Investment as usize;
    outcome.arms[1]
        .ledger
        .iter_mut()
        .for_each(|year| year.totals[investment] = -year.totals[investment]);
    let mut off = ensemble.clone();
    off.add(outcome);
    assert!(money(&scenario, &ensemble).starts_with("Same money"));
    assert!(
        money(&scenario, &off)
            .starts_with("NOT THE SAME MONEY: it differs first in pilots, year 1"),
        "{}",
        money(&scenario, &off)
    );
    scenario.arms[1].budget = -1.0;
    let told = money(&scenario, &off);
    assert!(
        told.contains("as the scenario has it: business-as-usual spends 100 %, pilots takes 100 % of the investment out"),
        "{told}"
    );
}

#[test]
fn the_sentence_says_who_does_better() {
    let (scenario, ensemble) = example(1.0, 9);
    let page = text(&scenario, &nowhere(), &ensemble);
    assert!(
        page.contains("Over 2 years, whole-area investment brought Trafford less loneliness than siloed pilots did. More adults are doing well with it: 10 in every 1,000")
            && page.contains("whole-area investment has +1.0 percentage points against siloed pilots"),
        "{page}"
    );
    assert!(page.contains("ahead in 9 of 9 runs"), "{page}");
    assert!(
        page.contains("better on 2 and worse on 0; 10 differ by too little"),
        "{page}"
    );
    assert!(
        page.contains("about three would look clear by chance alone"),
        "{page}"
    );
    assert!(
        page.contains("Same money in every arm, to the penny: £200,000 every year."),
        "{page}"
    );
    assert!(page.contains(&ensemble.fingerprint()) && page.contains("not a forecast"));
}

#[test]
fn it_can_say_that_pilots_win_or_that_nobody_does() {
    let (scenario, ensemble) = example(-1.0, 9);
    let page = text(&scenario, &nowhere(), &ensemble);
    assert!(
        page.contains("Over 2 years, siloed pilots brought Trafford less loneliness than whole-area investment did. More adults are doing well with it: 10 in every 1,000"),
        "{page}"
    );
    assert!(page.contains("better on 0 and worse on 2"), "{page}");
    let (scenario, ensemble) = example(0.0, 9);
    assert!(headline(&scenario, "Trafford", &ensemble).starts_with("No difference at all"));
    let (scenario, ensemble) = example(0.05, 9);
    let words = headline(&scenario, "Trafford", &ensemble);
    assert!(
        words.contains("nothing that matters differs between the two worlds")
            && words.contains(
                "hardly changes how many adults are doing well: by under 1 in every 1,000"
            ),
        "{words}"
    );
}

#[test]
fn under_eight_replicates_nobody_does_better() {
    for replicates in [1, 2, 7] {
        let (scenario, ensemble) = example(1.0, replicates);
        let page = text(&scenario, &nowhere(), &ensemble);
        assert!(
            page.contains("too few to say which does better")
                && page.contains("So far, after 2 years"),
            "{page}"
        );
        assert!(
            !page.contains("ore adults are doing well") && !page.contains("it is better on"),
            "{page}"
        );
    }
}

#[test]
fn what_is_delivered_is_compared_while_money_runs() {
    let (mut scenario, ensemble) = example(1.0, 9);
    assert!(!text(&scenario, &nowhere(), &ensemble).contains("is compared in year"));
    scenario.money.last_year = 1;
    let page = text(&scenario, &nowhere(), &ensemble);
    assert!(
        page.contains("Approaches delivered is compared in year 1, the last with new money."),
        "{page}"
    );
}

#[test]
fn money_that_differs_is_shouted() {
    let (scenario, mut ensemble) = example(1.0, 2);
    let mut outcome = ensemble.outcome(1).unwrap().clone();
    outcome.arms[1].ledger[1].totals[0].0 += 1;
    ensemble.add(outcome);
    let words = money(&scenario, &ensemble);
    assert!(
        words.contains("NOT THE SAME MONEY: it differs first in pilots, year 2, replicate 1"),
        "{words}"
    );
    assert!(
        words.contains("SOURCES DO NOT EQUAL USES, first in pilots, year 2, replicate 1"),
        "{words}"
    );
}

#[test]
fn one_arm_is_shown_alone() {
    let (mut scenario, ensemble) = example(1.0, 2);
    scenario.arms.truncate(1);
    let page = text(&scenario, &nowhere(), &ensemble);
    assert!(
        page.contains("nothing to compare") && !page.contains("Verdict"),
        "{page}"
    );
}
