//! Who has which long-term condition, health and activity: by age, sex, role and deprivation,
//! fitted to the margins.
//!
//! The shares by age are starting points near the Census 2021 for England and Wales (general
//! knowledge, an assumption); fitting to the place's own margins corrects them. The same starting
//! points estimate margins that were not published; `tests/it/place.rs` holds such estimates
//! against the five boroughs where the counts are known.

use super::communities::Group;
use super::fitting::ratio;
use super::profile::{Margins, Profile};
use super::templates::Role;
use super::{Activity, Disability, Sex};
use crate::numeric;
use crate::random::{Key, Luck, Stream};

/// What is known of a person before these attributes.
#[derive(Clone, Copy, Debug)]
pub struct Traits {
    /// Age in years.
    pub age: u8,
    /// Sex.
    pub sex: Sex,
    /// Role in the home.
    pub role: Role,
    /// The number of the community.
    pub community: u32,
}

/// The attributes of a person.
#[derive(Clone, Copy, Debug)]
pub struct Attributes {
    /// Long-term conditions.
    pub disability: Disability,
    /// General health, 1 (very good) to 5 (very bad).
    pub health: u8,
    /// What they do in the week.
    pub activity: Activity,
}

/// How often fitting goes round.
const ROUNDS: usize = 14;
/// How often surplus classes are exchanged for missing ones.
const REPAIRS: usize = 10;

/// Upper ages (exclusive) of the groups of [`DISABILITY`].
const DISABILITY_AGES: [u8; 12] = [5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 255];
/// Condition that limits nothing, limited a little, limited a lot. Unit: share of residents of the
/// age group.
const DISABILITY: [[f64; 3]; 12] = [
    [0.015, 0.018, 0.017],
    [0.03, 0.05, 0.033],
    [0.04, 0.065, 0.04],
    [0.05, 0.08, 0.034],
    [0.058, 0.09, 0.033],
    [0.06, 0.08, 0.038],
    [0.068, 0.082, 0.055],
    [0.08, 0.1, 0.085],
    [0.1, 0.13, 0.115],
    [0.095, 0.175, 0.145],
    [0.07, 0.24, 0.27],
    [0.045, 0.24, 0.47],
];
/// How much likelier in the most than in the least deprived tenth: condition, little, lot (odds).
const DISABILITY_ODDS: [f64; 3] = [0.8, 1.35, 2.6];

/// General health given disability class: very good, good, fair, bad, very bad; before age and
/// deprivation.
const HEALTH: [[f64; 5]; 4] = [
    [0.602, 0.345, 0.048, 0.0045, 0.0005],
    [0.29, 0.55, 0.144, 0.014, 0.002],
    [0.09, 0.40, 0.395, 0.1, 0.015],
    [0.035, 0.15, 0.345, 0.335, 0.135],
];
/// The odds of each health class at 80 against 20, and in the most against the least deprived
/// tenth.
const HEALTH_BY_AGE: [f64; 5] = [0.22, 0.95, 4.5, 3.2, 2.4];
const HEALTH_BY_DEPRIVATION: [f64; 5] = [0.75, 1.0, 1.5, 1.9, 2.2];

/// Upper ages (exclusive) of the groups of [`ACTIVITY`].
const ACTIVITY_AGES: [u8; 8] = [20, 25, 35, 50, 60, 65, 70, 255];
/// Student, employed, unemployed, retired, sick, other.
const ACTIVITY: [[f64; 6]; 8] = [
    [0.70, 0.19, 0.05, 0.0, 0.01, 0.05],
    [0.30, 0.55, 0.06, 0.0, 0.03, 0.06],
    [0.04, 0.80, 0.04, 0.0, 0.04, 0.08],
    [0.012, 0.81, 0.035, 0.002, 0.05, 0.09],
    [0.004, 0.74, 0.03, 0.04, 0.10, 0.085],
    [0.002, 0.53, 0.025, 0.27, 0.11, 0.06],
    [0.001, 0.22, 0.008, 0.72, 0.03, 0.02],
    [0.0005, 0.05, 0.002, 0.92, 0.018, 0.01],
];

