//! The steps of a slider: both ends are among them, and numbers are printed as they were meant. Knows no browser.

/// Values are told apart to this many parts of one: finer than any slider's step, coarser than the noise of single precision.
const PARTS: f64 = 10_000.0;

/// A slider's lowest and highest value and its step, as a browser is to read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Lowest value.
    pub low: String,
    /// Highest value: a whole number of steps above the lowest.
    pub high: String,
    /// One step.
    pub step: String,
}

/// A number without the noise that comes from single precision: 5 where 0.05 of a hundred gives 5.000000074505806.
pub fn meant(value: f64) -> f64 {
    (value * PARTS).round() / PARTS
}

/// Steps from the lowest value to the highest. A browser counts them from the lowest, so a step that would miss the highest
/// becomes the largest one that divides both itself and the way.
pub fn steps(low: f64, high: f64, step: f64) -> Steps {
    let parts = |value: f64| (value * PARTS).round().abs() as u64;
    let step = common(parts(high - low), parts(step)).max(1);
    Steps {
        low: meant(low).to_string(),
        high: meant(high).to_string(),
        step: (step as f64 / PARTS).to_string(),
    }
}

/// The largest number that divides both.
fn common(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::limits;
    use crate::scenario::parameters::Parameters;
    use crate::scenario::strategy::DIMENSIONS;

    /// The value after as many steps up from the lowest as a browser would go.
    fn reached(steps: &Steps) -> f64 {
        let number = |text: &str| text.parse::<f64>().unwrap();
        let (low, high, step) = (number(&steps.low), number(&steps.high), number(&steps.step));
        meant(low + ((high - low) / step + 1e-9).floor() * step)
    }

    #[test]
    fn a_share_in_single_precision_has_the_ends_that_were_meant() {
        let area = steps(f64::from(0.05_f32) * 100.0, f64::from(1.0_f32) * 100.0, 5.0);
        assert_eq!(
            area,
            Steps {
                low: "5".into(),
                high: "100".into(),
                step: "5".into()
            }
        );
        let tenths = steps(f64::from(0.1_f32), f64::from(0.7_f32), 0.05);
        assert_eq!(
            (
                tenths.low.as_str(),
                tenths.high.as_str(),
                tenths.step.as_str()
            ),
            ("0.1", "0.7", "0.05")
        );
    }

    #[test]
    fn both_ends_of_every_slider_are_reached_by_stepping() {
        let mut sliders: Vec<(String, f64, f64, f64)> = vec![
            ("money".into(), 0.0, 300.0, 1.0),
            (
                "years".into(),
                f64::from(limits::YEARS.0),
                f64::from(limits::YEARS.1),
                1.0,
            ),
            (
                "budget".into(),
                limits::BUDGET.0 * 100.0,
                limits::BUDGET.1 * 100.0,
                5.0,
            ),
            ("level".into(), 0.0, 100.0, 5.0),
        ];
        for dimension in &DIMENSIONS {
            for (factor, step) in [(100.0, 5.0), (1.0, 12.0), (1.0, 0.1)] {
                let ends = (
                    f64::from(dimension.low) * factor,
                    f64::from(dimension.high) * factor,
                );
                sliders.push((dimension.id.to_owned(), ends.0, ends.1, step));
            }
        }
        for info in Parameters::registry() {
            sliders.push((
                info.id(),
                f64::from(info.low),
                f64::from(info.high),
                f64::from(info.high - info.low) / 20.0,
            ));
        }
        for (name, low, high, step) in sliders {
            let steps = steps(low, high, step);
            assert_eq!(reached(&steps), meant(high), "{name}: {steps:?}");
            assert!(
                steps.step.parse::<f64>().unwrap() <= meant(step).max(1.0 / PARTS),
                "{name}: {steps:?}"
            );
        }
    }

    #[test]
    fn a_step_that_misses_the_end_becomes_one_that_reaches_it() {
        assert_eq!(steps(6.0, 120.0, 12.0).step, "6");
        assert_eq!(steps(0.0, 412.5, 1.0).step, "0.5");
        assert_eq!(steps(3.0, 3.0, 1.0).step, "1", "nowhere to go");
    }
}
