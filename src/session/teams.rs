//! Rounds that teams play with the same money.
//!
//! Pure like the rest of the session: what it wants done it asks for by effects. Two games can be kept side by side: the
//! room's, played by the trainer, and the one that this device plays as a guest of a room.

pub mod card;
pub mod code;
pub mod course;
pub mod game;
pub mod kept;
pub mod record;
pub mod run;
pub mod table;

#[cfg(test)]
mod tests;

use super::choices::Choices;
use super::collect::TEAM_FILE;
use super::kept::Order as Keeping;
use super::link::{self, View};
use super::message::Effect;
use super::notices::notify;
use super::state::{Route, State};
use super::workshop::address::{Address, Part};
use super::workshop::own::for_teams;
use card::Turned;
use code::{Handed, Invitation};
use course::Change;
use game::{Game, REPLICATES_RANGE, TEAMS, Team};
use run::{Run, Standing};
use std::rc::Rc;
use table::{OUTCOMES, Sort};

/// The keys under which this device keeps the room's game and a guest's: below those of saved scenarios.
pub const RECORDS: [u64; 2] = [1, 2];

/// Everything that the page knows of teams.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Teams {
    /// The room's game, and the one that this device plays as a guest.
    pub games: [Option<Game>; 2],
    /// Whether the guest's game is in front when there are both.
    pub as_guest: bool,
    /// The run of the game in front.
    pub run: Option<Run>,
    /// In which order rows stand.
    pub sort: Sort,
    /// The outcome of the small chart: a position in [`OUTCOMES`].
    pub outcome: usize,
    /// Why the last course could not be taken in.
    pub refused: Option<String>,
    /// Whether the code to scan is shown.
    pub code_shown: bool,
    /// A game that was put away, to be brought back.
    pub away: Option<Game>,
    /// Where the games in front are kept.
    places: [kept::Place; 2],
    /// Where the one that was put away is kept, if it is.
    away_place: Option<kept::Place>,
    /// More games that this device keeps.
    aside: Vec<(kept::Place, Game)>,
    /// Whether this device has said what it keeps.
    loaded: bool,
    /// A course that came with the address before the game was there.
    waiting: Option<String>,
    /// The number of a game that the address invited to.
    invited: Option<u32>,
}

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
    /// One more team.
    Add,
    /// A team leaves.
    Remove(usize),
    /// A team calls itself something else.
    Name(usize, String),
    /// A team begins with another strategy.
    Start(usize, usize),
    /// A team fills one of its places in the round that is decided on, or empties it.
    Change {
        /// The team.
        team: usize,
        /// Which of its places.
        place: usize,
        /// The change.
        change: Option<Change>,
    },
    /// The card and after which round it is turned, or none.
    Card(Option<Turned>),
    /// The card that the game's number draws.
    Draw,
    /// So many re-runs.
    Replicates(u32),
    /// Live the round that is decided on.
    Live,
    /// Live all rounds to the end.
    LiveAll,
    /// Live what is lived again: after a reload, a stop or another team.
    Again,
    /// Take the last round back.
    Back,
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

/// What the page is to do for it. Everything it needs the page can do already.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {}

/// Which of the two games is in front.
pub(in crate::session) fn seat(teams: &Teams) -> usize {
    match (&teams.games[0], &teams.games[1]) {
        (Some(_), Some(_)) => usize::from(teams.as_guest),
        (None, Some(_)) => 1,
        _ => 0,
    }
}

impl Teams {
    /// The game in front.
    pub fn game(&self) -> Option<&Game> {
        self.games[seat(self)].as_ref()
    }

    /// Whether what is lived of the game in front is also run as it is now.
    pub fn is_current(&self) -> bool {
        let (Some(game), Some(run)) = (self.game(), &self.run) else {
            return false;
        };
        run.rounds == game.lived && *run.scenario == game.scenario(game.lived)
    }

    /// The run of the game in front, if there is one for the rounds that it has lived.
    pub fn shown(&self) -> Option<&Run> {
        let game = self.game()?;
        self.run.as_ref().filter(|run| {
            run.rounds == game.lived
                && run.game.number == game.number
                && run.game.guest == game.guest
        })
    }
}

/// Takes in what happened.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    let teams = &mut state.teams;
    match said {
        Said::Sort(sort) => teams.sort = sort,
        Said::Outcome(column) => teams.outcome = column.min(OUTCOMES.len() - 1),
        Said::Read => teams.refused = None,
        Said::Code(shown) => teams.code_shown = shown,
        Said::Stop => return run::end(state, Standing::Stopped),
        Said::Again => return run::start(state),
        Said::Save => return save(state),
        Said::Sit(guest) => {
            teams.as_guest = guest;
            return run::end(state, Standing::Stopped);
        }
        Said::Begin(number) => return begin(state, number, choices),
        Said::PutAway => return put_away(state),
        Said::BringBack => return bring_back(state),
        Said::Came(text) => return came(state, &text, choices),
        other => return play(state, other),
    }
    Vec::new()
}

