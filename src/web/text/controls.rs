//! The words of what can be changed.

use crate::scenario::strategy::Level;

pub(crate) use crate::words::controls::*;

/// The name of a level.
pub fn level(level: Level) -> &'static str {
    let words = match level {
        Level::People => LEVEL_PEOPLE,
        Level::Families => LEVEL_FAMILIES,
        Level::Communities => LEVEL_COMMUNITIES,
        Level::Services => LEVEL_SERVICES,
        Level::Government => LEVEL_GOVERNMENT,
    };
    words.text()
}
