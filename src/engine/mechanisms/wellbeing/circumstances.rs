//! What circumstances add to wellbeing and take from it. Must not know why they are as they are.

use super::Part;
use crate::engine::state::World;
use crate::engine::state::person::PROBLEMS;
use crate::place::{Activity, Disability};
use crate::scenario::parameters::Parameters;

/// Environment between a middling neighbourhood and the most deprived: the step that `deprivation` is said for. Unit: index.
const MOST_DEPRIVED: f32 = 0.35;
/// Close friends with whom nothing is added or taken. Unit: friends.
const USUAL_FRIENDS: f32 = 3.0;
/// What being limited a little takes, of what being limited a lot takes; and what strain takes from those at home who give no
/// care, of what it takes from those who do. Unit: shares.
const OF_LITTLE: f32 = 1.0 / 3.0;
const OF_THOSE_AT_HOME: f32 = 1.0 / 3.0;
/// Unmet support beyond which more takes no more. Unit: hours a week.
const MOST_UNMET: f32 = 20.0;

/// The most close friends that still make a difference.
const MOST_FRIENDS: u8 = 6;

/// What each circumstance is worth this month. Unit: points.
pub(super) struct Circumstances {
    friends: [f32; MOST_FRIENDS as usize + 1],
    control: f32,
    usual_control: f32,
    /// By which kinds of problem are open: the first kind is the lowest bit.
    problems: [f32; 1 << PROBLEMS],
    limited: [f32; 4],
    unmet: f32,
    /// Of somebody who gives care in a strained family.
    carer: f32,
    /// Of anybody else in it.
    at_home: f32,
    person_from_family: f32,
    unemployed: f32,
    /// Of the neighbourhood's environment, by neighbourhood.
    place: Vec<f32>,
    partner: f32,
}

impl Circumstances {
    /// As parameters and neighbourhoods are now.
    pub(super) fn new(world: &World, parameters: &Parameters) -> Self {
        let p = &parameters.wellbeing;
        let place = |environment: &f32| {
            p.deprivation * (parameters.community.environment - environment) / MOST_DEPRIVED
        };
        Self {
            friends: std::array::from_fn(|count| p.friends * (count as f32 - USUAL_FRIENDS)),
            control: p.control,
            usual_control: parameters.control.mean,
            problems: std::array::from_fn(|open| {
                let open = |kind: usize| f32::from(u8::from(open >> kind & 1 == 1));
                p.problem_health * open(0)
                    + p.problem_mind * open(1)
                    + p.problem_other * (open(2) + open(3) + open(4))
            }),
            limited: Disability::ALL.map(|disability| match disability {
                Disability::Lot => p.limited_lot * 1.0,
                Disability::Little => p.limited_lot * OF_LITTLE,
                _ => 0.0,
            }),
            unmet: p.unmet,
            carer: p.carer_strain * 1.0,
            at_home: p.carer_strain * OF_THOSE_AT_HOME,
            person_from_family: parameters.couplings.person_from_family,
            unemployed: p.unemployed,
            place: world.communities.environment.iter().map(place).collect(),
            partner: p.partner,
        }
    }

    /// What they come to for one person. Unit: points.
    #[inline]
    pub(super) fn of(&self, world: &World, i: usize) -> f32 {
        let persons = &world.persons;
        let out_of_work = if persons.activity[i] == Activity::Unemployed && persons.is_adult(i) {
            self.unemployed
        } else {
            0.0
        };
        let taken = self.problems[persons.which_problems(i)]
            + self.limited[persons.disability[i] as usize]
            + self.unmet * persons.unmet[i].min(MOST_UNMET)
            + self.strain(world, i)
            + out_of_work
            + self.place[persons.community[i].index()]
            - if persons.partner[i].is_some() {
                self.partner
            } else {
                0.0
            };
        let friends = self.friends[usize::from(persons.close_friends[i].min(MOST_FRIENDS))];
        friends + self.control * (persons.control[i] - self.usual_control) - taken
    }

