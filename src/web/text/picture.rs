//! The words of the living picture, and what it shows in a sentence.

use super::lower;
use crate::charts::dots::Counts;
use crate::charts::number::plain;
use crate::ensemble::pair::Names;
use crate::indicators::FrameMeasure;

pub(crate) use crate::words::picture::*;

/// The id of a measure in lists.
pub fn measure_id(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "wellbeing",
        FrameMeasure::CloseFriends => "friends",
        FrameMeasure::Control => "control",
        FrameMeasure::NeedMet => "support",
    }
}

/// The name of a measure.
pub fn measure(measure: FrameMeasure) -> &'static str {
    let words = match measure {
        FrameMeasure::Wellbeing => MEASURE_WELLBEING,
        FrameMeasure::CloseFriends => MEASURE_FRIENDS,
        FrameMeasure::Control => MEASURE_CONTROL,
        FrameMeasure::NeedMet => MEASURE_SUPPORT,
    };
    words.text()
}

/// What the low end of a measure is.
pub fn low_end(measure: FrameMeasure) -> &'static str {
    let words = match measure {
        FrameMeasure::Wellbeing => LOW_WELLBEING,
        FrameMeasure::CloseFriends => LOW_FRIENDS,
        FrameMeasure::Control => LOW_CONTROL,
        FrameMeasure::NeedMet => LOW_SUPPORT,
    };
    words.text()
}

/// What the high end of a measure is.
pub fn high_end(measure: FrameMeasure) -> &'static str {
    let words = match measure {
        FrameMeasure::Wellbeing => HIGH_WELLBEING,
        FrameMeasure::CloseFriends => HIGH_FRIENDS,
        FrameMeasure::Control => HIGH_CONTROL,
        FrameMeasure::NeedMet => HIGH_SUPPORT,
    };
    words.text()
}

/// What a picture shows, from the bytes of those who are alive.
pub fn world_summary(measure: FrameMeasure, living: &[u8]) -> String {
    if living.is_empty() {
        return String::new();
    }
    let share = |test: &dyn Fn(u8) -> bool| {
        plain(
            living.iter().filter(|b| test(**b)).count() as f64 * 100.0 / living.len() as f64,
            1,
        )
    };
    match measure {
        FrameMeasure::Wellbeing => summary_wellbeing(&share(&|b| b >= 175), &share(&|b| b < 125)),
        FrameMeasure::CloseFriends => summary_friends(&share(&|b| b < 25), &share(&|b| b >= 75)),
        FrameMeasure::Control => summary_control(&share(&|b| b >= 175), &share(&|b| b < 75)),
        FrameMeasure::NeedMet => summary_support(&share(&|b| b < 245)),
    }
}

/// Where the two worlds differ, in people: those who have more of a measure by as much as they
/// would notice.
pub fn difference_summary(measure: FrameMeasure, counts: Counts, names: Names) -> String {
    let say = match measure {
        FrameMeasure::Wellbeing => differ_wellbeing,
        FrameMeasure::CloseFriends => differ_friends,
        FrameMeasure::Control => differ_control,
        FrameMeasure::NeedMet => differ_support,
    };
    say(
        counts.alternative,
        counts.alternative + counts.reference + counts.neither,
        &lower(names.alternative),
        counts.reference,
        &lower(names.reference),
    )
}

/// A picture shows one run of all that there are, and says so first.
pub fn of_one_run(all: u32, words: &str) -> String {
    if words.is_empty() || all < 2 {
        words.to_owned()
    } else {
        one_run_of(all, words)
    }
}

/// A key of the difference picture.
pub fn better_with(name: &str) -> String {
    better_with_name(&lower(name))
}

/// A month as a date.
pub fn date(month: u32) -> String {
    if month == 0 {
        DATE_START.to_string()
    } else {
        date_of((month - 1) / 12 + 1, (month - 1) % 12 + 1)
    }
}
