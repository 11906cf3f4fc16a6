//! Words of the picture of a place: what stands around it, who is followed, what the timeline
//! marks.

use crate::charts::rim::Thing;
use crate::engine::state::service::ServiceKind;
use crate::session::timeline::{Stretch, rounds_words};

pub(crate) use crate::words::place::*;

/// What something on the rim is called.
pub fn thing(thing: Thing) -> &'static str {
    let words = match thing {
        Thing::Service(ServiceKind::PrimaryCare) => PRIMARY_CARE,
        Thing::Service(ServiceKind::SocialCare) => SOCIAL_CARE,
        Thing::Service(ServiceKind::MentalHealth) => MENTAL_HEALTH,
        Thing::Service(ServiceKind::Advice) => ADVICE,
        Thing::Service(ServiceKind::Work) => WORK_AND_SKILLS,
        Thing::Service(ServiceKind::Voluntary) => VOLUNTARY_GROUPS,
        Thing::Service(ServiceKind::Hospice) => HOSPICE,
        Thing::Service(ServiceKind::Hospital) => HOSPITAL,
        Thing::LocalGovernment => LOCAL_GOVERNMENT,
        Thing::NationalGovernment => NATIONAL_GOVERNMENT,
    };
    words.text()
}

/// When there is new money.
pub fn money_marks(money: Option<Stretch>) -> String {
    match money {
        None => NO_NEW_MONEY.to_string(),
        Some(Stretch { from, to }) if to - from <= 12 => new_money_in(from / 12 + 1),
        Some(Stretch { from, to }) => new_money_from(from / 12 + 1, to / 12),
    }
}

/// When an arm's rounds open and end.
pub fn round_marks(arm: &str, rounds: &[Stretch]) -> String {
    rounds_of(arm, &rounds_words(rounds))
}

/// A round, for its tick.
pub fn round(number: usize, wide: bool) -> String {
    if wide {
        round_number(number)
    } else {
        number.to_string()
    }
}
