//! The one catalogue of indicators: id, unit, direction that is better, sentence, the two sizes
//! that a change is judged by. Everything that lists indicators reads it.

use super::in_all::{self, InAll};
use super::sizes::{self, Noticed, Worthwhile};
use crate::scenario::Scenario;
use serde::Serialize;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither is: it is told, and nobody does better or worse by it.
    Neither,
}

impl Better {
    /// The word for tables: "more", "less" or "neither".
    pub const fn word(self) -> &'static str {
        match self {
            Self::Higher => "more",
            Self::Lower => "less",
            Self::Neither => "neither",
        }
    }
}

/// What an indicator is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// People's lives.
    People,
    /// What the place becomes.
    Place,
    /// What the system does.
    System,
}

impl Kind {
    /// All kinds, in the order in which tables show them.
    pub const ALL: [Self; 3] = [Self::People, Self::Place, Self::System];

    /// The words people read.
    pub const fn words(self) -> &'static str {
        match self {
            Self::People => "people's lives",
            Self::Place => "the place",
            Self::System => "the system",
        }
    }
}

/// What a person needs to know of one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Indicator {
    /// The name as in files.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// The unit of its value.
    pub unit: &'static str,
    /// Digits after the point when shown.
    pub digits: u8,
    /// Which way is better.
    pub better: Better,
    /// What it is about.
    pub kind: Kind,
    /// One line: what is counted, out of what.
    pub sentence: &'static str,
    /// The smallest change in a single life that the person would notice; none where no single life
    /// has it.
    pub noticed: Option<Noticed>,
    /// The smallest change of the place's value that a decision would turn on.
    pub worthwhile: Worthwhile,
    /// How a change is counted out over all who live in a place; none where it cannot be.
    pub in_all: Option<InAll>,
}

