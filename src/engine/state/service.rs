//! Services: what they can do, and who waits for them.

use super::problem::ProblemKind;

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
    pub const ALL: [Self; SERVICES] = [
        Self::PrimaryCare,
        Self::SocialCare,
        Self::MentalHealth,
        Self::Advice,
        Self::Work,
        Self::Voluntary,
        Self::Hospice,
        Self::Hospital,
    ];

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

/// The services that a kind of problem is handed between, the one it is brought to first in front.
pub const fn route(kind: ProblemKind) -> [ServiceKind; 3] {
    use ServiceKind::{Advice, Hospital, MentalHealth, PrimaryCare, SocialCare, Voluntary, Work};
    match kind {
        ProblemKind::Health => [PrimaryCare, Hospital, SocialCare],
        ProblemKind::Mind => [MentalHealth, PrimaryCare, Voluntary],
        ProblemKind::Money => [Advice, Voluntary, Work],
        ProblemKind::Home => [Advice, SocialCare, Voluntary],
        ProblemKind::Work => [Work, Voluntary, MentalHealth],
    }
}

/// Where a problem goes when one service hands it on: to either of the two others of its route, as the draw in [0, 1) has it.
pub fn handed_to(kind: ProblemKind, from: ServiceKind, draw: f32) -> ServiceKind {
    let route = route(kind);
    let at = route
        .iter()
        .position(|service| *service == from)
        .unwrap_or(0);
    route[(at + if draw < 0.5 { 1 } else { 2 }) % 3]
}

/// The state of all services of the place.
#[derive(Clone, Debug, PartialEq)]
pub struct Services {
    /// Contacts about problems a head a month that core budgets pay for, by service.
    pub contacts_per_head: [f32; SERVICES],
    /// What core budgets buy now, of what they bought at the start. Range: 0 and more; 1 = as at the start.
    pub core: f32,
    /// The share of each service that is open. Range: 0–1; 1 = all, below 1 after a closure.
    pub open: [f32; SERVICES],
    /// Morale of the staff of each service. Range: 0–1.
    pub morale: [f32; SERVICES],
    /// People who asked each service this month.
    pub asked: [u32; SERVICES],
    /// Those who were not seen: its waiting list.
    pub waiting: [u32; SERVICES],
    /// How long those on the list have waited, the mean. Unit: months.
    pub waited: [f32; SERVICES],
    /// Problems that each service holds, people with formal support and people in palliative care included.
    pub caseload: [u32; SERVICES],
    /// Formal hours of support given last month, of those it set out to give. Range: 0–1.
    pub formal_coverage: f32,
}

impl Services {
    /// What a service can do now, of what it could at the start: core budget × what is open + what money adds or takes.
    ///
    /// `lever` is what investment adds, as a share of core capacity; below 0 where money is taken out.
    #[inline]
    pub fn effective(&self, service: ServiceKind, lever: f32) -> f32 {
        (self.core * self.open[service as usize] + lever).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_begins_where_problems_are_brought_and_every_hand_on_leads_elsewhere() {
        for kind in ProblemKind::ALL {
            let all = route(kind);
            assert_eq!(all[0], ServiceKind::for_problem(kind));
            for from in all {
                let (a, b) = (handed_to(kind, from, 0.2), handed_to(kind, from, 0.8));
                assert!(
                    a != from && b != from && a != b && all.contains(&a) && all.contains(&b),
                    "{kind:?} {from:?}"
                );
            }
        }
    }
}
