//! What the page knows of teams: two games side by side, the run of the one in front, what this device keeps.

use super::game::Game;
use super::place::Place;
use super::run::Run;
use super::table::Sort;

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
    /// The outcome of the small chart: a position in `OUTCOMES`.
    pub outcome: usize,
    /// Why the last course could not be taken in.
    pub refused: Option<String>,
    /// Whether the code to scan is shown.
    pub code_shown: bool,
    /// A game that was put away, to be brought back.
    pub away: Option<Game>,
    /// Where the games in front are kept.
    pub(super) places: [Place; 2],
    /// Where the one that was put away is kept, if it is.
    pub(super) away_place: Option<Place>,
    /// More games that this device keeps.
    pub(super) aside: Vec<(Place, Game)>,
    /// Whether this device has said what it keeps.
    pub(super) loaded: bool,
    /// A course that came with the address before the game was there.
    pub(super) waiting: Option<String>,
    /// The number of a game that the address invited to.
    pub(super) invited: Option<u32>,
}

impl Teams {
    /// Which of the two games is in front.
    pub(super) fn seat(&self) -> usize {
        match (&self.games[0], &self.games[1]) {
            (Some(_), Some(_)) => usize::from(self.as_guest),
            (None, Some(_)) => 1,
            _ => 0,
        }
    }

    /// The game in front.
    pub fn game(&self) -> Option<&Game> {
        self.games[self.seat()].as_ref()
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
