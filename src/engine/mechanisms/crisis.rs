//! Crises: attendances at A&E, emergency admissions, evictions, placements; and how lives end. They cost much and damage
//! wellbeing and control, of the person and a little of those at home. Must not know budgets; prices are the accounts'.

mod homes;

use super::{ByAge, gradient, structural};
use crate::engine::chosen::chosen;
use crate::engine::state::person::{Housing, NOT_LIMITED, PROBLEMS};
use crate::engine::state::{ServiceKind, World, initial};
use crate::numeric::{normal_of, unit};
use crate::place::Disability;
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, Pence};

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
    /// The most of both anywhere, by age and limitation, of somebody under no pressure.
    most: Vec<[[f32; 2]; 4]>,
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
        let mut hazards = Self {
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
            most: Vec::new(),
            pressure: std::array::from_fn(|old| pressure(parameters, old as u8, 0.0)),
        };
        hazards.most = hazards.most();
        hazards
    }

    /// What [`Hazards::of`] comes to at the most in any neighbourhood, for frailty and pressure of one.
    fn most(&self) -> Vec<[[f32; 2]; 4]> {
        let of = |age: u16, limited: Disability| {
            let here = |community| self.of((community, limited, age), 1.0, 1.0);
            (0..self.admission.len())
                .map(here)
                .fold([0.0_f32; 2], |most, here: [f32; 2]| {
                    [most[0].max(here[0]), most[1].max(here[1])]
                })
        };
        (0..=OLDEST)
            .map(|age| Disability::ALL.map(|limited| of(age, limited)))
            .collect()
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
    let losing = homes::most(parameters);
    // First by what is the most anywhere, under no pressure: most people are under none, and nothing happens to them.
    let perhaps = |i: usize| {
        if !persons.alive[i] {
            return false;
        }
        let [comes, loses, ..] = luck.uniforms(persons.key[i]);
        let pressed = (persons.problem_age[i] != [0; PROBLEMS]) | (persons.unmet[i] != 0.0);
        let away = (persons.housing[i] != Housing::Own) | (persons.months_left[i] != NOT_LIMITED);
        let age = usize::from(persons.age_months[i] / 12).min(hazards.most.len() - 1);
        let [attendances, admissions] = hazards.most[age][persons.disability[i] as usize];
        let happens = AnnualRate(attendances * persons.frailty[i]).may_happen(comes)
            | AnnualRate(admissions * persons.frailty[i]).may_happen(1.0 - comes)
            | AnnualRate(losing).may_happen(loses);
        pressed | away | happens
    };
    let exactly = |i: usize| {
        let [comes, loses, ..] = luck.uniforms(persons.key[i]);
        let old = old_problems(&persons.problem_age[i]);
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

/// How many problems have been open for three months or more.
#[inline]
fn old_problems(ages: &[u8; PROBLEMS]) -> u8 {
    ages.iter().map(|age| u8::from(*age > 3)).sum()
}

/// How much old problems and unmet hours add to crises.
fn pressure(parameters: &Parameters, old: u8, unmet: f32) -> f32 {
    let (unmet, old) = (unmet.min(MOST_UNMET), f32::from(old));
    if unmet == 0.0 && old == 0.0 {
        return 1.0;
    }
    libm::expf(parameters.crisis.old_problem * old + parameters.crisis.unmet_hours * unmet)
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

/// Books the public cost of a crisis.
fn charge(world: &mut World, i: usize, pounds: f32) {
    world.persons.cost[i] += Pence::from_pounds(f64::from(pounds));
}

/// What a crisis leaves behind: a dip and less control, and a share of the dip for each of those at home.
fn damage(world: &mut World, parameters: &Parameters, i: usize, size: f32) {
    let dip = parameters.crisis.damage_wellbeing * size;
    let persons = &mut world.persons;
    persons.dip[i] += dip;
    persons.control[i] = unit(persons.control[i] - parameters.crisis.damage_control * size);
    let shared = dip * parameters.crisis.damage_family * parameters.couplings.person_from_family;
    for member in world.families.members[persons.family[i].index()] {
        if member.is_some() && member.index() != i && persons.alive[member.index()] {
            persons.dip[member.index()] += shared;
        }
    }
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
mod tests {
    use super::*;
    use crate::engine::state::example;

    /// No crisis happens.
    fn calm() -> Parameters {
        let mut parameters = Parameters::default();
        let p = &mut parameters.crisis;
        (p.attendance_rate, p.admission_rate, p.eviction, p.placement) = (0.0, 0.0, 0.0, 0.0);
        parameters
    }

    #[test]
    fn without_hazards_nothing_happens() {
        let mut world = example::lived();
        world.persons.months_left.fill(NOT_LIMITED);
        world.persons.housing.fill(Housing::Own);
        let before = world.clone();
        step(&mut world, &calm(), 36);
        assert_eq!(example::differing(&before, &world), Vec::<String>::new());
    }

    #[test]
    fn pressure_grows_with_old_problems_and_unmet_hours_up_to_forty() {
        let parameters = Parameters::default();
        let mut world = example::new();
        let pressure = |world: &World| {
            pressure(
                &parameters,
                world.persons.old_problems(0),
                world.persons.unmet[0],
            )
        };
        assert_eq!(pressure(&world), 1.0);
        world.persons.problem_age[0] = [4, 3, 9, 0, 0];
        world.persons.unmet[0] = 90.0;
        let expected = libm::expf(2.0 * 0.22 + 40.0 * 0.015);
        assert!((pressure(&world) / expected - 1.0).abs() < 1e-5);
    }

    #[test]
    fn admissions_have_their_rate_by_age_and_condition() {
        let share = |age: u16, disability: Disability| {
            let mut parameters = calm();
            parameters.crisis.admission_rate = 3.0;
            let mut world = example::new();
            example::alike(&mut world, age);
            world.persons.disability.fill(disability);
            step(&mut world, &parameters, 0);
            let admitted = world.persons.admissions.iter().filter(|a| **a > 0).count();
            assert_eq!(world.counts.admissions, admitted as u64);
            admitted as f64 / f64::from(world.population())
        };
        for (age, disability, ratio) in [
            (40, Disability::None, 1.0),
            (60, Disability::None, 1.786),
            (40, Disability::Lot, 2.6),
        ] {
            let expected = 1.0 - crate::numeric::exp(-3.0 * ratio / 12.0);
            let found = share(age, disability);
            assert!(
                (found - expected).abs() < 0.07,
                "{age} {disability:?}: {found}, expected {expected}"
            );
        }
    }

    #[test]
    fn nobody_is_passed_over_whom_something_happens_to() {
        let mut parameters = Parameters::default();
        (
            parameters.crisis.attendance_rate,
            parameters.crisis.eviction,
            parameters.crisis.placement,
        ) = (0.9, 0.4, 0.9);
        let mut world = example::lived();
        let mut lost = 0;
        for month in 36..60 {
            let mut plain = world.clone();
            let hazards = Hazards::new(&plain, &parameters);
            for i in 0..plain.persons.len() {
                if plain.persons.alive[i] {
                    homes::live_away(&mut plain, &parameters, month, i);
                    emergencies(&mut plain, &parameters, month, i, &hazards);
                    if plain.persons.months_left[i] != NOT_LIMITED {
                        palliative(&mut plain, &parameters, i);
                    }
                }
            }
            step(&mut world, &parameters, month);
            assert_eq!(
                example::differing(&plain, &world),
                Vec::<String>::new(),
                "{month}"
            );
            lost += world.counts.evictions + world.counts.placements;
            // Problems grow old, and some need goes unmet.
            for i in (month as usize % 7..world.persons.len()).step_by(7) {
                (world.persons.problem_age[i], world.persons.unmet[i]) =
                    ([0, 9, 9, 9, 0], if i % 2 == 0 { 20.0 } else { 0.0 });
            }
        }
        assert!(lost > 20, "{lost}");
    }

    #[test]
    fn an_admission_costs_and_hurts() {
        let mut parameters = calm();
        parameters.crisis.admission_rate = 1e9;
        let mut world = example::new();
        let before = world.clone();
        step(&mut world, &parameters, 0);
        for i in world.living() {
            assert_eq!(world.persons.cost[i], Pence(377_000));
            // Everybody at home is admitted too: a share of each of their dips comes on top.
            let others = world
                .families
                .size(world.persons.family[i].index(), &world.persons.alive)
                - 1;
            assert!((world.persons.dip[i] - 0.4 * (1.0 + 0.15 * others as f32)).abs() < 1e-5);
            assert!(
                (world.persons.control[i] - (before.persons.control[i] - 0.05).max(0.0)).abs()
                    < 1e-6
            );
        }
    }

    #[test]
    fn some_attendances_are_followed_by_another() {
        let mut parameters = calm();
        parameters.crisis.attendance_rate = 1e9;
        parameters.crisis.reattendance = 0.5;
        let mut world = example::new();
        step(&mut world, &parameters, 0);
        // Half are followed by a second, half of those by a third: repeats are 0.75 of first attendances, 3 in 7 of all.
        let again = world.counts.reattendances as f64 / world.counts.attendances as f64;
        assert!((again - 3.0 / 7.0).abs() < 0.04, "{again}");
        let counted: u64 = world
            .persons
            .attendances
            .iter()
            .map(|a| u64::from(*a))
            .sum();
        assert_eq!(counted, world.counts.attendances);
    }

    #[test]
    fn only_old_problems_of_home_or_money_end_in_eviction_which_breaks_the_weakest_tie_on_both_sides()
     {
        let mut parameters = calm();
        parameters.crisis.eviction = 1e9;
        let mut world = example::lived();
        world.persons.problem_age.fill([9, 9, 6, 6, 9]);
        let i = example::somebody(&world, |p, i| p.tie_count[i] > 2);
        world.persons.problem_age[i] = [0, 0, 7, 0, 0];
        let ties = world.persons.tie_count[i];
        let count = usize::from(ties);
        let weakest = (0..count)
            .min_by(|a, b| {
                world.persons.tie_strength[i][*a].total_cmp(&world.persons.tie_strength[i][*b])
            })
            .unwrap();
        let lost = world.persons.ties[i][weakest].index();
        world.persons.months_left.fill(NOT_LIMITED);
        world.persons.housing.fill(Housing::Own);
        world.begin_year();
        step(&mut world, &parameters, 36);
        assert_eq!(world.counts.evictions, 1);
        assert_eq!(world.persons.tie_count[i], ties - 1);
        for k in world.living() {
            let evicted = world.persons.family[k] == world.persons.family[i];
            assert_eq!(world.persons.housing[k] == Housing::Temporary, evicted);
        }
        assert_eq!(
            (
                world.persons.slot_of(i, lost),
                world.persons.slot_of(lost, i)
            ),
            (None, None)
        );
        assert_eq!(
            world.persons.problem_age[i][3], 1,
            "a problem of home begins anew"
        );
        example::check_ties(&world);
    }

    #[test]
    fn only_adults_with_much_unmet_need_are_placed() {
        let mut parameters = calm();
        parameters.crisis.placement = 1e9;
        let mut world = example::new();
        let adult = example::somebody(&world, crate::engine::state::person::Persons::is_adult);
        let child = example::somebody(&world, |p, i| !p.is_adult(i));
        let other = example::somebody(&world, |p, i| p.is_adult(i) && i != adult);
        (
            world.persons.unmet[adult],
            world.persons.unmet[child],
            world.persons.unmet[other],
        ) = (15.1, 50.0, 15.0);
        step(&mut world, &parameters, 0);
        assert_eq!(world.counts.placements, 1);
        assert_eq!(world.persons.cost[adult], Pence(410_000), "the first month");
        assert_eq!(
            (
                world.persons.housing[adult],
                world.persons.housing_months[adult]
            ),
            (Housing::Residential, 4)
        );
        world.persons.unmet.fill(0.0);
        for month in 1..9 {
            step(&mut world, &parameters, month);
        }
        assert_eq!(
            (world.persons.cost[adult], world.counts.residential_months),
            (Pence(4 * 410_000), 4)
        );
        assert_eq!(world.persons.housing[adult], Housing::Own, "and home again");
    }

    #[test]
    fn the_length_of_stays_spreads_what_admissions_cost_and_keeps_their_mean() {
        let mut world = example::new();
        let (mut sum, mut most, mut count) = (0.0, 0.0_f64, 0.0);
        for draw in (0..4_096_u32).map(|k| k << 20) {
            world.persons.health_cost[0] = Pence::ZERO;
            admit(&mut world, &Parameters::default(), 0, draw);
            let cost = world.persons.health_cost[0].pounds();
            (sum, most, count) = (sum + cost, most.max(cost), count + 1.0);
        }
        assert!(
            (sum / count / 3_770.0 - 1.0).abs() < 0.03,
            "{}",
            sum / count
        );
        assert!(most > 3.0 * 3_770.0);
        assert_eq!(
            world.persons.cost[0],
            Pence(4_096 * 377_000),
            "booked at one price"
        );
    }

    #[test]
    fn a_crisis_reaches_those_at_home_by_its_share_unless_uncoupled() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.partner[i].is_some());
        let partner = world.persons.partner[i].index();
        damage(&mut world, &parameters, i, 2.0);
        assert!(
            (world.persons.dip[i] - 0.8).abs() < 1e-6
                && (world.persons.dip[partner] - 0.12).abs() < 1e-6
        );
        parameters.couplings.person_from_family = 0.0;
        damage(&mut world, &parameters, i, 2.0);
        assert!((world.persons.dip[partner] - 0.12).abs() < 1e-6);
    }

    #[test]
    fn equal_access_takes_its_part_of_the_gradient_of_attendances_and_no_more() {
        let ratio = |access: f32| {
            let mut parameters = calm();
            parameters.crisis.attendance_rate = 0.4;
            parameters.problems.access_deprivation = access;
            let attended = |deprivation: f32| {
                let mut world = example::new();
                example::alike(&mut world, 40);
                world.communities.deprivation.fill(deprivation);
                (0..120).for_each(|month| step(&mut world, &parameters, month));
                world.counts.attendances as f64
            };
            attended(1.0) / attended(-1.0)
        };
        let (unequal, equal) = (ratio(0.85), ratio(1.0));
        assert!((unequal - 1.73 / 0.85).abs() < 0.2, "{unequal}");
        assert!((equal - 1.73).abs() < 0.2 && equal < unequal, "{equal}");
    }

    #[test]
    fn advocates_widen_palliative_care_and_a_closed_hospice_narrows_it() {
        let reached = |advocate: f32, open: f32| {
            let mut world = example::new();
            world.communities.deprivation.fill(0.0);
            world.persons.months_left.fill(9);
            world.services.open[ServiceKind::Hospice as usize] = open;
            example::reach_all(
                &mut world,
                Lever::Advocacy,
                crate::scenario::approaches::Eligible::LifeLimiting,
                advocate,
            );
            step(&mut world, &calm(), 0);
            world
                .living()
                .filter(|i| world.persons.palliative[*i])
                .count() as f64
                / f64::from(world.population())
        };
        let usual = reached(0.0, 1.0);
        assert!((reached(1.0, 1.0) - usual - 0.08).abs() < 0.03);
        assert!((reached(0.0, 0.5) - usual / 2.0).abs() < 0.05);
    }

    #[test]
    fn palliative_care_reaches_its_share_and_more_of_it_keeps_those_it_reached() {
        let parameters = calm();
        let reached = |more: f32| -> Vec<usize> {
            let mut world = example::new();
            world.communities.deprivation.fill(0.0);
            world.persons.months_left.fill(9);
            example::reach_all(
                &mut world,
                Lever::Palliative,
                crate::scenario::approaches::Eligible::LifeLimiting,
                more,
            );
            step(&mut world, &parameters, 0);
            world
                .living()
                .filter(|i| world.persons.palliative[*i])
                .collect()
        };
        let (today, more) = (reached(0.0), reached(0.2));
        let share = |who: &[usize]| who.len() as f64 / example::new().persons.len() as f64;
        assert!((share(&today) - 0.62).abs() < 0.07, "{}", share(&today));
        assert!((share(&more) - 0.82).abs() < 0.07, "{}", share(&more));
        assert!(today.iter().all(|i| more.contains(i)));
    }
}
