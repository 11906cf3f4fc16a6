//! What a sweep can vary: assumptions, effects of approaches, money, time, the place's size, and
//! where an arm stands. Knows how to set each in a scenario, and no way of running one.

use crate::numeric::as_written;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{DIMENSIONS, Level};
use crate::scenario::{Scenario, limits};
use serde::{Deserialize, Serialize};

/// A field and the values it takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vary {
    /// The field, as in files.
    pub name: String,
    /// Its values, in the order given.
    pub values: Vec<f64>,
}

/// A field of a scenario that can take values.
#[derive(Clone, Debug, PartialEq)]
pub struct Varied {
    /// Its unit.
    pub unit: String,
    /// What it is.
    pub meaning: String,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// Whether only whole numbers make sense.
    pub whole: bool,
    /// How far it goes with `beyond_range = true`, of assumptions and effects of approaches.
    pub bounds: Option<(f64, f64)>,
    field: Field,
}

#[derive(Clone, Debug, PartialEq)]
enum Field {
    Parameter(String),
    Effect(usize, usize),
    Pounds,
    FirstYear,
    LastYear,
    Years,
    SpinUp,
    People,
    Budget(usize),
    Dimension(usize, &'static str),
    Level(usize, usize),
}

/// What a name stands for in a scenario; nothing when it stands for nothing.
pub fn find(scenario: &Scenario, name: &str) -> Option<Varied> {
    let whole = |(low, high): (u32, u32)| (f64::from(low), f64::from(high));
    let year = whole((1, limits::YEARS.1));
    let (field, range, unit, meaning) = match name {
        "money.pounds_per_head_year" => (
            Field::Pounds,
            limits::POUNDS_PER_HEAD_YEAR,
            "pounds a head a year",
            "The investment, the same for every arm.",
        ),
        "money.first_year" => (Field::FirstYear, year, "year", "The first funded year."),
        "money.last_year" => (Field::LastYear, year, "year", "The last funded year."),
        "years" => (
            Field::Years,
            whole(limits::YEARS),
            "years",
            "Years simulated after the spin-up.",
        ),
        "people" => (
            Field::People,
            whole(limits::PEOPLE),
            "people",
            "People the place is generated with.",
        ),
        "spin_up_months" => (
            Field::SpinUp,
            whole(limits::SPIN_UP_MONTHS),
            "months",
            "Months of business as usual before the arms branch.",
        ),
        // Levers have dots in their own names.
        _ => {
            return match name.splitn(3, '.').collect::<Vec<&str>>()[..] {
                ["arms", arm, field] => in_arm(scenario, arm, field),
                ["approaches", approach, lever] => effect(scenario, approach, lever),
                _ => parameter(name),
            };
        }
    };
    let is_whole = !matches!(field, Field::Pounds);
    Some(varied(field, range, is_whole, unit, meaning))
}

fn varied(field: Field, (low, high): (f64, f64), whole: bool, unit: &str, meaning: &str) -> Varied {
    Varied {
        unit: unit.to_owned(),
        meaning: meaning.to_owned(),
        low,
        high,
        whole,
        bounds: None,
        field,
    }
}

fn parameter(name: &str) -> Option<Varied> {
    let mut registry = Parameters::registry().into_iter();
    let info = registry.find(|info| info.id() == name)?;
    let (least, most) = info.bounds();
    let field = Field::Parameter(name.to_owned());
    let range = (as_written(info.low), as_written(info.high));
    Some(Varied {
        bounds: Some((as_written(least), as_written(most))),
        ..varied(field, range, false, info.unit, info.sentence)
    })
}

fn in_arm(scenario: &Scenario, arm: &str, field: &str) -> Option<Varied> {
    let position = scenario.arms.iter().position(|known| known.id == arm)?;
    let name = &scenario.arms[position].name;
    if field == "budget" {
        let (low, high) = limits::BUDGET;
        let meaning = format!("{name}: share of the investment that it spends.");
        return Some(Varied {
            unit: "share".to_owned(),
            meaning,
            low,
            high,
            whole: false,
            bounds: None,
            field: Field::Budget(position),
        });
    }
    if let Some(level) = Level::ALL.iter().position(|level| level.id() == field) {
        let meaning = format!("{name}: weight of {field} in the budget.");
        return Some(Varied {
            unit: "weight".to_owned(),
            meaning,
            low: 0.0,
            high: 1.0,
            whole: false,
            bounds: None,
            field: Field::Level(position, level),
        });
    }
    let dimension = DIMENSIONS
        .iter()
        .find(|dimension| dimension.id == field && field != "levels")?;
    let (low, high) = (as_written(dimension.low), as_written(dimension.high));
    let meaning = format!("{name}: {}", dimension.sentence);
    Some(Varied {
        unit: dimension.unit.to_owned(),
        meaning,
        low,
        high,
        whole: false,
        bounds: None,
        field: Field::Dimension(position, dimension.id),
    })
}

fn effect(scenario: &Scenario, approach: &str, lever: &str) -> Option<Varied> {
    let a = scenario
        .approaches
        .iter()
        .position(|known| known.id == approach)?;
    let e = scenario.approaches[a]
        .effects
        .iter()
        .position(|effect| effect.lever.id() == lever)?;
    let effect = &scenario.approaches[a].effects[e];
    let meaning = format!(
        "{}: {}",
        scenario.approaches[a].name,
        effect.lever.sentence()
    );
    let (low, high) = (as_written(effect.low), as_written(effect.high));
    let (least, most) = effect.bounds();
    Some(Varied {
        unit: effect.lever.unit().to_owned(),
        meaning,
        low,
        high,
        whole: false,
        bounds: Some((as_written(least), as_written(most))),
        field: Field::Effect(a, e),
    })
}

/// Every name that a sweep of a scenario can vary.
pub fn can_vary(scenario: &Scenario) -> Vec<String> {
    let fixed = [
        "money.pounds_per_head_year",
        "money.first_year",
        "money.last_year",
        "years",
        "people",
        "spin_up_months",
    ];
    let mut names: Vec<String> = fixed.map(str::to_owned).to_vec();
    for arm in &scenario.arms {
        let fields = DIMENSIONS
            .iter()
            .map(|d| d.id)
            .filter(|id| *id != "levels")
            .chain(Level::ALL.map(Level::id))
            .chain(["budget"]);
        names.extend(fields.map(|field| format!("arms.{}.{field}", arm.id)));
    }
    names.extend(Parameters::registry().iter().map(|info| info.id()));
    for approach in &scenario.approaches {
        names.extend(
            approach
                .effects
                .iter()
                .map(|effect| format!("approaches.{}.{}", approach.id, effect.lever.id())),
        );
    }
    names
}

impl Varied {
    /// Whether the field can take a value.
    pub fn takes(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value) && (!self.whole || value.fract() == 0.0)
    }

