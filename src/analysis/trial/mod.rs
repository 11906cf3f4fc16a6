//! What does one approach do for the people it is for? A simulated randomised controlled trial in a world without any
//! strategy or money, with the truth that only a simulator knows: the same people, the same luck, untreated.
//!
//! People eligible at enrolment are split by a keyed draw; treated ones have the approach's levers at the catalogue's size
//! and full delivery. Approaches that work with whole neighbourhoods have half of the neighbourhoods instead. Knows no way of
//! showing an answer.

pub mod answer;

pub use answer::{Answer, Measured, OutcomeAnswer, summarise};

use super::outcomes::{self, Row, Tally};
use super::question::Question;
use crate::engine;
use crate::engine::funded::{Reach, is_eligible};
use crate::engine::funding::approach_key;
use crate::engine::mechanisms::control;
use crate::engine::state::World;
use crate::ensemble::Prepared;
use crate::ensemble::prepared::Start;
use crate::random::{Key, mix};
use crate::scenario::approaches::{Approach, Scope};

/// How a trial is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialOptions {
    /// Months from enrolment to follow-up, at least 1.
    pub months: u32,
    /// Names the draw that splits people: another number, another split.
    pub split: u32,
}

impl Default for TrialOptions {
    fn default() -> Self {
        Self {
            months: 12,
            split: 0,
        }
    }
}

/// One person of a trial, followed to its end in both worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Whether the draw gave them the approach.
    pub treated: bool,
    /// Age at enrolment. Unit: years.
    pub age: u16,
    /// Whether they get through the process of shaping their own support easily.
    pub easy: bool,
    /// At enrolment, with the year before.
    pub before: Row,
    /// At follow-up, with the time since, in counts a year.
    pub after: Row,
    /// The same person at the same time in the world in which nobody was treated.
    pub twin: Row,
}

/// What one trial in one world came to.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialPart {
    /// Everybody enrolled who could be followed up.
    pub subjects: Vec<Subject>,
    /// People alive at enrolment, in all.
    pub population: u32,
    /// People enrolled.
    pub enrolled: u32,
    /// Neighbourhoods treated, for approaches that work with neighbourhoods; else 0.
    pub neighbourhoods: u32,
}

/// Holds a trial of one approach from a spun-up world.
pub fn trial(
    prepared: &Prepared,
    start: &Start,
    approach: &Approach,
    options: TrialOptions,
) -> TrialPart {
    let (mut world, mut twin) = (start.world.clone(), start.world.clone());
    let name = approach_key(&approach.id).child(u64::from(options.split));
    let enrolled: Vec<usize> = world
        .living()
        .filter(|i| is_enrolled(&world, *i, approach))
        .collect();
    let treated = treat(&mut world, approach, name, &enrolled);
    let neighbourhoods = if approach.eligible.scope() == Scope::Community {
        half(world.communities.len()) as u32
    } else {
        0
    };
    let (mut counts, mut twin_counts) = (Tally::default(), Tally::default());
    for _ in 0..options.months.max(1) {
        for (world, counts) in [(&mut world, &mut counts), (&mut twin, &mut twin_counts)] {
            engine::step(world, &prepared.scenario.parameters, None);
            counts.month(world);
        }
    }
    let a_year = 12.0 / f64::from(options.months.max(1));
    let begin = &start.world.persons;
    let follow = |(i, treated): (&usize, &bool)| {
        let i = *i;
        let here = |world: &World| world.persons.alive[i] && world.persons.key[i] == begin.key[i];
        (here(&world) && here(&twin)).then(|| Subject {
            treated: *treated,
            age: begin.age(i),
            easy: control::has_easy_process(&world, &prepared.scenario.parameters, i),
            before: outcomes::row(begin, i, outcomes::this_year(begin, i)),
            after: outcomes::row(
                &world.persons,
                i,
                counts.total(i).map(|count| count * a_year),
            ),
            twin: outcomes::row(
                &twin.persons,
                i,
                twin_counts.total(i).map(|count| count * a_year),
            ),
        })
    };
    let subjects = enrolled.iter().zip(&treated).filter_map(follow).collect();
    TrialPart {
        subjects,
        population: start.world.population(),
        enrolled: enrolled.len() as u32,
        neighbourhoods,
    }
}

/// Adults who can be asked, of those the approach is for.
fn is_enrolled(world: &World, i: usize, approach: &Approach) -> bool {
    world.persons.is_adult(i) && is_eligible(&world.persons, i, approach.eligible)
}

/// Half of the neighbourhoods, at least one.
fn half(neighbourhoods: usize) -> usize {
    (neighbourhoods / 2).max(1)
}

/// Sets the levers for the treated half and says who of the enrolled that is. Without funding, levers stay as they are set.
fn treat(world: &mut World, approach: &Approach, name: Key, enrolled: &[usize]) -> Vec<bool> {
    let communities = world.communities.len();
    if approach.eligible.scope() == Scope::Community {
        let mut order: Vec<usize> = (0..communities).collect();
        order.sort_by_key(|community| mix(name.0 ^ mix(*community as u64 + 1)));
        order.truncate(half(communities));
        for community in &order {
            for effect in &approach.effects {
                world.funded.add(*community, effect.lever, effect.size);
            }
        }
        return enrolled
            .iter()
            .map(|i| order.contains(&world.persons.community[*i].index()))
            .collect();
    }
    for community in 0..communities {
        for effect in &approach.effects {
            let reach = Reach {
                approach: name,
                eligible: approach.eligible,
                coverage: 0.5,
                strength: effect.size,
            };
            world.funded.reach(community, effect.lever, reach);
        }
    }
    enrolled
        .iter()
        .map(|i| world.funded.reaches(&world.persons, *i, name))
        .collect()
}

