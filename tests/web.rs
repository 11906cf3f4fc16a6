//! Tests that run as wasm in a real browser: the same bits as natively. They know no view; the page has tests of its own in
//! `tests/e2e`.
#![cfg(target_arch = "wasm32")]

mod bits;
mod golden_scenarios;

use golden_scenarios::fingerprints;
use kith::ensemble::Job;
use kith::protocol::{FromWorker, ToWorker, decode, encode};
use kith::random::philox4x32;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Known answers of the reference implementation (Random123, file `kat_vectors`).
#[wasm_bindgen_test]
fn luck_matches_the_known_answers() {
    assert_eq!(philox4x32([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
    assert_eq!(philox4x32([u32::MAX; 4], [u32::MAX; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
    assert_eq!(
        philox4x32([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]),
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
    let run = ToWorker::Run { epoch: 7, job: Job { replicate: 300, arms: vec![0, 2], frames: true } };
    let bytes = encode(&run).unwrap();
    assert_eq!(bytes, [2, 7, 172, 2, 2, 0, 2, 1]);
    assert_eq!(decode::<ToWorker>(&bytes), Ok(run));
    let failed = FromWorker::Failed { epoch: 1, message: "no such place: “Ærø”".to_string() };
    assert_eq!(decode::<FromWorker>(&encode(&failed).unwrap()), Ok(failed));
    assert!(decode::<ToWorker>(&bytes[..2]).is_err(), "half a message");
}

/// Whole runs: the fingerprints in the browser are those that were computed natively.
#[wasm_bindgen_test]
fn scenarios_have_the_fingerprints_they_have_natively() {
    let golden = include_str!("golden/fingerprints.txt");
    assert_eq!(fingerprints(), golden);
}
