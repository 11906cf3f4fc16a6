//! The yearly round: when approaches open, and where each pound of the year goes.

use super::open::Bids;
use super::{Funding, YearPlan};
use crate::engine::funded::{Conditions, Phase};
use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::numeric::apportion;
use crate::scenario::approaches::Spreads;
use crate::scenario::limits::COPRODUCTION_SHARE;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::Level;
use crate::units::Pence;

impl Funding {
    pub(super) fn hold_round(
        &mut self,
        world: &mut World,
        parameters: &Parameters,
        investment: Pence,
    ) {
        self.plan = YearPlan::default();
        world
            .projects
            .retain(|project| project.phase != Phase::Ended);
        world.funded.conditions = self.conditions(world, parameters, investment);
        if investment <= Pence::ZERO || self.contract.approaches.is_empty() {
            // Below zero: money that is taken out of today's services.
            self.plan.set(Account::MoreOfTheSame, investment.0);
            return;
        }
        // Money is won anew whenever the time it was promised for is over; what is not won is bid for again next year.
        if world.month >= self.round_ends {
            let months = (self.design.horizon_months / 12.0).round().max(1.0) as u32 * 12;
            self.round_ends = (world.month + months).min(self.money_ends(world.month));
        }
        let bids = self.open_projects(world, parameters);
        self.divide(world, parameters, investment, bids);
    }

    /// A decision between two rounds: what is promised, shared or put back changes at once, but no more power is shared this
    /// year than has been paid for.
    pub(super) fn change_course(
        &self,
        world: &mut World,
        parameters: &Parameters,
        investment: Pence,
    ) {
        let paid = world.funded.conditions.power;
        world.funded.conditions = self.conditions(world, parameters, investment);
        world.funded.conditions.power = world.funded.conditions.power.min(paid);
    }

    /// Conditions follow money: nothing changes where nothing is spent.
    fn conditions(&self, world: &World, parameters: &Parameters, investment: Pence) -> Conditions {
        if investment <= Pence::ZERO {
            return Conditions::default();
        }
        let design = &self.design;
        let people = f64::from(world.population().max(1));
        let invested = investment.pounds() / people;
        let promised = (design.horizon_months - 12.0).clamp(0.0, 108.0) / 108.0 * design.area;
        let weight = invested / (invested + f64::from(parameters.accounts.other_services));
        // Sharing power costs people's time: it goes as far as it is paid for.
        let needed = f64::from(parameters.accounts.coproduction * design.power);
        let affordable = invested * f64::from(COPRODUCTION_SHARE);
        let paid = if needed > 0.0 {
            (affordable / needed).min(1.0)
        } else {
            0.0
        };
        Conditions {
            power: design.power * paid as f32,
            certainty: promised * weight as f32,
            core_shift: design.core_shift,
        }
    }

    /// The month in which the investment money ends, or never: no promise goes further than the money there is.
    fn money_ends(&self, month: u32) -> u32 {
        let year = (month - self.contract.branch) / 12;
        let left = self
            .contract
            .investment
            .iter()
            .skip(year as usize)
            .position(|money| *money <= Pence::ZERO);
        left.map_or(u32::MAX, |years| month + 12 * years as u32)
    }

