//! The page.
/// Starts the page.
pub fn main() {}
