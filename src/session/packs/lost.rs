//! What is said where the figures of a place could not be fetched.

use crate::place::england;

/// That the figures of a place could not be fetched, for people.
pub fn words(id: &str) -> String {
    let name = england::find(id).map_or(id, |entry| entry.name);
    format!(
        "The figures of {name} could not be fetched from where this page came from. Is there a connection?"
    )
}
