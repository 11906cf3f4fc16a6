//! What tells that a link is whole: its form stands first, and a check word over all the rest stands last.
//!
//! The check is a cyclic redundancy check: it finds every single letter that was changed, and every run of up to four. It is
//! taken over what the letters mean, so that a program which writes `%2C` for a comma does no harm. Knows no scenario.

use super::form::{FORM, escape, unescape};

/// The key of the check.
const KEY: &str = "c";
/// Letters of a check word.
const LENGTH: usize = 7;
/// Digits and letters without those that look like others.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The last form of links that had no check.
const UNCHECKED: u32 = 2;

/// Whether a link is as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Soundness {
    /// Its check fits.
    Whole,
    /// It holds nothing, or one thing that somebody typed: there is nothing to check.
    Bare,
    /// It was written whole by a version that wrote no check.
    Unchecked,
    /// A newer version wrote it, and checks it in its own way.
    Newer,
    /// It ends too early.
    Incomplete,
    /// It is as long as it should be, but something in it is not what was written.
    Changed,
}

/// A link with its check, from `#` on; one that holds nothing stays as it is.
pub fn seal(hash: &str) -> String {
    if !hash.contains('?') {
        return hash.to_owned();
    }
    format!("{hash}&{KEY}={}", word(hash.trim_start_matches(['#', '/'])))
}

/// A sealed link with one pair more, sealed again. The value is escaped already.
pub fn and(hash: &str, key: &str, value: &str) -> String {
    let open = hash
        .rsplit_once(&format!("&{KEY}="))
        .map_or(hash, |(open, _)| open);
    let open = if open.contains('?') {
        open.to_owned()
    } else {
        format!("{open}?f={FORM}")
    };
    seal(&format!("{open}&{key}={value}"))
}

/// The check word of everything that stands before it, from the name of the page on.
fn word(text: &str) -> String {
    let sum = cyclic_redundancy_check(canonical(text).as_bytes());
    (0..LENGTH)
        .rev()
        .map(|k| char::from(ALPHABET[(u64::from(sum) >> (5 * k) & 31) as usize]))
        .collect()
}

/// The same letters for whatever means the same.
fn canonical(text: &str) -> String {
    let again = |text: &str| escape(&unescape(text));
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let pairs = query.split('&').map(|part| match part.split_once('=') {
        Some((key, value)) => format!("{}={}", again(key), again(value)),
        None => again(part),
    });
    format!("{}?{}", again(path), pairs.collect::<Vec<_>>().join("&"))
}

/// The usual check of 32 bits (IEEE 802.3).
fn cyclic_redundancy_check(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

/// Whether a link is as it was written. The text begins with the name of the page.
pub fn soundness(text: &str) -> Soundness {
    let Some((_, query)) = text.split_once('?') else {
        return Soundness::Bare;
    };
    let pairs: Vec<(&str, &str)> = query
        .split('&')
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .collect();
    let find = |wanted: &str| pairs.iter().position(|(key, _)| *key == wanted);
    let form = find("f").map(|k| pairs[k].1.parse::<u32>().ok());
    if matches!(form, Some(Some(form)) if form > FORM) {
        return Soundness::Newer;
    }
    match pairs.last() {
        Some((key, check)) if *key == KEY => {
            // Without its sign of equality the key is shorter than one that has it: what stands before is counted from the part itself.
            let last = query.rsplit('&').next().unwrap_or_default();
            let body = &text[..text.len() - last.len() - 1];
            return match check.len() {
                LENGTH if *check == word(body) => Soundness::Whole,
                0..LENGTH => Soundness::Incomplete,
                _ => Soundness::Changed,
            };
        }
        _ if find(KEY).is_some() => return Soundness::Changed,
        _ => {}
    }
    let written_by = find("v").filter(|k| is_version(pairs[*k].1));
    let guess = |(key, value): &(&str, &str)| ["guess", "nick"].contains(key) && !value.is_empty();
    match (form, written_by) {
        (Some(None), _) => Soundness::Incomplete,
        (Some(Some(form)), _) if form > UNCHECKED => Soundness::Incomplete,
        // Such links ended in their version; a result or a team's work may follow it.
        (_, Some(k))
            if pairs[k + 1..]
                .iter()
                .all(|(key, _)| ["result", "team"].contains(key)) =>
        {
            Soundness::Unchecked
        }
        (None, None) if pairs.iter().all(guess) => Soundness::Unchecked,
        (None, None) if pairs.len() == 1 && !query.is_empty() => Soundness::Bare,
        _ => Soundness::Incomplete,
    }
}

/// Three numbers, as a version is written; one that was cut has fewer.
fn is_version(text: &str) -> bool {
    let numbers = text.split(['-', '+']).next().unwrap_or_default();
    numbers.split('.').count() == 3
        && numbers
            .split('.')
            .all(|number| number.parse::<u32>().is_ok())
}

/// Whether this key is the check's.
pub fn is_check(key: &str) -> bool {
    key == KEY
}

/// The beginning of a text up to the end of its check, where something was added behind it.
pub fn up_to_check(text: &str) -> Option<&str> {
    let at = text.find(&format!("&{KEY}="))?;
    text.get(..at + KEY.len() + 2 + LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_is_the_usual_one() {
        assert_eq!(cyclic_redundancy_check(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_check_that_lost_its_word_or_its_sign_is_incomplete_whatever_stands_before() {
        for text in [
            "é?c",
            "?c",
            "c?c=",
            "explore?name=é&c",
            "explore?é&c=",
            "explore?f=3&é&c=0123",
        ] {
            assert_eq!(soundness(text), Soundness::Incomplete, "{text}");
        }
    }

    #[test]
    fn a_pair_is_added_before_the_check() {
        let hash = seal("#/workshop?f=3&years=3");
        let more = and(&hash, "team", "abc");
        assert!(
            more.starts_with("#/workshop?f=3&years=3&team=abc&c="),
            "{more}"
        );
        for whole in [
            hash.as_str(),
            &more,
            &and("#/workshop/teams", "team", "abc"),
        ] {
            assert_eq!(
                soundness(whole.trim_start_matches("#/")),
                Soundness::Whole,
                "{whole}"
            );
        }
    }

    #[test]
    fn links_without_a_check_are_told_apart() {
        for (text, wanted) in [
            ("explore", Soundness::Bare),
            ("explore?place=wigan", Soundness::Bare),
            ("workshop?step=cliff", Soundness::Bare),
            ("explore?", Soundness::Incomplete),
            ("explore?f", Soundness::Incomplete),
            ("explore?f=3", Soundness::Incomplete),
            ("explore?f=9&years=3", Soundness::Newer),
            ("explore?years=3&f=2&v=0.1.0", Soundness::Unchecked),
            (
                "explore?years=3&f=2&v=0.1.0&result=01",
                Soundness::Unchecked,
            ),
            (
                "explore?years=3&v=0.1.0&result=0123456789abcdef",
                Soundness::Unchecked,
            ),
            (
                "workshop?f=2&v=0.1.0&team=kith-team.abc",
                Soundness::Unchecked,
            ),
            ("workshop?guess=ABCD&nick=Sam", Soundness::Unchecked),
            ("explore?years=3&f=2&v=0.1", Soundness::Incomplete),
            ("explore?years=3&f=2", Soundness::Incomplete),
            ("explore?years=3&money=4", Soundness::Incomplete),
        ] {
            assert_eq!(soundness(text), wanted, "{text}");
        }
    }
}
