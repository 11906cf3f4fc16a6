//! What mechanisms see of money: intensities of levers and conditions, and approaches under way. No strategy, no arm.

use super::chosen::chosen;
use super::state::person::{NOT_LIMITED, Persons};
use crate::place::{Activity, Disability};
use crate::random::{Key, mix, uniform};
use crate::scenario::approaches::{Eligible, Lever};

/// One approach reaching some people of a neighbourhood through one lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Names the approach, so that it reaches the same people first in every world.
    pub approach: Key,
    /// Who can be reached.
    pub eligible: Eligible,
    /// Share of the eligible it reaches. Range: 0–1.
    pub coverage: f32,
    /// What it adds to the lever for those it reaches.
    pub strength: f32,
}

/// What money changes in the conditions of the whole place. All 0 = as today.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Conditions {
    /// How far sharing power is intended and paid for. Range: 0–1.
    pub power: f32,
    /// How far the money that services live on is promised beyond the year. Range: 0–1.
    pub certainty: f32,
    /// Share of avoided crisis cost that may be put back. Range: 0–1.
    pub core_shift: f32,
}

/// What money buys this month.
#[derive(Clone, Debug, PartialEq)]
pub struct Funded {
    people: Vec<Vec<Reach>>,
    /// Levers through which an approach reaches anybody anywhere.
    reaching: [bool; Lever::COUNT],
    everybody: Vec<[f32; Lever::COUNT]>,
    /// Conditions of the whole place.
    pub conditions: Conditions,
    /// Core money that goes to approaches kept after their own money ended. Unit: pence a month.
    pub displaced_core: i64,
}

impl Funded {
    /// Nothing funded anywhere.
    pub fn nothing(communities: usize) -> Self {
        Self {
            people: vec![Vec::new(); communities * Lever::COUNT],
            reaching: [false; Lever::COUNT],
            everybody: vec![[0.0; Lever::COUNT]; communities],
            conditions: Conditions::default(),
            displaced_core: 0,
        }
    }

    /// Forgets all levers; conditions stay.
    pub fn clear_levers(&mut self) {
        self.people.iter_mut().for_each(Vec::clear);
        self.reaching.fill(false);
        self.everybody.fill([0.0; Lever::COUNT]);
        self.displaced_core = 0;
    }

    /// Adds an approach that reaches some people of a neighbourhood. What is left of an earlier round of the same approach
    /// and the new one together reach more people, never the same people twice.
    pub fn reach(&mut self, community: usize, lever: Lever, reach: Reach) {
        self.reaching[lever as usize] = true;
        let entries = &mut self.people[community * Lever::COUNT + lever as usize];
        let Some(entry) = entries
            .iter_mut()
            .find(|entry| entry.approach == reach.approach)
        else {
            entries.push(reach);
            return;
        };
        let both = entry.coverage + reach.coverage;
        if both > 0.0 {
            entry.strength =
                (entry.coverage * entry.strength + reach.coverage * reach.strength) / both;
            entry.coverage = both.min(1.0);
        }
    }

    /// Whether an approach reaches a person, through any lever.
    pub fn reaches(&self, persons: &Persons, i: usize, approach: Key) -> bool {
        let here = persons.community[i].index() * Lever::COUNT;
        let mut entries = self.people[here..here + Lever::COUNT]
            .iter()
            .flatten()
            .filter(|entry| entry.approach == approach);
        entries.any(|entry| reached(std::slice::from_ref(entry), persons, i) != 0.0)
    }

    /// Adds to a lever for everybody in a neighbourhood.
    pub fn add(&mut self, community: usize, lever: Lever, amount: f32) {
        self.everybody[community][lever as usize] += amount;
    }

    /// A lever's value for a whole neighbourhood.
    #[inline]
    pub fn community(&self, community: usize, lever: Lever) -> f32 {
        self.everybody[community][lever as usize]
    }

    /// Whether any approach reaches anybody through a lever; if not, it is 0 for every person.
    #[inline]
    pub fn is_reaching(&self, lever: Lever) -> bool {
        self.reaching[lever as usize]
    }

    /// Everybody alive for whom a lever may be other than 0, in order: those who stand in line for an approach that moves it,
    /// whether or not they are eligible.
    pub fn in_line(&self, persons: &Persons, lever: Lever) -> Vec<u32> {
        if !self.is_reaching(lever) {
            return Vec::new();
        }
        chosen(persons.len(), |i| {
            let entries =
                &self.people[persons.community[i].index() * Lever::COUNT + lever as usize];
            let own = mix(persons.key[i].0);
            persons.alive[i]
                & entries
                    .iter()
                    .any(|entry| place_in_line(entry.approach, own) < entry.coverage)
        })
    }

    /// A lever's value for one person: what the approaches that reach them add up to.
    #[inline]
    pub fn person(&self, persons: &Persons, i: usize, lever: Lever) -> f32 {
        if !self.is_reaching(lever) {
            return 0.0;
        }
        let entries = &self.people[persons.community[i].index() * Lever::COUNT + lever as usize];
        if entries.is_empty() {
            0.0
        } else {
            reached(entries, persons, i)
        }
    }
}