/// Unpaid care from age 5: shares with up to 9, 10–19, 20–34, 35–49, 50 and more hours a week, by
/// age under 16, 16–44, 45–64, 65+. Scaled so that England comes to C01 and C02 of the evidence
/// register.
const CARE: [[f64; 5]; 4] = [
    [0.009, 0.0015, 0.001, 0.0008, 0.0012],
    [0.018, 0.009, 0.007, 0.0085, 0.015],
    [0.062, 0.024, 0.014, 0.015, 0.039],
    [0.028, 0.011, 0.008, 0.009, 0.045],
];
/// The odds of care in the most against the least deprived tenth (C03 gives 2.1 between fifths at
/// 50 hours and more; some of that is age).
const CARE_ODDS: [f64; 5] = [0.65, 1.0, 1.4, 1.7, 1.9];

fn group_of(age: u8, upper: &[u8]) -> usize {
    upper
        .iter()
        .position(|&limit| age < limit)
        .unwrap_or(upper.len() - 1)
}

/// −0.5 in the least deprived tenth, 0.5 in the most.
fn depth(decile: f32) -> f64 {
    (5.5 - f64::from(decile)) / 9.0
}

/// Shares of the disability classes at an age and a decile of health deprivation.
fn disability_shares(age: u8, decile: f32) -> [f64; 4] {
    let row = DISABILITY[group_of(age, &DISABILITY_AGES)];
    let mut shares = [1.0 - row.iter().sum::<f64>(), 0.0, 0.0, 0.0];
    for k in 0..3 {
        shares[k + 1] = row[k] * numeric::pow(DISABILITY_ODDS[k], depth(decile));
    }
    normal(shares)
}

fn health_shares(age: u8, disability: Disability, decile: f32) -> [f64; 5] {
    let mut shares = HEALTH[disability as usize];
    let years = (f64::from(age.clamp(5, 90)) - 42.0) / 60.0;
    for k in 0..5 {
        shares[k] *= numeric::pow(HEALTH_BY_AGE[k], years)
            * numeric::pow(HEALTH_BY_DEPRIVATION[k], depth(decile));
    }
    normal(shares)
}

fn activity_shares(traits: Traits, disability: Disability, decile: f32) -> [f64; 6] {
    // A dependent child of 16 to 18 is one in full-time education: the census defines it so.
    match traits.role {
        Role::Dependent => return [1.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        Role::Grown if traits.age < 19 => return normal([0.0, 0.6, 0.2, 0.0, 0.03, 0.17]),
        _ => {}
    }
    let mut shares = ACTIVITY[group_of(traits.age, &ACTIVITY_AGES)];
    let steep = numeric::pow(3.0, depth(decile));
    shares[2] *= steep;
    shares[4] *= steep;
    let (work, sick) = match disability {
        Disability::None => (1.0, 0.3),
        Disability::Condition => (0.97, 0.6),
        Disability::Little => (0.75, 2.2),
        Disability::Lot => (0.3, 7.0),
    };
    shares[1] *= work;
    shares[4] *= sick;
    shares[5] *= if traits.sex == Sex::Female { 1.4 } else { 0.5 };
    match traits.role {
        Role::LoneParent => shares[5] *= 1.6,
        Role::FirstPartner | Role::SecondPartner => shares[0] *= 0.3,
        Role::Single if traits.age < 25 => shares[0] *= 2.0,
        _ => {}
    }
    normal(shares)
}

fn normal<const K: usize>(mut shares: [f64; K]) -> [f64; K] {
    let sum: f64 = shares.iter().sum();
    if sum <= 0.0 {
        return [1.0 / K as f64; K];
    }
    for share in &mut shares {
        *share /= sum;
    }
    shares
}

/// Disability, health and unpaid care of a place from its ages and deprivation, for margins that
/// were not published.
pub fn estimate(profile: &Profile) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let (mut disability, mut health, mut care) = ([0.0; 4], [0.0; 5], [0.0; 6]);
    let all: f64 = profile
        .neighbourhoods
        .iter()
        .map(|n| f64::from(n.residents))
        .sum();
    for neighbourhood in &profile.neighbourhoods {
        let weight = f64::from(neighbourhood.residents) / all;
        let decile = neighbourhood.deprivation.health;
        for (band, &count) in profile.margins.ages.iter().enumerate() {
            let (age, people) = ((band * 5 + 2) as u8, weight * f64::from(count));
            let by_class = disability_shares(age, decile);
            for class in Disability::ALL {
                let share = by_class[class as usize];
                disability[class as usize] += people * share;
                for (sum, given) in health.iter_mut().zip(health_shares(age, class, decile)) {
                    *sum += people * share * given;
                }
            }
            if band > 0 {
                let row = CARE[match age {
                    0..16 => 0,
                    16..45 => 1,
                    45..65 => 2,
                    _ => 3,
                }];
                let given: [f64; 5] =
                    std::array::from_fn(|k| row[k] * numeric::pow(CARE_ODDS[k], depth(decile)));
                care[0] += people * (1.0 - given.iter().sum::<f64>());
                for (sum, share) in care[1..].iter_mut().zip(given) {
                    *sum += people * share;
                }
            }
        }
    }
    let whole = |numbers: &[f64]| numbers.iter().map(|n| n.round() as u32).collect();
    (whole(&disability), whole(&health), whole(&care))
}

