//! What happens to somebody, as clauses that follow "In Whole area".

use crate::analysis::lives::events::What;
use crate::engine::mechanisms::wellbeing::Part;
use crate::engine::state::ServiceKind;
use crate::engine::state::person::Housing;
use crate::ensemble::lives::TwoLives;
use crate::indicators::life::Moment;
use crate::place::{Activity, Disability};
use crate::words::{Words, life as said};

/// How somebody is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronouns {
    /// She or he.
    pub they: &'static str,
    /// Her or him.
    pub them: &'static str,
    /// Her or his.
    pub their: &'static str,
    female: bool,
}

impl Pronouns {
    /// Of the person followed.
    pub fn of(two: &TwoLives) -> Self {
        if two.followed.female {
            Self {
                they: "she",
                them: "her",
                their: "her",
                female: true,
            }
        } else {
            Self {
                they: "he",
                them: "him",
                their: "his",
                female: false,
            }
        }
    }
}

impl Pronouns {
    /// What messages choose their pronouns by.
    fn sex(&self) -> &'static str {
        if self.female { "female" } else { "male" }
    }
}

/// The name of a service inside a sentence.
fn service(position: u8) -> &'static str {
    let words = match ServiceKind::ALL.get(usize::from(position)) {
        Some(ServiceKind::PrimaryCare) => said::BY_PRIMARY_CARE,
        Some(ServiceKind::SocialCare) => said::BY_SOCIAL_CARE,
        Some(ServiceKind::MentalHealth) => said::BY_MENTAL_HEALTH,
        Some(ServiceKind::Advice) => said::BY_ADVICE,
        Some(ServiceKind::Work) => said::BY_WORK,
        Some(ServiceKind::Voluntary) => said::BY_VOLUNTARY,
        Some(ServiceKind::Hospice) => said::BY_HOSPICE,
        Some(ServiceKind::Hospital) => said::BY_HOSPITAL,
        None => said::BY_UNKNOWN,
    };
    words.text()
}

fn problem(kind: u8) -> &'static str {
    let words = match kind {
        0 => said::A_PROBLEM_HEALTH,
        1 => said::A_PROBLEM_MENTAL,
        2 => said::A_PROBLEM_MONEY,
        3 => said::A_PROBLEM_HOUSING,
        _ => said::A_PROBLEM_WORK,
    };
    words.text()
}

fn the_problem(kind: u8) -> &'static str {
    let words = match kind {
        0 => said::THE_PROBLEM_HEALTH,
        1 => said::THE_PROBLEM_MENTAL,
        2 => said::THE_PROBLEM_MONEY,
        3 => said::THE_PROBLEM_HOUSING,
        _ => said::THE_PROBLEM_WORK,
    };
    words.text()
}

/// From this age on work is said to be a little of it: the model does not let those stop with whom the place was generated in work.
const LATE: u32 = 75;

/// What somebody of this age does in the week.
pub fn activity(activity: Activity, female: bool, age: u32) -> &'static str {
    let words = match activity {
        Activity::Student if age >= LATE => said::DOES_LEARNING_LATE,
        Activity::Employed if age >= LATE => said::DOES_WORKING_LATE,
        Activity::Unemployed if age >= LATE => said::DOES_LOOKING_LATE,
        Activity::Child => said::DOES_AT_SCHOOL,
        Activity::Student => said::DOES_STUDYING,
        Activity::Employed => said::DOES_IN_WORK,
        Activity::Unemployed => said::DOES_OUT_OF_WORK,
        Activity::Retired => said::DOES_RETIRED,
        Activity::Sick => said::DOES_SICK,
        Activity::Other if female => said::DOES_HOME,
        Activity::Other => said::DOES_NOTHING,
    };
    words.text()
}

/// Who shares the home.
pub fn company(moment: &Moment, is_child: bool) -> String {
    let others = moment.others_at_home;
    let rest = others
        - moment.children_at_home.min(others)
        - u8::from(moment.partner).min(others - moment.children_at_home.min(others));
    let mut parts: Vec<String> = Vec::new();
    if moment.partner {
        parts.push(said::A_PARTNER.to_string());
    }
    match moment.children_at_home {
        0 => {}
        n if is_child => parts.push(said::siblings(u32::from(n))),
        n => parts.push(said::children(u32::from(n))),
    }
    match rest {
        0 => {}
        1 if is_child => parts.push(said::A_PARENT.to_string()),
        n => parts.push(said::other_adults(u32::from(n))),
    }
    match parts.split_last() {
        None => said::ALONE.to_string(),
        Some((only, [])) => said::with(only),
        Some((last, before)) => said::with(&said::both_of(&before.join(", "), last)),
    }
}

/// Support needed and care given when the story begins, behind a comma, where there is any.
pub fn condition(moment: &Moment) -> String {
    let mut words = match moment.disability {
        Disability::Lot => ", limited a lot by a long-term condition".to_owned(),
        Disability::Little => ", limited a little by a long-term condition".to_owned(),
        Disability::Condition | Disability::None => String::new(),
    };
    if moment.care_hours >= 1.0 {
        words += ", caring for somebody close";
    }
    words
}

