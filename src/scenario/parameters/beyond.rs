//! Values outside their registered range: how far they may go before the model breaks, and how they
//! are marked in what comes out. Knows no file: `scenario::validate` reads the permission
//! (`beyond_range = true`) and holds values to these bounds.

use super::{ParameterInfo, Parameters};
use crate::scenario::approaches::Effect;
use std::fmt::{Display, Formatter};

/// The field by which a file allows values outside their registered range.
pub const FIELD: &str = "beyond_range";
/// How many times as far as the registered range a value may go, where nothing nearer stops it.
const FARTHER: f32 = 10.0;

/// Hours of a week: nobody gives or gets more of them.
const HOURS_IN_A_WEEK: f32 = 168.0;

/// Units of chances and of parts of a whole: above 1 they are no chances and no parts.
const PARTS: [&str; 10] = [
    "share",
    "chance",
    "chance a month",
    "chance a contact",
    "share of deaths",
    "share of adults",
    "share of variance",
    "share of those who ask",
    "share of the dip",
    "share of the gap a year",
];

impl ParameterInfo {
    /// The bounds that hold even with `beyond_range = true`: finite; no negative rate; a chance or
    /// a part of a whole at most 1; switches off or on; what is divided by (times, prices, ratios,
    /// spreads) above 0; all else ten times as far as registered.
    pub fn bounds(&self) -> (f32, f32) {
        bounds(self.low, self.high, self.unit)
    }
}

impl Effect {
    /// The bounds of what an approach achieves, by the same rule; hours are at most those of a
    /// week.
    pub fn bounds(&self) -> (f32, f32) {
        let (least, most) = bounds(self.low, self.high, self.lever.unit());
        if self.lever.unit() == "hours a week" {
            (least, most.min(HOURS_IN_A_WEEK))
        } else {
            (least, most)
        }
    }
}

fn bounds(low: f32, high: f32, unit: &str) -> (f32, f32) {
    let least = match low {
        _ if low < 0.0 => low * FARTHER,
        _ if low > 0.0 && is_divided_by(unit) => low / FARTHER,
        _ => 0.0,
    };
    let most = match unit {
        _ if PARTS.contains(&unit) => 1.0,
        "switch, 0 or 1" => return (low, high),
        // The example of everybody: what lies between 0 and 1 is held there month by month,
        // whatever moves it.
        _ if unit.starts_with("index") => FARTHER,
        _ if high <= 0.0 => 0.0,
        _ => high * FARTHER,
    };
    (least.min(low), most.max(high))
}

/// Whether a quantity of this unit stands below a line somewhere, or under a logarithm.
fn is_divided_by(unit: &str) -> bool {
    [
        "month",
        "£",
        "ratio",
        "standard deviation",
        "points",
        "hours",
        "per 1,000",
    ]
    .iter()
    .any(|word| unit.starts_with(word))
}

/// A parameter, or an effect of an approach, outside its registered range.
#[derive(Clone, Debug, PartialEq)]
pub struct Beyond {
    /// Its id; of an effect the name by which a sweep varies it.
    pub id: String,
    /// The lowest of its values that are outside.
    pub from: f64,
    /// The highest of them; the same where there is one.
    pub to: f64,
    /// The range in which it is registered.
    pub range: (f32, f32),
}

impl Beyond {
    /// What is outside of some values of one quantity that is registered from `low` to `high`.
    pub fn of(
        id: &str,
        (low, high): (f32, f32),
        values: impl Iterator<Item = f64>,
    ) -> Option<Self> {
        // Held in single precision, as the model does: 0.15 is no more than 0.15.
        let outside = values.filter(|value| !(low..=high).contains(&(*value as f32)));
        let ends = outside.fold(None, |ends: Option<(f64, f64)>, value| {
            let (from, to) = ends.unwrap_or((value, value));
            Some((from.min(value), to.max(value)))
        });
        ends.map(|(from, to)| Self {
            id: id.to_owned(),
            from,
            to,
            range: (low, high),
        })
    }
}

impl Display for Beyond {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let (low, high) = self.range;
        let values = if self.from == self.to {
            self.from.to_string()
        } else {
            format!("{} to {}", self.from, self.to)
        };
        let range = if low < 0.0 {
            format!("{low} to {high}")
        } else {
            format!("{low}–{high}")
        };
        write!(out, "{} = {values} ({range})", self.id)
    }
}

