//! Makes an input that fails shorter while it fails alike, so that a person sees why.

use crate::attempt::{Failure, attempt};
use crate::readers::Read;

/// The most inputs tried.
const TRIES: usize = 2_000;

/// A shorter input that fails in the same way.
pub fn minimise(read: &Read, input: &[u8], failure: &Failure) -> Vec<u8> {
    let mut best = input.to_vec();
    let mut tries = 0;
    let mut size = best.len() / 2;
    while size > 0 && tries < TRIES {
        let mut at = 0;
        let mut shorter = false;
        while at < best.len() && tries < TRIES {
            let mut without = best[..at].to_vec();
            without.extend_from_slice(&best[(at + size).min(best.len())..]);
            tries += 1;
            if attempt(read, &without)
                .failure
                .is_some_and(|found| found.is_like(failure))
            {
                best = without;
                shorter = true;
            } else {
                at += size;
            }
        }
        if !shorter || size > 1 {
            size /= 2;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::Answer;

    #[test]
    fn only_what_makes_it_fail_stays() {
        let read: Read = Box::new(|bytes| {
            let fails = bytes.contains(&b'!') && bytes.contains(&b'?');
            Answer {
                broken: fails.then(|| "both".to_owned()),
                ..Answer::default()
            }
        });
        let input = [
            b"a".repeat(300),
            b"!".to_vec(),
            b"b".repeat(300),
            b"?".to_vec(),
        ]
        .concat();
        assert_eq!(
            minimise(&read, &input, &Failure::Broken("both".to_owned())),
            b"!?"
        );
    }
}
