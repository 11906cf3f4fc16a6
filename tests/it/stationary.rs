//! Whether business as usual stands still: without money and without events a place in ten years is
//! much what it was.

use crate::worlds;
use kith::analysis::patterns::Patterns;
use kith::analysis::question::Question;

/// What must not drift by a twentieth. Left out: what is counted in tens or a few hundreds at this
/// size (carers, crises, homes lost; `kith check patterns` looks at them in larger places), gaps
/// between two small groups, and savings, which are about nought.
const STILL: [&str; 15] = [
    "wellbeing",
    "close_friends",
    "control",
    "in_work",
    "population",
    "ae_attendances",
    "emergency_admissions",
    "gp_contacts",
    "demand",
    "failure_demand",
    "volunteers",
    "crime",
    "learning",
    "environment",
    "area_satisfaction",
];

#[test]
fn business_as_usual_stands_still_for_ten_years() {
    let mut scenario = worlds::small(4_000, 10);
    scenario.spin_up_months = 60;
    let answer = Patterns {
        scenario,
        seeds: 3,
        only: vec![1],
    }
    .ask()
    .expect("the place can be lived in");
    let mut moved = Vec::new();
    for id in STILL {
        let found = answer.drift.iter().find(|drift| drift.indicator == id);
        let found = found.unwrap_or_else(|| panic!("there is no indicator {id}"));
        assert!(
            found.first > 0.0 && found.main,
            "{id}: nothing to drift from"
        );
        if !found.stands_still {
            moved.push(format!("{id}: {} to {}", found.first, found.last));
        }
    }
    assert!(moved.is_empty(), "{moved:#?}");
}
