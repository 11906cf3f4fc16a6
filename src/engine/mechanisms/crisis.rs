//! Crises: attendances at A&E, emergency admissions, evictions, placements; and how lives end. They cost much and damage
//! wellbeing and control, of the person and a little of those at home. Must not know budgets; prices are the accounts'.

mod damage;
mod homes;

use super::{ByAge, gradient, structural};
use crate::engine::chosen::chosen;
use crate::engine::state::person::{Housing, NOT_LIMITED, PROBLEMS};
use crate::engine::state::problem::old;
use crate::engine::state::{ServiceKind, World, initial};
use crate::numeric::{exp_of, normal_of};
use crate::place::Disability;
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, Pence};
use damage::{charge, damage};

/// What being limited a little adds to emergencies, of what being limited a lot adds. Unit: share.
const OF_LITTLE: f32 = 0.4;
/// The age at which admissions are as often as their rate says, among people who are not limited. Unit: years.
const ADMISSIONS_AT: f32 = 40.0;
/// Attendances at A&E that do not rise with limitation, and those that do as admissions would. Unit: shares of one.
const ATTENDS_ALIKE: f32 = 0.6;
const ATTENDS_LIMITED: f32 = 0.4;
/// Emergencies of children under five, of the mean: they are brought in early. Unit: ratio.
const OF_SMALL_CHILDREN: f32 = 1.6;
/// Emergencies of everybody older: this at birth, and one more in so many years. Unit: ratio; years.
const OF_OLDER: f32 = 0.8;
const YEARS_FOR_ONE_MORE: f32 = 200.0;
/// Unmet support beyond which crises rise no more: a working week. Unit: hours a week.
const MOST_UNMET: f32 = 40.0;
/// How many times as often people near the end of life are admitted; and attend, at the most. Unit: ratio.
const ADMITTED_DYING: f32 = 6.0;
const ATTENDS_DYING: f32 = 3.0;

/// Marks the draw about an admission, beside the draws about whether there is one.
const ADMISSION: u64 = 1;

/// What differs by neighbourhood, by age and by limitation, worked out once a month: the first factors of each hazard.
struct Hazards {
    attendance: Vec<[f32; 4]>,
    admission: Vec<f32>,
    admission_of: Vec<[f32; 4]>,
    pressure: [f32; 6],
}

impl Hazards {
    fn new(world: &World, parameters: &Parameters) -> Self {
        let p = &parameters.crisis;
        let conditions = structural(world, parameters);
        let here = |ratio: f32| {
            world
                .communities
                .deprivation
                .iter()
                .map(move |d| gradient(ratio, *d) * conditions)
        };
        // Where other services give less of what is asked for, people go to A&E instead.
        let access = crate::numeric::pow(
            f64::from(parameters.problems.access_deprivation),
            -f64::from(p.access_substitution),
        ) as f32;
        let limited = Disability::ALL.map(|disability| match disability {
            Disability::Lot => p.admission_limited,
            Disability::Little => 1.0 + (p.admission_limited - 1.0) * OF_LITTLE,
            _ => 1.0,
        });
        let by_age = ByAge::new(p.admission_slope, ADMISSIONS_AT);
        Self {
            attendance: here(p.attendance_deprivation * access)
                .map(|here| {
                    limited.map(|limited| {
                        p.attendance_rate * here * (ATTENDS_ALIKE + ATTENDS_LIMITED * limited)
                    })
                })
                .collect(),
            admission: here(p.admission_deprivation).collect(),
            admission_of: (0..=OLDEST)
                .map(|age| {
                    limited.map(|limited| p.admission_rate * by_age.at(age.max(25)) * limited)
                })
                .collect(),
            pressure: std::array::from_fn(|old| pressure(parameters, old as u8, 0.0)),
        }
    }

    /// The hazards of a neighbourhood where each is what it is at the most in any.
    fn most(&self) -> Self {
        let attendance = |limited: usize| {
            let here = self.attendance.iter().map(|here| here[limited]);
            here.fold(0.0, f32::max)
        };
        Self {
            attendance: vec![std::array::from_fn(attendance)],
            admission: vec![self.admission.iter().copied().fold(0.0, f32::max)],
            admission_of: self.admission_of.clone(),
            pressure: self.pressure,
        }
    }

