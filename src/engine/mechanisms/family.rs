//! Families: strain rises where care goes beyond what is sustainable and falls with breaks and company; carers leave work;
//! their own health suffers; care breaks down. Must not know prices.

use crate::engine::chosen::chosen;
use crate::engine::state::{World, initial};
use crate::numeric::unit;
use crate::place::{Activity, Disability};
use crate::random::Stream;
use crate::scenario::approaches::Lever;
use crate::scenario::parameters::Parameters;
use crate::units::{AnnualRate, Pence, monthly_share_of_half_life};

/// Strain from which a carer's work, health and care itself may give way. Unit: index, 0–1.
const GIVES_WAY: f32 = 0.3;
/// Strain that a breakdown of care leaves, of what there was: it is a break at last. Unit: share.
const AFTER_BREAKDOWN: f32 = 0.6;

/// One month.
pub fn step(world: &mut World, parameters: &Parameters, month: u32) {
    let p = &parameters.family;
    let eases = monthly_share_of_half_life(p.strain_recovery);
    let excess = weigh_care(world, parameters);
    let families = world.families.seen();
    let strained = chosen(families.key.len(), |f| {
        (families.heaviest_care[f] != 0.0) | (families.strain[f] != 0.0)
    });
    for family in strained.into_iter().map(|f| f as usize) {
        // Care that nobody gives beyond what is sustainable makes no strain, whatever would slow it.
        let slowed = if excess[family] > 0.0 {
            (1.0 - relief(world, parameters, family)).max(0.0)
        } else {
            1.0
        };
        let gain = p.strain_gain * excess[family] * slowed;
        let strain = world.families.strain[family];
        world.families.strain[family] = unit(strain + gain * (1.0 - strain) - eases * strain);
        if world.families.strain[family] > GIVES_WAY {
            give_way(world, parameters, month, family);
        }
    }
}

/// Notes for every family the most that any one member gives, after breaks (hours a week), and says the most by which one
/// exceeds what is sustainable for them, as a share of that. Range: 0–2. It goes from those who care to their homes: most
/// homes have nobody who does.
fn weigh_care(world: &mut World, parameters: &Parameters) -> Vec<f32> {
    world.families.heaviest_care.fill(0.0);
    let mut excess = vec![0.0_f32; world.families.len()];
    let persons = world.persons.seen();
    let carers = chosen(persons.key.len(), |i| {
        (persons.care_hours[i] > 0.0) & persons.alive[i]
    });
    for i in carers.into_iter().map(|i| i as usize) {
        let persons = &world.persons;
        let hours =
            (persons.care_hours[i] - world.funded.person(persons, i, Lever::BreakHours)).max(0.0);
        let limit = sustainable(world, parameters, i);
        let home = persons.family[i].index();
        let heaviest = &mut world.families.heaviest_care[home];
        *heaviest = heaviest.max(hours);
        excess[home] = excess[home].max((hours - limit) / limit).min(2.0);
    }
    excess
}

/// Hours that a carer can give without strain: fewer to a partner than to others (Zhang & Bennett 2024).
fn sustainable(world: &World, parameters: &Parameters, i: usize) -> f32 {
    let partner = world.persons.partner[i];
    let for_partner = partner.is_some() && world.persons.from_family[partner.index()] > 0.0;
    if for_partner {
        parameters.family.sustainable_partner
    } else {
        parameters.family.sustainable_hours
    }
}

/// What slows strain: company in the neighbourhood, and formal help for those cared for at home.
fn relief(world: &World, parameters: &Parameters, family: usize) -> f32 {
    let c = &parameters.couplings;
    let community = world.families.community[family].index();
    let company = world.communities.aid[community] / parameters.community.aid_ceiling;
    let (mut formal, mut need) = (0.0, 0.0);
    for i in world.families.living(family, &world.persons.alive) {
        formal += world.persons.from_formal[i];
        need += world.persons.need[i];
    }
    let helped = if need > 0.0 { formal / need } else { 0.0 };
    parameters.family.company * company * c.family_from_community
        + 0.5 * helped * c.family_from_services
}