/// What a hand does at the table: the game changes, is kept, and lives on when it is told to.
fn play(state: &mut State, said: Said) -> Vec<Effect> {
    let seat = seat(&state.teams);
    let Some(game) = &mut state.teams.games[seat] else {
        return Vec::new();
    };
    let before = game.clone();
    let (mut words, mut lives) = (None, false);
    match said {
        Said::Add if !game.guest => game.add(),
        Said::Remove(team)
            if team < game.teams.len() && game.teams.len() > TEAMS.0 && !game.guest =>
        {
            game.teams.remove(team);
        }
        Said::Name(team, name) => match game.checked_name(Some(team), &name) {
            Ok(name) => {
                if let Some(team) = game.teams.get_mut(team) {
                    team.name = name;
                }
            }
            Err(why) => words = Some(why),
        },
        Said::Start(team, start) if game.lived == 0 => {
            if let Some(team) = game.teams.get_mut(team) {
                team.course.begin(start);
            }
        }
        Said::Change {
            team,
            place,
            change,
        } => {
            if let (Some(round), Some(team)) = (game.round(), game.teams.get_mut(team)) {
                team.course.change(round, place, change);
            }
        }
        // Once it is turned it is on the table.
        Said::Card(card) if game.turned().is_none() && !game.guest => {
            game.card = card.filter(|card| card.after() > game.lived)
        }
        Said::Draw if game.turned().is_none() && !game.guest => {
            let rounds = game.rounds();
            game.card = Turned::drawn(game.number, rounds)
                .filter(|card| card.after() > game.lived)
                .or(game.card);
        }
        Said::Replicates(count) => {
            game.replicates = count.clamp(REPLICATES_RANGE.0, REPLICATES_RANGE.1)
        }
        Said::Live if game.round().is_some() => (game.lived, lives) = (game.lived + 1, true),
        Said::LiveAll => (game.lived, lives) = (game.rounds(), true),
        Said::Back => game.lived = game.lived.saturating_sub(1),
        _ => {}
    }
    let changed = *game != before;
    let mut effects = if lives { run::start(state) } else { Vec::new() };
    if changed {
        effects.extend(kept::keep(state, seat));
    }
    if let Some(words) = words {
        notify(state, words);
    }
    effects
}

fn begin(state: &mut State, number: u64, choices: &Choices) -> Vec<Effect> {
    let number = (number % game::NUMBERS) as u32;
    let game = Game::new(for_teams(state, choices), state.base, number);
    state.teams.as_guest = false;
    seated(state, 0, game, None)
}

/// Puts a game on the table, from the place where it was kept beside; one that lay there is put away.
fn seated(state: &mut State, seat: usize, game: Game, from: Option<kept::Place>) -> Vec<Effect> {
    let mut effects = run::end(state, Standing::Stopped);
    let teams = &mut state.teams;
    teams.run = None;
    match (teams.games[seat].replace(game), from) {
        (Some(before), from) => {
            teams.away = Some(before);
            effects.extend(kept::keep_away(state, from));
        }
        (None, Some(from)) => effects.push(kept::forget(from, seat)),
        (None, None) => {}
    }
    effects.extend(kept::keep(state, seat));
    kept::next_away(&mut state.teams);
    effects
}

fn put_away(state: &mut State) -> Vec<Effect> {
    let seat = seat(&state.teams);
    let mut effects = run::end(state, Standing::Stopped);
    let teams = &mut state.teams;
    if let Some(game) = teams.games[seat].take() {
        if let (Some(place), Some(before)) = (teams.away_place.take(), teams.away.take()) {
            teams.aside.push((place, before));
        }
        (teams.away, teams.run, teams.code_shown, teams.refused) = (Some(game), None, false, None);
        effects.push(kept::forget(std::mem::take(&mut teams.places[seat]), seat));
    }
    effects
}

fn bring_back(state: &mut State) -> Vec<Effect> {
    let Some(game) = state.teams.away.take() else {
        return Vec::new();
    };
    let (guest, from) = (game.guest, state.teams.away_place.take());
    state.teams.as_guest = guest;
    seated(state, usize::from(guest), game, from)
}

/// The address invites to a game about the question that it brings.
pub fn invited(state: &mut State, letters: &str) -> Vec<Effect> {
    let invitation = match code::read_invitation(letters) {
        Ok(invitation) => invitation,
        Err(words) => {
            notify(state, words);
            return Vec::new();
        }
    };
    let Invitation { number, digest, .. } = invitation;
    if state.teams.games[0]
        .as_ref()
        .is_some_and(|game| game.number == number)
    {
        // The trainer's own device: the room's game is here.
        return Vec::new();
    }
    state.teams.as_guest = true;
    if state.teams.invited == Some(number)
        || state.teams.games[1]
            .as_ref()
            .is_some_and(|game| game.number == number)
    {
        return Vec::new();
    }
    if game::digest(&state.scenario) != digest {
        notify(state, crate::words::notices::GAME_NEEDS_QUESTION.into());
        return Vec::new();
    }
    state.teams.invited = Some(number);
    let mut game = Game::as_guest(Rc::clone(&state.scenario), state.base, number, None);
    game.card = invitation.card(game.rounds());
    seated(state, 1, game, None)
}

/// Takes in a text that should be a team's course. One that came with the address waits until the game is there.
pub fn came(state: &mut State, text: &str, _choices: &Choices) -> Vec<Effect> {
    let teams = &mut state.teams;
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
    super::notices::confirm(state, crate::words::notices::course_is_in(&name));
    kept::keep(state, 0)
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

fn save(state: &State) -> Vec<Effect> {
    let Some(game) = state.teams.game().filter(|game| game.guest) else {
        return Vec::new();
    };
    let name = game.teams.first().map_or("", |team| team.name.as_str());
    let number = code::number_words(game.number);
    let heading = format!(
        "{TEAM_FILE} {name}, game {number}. Drop this file on the page where the room's game is open, or choose it there.\n"
    );
    vec![Effect::Kept(Keeping::Download(
        file_name(name),
        heading + &letters(game) + "\n",
    ))]
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
