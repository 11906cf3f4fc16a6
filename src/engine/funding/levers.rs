//! What runs this month, turned into levers: how many it reaches, and how well.

use super::Funding;
use crate::engine::funded::{Phase, Project, Reach};
use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::random::uniform;
use crate::scenario::approaches::{Lever, Scope};
use crate::scenario::parameters::Parameters;

/// Money spent on more of today's services adds to their core capacity in proportion; money taken from them takes from it.
fn add_to_services(world: &mut World, parameters: &Parameters, pounds_a_year: f64) {
    if pounds_a_year == 0.0 {
        return;
    }
    let core = parameters.accounts.core_a_head() * f64::from(world.population().max(1));
    let more = (pounds_a_year / core.max(1.0)) as f32;
    for community in 0..world.communities.len() {
        world.funded.add(community, Lever::Capacity, more);
        world.funded.add(community, Lever::FormalHours, more);
    }
}

impl Funding {
    pub(super) fn set_levers(&self, world: &mut World, parameters: &Parameters) {
        world.funded.clear_levers();
        // What goes to today's services beyond their core budgets. Unit: pounds a year.
        let mut to_services = self.plan.get(Account::MoreOfTheSame) as f64 / 100.0;
        let mut put_back_left = world.government.reinvest as f64 * 12.0 / 100.0;
        let projects = std::mem::take(&mut world.projects);
        let funded: i64 = projects
            .iter()
            .filter(|q| q.phase == Phase::Funded)
            .map(|q| q.running)
            .sum();
        for project in projects
            .iter()
            .filter(|q| q.phase != Phase::Ended && q.running > 0)
        {
            let own = project.running as f64 * f64::from(project.kept) / 100.0;
            // Money put back into what works is divided as the investment is.
            let put_back = if project.phase == Phase::Funded && funded > 0 {
                world.government.reinvest as f64 * 12.0 / 100.0 * project.running as f64
                    / funded as f64
            } else {
                0.0
            };
            let used = self.add_project(world, parameters, project, own + put_back);
            put_back_left -= (used - own).max(0.0);
            if project.phase == Phase::Kept {
                world.funded.displaced_core += (own * 100.0 / 12.0) as i64;
            }
        }
        world.projects = projects;
        // Core money that keeps approaches alive is missing in the services it came from.
        to_services += put_back_left - world.funded.displaced_core as f64 * 12.0 / 100.0;
        add_to_services(world, parameters, to_services);
    }

    /// Adds what an approach does with its money, and says how much of it found somebody to reach. Unit: pounds a year.
    fn add_project(
        &self,
        world: &mut World,
        parameters: &Parameters,
        project: &Project,
        pounds_a_year: f64,
    ) -> f64 {
        let approach = &self.contract.approaches[project.approach];
        let units: Vec<f64> = project
            .communities
            .iter()
            .map(|c| self.eligibles.units(world, *c as usize, approach))
            .collect();
        let total: f64 = units.iter().sum();
        if total <= 0.0 || approach.unit_cost_pounds <= 0.0 {
            return 0.0;
        }
        let whole = approach.unit_cost_pounds * total;
        let used = pounds_a_year.min(whole * f64::from(approach.max_reach));
        let share = (used / whole) as f32 * project.delivery;
        for (order, community) in project.communities.iter().enumerate() {
            let community = *community as usize;
            // What a neighbourhood has taken up for itself is its own and fits; what was put there fits as it is alike.
            let grown = order >= project.placed;
            let fit = if grown {
                1.0
            } else {
                self.local_fit(world, parameters, project, community)
            };
            let quality = project.quality * fit;
            for effect in &approach.effects {
                match effect.lever.scope() {
                    Scope::People => {
                        let reach = Reach {
                            approach: self.approach_key(project.approach),
                            eligible: approach.eligible,
                            coverage: share,
                            strength: effect.size * quality,
                        };
                        world.funded.reach(community, effect.lever, reach);
                    }
                    Scope::Community => {
                        world
                            .funded
                            .add(community, effect.lever, effect.size * quality * share);
                    }
                }
            }
        }
        used
    }

    /// What is left of an approach's effect here: a kit fits less the more the neighbourhood differs from where it was made.
    pub(super) fn local_fit(
        &self,
        world: &World,
        parameters: &Parameters,
        project: &Project,
        community: usize,
    ) -> f32 {
        let origin =
            2.0 * uniform((self.approach_key(project.approach).child(1).0 >> 32) as u32) - 1.0;
        let unlike = (world.communities.deprivation[community] - origin).abs() / 2.0;
        1.0 - (1.0 - parameters.spread.voltage) * (1.0 - project.adaptation) * unlike
    }
}
