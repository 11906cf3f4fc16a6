//! The rules that keep the result honest, those that are about the model as a whole.
//!
//! Others stand where their subject is: zero investment and pairing in `pairing`, conservation in `invariants`, what a
//! mechanism may see in `tidy`, sources and ranges in `reference`.

use kith::analysis::calibration::{FREE, Space, Wave};
use kith::analysis::patterns::Patterns;
use kith::analysis::question::Question;
use kith::scenario::{Scenario, bundled, validate};

fn small(id: &str) -> Scenario {
    let scenario = validate::parse(bundled::scenario(id).unwrap()).unwrap();
    Scenario { people: 500, years: 1, replicates: 1, spin_up_months: 12, ..scenario }
}

/// The same place with another question: other arms, other money.
fn another_question(scenario: &Scenario) -> Scenario {
    let mut other = scenario.clone();
    other.money.pounds_per_head_year = 1_000.0;
    other.arms.truncate(1);
    other.arms[0].design.power = 1.0;
    other.arms[0].design.levels = [0.3; 5];
    other.name = "Another question".to_owned();
    other
}

#[test]
fn the_comparison_is_no_input_of_calibration() {
    let scenario = small("trafford");
    let wave = |scenario: Scenario| {
        let space = Space::of(FREE).unwrap();
        let points = vec![space.prior().to_vec()];
        Wave { scenario, patterns: vec![3, 4, 8, 9, 10], space, points, seeds: 1 }.ask().unwrap()
    };
    let (one, other) = (wave(scenario.clone()), wave(another_question(&scenario)));
    let bits = |rows: &[Vec<f64>]| rows.iter().flatten().map(|value| value.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&one), bits(&other));
}

#[test]
fn calibration_moves_what_is_free_and_nothing_else_hangs_on_the_point() {
    let scenario = small("trafford");
    let space = Space::of(FREE).unwrap();
    let low: Vec<f64> = vec![0.0; space.len()];
    let points = vec![space.prior().to_vec(), low, space.prior().to_vec()];
    let rows = Wave { scenario, patterns: vec![4, 9], space, points, seeds: 1 }.ask().unwrap();
    assert_eq!(rows[0], rows[2], "the same point, the same measures");
    assert_ne!(rows[0], rows[1], "other parameters, other measures");
}

#[test]
fn patterns_do_not_hang_on_the_question_either() {
    let scenario = small("trafford");
    let ask = |scenario: Scenario| Patterns { scenario, seeds: 1, only: vec![2, 7] }.ask().unwrap();
    let (one, other) = (ask(scenario.clone()), ask(another_question(&scenario)));
    assert_eq!(one.patterns, other.patterns);
}