fn reached(entries: &[Reach], persons: &Persons, i: usize) -> f32 {
    let mut value = 0.0;
    let own = mix(persons.key[i].0);
    for entry in entries {
        if place_in_line(entry.approach, own) < entry.coverage
            && is_eligible(persons, i, entry.eligible)
        {
            value += entry.strength;
        }
    }
    value
}

/// Where a person, by the scrambled key, stands in line for an approach. Range: 0–1. Fixed for life: the same people are reached first whatever the coverage, so that luck is the same in every arm.
#[inline]
fn place_in_line(approach: Key, own: u64) -> f32 {
    uniform((mix(approach.0 ^ own) >> 32) as u32)
}

/// Whether a person can be reached by an approach for these people.
#[inline]
pub fn is_eligible(persons: &Persons, i: usize, eligible: Eligible) -> bool {
    let adult = persons.is_adult(i);
    match eligible {
        Eligible::Neighbourhood => true,
        Eligible::Adults => adult,
        Eligible::LongTermCondition => adult & (persons.disability[i] != Disability::None),
        Eligible::SupportNeed => adult & (persons.need[i] > 0.0),
        Eligible::Carers => persons.care_hours[i] > 0.0,
        Eligible::Isolated => adult & (persons.lonely[i] | (persons.close_friends[i] == 0)),
        Eligible::OpenProblems => adult & persons.has_problem(i),
        Eligible::OutOfWork => {
            (18 * 12..65 * 12).contains(&persons.age_months[i])
                & matches!(
                    persons.activity[i],
                    Activity::Unemployed | Activity::Sick | Activity::Other
                )
        }
        Eligible::LifeLimiting => persons.months_left[i] != NOT_LIMITED,
    }
}

/// How an approach under way stands with its money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Paid for by investment.
    Funded,
    /// Its money has ended; core budgets keep what is left of it.
    Kept,
    /// Over.
    Ended,
}

/// An approach under way in some neighbourhoods. What it was meant to be is fixed; how it fares is the mechanisms'.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Names it in every world that has it.
    pub key: Key,
    /// Position of the approach in the catalogue.
    pub approach: usize,
    /// Neighbourhoods where it works: first those where it was put, then those that took it up, in that order.
    pub communities: Vec<u32>,
    /// Neighbourhoods of its area that have not taken it up yet.
    pub waiting: Vec<u32>,
    /// In how many neighbourhoods it was put when it opened.
    pub placed: usize,
    /// In how many neighbourhoods its setting up has been paid for.
    pub set_up: usize,
    /// The month it opened, since the start of the spin-up.
    pub opened: u32,
    /// The month its money ends.
    pub ends: u32,
    /// How far it is grown locally. Range: 0–1.
    pub adaptation: f32,
    /// Months from opening to full delivery, as the catalogue has it.
    pub ramp_months: f32,
    /// Running money. Unit: pence a year.
    pub running: i64,
    /// How well it is delivered, of what was intended; drawn once. Range: 0–1.
    pub quality: f32,
    /// How much of its effect is left where it was put, on average. Range: 0–1.
    pub fit: f32,
    /// Share of its posts that are filled. Range: 0–1.
    pub staff: f32,
    /// How far those who carry it have learnt to do it here. Range: 0–1.
    pub learnt: f32,
    /// Whether it has a champion: a leader or connector who stands up for it.
    pub champion: bool,
    /// Delivery now, of what its money is meant for. Range: 0–1.
    pub delivery: f32,
    /// How it stands with its money.
    pub phase: Phase,
    /// What is left of it: 1 while funded, less when kept in part. Range: 0–1.
    pub kept: f32,
}

