//! How well a generated place matches the margins it was generated from: given against generated,
//! class by class.

use super::profile::Profile;
use super::{Activity, Disability, HouseholdKind, LARGEST_HOUSEHOLD, Place};

/// One margin of a place, as given and as generated.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// What is counted.
    pub name: &'static str,
    /// Whether the given figures were estimated rather than published.
    pub estimated: bool,
    /// Its classes: name, given share, generated share. Unit: share of people or of households.
    pub classes: Vec<(String, f64, f64)>,
}

impl Margin {
    /// The total variation: half the sum of the absolute differences. Range: 0–1.
    pub fn total_variation(&self) -> f64 {
        self.classes
            .iter()
            .map(|(_, given, generated)| (given - generated).abs())
            .sum::<f64>()
            / 2.0
    }
}

/// Names of the household kinds, in the order of [`HouseholdKind::ALL`].
pub const KINDS: [&str; 9] = [
    "one person, 66 or over",
    "one person, younger",
    "all 66 or over",
    "couple, no children",
    "couple, dependent children",
    "couple, grown-up children",
    "lone parent, dependent children",
    "lone parent, grown-up children",
    "other",
];
/// Names of the disability classes, in the order of [`Disability::ALL`].
pub const DISABILITY: [&str; 4] = [
    "no long-term condition",
    "condition that limits nothing",
    "limited a little",
    "limited a lot",
];
/// Names of the health classes.
pub const HEALTH: [&str; 5] = ["very good", "good", "fair", "bad", "very bad"];
/// Names of the activity classes, in the order of [`Activity::ADULT`].
pub const ACTIVITIES: [&str; 6] = [
    "student",
    "employed",
    "unemployed",
    "retired",
    "long-term sick or disabled",
    "other",
];

/// Names of what people live in.
pub const HOMES: [&str; 2] = ["private household", "communal establishment"];

/// What a place has of each class, in the order of a profile's margins.
struct Generated {
    ages: Vec<u32>,
    kinds: Vec<u32>,
    sizes: Vec<u32>,
    disability: Vec<u32>,
    health: Vec<u32>,
    activities: Vec<u32>,
    communal: u32,
}

fn generated(place: &Place) -> Generated {
    let mut found = Generated {
        ages: vec![0; AGES],
        kinds: vec![0; HouseholdKind::ALL.len()],
        sizes: vec![0; LARGEST_HOUSEHOLD],
        disability: vec![0; DISABILITY.len()],
        health: vec![0; HEALTH.len()],
        activities: vec![0; ACTIVITIES.len()],
        communal: 0,
    };
    for person in &place.persons {
        found.ages[usize::from(person.age / 5).min(AGES - 1)] += 1;
        let class = |class: &Disability| *class == person.disability;
        if let Some(class) = Disability::ALL.iter().position(class) {
            found.disability[class] += 1;
        }
        found.health[usize::from(person.health.clamp(1, 5)) - 1] += 1;
        let class = |class: &Activity| *class == person.activity;
        if let Some(class) = Activity::ADULT.iter().position(class) {
            found.activities[class] += 1;
        }
    }
    for family in &place.families {
        if family.kind == HouseholdKind::Communal {
            found.communal += u32::from(family.size);
            continue;
        }
        found.kinds[family.kind.index()] += 1;
        found.sizes[usize::from(family.size).clamp(1, LARGEST_HOUSEHOLD) - 1] += 1;
    }
    found
}

/// Bands of five years of age; the last is open.
const AGES: usize = 18;

/// Names of the bands of age, and of the sizes of households.
fn bands() -> Vec<String> {
    let last = AGES - 1;
    let closed = (0..last).map(|k| format!("{} to {}", k * 5, k * 5 + 4));
    closed.chain([format!("{} and over", last * 5)]).collect()
}

fn sizes() -> Vec<String> {
    let closed = (1..LARGEST_HOUSEHOLD).map(|size| size.to_string());
    let open = format!("{LARGEST_HOUSEHOLD} or more");
    closed.chain([open]).collect()
}

/// Compares a place with its profile, margin by margin.
pub fn margins(profile: &Profile, place: &Place) -> Vec<Margin> {
    let (given, found) = (&profile.margins, generated(place));
    let margin = |name: &'static str, classes: Vec<String>, given: &[u32], found: &[u32]| {
        let shares = shares(given).into_iter().zip(shares(found));
        Margin {
            name,
            estimated: profile.estimated.iter().any(|estimated| estimated == name),
            classes: (classes.into_iter().zip(shares))
                .map(|(class, (given, found))| (class, given, found))
                .collect(),
        }
    };
    let named = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let homes = [
        split(given.residents(), given.communal),
        split(place.persons.len() as u64, found.communal),
    ];
    vec![
        margin("age", bands(), &given.ages, &found.ages),
        margin("household kind", named(&KINDS), &given.kinds, &found.kinds),
        margin("household size", sizes(), &given.sizes, &found.sizes),
        margin(
            "disability",
            named(&DISABILITY),
            &given.disability,
            &found.disability,
        ),
        margin("health", named(&HEALTH), &given.health, &found.health),
        margin(
            "activity",
            named(&ACTIVITIES),
            &given.activities,
            &found.activities,
        ),
        margin("home", named(&HOMES), &homes[0], &homes[1]),
    ]
}

/// Residents of private households and of communal establishments.
fn split(all: u64, communal: u32) -> [u32; 2] {
    [(all as u32).saturating_sub(communal), communal]
}

fn shares(counts: &[u32]) -> Vec<f64> {
    let sum: f64 = counts.iter().map(|&count| f64::from(count)).sum();
    counts
        .iter()
        .map(|&count| f64::from(count) / sum.max(1.0))
        .collect()
}
