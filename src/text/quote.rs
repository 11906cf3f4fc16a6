//! What somebody wrote, fit to be quoted: nothing that a terminal obeys or that a reader cannot
//! see, and no longer than is read.

/// The most problems that one message names; how many more there are is said after them.
pub const MOST_TOLD: usize = 20;
/// What stands for a letter that cannot be shown.
const UNSEEN: char = '\u{fffd}';

/// Whether a letter is none that a reader sees: one that a terminal obeys, one that turns or hides
/// what stands beside it, or one that looks like nothing.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that cannot be seen but that names are spelled with: Persian and Hindi words and some
/// signs need the joiners, names written from right to left the marks of direction.
fn is_spelling(letter: char) -> bool {
    matches!(letter, '\u{200c}'..='\u{200f}' | '\u{061c}')
}

/// Whether a text can be the name of something: not empty, of at most so many letters, all of them
/// fit for a table or a sentence.
pub fn is_name(text: &str, longest: usize) -> bool {
    !text.trim().is_empty()
        && text.chars().count() <= longest
        && !text
            .chars()
            .any(|letter| is_hidden(letter) && !is_spelling(letter))
}

/// A text with a sign in place of every letter that cannot be seen.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| if is_hidden(letter) { UNSEEN } else { letter })
        .collect()
}

/// What somebody wrote, in so many letters at most: visible, and shortened in the middle, so that
/// beginning and end stay known.
pub fn short(text: &str, most: usize) -> String {
    // A letter takes up to four bytes: only what is longer than that has to be counted.
    let count = if text.len() <= most {
        0
    } else {
        text.chars().count()
    };
    if count <= most {
        return visible(text);
    }
    let head = most * 2 / 3;
    let tail = most.saturating_sub(head + 1);
    let letters = text
        .chars()
        .take(head)
        .chain(['…'])
        .chain(text.chars().skip(count - tail));
    letters
        .map(|letter| if is_hidden(letter) { UNSEEN } else { letter })
        .collect()
}

/// A part of a message that may quote what somebody wrote: visible, and of so many bytes at most.
pub fn message(text: &str, most: usize) -> String {
    within(&visible(&within(text, most)), most)
}

/// A text of so many bytes at most, shortened in the middle.
pub fn within(text: &str, most: usize) -> String {
    const GAP: &str = " … ";
    if text.len() <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(GAP.len());
    let head = text.floor_char_boundary(room * 2 / 3);
    let tail = text.ceil_char_boundary(text.len() - (room - room * 2 / 3));
    format!("{}{GAP}{}", &text[..head], &text[tail..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_or_that_turns_a_line_is_quoted() {
        let text =
            "a\u{1b}[31mred\u{7}\u{202e}txt\u{2066}\u{200b}\u{feff}\u{2028}\u{85}\n\tb é 👩 \u{ad}";
        let shown = visible(text);
        assert!(!shown.chars().any(is_hidden), "{shown:?}");
        assert!(shown.starts_with("a\u{fffd}[31mred") && shown.contains("b é 👩"));
        assert_eq!(visible("Ynys Môn, Αθήνα, 東京"), "Ynys Môn, Αθήνα, 東京");
    }

    #[test]
    fn names_may_be_spelled_as_they_are_but_not_turned() {
        for name in [
            "Ynys Môn",
            "می\u{200c}خواهم",
            "👩\u{200d}🚒",
            "שלום\u{200f}",
        ] {
            assert!(is_name(name, 80), "{name}");
        }
        for name in [
            "",
            "  ",
            "a\u{202e}b",
            "a\nb",
            "a\u{1b}b",
            "\u{feff}a",
            "abcdef",
        ] {
            assert!(!is_name(name, 5), "{name:?}");
        }
    }

    #[test]
    fn what_is_long_is_shortened_in_the_middle() {
        assert_eq!(short("short", 5), "short");
        assert_eq!(short("éééé", 4), "éééé");
        assert_eq!(short("0123456789abcdef", 9), "012345…ef");
        assert_eq!(within("0123456789abcdef", 11), "0123 … ef");
        assert_eq!(within("0123456789abcdef", 16), "0123456789abcdef");
        for most in 5..40 {
            let long = "é\u{1b}😀x".repeat(50);
            assert!(
                within(&long, most).len() <= most && message(&long, most).len() <= most,
                "{most}"
            );
            assert!(short(&long, most).chars().count() == most, "{most}");
            assert!(!message(&long, most).chars().any(is_hidden));
        }
    }
}
