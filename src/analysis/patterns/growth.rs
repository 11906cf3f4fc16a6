//! Pattern 14: how what works grows by itself, on a bench of many groups that could take it up from one another, lived by the
//! mechanism's own uptake.

use super::{Pattern, measure};
use crate::analysis::statistics::{median, share};
use crate::engine::funded::Project;
use crate::engine::mechanisms::spread::uptake::{self, Barriers, Ties};
use crate::random::{Key, Luck, Stream};
use crate::scenario::parameters::Parameters;

pub(super) const GROWTH: Pattern = Pattern {
    id: 14,
    name: "Growth by imitation, with stalls",
    sources: &["D02", "D03", "D04"],
    how: "A hundred models that work, each with 60 groups tied to eight others; Bass's curve through twelve years of those that reach half.",
    measures: &[
        measure("coefficient of innovation p", "a year", 0.005, 0.05),
        measure("coefficient of imitation q", "a year", 0.3, 0.6),
        measure("year of the fastest growth", "year", 4.0, 8.0),
        measure(
            "models that stall below a fifth of their potential",
            "% of models",
            0.5,
            50.0,
        ),
    ],
    read: |baseline| {
        measure_growth(
            &baseline.prepared.scenario.parameters,
            &baseline.start.world.luck,
        )
    },
};

const MODELS: u64 = 100;
const GROUPS: usize = 60;
const YEARS: usize = 12;

/// Ties that each group makes: half to its neighbours in a ring, half across.
const TIES: usize = 4;

/// Bass's p and q and the year of the fastest growth (medians over models that reach half of their potential), and the share of
/// models that stay below a fifth of it (per cent).
pub fn measure_growth(parameters: &Parameters, luck: &Luck) -> Vec<f64> {
    let curves: Vec<Vec<f64>> = (0..MODELS)
        .map(|k| curve(parameters, luck, Key(0x4752_4F57).child(k)))
        .collect();
    let last = |curve: &Vec<f64>| curve[curve.len() - 1] / GROUPS as f64;
    let grown: Vec<&Vec<f64>> = curves.iter().filter(|curve| last(curve) >= 0.5).collect();
    let fits: Vec<(f64, f64)> = grown.iter().filter_map(|curve| bass(curve)).collect();
    let (p, q): (Vec<f64>, Vec<f64>) = fits.into_iter().unzip();
    let peaks: Vec<f64> = grown.iter().map(|curve| fastest(curve)).collect();
    let stalled = curves.iter().filter(|curve| last(curve) < 0.2).count();
    vec![
        median(&p),
        median(&q),
        median(&peaks),
        100.0 * share(stalled, curves.len()),
    ]
}

/// Groups that have it at the end of each year, the first one before the first year.
fn curve(parameters: &Parameters, luck: &Luck, key: Key) -> Vec<f64> {
    let ties = ties(luck, key);
    let mut project = project(key);
    let barriers = Barriers {
        months_left: 60.0,
        regulation: parameters.governance.regulation,
        parochial: uptake::parochial(&project, luck),
        voice: parameters.community.voice,
    };
    let readiness = uptake::readiness(parameters, &barriers);
    let coefficients = (
        parameters.spread.external * readiness,
        parameters.spread.imitation * readiness,
    );
    let mut having = vec![project.communities.len() as f64];
    for year in 0..YEARS as u32 {
        uptake::take_up(&mut project, &ties, luck, year * 12 + 11, coefficients);
        having.push(project.communities.len() as f64);
    }
    having
}

/// A small world of ties, drawn for each model.
fn ties(luck: &Luck, key: Key) -> Ties {
    let mut ties = Ties::none(GROUPS);
    for here in 0..GROUPS {
        let mut draws = luck.draws(key.child(here as u64), 0, Stream::Network);
        for k in 0..TIES {
            let across = 1 + draws.below(GROUPS as u32 - 1) as usize;
            let there = (here + if k < TIES / 2 { k + 1 } else { across }) % GROUPS;
            ties.add(here, there, 1.0);
            ties.add(there, here, 1.0);
        }
    }
    ties
}

/// A model that works, in one group.
fn project(key: Key) -> Project {
    Project {
        waiting: (1..GROUPS as u32).collect(),
        set_up: 1,
        adaptation: 1.0,
        staff: 1.0,
        learnt: 1.0,
        champion: true,
        delivery: 1.0,
        ..Project::opening(key, 0, vec![0], 0, u32::MAX)
    }
}

