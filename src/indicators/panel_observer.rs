//! Watches every person month by month and writes their years as rows. Never changes what it looks
//! at.

use super::life::Presence;
use super::panel::PanelRow;
use crate::engine::state::World;
use crate::place::{Disability, Place, Sex};
use crate::random::Key;
use crate::scenario::parameters::Parameters;

/// Weeks in a month, on average.
const WEEKS: f64 = 365.25 / 12.0 / 7.0;

/// Sums over the months of one person's year.
#[derive(Clone, Debug, Default)]
struct Months {
    key: Option<Key>,
    lived: f32,
    care: f32,
    need: f32,
    family: f32,
    community: f32,
    formal: f32,
    unmet: f32,
    wellbeing: f32,
    last: Option<PanelRow>,
}

/// The panel as far as it has been watched.
#[derive(Clone, Debug)]
pub struct PanelObserver {
    neighbourhoods: Vec<String>,
    contact: f64,
    care_hour: f64,
    months: Vec<Months>,
    /// People who died or left this year, in order of their positions.
    gone: Vec<PanelRow>,
}

impl PanelObserver {
    /// A panel of a place that has not been watched yet.
    pub fn new(place: &Place, parameters: &Parameters) -> Self {
        Self {
            neighbourhoods: place.communities.iter().map(|c| c.code.clone()).collect(),
            contact: f64::from(parameters.accounts.contact),
            care_hour: f64::from(parameters.accounts.care_hour),
            months: Vec::new(),
            gone: Vec::new(),
        }
    }

    /// Looks at the world at the end of a month.
    pub fn month(&mut self, world: &World) {
        self.months
            .resize_with(world.persons.len(), Months::default);
        for i in 0..world.persons.len() {
            let here = world.persons.alive[i].then_some(world.persons.key[i]);
            if self.months[i].key != here
                && let Some(mut row) = std::mem::take(&mut self.months[i]).last
            {
                row.presence = match (here, world.persons.died[i]) {
                    (None, true) => Some(Presence::Died),
                    (None, false) => Some(Presence::Left),
                    // Somebody else is here already: the position no longer says how the one before
                    // went.
                    (Some(_), _) => None,
                };
                self.gone.push(row);
            }
            if here.is_some() {
                self.months[i].key = here;
                self.add(world, i);
            }
        }
    }

    fn add(&mut self, world: &World, i: usize) {
        let persons = &world.persons;
        let sums = &mut self.months[i];
        sums.lived += 1.0;
        sums.care += persons.care_hours[i];
        sums.need += persons.need[i];
        sums.family += persons.from_family[i];
        sums.community += persons.from_community[i];
        sums.formal += persons.from_formal[i];
        sums.unmet += persons.unmet[i];
        sums.wellbeing += persons.wellbeing[i];
        let row = self.row(world, i);
        self.months[i].last = Some(row);
    }

    fn row(&self, world: &World, i: usize) -> PanelRow {
        let persons = &world.persons;
        let sums = &self.months[i];
        let community = persons.community[i].index();
        let services = f64::from(
            persons.contacts[i]
                .iter()
                .map(|c| u32::from(*c))
                .sum::<u32>(),
        ) + f64::from(persons.primary_contacts[i]);
        let care = f64::from(sums.formal) * WEEKS * self.care_hour;
        let mut contacts = persons.contacts[i];
        contacts[0] = contacts[0].saturating_add(persons.primary_contacts[i]);
        PanelRow {
            person: persons.key[i].0,
            year: 0,
            age: persons.age(i).min(255) as u8,
            sex: if persons.female[i] {
                Sex::Female
            } else {
                Sex::Male
            },
            neighbourhood: self.neighbourhoods[community].clone(),
            deprivation: world.communities.decile[community],
            family: world.families.key[persons.family[i].index()].0,
            disabled: persons.disability[i] >= Disability::Little,
            widowed: persons.widowed[i],
            carer_hours: sums.care / sums.lived,
            support_need: sums.need / sums.lived,
            met_by_family: sums.family / sums.lived,
            met_by_community: sums.community / sums.lived,
            met_by_formal: sums.formal / sums.lived,
            unmet: sums.unmet / sums.lived,
            open_problems: persons.open_problems(i),
            wellbeing: sums.wellbeing / sums.lived,
            lonely: persons.lonely[i],
            close_friends: persons.close_friends[i],
            control: persons.control[i],
            volunteer: persons.volunteer[i],
            satisfied: persons.satisfied[i],
            contacts,
            ae_attendances: persons.attendances[i],
            emergency_admissions: persons.admissions[i],
            longest_relationship_months: persons.longest_relationship[i],
            cost_pounds: persons.cost[i].pounds() + services * self.contact + care,
            presence: Some(Presence::Here),
        }
    }

    /// A year's rows, at the end of its last month: those who are gone first.
    pub fn year(&mut self, year: u32) -> Vec<PanelRow> {
        let mut rows = std::mem::take(&mut self.gone);
        for months in &mut self.months {
            let Months { key, last, .. } = std::mem::take(months);
            if let Some(row) = last {
                // Kept for somebody who dies or leaves in the first month of the next year, which
                // has no sums of its own.
                months.last = Some(PanelRow {
                    contacts: Default::default(),
                    ae_attendances: 0,
                    emergency_admissions: 0,
                    cost_pounds: 0.0,
                    ..row.clone()
                });
                months.key = key;
                rows.push(row);
            }
        }
        for row in &mut rows {
            row.year = year;
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::engine::state::example;

    fn panel(world: &World) -> PanelObserver {
        PanelObserver::new(&world.place, &Parameters::default())
    }

    fn row_of<'a>(rows: &'a [PanelRow], world: &World, i: usize, year: u32) -> &'a PanelRow {
        rows.iter()
            .find(|row| row.person == world.persons.key[i].0 && row.year == year)
            .unwrap()
    }

