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
use kith::random::philox4x32;
use wasm_bindgen_test::wasm_bindgen_test;

/// Known answers of the reference implementation (Random123, file `kat_vectors`).
#[wasm_bindgen_test]
fn luck_matches_the_known_answers() {
    assert_eq!(
        philox4x32([0; 4], [0; 2]),
        [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
    );
    assert_eq!(
        philox4x32([u32::MAX; 4], [u32::MAX; 2]),
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    );
    assert_eq!(
        philox4x32(
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
            [0xa409_3822, 0x299f_31d0]
        ),
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
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
    assert_eq!(bytes, [3, 7, 172, 2, 2, 0, 2, 1]);
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
