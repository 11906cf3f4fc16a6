//! Up to four scenarios side by side, each with what it came to when it was pinned. Nothing is run again for it.

use super::record::Record;
use crate::analysis::verdict::{self, Verdict, Way};
use crate::charts::number::{pounds_and_pence, signed};
use crate::engine::ledger::Account;
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::interval_of_mean;
use crate::indicators::catalogue::{
    CATALOGUE, CONTROL, CRISES, DOING_WELL, GAP_DEPRIVATION, LONELY, UNMET_HOURS,
};
use crate::scenario::Scenario;
use crate::scenario::strategy::{DIMENSIONS, Level};
use crate::session::context::Context;
use crate::session::figures::{Figures, Seal, seal};
use std::rc::Rc;

/// How many fit.
pub const MOST: usize = 4;
/// The outcomes shown side by side.
pub(super) const OUTCOMES: [usize; 6] = [
    DOING_WELL,
    LONELY,
    CONTROL,
    GAP_DEPRIVATION,
    UNMET_HOURS,
    CRISES,
];
/// Where a choice does not exist.
const NONE: &str = "–";

/// A scenario with what it came to.
#[derive(Clone, Debug)]
pub struct Pin {
    /// Its number in order of pinning.
    pub number: u32,
    /// What it is called in the table.
    pub name: String,
    /// What people call the place.
    pub place: String,
    /// The bundled scenario it started from.
    pub base: &'static str,
    /// The scenario.
    pub scenario: Rc<Scenario>,
    /// What it came to.
    pub figures: Rc<Figures>,
    /// Re-runs behind that.
    pub done: usize,
    /// The digest of the result; none while re-runs were missing.
    pub fingerprint: Option<String>,
    /// Whether every way spent the same, and how much.
    pub seal: Seal,
}

/// The pinned scenarios.
#[derive(Clone, Debug, Default)]
pub struct Tray {
    /// In order of pinning.
    pub pins: Vec<Rc<Pin>>,
    next: u32,
}

impl Tray {
    /// A pin by its number.
    pub fn find(&self, number: u32) -> Option<&Rc<Pin>> {
        self.pins.iter().find(|pin| pin.number == number)
    }

    /// Takes a pin out.
    pub fn remove(&mut self, number: u32) {
        self.pins.retain(|pin| pin.number != number);
    }
}

/// Pins what is shown, under the name that it was `saved` with; or says why not.
pub(super) fn pin(tray: &mut Tray, saved: Option<&Record>, around: &Context<'_>) -> Option<String> {
    let run = &around.question.run;
    if run.ensemble.is_empty() || !around.question.is_settled() {
        let words = "Wait for the first run: there is nothing to compare yet.";
        return Some(words.to_owned());
    }
    let same = |pin: &Rc<Pin>| *pin.scenario == *run.scenario;
    let number = tray.next + 1;
    let place = around.choices.place_name(&run.scenario.place).to_owned();
    let name = saved
        .filter(|record| record.text == crate::scenario::validate::write_alone(&run.scenario))
        .map_or_else(
            || format!("{number}: {place}"),
            |record| record.name.clone(),
        );
    let mut pin = Pin {
        number,
        name,
        place,
        base: around.question.base,
        scenario: Rc::clone(&run.scenario),
        figures: Rc::clone(&run.figures),
        done: run.ensemble.len(),
        fingerprint: run.fingerprint.clone(),
        seal: seal(&run.ensemble, Account::Investment as usize),
    };
    // Pinned again when more re-runs are in: the newer result takes its place.
    if let Some(old) = tray.pins.iter_mut().find(|pin| same(pin)) {
        if old.done >= pin.done {
            return Some("This scenario is pinned already.".to_owned());
        }
        (pin.number, pin.name) = (old.number, old.name.clone());
        *old = Rc::new(pin);
    } else if tray.pins.len() >= MOST {
        return Some("Four scenarios are pinned; take one out first.".to_owned());
    } else {
        tray.next = number;
        tray.pins.push(Rc::new(pin));
    }
    None
}

/// A line of the table: what it is about and a cell for each pin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// Pin by pin.
    pub cells: Vec<String>,
}

/// What is seen side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Choices and assumptions in which the scenarios differ; those they share are left out.
    pub choices: Vec<Row>,
    /// What they came to.
    pub outcomes: Vec<Row>,
    /// Money, and which result this is.
    pub money: Vec<Row>,
    /// Which differences are clear.
    pub sentences: Vec<String>,
}

