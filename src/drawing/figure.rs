//! A figure as a file that stands alone: what was drawn, with its title above it and where it comes from below.
//!
//! Every figure that leaves the page says what it is, of which question, with which luck, by which version, and that it is a
//! model. Knows no browser; it is given drawings as text.

use super::role::{INK, SOFT};
use super::{escaped, to_svg};
use std::fmt::Write;

/// One drawing of a figure, where it stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// From the left of the figure. Unit: pixels.
    pub x: f64,
    /// From the top of the figure. Unit: pixels.
    pub y: f64,
    /// Unit: pixels.
    pub width: f64,
    /// Unit: pixels.
    pub height: f64,
    /// What it is.
    pub kind: Kind,
}

/// What a drawing is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A whole `<svg>` element as text, with all of its looks in its attributes.
    Svg(String),
    /// A picture as the address of its own bytes (`data:`).
    Picture(String),
    /// A line of words.
    Words(String),
}

/// What stands around the drawings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The finding.
    pub title: String,
    /// Measure, unit, place, period.
    pub subtitle: String,
    /// Where it comes from, line by line.
    pub notes: Vec<String>,
}

/// The colours of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Colours {
    /// Behind everything.
    pub paper: String,
    /// Words.
    pub ink: String,
    /// Words beside.
    pub soft: String,
}

/// A finished figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The file's text.
    pub svg: String,
    /// Unit: pixels.
    pub width: f64,
    /// Unit: pixels.
    pub height: f64,
}

/// Around everything. Unit: pixels.
const MARGIN: f64 = 24.0;
/// So that a caption has room beside a small drawing. Unit: pixels.
const NARROWEST: f64 = 560.0;
/// Sizes of letters: title, subtitle, notes, words between drawings. Unit: pixels.
const SIZES: [f64; 4] = [20.0, 14.0, 12.0, 14.0];
/// The usual width of a letter over its size, on the wide side: plain, and heavy as titles are.
const LETTER: [f64; 2] = [0.6, 0.68];
const FONT: &str = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif";

/// A drawing on light paper, with its caption, as a file's text.
pub fn alone(drawing: &super::Drawing, caption: &Caption) -> String {
    let placed = Placed {
        x: 0.0,
        y: 0.0,
        width: drawing.width,
        height: drawing.height,
        kind: Kind::Svg(to_svg(drawing)),
    };
    let [paper, ink, soft] = ["#ffffff", INK, SOFT].map(str::to_owned);
    compose(&[placed], caption, &Colours { paper, ink, soft }).svg
}

/// Puts a figure together.
pub fn compose(drawings: &[Placed], caption: &Caption, colours: &Colours) -> Figure {
    let right = drawings.iter().map(|d| d.x + d.width).fold(0.0, f64::max);
    let bottom = drawings.iter().map(|d| d.y + d.height).fold(0.0, f64::max);
    let width = (right + 2.0 * MARGIN).max(NARROWEST).ceil();
    let mut body = String::new();
    let mut y = MARGIN;
    let words = |body: &mut String, y: &mut f64, text: &str, size: f64, ink: &str, weight: u32| {
        let letter = LETTER[usize::from(weight > 400)];
        for line in lines(text, ((width - 2.0 * MARGIN) / (size * letter)) as usize) {
            *y += size * 1.3;
            let _ = write!(
                body,
                r#"<text x="{MARGIN}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{}">{}</text>"#,
                escaped(ink),
                escaped(&line),
                y = *y - size * 0.3
            );
        }
    };
    words(
        &mut body,
        &mut y,
        &caption.title,
        SIZES[0],
        &colours.ink,
        650,
    );
    words(
        &mut body,
        &mut y,
        &caption.subtitle,
        SIZES[1],
        &colours.soft,
        400,
    );
    y += MARGIN / 2.0;
    for drawing in drawings {
        draw(&mut body, drawing, y, &colours.ink);
    }
    y += bottom + MARGIN / 2.0;
    for note in &caption.notes {
        words(&mut body, &mut y, note, SIZES[2], &colours.soft, 400);
    }
    let height = (y + MARGIN).ceil();
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{FONT}" role="img"><title>{}</title><rect width="{width}" height="{height}" fill="{}"/>{body}</svg>"#,
        escaped(&caption.title),
        escaped(&colours.paper)
    );
    Figure { svg, width, height }
}

