//! The words of the Why section where they follow from the scenario. Sentences that follow from
//! answers are in
//! `charts::why`.

use crate::charts::number::plain;
use crate::charts::why::level;
use crate::scenario::Scenario;
use crate::scenario::strategy::Level;

pub(crate) use crate::words::why::*;

/// Why the whole of an answer is not quite the difference of the headline.
pub fn own_whole(scenario: &Scenario) -> String {
    headline_rests_on(&size_runs(scenario.people, scenario.replicates))
}

/// The weights of levels, for those who do not see the picture.
pub fn weights(weights: &[f32; 5]) -> String {
    let each: Vec<String> = Level::ALL
        .iter()
        .zip(weights)
        .map(|(which, weight)| level_weight(level(*which), &plain(f64::from(*weight) * 100.0, 0)))
        .collect();
    weights_of(&each.join(", "))
}

/// Which scenario an answer is about that stands in for this one's.
pub fn stands_in(name: &str, last_year: u32, years: u32) -> String {
    if last_year >= years {
        stands_in_to_the_end(name)
    } else {
        stands_in_to_year(name, last_year, years)
    }
}