/// At strain: those who give most may leave work or come to be limited themselves, and care may break down.
fn give_way(world: &mut World, parameters: &Parameters, month: u32, family: usize) {
    let p = &parameters.family;
    let strain = world.families.strain[family];
    let (leaves, wears) = (
        AnnualRate(p.leaving_work),
        AnnualRate(p.wearing_down * strain),
    );
    for member in world.families.members[family] {
        let i = member.index();
        if !member.is_some() || !world.persons.alive[i] {
            continue;
        }
        if world.persons.care_hours[i] <= p.sustainable_hours {
            continue;
        }
        let [leaving, wearing, need, _] =
            world
                .luck
                .uniforms(world.persons.key[i], month, Stream::Family);
        if world.persons.activity[i] == Activity::Employed && leaves.happens(leaving) {
            world.persons.activity[i] = Activity::Other;
        }
        if world.persons.disability[i] < Disability::Little && wears.happens(wearing) {
            let accompanied = world.persons.partner[i].is_some() || world.persons.is_child[i];
            world.persons.disability[i] = Disability::Little;
            // Nobody has had a chance to meet it this month.
            let need = initial::need_hours(Disability::Little, need, accompanied, parameters);
            world.persons.unmet[i] += need - world.persons.need[i];
            world.persons.need[i] = need;
        }
    }
    let [breaks, ..] = world
        .luck
        .uniforms(world.families.key[family], month, Stream::Family);
    if AnnualRate(p.breakdown * strain).happens(breaks) {
        break_down(world, parameters, family);
    }
}