/// The year of the fastest growth, counted from 1: the middle one of three together in which most took it up.
fn fastest(curve: &[f64]) -> f64 {
    let three =
        |year: usize| curve[(year + 1).min(curve.len() - 1)] - curve[year.saturating_sub(2)];
    let years = 1..curve.len();
    years
        .max_by(|a, b| three(*a).total_cmp(&three(*b)).then(b.cmp(a)))
        .unwrap_or(0) as f64
}

/// Bass's p and q by ordinary least squares (Bass 1969): new adopters = a + b N + c N², with m the potential that follows.
/// Nothing where no curve goes through.
fn bass(curve: &[f64]) -> Option<(f64, f64)> {
    let points: Vec<(f64, f64)> = curve
        .windows(2)
        .map(|pair| (pair[0], pair[1] - pair[0]))
        .collect();
    let [a, b, c] = parabola(&points)?;
    let root = b * b - 4.0 * a * c;
    if c >= 0.0 || a <= 0.0 || root < 0.0 {
        return None;
    }
    let potential = (-b - libm::sqrt(root)) / (2.0 * c);
    Some((a / potential, -c * potential))
}

/// The parabola of least squares through some points, by Cramer's rule; nothing where there is none.
fn parabola(points: &[(f64, f64)]) -> Option<[f64; 3]> {
    let sum = |of: &dyn Fn(f64, f64) -> f64| points.iter().map(|(x, y)| of(*x, *y)).sum::<f64>();
    let power = |k: usize| sum(&|x, _| std::iter::repeat_n(x, k).product());
    let rows = [
        [power(0), power(1), power(2)],
        [power(1), power(2), power(3)],
        [power(2), power(3), power(4)],
    ];
    let right = [sum(&|_, y| y), sum(&|x, y| x * y), sum(&|x, y| x * x * y)];
    let determinant = |m: [[f64; 3]; 3]| {
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
            - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    };
    let whole = determinant(rows);
    if whole.abs() < 1e-9 {
        return None;
    }
    Some(std::array::from_fn(|column| {
        let mut replaced = rows;
        for (row, value) in replaced.iter_mut().zip(right) {
            row[column] = value;
        }
        determinant(replaced) / whole
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fit_finds_the_coefficients_a_curve_was_made_with() {
        let mut curve = vec![1.0];
        for _ in 0..12 {
            let n: f64 = curve[curve.len() - 1];
            curve.push(n + (0.02 + 0.4 * n / 60.0) * (60.0 - n));
        }
        let (p, q) = bass(&curve).unwrap();
        assert!((p - 0.02).abs() < 1e-6 && (q - 0.4).abs() < 1e-6, "{p} {q}");
        // Half-way is reached between the sixth and the seventh year.
        assert!((6.0..=8.0).contains(&fastest(&curve)), "{curve:?}");
        assert_eq!(bass(&[1.0, 1.0, 1.0]), None);
    }

    fn measured(change: impl Fn(&mut Parameters)) -> Vec<f64> {
        let mut parameters = Parameters::default();
        change(&mut parameters);
        measure_growth(&parameters, &Luck::new(5, 0))
    }

    #[test]
    fn without_imitation_all_stall_and_with_more_of_it_growth_is_faster() {
        let stalled = measured(|p| (p.spread.imitation, p.spread.external) = (0.0, 0.005));
        assert!(stalled[3] > 95.0 && stalled[1].is_nan(), "{stalled:?}");
        let (slow, fast) = (
            measured(|p| p.spread.imitation = 0.3),
            measured(|p| p.spread.imitation = 0.6),
        );
        assert!(slow[1] < fast[1] && slow[2] > fast[2], "{slow:?} {fast:?}");
        let open = measured(|p| p.spread.parochial = 0.0);
        assert!(
            open[3] < measured(|p| p.spread.parochial = 1.0)[3],
            "{open:?}"
        );
    }

    #[test]
    fn the_default_is_in_band() {
        let found = measured(|_| ());
        for (value, band) in found.iter().zip(GROWTH.measures) {
            assert!(
                (band.low..=band.high).contains(value),
                "{found:?}: {}",
                band.name
            );
        }
    }
}
