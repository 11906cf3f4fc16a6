//! Tests of the library as a whole.

#[path = "../bits.rs"]
mod bits;
mod census;
mod command_line;
mod place;
mod tidy;

/// The other half of this test runs in a browser (`tests/web.rs`).
#[test]
fn numbers_have_the_bits_they_always_had() {
    assert_eq!(bits::computed(), bits::EXPECTED);
}
