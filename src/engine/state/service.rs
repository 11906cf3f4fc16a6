//! Services: what they can do, and who waits for them.

use super::person::ProblemKind;

/// How many services there are.
pub const SERVICES: usize = 8;

/// The services of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceKind {
    /// Primary and community health.
    PrimaryCare,
    /// Adult social care.
    SocialCare,
    /// Mental health.
    MentalHealth,
    /// Housing and money advice.
    Advice,
    /// Work and skills.
    Work,
    /// Voluntary sector.
    Voluntary,
    /// Hospice and palliative care.
    Hospice,
    /// Hospital and crisis.
    Hospital,
}

impl ServiceKind {
    /// All services, in the order of the arrays.
    pub const ALL: [Self; SERVICES] =
        [Self::PrimaryCare, Self::SocialCare, Self::MentalHealth, Self::Advice, Self::Work, Self::Voluntary, Self::Hospice, Self::Hospital];

    /// The service that a kind of problem is brought to.
    pub const fn for_problem(kind: ProblemKind) -> Self {
        match kind {
            ProblemKind::Health => Self::PrimaryCare,
            ProblemKind::Mind => Self::MentalHealth,
            ProblemKind::Money | ProblemKind::Home => Self::Advice,
            ProblemKind::Work => Self::Work,
        }
    }
}

/// The state of all services of the place.
#[derive(Clone, Debug, PartialEq)]
pub struct Services {
    /// Contacts about problems a head a month that core budgets pay for, by service.
    pub contacts_per_head: [f32; SERVICES],
    /// What core budgets buy now, of what they bought at the start. Range: 0 and more; 1 = as at the start.
    pub core: f32,
    /// How much of each service is open: 1, less what an event closes. Range: 0–1.
    pub open: [f32; SERVICES],
    /// Morale of staff. Range: 0–1.
    pub morale: f32,
    /// People who waited this month without being seen.
    pub waiting: u32,
    /// Formal hours of support given last month, of those it set out to give. Range: 0–1.
    pub formal_coverage: f32,
}
