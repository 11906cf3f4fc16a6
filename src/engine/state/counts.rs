//! What happened this year, counted as it happened, for the accounts and the indicators. Emptied when a year begins.

/// Events of one year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// Contacts about problems.
    pub contacts: u64,
    /// Those caused by an earlier need that was not resolved.
    pub failure_contacts: u64,
    /// Those that fitted the person.
    pub fitting_contacts: u64,
    /// People waiting, month by month.
    pub waiting: u64,
    /// Primary-care contacts.
    pub primary_contacts: u64,
    /// A&E attendances.
    pub attendances: u64,
    /// Those that followed another within seven days.
    pub reattendances: u64,
    /// Emergency admissions.
    pub admissions: u64,
    /// Evictions.
    pub evictions: u64,
    /// Breakdowns of care in a family.
    pub breakdowns: u64,
    /// Placements in residential care.
    pub placements: u64,
    /// Months that people spent in it.
    pub residential_months: u64,
    /// Requests for social care.
    pub social_care_requests: u64,
    /// Deaths.
    pub deaths: u64,
    /// Births.
    pub births: u64,
    /// Deaths from a life-limiting condition.
    pub expected_deaths: u64,
    /// Those with the care and in the place the person wished.
    pub wished_deaths: u64,
    /// Adults who gave time, month by month.
    pub volunteer_months: u64,
    /// Crisis costs booked so far.
    pub crisis_booked: crate::units::Pence,
}