/// Gives everybody their attributes so that the margins of the profile come out.
pub fn assign(
    profile: &Profile,
    groups: &[Group],
    people: &[Traits],
    luck: Luck,
) -> Vec<Attributes> {
    let decile = |k: usize| groups[people[k].community as usize].community.deprivation;
    let everybody: Vec<usize> = (0..people.len()).collect();
    let margins = &profile.margins;
    let local = |list: fn(&Margins) -> &Vec<u32>| -> Vec<Option<Vec<f64>>> {
        groups
            .iter()
            .map(|g| {
                g.margins
                    .as_ref()
                    .map(|m| list(m).iter().map(|&c| f64::from(c)).collect())
            })
            .collect()
    };
    let community = |k: usize| people[k].community as usize;
    let disability = classes::<4>(
        &everybody,
        |k| disability_shares(people[k].age, decile(k).health),
        &margins.disability,
        (&community, &local(|m| &m.disability)),
        luck,
        1,
    );
    let disability: Vec<Disability> = disability
        .into_iter()
        .map(|class| Disability::ALL[usize::from(class)])
        .collect();
    let health = classes::<5>(
        &everybody,
        |k| health_shares(people[k].age, disability[k], decile(k).health),
        &margins.health,
        (&community, &local(|m| &m.health)),
        luck,
        2,
    );
    let adults: Vec<usize> = everybody
        .into_iter()
        .filter(|&k| people[k].age >= 16)
        .collect();
    let activity = classes::<6>(
        &adults,
        |k| activity_shares(people[k], disability[k], decile(k).employment),
        &margins.activities,
        (&community, &local(|m| &m.activities)),
        luck,
        3,
    );
    let mut given: Vec<Attributes> = disability
        .iter()
        .zip(health)
        .map(|(&disability, health)| Attributes {
            disability,
            health: health + 1,
            activity: Activity::Child,
        })
        .collect();
    for (k, class) in adults.into_iter().zip(activity) {
        given[k].activity = Activity::ADULT[usize::from(class)];
    }
    given
}

/// Which community a person lives in, and the counts of each community where they are known.
type Local<'a> = (&'a dyn Fn(usize) -> usize, &'a [Option<Vec<f64>>]);