    /// The same field, held only to the bounds beyond which the model breaks.
    pub fn beyond(self) -> Self {
        let (low, high) = self.bounds.unwrap_or((self.low, self.high));
        Self {
            low,
            high,
            bounds: None,
            ..self
        }
    }

    /// What it takes, in words.
    pub fn wanted(&self) -> String {
        let kind = if self.whole {
            "whole numbers"
        } else {
            "numbers"
        };
        let farther = self
            .bounds
            .filter(|bounds| *bounds != (self.low, self.high));
        let farther = farther.map_or_else(String::new, |(low, high)| {
            format!("; with beyond_range = true from {low} to {high}")
        });
        format!(
            "{kind} from {} to {} ({}{farther})",
            self.low, self.high, self.unit
        )
    }

    /// Sets it.
    pub fn set(&self, scenario: &mut Scenario, value: f64) {
        match &self.field {
            Field::Parameter(id) => {
                scenario.parameters.set(id, value as f32);
            }
            Field::Effect(approach, effect) => {
                scenario.approaches[*approach].effects[*effect].size = value as f32;
            }
            Field::Pounds => scenario.money.pounds_per_head_year = value,
            Field::FirstYear => scenario.money.first_year = value as u32,
            Field::LastYear => scenario.money.last_year = value as u32,
            Field::Years => scenario.years = value as u32,
            Field::SpinUp => scenario.spin_up_months = value as u32,
            Field::People => scenario.people = value as u32,
            Field::Budget(arm) => scenario.arms[*arm].budget = value,
            Field::Dimension(arm, id) => {
                scenario.arms[*arm].design.set(id, value as f32);
            }
            Field::Level(arm, level) => scenario.arms[*arm].design.levels[*level] = value as f32,
        }
    }
}

/// Values evenly spread from one number to another, each short enough to be read (12 digits).
pub fn spread(from: f64, to: f64, steps: u64) -> Vec<f64> {
    let last = (steps.max(2) - 1) as f64;
    let short = |value: f64| format!("{value:.11e}").parse().unwrap_or(value);
    (0..steps)
        .map(|k| short(from + (to - from) * (k as f64 / last)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{bundled, validate};

    #[test]
    fn every_name_that_can_vary_is_found_and_sets_something() {
        let scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        for name in can_vary(&scenario) {
            let varied = find(&scenario, &name).unwrap_or_else(|| panic!("{name}"));
            if varied.low == varied.high {
                continue;
            }
            let mut ends = [scenario.clone(), scenario.clone()];
            varied.set(&mut ends[0], varied.low);
            varied.set(&mut ends[1], varied.high);
            assert!(ends[0] != ends[1], "{name} sets nothing");
            assert!(
                varied.takes(varied.low)
                    && varied.takes(varied.high)
                    && !varied.takes(varied.high + 1.0),
                "{name}"
            );
        }
        assert!(
            find(&scenario, "arms.nobody.power").is_none()
                && find(&scenario, "arms.pilots.levels").is_none()
        );
        assert!(!find(&scenario, "years").unwrap().takes(1.5));
    }

    #[test]
    fn the_ends_of_a_range_can_be_typed_as_they_are_written() {
        let scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        for info in Parameters::registry() {
            let varied = find(&scenario, &info.id()).unwrap();
            assert_eq!(
                (varied.low.to_string(), varied.high.to_string()),
                (info.low.to_string(), info.high.to_string())
            );
            assert!(
                varied.takes(info.low.to_string().parse().unwrap()),
                "{}",
                info.id()
            );
            let mut there = scenario.clone();
            varied.set(&mut there, varied.low);
            assert_eq!(there.parameters.get(&info.id()), Some(info.low));
        }
    }

    #[test]
    fn spread_values_are_short() {
        assert_eq!(spread(0.0, 0.4, 5), [0.0, 0.1, 0.2, 0.3, 0.4]);
        assert_eq!(spread(2.0, 1.0, 3), [2.0, 1.5, 1.0]);
    }
}
