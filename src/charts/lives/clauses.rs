//! What happens to somebody, as clauses that follow "In Whole area".

use crate::analysis::lives::events::What;
use crate::engine::mechanisms::wellbeing::Part;
use crate::engine::state::ServiceKind;
use crate::engine::state::person::Housing;
use crate::ensemble::lives::TwoLives;
use crate::indicators::life::Moment;
use crate::place::{Activity, Disability};

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

/// The name of a service inside a sentence.
fn service(position: u8) -> &'static str {
    match ServiceKind::ALL.get(usize::from(position)) {
        Some(ServiceKind::PrimaryCare) => "primary care",
        Some(ServiceKind::SocialCare) => "social care",
        Some(ServiceKind::MentalHealth) => "mental health services",
        Some(ServiceKind::Advice) => "housing and money advice",
        Some(ServiceKind::Work) => "the work and skills service",
        Some(ServiceKind::Voluntary) => "the voluntary sector",
        Some(ServiceKind::Hospice) => "the hospice",
        Some(ServiceKind::Hospital) => "the hospital",
        None => "a service",
    }
}

fn problem(kind: u8) -> &'static str {
    match kind {
        0 => "a health problem",
        1 => "a mental health problem",
        2 => "a money problem",
        3 => "a housing problem",
        _ => "a problem with work or learning",
    }
}

fn the_problem(kind: u8) -> String {
    problem(kind).replacen("a ", "the ", 1)
}

/// From this age on work is said to be a little of it: the model does not let those stop with whom the place was generated in work.
const LATE: u32 = 75;

/// What somebody of this age does in the week.
pub fn activity(activity: Activity, female: bool, age: u32) -> &'static str {
    match activity {
        Activity::Student if age >= LATE => "learning something new",
        Activity::Employed if age >= LATE => "still in some work",
        Activity::Unemployed if age >= LATE => "looking for some work",
        Activity::Child => "at school",
        Activity::Student => "studying",
        Activity::Employed => "in work",
        Activity::Unemployed => "out of work and looking",
        Activity::Retired => "retired",
        Activity::Sick => "long-term sick or disabled",
        Activity::Other if female => "looking after home or family",
        Activity::Other => "not in work and not looking",
    }
}