/// A part of wellbeing inside a sentence.
pub fn part_words(part: Part, pronouns: &Pronouns) -> String {
    let words = match part {
        Part::Friends => said::PART_FRIENDS,
        Part::Control => return said::part_control(pronouns.sex()),
        Part::Problems => said::PART_PROBLEMS,
        Part::Condition => said::PART_CONDITION,
        Part::Unmet => said::PART_UNMET,
        Part::Strain => said::PART_STRAIN,
        Part::Work => said::PART_WORK,
        Part::Place => said::PART_PLACE,
        Part::Partner => said::PART_PARTNER,
        Part::Events => said::PART_EVENTS,
        Part::Others => return said::part_others(pronouns.sex()),
    };
    words.to_string()
}

/// What happens, as a clause.
pub fn clause(what: What, pronouns: &Pronouns, approach: &dyn Fn(u16) -> String) -> String {
    let sex = pronouns.sex();
    match what {
        What::Reached(a) => said::what_reached(&approach(a), sex),
        What::ReachEnds(a) => said::what_reach_ends(&approach(a), sex),
        What::Opens(a) => said::what_opens(&approach(a), sex),
        What::Closes(a) => said::what_closes(&approach(a), sex),
        What::Arises { kind } => said::what_arises(problem(kind)),
        What::Solved { kind, by: Some(s) } => said::what_solved(the_problem(kind), service(s)),
        What::Solved { kind, by: None } => said::what_solved_alone(the_problem(kind)),
        What::HandedOn { kind, to } => said::what_handed_on(the_problem(kind), service(to)),
        What::Waits { kind, at } => said::what_waits(the_problem(kind), service(at)),
        What::Contact {
            service: s,
            fitted: true,
        } => said::what_contact_fits(service(s), sex),
        What::Contact {
            service: s,
            fitted: false,
        } => said::what_contact_fits_not(service(s), sex),
        What::Attends(n) => said::what_attends(u32::from(n), sex),
        What::Admitted(n) => said::what_admitted(u32::from(n), sex),
        What::Moves(housing) => moves(housing, sex),
        What::Friends { from, to } => {
            said::what_friends_change(u32::from(from), u32::from(to), sex)
        }
        What::Works { from, to } => works(from, to, pronouns),
        What::Condition { from, to } => condition_changes(from, to).to_string(),
        What::FriendDies => said::WHAT_FRIEND_DIES.to_string(),
        What::Plan(true) => said::what_plan(sex),
        What::Plan(false) => said::what_plan_ends(sex),
        What::Lonely(true) => said::what_lonely(sex),
        What::Lonely(false) => said::what_lonely_ends(sex),
        What::Cares(true) => said::what_cares(sex),
        What::Cares(false) => said::what_cares_ends(sex),
        What::Strained(true) => said::what_strained(sex),
        What::Strained(false) => said::what_strained_ends(sex),
        What::Unmet(true) => said::what_unmet(sex),
        What::Unmet(false) => said::what_unmet_ends(sex),
        What::FormalHelp(true) => said::what_formal_help(sex),
        What::FormalHelp(false) => said::what_formal_help_ends(sex),
        What::CommunityHelp(true) => said::what_community_help(sex),
        What::CommunityHelp(false) => said::what_community_help_ends(sex),
        What::Volunteers(true) => said::what_volunteers(sex),
        What::Volunteers(false) => said::what_volunteers_ends(sex),
        What::PartnerComes => said::what_partner_comes(sex),
        What::Parts => said::what_parts(sex),
        What::PartnerDies => said::what_partner_dies(sex),
        What::HomeDies => said::what_home_dies(sex),
        What::ChildBorn => said::what_child_born(sex),
        What::SomebodyGoes => said::what_somebody_goes(sex),
        What::Dying => said::what_dying(sex),
        What::Palliative => said::what_palliative(sex),
        What::Dies => said::what_dies(sex),
        What::Leaves => said::what_leaves(sex),
    }
}

fn moves(housing: Housing, sex: &str) -> String {
    match housing {
        Housing::Own => said::what_moves_home(sex),
        Housing::Residential => said::what_moves_residential(sex),
        Housing::Temporary => said::what_moves_temporary(sex),
    }
}

fn works(from: Activity, to: Activity, pronouns: &Pronouns) -> String {
    let sex = pronouns.sex();
    match (from, to) {
        (_, Activity::Employed) => said::what_finds_work(sex),
        (Activity::Employed, Activity::Unemployed) => said::what_loses_work(sex),
        (Activity::Employed, Activity::Sick) => said::what_stops_for_sickness(sex),
        (Activity::Employed, Activity::Other) => said::what_gives_up_work(sex),
        (_, Activity::Retired) => said::what_retires(sex),
        (_, other) => said::what_is_now(activity(other, pronouns.female, 0), sex),
    }
}

fn condition_changes(from: Disability, to: Disability) -> Words {
    match (from < to, to) {
        (true, Disability::Lot) => said::WHAT_CONDITION_LOT,
        (true, Disability::Little) => said::WHAT_CONDITION_LITTLE,
        (true, _) => said::WHAT_CONDITION_BEGINS,
        (false, Disability::None) => said::WHAT_CONDITION_OVER,
        (false, _) => said::WHAT_CONDITION_EASES,
    }
}
