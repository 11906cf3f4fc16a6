//! One person's life in two arms, lived again under the luck of a replicate. The lives are those of
//! [`super::run`]: watching changes nothing.

use super::prepared::{Life, SpinUp, Start};
use super::{Job, Prepared};
use crate::engine::funding::approach_key;
use crate::indicators::life::{Followed, LifeObserver, Moment};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Arc;

/// One person in two arms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoLives {
    /// Who it is.
    pub followed: Followed,
    /// Positions of the two arms in the scenario; differences are the second less the first.
    pub arms: [u32; 2],
    /// The months of each, month 0 being the one in which the arms branch. Approaches are positions
    /// in the scenario's list.
    pub lives: [Vec<Moment>; 2],
}

/// One life, or why there is none; the words are for people.
pub type Lived = Result<(Followed, Vec<Moment>), String>;

/// One life on its way, lived in slices, so that whoever lives it can listen between them.
pub struct Following {
    slot: u32,
    arm: u32,
    /// Until the arms branch.
    spin_up: Option<SpinUp>,
    start: Option<Arc<Start>>,
    /// From then on.
    life: Option<(Life, LifeObserver)>,
}

impl Following {
    /// Whoever lives at a position when the arms of a replicate branch, in one arm; with the
    /// spun-up world, where it was kept.
    pub fn new(
        prepared: &Prepared,
        replicate: u32,
        arm: u32,
        slot: u32,
        start: Option<Arc<Start>>,
    ) -> Self {
        let spin_up = start.is_none().then(|| SpinUp::new(prepared, replicate));
        Self {
            slot,
            arm,
            spin_up,
            start,
            life: None,
        }
    }

    /// Lives so many months more, or fewer where the spin-up ends; the life with the last of them.
    pub fn advance(&mut self, prepared: &Prepared, months: u32) -> Option<Lived> {
        if let Some(spin_up) = self.spin_up.take() {
            match spin_up.advance(prepared, months) {
                ControlFlow::Break(start) => self.start = Some(Arc::new(start)),
                ControlFlow::Continue(rest) => self.spin_up = Some(rest),
            }
            return None;
        }
        if self.life.is_none() {
            match self.begin(prepared) {
                Ok(life) => self.life = Some(life),
                Err(words) => return Some(Err(words)),
            }
        }
        let (life, observer) = self.life.as_mut()?;
        for _ in 0..months {
            if life.month() >= prepared.scenario.months() {
                break;
            }
            life.step(prepared);
            observer.month(&life.world, &prepared.scenario.parameters);
        }
        if life.month() < prepared.scenario.months() {
            return None;
        }
        let (_, observer) = self.life.take()?;
        Some(Ok(in_scenario_numbers(prepared, self.arm, observer)))
    }

    fn begin(&self, prepared: &Prepared) -> Result<(Life, LifeObserver), String> {
        let arms = prepared.scenario.arms.len();
        let start = self.start.as_ref().filter(|_| (self.arm as usize) < arms);
        let start = start.ok_or_else(|| {
            format!(
                "arm: found {}; wanted one of {arms} arms, counted from 0",
                self.arm
            )
        })?;
        let life = Life::new(prepared, start, self.arm, false);
        // Projects number approaches as the arm's contract does.
        let keys = prepared
            .contract(self.arm, 0)
            .approaches
            .iter()
            .map(|approach| approach_key(&approach.id))
            .collect();
        let observer =
            LifeObserver::new(&life.world, &prepared.scenario.parameters, self.slot, keys);
        let nobody = || {
            format!(
                "person: found {}; nobody lives there when the arms branch",
                self.slot
            )
        };
        Ok((life, observer.ok_or_else(nobody)?))
    }
}

/// A life is told in the scenario's numbers of approaches, whatever its arm may buy.
fn in_scenario_numbers(
    prepared: &Prepared,
    arm: u32,
    observer: LifeObserver,
) -> (Followed, Vec<Moment>) {
    let bought = prepared.contract(arm, 0).approaches;
    let all = &prepared.scenario.approaches;
    let position = |contract: u16| {
        let id = bought
            .get(usize::from(contract))
            .map(|approach| approach.id.as_str());
        all.iter()
            .position(|approach| Some(approach.id.as_str()) == id)
            .unwrap_or(0) as u16
    };
    let (followed, mut moments) = observer.life();
    for moment in &mut moments {
        moment
            .reached
            .iter_mut()
            .chain(&mut moment.running)
            .for_each(|approach| *approach = position(*approach));
    }
    (followed, moments)
}

