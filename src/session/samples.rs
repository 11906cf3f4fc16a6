//! A scenario and made-up outcomes, for tests of the session only: no test of the model may use them.

use crate::engine::ledger::Account;
use crate::ensemble::{ArmOutcome, Outcome, YearLedger};
use crate::indicators::{Frames, Table};
use crate::scenario::strategy::PRESETS;
use crate::scenario::{Arm, Money, Scenario};
use crate::units::Pence;

/// Three arms over three years.
pub(crate) fn scenario() -> Scenario {
    let arm = |id: &str, k: usize| Arm::of_preset(id, &PRESETS[k]);
    Scenario {
        name: "Sample".into(),
        place: "trafford".into(),
        people: 2000,
        years: 3,
        replicates: 4,
        seed: 7,
        spin_up_months: 60,
        money: Money {
            pounds_per_head_year: 50.0,
            first_year: 1,
            last_year: 3,
        },
        arms: vec![
            arm("business-as-usual", 0),
            arm("pilots", 1),
            arm("whole-area", 2),
        ],
        parameters: crate::scenario::parameters::Parameters::default(),
        events: Vec::new(),
        approaches: Vec::new(),
        own: crate::scenario::own::Carried::default(),
    }
}

/// An outcome in which every indicator of arm k rises by `shift` × k × year, with a little luck of its own.
pub(crate) fn outcome(scenario: &Scenario, replicate: u32, shift: f64) -> Outcome {
    let arms = (0..scenario.arms.len() as u32)
        .map(|arm| {
            let mut table = Table::new(scenario.years + 1);
            for indicator in 0..crate::indicators::catalogue::CATALOGUE.len() {
                for year in 0..=scenario.years {
                    let luck = f64::from(replicate % 3) * 0.1;
                    table.set(
                        indicator,
                        year,
                        40.0 + luck + shift * f64::from(arm) * f64::from(year),
                    );
                }
            }
            let mut totals = vec![Pence::ZERO; Account::COUNT];
            totals[0] = Pence(10_000_000);
            totals[3] = Pence(10_000_000);
            let ledger = vec![YearLedger { totals }; scenario.years as usize];
            let frames = (replicate == 0).then(|| Frames {
                months: vec![0, 12],
                slots: vec![2, 2],
                bytes: vec![100; 16],
                family_of_slot: vec![0, 0],
                ..Frames::default()
            });
            ArmOutcome {
                arm,
                table,
                ledger,
                frames,
            }
        })
        .collect();
    Outcome { replicate, arms }
}

/// Two places and one scenario to choose from.
pub(crate) fn choices() -> super::choices::Choices {
    let place = |id: &str, name: &str| super::choices::PlaceChoice {
        id: id.into(),
        name: name.into(),
    };
    super::choices::Choices {
        places: vec![place("trafford", "Trafford"), place("wigan", "Wigan")],
        scenarios: vec![("sample", scenario())],
    }
}
