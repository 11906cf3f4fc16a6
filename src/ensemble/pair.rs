//! The two arms that a comparison is about, in the one order that everything keeps: (reference,
//! alternative). A difference is always the alternative less the reference. Knows no strategy: an
//! arm is a position in the scenario.

use crate::scenario::Scenario;

/// Positions of two arms in a scenario. A difference is the alternative less the reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The arm that is subtracted: what the other is measured against.
    pub reference: usize,
    /// The arm that the difference is counted for.
    pub alternative: usize,
}

/// The names of the two arms of a pair. A difference is the alternative less the reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Names<'a> {
    /// The arm that is subtracted.
    pub reference: &'a str,
    /// The arm that the difference is counted for.
    pub alternative: &'a str,
}

impl Pair {
    /// The pair that a scenario is about, the same for every question asked of it, or none where
    /// there are no two arms.
    ///
    /// Pilots and the whole area where both are there, in this order; else the last two arms that
    /// are not business as usual, the later one the alternative; else the last two.
    pub fn of(scenario: &Scenario) -> Option<Self> {
        let arms = &scenario.arms;
        let position = |id: &str| arms.iter().position(|arm| arm.id == id);
        if let (Some(reference), Some(alternative)) = (position("pilots"), position("whole-area")) {
            return Some(Self {
                reference,
                alternative,
            });
        }
        let usual = usual(scenario);
        let mut last = (0..arms.len()).rev().filter(|k| Some(*k) != usual);
        let (alternative, reference) = (last.next()?, last.next()?);
        Some(Self {
            reference,
            alternative,
        })
    }

    /// The pair that a page shows: where there is one arm alone, that arm twice.
    pub fn shown(scenario: &Scenario) -> Self {
        Self::of(scenario).unwrap_or_default()
    }

    /// The pair the other way round.
    #[must_use]
    pub fn turned(self) -> Self {
        Self {
            reference: self.alternative,
            alternative: self.reference,
        }
    }

    /// The names of the two.
    pub fn names(self, scenario: &Scenario) -> Names<'_> {
        let name = |k: usize| scenario.arms.get(k).map_or("", |arm| arm.name.as_str());
        Names {
            reference: name(self.reference),
            alternative: name(self.alternative),
        }
    }

    /// The ids of the two, as in files; each empty where there is no such arm.
    pub fn ids(self, scenario: &Scenario) -> Names<'_> {
        let id = |k: usize| scenario.arms.get(k).map_or("", |arm| arm.id.as_str());
        Names {
            reference: id(self.reference),
            alternative: id(self.alternative),
        }
    }
}

/// Business as usual, where a scenario has it beside two other arms.
pub fn usual(scenario: &Scenario) -> Option<usize> {
    let is_usual = |id: &str| id == "business-as-usual" || id == "usual";
    scenario
        .arms
        .iter()
        .position(|arm| is_usual(&arm.id))
        .filter(|_| scenario.arms.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{bundled, validate};

    fn with_arms(ids: &[&str]) -> Scenario {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        let arm = scenario.arms[1].clone();
        scenario.arms = ids
            .iter()
            .map(|id| crate::scenario::Arm {
                id: (*id).to_owned(),
                name: id.to_uppercase(),
                ..arm.clone()
            })
            .collect();
        scenario
    }

    fn pair(ids: &[&str]) -> Option<(usize, usize)> {
        Pair::of(&with_arms(ids)).map(|pair| (pair.reference, pair.alternative))
    }

    #[test]
    fn pilots_are_the_reference_of_the_whole_area_wherever_they_stand() {
        assert_eq!(
            pair(&["business-as-usual", "pilots", "whole-area"]),
            Some((1, 2))
        );
        assert_eq!(
            pair(&["whole-area", "business-as-usual", "pilots", "mine"]),
            Some((2, 0))
        );
    }

    #[test]
    fn else_the_last_two_that_are_not_business_as_usual_are_compared() {
        assert_eq!(pair(&["business-as-usual", "a", "b", "c"]), Some((2, 3)));
        assert_eq!(pair(&["a", "b", "business-as-usual"]), Some((0, 1)));
        assert_eq!(pair(&["business-as-usual", "a"]), Some((0, 1)));
        assert_eq!(pair(&["a"]), None);
    }

    #[test]
    fn names_follow_the_pair_and_one_arm_is_shown_with_itself() {
        let scenario = with_arms(&["business-as-usual", "pilots", "whole-area"]);
        let found = Pair::shown(&scenario);
        assert_eq!(
            found.names(&scenario),
            Names {
                reference: "PILOTS",
                alternative: "WHOLE-AREA"
            }
        );
        assert_eq!(
            found.turned().ids(&scenario),
            Names {
                reference: "whole-area",
                alternative: "pilots"
            }
        );
        assert_eq!(usual(&scenario), Some(0));
        let one = with_arms(&["mine"]);
        assert_eq!((Pair::shown(&one), usual(&one)), (Pair::default(), None));
    }
}