    /// What each circumstance adds to one person's wellbeing, apart, in the order of [`Part`]: for telling a life, not for
    /// living it. Unit: points. What comes from events and from others is not a circumstance, and 0 here.
    pub(super) fn parts(&self, world: &World, i: usize) -> [f32; Part::COUNT] {
        let persons = &world.persons;
        let out_of_work = persons.activity[i] == Activity::Unemployed && persons.is_adult(i);
        let mut parts = [0.0; Part::COUNT];
        let mut set = |part: Part, points: f32| parts[part as usize] = points;
        set(
            Part::Friends,
            self.friends[usize::from(persons.close_friends[i].min(MOST_FRIENDS))],
        );
        set(
            Part::Control,
            self.control * (persons.control[i] - self.usual_control),
        );
        set(Part::Problems, -self.problems[persons.which_problems(i)]);
        set(
            Part::Condition,
            -self.limited[persons.disability[i] as usize],
        );
        set(Part::Unmet, -self.unmet * persons.unmet[i].min(MOST_UNMET));
        set(Part::Strain, -self.strain(world, i));
        set(Part::Work, if out_of_work { -self.unemployed } else { 0.0 });
        set(Part::Place, -self.place[persons.community[i].index()]);
        set(
            Part::Partner,
            if persons.partner[i].is_some() {
                self.partner
            } else {
                0.0
            },
        );
        parts
    }

    fn strain(&self, world: &World, i: usize) -> f32 {
        let strain = world.families.strain[world.persons.family[i].index()];
        let share = if world.persons.care_hours[i] > 0.0 {
            self.carer
        } else {
            self.at_home
        };
        share * strain * self.person_from_family
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn the_parts_of_everybody_add_up_to_what_circumstances_come_to() {
        let world = example::lived();
        let circumstances = Circumstances::new(&world, &Parameters::default());
        let mut used = [false; Part::COUNT];
        for i in world.living() {
            let parts = circumstances.parts(&world, i);
            assert!(
                (parts.iter().sum::<f32>() - circumstances.of(&world, i)).abs() < 1e-5,
                "{i}: {parts:?}"
            );
            used.iter_mut()
                .zip(parts)
                .for_each(|(used, part)| *used |= part != 0.0);
        }
        assert_eq!(
            used.iter().filter(|used| **used).count(),
            Part::COUNT - 2,
            "all but events and others move somebody"
        );
    }

    #[test]
    fn each_circumstance_takes_its_points() {
        let parameters = Parameters::default();
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.families.strain.fill(0.0);
        world.communities.environment.fill(0.5);
        world.persons.activity[0] = Activity::Employed;
        world.persons.partner[0] = crate::ids::PersonId::NONE;
        (world.persons.close_friends[0], world.persons.control[0]) = (3, 0.62);
        assert!(Circumstances::new(&world, &parameters).of(&world, 0).abs() < 1e-6);
        let taken = |change: &dyn Fn(&mut World)| {
            let mut changed = world.clone();
            change(&mut changed);
            -Circumstances::new(&changed, &parameters).of(&changed, 0)
        };
        let close = |found: f32, expected: f32| {
            assert!(
                (found - expected).abs() < 1e-5,
                "{found}, expected {expected}"
            );
        };
        close(taken(&|w| w.persons.problem_age[0] = [3, 0, 0, 0, 0]), 0.22);
        close(
            taken(&|w| w.persons.problem_age[0] = [0, 1, 1, 1, 1]),
            0.72 + 3.0 * 0.25,
        );
        close(
            taken(&|w| w.persons.activity[0] = Activity::Unemployed),
            0.7,
        );
        close(taken(&|w| w.persons.disability[0] = Disability::Lot), 0.4);
        close(
            taken(&|w| w.persons.disability[0] = Disability::Little),
            0.4 / 3.0,
        );
        close(taken(&|w| w.persons.unmet[0] = 10.0), 0.25);
        close(taken(&|w| w.persons.unmet[0] = 60.0), 0.5);
        close(
            taken(&|w| w.persons.partner[0] = crate::ids::PersonId(5)),
            -0.22,
        );
        close(taken(&|w| w.persons.close_friends[0] = 9), -0.3);
        close(taken(&|w| w.persons.control[0] = 0.12), 0.4);
        close(taken(&|w| w.communities.environment.fill(0.15)), 0.25);
        close(taken(&|w| w.families.strain.fill(1.0)), 0.5 / 3.0);
        close(
            taken(&|w| {
                w.families.strain.fill(0.6);
                w.persons.care_hours[0] = 30.0;
            }),
            0.3,
        );
    }

    #[test]
    fn strain_reaches_nobody_when_the_family_is_uncoupled() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        world.families.strain.fill(1.0);
        assert!(Circumstances::new(&world, &parameters).strain(&world, 0) > 0.0);
        parameters.couplings.person_from_family = 0.0;
        assert_eq!(
            Circumstances::new(&world, &parameters).strain(&world, 0),
            0.0
        );
    }
}
