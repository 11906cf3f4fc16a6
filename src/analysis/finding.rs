//! What a paired difference comes to: who does better, or that nobody clearly does. The command line and the page both say
//! what is found here, so that they cannot disagree.

use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::sign;

/// What a paired difference (one arm less another) comes to, for the arm that the other is subtracted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing has been run.
    Nothing,
    /// Every replicate gave the same in both arms.
    Same,
    /// The interval of the mean spans zero, or one replicate is too few to say.
    Unclear,
    /// It does better, in the indicator's own direction.
    Better,
    /// It does worse.
    Worse,
}

/// What the difference of an indicator comes to.
pub fn finding(difference: &Difference, indicator: usize) -> Finding {
    if difference.replicates == 0 {
        Finding::Nothing
    } else if difference.last_year.iter().all(|d| *d == 0.0) {
        Finding::Same
    } else if !difference.is_clear() {
        Finding::Unclear
    } else if (difference.interval.0 > 0.0) == (sign(indicator) > 0.0) {
        Finding::Better
    } else {
        Finding::Worse
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{LONELY, WELLBEING};

    fn difference(values: &[f64], interval: (f64, f64)) -> Difference {
        let count = values.len() as u32;
        Difference { by_year: Vec::new(), interval, first_better: 0, second_better: 0, replicates: count, last_year: values.to_vec() }
    }

    #[test]
    fn more_is_better_or_worse_as_the_indicator_has_it() {
        let more = difference(&[0.1, 0.2], (0.05, 0.25));
        assert_eq!((finding(&more, WELLBEING), finding(&more, LONELY)), (Finding::Better, Finding::Worse));
        let less = difference(&[-0.1, -0.2], (-0.25, -0.05));
        assert_eq!((finding(&less, WELLBEING), finding(&less, LONELY)), (Finding::Worse, Finding::Better));
    }

    #[test]
    fn what_cannot_be_told_is_not_told() {
        assert_eq!(finding(&difference(&[], (0.0, 0.0)), WELLBEING), Finding::Nothing);
        assert_eq!(finding(&difference(&[0.0, 0.0], (0.0, 0.0)), WELLBEING), Finding::Same);
        assert_eq!(finding(&difference(&[0.3], (0.3, 0.3)), WELLBEING), Finding::Unclear, "one replicate");
        assert_eq!(finding(&difference(&[0.3, -0.1], (-0.2, 0.4)), WELLBEING), Finding::Unclear);
    }
}
