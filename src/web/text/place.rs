//! Words of the picture of a place: what stands around it, who is followed, what the timeline marks.

use crate::charts::rim::Thing;
use crate::engine::state::service::ServiceKind;
use crate::session::timeline::{Stretch, rounds_words};

words! {
    LOOK_AT_PLACE = "Look at somebody";
    NEIGHBOURHOOD = "Neighbourhood";
    WHOLE_PLACE = "The whole place";
    SOMEBODY = "Somebody";
    SOMEBODY_ELSE = "Somebody else";
    NOBODY = "Nobody";
    FOLLOW_HINT = "Point at a dot, or choose “Somebody”, to see a person's friends and family in both worlds.";
    RIM_KEY = "Around the place";
    LINES = "Faint lines: who pays or looks after whom. Local government pays services and looks after neighbourhoods; national government funds local government.";
    FRIENDS_KEY = "Lines are friendships at the start, thick where each counts on the other. The ring is their family.";
    MONEY_STARTS = "starts";
    MONEY_ENDS = "ends";
    SHOW_RUNS = "Show single runs";
    RUNS_HINT = "Each thin line is one run.";
    BEING_RUN = "Being worked out…";
}

/// What something on the rim is called.
pub fn thing(thing: Thing) -> &'static str {
    match thing {
        Thing::Service(ServiceKind::PrimaryCare) => "Primary care",
        Thing::Service(ServiceKind::SocialCare) => "Social care",
        Thing::Service(ServiceKind::MentalHealth) => "Mental health",
        Thing::Service(ServiceKind::Advice) => "Advice",
        Thing::Service(ServiceKind::Work) => "Work and skills",
        Thing::Service(ServiceKind::Voluntary) => "Voluntary groups",
        Thing::Service(ServiceKind::Hospice) => "Hospice",
        Thing::Service(ServiceKind::Hospital) => "Hospital",
        Thing::LocalGovernment => "Local government",
        Thing::NationalGovernment => "National government",
    }
}

/// When there is new money.
pub fn money_marks(money: Option<Stretch>) -> String {
    match money {
        None => "No new money".to_owned(),
        Some(Stretch { from, to }) if to - from <= 12 => {
            format!("New money in year {}", from / 12 + 1)
        }
        Some(Stretch { from, to }) => format!(
            "New money from year {} to the end of year {}",
            from / 12 + 1,
            to / 12
        ),
    }
}

/// When an arm's rounds open and end.
pub fn round_marks(arm: &str, rounds: &[Stretch]) -> String {
    format!("{arm}: {}", rounds_words(rounds))
}

/// A round, for its tick.
pub fn round(number: usize, wide: bool) -> String {
    if wide {
        format!("round {number}")
    } else {
        number.to_string()
    }
}
