//! Where does something happen? A box in the space of assumptions in which outcomes of one kind are frequent, found by peeling (PRIM: Friedman &
//! Fisher 1999; for scenarios Bryant & Lempert 2010) and judged on worlds that it was not found on. Knows no model.
//!
//! A box found among hundreds of numbers fits the worlds that it was found on too well. So it is found on every second world, asks about two numbers
//! at most, of those that a forest finds to decide, and its density and coverage are those of the other half.

use super::forest::{self, Cases};

/// The share of the worlds inside that one peel takes off.
const PEEL: f64 = 0.08;
/// The smallest share of worlds that a box may hold.
const SUPPORT: f64 = 0.08;
/// Numbers of which pairs are tried.
const CANDIDATES: usize = 8;
/// Trees in the forest that finds them.
const TREES: usize = 300;
/// Outcomes of the kind in question below which there is too little to describe.
pub const FEW: usize = 10;

/// One side of a box: a number held between two shares of its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// Position of the number.
    pub feature: usize,
    /// Where it begins. Range: 0–1.
    pub low: f64,
    /// Where it ends. Range: 0–1.
    pub high: f64,
}

/// A box, with what the worlds that it was not found on say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its sides; a number that is not named may be anything.
    pub bounds: Vec<Bound>,
    /// Share of the worlds inside in which it happens.
    pub density: f64,
    /// Share of the worlds in which it happens that lie inside.
    pub coverage: f64,
    /// Share of all worlds in which it happens.
    pub base: f64,
    /// Worlds inside, of those it was judged on.
    pub inside: usize,
    /// Worlds it was judged on.
    pub judged: usize,
}

impl Region {
    /// Whether a point lies inside.
    pub fn holds(&self, point: &[f64]) -> bool {
        holds(&self.bounds, point)
    }
}

fn holds(bounds: &[Bound], point: &[f64]) -> bool {
    bounds
        .iter()
        .all(|bound| (bound.low..=bound.high).contains(&point[bound.feature]))
}

/// The box in which it happens most, weighing density against coverage; nothing where it happens too seldom, or where the box holds no more of it
/// than anywhere else among the worlds that it was not found on. `seed` draws the forest that says which numbers are worth asking about.
pub fn region(points: &[Vec<f64>], happens: &[bool], seed: u64) -> Option<Region> {
    if happens.iter().filter(|happens| **happens).count() < FEW {
        return None;
    }
    let (found, judged): (Vec<usize>, Vec<usize>) =
        (0..points.len().min(happens.len())).partition(|k| k % 2 == 0);
    let candidates = worth_asking(points, happens, &found, seed);
    let mut best: Option<(f64, Vec<Bound>)> = None;
    for (k, one) in candidates.iter().enumerate() {
        for other in &candidates[k..] {
            let peeled = peeled_to_best(points, happens, &found, &[*one, *other]);
            if let Some((balance, bounds)) = peeled
                && best.as_ref().is_none_or(|(most, _)| balance > *most)
            {
                best = Some((balance, bounds));
            }
        }
    }
    let bounds = best?.1;
    let hits = |of: &[usize]| of.iter().filter(|k| happens[**k]).count();
    let within: Vec<usize> = judged
        .iter()
        .copied()
        .filter(|k| holds(&bounds, &points[*k]))
        .collect();
    let share = |part: usize, whole: usize| {
        if whole == 0 {
            0.0
        } else {
            part as f64 / whole as f64
        }
    };
    let region = Region {
        density: share(hits(&within), within.len()),
        coverage: share(hits(&within), hits(&judged)),
        base: share(hits(&judged), judged.len()),
        inside: within.len(),
        judged: judged.len(),
        bounds,
    };
    (region.density > region.base).then_some(region)
}

/// The numbers that a forest on the worlds of the search finds to decide most.
fn worth_asking(points: &[Vec<f64>], happens: &[bool], found: &[usize], seed: u64) -> Vec<usize> {
    let rows: Vec<Vec<f64>> = found.iter().map(|k| points[*k].clone()).collect();
    let outcomes: Vec<f64> = found
        .iter()
        .map(|k| f64::from(u8::from(happens[*k])))
        .collect();
    let shares = forest::importance(
        Cases {
            rows: &rows,
            outcomes: &outcomes,
        },
        TREES,
        seed,
    );
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]).then(a.cmp(b)));
    order.truncate(CANDIDATES);
    order
}

