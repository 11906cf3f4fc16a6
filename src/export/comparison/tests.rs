//! The comparison as an object: its fields, its numbers, its money.

use super::*;
use crate::ensemble::{Outcome, YearLedger};
use crate::indicators::Table;
use crate::indicators::catalogue::{DOING_WELL, LONELY};
use crate::place::profile::AGE_BANDS;
use crate::scenario::bundled;

/// The default scenario over two years, with an ensemble in which each next arm does better by `step`.
pub(crate) fn example(step: f64, replicates: u32) -> (Scenario, Ensemble) {
    let mut scenario = validate::parse(bundled::scenarios()[0].1).unwrap();
    scenario.years = 2;
    let mut ensemble = Ensemble::default();
    for replicate in 0..replicates {
        let arms = (0..3).map(|arm| {
            let mut table = Table::new(3);
            let (shift, luck) = (step * f64::from(arm), f64::from(replicate % 3) * 0.01);
            for year in 0..3 {
                table.set(
                    DOING_WELL,
                    year,
                    60.0 + luck + if year > 0 { shift * (1.0 + luck) } else { 0.0 },
                );
                table.set(
                    LONELY,
                    year,
                    6.0 + luck - if year > 0 { shift * 0.1 } else { 0.0 },
                );
            }
            let mut totals = vec![Pence::ZERO; Account::COUNT];
            totals[Account::Investment as usize] = Pence(20_000_000);
            totals[Account::Running as usize] = Pence(20_000_000);
            ArmOutcome {
                arm,
                table,
                ledger: vec![YearLedger { totals }; 2],
                frames: None,
            }
        });
        ensemble.add(Outcome {
            replicate,
            arms: arms.collect(),
        });
    }
    (scenario, ensemble)
}

#[test]
fn the_object_has_exactly_the_agreed_fields() {
    let (scenario, ensemble) = example(1.0, 4);
    let json: serde_json::Value = serde_json::from_str(
        &Comparison::new(&scenario, 5_000, &ensemble, 0.5)
            .to_json()
            .unwrap(),
    )
    .unwrap();
    let keys = |value: &serde_json::Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        keys(&json),
        "arms build fingerprint indicators ledger months people replicates scenario seconds version"
    );
    assert_eq!(keys(&json["arms"][0]), "id investment_pence_by_year name");
    assert_eq!(
        keys(&json["indicators"][0]),
        "arms better difference id unit worthwhile"
    );
    assert_eq!(
        keys(&json["indicators"][0]["arms"]["pilots"]),
        "by_year end start"
    );
    assert_eq!(
        keys(&json["indicators"][0]["arms"]["pilots"]["end"]),
        "mean p05 p95"
    );
    assert_eq!(
        keys(&json["indicators"][0]["difference"]),
        "alternative alternative_better high low mean p05 p95 reference reference_better verdict year"
    );
    assert_eq!(json["indicators"][0]["better"], "higher");
    let difference = &json["indicators"][0]["difference"];
    assert_eq!(
        (&difference["reference"], &difference["alternative"]),
        (&"pilots".into(), &"whole-area".into())
    );
    assert_eq!(
        (&difference["alternative_better"], &difference["year"]),
        (&4.into(), &2.into())
    );
    assert_eq!(
        difference["verdict"], "too-few-runs",
        "four replicates claim no direction"
    );
    let carers = json["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .find(|i| i["id"] == "carers")
        .unwrap();
    assert_eq!(
        (
            &carers["better"],
            &carers["difference"]["alternative_better"]
        ),
        (&"neither".into(), &serde_json::Value::Null)
    );
    assert_eq!(
        json["arms"][2]["investment_pence_by_year"],
        serde_json::json!([20_000_000, 20_000_000])
    );
    assert_eq!(
        json["ledger"]["arms"]["pilots"]["running"],
        serde_json::json!([20_000_000, 20_000_000])
    );
    assert_eq!(json["ledger"]["replicate"], 0);
}

#[test]
fn a_difference_is_counted_out_over_the_real_place() {
    let (scenario, ensemble) = example(1.0, 8);
    let whole = Whole {
        name: "Here".to_owned(),
        ages: [1_000; AGE_BANDS],
        invented: 5_000,
    };
    let found = Comparison::new(&scenario, 5_000, &ensemble, 0.5).in_all_of(&whole, &scenario);
    let json: serde_json::Value = serde_json::from_str(&found.to_json().unwrap()).unwrap();
    assert_eq!(
        (&json["place"]["residents"], &json["place"]["adults"]),
        (&18_000.0.into(), &14_400.0.into())
    );
    let difference = &json["indicators"][DOING_WELL]["difference"];
    let ratio =
        difference["in_all"]["mean"].as_f64().unwrap() / difference["mean"].as_f64().unwrap();
    assert!((ratio - 144.0).abs() < 1e-9, "{difference}");
    assert_eq!(difference["in_all"]["unit"], "adults");
    let dignity = json["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .find(|i| i["id"] == "dignity")
        .unwrap();
    assert!(dignity["difference"].get("in_all").is_none());
}

#[test]
fn every_number_is_written_as_it_was_meant() {
    let (scenario, ensemble) = example(0.065, 4);
    let json: serde_json::Value = serde_json::from_str(
        &Comparison::new(&scenario, 5_000, &ensemble, 0.5)
            .to_json()
            .unwrap(),
    )
    .unwrap();
    let mut found = Vec::new();
    crate::export::json::tails(&json, "", &mut found);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn only_the_seconds_differ_between_two_runs() {
    let (scenario, ensemble) = example(1.0, 4);
    let one = Comparison::new(&scenario, 5_000, &ensemble, 0.5);
    let other = Comparison::new(&scenario, 5_000, &ensemble, 0.75);
    assert_ne!(one.to_json().unwrap(), other.to_json().unwrap());
    assert_eq!(
        one.to_json().unwrap(),
        Comparison {
            seconds: 0.5,
            ..other
        }
        .to_json()
        .unwrap()
    );
}

#[test]
fn what_is_delivered_is_read_in_the_last_year_with_new_money() {
    let (mut scenario, ensemble) = example(1.0, 8);
    scenario.money.last_year = 1;
    let found = Comparison::new(&scenario, 5_000, &ensemble, 0.5);
    let year = |id: &str| {
        found
            .indicators
            .iter()
            .find(|i| i.id == id)
            .and_then(|i| i.difference.as_ref())
            .unwrap()
            .year
    };
    assert_eq!(
        (year("still_delivered"), year("in_core"), year("doing_well")),
        (1, 2, 2)
    );
}

#[test]
fn unequal_or_unbalanced_money_is_found() {
    let (_, ensemble) = example(1.0, 3);
    let check = MoneyCheck::of(&ensemble);
    assert_eq!(
        (check.unequal, check.unbalanced, check.investment.len()),
        (None, None, 2)
    );
    let mut outcome = ensemble.outcome(1).unwrap().clone();
    outcome.arms[2].ledger[1].totals[Account::Investment as usize] = Pence(20_000_001);
    let mut off = ensemble.clone();
    off.add(outcome);
    let check = MoneyCheck::of(&off);
    assert_eq!(
        (check.unequal, check.unbalanced),
        (Some((2, 1, 1)), Some((2, 1, 1)))
    );
}
