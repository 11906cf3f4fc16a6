//! The scenarios of the golden results: bundled ones, made small. Shared by the native and the
//! browser tests.

use kith::ensemble::{Ensemble, Job, prepare, run};
use kith::scenario::bundled;
use kith::scenario::validate::parse;

/// Bundled scenario, people, years.
const SCENARIOS: [(&str, u32, u32); 3] = [
    ("trafford", 800, 2),
    ("wigan", 600, 1),
    ("no-money", 600, 1),
];

/// Every scenario's fingerprint, a line each.
pub fn fingerprints() -> String {
    SCENARIOS.iter().fold(String::new(), |lines, scenario| {
        lines + scenario.0 + " " + &fingerprint(scenario) + "\n"
    })
}

/// The fingerprint of two replicates of all arms.
fn fingerprint(&(id, people, years): &(&str, u32, u32)) -> String {
    let text = bundled::scenarios()
        .iter()
        .find(|(known, _)| *known == id)
        .expect("bundled")
        .1;
    let mut scenario = parse(text).expect("valid");
    scenario.people = people;
    scenario.years = years;
    scenario.spin_up_months = 12;
    scenario.money.last_year = years;
    let arms = (0..scenario.arms.len() as u32).collect::<Vec<_>>();
    let prepared = prepare(scenario).expect("generated");
    let mut ensemble = Ensemble::default();
    for replicate in 0..2 {
        ensemble.add(run(
            &prepared,
            &Job {
                replicate,
                arms: arms.clone(),
                frames: false,
            },
        ));
    }
    ensemble.fingerprint()
}
