//! Words that several results share. Knows no result.

use crate::analysis::estimate::Estimate;
use crate::analysis::verdict::{self, Verdict};
use crate::charts::number::plain;
use crate::charts::words::lower_first;
use crate::ensemble::pair::Names;
use crate::indicators::catalogue::DOING_WELL;

/// What a difference in adults doing well comes to: the title of a figure, at most fifteen words.
pub fn who_is_ahead(estimate: &Estimate, runs: usize, names: Names) -> String {
    let size = plain(estimate.mean.abs(), 1);
    let found = verdict::of_interval(estimate, runs as u32, DOING_WELL);
    let ahead = lower_first(if estimate.mean > 0.0 {
        names.alternative
    } else {
        names.reference
    });
    match found {
        Verdict::Clear(_) => format!("Doing well: {ahead} better by {size} points"),
        Verdict::TooLittle(_) => format!("Doing well: {ahead} better, but too little to matter"),
        other => format!("Doing well: {}", other.words()),
    }
}

/// A value that was varied, as short as it can be.
pub fn value(number: f64) -> String {
    let text = number.to_string();
    text.replace('-', "−")
}
