//! The people of the chosen households: sex, partner, social group, and their attributes from
//! [`super::attributes`].

use super::attributes::{self, Traits};
use super::communities::Group;
use super::population::{FITTED_BANDS, fitted_band};
use super::profile::Profile;
use super::templates::{Role, Template};
use super::{Activity, Disability, Household, HouseholdKind, Resident, Sex};
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::random::{Key, Luck, Stream};

/// The chosen households, sorted by community.
#[derive(Clone, Debug, Default)]
pub struct Homes {
    homes: Vec<(u32, HouseholdKind, Template)>,
}

impl Homes {
    /// Adds a household; communities come in order.
    pub fn push(&mut self, community: usize, kind: HouseholdKind, home: Template) {
        self.homes.push((community as u32, kind, home));
    }
}

/// The female share of residents by fitted band: about 49 % at birth, more than half from middle
/// age, two thirds at 85+. An assumption near the England and Wales Census of 2021.
const FEMALE: [f64; FITTED_BANDS] = [
    0.488, 0.488, 0.488, 0.488, 0.488, 0.495, 0.5, 0.508, 0.508, 0.505, 0.505, 0.507, 0.508, 0.51,
    0.515, 0.522, 0.54, 0.565, 0.64,
];
/// The share of lone parents who are women. Source: general knowledge of the Census 2021 (about 85
/// %).
const LONE_MOTHERS: f32 = 0.85;
/// The share of couples of the same sex. Source: general knowledge of the Census 2021 (about 2 %).
const SAME_SEX: f32 = 0.02;
/// How strongly a neighbourhood's deprivation sorts social groups. An assumption; 0 would be no
/// sorting.
const SORTING: f32 = 0.25;
/// The share of members of a home of unrelated people who are of another social group than the
/// first. An assumption.
const OWN_GROUP: f32 = 0.4;
/// Where the quarters of a standard normal score are cut.
const QUARTERS: [f32; 3] = [-0.674_49, 0.0, 0.674_49];

/// Families and persons of a place, without ties.
pub fn people(
    profile: &Profile,
    groups: &[Group],
    homes: &Homes,
    luck: Luck,
) -> (Vec<Household>, Vec<Resident>) {
    let mut families = Vec::with_capacity(homes.homes.len());
    let mut persons: Vec<Resident> = Vec::with_capacity(homes.homes.len() * 5 / 2);
    let mut roles = Vec::with_capacity(homes.homes.len() * 5 / 2);
    for (number, (community, kind, home)) in homes.homes.iter().enumerate() {
        let first = PersonId::from(persons.len());
        families.push(Household {
            community: CommunityId(*community),
            kind: *kind,
            first,
            size: home.size,
        });
        let decile = groups[*community as usize].community.deprivation.overall;
        add_members(
            &mut persons,
            FamilyId::from(number),
            *kind,
            home,
            decile,
            luck,
        );
        roles.extend_from_slice(&home.roles[..usize::from(home.size)]);
    }
    balance_sexes(&mut persons, &roles, luck);
    let traits: Vec<Traits> = persons
        .iter()
        .zip(&roles)
        .map(|(person, &role)| {
            let family = &families[person.family.index()];
            Traits {
                age: person.age,
                sex: person.sex,
                role,
                community: family.community.0,
            }
        })
        .collect();
    let assigned = attributes::assign(profile, groups, &traits, luck);
    for (person, given) in persons.iter_mut().zip(assigned) {
        person.disability = given.disability;
        person.health = given.health;
        person.activity = given.activity;
    }
    (families, persons)
}

fn add_members(
    persons: &mut Vec<Resident>,
    family: FamilyId,
    kind: HouseholdKind,
    home: &Template,
    decile: f32,
    luck: Luck,
) {
    let mut draws = luck.draws(
        Key(0xFA_31).child(u64::from(family.0)),
        0,
        Stream::Population,
    );
    let group = social_group(decile, &mut draws);
    let mother = draws.uniform() < LONE_MOTHERS;
    let same_sex = draws.uniform() < SAME_SEX;
    let first_is_female = !same_sex || draws.uniform() < 0.5;
    let first = persons.len();
    for k in 0..usize::from(home.size) {
        let (sex, partner) = match home.roles[k] {
            Role::FirstPartner => (
                if first_is_female {
                    Sex::Female
                } else {
                    Sex::Male
                },
                Some(first + k + 1),
            ),
            Role::SecondPartner => (
                if first_is_female == same_sex {
                    Sex::Female
                } else {
                    Sex::Male
                },
                Some(first + k - 1),
            ),
            Role::LoneParent => (if mother { Sex::Female } else { Sex::Male }, None),
            // Set by `balance_sexes`.
            Role::Single | Role::Dependent | Role::Grown => (Sex::Male, None),
        };
        let own = kind == HouseholdKind::Other
            && home.roles[k] == Role::Single
            && draws.uniform() < OWN_GROUP;
        persons.push(Resident {
            age: home.ages[k],
            sex,
            family,
            partner: partner.map(PersonId::from),
            is_child: home.is_child(k),
            disability: Disability::None,
            health: 1,
            activity: Activity::Child,
            group: if own {
                social_group(decile, &mut draws)
            } else {
                group
            },
        });
    }
}

/// A quarter of a score that deprivation and luck make up; over a place the four are about equally
/// common.
fn social_group(decile: f32, draws: &mut crate::random::Draws) -> u8 {
    // Deciles 1 to 10 have a standard deviation of 2.87 when equally common.
    let score = SORTING.sqrt() * (decile - 5.5) / 2.87 + (1.0 - SORTING).sqrt() * draws.normal();
    QUARTERS.iter().filter(|&&cut| score > cut).count() as u8
}

/// Gives those whose role leaves their sex open the sex that brings each age band to its female
/// share.
fn balance_sexes(persons: &mut [Resident], roles: &[Role], luck: Luck) {
    let open = |role: Role| matches!(role, Role::Single | Role::Dependent | Role::Grown);
    let (mut all, mut women, mut free) = (
        [0.0; FITTED_BANDS],
        [0.0; FITTED_BANDS],
        [0.0; FITTED_BANDS],
    );
    for (person, &role) in persons.iter().zip(roles) {
        let band = fitted_band(person.age);
        all[band] += 1.0;
        if open(role) {
            free[band] += 1.0;
        } else if person.sex == Sex::Female {
            women[band] += 1.0;
        }
    }
    let mut share = [0.5_f32; FITTED_BANDS];
    for band in 0..FITTED_BANDS {
        if free[band] > 0.0 {
            share[band] =
                ((FEMALE[band] * all[band] - women[band]) / free[band]).clamp(0.1, 0.9) as f32;
        }
    }
    // Even steps from a random start: as many as wanted, spread over the place.
    let mut owed = luck
        .uniforms(Key(0x5E_C5), 0, Stream::Population)
        .repeat(FITTED_BANDS.div_ceil(4));
    for (place, (person, &role)) in persons.iter_mut().zip(roles).enumerate() {
        if open(role) {
            let band = fitted_band(person.age);
            let jitter =
                luck.uniforms(Key(0x5E_C6).child(place as u64), 0, Stream::Population)[0] - 0.5;
            let female = owed[band] + share[band] + jitter > 1.0;
            owed[band] += share[band] - if female { 1.0 } else { 0.0 };
            person.sex = if female { Sex::Female } else { Sex::Male };
        }
    }
}