impl Prepared {
    /// Lives two arms from a spun-up world and watches one person. The error is a sentence for
    /// people.
    pub fn follow(
        &self,
        start: &Arc<Start>,
        arms: [u32; 2],
        slot: u32,
    ) -> Result<TwoLives, String> {
        let [first, second] = arms;
        let (followed, one) = self.follow_in(start, first, slot)?;
        let (_, other) = self.follow_in(start, second, slot)?;
        Ok(TwoLives {
            followed,
            arms,
            lives: [one, other],
        })
    }

    /// Lives one arm from a spun-up world and watches one person.
    pub fn follow_in(&self, start: &Arc<Start>, arm: u32, slot: u32) -> Lived {
        let mut following = Following::new(self, 0, arm, slot, Some(Arc::clone(start)));
        loop {
            if let Some(lived) = following.advance(self, self.scenario.months().max(1)) {
                return lived;
            }
        }
    }
}

/// The job whose worlds the two lives are lived in: the one that is pictured.
pub fn pictured(arms: [u32; 2]) -> Job {
    Job {
        replicate: 0,
        arms: arms.to_vec(),
        frames: true,
    }
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
        (
            scenario.people,
            scenario.years,
            scenario.spin_up_months,
            scenario.replicates,
        ) = (600, 3, 12, 1);
        (scenario.money.first_year, scenario.money.last_year) = (1, 3);
        Prepared {
            scenario,
            place: crate::place::example::small(),
        }
    }

    #[test]
    fn the_lives_are_those_of_the_pictures() {
        let prepared = small();
        let outcome = run(&prepared, &pictured([1, 2]));
        let start = Arc::new(prepared.spin_up(0));
        let mut compared = 0;
        for slot in (0..600).step_by(41) {
            let Ok(two) = prepared.follow(&start, [1, 2], slot) else {
                continue;
            };
            assert_eq!(
                two.lives[0][0], two.lives[1][0],
                "both begin in the same world"
            );
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
                let gone = frames.plane(frames.months.len() - 1, FrameMeasure::Wellbeing)
                    [slot as usize]
                    == Frames::NOBODY;
                assert_eq!(
                    last.presence == Presence::Here,
                    !gone && seen.since != Since::Branch,
                    "{slot}"
                );
                if last.presence == Presence::Here {
                    assert_eq!(
                        (seen.female, u16::from(seen.age)),
                        (two.followed.female, (two.followed.age_months + 36) / 12)
                    );
                }
            }
        }
        assert!(compared > 200, "{compared}");
    }

    #[test]
    fn slices_of_any_length_give_the_life_of_one_go() {
        let prepared = small();
        let whole = prepared
            .follow_in(&Arc::new(prepared.spin_up(0)), 2, 5)
            .unwrap();
        for months in [1, 5, 100] {
            let mut following = Following::new(&prepared, 0, 2, 5, None);
            let mut slices = 0;
            let lived = loop {
                slices += 1;
                if let Some(lived) = following.advance(&prepared, months) {
                    break lived.unwrap();
                }
            };
            assert_eq!(lived, whole, "slices of {months}");
            assert_eq!(
                slices,
                12_u32.div_ceil(months) + 36_u32.div_ceil(months),
                "nothing longer is lived between two looks"
            );
        }
    }

    #[test]
    fn approaches_are_named_by_the_scenario_whatever_an_arm_may_buy() {
        let mut prepared = small();
        let wanted = prepared
            .scenario
            .approaches
            .iter()
            .position(|a| a.id == "community-engagement")
            .unwrap();
        prepared.scenario.arms[2].approaches = vec!["community-engagement".to_owned()];
        let start = Arc::new(prepared.spin_up(0));
        let (_, life) = prepared.follow_in(&start, 2, 0).unwrap();
        assert!(
            life.iter().any(|moment| moment.running == [wanted as u16]),
            "it never came to the neighbourhood"
        );
        assert!(life.iter().all(|moment| {
            moment
                .running
                .iter()
                .all(|approach| usize::from(*approach) == wanted)
        }));
    }

    #[test]
    fn somebody_who_is_not_there_and_an_arm_that_is_not_are_named() {
        let prepared = small();
        let start = Arc::new(prepared.spin_up(0));
        assert!(
            prepared
                .follow(&start, [1, 2], 9_999_999)
                .unwrap_err()
                .contains("9999999")
        );
        assert!(
            prepared
                .follow(&start, [1, 7], 0)
                .unwrap_err()
                .contains("arm: found 7")
        );
    }
}
