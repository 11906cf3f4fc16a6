//! A person-year panel: what one year was for one person, for those who analyse lives rather than
//! means.
//!
//! Rows only: who fills them stands before (the engine's state), who writes them stands after
//! (`export::panel`).

use super::life::Presence;
use crate::place::Sex;

/// The services whose contacts are counted, as in the headings of the file, in the order of
/// [`PanelRow::contacts`].
pub const SERVICES: [&str; 8] = [
    "primary_care",
    "social_care",
    "mental_health",
    "advice",
    "work_and_skills",
    "voluntary_sector",
    "hospice",
    "hospital_and_crisis",
];

/// One person in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelRow {
    /// A number that is the same for the same person in every arm.
    pub person: u64,
    /// The year: 0 is the last before the arms branch.
    pub year: u32,
    /// Age at the end of the year, in whole years.
    pub age: u8,
    /// Sex.
    pub sex: Sex,
    /// Code of the neighbourhood lived in.
    pub neighbourhood: String,
    /// Deprivation of the neighbourhood: its decile, a mean of deciles where several official
    /// neighbourhoods are grouped in it. Range: 1 (most deprived tenth of England) to 10.
    pub deprivation: f32,
    /// A number for the family: equal for people who share a home.
    pub family: u64,
    /// Whether a condition limits day-to-day activities.
    pub disabled: bool,
    /// Whether a partner has died and nobody has taken their place.
    pub widowed: bool,
    /// Hours of care given. Unit: hours a week, mean of the year.
    pub carer_hours: f32,
    /// Hours of support needed. Unit: hours a week, mean of the year; the four below add up to it.
    pub support_need: f32,
    /// Hours met by the family. Unit: hours a week.
    pub met_by_family: f32,
    /// Hours met by community and friends. Unit: hours a week.
    pub met_by_community: f32,
    /// Hours met by formal services. Unit: hours a week.
    pub met_by_formal: f32,
    /// Hours that nobody met. Unit: hours a week.
    pub unmet: f32,
    /// Open problems at the end of the year.
    pub open_problems: u8,
    /// Wellbeing, mean of the year. Range: 0–10.
    pub wellbeing: f32,
    /// Whether often or always lonely at the end of the year.
    pub lonely: bool,
    /// Friends counted on at the end of the year.
    pub close_friends: u8,
    /// Control over one's own life at the end of the year. Range: 0–1.
    pub control: f32,
    /// Whether the person gave time in the neighbourhood at the end of the year.
    pub volunteer: bool,
    /// Whether satisfied with the area at the end of the year.
    pub satisfied: bool,
    /// Contacts in the year with each of [`SERVICES`].
    pub contacts: [u16; SERVICES.len()],
    /// Attendances at A&E in the year.
    pub ae_attendances: u16,
    /// Emergency admissions in the year.
    pub emergency_admissions: u16,
    /// The longest relationship with one professional so far. Unit: months.
    pub longest_relationship_months: u16,
    /// What public services spent on the person in the year. Unit: pounds, 2024/25 prices.
    pub cost_pounds: f64,
    /// Whether they live in the place at the end of the year. Who died or moved away in it has one
    /// last row. Nothing: gone, and the position was somebody else's before the month was over, so
    /// that it no longer says how.
    pub presence: Option<Presence>,
}
