//! Bends an input that is right until it is wrong in the ways that files, links and codes go wrong:
//! flipped and lost bytes, parts of two inputs in one, words in wrong places, numbers at the edge,
//! deep nesting, endless repeats, letters that nobody sees, and files saved in another encoding.
//! Knows no reader.

use crate::luck::Luck;
use crate::tokens::{LETTERS, NESTS, NUMBERS, VALUES, lines, numbers, tokens};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// How much longer than the longest right input one is usually made, and at least and at most; a
/// few are made longer. Unit: bytes.
const LONGER: usize = 8;
const LONGEST: (usize, usize) = (2 << 10, 96 << 10);
/// The longest input made at all. Unit: bytes.
const LONGEST_EVER: usize = 2 << 20;

/// Where inputs begin: right ones, and a reader's own way of bending one.
pub struct Corpus {
    /// Inputs that are right, or are wrong in a known way.
    pub seeds: Vec<Vec<u8>>,
    /// A change that only this reader's form knows, such as a check that fits again.
    pub own: fn(&mut Vec<u8>, &mut Luck),
}

impl Corpus {
    /// The input of some luck.
    pub fn input(&self, luck: &mut Luck) -> Vec<u8> {
        let mut input = match luck.below(100) {
            0 => noise(luck),
            1 => soup(self, luck),
            _ => luck.one(&self.seeds).cloned().unwrap_or_default(),
        };
        // A large one in a thousand; many changes are rare too.
        let usual = self.seeds.iter().map(Vec::len).max().unwrap_or(0);
        let is_large = luck.once_in(1_000);
        let longest = if is_large {
            LONGEST_EVER
        } else {
            (usual * LONGER).clamp(LONGEST.0, LONGEST.1)
        };
        let changes = if luck.once_in(20) {
            luck.below(40)
        } else {
            luck.below(5)
        };
        for _ in 0..changes {
            change(&mut input, self, luck, longest);
            input.truncate(longest);
        }
        if is_large {
            fill(&mut input, luck, longest);
        }
        if luck.once_in(3) {
            (self.own)(&mut input, luck);
        }
        if luck.once_in(24) {
            input = encoded(&input, luck);
        }
        input
    }
}

/// One change.
fn change(input: &mut Vec<u8>, corpus: &Corpus, luck: &mut Luck, longest: usize) {
    match luck.below(18) {
        0 | 1 => flip(input, luck),
        2 => {
            let at = luck.below(input.len() + 1);
            input.insert(at, luck.draw() as u8);
        }
        3 => drop(input.drain(luck.part(input.len()))),
        4 => repeat(input, luck, longest),
        5 => input.truncate(luck.below(input.len() + 1)),
        6 => splice(input, corpus, luck),
        7 | 8 => exchange(input, corpus, luck),
        9 | 10 => put(input, luck, numbers, &NUMBERS),
        11 => put(input, luck, tokens, &VALUES),
        12 => put(input, luck, tokens, &LETTERS),
        13 | 14 => {
            let at = luck.below(input.len() + 1);
            let letter = luck.one(&LETTERS).copied().unwrap_or_default();
            input.splice(at..at, letter.bytes());
        }
        15 => nest(input, luck, longest),
        16 => move_line(input, luck),
        _ => long_word(input, luck),
    }
}

fn noise(luck: &mut Luck) -> Vec<u8> {
    let length = luck.below(300);
    (0..length).map(|_| luck.draw() as u8).collect()
}

/// Words of all inputs, in any order.
fn soup(corpus: &Corpus, luck: &mut Luck) -> Vec<u8> {
    let mut made = Vec::new();
    for _ in 0..luck.below(60) {
        let Some(seed) = luck.one(&corpus.seeds) else {
            break;
        };
        let part = luck.part(seed.len());
        made.extend_from_slice(&seed[part]);
    }
    made
}

fn flip(input: &mut [u8], luck: &mut Luck) {
    let at = luck.below(input.len());
    if let Some(byte) = input.get_mut(at) {
        *byte = if luck.once_in(2) {
            *byte ^ 1 << luck.below(8)
        } else {
            luck.draw() as u8
        };
    }
}

