//! Any scenario, written and read again; and any damage to a file.

use super::*;
use proptest::prelude::*;

prop_compose! {
    fn arms()(designs in prop::collection::vec(
        (
            0..PRESETS.len(),
            prop::array::uniform7(0.0_f32..=1.0),
            prop::array::uniform5(0.0_f32..=1.0),
        ),
        1..8,
    )) -> Vec<Arm> {
        designs.into_iter().enumerate().map(|(k, design)| arm(k, design)).collect()
    }
}

fn arm(k: usize, (start, shares, levels): (usize, [f32; 7], [f32; 5])) -> Arm {
    let preset = &PRESETS[start];
    let mut design = preset.design;
    for (dimension, share) in DIMENSIONS
        .iter()
        .zip(shares)
        .filter(|(_, share)| *share > 0.5)
    {
        let span = dimension.high - dimension.low;
        design.set(dimension.id, dimension.low + span * (share - 0.5) * 2.0);
    }
    if levels[0] > 0.5 {
        design.levels = levels;
    }
    let own: &[&str] = if k.is_multiple_of(2) {
        &[]
    } else {
        &["timebanking", "homeshare"]
    };
    Arm {
        id: format!("arm-{k}"),
        name: if k.is_multiple_of(3) {
            preset.name.to_owned()
        } else {
            format!("\"Arm\" {k} \\ é '{}'", shares[0])
        },
        preset: preset.id.to_owned(),
        design,
        approaches: own.iter().map(|&id| id.to_owned()).collect(),
        budget: if k % 3 == 1 {
            f64::from(shares[2]) * 2.0 - 1.0
        } else {
            preset.budget
        },
        decisions: if k % 2 == 1 {
            decisions(shares[1], levels)
        } else {
            vec![]
        },
    }
}

/// Two decisions, in the first year whatever the years.
fn decisions(share: f32, mut levels: [f32; 5]) -> Vec<Decision> {
    levels[4] = 1.0;
    let dimensions = |ids: &[&str]| {
        ids.iter()
            .map(|id| ((*id).to_owned(), share.max(0.05)))
            .collect()
    };
    vec![
        Decision {
            month: 0,
            levels: Some(levels),
            dimensions: dimensions(&[]),
        },
        Decision {
            month: 7,
            levels: None,
            dimensions: dimensions(&["area", "power", "core_shift"]),
        },
    ]
}

/// One event of each kind in a month.
fn events(month: u32, size: f32) -> Vec<Event> {
    let closure = Event {
        service: Some(EventService::Hospice),
        months: Some(9),
        ..Event::new(month, EventKind::Closure, size)
    };
    let pandemic = Event {
        months: Some(18),
        ..Event::new(month, EventKind::Pandemic, size)
    };
    vec![
        Event::new(month, EventKind::LeaderLeaves, size),
        closure,
        pandemic,
        Event::new(month, EventKind::Influx, size),
    ]
}

prop_compose! {
    fn scenarios()(
        arms in arms(), people in 500_u32..1_000_000, years in 1_u32..=20,
        replicates in 1_u32..1_000, seed: u64,
        pounds in 0.0..2_000.0_f64, first in 1_u32..=20, span in 0_u32..20,
        size in 0.0_f32..=1.0, month in 0_u32..240,
        shares in prop::collection::vec(0.0_f32..=1.0, 8),
    ) -> Scenario {
        let mut parameters = Parameters::default();
        for (info, share) in Parameters::registry().iter().rev().zip(shares) {
            parameters.set(&info.id(), info.low + (info.high - info.low) * share);
        }
        Scenario {
            name: "Any = [scenario] \"at\" # all".to_owned(),
            place: "bury".to_owned(),
            people, years, replicates, seed, spin_up_months: 24,
            money: Money {
                pounds_per_head_year: pounds,
                first_year: first,
                last_year: (first + span).min(20),
            },
            arms, parameters, events: events(month % (years * 12), size),
            approaches: bundled::approaches().unwrap(), own: Carried::default(),
        }
    }
}

/// What is put where something was.
const PIECES: [&str; 15] = [
    "",
    "[",
    "]",
    "\"",
    "=",
    "\n",
    "-",
    "9e999",
    "nan",
    ".",
    "é",
    "\u{0}",
    "{",
    "true",
    "99999999999999999999999",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_reads_back_the_same(scenario in scenarios()) {
        let text = write(&scenario);
        let back = parse(&text);
        prop_assert_eq!(back.as_ref(), Ok(&scenario), "{}", text);
        prop_assert_eq!(hash(&scenario), hash(&back.unwrap()));
    }

    #[test]
    fn no_damage_makes_it_panic(
        damage in prop::collection::vec(
            (0..VALID.len(), 0_usize..4, prop::sample::select(PIECES.to_vec())),
            1..12,
        ),
    ) {
        let mut text = VALID.to_owned();
        for (at, removed, piece) in damage {
            let floor = |at: usize| text.floor_char_boundary(at);
            let range = floor(at)..floor(at + removed).max(floor(at));
            text.replace_range(range, piece);
        }
        if let Err(problems) = parse(&text) {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                let is_one_line = !problem.to_string().contains('\n');
                prop_assert!(is_one_line || problem.path.is_empty(), "{}", problem);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,300}") {
        let _ = parse(&text);
    }
}
