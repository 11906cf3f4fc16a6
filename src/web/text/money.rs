//! The words of the money.

use crate::charts::number::pounds_about;

pub(crate) use crate::words::money::*;

/// A cost.
pub fn cost(pounds: f64) -> String {
    pounds_about(pounds)
}
