//! Do the two implementations say the same? Both at the same world, many lucks each, year by year.

use super::world::World;
use super::{Kind, Model, build};

const YEARS: usize = 5;

fn lived(
    world: &World,
    kind: Kind,
    replicate: u32,
    dynamic: bool,
    months: usize,
) -> Box<dyn Model> {
    let mut model = build(world, kind, replicate, dynamic).unwrap();
    (0..months).for_each(|_| model.step());
    model
}

/// Yearly means of wellbeing, yearly means of people waiting, people served in all, and ties at the
/// end.
fn measures(model: &dyn Model) -> Vec<f64> {
    let record = model.record();
    let wellbeing = record
        .mean_wellbeing
        .chunks(12)
        .map(|year| year.iter().sum::<f64>() / year.len() as f64);
    let waiting = record
        .waiting
        .chunks(12)
        .map(|year| year.iter().map(|n| f64::from(*n)).sum::<f64>() / year.len() as f64);
    wellbeing
        .chain(waiting)
        .chain([record.served as f64, model.ties() as f64])
        .collect()
}

fn moments(values: impl Iterator<Item = f64> + Clone) -> (f64, f64, f64) {
    let n = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / n;
    (
        n,
        mean,
        values.map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0),
    )
}

/// The greatest |z| of any measure between two sets of runs.
fn greatest_z(one: &[Vec<f64>], other: &[Vec<f64>]) -> f64 {
    (0..one[0].len())
        .map(|k| {
            let (n, mean, variance) = moments(one.iter().map(|run| run[k]));
            let (m, theirs, their_variance) = moments(other.iter().map(|run| run[k]));
            let error = (variance / n + their_variance / m).sqrt();
            if error > 0.0 {
                (mean - theirs).abs() / error
            } else {
                f64::from(mean != theirs) * f64::INFINITY
            }
        })
        .filter(|z| !z.is_nan())
        .fold(0.0, f64::max)
}

fn runs(world: &World, kind: Kind, dynamic: bool, replicates: u32) -> Vec<Vec<f64>> {
    (0..replicates)
        .map(|replicate| measures(&*lived(world, kind, replicate, dynamic, YEARS * 12)))
        .collect()
}

#[test]
fn both_implementations_say_the_same() {
    let world = World::new(10_000, 1);
    for dynamic in [false, true] {
        let z = greatest_z(
            &runs(&world, Kind::Engine, dynamic, 8),
            &runs(&world, Kind::Hand, dynamic, 8),
        );
        assert!(z < 5.0, "dynamic {dynamic}: |z| is {z}");
    }
}

/// The measure of agreement is sharp enough to see a workload that is a little other: ties that
/// come and go, the same people without their homes.
#[test]
fn another_workload_would_be_seen() {
    let world = World::new(10_000, 1);
    let here = runs(&world, Kind::Engine, false, 6);
    let dynamic = greatest_z(&here, &runs(&world, Kind::Engine, true, 6));
    assert!(
        dynamic > 5.0,
        "|z| against the dynamic graph is only {dynamic}"
    );
    let mut alone = world.clone();
    alone.households = (0..=10_000).collect();
    let alone = greatest_z(&here, &runs(&alone, Kind::Hand, false, 6));
    assert!(
        alone > 5.0,
        "|z| against people who live alone is only {alone}"
    );
}

#[test]
fn luck_is_keyed_and_the_months_before_do_not_change_it() {
    let world = World::new(2_000, 5);
    let told = |replicate, months| {
        lived(&world, Kind::Engine, replicate, true, months)
            .record()
            .clone()
    };
    let (long, short) = (told(1, 24), told(1, 12));
    assert_eq!(long.mean_wellbeing[..12], short.mean_wellbeing);
    assert_ne!(short, told(2, 12));
}

/// One month worked out from the words of the workload's page, person by person, without a thought
/// for speed.
#[test]
fn the_first_month_is_what_the_page_says() {
    use kith::random::{Key, Luck, Stream};
    let world = World::new(500, 9);
    let luck = Luck::new(9, 0);
    let mean = |of: &[usize], own: f64| {
        if of.is_empty() {
            own
        } else {
            of.iter()
                .map(|i| f64::from(world.wellbeing[*i]))
                .sum::<f64>()
                / of.len() as f64
        }
    };
    let mut total = 0.0;
    for i in 0..500 {
        let start = world
            .households
            .partition_point(|first| *first as usize <= i)
            - 1;
        let others: Vec<usize> = (world.households[start] as usize
            ..world.households[start + 1] as usize)
            .filter(|j| *j != i)
            .collect();
        let friends: Vec<usize> = world.friends_of(i).iter().map(|j| *j as usize).collect();
        let [chance, size, ..] = luck
            .uniforms(Key(i as u64), 0, Stream::LifeEvents)
            .map(f64::from);
        let s = if chance < 0.05 { 0.4 * size } else { 0.0 };
        let (w, c, k) = (
            f64::from(world.wellbeing[i]),
            f64::from(world.connection[i]),
            f64::from(world.control[i]),
        );
        let (m, g) = (mean(&friends, w), friends.len() as f64);
        let h = mean(&others, 0.0);
        let c = c + 0.10 * (g / (g + 4.0) * (0.5 + 0.5 * m) - c);
        let k = (k + 0.05 * (w - k) - 0.25 * s).max(0.0);
        let d = (f64::from(world.need[i]) + 0.036 + 0.8 * s - 0.03 * h - 0.03 * c - 0.02 * k)
            .clamp(0.0, 1.0);
        let home = if others.is_empty() {
            0.0
        } else {
            0.04 * (h - w)
        };
        let next =
            w + 0.08 * (m - w) + home + 0.05 * (0.75 - w) + 0.03 * (k - 0.5) - 0.03 * d - 0.5 * s;
        // Nobody of this world needs to queue in the first month, or the few who do are all seen.
        total += (next.clamp(0.0, 1.0) + if d > 0.6 { 0.05 } else { 0.0 }).min(1.0);
    }
    let model = lived(&world, Kind::Engine, 0, false, 1);
    let record = model.record();
    assert_eq!(record.waiting, [0]);
    assert!(
        (record.mean_wellbeing[0] - total / 500.0).abs() < 1e-6,
        "{} {}",
        record.mean_wellbeing[0],
        total / 500.0
    );
}
