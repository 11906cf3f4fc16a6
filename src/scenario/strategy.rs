//! Strategies: points in a design space of seven dimensions, decisions that move them, and the
//! named ones as presets.
//!
//! Only `engine::funding` reads a design; no mechanism does.

mod presets;

pub use presets::{PRESETS, Preset, preset};

use super::sources::ASSUMPTION;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The five levels that money can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Individuals.
    People,
    /// Families and carers.
    Families,
    /// Neighbourhoods and what people do together.
    Communities,
    /// Services and those who work in them.
    Services,
    /// Local government and national conditions.
    Government,
}

impl Level {
    /// All levels, from the person outwards.
    pub const ALL: [Self; 5] = [
        Self::People,
        Self::Families,
        Self::Communities,
        Self::Services,
        Self::Government,
    ];

    /// The name as in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Families => "families",
            Self::Communities => "communities",
            Self::Services => "services",
            Self::Government => "government",
        }
    }
}

/// A point in the design space. Nothing else about a strategy is known to the model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// Weight of each level in the budget, in the order of [`Level::ALL`]; 0 = not funded. Range:
    /// 0–1.
    pub levels: [f32; 5],
    /// Share of neighbourhoods where the money goes. Range: 0–1.
    pub area: f32,
    /// Months for which funding is promised before it ends or must be won again. Range: 12–240.
    pub horizon_months: f32,
    /// 0 = at full size at once, 1 = starts small and grows. Range: 0–1.
    pub growth: f32,
    /// 0 = a standard kit made elsewhere, 1 = grown locally. Range: 0–1.
    pub adaptation: f32,
    /// 0 = power held, people consulted; 1 = power shared, co-produced. Range: 0–1.
    pub power: f32,
    /// Share of avoided cost moved into what works. Range: 0–1.
    pub core_shift: f32,
}

/// What a person needs to know of one dimension; the page, the command line and the docs read it
/// here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dimension {
    /// The name as in files.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// What its low end means.
    pub low_end: &'static str,
    /// What its high end means.
    pub high_end: &'static str,
    /// One sentence.
    pub sentence: &'static str,
    /// Lowest value.
    pub low: f32,
    /// Highest value.
    pub high: f32,
    /// Unit, for showing.
    pub unit: &'static str,
    /// The id of the row in the evidence register that its two ends rest on, or "assumption".
    pub source: &'static str,
}

/// The seven dimensions. `levels` stands for its five weights.
pub const DIMENSIONS: [Dimension; 7] = [
    Dimension {
        id: "levels",
        name: "Levels",
        low_end: "one level funded",
        high_end: "people, families, communities, services and government together",
        sentence: "Which levels the money reaches, and how it is divided between them.",
        low: 0.0,
        high: 1.0,
        unit: "weight",
        source: ASSUMPTION,
    },
    Dimension {
        id: "area",
        name: "Area",
        low_end: "a few neighbourhoods",
        high_end: "every neighbourhood",
        sentence: "The share of neighbourhoods where the money goes.",
        low: 0.05,
        high: 1.0,
        unit: "share",
        source: ASSUMPTION,
    },
    Dimension {
        id: "horizon_months",
        name: "Horizon",
        low_end: "short funding, then it ends",
        high_end: "long and certain",
        sentence: "For how long funding is promised; set-up and winding-down are paid for each \
            time.",
        low: 12.0,
        high: 240.0,
        unit: "months",
        source: "U07",
    },
    Dimension {
        id: "growth",
        name: "Growth",
        low_end: "at full size at once",
        high_end: "starts small, grows",
        sentence: "Whether things open at full size or start small and grow as they learn.",
        low: 0.0,
        high: 1.0,
        unit: "share",
        source: "D02",
    },
    Dimension {
        id: "adaptation",
        name: "Adaptation",
        low_end: "a standard kit, replicated",
        high_end: "grown locally, bespoke",
        sentence: "Whether approaches are copied as they are or grown where they are used.",
        low: 0.0,
        high: 1.0,
        unit: "share",
        source: "D10",
    },
    Dimension {
        id: "power",
        name: "Power",
        low_end: "held, consulted",
        high_end: "shared, co-produced",
        sentence: "How far people who live here decide with those who hold the money.",
        low: 0.0,
        high: 1.0,
        unit: "share",
        source: ASSUMPTION,
    },
    Dimension {
        id: "core_shift",
        name: "Core shift",
        low_end: "none",
        high_end: "avoided cost moves into what works",
        sentence: "The share of avoided crisis cost that is put back into what works.",
        low: 0.0,
        high: 1.0,
        unit: "share",
        source: ASSUMPTION,
    },
];

