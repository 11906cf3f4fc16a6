//! The one registry of parameters: from it follow defaults, validation, controls, tables and docs.
//!
//! A group of parameters belongs to one mechanism and is one plain struct of `f32`, so that inner
//! loops read plain numbers. Each parameter is written once, in a `group!` table: value, range,
//! unit, source, grade, sentence.

pub mod beyond;
mod couplings;
mod people;
mod system;

pub use couplings::Couplings;
pub use people::{
    Control, Crisis, Demography, Family, LifeEvents, Problems, Support, Ties, Wellbeing,
};
pub use system::{Accounts, Community, Governance, Mechanisms, Practice, Spread};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// How well a parameter or mechanism is evidenced: the layers in which results are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Official statistics, trials, large controlled studies.
    Well,
    /// Single surveys or weaker designs.
    Partly,
    /// Studies disagree, or only advocates have measured it.
    Disputed,
    /// Nobody has measured it.
    Speculative,
}

impl Grade {
    /// The words people read.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Well => "well evidenced",
            Self::Partly => "partly evidenced",
            Self::Disputed => "disputed",
            Self::Speculative => "speculative",
        }
    }
}

/// What a person needs to know of one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ParameterInfo {
    /// The mechanism it belongs to (the first half of its id).
    pub mechanism: &'static str,
    /// The second half of its id.
    pub field: &'static str,
    /// The unit of its value.
    pub unit: &'static str,
    /// The value used unless a scenario changes it.
    pub default: f32,
    /// The lowest plausible value.
    pub low: f32,
    /// The highest plausible value.
    pub high: f32,
    /// The id of its source in the evidence register, or "assumption".
    pub source: &'static str,
    /// How well it is evidenced.
    pub grade: Grade,
    /// What it means.
    pub sentence: &'static str,
}

impl ParameterInfo {
    /// The name as in files: `mechanism.field`.
    pub fn id(&self) -> String {
        format!("{}.{}", self.mechanism, self.field)
    }
}

