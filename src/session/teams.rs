//! Rounds that teams play with the same money.
//!
//! Pure like the rest of the session: what it wants done it asks for by actions. Two games can be kept side by side: the
//! room's, played by the trainer, and the one that this device plays as a guest of a room.

pub mod card;
pub mod code;
pub mod course;
pub mod game;
mod kept;
pub mod living;
mod place;
pub mod record;
pub mod run;
mod state;
pub mod table;

#[cfg(test)]
mod tests;

pub use place::RECORDS;
pub use state::Teams;

use super::action::Action;
use super::choices::Choices;
use super::collect::TEAM_FILE;
use super::context::Context;
use super::effect::Effect;
use super::kept::order::Order;
use super::kept::storage;
use super::link::{self, View};
use super::question::Question;
use super::route::Route;
use super::workshop::address::{Address, Part};
use super::workshop::own::for_teams;
use code::{Handed, Invitation};
use game::{Game, TEAMS, Team};
use place::Place;
use run::Standing;
use std::rc::Rc;
use table::{OUTCOMES, Sort};

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A game begins about the question on the controls. Any number will do: it tells games apart.
    Begin(u64),
    /// The game in front is put away.
    PutAway,
    /// The game that was put away comes back.
    BringBack,
    /// The room's game or the guest's is to be in front.
    Sit(bool),
    /// Something is done at the table of the game in front.
    Game(game::Said),
    /// Live what is lived again: after a reload, a stop or another team.
    Again,
    /// Stop the run.
    Stop,
    /// Rows in another order.
    Sort(Sort),
    /// Another outcome in the small chart.
    Outcome(usize),
    /// A text came that should be a team's course.
    Came(String),
    /// The words about it were read.
    Read,
    /// Show the code to scan, or not.
    Code(bool),
    /// Give the guest's course as a file.
    Save,
}

/// Takes in what happened.
pub fn update(teams: &mut Teams, said: Said, around: &Context<'_>) -> Vec<Action> {
    let question = around.question;
    match said {
        Said::Sort(sort) => teams.sort = sort,
        Said::Outcome(column) => teams.outcome = column.min(OUTCOMES.len() - 1),
        Said::Read => teams.refused = None,
        Said::Code(shown) => teams.code_shown = shown,
        Said::Stop => return living::end(teams, Standing::Stopped),
        Said::Again => return living::start(teams, question),
        Said::Save => return save(teams).into_iter().collect(),
        Said::Sit(guest) => {
            teams.as_guest = guest;
            return living::end(teams, Standing::Stopped);
        }
        Said::Begin(number) => return begin(teams, number, around),
        Said::PutAway => return put_away(teams),
        Said::BringBack => return bring_back(teams, question),
        Said::Came(text) => return came(teams, &text, question),
        Said::Game(said) => return play(teams, said, question),
    }
    Vec::new()
}

/// Takes in what storage said about games.
pub fn stored(teams: &mut Teams, said: storage::Said, around: &Context<'_>) -> Vec<Action> {
    let mut actions = kept::update(teams, said, around);
    actions.extend(waited(teams, around.question));
    actions
}

/// Takes in what this device kept.
pub fn recall(teams: &mut Teams, records: &[(u64, Vec<u8>)], around: &Context<'_>) -> Vec<Action> {
    let mut actions = kept::loaded(teams, records, around);
    actions.extend(waited(teams, around.question));
    actions
}

/// A course that came with the address before the game was there.
fn waited(teams: &mut Teams, question: &Question) -> Vec<Action> {
    let text = teams.waiting.take_if(|_| teams.loaded);
    text.map_or_else(Vec::new, |text| came(teams, &text, question))
}

/// What a hand does at the table: the game changes, is kept, and lives on when it is told to.
fn play(teams: &mut Teams, said: game::Said, question: &Question) -> Vec<Action> {
    let seat = teams.seat();
    let Some(game) = &mut teams.games[seat] else {
        return Vec::new();
    };
    let before = game.clone();
    let (lives, refused) = game
        .update(said)
        .map_or_else(|words| (false, Some(words)), |lives| (lives, None));
    let changed = *game != before;
    let mut actions = Vec::new();
    if lives {
        actions.extend(living::start(teams, question));
    }
    if changed {
        actions.extend(kept::keep(teams, seat, question));
    }
    actions.extend(refused.map(Action::Tell));
    actions
}

fn begin(teams: &mut Teams, number: u64, around: &Context<'_>) -> Vec<Action> {
    let (number, question) = ((number % game::NUMBERS) as u32, around.question);
    let asked = for_teams(question, around.choices);
    teams.as_guest = false;
    let game = Game::new(asked, question.base, number);
    seated(teams, (0, None), game, question)
}

/// Puts a game on the table, from the place where it was kept beside; one that lay there is put away.
fn seated(
    teams: &mut Teams,
    (seat, from): (usize, Option<Place>),
    game: Game,
    question: &Question,
) -> Vec<Action> {
    let mut actions = living::end(teams, Standing::Stopped);
    teams.run = None;
    match (teams.games[seat].replace(game), from) {
        (Some(before), from) => {
            teams.away = Some(before);
            actions.extend(kept::keep_away(teams, from, question));
        }
        (None, Some(from)) => actions.push(kept::forget(from, seat)),
        (None, None) => {}
    }
    actions.extend(kept::keep(teams, seat, question));
    kept::next_away(teams);
    actions
}

