//! A scenario made ready to run: the place generated, what each arm may buy worked out.

use super::{ArmOutcome, YearLedger};
use crate::engine::funding::{Contract, Funding};
use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::engine::{self, events};
use crate::indicators::catalogue::CATALOGUE;
use crate::indicators::observe::Observer;
use crate::indicators::panel::PanelRow;
use crate::indicators::panel_observer::PanelObserver;
use crate::indicators::{Frames, Table};
use crate::place::{Place, Profile, bundled, generate};
use crate::random::Luck;
use crate::scenario::{Arm, Scenario};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Months between pictures of everybody.
const FRAME_MONTHS: u32 = 3;

/// A scenario with its place.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The question.
    pub scenario: Scenario,
    /// The place.
    pub place: Arc<Place>,
}

/// Generates the place of a scenario, a bundled one or the one it carries, and makes it ready to
/// run. The error is a sentence for people.
pub fn prepare(scenario: Scenario) -> Result<Prepared, String> {
    let profile = match scenario.own_place() {
        Some(own) => Profile::from_toml(&own.profile)
            .map_err(|error| format!("place \"{}\": {error}", scenario.place))?,
        None => bundled::profile(&scenario.place).map_err(|missing| missing.to_string())?,
    };
    prepare_from(scenario, &profile)
}

/// Generates the place of a scenario from a profile, whatever the scenario carries, and makes it
/// ready to run. The error is a sentence for people.
pub fn prepare_from(scenario: Scenario, profile: &Profile) -> Result<Prepared, String> {
    let place = generate(profile, scenario.people, scenario.seed)
        .map_err(|error| format!("place \"{}\": {error}", scenario.place))?;
    Ok(Prepared {
        scenario,
        place: Arc::new(place),
    })
}

/// A spun-up world from which the arms branch, with the column of the year before.
#[derive(Clone, Debug)]
pub struct Start {
    /// The world as it is when the arms branch.
    pub world: World,
    before: Table,
}

impl Start {
    /// A table for some years to come, with the last year of the spin-up in column 0.
    pub fn table(&self, years: u32) -> Table {
        let mut table = Table::new(years + 1);
        for indicator in 0..CATALOGUE.len() {
            table.set(indicator, 0, self.before.row(indicator)[0]);
        }
        table
    }
}

impl Prepared {
    /// Lives the spin-up under the luck of a replicate: business as usual, without investment.
    pub fn spin_up(&self, replicate: u32) -> Start {
        self.spin_up_watched(replicate, |_| ())
    }

    /// The spin-up, with somebody watching the months of its last year.
    fn spin_up_watched(&self, replicate: u32, mut watch: impl FnMut(&World)) -> Start {
        let mut spin_up = SpinUp::new(self, replicate);
        while !spin_up.is_over() {
            if spin_up.step(self) {
                watch(&spin_up.world);
            }
        }
        spin_up.branch()
    }

    /// Lives one arm from a spun-up world.
    pub fn live(&self, start: &Start, arm: u32, frames: bool) -> ArmOutcome {
        let mut life = Life::new(self, start, arm, frames);
        while life.month() < self.scenario.months() {
            life.step(self);
        }
        life.outcome(arm)
    }

    /// Every person's years in some arms of one replicate: arm by arm, the year before the branch
    /// (year 0) first. A year is given away as soon as it is over, so that no more than one is
    /// held.
    ///
    /// Errors: what `take` says; nothing more is lived then.
    pub fn panel<E>(
        &self,
        replicate: u32,
        arms: &[u32],
        mut take: impl FnMut(u32, Vec<PanelRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut before = PanelObserver::new(&self.place, &self.scenario.parameters);
        let start = self.spin_up_watched(replicate, |world| before.month(world));
        for arm in arms {
            let mut panel = before.clone();
            take(*arm, panel.year(0))?;
            let mut life = Life::new(self, &start, *arm, false);
            while life.month() < self.scenario.months() {
                life.step(self);
                panel.month(&life.world);
                if life.month().is_multiple_of(12) {
                    take(*arm, panel.year(life.month() / 12))?;
                }
            }
        }
        Ok(())
    }

    /// The arm at a position of the scenario.
    fn arm(&self, arm: u32) -> &Arm {
        &self.scenario.arms[arm as usize]
    }

    /// What an arm may do with the money, from the month the arms branch.
    pub fn contract(&self, arm: u32, branch: u32) -> Contract {
        let arm = self.arm(arm);
        Contract {
            design: arm.design,
            approaches: self
                .scenario
                .approaches
                .iter()
                .filter(|approach| arm.may_buy(approach))
                .cloned()
                .collect(),
            investment: self
                .scenario
                .investment_of(arm, self.place.persons.len() as u32),
            decisions: arm.decisions.clone(),
            branch,
        }
    }
}

/// The years before the arms branch, being lived.
pub struct SpinUp {
    world: World,
    months: u32,
    observer: Observer,
}

impl SpinUp {
    /// The place under the luck of a replicate, before its first month.
    pub fn new(prepared: &Prepared, replicate: u32) -> Self {
        let luck = Luck::new(prepared.scenario.seed, replicate);
        let world = World::new(
            Arc::clone(&prepared.place),
            luck,
            &prepared.scenario.parameters,
        );
        // The arms branch at the turn of a year.
        let months = prepared.scenario.spin_up_months.div_ceil(12).max(1) * 12;
        Self {
            world,
            months,
            observer: Observer::default(),
        }
    }

