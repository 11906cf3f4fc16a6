//! Codes that people read aloud and type: 32 letters and digits without look-alikes, in groups, the last one a check.
//!
//! The check finds every single wrong letter and every two that are swapped. Knows nothing of what codes mean.

use crate::session::link::shorten;
use crate::text::visible;

/// I, L, O and U are left out: the first three look like 1 and 0, the last spells words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters a code may have, with its groups.
const SHAPES: [(usize, &[usize], &str); 2] = [
    (8, &[4, 4], "8, in two groups of 4"),
    (14, &[5, 5, 4], "14, in groups of 5, 5 and 4"),
];

/// What is wrong with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is none.
    Nothing,
    /// A letter that no code has, and the number of its group.
    Letter(char, usize),
    /// So many letters as no code has.
    Length(usize),
    /// The letters do not fit together; what the last one would be if all others were right.
    Check(String, char),
    /// The check fits, but no code begins like that.
    FirstGroup(String),
}

impl Wrong {
    /// A sentence for whoever typed it.
    pub fn words(&self) -> String {
        let group = |k: usize| {
            ["first", "second", "third"]
                .get(k)
                .copied()
                .unwrap_or("last")
        };
        match self {
            Self::Nothing => {
                "There is no code yet: type the letters and digits from the person’s screen."
                    .to_owned()
            }
            Self::Letter(letter, k) => format!(
                "The {} group has “{}”, which no code has. Codes use the digits and the letters A to Z without I, L, O and U.",
                group(*k),
                visible(letter.encode_utf8(&mut [0; 4]))
            ),
            Self::Length(found) => format!(
                "This has {found} letters and digits. A code has {}, or {}.",
                SHAPES[0].2, SHAPES[1].2
            ),
            Self::Check(code, last) => format!(
                "The letters of {code} do not fit together: one is wrong or two are swapped. If all others are right, the last one is “{last}”."
            ),
            Self::FirstGroup(code) => format!(
                "“{}” is no code of a guess: look at its first group again.",
                shorten(code)
            ),
        }
    }
}

/// Twice a value in the field of 32.
fn twice(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 {
        doubled
    } else {
        (doubled ^ 0b10_0101) & 31
    }
}

/// What the last letter must be for the others.
fn check(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| twice(sum ^ value))
}

fn letter(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// Values below 32 as a code, with its check, in groups.
pub fn write(values: &[u8]) -> String {
    grouped(
        &values
            .iter()
            .copied()
            .chain([check(values)])
            .map(letter)
            .collect::<String>(),
    )
}

fn grouped(letters: &str) -> String {
    let sizes = SHAPES
        .iter()
        .find(|(length, ..)| *length == letters.len())
        .map_or(&[][..], |(_, sizes, _)| sizes);
    let (mut text, mut rest) = (String::new(), letters);
    for size in sizes {
        let (group, after) = rest.split_at(*size);
        text.push_str(group);
        text.push_str(if after.is_empty() { "" } else { "-" });
        rest = after;
    }
    text + rest
}

/// The values of a code, without its check. Small letters, spaces and strokes between groups do not matter; O is 0, I and L are 1.
pub fn read(text: &str) -> Result<Vec<u8>, Wrong> {
    let typed: Vec<char> = text
        .chars()
        .filter(|c| !c.is_whitespace() && !"-–—.".contains(*c))
        .collect();
    if typed.is_empty() {
        return Err(Wrong::Nothing);
    }
    let mut values = Vec::with_capacity(typed.len());
    for (k, typed_letter) in typed.iter().enumerate() {
        let meant = match typed_letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        match ALPHABET
            .iter()
            .position(|known| char::from(*known) == meant)
        {
            Some(value) => values.push(value as u8),
            None => return Err(Wrong::Letter(*typed_letter, group_of(k, typed.len()))),
        }
    }
    if !SHAPES.iter().any(|(length, ..)| *length == values.len()) {
        return Err(Wrong::Length(values.len()));
    }
    let last = values.pop();
    let wanted = check(&values);
    if last == Some(wanted) {
        return Ok(values);
    }
    let shown: String = values.iter().copied().chain(last).map(letter).collect();
    Err(Wrong::Check(grouped(&shown), letter(wanted)))
}

/// The group in which a letter stands.
fn group_of(position: usize, length: usize) -> usize {
    let sizes = if length <= 8 {
        SHAPES[0].1
    } else {
        SHAPES[1].1
    };
    let mut end = 0;
    for (k, size) in sizes.iter().enumerate() {
        end += size;
        if position < end {
            return k;
        }
    }
    sizes.len() - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [u8; 13] = [3, 31, 0, 17, 5, 9, 22, 8, 14, 2, 29, 11, 6];

    #[test]
    fn look_alikes_and_strokes_do_not_matter() {
        let code = write(&VALUES);
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [5, 5, 4]);
        assert_eq!(read(&code).unwrap(), VALUES);
        let sloppy = code
            .replace('0', "o")
            .replace('1', "l")
            .replace('-', "  ")
            .to_lowercase();
        assert_eq!(read(&sloppy).unwrap(), VALUES);
    }

    #[test]
    fn every_wrong_letter_and_every_swap_is_found() {
        let code: Vec<char> = write(&VALUES).chars().filter(|c| *c != '-').collect();
        for k in 0..code.len() {
            for other in ALPHABET
                .iter()
                .map(|letter| char::from(*letter))
                .filter(|letter| *letter != code[k])
            {
                let mut wrong = code.clone();
                wrong[k] = other;
                assert!(
                    matches!(
                        read(&wrong.iter().collect::<String>()),
                        Err(Wrong::Check(..))
                    ),
                    "{k} {other}"
                );
            }
            for j in 0..k {
                let mut swapped = code.clone();
                swapped.swap(j, k);
                assert!(
                    swapped == code || read(&swapped.iter().collect::<String>()).is_err(),
                    "{j} {k}"
                );
            }
        }
    }

    #[test]
    fn refusals_say_where_and_what_would_be_right() {
        let code = write(&VALUES);
        assert_eq!(read(" "), Err(Wrong::Nothing));
        let mut letters: Vec<char> = code.chars().collect();
        letters[7] = 'U';
        let words = read(&letters.iter().collect::<String>())
            .unwrap_err()
            .words();
        assert!(words.starts_with("The second group has “U”"), "{words}");
        let words = read(&code[..12]).unwrap_err().words();
        assert!(
            words.contains("This has 10 letters") && words.contains("14, in groups of 5, 5 and 4"),
            "{words}"
        );
        let last = code.chars().last().unwrap();
        let other = if last == '7' { '8' } else { '7' };
        let words = read(&format!("{}{other}", &code[..code.len() - 1]))
            .unwrap_err()
            .words();
        assert!(
            words.ends_with(&format!("the last one is “{last}”.")),
            "{words}"
        );
    }
}
