//! What becomes of what is looked at when something else changes.

/// One such change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// The run is in another place: nobody is followed there and no neighbourhood looked at.
    Elsewhere,
    /// The run has so many months: time on screen goes no further.
    Within(u32),
    /// The first result of a run is there.
    Came {
        /// The months of what was shown before.
        before: u32,
        /// The months of the run.
        end: u32,
        /// Whether it is the page's first run.
        first: bool,
    },
    /// Something came for what is kept, which is told where that stands.
    ToKept,
    /// Nothing moves by itself.
    Still,
    /// Time stands at a month.
    StandAt(u32),
}
