//! The space of free parameters: each between the ends of its registered range, drawn as a unit cube.

use crate::analysis::factors;
use crate::scenario::parameters::Parameters;

/// The longest sequence that the low-discrepancy design gives under one seed.
pub const LONGEST: u32 = 1 << 16;

/// Free parameters with their ranges. A point is one number from 0 to 1 for each.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    ids: Vec<String>,
    ranges: Vec<(f64, f64)>,
    prior: Vec<f64>,
}

impl Space {
    /// The space of some parameters, each with the value it had before. The error names one that does not exist.
    pub fn of(free: &[(&str, f32)]) -> Result<Self, String> {
        let registry = Parameters::registry();
        let mut space = Self {
            ids: Vec::new(),
            ranges: Vec::new(),
            prior: Vec::new(),
        };
        for (id, prior) in free {
            let info = registry
                .iter()
                .find(|info| info.id() == *id)
                .ok_or_else(|| format!("there is no parameter \"{id}\""))?;
            let (low, high) = (f64::from(info.low), f64::from(info.high));
            space.ids.push((*id).to_owned());
            space.ranges.push((low, high));
            space
                .prior
                .push(((f64::from(*prior) - low) / (high - low)).clamp(0.0, 1.0));
        }
        Ok(space)
    }

    /// How many parameters there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The point of the values before calibration.
    pub fn prior(&self) -> &[f64] {
        &self.prior
    }

    /// The values of a point, by parameter id, in three significant digits: what is simulated is what can be written down.
    pub fn values(&self, point: &[f64]) -> Vec<(&str, f32)> {
        self.ids
            .iter()
            .zip(&self.ranges)
            .zip(point)
            .map(|((id, (low, high)), x)| {
                (
                    id.as_str(),
                    short((low + x * (high - low)).clamp(*low, *high)) as f32,
                )
            })
            .collect()
    }

    /// Sets the parameters to a point.
    pub fn apply(&self, point: &[f64], parameters: &mut Parameters) {
        for (id, value) in self.values(point) {
            parameters.set(id, value);
        }
    }
}

/// A number in three significant digits.
fn short(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// A point of a low-discrepancy design in a unit cube of any number of dimensions.
pub fn sobol(index: u32, dimensions: usize, seed: u32) -> Vec<f64> {
    (0..dimensions)
        .map(|dimension| factors::sobol(index, dimension, u64::from(seed)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::calibration::FREE;

    #[test]
    fn the_prior_is_a_point_and_comes_back_as_it_is_written() {
        let space = Space::of(FREE).unwrap();
        assert!(space.prior().iter().all(|x| (0.0..=1.0).contains(x)));
        let mut parameters = Parameters::default();
        space.apply(space.prior(), &mut parameters);
        for (id, prior) in FREE {
            let set = parameters.get(id).unwrap();
            assert!(
                (set - prior).abs() <= 0.005 * prior.abs(),
                "{id}: {set} and {prior}"
            );
        }
    }

    #[test]
    fn an_unknown_parameter_is_named() {
        assert_eq!(
            Space::of(&[("ties.colour", 1.0)]).unwrap_err(),
            "there is no parameter \"ties.colour\""
        );
    }

    #[test]
    fn three_digits_are_kept() {
        assert_eq!(
            (short(0.012_345), short(26.04), short(-1.786), short(0.0)),
            (0.0123, 26.0, -1.79, 0.0)
        );
    }

    #[test]
    fn the_design_fills_every_dimension_evenly() {
        let points: Vec<Vec<f64>> = (0..64).map(|k| sobol(k, 40, 3)).collect();
        for d in 0..40 {
            for quarter in 0..4 {
                let inside = points
                    .iter()
                    .filter(|p| (p[d] * 4.0) as usize == quarter)
                    .count();
                assert_eq!(inside, 16, "dimension {d}");
            }
        }
    }
}
