//! One person's life in two arms, lived again under the luck of a replicate. The lives are those of [`super::run`]: watching
//! changes nothing.

use super::prepared::{Life, Start};
use super::{Job, Prepared};
use crate::engine::funding::approach_key;
use crate::indicators::life::{Followed, LifeObserver, Moment};
use crate::random::Key;
use serde::{Deserialize, Serialize};

/// One person in two arms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoLives {
    /// Who it is.
    pub followed: Followed,
    /// Positions of the two arms in the scenario; differences are the second less the first.
    pub arms: [u32; 2],
    /// The months of each, month 0 being the one in which the arms branch. Approaches are positions in the scenario's list.
    pub lives: [Vec<Moment>; 2],
}

impl Prepared {
    /// Lives two arms from a spun-up world and watches one person. The error is a sentence for people.
    pub fn follow(&self, start: &Start, arms: [u32; 2], slot: u32) -> Result<TwoLives, String> {
        let [first, second] = arms;
        let (followed, one) = self.follow_in(start, first, slot)?;
        let (_, other) = self.follow_in(start, second, slot)?;
        Ok(TwoLives { followed, arms, lives: [one, other] })
    }

    /// Lives one arm from a spun-up world and watches one person.
    pub fn follow_in(&self, start: &Start, arm: u32, slot: u32) -> Result<(Followed, Vec<Moment>), String> {
        if arm as usize >= self.scenario.arms.len() {
            return Err(format!("arm: found {arm}; wanted one of {} arms, counted from 0", self.scenario.arms.len()));
        }
        let parameters = &self.scenario.parameters;
        let mut life = Life::new(self, start, arm, false);
        // Projects number approaches as the arm's contract does; a life is told in the scenario's numbers.
        let bought = self.contract(arm, 0).approaches;
        let keys: Vec<Key> = bought.iter().map(|approach| approach_key(&approach.id)).collect();
        let mut observer = LifeObserver::new(&life.world, parameters, slot, keys)
            .ok_or_else(|| format!("person: found {slot}; nobody lives there when the arms branch"))?;
        while life.month() < self.scenario.months() {
            life.step(self);
            observer.month(&life.world, parameters);
        }
        let (followed, mut moments) = observer.life();
        let position = |contract: u16| {
            let id = bought.get(usize::from(contract)).map(|approach| approach.id.as_str());
            self.scenario.approaches.iter().position(|approach| Some(approach.id.as_str()) == id).unwrap_or(0) as u16
        };
        for moment in &mut moments {
            moment.reached.iter_mut().chain(&mut moment.running).for_each(|approach| *approach = position(*approach));
        }
        Ok((followed, moments))
    }
}

/// The job whose worlds the two lives are lived in: the one that is pictured.
pub fn pictured(arms: [u32; 2]) -> Job {
    Job { replicate: 0, arms: arms.to_vec(), frames: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::run;
    use crate::indicators::life::Presence;
    use crate::indicators::{FrameMeasure, Frames, Since};
    use crate::scenario::{bundled, validate};

    fn small() -> Prepared {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        "invented-town".clone_into(&mut scenario.place);
        (scenario.people, scenario.years, scenario.spin_up_months, scenario.replicates) = (600, 3, 12, 1);
        (scenario.money.first_year, scenario.money.last_year) = (1, 3);
        Prepared { scenario, place: crate::place::example::small() }
    }

    #[test]
    fn the_lives_are_those_of_the_pictures() {
        let prepared = small();
        let outcome = run(&prepared, &pictured([1, 2]));
        let start = prepared.spin_up(0);
        let mut compared = 0;
        for slot in (0..600).step_by(41) {
            let Ok(two) = prepared.follow(&start, [1, 2], slot) else { continue };
            assert_eq!(two.lives[0][0], two.lives[1][0], "both begin in the same world");
            for (life, arm) in two.lives.iter().zip(&outcome.arms) {
                assert_eq!(life.len(), 37);
                let frames = arm.frames.as_ref().unwrap();
                for (picture, month) in frames.months.iter().enumerate() {
                    let moment = &life[*month as usize];
                    if moment.presence == Presence::Here {
                        let byte = frames.plane(picture, FrameMeasure::Wellbeing)[slot as usize];
                        assert_eq!(byte, (moment.wellbeing * 25.0) as u8, "{slot} {month}");
                        compared += 1;
                    }
                }
                let (last, seen) = (life.last().unwrap(), frames.seen(slot as usize).unwrap());
                let gone = frames.plane(frames.months.len() - 1, FrameMeasure::Wellbeing)[slot as usize] == Frames::NOBODY;
                assert_eq!(last.presence == Presence::Here, !gone && seen.since != Since::Branch, "{slot}");
                if last.presence == Presence::Here {
                    assert_eq!((seen.female, u16::from(seen.age)), (two.followed.female, (two.followed.age_months + 36) / 12));
                }
            }
        }
        assert!(compared > 200, "{compared}");
    }

    #[test]
    fn approaches_are_named_by_the_scenario_whatever_an_arm_may_buy() {
        let mut prepared = small();
        let wanted = prepared.scenario.approaches.iter().position(|a| a.id == "community-engagement").unwrap();
        prepared.scenario.arms[2].approaches = vec!["community-engagement".to_owned()];
        let start = prepared.spin_up(0);
        let (_, life) = prepared.follow_in(&start, 2, 0).unwrap();
        assert!(life.iter().any(|moment| moment.running == [wanted as u16]), "it never came to the neighbourhood");
        assert!(life.iter().all(|moment| moment.running.iter().all(|approach| usize::from(*approach) == wanted)));
    }

    #[test]
    fn somebody_who_is_not_there_and_an_arm_that_is_not_are_named() {
        let prepared = small();
        let start = prepared.spin_up(0);
        assert!(prepared.follow(&start, [1, 2], 9_999_999).unwrap_err().contains("9999999"));
        assert!(prepared.follow(&start, [1, 7], 0).unwrap_err().contains("arm: found 7"));
    }
}
