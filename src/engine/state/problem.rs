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

/// The highest bit of the byte of each kind for which its age is at least so much, which must be below 128.
#[inline(always)]
fn from(ages: &[u8; PROBLEMS], least: u8) -> u64 {
    const EACH: u64 = 0x01_0101_0101;
    let [a, b, c, d, e] = *ages;
    let ages = u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]);
    // A byte reaches its highest bit when what is missing to it is added; an age that has that bit already is at least so much.
    let low = ages & (0x7F * EACH);
    ((low + u64::from(128 - least) * EACH) | ages) & (0x80 * EACH)
}

/// Which kinds of problem are open, by how long each has been: the first kind in the lowest bit.
#[inline(always)]
pub fn open(ages: &[u8; PROBLEMS]) -> usize {
    // The five bits are moved together by one multiplication: none of them meets another.
    ((from(ages, 1) >> 7).wrapping_mul(0x10_2040_8100) >> 36 & 31) as usize
}

/// How many problems have been open for three months or more.
#[inline(always)]
pub fn old(ages: &[u8; PROBLEMS]) -> u8 {
    from(ages, 4).count_ones() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_and_the_old_are_those_of_each_kind() {
        let known = [0, 1, 3, 4, 127, 128, 255];
        for case in 0..known.len().pow(PROBLEMS as u32) {
            let ages: [u8; PROBLEMS] = std::array::from_fn(|kind| {
                known[case / known.len().pow(kind as u32) % known.len()]
            });
            let each = |kind: usize| usize::from(ages[kind] > 0) << kind;
            assert_eq!(
                open(&ages),
                (0..PROBLEMS).map(each).sum::<usize>(),
                "{ages:?}"
            );
            let of_old = ages.iter().filter(|age| **age > 3).count();
            assert_eq!(usize::from(old(&ages)), of_old, "{ages:?}");
        }
    }
}