/// The pins side by side.
pub fn table(pins: &[Rc<Pin>]) -> Table {
    let row = |name: &str, cell: &dyn Fn(&Pin) -> String| Row {
        name: name.to_owned(),
        cells: pins.iter().map(|pin| cell(pin)).collect(),
    };
    let mut outcomes = vec![row("Strategies", &|pin| {
        let names = Pair::shown(&pin.scenario).names(&pin.scenario);
        format!(
            "{} less {}",
            names.alternative,
            crate::charts::words::lower_first(names.reference)
        )
    })];
    for indicator in OUTCOMES {
        let info = &CATALOGUE[indicator];
        outcomes.push(row(&format!("{} ({})", info.name, info.unit), &|pin| {
            outcome(pin, indicator)
        }));
    }
    let money = vec![
        row("New money in all, each way", &|pin| match pin.seal {
            Seal::Same { total } => pounds_and_pence(total),
            Seal::Different { gap } => {
                format!("not the same: {} apart in one year", pounds_and_pence(gap))
            }
            Seal::Unknown => NONE.to_owned(),
        }),
        row("Runs", &|pin| {
            format!("{} of {}", pin.done, pin.scenario.replicates)
        }),
        row("Result", &|pin| {
            pin.fingerprint
                .clone()
                .unwrap_or_else(|| "not complete when pinned".to_owned())
        }),
    ];
    Table {
        choices: differing(pins),
        outcomes,
        money,
        sentences: sentences(pins),
    }
}

fn outcome(pin: &Pin, indicator: usize) -> String {
    let (Some(figure), digits) = (pin.figures.get(indicator), CATALOGUE[indicator].digits) else {
        return NONE.to_owned();
    };
    let difference = &figure.difference;
    let mean = signed(
        difference.spread().map_or(f64::NAN, |spread| spread.mean),
        digits,
    );
    if difference.replicates < 2 {
        return mean;
    }
    let (low, high) = difference.interval;
    let found = match verdict::verdict(difference, indicator) {
        // The sign says which way.
        Verdict::Clear(_) => "",
        Verdict::TooLittle(_) => ", too little to matter",
        other => &format!(", {}", other.words()),
    };
    format!(
        "{mean} ({} to {}{found})",
        signed(low, digits),
        signed(high, digits)
    )
}

/// Which differences between the scenarios are clear: each with the first, in the lead that the headline is about.
fn sentences(pins: &[Rc<Pin>]) -> Vec<String> {
    let Some((first, others)) = pins.split_first() else {
        return Vec::new();
    };
    others.iter().map(|other| against(first, other)).collect()
}

fn against(first: &Pin, other: &Pin) -> String {
    let (a, b) = (&*first.scenario, &*other.scenario);
    let start = format!("“{}” against “{}”: ", other.name, first.name);
    let leads = (first.figures.get(DOING_WELL), other.figures.get(DOING_WELL));
    let (Some(before), Some(after)) = leads else {
        return start + "nothing has been run.";
    };
    if first.fingerprint.is_none() || other.fingerprint.is_none() {
        return start + "not compared, because runs were missing when they were pinned.";
    }
    if !crate::ensemble::kept::same_place(a, b)
        || a.spin_up_months != b.spin_up_months
        || a.years != b.years
    {
        return start
            + "other people, other luck or other years, so their runs cannot be paired; compare the intervals by eye.";
    }
    // The same people with the same luck: re-run by re-run, one lead less the other.
    let paired: Vec<f64> = before
        .difference
        .runs
        .iter()
        .zip(&after.difference.runs)
        .map(|(a, b)| b - a)
        .collect();
    let mean = paired.iter().sum::<f64>() / paired.len().max(1) as f64;
    let (low, high) = interval_of_mean(&paired);
    let amount = |value: f64| signed(value, CATALOGUE[DOING_WELL].digits);
    let numbers = format!(
        "{} percentage points, 90% interval {} to {}",
        amount(mean),
        amount(low),
        amount(high)
    );
    let lead = "the second world's lead in adults doing well";
    match verdict::of_runs(&paired, DOING_WELL) {
        Verdict::Nothing => start + "nothing has been run.",
        Verdict::Same => format!("{start}the same lead in adults doing well, in every run."),
        Verdict::TooFew if paired.len() == 1 => format!("{start}one run is too few to say."),
        Verdict::TooFew => format!(
            "{start}{} runs are too few to say ({numbers}).",
            paired.len()
        ),
        Verdict::Clear(Way::Better) => format!("{start}{lead} is larger ({numbers})."),
        Verdict::Clear(_) => format!("{start}{lead} is smaller ({numbers})."),
        Verdict::TooLittle(Way::Better) => {
            format!("{start}{lead} is larger, but too little to matter ({numbers}).")
        }
        Verdict::TooLittle(_) => {
            format!("{start}{lead} is smaller, but too little to matter ({numbers}).")
        }
        Verdict::NoneThatMatters => {
            format!("{start}no difference that matters in {lead} ({numbers}).")
        }
        Verdict::Unclear => format!("{start}no clear difference in {lead} ({numbers})."),
    }
}

