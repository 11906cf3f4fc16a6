//! The words of what can be changed.

use crate::scenario::strategy::Level;

words! {
    CONTROLS = "Change something";
    UNDO = "Undo";
    REDO = "Redo";
    RESET = "Start over";
    PLACE = "Place";
    PLACE_HINT = "Any district of England, by its name, an older name, its county or region.";
    MONEY_EACH_YEAR = "New money each year";
    POUNDS_A_HEAD = "£ a head";
    MONEY_HINT = "The same in both worlds, on top of today's budgets.";
    YEARS = "Years";
    YEARS_UNIT = "years";
    YEAR_UNIT = "year";
    FIRST_WORLD = "First world";
    SECOND_WORLD = "Second world";
    REPLICATES = "Re-runs";
    REPLICATES_HINT = "Each re-run gives everybody other luck, the same in both worlds.";
    MORE_CONTROLS = "More: funding, people, luck";
    FUNDED_UNTIL = "Money lasts until";
    FUNDED_HINT = "The last year with new money. What is left afterwards?";
    PEOPLE = "Invented people";
    PEOPLE_HINT = "More people, finer picture, longer wait.";
    SEED = "Number of the luck:";
    OTHER_LUCK = "Try other luck";
    STRATEGY = "Strategy";
    DIMENSIONS = "How it is done";
    CHANGED = " (changed)";
    LEVELS = "Where the money goes";
    PERCENT_WEIGHT = "% weight";
}

/// The name of a level.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::People => "People",
        Level::Families => "Families and carers",
        Level::Communities => "Neighbourhoods",
        Level::Services => "Services",
        Level::Government => "Government",
    }
}

/// How many places a search found.
pub fn places_found(count: usize) -> String {
    match count {
        0 => "No place of that name. Try a larger town nearby, or the county.".to_owned(),
        1 => "1 place found".to_owned(),
        more => format!("{more} places found"),
    }
}
