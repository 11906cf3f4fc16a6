//! How well a generated place matches the margins it was generated from: given against generated, class by class.

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

/// Compares a place with its profile, margin by margin.
pub fn margins(profile: &Profile, place: &Place) -> Vec<Margin> {
    let mut ages = vec![0; 18];
    let (mut disability, mut health, mut activities) = (vec![0; 4], vec![0; 5], vec![0; 6]);
    for person in &place.persons {
        ages[usize::from(person.age / 5).min(17)] += 1;
        if let Some(class) = Disability::ALL
            .iter()
            .position(|&class| class == person.disability)
        {
            disability[class] += 1;
        }
        health[usize::from(person.health.clamp(1, 5)) - 1] += 1;
        if let Some(class) = Activity::ADULT
            .iter()
            .position(|&class| class == person.activity)
        {
            activities[class] += 1;
        }
    }
    let (mut kinds, mut sizes) = (
        vec![0; HouseholdKind::ALL.len()],
        vec![0; LARGEST_HOUSEHOLD],
    );
    let mut communal = 0;
    for family in &place.families {
        if family.kind == HouseholdKind::Communal {
            communal += u32::from(family.size);
            continue;
        }
        kinds[family.kind.index()] += 1;
        sizes[usize::from(family.size).clamp(1, LARGEST_HOUSEHOLD) - 1] += 1;
    }
    let bands: Vec<String> = (0..18)
        .map(|k| {
            if k == 17 {
                "85 and over".into()
            } else {
                format!("{} to {}", k * 5, k * 5 + 4)
            }
        })
        .collect();
    let people: Vec<String> = (1..=8)
        .map(|n| {
            if n == 8 {
                "8 or more".into()
            } else {
                n.to_string()
            }
        })
        .collect();
    let named = |names: &[&str]| {
        names
            .iter()
            .map(|&name| name.to_owned())
            .collect::<Vec<_>>()
    };
    let given = &profile.margins;
    let margin =
        |name: &'static str, classes: Vec<String>, given: &[u32], generated: &[u32]| Margin {
            name,
            estimated: profile.estimated.iter().any(|estimated| estimated == name),
            classes: classes
                .into_iter()
                .zip(shares(given))
                .zip(shares(generated))
                .map(|((class, g), n)| (class, g, n))
                .collect(),
        };
    vec![
        margin("age", bands, &given.ages, &ages),
        margin("household kind", named(&KINDS), &given.kinds, &kinds),
        margin("household size", people, &given.sizes, &sizes),
        margin(
            "disability",
            named(&DISABILITY),
            &given.disability,
            &disability,
        ),
        margin("health", named(&HEALTH), &given.health, &health),
        margin(
            "activity",
            named(&ACTIVITIES),
            &given.activities,
            &activities,
        ),
        margin(
            "home",
            named(&HOMES),
            &split(given.residents(), given.communal),
            &split(place.persons.len() as u64, communal),
        ),
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
