//! Words of the hour, where they count from one or follow from a person.

use crate::indicators::introduced::Circumstance;

pub(crate) use crate::words::workshop::*;

/// "Step 3 of 10 · 6 min".
pub fn progress(step: usize, steps: usize, minutes: u32) -> String {
    step_of(step + 1, steps, minutes)
}

/// "Back to step 3".
pub fn back_to(step: usize) -> String {
    back_to_step(step + 1)
}

/// "2:05 of 3 min".
pub fn clock(seconds: u32, minutes: u32) -> String {
    clock_of(seconds / 60, &format!("{:02}", seconds % 60), minutes)
}

/// "3. The pilots · 3 min".
pub fn step_name(step: usize, title: &str, minutes: u32) -> String {
    step_title(step + 1, title, minutes)
}

/// "What became of person 2".
pub fn follow(position: usize) -> String {
    follow_person(position + 1)
}

/// What somebody is introduced for.
pub fn introduced_for(circumstance: Circumstance, years: u32) -> String {
    match circumstance {
        Circumstance::Carer => MET_CARER.to_string(),
        Circumstance::Supported => MET_SUPPORTED.to_string(),
        Circumstance::Newcomer => met_newcomer(years),
    }
}
