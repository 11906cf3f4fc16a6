//! Small worlds for tests of mechanisms, and what two of them differ in.

use super::person::CLOSE;
use super::{PersonRow, Persons, World};
use crate::engine;
use crate::engine::funded::Reach;
use crate::place::example::small;
use crate::place::{Activity, Disability, Place, Resident, Sex};
use crate::random::{Key, Luck};
use crate::scenario::approaches::{Eligible, Lever};
use crate::scenario::parameters::Parameters;
use crate::units::QUARTER;
use std::sync::{Arc, LazyLock};

/// The small place at the start of the spin-up.
pub fn new() -> World {
    let place: Arc<Place> = small();
    World::new(place, Luck::new(11, 0), &Parameters::default())
}

/// The small place after three years with every mechanism on.
pub fn lived() -> World {
    static LIVED: LazyLock<World> = LazyLock::new(|| {
        let mut world = new();
        for _ in 0..36 {
            engine::step(&mut world, &Parameters::default(), None);
        }
        world
    });
    LIVED.clone()
}

/// The first living person of whom something holds.
pub fn somebody(world: &World, holds: impl Fn(&Persons, usize) -> bool) -> usize {
    world
        .living()
        .find(|i| holds(&world.persons, *i))
        .expect("the small place holds such a person")
}

/// Everybody alive becomes alike: of this age, well, without work, need or problems, in a middling neighbourhood.
pub fn alike(world: &mut World, age: u16) {
    world.communities.deprivation.fill(0.0);
    for i in 0..world.persons.len() {
        let persons = &mut world.persons;
        persons.age_months[i] = age * 12;
        persons.female[i] = true;
        persons.disability[i] = Disability::None;
        persons.activity[i] = Activity::Unemployed;
        persons.need[i] = 0.0;
        persons.unmet[i] = 0.0;
        persons.months_left[i] = super::person::NOT_LIMITED;
        persons.problem_age[i] = [0; 5];
        persons.problem_returns[i] = [0; 5];
        persons.frailty[i] = 1.0;
    }
}

/// A lever that reaches everybody eligible everywhere.
pub fn reach_all(world: &mut World, lever: Lever, eligible: Eligible, strength: f32) {
    reach_all_by(world, Key(1), lever, eligible, strength);
}

/// The same, by an approach of this name.
pub fn reach_all_by(
    world: &mut World,
    approach: Key,
    lever: Lever,
    eligible: Eligible,
    strength: f32,
) {
    for community in 0..world.communities.len() {
        world.funded.reach(
            community,
            lever,
            Reach {
                approach,
                eligible,
                coverage: 1.0,
                strength,
            },
        );
    }
}

/// A quarter of one mechanism, from this month on: everybody has their turn.
pub fn quarter(
    world: &mut World,
    parameters: &Parameters,
    month: u32,
    step: fn(&mut World, &Parameters, u32),
) {
    (month..month + QUARTER).for_each(|month| step(world, parameters, month));
}

/// Lets somebody hold ties of these strengths and goals, whoever they are to.
pub fn hold(world: &mut World, i: usize, ties: &[(f32, f32)]) {
    let persons = &mut world.persons;
    let (now, goal) = (
        |k: usize| ties.get(k).map_or(0.0, |tie| tie.0),
        |k: usize| ties.get(k).map_or(0.0, |tie| tie.1),
    );
    persons.tie_strength[i] = std::array::from_fn(now);
    persons.tie_goal[i] = std::array::from_fn(goal);
    persons.tie_count[i] = ties.len() as u8;
    let close = |strengths: &[f32]| strengths.iter().filter(|s| **s >= CLOSE).count() as u8;
    persons.close_friends[i] = close(&persons.tie_strength[i]);
    persons.close_ties[i] = close(&persons.tie_goal[i]);
}

/// A lever for everybody in every neighbourhood.
pub fn add_all(world: &mut World, lever: Lever, amount: f32) {
    for community in 0..world.communities.len() {
        world.funded.add(community, lever, amount);
    }
}

/// One healthy woman of 40 in the first home, for tables made by hand.
pub fn row(key: u64) -> PersonRow {
    let resident = Resident {
        age: 40,
        sex: Sex::Female,
        family: crate::ids::FamilyId(0),
        partner: None,
        is_child: false,
        disability: Disability::None,
        health: 1,
        activity: Activity::Employed,
        group: 0,
    };
    let home = (crate::ids::FamilyId(key as u32), crate::ids::CommunityId(0));
    super::initial::person(
        &resident,
        Key(key),
        home,
        &Luck::new(1, 0),
        &Parameters::default(),
    )
}

/// Names of all parts of the state in which two worlds differ.
pub fn differing(a: &World, b: &World) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    names.extend(
        a.persons
            .differing(&b.persons)
            .iter()
            .map(|name| format!("persons.{name}")),
    );
    names.extend(
        a.families
            .differing(&b.families)
            .iter()
            .map(|name| format!("families.{name}")),
    );
    names.extend(
        a.communities
            .differing(&b.communities)
            .iter()
            .map(|name| format!("communities.{name}")),
    );
    for (differs, name) in [
        (a.services != b.services, "services"),
        (a.government != b.government, "government"),
        (a.funded != b.funded, "funded"),
        (a.projects != b.projects, "projects"),
        (a.ledger != b.ledger, "ledger"),
        (a.counts != b.counts, "counts"),
    ] {
        if differs {
            names.push(name.to_owned());
        }
    }
    names
}

/// Every tie is held on both sides with the same strength, and nobody is tied to themselves, the dead or those at home.
pub fn check_ties(world: &World) {
    let persons = &world.persons;
    for i in 0..persons.len() {
        assert!(
            persons.alive[i] || persons.tie_count[i] == 0,
            "{i} is gone and has friends"
        );
        for (slot, friend) in persons.friends(i).iter().enumerate() {
            let j = friend.index();
            assert!(
                j != i && persons.alive[j] && persons.family[i] != persons.family[j],
                "{i} is tied to {j}"
            );
            let back = persons
                .slot_of(j, i)
                .unwrap_or_else(|| panic!("{j} does not know of {i}"));
            assert_eq!(persons.tie_strength[i][slot], persons.tie_strength[j][back]);
            assert_eq!(persons.tie_goal[i][slot], persons.tie_goal[j][back]);
        }
    }
}

/// Everybody alive stands once in their own home, and partners name each other.
pub fn check_homes(world: &World) {
    let mut seen = vec![0; world.persons.len()];
    for family in 0..world.families.len() {
        for i in world.families.living(family, &world.persons.alive) {
            seen[i] += 1;
            assert_eq!(world.persons.family[i].index(), family);
            assert_eq!(world.persons.community[i], world.families.community[family]);
        }
    }
    for i in world.living() {
        assert_eq!(seen[i], 1, "person {i}");
        let partner = world.persons.partner[i];
        if partner.is_some() {
            let j = partner.index();
            assert!(world.persons.alive[j] && world.persons.family[i] == world.persons.family[j]);
            assert_eq!(world.persons.partner[j].index(), i);
        }
    }
}

/// Kin know of each other, each once, and nobody is kin of their own home.
pub fn check_kin(world: &World) {
    for family in 0..world.families.len() {
        for kin in world.families.kin_here(family) {
            assert!(kin != family, "home {family} is kin of itself");
            let back = world
                .families
                .kin_here(kin)
                .filter(|k| *k == family)
                .count();
            assert_eq!(back, 1, "{kin} does not know of {family} as kin once");
        }
        assert!(world.families.kin_count(family) <= world.families.kin[family].len());
    }
}
