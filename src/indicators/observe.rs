//! Reads a state and keeps the tables. Never changes what it looks at; knows nothing of arms,
//! money's origin or strategies.

use super::catalogue as c;
use super::introduced::introduce;
use super::{FrameMeasure, Frames, Table};
use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::place::Activity;
use crate::scenario::parameters::Parameters;

/// Wellbeing from which somebody is doing well.
const WELL: f32 = 7.0;
/// Wellbeing below which it is low.
const LOW: f32 = 5.0;
/// Strain from which a family is under it.
const STRAINED: f32 = 0.4;

/// What is summed month by month, for means over a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observer {
    months: u32,
    person_months: f64,
    adult_months: f64,
    wellbeing: f64,
    unmet_hours: f64,
}

impl Observer {
    /// Looks at the world at the end of a month.
    pub fn month(&mut self, world: &World) {
        let persons = &world.persons;
        self.months += 1;
        let who = persons.alive.iter().zip(&persons.age_months);
        let how = persons.wellbeing.iter().zip(&persons.unmet);
        let (mut living, mut adults) = (0_u32, 0_u32);
        for ((alive, months), (wellbeing, unmet)) in who.zip(how) {
            // Nothing is added for the others: cheaper than to ask each time.
            let adult = *alive & (*months >= 18 * 12);
            living += u32::from(*alive);
            adults += u32::from(adult);
            self.wellbeing += if adult { f64::from(*wellbeing) } else { 0.0 };
            self.unmet_hours += if adult { f64::from(*unmet) } else { 0.0 };
        }
        self.person_months += f64::from(living);
        self.adult_months += f64::from(adults);
    }

    /// Writes a year's column at the end of its last month, and begins the next.
    pub fn year(&mut self, world: &World, table: &mut Table, column: u32) {
        let sums = std::mem::take(self);
        let mut set = |indicator, value| table.set(indicator, column, value);
        let persons = f64::from(sums.months.max(1)).recip() * sums.person_months;
        people(world, &mut set);
        gaps(world, &mut set);
        set(c::WELLBEING, share(sums.wellbeing, sums.adult_months));
        set(
            c::UNMET_HOURS,
            100.0 * share(sums.unmet_hours, sums.adult_months),
        );
        set(
            c::VOLUNTEERS,
            100.0 * share(world.counts.volunteer_months as f64, sums.adult_months),
        );
        set(
            c::WAITING,
            1_000.0 * share(world.counts.waiting as f64, sums.person_months),
        );
        system(world, persons, &mut set);
        money(world, persons, sums.months, &mut set);
        super::place::place(world, &mut set);
        super::place::what_is_left(world, &mut set);
    }
}

/// A share, or 0 of nothing.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// What people's lives are like, at the end of the year.
fn people(world: &World, set: &mut impl FnMut(usize, f64)) {
    let persons = &world.persons;
    let (mut adults, mut well, mut low, mut friends, mut control) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut from_16, mut lonely, mut from_5, mut carers, mut strained) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut working_age, mut in_work, mut population) = (0.0, 0.0, 0.0);
    let one_if = |truth: bool| f64::from(u8::from(truth));
    for i in world.living() {
        population += 1.0;
        let age = persons.age(i);
        if age >= 18 {
            adults += 1.0;
            well += one_if(persons.wellbeing[i] >= WELL);
            low += one_if(persons.wellbeing[i] < LOW);
            friends += f64::from(persons.close_friends[i]);
            control += f64::from(persons.control[i]);
        }
        from_16 += one_if(age >= 16);
        lonely += one_if(persons.lonely[i]);
        from_5 += one_if(age >= 5);
        let cares = persons.care_hours[i] > 0.0;
        carers += one_if(cares);
        strained += one_if(cares && world.families.strain[persons.family[i].index()] >= STRAINED);
        working_age += one_if((18..65).contains(&age));
        in_work += one_if((18..65).contains(&age) && persons.activity[i] == Activity::Employed);
    }
    set(c::DOING_WELL, 100.0 * share(well, adults));
    set(c::LOW_WELLBEING, 100.0 * share(low, adults));
    set(c::CLOSE_FRIENDS, share(friends, adults));
    set(c::CONTROL, 100.0 * share(control, adults));
    set(c::LONELY, 100.0 * share(lonely, from_16));
    set(c::CARERS, 100.0 * share(carers, from_5));
    set(c::CARERS_STRAINED, 100.0 * share(strained, carers));
    set(c::IN_WORK, 100.0 * share(in_work, working_age));
    set(c::POPULATION, population);
}

