//! Persons: what is known of each, month by month.

use super::columns::columns;
use super::problem;
pub use super::problem::{PROBLEMS, ProblemKind};
use super::service::ServiceKind;
use crate::engine::chosen::few;
use crate::ids::{CommunityId, FamilyId, PersonId};
use crate::place::{Activity, Disability};
use crate::random::Key;
use crate::units::Pence;
use serde::{Deserialize, Serialize};

/// `seat` of somebody who has none: nobody meets them by chance.
pub const NO_SEAT: u32 = u32::MAX;

/// How many friends a person can hold in mind: slots for ties.
pub const TIE_SLOTS: usize = 12;

/// The strength from which a tie is one that a person counts on.
pub const CLOSE: f32 = 0.5;

/// `months_left` of a person without a life-limiting condition.
pub const NOT_LIMITED: u16 = u16::MAX;

/// `came` of a person who was there when the place began.
pub const FROM_THE_START: u32 = u32::MAX;

/// Where a person lives, as far as it differs from the home that their family holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Housing {
    /// At home.
    Own,
    /// In residential care for a while; the place at home is kept.
    Residential,
    /// In temporary accommodation after an eviction.
    Temporary,
}

columns! {
    /// Everybody: one position a person. A position outlives the person in it and may be taken by a newcomer.
    Persons, seen as PersonsSeen, of
    /// One person.
    PersonRow {
        /// Names the person in every world.
        key: Key,
        /// Whether somebody lives in this position.
        alive: bool,
        /// Whether the person last here has died; one who has left has not.
        died: bool,
        /// Age. Unit: months.
        age_months: u16,
        /// Female (true) or male.
        female: bool,
        /// The family.
        family: FamilyId,
        /// The neighbourhood.
        community: CommunityId,
        /// Where others meet the person by chance, or [`NO_SEAT`].
        seat: u32,
        /// Social group, for homophily.
        group: u8,
        /// The partner at home, or none.
        partner: PersonId,
        /// Whether a child, of any age, of somebody at home.
        is_child: bool,
        /// Long-term conditions and what they limit.
        disability: Disability,
        /// What the person does in the week.
        activity: Activity,
        /// Months left with a life-limiting condition, or [`NOT_LIMITED`].
        months_left: u16,
        /// Whether palliative care reaches the person.
        palliative: bool,
        /// Whether a partner has died and none has come since.
        widowed: bool,
        /// Support needed. Unit: hours a week.
        need: f32,
        /// Met by family. Unit: hours a week.
        from_family: f32,
        /// Met by community and friends. Unit: hours a week.
        from_community: f32,
        /// Met by formal services. Unit: hours a week.
        from_formal: f32,
        /// Met by nobody. Unit: hours a week.
        unmet: f32,
        /// Care given to others. Unit: hours a week.
        care_hours: f32,
        /// Whether the person gives care when somebody close needs it.
        willing: bool,
        /// How much care the person can give, of what people in their position can. Mean 1.
        care_capacity: f32,
        /// Months since the person asked for social care and has not been assessed, plus one, or 0. Saturates.
        waiting_care: u8,
        /// Whether social care has found the person eligible for formal hours.
        client: bool,
        /// Where the person lives.
        housing: Housing,
        /// Months left there, when not at home.
        housing_months: u8,
        /// For each kind of problem, months it has been open plus one, or 0. Saturates.
        problem_age: [u8; PROBLEMS],
        /// For each kind of problem, contacts that did not resolve it. Saturates.
        problem_returns: [u8; PROBLEMS],
        /// For each kind of problem, the service that holds it, or would be asked first.
        problem_at: [ServiceKind; PROBLEMS],
        /// For each kind of problem, months in which a service was asked in vain since it last saw the person. Saturates.
        problem_waits: [u8; PROBLEMS],
        /// Months with the same professional, now.
        relationship: u16,
        /// The longest relationship with one professional so far. Unit: months.
        longest_relationship: u16,
        /// Proneness to crisis. Mean 1.
        frailty: f32,
        /// Life satisfaction. Range: 0–10.
        wellbeing: f32,
        /// Lasting part of wellbeing, standardised.
        trait_score: f32,
        /// Slowly changing part of wellbeing, standardised.
        slow_score: f32,
        /// Dip from events from which people recover in a year or two, still to recover. Unit: points.
        dip: f32,
        /// Dip from events from which people recover over many years, still to recover. Unit: points.
        scar: f32,
        /// What wellbeing has lately been, with a memory of months. Range: 0–10.
        wellbeing_lately: f32,
        /// Control. Range: 0–1.
        control: f32,
        /// The person's own level of control. Range: 0–1.
        control_level: f32,
        /// Trust in services. Range: 0–1.
        trust: f32,
        /// Lasting part of loneliness, standardised.
        lonely_trait: f32,
        /// Whether often or always lonely.
        lonely: bool,
        /// Friends the person counts on.
        close_friends: u8,
        /// Ties that are close or will be.
        close_ties: u8,
        /// Rank among people of the same age by the close friends that suit them. Range: 0–1.
        sociability: f32,
        /// Weaker ties that would suit the person.
        weaker_wanted: u8,
        /// Whether among the few of the neighbourhood who bridge most between people who do not know each other.
        connector: bool,
        /// The month in which the person came to the place, or [`FROM_THE_START`].
        came: u32,
        /// Whether somebody helps the person to shape their own support.
        plan: bool,
        /// Whether the person gives time in the neighbourhood.
        volunteer: bool,
        /// Whether satisfied with the area lived in, when last asked.
        satisfied: bool,
        /// Friends, the first `tie_count` slots.
        ties: [PersonId; TIE_SLOTS],
        /// How strong each tie is. Range: 0–1.
        tie_strength: [f32; TIE_SLOTS],
        /// How strong each tie will become. Range: 0–1.
        tie_goal: [f32; TIE_SLOTS],
        /// How many friends.
        tie_count: u8,
        /// Primary-care contacts this year.
        primary_contacts: u16,
        /// Contacts about problems this year, by service.
        contacts: [u16; super::service::SERVICES],
        /// Those of them that fitted the person.
        fitting_contacts: u16,
        /// A&E attendances this year.
        attendances: u16,
        /// Emergency admissions this year.
        admissions: u16,
        /// Public cost of crises this year, as it is booked.
        cost: Pence,
        /// What the health care used this year cost: primary care, A&E, emergency admissions by their length.
        health_cost: Pence,
    }
}

