//! The picture of interdependence: five levels, and an arrow for each way that one touches another. Geometry only: where
//! nodes, arrows and labels stand. Knows no results; a strength is a number from 0 to 1.

use super::number::coordinate;
use crate::numeric::{cos, sin};
use crate::scenario::strategy::Level;

/// How many arrows there are.
pub const ARROWS: usize = 13;

/// From which level to which each coupling leads, in the order of `Couplings::INFO`.
pub const ENDS: [(Level, Level); ARROWS] = [
    (Level::Families, Level::People),
    (Level::Communities, Level::People),
    (Level::Services, Level::People),
    (Level::People, Level::People),
    (Level::Communities, Level::Families),
    (Level::Services, Level::Families),
    (Level::People, Level::Communities),
    (Level::Government, Level::Communities),
    (Level::People, Level::Services),
    (Level::Services, Level::Services),
    (Level::Government, Level::Services),
    (Level::Government, Level::Government),
    (Level::Government, Level::People),
];

/// The thinnest and the thickest arrow. Unit: pixels.
const STROKES: (f64, f64) = (1.5, 9.0);
/// The radius of a node of weight 0. Unit: pixels.
const SMALLEST: f64 = 11.0;
/// Between a node and an arrow's end. Unit: pixels.
const GAP: f64 = 3.0;

/// A level's circle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Node {
    /// Its centre, from the left.
    pub x: f64,
    /// Its centre, from the top.
    pub y: f64,
    /// Its radius.
    pub r: f64,
    /// The radius of full weight.
    pub full: f64,
}

impl Node {
    /// The weight whose circle would reach a point, in steps of 0.05. Range: 0–1.
    pub fn weight_at(&self, x: f64, y: f64) -> f32 {
        let reach = ((x - self.x) * (x - self.x) + (y - self.y) * (y - self.y)).sqrt();
        let weight = ((reach - SMALLEST) / (self.full - SMALLEST)).clamp(0.0, 1.0);
        ((weight * 20.0).round() / 20.0) as f32
    }
}

/// Which side of its place a label begins at, in words of SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }

    fn of(direction: f64) -> Self {
        if direction > 0.3 {
            Self::Start
        } else if direction < -0.3 {
            Self::End
        } else {
            Self::Middle
        }
    }
}

/// One arrow.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Its line, as a path.
    pub line: String,
    /// Its head, as a path.
    pub head: String,
    /// The thickness of the line.
    pub width: f64,
    /// Where its label stands (the baseline).
    pub label: (f64, f64),
    /// Which side of that place.
    pub anchor: Anchor,
}

/// The whole picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The levels, in the order of `Level::ALL`.
    pub nodes: [Node; 5],
    /// The arrows, in the order of [`ENDS`].
    pub arrows: Vec<Arrow>,
}

/// Draws the picture so many pixels wide. `weights` make nodes larger or smaller (1 is full), `strengths` make arrows thicker.
pub fn picture(width: f64, weights: [f64; 5], strengths: [f64; ARROWS]) -> Picture {
    let full = (width * 0.115).clamp(30.0, 54.0);
    let height = (width * 0.74).max(full * 9.6);
    let node = |x: f64, y: f64, level: Level| {
        let weight = weights[level as usize].clamp(0.0, 1.0);
        Node {
            x,
            y,
            r: SMALLEST + (full - SMALLEST) * weight,
            full,
        }
    };
    let (middle, edge) = (width / 2.0, full + 6.0);
    let nodes = [
        node(middle, height / 2.0, Level::People),
        node(middle, height - edge, Level::Families),
        node(edge, height / 2.0, Level::Communities),
        node(width - edge, height / 2.0, Level::Services),
        node(middle, edge, Level::Government),
    ];
    let arrows = ENDS
        .iter()
        .zip(strengths)
        .map(|(&(from, to), strength)| {
            let stroke = STROKES.0 + (STROKES.1 - STROKES.0) * strength.clamp(0.0, 1.0);
            if from == to {
                // Away from every straight arrow of the node.
                let turn = match from {
                    Level::People => 0.25,
                    Level::Services => -0.45,
                    _ => -0.04,
                };
                around(nodes[from as usize], turn * core::f64::consts::PI, stroke)
            } else {
                let both = ENDS.contains(&(to, from));
                straight(
                    nodes[from as usize],
                    nodes[to as usize],
                    both,
                    stroke,
                    (middle, height / 2.0),
                )
            }
        })
        .collect();
    Picture {
        width,
        height,
        nodes,
        arrows,
    }
}

