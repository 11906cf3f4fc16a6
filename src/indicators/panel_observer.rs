//! Watches every person month by month and writes their years as rows. Never changes what it looks at.

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
    rows: Vec<PanelRow>,
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
            rows: Vec::new(),
        }
    }

    /// Looks at the world at the end of a month.
    pub fn month(&mut self, world: &World) {
        self.months.resize_with(world.persons.len(), Months::default);
        for i in 0..world.persons.len() {
            let here = world.persons.alive[i].then_some(world.persons.key[i]);
            if self.months[i].key != here
                && let Some(mut row) = std::mem::take(&mut self.months[i]).last
            {
                // Gone: died, or left alive. Where somebody else is here already, the position no longer says which.
                row.alive = here.is_none() && !world.persons.died[i];
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
        let services = f64::from(persons.contacts[i].iter().map(|c| u32::from(*c)).sum::<u32>()) + f64::from(persons.primary_contacts[i]);
        let care = f64::from(sums.formal) * WEEKS * self.care_hour;
        let mut contacts = persons.contacts[i];
        contacts[0] = contacts[0].saturating_add(persons.primary_contacts[i]);
        PanelRow {
            person: persons.key[i].0,
            year: 0,
            age: persons.age(i).min(255) as u8,
            sex: if persons.female[i] { Sex::Female } else { Sex::Male },
            neighbourhood: self.neighbourhoods[community].clone(),
            deprivation_decile: world.communities.decile[community],
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
            contacts,
            ae_attendances: persons.attendances[i],
            emergency_admissions: persons.admissions[i],
            longest_relationship_months: persons.longest_relationship[i],
            cost_pounds: persons.cost[i].pounds() + services * self.contact + care,
            alive: true,
        }
    }

    /// Writes a year's rows at the end of its last month.
    pub fn year(&mut self, year: u32) {
        let mut rows = std::mem::take(&mut self.gone);
        for months in &mut self.months {
            let Months { key, last, .. } = std::mem::take(months);
            if let Some(row) = last {
                // Kept for somebody who dies or leaves in the first month of the next year, which has no sums of its own.
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
        self.rows.append(&mut rows);
    }

    /// All rows, year by year.
    pub fn rows(self) -> Vec<PanelRow> {
        self.rows
    }
}
