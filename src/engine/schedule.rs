//! The month, as data: the mechanisms in their order.

use super::mechanisms::{
    accounts, community, control, crisis, demography, family, governance, life_events, practice,
    problems, spread, support, ties, wellbeing,
};
use super::state::World;
use crate::random::Stream;
use crate::scenario::parameters::{Grade, Mechanisms, Parameters};

/// One mechanism: name, what it does, how well it is evidenced, what it touches, the function, its switch.
#[derive(Clone, Copy)]
pub struct Mechanism {
    /// The name of its file, its parameters and its section in `docs/ODD.md`.
    pub id: &'static str,
    /// What it does, in one sentence.
    pub sentence: &'static str,
    /// How well it is evidenced.
    pub grade: Grade,
    /// Which parts of the state its files name: what it looks at or moves. Shape: "persons: column column; counts".
    pub reads: &'static str,
    /// Which parts of the state it may change; a table without columns is all of it.
    pub changes: &'static str,
    /// Which streams of luck it draws from.
    pub draws: &'static [Stream],
    /// One month of it.
    pub step: fn(&mut World, &Parameters, u32),
    /// Its switch.
    pub switch: fn(&Mechanisms) -> f32,
}

macro_rules! month {
    ($($id:ident, $grade:ident, $sentence:literal, reads $reads:literal, changes $changes:literal, draws [$($stream:ident),*];)*) => {
        /// The fourteen mechanisms in the order in which a month runs them.
        pub const MONTH: &[Mechanism] = &[$(
            Mechanism {
                id: stringify!($id),
                sentence: $sentence,
                grade: Grade::$grade,
                reads: $reads,
                changes: $changes,
                draws: &[$(Stream::$stream),*],
                step: $id::step,
                switch: |switches| switches.$id,
            },
        )*];
    };
}

