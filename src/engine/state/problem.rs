//! The kinds of problem that people can have.

/// How many kinds of problem there are.
pub const PROBLEMS: usize = 5;

/// The kinds of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Health.
    Health,
    /// Mental health.
    Mind,
    /// Money.
    Money,
    /// Housing.
    Home,
    /// Work and learning.
    Work,
}

impl ProblemKind {
    /// All kinds, in the order of the arrays.
    pub const ALL: [Self; PROBLEMS] = [
        Self::Health,
        Self::Mind,
        Self::Money,
        Self::Home,
        Self::Work,
    ];
}
