//! Growth: neighbourhoods take an approach up from those they have ties with. Which do, this year, and what holds them back.
//! Must not know a strategy, nor how neighbourhoods are chosen.

use crate::engine::funded::Project;
use crate::engine::state::World;
use crate::random::{Luck, Stream};
use crate::scenario::parameters::Parameters;

/// How long money is promised where nothing is short about it, beyond the year that it is given for. Unit: months.
const LONG_PROMISE: f32 = 48.0;

/// How strongly neighbourhoods are tied to one another: friendships across, counted by their strength.
#[derive(Clone, Debug, PartialEq)]
pub struct Ties {
    weights: Vec<f32>,
    count: usize,
}

impl Ties {
    /// No ties between so many neighbourhoods.
    pub fn none(count: usize) -> Self {
        Self {
            weights: vec![0.0; count * count],
            count,
        }
    }

    /// Ties as friendships are now.
    pub fn between(world: &World) -> Self {
        let mut ties = Self::none(world.communities.len());
        for i in world.living() {
            let here = world.persons.community[i].index();
            let row = &mut ties.weights[here * ties.count..(here + 1) * ties.count];
            for (friend, strength) in world
                .persons
                .friends(i)
                .iter()
                .zip(&world.persons.tie_strength[i])
            {
                row[world.persons.community[friend.index()].index()] += strength;
            }
        }
        (0..ties.count).for_each(|here| ties.weights[here * ties.count + here] = 0.0);
        ties
    }

    /// Ties one neighbourhood to another, in that direction; ties to itself do not count.
    pub fn add(&mut self, here: usize, there: usize, strength: f32) {
        if here != there {
            self.weights[here * self.count + there] += strength;
        }
    }

    /// The share of a neighbourhood's ties that lead to one of these. Range: 0–1; 0 where it has none.
    pub fn share(&self, here: usize, among: &[u32]) -> f32 {
        let row = &self.weights[here * self.count..(here + 1) * self.count];
        let all: f32 = row.iter().sum();
        if all > 0.0 {
            among.iter().map(|there| row[*there as usize]).sum::<f32>() / all
        } else {
            0.0
        }
    }
}

/// What holds growth back or lets it go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Barriers {
    /// Months for which the money is still promised.
    pub months_left: f32,
    /// Tightness of national rules. Range: 0–1.
    pub regulation: f32,
    /// How far those next door think that it is not for them. Range: 0–1.
    pub parochial: f32,
    /// Strength of user-led organisations where it could go: who is asked to join in. Range: 0–1.
    pub voice: f32,
}

/// How readily a thing is taken up, of its own accord or from others, for what holds it back.
///
/// 1 with five years' money, rules and voice as they are today, and nobody parochial. Range: 0 and more.
pub fn readiness(parameters: &Parameters, barriers: &Barriers) -> f32 {
    let p = &parameters.spread;
    let short = 1.0 - ((barriers.months_left - 12.0) / LONG_PROMISE).clamp(0.0, 1.0);
    let less = |share: f32, now: f32, today: f32| (1.0 - share * now) / (1.0 - share * today);
    (1.0 - p.short_term * short)
        * (1.0 - p.parochial * barriers.parochial)
        * less(
            p.regulated * parameters.couplings.local_from_national,
            barriers.regulation,
            parameters.governance.regulation,
        )
        .max(0.0)
        * less(
            p.left_out,
            1.0 - barriers.voice,
            1.0 - parameters.community.voice,
        )
}

/// How far those next door think that a thing is not for them: drawn once for each project, for most of them not very far.
pub fn parochial(project: &Project, luck: &Luck) -> f32 {
    let [draw, ..] = luck.uniforms(project.key.child(3), project.opened, Stream::Spread);
    draw * draw
}

/// The chance that a neighbourhood takes it up in a year (Bass 1969, in discrete time): of its own accord, and the more so
/// the more of its ties lead to neighbourhoods that have it.
pub fn chance(external: f32, imitation: f32, share: f32) -> f32 {
    1.0 - libm::expf(-(external + imitation * share).max(0.0))
}