/// A straight arrow; beside its middle line where another one comes the other way.
fn straight(from: Node, to: Node, both: bool, stroke: f64, centre: (f64, f64)) -> Arrow {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    // To the right of the way it goes, so that the two of a pair keep apart.
    let (nx, ny) = (-uy, ux);
    let aside = if both {
        (from.r.min(to.r) * 0.34).max(STROKES.1 * 0.75)
    } else {
        0.0
    };
    let reach = |r: f64| (r * r - aside * aside).max(0.0).sqrt() + GAP;
    let at = |along: f64| {
        (
            from.x + ux * along + nx * aside,
            from.y + uy * along + ny * aside,
        )
    };
    let (start, end) = (at(reach(from.r)), at(length - reach(to.r)));
    let neck = at(length - reach(to.r) - head_length(stroke) * 0.8);
    let mut line = String::with_capacity(32);
    step(&mut line, 'M', start);
    step(&mut line, 'L', neck);
    // Down a slope from the top the label stands high: further down is an arrow of a node to itself.
    let sloped = dx.abs() > 1.0 && from.y < centre.1 - 1.0;
    let (begins, ends) = (reach(from.r), length - reach(to.r));
    let (mx, my) = at(begins + (ends - begins) * if sloped { 0.36 } else { 0.5 });
    // A single arrow is labelled on the side away from the middle of the picture, or to its left when it leads there.
    let away = nx * (mx - centre.0) + ny * (my - centre.1);
    let side = if both || away > 1.0 {
        1.0
    } else if away < -1.0 || nx > 0.0 {
        -1.0
    } else {
        1.0
    };
    let (ox, oy) = (nx * side, ny * side);
    let far = stroke / 2.0 + 6.0;
    let anchor = Anchor::of(ox);
    let label = (mx + ox * far, my + oy * (far + 4.0) + 4.0);
    Arrow {
        line,
        head: head(end, (ux, uy), stroke),
        width: stroke,
        label,
        anchor,
    }
}

/// An arrow of a node to itself, on the side of an angle.
fn around(node: Node, angle: f64, stroke: f64) -> Arrow {
    let at = |turn: f64, reach: f64| {
        (
            node.x + reach * cos(angle + turn),
            node.y + reach * sin(angle + turn),
        )
    };
    let (start, end) = (at(-0.5, node.r + GAP), at(0.5, node.r + GAP));
    let far = node.r + 34.0;
    let (one, other) = (at(-0.42, far), at(0.42, far));
    let (dx, dy) = (end.0 - other.0, end.1 - other.1);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let direction = (dx / length, dy / length);
    let back = head_length(stroke) * 0.8;
    let neck = (end.0 - direction.0 * back, end.1 - direction.1 * back);
    let mut line = String::with_capacity(64);
    step(&mut line, 'M', start);
    step(&mut line, 'C', one);
    step(&mut line, ' ', other);
    step(&mut line, ' ', neck);
    let (lx, ly) = at(0.0, node.r + 30.0 + stroke / 2.0);
    let (ox, oy) = (cos(angle), sin(angle));
    Arrow {
        line,
        head: head(end, direction, stroke),
        width: stroke,
        label: (lx + ox * 3.0, ly + oy * 6.0 + 4.0),
        anchor: Anchor::of(ox),
    }
}

fn head_length(stroke: f64) -> f64 {
    6.0 + stroke * 1.1
}

/// A triangle with its tip at the end.
fn head(tip: (f64, f64), direction: (f64, f64), stroke: f64) -> String {
    let (length, half) = (head_length(stroke), 3.0 + stroke * 0.85);
    let back = (tip.0 - direction.0 * length, tip.1 - direction.1 * length);
    let mut path = String::with_capacity(48);
    step(&mut path, 'M', tip);
    step(
        &mut path,
        'L',
        (back.0 - direction.1 * half, back.1 + direction.0 * half),
    );
    step(
        &mut path,
        'L',
        (back.0 + direction.1 * half, back.1 - direction.0 * half),
    );
    path.push('Z');
    path
}

