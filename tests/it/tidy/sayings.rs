//! Words that people see stand in the catalogue (`static/words`), so that another language is one
//! folder: no string with words in a view, and in what makes sentences of results. That every
//! message is used, the compiler says of the page; that every language says the same messages, the
//! build says.

use super::source::{Breach, Source, files};

/// Views: here ids, classes and columns of files have small letters and no sentence ends.
const VIEWS: &str = "src/web/";
/// What makes sentences: here whatever has a space in it is part of one.
const SENTENCES: [&str; 3] = [
    "src/charts/words.rs",
    "src/charts/why.rs",
    "src/charts/in_all.rs",
];
/// Names that browsers give to keys, and ids that were written before there was a catalogue.
const NAMES: [&str; 13] = [
    "Arrow",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "End",
    "Enter",
    "Escape",
    "Home",
    "Page",
    "PageDown",
    "PageUp",
    "without any coupling",
];

/// The strings of a line, without what stands in braces, each with whether it is a child of an
/// element.
fn strings(line: &str) -> Vec<(String, bool)> {
    let (mut found, mut before) = (Vec::new(), String::new());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '"' && !before.ends_with('\'') {
            let (mut text, mut braces) = (String::new(), 0);
            while let Some(letter) = letters.next() {
                match letter {
                    '"' => break,
                    '\\' => {
                        letters.next();
                    }
                    '{' => braces += 1,
                    '}' => braces -= 1,
                    letter if braces == 0 => text.push(letter),
                    _ => {}
                }
            }
            let opened = before.trim_end().strip_suffix('{').map(str::trim_end);
            let is_child = opened.is_some_and(|before| before.ends_with(['>', '}']))
                && letters.clone().find(|letter| *letter != ' ') == Some('}');
            found.push((text, is_child));
            before.clear();
        } else if letter == '/' && letters.peek() == Some(&'/') {
            break;
        }
        before.push(letter);
    }
    found
}

fn is_word(part: &str) -> bool {
    part.len() >= 2 && part.chars().all(|letter| letter.is_ascii_lowercase())
}

/// Whether a string of a view reads like words.
fn reads_like_words(text: &str, is_child: bool) -> bool {
    let has_words = text.split(|c: char| !c.is_alphabetic()).any(is_word);
    let parts = || text.split(|letter: char| !letter.is_alphanumeric());
    let is_capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    };
    let ends = text.trim_end().ends_with(['.', '…', '?', '!']);
    (is_child && has_words) || parts().any(is_capital) || (has_words && text.contains(' ') && ends)
}

/// Strings with words outside the catalogue.
pub fn outside_the_catalogue(source: &Source) -> Vec<Breach> {
    let makes_sentences = SENTENCES.contains(&source.path.as_str());
    if !source.path.starts_with(VIEWS) && !makes_sentences {
        return Vec::new();
    }
    let (code, outside_tests) = (source.code(), source.code_outside_tests());
    let mut is_test = false;
    let lines = source
        .text
        .lines()
        .zip(code.lines().zip(outside_tests.lines()));
    lines
        .enumerate()
        .filter(move |(_, (_, (code, outside)))| {
            // A line of nothing but a string is where the line before it is.
            if !code.trim().is_empty() {
                is_test = outside.trim().is_empty();
            }
            !is_test
        })
        .flat_map(|(at, (line, _))| strings(line).into_iter().map(move |found| (at, found)))
        .filter(|(_, (text, is_child))| {
            let is_part = text.contains(' ') && text.split(' ').any(is_word);
            let is_said = reads_like_words(text, *is_child) || (makes_sentences && is_part);
            is_said && !NAMES.contains(&text.as_str())
        })
        .map(|(at, (text, _))| {
            source.breach(
                at + 1,
                format!(
                    "“{text}” is no message of static/words: another language could not say it"
                ),
            )
        })
        .collect()
}

#[test]
fn what_people_read_comes_from_the_catalogue() {
    super::none(
        files(&["src"], &[".rs"])
            .iter()
            .flat_map(outside_the_catalogue),
    );
}

#[test]
fn words_in_a_view_are_found_and_ids_are_not() {
    let found = |path: &str, text: &str| {
        outside_the_catalogue(&Source::sample(path, text))
            .iter()
            .map(|breach| breach.line)
            .collect::<Vec<_>>()
    };
    let view = "<p class=\"row small\">{ \"one more\" }</p>\n<b>{ text::NAME }{ \" \" }</b>\n\
                format!(\"Year {year}\")\n\
                format!(\" It is {why}.\")\nkey == \"ArrowUp\"\n\
                format!(\"kith-why-{id}\")\n// \"Not this\"\n";
    assert_eq!(found("src/web/a.rs", view), [1, 3, 4]);
    assert_eq!(
        found(
            "src/charts/why.rs",
            "said(\"about {} people\");\n(\"tie\", WITHOUT);\n"
        ),
        [1]
    );
    assert!(found("src/place/mod.rs", view).is_empty());
}
