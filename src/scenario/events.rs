//! Shocks: what hits every arm alike, at a date. What they do to a world is the engine's.

use serde::{Deserialize, Serialize};

/// Something that hits every arm alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The month it happens, counted from 0 at the branching of the arms.
    pub month: u32,
    /// What happens.
    pub kind: EventKind,
    /// How much of it. Unit: share. Range: 0–1.
    pub size: f32,
    /// The service it is about; a closure needs one, nothing else has one.
    pub service: Option<EventService>,
    /// For how many months, where it can end; for good when nothing is said.
    pub months: Option<u32>,
}

/// The kinds of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// Core budgets of services fall by the share `size`.
    Cut,
    /// A leader leaves: power shared and accountability fall back by the share `size`.
    LeaderLeaves,
    /// Contact between people falls by the share `size` for a year, or for the `months` that are
    /// given.
    Pandemic,
    /// A service closes the share `size` of what it does.
    Closure,
    /// People arrive: the share `size` of the population.
    Influx,
}

impl EventKind {
    /// Every kind with its name in files and what it does.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (
            Self::Cut,
            "cut",
            "core budgets of services fall by this share",
        ),
        (
            Self::LeaderLeaves,
            "leader-leaves",
            "power shared and human accountability fall back by this share",
        ),
        (
            Self::Pandemic,
            "pandemic",
            "contact between people falls by this share, for a year or for `months`",
        ),
        (
            Self::Closure,
            "closure",
            "one `service` closes this share of what it does, for good or for `months`",
        ),
        (
            Self::Influx,
            "influx",
            "people arrive: this share of the population, in new homes; the place stays larger",
        ),
    ];

    /// The name as in files.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or("", |(_, id, _)| id)
    }

    /// Whether it can be over after some months.
    pub const fn can_end(self) -> bool {
        matches!(self, Self::Pandemic | Self::Closure)
    }
}

/// Declares the services that an event can name.
macro_rules! services {
    ($($name:ident = $id:literal, $words:literal;)*) => {
        /// A service that an event can close, in the order in which the engine holds services.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum EventService { $(#[doc = $words] $name,)* }

        impl EventService {
            /// All of them.
            pub const ALL: [Self; 8] = [$(Self::$name,)*];

            /// The name as in files.
            pub const fn id(self) -> &'static str { match self { $(Self::$name => $id,)* } }

            /// The words people read.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }.trim_end_matches('.')
            }
        }
    };
}

services! {
    PrimaryCare = "primary-care", "Primary and community health.";
    SocialCare = "social-care", "Adult social care.";
    MentalHealth = "mental-health", "Mental health.";
    Advice = "advice", "Housing and money advice.";
    Work = "work", "Work and skills.";
    Voluntary = "voluntary", "Voluntary sector.";
    Hospice = "hospice", "Hospice and palliative care.";
    Hospital = "hospital", "Hospital and crisis.";
}

impl Event {
    /// An event that is not about one service and ends as its kind does.
    pub const fn new(month: u32, kind: EventKind, size: f32) -> Self {
        Self {
            month,
            kind,
            size,
            service: None,
            months: None,
        }
    }

    /// Whether it is in force in a month.
    pub fn in_force(&self, month: u32) -> bool {
        month >= self.month && self.months.is_none_or(|months| month - self.month < months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_in_force_from_its_month_for_as_long_as_it_says() {
        let mut event = Event::new(5, EventKind::Closure, 0.5);
        assert_eq!(
            [4, 5, 500].map(|month| event.in_force(month)),
            [false, true, true]
        );
        event.months = Some(3);
        assert_eq!(
            [4, 5, 7, 8].map(|month| event.in_force(month)),
            [false, true, true, false]
        );
    }
}
