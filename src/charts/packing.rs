//! Circles packed without overlap around a middle, and the circle that holds them. Knows nothing of what they stand for.
//!
//! The front-chain packing of Wang, Wang, Dai & Wang, "Visualization of large hierarchical data by circle packing",
//! CHI 2006. Deterministic: the same radii give the same places.

/// A circle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Circle {
    /// Across, rising to the right.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// Radius.
    pub r: f64,
}

impl Circle {
    fn overlaps(&self, other: &Self) -> bool {
        let reach = self.r + other.r - 1e-6;
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        reach > 0.0 && reach * reach > dx * dx + dy * dy
    }
}

/// Packs circles of the given radii, in that order, from the middle outwards.
pub fn pack(radii: &[f64]) -> Vec<Circle> {
    let mut circles: Vec<Circle> = radii
        .iter()
        .map(|r| Circle {
            x: 0.0,
            y: 0.0,
            r: *r,
        })
        .collect();
    match circles.len() {
        0 | 1 => return circles,
        _ => {
            circles[0].x = -circles[1].r;
            circles[1].x = circles[0].r;
        }
    }
    if circles.len() > 2 {
        let mut front = Front::new(&mut circles);
        for k in 3..front.circles.len() {
            front.add(k);
        }
    }
    circles
}

/// Packs circles like [`pack`], trying `tries` orders and keeping the one that needs the least room around it.
pub fn pack_round(radii: &[f64], tries: u64) -> Vec<Circle> {
    let attempt = |number: u64| {
        let mut order: Vec<usize> = (0..radii.len()).collect();
        if number > 0 {
            order.sort_by_key(|k| crate::random::mix(number << 32 | *k as u64));
        }
        let packed = pack(&order.iter().map(|k| radii[*k]).collect::<Vec<_>>());
        let mut circles = vec![Circle::default(); radii.len()];
        for (k, circle) in order.into_iter().zip(&packed) {
            circles[k] = *circle;
        }
        (enclose(&circles).r, circles)
    };
    (0..tries.max(1))
        .map(attempt)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, circles)| circles)
        .unwrap_or_default()
}

/// The outline so far, as a ring of circles; the next circle goes beside the pair nearest to the middle.
struct Front<'a> {
    circles: &'a mut [Circle],
    next: Vec<usize>,
    previous: Vec<usize>,
    a: usize,
    b: usize,
}

impl<'a> Front<'a> {
    fn new(circles: &'a mut [Circle]) -> Self {
        let count = circles.len();
        let mut front = Self {
            circles,
            next: vec![0; count],
            previous: vec![0; count],
            a: 0,
            b: 1,
        };
        front.touch(1, 0, 2);
        for (from, to) in [(0, 1), (1, 2), (2, 0)] {
            front.join(from, to);
        }
        front
    }

    fn join(&mut self, from: usize, to: usize) {
        self.next[from] = to;
        self.previous[to] = from;
    }

    fn add(&mut self, new: usize) {
        loop {
            self.touch(self.a, self.b, new);
            if let Some((a, b)) = self.obstacle(new) {
                self.a = a;
                self.b = b;
                self.join(a, b);
            } else {
                break;
            }
        }
        self.join(self.a, new);
        self.join(new, self.b);
        self.b = new;
        self.nearest_pair(new);
    }

    /// The pair to try instead, when the new circle would lie on another of the outline.
    fn obstacle(&self, new: usize) -> Option<(usize, usize)> {
        let (mut ahead, mut behind) = (self.next[self.b], self.previous[self.a]);
        let (mut way_ahead, mut way_behind) = (self.circles[self.b].r, self.circles[self.a].r);
        loop {
            if way_ahead <= way_behind {
                if self.circles[ahead].overlaps(&self.circles[new]) {
                    return Some((self.a, ahead));
                }
                way_ahead += self.circles[ahead].r;
                ahead = self.next[ahead];
            } else {
                if self.circles[behind].overlaps(&self.circles[new]) {
                    return Some((behind, self.b));
                }
                way_behind += self.circles[behind].r;
                behind = self.previous[behind];
            }
            if ahead == self.next[behind] {
                return None;
            }
        }
    }

    fn nearest_pair(&mut self, start: usize) {
        let (mut best, mut best_score) = (self.a, self.score(self.a));
        let mut here = self.next[start];
        while here != start {
            let score = self.score(here);
            if score < best_score {
                best = here;
                best_score = score;
            }
            here = self.next[here];
        }
        self.a = best;
        self.b = self.next[best];
    }

    /// How far from the middle the next circle would lie beside this one and its successor, squared.
    fn score(&self, at: usize) -> f64 {
        let (a, b) = (&self.circles[at], &self.circles[self.next[at]]);
        let sum = a.r + b.r;
        let (x, y) = ((a.x * b.r + b.x * a.r) / sum, (a.y * b.r + b.y * a.r) / sum);
        x * x + y * y
    }

