//! What is taken on from friends one counts on and from those at home, as they were last month. Must not know circumstances.
//!
//! A friend's change is noticed and after a while taken for granted; those at home live with how somebody is.

use super::USUAL;
use crate::engine::state::World;
use crate::engine::state::person::{CLOSE, TIE_SLOTS};
use crate::place::LARGEST_HOUSEHOLD;
use crate::scenario::parameters::Parameters;

/// How everybody was last month, for those close to them.
pub(super) struct Company {
    /// Wellbeing against what it has lately been, which friends notice; after everybody, a 0 for slots that hold no tie.
    change: Vec<f32>,
    /// What each takes on from those at home. Unit: points.
    home: Vec<f32>,
    friends_pull: f32,
    person_from_friends: f32,
    person_from_family: f32,
}

impl Company {
    pub(super) fn last_month(world: &World, parameters: &Parameters) -> Self {
        let persons = &world.persons;
        let change = persons
            .wellbeing
            .iter()
            .zip(&persons.wellbeing_lately)
            .map(|(now, lately)| now - lately);
        Self {
            change: change.chain([0.0]).collect(),
            home: from_home(world, parameters.wellbeing.family_pull),
            friends_pull: parameters.wellbeing.friends_pull,
            person_from_friends: parameters.couplings.person_from_friends,
            person_from_family: parameters.couplings.person_from_family,
        }
    }

    /// What one person takes on. Unit: points.
    #[inline]
    pub(super) fn of(&self, world: &World, i: usize) -> f32 {
        let (ties, strengths) = (&world.persons.ties[i], &world.persons.tie_strength[i]);
        let nobody = self.change.len() as u32 - 1;
        // All slots are looked at: who is not counted on stands for nobody, whose change is 0. No step here depends on which
        // they are, so that the processor has nothing to guess.
        let counted: [u32; TIE_SLOTS] = std::array::from_fn(|slot| {
            u32::from(ties[slot].is_some()) & u32::from(strengths[slot] >= CLOSE)
        });
        let (mut sum, mut count) = (0.0, 0);
        for (friend, counted) in ties.iter().zip(counted) {
            let friend = nobody ^ ((nobody ^ friend.0) & 0_u32.wrapping_sub(counted));
            sum += self.change[friend as usize];
            count += counted;
        }
        let count = count as f32;
        let friends = if count > 0.0 {
            self.friends_pull * sum / count
        } else {
            0.0
        };
        friends * self.person_from_friends + self.home[i] * self.person_from_family
    }
}

/// The pull of those at home on each: the mean of how the others are against the usual.
fn from_home(world: &World, pull: f32) -> Vec<f32> {
    let persons = &world.persons;
    let mut home = vec![0.0; persons.len()];
    for (members, count) in world.families.members.iter().zip(world.at_home()) {
        let count = usize::from(count);
        if count < 2 {
            continue;
        }
        let mut here = [0; LARGEST_HOUSEHOLD];
        let mut living = members
            .iter()
            .filter(|m| m.is_some() && persons.alive[m.index()]);
        here[..count]
            .iter_mut()
            .zip(&mut living)
            .for_each(|(place, member)| *place = member.index());
        for i in &here[..count] {
            let others = here[..count].iter().filter(|other| *other != i);
            let sum = others.fold(0.0, |sum, other| sum + (persons.wellbeing[*other] - USUAL));
            home[*i] = pull * sum / (count - 1) as f32;
        }
    }
    home
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn company_is_the_mean_of_close_friends_and_of_those_at_home_as_they_were() {
        let mut parameters = Parameters::default();
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| p.partner[i].is_some() && p.tie_count[i] >= 2);
        let home: Vec<usize> = world
            .families
            .living(world.persons.family[i].index(), &world.persons.alive)
            .filter(|k| *k != i)
            .collect();
        world.persons.tie_strength[i] = [0.1; TIE_SLOTS];
        world.persons.tie_strength[i][0] = 0.9;
        world.persons.wellbeing.fill(USUAL);
        world.persons.wellbeing_lately.fill(USUAL);
        world.persons.wellbeing[world.persons.ties[i][0].index()] = USUAL - 2.0;
        world.persons.wellbeing[world.persons.ties[i][1].index()] = 0.0; // not close: passed over
        // At home it is how somebody is that counts, not whether it has changed.
        (
            world.persons.wellbeing[home[0]],
            world.persons.wellbeing_lately[home[0]],
        ) = (USUAL + 1.0, USUAL + 1.0);
        let family = 0.15 / home.len() as f32;
        let close = |found: f32, expected: f32| {
            assert!(
                (found - expected).abs() < 1e-5,
                "{found}, expected {expected}"
            )
        };
        close(
            Company::last_month(&world, &parameters).of(&world, i),
            -0.3 + family,
        );
        parameters.couplings.person_from_friends = 0.0;
        close(
            Company::last_month(&world, &parameters).of(&world, i),
            family,
        );
        parameters.couplings.person_from_family = 0.0;
        close(Company::last_month(&world, &parameters).of(&world, i), 0.0);
    }
}