fn draw(body: &mut String, drawing: &Placed, top: f64, ink: &str) {
    let (x, y) = (MARGIN + drawing.x, top + drawing.y);
    let _ = match &drawing.kind {
        Kind::Svg(text) => write!(body, r#"<g transform="translate({x} {y})">{text}</g>"#),
        Kind::Picture(address) => {
            let (width, height) = (drawing.width, drawing.height);
            write!(
                body,
                r#"<image x="{x}" y="{y}" width="{width}" height="{height}" href="{}"/>"#,
                escaped(address)
            )
        }
        Kind::Words(text) => {
            let size = SIZES[3];
            write!(
                body,
                r#"<text x="{x}" y="{}" font-size="{size}" fill="{}">{}</text>"#,
                y + size,
                escaped(ink),
                escaped(text)
            )
        }
    };
}

/// Words in lines of at most so many letters, broken at spaces. A longer word, as the name of an assumption is, breaks behind its
/// dots and dashes; one without any has a line of its own.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in text.split_whitespace().flat_map(|word| pieces(word, most)) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + piece.chars().count() <= most => {
                line.push(' ');
                line.push_str(piece);
            }
            _ => lines.push(piece.to_owned()),
        }
    }
    lines
}

/// A word in pieces of at most so many letters, as far as it can be broken.
fn pieces(word: &str, most: usize) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), word);
    while rest.chars().count() > most {
        let breaks = rest
            .char_indices()
            .take(most)
            .filter(|(_, letter)| matches!(letter, '.' | '-' | '_'))
            .map(|(at, _)| at + 1);
        let Some(at) = breaks.last().filter(|at| *at < rest.len()) else {
            break;
        };
        pieces.push(&rest[..at]);
        rest = &rest[at..];
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colours() -> Colours {
        Colours {
            paper: "#fff".into(),
            ink: "#111".into(),
            soft: "#555".into(),
        }
    }

    fn drawing(kind: Kind) -> Placed {
        Placed {
            x: 10.0,
            y: 20.0,
            width: 300.0,
            height: 200.0,
            kind,
        }
    }

    /// The names of all elements, or the error of the reader.
    fn elements(svg: &str) -> Result<Vec<String>, String> {
        let mut reader = quick_xml::Reader::from_str(svg);
        let mut names = Vec::new();
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => return Ok(names),
                Ok(quick_xml::events::Event::Start(e) | quick_xml::events::Event::Empty(e)) => {
                    names.push(String::from_utf8_lossy(e.name().as_ref()).into_owned());
                }
                Ok(_) => {}
                Err(error) => return Err(error.to_string()),
            }
        }
    }

    #[test]
    fn a_figure_says_what_it_is_and_where_it_comes_from() {
        let caption = Caption {
            title: "No clear difference".into(),
            subtitle: "% of adults, Trafford".into(),
            notes: vec![
                "Kith 0.1.0, seed 7".into(),
                "A model, not a forecast.".into(),
            ],
        };
        let inner = drawing(Kind::Svg(
            "<svg width=\"300\" height=\"200\"><path d=\"M0 0\"/></svg>".into(),
        ));
        let figure = compose(
            &[inner, drawing(Kind::Words("Both".into()))],
            &caption,
            &colours(),
        );
        for part in [
            "No clear difference",
            "% of adults, Trafford",
            "seed 7",
            "A model, not a forecast.",
            "<path d=",
            ">Both<",
        ] {
            assert!(figure.svg.contains(part), "{part}");
        }
        assert_eq!(figure.width, NARROWEST, "a caption has room");
        assert!(figure.height > 220.0 + 2.0 * MARGIN);
        assert_eq!(
            elements(&figure.svg)
                .unwrap()
                .iter()
                .filter(|name| *name == "svg")
                .count(),
            2
        );
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("unbreakable", 3), ["unbreakable"]);
        assert_eq!(
            lines("a couplings.person_from_family b", 12),
            ["a couplings.", "person_from_", "family b"]
        );
        assert!(lines("", 9).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_caption_the_file_can_be_read(title in ".{0,200}", note in ".{0,200}", address in ".{0,40}") {
            let caption = Caption { title, subtitle: note.clone(), notes: vec![note] };
            let figure = compose(&[drawing(Kind::Picture(address))], &caption, &colours());
            prop_assert!(elements(&figure.svg).is_ok());
        }
    }
}
