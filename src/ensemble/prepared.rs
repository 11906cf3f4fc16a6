//! A scenario made ready to run: the place generated, what each arm may buy worked out.

use super::{ArmOutcome, YearLedger};
use crate::engine::funding::{Contract, Funding};
use crate::engine::ledger::Account;
use crate::engine::state::World;
use crate::engine::{self, events};
use crate::indicators::observe::Observer;
use crate::indicators::panel::PanelRow;
use crate::indicators::panel_observer::PanelObserver;
use crate::indicators::{Frames, Table};
use crate::place::{Place, Profile, bundled, generate};
use crate::random::Luck;
use crate::scenario::approaches::Approach;
use crate::scenario::{Arm, Scenario, strategy};
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

/// Generates the place of a scenario and makes it ready to run. The error is a sentence for people.
pub fn prepare(scenario: Scenario) -> Result<Prepared, String> {
    let text = bundled::find(&scenario.place).ok_or_else(|| format!("place: there is no place \"{}\"", scenario.place))?;
    let profile = Profile::from_toml(text).map_err(|error| format!("place \"{}\": {error}", scenario.place))?;
    let place = generate(&profile, scenario.people, scenario.seed).map_err(|error| format!("place \"{}\": {error}", scenario.place))?;
    Ok(Prepared { scenario, place: Arc::new(place) })
}

/// A spun-up world from which the arms branch, with the column of the year before.
#[derive(Clone, Debug)]
pub struct Start {
    /// The world as it is when the arms branch.
    pub world: World,
    before: Table,
}

impl Prepared {
    /// Lives the spin-up under the luck of a replicate: business as usual, without investment.
    pub fn spin_up(&self, replicate: u32) -> Start {
        self.spin_up_watched(replicate, |_| ())
    }

    /// The spin-up, with somebody watching the months of its last year.
    fn spin_up_watched(&self, replicate: u32, mut watch: impl FnMut(&World)) -> Start {
        let luck = Luck::new(self.scenario.seed, replicate);
        let mut world = World::new(Arc::clone(&self.place), luck, &self.scenario.parameters);
        let mut before = Table::new(1);
        let mut observer = Observer::default();
        // The arms branch at the turn of a year.
        let months = self.scenario.spin_up_months.div_ceil(12).max(1) * 12;
        while world.month < months {
            engine::step(&mut world, &self.scenario.parameters, None);
            if world.month > months - 12 {
                observer.month(&world);
                watch(&world);
            }
        }
        observer.year(&world, &mut before, 0);
        settle(&mut world);
        Start { world, before }
    }

    /// Lives one arm from a spun-up world.
    pub fn live(&self, start: &Start, arm: u32, frames: bool) -> ArmOutcome {
        let mut life = Life::new(self, start, arm, frames);
        while life.month() < self.scenario.months() {
            life.step(self);
        }
        life.outcome(arm)
    }

    /// Every person's years in one arm of one replicate, the year before the branch (year 0) first.
    pub fn panel(&self, replicate: u32, arm: u32) -> Vec<PanelRow> {
        let mut panel = PanelObserver::new(&self.place, &self.scenario.parameters);
        let start = self.spin_up_watched(replicate, |world| panel.month(world));
        panel.year(0);
        let mut life = Life::new(self, &start, arm, false);
        while life.month() < self.scenario.months() {
            life.step(self);
            panel.month(&life.world);
            if life.month().is_multiple_of(12) {
                panel.year(life.month() / 12);
            }
        }
        panel.rows()
    }

    /// The arm at a position of the scenario.
    fn arm(&self, arm: u32) -> &Arm {
        &self.scenario.arms[arm as usize]
    }

    /// What an arm may do with the money, from the month the arms branch.
    pub fn contract(&self, arm: u32, branch: u32) -> Contract {
        let arm = self.arm(arm);
        let buys = strategy::preset(&arm.preset).is_none_or(|preset| preset.buys_approaches);
        let may_buy = |approach: &&Approach| buys && (arm.approaches.is_empty() || arm.approaches.contains(&approach.id));
        Contract {
            design: arm.design,
            approaches: self.scenario.approaches.iter().filter(may_buy).cloned().collect(),
            investment: self.scenario.investment_by_year(self.place.persons.len() as u32),
            branch,
        }
    }
}

/// What the spin-up has come to is from now on "usual": what volunteers carry, and what crises cost.
fn settle(world: &mut World) {
    world.communities.volunteers_usual.clone_from(&world.communities.volunteers);
    let years = (world.month / 12).min(3);
    let spent: i64 = (0..years).map(|back| world.ledger.total(world.month / 12 - 1 - back, Account::Crisis).0).sum();
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
        let mut table = Table::new(prepared.scenario.years + 1);
        for indicator in 0..super::summary::indicators() {
            table.set(indicator, 0, start.before.row(indicator)[0]);
        }
        let frames = frames.then(|| {
            let mut frames = Frames::default();
            frames.picture(&world, 0);
            frames
        });
        let funding = Funding::new(prepared.contract(arm, branch));
        Self { world, branch, funding, observer: Observer::default(), table, frames }
    }

    /// Months since the arms branched.
    pub fn month(&self) -> u32 {
        self.world.month - self.branch
    }

    /// One month: events that are due, the month itself, and what is observed of it.
    pub fn step(&mut self, prepared: &Prepared) {
        let month = self.month();
        for event in prepared.scenario.events.iter().filter(|event| event.month == month) {
            events::happen(&mut self.world, event);
        }
        engine::step(&mut self.world, &prepared.scenario.parameters, Some(&mut self.funding));
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

    /// What it came to.
    fn outcome(self, arm: u32) -> ArmOutcome {
        let years = self.month() / 12;
        let first = self.branch / 12;
        let ledger = (0..years).map(|year| YearLedger { totals: self.world.ledger.year(first + year) }).collect();
        ArmOutcome { arm, table: self.table, ledger, frames: self.frames }
    }
}
