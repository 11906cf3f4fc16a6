//! Whatever a person does with the controls, in whatever order: what comes out is a valid scenario.

use super::*;
use crate::scenario::strategy::{DIMENSIONS, PRESETS};
use crate::scenario::validate::{parse, write};
use crate::scenario::{EventKind, EventService};
use crate::session::Choices;
use proptest::prelude::*;

fn shock() -> impl Strategy<Value = Shock> {
    (0..EventKind::ALL.len(), 0..8_usize, 0..3_usize).prop_map(|(kind, service, turn)| {
        let kind = EventKind::ALL[kind].0;
        Shock {
            kind,
            service: (kind == EventKind::Closure).then(|| EventService::ALL[service]),
            turn,
        }
    })
}

fn shock_edit() -> impl Strategy<Value = Edit> {
    let month = 0..300_u32;
    let edit = prop_oneof![
        3 => (0..EventKind::ALL.len(), month.clone()).prop_map(|(kind, month)| ShockEdit::Add(EventKind::ALL[kind].0, month)),
        1 => (shock(), month).prop_map(|(shock, month)| ShockEdit::Month(shock, month)),
        1 => (shock(), any::<f32>()).prop_map(|(shock, size)| ShockEdit::Size(shock, size)),
        1 => (shock(), prop::option::of(any::<u32>())).prop_map(|(shock, months)| ShockEdit::Lasts(shock, months)),
        1 => (shock(), 0..8_usize).prop_map(|(shock, service)| ShockEdit::Service(shock, EventService::ALL[service])),
        1 => shock().prop_map(ShockEdit::Remove),
    ];
    edit.prop_map(Edit::Shock)
}

fn decision_edit() -> impl Strategy<Value = Edit> {
    let turn = 0..4_usize;
    let dimension = (0..DIMENSIONS.len()).prop_map(|k| DIMENSIONS[k].id);
    let edit = prop_oneof![
        3 => (0..300_u32, dimension.clone()).prop_map(|(month, dimension)| DecisionEdit::Add { month, dimension }),
        1 => (turn.clone(), 0..300_u32).prop_map(|(turn, month)| DecisionEdit::Month { turn, month }),
        1 => (turn.clone(), dimension.clone(), prop::option::of(any::<f32>()))
            .prop_map(|(turn, dimension, value)| DecisionEdit::Dimension { turn, dimension, value }),
        1 => (turn.clone(), 0..7_usize, any::<f32>()).prop_map(|(turn, level, weight)| DecisionEdit::Level { turn, level, weight }),
        1 => (turn.clone(), dimension).prop_map(|(turn, dimension)| DecisionEdit::Leave { turn, dimension }),
        1 => turn.prop_map(|turn| DecisionEdit::Remove { turn }),
    ];
    (0..4_usize, edit).prop_map(|(arm, edit)| Edit::Decision { arm, edit })
}

fn other_edit() -> impl Strategy<Value = Edit> {
    let catalogue: Vec<String> = Choices::bundled()
        .default_scenario()
        .1
        .approaches
        .iter()
        .map(|a| a.id.clone())
        .collect();
    prop_oneof![
        any::<f64>().prop_map(Edit::Money),
        (0..40_u32).prop_map(Edit::Years),
        (0..40_u32).prop_map(Edit::FundedUntil),
        (0..40_u32).prop_map(Edit::FundedFrom),
        (0..4_usize, any::<f64>()).prop_map(|(arm, share)| Edit::Budget { arm, share }),
        (0..4_usize, 0..catalogue.len(), any::<bool>()).prop_map(move |(arm, k, allowed)| {
            Edit::Approach {
                arm,
                id: catalogue[k].clone(),
                allowed,
            }
        }),
        (0..4_usize).prop_map(Edit::AllApproaches),
        (0..4_usize, 0..PRESETS.len()).prop_map(|(arm, k)| Edit::Preset {
            arm,
            preset: PRESETS[k].id.to_owned()
        }),
        (0..4_usize, 0..DIMENSIONS.len(), any::<f32>()).prop_map(|(arm, k, value)| {
            Edit::Dimension {
                arm,
                id: DIMENSIONS[k].id,
                value,
            }
        }),
        (0..4_usize, 0..6_usize, any::<f32>()).prop_map(|(arm, level, weight)| Edit::Level {
            arm,
            level,
            weight
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_sequence_of_edits_is_a_scenario_that_reads_back(
        edits in prop::collection::vec(prop_oneof![shock_edit(), decision_edit(), other_edit()], 1..40),
    ) {
        let mut scenario = Choices::bundled().default_scenario().1.clone();
        for edit in &edits {
            apply(&mut scenario, edit);
        }
        prop_assert_eq!(parse(&write(&scenario)), Ok(scenario));
    }
}
