//! Tests that run as wasm in a real browser.
