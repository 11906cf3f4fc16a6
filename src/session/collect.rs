//! Everything that comes to the trainer's page from others: typed, scanned, opened as a link, dropped as a file. One place that
//! tells what it is; whose it is says what follows.
//!
//! A guess is a code (with a name after it, if one was given) or a link with `guess=`. A team's work is whatever holds a course
//! ([`COURSE`]): its letters, its link, its file. A file may hold several guesses, one a line.

use super::link::{damage, mended, shorten, unescape, without_breaks, without_soft_breaks};
use super::teams::code::COURSE;
use super::workshop::guess::Guess;

/// How the first line of a file with guesses begins.
pub const GUESS_FILE: &str = "Kith guesses";
/// How the first line of the file of a team's course begins.
pub const TEAM_FILE: &str = "# The course of team";
/// The longest text that is read. Unit: bytes. A file of a hundred teams takes a part of that.
pub const LONGEST: usize = 1_000_000;
/// The longest code, however it is parted. Unit: bytes.
const LONGEST_CODE: usize = 120;
/// The most lines of one text about which something is said.
const MOST_WORDS: usize = 6;

/// Something that came.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// What somebody expects.
    Guess(Guess),
    /// A team's work: its link, or its whole file. Teams read it.
    Team(String),
}

/// What a text brings: one thing or several, and sentences about what could not be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What came, in order.
    pub came: Vec<Came>,
    /// What was wrong.
    pub wrong: Vec<String>,
}

/// Reads whatever was typed, scanned, opened or dropped.
pub fn read(text: &str) -> Read {
    let mut found = Read::default();
    let text = text.trim_end().trim_start_matches('\u{feff}');
    if text.len() > LONGEST {
        found.wrong.push(format!("This is longer than anything that Kith writes for a room ({LONGEST} bytes) and was not read."));
        return found;
    }
    if text.contains(COURSE) {
        found.came.push(Came::Team(text.to_owned()));
        return found;
    }
    // One link that a mail program broke into several lines.
    let broken = text.contains("#/workshop")
        && text.matches('#').count() == 1
        && text
            .split_whitespace()
            .skip(1)
            .all(|part| !part.contains("://"));
    let joined = if broken {
        without_breaks(&without_soft_breaks(text))
    } else {
        text.to_owned()
    };
    let lines: Vec<(usize, &str)> = joined
        .lines()
        .map(str::trim)
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with(GUESS_FILE))
        .collect();
    if lines.is_empty() {
        found.wrong.push(
            "There is nothing in it: type a code, or choose a file or a picture of one.".to_owned(),
        );
    }
    let several = lines.len() > 1;
    for (k, line) in lines {
        match one(line) {
            Ok(came) => found.came.push(came),
            Err(words) if several => found.wrong.push(format!("Line {}: {words}", k + 1)),
            Err(words) => found.wrong.push(words),
        }
    }
    if found.wrong.len() > MOST_WORDS {
        let more = found.wrong.len() - MOST_WORDS;
        found.wrong.truncate(MOST_WORDS);
        found
            .wrong
            .push(format!("And {more} more lines could not be used."));
    }
    found
}

/// Reads one line: a link or a code.
///
/// Errors: a sentence that says what would be right.
pub fn one(line: &str) -> Result<Came, String> {
    if let Some((_, hash)) = line.split_once('#') {
        return link(line, hash);
    }
    // The longest beginning that is a code: a name may stand after it. A line from a stranger may hold a million words; the end of a
    // code is looked for where one can be.
    let spaces = line
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .take_while(|at| *at <= LONGEST_CODE);
    let whole = spaces
        .chain([line.len()])
        .filter_map(|end| Guess::read(&line[..end], &line[end..]).ok())
        .last();
    whole.map(Came::Guess).ok_or(()).or_else(|()| {
        let code = line
            .split_whitespace()
            .find(|word| word.contains('-'))
            .filter(|word| word.len() > 6)
            .unwrap_or(line);
        Guess::read(code, "").map(Came::Guess)
    })
}

