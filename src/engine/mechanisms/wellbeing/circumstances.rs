//! What circumstances add to wellbeing and take from it. Must not know why they are as they are.

use super::parts::Part;
use crate::engine::state::World;
use crate::engine::state::person::{PROBLEMS, PersonsSeen};
use crate::engine::state::problem::open;
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
    /// Of somebody in a strained family who gives no care, and of somebody who does.
    strained: [f32; 2],
    /// Of not being out of work, and of being so.
    out_of_work: [f32; 2],
    /// Of the neighbourhood's environment, by neighbourhood.
    place: Vec<f32>,
    /// Of having no partner, and of having one.
    together: [f32; 2],
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
            strained: [OF_THOSE_AT_HOME, 1.0]
                .map(|share| share * p.carer_strain * parameters.couplings.person_from_family),
            out_of_work: [0.0, p.unemployed],
            place: world.communities.environment.iter().map(place).collect(),
            together: [0.0, p.partner],
        }
    }

    /// What they come to for one person, with the strain of every family. Unit: points.
    #[inline(always)]
    pub(super) fn of(&self, persons: &PersonsSeen, strain: &[f32], i: usize) -> f32 {
        let grown = persons.age_months[i] >= 18 * 12;
        let out_of_work = (persons.activity[i] == Activity::Unemployed) & grown;
        // Chosen by a table and not by a branch: which of the two it is cannot be guessed.
        let taken = self.problems[open(&persons.problem_age[i])]
            + self.limited[persons.disability[i] as usize]
            + self.unmet * persons.unmet[i].min(MOST_UNMET)
            + self.strained[usize::from(persons.care_hours[i] > 0.0)]
                * strain[persons.family[i].index()]
            + self.out_of_work[usize::from(out_of_work)]
            + self.place[persons.community[i].index()]
            - self.together[usize::from(persons.partner[i].is_some())];
        let friends = self.friends[usize::from(persons.close_friends[i].min(MOST_FRIENDS))];
        friends + self.control * (persons.control[i] - self.usual_control) - taken
    }

    /// What each circumstance adds to one person's wellbeing, apart, in the order of [`Part`]: for telling a life, not for
    /// living it. Unit: points. What comes from events and from others is not a circumstance, and 0 here.
    pub(super) fn parts(&self, world: &World, i: usize) -> [f32; Part::COUNT] {
        let persons = &world.persons;
        let out_of_work = persons.activity[i] == Activity::Unemployed && persons.is_adult(i);
        let strain = world.families.strain[persons.family[i].index()];
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
        set(
            Part::Problems,
            -self.problems[open(&persons.problem_age[i])],
        );
        set(
            Part::Condition,
            -self.limited[persons.disability[i] as usize],
        );
        set(Part::Unmet, -self.unmet * persons.unmet[i].min(MOST_UNMET));
        set(
            Part::Strain,
            -self.strained[usize::from(persons.care_hours[i] > 0.0)] * strain,
        );
        set(Part::Work, -self.out_of_work[usize::from(out_of_work)]);
        set(Part::Place, -self.place[persons.community[i].index()]);
        set(
            Part::Partner,
            self.together[usize::from(persons.partner[i].is_some())],
        );
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    fn come_to(world: &World, parameters: &Parameters, i: usize) -> f32 {
        let circumstances = Circumstances::new(world, parameters);
        circumstances.of(&world.persons.seen(), &world.families.strain, i)
    }

    #[test]
    fn the_parts_of_everybody_add_up_to_what_circumstances_come_to() {
        let (world, parameters) = (example::lived(), Parameters::default());
        let circumstances = Circumstances::new(&world, &parameters);
        let mut used = [false; Part::COUNT];
        for i in world.living() {
            let parts = circumstances.parts(&world, i);
            assert!(
                (parts.iter().sum::<f32>() - come_to(&world, &parameters, i)).abs() < 1e-5,
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
        assert!(come_to(&world, &parameters, 0).abs() < 1e-6);
        let taken = |change: &dyn Fn(&mut World)| {
            let mut changed = world.clone();
            change(&mut changed);
            -come_to(&changed, &parameters, 0)
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
        let strain = |parameters: &Parameters| {
            let parts = Circumstances::new(&world, parameters).parts(&world, 0);
            -parts[Part::Strain as usize]
        };
        assert!(strain(&parameters) > 0.0);
        parameters.couplings.person_from_family = 0.0;
        assert_eq!(strain(&parameters), 0.0);
    }
}