/// One year: those who take it up go from waiting to having it, in order.
pub fn take_up(
    project: &mut Project,
    ties: &Ties,
    luck: &Luck,
    month: u32,
    (external, imitation): (f32, f32),
) {
    let having = project.communities.clone();
    let takes = |community: &u32| {
        let [draw, ..] = luck.uniforms(
            project.key.child(1_000 + u64::from(*community)),
            month,
            Stream::Spread,
        );
        draw < chance(
            external,
            imitation,
            ties.share(*community as usize, &having),
        )
    };
    let (new, waiting): (Vec<u32>, Vec<u32>) = project
        .waiting
        .iter()
        .partition(|community| takes(community));
    project.communities.extend(new);
    project.waiting = waiting;
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;
    use crate::engine::state::example;
    use crate::random::Key;

    const FREE: Barriers = Barriers {
        months_left: 60.0,
        regulation: 0.6,
        parochial: 0.0,
        voice: 0.1,
    };

    #[test]
    fn each_barrier_has_its_size() {
        let mut parameters = Parameters::default();
        let p = &mut parameters.spread;
        (p.short_term, p.parochial, p.regulated, p.left_out) = (0.5, 0.8, 0.5, 0.5);
        parameters.community.voice = 0.1;
        let close = |barriers: Barriers, factor: f32| {
            let found = readiness(&parameters, &barriers);
            assert!((found - factor).abs() < 1e-6, "{barriers:?}: {found}");
        };
        close(FREE, 1.0);
        close(
            Barriers {
                months_left: 240.0,
                ..FREE
            },
            1.0,
        );
        close(
            Barriers {
                months_left: 12.0,
                ..FREE
            },
            0.5,
        );
        close(
            Barriers {
                months_left: 36.0,
                ..FREE
            },
            0.75,
        );
        close(
            Barriers {
                parochial: 0.5,
                ..FREE
            },
            0.6,
        );
        close(
            Barriers {
                regulation: 1.0,
                ..FREE
            },
            0.5 / 0.7,
        );
        close(Barriers { voice: 1.0, ..FREE }, 1.0 / 0.55);
        let mut uncoupled = parameters.clone();
        uncoupled.couplings.local_from_national = 0.0;
        assert_eq!(
            readiness(&uncoupled, &FREE),
            readiness(
                &uncoupled,
                &Barriers {
                    regulation: 1.0,
                    ..FREE
                }
            )
        );
    }

    #[test]
    fn the_chance_is_that_of_bass() {
        assert_eq!(chance(0.0, 0.4, 0.0), 0.0);
        assert!((f64::from(chance(0.02, 0.4, 0.5)) - (1.0 - libm::exp(-0.22))).abs() < 1e-6);
    }

    #[test]
    fn a_share_of_ties_is_of_ties_to_others() {
        let mut ties = Ties::none(4);
        ties.add(0, 0, 9.0);
        ties.add(0, 1, 1.0);
        ties.add(0, 2, 3.0);
        assert_eq!(
            [
                ties.share(0, &[1]),
                ties.share(0, &[1, 2]),
                ties.share(0, &[3]),
                ties.share(1, &[0])
            ],
            [0.25, 1.0, 0.0, 0.0]
        );
        let world = example::lived();
        let real = Ties::between(&world);
        let all: Vec<u32> = (0..world.communities.len() as u32).collect();
        for here in 0..world.communities.len() {
            let share = real.share(here, &all);
            assert!(share == 0.0 || (share - 1.0).abs() < 1e-5);
        }
        assert!((0..world.communities.len()).any(|here| real.share(here, &all) > 0.0));
    }

    #[test]
    fn nobody_takes_up_what_nobody_offers_and_those_who_do_are_as_many_as_the_chance_says() {
        let luck = example::new().luck;
        let mut ties = Ties::none(2_000);
        (1..2_000).for_each(|here| ties.add(here, 0, 1.0));
        let start = crate::engine::funded::Project {
            communities: vec![0],
            waiting: (1..2_000).collect(),
            ..project()
        };
        let mut still = start.clone();
        take_up(&mut still, &ties, &luck, 11, (0.0, 0.0));
        assert_eq!(still, start);
        let mut grown = start.clone();
        take_up(&mut grown, &ties, &luck, 11, (0.0, 0.4));
        let share = (grown.communities.len() - 1) as f32 / 1_999.0;
        assert!((share - chance(0.0, 0.4, 1.0)).abs() < 0.03, "{share}");
        assert_eq!(grown.communities.len() + grown.waiting.len(), 2_000);
        assert_eq!(grown.communities[0], 0, "those that have it stay first");
    }

    #[test]
    fn few_projects_meet_much_parochialism() {
        let luck = example::new().luck;
        let all: Vec<f32> = (0..1_000)
            .map(|k| {
                parochial(
                    &crate::engine::funded::Project {
                        key: Key(k),
                        ..project()
                    },
                    &luck,
                )
            })
            .collect();
        let mean = all.iter().sum::<f32>() / 1_000.0;
        assert!((mean - 1.0 / 3.0).abs() < 0.04, "{mean}");
    }
}
