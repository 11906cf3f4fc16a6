//! A team's course, and the invitation to a game, as letters short enough for a code to scan; and back, checked.
//!
//! What comes from a stranger becomes a course of this very game, or a sentence that names what is wrong and what would be
//! right. A sum at the end tells letters that were lost on the way.
//!
//! Numbers and lists are written by `postcard`; what may be longer, the name, stands last and bare.

use super::card::Turned;
use super::course::{Change, Course};
use super::game::{Game, LONGEST_NAME};
use crate::session::link::{VERSION, without_breaks};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How a course begins, wherever it stands: in a file, in a link, in a code to scan.
pub const COURSE: &str = "kith-team.";
/// The longest text that is searched for a course. Unit: bytes.
pub const LONGEST: usize = 64 << 10;
/// The version of these forms. Another shape needs another number.
const FORM: u8 = 1;
/// The byte of "no card".
const NO_CARD: u8 = u8::MAX;

/// A course that came, with the name of its team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The name.
    pub name: String,
    /// The course.
    pub course: Course,
}

/// A course of a game as letters.
pub fn course(game: &Game, name: &str, course: &Course) -> String {
    let mut bytes = heading(game.number, game.digest());
    let of_round = |changes: &Vec<Change>| changes.iter().map(|change| change.byte()).collect();
    let rounds: Vec<Vec<u8>> = course.rounds().iter().map(of_round).collect();
    bytes.extend(packed(&(course.start() as u8, rounds)));
    bytes.extend(name.bytes());
    COURSE.to_owned() + &letters(bytes)
}

/// The course in a text, for a game.
///
/// Errors: a sentence that names what is wrong and what would be right.
pub fn read_course(text: &str, game: &Game) -> Result<Handed, String> {
    if text.len() > LONGEST {
        return Err(format!(
            "It has {} bytes; a team's course has less than a thousand. Choose the file that the team saved.",
            text.len()
        ));
    }
    let Some((_, rest)) = text.split_once(COURSE) else {
        return Err(format!(
            "There is no team's course in it: a course begins with {COURSE} and stands in the file, link or code that a team hands in."
        ));
    };
    // Mail programs break long lines.
    let bytes = bytes(rest)
        .or_else(|| bytes(&without_breaks(rest)))
        .ok_or_else(damaged)?;
    let mut bytes = bytes.as_slice();
    let told = told(&mut bytes)?;
    if told.number != game.number {
        return Err(format!(
            "This course belongs to game {}, but this room plays game {}. Open this room's link on the team's device and choose again there.",
            number_words(told.number),
            number_words(game.number)
        ));
    }
    if told.digest != game.digest() {
        return Err(
            "This course was chosen about another question: another place, other money or years. Open this room's link on the team's device, and it starts from the same."
                .to_owned(),
        );
    }
    let handed = contents(bytes).ok_or_else(damaged)?;
    if handed.course.rounds().len() as u32 != game.rounds() {
        return Err(format!(
            "This course has {} rounds; this game has {}.",
            handed.course.rounds().len(),
            game.rounds()
        ));
    }
    Ok(handed)
}

fn contents(mut bytes: &[u8]) -> Option<Handed> {
    let (start, rounds): (u8, Vec<Vec<u8>>) = take(&mut bytes)?;
    let of_round = |bytes: &Vec<u8>| bytes.iter().map(|byte| Change::of_byte(*byte)).collect();
    let rounds: Option<Vec<Vec<Change>>> = rounds.iter().map(of_round).collect();
    let name = std::str::from_utf8(bytes).ok()?.trim();
    crate::text::is_name(name, LONGEST_NAME).then_some(())?;
    Some(Handed {
        name: name.to_owned(),
        course: Course::of(usize::from(start), rounds?)?,
    })
}

/// What an invitation says beside the question itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The number of the game.
    pub number: u32,
    /// The digest of the room's question.
    pub digest: u32,
    /// The position of the card and after which round it is turned.
    card: Option<(u8, u8)>,
}

impl Invitation {
    /// The card, in a game of so many rounds.
    pub fn card(&self, rounds: u32) -> Option<Turned> {
        self.card
            .and_then(|(card, after)| Turned::new(usize::from(card), u32::from(after), rounds))
    }
}

/// What a link to a game holds beside the question.
pub fn invitation(game: &Game) -> String {
    let card = game.card.map_or([NO_CARD, 0], |card| {
        [card.position() as u8, card.after() as u8]
    });
    let mut bytes = heading(game.number, game.digest());
    bytes.extend(card);
    letters(bytes)
}

