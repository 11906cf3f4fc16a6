//! Tiles over two things that were varied: who does better at each point and in how many re-runs, told by shape, number and colour.

use super::{Drawn, INK, NEUTRAL, Pen, SOFT, Side, short, wide};

/// One tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Who does better there.
    pub side: Side,
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
    /// What each shape means: first, second, neither.
    pub key: [String; 3],
}

/// The most columns or rows for which words fit in tiles.
const WORDY: usize = 12;

/// The drawing; nothing where there is nothing to draw.
pub fn draw(tiles: &Tiles) -> Option<Drawn> {
    let (columns, rows) = (tiles.columns.len(), tiles.rows.len());
    if columns == 0 || rows == 0 {
        return None;
    }
    let side = (560.0 / columns.max(rows) as f64).clamp(14.0, 64.0);
    let wordy = columns.max(rows) <= WORDY && side >= 40.0;
    let left = tiles
        .rows
        .iter()
        .map(|row| wide(&short(row, 12)))
        .fold(20.0, f64::max)
        + 14.0;
    let top = 28.0;
    let bottom = top + side * rows as f64;
    let mut pen = Pen::default();
    pen.words((4.0, 16.0), "start", SOFT, &tiles.up);
    for (k, tile) in tiles.tiles.iter().enumerate() {
        let (column, row) = (k % columns, k / columns);
        let (x, y) = (
            left + side * column as f64,
            bottom - side * (row + 1) as f64,
        );
        draw_tile(&mut pen, tile, (x, y), side, wordy);
    }
    let every = (30.0 / side).ceil().max(1.0) as usize;
    for (k, value) in tiles.columns.iter().enumerate().step_by(every) {
        pen.words(
            (left + side * (k as f64 + 0.5), bottom + 17.0),
            "middle",
            SOFT,
            &short(value, (side * every as f64 / 7.0) as usize),
        );
    }
    for (k, value) in tiles
        .rows
        .iter()
        .enumerate()
        .step_by((18.0 / side).ceil() as usize)
    {
        pen.words(
            (left - 8.0, bottom - side * (k as f64 + 0.5) + 4.0),
            "end",
            SOFT,
            &short(value, 12),
        );
    }
    pen.words((left, bottom + 38.0), "start", SOFT, &tiles.across);
    for (k, (words, side)) in tiles
        .key
        .iter()
        .zip([Side::Alternative, Side::Reference, Side::Neither])
        .enumerate()
    {
        let y = bottom + 60.0 + 20.0 * k as f64;
        symbol(&mut pen, side, (left + 8.0, y), 7.0);
        pen.words((left + 24.0, y + 4.0), "start", INK, words);
    }
    let longest = tiles
        .key
        .iter()
        .map(|words| wide(words))
        .fold(0.0, f64::max)
        + 32.0;
    Some(pen.done(
        left + (side * columns as f64).max(longest) + 8.0,
        bottom + 118.0,
    ))
}

fn draw_tile(pen: &mut Pen, tile: &Tile, (x, y): (f64, f64), side: f64, wordy: bool) {
    pen.rectangle((x, y), (side, side), paper(tile.side), "#ffffff");
    let middle = x + side / 2.0;
    if wordy {
        symbol(pen, tile.side, (middle, y + side * 0.36), side * 0.15);
        pen.words((middle, y + side * 0.82), "middle", INK, &tile.words);
    } else {
        symbol(pen, tile.side, (middle, y + side / 2.0), side * 0.25);
    }
}

/// The ground of a tile: light, so that its shape and words stand out.
fn paper(side: Side) -> &'static str {
    match side {
        Side::Alternative => "#d3e2f0",
        Side::Reference => "#f6ddcd",
        Side::Neither => "#eceff2",
    }
}

/// A triangle up, a triangle down, or two lines.
pub(super) fn symbol(pen: &mut Pen, side: Side, (x, y): (f64, f64), size: f64) {
    let triangle = |tip: f64| {
        let mut path = String::from("M");
        for (k, (dx, dy)) in [(0.0, -tip), (1.0, tip), (-1.0, tip)]
            .into_iter()
            .enumerate()
        {
            if k > 0 {
                path.push('L');
            }
            crate::charts::number::coordinate(x + dx * size, &mut path);
            path.push(' ');
            crate::charts::number::coordinate(y + dy * size, &mut path);
        }
        path + "Z"
    };
    match side {
        Side::Alternative => pen.shape(&triangle(1.0), side.colour()),
        Side::Reference => pen.shape(&triangle(-1.0), side.colour()),
        Side::Neither => {
            for dy in [-0.4, 0.4] {
                pen.line(
                    (x - size * 0.8, y + dy * size),
                    (x + size * 0.8, y + dy * size),
                    NEUTRAL,
                    (size * 0.28).max(1.0),
                    "",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_has_a_tile_with_shape_and_words() {
        let tile = |side, words: &str| Tile {
            side,
            words: words.to_owned(),
        };
        let tiles = Tiles {
            across: "power".into(),
            up: "money".into(),
            columns: vec!["0".into(), "1".into()],
            rows: vec!["20".into()],
            tiles: vec![tile(Side::Alternative, "4/4"), tile(Side::Neither, "2/4")],
            key: ["one".into(), "other".into(), "none".into()],
        };
        let drawn = draw(&tiles).unwrap();
        assert_eq!(drawn.svg.matches("<rect").count(), 2);
        assert!(drawn.svg.contains(">4/4<") && drawn.svg.contains(">20<"));
        assert!(
            draw(&Tiles {
                columns: Vec::new(),
                ..tiles
            })
            .is_none()
        );
    }
}
