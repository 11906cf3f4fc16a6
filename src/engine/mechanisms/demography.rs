//! Demography: ageing, births, deaths, moves in and out. Homes left empty are taken by households like those that the place
//! was generated with, so that the population stays as it is. Must not know money.

mod kin;
mod newcomers;

use super::{ByAge, gradient, structural};
use crate::engine::state::person::{CLOSE, NOT_LIMITED, Persons};
use crate::engine::state::{Turns, World};
use crate::ids::{FamilyId, PersonId};
use crate::place::{Activity, Disability, Resident, Sex};
use crate::random::{Key, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::AnnualRate;
use newcomers::{join, relet, somebody_like};

/// The age at which deaths are as often as `death_at_60` says. Unit: years.
const DEATHS_AT: f32 = 60.0;
/// How often households move whose eldest is under 35, under 65, or older, of the mean. Unit: ratio.
const MOVING: [f32; 3] = [2.0, 0.9, 0.4];

/// Deaths of women and of men of the same age, of the mean.
const DEATHS_BY_SEX: [f32; 2] = [0.84, 1.18];
/// How far apart the longest and the shortest life with a life-limiting condition lie. Unit: months.
const MONTHS_LEFT: f32 = 18.0;
/// What a partner feels of a death, for each part that those at home and close friends feel.
const OF_A_PARTNERS: f32 = 3.0;
/// The age at which births are most frequent, and how far from it they are few. Unit: years.
const BIRTHS_PEAK: f32 = 31.0;
const BIRTHS_SPREAD: f32 = 13.0;
/// Births at the peak, how they fall away from it, and the least, of the mean.
const BIRTHS_HIGH: f32 = 1.4;
const BIRTHS_FALL: f32 = 1.2;
const BIRTHS_LOW: f32 = 0.1;
/// Births of women with a partner at home and without one, of the mean.
const BIRTHS_TOGETHER: f32 = 1.5;
const BIRTHS_ALONE: f32 = 0.5;
/// The share of babies that are girls.
const GIRLS: f32 = 0.488;
/// The ages at which children become students and people of working age retire. Unit: years.
const STUDENTS_FROM: u16 = 16;
const RETIRED_FROM: u16 = 66;

/// One month: everybody is a month older; those near the end of life live it; homes whose turn it is live a quarter.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    grow_older(&mut world.persons);
    // Those with a life-limiting condition.
    let months_left = &world.persons.months_left;
    let limited = |months: &u16| *months != NOT_LIMITED;
    for i in world.persons.living_few(months_left, limited) {
        last_months(world, parameters, month, i);
    }
    let hazard = Gompertz::new(world, parameters);
    for i in world.due(month) {
        live_or_die(world, parameters, month, i, &hazard);
    }
    let partnering: Vec<f32> = world
        .communities
        .deprivation
        .iter()
        .map(|d| gradient(parameters.demography.partnering_deprivation, *d))
        .collect();
    let homes = Turns::homes(month, world.families.len());
    for family in homes {
        let partnering = partnering[world.families.community[family].index()];
        household(world, parameters, month, family, partnering);
    }
    count_residents(world);
}

fn grow_older(persons: &mut Persons) {
    for (months, alive) in persons.age_months.iter_mut().zip(&persons.alive) {
        *months += u16::from(*alive);
    }
    for (age, activity) in [
        (STUDENTS_FROM, Activity::Student),
        (RETIRED_FROM, Activity::Retired),
    ] {
        for i in persons.living_few(&persons.age_months, |months| *months == age * 12) {
            persons.activity[i] = activity;
        }
    }
}

/// The hazard of death is Gompertz's: it rises with age, and differs by sex, place and disability.
struct Gompertz {
    /// By neighbourhood, for women and men.
    here: Vec<[f32; 2]>,
    by_age: ByAge,
    at_60: f32,
    disabled: f32,
}

impl Gompertz {
    fn new(world: &World, parameters: &Parameters) -> Self {
        let p = &parameters.demography;
        let conditions = structural(world, parameters);
        let here =
            |d: &f32| DEATHS_BY_SEX.map(|sex| gradient(p.death_deprivation, *d) * conditions * sex);
        Self {
            here: world.communities.deprivation.iter().map(here).collect(),
            by_age: ByAge::new(p.death_slope, DEATHS_AT),
            at_60: p.death_at_60,
            disabled: p.death_disabled,
        }
    }

