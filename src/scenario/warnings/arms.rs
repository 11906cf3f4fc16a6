//! What to think twice about in one arm: its money beside the others', its design, what it may buy,
//! what it decides.

use super::{ASSUMPTION, About, Warning, years};
use crate::scenario::strategy::{Design, Level, preset};
use crate::scenario::{Arm, Scenario, limits};

pub(super) fn look_at(scenario: &Scenario, position: usize, found: &mut Vec<Warning>) {
    let arm = &scenario.arms[position];
    budget(scenario, position, found);
    if scenario.money.pounds_per_head_year <= 0.0 || arm.budget <= 0.0 {
        return;
    }
    if preset(&arm.preset).is_none_or(|preset| preset.buys_approaches) {
        horizon(scenario, position, found);
        levels(position, arm, found);
        approaches(scenario, position, found);
        at_odds(position, arm, found);
        power(scenario, position, found);
    }
    decisions(scenario, position, found);
}

fn budget(scenario: &Scenario, position: usize, found: &mut Vec<Warning>) {
    let arm = &scenario.arms[position];
    let most = scenario
        .arms
        .iter()
        .map(|arm| arm.budget)
        .fold(f64::NEG_INFINITY, f64::max);
    if arm.budget >= most {
        return;
    }
    let share = (arm.budget * 100.0).round();
    let found_words = if arm.budget < 0.0 {
        format!(
            "{} takes money out of today's services ({share} % of the investment).",
            arm.name
        )
    } else {
        format!("{} spends {share} % of the money.", arm.name)
    };
    found.push(Warning {
        about: About::Budget(position),
        found: found_words,
        why: "The worlds then differ in how much is spent, and not only in how: the seal \"same \
            money\" is broken.",
        plausible: "For the same money, let every way spend 100 %.".to_owned(),
        source: ASSUMPTION,
    });
}

fn horizon(scenario: &Scenario, position: usize, found: &mut Vec<Warning>) {
    let arm = &scenario.arms[position];
    let last = scenario.money.last_year.min(scenario.years);
    let funded = (last + 1).saturating_sub(scenario.money.first_year);
    let promised = (arm.design.horizon_months / 12.0).round() as u32;
    if promised > funded && funded > 0 {
        found.push(Warning {
            about: About::Design(position),
            found: format!(
                "{} promises funding for {}, and there is money for {}.",
                arm.name,
                years(promised),
                years(funded)
            ),
            why: "A promise goes no further than the money, so its last round is cut short.",
            plausible: format!(
                "Promise at most {}, or let the money last longer.",
                years(funded)
            ),
            source: ASSUMPTION,
        });
    }
}

fn levels(position: usize, arm: &Arm, found: &mut Vec<Warning>) {
    let funded: Vec<Level> = Level::ALL
        .into_iter()
        .filter(|level| arm.design.levels[*level as usize] > 0.0)
        .collect();
    if let [only] = funded[..] {
        found.push(Warning {
            about: About::Design(position),
            found: format!(
                "All of {}'s money goes to one level: {}.",
                arm.name,
                only.id()
            ),
            why: "What one level cannot use goes to more of today's services: see where the pounds \
                went.",
            plausible:
                "No place programme in the register worked at one level alone; compare with \
                a second level switched on."
                    .to_owned(),
            source: ASSUMPTION,
        });
    }
}

/// Levels that an arm ever funds, its decisions included.
fn ever_funded(arm: &Arm) -> [bool; 5] {
    let mut funded = arm.design.levels.map(|weight| weight > 0.0);
    for levels in arm.decisions.iter().filter_map(|decision| decision.levels) {
        for (funded, weight) in funded.iter_mut().zip(levels) {
            *funded |= weight > 0.0;
        }
    }
    funded
}

