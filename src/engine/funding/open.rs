//! Opening approaches: what is bid for and won, where each is put, and what it is like from its first day.

use super::Funding;
use crate::engine::funded::{Phase, Project};
use crate::engine::state::World;
use crate::random::{Key, Stream, mix};
use crate::scenario::approaches::Spreads;
use crate::scenario::parameters::Parameters;

/// The people of a district for whom a whole bid is written; smaller populations pay in proportion.
const DISTRICT: f64 = 250_000.0;

/// What a year's bidding came to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Bids {
    /// What was won and has opened.
    pub(super) opened: usize,
    /// What writing them costs, won or lost. Unit: pounds.
    pub(super) cost: f64,
}

impl Funding {
    /// Bids for every approach whose level is funded and that is not under way in this round, and opens what is won.
    pub(super) fn open_projects(&self, world: &mut World, parameters: &Parameters) -> Bids {
        let mut bids = Bids::default();
        for approach in 0..self.contract.approaches.len() {
            let funded =
                self.design.levels[self.contract.approaches[approach].level as usize] > 0.0;
            let under_way = world.projects.iter().any(|q| {
                q.approach == approach && q.phase == Phase::Funded && q.ends > world.month
            });
            if !funded || under_way {
                continue;
            }
            let project = self.project(world, parameters, approach);
            let (written, won) = bid(world, parameters, project.key);
            let covered: u32 = project
                .communities
                .iter()
                .chain(&project.waiting)
                .map(|c| world.communities.residents[*c as usize])
                .sum();
            bids.cost +=
                f64::from(written) * f64::from(parameters.accounts.bid) * f64::from(covered)
                    / DISTRICT;
            if won {
                world.projects.push(project);
                bids.opened += 1;
            }
        }
        bids
    }

    /// An approach as it would open now. It has the same key, quality and champion in every arm that opens it this year.
    fn project(&self, world: &World, parameters: &Parameters, approach: usize) -> Project {
        let entry = &self.contract.approaches[approach];
        let key = self
            .approach_key(approach)
            .child(u64::from((world.month - self.contract.branch) / 12));
        let mut communities = neighbourhoods(key, self.design.area, world.communities.len());
        let mut waiting = Vec::new();
        if entry.spreads == Spreads::Growth {
            // What grows is put where it starts; the rest of its area takes it up or does not.
            waiting = communities.split_off(starts(self.design.growth, communities.len()));
        }
        communities.sort_unstable();
        waiting.sort_unstable();
        let mut draws = world.luck.draws(key.child(2), world.month, Stream::Spread);
        let p = &parameters.spread;
        let quality = (p.quality + p.quality_spread * draws.normal()).clamp(0.2, 1.0);
        let champion = draws.uniform() < p.champion;
        let mut project = Project {
            waiting,
            adaptation: self.design.adaptation,
            ramp_months: entry.ramp_months,
            quality,
            champion,
            ..Project::opening(key, approach, communities, world.month, self.round_ends)
        };
        let fits: f32 = project
            .communities
            .iter()
            .map(|c| self.local_fit(world, parameters, &project, *c as usize))
            .sum();
        project.fit = fits / project.placed.max(1) as f32;
        project
    }
}

/// How many bids are written for an approach this year, until one is won or the year's tries are over, and whether one is.
fn bid(world: &World, parameters: &Parameters, key: Key) -> (u32, bool) {
    let tries = parameters.accounts.bids_per_grant.max(1.0);
    let last = libm::ceilf(tries) as u32;
    for written in 1..=last {
        let [draw, ..] = world.luck.uniforms(
            key.child(100 + u64::from(written)),
            world.month,
            Stream::Spread,
        );
        if draw * tries < 1.0 {
            return (written, true);
        }
    }
    (last, false)
}

/// In how many of so many neighbourhoods what grows is put at once: all where nothing starts small, at least one.
fn starts(growth: f32, count: usize) -> usize {
    (((1.0 - growth) * count as f32).round() as usize)
        .clamp(1, count.max(1))
        .min(count)
}

/// The neighbourhoods where an approach may work: a share of all, at least one, in an order chosen by its own key.
fn neighbourhoods(key: Key, area: f32, count: usize) -> Vec<u32> {
    let wanted = ((area * count as f32).round() as usize).clamp(1, count);
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by_key(|c| mix(key.0 ^ mix(u64::from(*c) + 1)));
    order.truncate(wanted);
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn an_area_is_at_least_one_neighbourhood_and_at_most_all() {
        assert_eq!(neighbourhoods(Key(1), 0.01, 12).len(), 1);
        assert_eq!(neighbourhoods(Key(1), 0.25, 12).len(), 3);
        let mut all = neighbourhoods(Key(1), 1.0, 12);
        all.sort_unstable();
        assert_eq!(all, (0..12).collect::<Vec<u32>>());
        assert_eq!(
            neighbourhoods(Key(1), 0.25, 12),
            neighbourhoods(Key(1), 1.0, 12)[..3],
            "a larger area keeps the smaller"
        );
    }

    #[test]
    fn what_grows_starts_in_one_neighbourhood_at_least_and_everywhere_when_nothing_starts_small() {
        assert_eq!(
            [
                starts(0.0, 10),
                starts(0.8, 10),
                starts(1.0, 10),
                starts(0.8, 1)
            ],
            [10, 2, 1, 1]
        );
    }

    #[test]
    fn as_many_bids_are_written_for_a_grant_as_the_parameter_says() {
        let mut parameters = Parameters::default();
        let world = example::new();
        for wanted in [1.0, 3.0, 5.0] {
            parameters.accounts.bids_per_grant = wanted;
            let all: Vec<(u32, bool)> = (0..4_000)
                .map(|k| bid(&world, &parameters, Key(k)))
                .collect();
            let written: u32 = all.iter().map(|(written, _)| written).sum();
            let won = all.iter().filter(|(_, won)| *won).count();
            let ratio = f64::from(written) / won as f64;
            assert!(
                (ratio / f64::from(wanted) - 1.0).abs() < 0.05,
                "{ratio} for {wanted}"
            );
            assert!(
                all.iter()
                    .all(|(written, _)| f64::from(*written) <= f64::from(wanted))
            );
        }
    }
}
