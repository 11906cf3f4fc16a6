//! The words of the living picture, and what it shows in a sentence.

use super::lower;
use crate::charts::dots::Counts;
use crate::charts::number::plain;
use crate::ensemble::pair::Names;
use crate::indicators::FrameMeasure;

words! {
    WORLDS = "The same people in two worlds";
    AT_THE_START = "At the start";
    WHERE_DIFFERENT = "Where the two worlds differ";
    COLOURED_BY = "Colour people by";
    SHOW_DIFFERENCE = "Show the difference";
    WORLD_PICTURE = "A picture of the place: circles are neighbourhoods, rings are families, dots are people.";
    PLACE_BEING_BUILT = "Building the place…";
    ALIKE = "Too little for the person to notice";
    ONE_DOT = "One dot is one person, on the same spot in both worlds.";
    TIMELINE = "Time";
    PLAY = "Play";
    PAUSE = "Pause";
    YEAR_BACK = "−1 year";
    YEAR_FORWARD = "+1 year";
    MONTH = "Month shown";
    SPEED = "Speed";
    SLOW = "Slow";
    NORMAL = "Normal";
    FAST = "Fast";
}

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
    match measure {
        FrameMeasure::Wellbeing => "Wellbeing",
        FrameMeasure::CloseFriends => "Friends to count on",
        FrameMeasure::Control => "Control over their life",
        FrameMeasure::NeedMet => "Support they need and get",
    }
}

/// What the low end of a measure is.
pub fn low_end(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "low wellbeing",
        FrameMeasure::CloseFriends => "friends",
        FrameMeasure::Control => "no control",
        FrameMeasure::NeedMet => "% of need met",
    }
}

/// What the high end of a measure is.
pub fn high_end(measure: FrameMeasure) -> &'static str {
    match measure {
        FrameMeasure::Wellbeing => "high",
        FrameMeasure::CloseFriends => "or more",
        FrameMeasure::Control => "full",
        FrameMeasure::NeedMet => "% or no need",
    }
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
        FrameMeasure::Wellbeing => {
            format!(
                "{}% do well (7 or more out of 10); {}% are below 5.",
                share(&|b| b >= 175),
                share(&|b| b < 125)
            )
        }
        FrameMeasure::CloseFriends => {
            format!(
                "{}% have nobody to count on; {}% have three or more.",
                share(&|b| b < 25),
                share(&|b| b >= 75)
            )
        }
        FrameMeasure::Control => {
            format!(
                "{}% have much control over their life; {}% have little.",
                share(&|b| b >= 175),
                share(&|b| b < 75)
            )
        }
        FrameMeasure::NeedMet => format!(
            "{}% lack some of the support they need.",
            share(&|b| b < 245)
        ),
    }
}

/// Where the two worlds differ, in people: those who have more of a measure by as much as they would notice.
pub fn difference_summary(measure: FrameMeasure, counts: Counts, names: Names) -> String {
    let n = |count: u32| plain(f64::from(count), 0);
    let (have, least) = match measure {
        FrameMeasure::Wellbeing => ("are better off", "half a point of 10"),
        FrameMeasure::CloseFriends => ("have more friends to count on", "one"),
        FrameMeasure::Control => ("have more control over their life", "5 of 100 points"),
        FrameMeasure::NeedMet => ("get more of the support they need", "a fifth of it"),
    };
    format!(
        "{} of {} people {have} with {}, {} with {} (by {least} or more, which a person would notice).",
        n(counts.alternative),
        n(counts.alternative + counts.reference + counts.neither),
        lower(names.alternative),
        n(counts.reference),
        lower(names.reference)
    )
}

/// A picture shows one run of all that there are, and says so first.
pub fn of_one_run(all: u32, words: &str) -> String {
    if words.is_empty() || all < 2 {
        words.to_owned()
    } else {
        format!("One run of {}. {words}", plain(f64::from(all), 0))
    }
}

/// A key of the difference picture.
pub fn better_with(name: &str) -> String {
    format!("better with {}", lower(name))
}

/// A month as a date.
pub fn date(month: u32) -> String {
    if month == 0 {
        "Start".to_owned()
    } else {
        format!(
            "Year {}, month {}",
            (month - 1) / 12 + 1,
            (month - 1) % 12 + 1
        )
    }
}
