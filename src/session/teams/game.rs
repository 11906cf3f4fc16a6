//! A game: the room's question, the teams with their courses, how many rounds are lived. It gives the scenario that has
//! every team as an arm, for the years that are lived and no more. Knows no results.

use super::card::Turned;
use super::course::{Change, Course, YEARS};
use crate::scenario::strategy::preset;
use crate::scenario::validate;
use crate::scenario::{Arm, Scenario};
use std::rc::Rc;

/// Teams of a game, at the least and at the most.
pub const TEAMS: (usize, usize) = (2, 8);
/// The longest name of a team. Unit: characters.
pub const LONGEST_NAME: usize = 30;
/// Re-runs unless something else is asked for.
pub const REPLICATES: u32 = 16;
/// Re-runs that can be asked for.
pub const REPLICATES_RANGE: (u32, u32) = (2, 256);
/// Games are told apart by a number of six digits, short enough to be said aloud.
pub const NUMBERS: u64 = 1_000_000;

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// What it calls itself.
    pub name: String,
    /// What it chose.
    pub course: Course,
    /// Whether its course came from a device of its own.
    pub came: bool,
}

/// A game.
#[derive(Clone, Debug, PartialEq)]
pub struct Game {
    /// The room's question: place, people, money, years, assumptions. Its own arms do not play.
    pub base: Rc<Scenario>,
    /// The bundled scenario that it started from.
    pub bundled: &'static str,
    /// The number of the game.
    pub number: u32,
    /// The card in the middle, if there is one.
    pub card: Option<Turned>,
    /// Re-runs of every round.
    pub replicates: u32,
    /// Whether this device is one team's, not the room's.
    pub guest: bool,
    /// The teams.
    pub teams: Vec<Team>,
    /// Rounds that are lived.
    pub lived: u32,
}

/// What a hand does at the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
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
    /// Take the last round back.
    Back,
}

impl Game {
    /// A game of two teams about a question, with the card that its number draws.
    pub fn new(base: Rc<Scenario>, bundled: &'static str, number: u32) -> Self {
        let mut game = Self {
            base,
            bundled,
            number,
            card: None,
            replicates: REPLICATES,
            guest: false,
            teams: Vec::new(),
            lived: 0,
        };
        game.card = Turned::drawn(number, game.rounds());
        (0..TEAMS.0).for_each(|_| game.add());
        game
    }

    /// The game of one team on its own device.
    pub fn as_guest(
        base: Rc<Scenario>,
        bundled: &'static str,
        number: u32,
        card: Option<Turned>,
    ) -> Self {
        let mut game = Self::new(base, bundled, number);
        game.teams.truncate(1);
        Self {
            card,
            guest: true,
            ..game
        }
    }

    /// Whether nobody has touched it since it was begun.
    pub fn is_untouched(&self) -> bool {
        let begun = if self.guest {
            Self::as_guest(Rc::clone(&self.base), self.bundled, self.number, self.card)
        } else {
            Self::new(Rc::clone(&self.base), self.bundled, self.number)
        };
        *self == begun
    }

    /// How many rounds there are: two years each, the last one shorter when years are odd.
    pub fn rounds(&self) -> u32 {
        self.base.years.div_ceil(YEARS)
    }

    /// The round that is decided on now, counted from 0; none when all are lived.
    pub fn round(&self) -> Option<usize> {
        (self.lived < self.rounds()).then_some(self.lived as usize)
    }

    /// The years that so many rounds come to.
    pub fn years(&self, rounds: u32) -> u32 {
        (rounds * YEARS).min(self.base.years)
    }

    /// The card, once the round before it is lived.
    pub fn turned(&self) -> Option<Turned> {
        self.card.filter(|card| self.lived >= card.after())
    }

    /// One more team, if there is room.
    pub fn add(&mut self) {
        if self.teams.len() < TEAMS.1 {
            let course = Course::new(self.rounds());
            self.teams.push(Team {
                name: self.free_name(),
                course,
                came: false,
            });
        }
    }

    fn free_name(&self) -> String {
        let names = (1..).map(|k| format!("Team {k}"));
        let taken = |name: &String| self.teams.iter().any(|team| team.name == *name);
        names
            .take(TEAMS.1 + 1)
            .find(|name| !taken(name))
            .unwrap_or_default()
    }