/// Who shares the home.
pub fn company(moment: &Moment, is_child: bool) -> String {
    let others = moment.others_at_home;
    let rest = others
        - moment.children_at_home.min(others)
        - u8::from(moment.partner).min(others - moment.children_at_home.min(others));
    let mut parts: Vec<String> = Vec::new();
    if moment.partner {
        parts.push("a partner".to_owned());
    }
    match moment.children_at_home {
        0 => {}
        1 if is_child => parts.push("a brother or sister".to_owned()),
        n if is_child => parts.push(format!("{n} brothers and sisters")),
        1 => parts.push("a child".to_owned()),
        n => parts.push(format!("{n} children")),
    }
    match rest {
        0 => {}
        1 if is_child => parts.push("a parent".to_owned()),
        1 => parts.push("one other adult".to_owned()),
        n => parts.push(format!("{n} other adults")),
    }
    match parts.split_last() {
        None => "alone".to_owned(),
        Some((only, [])) => format!("with {only}"),
        Some((last, before)) => format!("with {} and {last}", before.join(", ")),
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
    let their = pronouns.their;
    match part {
        Part::Friends => "friends to count on".to_owned(),
        Part::Control => format!("control over {their} own life"),
        Part::Problems => "open problems".to_owned(),
        Part::Condition => "a limiting condition".to_owned(),
        Part::Unmet => "support that nobody gives".to_owned(),
        Part::Strain => "the strain of caring at home".to_owned(),
        Part::Work => "being out of work".to_owned(),
        Part::Place => "the neighbourhood's surroundings".to_owned(),
        Part::Partner => "having a partner".to_owned(),
        Part::Events => "shocks still healing".to_owned(),
        Part::Others => format!("how friends and those at {their} home are"),
    }
}

/// What happens, as a clause.
pub fn clause(what: What, pronouns: &Pronouns, approach: &dyn Fn(u16) -> String) -> String {
    let Pronouns {
        they,
        them,
        their,
        female,
    } = *pronouns;
    match what {
        What::Reached(a) => format!("“{}” begins to reach {them}", approach(a)),
        What::ReachEnds(a) => format!("“{}” reaches {them} no longer", approach(a)),
        What::Opens(a) => format!("“{}” begins in {their} neighbourhood", approach(a)),
        What::Closes(a) => format!("“{}” ends in {their} neighbourhood", approach(a)),
        What::Plan(true) => format!("somebody begins to help {them} shape {their} own support"),
        What::Plan(false) => format!("nobody helps {them} shape {their} own support any more"),
        What::Arises { kind } => format!("{} arises", problem(kind)),
        What::Solved { kind, by: Some(s) } => {
            format!("{} is solved with {}", the_problem(kind), service(s))
        }
        What::Solved { kind, by: None } => {
            format!("{} is solved without a service", the_problem(kind))
        }
        What::HandedOn { kind, to } => {
            format!("{} is handed on to {}", the_problem(kind), service(to))
        }
        What::Waits { kind, at } => format!(
            "{} has waited 3 months at {}",
            the_problem(kind),
            service(at)
        ),
        What::Contact {
            service: s,
            fitted: true,
        } => format!("a contact with {} fits {them}", service(s)),
        What::Contact {
            service: s,
            fitted: false,
        } => format!("a contact with {} does not fit {them}", service(s)),
        What::Attends(1) => format!("{they} goes to A&E"),
        What::Attends(n) => format!("{they} goes to A&E {n} times"),
        What::Admitted(1) => format!("{they} is admitted to hospital as an emergency"),
        What::Admitted(n) => format!("{they} is admitted to hospital as an emergency {n} times"),
        What::Moves(housing) => moves(housing, they),
        What::Lonely(true) => format!("{they} becomes often lonely"),
        What::Lonely(false) => format!("{they} is no longer often lonely"),
        What::Friends { from, to } => friends(from, to, they),
        What::Works { from, to } => works(from, to, they, female),
        What::Condition { from, to } => condition_changes(from, to),
        What::PartnerComes => format!("a partner moves in with {them}"),
        What::Parts => format!("{they} and {their} partner part"),
        What::PartnerDies => format!("{their} partner dies"),
        What::HomeDies => format!("somebody at {their} home dies"),
        What::FriendDies => "a close friend dies".to_owned(),
        What::ChildBorn => format!("a child is born in {their} home"),
        What::SomebodyGoes => format!("somebody leaves {their} home"),
        What::Cares(true) => format!("{they} begins to care for somebody close"),
        What::Cares(false) => format!("{they} cares for nobody any more"),
        What::Strained(true) => format!("caring becomes a strain in {their} home"),
        What::Strained(false) => format!("the strain of caring in {their} home eases"),
        What::Unmet(true) => format!("support that {they} needs is given by nobody"),
        What::Unmet(false) => format!("the support that {they} needs is there again"),
        What::FormalHelp(true) => format!("paid carers begin to come to {them}"),
        What::FormalHelp(false) => format!("paid carers come to {them} no longer"),
        What::CommunityHelp(true) => {
            format!("friends and neighbours begin to give {them} hours of support")
        }
        What::CommunityHelp(false) => {
            format!("friends and neighbours give {them} hours of support no longer")
        }
        What::Volunteers(true) => format!("{they} begins to give time in the neighbourhood"),
        What::Volunteers(false) => format!("{they} stops giving time in the neighbourhood"),
        What::Dying => format!("{they} is found to have a condition that {they} will die of"),
        What::Palliative => format!("palliative care reaches {them} at home"),
        What::Dies => format!("{they} dies"),
        What::Leaves => format!("{they} moves away"),
    }
}

fn moves(housing: Housing, they: &str) -> String {
    match housing {
        Housing::Own => format!("{they} is back in a home of the family"),
        Housing::Residential => format!("{they} goes into residential care"),
        Housing::Temporary => format!("{they} is evicted and lives in temporary accommodation"),
    }
}

fn friends(from: u8, to: u8, they: &str) -> String {
    let count = match to {
        0 => "nobody to count on".to_owned(),
        1 => "one friend to count on".to_owned(),
        n => format!("{n} friends to count on"),
    };
    format!(
        "{they} has {count} instead of {}",
        if from == 0 {
            "nobody".to_owned()
        } else {
            from.to_string()
        }
    )
}

fn works(from: Activity, to: Activity, they: &str, female: bool) -> String {
    match (from, to) {
        (_, Activity::Employed) => format!("{they} finds work"),
        (Activity::Employed, Activity::Unemployed) => format!("{they} loses work"),
        (Activity::Employed, Activity::Sick) => format!("{they} stops work for sickness"),
        (Activity::Employed, Activity::Other) => format!("{they} gives up work"),
        (_, Activity::Retired) => format!("{they} retires"),
        (_, other) => format!("{they} is now {}", activity(other, female, 0)),
    }
}

fn condition_changes(from: Disability, to: Disability) -> String {
    match (from < to, to) {
        (true, Disability::Lot) => "a long-term condition comes to limit a lot".to_owned(),
        (true, Disability::Little) => "a long-term condition comes to limit a little".to_owned(),
        (true, _) => "a long-term condition begins".to_owned(),
        (false, Disability::None) => "a long-term condition is over".to_owned(),
        (false, _) => "a long-term condition eases".to_owned(),
    }
}
