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

/// Which kinds of problem are open, by how long each has been: the first kind in the lowest bit.
#[inline(always)]
pub fn open(ages: &[u8; PROBLEMS]) -> usize {
    ages.iter()
        .enumerate()
        .fold(0, |open, (kind, age)| open | usize::from(*age > 0) << kind)
}

/// How many problems have been open for three months or more.
#[inline(always)]
pub fn old(ages: &[u8; PROBLEMS]) -> u8 {
    ages.iter().map(|age| u8::from(*age > 3)).sum()
}
