//! The month, as data: the mechanisms in their order.

use super::mechanisms::{
    accounts, community, control, crisis, demography, family, governance, life_events, practice, problems, spread, support, ties, wellbeing,
};
use super::state::World;
use crate::scenario::parameters::{Grade, Mechanisms, Parameters};

/// One mechanism: name, what it does, how well it is evidenced, the function, its switch.
#[derive(Clone, Copy)]
pub struct Mechanism {
    /// The name of its file, its parameters and its section in `docs/ODD.md`.
    pub id: &'static str,
    /// What it does, in one sentence.
    pub sentence: &'static str,
    /// How well it is evidenced.
    pub grade: Grade,
    /// One month of it.
    pub step: fn(&mut World, &Parameters, u32),
    /// Its switch.
    pub switch: fn(&Mechanisms) -> f32,
}

macro_rules! month {
    ($($id:ident, $grade:ident, $sentence:literal;)*) => {
        /// The fourteen mechanisms in the order in which a month runs them.
        pub const MONTH: &[Mechanism] = &[$(
            Mechanism { id: stringify!($id), sentence: $sentence, grade: Grade::$grade, step: $id::step, switch: |switches| switches.$id },
        )*];
    };
}

month! {
    demography, Well, "People age, are born, die, come and go; a death bereaves those who were close.";
    life_events, Well, "Conditions begin and ease, work is lost and found, couples part.";
    support, Partly, "Hours of support are met by family, then community and friends, then formal services; the rest is unmet.";
    problems, Partly, "Problems arise and are solved at home or brought to services, which resolve them, hand them on, or see them return.";
    crisis, Partly, "Unmet need and old problems become attendances, admissions, evictions and placements; lives end as wished or not.";
    ties, Partly, "Friendships form through friends, groups and introductions, grow with contact, and fade without it.";
    family, Partly, "Strain rises where care goes beyond what is sustainable; carers leave work; care breaks down.";
    control, Disputed, "Control moves towards a person's own level, raised by support on their own terms, lowered by unmet need.";
    wellbeing, Well, "Wellbeing follows lasting differences, circumstances and those close by; people recover from most events.";
    community, Partly, "People who are well enough give time; mutual aid, welcome and efficacy grow slowly and fall fast.";
    practice, Disputed, "Fit, joined-up working and morale of services grow slowly and are quickly destroyed.";
    spread, Disputed, "Approaches ramp up, lose and find people to carry them, and are kept, thinned or dropped when their money ends.";
    governance, Speculative, "The yearly round: crises crowd out the rest, power is shared or held, avoided cost is put back or not.";
    accounts, Well, "Every pound is booked twice, in whole pence.";
}
