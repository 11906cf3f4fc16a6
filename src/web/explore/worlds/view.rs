//! Which picture a canvas shows.

use crate::ensemble::pair::Pair;

/// Which picture a canvas shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum View {
    /// One arm as it is.
    Arm(usize),
    /// Where the second strategy's world differs from the first's.
    Difference(Pair),
}
