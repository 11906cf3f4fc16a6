//! The sections of the page About.

use crate::words::Words;

pub(crate) use crate::words::about::*;

/// What the about page says, section by section.
pub const ABOUT_SECTIONS: &[(Words, &[Words])] = &[
    (WHAT_TITLE, &[WHAT_1, WHAT_2, WHAT_3]),
    (CANNOT_TITLE, &[CANNOT_1, CANNOT_2, CANNOT_3, CANNOT_4]),
    (RESULTS_TITLE, &[RESULTS_1, RESULTS_2]),
    (ACCESSIBILITY_TITLE, &[ACCESSIBILITY_1, ACCESSIBILITY_2]),
    (PRIVACY_TITLE, &[PRIVACY_1, PRIVACY_2]),
];
