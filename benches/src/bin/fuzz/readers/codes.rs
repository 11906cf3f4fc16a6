//! What comes to a room: courses of teams and guesses, typed, scanned, as links and in files.

use super::{Answer, Read};
use crate::luck::Luck;
use crate::mutate::{Corpus, within_letters};
use kith::session::collect::{self, Came};
use kith::session::teams::code::{self, COURSE};
use kith::session::teams::course::{Change, Course};
use kith::session::teams::game::Game;
use kith::session::workshop::guess::Guess;
use kith::session::{Choices, link};
use std::rc::Rc;

/// The room's game.
fn game() -> Game {
    let choices = Choices::bundled();
    let (bundled, base) = choices.default_scenario();
    Game::new(Rc::new(base.clone()), bundled, 77)
}

/// The two bytes at the end of a course: of those that were changed, what the sum would be.
fn sum(bytes: &[u8]) -> Vec<u8> {
    let sum = bytes.iter().fold(0x1234_u64, |sum, byte| {
        kith::random::mix(sum ^ u64::from(*byte)).wrapping_add(1)
    });
    vec![sum as u8, (sum >> 8) as u8]
}

pub fn courses() -> Corpus {
    let game = game();
    let mut course = Course::new(game.rounds());
    let plain = code::course(&game, "Reds", &course);
    course.begin(4);
    course.change(1, 0, Change::new(2, 1));
    let changed = code::course(&game, "Ynys Môn", &course);
    let seeds = [
        plain,
        format!("# The course of team Ynys Môn\n{changed}\n"),
        format!("https://x.org/kith/#/workshop/teams?team={changed}"),
        format!("file:///kith.html#/workshop/teams?years=5&team={changed}&v=0.1.0"),
    ];
    Corpus {
        seeds: seeds.map(String::into_bytes).to_vec(),
        own: |input: &mut Vec<u8>, luck: &mut Luck| within_letters(input, luck, sum),
    }
}

pub fn team() -> Read {
    let game = game();
    Box::new(move |bytes| {
        let Ok(text) = kith::text::read(bytes) else {
            return Answer::refused("not a text");
        };
        let invitation = code::read_invitation(text.strip_prefix(COURSE).unwrap_or(&text));
        match code::read_course(&text, &game) {
            Ok(handed) => {
                let again =
                    code::read_course(&code::course(&game, &handed.name, &handed.course), &game);
                let broken = (again.as_ref() != Ok(&handed))
                    .then(|| "the course is not read back as it was".to_owned());
                Answer {
                    broken,
                    ..Answer::accepted(vec![handed.name])
                }
            }
            Err(words) => Answer {
                messages: [Some(words), invitation.err()]
                    .into_iter()
                    .flatten()
                    .collect(),
                ..Answer::default()
            },
        }
    })
}

pub fn guesses() -> Corpus {
    let one = Guess {
        question: 0,
        curves: [Some([1, 2, 3, 4, 5]), None],
        nick: String::new(),
    }
    .code();
    let both = Guess {
        question: 1,
        curves: [Some([60, 0, 63, 31, 32]), Some([6, 7, 8, 9, 63])],
        nick: String::new(),
    }
    .code();
    let seeds = [
        one.clone(),
        both.clone(),
        format!("{both} Sam from Sale"),
        both.replace('-', " ").to_lowercase(),
        format!("Kith guesses\n{one} Ann\n{both} Bo\n{one}\n"),
        format!(
            "https://x.org/kith/#/workshop?guess={both}&nick={}",
            link::escape("Sam É")
        ),
    ];
    Corpus {
        seeds: seeds.map(String::into_bytes).to_vec(),
        own: mended,
    }
}

/// Another guess whose code fits together, in the place of a word.
fn mended(input: &mut Vec<u8>, luck: &mut Luck) {
    let mut values: Vec<u8> = (0..if luck.once_in(2) { 7 } else { 13 })
        .map(|_| (luck.draw() & 31) as u8)
        .collect();
    if let (Some(first), false) = (values.first_mut(), luck.once_in(4)) {
        *first = if luck.once_in(2) { 1 } else { 7 };
    }
    let code = kith::session::workshop::letters::write(&values);
    let at = luck.below(input.len() + 1);
    let end = if luck.once_in(2) {
        at
    } else {
        (at + code.len()).min(input.len())
    };
    input.splice(at..end, code.into_bytes());
}

pub fn guess() -> Read {
    Box::new(|bytes| {
        let text = match kith::text::read(bytes) {
            Ok(text) => text,
            Err(error) => return Answer::refused(error.to_string()),
        };
        let found = collect::read(&text);
        let mut messages = found.wrong;
        let mut broken = None;
        let mut guesses = 0;
        for came in &found.came {
            let Came::Guess(guess) = came else { continue };
            guesses += 1;
            messages.push(guess.nick.clone());
            if Guess::read(&guess.code(), &guess.nick).as_ref() != Ok(guess) {
                broken = Some(format!(
                    "the guess {} is not read back as it was",
                    guess.code()
                ));
            }
        }
        messages.push(format!("{guesses} guesses"));
        Answer {
            accepted: guesses > 0,
            messages,
            broken,
        }
    })
}