macro_rules! catalogue {
    ($($const:ident = $id:literal, $name:literal, $unit:literal, $digits:literal, $better:ident,
        $kind:ident, $sentence:literal,
        $noticed:ident, $size:literal $reason:ident, $in_all:ident;)*) => {
        /// Every indicator, in the order in which tables hold them.
        pub const CATALOGUE: &[Indicator] = &[$(
            Indicator {
                id: $id,
                name: $name,
                unit: $unit,
                digits: $digits,
                better: Better::$better,
                kind: Kind::$kind,
                sentence: $sentence,
                noticed: sizes::$noticed,
                worthwhile: sizes::worthwhile($size, sizes::$reason),
                in_all: in_all::$in_all,
            },
        )*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Position { $($const,)* }

        $(#[doc = $sentence] pub const $const: usize = Position::$const as usize;)*
    };
}

catalogue! {
    DOING_WELL = "doing_well", "Doing well", "% of adults", 1, Higher, People,
        "Adults whose wellbeing is 7 or more out of 10, at the end of the year.",
        YES_OR_NO, 0.1 LINK_WORKER, ADULTS;
    WELLBEING = "wellbeing", "Wellbeing", "points (0–10)", 2, Higher, People,
        "Mean wellbeing (life satisfaction) of adults, over the year.",
        HALF_A_POINT, 0.01 WORTH_130_POUNDS, ADULTS_BY_HALF;
    LOW_WELLBEING = "low_wellbeing", "Low wellbeing", "% of adults", 1, Lower, People,
        "Adults whose wellbeing is below 5 out of 10, at the end of the year.",
        YES_OR_NO, 0.1 ADULT_IN_A_THOUSAND, ADULTS;
    CLOSE_FRIENDS = "close_friends", "Friends to count on", "people", 2, Higher, People,
        "Mean number of friends an adult counts on, at the end of the year.",
        ONE_FRIEND, 0.02 ONE_IN_FIFTY, FRIENDS;
    LONELY = "lonely", "Often lonely", "% of people 16+", 1, Lower, People,
        "People of 16 and over who are often or always lonely, at the end of the year.",
        YES_OR_NO, 0.1 ADULT_IN_A_THOUSAND, PEOPLE_FROM_16;
    CONTROL = "control", "Control", "points (0–100)", 1, Higher, People,
        "Mean sense of control over one's own life, adults, at the end of the year.",
        FIVE_POINTS, 0.1 ONE_IN_FIFTY, ADULTS_BY_FIVE;
    DIGNITY = "dignity", "Contacts that fitted", "% of contacts", 1, Higher, People,
        "Contacts with services that fitted the person, of all contacts about a problem in the \
         year.",
        ONE_IN_FIVE, 0.5 CONTACT_IN_200, NO_COUNT;
    CARERS_STRAINED = "carers_strained", "Carers under strain", "% of carers", 1, Lower, People,
        "People who give care and live in a family under strain, of all who give care, at the end \
         of the year.",
        YES_OR_NO, 0.5 CARER_IN_200, NO_COUNT;
    GAP_DEPRIVATION = "gap_deprivation",
        "Gap between rich and poor areas", "points (0–10)", 2, Lower, People,
        "Mean adult wellbeing in the least deprived fifth of neighbourhoods less that in the most \
         deprived fifth.",
        OF_NO_LIFE, 0.02 TWICE_WELLBEING, NO_COUNT;
    GAP_SUPPORT = "gap_support",
        "Gap for people with support needs", "points (0–10)", 2, Lower, People,
        "Mean wellbeing of adults without support needs less that of adults with them.",
        OF_NO_LIFE, 0.02 TWICE_WELLBEING, NO_COUNT;
    DIED_AS_WISHED = "died_as_wished",
        "Died as they wished", "% of expected deaths", 1, Higher, People,
        "Deaths from a life-limiting condition with the care and in the place the person wished, \
         in the year.",
        YES_OR_NO, 1.0 DEATH_IN_100, NO_COUNT;
    IN_WORK = "in_work", "In work", "% of 18–64", 1, Higher, People,
        "People of 18 to 64 who are in paid work, at the end of the year.",
        YES_OR_NO, 0.1 ADULT_IN_A_THOUSAND, OF_WORKING_AGE;
    AREA_SATISFACTION = "area_satisfaction",
        "Satisfied with the area", "% of adults", 1, Higher, Place,
        "Adults who are satisfied with the area they live in, at the end of the year.",
        YES_OR_NO, 0.5 OPINION_OR_PASTIME, ADULTS;
    ENVIRONMENT = "environment", "Environment", "points (0–100)", 1, Higher, Place,
        "Safety, housing and green space of the neighbourhood people live in, mean over people, at \
         the end of the year.",
        FIVE_POINTS, 0.1 ONE_IN_FIFTY, PEOPLE_BY_FIVE;
    CRIME = "crime", "Crime", "offences per 1,000 people", 1, Lower, Place,
        "Offences a year per 1,000 people, as crime stands at the end of the year.",
        ONE_A_YEAR, 1.0 PERSON_IN_A_THOUSAND, OFFENCES;
    LEARNING = "learning", "Taking part in learning", "% of adults", 1, Higher, Place,
        "Adults who take part in learning within a year, as it stands at the end of the year.",
        YES_OR_NO, 0.5 OPINION_OR_PASTIME, ADULTS;
    GROUPS = "groups", "Groups", "per 1,000 people", 2, Higher, Place,
        "Clubs, timebanks, community enterprises and other groups of people who live here, per \
         1,000 people, at the end of the year.",
        OF_NO_LIFE, 0.05 GROUP_FOR_20_000, GROUPS_THERE;
    USER_LED = "user_led", "User-led organisations", "points (0–100)", 1, Higher, Place,
        "Strength of organisations led by people with lived experience, mean over people, at the \
         end of the year.",
        OF_NO_LIFE, 1.0 HUNDREDTH_OF_SCALE, NO_COUNT;
    VOLUNTEERS = "volunteers", "Volunteers", "% of adults", 1, Higher, Place,
        "Adults who give time in their neighbourhood in a month, over the year.",
        YES_OR_NO, 0.5 OPINION_OR_PASTIME, ADULTS;
    UNMET_HOURS = "unmet_hours", "Unmet support", "hours a week per 100 adults", 1, Lower, System,
        "Hours of support that nobody gave, a week per 100 adults, over the year.",
        ONE_HOUR, 0.5 HOUR_FOR_ONE_IN_200, HOURS;
    DEMAND = "demand", "Contacts with services", "per person", 2, Lower, System,
        "Contacts about problems brought to services, per person in the year.",
        ONE_A_YEAR, 0.02 ONE_IN_FIFTY, CONTACTS;
    FAILURE_DEMAND = "failure_demand", "Failure demand", "% of contacts", 1, Lower, System,
        "Contacts caused by an earlier need that was not resolved, of all contacts about problems \
         in the year.",
        ONE_IN_FIVE, 0.5 CONTACT_IN_200, NO_COUNT;
    WAITING = "waiting", "Waiting", "per 1,000 people", 1, Lower, System,
        "People waiting for a service, per 1,000 people, over the year.",
        YES_OR_NO, 1.0 PERSON_IN_A_THOUSAND, PEOPLE_WAITING;
    GP_CONTACTS = "gp_contacts", "Primary-care contacts", "per person", 2, Lower, System,
        "Contacts with primary care, per person in the year.",
        ONE_A_YEAR, 0.02 POUND_OF_PRIMARY_CARE, CONTACTS;
    AE_ATTENDANCES = "ae_attendances", "A&E attendances", "per person", 3, Lower, System,
        "Attendances at A&E, per person in the year.",
        ONE_A_YEAR, 0.005 POUND_OF_EMERGENCY_CARE, ATTENDANCES;
    EMERGENCY_ADMISSIONS = "emergency_admissions",
        "Emergency admissions", "per 1,000 people", 1, Lower, System,
        "Emergency admissions to hospital, per 1,000 people in the year.",
        ONE_A_YEAR, 1.0 ONE_ADMISSION, ADMISSIONS;
    CRISES = "crises", "Crises", "per 1,000 people", 1, Lower, System,
        "Emergency admissions, evictions, breakdowns and placements, per 1,000 people in the year.",
        ONE_A_YEAR, 1.0 LIKE_ADMISSIONS, CRISES_A_YEAR;
    CARERS = "carers", "Unpaid carers", "% of people 5+", 1, Neither, System,
        "People of 5 and over who give unpaid care, at the end of the year.",
        YES_OR_NO, 0.1 PERSON_IN_A_THOUSAND, CARERS_FROM_5;
    PUBLIC_SPENDING = "public_spending", "Public spending", "£ per person", 0, Lower, System,
        "All public spending that the model counts, investment included, per person in the year.",
        OF_NO_LIFE, 1.0 FIVE_LINK_WORKERS, MONEY;
    CRISIS_SPENDING = "crisis_spending", "Crisis spending", "£ per person", 0, Lower, System,
        "Public spending on crises, per person in the year.",
        OF_NO_LIFE, 1.0 FIVE_LINK_WORKERS, MONEY;
    COST_AVOIDED = "cost_avoided", "Crisis cost avoided", "£ per person", 0, Higher, System,
        "How far crisis spending in the year stayed below what was usual before the arms branch, \
         per person; negative when more was spent.",
        OF_NO_LIFE, 1.0 FIVE_LINK_WORKERS, MONEY;
    STILL_DELIVERED = "still_delivered", "Approaches delivered", "£ per person", 2, Higher, System,
        "Yearly running money of all approaches alive, each as far as it is kept and delivered, \
         per person, at the end of the year. Arms are compared in the last year with new money.",
        OF_NO_LIFE, 1.0 FIVE_LINK_WORKERS, MONEY;
    IN_CORE = "in_core", "Kept by core budgets", "% of approaches delivered", 1, Higher, System,
        "What core budgets have taken over when its own money ended, of all approaches delivered, \
         by their money, at the end of the year.",
        OF_NO_LIFE, 1.0 POUND_IN_100, NO_COUNT;
    POPULATION = "population", "Population", "people", 0, Neither, System,
        "People alive in the place, at the end of the year.",
        OF_NO_LIFE, 5.0 ONE_IN_A_THOUSAND_OF_5_000, INHABITANTS;
}

/// An indicator's position by id.
pub fn position(id: &str) -> Option<usize> {
    CATALOGUE.iter().position(|indicator| indicator.id == id)
}

/// The direction that is better, as a factor: +1 or −1; 0 where neither is.
pub fn sign(indicator: usize) -> f64 {
    match CATALOGUE[indicator].better {
        Better::Higher => 1.0,
        Better::Lower => -1.0,
        Better::Neither => 0.0,
    }
}

/// The outcomes that come first where all have no room: lives, the place, what the system does and costs.
pub const HEADLINE: [usize; 12] = [
    DOING_WELL,
    CONTROL,
    LONELY,
    CARERS_STRAINED,
    IN_WORK,
    DIED_AS_WISHED,
    AREA_SATISFACTION,
    CRIME,
    DIGNITY,
    WAITING,
    FAILURE_DEMAND,
    PUBLIC_SPENDING,
];

/// The year in which arms are compared on an indicator, counted from 0 before they branch: the
/// last, but for what is delivered, which is compared in the last year in which the scenario's new
/// money runs (after it nothing is left to deliver with).
pub fn year_read(indicator: usize, scenario: &Scenario) -> u32 {
    if indicator == STILL_DELIVERED {
        scenario.money.last_year.clamp(1, scenario.years.max(1))
    } else {
        scenario.years
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_found() {
        for (k, indicator) in CATALOGUE.iter().enumerate() {
            assert_eq!(position(indicator.id), Some(k));
            assert!(indicator.sentence.ends_with('.'), "{}", indicator.id);
        }
        assert_eq!(CATALOGUE[LONELY].id, "lonely");
        assert_eq!(
            (sign(LONELY), sign(WELLBEING), sign(CARERS)),
            (-1.0, 1.0, 0.0)
        );
    }

    #[test]
    fn every_size_is_positive_shown_and_has_a_source_and_a_reason() {
        let register = crate::scenario::bundled::sources().unwrap();
        let known = |source: &str| {
            ["convention", "assumption"].contains(&source)
                || register.iter().any(|row| row.id == source)
        };
        for indicator in CATALOGUE {
            let Worthwhile { size, source, why } = indicator.worthwhile;
            assert!(
                known(source) && why.ends_with('.'),
                "{}: {source}",
                indicator.id
            );
            // A difference worth having never shows as zero.
            let shown = format!("{size:.*}", usize::from(indicator.digits));
            assert!(
                size > 0.0 && shown.chars().any(|c| ('1'..='9').contains(&c)),
                "{}: {shown}",
                indicator.id
            );
            if let Some(noticed) = indicator.noticed {
                assert!(
                    noticed.size > 0.0 && known(noticed.source) && noticed.why.ends_with('.'),
                    "{}",
                    indicator.id
                );
                // A place's value moves less than a single life does.
                let of_one = if indicator.unit.starts_with('%') && noticed.unit == "yes or no" {
                    100.0
                } else {
                    noticed.size
                };
                let per_1_000 = if indicator.unit.contains("per 1,000") {
                    1_000.0
                } else {
                    1.0
                };
                assert!(
                    size < of_one * per_1_000,
                    "{}: {size} of {of_one}",
                    indicator.id
                );
            }
        }
    }
}