fn step(path: &mut String, letter: char, to: (f64, f64)) {
    path.push(letter);
    coordinate(to.0, path);
    path.push(' ');
    coordinate(to.1, path);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parameters::Couplings;

    #[test]
    fn every_coupling_has_the_arrow_that_its_name_says() {
        let level = |word: &str| match word {
            "person" | "people" | "friends" => Level::People,
            "family" => Level::Families,
            "community" => Level::Communities,
            "services" => Level::Services,
            "government" | "national" | "local" => Level::Government,
            other => panic!("no level is called {other}"),
        };
        assert_eq!(Couplings::INFO.len(), ARROWS);
        for (info, (from, to)) in Couplings::INFO.iter().zip(ENDS) {
            let (target, source) = info.field.split_once("_from_").unwrap();
            assert_eq!((level(source), level(target)), (from, to), "{}", info.field);
        }
    }

    /// The box of a label of so many pixels.
    fn label(arrow: &Arrow, wide: f64) -> (f64, f64, f64, f64) {
        let left = match arrow.anchor {
            Anchor::Start => arrow.label.0,
            Anchor::Middle => arrow.label.0 - wide / 2.0,
            Anchor::End => arrow.label.0 - wide,
        };
        (left, arrow.label.1 - 10.0, left + wide, arrow.label.1 + 2.0)
    }

    #[test]
    fn nothing_leaves_the_picture_and_no_label_covers_another_or_a_node() {
        for width in [280.0, 320.0, 420.0, 640.0] {
            for strength in [0.0, 1.0] {
                let drawn = picture(width, [1.0; 5], [strength; ARROWS]);
                for node in drawn.nodes {
                    assert!(
                        node.x - node.r >= 0.0 && node.x + node.r <= width,
                        "{width}"
                    );
                    assert!(
                        node.y - node.r >= 0.0 && node.y + node.r <= drawn.height,
                        "{width}"
                    );
                }
                let boxes: Vec<_> = drawn
                    .arrows
                    .iter()
                    .map(|arrow| label(arrow, 36.0))
                    .collect();
                for (k, one) in boxes.iter().enumerate() {
                    assert!(
                        one.0 >= 0.0 && one.2 <= width && one.1 >= 0.0 && one.3 <= drawn.height,
                        "{width} {strength} {k}: {one:?}"
                    );
                    for (other, two) in boxes.iter().enumerate().skip(k + 1) {
                        let apart =
                            one.2 <= two.0 || two.2 <= one.0 || one.3 <= two.1 || two.3 <= one.1;
                        assert!(
                            apart,
                            "{width} {strength}: {k} and {other}: {one:?} {two:?}"
                        );
                    }
                    for node in drawn.nodes {
                        let near = (
                            node.x.clamp(one.0, one.2) - node.x,
                            node.y.clamp(one.1, one.3) - node.y,
                        );
                        let distance = (near.0 * near.0 + near.1 * near.1).sqrt();
                        assert!(
                            distance >= node.r - 1.0,
                            "{width} {strength}: label {k} in a node, {distance} < {}",
                            node.r
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn stronger_is_thicker_and_heavier_is_larger() {
        let mut strengths = [0.0; ARROWS];
        strengths[2] = 1.0;
        let drawn = picture(400.0, [1.0, 0.5, 0.0, 0.0, 0.0], strengths);
        assert_eq!(
            (drawn.arrows[2].width, drawn.arrows[3].width),
            (STROKES.1, STROKES.0)
        );
        assert!(drawn.nodes[0].r > drawn.nodes[1].r && drawn.nodes[1].r > drawn.nodes[2].r);
        assert_eq!(
            (drawn.nodes[0].r, drawn.nodes[2].r),
            (drawn.nodes[0].full, SMALLEST)
        );
    }

    #[test]
    fn a_pointer_sets_the_weight_whose_circle_reaches_it() {
        let node = picture(400.0, [0.35; 5], [0.0; ARROWS]).nodes[2];
        assert!((node.weight_at(node.x + node.r, node.y) - 0.35).abs() < 1e-6);
        assert_eq!(
            (
                node.weight_at(node.x, node.y),
                node.weight_at(node.x, node.y + 900.0)
            ),
            (0.0, 1.0)
        );
    }
}