impl Parameters {
    /// Every parameter outside its registered range, in the order of the registry.
    pub fn beyond(&self) -> Vec<Beyond> {
        let values = self.values();
        // The number that people wrote, in place of the nearest one that single precision holds.
        let written = |value: f32| value.to_string().parse().unwrap_or(f64::from(value));
        let of = |info: &ParameterInfo, value| {
            Beyond::of(
                &info.id(),
                (info.low, info.high),
                std::iter::once(written(value)),
            )
        };
        Self::registry()
            .iter()
            .zip(values)
            .filter_map(|(info, value)| of(info, value))
            .collect()
    }
}

/// The mark that stands in every output where something is outside: "outside its registered range:
/// control.power = 3 (0–0.15)".
pub fn mark(beyond: &[Beyond]) -> Option<String> {
    let names: Vec<String> = beyond.iter().map(ToString::to_string).collect();
    match names.len() {
        0 => None,
        1 => Some(format!("outside its registered range: {}", names[0])),
        _ => Some(format!(
            "outside their registered ranges: {}",
            names.join("; ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_the_range_and_what_no_model_can_do_without() {
        for info in Parameters::registry() {
            let (least, most) = info.bounds();
            assert!(
                least <= info.low && info.high <= most && least.is_finite() && most.is_finite(),
                "{}",
                info.id()
            );
            assert!(
                info.low < 0.0 || least >= 0.0,
                "{}: a negative rate",
                info.id()
            );
            assert!(
                !info.unit.starts_with("chance") || most <= 1.0,
                "{}: a chance above 1",
                info.id()
            );
            assert!(
                !info.unit.starts_with("months, half-life") || least > 0.0,
                "{}: a half-life of nothing",
                info.id()
            );
        }
        let power = Parameters::registry()
            .into_iter()
            .find(|info| info.id() == "control.power")
            .unwrap();
        assert!(power.bounds().1 >= 3.0);
    }

    #[test]
    fn effects_of_approaches_go_no_farther_than_their_units() {
        let approaches = crate::scenario::bundled::approaches().unwrap();
        for effect in approaches.iter().flat_map(|approach| &approach.effects) {
            let ((least, most), unit) = (effect.bounds(), effect.lever.unit());
            assert!(
                least <= effect.low && effect.high <= most && least.is_finite(),
                "{effect:?}"
            );
            assert!(
                effect.low < 0.0 || least >= 0.0,
                "{effect:?}: a negative effect"
            );
            assert!(
                !PARTS.contains(&unit) || most <= 1.0,
                "{effect:?}: more than the whole"
            );
            assert!(
                unit != "hours a week" || most <= HOURS_IN_A_WEEK,
                "{effect:?}: more hours than a week has"
            );
        }
    }

    #[test]
    fn what_is_outside_is_marked_and_what_is_inside_is_not() {
        let mut parameters = Parameters::default();
        assert_eq!(mark(&parameters.beyond()), None);
        parameters.control.power = 3.0;
        assert_eq!(
            mark(&parameters.beyond()).unwrap(),
            "outside its registered range: control.power = 3 (0–0.15)"
        );
        parameters.couplings.person_from_family = 2.1;
        assert_eq!(
            mark(&parameters.beyond()).unwrap(),
            "outside their registered ranges: control.power = 3 (0–0.15); \
             couplings.person_from_family = 2.1 (0–2)"
        );
        for info in Parameters::registry() {
            for end in [info.low, info.high] {
                let written: f64 = end.to_string().parse().unwrap();
                assert_eq!(
                    Beyond::of(&info.id(), (info.low, info.high), std::iter::once(written)),
                    None,
                    "{}: its own end",
                    info.id()
                );
            }
        }
        let power = Parameters::registry()
            .into_iter()
            .find(|info| info.id() == "control.power")
            .unwrap();
        let several = Beyond::of(
            &power.id(),
            (power.low, power.high),
            [0.1, 0.2, 3.0].into_iter(),
        )
        .unwrap();
        assert_eq!(several.to_string(), "control.power = 0.2 to 3 (0–0.15)");
    }
}