    /// Deaths a year of a person.
    #[inline]
    fn of(&self, persons: &Persons, i: usize) -> AnnualRate {
        let factor = self.here[persons.community[i].index()][usize::from(!persons.female[i])]
            * self.by_age.at(persons.age(i));
        let health = if persons.disability[i] == Disability::Lot {
            self.disabled
        } else {
            1.0
        };
        AnnualRate(self.at_60 * factor * health)
    }
}

/// Death by age, or the start of a life-limiting condition, in the quarter of somebody's turn.
fn live_or_die(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    i: usize,
    hazard: &Gompertz,
) {
    let persons = &mut world.persons;
    if !persons.alive[i] || persons.months_left[i] != NOT_LIMITED {
        return;
    }
    let luck = world.luck.of(month, Stream::Demography);
    let [dies, expected, months, _] = luck.uniforms(persons.key[i]);
    if !hazard.of(persons, i).of_a_quarter().happens(dies) {
        return;
    }
    if expected < parameters.demography.expected_share {
        // A life-limiting condition: between two and twenty months from now.
        persons.months_left[i] = 2 + (months * MONTHS_LEFT) as u16;
    } else {
        die(world, parameters, i);
    }
}

/// A month with a life-limiting condition.
fn last_months(world: &mut World, parameters: &Parameters, month: u32, i: usize) {
    if world.persons.months_left[i] == 0 {
        expected_death(world, parameters, month, i);
    } else {
        world.persons.months_left[i] -= 1;
    }
}

fn expected_death(world: &mut World, parameters: &Parameters, month: u32, i: usize) {
    let p = &parameters.crisis;
    let wished = if world.persons.palliative[i] {
        p.wished_with
    } else {
        p.wished_without
    };
    let [draw, ..] = world
        .luck
        .uniforms(world.persons.key[i], month, Stream::EndOfLife);
    world.counts.expected_deaths += 1;
    world.counts.wished_deaths += u64::from(draw < wished);
    die(world, parameters, i);
}

/// A death: it bereaves partner, family, close friends and kin elsewhere, and ends every tie.
pub fn die(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.life_events;
    let (shock, lasting) = (p.shock_death, p.lasting_death);
    world.counts.deaths += 1;
    world.persons.died[i] = true;
    let persons = &mut world.persons;
    let partner = persons.partner[i];
    if partner.is_some() && persons.alive[partner.index()] {
        persons.shake(partner.index(), shock, lasting);
        persons.widowed[partner.index()] = true;
        persons.partner[partner.index()] = PersonId::NONE;
    }
    for member in world.families.members[persons.family[i].index()] {
        if member.is_some()
            && persons.alive[member.index()]
            && member.index() != i
            && member != partner
        {
            persons.shake(member.index(), shock / OF_A_PARTNERS, lasting);
        }
    }
    for slot in 0..persons.tie_count[i] as usize {
        if persons.tie_strength[i][slot] >= CLOSE {
            let friend = persons.ties[i][slot].index();
            persons.shake(friend, shock / OF_A_PARTNERS, lasting);
        }
    }
    kin::bereave(world, i, shock * p.bereaved_kin, lasting);
    world.persons.leave(i);
}

fn household(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    family: usize,
    partnering: f32,
) {
    let words = world
        .luck
        .uniforms(world.families.key[family], month, Stream::Moves);
    let p = &parameters.demography;
    let persons = &world.persons;
    // Those at home now: who is born or joins below is not asked again in this turn.
    let (members, count) = world.families.at_home(family, &persons.alive);
    let members = &members[..count];
    let Some(eldest) = members
        .iter()
        .copied()
        .max_by_key(|i| persons.age_months[*i])
    else {
        kin::end(world, family);
        relet(world, parameters, month, family, words[0]);
        return;
    };
    let pace = moving_pace(persons.age(eldest));
    // Only adults can leave children without a home: orphans move to kin elsewhere.
    let orphaned = persons.age(eldest) < 16;
    if orphaned
        || AnnualRate(p.moves_out * pace)
            .of_a_quarter()
            .happens(words[0])
    {
        kin::leave(world, family);
        for member in members {
            world.persons.leave(*member);
        }
        return;
    }
    births(world, parameters, month, family, members);
    grown_children_leave(world, parameters, month, family, members);
    partner_comes(world, parameters, month, eldest, (words[1], partnering));
}

