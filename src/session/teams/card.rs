//! The card in the middle of a game: something that hits every team alike. Drawn from the game's number, so that every
//! device of a room turns the same one, or chosen by the trainer. What it does to a place is the model's.

use super::course::YEARS;
use crate::random::mix;
use crate::scenario::{Event, EventKind, EventService};
use crate::session::course::shock_words;

/// A card of the deck.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// Its name.
    pub name: &'static str,
    /// What has happened, as people would tell it.
    pub story: &'static str,
    kind: EventKind,
    size: f32,
    service: Option<EventService>,
    months: Option<u32>,
}

/// The deck.
pub const DECK: [Card; 4] = [
    Card {
        name: "The budget is cut",
        story: "The settlement is worse than anybody feared. Nobody asked the teams.",
        kind: EventKind::Cut,
        size: 0.1,
        service: None,
        months: None,
    },
    Card {
        name: "Advice closes its doors",
        story: "The lease was not renewed. Letters about rent and debt have nowhere to go.",
        kind: EventKind::Closure,
        size: 0.5,
        service: Some(EventService::Advice),
        months: Some(24),
    },
    Card {
        name: "A charity gives up",
        story: "Two contracts ended in the same month. The minibus is for sale.",
        kind: EventKind::Closure,
        size: 0.5,
        service: Some(EventService::Voluntary),
        months: None,
    },
    Card {
        name: "A leader leaves",
        story: "The person who opened doors has a new job elsewhere. The doors are still there.",
        kind: EventKind::LeaderLeaves,
        size: 0.5,
        service: None,
        months: None,
    },
];

/// A number of its own for this draw, so that no other draw from a game's number is the same.
const DRAW: u64 = 0x5eed_0f7e_a35c_a9d1;

/// A card and after which round it is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    card: u8,
    after: u8,
}

/// The rounds after which a card may be turned in a game of so many: those in the middle.
pub fn afters(rounds: u32) -> Vec<u32> {
    [rounds / 2, rounds / 2 + 1]
        .into_iter()
        .filter(|after| (1..rounds).contains(after))
        .collect()
}

impl Turned {
    /// A card by its position in the deck; none when there is no such card, or no such moment in a game of so many rounds.
    pub fn new(card: usize, after: u32, rounds: u32) -> Option<Self> {
        (card < DECK.len() && (1..rounds).contains(&after)).then_some(Self {
            card: card as u8,
            after: after as u8,
        })
    }

    /// The card and the moment that a game's number draws. A game of one round has none.
    pub fn drawn(number: u32, rounds: u32) -> Option<Self> {
        let afters = afters(rounds);
        let luck = mix(u64::from(number) ^ DRAW);
        let after = *afters.get((mix(luck) % afters.len().max(1) as u64) as usize)?;
        Self::new((luck % DECK.len() as u64) as usize, after, rounds)
    }

    /// Its position in the deck.
    pub fn position(self) -> usize {
        usize::from(self.card)
    }

    /// After which round it is turned, counted from 1.
    pub fn after(self) -> u32 {
        u32::from(self.after)
    }

    /// The card.
    pub fn card(self) -> &'static Card {
        &DECK[self.position()]
    }

    /// What it brings.
    pub fn event(self) -> Event {
        let card = self.card();
        Event {
            month: self.after() * YEARS * 12,
            kind: card.kind,
            size: card.size,
            service: card.service,
            months: card.months,
        }
    }

    /// What it does, in one sentence: size, service, how long.
    pub fn effect(self) -> String {
        shock_words(&self.event())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_game_draws_one_card_in_the_middle_and_always_the_same() {
        for rounds in 1..=10 {
            for number in 0..200 {
                let drawn = Turned::drawn(number, rounds);
                assert_eq!(drawn, Turned::drawn(number, rounds));
                assert_eq!(drawn.is_some(), rounds > 1, "{rounds} rounds");
                assert!(drawn.is_none_or(|card| afters(rounds).contains(&card.after())));
            }
        }
        assert_eq!(afters(5), [2, 3]);
        assert_eq!(afters(2), [1]);
    }

    #[test]
    fn every_card_and_moment_is_drawn_by_some_game() {
        for position in 0..DECK.len() {
            for after in [2, 3] {
                assert!(
                    (0..200)
                        .any(|number| Turned::drawn(number, 5) == Turned::new(position, after, 5))
                );
            }
        }
    }

    #[test]
    fn a_card_says_what_it_does() {
        for position in 0..DECK.len() {
            let card = Turned::new(position, 2, 5).unwrap();
            assert_eq!(card.event().month, 48);
            assert!(
                card.effect().starts_with("At the start of year 5, ")
                    && card.effect().ends_with('.'),
                "{}",
                card.effect()
            );
            assert_eq!(
                card.event().kind == EventKind::Closure,
                card.event().service.is_some()
            );
        }
        assert_eq!(
            Turned::new(0, 5, 5),
            None,
            "after the last round nothing is left to hit"
        );
        assert_eq!(Turned::new(DECK.len(), 2, 5), None);
    }
}
