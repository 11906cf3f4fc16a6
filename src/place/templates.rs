//! Household templates: plausible households of each kind and size, from which fitting chooses.
//! Ages only, no margins.
//!
//! Every rule about who can live with whom is kept here and holds by construction: no child without
//! an adult, parents 16 to 50 years older than their children, dependent children under 19, "all
//! older" all 66 or over, partners of similar age. The shares by age are a starting point that
//! fitting corrects; the age gaps are assumptions.

use super::{HouseholdKind, LARGEST_HOUSEHOLD};
use crate::random::Draws;

/// The age from which the census calls a person older. Unit: years.
pub const OLDER: u8 = 66;
/// The oldest dependent child. Unit: years.
pub const OLDEST_DEPENDENT: u8 = 18;
/// The oldest age generated. Unit: years.
pub const OLDEST: u8 = 104;

/// How often sizes 1 to 8 come within a kind, before fitting. An assumption; fitting corrects it.
pub const SIZE_GIVEN_KIND: [[f64; LARGEST_HOUSEHOLD]; 9] = [
    [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 0.36, 0.43, 0.145, 0.045, 0.013, 0.007],
    [0.0, 0.0, 0.65, 0.27, 0.065, 0.012, 0.002, 0.001],
    [0.0, 0.47, 0.33, 0.135, 0.045, 0.013, 0.005, 0.002],
    [0.0, 0.75, 0.20, 0.04, 0.008, 0.002, 0.0, 0.0],
    [0.0, 0.38, 0.20, 0.17, 0.11, 0.07, 0.035, 0.035],
];

/// What somebody is to the others in the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Lives alone, or shares without being family.
    Single,
    /// The woman's or first partner's place in a couple; the next member is the partner.
    FirstPartner,
    /// The partner of the member before.
    SecondPartner,
    /// A parent without a partner in the home.
    LoneParent,
    /// A dependent child (under 19).
    Dependent,
    /// A grown-up child.
    Grown,
}

/// A plausible household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// How many members.
    pub size: u8,
    /// Their ages. Only the first `size` count.
    pub ages: [u8; LARGEST_HOUSEHOLD],
    /// Their roles. Only the first `size` count.
    pub roles: [Role; LARGEST_HOUSEHOLD],
    /// Bit `k` is set where member `k` is a child of somebody in the home.
    pub children: u8,
}

impl Template {
    const EMPTY: Self = Self {
        size: 0,
        ages: [0; LARGEST_HOUSEHOLD],
        roles: [Role::Single; LARGEST_HOUSEHOLD],
        children: 0,
    };

    fn add(&mut self, age: i32, role: Role, child: bool) {
        let slot = usize::from(self.size);
        self.ages[slot] = age.clamp(0, i32::from(OLDEST)) as u8;
        self.roles[slot] = role;
        self.children |= u8::from(child) << slot;
        self.size += 1;
    }

    /// The ages of the members.
    pub fn members(&self) -> &[u8] {
        &self.ages[..usize::from(self.size)]
    }

    /// Whether member `k` is a child of somebody in the home.
    pub fn is_child(&self, k: usize) -> bool {
        self.children >> k & 1 == 1
    }
}

/// A random plausible household of a kind and size. The size must be one that [`SIZE_GIVEN_KIND`]
/// allows.
pub fn template(kind: HouseholdKind, size: usize, draws: &mut Draws) -> Template {
    let mut home = Template::EMPTY;
    match kind {
        HouseholdKind::OneOlder => home.add(older_age(draws), Role::Single, false),
        HouseholdKind::OneYounger => {
            let age = age_between(
                draws,
                &[(17, 19, 0.02), (20, 29, 0.2), (30, 44, 0.3), (45, 65, 0.48)],
            );
            home.add(age, Role::Single, false);
        }
        HouseholdKind::AllOlder => {
            let first = older_age(draws).min(97);
            let second = (first + partner_gap(draws)).max(i32::from(OLDER));
            add_couple(&mut home, first, second, false);
        }
        HouseholdKind::Couple => {
            let first = age_between(
                draws,
                &[
                    (18, 24, 0.06),
                    (25, 34, 0.32),
                    (35, 49, 0.2),
                    (50, 65, 0.42),
                ],
            );
            let second = (first + partner_gap(draws)).max(18);
            add_couple(&mut home, first, second, false);
        }
        HouseholdKind::CoupleDependent => with_children(&mut home, size, true, true, draws),
        HouseholdKind::CoupleGrown => with_children(&mut home, size, true, false, draws),
        HouseholdKind::LoneDependent => with_children(&mut home, size, false, true, draws),
        HouseholdKind::LoneGrown => with_children(&mut home, size, false, false, draws),
        HouseholdKind::Other => other(&mut home, size, draws),
        HouseholdKind::Communal => {
            // Halls and barracks, prisons and hostels, care homes; fitting finds which of them a
            // place has.
            let age = age_between(
                draws,
                &[
                    (16, 17, 0.03),
                    (18, 24, 0.37),
                    (25, 64, 0.2),
                    (65, 84, 0.2),
                    (85, 85, 0.2),
                ],
            );
            home.add(
                if age == 85 {
                    eighty_five_and_over(draws)
                } else {
                    age
                },
                Role::Single,
                false,
            );
        }
    }
    debug_assert_eq!(usize::from(home.size), size, "{kind:?}");
    home
}