/// Reads what a link to a game holds.
///
/// Errors: a sentence that names what is wrong and what would be right.
pub fn read_invitation(text: &str) -> Result<Invitation, String> {
    let broken = || {
        "The link to the game is damaged: letters are missing or changed. Scan the room's code again, or ask for the link anew.".to_owned()
    };
    let bytes = bytes(text).ok_or_else(broken)?;
    let mut bytes = bytes.as_slice();
    let told = told(&mut bytes)?;
    let [card, after]: [u8; 2] = take(&mut bytes).ok_or_else(broken)?;
    Ok(Invitation {
        number: told.number,
        digest: told.digest,
        card: (card != NO_CARD).then_some((card, after)),
    })
}

/// A number of six digits, in two parts as one says it.
pub fn number_words(number: u32) -> String {
    format!("{:03} {:03}", number / 1_000, number % 1_000)
}

/// The part of both forms that tells where they come from.
struct Told {
    number: u32,
    digest: u32,
}

fn heading(number: u32, digest: u32) -> Vec<u8> {
    packed(&(FORM, version(), number.to_le_bytes(), digest.to_le_bytes()))
}

fn told(bytes: &mut &[u8]) -> Result<Told, String> {
    let form: u8 = take(bytes).ok_or_else(damaged)?;
    if form != FORM {
        return Err(format!(
            "It is of form {form}, which this page does not know. Open the same version of Kith on both devices ({VERSION} here)."
        ));
    }
    let [major, minor, patch]: [u8; 3] = take(bytes).ok_or_else(damaged)?;
    if [major, minor, patch] != version() {
        return Err(format!(
            "It was made with Kith {major}.{minor}.{patch}; this is {VERSION}. Results may differ between versions: open the same one on both devices."
        ));
    }
    let (number, digest) = take(bytes).ok_or_else(damaged)?;
    Ok(Told {
        number: u32::from_le_bytes(number),
        digest: u32::from_le_bytes(digest),
    })
}

fn damaged() -> String {
    "The course is damaged: letters are missing or changed. Copy it again, whole, or scan the code from nearer.".to_owned()
}

fn version() -> [u8; 3] {
    let mut parts = VERSION
        .split(['.', '-', '+'])
        .map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

fn sum(bytes: &[u8]) -> [u8; 2] {
    let sum = bytes.iter().fold(0x1234_u64, |sum, byte| {
        crate::random::mix(sum ^ u64::from(*byte)).wrapping_add(1)
    });
    [sum as u8, (sum >> 8) as u8]
}

fn letters(mut bytes: Vec<u8>) -> String {
    bytes.extend(sum(&bytes));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of the letters at the beginning of a text, without their sum; none when that is not right.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let end = text
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))
        .unwrap_or(text.len());
    let mut bytes = URL_SAFE_NO_PAD.decode(&text[..end]).ok()?;
    let last = bytes.split_off(bytes.len().checked_sub(2)?);
    (last == sum(&bytes)).then_some(bytes)
}

/// Numbers and short lists of them as bytes.
fn packed(what: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(what).unwrap_or_default()
}

