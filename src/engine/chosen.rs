//! Whom a pass is about: positions for which something holds. Knows neither people nor what is done with them.

/// How many positions are looked at before those that hold are put away: few enough to stay at hand.
const BLOCK: usize = 256;

/// The positions below `count` for which something holds, in order.
///
/// Every position is written and only those that hold are kept: a processor that had to guess would guess wrong for as many
/// as are few.
#[inline]
pub fn chosen(count: usize, holds: impl Fn(usize) -> bool) -> Vec<u32> {
    // Room for all, of which only what is written is ever touched.
    let mut positions = Vec::with_capacity(count);
    let mut block = [0_u32; BLOCK];
    for first in (0..count).step_by(BLOCK) {
        let mut kept = 0;
        for i in first..count.min(first + BLOCK) {
            block[kept % BLOCK] = i as u32;
            kept += usize::from(holds(i));
        }
        positions.extend_from_slice(&block[..kept]);
    }
    positions
}

/// The positions of the few of a column for which something holds, in order: where it holds for nobody of several
/// neighbours nobody of them is asked again.
#[inline]
pub fn few<T>(column: &[T], holds: impl Fn(&T) -> bool) -> Vec<usize> {
    let mut positions = Vec::new();
    for (nth, several) in column.chunks(SEVERAL).enumerate() {
        if several.iter().fold(false, |any, value| any | holds(value)) {
            let first = nth * SEVERAL;
            let those = several.iter().enumerate().filter(|(_, value)| holds(value));
            positions.extend(those.map(|(at, _)| first + at));
        }
    }
    positions
}

/// How many neighbours are asked at once: a processor compares so many together.
const SEVERAL: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_few_are_found_wherever_they_stand() {
        for count in [0, 1, SEVERAL, SEVERAL + 1, 5 * SEVERAL + 7] {
            let column: Vec<usize> = (0..count).collect();
            let tens: Vec<usize> = (0..count).step_by(10).collect();
            assert_eq!(few(&column, |value| value % 10 == 0), tens);
            assert!(few(&column, |_| false).is_empty());
        }
    }

    #[test]
    fn those_are_chosen_for_whom_it_holds() {
        for count in [0, 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7] {
            let threes: Vec<u32> = (0..count as u32).step_by(3).collect();
            assert_eq!(chosen(count, |i| i % 3 == 0), threes);
            assert_eq!(chosen(count, |_| true).len(), count);
            assert!(chosen(count, |_| false).is_empty());
        }
    }
}
