//! Pattern 13: what is left of a project after its grant, on a bench of many projects that the mechanism itself lives.
//!
//! Everybody and everything else is left out: a grant of two to three years, its end, and five years with nothing in its place.

use super::{Pattern, measure};
use crate::analysis::statistics::share;
use crate::engine::funded::{Phase, Project};
use crate::engine::mechanisms::spread;
use crate::random::{Key, Luck, Stream};
use crate::scenario::parameters::Parameters;

pub(super) const FADE_OUT: Pattern = Pattern {
    id: 13,
    name: "Pilots fade out",
    sources: &["D07", "D08"],
    how: "A thousand projects with grants of two to three years that nothing replaces; activity is counted against the last funded month.",
    measures: &[
        measure(
            "any part alive two years after the grant",
            "% of projects",
            40.0,
            80.0,
        ),
        measure(
            "alive in full two years after the grant",
            "% of projects",
            15.0,
            50.0,
        ),
        measure("until half of the activity is gone", "years", 1.5, 3.0),
    ],
    read: |baseline| {
        measure_fade_out(
            &baseline.prepared.scenario.parameters,
            &baseline.start.world.luck,
        )
    },
};

/// How many projects the bench lives.
const PROJECTS: u64 = 1_000;

/// How long it looks after the grant. Unit: months.
const AFTER: usize = 60;

/// Share of projects of which any part is alive, and of those alive in full, two years after the grant (per cent), and how long
/// until half of the activity is gone (years; not a number when more than half is left after five).
pub fn measure_fade_out(parameters: &Parameters, luck: &Luck) -> Vec<f64> {
    let lives: Vec<Vec<f32>> = (0..PROJECTS)
        .map(|k| activity(parameters, luck, Key(0x4641_4445).child(k)))
        .collect();
    let at = |month: usize, counts: fn(f32) -> bool| {
        share(
            lives.iter().filter(|life| counts(life[month])).count(),
            lives.len(),
        )
    };
    let whole = |month: usize| {
        lives.iter().map(|life| f64::from(life[month])).sum::<f64>() / PROJECTS as f64
    };
    let half = (0..AFTER).find(|month| whole(*month) < 0.5);
    vec![
        100.0 * at(23, |kept| kept > 0.0),
        100.0 * at(23, |kept| kept >= 1.0),
        half.map_or(f64::NAN, |month| (month + 1) as f64 / 12.0),
    ]
}

/// What is left of one project in each month after its grant, of what it was in the last month of it.
fn activity(parameters: &Parameters, luck: &Luck, key: Key) -> Vec<f32> {
    let mut project = project(parameters, luck, key);
    for month in 0..project.ends {
        spread::live(&mut project, parameters, luck, month);
    }
    (project.ends..project.ends + AFTER as u32)
        .map(|month| {
            spread::live(&mut project, parameters, luck, month);
            if project.phase == Phase::Ended {
                0.0
            } else {
                project.kept
            }
        })
        .collect()
}

/// A project on its first day: between a kit and one grown locally, in a place that is more or less like where it was made.
fn project(parameters: &Parameters, luck: &Luck, key: Key) -> Project {
    let p = &parameters.spread;
    let [months, adaptation, unlike, champion] = luck.uniforms(key, 0, Stream::Spread);
    Project {
        set_up: 1,
        adaptation,
        quality: p.quality,
        fit: 1.0 - (1.0 - p.voltage) * (1.0 - adaptation) * unlike,
        champion: champion < p.champion,
        ..Project::opening(key, 0, vec![0], 0, 24 + (months * 13.0) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(change: impl Fn(&mut Parameters)) -> Vec<f64> {
        let mut parameters = Parameters::default();
        change(&mut parameters);
        measure_fade_out(&parameters, &Luck::new(5, 0))
    }

    #[test]
    fn the_bench_sees_what_it_is_made_to_see() {
        let bare = |p: &mut Parameters| {
            (
                p.spread.kept_adaptation,
                p.spread.kept_champion,
                p.spread.kept_fit,
            ) = (0.0, 0.0, 0.0);
        };
        let nothing = measured(|p| {
            bare(p);
            (p.spread.kept, p.spread.thinned) = (0.0, 0.0);
        });
        assert_eq!(nothing, [0.0, 0.0, 1.0 / 12.0]);
        let all = measured(|p| {
            bare(p);
            (p.spread.kept, p.spread.fade) = (1.0, 24.0);
        });
        // Two years are one half-life: half are whole, and a step of ln 2 / 2 more are alive.
        assert!(
            (all[1] - 50.0).abs() < 5.0 && (all[0] - 84.7).abs() < 5.0,
            "{all:?}"
        );
        let roots = measured(|_| ());
        let none = measured(bare);
        assert!(roots[1] > none[1] + 3.0, "{roots:?} {none:?}");
    }

    #[test]
    fn the_default_is_in_band() {
        let found = measured(|_| ());
        for (value, band) in found.iter().zip(FADE_OUT.measures) {
            assert!(
                (band.low..=band.high).contains(value),
                "{found:?}: {}",
                band.name
            );
        }
    }
}