    /// Moves a circle so that it touches two others, on their outer side.
    fn touch(&mut self, b: usize, a: usize, c: usize) {
        let (first, second, r) = (self.circles[b], self.circles[a], self.circles[c].r);
        let (dx, dy) = (first.x - second.x, first.y - second.y);
        let d2 = dx * dx + dy * dy;
        let circle = &mut self.circles[c];
        if d2 <= 0.0 {
            circle.x = second.x + r;
            circle.y = second.y;
            return;
        }
        let a2 = (second.r + r) * (second.r + r);
        let b2 = (first.r + r) * (first.r + r);
        if a2 > b2 {
            let x = (d2 + b2 - a2) / (2.0 * d2);
            let y = (b2 / d2 - x * x).max(0.0).sqrt();
            circle.x = first.x - x * dx - y * dy;
            circle.y = first.y - x * dy + y * dx;
        } else {
            let x = (d2 + a2 - b2) / (2.0 * d2);
            let y = (a2 / d2 - x * x).max(0.0).sqrt();
            circle.x = second.x + x * dx - y * dy;
            circle.y = second.y + x * dy + y * dx;
        }
    }
}

/// A small circle that holds all the given ones (within 2 % of the smallest). Nothing holds nothing.
pub fn enclose(circles: &[Circle]) -> Circle {
    if circles.is_empty() {
        return Circle::default();
    }
    let area: f64 = circles
        .iter()
        .map(|c| c.r * c.r)
        .sum::<f64>()
        .max(f64::MIN_POSITIVE);
    let mut x = circles.iter().map(|c| c.x * c.r * c.r).sum::<f64>() / area;
    let mut y = circles.iter().map(|c| c.y * c.r * c.r).sum::<f64>() / area;
    let reach =
        |x: f64, y: f64, c: &Circle| ((c.x - x) * (c.x - x) + (c.y - y) * (c.y - y)).sqrt() + c.r;
    // Steps towards the farthest circle, ever smaller (Bădoiu & Clarkson 2003).
    for step in 1..=100 {
        let farthest = circles
            .iter()
            .max_by(|a, b| reach(x, y, a).total_cmp(&reach(x, y, b)))
            .unwrap_or(&circles[0]);
        let distance =
            ((farthest.x - x) * (farthest.x - x) + (farthest.y - y) * (farthest.y - y)).sqrt();
        if distance > 0.0 {
            let share = (distance + farthest.r) / distance / f64::from(step + 1);
            let share = share.min(0.5);
            x += (farthest.x - x) * share;
            y += (farthest.y - y) * share;
        }
    }
    let r = circles.iter().map(|c| reach(x, y, c)).fold(0.0, f64::max);
    Circle { x, y, r }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(a: &Circle, b: &Circle) -> f64 {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
    }

    #[test]
    fn equal_circles_pack_tightly() {
        let circles = pack(&[1.0; 200]);
        let around = enclose(&circles);
        // 200 unit circles at the density of a hexagonal packing (0.907) fill a circle of radius 14.8.
        assert!(around.r < 17.5, "{}", around.r);
    }

    #[test]
    fn trying_orders_never_needs_more_room_and_keeps_each_circle_its_own() {
        let radii: Vec<f64> = (0..13).map(|k| 4.0 + f64::from(k % 4) * 0.3).collect();
        let (once, best) = (pack(&radii), pack_round(&radii, 40));
        assert!(enclose(&best).r <= enclose(&once).r);
        assert!(best.iter().zip(&radii).all(|(circle, r)| circle.r == *r));
        assert!(pack_round(&[], 3).is_empty());
    }

    #[test]
    fn none_one_and_two_circles_are_placed_too() {
        assert!(pack(&[]).is_empty());
        assert_eq!(
            pack(&[2.0]),
            [Circle {
                x: 0.0,
                y: 0.0,
                r: 2.0
            }]
        );
        let two = pack(&[1.0, 3.0]);
        assert!((distance(&two[0], &two[1]) - 4.0).abs() < 1e-9);
        assert_eq!(enclose(&[]).r, 0.0);
    }

    proptest! {
        #[test]
        fn circles_never_overlap_and_are_all_enclosed(radii in prop::collection::vec(0.5..5.0_f64, 1..120)) {
            let circles = pack(&radii);
            let around = enclose(&circles);
            for (k, a) in circles.iter().enumerate() {
                prop_assert_eq!(a.r, radii[k]);
                prop_assert!(distance(a, &around) + a.r <= around.r + 1e-6);
                for b in &circles[k + 1..] {
                    prop_assert!(distance(a, b) >= a.r + b.r - 1e-3, "{:?} {:?}", a, b);
                }
            }
        }
    }
}
