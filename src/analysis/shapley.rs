//! Shapley values: how a total is shared out among those who made it together (Shapley 1953). Exact from all coalitions, or
//! from orders of joining. Knows no model.

use crate::random::mix;

/// Exact Shapley values from the worth of every coalition: bit k of the position says whether player k is in it.
///
/// They add up to the worth of all less the worth of none. Panics when the count of coalitions is no power of two.
pub fn exact(worth: &[f64]) -> Vec<f64> {
    assert!(worth.len().is_power_of_two(), "{} coalitions", worth.len());
    let players = worth.len().trailing_zeros() as usize;
    // Weight of a coalition of s others: s! (n − s − 1)! / n!, here by its recurrence.
    let mut weights = vec![1.0 / players.max(1) as f64];
    for size in 1..players {
        weights.push(weights[size - 1] * size as f64 / (players - size) as f64);
    }
    (0..players)
        .map(|player| {
            let others = (0..worth.len()).filter(|coalition| coalition & 1 << player == 0);
            others
                .map(|coalition| {
                    weights[coalition.count_ones() as usize]
                        * (worth[coalition | 1 << player] - worth[coalition])
                })
                .sum()
        })
        .collect()
}

/// An order in which players join, named by a seed and a number: the same on every machine.
pub fn order(seed: u64, number: u64, players: usize) -> Vec<usize> {
    let name = mix(seed ^ mix(number.wrapping_add(0x9E37_79B9_7F4A_7C15)));
    let mut order: Vec<usize> = (0..players).collect();
    order.sort_by_key(|player| (mix(name ^ mix(*player as u64 + 1)), *player));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_glove_game_is_shared_as_the_textbook_has_it() {
        // Players 0 and 1 have a left glove each, player 2 a right one; a pair is worth 1.
        let worth: Vec<f64> = (0..8)
            .map(|c: usize| if c & 4 != 0 && c & 3 != 0 { 1.0 } else { 0.0 })
            .collect();
        let shares = exact(&worth);
        for (share, expected) in shares.iter().zip([1.0 / 6.0, 1.0 / 6.0, 4.0 / 6.0]) {
            assert!((share - expected).abs() < 1e-12, "{shares:?}");
        }
    }

    #[test]
    fn orders_differ_repeat_and_hold_everybody_once() {
        let mut sorted = order(7, 3, 13);
        assert_eq!(sorted, order(7, 3, 13));
        assert_ne!(sorted, order(7, 4, 13));
        sorted.sort_unstable();
        assert_eq!(sorted, (0..13).collect::<Vec<_>>());
        let first: Vec<usize> = (0..600).map(|number| order(1, number, 3)[0]).collect();
        assert!(
            (0..3)
                .all(|player| (150..250).contains(&first.iter().filter(|f| **f == player).count())),
            "each as often first"
        );
    }

    proptest! {
        #[test]
        fn shares_add_up_to_what_all_have_made(worth in prop::collection::vec(-9.0..9.0_f64, 32)) {
            let sum: f64 = exact(&worth).iter().sum();
            prop_assert!((sum - (worth[31] - worth[0])).abs() < 1e-9);
        }

        #[test]
        fn the_mean_over_all_orders_is_the_exact_value(worth in prop::collection::vec(-9.0..9.0_f64, 8)) {
            let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
            let mut sums = [0.0; 3];
            for order in orders {
                let mut coalition = 0;
                for player in order {
                    sums[player] += worth[coalition | 1 << player] - worth[coalition];
                    coalition |= 1 << player;
                }
            }
            for (sum, share) in sums.iter().zip(exact(&worth)) {
                prop_assert!((sum / 6.0 - share).abs() < 1e-9);
            }
        }
    }
}