fn put_away(teams: &mut Teams) -> Vec<Action> {
    let seat = teams.seat();
    let mut actions = living::end(teams, Standing::Stopped);
    if let Some(game) = teams.games[seat].take() {
        if let (Some(place), Some(before)) = (teams.away_place.take(), teams.away.take()) {
            teams.aside.push((place, before));
        }
        (teams.away, teams.run, teams.code_shown, teams.refused) = (Some(game), None, false, None);
        actions.push(kept::forget(std::mem::take(&mut teams.places[seat]), seat));
    }
    actions
}

fn bring_back(teams: &mut Teams, question: &Question) -> Vec<Action> {
    let Some(game) = teams.away.take() else {
        return Vec::new();
    };
    let (guest, from) = (game.guest, teams.away_place.take());
    teams.as_guest = guest;
    seated(teams, (usize::from(guest), from), game, question)
}

/// The address invites to a game about the question that it brings.
pub fn invited(teams: &mut Teams, letters: &str, question: &Question) -> Vec<Action> {
    let invitation = match code::read_invitation(letters) {
        Ok(invitation) => invitation,
        Err(words) => return vec![Action::Tell(words)],
    };
    let Invitation { number, digest, .. } = invitation;
    if teams.games[0]
        .as_ref()
        .is_some_and(|game| game.number == number)
    {
        // The trainer's own device: the room's game is here.
        return Vec::new();
    }
    teams.as_guest = true;
    if teams.invited == Some(number)
        || teams.games[1]
            .as_ref()
            .is_some_and(|game| game.number == number)
    {
        return Vec::new();
    }
    if game::digest(&question.scenario) != digest {
        return vec![Action::Tell(
            crate::words::notices::GAME_NEEDS_QUESTION.into(),
        )];
    }
    teams.invited = Some(number);
    let mut game = Game::as_guest(Rc::clone(&question.scenario), question.base, number, None);
    game.card = invitation.card(game.rounds());
    seated(teams, (1, None), game, question)
}

/// Takes in a text that should be a team's course. One that came with the address waits until the game is there.
pub fn came(teams: &mut Teams, text: &str, question: &Question) -> Vec<Action> {
    if !teams.loaded {
        teams.waiting = Some(text.to_owned());
        return Vec::new();
    }
    let Some(game) = &mut teams.games[0] else {
        teams.refused = Some(crate::words::notices::NO_GAME_OPEN.into());
        return Vec::new();
    };
    let Handed { name, course } = match code::read_course(text, game) {
        Ok(handed) => handed,
        Err(words) => {
            teams.refused = Some(words);
            return Vec::new();
        }
    };
    let known = game.teams.iter().position(|team| team.name == name);
    // A team that nobody has touched yet is a place for one that comes.
    let rounds = game.rounds();
    let untouched = |team: &Team| {
        !team.came && team.course == course::Course::new(rounds) && team.name.starts_with("Team ")
    };
    let place = known.or_else(|| {
        game.teams
            .iter()
            .position(untouched)
            .filter(|_| game.lived == 0)
    });
    let team = Team {
        name: name.clone(),
        course,
        came: true,
    };
    match place {
        Some(place) => game.teams[place] = team,
        None if game.teams.len() < TEAMS.1 => game.teams.push(team),
        None => {
            teams.refused = Some(format!(
                "“{name}” cannot sit down: there are {} teams already. Remove one, then take this one in again.",
                TEAMS.1
            ));
            return Vec::new();
        }
    }
    teams.refused = None;
    teams.as_guest = false;
    let told = Action::Confirm(crate::words::notices::course_is_in(&name));
    let kept = kept::keep(teams, 0, question);
    std::iter::once(told).chain(kept).collect()
}

/// The guest's course as letters.
pub fn letters(game: &Game) -> String {
    game.teams.first().map_or_else(String::new, |team| {
        code::course(game, &team.name, &team.course)
    })
}

/// The address of the teams' page with the game's question, from `#` on; `rest` stands after the page's name.
fn address(game: &Game, rest: String, choices: &Choices) -> String {
    let view = View {
        route: Route::Workshop,
        workshop: Address {
            part: Part::Teams,
            rest,
            ..Address::default()
        },
        ..View::default()
    };
    link::write_beside(choices, &view, game.bundled, &game.base, None)
}

/// The address by which others join the game.
pub fn invitation(game: &Game, choices: &Choices) -> String {
    address(game, code::invitation(game), choices)
}

/// The address by which a guest hands its course in.
pub fn handing_in(game: &Game, choices: &Choices) -> String {
    link::and(
        &address(game, String::new(), choices),
        "team",
        &letters(game),
    )
}

/// Gives the guest's course as a file.
fn save(teams: &Teams) -> Option<Action> {
    let game = teams.game().filter(|game| game.guest)?;
    let name = game.teams.first().map_or("", |team| team.name.as_str());
    let number = code::number_words(game.number);
    let heading = format!(
        "{TEAM_FILE} {name}, game {number}. \
         Drop this file on the page where the room's game is open, or choose it there.\n"
    );
    let text = heading + &letters(game) + "\n";
    Some(Effect::Kept(Order::Download(file_name(name), text)).into())
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    format!("kith-team-{}.txt", plain.trim_matches('-'))
}