    #[test]
    fn means_are_of_the_months_lived_and_support_adds_up() {
        let mut world = example::lived();
        let mut panel = panel(&world);
        let i = example::somebody(&world, |p, i| p.need[i] > 0.0);
        world.persons.need[i] = 9.0;
        (
            world.persons.from_family[i],
            world.persons.from_community[i],
        ) = (3.0, 2.0);
        (world.persons.from_formal[i], world.persons.unmet[i]) = (1.0, 3.0);
        for wellbeing in [4.0, 8.0] {
            world.persons.wellbeing[i] = wellbeing;
            panel.month(&world);
        }
        let rows = panel.year(1);
        assert_eq!(rows.len(), world.population() as usize);
        let row = row_of(&rows, &world, i, 1);
        assert_eq!(
            (
                row.wellbeing,
                row.support_need,
                row.met_by_family,
                row.unmet
            ),
            (6.0, 9.0, 3.0, 3.0)
        );
        for row in &rows {
            let sum = row.met_by_family + row.met_by_community + row.met_by_formal + row.unmet;
            assert!((sum - row.support_need).abs() < 1e-3 && row.presence == Some(Presence::Here));
        }
    }

    #[test]
    fn cost_is_crises_contacts_and_hours_of_care() {
        let mut world = example::new();
        let mut panel = panel(&world);
        world.persons.cost[0] = crate::units::Pence(377_000);
        world.persons.contacts[0] = [1, 0, 2, 0, 0, 0, 0, 0];
        world.persons.primary_contacts[0] = 4;
        world.persons.from_formal[0] = 10.0;
        panel.month(&world);
        let rows = panel.year(0);
        let row = row_of(&rows, &world, 0, 0);
        let weeks = 365.25 / 12.0 / 7.0;
        assert!(
            (row.cost_pounds - (3_770.0 + 7.0 * 45.0 + 10.0 * weeks * 24.0)).abs() < 1e-6,
            "{}",
            row.cost_pounds
        );
        assert_eq!(row.contacts[..3], [5, 0, 2]);
    }

    #[test]
    fn who_dies_or_leaves_has_one_last_row_that_says_so() {
        let mut world = example::new();
        world.persons.cost[..2].fill(crate::units::Pence(377_000));
        let mut panel = panel(&world);
        panel.month(&world);
        let mut rows = panel.year(0);
        let before = world.clone();
        // In the first month of the year: no month of it was lived to its end.
        world.persons.died[0] = true;
        world.persons.leave(0);
        world.persons.leave(1);
        world.persons.cost[2] = crate::units::Pence(100);
        for _ in 0..12 {
            panel.month(&world);
        }
        rows.extend(panel.year(1));
        panel.month(&world);
        rows.extend(panel.year(2));
        let presence = |i: usize, year: u32| row_of(&rows, &before, i, year).presence;
        assert_eq!(
            (presence(0, 1), presence(1, 1)),
            (Some(Presence::Died), Some(Presence::Left))
        );
        assert_eq!(
            (presence(0, 0), presence(1, 0), presence(2, 1)),
            (
                Some(Presence::Here),
                Some(Presence::Here),
                Some(Presence::Here)
            )
        );
        for gone in [0, 1] {
            let key = before.persons.key[gone].0;
            assert_eq!(
                rows.iter().filter(|row| row.person == key).count(),
                2,
                "the year before and the last"
            );
            assert_eq!(
                row_of(&rows, &before, gone, 1).cost_pounds,
                0.0,
                "last year's cost is not counted again"
            );
        }
        assert_eq!(row_of(&rows, &world, 2, 2).person, world.persons.key[2].0);
    }

    #[test]
    fn a_newcomer_in_a_position_is_somebody_else() {
        let mut world = example::new();
        let mut panel = panel(&world);
        panel.month(&world);
        let before = world.clone();
        world.persons.key[0] = Key(4_711);
        world.persons.wellbeing[0] = 1.0;
        panel.month(&world);
        let rows = panel.year(1);
        assert_eq!(row_of(&rows, &world, 0, 1).wellbeing, 1.0);
        assert_eq!(
            row_of(&rows, &before, 0, 1).presence,
            None,
            "gone, and the position does not say how"
        );
        assert_eq!(
            row_of(&rows, &before, 0, 1).wellbeing,
            before.persons.wellbeing[0]
        );
        assert_eq!(rows.len(), world.population() as usize + 1);
    }

    #[test]
    fn over_years_nobody_has_two_rows_in_one_and_the_living_have_one() {
        let mut world = example::lived();
        let mut panel = panel(&world);
        let mut rows = Vec::new();
        for year in 0..3 {
            for _ in 0..12 {
                engine::step(&mut world, &Parameters::default(), None);
                panel.month(&world);
            }
            rows.extend(panel.year(year));
        }
        let mut names: Vec<(u32, u64)> = rows.iter().map(|row| (row.year, row.person)).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
        let last: Vec<&PanelRow> = rows.iter().filter(|row| row.year == 2).collect();
        assert!(
            world
                .living()
                .all(|i| last.iter().any(|row| row.person == world.persons.key[i].0))
        );
        for gone in [Presence::Died, Presence::Left] {
            assert!(
                rows.iter().any(|row| row.presence == Some(gone)),
                "{gone:?}"
            );
        }
        let present = last
            .iter()
            .filter(|row| row.presence == Some(Presence::Here))
            .count();
        assert_eq!(
            present,
            world.population() as usize,
            "who left is not counted present"
        );
        assert!(
            rows.iter()
                .all(|row| (0.0..=10.0).contains(&row.wellbeing) && row.cost_pounds >= 0.0)
        );
    }
}
