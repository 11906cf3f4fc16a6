//! The words of Explore as one screen.

use crate::session::explore::Tab;

pub(crate) use crate::words::explore::*;

/// What a tab or a drawer is called.
pub fn tab(tab: Tab) -> &'static str {
    let words = match tab {
        Tab::Overview => TAB_OVERVIEW,
        Tab::People => TAB_PEOPLE,
        Tab::Money => TAB_MONEY,
        Tab::Why => TAB_WHY,
        Tab::Compare => TAB_COMPARE,
        Tab::Outcomes => DRAWER_OUTCOMES,
        Tab::Details => DRAWER_DETAILS,
        Tab::Events => DRAWER_EVENTS,
    };
    words.text()
}
