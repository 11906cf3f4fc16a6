//! What decides an outcome, out of many numbers: regression trees (CART: Breiman, Friedman, Olshen & Stone 1984), one to be
//! read and a forest (Breiman 2001) for shares of importance. Knows no model.
//!
//! Small and our own: it needs neither a matrix library nor a source of chance from outside, gives the same bits everywhere
//! and builds for the browser.

use super::estimate::mean;
use crate::random::mix;
use serde::Serialize;

/// A tree: a leaf, or a question about one number.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Tree {
    /// Where a path ends.
    Leaf {
        /// Mean outcome here.
        mean: f64,
        /// How many cases are here.
        cases: usize,
    },
    /// Where it forks.
    Fork {
        /// Position of the number that is asked about.
        feature: usize,
        /// Cases with less than this go one way, the others the other way.
        threshold: f64,
        /// Cases below the threshold.
        below: Box<Tree>,
        /// Cases at it or above.
        above: Box<Tree>,
    },
}

/// How large trees grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Forks from the root to a leaf, at most.
    pub depth: usize,
    /// Cases in a leaf, at least.
    pub leaf: usize,
    /// Numbers looked at for a fork: all, or this share's inverse (3 = a third, drawn anew each time).
    pub one_in: usize,
}

/// Cases: rows of numbers with an outcome each.
#[derive(Clone, Copy, Debug)]
pub struct Cases<'a> {
    /// One row a case, all of one length.
    pub rows: &'a [Vec<f64>],
    /// One outcome a case.
    pub outcomes: &'a [f64],
}

/// Grows a tree on some of the cases (which may be named more than once). What each fork takes off the sum of squares is
/// added to `gains`, number by number. `name` draws which numbers a fork looks at.
pub fn grow(cases: Cases, some: &[usize], growth: Growth, name: u64, gains: &mut [f64]) -> Tree {
    let outcomes: Vec<f64> = some.iter().map(|case| cases.outcomes[*case]).collect();
    let leaf = Tree::Leaf {
        mean: mean(&outcomes),
        cases: some.len(),
    };
    if growth.depth == 0 || some.len() < 2 * growth.leaf.max(1) {
        return leaf;
    }
    let Some(fork) = best_fork(cases, some, growth, name) else {
        return leaf;
    };
    gains[fork.feature] += fork.gain;
    let (below, above): (Vec<usize>, Vec<usize>) = some
        .iter()
        .partition(|case| cases.rows[**case][fork.feature] < fork.threshold);
    let shorter = Growth {
        depth: growth.depth - 1,
        ..growth
    };
    Tree::Fork {
        feature: fork.feature,
        threshold: fork.threshold,
        below: Box::new(grow(cases, &below, shorter, mix(name ^ 1), gains)),
        above: Box::new(grow(cases, &above, shorter, mix(name ^ 2), gains)),
    }
}

struct Fork {
    feature: usize,
    threshold: f64,
    gain: f64,
}

/// The fork that takes most off the sum of squares; the first of equals. None when nothing is gained.
fn best_fork(cases: Cases, some: &[usize], growth: Growth, name: u64) -> Option<Fork> {
    let features = cases.rows.first().map_or(0, Vec::len);
    let looked_at = |feature: &usize| {
        growth.one_in < 2
            || mix(name ^ mix(*feature as u64 + 3)).is_multiple_of(growth.one_in as u64)
    };
    let total: f64 = some.iter().map(|case| cases.outcomes[*case]).sum();
    let count = some.len() as f64;
    let mut best: Option<Fork> = None;
    for feature in (0..features).filter(looked_at) {
        let mut order = some.to_vec();
        order.sort_by(|a, b| {
            cases.rows[*a][feature]
                .total_cmp(&cases.rows[*b][feature])
                .then(a.cmp(b))
        });
        let mut below = 0.0;
        for k in 1..order.len() {
            below += cases.outcomes[order[k - 1]];
            let (left, right) = (
                cases.rows[order[k - 1]][feature],
                cases.rows[order[k]][feature],
            );
            if left == right || k < growth.leaf || order.len() - k < growth.leaf {
                continue;
            }
            let above = total - below;
            let gain = below * below / k as f64 + above * above / (count - k as f64)
                - total * total / count;
            if gain > 1e-12 && best.as_ref().is_none_or(|b| gain > b.gain) {
                best = Some(Fork {
                    feature,
                    threshold: f64::midpoint(left, right),
                    gain,
                });
            }
        }
    }
    best
}

/// One tree on all cases and all numbers, to be read.
pub fn tree(cases: Cases, growth: Growth) -> Tree {
    let all: Vec<usize> = (0..cases.rows.len()).collect();
    grow(
        cases,
        &all,
        growth,
        0,
        &mut vec![0.0; cases.rows.first().map_or(0, Vec::len)],
    )
}

