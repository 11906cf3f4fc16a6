//! What is kept from one question to the next where worlds are lived: places, and spun-up worlds by
//! what they depend on and by replicate. Whoever comes back to assumptions of before finds them.

use super::kept::{same_place, same_spin_up};
use super::prepared::Start;
use crate::place::Place;
use crate::scenario::Scenario;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many different spin-ups are remembered.
const MOST: usize = 4;

/// One place under one set of assumptions.
struct Ground {
    /// A scenario that has this spin-up: what else it says is not looked at.
    scenario: Scenario,
    place: Arc<Place>,
    starts: BTreeMap<u32, Arc<Start>>,
}

/// Places and spun-up worlds, the ones used last at the end.
pub struct Grounds {
    kept: Vec<Ground>,
    /// Persons whose spun-up worlds may be kept.
    room: u32,
}

impl Grounds {
    /// Nothing kept yet. `room`: persons whose spun-up worlds are kept at the most, the pictured
    /// replicate of the last question apart.
    pub fn new(room: u32) -> Self {
        Self {
            kept: Vec::new(),
            room,
        }
    }

    /// The place of a scenario, if it was made before.
    pub fn place(&self, scenario: &Scenario) -> Option<Arc<Place>> {
        let same = |ground: &&Ground| same_place(&ground.scenario, scenario);
        let ground = self.kept.iter().rev().find(same)?;
        Some(Arc::clone(&ground.place))
    }

    /// The questions to come are about this scenario.
    pub fn turn_to(&mut self, scenario: &Scenario, place: &Arc<Place>) {
        let same = |ground: &Ground| same_spin_up(&ground.scenario, scenario);
        let ground = match self.kept.iter().position(same) {
            Some(position) => self.kept.remove(position),
            None => Ground {
                scenario: scenario.clone(),
                place: Arc::clone(place),
                starts: BTreeMap::new(),
            },
        };
        if self.kept.len() >= MOST {
            self.kept.remove(0);
        }
        self.kept.push(ground);
    }

    /// The spun-up world of a replicate of the scenario turned to last, if it is kept.
    pub fn start(&self, replicate: u32) -> Option<Arc<Start>> {
        self.kept.last()?.starts.get(&replicate).cloned()
    }

    /// Keeps the spun-up world of a replicate of the scenario turned to last, where there is room:
    /// those of older questions go first. Of one question those that came first stay, because
    /// replicates are asked for in the same order again and again.
    pub fn keep(&mut self, replicate: u32, start: &Arc<Start>) {
        let persons =
            |ground: &Ground| (ground.starts.len() as u32).saturating_mul(ground.scenario.people);
        while self.kept.len() > 1 && self.kept.iter().map(persons).sum::<u32>() >= self.room {
            self.kept.remove(0);
        }
        let room = self.room;
        if let Some(ground) = self.kept.last_mut()
            && (persons(ground) < room || replicate == 0)
        {
            ground
                .starts
                .entry(replicate)
                .or_insert_with(|| Arc::clone(start));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;
    use crate::ensemble::Prepared;

    fn with(prepared: &Prepared, change: impl Fn(&mut Scenario)) -> Scenario {
        let mut scenario = prepared.scenario.clone();
        change(&mut scenario);
        scenario
    }

    #[test]
    fn a_spun_up_world_is_there_as_long_as_nothing_changes_that_it_depends_on() {
        let prepared = small();
        let start = Arc::new(prepared.spin_up(0));
        let mut grounds = Grounds::new(10_000);
        assert!(grounds.place(&prepared.scenario).is_none() && grounds.start(0).is_none());
        grounds.turn_to(&prepared.scenario, &prepared.place);
        grounds.keep(0, &start);
        let lever = with(&prepared, |s| s.arms[1].budget = 0.5);
        grounds.turn_to(&lever, &prepared.place);
        assert!(Arc::ptr_eq(&grounds.start(0).unwrap(), &start));
        let other = with(&prepared, |s| s.parameters.mechanisms.demography = 0.0);
        grounds.turn_to(&other, &grounds.place(&other).unwrap());
        assert!(
            grounds.start(0).is_none(),
            "other assumptions, other worlds"
        );
        grounds.turn_to(&lever, &prepared.place);
        assert!(grounds.start(0).is_some(), "back again");
        let seed = with(&prepared, |s| s.seed += 1);
        assert!(grounds.place(&seed).is_none(), "other people");
    }

    #[test]
    fn there_is_room_for_so_many_persons_and_the_oldest_go_first() {
        let prepared = small();
        let start = Arc::new(prepared.spin_up(0));
        let people = prepared.scenario.people;
        let mut grounds = Grounds::new(2 * people);
        grounds.turn_to(&prepared.scenario, &prepared.place);
        (0..4).for_each(|replicate| grounds.keep(replicate, &start));
        let there = |grounds: &Grounds| (0..4).filter(|r| grounds.start(*r).is_some()).count();
        assert_eq!(there(&grounds), 2);
        let other = with(&prepared, |s| s.spin_up_months += 12);
        grounds.turn_to(&other, &prepared.place);
        grounds.keep(1, &start);
        assert_eq!(there(&grounds), 1);
        grounds.turn_to(&prepared.scenario, &prepared.place);
        assert_eq!(there(&grounds), 0, "the older ones made room");
        for months in 1..9 {
            grounds.turn_to(&with(&prepared, |s| s.years = months), &prepared.place);
            grounds.turn_to(
                &with(&prepared, |s| s.spin_up_months += 12 * months),
                &prepared.place,
            );
        }
        assert!(grounds.kept.len() <= MOST);
    }
}