month! {
    demography, Well, "People age, are born, die, come and go; a death bereaves those who were close.",
        reads "persons: activity age_months alive care_hours client close_friends close_ties \
            community died dip disability family female from_community from_family from_formal \
            group housing housing_months is_child key lonely months_left need palliative partner \
            problem_age problem_returns problem_waits scar seat tie_count tie_goal tie_strength \
            ties unmet waiting_care widowed; families: arrivals community joined key kin \
            kin_away members strain; communities: deprivation residents; counts",
        changes "persons; families: arrivals joined kin kin_away members strain; communities: residents; counts",
        draws [Demography, EndOfLife, Moves];
    life_events, Well, "Conditions begin and ease, work is lost and found, couples part.",
        reads "persons: activity age_months alive care_hours client close_friends close_ties \
            community dip disability female from_community from_family from_formal housing \
            housing_months is_child key lonely need partner problem_age problem_returns \
            problem_waits scar seat tie_count tie_goal tie_strength ties unmet waiting_care \
            wellbeing; communities: deprivation environment environment_usual residents; funded",
        changes "persons: activity alive care_hours client close_friends close_ties dip disability \
            from_community from_family from_formal housing housing_months need partner \
            problem_age problem_returns problem_waits scar seat tie_count tie_goal tie_strength \
            ties unmet waiting_care; communities: residents",
        draws [Circumstances, LifeEvents];
    support, Partly, "Hours of support are met by family, then community and friends, then formal services; the rest is unmet.",
        reads "persons: activity age_months alive care_capacity care_hours client close_friends community disability family \
            female from_community from_family from_formal housing is_child key need partner unmet willing; families: kin \
            members strain; communities: aid aid_used deprivation residents welcome; funded; government; services",
        changes "persons: care_hours from_community from_family from_formal unmet; communities: aid_used; services",
        draws [];
    problems, Partly, "Problems arise and are solved at home or brought to services, which resolve them, hand them on, or see them return.",
        reads "persons: activity age_months alive client close_friends community contacts control disability family \
            fitting_contacts health_cost housing key longest_relationship need palliative partner primary_contacts problem_age \
            problem_at problem_returns problem_waits relationship trust unmet waiting_care; families: members strain; \
            communities: aid deprivation fit joined_up residents; counts; funded; services",
        changes "persons: client contacts control fitting_contacts health_cost longest_relationship primary_contacts \
            problem_age problem_at problem_returns problem_waits relationship trust waiting_care; counts; services",
        draws [Contacts, PrimaryCare, Problems, Support];
    crisis, Partly, "Unmet need and old problems become attendances, admissions, evictions and placements; lives end as wished or not.",
        reads "persons: admissions age_months alive attendances close_friends close_ties community \
            control cost dip disability family frailty health_cost housing housing_months key \
            months_left palliative problem_age problem_at problem_returns problem_waits \
            tie_count tie_goal tie_strength ties unmet; families: members; communities: \
            deprivation; counts; funded; services",
        changes "persons: admissions attendances control cost dip health_cost housing housing_months palliative problem_age \
            problem_at problem_returns problem_waits tie_count tie_goal tie_strength ties; counts",
        draws [Crisis, EndOfLife];
    ties, Partly, "Friendships form through friends, groups and introductions, grow with contact, and fade without it.",
        reads "persons: age_months alive came close_friends close_ties community connector \
            disability family group key lonely lonely_trait need sociability tie_count tie_goal \
            tie_strength ties volunteer weaker_wanted wellbeing; families: members; communities: \
            welcome; counts; funded; government",
        changes "persons: close_friends close_ties connector lonely tie_count tie_goal tie_strength \
            ties",
        draws [TieStrength, Ties];
    family, Partly, "Strain rises where care goes beyond what is sustainable; carers leave work; care breaks down.",
        reads "persons: activity alive care_hours cost dip disability family from_family from_formal is_child key need partner \
            unmet; families: community heaviest_care key members strain; communities: aid; counts; funded",
        changes "persons: activity cost dip disability need unmet; families: heaviest_care strain; counts",
        draws [Family];
    control, Disputed, "Control moves towards a person's own level, raised by support on their own terms, lowered by unmet need.",
        reads "persons: community control control_level key need plan unmet; communities: fit; \
            funded; government",
        changes "persons: control plan",
        draws [Control];
    wellbeing, Well, "Wellbeing follows lasting differences, circumstances and those close by; people recover from most events.",
        reads "persons: activity age_months alive care_hours close_friends community control dip \
            disability family key partner problem_age scar slow_score ties trait_score unmet \
            wellbeing wellbeing_lately; families: strain; communities: environment",
        changes "persons: dip scar slow_score wellbeing wellbeing_lately",
        draws [Wellbeing];
    community, Partly, "People who are well enough give time; mutual aid, welcome and efficacy grow slowly and fall fast.",
        reads "persons: age_months alive close_friends community family key satisfied volunteer wellbeing; families: strain; \
            communities: aid_used out_of_work voice volunteers volunteers_usual; counts; funded; government",
        changes "persons: satisfied volunteer; communities: aid crime efficacy environment groups learning out_of_work voice \
            volunteers welcome; counts",
        draws [Community];
    practice, Disputed, "Fit, joined-up working and morale of services grow slowly and are quickly destroyed.",
        reads "communities: fit joined_up voice; funded; government; services",
        changes "communities: fit joined_up; services",
        draws [];
    spread, Disputed, "Approaches ramp up, lose and find people to carry them, and are kept, thinned or dropped when their money ends.",
        reads "persons: community tie_count tie_strength ties; communities: voice; government; projects; services",
        changes "projects",
        draws [Spread];
    governance, Speculative, "The yearly round: crises crowd out the rest, power is shared or held, avoided cost is put back or not.",
        reads "funded; government; services",
        changes "government; services",
        draws [Governance];
    accounts, Well, "Every pound is booked twice, in whole pence.",
        reads "counts; funded; government; ledger; services",
        changes "counts; ledger",
        draws [];
}

/// The parts of the state in a list of [`Mechanism::reads`] or [`Mechanism::changes`]: "persons.alive", "counts"; a table alone is all
/// of its columns.
pub fn parts(list: &str) -> Vec<String> {
    let of_table = |group: &str| match group.split_once(": ") {
        Some((table, columns)) => columns
            .split(' ')
            .map(|column| format!("{table}.{column}"))
            .collect(),
        None => vec![group.to_owned()],
    };
    list.split("; ").flat_map(of_table).collect()
}

/// Whether a list names a part of the state, or the table that it is a column of.
pub fn names(list: &str, part: &str) -> bool {
    let table = part.split('.').next().unwrap_or(part);
    parts(list)
        .iter()
        .any(|named| named == part || named == table)
}