/// The choices and assumptions in which the pins are not all the same.
fn differing(pins: &[Rc<Pin>]) -> Vec<Row> {
    let all: Vec<Vec<(String, String)>> = pins.iter().map(|pin| choices(pin)).collect();
    let mut rows: Vec<Row> = Vec::new();
    for (name, _) in all.iter().flatten() {
        if rows.iter().any(|row| row.name == *name) {
            continue;
        }
        let cell = |choices: &Vec<(String, String)>| {
            choices
                .iter()
                .find(|(other, _)| other == name)
                .map_or_else(|| NONE.to_owned(), |(_, value)| value.clone())
        };
        rows.push(Row {
            name: name.clone(),
            cells: all.iter().map(cell).collect(),
        });
    }
    // An assumption that only some change has its usual value in the others.
    let registry = crate::scenario::parameters::Parameters::registry();
    for row in &mut rows {
        if let Some(info) = registry.iter().find(|info| info.id() == row.name) {
            for (cell, pin) in row.cells.iter_mut().zip(pins) {
                *cell = pin
                    .scenario
                    .parameters
                    .get(&info.id())
                    .unwrap_or(info.default)
                    .to_string();
            }
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| *cell != row.cells[0]));
    rows
}

/// What a scenario chooses and assumes, line by line.
fn choices(pin: &Pin) -> Vec<(String, String)> {
    let scenario = &*pin.scenario;
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| rows.push((name.to_owned(), value));
    put("Place", pin.place.clone());
    put("Years", scenario.years.to_string());
    put(
        "New money, £ a head a year",
        scenario.money.pounds_per_head_year.to_string(),
    );
    put(
        "Funded years",
        format!(
            "{} to {}",
            scenario.money.first_year, scenario.money.last_year
        ),
    );
    put("Events", events(scenario));
    let pair = Pair::shown(scenario);
    for (position, side) in [
        (pair.reference, "First world"),
        (pair.alternative, "Second world"),
    ] {
        if let Some(arm) = scenario.arms.get(position) {
            let mut own = |name: &str, value: String| put(&format!("{side}: {name}"), value);
            own("strategy", arm.name.clone());
            let levels = Level::ALL
                .iter()
                .zip(arm.design.levels)
                .filter(|(_, weight)| *weight > 0.0);
            own(
                "levels",
                levels
                    .map(|(level, weight)| format!("{} {weight}", level.id()))
                    .collect::<Vec<_>>()
                    .join(", "),
            );
            for dimension in DIMENSIONS
                .iter()
                .filter(|dimension| dimension.id != "levels")
            {
                own(
                    &dimension.name.to_lowercase(),
                    arm.design.get(dimension.id).unwrap_or_default().to_string(),
                );
            }
            own("share of the money", arm.budget.to_string());
            own(
                "approaches chosen",
                if arm.approaches.is_empty() {
                    "the strategy's own".to_owned()
                } else {
                    arm.approaches.join(", ")
                },
            );
            own("decisions", decisions(arm));
        }
    }
    put("Invented people", scenario.people.to_string());
    put("Runs asked for", scenario.replicates.to_string());
    put("Number of the luck", scenario.seed.to_string());
    put(
        "Months before the worlds part",
        scenario.spin_up_months.to_string(),
    );
    for (id, value) in scenario.parameters.changes() {
        put(&id, value.to_string());
    }
    rows
}

fn events(scenario: &Scenario) -> String {
    let one = |event: &crate::scenario::Event| {
        let kind = crate::scenario::EventKind::ALL
            .iter()
            .find(|(kind, _, _)| *kind == event.kind)
            .map_or("", |(_, id, _)| id);
        let service = event
            .service
            .map_or_else(String::new, |service| format!(" of {}", service.id()));
        let lasts = event
            .months
            .map_or_else(String::new, |months| format!(" for {months} months"));
        format!(
            "{kind}{service} of {} in month {}{lasts}",
            event.size, event.month
        )
    };
    if scenario.events.is_empty() {
        "none".to_owned()
    } else {
        scenario
            .events
            .iter()
            .map(one)
            .collect::<Vec<_>>()
            .join("; ")
    }
}

fn decisions(arm: &crate::scenario::Arm) -> String {
    let one = |decision: &crate::scenario::strategy::Decision| {
        let mut parts: Vec<String> = decision
            .dimensions
            .iter()
            .map(|(id, value)| format!("{} {value}", id.replace('_', " ")))
            .collect();
        if let Some(levels) = decision.levels {
            parts.push(format!(
                "levels {}",
                levels.map(|weight| weight.to_string()).join(" ")
            ));
        }
        format!("month {}: {}", decision.month, parts.join(", "))
    };
    if arm.decisions.is_empty() {
        "none".to_owned()
    } else {
        arm.decisions.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}
