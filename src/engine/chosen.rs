//! Whom a pass is about: positions for which something holds. Knows neither people nor what is done with them.

/// The positions below `count` for which something holds, in order.
///
/// Every position is written and only those that hold are kept: a processor that had to guess would guess wrong for as many
/// as are few.
#[inline]
pub fn chosen(count: usize, holds: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut positions = vec![0_u32; count];
    let mut kept = 0;
    for i in 0..count {
        positions[kept] = i as u32;
        kept += usize::from(holds(i));
    }
    positions.truncate(kept);
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_for_whom_it_holds_come_in_order() {
        assert_eq!(chosen(10, |i| i % 3 == 1), [1, 4, 7]);
        assert_eq!(chosen(3, |_| true), [0, 1, 2]);
        assert!(chosen(3, |_| false).is_empty() && chosen(0, |_| true).is_empty());
    }
}
