//! The painter of files: a drawing as SVG text. Every look is an attribute, so that a drawing needs no style sheet.

use super::role::INK;
use super::{Drawing, LETTERS, Mark, Role, Shape};
use crate::charts::number::coordinate;
use quick_xml::escape::escape;
use std::borrow::Cow;

/// A drawing as one `<svg>` element.
pub fn to_svg(drawing: &Drawing) -> String {
    let size = [
        ("width", drawing.width),
        ("height", drawing.height),
        ("font-size", LETTERS),
    ];
    let mut text = format!("<svg{} fill=\"{INK}\">", numbers(&size));
    let around = Role::Plain.look();
    drawing
        .marks
        .iter()
        .for_each(|mark| paint(&mut text, mark, &around));
    text + "</svg>"
}

/// Paints a mark; plain ones look as their surroundings.
fn paint(text: &mut String, Mark(role, shape): &Mark, around: &str) {
    let own = role.look();
    let look = if *role == Role::Plain { around } else { &own };
    match shape {
        Shape::Group(marks) => marks.iter().for_each(|mark| paint(text, mark, look)),
        Shape::Line((x1, y1), (x2, y2)) => {
            let ends = numbers(&[("x1", *x1), ("y1", *y1), ("x2", *x2), ("y2", *y2)]);
            text.extend(["<line", &ends, look, "/>"]);
        }
        Shape::Path(path) => text.extend(["<path d=\"", path, "\"", look, "/>"]),
        Shape::Dot((x, y), radius) => {
            let place = numbers(&[("cx", *x), ("cy", *y), ("r", *radius)]);
            text.extend(["<circle", &place, look, "/>"]);
        }
        Shape::Tile((x, y), (width, height)) => {
            let place = numbers(&[("x", *x), ("y", *y), ("width", *width), ("height", *height)]);
            text.extend(["<rect", &place, look, "/>"]);
        }
        Shape::Text((x, y), anchor, words) => {
            for (k, line) in words.lines().enumerate() {
                let place = numbers(&[("x", *x), ("y", y + 1.15 * LETTERS * k as f64)]);
                let anchor = [" text-anchor=\"", anchor.id(), "\""].concat();
                text.extend([
                    "<text",
                    &place,
                    &anchor,
                    look,
                    ">",
                    &escaped(line),
                    "</text>",
                ]);
            }
        }
    }
}

fn numbers(numbers: &[(&str, f64)]) -> String {
    let mut text = String::new();
    for (name, value) in numbers {
        text.extend([" ", name, "=\""]);
        coordinate(*value, &mut text);
        text.push('"');
    }
    text
}

/// Text as XML has it, in attributes too. Signs that XML forbids are left out.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) {
        Cow::Owned(escape(text.replace(is_forbidden, "")).into_owned())
    } else {
        escape(text)
    }
}

/// Whether XML 1.0 forbids a sign, however it is written.
pub fn is_forbidden(sign: char) -> bool {
    let is_control = sign < ' ' && !matches!(sign, '\n' | '\t' | '\r');
    is_control || matches!(sign, '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Anchor, Who};

    #[test]
    fn a_file_has_every_look_in_attributes_and_every_word_as_text() {
        let words = Mark::text(Role::Tick, (1.0, 2.0), Anchor::End, "a < b & c\nd");
        let part = Mark::tile(Role::Plain, (0.0, 0.0), (4.0, 5.5));
        let parts = Mark::group(Role::Part(Who::Reference, 1), vec![part]);
        let svg = to_svg(&Drawing::new((9.0, 8.0), "", vec![words, parts]));
        let opacity = "fill-opacity=\"0.72\"";
        for part in [
            "a &lt; b &amp; c</text>",
            ">d</text>",
            "height=\"5.5\"",
            opacity,
        ] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert_eq!(escaped("\u{1}\u{FFFE}a\n\"").as_ref(), "a\n&quot;");
    }
}