/// Draws a class for each of `who` from their own shares, tilted until the totals fit, then
/// exchanges the last few.
///
/// Local counts, where known, tilt a community's shares; the whole place's totals come out to the
/// nearest person.
fn classes<const K: usize>(
    who: &[usize],
    shares: impl Fn(usize) -> [f64; K],
    margin: &[u32],
    (community, local): Local<'_>,
    luck: Luck,
    label: u64,
) -> Vec<u8> {
    let sum: f64 = margin.iter().map(|&c| f64::from(c)).sum();
    let target: [f64; K] = std::array::from_fn(|k| f64::from(margin[k]) / sum * who.len() as f64);
    let prior: Vec<[f32; K]> = who
        .iter()
        .map(|&k| shares(k).map(|share| share as f32))
        .collect();
    let tilt = tilts(who, &prior, &target, community, local);
    let tilted = |k: usize| -> [f64; K] {
        let by = &tilt[community(who[k])];
        let raw: [f64; K] = std::array::from_fn(|class| f64::from(prior[k][class]) * by[class]);
        normal(raw)
    };
    let key = Key(0xA77).child(label);
    let mut count = [0_i64; K];
    let mut given: Vec<u8> = (0..who.len())
        .map(|k| {
            let [point, ..] = luck.uniforms(key.child(who[k] as u64), 0, Stream::Population);
            let class = class_at(&tilted(k), f64::from(point));
            count[class] += 1;
            class as u8
        })
        .collect();
    let whole = numeric::apportion(who.len() as i64, &target);
    let mut surplus: [i64; K] = std::array::from_fn(|k| count[k] - whole[k]);
    let stride = stride(who.len());
    for round in 0..REPAIRS {
        let mut place = round;
        for _ in 0..who.len() {
            place = (place + stride) % who.len();
            let class = usize::from(given[place]);
            if surplus[class] <= 0 {
                continue;
            }
            let shares = tilted(place);
            let wanted = (0..K)
                .filter(|&k| surplus[k] < 0)
                .max_by(|&a, &b| shares[a].total_cmp(&shares[b]));
            let Some(wanted) = wanted else { break };
            let luck = f64::from(
                luck.uniforms(
                    key.child(place as u64),
                    round as u32 + 1,
                    Stream::Population,
                )[0],
            );
            if luck < 0.5 * shares[wanted] / shares[class].max(1e-9) {
                given[place] = wanted as u8;
                surplus[class] -= 1;
                surplus[wanted] += 1;
            }
        }
    }
    given
}

/// The class whose share holds a point between 0 and 1; the largest where rounding leaves the point
/// beyond all.
fn class_at<const K: usize>(shares: &[f64; K], mut point: f64) -> usize {
    let class = shares.iter().position(|&share| {
        point -= share;
        point < 0.0
    });
    class.unwrap_or_else(|| {
        (0..K)
            .max_by(|&a, &b| shares[a].total_cmp(&shares[b]))
            .unwrap_or(0)
    })
}

/// Factors by community and class that bring the expected totals to the local and the whole
/// targets.
fn tilts<const K: usize>(
    who: &[usize],
    prior: &[[f32; K]],
    target: &[f64; K],
    community: &dyn Fn(usize) -> usize,
    local: &[Option<Vec<f64>>],
) -> Vec<[f64; K]> {
    let mut tilt = vec![[1.0; K]; local.len()];
    let expect = |tilt: &[[f64; K]]| {
        let mut totals = vec![[0.0; K]; local.len()];
        for (shares, &k) in prior.iter().zip(who) {
            let c = community(k);
            let raw: [f64; K] =
                std::array::from_fn(|class| f64::from(shares[class]) * tilt[c][class]);
            for (total, share) in totals[c].iter_mut().zip(normal(raw)) {
                *total += share;
            }
        }
        totals
    };
    for _ in 0..ROUNDS {
        let totals = expect(&tilt);
        for (c, counts) in local.iter().enumerate() {
            if let Some(counts) = counts {
                let people: f64 = totals[c].iter().sum();
                let sum: f64 = counts.iter().sum();
                for class in 0..K {
                    tilt[c][class] *=
                        ratio(counts[class] / sum * people, totals[c][class]).clamp(0.05, 20.0);
                }
            }
        }
        let totals = if local.iter().any(Option::is_some) {
            expect(&tilt)
        } else {
            totals
        };
        for class in 0..K {
            let by = ratio(target[class], totals.iter().map(|t| t[class]).sum()).clamp(0.02, 50.0);
            for factors in &mut tilt {
                factors[class] *= by;
            }
        }
    }
    tilt
}

/// A step that visits every one of `n` places once, far from its neighbours (near the golden
/// section, no common factor).
fn stride(n: usize) -> usize {
    let mut step = (n as f64 * 0.618_034) as usize + 1;
    while common_factor(step, n) > 1 {
        step += 1;
    }
    step
}

fn common_factor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { common_factor(b, a % b) }
}