/// How far apart groups of adults are in wellbeing.
fn gaps(world: &World, set: &mut impl FnMut(usize, f64)) {
    let persons = &world.persons;
    let (most, least) = fifths(world);
    let mut sums = [(0.0, 0.0); 4];
    for i in world.living().filter(|i| persons.is_adult(*i)) {
        let wellbeing = f64::from(persons.wellbeing[i]);
        let community = persons.community[i].index();
        let groups = [
            most[community],
            least[community],
            persons.need[i] > 0.0,
            persons.need[i] == 0.0,
        ];
        for (group, sum) in groups.into_iter().zip(&mut sums) {
            if group {
                *sum = (sum.0 + wellbeing, sum.1 + 1.0);
            }
        }
    }
    let mean = |k: usize| share(sums[k].0, sums[k].1);
    set(c::GAP_DEPRIVATION, mean(1) - mean(0));
    set(c::GAP_SUPPORT, mean(3) - mean(2));
}

/// Which neighbourhoods are the most and the least deprived fifth (at least one each).
fn fifths(world: &World) -> (Vec<bool>, Vec<bool>) {
    let deprivation = &world.communities.deprivation;
    let mut order: Vec<usize> = (0..deprivation.len()).collect();
    order.sort_by(|a, b| deprivation[*b].total_cmp(&deprivation[*a]).then(a.cmp(b)));
    let fifth = (order.len() / 5).max(1);
    let marked = |chosen: &[usize]| {
        let mut marks = vec![false; deprivation.len()];
        for c in chosen {
            marks[*c] = true;
        }
        marks
    };
    (
        marked(&order[..fifth]),
        marked(&order[order.len() - fifth..]),
    )
}

/// What the system did in the year.
fn system(world: &World, persons: f64, set: &mut impl FnMut(usize, f64)) {
    let counts = &world.counts;
    let crises = counts.admissions + counts.evictions + counts.breakdowns + counts.placements;
    set(
        c::DIGNITY,
        100.0 * share(counts.fitting_contacts as f64, counts.contacts as f64),
    );
    set(c::DEMAND, share(counts.contacts as f64, persons));
    set(
        c::FAILURE_DEMAND,
        100.0 * share(counts.failure_contacts as f64, counts.contacts as f64),
    );
    set(
        c::GP_CONTACTS,
        share(counts.primary_contacts as f64, persons),
    );
    set(c::AE_ATTENDANCES, share(counts.attendances as f64, persons));
    set(
        c::EMERGENCY_ADMISSIONS,
        1_000.0 * share(counts.admissions as f64, persons),
    );
    set(c::CRISES, 1_000.0 * share(crises as f64, persons));
    set(
        c::DIED_AS_WISHED,
        100.0 * share(counts.wished_deaths as f64, counts.expected_deaths as f64),
    );
}

fn money(world: &World, persons: f64, months: u32, set: &mut impl FnMut(usize, f64)) {
    use crate::engine::ledger::Side;
    let year = world.month.saturating_sub(1) / 12;
    let uses = Account::ALL.iter().filter(|a| a.side() == Side::Use);
    let spent: f64 = uses.map(|a| world.ledger.total(year, *a).pounds()).sum();
    set(c::PUBLIC_SPENDING, share(spent, persons));
    let crises = world.ledger.total(year, Account::Crisis).pounds();
    set(c::CRISIS_SPENDING, share(crises, persons));
    // Before the arms branch nothing is usual yet, and nothing can be avoided.
    let usual = world
        .government
        .crisis_budget
        .map_or(crises, |budget| budget as f64 / 100.0 * f64::from(months));
    set(c::COST_AVOIDED, share(usual - crises, persons));
}

impl Frames {
    /// The first picture, of the moment at which the arms branch, with who is there and whom to
    /// meet.
    pub fn first(world: &World, parameters: &Parameters) -> Self {
        let keys = world.persons.key.iter().map(|key| key.0).collect();
        let mut frames = Self {
            keys,
            introduced: introduce(world, parameters),
            ..Self::default()
        };
        frames.picture(world, 0);
        frames
    }

    /// Takes a picture of everybody.
    pub fn picture(&mut self, world: &World, month: u32) {
        let persons = &world.persons;
        self.months.push(month);
        self.slots.push(persons.len() as u32);
        for measure in Self::MEASURES {
            self.bytes
                .extend((0..persons.len()).map(|i| byte(world, i, measure)));
        }
        self.family_of_slot = persons.family.iter().map(|family| family.0).collect();
        let who = |i: usize| persons.age(i).min(127) as u8 | u8::from(persons.female[i]) << 7;
        self.who = (0..persons.len()).map(who).collect();
        self.since = (0..persons.len())
            .map(|i| super::life::since(world, i, world.month.saturating_sub(month)) as u8)
            .collect();
        self.later_homes = world.families.community[world.place.families.len()..]
            .iter()
            .map(|community| community.0)
            .collect();
    }
}

