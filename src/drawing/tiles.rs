//! Tiles over two things that were varied: who does better at each point and in how many re-runs, told by shape, number and colour.

use super::lines::path;
use super::{Anchor, At, Drawing, Mark, Role, Who, short, wide};

/// One tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Who does better there.
    pub who: Who,
    /// What stands in it, such as "18/20".
    pub words: String,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiles {
    /// What is across, with its unit.
    pub across: String,
    /// What is up, with its unit.
    pub up: String,
    /// The values across, from the left.
    pub columns: Vec<String>,
    /// The values up, from the bottom.
    pub rows: Vec<String>,
    /// The tiles, row by row from the bottom.
    pub tiles: Vec<Tile>,
    /// What each shape means: alternative, reference, neither.
    pub key: [String; 3],
}

/// The most columns or rows for which words fit in tiles.
const WORDY: usize = 12;

/// The drawing; nothing where there is nothing to draw.
pub fn draw(tiles: &Tiles) -> Option<Drawing> {
    let (columns, rows) = (tiles.columns.len(), tiles.rows.len());
    if columns == 0 || rows == 0 {
        return None;
    }
    let most = columns.max(rows);
    let side = (560.0 / most as f64).clamp(14.0, 64.0);
    let wordy = most <= WORDY && side >= 40.0;
    let left = tiles
        .rows
        .iter()
        .map(|row| wide(&short(row, 12)))
        .fold(20.0, f64::max)
        + 14.0;
    let top = 28.0;
    let bottom = top + side * rows as f64;
    let mut marks = vec![Mark::text(
        Role::Tick,
        (4.0, 16.0),
        Anchor::Start,
        &tiles.up,
    )];
    for (k, tile) in tiles.tiles.iter().enumerate() {
        let (column, row) = (k % columns, k / columns);
        let corner = (
            left + side * column as f64,
            bottom - side * (row + 1) as f64,
        );
        marks.extend(draw_tile(tile, corner, side, wordy));
    }
    let every = (30.0 / side).ceil().max(1.0) as usize;
    for (k, value) in tiles.columns.iter().enumerate().step_by(every) {
        let words = short(value, (side * every as f64 / 7.0) as usize);
        let at = (left + side * (k as f64 + 0.5), bottom + 17.0);
        marks.push(Mark::text(Role::Tick, at, Anchor::Middle, words));
    }
    for (k, value) in tiles
        .rows
        .iter()
        .enumerate()
        .step_by((18.0 / side).ceil() as usize)
    {
        let at = (left - 8.0, bottom - side * (k as f64 + 0.5) + 4.0);
        marks.push(Mark::text(Role::Tick, at, Anchor::End, short(value, 12)));
    }
    marks.push(Mark::text(
        Role::Tick,
        (left, bottom + 38.0),
        Anchor::Start,
        &tiles.across,
    ));
    marks.extend(key(&tiles.key, (left, bottom + 60.0), 7.0));
    let longest = tiles
        .key
        .iter()
        .map(|words| wide(words))
        .fold(0.0, f64::max)
        + 32.0;
    let width = left + (side * columns as f64).max(longest) + 8.0;
    Some(Drawing::new((width, bottom + 118.0), "", marks))
}

fn draw_tile(tile: &Tile, (x, y): At, side: f64, wordy: bool) -> Vec<Mark> {
    let mut marks = vec![Mark::tile(Role::Tile(tile.who), (x, y), (side, side))];
    let middle = x + side / 2.0;
    if wordy {
        marks.extend(symbol(tile.who, (middle, y + side * 0.36), side * 0.15));
        let at = (middle, y + side * 0.82);
        marks.push(Mark::text(Role::Plain, at, Anchor::Middle, &tile.words));
    } else {
        marks.extend(symbol(tile.who, (middle, y + side / 2.0), side * 0.25));
    }
    marks
}

/// What each shape means, one below the other.
pub(super) fn key(words: &[String; 3], (x, y): At, size: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    let whose = [Who::Alternative, Who::Reference, Who::Neither];
    for (k, (words, who)) in words.iter().zip(whose).enumerate() {
        let y = y + 20.0 * k as f64;
        marks.extend(symbol(who, (x + 8.0, y), size));
        marks.push(Mark::text(
            Role::Plain,
            (x + 24.0, y + 4.0),
            Anchor::Start,
            words,
        ));
    }
    marks
}

/// A triangle up, a triangle down, or two bars.
pub(super) fn symbol(who: Who, (x, y): At, size: f64) -> Vec<Mark> {
    let tip = match who {
        Who::Alternative => size,
        Who::Reference => -size,
        Who::Usual | Who::Neither | Who::Both | Who::Difference => {
            let thick = (size * 0.28).max(1.0);
            let bar = |dy: f64| {
                let corner = (x - size * 0.8, y + dy * size - thick / 2.0);
                Mark::tile(Role::Symbol(who), corner, (size * 1.6, thick))
            };
            return [-0.4, 0.4].map(bar).to_vec();
        }
    };
    let triangle = path([(x, y - tip), (x + size, y + tip), (x - size, y + tip)]) + "Z";
    vec![Mark::path(Role::Symbol(who), triangle)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::to_svg;

    #[test]
    fn every_point_has_a_tile_with_shape_and_words() {
        let tile = |who, words: &str| Tile {
            who,
            words: words.to_owned(),
        };
        let tiles = Tiles {
            across: "power".into(),
            up: "money".into(),
            columns: vec!["0".into(), "1".into()],
            rows: vec!["20".into()],
            tiles: vec![tile(Who::Alternative, "4/4"), tile(Who::Neither, "2/4")],
            key: ["one".into(), "other".into(), "none".into()],
        };
        let drawn = draw(&tiles).unwrap();
        let grounds = drawn
            .marks
            .iter()
            .filter(|mark| matches!(mark.0, Role::Tile(_)));
        assert_eq!(grounds.count(), 2);
        let svg = to_svg(&drawn);
        assert!(svg.contains(">4/4<") && svg.contains(">20<"));
        assert!(
            draw(&Tiles {
                columns: Vec::new(),
                ..tiles
            })
            .is_none()
        );
    }
}