/// A part many times over.
fn repeat(input: &mut Vec<u8>, luck: &mut Luck, longest: usize) {
    let all = if luck.once_in(3) {
        lines(input)
    } else {
        tokens(input)
    };
    let part = luck.one(&all).cloned().unwrap_or(0..0);
    let piece = input[part.clone()].to_vec();
    let most = (longest.saturating_sub(input.len()) / piece.len().max(1)).min(200_000);
    let times = if luck.once_in(8) {
        most
    } else {
        luck.below(8).min(most)
    };
    input.splice(part.end..part.end, piece.repeat(times));
}

/// A part as many times over as there is room for.
fn fill(input: &mut Vec<u8>, luck: &mut Luck, longest: usize) {
    let part = luck.part(input.len());
    let part = if part.is_empty() {
        0..input.len()
    } else {
        part
    };
    let piece = input[part.clone()].to_vec();
    let times = longest.saturating_sub(input.len()) / piece.len().max(1);
    input.splice(part.end..part.end, piece.repeat(times));
}

/// The beginning of this one and the end of another one.
fn splice(input: &mut Vec<u8>, corpus: &Corpus, luck: &mut Luck) {
    let Some(other) = luck.one(&corpus.seeds) else {
        return;
    };
    input.truncate(luck.below(input.len() + 1));
    input.extend_from_slice(&other[luck.below(other.len() + 1)..]);
}

/// A word in the place of another one, of this input or of another.
fn exchange(input: &mut Vec<u8>, corpus: &Corpus, luck: &mut Luck) {
    let own = tokens(input);
    let Some(place) = luck.one(&own).cloned() else {
        return;
    };
    let other = if luck.once_in(2) {
        luck.one(&corpus.seeds).cloned().unwrap_or_default()
    } else {
        input.clone()
    };
    let word = luck
        .one(&tokens(&other))
        .cloned()
        .map(|range| other[range].to_vec())
        .unwrap_or_default();
    input.splice(place, word);
}

/// Something of a list in the place of a part.
fn put(
    input: &mut Vec<u8>,
    luck: &mut Luck,
    places: fn(&[u8]) -> Vec<std::ops::Range<usize>>,
    list: &[&str],
) {
    let all = places(input);
    let (Some(place), Some(word)) = (luck.one(&all).cloned(), luck.one(list)) else {
        return;
    };
    input.splice(place, word.bytes());
}

/// Something opened very often, and mostly closed again.
fn nest(input: &mut Vec<u8>, luck: &mut Luck, longest: usize) {
    let (open, close) = luck.one(&NESTS).copied().unwrap_or_default();
    let depth = luck
        .one(&[3, 79, 80, 81, 127, 128, 129, 1_000, 20_000, 500_000])
        .copied()
        .unwrap_or(3);
    let depth = depth.min(longest.saturating_sub(input.len()) / (open.len() + close.len()).max(1));
    let middle = if luck.once_in(2) { "1" } else { "" };
    let closed = if luck.once_in(4) {
        String::new()
    } else {
        close.repeat(depth)
    };
    let all = tokens(input);
    let place = luck.one(&all).cloned().unwrap_or(0..0);
    input.splice(place, (open.repeat(depth) + middle + &closed).into_bytes());
}

fn move_line(input: &mut Vec<u8>, luck: &mut Luck) {
    let all = lines(input);
    let Some(line) = luck.one(&all).cloned() else {
        return;
    };
    let text: Vec<u8> = if luck.once_in(2) {
        input.drain(line).collect()
    } else {
        input[line].to_vec()
    };
    let all = lines(input);
    let at = luck.one(&all).map_or(0, |line| line.start);
    input.splice(at..at, text);
}

/// A word grown long.
fn long_word(input: &mut Vec<u8>, luck: &mut Luck) {
    let all = tokens(input);
    let Some(place) = luck.one(&all).cloned() else {
        return;
    };
    let letter = if luck.once_in(2) {
        "x"
    } else {
        luck.one(&LETTERS).copied().unwrap_or("x")
    };
    let length = luck
        .one(&[41, 61, 81, 201, 1_001, 30_000])
        .copied()
        .unwrap_or(41);
    input.splice(
        place.end..place.end,
        letter.repeat(length / letter.len()).into_bytes(),
    );
}