/// Declares the parameters of one mechanism: a struct of `f32` with its table.
macro_rules! group {
    ($(#[$doc:meta])* $Struct:ident, $mechanism:literal, {
        $($field:ident = $default:literal in $low:literal .. $high:literal, $unit:literal,
            $source:literal, $grade:ident, $sentence:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Struct {
            $(#[doc = $sentence]
            #[doc = concat!(
                "\n\nUnit: ", $unit, ". Range: ", stringify!($low), "–", stringify!($high),
                ". Source: ", $source, "."
            )]
            pub $field: f32,)*
        }

        impl Default for $Struct {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl $Struct {
            /// The table behind these parameters, in the order of the fields.
            pub const INFO: &'static [$crate::scenario::parameters::ParameterInfo] = &[$(
                $crate::scenario::parameters::ParameterInfo {
                    mechanism: $mechanism,
                    field: stringify!($field),
                    unit: $unit,
                    default: $default,
                    low: $low,
                    high: $high,
                    source: $source,
                    grade: $crate::scenario::parameters::Grade::$grade,
                    sentence: $sentence,
                },
            )*];

            pub(super) fn values(&self) -> Vec<f32> {
                vec![$(self.$field,)*]
            }

            pub(super) fn slot(&mut self, field: &str) -> Option<&mut f32> {
                match field {
                    $(stringify!($field) => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use group;

/// Declares the whole registry: every mechanism's group by name.
macro_rules! registry {
    ($($(#[$doc:meta])* $name:ident: $Struct:ident,)*) => {
        /// Every assumption of the model.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Parameters {
            $($(#[$doc])* pub $name: $Struct,)*
        }

        impl Parameters {
            /// Every parameter's table row, mechanism by mechanism.
            pub fn registry() -> Vec<&'static ParameterInfo> {
                let mut rows = Vec::new();
                $(rows.extend($Struct::INFO.iter());)*
                rows
            }

            /// Every value, in the order of [`Parameters::registry`].
            pub fn values(&self) -> Vec<f32> {
                let mut values = Vec::new();
                $(values.extend(self.$name.values());)*
                values
            }

            fn slot(&mut self, id: &str) -> Option<&mut f32> {
                let (mechanism, field) = id.split_once('.')?;
                match mechanism {
                    $(stringify!($name) => self.$name.slot(field),)*
                    _ => None,
                }
            }
        }
    };
}

registry! {
    /// Ageing, births, deaths, moves.
    demography: Demography,
    /// Onsets and changes of circumstance.
    life_events: LifeEvents,
    /// Hours of support.
    support: Support,
    /// Problems and what services make of them.
    problems: Problems,
    /// Crises and the end of life.
    crisis: Crisis,
    /// Friendships.
    ties: Ties,
    /// Families and carers.
    family: Family,
    /// Control over one's own life.
    control: Control,
    /// Wellbeing.
    wellbeing: Wellbeing,
    /// Neighbourhoods.
    community: Community,
    /// How services work.
    practice: Practice,
    /// How approaches spread and pilots end.
    spread: Spread,
    /// Local and national government.
    governance: Governance,
    /// Prices and core budgets.
    accounts: Accounts,
    /// How each level touches another.
    couplings: Couplings,
    /// Switches of the mechanisms.
    mechanisms: Mechanisms,
}

impl Parameters {
    /// A value by id, or nothing when there is no such parameter.
    pub fn get(&self, id: &str) -> Option<f32> {
        let position = Self::registry().iter().position(|info| info.id() == id)?;
        Some(self.values()[position])
    }

    /// Sets a value by id; says whether there is such a parameter. Ranges are checked by
    /// `validate`, not here.
    pub fn set(&mut self, id: &str, value: f32) -> bool {
        self.slot(id).map(|slot| *slot = value).is_some()
    }

    /// What differs from the defaults, by id.
    pub fn changes(&self) -> BTreeMap<String, f32> {
        let values = self.values();
        Self::registry()
            .iter()
            .zip(values)
            .filter(|(info, value)| info.default != *value)
            .map(|(info, value)| (info.id(), value))
            .collect()
    }
}

impl Serialize for Parameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.changes().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Parameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut parameters = Self::default();
        for (id, value) in BTreeMap::<String, f32>::deserialize(deserializer)? {
            if !parameters.set(&id, value) {
                return Err(serde::de::Error::custom(format!(
                    "there is no parameter \"{id}\""
                )));
            }
        }
        Ok(parameters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_is_complete_and_within_its_own_range() {
        for info in Parameters::registry() {
            let id = info.id();
            assert!(
                info.low <= info.default && info.default <= info.high,
                "{id}: default outside its range"
            );
            assert!(
                !info.unit.is_empty() && !info.source.is_empty(),
                "{id}: unit or source missing"
            );
            assert!(
                info.sentence.ends_with('.'),
                "{id}: the sentence is not one"
            );
        }
    }

    #[test]
    fn ids_are_unique_and_settable() {
        let mut ids: Vec<String> = Parameters::registry()
            .iter()
            .map(|info| info.id())
            .collect();
        let mut parameters = Parameters::default();
        for id in &ids {
            assert!(parameters.set(id, -7.5), "{id}");
            assert_eq!(parameters.get(id), Some(-7.5), "{id}");
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count);
        assert!(!parameters.set("problems.nonsense", 1.0));
    }

    #[test]
    fn only_changes_are_stored_and_they_read_back() {
        let mut parameters = Parameters::default();
        parameters.couplings.person_from_family = 0.0;
        let text = serde_json::to_string(&parameters).unwrap();
        assert_eq!(text, r#"{"couplings.person_from_family":0.0}"#);
        assert_eq!(
            serde_json::from_str::<Parameters>(&text).unwrap(),
            parameters
        );
    }
}