/// Young households move most, old ones least: by the age of the eldest.
fn moving_pace(age: u16) -> f32 {
    match age {
        0..=34 => MOVING[0],
        35..=64 => MOVING[1],
        _ => MOVING[2],
    }
}

/// Whether somebody can have a child.
#[inline]
fn may_be_mother(persons: &Persons, i: usize) -> bool {
    persons.alive[i]
        & persons.female[i]
        & (18 * 12..45 * 12).contains(&persons.age_months[i])
        & !persons.is_child[i]
}

/// Whether somebody can leave their parents' home.
#[inline]
fn may_leave_parents(persons: &Persons, i: usize) -> bool {
    persons.alive[i]
        & persons.is_child[i]
        & (18 * 12..35 * 12).contains(&persons.age_months[i])
        & (persons.disability[i] != Disability::Lot)
}

/// Names a woman's draws about births, beside her own.
fn births_of(mother: Key) -> Key {
    mother.child(u64::MAX)
}

fn births(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    family: usize,
    members: &[usize],
) {
    for mother in members.iter().copied() {
        let persons = &world.persons;
        if !may_be_mother(persons, mother) {
            continue;
        }
        // Births peak at about 31; few mothers live alone.
        let years = (f32::from(persons.age_months[mother]) / 12.0 - BIRTHS_PEAK) / BIRTHS_SPREAD;
        let alone = if persons.partner[mother].is_some() {
            BIRTHS_TOGETHER
        } else {
            BIRTHS_ALONE
        };
        let rate = parameters.demography.birth_rate
            * alone
            * (BIRTHS_HIGH - BIRTHS_FALL * years * years).max(BIRTHS_LOW);
        let [born, sex, ..] =
            world
                .luck
                .uniforms(births_of(persons.key[mother]), month, Stream::Demography);
        if AnnualRate(rate).of_a_quarter().happens(born) {
            let baby = Resident {
                age: 0,
                sex: if sex < GIRLS { Sex::Female } else { Sex::Male },
                family: FamilyId::from(family),
                partner: None,
                is_child: true,
                disability: Disability::None,
                health: 1,
                activity: Activity::Child,
                group: persons.group[mother],
            };
            world.counts.births += u64::from(join(world, parameters, month, &baby).is_some());
        }
    }
}

fn grown_children_leave(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    family: usize,
    members: &[usize],
) {
    let rate = AnnualRate(parameters.demography.leaving_home).of_a_quarter();
    for i in members.iter().copied() {
        if may_leave_parents(&world.persons, i) {
            let [goes, ..] = world
                .luck
                .uniforms(world.persons.key[i], month, Stream::Moves);
            if rate.happens(goes) {
                world.persons.leave(i);
                kin::child_leaves(world, family);
            }
        }
    }
}

fn partner_comes(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    single: usize,
    (draw, deprivation): (f32, f32),
) {
    let persons = &world.persons;
    let age = persons.age(single);
    if persons.partner[single].is_some() || persons.is_child[single] || !(18..65).contains(&age) {
        return;
    }
    let rate = AnnualRate(parameters.demography.partnering / deprivation);
    if rate.of_a_quarter().happens(draw) {
        let mut draws = world.luck.draws(persons.key[single], month, Stream::Moves);
        let like = somebody_like(world, single, &mut draws);
        let partner = Resident {
            age: age as u8,
            sex: if persons.female[single] {
                Sex::Male
            } else {
                Sex::Female
            },
            family: persons.family[single],
            partner: None,
            is_child: false,
            group: persons.group[single],
            ..like
        };
        if let Some(newcomer) = join(world, parameters, month, &partner) {
            let persons = &mut world.persons;
            persons.partner[single] = PersonId::from(newcomer);
            persons.partner[newcomer] = PersonId::from(single);
            persons.widowed[single] = false;
        }
    }
}

fn count_residents(world: &mut World) {
    world.communities.residents.fill(0);
    for (community, alive) in world.persons.community.iter().zip(&world.persons.alive) {
        world.communities.residents[community.index()] += u32::from(*alive);
    }
}

#[cfg(test)]
mod tests;
