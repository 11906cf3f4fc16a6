//! What is asked of single people before and after: the outcomes of trials and evaluations, and the smallest change of each
//! that a person would report. Reads a state and never changes it; knows no approach.

use crate::engine::state::{Persons, World};
use crate::indicators::catalogue::{self as c, Better};
use crate::place::Activity;
use std::collections::VecDeque;

/// What a person is asked, or what records say of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The name as in files.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// The unit of its value.
    pub unit: &'static str,
    /// Digits after the point when shown.
    pub digits: usize,
    /// Which way is better.
    pub better: Better,
    /// The smallest change that a person would report as better. A convention of asking, not a parameter of the model: that of
    /// the indicator with the same meaning ([`Indicator::noticed`](crate::indicators::catalogue::Indicator::noticed)), in this unit.
    pub noticed: f64,
    /// The smallest mean change over those who are asked that is worth having: that of the indicator with the same meaning
    /// ([`Indicator::worthwhile`](crate::indicators::catalogue::Indicator::worthwhile)), in this unit.
    pub worthwhile: f64,
}

/// What a person notices of an indicator, in the unit of a single life; never, where no single life has it.
const fn noticed(indicator: usize) -> f64 {
    match c::CATALOGUE[indicator].noticed {
        Some(noticed) => noticed.size,
        None => f64::INFINITY,
    }
}

/// What is worth having of an indicator, so many of whose units are one of the outcome's.
const fn worthwhile(indicator: usize, units: f64) -> f64 {
    c::CATALOGUE[indicator].worthwhile.size / units
}

/// Problems are counted in whole ones, and no indicator counts them.
const ONE_PROBLEM: f64 = 1.0;
/// One problem less for one person in fifty, as with friends to count on.
const PROBLEM_OF_ONE_IN_FIFTY: f64 = 0.02;