    /// Divides a year's money. What cannot be run yet, or reaches nobody more, goes to more of today's services.
    fn divide(
        &mut self,
        world: &mut World,
        parameters: &Parameters,
        investment: Pence,
        bids: Bids,
    ) {
        let p = &parameters.accounts;
        let money = investment.pounds();
        let people = f64::from(world.population());
        let set_up = self.set_up(world);
        let Bids { opened, cost: bids } = bids;
        let new = &world.projects[world.projects.len() - opened..];
        let design = &self.design;
        let coproduction = (f64::from(p.coproduction * design.power) * people)
            .min(money * f64::from(COPRODUCTION_SHARE));
        let learning = money * f64::from(p.overhead) + coproduction;
        let ending: i64 = world
            .projects
            .iter()
            .filter(|q| q.phase == Phase::Funded && q.ends <= world.month + 12)
            .map(|q| q.running)
            .sum();
        // What opens for a year only is wound down in the same year.
        let within_the_year = new.iter().any(|project| project.ends <= world.month + 12);
        let this_year = if within_the_year {
            (money - bids - set_up - learning).max(0.0)
        } else {
            0.0
        };
        let winding_down = (ending as f64 / 100.0 + this_year) * f64::from(p.winding_down);
        // Overheads never take more than three quarters: the rest is scaled down to what there is.
        let wanted = [bids, set_up, learning, winding_down];
        let scale = (0.75 * money / wanted.iter().sum::<f64>().max(1e-9)).min(1.0);
        let amounts = wanted.map(|w| Pence::from_pounds(w * scale).0);
        let left = investment.0 - amounts.iter().sum::<i64>();
        let running = self.give_running_money(world, parameters, Pence(left));
        for (account, amount) in [
            Account::Bidding,
            Account::SetUp,
            Account::Learning,
            Account::WindingDown,
        ]
        .into_iter()
        .zip(amounts)
        {
            self.plan.set(account, amount);
        }
        self.plan.set(Account::Running, running);
        self.plan.set(Account::MoreOfTheSame, left - running);
    }

    /// What setting up costs this year: wherever an approach works and has not been set up yet. Unit: pounds.
    fn set_up(&self, world: &mut World) -> f64 {
        let residents = &world.communities.residents;
        let mut cost = 0.0;
        for project in world
            .projects
            .iter_mut()
            .filter(|project| project.phase == Phase::Funded)
        {
            let new: u32 = project.communities[project.set_up..]
                .iter()
                .map(|c| residents[*c as usize])
                .sum();
            cost +=
                self.contract.approaches[project.approach].set_up_pounds * f64::from(new) / 1_000.0;
            project.set_up = project.communities.len();
        }
        cost
    }

    /// Gives every funded approach its running money, level by level, and says how much that is in all.
    fn give_running_money(&self, world: &mut World, parameters: &Parameters, left: Pence) -> i64 {
        let design = &self.design;
        let funded: Vec<usize> = (0..world.projects.len())
            .filter(|k| world.projects[*k].phase == Phase::Funded)
            .collect();
        let level = |k: usize| self.contract.approaches[world.projects[k].approach].level;
        let in_level = |wanted: Level| {
            funded
                .iter()
                .filter(|k| level(**k) == wanted)
                .count()
                .max(1) as f64
        };
        let weights: Vec<f64> = funded
            .iter()
            .map(|k| f64::from(design.levels[level(*k) as usize]) / in_level(level(*k)))
            .collect();
        let shares = apportion(left.0.max(0), &weights);
        let mut total = 0;
        for (k, share) in funded.into_iter().zip(shares) {
            let useful = self.useful_money(world, k);
            let age = (world.month - world.projects[k].opened) as f32;
            // What grows starts small by being in few neighbourhoods; what is replicated, by little money.
            let grows =
                self.contract.approaches[world.projects[k].approach].spreads == Spreads::Growth;
            let growth = if grows { 0.0 } else { design.growth };
            let grown =
                (1.0 - growth) + growth * grown_share(age + 6.0, parameters.spread.growth_months);
            let running = ((share as f64 * f64::from(grown)) as i64).min(useful);
            world.projects[k].running = running;
            total += running;
        }
        total
    }

    /// The most money an approach can put to use: its unit cost for everybody it can reach where it works.
    fn useful_money(&self, world: &World, project: usize) -> i64 {
        let project = &world.projects[project];
        let approach = &self.contract.approaches[project.approach];
        let units: f64 = project
            .communities
            .iter()
            .map(|c| self.eligibles.units(world, *c as usize, approach))
            .sum();
        Pence::from_pounds(units * f64::from(approach.max_reach) * approach.unit_cost_pounds).0
    }
}

/// What an approach that starts small has grown to after some months: half after `half`, a tenth at the start.
fn grown_share(months: f32, half: f32) -> f32 {
    (0.1 + months / (months + half)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_never_exceeds_full_size() {
        assert!(grown_share(0.0, 36.0) <= 0.11);
        assert!((grown_share(36.0, 36.0) - 0.6).abs() < 1e-6);
        assert_eq!(grown_share(10_000.0, 36.0), 1.0);
    }
}