impl Design {
    /// A dimension's value by id; for `levels`, the share of levels funded.
    pub fn get(&self, id: &str) -> Option<f32> {
        Some(match id {
            "levels" => self.levels.iter().filter(|w| **w > 0.0).count() as f32 / 5.0,
            "area" => self.area,
            "horizon_months" => self.horizon_months,
            "growth" => self.growth,
            "adaptation" => self.adaptation,
            "power" => self.power,
            "core_shift" => self.core_shift,
            _ => return None,
        })
    }

    /// Sets a dimension by id, held to its range; `levels` cannot be set this way. Says whether the
    /// id was known.
    pub fn set(&mut self, id: &str, value: f32) -> bool {
        let Some(dimension) = DIMENSIONS.iter().find(|d| d.id == id && d.id != "levels") else {
            return false;
        };
        let value = value.clamp(dimension.low, dimension.high);
        match id {
            "area" => self.area = value,
            "horizon_months" => self.horizon_months = value,
            "growth" => self.growth = value,
            "adaptation" => self.adaptation = value,
            "power" => self.power = value,
            _ => self.core_shift = value,
        }
        true
    }
}

/// Where money is decided on: what an approach needs before it can be bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// A council, a health service or a neighbourhood can do it.
    #[default]
    Local,
    /// It takes national government, its money or its rules.
    National,
}

impl Tier {
    /// Both, from the nearer to the farther.
    pub const ALL: [Self; 2] = [Self::Local, Self::National];

    /// The name as in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::National => "national",
        }
    }
}

/// A change of course at a date: what the design is from that month on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The month it is taken, counted from 0 at the branching of the arms.
    pub month: u32,
    /// The new weights of the levels, where they change.
    pub levels: Option<[f32; 5]>,
    /// The new value of each dimension that changes, by its id; `levels` is never among them.
    pub dimensions: BTreeMap<String, f32>,
}

impl Decision {
    /// What a design becomes by it.
    pub fn apply(&self, design: &mut Design) {
        if let Some(levels) = self.levels {
            design.levels = levels;
        }
        for (id, value) in &self.dimensions {
            design.set(id, *value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dimension_reads_back_what_was_set() {
        let mut design = PRESETS[0].design;
        for dimension in DIMENSIONS.iter().filter(|d| d.id != "levels") {
            let middle = f32::midpoint(dimension.low, dimension.high);
            assert!(design.set(dimension.id, middle));
            assert_eq!(design.get(dimension.id), Some(middle));
            design.set(dimension.id, f32::MAX);
            assert_eq!(design.get(dimension.id), Some(dimension.high));
        }
        assert!(!design.set("colour", 1.0));
        assert_eq!(design.get("colour"), None);
    }

    #[test]
    fn a_decision_moves_what_it_names_and_nothing_else() {
        let mut design = PRESETS[1].design;
        let before = design;
        Decision::default().apply(&mut design);
        assert_eq!(design, before);
        let dimensions = BTreeMap::from([("power".to_owned(), 0.8), ("area".to_owned(), 9.0)]);
        Decision {
            month: 24,
            levels: Some([0.0, 0.0, 1.0, 0.0, 0.0]),
            dimensions,
        }
        .apply(&mut design);
        assert_eq!(
            design,
            Design {
                levels: [0.0, 0.0, 1.0, 0.0, 0.0],
                power: 0.8,
                area: 1.0,
                ..before
            },
            "held to its range"
        );
    }

    #[test]
    fn presets_lie_inside_the_design_space() {
        for preset in PRESETS {
            for dimension in DIMENSIONS {
                let value = preset.design.get(dimension.id).unwrap();
                assert!(
                    (dimension.low..=dimension.high).contains(&value),
                    "{} {}",
                    preset.id,
                    dimension.id
                );
            }
        }
    }
}
