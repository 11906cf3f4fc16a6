//! Tests that run as wasm, in node and in a real browser: the same bits as natively. They know no
//! view; the page has tests of its own in `tests/e2e`, where Firefox must show the fingerprints
//! that came out natively.
//!
//! One build runs in both: in node when nothing is said, in Chromium where
//! `WASM_BINDGEN_USE_BROWSER` is set.
#![cfg(target_arch = "wasm32")]

mod bits;
mod golden_scenarios;

use golden_scenarios::fingerprints;
use kith::analysis::question::Question;
use kith::analysis::regression::Regression;
use kith::ensemble::Job;
use kith::export::regression;
use kith::protocol::{FromWorker, ToWorker, decode, encode};
use kith::random::mix;
use wasm_bindgen_test::wasm_bindgen_test;

/// Known answers of the reference implementation (Vigna's `splitmix64.c`, seeds 0 and 1234567).
#[wasm_bindgen_test]
fn luck_matches_the_known_answers() {
    assert_eq!(mix(0x9E37_79B9_7F4A_7C15), 0xE220_A839_7B1D_CDAF);
    assert_eq!(
        mix(1_234_567 + 0x9E37_79B9_7F4A_7C15),
        6_457_827_717_110_365_317
    );
}

#[wasm_bindgen_test]
fn numbers_have_the_bits_they_have_natively() {
    assert_eq!(bits::computed(), bits::EXPECTED);
}

/// The bytes were written natively: a page and a worker of any two machines understand each other.
#[wasm_bindgen_test]
fn messages_are_the_same_bytes_and_come_back_as_they_were() {
    let run = ToWorker::Run {
        epoch: 7,
        job: Job {
            replicate: 300,
            arms: vec![0, 2],
            frames: true,
        },
    };
    let bytes = encode(&run).unwrap();
    assert_eq!(bytes, [2, 7, 172, 2, 2, 0, 2, 1]);
    assert_eq!(decode::<ToWorker>(&bytes), Ok(run));
    let failed = FromWorker::Failed {
        epoch: 1,
        message: "no such place: “Ærø”".to_string(),
    };
    assert_eq!(decode::<FromWorker>(&encode(&failed).unwrap()), Ok(failed));
    assert!(decode::<ToWorker>(&bytes[..2]).is_err(), "half a message");
}

/// Whole runs: the fingerprints in the browser are those that were computed natively.
#[wasm_bindgen_test]
fn scenarios_have_the_fingerprints_they_have_natively() {
    let golden = include_str!("golden/fingerprints.txt");
    assert_eq!(fingerprints(), golden);
}

/// The first of the regression set, an evenly spread part of it: the same questions, the same bits.
#[wasm_bindgen_test]
fn the_regression_set_has_the_bits_it_has_natively() {
    const FIRST: usize = 16;
    let golden = regression::read(include_str!("golden/regression.json")).unwrap();
    let here = regression::of_record(
        &Regression {
            scenarios: FIRST as u32,
        }
        .ask()
        .unwrap(),
    )
    .unwrap();
    let of = |scenarios: &[kith::analysis::regression::movement::Scenario]| {
        scenarios
            .iter()
            .map(|s| (s.hash.clone(), s.fingerprint.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&here.scenarios), of(&golden.scenarios[..FIRST]));
}
