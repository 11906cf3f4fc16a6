//! An address as a code to scan (QR): the drawing of its modules. Knows no browser and no link.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// The longest text whose code a telephone reads easily from a screen or a printed page. Unit: bytes.
pub const LONGEST: usize = 700;
/// The empty rim that scanners need. Unit: modules.
const QUIET: usize = 4;

/// A code: how wide it is with its rim, and its dark modules as one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Width and height. Unit: modules.
    pub size: usize,
    /// The path of an SVG whose unit is one module.
    pub path: String,
}

/// The code of a text; none when it is too long to be scanned easily.
pub fn of(text: &str) -> Option<Code> {
    if text.len() > LONGEST {
        return None;
    }
    // The lowest level of repair: a screen is not scratched, and larger modules are read from farther away.
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let run = (column..code.size)
                .take_while(|at| code.data[row * code.size + at].value())
                .count();
            if run > 0 {
                // Writing to a text does not fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET);
            }
            column += run.max(1);
        }
    }
    Some(Code {
        size: code.size + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a module of the drawing is dark.
    fn is_dark(code: &Code, x: usize, y: usize) -> bool {
        code.path.split('M').skip(1).any(|piece| {
            let (start, rest) = piece.split_once('h').unwrap();
            let (left, top) = start.split_once(' ').unwrap();
            let run: usize = rest.split('v').next().unwrap().parse().unwrap();
            let left: usize = left.parse().unwrap();
            top.parse::<usize>().unwrap() == y && (left..left + run).contains(&x)
        })
    }

    #[test]
    fn a_code_has_its_three_corners_and_an_empty_rim() {
        let code = of("https://example.org/#/explore?place=wigan&years=12").unwrap();
        let inner = code.size - 2 * QUIET;
        assert_eq!((inner - 17) % 4, 0, "a size that codes have");
        for k in 0..code.size {
            for rim in [0, QUIET - 1, code.size - 1] {
                assert!(!is_dark(&code, k, rim) && !is_dark(&code, rim, k));
            }
        }
        for (left, top) in [(0, 0), (inner - 7, 0), (0, inner - 7)] {
            for k in 0..7 {
                assert!(
                    is_dark(&code, QUIET + left + k, QUIET + top),
                    "the edge of a corner"
                );
                assert_eq!(
                    is_dark(&code, QUIET + left + k, QUIET + top + 1),
                    k == 0 || k == 6
                );
                assert_eq!(
                    is_dark(&code, QUIET + left + k, QUIET + top + 3),
                    k != 1 && k != 5,
                    "its middle"
                );
            }
        }
    }

    #[test]
    fn other_texts_have_other_codes_and_long_ones_none() {
        assert_ne!(of("a"), of("b"));
        assert!(of(&"x".repeat(LONGEST)).is_some());
        assert_eq!(of(&"x".repeat(LONGEST + 1)), None);
    }
}