impl Persons {
    /// Positions of the few living for whose value in a column something holds, in order.
    pub fn living_few<T>(&self, column: &[T], holds: impl Fn(&T) -> bool) -> Vec<usize> {
        let mut positions = few(column, holds);
        positions.retain(|i| self.alive[*i]);
        positions
    }

    /// Age in whole years.
    #[inline]
    pub fn age(&self, i: usize) -> u16 {
        self.age_months[i] / 12
    }

    /// Whether 18 or over.
    #[inline]
    pub fn is_adult(&self, i: usize) -> bool {
        self.age_months[i] >= 18 * 12
    }

    /// Whether anything is open.
    #[inline]
    pub fn has_problem(&self, i: usize) -> bool {
        self.problem_age[i] != [0; 5]
    }

    /// How many problems are open.
    pub fn open_problems(&self, i: usize) -> u8 {
        self.problem_age[i].iter().filter(|age| **age > 0).count() as u8
    }

    /// How many problems have been open for three months or more.
    #[inline]
    pub fn old_problems(&self, i: usize) -> u8 {
        problem::old(&self.problem_age[i])
    }

    /// Friends whom a person counts on.
    #[inline]
    pub fn close(&self, i: usize) -> &[PersonId] {
        &self.ties[i][..self.close_friends[i] as usize]
    }

    /// Friends of a person.
    #[inline]
    pub fn friends(&self, i: usize) -> &[PersonId] {
        &self.ties[i][..self.tie_count[i] as usize]
    }

    /// Closes a problem: it is solved, and the next of its kind is brought where such problems are brought first.
    #[inline]
    pub fn close_problem(&mut self, i: usize, kind: usize) {
        self.problem_age[i][kind] = 0;
        self.problem_returns[i][kind] = 0;
        self.problem_waits[i][kind] = 0;
        self.problem_at[i][kind] = ServiceKind::for_problem(ProblemKind::ALL[kind]);
    }

    /// An event that shakes a person: from a share of it they recover only over many years, from the rest in a year or two.
    #[inline]
    pub fn shake(&mut self, i: usize, points: f32, lasting: f32) {
        self.dip[i] += points * (1.0 - lasting);
        self.scar[i] += points * lasting;
    }

    /// Close friends that suit a person at their age.
    #[inline]
    pub fn close_wanted(&self, i: usize) -> u8 {
        crate::place::ties::close_friends(self.age(i).min(255) as u8, self.sociability[i])
    }

    /// Empties a position: the person has died or left. Ties and partnership end, nobody lives there.
    pub fn leave(&mut self, i: usize) {
        let partner = self.partner[i];
        if partner.is_some() {
            self.partner[partner.index()] = PersonId::NONE;
        }
        self.untie_all(i);
        self.alive[i] = false;
        self.lonely[i] = false;
        self.seat[i] = NO_SEAT;
        self.partner[i] = PersonId::NONE;
        self.problem_age[i] = [0; 5];
        self.problem_returns[i] = [0; 5];
        self.problem_waits[i] = [0; 5];
        self.waiting_care[i] = 0;
        self.client[i] = false;
        self.housing[i] = Housing::Own;
        self.housing_months[i] = 0;
        self.care_hours[i] = 0.0;
        self.need[i] = 0.0;
        self.from_family[i] = 0.0;
        self.from_community[i] = 0.0;
        self.from_formal[i] = 0.0;
        self.unmet[i] = 0.0;
    }
}