    /// Attendances and admissions a year of somebody who is not dying.
    #[inline]
    fn of(
        &self,
        (community, limited, age): (usize, Disability, u16),
        frailty: f32,
        pressure: f32,
    ) -> [f32; 2] {
        let young_or_old = if age < 5 {
            OF_SMALL_CHILDREN
        } else {
            OF_OLDER + f32::from(age) / YEARS_FOR_ONE_MORE
        };
        let limited = limited as usize;
        [
            self.attendance[community][limited] * young_or_old * frailty * pressure,
            self.admission_of[usize::from(age.min(OLDEST))][limited]
                * self.admission[community]
                * frailty
                * pressure,
        ]
    }
}

/// The age from which admissions rise no more. Unit: years.
const OLDEST: u16 = 127;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let hazards = Hazards::new(world, parameters);
    let mut concerned = concerned(world, parameters, month, &hazards);
    // Those who are evicted with somebody live away from home from now on: they are put where their turn is, if it is to come.
    let mut next = 0;
    while next < concerned.len() {
        let i = concerned[next] as usize;
        next += 1;
        homes::live_away(world, parameters, month, i);
        let evictions = world.counts.evictions;
        emergencies(world, parameters, month, i, &hazards);
        if world.counts.evictions > evictions {
            for member in world.families.members[world.persons.family[i].index()] {
                let after =
                    member.is_some() && member.index() > i && world.persons.alive[member.index()];
                if let (true, Err(place)) = (after, concerned.binary_search(&member.0)) {
                    concerned.insert(place, member.0);
                }
            }
        }
        if world.persons.months_left[i] != NOT_LIMITED {
            palliative(world, parameters, i);
        }
    }
}

/// Whom a crisis, or a month away from home or near the end of life, may concern, in order: one look at everybody, so that
/// only they are worked out. Nobody is missed whom something happens to.
fn concerned(world: &World, parameters: &Parameters, month: u32, hazards: &Hazards) -> Vec<u32> {
    let persons = world.persons.seen();
    let luck = world.luck.of(month, Stream::Crisis);
    let (losing, most) = (homes::most(parameters), hazards.most());
    // First by what is the most anywhere, under no pressure: most people are under none, lose no home, and nothing happens to them.
    let perhaps = |i: usize| {
        let comes = luck.uniform(persons.key[i]);
        let pressed = (persons.problem_age[i] != [0; PROBLEMS]) | (persons.unmet[i] != 0.0);
        let away = (persons.housing[i] != Housing::Own) | (persons.months_left[i] != NOT_LIMITED);
        let who = (0, persons.disability[i], persons.age_months[i] / 12);
        let [attendances, admissions] = most.of(who, persons.frailty[i], 1.0);
        let happens = AnnualRate(attendances).may_happen(comes)
            | AnnualRate(admissions).may_happen(1.0 - comes);
        // Asked of nobody too: who is alive cannot be guessed where many have left.
        persons.alive[i] & (pressed | away | happens)
    };
    let exactly = |i: usize| {
        let [comes, loses, ..] = luck.uniforms(persons.key[i]);
        let old = old(&persons.problem_age[i]);
        let pressure = if persons.unmet[i] == 0.0 {
            hazards.pressure[usize::from(old)]
        } else {
            pressure(parameters, old, persons.unmet[i])
        };
        let who = (
            persons.community[i].index(),
            persons.disability[i],
            persons.age_months[i] / 12,
        );
        let [attendances, admissions] = hazards.of(who, persons.frailty[i], pressure);
        AnnualRate(attendances).may_happen(comes)
            | AnnualRate(admissions).may_happen(1.0 - comes)
            | AnnualRate(losing * pressure).may_happen(loses)
            | (persons.housing[i] != Housing::Own)
            | (persons.months_left[i] != NOT_LIMITED)
    };
    let mut concerned = chosen(persons.key.len(), perhaps);
    concerned.retain(|i| exactly(*i as usize));
    concerned
}

