//! Words of teams. What the results say is in `session::teams::table`.

use crate::charts::number::plain;
use crate::session::teams::code::number_words;
use crate::session::teams::game::Game;
use crate::words::Words;

pub(crate) use crate::words::teams::*;

/// The documents of the kit: address, name, what it is for.
pub const KIT_DOCUMENTS: [(&str, Words, Words); 6] = [
    (
        "reading/docs/guide/trainers/script.html",
        KIT_SCRIPT,
        KIT_SCRIPT_FOR,
    ),
    (
        "reading/docs/guide/trainers/learner-sheet.html",
        KIT_SHEET,
        KIT_SHEET_FOR,
    ),
    (
        "reading/docs/guide/trainers/cards.html",
        KIT_CARDS,
        KIT_CARDS_FOR,
    ),
    (
        "reading/docs/guide/trainers/debrief.html",
        KIT_DEBRIEF,
        KIT_DEBRIEF_FOR,
    ),
    (
        "reading/docs/guide/trainers/questionnaire.html",
        KIT_QUESTIONS,
        KIT_QUESTIONS_FOR,
    ),
    (
        "reading/docs/guide/trainers/online.html",
        KIT_ONLINE,
        KIT_ONLINE_FOR,
    ),
];

/// Which game, about what.
pub fn about(game: &Game, place: &str) -> String {
    game_about(
        &number_words(game.number),
        place,
        &plain(game.base.money.pounds_per_head_year, 0),
        game.base.years,
        game.rounds(),
    )
}

/// The years of a round, counted from 0.
pub fn years(game: &Game, round: u32) -> String {
    let (from, to) = (game.years(round) + 1, game.years(round + 1));
    if from == to {
        one_year(from)
    } else {
        two_years(from, to)
    }
}

/// The heading of a round.
pub fn round(game: &Game, round: u32) -> String {
    round_of(round + 1, game.rounds(), &years(game, round))
}

/// The button that lives a round.
pub fn live(game: &Game, round: u32) -> String {
    live_years(&years(game, round))
}

/// A round that was chosen.
pub fn chosen(round: usize, words: &str) -> String {
    chosen_in_round(round + 1, words)
}

/// What opens another game that this device keeps.
pub fn open_instead(game: &Game) -> String {
    open_game_instead(&number_words(game.number))
}
