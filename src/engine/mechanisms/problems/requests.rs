//! What is asked of services, and what differs by neighbourhood for those who ask. Names and measures only.

use crate::engine::state::service::ServiceKind;

/// The matter of a request that is no problem: an assessment for social care.
pub(super) const ASSESSMENT: usize = 5;

/// What wants a contact with a service this month.
pub(super) struct Request {
    pub person: usize,
    /// The kind of problem, or [`ASSESSMENT`].
    pub matter: usize,
    pub service: ServiceKind,
}

/// What differs by neighbourhood, worked out once a month.
pub(super) struct Here {
    /// How much more often problems arise.
    pub arising: f32,
    /// What is given of what is asked for, of what there is for all. Range: 0–1; 1 in the least deprived neighbourhoods.
    pub access: f32,
}