/// A trial held under every luck of a scenario.
#[derive(Clone, Debug)]
pub struct Trial {
    prepared: Prepared,
    approach: Approach,
    months: u32,
}

impl Trial {
    /// A trial of an approach of the scenario's catalogue.
    pub fn new(prepared: &Prepared, approach: &Approach, months: u32) -> Self {
        Self {
            prepared: prepared.clone(),
            approach: approach.clone(),
            months: months.max(1),
        }
    }
}

impl Question for Trial {
    type Part = Measured;
    type Answer = Answer;

    fn tasks(&self) -> usize {
        self.prepared.scenario.replicates as usize
    }

    fn run(&self, task: usize) -> Measured {
        let start = self.prepared.spin_up(task as u32);
        Measured::of(&trial(
            &self.prepared,
            &start,
            &self.approach,
            TrialOptions {
                months: self.months,
                split: task as u32,
            },
        ))
    }

    fn answer(&self, parts: Vec<Measured>) -> Answer {
        summarise(&self.approach, self.months, &parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms;
    use crate::scenario::approaches::{Eligible, Lever};

    fn held(prepared: &Prepared, id: &str, split: u32) -> TrialPart {
        let approach = prepared
            .scenario
            .approaches
            .iter()
            .find(|a| a.id == id)
            .unwrap();
        trial(
            prepared,
            &prepared.spin_up(0),
            approach,
            TrialOptions { months: 12, split },
        )
    }

    #[test]
    fn about_half_are_treated_and_another_split_treats_others() {
        let prepared = arms::tests::small();
        let part = held(&prepared, "personal-budgets", 0);
        let share =
            part.subjects.iter().filter(|s| s.treated).count() as f64 / part.subjects.len() as f64;
        assert!((share - 0.5).abs() < 0.15, "{share}");
        let who = |part: &TrialPart| part.subjects.iter().map(|s| s.treated).collect::<Vec<_>>();
        assert_ne!(who(&part), who(&held(&prepared, "personal-budgets", 1)));
        // As text: where there is nothing to measure a number is no number, which equals nothing.
        assert!(
            format!("{part:?}") == format!("{:?}", held(&prepared, "personal-budgets", 0)),
            "it repeats"
        );
        assert!(
            part.subjects.iter().all(|s| s.age >= 18)
                && part.enrolled >= part.subjects.len() as u32
        );
    }

    #[test]
    fn an_approach_that_does_nothing_leaves_everybody_like_their_twin() {
        let mut prepared = arms::tests::small();
        for effect in prepared
            .scenario
            .approaches
            .iter_mut()
            .flat_map(|a| &mut a.effects)
        {
            effect.size = 0.0;
        }
        let part = held(&prepared, "advocacy-brokerage", 0);
        let bits = |row: &Row| row.map(f64::to_bits);
        assert!(
            part.subjects
                .iter()
                .all(|s| bits(&s.after) == bits(&s.twin))
        );
    }

    #[test]
    fn only_the_treated_are_moved_where_nothing_carries_it_on() {
        let mut prepared = arms::tests::small();
        let p = &mut prepared.scenario.parameters;
        (
            p.couplings.person_from_friends,
            p.couplings.person_from_family,
            p.mechanisms.ties,
            p.mechanisms.community,
        ) = (0.0, 0.0, 0.0, 0.0);
        let part = held(&prepared, "personal-budgets", 0);
        let moved = |s: &Subject| s.after[outcomes::CONTROL] > s.twin[outcomes::CONTROL];
        assert!(part.subjects.iter().any(|s| s.treated && moved(s)));
        let controls: Vec<&Subject> = part.subjects.iter().filter(|s| !s.treated).collect();
        let unmoved = controls
            .iter()
            .filter(|s| s.after[outcomes::CONTROL] == s.twin[outcomes::CONTROL])
            .count();
        assert!(
            unmoved * 20 > controls.len() * 19,
            "{unmoved} of {}",
            controls.len()
        );
    }

    #[test]
    fn neighbourhoods_are_treated_whole() {
        let prepared = arms::tests::small();
        let approach = prepared
            .scenario
            .approaches
            .iter()
            .find(|a| a.eligible == Eligible::Neighbourhood)
            .unwrap();
        let start = prepared.spin_up(0);
        let mut world = start.world.clone();
        let enrolled: Vec<usize> = world
            .living()
            .filter(|i| is_enrolled(&world, *i, approach))
            .collect();
        let treated = treat(&mut world, approach, Key(5), &enrolled);
        let lever: Lever = approach.effects[0].lever;
        for (i, treated) in enrolled.iter().zip(treated) {
            assert_eq!(
                treated,
                world
                    .funded
                    .community(world.persons.community[*i].index(), lever)
                    > 0.0
            );
        }
        let reached = (0..world.communities.len())
            .filter(|c| world.funded.community(*c, lever) > 0.0)
            .count();
        assert_eq!(reached, half(world.communities.len()));
    }
}