/// Each number's share in what a forest explains: non-negative, adding up to 1, or all 0 when nothing is explained.
///
/// Trees grow on cases drawn with return and look at a third of the numbers at each fork. A number that decides nothing still
/// has a small share by chance: compare with 1 over the count of numbers.
pub fn importance(cases: Cases, trees: usize, seed: u64) -> Vec<f64> {
    let count = cases.rows.len();
    let mut gains = vec![0.0; cases.rows.first().map_or(0, Vec::len)];
    let growth = Growth {
        depth: 4,
        leaf: (count / 20).max(2),
        one_in: 3,
    };
    for number in 0..trees as u64 {
        let name = mix(seed ^ mix(number + 1));
        let drawn: Vec<usize> = (0..count as u64)
            .map(|k| (mix(name ^ mix(k + 1)) % count as u64) as usize)
            .collect();
        grow(cases, &drawn, growth, mix(name), &mut gains);
    }
    let sum: f64 = gains.iter().sum();
    if sum > 0.0 {
        for gain in &mut gains {
            *gain /= sum;
        }
    }
    gains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::factors::sobol;

    /// 200 cases of six numbers; the outcome is 3 where number 2 is above 0.6, and a little of number 4.
    fn example() -> (Vec<Vec<f64>>, Vec<f64>) {
        let rows: Vec<Vec<f64>> = (0..200)
            .map(|n| (0..6).map(|d| sobol(n, d, 1)).collect())
            .collect();
        let outcomes = rows
            .iter()
            .map(|row| if row[2] > 0.6 { 3.0 } else { 0.0 } + 0.5 * row[4])
            .collect();
        (rows, outcomes)
    }

    #[test]
    fn a_tree_asks_about_what_decides_and_where() {
        let (rows, outcomes) = example();
        let grown = tree(
            Cases {
                rows: &rows,
                outcomes: &outcomes,
            },
            Growth {
                depth: 1,
                leaf: 5,
                one_in: 1,
            },
        );
        let Tree::Fork {
            feature,
            threshold,
            below,
            above,
        } = grown
        else {
            panic!("it does not fork")
        };
        assert_eq!(feature, 2);
        assert!((threshold - 0.6).abs() < 0.02, "{threshold}");
        let (
            Tree::Leaf {
                mean: low,
                cases: left,
            },
            Tree::Leaf {
                mean: high,
                cases: right,
            },
        ) = (*below, *above)
        else {
            panic!("deeper than 1")
        };
        assert!(
            (low - 0.25).abs() < 0.05 && (high - 3.25).abs() < 0.05,
            "{low} {high}"
        );
        assert_eq!(left + right, 200);
    }

    /// Cases in the smallest leaf.
    fn smallest(tree: &Tree) -> usize {
        match tree {
            Tree::Leaf { cases, .. } => *cases,
            Tree::Fork { below, above, .. } => smallest(below).min(smallest(above)),
        }
    }

    #[test]
    fn leaves_are_not_smaller_than_wanted_and_constants_do_not_fork() {
        let (rows, outcomes) = example();
        let grown = tree(
            Cases {
                rows: &rows,
                outcomes: &outcomes,
            },
            Growth {
                depth: 6,
                leaf: 15,
                one_in: 1,
            },
        );
        assert!(smallest(&grown) >= 15);
        let flat = vec![1.5; 200];
        let grown = tree(
            Cases {
                rows: &rows,
                outcomes: &flat,
            },
            Growth {
                depth: 3,
                leaf: 5,
                one_in: 1,
            },
        );
        assert_eq!(
            grown,
            Tree::Leaf {
                mean: 1.5,
                cases: 200
            }
        );
        assert_eq!(
            importance(
                Cases {
                    rows: &rows,
                    outcomes: &flat
                },
                10,
                1
            ),
            vec![0.0; 6]
        );
    }

    #[test]
    fn importance_goes_to_what_matters_in_order_and_adds_up() {
        let (rows, outcomes) = example();
        let shares = importance(
            Cases {
                rows: &rows,
                outcomes: &outcomes,
            },
            100,
            4,
        );
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(shares[2] > 0.7, "{shares:?}");
        assert!(
            shares
                .iter()
                .enumerate()
                .all(|(k, s)| k == 2 || k == 4 || *s < shares[4]),
            "{shares:?}"
        );
        assert_eq!(
            shares,
            importance(
                Cases {
                    rows: &rows,
                    outcomes: &outcomes
                },
                100,
                4
            )
        );
    }
}
