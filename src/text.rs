//! What people hand in as text. Bytes become text here and nowhere else, lines are counted here,
//! and what somebody wrote is made fit to be quoted. Knows nothing of what texts mean.
//!
//! Whatever reads a file of a person's own takes its bytes through [`read`]: a scenario from
//! Windows Notepad (UTF-16), a table from Excel (with a mark in front, or in Windows-1252) and a
//! file with line ends of any kind are then read alike, or named alike.

mod encoding;
mod quote;

pub use encoding::{NotText, guess, read};
pub use quote::{MOST_TOLD, is_hidden, is_name, message, short, visible, within};

/// Where the lines of a text begin. A line ends with LF, with CR LF, or with CR alone.
#[derive(Clone, Debug)]
pub struct Lines {
    /// Offsets at which all lines but the first begin.
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends =
            |k: usize| bytes[k] == b'\n' || (bytes[k] == b'\r' && bytes.get(k + 1) != Some(&b'\n'));
        Self {
            starts: (0..bytes.len())
                .filter(|k| ends(*k))
                .map(|k| k + 1)
                .collect(),
        }
    }

    /// The line on which the byte at an offset stands, counted from 1.
    pub fn at(&self, offset: usize) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_the_same_whatever_ends_it() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a = 1", "", "b = 2", "c"].join(end);
            let lines = Lines::of(&text);
            let at = |what: &str| lines.at(text.find(what).unwrap());
            assert_eq!(
                (at("a"), at("= 2"), at("c"), lines.at(5)),
                (1, 3, 4, 1),
                "{end:?}"
            );
            assert_eq!(lines.at(text.len() + 9), 4);
        }
        assert_eq!(Lines::of("").at(0), 1);
        let mixed = "a\r\nb\rc\n\rd";
        assert_eq!(Lines::of(mixed).at(mixed.find('d').unwrap()), 5);
    }
}