macro_rules! outcomes {
    ($($const:ident = $id:literal, $name:literal, $unit:literal, $digits:literal, $better:ident, $noticed:expr, $worthwhile:expr;)*) => {
        /// Every outcome, in the order of a [`Row`].
        pub const OUTCOMES: &[Outcome] = &[$(
            Outcome {
                id: $id, name: $name, unit: $unit, digits: $digits, better: Better::$better, noticed: $noticed, worthwhile: $worthwhile,
            },
        )*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Position { $($const,)* COUNT }

        $(#[doc = $name] pub const $const: usize = Position::$const as usize;)*
        /// How many there are.
        pub const COUNT: usize = Position::COUNT as usize;
    };
}

outcomes! {
    WELLBEING = "wellbeing", "Wellbeing", "points (0–10)", 2, Higher, noticed(c::WELLBEING), worthwhile(c::WELLBEING, 1.0);
    DOING_WELL = "doing_well", "Doing well", "share", 3, Higher, noticed(c::DOING_WELL), worthwhile(c::DOING_WELL, 100.0);
    CONTROL = "control", "Control", "0–1", 3, Higher, noticed(c::CONTROL) / 100.0, worthwhile(c::CONTROL, 100.0);
    FRIENDS = "friends", "Friends to count on", "people", 2, Higher, noticed(c::CLOSE_FRIENDS), worthwhile(c::CLOSE_FRIENDS, 1.0);
    LONELY = "lonely", "Often lonely", "share", 3, Lower, noticed(c::LONELY), worthwhile(c::LONELY, 100.0);
    PROBLEMS = "problems", "Open problems", "problems", 2, Lower, ONE_PROBLEM, PROBLEM_OF_ONE_IN_FIFTY;
    UNMET = "unmet_hours", "Unmet support", "hours a week", 2, Lower, noticed(c::UNMET_HOURS), worthwhile(c::UNMET_HOURS, 100.0);
    FITTED = "contacts_fitted", "Contacts that fitted", "share of contacts in a year", 3, Higher, noticed(c::DIGNITY) / 100.0, worthwhile(c::DIGNITY, 100.0);
    IN_WORK = "in_work", "In work", "share", 3, Higher, noticed(c::IN_WORK), worthwhile(c::IN_WORK, 100.0);
    ATTENDANCES = "ae_attendances", "A&E attendances", "a year", 3, Lower, noticed(c::AE_ATTENDANCES), worthwhile(c::AE_ATTENDANCES, 1.0);
    ADMISSIONS = "admissions", "Emergency admissions", "a year", 3, Lower, noticed(c::EMERGENCY_ADMISSIONS), worthwhile(c::EMERGENCY_ADMISSIONS, 1_000.0);
}

/// One person's outcomes; not a number where there is nothing to measure (no contact that could have fitted).
pub type Row = [f64; COUNT];

/// What is counted of one person: contacts, contacts that fitted, A&E attendances, emergency admissions.
pub type Events = [f64; 4];

/// A change for the better, in the outcome's unit.
pub fn gain(outcome: usize, from: f64, to: f64) -> f64 {
    match OUTCOMES[outcome].better {
        Better::Higher => to - from,
        Better::Lower => from - to,
        Better::Neither => 0.0,
    }
}

/// Whether a person would report the change as better.
pub fn is_better(outcome: usize, from: f64, to: f64) -> bool {
    // Numbers that are kept with few bits may miss a whole step by a hair.
    gain(outcome, from, to) >= OUTCOMES[outcome].noticed - 1e-6
}

/// One person now, with what was counted of them in a year.
pub fn row(persons: &Persons, i: usize, year: Events) -> Row {
    let one_if = |truth: bool| f64::from(u8::from(truth));
    let mut row = [0.0; COUNT];
    row[WELLBEING] = f64::from(persons.wellbeing[i]);
    row[DOING_WELL] = one_if(persons.wellbeing[i] >= 7.0);
    row[CONTROL] = f64::from(persons.control[i]);
    row[FRIENDS] = f64::from(persons.close_friends[i]);
    row[LONELY] = one_if(persons.lonely[i]);
    row[PROBLEMS] = f64::from(persons.open_problems(i));
    row[UNMET] = f64::from(persons.unmet[i]);
    row[FITTED] = if year[0] > 0.0 {
        year[1] / year[0]
    } else {
        f64::NAN
    };
    row[IN_WORK] = one_if(persons.activity[i] == Activity::Employed);
    (row[ATTENDANCES], row[ADMISSIONS]) = (year[2], year[3]);
    row
}

/// What was counted of one person in this calendar year of the world.
pub fn this_year(persons: &Persons, i: usize) -> Events {
    let contacts: f64 = persons.contacts[i]
        .iter()
        .map(|contacts| f64::from(*contacts))
        .sum();
    [
        contacts,
        f64::from(persons.fitting_contacts[i]),
        f64::from(persons.attendances[i]),
        f64::from(persons.admissions[i]),
    ]
}

/// Counts that go on over the turn of a year, when the world's own begin anew. Begins at the turn of a year.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    closed: Vec<Events>,
    now: Vec<Events>,
}

impl Tally {
    /// Looks at the world at the end of a month.
    pub fn month(&mut self, world: &World) {
        self.closed.resize(world.persons.len(), [0.0; 4]);
        self.now.resize(world.persons.len(), [0.0; 4]);
        for i in 0..world.persons.len() {
            let year = this_year(&world.persons, i);
            self.now[i] = std::array::from_fn(|k| self.closed[i][k] + year[k]);
        }
        if world.month.is_multiple_of(12) {
            self.closed.clone_from(&self.now);
        }
    }

    /// Everything counted at a position so far.
    pub fn total(&self, i: usize) -> Events {
        self.now.get(i).copied().unwrap_or_default()
    }
}

/// Counts of the last twelve months, month by month.
#[derive(Clone, Debug)]
pub struct History {
    tally: Tally,
    /// Totals at the end of each of the last thirteen months, oldest first, with who held each position.
    months: VecDeque<(Vec<u64>, Vec<Events>)>,
}

impl History {
    /// A history that begins at the turn of a year. What was counted in the year before is taken as spread evenly over it.
    pub fn new(world: &World) -> Self {
        let persons = &world.persons;
        let keys: Vec<u64> = persons.key.iter().map(|key| key.0).collect();
        let spread = |month: u32| -> Vec<Events> {
            (0..persons.len())
                .map(|i| this_year(persons, i).map(|count| count * (f64::from(month) / 12.0 - 1.0)))
                .collect()
        };
        Self {
            tally: Tally::default(),
            months: (0..=12)
                .map(|month| (keys.clone(), spread(month)))
                .collect(),
        }
    }

    /// Looks at the world at the end of a month.
    pub fn month(&mut self, world: &World) {
        self.tally.month(world);
        self.months.pop_front();
        let keys = world.persons.key.iter().map(|key| key.0).collect();
        self.months.push_back((keys, self.tally.now.clone()));
    }

    /// What was counted of whoever holds a position over the last twelve months; nothing when somebody else held it then.
    pub fn year(&self, i: usize) -> Option<Events> {
        let (then, now) = (self.months.front()?, self.months.back()?);
        let same = then.0.get(i)? == now.0.get(i)?;
        same.then(|| std::array::from_fn(|k| now.1[i][k] - then.1[i][k]))
    }

    /// One person now with their last twelve months; counts of somebody who was not here then are no numbers.
    pub fn row(&self, persons: &Persons, i: usize) -> Row {
        let mut row = row(persons, i, self.year(i).unwrap_or_default());
        if self.year(i).is_none() {
            for outcome in [FITTED, ATTENDANCES, ADMISSIONS] {
                row[outcome] = f64::NAN;
            }
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::engine::state::example;
    use crate::scenario::parameters::Parameters;

    #[test]
    fn better_follows_the_direction_and_wants_to_be_noticed() {
        assert!(is_better(FRIENDS, 1.0, 2.0) && !is_better(FRIENDS, 2.0, 2.0));
        assert!(is_better(LONELY, 1.0, 0.0) && !is_better(LONELY, 0.0, 1.0));
        assert!(!is_better(CONTROL, 0.5, 0.54) && is_better(CONTROL, 0.5, 0.55));
        assert!(!is_better(FITTED, f64::NAN, 0.9), "nothing to compare with");
    }

    #[test]
    fn a_row_is_what_the_person_is() {
        let mut world = example::new();
        let i = example::somebody(&world, crate::engine::state::person::Persons::is_adult);
        (
            world.persons.wellbeing[i],
            world.persons.close_friends[i],
            world.persons.lonely[i],
        ) = (7.0, 3, true);
        world.persons.problem_age[i] = [1, 0, 5, 0, 0];
        let found = row(&world.persons, i, [4.0, 1.0, 2.0, 0.5]);
        assert_eq!(
            (
                found[WELLBEING],
                found[DOING_WELL],
                found[FRIENDS],
                found[LONELY],
                found[PROBLEMS]
            ),
            (7.0, 1.0, 3.0, 1.0, 2.0)
        );
        assert_eq!(
            (found[FITTED], found[ATTENDANCES], found[ADMISSIONS]),
            (0.25, 2.0, 0.5)
        );
        assert!(row(&world.persons, i, [0.0; 4])[FITTED].is_nan());
    }

    #[test]
    fn counts_go_on_over_the_turn_of_the_year() {
        let mut world = example::new();
        let (mut tally, mut history) = (Tally::default(), History::new(&world));
        let mut attendances = vec![0_u32; 0];
        for month in 1..=30_u32 {
            let before: Vec<u16> = world.persons.attendances.clone();
            engine::step(&mut world, &Parameters::default(), None);
            tally.month(&world);
            history.month(&world);
            attendances.resize(world.persons.len(), 0);
            for (i, sum) in attendances.iter_mut().enumerate() {
                let fresh = (month - 1).is_multiple_of(12)
                    || i >= before.len()
                    || world.persons.attendances[i] < before[i];
                *sum += u32::from(world.persons.attendances[i])
                    - if fresh { 0 } else { u32::from(before[i]) };
            }
        }
        let key_kept = |i: &usize| {
            world.persons.alive[*i]
                && example::new().persons.key.get(*i) == Some(&world.persons.key[*i])
        };
        let stayed: Vec<usize> = world.living().filter(key_kept).collect();
        assert!(stayed.iter().any(|i| attendances[*i] > 1));
        for i in stayed {
            assert_eq!(tally.total(i)[2], f64::from(attendances[i]));
            let year = history.year(i).unwrap();
            assert!(year[2] <= tally.total(i)[2] && year[1] <= year[0]);
        }
    }

    #[test]
    fn a_history_begins_with_the_year_before() {
        let world = example::lived();
        let history = History::new(&world);
        for i in world.living() {
            let (year, counted) = (history.year(i).unwrap(), this_year(&world.persons, i));
            assert!(year.iter().zip(counted).all(|(a, b)| (a - b).abs() < 1e-9));
        }
    }
}
