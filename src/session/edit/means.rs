//! Changes of what an arm has to spend and of what it may buy. An empty list of approaches means all that its strategy buys.

use crate::scenario::strategy::preset;
use crate::scenario::{Arm, Scenario, limits};

pub(super) fn budget(scenario: &mut Scenario, arm: usize, share: f64) {
    if let Some(arm) = scenario.arms.get_mut(arm).filter(|_| share.is_finite()) {
        arm.budget = share.clamp(limits::BUDGET.0, limits::BUDGET.1);
    }
}

pub(super) fn all_approaches(scenario: &mut Scenario, arm: usize) {
    if let Some(arm) = scenario.arms.get_mut(arm) {
        arm.approaches.clear();
    }
}

/// Puts an approach on the list of an arm, or takes it off. The last one stays: an empty list would mean all. A list that
/// has come to what the strategy buys anyway is no list.
pub(super) fn approach(scenario: &mut Scenario, arm: usize, id: &str, allowed: bool) {
    let catalogue = &scenario.approaches;
    let Some(arm) = scenario.arms.get_mut(arm) else {
        return;
    };
    let buys = |arm: &Arm| {
        catalogue
            .iter()
            .filter(|a| arm.may_buy(a))
            .map(|a| a.id.clone())
            .collect::<Vec<String>>()
    };
    let before = buys(arm);
    if !preset(&arm.preset).is_none_or(|p| p.buys_approaches)
        || before.iter().any(|known| known == id) == allowed
    {
        return;
    }
    // In the order of the catalogue, whatever the order of the clicks.
    let wanted = |known: &str| {
        if known == id {
            allowed
        } else {
            before.iter().any(|b| b == known)
        }
    };
    let after: Vec<String> = catalogue
        .iter()
        .filter(|a| wanted(&a.id))
        .map(|a| a.id.clone())
        .collect();
    if after.is_empty() {
        return;
    }
    arm.approaches.clear();
    if buys(arm) != after {
        arm.approaches = after;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::choices::Choices;
    use super::*;

    fn scenario() -> Scenario {
        Choices::bundled().default_scenario().1.clone()
    }

    #[test]
    fn an_approach_switched_off_and_on_again_leaves_no_trace() {
        let before = scenario();
        let mut after = before.clone();
        approach(&mut after, 1, "timebanking", false);
        assert_eq!(after.arms[1].approaches.len(), before.approaches.len() - 1);
        let timebanking = before
            .approaches
            .iter()
            .find(|a| a.id == "timebanking")
            .unwrap();
        assert!(!after.arms[1].may_buy(timebanking) && after.arms[2].may_buy(timebanking));
        approach(&mut after, 1, "timebanking", true);
        assert_eq!(after, before);
    }

    #[test]
    fn the_last_approach_stays_and_unknown_ones_never_come() {
        let mut scenario = scenario();
        let ids: Vec<String> = scenario.approaches.iter().map(|a| a.id.clone()).collect();
        for id in &ids {
            approach(&mut scenario, 1, id, false);
        }
        assert_eq!(scenario.arms[1].approaches, [ids.last().unwrap().clone()]);
        approach(&mut scenario, 1, "alchemy", true);
        assert_eq!(scenario.arms[1].approaches.len(), 1);
        all_approaches(&mut scenario, 1);
        assert!(scenario.arms[1].approaches.is_empty());
    }

    #[test]
    fn more_of_the_same_buys_no_approaches() {
        let mut scenario = scenario();
        approach(&mut scenario, 0, "timebanking", true);
        assert!(scenario.arms[0].approaches.is_empty());
    }

    #[test]
    fn a_budget_is_held_to_its_limits() {
        let mut scenario = scenario();
        budget(&mut scenario, 1, -7.0);
        budget(&mut scenario, 2, f64::NAN);
        assert_eq!(
            (scenario.arms[1].budget, scenario.arms[2].budget),
            (-1.0, 1.0)
        );
    }
}
