//! Tests of the library as a whole.

mod answers;
mod beyond;
#[path = "../bits.rs"]
mod bits;
mod census;
mod command_line;
mod commands;
#[path = "../cut_tables.rs"]
mod cut_tables;
mod england;
mod golden;
#[path = "../golden_scenarios.rs"]
mod golden_scenarios;
mod honesty;
mod invariants;
mod own_places;
mod pairing;
mod panels;
mod patterns;
mod place;
mod place_graph;
mod program;
mod reference;
mod regression;
mod stationary;
mod studies;
mod sweep;
mod tables;
mod tidy;
mod worlds;

/// The other half of this test runs in a browser (`tests/web.rs`).
#[test]
fn numbers_have_the_bits_they_always_had() {
    assert_eq!(bits::computed(), bits::EXPECTED);
}