/// Peels two numbers as far as worlds allow, and gives the box on the way that balances density and coverage best.
fn peeled_to_best(
    points: &[Vec<f64>],
    happens: &[bool],
    found: &[usize],
    features: &[usize],
) -> Option<(f64, Vec<Bound>)> {
    let least = ((found.len() as f64 * SUPPORT).ceil() as usize).max(4);
    let all = found.iter().filter(|k| happens[**k]).count();
    let mut bounds: Vec<Bound> = Vec::new();
    let mut best: Option<(f64, Vec<Bound>)> = None;
    let mut inside = found.to_vec();
    while let Some(peeled) = peel(points, happens, &inside, &bounds, (features, least)) {
        bounds = peeled;
        inside.retain(|k| holds(&bounds, &points[*k]));
        let hits = inside.iter().filter(|k| happens[**k]).count();
        let balance = balance(hits, inside.len(), all);
        if best.as_ref().is_none_or(|(most, _)| balance > *most) {
            best = Some((balance, bounds.clone()));
        }
    }
    best
}

/// The harmonic mean of density and coverage.
fn balance(hits: usize, inside: usize, all: usize) -> f64 {
    if inside + all == 0 {
        0.0
    } else {
        2.0 * hits as f64 / (inside + all) as f64
    }
}

/// The box after the peel that leaves the densest rest; the first of equals. Nothing where no peel leaves enough.
fn peel(
    points: &[Vec<f64>],
    happens: &[bool],
    inside: &[usize],
    bounds: &[Bound],
    (features, least): (&[usize], usize),
) -> Option<Vec<Bound>> {
    let off = ((inside.len() as f64 * PEEL).ceil() as usize).max(1);
    if inside.len() < least + off {
        return None;
    }
    let mut best: Option<(f64, Bound)> = None;
    for feature in features.iter().copied() {
        let mut order = inside.to_vec();
        order.sort_by(|a, b| {
            points[*a][feature]
                .total_cmp(&points[*b][feature])
                .then(a.cmp(b))
        });
        let now = bounds
            .iter()
            .find(|bound| bound.feature == feature)
            .copied()
            .unwrap_or(Bound {
                feature,
                low: 0.0,
                high: 1.0,
            });
        let at = |k: usize| points[order[k]][feature];
        let last = order.len() - 1;
        let sides = [
            (
                &order[off..],
                Bound {
                    low: f64::midpoint(at(off - 1), at(off)),
                    ..now
                },
            ),
            (
                &order[..=last - off],
                Bound {
                    high: f64::midpoint(at(last - off), at(last - off + 1)),
                    ..now
                },
            ),
        ];
        for (rest, bound) in sides {
            let density = rest.iter().filter(|k| happens[**k]).count() as f64 / rest.len() as f64;
            if best.as_ref().is_none_or(|(most, _)| density > *most) {
                best = Some((density, bound));
            }
        }
    }
    let (_, bound) = best?;
    let mut peeled: Vec<Bound> = bounds
        .iter()
        .filter(|other| other.feature != bound.feature)
        .copied()
        .collect();
    peeled.push(bound);
    peeled.sort_by_key(|bound| bound.feature);
    Some(peeled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::factors::stratified;

    fn worlds(count: u32, features: usize) -> Vec<Vec<f64>> {
        (0..count)
            .map(|n| (0..features).map(|d| stratified(n, d, 5)).collect())
            .collect()
    }

    #[test]
    fn a_corner_in_which_it_happens_is_found_among_many_numbers() {
        let points = worlds(400, 60);
        let happens: Vec<bool> = points.iter().map(|p| p[7] > 0.6 && p[31] < 0.5).collect();
        let region = region(&points, &happens, 3).unwrap();
        assert_eq!(
            region.bounds.iter().map(|b| b.feature).collect::<Vec<_>>(),
            [7, 31]
        );
        assert!(
            (region.bounds[0].low - 0.6).abs() < 0.12 && region.bounds[0].high > 0.9,
            "{region:?}"
        );
        assert!(
            (region.bounds[1].high - 0.5).abs() < 0.12 && region.bounds[1].low < 0.1,
            "{region:?}"
        );
        assert!(
            region.density > 0.75 && region.coverage > 0.75 && (region.base - 0.2).abs() < 0.06,
            "{region:?}"
        );
        assert!(
            region.holds(&points[happens.iter().position(|h| *h).unwrap()])
                || region.coverage < 1.0
        );
    }

    #[test]
    fn chance_is_not_described_as_if_it_were_a_corner() {
        let points = worlds(200, 80);
        // Happens by a number that is not among those that can be asked about.
        let happens: Vec<bool> = (0..200).map(|n| stratified(n, 999, 8) < 0.3).collect();
        if let Some(region) = region(&points, &happens, 3) {
            assert!(
                region.density < 0.6,
                "the other half tells it apart: {region:?}"
            );
        }
        assert_eq!(super::region(&points, &[false; 200], 3), None);
        assert_eq!(super::region(&[], &[], 3), None);
    }

    #[test]
    fn the_same_worlds_give_the_same_box() {
        let points = worlds(120, 10);
        let happens: Vec<bool> = points.iter().map(|p| p[2] > 0.5).collect();
        assert_eq!(region(&points, &happens, 3), region(&points, &happens, 3));
    }
}
