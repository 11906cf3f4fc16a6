//! Writes shapes as SVG text. Every look is an attribute, so that a drawing needs no style sheet.

use super::{Drawn, INK, LETTERS};
use crate::charts::number::coordinate;
use crate::charts::xml::escaped;

/// A drawing being made.
#[derive(Clone, Debug, Default)]
pub struct Pen {
    body: String,
}

impl Pen {
    fn number(&mut self, name: &str, value: f64) {
        self.body.push(' ');
        self.body.push_str(name);
        self.body.push_str("=\"");
        coordinate(value, &mut self.body);
        self.body.push('"');
    }

    fn word(&mut self, name: &str, value: &str) {
        self.body.push(' ');
        self.body.push_str(name);
        self.body.push_str("=\"");
        self.body.push_str(&escaped(value));
        self.body.push('"');
    }

    /// A straight line; `dash` empty for a whole one.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64, dash: &str) {
        self.body.push_str("<line");
        self.number("x1", from.0);
        self.number("y1", from.1);
        self.number("x2", to.0);
        self.number("y2", to.1);
        self.stroke(colour, width, dash);
        self.body.push_str("/>");
    }

    fn stroke(&mut self, colour: &str, width: f64, dash: &str) {
        self.word("stroke", colour);
        self.number("stroke-width", width);
        if !dash.is_empty() {
            self.word("stroke-dasharray", dash);
        }
    }

    /// A path that is not filled.
    pub fn path(&mut self, path: &str, colour: &str, width: f64, dash: &str) {
        self.body.push_str("<path fill=\"none\"");
        self.word("d", path);
        self.stroke(colour, width, dash);
        self.body.push_str("/>");
    }

    /// A path filled thinly, with an outline.
    pub fn area(&mut self, path: &str, colour: &str) {
        self.body
            .push_str("<path fill-opacity=\"0.16\" stroke-opacity=\"0.55\"");
        self.word("fill", colour);
        self.word("d", path);
        self.stroke(colour, 1.0, "");
        self.body.push_str("/>");
    }

    /// A filled shape.
    pub fn shape(&mut self, path: &str, colour: &str) {
        self.body.push_str("<path");
        self.word("fill", colour);
        self.word("d", path);
        self.body.push_str("/>");
    }

    /// A dot; hollow ones have only their rim.
    pub fn dot(&mut self, (x, y): (f64, f64), radius: f64, colour: &str, hollow: bool) {
        self.body.push_str("<circle");
        self.number("cx", x);
        self.number("cy", y);
        self.number("r", radius);
        self.word("fill", if hollow { "#ffffff" } else { colour });
        self.stroke(colour, 1.5, "");
        self.body.push_str("/>");
    }

    /// A rectangle with an edge, filled.
    pub fn rectangle(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        fill: &str,
        edge: &str,
    ) {
        self.body.push_str("<rect");
        self.number("x", x);
        self.number("y", y);
        self.number("width", width);
        self.number("height", height);
        self.word("fill", fill);
        self.stroke(edge, 1.0, "");
        self.body.push_str("/>");
    }

    /// Words; `anchor` is start, middle or end.
    pub fn words(&mut self, (x, y): (f64, f64), anchor: &str, colour: &str, words: &str) {
        self.body.push_str("<text");
        self.number("x", x);
        self.number("y", y);
        self.word("text-anchor", anchor);
        self.word("fill", colour);
        self.body.push('>');
        self.body.push_str(&escaped(words));
        self.body.push_str("</text>");
    }

    /// The finished drawing.
    pub fn done(self, width: f64, height: f64) -> Drawn {
        let mut head = Self::default();
        head.body.push_str("<svg");
        head.number("width", width);
        head.number("height", height);
        head.number("font-size", LETTERS);
        head.word("fill", INK);
        Drawn {
            svg: format!("{}>{}</svg>", head.body, self.body),
            width,
            height,
        }
    }
}