/// An age drawn from weighted ranges (both ends included).
fn age_between(draws: &mut Draws, ranges: &[(i32, i32, f32)]) -> i32 {
    let all: f32 = ranges.iter().map(|range| range.2).sum();
    let mut at = draws.uniform() * all;
    let mut chosen = ranges[ranges.len() - 1];
    for &range in ranges {
        if at < range.2 {
            chosen = range;
            break;
        }
        at -= range.2;
    }
    chosen.0 + draws.below((chosen.1 - chosen.0 + 1) as u32) as i32
}

/// 66 and over; beyond 85 about four in five reach the next birthday, so that about 37 % of those
/// 85+ are 90+ (P03).
fn older_age(draws: &mut Draws) -> i32 {
    let age = age_between(
        draws,
        &[
            (66, 69, 0.22),
            (70, 74, 0.26),
            (75, 79, 0.21),
            (80, 84, 0.17),
            (85, 85, 0.14),
        ],
    );
    if age == 85 {
        eighty_five_and_over(draws)
    } else {
        age
    }
}

fn eighty_five_and_over(draws: &mut Draws) -> i32 {
    let mut age = 85;
    while age < i32::from(OLDEST) - 2 && draws.uniform() < 0.82 {
        age += 1;
    }
    age
}

/// How much older the second partner is: mostly within five years, sometimes more.
fn partner_gap(draws: &mut Draws) -> i32 {
    let spread = if draws.uniform() < 0.85 { 2.5 } else { 7.0 };
    ((1.8 + spread * draws.normal()).round() as i32).clamp(-20, 25)
}

fn add_couple(home: &mut Template, first: i32, second: i32, child: bool) {
    home.add(first, Role::FirstPartner, child);
    home.add(second, Role::SecondPartner, false);
}

/// Ages of `count` children from the youngest up, at most `oldest`.
fn children_ages(
    youngest: i32,
    count: usize,
    oldest: i32,
    draws: &mut Draws,
) -> [i32; LARGEST_HOUSEHOLD] {
    let mut ages = [youngest; LARGEST_HOUSEHOLD];
    let room = if count > 1 {
        ((oldest - youngest) / (count as i32 - 1)).max(0)
    } else {
        0
    };
    for k in 1..count {
        let spacing = if draws.uniform() < 0.03 {
            0
        } else {
            1 + (draws.uniform() * draws.uniform() * 7.0) as i32
        };
        ages[k] = ages[k - 1] + spacing.min(room);
    }
    ages
}