impl Project {
    /// A project on its first day: funded, without money yet, and with nobody to carry it. As its approach was meant, grown
    /// from a kit, full delivery a year away, until the one who opens it says otherwise.
    pub fn opening(
        key: Key,
        approach: usize,
        communities: Vec<u32>,
        opened: u32,
        ends: u32,
    ) -> Self {
        Self {
            key,
            approach,
            placed: communities.len(),
            set_up: 0,
            communities,
            waiting: Vec::new(),
            opened,
            ends,
            adaptation: 0.0,
            ramp_months: 12.0,
            running: 0,
            quality: 1.0,
            fit: 1.0,
            staff: 0.0,
            learnt: 0.0,
            champion: false,
            delivery: 0.0,
            phase: Phase::Funded,
            kept: 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn levers_add_up_where_they_are_set_and_are_forgotten_when_cleared() {
        let mut world = example::new();
        world.funded.add(1, Lever::Fit, 0.2);
        world.funded.add(1, Lever::Fit, 0.3);
        assert!((world.funded.community(1, Lever::Fit) - 0.5).abs() < 1e-6);
        assert_eq!(
            (
                world.funded.community(0, Lever::Fit),
                world.funded.community(1, Lever::JoinedUp)
            ),
            (0.0, 0.0)
        );
        example::reach_all(&mut world, Lever::Plan, Eligible::SupportNeed, 0.5);
        world.funded.conditions.power = 0.4;
        world.funded.displaced_core = 9;
        world.funded.clear_levers();
        let mut expected = Funded::nothing(world.communities.len());
        expected.conditions.power = 0.4;
        assert_eq!(
            world.funded, expected,
            "conditions last until the next round"
        );
    }

    #[test]
    fn an_approach_reaches_its_share_of_the_eligible_in_its_own_neighbourhood() {
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.need.fill(5.0);
        let reach = |coverage| Reach {
            approach: Key(3),
            eligible: Eligible::SupportNeed,
            coverage,
            strength: 2.0,
        };
        let here = world.persons.community[0].index();
        world.funded.reach(here, Lever::Plan, reach(1.0));
        for i in world.living() {
            let expected = if world.persons.community[i].index() == here {
                2.0
            } else {
                0.0
            };
            assert_eq!(
                world.funded.person(&world.persons, i, Lever::Plan),
                expected
            );
            assert_eq!(world.funded.person(&world.persons, i, Lever::Advocacy), 0.0);
        }
        world.funded.clear_levers();
        for community in 0..world.communities.len() {
            world.funded.reach(community, Lever::Plan, reach(0.3));
        }
        let reached = world
            .living()
            .filter(|i| world.funded.person(&world.persons, *i, Lever::Plan) > 0.0)
            .count();
        let share = reached as f64 / f64::from(world.population());
        assert!((share - 0.3).abs() < 0.07, "{share}");
    }

    #[test]
    fn an_approach_is_known_by_whom_it_reaches() {
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.need.fill(5.0);
        for community in 0..world.communities.len() {
            let reach = Reach {
                approach: Key(3),
                eligible: Eligible::SupportNeed,
                coverage: 0.4,
                strength: 2.0,
            };
            world.funded.reach(community, Lever::Plan, reach);
        }
        for i in world.living() {
            assert_eq!(
                world.funded.reaches(&world.persons, i, Key(3)),
                world.funded.person(&world.persons, i, Lever::Plan) > 0.0
            );
            assert!(!world.funded.reaches(&world.persons, i, Key(4)));
        }
        let moved: Vec<u32> = world
            .living()
            .filter(|i| world.funded.person(&world.persons, *i, Lever::Plan) > 0.0)
            .map(|i| i as u32)
            .collect();
        assert_eq!(world.funded.in_line(&world.persons, Lever::Plan), moved);
        assert!(
            world
                .funded
                .in_line(&world.persons, Lever::Advocacy)
                .is_empty()
        );
    }

    #[test]
    fn two_approaches_reach_people_independently() {
        let mut world = example::new();
        example::alike(&mut world, 40);
        world.persons.need.fill(5.0);
        for community in 0..world.communities.len() {
            for key in [3, 4] {
                let reach = Reach {
                    approach: Key(key),
                    eligible: Eligible::SupportNeed,
                    coverage: 0.5,
                    strength: 1.0,
                };
                world.funded.reach(community, Lever::Plan, reach);
            }
        }
        let both = world
            .living()
            .filter(|i| world.funded.person(&world.persons, *i, Lever::Plan) > 1.5)
            .count();
        assert!(
            (both as f64 / f64::from(world.population()) - 0.25).abs() < 0.07,
            "{both}"
        );
    }

    #[test]
    fn who_is_eligible_is_what_the_words_say() {
        use Eligible::{
            Carers, Isolated, LifeLimiting, Neighbourhood, OpenProblems, OutOfWork, SupportNeed,
        };
        let mut world = example::new();
        example::alike(&mut world, 40);
        let persons = &mut world.persons;
        persons.activity[0] = Activity::Employed;
        persons.close_friends[0] = 2;
        let is = |persons: &Persons, who| is_eligible(persons, 0, who);
        assert!(is(persons, Neighbourhood));
        assert!(
            ![
                SupportNeed,
                Carers,
                Isolated,
                OpenProblems,
                OutOfWork,
                LifeLimiting
            ]
            .into_iter()
            .any(|who| is(persons, who))
        );
        persons.need[0] = 1.0;
        persons.care_hours[0] = 1.0;
        persons.problem_age[0][4] = 1;
        persons.activity[0] = Activity::Sick;
        persons.months_left[0] = 0;
        persons.lonely[0] = true;
        assert!(
            [
                SupportNeed,
                Carers,
                Isolated,
                OpenProblems,
                OutOfWork,
                LifeLimiting
            ]
            .into_iter()
            .all(|who| is(persons, who))
        );
        (persons.lonely[0], persons.close_friends[0]) = (false, 0);
        assert!(is(persons, Isolated));
        persons.age_months[0] = 17 * 12;
        assert!(
            ![SupportNeed, Isolated, OpenProblems, OutOfWork]
                .into_iter()
                .any(|who| is(persons, who))
        );
        assert!(is(persons, Carers), "there are young carers");
    }
}
