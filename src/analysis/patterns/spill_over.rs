//! Pattern 16: how far a change in one person reaches others, in twin worlds with the same luck.

use super::baseline::is_same;
use super::{Pattern, measure, twins};
use crate::engine::state::World;
use crate::engine::state::person::CLOSE;
use crate::scenario::parameters::Parameters;

/// Months that are lived.
const MONTHS: u32 = 18;
/// Samples that are taken, one after the other.
const ROUNDS: u64 = 4;
/// One adult in so many gains: few, so that most others are far from all of them.
const ONE_IN: u64 = 250;
/// Steps beyond which nothing should be measurable.
const NEAR: u8 = 3;

pub(super) const SPILL_OVER: Pattern = Pattern {
    id: 16,
    name: "Spill-over is real, local and short",
    sources: &["F02", "W13", "W14"],
    how: "A lasting point of wellbeing is given to one adult in 250 of a twin world with the same luck; others' gains are held against it.",
    measures: &[
        measure(
            "each of those at home, first year",
            "% of own gain",
            5.0,
            40.0,
        ),
        measure(
            "each close friend, first half-year",
            "% of own gain",
            2.0,
            15.0,
        ),
        measure(
            "each person more than three steps away",
            "% of own gain",
            -0.5,
            0.5,
        ),
        measure(
            "friends' gain that is left after 12 months",
            "% of its first months'",
            -25.0,
            25.0,
        ),
    ],
    read: |baseline| {
        reach(
            &baseline.start.world,
            &baseline.prepared.scenario.parameters,
        )
    },
};

/// Sums of gains of one kind of person.
#[derive(Clone, Copy, Default)]
struct Gain {
    sum: f64,
    count: f64,
}

impl Gain {
    fn add(&mut self, gain: f64) {
        self.sum += gain;
        self.count += 1.0;
    }

    fn mean(self) -> f64 {
        if self.count > 0.0 {
            self.sum / self.count
        } else {
            0.0
        }
    }
}

/// Who is who to those who gain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Gains,
    Home,
    Friend,
    Near,
    Far,
}

/// Gains of those at home and of close friends, of people far away, and what is left of the friends' after a year, each in
/// per cent as the measures of the pattern say.
pub fn reach(world: &World, parameters: &Parameters) -> Vec<f64> {
    let [
        mut own,
        mut home,
        mut friends,
        mut far,
        mut first,
        mut later,
    ] = [Gain::default(); 6];
    for round in 0..ROUNDS {
        let (mut usual, mut changed) = (world.clone(), world.clone());
        let gaining = twins::sample(world, ONE_IN, round, |_, _| true);
        for &i in &gaining {
            // As an event does, but for the better, and without an end.
            changed.persons.shake(i, -1.0, 1.0);
        }
        let who = relations(world, &gaining);
        twins::live(
            &mut usual,
            &mut changed,
            parameters,
            MONTHS,
            |usual, changed, month| {
                for i in (0..who.len())
                    .filter(|i| is_same(world, usual, *i) && is_same(world, changed, *i))
                {
                    let gain = f64::from(changed.persons.wellbeing[i] - usual.persons.wellbeing[i]);
                    match who[i] {
                        Who::Gains => own.add(gain),
                        Who::Home if month <= 12 => home.add(gain),
                        Who::Friend if month <= 6 => {
                            friends.add(gain);
                            if month <= 3 {
                                first.add(gain);
                            }
                        }
                        Who::Friend if month > 12 => later.add(gain),
                        Who::Far => far.add(gain),
                        _ => {}
                    }
                }
            },
        );
    }
    let share = |gain: Gain| 100.0 * gain.mean() / own.mean();
    vec![
        share(home),
        share(friends),
        share(far),
        100.0 * later.mean() / first.mean(),
    ]
}

/// Who everybody is to the nearest of those who gain, along close ties and shared homes.
fn relations(world: &World, gaining: &[usize]) -> Vec<Who> {
    let persons = &world.persons;
    let mut who = vec![Who::Far; persons.len()];
    for &i in gaining {
        who[i] = Who::Gains;
    }
    let mut edge: Vec<usize> = gaining.to_vec();
    for step in 1..=NEAR {
        let mut next = Vec::new();
        for &i in &edge {
            // Those at home first: who is both is at home.
            for member in world
                .families
                .living(persons.family[i].index(), &persons.alive)
            {
                if who[member] == Who::Far {
                    who[member] = if step == 1 { Who::Home } else { Who::Near };
                    next.push(member);
                }
            }
            for (slot, friend) in persons.friends(i).iter().enumerate() {
                if persons.tie_strength[i][slot] >= CLOSE && who[friend.index()] == Who::Far {
                    who[friend.index()] = if step == 1 { Who::Friend } else { Who::Near };
                    next.push(friend.index());
                }
            }
        }
        edge = next;
    }
    who
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn without_pull_nobody_gains_but_those_who_do_and_with_it_those_at_home() {
        let world = example::lived();
        let mut parameters = Parameters::default();
        // One mechanism alone: what is measured is what it says.
        for mechanism in crate::engine::schedule::MONTH {
            assert!(parameters.set(
                &format!("mechanisms.{}", mechanism.id),
                f32::from(u8::from(mechanism.id == "wellbeing"))
            ));
        }
        (
            parameters.wellbeing.friends_pull,
            parameters.wellbeing.family_pull,
        ) = (0.0, 0.0);
        let without = reach(&world, &parameters);
        assert!(
            without[..3].iter().all(|share| share.abs() < 1e-6),
            "{without:?}"
        );
        (
            parameters.wellbeing.friends_pull,
            parameters.wellbeing.family_pull,
        ) = (0.1, 0.2);
        let with = reach(&world, &parameters);
        assert!(
            with[0] > 4.0
                && with[0] < 25.0
                && with[1] > 0.5
                && with[1] < with[0]
                && with[2].abs() < 0.2,
            "{with:?}"
        );
    }

    #[test]
    fn relations_are_counted_along_homes_and_close_ties() {
        let world = example::lived();
        let i = example::somebody(&world, |p, i| {
            p.partner[i].is_some() && p.close_friends[i] > 0
        });
        let who = relations(&world, &[i]);
        assert!(who[i] == Who::Gains && who[world.persons.partner[i].index()] == Who::Home);
        let friends = who.iter().filter(|w| **w == Who::Friend).count();
        assert_eq!(friends, usize::from(world.persons.close_friends[i]));
        assert!(who.contains(&Who::Near) && who.contains(&Who::Far));
    }
}