fn approaches(scenario: &Scenario, position: usize, found: &mut Vec<Warning>) {
    let arm = &scenario.arms[position];
    let funded = ever_funded(arm);
    let mut bought = [0_usize; 5];
    for approach in scenario
        .approaches
        .iter()
        .filter(|approach| arm.may_buy(approach))
    {
        bought[approach.level as usize] += 1;
    }
    let empty: Vec<&str> = Level::ALL
        .into_iter()
        .filter(|l| funded[*l as usize] && bought[*l as usize] == 0)
        .map(Level::id)
        .collect();
    if (0..5).all(|level| !funded[level] || bought[level] == 0) {
        found.push(Warning {
            about: About::Approaches(position),
            found: format!("{} may buy nothing at the levels that it funds.", arm.name),
            why: "All of its money goes to more of today's services.",
            plausible: "Fund the levels of what it may buy, or let it choose among all approaches."
                .to_owned(),
            source: ASSUMPTION,
        });
    } else if !empty.is_empty() {
        found.push(Warning {
            about: About::Approaches(position),
            found: format!(
                "{} funds {}, where it may buy nothing.",
                arm.name,
                empty.join(" and ")
            ),
            why: "The money for an empty level goes to the others.",
            plausible: "Take the level's money away, or switch on one of its approaches."
                .to_owned(),
            source: ASSUMPTION,
        });
    }
    let idle: usize = (0..5)
        .filter(|level| !funded[*level])
        .map(|level| bought[level])
        .sum();
    // A few that wait for money are no more than a choice left open; most of them are a mistake.
    if !arm.approaches.is_empty() && 2 * idle > arm.approaches.len() {
        let (approaches, are) = if idle == 1 {
            ("approach", "is")
        } else {
            ("approaches", "are")
        };
        found.push(Warning {
            about: About::Approaches(position),
            found: format!(
                "{idle} {approaches} switched on for {} {are} at a level that gets no money.",
                arm.name
            ),
            why: "Nothing is bought at a level without money.",
            plausible: "Give the level some weight, or switch the approach off.".to_owned(),
            source: ASSUMPTION,
        });
    }
}

/// Two ends that pull apart: what is high, what is low, and why both together say little.
type AtOdds = (
    fn(&Design) -> bool,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const AT_ODDS: [AtOdds; 3] = [
    (
        |d| d.adaptation >= 0.6 && d.growth <= 0.2,
        "is grown locally and opens at full size at once",
        "What is grown where it is used starts small: a kit is what can open everywhere at once.",
        "Buurtzorg grew from 1 team to 906 in eleven years.",
        "D02",
    ),
    (
        |d| d.power >= 0.6 && d.adaptation <= 0.2,
        "shares power and copies a standard kit",
        "People who decide together rarely decide to copy: here they are asked about what is fixed \
         already.",
        "Let what is done adapt at least half-way, or call it consultation.",
        ASSUMPTION,
    ),
    (
        |d| d.growth >= 0.6 && d.horizon_months <= 24.0,
        "starts small, grows, and ends after two years or less",
        "What starts small is not half grown by then, and is wound down.",
        "Half of the growth took about three years.",
        "D02",
    ),
];

fn at_odds(position: usize, arm: &Arm, found: &mut Vec<Warning>) {
    for (holds, words, why, plausible, source) in AT_ODDS {
        if holds(&arm.design) {
            let found_words = format!("{} {words}.", arm.name);
            found.push(Warning {
                about: About::Design(position),
                found: found_words,
                why,
                plausible: plausible.to_owned(),
                source,
            });
        }
    }
}

/// Sharing power costs people's time; little money pays for little of it.
fn power(scenario: &Scenario, position: usize, found: &mut Vec<Warning>) {
    let arm = &scenario.arms[position];
    let needed = f64::from(scenario.parameters.accounts.coproduction * arm.design.power);
    let spent = scenario.money.pounds_per_head_year * arm.budget;
    let pays = spent * f64::from(limits::COPRODUCTION_SHARE);
    if needed > pays {
        found.push(Warning {
            about: About::Design(position),
            found: format!(
                "{} shares more power than its money pays for: £{needed:.2} a head a \
                year, and £{pays:.2} is there.",
                arm.name
            ),
            why: "Meetings, training and people's time come to at most 15 % of the money; no more \
                power is shared than that buys.",
            plausible: format!(
                "Invest £{:.0} a head, or share less power.",
                (needed / f64::from(limits::COPRODUCTION_SHARE)).ceil()
            ),
            source: ASSUMPTION,
        });
    }
}

fn decisions(scenario: &Scenario, position: usize, found: &mut Vec<Warning>) {
    let arm = &scenario.arms[position];
    let mut tell = |found_words: String, why: &'static str, plausible: &str| {
        found.push(Warning {
            about: About::Decisions(position),
            found: found_words,
            why,
            plausible: plausible.to_owned(),
            source: ASSUMPTION,
        });
    };
    if arm
        .decisions
        .iter()
        .any(|decision| decision.month + 12 > scenario.months())
    {
        tell(
            format!("{} changes course in the last year.", arm.name),
            "What follows from it lies beyond the end.",
            "Decide earlier, or look at more years.",
        );
    }
    let end = scenario.money.last_year.min(scenario.years) * 12;
    if arm.decisions.iter().any(|decision| decision.month >= end) && end < scenario.months() {
        tell(
            format!("{} changes course when the money has ended.", arm.name),
            "A decision without money changes nothing.",
            "Decide while there is money.",
        );
    }
}
