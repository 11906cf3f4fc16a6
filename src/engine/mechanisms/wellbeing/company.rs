//! What is taken on from friends one counts on and from those at home, as they were last month. Must not know circumstances.
//!
//! A friend's change is noticed and after a while taken for granted; those at home live with how somebody is.

use super::parts::USUAL;
use crate::engine::state::World;
use crate::engine::state::person::{PersonsSeen, TIE_SLOTS};
use crate::scenario::parameters::Parameters;

/// How everybody was last month, for those close to them.
pub(super) struct Company {
    /// Wellbeing against what it has lately been, which friends notice.
    change: Vec<f32>,
    /// For each home, see [`from_home`].
    home: Vec<(f32, f32)>,
    /// What a friend's change counts for, by how many close friends there are.
    friends: [f32; TIE_SLOTS + 1],
}

impl Company {
    pub(super) fn last_month(world: &World, parameters: &Parameters) -> Self {
        let (p, c) = (&parameters.wellbeing, &parameters.couplings);
        let persons = &world.persons;
        let each = persons.wellbeing.iter().zip(&persons.wellbeing_lately);
        Self {
            change: each.map(|(now, lately)| now - lately).collect(),
            home: from_home(world, p.family_pull * c.person_from_family),
            friends: std::array::from_fn(|count| {
                p.friends_pull * c.person_from_friends / (count as f32).max(1.0)
            }),
        }
    }

    /// What one person takes on. Unit: points.
    #[inline(always)]
    pub(super) fn of(&self, persons: &PersonsSeen, i: usize) -> f32 {
        let close = usize::from(persons.close_friends[i]).min(TIE_SLOTS);
        let friends = persons.ties[i][..close].iter();
        let sum: f32 = friends.map(|friend| self.change[friend.index()]).sum();
        let home = self.home[persons.family[i].index()];
        sum * self.friends[close] + home.0 * (home.1 - persons.wellbeing[i])
    }
}

/// For each home, how much of the others' sum each at home takes on, and what everybody there adds up to. Who sits in it
/// has to take themselves out of the sum; where somebody lives alone nothing is taken on.
fn from_home(world: &World, pull: f32) -> Vec<(f32, f32)> {
    let persons = &world.persons;
    let mut home = vec![(0.0, 0.0); world.families.len()];
    let who = persons.family.iter().zip(&persons.alive);
    for ((family, alive), wellbeing) in who.zip(&persons.wellbeing) {
        let (count, sum) = &mut home[family.index()];
        let lives = f32::from(u8::from(*alive));
        *count += lives;
        *sum += lives * wellbeing;
    }
    for (share, sum) in &mut home {
        // The sum is of how far the others are from the usual.
        let others = *share - 1.0;
        *sum -= others * USUAL;
        *share = if others > 0.5 { pull / others } else { 0.0 };
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
        world.persons.close_friends[i] = 1;
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
            );
        };
        close(
            Company::last_month(&world, &parameters).of(&world.persons.seen(), i),
            -0.3 + family,
        );
        parameters.couplings.person_from_friends = 0.0;
        close(
            Company::last_month(&world, &parameters).of(&world.persons.seen(), i),
            family,
        );
        parameters.couplings.person_from_family = 0.0;
        close(
            Company::last_month(&world, &parameters).of(&world.persons.seen(), i),
            0.0,
        );
    }
}
