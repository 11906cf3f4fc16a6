//! Two sizes of a change, and why they are what they are: what one person would notice, and what is
//! worth having for a place.
//!
//! They were chosen from the unit of each indicator, from how much there is of it in business as
//! usual and from the evidence register, before any comparison of strategies was looked at, and are
//! never moved to make a comparison come out nicer. They are conventions of judging a result:
//! nothing that is simulated reads them.

use serde::Serialize;

/// The word for a size that is agreed on rather than measured.
pub const CONVENTION: &str = "convention";

/// The smallest change in a single life that the person would notice.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Noticed {
    /// How large. Unit: that of [`Noticed::unit`].
    pub size: f64,
    /// The unit as a single life has it.
    pub unit: &'static str,
    /// An id of the evidence register, `convention` or `assumption`.
    pub source: &'static str,
    /// One sentence: why this size.
    pub why: &'static str,
}

impl Noticed {
    /// The size with its unit, as people read it.
    pub fn words(&self) -> String {
        if self.unit == YES_NO {
            "whether it is so".to_owned()
        } else {
            format!("{} {}", self.size, self.unit)
        }
    }
}

/// The unit of what is so for a person or is not.
const YES_NO: &str = "yes or no";

/// The smallest change of a whole place's value that a decision would turn on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worthwhile {
    /// How large. Unit: the indicator's.
    pub size: f64,
    /// An id of the evidence register, `convention` or `assumption`.
    pub source: &'static str,
    /// One sentence: why this size.
    pub why: &'static str,
}

/// Why a size is worth having: its source and a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reason(&'static str, &'static str);

/// A size with its reason.
pub(super) const fn worthwhile(size: f64, reason: Reason) -> Worthwhile {
    Worthwhile {
        size,
        source: reason.0,
        why: reason.1,
    }
}

const fn noticed(size: f64, unit: &'static str, why: &'static str) -> Noticed {
    Noticed {
        size,
        unit,
        source: CONVENTION,
        why,
    }
}

/// What no single life has.
pub(super) const OF_NO_LIFE: Option<Noticed> = None;
pub(super) const YES_OR_NO: Option<Noticed> =
    Some(noticed(1.0, YES_NO, "It is so for a person or it is not."));
pub(super) const HALF_A_POINT: Option<Noticed> = Some(noticed(
    0.5,
    "points (0–10)",
    "Surveys ask for a whole number from 0 to 10, so that a change of less than half a point is \
     mostly rounded away.",
));
pub(super) const FIVE_POINTS: Option<Noticed> = Some(noticed(
    5.0,
    "points (0–100)",
    "Half a step where surveys ask for a whole number from 0 to 10, as for wellbeing.",
));
pub(super) const ONE_FRIEND: Option<Noticed> = Some(noticed(
    1.0,
    "people",
    "Friends are counted in whole people.",
));
pub(super) const ONE_HOUR: Option<Noticed> = Some(noticed(
    1.0,
    "hours a week",
    "Support is asked about and planned in whole hours a week.",
));
pub(super) const ONE_IN_FIVE: Option<Noticed> = Some(noticed(
    20.0,
    "% of a person's contacts in a year",
    "One contact in five: a person has a handful of contacts in a year and cannot tell less than \
     one of them.",
));
pub(super) const ONE_A_YEAR: Option<Noticed> = Some(noticed(
    1.0,
    "a year",
    "It happens to a person a whole number of times.",
));

pub(super) const LINK_WORKER: Reason = Reason(
    "I04",
    "One adult in a thousand: about what one more link worker for every 50,000 people was found to \
     do (odds of a good outcome 1.006, a tenth of a point where about seven in ten do well).",
);
pub(super) const ADULT_IN_A_THOUSAND: Reason = Reason(
    CONVENTION,
    "One adult in a thousand, as for adults doing well: a state of life that weighs as much.",
);
pub(super) const PERSON_IN_A_THOUSAND: Reason = Reason(
    CONVENTION,
    "One person in a thousand, as for adults doing well: some two hundred people in a district of \
     200,000.",
);
pub(super) const WORTH_130_POUNDS: Reason = Reason(
    "W15",
    "As if one adult in fifty had the smallest change that a person notices; at £13,000 for a \
     point over a year it is worth about £130 an adult a year.",
);
pub(super) const ONE_IN_FIFTY: Reason = Reason(
    CONVENTION,
    "As if one person in fifty had the smallest change that a person notices: a mean moves little, \
     because most people are not reached.",
);
pub(super) const TWICE_WELLBEING: Reason = Reason(
    CONVENTION,
    "Twice the size for mean wellbeing, because it is a difference between two means.",
);
pub(super) const OPINION_OR_PASTIME: Reason = Reason(
    CONVENTION,
    "One adult in two hundred: an opinion or a pastime weighs less than a state of life.",
);
pub(super) const CARER_IN_200: Reason = Reason(
    "C01",
    "One carer in two hundred: carers are about one person in eleven, so that this is one in some \
     two thousand of all people.",
);
pub(super) const CONTACT_IN_200: Reason = Reason(
    CONVENTION,
    "One contact in two hundred: what a service that counts its contacts can tell from one year to \
     the next.",
);
pub(super) const DEATH_IN_100: Reason = Reason(
    "assumption",
    "One expected death in a hundred: some fifteen people a year in a district of 200,000, where \
     each counts.",
);
pub(super) const GROUP_FOR_20_000: Reason = Reason(
    "X06",
    "One group more for every 20,000 people: a fiftieth of the 2.5 voluntary organisations per \
     1,000 residents that there are.",
);
pub(super) const HUNDREDTH_OF_SCALE: Reason = Reason(
    "assumption",
    "A hundredth of a scale that the model itself has made: nothing published says what less would \
     mean.",
);
pub(super) const HOUR_FOR_ONE_IN_200: Reason = Reason(
    "K09",
    "As if one adult in two hundred had an hour a week more: bought as home care that is about £6 \
     an adult a year.",
);
pub(super) const POUND_OF_PRIMARY_CARE: Reason = Reason(
    "K03",
    "One person in fifty with one contact less: at £45 a contact about £1 a head a year.",
);
pub(super) const POUND_OF_EMERGENCY_CARE: Reason = Reason(
    "K04",
    "One person in two hundred with one attendance less: at £200 each £1 a head a year.",
);
pub(super) const ONE_ADMISSION: Reason = Reason(
    "K05",
    "One person in a thousand with one admission less: at £2,900 each about £3 a head a year, and \
     a hundredth of what is usual.",
);
pub(super) const LIKE_ADMISSIONS: Reason = Reason(
    CONVENTION,
    "One person in a thousand, as for emergency admissions, of which most crises are.",
);
pub(super) const FIVE_LINK_WORKERS: Reason = Reason(
    "K13",
    "£1 a head a year: in a district of 225,000 people what five link workers cost.",
);
pub(super) const POUND_IN_100: Reason =
    Reason(CONVENTION, "One pound in a hundred of what is delivered.");
pub(super) const ONE_IN_A_THOUSAND_OF_5_000: Reason = Reason(
    CONVENTION,
    "One in a thousand of 5,000, the usual number of invented people.",
);
