//! What texts are made of: words, numbers and signs, so that they can be exchanged whole. Knows no
//! reader.

use std::ops::Range;

/// What stands between words, whatever the form: TOML, CSV, JSON or an address.
const SIGNS: &[u8] = b" \t\r\n=,:;&?#/[]{}\"'.-";

/// The tokens of some bytes: runs of letters, and single signs.
pub fn tokens(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (k, byte) in bytes.iter().enumerate() {
        if SIGNS.contains(byte) {
            if start < k {
                found.push(start..k);
            }
            found.push(k..k + 1);
            start = k + 1;
        }
    }
    if start < bytes.len() {
        found.push(start..bytes.len());
    }
    found
}

/// Runs of digits, with a point in them.
pub fn numbers(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (k, byte) in bytes.iter().enumerate() {
        if byte.is_ascii_digit() || *byte == b'.' {
            match found.last_mut().filter(|last| last.end == k) {
                Some(last) => last.end = k + 1,
                None => found.push(k..k + 1),
            }
        }
    }
    found.retain(|range| bytes[range.clone()].iter().any(u8::is_ascii_digit));
    found
}

/// Lines with what ends them.
pub fn lines(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (k, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
        found.push(start..k + 1);
        start = k + 1;
    }
    if start < bytes.len() {
        found.push(start..bytes.len());
    }
    found
}

/// Numbers at which something may give way.
pub const NUMBERS: [&str; 40] = [
    "0",
    "-0",
    "-1",
    "1",
    "2",
    "1.5",
    "-0.0",
    "1e308",
    "1e309",
    "-1e309",
    "5e-324",
    "1e-400",
    "nan",
    "-nan",
    "inf",
    "-inf",
    "NaN",
    "Infinity",
    "127",
    "128",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "340282366920938463463374607431768211456",
    "3.4028236e38",
    "0x7fffffffffffffff",
    "0b101",
    "0o777",
    "1_000_000",
    "00012",
];

/// Values of other kinds, in all the forms.
pub const VALUES: [&str; 24] = [
    "true",
    "false",
    "null",
    "\"\"",
    "\"x\"",
    "''",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "[1, 2]",
    "{a = 1}",
    "{\"a\": 1}",
    "1979-05-27T07:32:00Z",
    "07:32:00.999999999",
    "\"\"\"\nx\"\"\"",
    "'''x'''",
    "\"\\u0000\"",
    "\"\\U0010FFFF\"",
    "\"\\u001b[31m\"",
    "\"\\ud800\"",
    "a.b.c",
    "\"1,616\"",
    "=1+1",
];

/// Letters that terminals obey, that cannot be seen, or that take several bytes.
pub const LETTERS: [&str; 36] = [
    "\0",
    "\u{1}",
    "\u{7}",
    "\u{8}",
    "\t",
    "\u{b}",
    "\u{c}",
    "\r",
    "\r\n",
    "\n",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{1b}[2J",
    "\u{7f}",
    "\u{85}",
    "\u{9b}31m",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{2066}",
    "\u{2069}",
    "\u{2060}",
    "\u{feff}",
    "\u{fffd}",
    "é",
    "ß",
    "İ",
    "𝕂",
    "👩‍👩‍👧",
    "e\u{301}\u{301}\u{301}",
    "\u{e0041}",
];

/// What opens something that must be closed again, and what closes it.
pub const NESTS: [(&str, &str); 12] = [
    ("[", "]"),
    ("{", "}"),
    ("{a=", "}"),
    ("{\"a\":", "}"),
    ("a.", "b"),
    ("[[", "]]"),
    ("\"", "\""),
    ("[a", "]\n"),
    ("(", ")"),
    ("%25", "%"),
    ("[a.", "]\n"),
    ("\"\"\"", "\"\"\""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_apart_into_words_numbers_and_lines() {
        let text = b"people = 1500.5\nx,y";
        let words: Vec<&[u8]> = tokens(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(words.concat(), text, "nothing is lost");
        assert!(words.contains(&&b"people"[..]) && words.contains(&&b"1500"[..]));
        assert!(matches!(numbers(text).as_slice(), [range] if *range == (9..15)));
        assert_eq!(lines(text), [0..16, 16..19]);
        assert!(numbers(b"a.b").is_empty() && tokens(b"").is_empty());
    }
}