/// How much old problems and unmet hours add to crises.
fn pressure(parameters: &Parameters, old: u8, unmet: f32) -> f32 {
    let (unmet, old) = (unmet.min(MOST_UNMET), f32::from(old));
    if unmet == 0.0 && old == 0.0 {
        return 1.0;
    }
    exp_of(parameters.crisis.old_problem * old + parameters.crisis.unmet_hours * unmet)
}

fn emergencies(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    i: usize,
    hazards: &Hazards,
) {
    let p = &parameters.crisis;
    let luck = world.luck.of(month, Stream::Crisis);
    let [comes, loses, again, _] = luck.uniforms(world.persons.key[i]);
    let persons = &world.persons;
    let pressure = pressure(parameters, persons.old_problems(i), persons.unmet[i]);
    let who = (
        persons.community[i].index(),
        persons.disability[i],
        persons.age(i),
    );
    let [attends, admits] = hazards.of(who, persons.frailty[i], pressure);
    let dying = match (persons.months_left[i], persons.palliative[i]) {
        (NOT_LIMITED, _) => 1.0,
        (_, true) => ADMITTED_DYING * p.palliative_admissions,
        (_, false) => ADMITTED_DYING,
    };
    // One draw, from its two ends: a low one brings somebody to A&E, a high one is an emergency admission.
    if AnnualRate(attends * dying.min(ATTENDS_DYING)).happens(comes) {
        attend(world, parameters, i, again);
    }
    if AnnualRate(admits * dying).happens(1.0 - comes) {
        let [stay, ..] = luck.words(world.persons.key[i].child(ADMISSION));
        admit(world, parameters, i, stay);
    }
    homes::may_be_lost(world, parameters, i, loses, pressure);
}

fn attend(world: &mut World, parameters: &Parameters, i: usize, again: f32) {
    // Each attendance, a repeated one too, is followed by another with the same chance; a third repeat is rare enough.
    let share = parameters.crisis.reattendance;
    let repeats = u16::from(again < share) + u16::from(again < share * share);
    let attendances = 1 + repeats;
    world.persons.attendances[i] += attendances;
    world.counts.attendances += u64::from(attendances);
    world.counts.reattendances += u64::from(repeats);
    let pounds = parameters.accounts.attendance * f32::from(attendances);
    charge(world, i, pounds);
    world.persons.health_cost[i] += Pence::from_pounds(f64::from(pounds));
}

/// An admission is booked at the price of all admissions; what it cost the hospital follows its length.
fn admit(world: &mut World, parameters: &Parameters, i: usize, stay: u32) {
    world.persons.admissions[i] += 1;
    world.counts.admissions += 1;
    let price = parameters.accounts.admission;
    charge(world, i, price);
    let normal = normal_of(stay);
    let length = initial::around_one(normal, parameters.crisis.stay_spread);
    world.persons.health_cost[i] += Pence::from_pounds(f64::from(price * length));
    damage(world, parameters, i, 1.0);
}

/// Whether palliative care reaches a person is settled once, by how far it reaches and how deprived the place is.
fn palliative(world: &mut World, parameters: &Parameters, i: usize) {
    let p = &parameters.crisis;
    if world.persons.palliative[i] {
        return;
    }
    let deprivation = world.communities.deprivation[world.persons.community[i].index()];
    let usual = (p.palliative_reach - p.palliative_deprivation * deprivation)
        * world.services.effective(ServiceKind::Hospice, 0.0).min(1.0);
    let advocate = p.palliative_advocacy
        * world
            .funded
            .person(&world.persons, i, Lever::Advocacy)
            .min(1.0);
    let reach = usual + advocate + world.funded.person(&world.persons, i, Lever::Palliative);
    let [draw, ..] = world
        .luck
        .uniforms(world.persons.key[i], 0, Stream::EndOfLife);
    world.persons.palliative[i] = draw < reach;
}

#[cfg(test)]
mod tests;