fn link(line: &str, hash: &str) -> Result<Came, String> {
    let hash = mended(hash);
    let (path, query) = hash.split_once('?').unwrap_or((&hash, ""));
    let find = |wanted: &str| {
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == wanted)
            .map(|(_, value)| value)
    };
    if path.starts_with("workshop") {
        if find("team").is_some() {
            return Ok(Came::Team(line.to_owned()));
        }
        if let Some(code) = find("guess") {
            if let Some(what) = damage(&hash) {
                return Err(format!(
                    "The link of this guess {what}: ask for it again, or type the code from the person’s screen and their name."
                ));
            }
            return Guess::read(&unescape(code), &unescape(find("nick").unwrap_or("")))
                .map(Came::Guess);
        }
    }
    Err(format!(
        "The link “{}” brings neither a guess nor a team: ask for the code on the person’s screen.",
        shorten(line)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(nick: &str) -> Guess {
        Guess {
            question: 1,
            curves: [Some([1, 2, 3, 4, 5]), Some([6, 7, 8, 9, 63])],
            nick: nick.to_owned(),
        }
    }

    #[test]
    fn codes_come_with_and_without_names_however_they_are_parted() {
        let code = guess("").code();
        assert_eq!(one(&code), Ok(Came::Guess(guess(""))));
        assert_eq!(
            one(&format!("{code} Sam from Sale")),
            Ok(Came::Guess(guess("Sam from Sale")))
        );
        assert_eq!(
            one(&code.replace('-', " ").to_lowercase()),
            Ok(Came::Guess(guess("")))
        );
        assert_eq!(
            one(&format!("{} Ann", code.replace('-', " "))),
            Ok(Came::Guess(guess("Ann")))
        );
        let words = one(&format!("{}U", &code[..code.len() - 1])).unwrap_err();
        assert!(words.contains("third group has “U”"), "{words}");
    }

    #[test]
    fn links_bring_guesses_and_teams_and_others_are_told() {
        let code = guess("").code();
        let link = format!("https://x.org/kith/#/workshop?guess={code}&nick=Sam%20B");
        assert_eq!(one(&link), Ok(Came::Guess(guess("Sam B"))));
        let team = "file:///kith.html#/workshop/teams?team=abc";
        assert_eq!(one(team), Ok(Came::Team(team.to_owned())));
        assert!(
            one("https://x.org/#/explore?years=3")
                .unwrap_err()
                .contains("neither a guess nor a team")
        );
        assert!(
            one("https://x.org/#/workshop?guess=ABC")
                .unwrap_err()
                .contains("This has 3 letters")
        );
    }

    #[test]
    fn a_link_of_a_guess_is_mended_and_a_cut_one_is_told() {
        let link = crate::session::workshop::link_of_guess(&guess("Sam B"));
        let whole = format!("https://x.org/kith/{link}");
        for mangled in [
            whole.clone(),
            format!("<{}>.", whole.replace('&', "&amp;")),
            format!("{}=\n{}", &whole[..40], &whole[40..]),
        ] {
            assert_eq!(
                read(&mangled),
                Read {
                    came: vec![Came::Guess(guess("Sam B"))],
                    wrong: Vec::new()
                },
                "{mangled}"
            );
        }
        for (damaged, words) in [
            (whole[..whole.len() - 12].to_owned(), "is incomplete"),
            (whole.replace("Sam", "Pam"), "was changed"),
        ] {
            assert!(one(&damaged).unwrap_err().contains(words), "{damaged}");
        }
    }

    #[test]
    fn a_file_brings_several_and_says_which_lines_it_could_not_use() {
        let code = guess("").code();
        let found = read(&format!(
            "\u{feff}{GUESS_FILE}\n{code} Ann\n\nnonsense here\n{code} Bo\n"
        ));
        assert_eq!(
            found.came,
            [Came::Guess(guess("Ann")), Came::Guess(guess("Bo"))]
        );
        assert_eq!(found.wrong.len(), 1);
        assert!(found.wrong[0].starts_with("Line 4: "), "{:?}", found.wrong);
        let team = format!("{TEAM_FILE} One\n{COURSE}letters");
        assert_eq!(read(&team).came, [Came::Team(team.clone())]);
        // Each prefix of such a line was once read whole: it took minutes.
        assert!(read(&format!("{code} {}", "a ".repeat(400_000))).came.len() == 1);
        assert!(read("  ").wrong[0].contains("nothing in it"));
        assert!(
            read(&"x\n".repeat(50))
                .wrong
                .last()
                .unwrap()
                .contains("more lines")
        );
        assert!(read(&"x".repeat(LONGEST + 1)).wrong[0].contains("longer"));
    }
}