    /// A name as this game takes it: without spaces around it, short enough, nobody else's.
    ///
    /// Errors: what would be right.
    pub fn checked_name(&self, team: Option<usize>, name: &str) -> Result<String, String> {
        let name = name.trim();
        let count = name.chars().count();
        if count == 0 || count > LONGEST_NAME {
            return Err(format!(
                "A team's name has 1 to {LONGEST_NAME} letters; this one has {count}. The name stays as it was."
            ));
        }
        if !crate::text::is_name(name, LONGEST_NAME) {
            return Err(
                "A team's name has letters that can be seen only. The name stays as it was."
                    .to_owned(),
            );
        }
        let taken = |(k, other): (usize, &Team)| Some(k) != team && other.name == name;
        if self.teams.iter().enumerate().any(taken) {
            return Err(format!(
                "There is a team called “{name}” already: give this one another name."
            ));
        }
        Ok(name.to_owned())
    }

    /// The question of so many rounds: business as usual first, then every team. Years beyond are not in it.
    pub fn scenario(&self, rounds: u32) -> Scenario {
        let years = self.years(rounds.clamp(1, self.rounds()));
        // invariant: business as usual is a preset; `PRESETS` has it first and a test of presets holds that it spends all.
        let usual = preset("business-as-usual").expect("business as usual is a preset");
        let mut arms = vec![Arm::of_preset("business-as-usual", usual)];
        arms.extend(self.teams.iter().enumerate().map(|(k, team)| {
            team.course
                .arm(format!("team-{}", k + 1), &team.name, years)
        }));
        let mut scenario = Scenario {
            years,
            replicates: self.replicates,
            arms,
            ..Scenario::clone(&self.base)
        };
        if let Some(card) = self.card {
            let mut event = card.event();
            let taken = |month| {
                scenario
                    .events
                    .iter()
                    .any(|e| (e.month, e.kind, e.service) == (month, event.kind, event.service))
            };
            // The room's question may bring the same at the same time: then this comes a month later.
            event.month += (0..24)
                .find(|later| !taken(event.month + later))
                .unwrap_or(0);
            scenario.events.push(event);
        }
        scenario.events.retain(|event| event.month < years * 12);
        scenario.events.sort_by_key(|event| event.month);
        scenario
    }

    /// Takes in what a hand does; whether rounds are to be lived now.
    ///
    /// Errors: why a name is none, in words.
    pub(super) fn update(&mut self, said: Said) -> Result<bool, String> {
        match said {
            Said::Add => {
                if !self.guest {
                    self.add();
                }
            }
            Said::Remove(team) => {
                if team < self.teams.len() && self.teams.len() > TEAMS.0 && !self.guest {
                    self.teams.remove(team);
                }
            }
            Said::Name(team, name) => {
                let name = self.checked_name(Some(team), &name)?;
                if let Some(team) = self.teams.get_mut(team) {
                    team.name = name;
                }
            }
            Said::Start(team, start) => {
                if let Some(team) = self.teams.get_mut(team).filter(|_| self.lived == 0) {
                    team.course.begin(start);
                }
            }
            Said::Change {
                team,
                place,
                change,
            } => {
                if let (Some(round), Some(team)) = (self.round(), self.teams.get_mut(team)) {
                    team.course.change(round, place, change);
                }
            }
            Said::Card(card) => {
                if !self.guest {
                    self.deal(card, None);
                }
            }
            Said::Draw => {
                if !self.guest {
                    self.deal(Turned::drawn(self.number, self.rounds()), self.card);
                }
            }
            Said::Replicates(count) => {
                self.replicates = count.clamp(REPLICATES_RANGE.0, REPLICATES_RANGE.1);
            }
            Said::Live => {
                let lives = self.round().is_some();
                self.lived += u32::from(lives);
                return Ok(lives);
            }
            Said::LiveAll => {
                self.lived = self.rounds();
                return Ok(true);
            }
            Said::Back => self.lived = self.lived.saturating_sub(1),
        }
        Ok(false)
    }

    /// Another card, or the usual one where it cannot be turned any more. Once one is turned it is on the table.
    fn deal(&mut self, card: Option<Turned>, usual: Option<Turned>) {
        if self.turned().is_none() {
            let lived = self.lived;
            self.card = card.filter(|card| card.after() > lived).or(usual);
        }
    }

    /// A digest of the room's question, so that a course from another one is known.
    pub fn digest(&self) -> u32 {
        digest(&self.base)
    }
}

/// A digest of a question, short enough for a code.
pub fn digest(base: &Scenario) -> u32 {
    u32::from_str_radix(validate::hash(base).get(..8).unwrap_or_default(), 16).unwrap_or(0)
}

#[cfg(test)]
mod tests;
