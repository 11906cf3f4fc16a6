//! What a person should think twice about: choices that are allowed, and yet unlikely to say what
//! they seem to say.
//!
//! A warning never stops anything. It says what was found, why that matters, and what would be
//! plausible, with the row of the evidence register that says so where there is one. Knows no
//! results: it reads the question only.

mod arms;

#[cfg(test)]
mod tests;

use super::Scenario;
use super::parameters::beyond::mark;
use super::sources::ASSUMPTION;
use std::fmt::{Display, Formatter};

/// The part of a scenario that a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Pounds a head.
    Money,
    /// The funded years.
    Funding,
    /// Assumptions outside their registered range.
    Beyond,
    /// How many people.
    People,
    /// How many re-runs.
    Replicates,
    /// What hits every arm.
    Shocks,
    /// The money of one arm beside the others; the arm's position.
    Budget(usize),
    /// How one arm works.
    Design(usize),
    /// What one arm may buy.
    Approaches(usize),
    /// What one arm decides, and when.
    Decisions(usize),
}

/// One thing to think twice about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is about.
    pub about: About,
    /// What was found. One sentence.
    pub found: String,
    /// Why that matters. One sentence.
    pub why: &'static str,
    /// What would be plausible. One sentence.
    pub plausible: String,
    /// The row of the evidence register that says so, or "assumption".
    pub source: &'static str,
}

impl Display for Warning {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {} {}", self.found, self.why, self.plausible)?;
        if self.source == ASSUMPTION {
            Ok(())
        } else {
            write!(out, " ({})", self.source)
        }
    }
}

/// The most that a large place programme had, and a long resident-led one: rows U12 and U13. Unit:
/// pounds a head a year.
const LARGEST_PROGRAMME: f64 = 510.0;
/// Years that a place partnership takes to work: row G07.
const YEARS_TO_WORK: u32 = 3;
/// Fewer people than this make crises too rare to compare.
const FEWEST_PEOPLE: u32 = 2_000;
/// Fewer re-runs than this seldom tell anything apart.
const FEWEST_REPLICATES: u32 = 16;

/// Everything to think twice about, the question first, then arm by arm.
pub fn warnings(scenario: &Scenario) -> Vec<Warning> {
    let mut found = Vec::new();
    money(scenario, &mut found);
    size(scenario, &mut found);
    beyond_range(scenario, &mut found);
    shocks(scenario, &mut found);
    for arm in 0..scenario.arms.len() {
        arms::look_at(scenario, arm, &mut found);
    }
    found
}

fn money(scenario: &Scenario, found: &mut Vec<Warning>) {
    let pounds = scenario.money.pounds_per_head_year;
    if pounds > LARGEST_PROGRAMME {
        found.push(Warning {
            about: About::Money,
            found: format!(
                "£{pounds:.0} a head a year is more than any English place programme had."
            ),
            why: "Nobody has seen what so much money does, so the model reaches beyond its \
                evidence.",
            plausible: format!(
                "New Deal for Communities, the largest, had about £{LARGEST_PROGRAMME:.0}; Big \
                 Local, long and led by residents, about £15 (U13)."
            ),
            source: "U12",
        });
    }
    if pounds <= 0.0 {
        found.push(Warning {
            about: About::Money,
            found: "There is no new money.".to_owned(),
            why: "Without money all ways of spending it are the same, and so are the worlds.",
            plausible:
                "That is a good check of the model; to compare strategies, choose an amount \
                above 0."
                    .to_owned(),
            source: ASSUMPTION,
        });
        return;
    }
    let last = scenario.money.last_year.min(scenario.years);
    let funded = (last + 1).saturating_sub(scenario.money.first_year);
    if funded < YEARS_TO_WORK {
        found.push(Warning {
            about: About::Funding,
            found: format!("New money comes for {} only.", years(funded)),
            why: "Money that ends before anything can ripen shows set-up and winding-down more \
                than what was meant.",
            plausible: "A place partnership took 2 to 5 years to work.".to_owned(),
            source: "G07",
        });
    }
}

fn size(scenario: &Scenario, found: &mut Vec<Warning>) {
    if scenario.people < FEWEST_PEOPLE {
        found.push(Warning {
            about: About::People,
            found: format!("There are {} invented people.", scenario.people),
            why: "So few have so few crises that luck hides what a strategy does.",
            plausible: "5,000 is a good start.".to_owned(),
            source: ASSUMPTION,
        });
    }
    if scenario.replicates < FEWEST_REPLICATES {
        found.push(Warning {
            about: About::Replicates,
            found: format!("There are {} runs.", scenario.replicates),
            why: "With so few, \"no clear difference\" may only mean that too little was tried.",
            plausible: "64 tell most differences from luck.".to_owned(),
            source: ASSUMPTION,
        });
    }
}

fn beyond_range(scenario: &Scenario, found: &mut Vec<Warning>) {
    if let Some(mark) = mark(&scenario.parameters.beyond()) {
        found.push(Warning {
            about: About::Beyond,
            found: format!("Something is {mark}."),
            why: "Nobody built or checked the model for such a value, so this tries the model and \
                says nothing of a place.",
            plausible: "Values within the range in brackets are plausible.".to_owned(),
            source: ASSUMPTION,
        });
    }
}

fn shocks(scenario: &Scenario, found: &mut Vec<Warning>) {
    let late = scenario
        .events
        .iter()
        .filter(|event| event.month + 12 > scenario.months())
        .count();
    if late > 0 {
        found.push(Warning {
            about: About::Shocks,
            found: "A shock comes in the last year.".to_owned(),
            why: "What follows from it lies beyond the end.",
            plausible: "Let it come earlier, or look at more years.".to_owned(),
            source: ASSUMPTION,
        });
    }
}

/// A number of years in words.
fn years(count: u32) -> String {
    match count {
        0 => "no year of the run".to_owned(),
        1 => "1 year".to_owned(),
        n => format!("{n} years"),
    }
}