/// One or two parents and their children.
fn with_children(
    home: &mut Template,
    size: usize,
    couple: bool,
    dependent: bool,
    draws: &mut Draws,
) {
    let count = size - if couple { 2 } else { 1 };
    let (youngest, oldest) = if dependent {
        let youngest = if count > 2 {
            age_between(draws, &[(0, 4, 0.4), (5, 9, 0.36), (10, 14, 0.2)])
        } else {
            draws.below(19) as i32
        };
        // Now and then a grown-up brother or sister lives at home too; the household keeps its kind
        // by the youngest.
        let eldest = if count > 1 && draws.uniform() < 0.25 {
            26
        } else {
            i32::from(OLDEST_DEPENDENT)
        };
        (youngest, eldest.max(youngest))
    } else {
        let late = if couple { 0.1 } else { 0.3 };
        let youngest = age_between(draws, &[(19, 24, 0.5), (25, 34, 0.3), (35, 58, late)]);
        (youngest, (youngest + 28).min(64))
    };
    let ages = children_ages(youngest, count, oldest, draws);
    let eldest = ages[count - 1];
    let at_first_birth = if couple { 29.5 } else { 26.5 };
    // The parent's age keeps 16 to 45 years from every child.
    let age_at_first = ((at_first_birth + 5.2 * draws.normal()).round() as i32)
        .clamp(16, (45 - (eldest - youngest)).max(16));
    let first = (eldest + age_at_first).min(youngest + 50).min(100);
    if couple {
        let second =
            (first + partner_gap(draws)).clamp((eldest + 16).max(18), (youngest + 50).min(100));
        add_couple(home, first.max(18), second, false);
    } else {
        home.add(first, Role::LoneParent, false);
    }
    for &age in &ages[..count] {
        add_child(home, age);
    }
}

fn add_child(home: &mut Template, age: i32) {
    let role = if age <= i32::from(OLDEST_DEPENDENT) {
        Role::Dependent
    } else {
        Role::Grown
    };
    home.add(age, role, true);
}

/// Sharers and students, older relatives together, three generations, a couple with relatives or
/// lodgers.
fn other(home: &mut Template, size: usize, draws: &mut Draws) {
    let which = draws.uniform();
    if size >= 3 && which < 0.34 {
        three_generations(home, size, draws);
    } else if size >= 3 && which < 0.5 {
        let first = age_between(draws, &[(20, 34, 0.5), (35, 64, 0.5)]);
        let second = (first + partner_gap(draws)).max(18);
        add_couple(home, first, second, false);
        add_sharers(home, size, first, 9.0, draws);
    } else if which < 0.72 {
        let base = age_between(draws, &[(18, 24, 0.6), (25, 34, 0.4)]);
        home.add(base, Role::Single, false);
        add_sharers(home, size, base, 2.0, draws);
    } else {
        let base = age_between(
            draws,
            &[(30, 49, 0.3), (50, 65, 0.3), (66, 84, 0.3), (85, 94, 0.1)],
        );
        home.add(base, Role::Single, false);
        add_sharers(home, size, base, 8.0, draws);
    }
}

fn add_sharers(home: &mut Template, size: usize, base: i32, spread: f32, draws: &mut Draws) {
    while usize::from(home.size) < size {
        let age = base + (spread * draws.normal()).round() as i32;
        home.add(age.clamp(18, 98), Role::Single, false);
    }
}

/// A grandparent or two, one of their children with or without a partner, and grandchildren.
fn three_generations(home: &mut Template, size: usize, draws: &mut Draws) {
    let middle = age_between(draws, &[(24, 34, 0.4), (35, 44, 0.4), (45, 54, 0.2)]);
    let elder = (middle + 20 + draws.below(17) as i32).min(96);
    let two_elders = size >= 5 && draws.uniform() < 0.4;
    let partner = size >= 4 && draws.uniform() < 0.65;
    if two_elders {
        let second = (elder + partner_gap(draws)).clamp(middle + 17, (middle + 50).min(100));
        add_couple(home, elder, second, false);
    } else {
        home.add(elder, Role::LoneParent, false);
    }
    if partner {
        let second = (middle + partner_gap(draws)).clamp(20, middle + 12);
        add_couple(home, middle, second, true);
    } else {
        home.add(middle, Role::LoneParent, true);
    }
    let count = size - usize::from(home.size);
    let parents =
        &home.ages[usize::from(home.size) - if partner { 2 } else { 1 }..usize::from(home.size)];
    let youngest_parent = parents.iter().min().map_or(middle, |&age| i32::from(age));
    let oldest_parent = parents.iter().max().map_or(middle, |&age| i32::from(age));
    let oldest = (youngest_parent - 17).clamp(0, 24);
    let youngest = (oldest_parent - 46).max(0);
    let start = youngest + draws.below((oldest - youngest).max(0) as u32 / 2 + 1) as i32;
    let ages = children_ages(start.min(oldest), count, oldest, draws);
    for &age in &ages[..count] {
        add_child(home, age);
    }
}
