//! Luck by number: the same seed, reader and number always give the same input. Knows no input.

/// A stream of numbers (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Luck(u64);

impl Luck {
    /// The luck of one input.
    pub fn new(seed: u64, reader: &str, number: u64) -> Self {
        let name = reader.bytes().fold(seed, |sum, byte| {
            kith::random::mix(sum ^ u64::from(byte)).wrapping_add(1)
        });
        Self(
            kith::random::mix(name) ^ kith::random::mix(number.wrapping_add(0x9E37_79B9_7F4A_7C15)),
        )
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        kith::random::mix(self.0)
    }

    /// A number below another one; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        // 32 bits are plenty: no input is as long.
        ((self.draw() >> 32) as usize * end) >> 32
    }

    /// Whether something happens that happens once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several; none where there are none.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// A part of so many things, short more often than long.
    pub fn part(&mut self, of: usize) -> std::ops::Range<usize> {
        let start = self.below(of + 1);
        let left = of - start;
        let length = if self.once_in(4) {
            self.below(left + 1)
        } else {
            self.below(left.min(16) + 1)
        };
        start..start + length
    }
}