/// One person and measure as a byte; see [`FrameMeasure`].
fn byte(world: &World, i: usize, measure: FrameMeasure) -> u8 {
    let persons = &world.persons;
    if !persons.alive[i] {
        return Frames::NOBODY;
    }
    let value = match measure {
        FrameMeasure::Wellbeing => persons.wellbeing[i] * 25.0,
        FrameMeasure::CloseFriends => f32::from(persons.close_friends[i].min(10)) * 25.0,
        FrameMeasure::Control => persons.control[i] * 250.0,
        FrameMeasure::NeedMet if persons.need[i] > 0.0 => {
            (1.0 - persons.unmet[i] / persons.need[i]) * 250.0
        }
        FrameMeasure::NeedMet => 250.0,
    };
    value.clamp(0.0, 250.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;
    use crate::units::Pence;

    /// Four adults and a child; everybody else is gone.
    fn five() -> World {
        let mut world = example::new();
        example::alike(&mut world, 40);
        for i in 5..world.persons.len() {
            world.persons.leave(i);
        }
        world.persons.age_months[4] = 10 * 12;
        world.month = 12;
        world
    }

    fn year(world: &World, months: u32) -> Table {
        let mut table = Table::new(1);
        let mut observer = Observer::default();
        (0..months).for_each(|_| observer.month(world));
        observer.year(world, &mut table, 0);
        table
    }

    fn value(table: &Table, indicator: usize) -> f64 {
        table.row(indicator)[0]
    }

    fn close(found: f64, expected: f64) {
        assert!(
            (found - expected).abs() < 1e-5,
            "{found}, expected {expected}"
        );
    }

    #[test]
    fn wellbeing_counts_adults_from_seven_up_and_below_five() {
        let mut world = five();
        world.persons.wellbeing[..5].copy_from_slice(&[7.0, 6.9, 5.0, 4.9, 1.0]);
        let table = year(&world, 12);
        close(value(&table, c::DOING_WELL), 25.0);
        close(value(&table, c::LOW_WELLBEING), 25.0);
        close(value(&table, c::WELLBEING), (7.0 + 6.9 + 5.0 + 4.9) / 4.0);
        close(value(&table, c::POPULATION), 5.0);
    }

    #[test]
    fn lives_are_shares_of_those_they_are_asked_of() {
        let mut world = five();
        world.persons.lonely[0] = true;
        world.persons.close_friends[..5].copy_from_slice(&[2, 4, 0, 0, 9]);
        world.persons.control[..5].copy_from_slice(&[0.2, 0.4, 0.6, 0.8, 0.0]);
        world.persons.unmet[..4].copy_from_slice(&[4.0, 0.0, 0.0, 0.0]);
        world.persons.activity[1] = Activity::Employed;
        world.persons.care_hours[2] = 3.0;
        world.persons.care_hours[4] = 3.0;
        world.families.strain.fill(0.0);
        let family = world.persons.family[2];
        let strained = 1 + u8::from(world.persons.family[4] == family);
        world.families.strain[family.index()] = 0.4;
        let table = year(&world, 12);
        close(value(&table, c::LONELY), 25.0);
        close(value(&table, c::CLOSE_FRIENDS), 1.5);
        close(value(&table, c::CONTROL), 50.0);
        close(value(&table, c::UNMET_HOURS), 100.0);
        close(value(&table, c::IN_WORK), 25.0);
        close(value(&table, c::CARERS), 40.0);
        close(
            value(&table, c::CARERS_STRAINED),
            50.0 * f64::from(strained),
        );
    }

    #[test]
    fn gaps_are_between_ends_and_between_those_with_and_without_need() {
        let mut world = five();
        let all = world.communities.len();
        assert!(all > 2);
        for (k, community) in [0, 0, all - 1, 1].into_iter().enumerate() {
            world.persons.community[k] = crate::ids::CommunityId::from(community);
        }
        world.communities.deprivation.fill(0.0);
        world.communities.deprivation[0] = 1.0;
        world.communities.deprivation[all - 1] = -1.0;
        world.persons.wellbeing[..5].copy_from_slice(&[5.0, 6.0, 8.0, 7.0, 0.0]);
        world.persons.need[0] = 3.0;
        let table = year(&world, 1);
        close(value(&table, c::GAP_SUPPORT), 7.0 - 5.0);
        if all < 10 {
            close(value(&table, c::GAP_DEPRIVATION), 8.0 - 5.5);
        }
        let (most, least) = fifths(&world);
        assert!(most[0] && least[all - 1] && !most.iter().zip(&least).any(|(a, b)| *a && *b));
    }

    #[test]
    fn the_system_is_counted_per_person_and_per_contact() {
        let mut world = five();
        let counts = &mut world.counts;
        (
            counts.contacts,
            counts.failure_contacts,
            counts.fitting_contacts,
        ) = (20, 5, 15);
        (
            counts.primary_contacts,
            counts.attendances,
            counts.admissions,
        ) = (25, 10, 1);
        (counts.evictions, counts.breakdowns, counts.placements) = (1, 2, 1);
        (counts.expected_deaths, counts.wished_deaths) = (4, 1);
        (counts.waiting, counts.volunteer_months) = (6, 12);
        let table = year(&world, 12);
        for (indicator, expected) in [
            (c::DIGNITY, 75.0),
            (c::FAILURE_DEMAND, 25.0),
            (c::DEMAND, 4.0),
            (c::GP_CONTACTS, 5.0),
            (c::AE_ATTENDANCES, 2.0),
            (c::EMERGENCY_ADMISSIONS, 200.0),
            (c::CRISES, 1_000.0),
            (c::DIED_AS_WISHED, 25.0),
            (c::WAITING, 100.0),
            (c::VOLUNTEERS, 25.0),
        ] {
            close(value(&table, indicator), expected);
        }
    }

    #[test]
    fn money_is_of_the_year_that_has_just_ended() {
        let mut world = five();
        world
            .ledger
            .post(11, Account::CoreBudget, Account::Crisis, Pence(50_000));
        world
            .ledger
            .post(11, Account::Investment, Account::Running, Pence(100_000));
        world
            .ledger
            .post(12, Account::CoreBudget, Account::Crisis, Pence(9_999_999));
        let table = year(&world, 12);
        close(value(&table, c::CRISIS_SPENDING), 100.0);
        close(value(&table, c::PUBLIC_SPENDING), 300.0);
        close(value(&table, c::COST_AVOIDED), 0.0);
        world.government.crisis_budget = Some(5_000);
        // Twelve months of £50 for five people, of which £500 was spent.
        close(value(&year(&world, 12), c::COST_AVOIDED), 20.0);
    }

    #[test]
    fn a_year_begins_with_nothing_and_an_empty_world_has_no_shares() {
        let mut world = five();
        let mut observer = Observer::default();
        let mut table = Table::new(2);
        observer.month(&world);
        observer.year(&world, &mut table, 0);
        assert_eq!(observer, Observer::default());
        for i in 0..5 {
            world.persons.leave(i);
        }
        observer.month(&world);
        observer.year(&world, &mut table, 1);
        assert!(table.values.iter().all(|v| v.is_finite()));
        assert_eq!(table.row(c::DOING_WELL)[1], 0.0);
    }

    #[test]
    fn a_picture_says_who_came_when_and_where_later_homes_stand() {
        let mut world = example::lived();
        let generated = world.place.families.len();
        let influx = crate::scenario::Event::new(0, crate::scenario::EventKind::Influx, 0.05);
        crate::engine::events::hit(
            &mut world,
            &crate::scenario::parameters::Parameters::default(),
            &[influx],
            0,
        );
        let mut frames = Frames::default();
        frames.picture(&world, 0);
        assert_eq!(frames.later_homes.len(), world.families.len() - generated);
        let last = world.persons.len() - 1;
        let seen = frames.seen(last).unwrap();
        assert_eq!(
            (seen.since, seen.female),
            (crate::indicators::Since::Branch, world.persons.female[last])
        );
        assert_eq!(u16::from(seen.age), world.persons.age(last));
        let home = frames.family_of_slot[last] as usize;
        assert_eq!(
            frames.later_homes[home - generated],
            world.persons.community[last].0
        );
        assert_eq!(frames.seen(last + 1), None);
    }

    #[test]
    fn a_picture_has_a_byte_for_every_position_and_measure() {
        let mut world = five();
        world.persons.wellbeing[0] = 10.0;
        world.persons.close_friends[0] = 40;
        world.persons.control[0] = 0.5;
        (world.persons.need[0], world.persons.unmet[0]) = (8.0, 2.0);
        let mut frames = Frames::default();
        frames.picture(&world, 3);
        assert_eq!(
            (frames.months.as_slice(), frames.slots.as_slice()),
            (&[3][..], &[world.persons.len() as u32][..])
        );
        assert_eq!(
            frames.bytes.len(),
            world.persons.len() * Frames::MEASURES.len()
        );
        assert_eq!(byte(&world, 0, FrameMeasure::Wellbeing), 250);
        assert_eq!(byte(&world, 0, FrameMeasure::CloseFriends), 250);
        assert_eq!(byte(&world, 0, FrameMeasure::Control), 125);
        assert_eq!(byte(&world, 0, FrameMeasure::NeedMet), 187);
        assert_eq!(byte(&world, 1, FrameMeasure::NeedMet), 250);
        assert_eq!(byte(&world, 9, FrameMeasure::Wellbeing), Frames::NOBODY);
    }
}
