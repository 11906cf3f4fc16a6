//! Circles at their real places, moved as little as it takes that none overlaps another.
//!
//! Only sums, products and square roots: the same places to the bit on every machine.

use super::packing::{Circle, enclose};

/// Which share of the circle around all of them the circles fill: less would show smaller people, more would leave them no place
/// to be where they really are.
const FILLED: f64 = 0.66;
/// The most by which a long and narrow place is drawn wider, so that its people are not drawn too small.
const WIDER: f64 = 1.7;
/// Rounds in which circles are pushed apart and drawn back to their real places.
const ROUNDS: usize = 300;
/// How much of the way back each round goes.
const BACK: f64 = 0.03;
/// Most rounds in which they are only pushed apart.
const LAST_ROUNDS: usize = 4000;

/// Circles of these radii near these points (right and down), none over another, the whole around (0, 0).
///
/// Points in one and the same place are parted in the order given.
pub fn settle(radii: &[f64], points: &[(f64, f64)]) -> Vec<Circle> {
    let home = spread(radii, points);
    let mut at = home.clone();
    for _ in 0..ROUNDS {
        push_apart(&mut at, radii);
        for (now, real) in at.iter_mut().zip(&home) {
            now.0 += (real.0 - now.0) * BACK;
            now.1 += (real.1 - now.1) * BACK;
        }
    }
    for _ in 0..LAST_ROUNDS {
        if !push_apart(&mut at, radii) {
            break;
        }
    }
    let circles: Vec<Circle> = at
        .iter()
        .zip(radii)
        .map(|((x, y), r)| Circle {
            x: *x,
            y: *y,
            r: *r,
        })
        .collect();
    let around = enclose(&circles);
    circles
        .into_iter()
        .map(|circle| Circle {
            x: circle.x - around.x,
            y: circle.y - around.y,
            ..circle
        })
        .collect()
}

/// The points so far apart that the circles fill their share of the circle around the points.
fn spread(radii: &[f64], points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let count = points.len().max(1) as f64;
    let middle = points.iter().fold((0.0, 0.0), |sum, point| {
        (sum.0 + point.0 / count, sum.1 + point.1 / count)
    });
    let from_middle = |point: &(f64, f64)| (point.0 - middle.0, point.1 - middle.1);
    // A long and narrow place is drawn wider.
    let (wide, tall) = points
        .iter()
        .map(from_middle)
        .fold((0.0, 0.0), |sum: (f64, f64), (x, y)| {
            (sum.0 + x * x, sum.1 + y * y)
        });
    let (wider, taller) = match (wide > 0.0, tall > 0.0) {
        (true, true) => (
            (tall / wide).sqrt().clamp(1.0, WIDER),
            (wide / tall).sqrt().clamp(1.0, WIDER),
        ),
        _ => (1.0, 1.0),
    };
    let placed = |point: &(f64, f64)| {
        let (x, y) = from_middle(point);
        (x * wider, y * taller)
    };
    let away = |point: &(f64, f64)| {
        let (x, y) = placed(point);
        x * x + y * y
    };
    let farthest = points.iter().map(away).fold(0.0, f64::max).sqrt();
    let area: f64 = radii.iter().map(|r| r * r).sum();
    let scale = if farthest > 0.0 {
        (area / FILLED).sqrt() / farthest
    } else {
        0.0
    };
    points
        .iter()
        .map(|point| {
            let (x, y) = placed(point);
            (x * scale, y * scale)
        })
        .collect()
}

/// Moves every two circles that overlap out of each other by half the overlap each; whether any did.
fn push_apart(at: &mut [(f64, f64)], radii: &[f64]) -> bool {
    let mut moved = false;
    for j in 1..at.len() {
        for i in 0..j {
            let (dx, dy) = (at[j].0 - at[i].0, at[j].1 - at[i].1);
            let (apart, wanted) = ((dx * dx + dy * dy).sqrt(), radii[i] + radii[j]);
            if apart >= wanted * (1.0 - 1e-9) {
                continue;
            }
            moved = true;
            let half = (wanted - apart) / 2.0;
            let (ux, uy) = if apart > 0.0 {
                (dx / apart, dy / apart)
            } else {
                (1.0, 0.0)
            };
            at[i].0 -= ux * half;
            at[i].1 -= uy * half;
            at[j].0 += ux * half;
            at[j].1 += uy * half;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_overlaps_and_all_stay_on_their_side() {
        let radii: Vec<f64> = (0..21).map(|k| 4.0 + f64::from(k % 5)).collect();
        let points: Vec<(f64, f64)> = (0..21)
            .map(|k| (f64::from(k % 7), f64::from(k / 7) * 0.6))
            .collect();
        let circles = settle(&radii, &points);
        for j in 1..circles.len() {
            for i in 0..j {
                let (a, b) = (circles[i], circles[j]);
                let (x, y) = (a.x - b.x, a.y - b.y);
                let apart = (x * x + y * y).sqrt();
                assert!(apart >= (a.r + b.r) * (1.0 - 1e-6), "{i} and {j}");
            }
        }
        assert!(circles[0].x < circles[6].x, "west stays west");
        assert!(circles[0].y < circles[20].y, "north stays north");
        assert_eq!(circles, settle(&radii, &points));
    }

    #[test]
    fn places_that_are_one_are_parted() {
        let circles = settle(&[1.0, 1.0, 1.0], &[(2.0, 2.0); 3]);
        assert!(circles.iter().all(|c| c.x.is_finite() && c.y.is_finite()));
        assert!((circles[0].x - circles[1].x).abs() > 1.0);
        assert_eq!(settle(&[], &[]), []);
    }
}
