//! The words of the Why section that no number changes.

pub const WORKERS_LOST: &str =
    "The workers of this device gave up on this question several times. It may be short of memory: close other pages and ask again.";