/// Takes what was packed from the front.
fn take<T: DeserializeOwned>(bytes: &mut &[u8]) -> Option<T> {
    let (taken, rest) = postcard::take_from_bytes(bytes).ok()?;
    *bytes = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::super::course::LEVERS;
    use super::*;
    use crate::charts::code;
    use crate::session::samples;
    use proptest::prelude::*;
    use std::rc::Rc;

    fn game() -> Game {
        let mut base = samples::scenario();
        base.years = 20;
        Game::new(Rc::new(base), "sample", 482_113)
    }

    /// Ten rounds of two changes each under the longest name there can be.
    fn longest() -> Handed {
        let rounds = (0..10)
            .map(|k| vec![Change::new(k, 2).unwrap(), Change::new(k + 1, 0).unwrap()])
            .collect();
        Handed {
            name: "ü".repeat(LONGEST_NAME),
            course: Course::of(3, rounds).unwrap(),
        }
    }

    #[test]
    fn a_course_comes_back_from_a_file_a_link_and_a_code_and_is_short_enough_to_scan() {
        let (game, sent) = (game(), longest());
        let written = course(&game, &sent.name, &sent.course);
        let link = format!("https://example.org/kith/index.html#/workshop/teams?hand={written}");
        let file = format!("# The course of a team\r\n{written}\r\n");
        for text in [&written, &link, &file, &format!("{link}&v=0.1.0")] {
            assert_eq!(read_course(text, &game).as_ref(), Ok(&sent));
        }
        assert!(
            link.len() < 300 && code::of(&link).is_some(),
            "{} letters",
            link.len()
        );
    }

    #[test]
    fn the_bytes_are_those_of_every_code_so_far() {
        let (game, sent) = (game(), longest());
        let (number, digest) = (game.number.to_le_bytes(), game.digest().to_le_bytes());
        let mut bytes = [&[FORM][..], &version(), &number, &digest].concat();
        bytes.extend([sent.course.start() as u8, sent.course.rounds().len() as u8]);
        for changes in sent.course.rounds() {
            bytes.push(changes.len() as u8);
            bytes.extend(changes.iter().map(|change| change.byte()));
        }
        bytes.extend(sent.name.bytes());
        assert_eq!(
            course(&game, &sent.name, &sent.course),
            COURSE.to_owned() + &letters(bytes)
        );
    }

    #[test]
    fn a_course_of_another_game_question_or_version_is_told_apart() {
        let (here, sent) = (game(), longest());
        let refused = |other: &Game| {
            read_course(&course(other, &sent.name, &sent.course), &here).unwrap_err()
        };
        let mut other = here.clone();
        other.number = 7;
        let words = refused(&other);
        assert!(
            words.contains("game 000 007")
                && words.contains("game 482 113")
                && words.contains("this room's link"),
            "{words}"
        );
        let mut other = here.clone();
        Rc::make_mut(&mut other.base).money.pounds_per_head_year += 1.0;
        assert!(refused(&other).contains("other money"));
        let mut bytes = heading(here.number, here.digest());
        bytes[1] = 9;
        let words = read_course(&(COURSE.to_owned() + &letters(bytes.clone())), &here).unwrap_err();
        assert!(
            words.contains("Kith 9.") && words.contains(VERSION),
            "{words}"
        );
        bytes[0] = 77;
        assert!(
            read_course(&(COURSE.to_owned() + &letters(bytes)), &here)
                .unwrap_err()
                .contains("form 77")
        );
    }

    #[test]
    fn broken_courses_are_refused_with_what_would_be_right() {
        let (game, sent) = (game(), longest());
        let written = course(&game, &sent.name, &sent.course);
        for cut in [written.len() - 1, written.len() / 2, COURSE.len()] {
            assert!(
                read_course(&written[..cut], &game)
                    .unwrap_err()
                    .contains("damaged")
            );
        }
        assert!(
            read_course("a shopping list", &game)
                .unwrap_err()
                .contains(COURSE)
        );
        assert!(
            read_course(&"x".repeat(LONGEST + 1), &game)
                .unwrap_err()
                .contains("bytes")
        );
        let with = |rest: &[u8]| {
            let mut bytes = heading(game.number, game.digest());
            bytes.extend(rest);
            read_course(&(COURSE.to_owned() + &letters(bytes)), &game).unwrap_err()
        };
        for rest in [
            &[0, 200][..],
            &[99, 0, b'A'],
            &[0, 1, 1, 250, b'A'],
            &[0, 1, 2, 0, 1, b'A'],
            &[0, 0],
            &[0, 0, 0xff],
            &[0, 0, b'\n', 7],
        ] {
            assert!(with(rest).contains("damaged"), "{rest:?}");
        }
        assert_eq!(
            with(&[0, 1, 0, b'A']),
            "This course has 1 rounds; this game has 10."
        );
    }

    #[test]
    fn an_invitation_brings_number_question_and_card() {
        let mut game = game();
        for card in [None, Turned::new(2, 3, 10)] {
            game.card = card;
            let read = read_invitation(&invitation(&game)).unwrap();
            assert_eq!(
                (read.number, read.digest, read.card(10)),
                (game.number, game.digest(), card)
            );
        }
        assert!(read_invitation("").unwrap_err().contains("damaged"));
        assert!(read_invitation("AAAA").unwrap_err().contains("damaged"));
        let mut bytes = heading(1, 2);
        bytes.extend([200, 3]);
        assert_eq!(
            read_invitation(&letters(bytes)).unwrap().card(10),
            None,
            "a card that is not in the deck"
        );
    }

    proptest! {
        #[test]
        fn whatever_was_chosen_comes_back(
            start in 0..super::super::course::STARTS.len(),
            moves in prop::collection::vec((0..10_usize, 0..2_usize, 0..LEVERS.len(), 0..3_usize), 0..40),
            name in "[a-zA-Zäß0-9]{1,30}",
        ) {
            let game = game();
            let mut sent = Course::new(game.rounds());
            sent.begin(start);
            for (round, place, lever, stand) in moves {
                sent.change(round, place, Change::new(lever, stand));
            }
            let read = read_course(&course(&game, &name, &sent), &game);
            prop_assert_eq!(read, Ok(Handed { name, course: sent }));
        }

        #[test]
        fn no_letters_panic_or_become_a_course_by_chance(text in "\\PC{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let game = game();
            prop_assert!(read_course(&text, &game).is_err());
            let with_mark = COURSE.to_owned() + &text;
            prop_assert!(read_course(&with_mark, &game).is_err());
            // With a right sum, whatever is read is a course of this game with a name that can be shown.
            let mut whole = heading(game.number, game.digest());
            whole.extend(&bytes);
            if let Ok(handed) = read_course(&(COURSE.to_owned() + &letters(whole)), &game) {
                prop_assert_eq!(handed.course.rounds().len() as u32, game.rounds());
                prop_assert!(!handed.name.is_empty());
            }
            prop_assert!(read_invitation(&text).is_err());
        }
    }
}