/// The same text as another program saves it.
fn encoded(input: &[u8], luck: &mut Luck) -> Vec<u8> {
    let text = String::from_utf8_lossy(input);
    let wide = |bytes: fn(u16) -> [u8; 2], mark: &str| {
        mark.encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(bytes)
            .collect()
    };
    match luck.below(9) {
        0 => wide(u16::to_le_bytes, "\u{feff}"),
        1 => wide(u16::to_be_bytes, "\u{feff}"),
        2 => wide(u16::to_le_bytes, ""),
        3 => wide(u16::to_be_bytes, ""),
        4 => [b"\xEF\xBB\xBF", input].concat(),
        5 => text.replace('\n', "\r\n").into_bytes(),
        6 => text.replace('\n', "\r").into_bytes(),
        7 => text
            .chars()
            .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
            .collect(),
        _ => [&[0xFF, 0xFE, 0, 0], input].concat(),
    }
}

/// Changes what the longest run of letters stands for (base 64), and writes it as letters again.
/// `sum`: what must stand at the end.
pub fn within_letters(input: &mut Vec<u8>, luck: &mut Luck, sum: impl Fn(&[u8]) -> Vec<u8>) {
    let run = longest_run(input);
    let Ok(mut bytes) = URL_SAFE_NO_PAD.decode(&input[run.clone()]) else {
        return;
    };
    let tail = sum(&bytes).len();
    bytes.truncate(bytes.len().saturating_sub(tail));
    for _ in 0..=luck.below(3) {
        match luck.below(4) {
            0 | 1 => flip(&mut bytes, luck),
            2 => drop(bytes.drain(luck.part(bytes.len()))),
            _ => {
                let at = luck.below(bytes.len() + 1);
                let word = if luck.once_in(2) {
                    vec![0xFF; luck.below(12)]
                } else {
                    LETTERS[luck.below(LETTERS.len())].bytes().collect()
                };
                bytes.splice(at..at, word);
            }
        }
    }
    bytes.extend(sum(&bytes));
    input.splice(run, URL_SAFE_NO_PAD.encode(bytes).into_bytes());
}

/// The longest run of letters of base 64.
fn longest_run(input: &[u8]) -> std::ops::Range<usize> {
    let mut longest = 0..0;
    let mut start = 0;
    for k in 0..=input.len() {
        if !input
            .get(k)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte))
        {
            if k - start > longest.len() {
                longest = start..k;
            }
            start = k + 1;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_hostile_bounded_and_the_same_again() {
        let corpus = Corpus {
            seeds: vec![
                b"people = 1500\nname = \"x\"\n".to_vec(),
                b"[money]\nyears = 3\n".to_vec(),
            ],
            own: |_, _| {},
        };
        let make = |number| corpus.input(&mut Luck::new(1, "test", number));
        let all: Vec<Vec<u8>> = (0..10_000).map(make).collect();
        assert_eq!(all[77], make(77));
        assert!(
            all.iter()
                .all(|input| input.len() <= 3 * LONGEST_EVER + 100)
        );
        let longest = all.iter().map(Vec::len).max().unwrap_or_default();
        assert!(longest > 1_000_000, "{longest}");
        assert!(all.iter().any(Vec::is_empty));
        assert!(
            all.iter().any(|input| input.starts_with(&[0xFF, 0xFE]))
                && all.iter().any(|input| input.contains(&0x1b))
        );
        let distinct: std::collections::BTreeSet<&Vec<u8>> = all.iter().collect();
        assert!(distinct.len() > 2_000, "{}", distinct.len());
    }

    #[test]
    fn letters_are_changed_within_and_their_sum_fits_again() {
        let sum = |bytes: &[u8]| vec![bytes.len() as u8];
        let whole = |bytes: &[u8]| [bytes, &[bytes.len() as u8]].concat();
        let mut changed = 0;
        for number in 0..100 {
            let letters = URL_SAFE_NO_PAD.encode(whole(b"sixteen letters."));
            let mut input = format!("a={letters}&b").into_bytes();
            within_letters(&mut input, &mut Luck::new(1, "x", number), sum);
            let text = String::from_utf8(input).unwrap();
            let bytes = URL_SAFE_NO_PAD
                .decode(text.strip_prefix("a=").unwrap().strip_suffix("&b").unwrap())
                .unwrap();
            assert_eq!(usize::from(*bytes.last().unwrap()), bytes.len() - 1);
            changed += usize::from(bytes != whole(b"sixteen letters."));
        }
        assert!(changed > 80, "{changed}");
    }
}