/// A breakdown of care: costly, painful for all at home, and a break at last.
fn break_down(world: &mut World, parameters: &Parameters, family: usize) {
    world.counts.breakdowns += 1;
    world.families.strain[family] *= AFTER_BREAKDOWN;
    let mut cared_for = None;
    for member in world.families.members[family] {
        let i = member.index();
        if member.is_some() && world.persons.alive[i] {
            world.persons.dip[i] += parameters.crisis.damage_wellbeing;
            cared_for = cared_for.or((world.persons.need[i] > 0.0).then_some(i));
        }
    }
    // Charged once, to somebody cared for.
    if let Some(i) = cared_for {
        world.persons.cost[i] += Pence::from_pounds(f64::from(parameters.accounts.breakdown));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::scenario::approaches::Eligible;

    /// Nothing eases strain but time, and nothing breaks.
    fn alone() -> Parameters {
        let mut parameters = Parameters::default();
        (
            parameters.family.company,
            parameters.family.breakdown,
            parameters.family.leaving_work,
        ) = (0.0, 0.0, 0.0);
        parameters.family.wearing_down = 0.0;
        parameters
    }

    /// Somebody who gives this many hours a week, and their home.
    fn carer(world: &mut World, hours: f32) -> (usize, usize) {
        world.persons.care_hours.fill(0.0);
        world.persons.from_family.fill(0.0);
        world.families.strain.fill(0.0);
        let i = example::somebody(world, crate::engine::state::person::Persons::is_adult);
        world.persons.care_hours[i] = hours;
        (i, world.persons.family[i].index())
    }

    fn after(world: &mut World, parameters: &Parameters, months: u32, family: usize) -> f32 {
        for month in 0..months {
            step(world, parameters, month);
        }
        world.families.strain[family]
    }

    #[test]
    fn strain_comes_to_rest_where_gain_and_recovery_meet() {
        let mut world = example::new();
        let (_, family) = carer(&mut world, 40.0);
        let eases = monthly_share_of_half_life(8.0);
        let strain = after(&mut world, &alone(), 300, family);
        assert!((strain - 0.08 / (0.08 + eases)).abs() < 1e-4, "{strain}");
        assert_eq!(world.families.heaviest_care[family], 40.0);
        world.persons.care_hours.fill(0.0);
        assert!(
            (after(&mut world, &alone(), 8, family) / strain - 0.5).abs() < 1e-3,
            "it halves in eight months"
        );
    }

    #[test]
    fn what_is_sustainable_and_breaks_make_no_strain() {
        let mut world = example::new();
        let (_, family) = carer(&mut world, 20.0);
        assert_eq!(after(&mut world, &alone(), 12, family), 0.0);
        let (_, family) = carer(&mut world, 40.0);
        example::reach_all(&mut world, Lever::BreakHours, Eligible::Carers, 20.0);
        assert_eq!(after(&mut world, &alone(), 12, family), 0.0);
        assert_eq!(world.families.heaviest_care[family], 20.0);
    }

    #[test]
    fn company_and_formal_help_slow_strain_each_through_its_own_coupling() {
        let first = |company: f32, formal: f32, from_community: f32, from_services: f32| {
            let mut parameters = alone();
            parameters.family.company = company;
            (
                parameters.couplings.family_from_community,
                parameters.couplings.family_from_services,
            ) = (from_community, from_services);
            let mut world = example::new();
            let (i, family) = carer(&mut world, 40.0);
            for k in world
                .families
                .living(family, &world.persons.alive)
                .collect::<Vec<_>>()
            {
                world.persons.need[k] = 0.0;
            }
            (world.persons.need[i], world.persons.from_formal[i]) = (10.0, formal);
            world.communities.aid.fill(0.7);
            after(&mut world, &parameters, 1, family)
        };
        let plain = first(0.0, 0.0, 1.0, 1.0);
        assert!((plain - 0.08).abs() < 1e-6);
        // Half the aid there could be, times 0.3; half the need met, times a half.
        assert!((first(0.3, 0.0, 1.0, 1.0) - 0.08 * 0.85).abs() < 1e-6);
        assert!((first(0.0, 5.0, 1.0, 1.0) - 0.08 * 0.75).abs() < 1e-6);
        assert_eq!(first(0.3, 0.0, 0.0, 1.0), plain);
        assert_eq!(first(0.0, 5.0, 1.0, 0.0), plain);
    }

    #[test]
    fn care_for_a_partner_strains_sooner_than_other_care() {
        let mut world = example::new();
        let (_, family) = carer(&mut world, 0.0);
        let i = example::somebody(&world, |p, i| p.partner[i].is_some());
        let (own, partner) = (
            world.persons.family[i].index(),
            world.persons.partner[i].index(),
        );
        world.persons.care_hours[i] = 18.0;
        assert_eq!(
            after(&mut world, &alone(), 1, own),
            0.0,
            "below the twenty hours that anybody can give"
        );
        world.persons.from_family[partner] = 18.0;
        let strain = after(&mut world, &alone(), 1, own);
        assert!(
            (strain - 0.08 * 0.5).abs() < 1e-6,
            "half more than the twelve hours for a partner: {strain}"
        );
        assert!(family == own || world.families.strain[family] == 0.0);
    }

    #[test]
    fn caring_at_strain_wears_down_those_who_are_well() {
        let mut parameters = alone();
        parameters.family.wearing_down = 1e6;
        let mut world = example::new();
        let (i, family) = carer(&mut world, 40.0);
        (world.persons.disability[i], world.families.strain[family]) = (Disability::None, 0.8);
        let before = world.persons.disability.clone();
        step(&mut world, &parameters, 0);
        assert_eq!(world.persons.disability[i], Disability::Little);
        assert_eq!(
            before
                .iter()
                .zip(&world.persons.disability)
                .filter(|(a, b)| a != b)
                .count(),
            1
        );
        world.persons.disability[i] = Disability::Lot;
        step(&mut world, &parameters, 1);
        assert_eq!(
            world.persons.disability[i],
            Disability::Lot,
            "nobody gets better by it"
        );
    }

    #[test]
    fn only_those_who_give_more_than_is_sustainable_leave_work() {
        let mut parameters = alone();
        parameters.family.leaving_work = 1e6;
        let mut world = example::new();
        let (i, family) = carer(&mut world, 40.0);
        world.persons.activity[i] = Activity::Employed;
        world.families.strain[family] = 0.8;
        let before = world.persons.activity.clone();
        step(&mut world, &parameters, 0);
        assert_eq!(world.persons.activity[i], Activity::Other);
        assert_eq!(
            before
                .iter()
                .zip(&world.persons.activity)
                .filter(|(a, b)| a != b)
                .count(),
            1
        );
    }

    #[test]
    fn a_breakdown_is_counted_felt_by_all_at_home_and_charged_once() {
        let mut parameters = alone();
        parameters.family.breakdown = 1e6;
        let mut world = example::new();
        let (i, family) = carer(&mut world, 40.0);
        world.persons.need.fill(0.0);
        world.persons.need[i] = 5.0;
        world.families.strain[family] = 1.0;
        step(&mut world, &parameters, 0);
        assert_eq!(world.counts.breakdowns, 1);
        for k in world.living() {
            assert_eq!(
                world.persons.dip[k] > 0.0,
                world.persons.family[k].index() == family
            );
        }
        assert_eq!(
            world.persons.cost.iter().copied().sum::<Pence>(),
            Pence(600_000)
        );
        let eased = 1.0 - monthly_share_of_half_life(8.0);
        assert!((world.families.strain[family] - 0.6 * eased).abs() < 1e-6);
    }
}