    /// Whether the arms can branch.
    pub fn is_over(&self) -> bool {
        self.world.month >= self.months
    }

    /// One month; whether it was one of the last year, which is observed.
    pub fn step(&mut self, prepared: &Prepared) -> bool {
        engine::step(&mut self.world, &prepared.scenario.parameters, None);
        let last_year = self.world.month > self.months - 12;
        if last_year {
            self.observer.month(&self.world);
        }
        last_year
    }

    /// Lives so many months more, or fewer where the arms branch: breaks with the world that they
    /// branch from, else goes on.
    pub fn advance(mut self, prepared: &Prepared, months: u32) -> ControlFlow<Start, Self> {
        for _ in 0..months {
            if self.is_over() {
                break;
            }
            self.step(prepared);
        }
        if self.is_over() {
            ControlFlow::Break(self.branch())
        } else {
            ControlFlow::Continue(self)
        }
    }

    /// The world from which the arms branch.
    pub fn branch(mut self) -> Start {
        let mut before = Table::new(1);
        self.observer.year(&self.world, &mut before, 0);
        settle(&mut self.world);
        Start {
            world: self.world,
            before,
        }
    }
}

/// What the spin-up has come to is from now on "usual": what volunteers carry, and what crises
/// cost.
fn settle(world: &mut World) {
    world
        .communities
        .volunteers_usual
        .clone_from(&world.communities.volunteers);
    world
        .communities
        .out_of_work_usual
        .clone_from(&world.communities.out_of_work);
    let years = (world.month / 12).min(3);
    let spent: i64 = (0..years)
        .map(|back| {
            world
                .ledger
                .total(world.month / 12 - 1 - back, Account::Crisis)
                .0
        })
        .sum();
    // Without books there is no budget: what is spent is what was set aside.
    world.government.crisis_budget = (spent > 0).then(|| spent / i64::from(years * 12));
}

/// One arm being lived.
pub struct Life {
    /// The world now.
    pub world: World,
    branch: u32,
    funding: Funding,
    observer: Observer,
    table: Table,
    frames: Option<Frames>,
}

impl Life {
    /// An arm at the moment it branches.
    pub fn new(prepared: &Prepared, start: &Start, arm: u32, frames: bool) -> Self {
        let world = start.world.clone();
        let branch = world.month;
        let table = start.table(prepared.scenario.years);
        let frames = frames.then(|| Frames::first(&world, &prepared.scenario.parameters));
        let funding = Funding::new(prepared.contract(arm, branch));
        Self {
            world,
            branch,
            funding,
            observer: Observer::default(),
            table,
            frames,
        }
    }

    /// Months since the arms branched.
    pub fn month(&self) -> u32 {
        self.world.month - self.branch
    }

    /// One month: events that are due, the month itself, and what is observed of it.
    pub fn step(&mut self, prepared: &Prepared) {
        let month = self.month();
        events::hit(
            &mut self.world,
            &prepared.scenario.parameters,
            &prepared.scenario.events,
            month,
        );
        engine::step(
            &mut self.world,
            &prepared.scenario.parameters,
            Some(&mut self.funding),
        );
        self.observer.month(&self.world);
        let lived = self.month();
        if lived.is_multiple_of(12) {
            self.observer.year(&self.world, &mut self.table, lived / 12);
        }
        if let Some(frames) = &mut self.frames
            && lived.is_multiple_of(FRAME_MONTHS)
        {
            frames.picture(&self.world, lived);
        }
    }

    /// What was observed so far: column 0 is the year before the branch.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// What it came to.
    pub fn outcome(self, arm: u32) -> ArmOutcome {
        let years = self.month() / 12;
        let first = self.branch / 12;
        let ledger = (0..years)
            .map(|year| YearLedger {
                totals: self.world.ledger.year(first + year),
            })
            .collect();
        ArmOutcome {
            arm,
            table: self.table,
            ledger,
            frames: self.frames,
        }
    }
}

#[cfg(test)]
mod tests;
