//! A place: who lives with whom, where, and who knows whom, before anything happens.
//!
//! Official tables become a [`Profile`] (figures only), and [`generate`] turns a profile into a
//! [`Place`] of invented people whose margins match it. Knows nothing of the engine, of money or of
//! strategies.

pub mod attributes;
pub mod bundled;
pub mod census;
pub mod check;
pub mod communities;
pub mod england;
#[cfg(test)]
pub mod example;
pub mod fitting;
pub mod graph;
pub mod kin;
pub mod people;
pub mod population;
pub mod profile;
pub mod templates;
pub mod ties;
pub mod whole;

pub use population::{GenerateError, generate};
pub use profile::{Profile, ProfileError};
pub use whole::Whole;

use crate::ids::{CommunityId, FamilyId, PersonId};
use serde::{Deserialize, Serialize};

/// The most people one household holds; the census's last class is "8 or more".
pub const LARGEST_HOUSEHOLD: usize = 8;

/// A generated place: invented people with the margins of a real one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The id of the profile it was generated from.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Where the figures come from, one line a source.
    pub sources: Vec<String>,
    /// How many people really live there, by five-year age band. Unit: persons.
    pub ages: [u32; profile::AGE_BANDS],
    /// Its neighbourhoods.
    pub communities: Vec<Community>,
    /// Families, sorted by community.
    pub families: Vec<Household>,
    /// Persons, sorted by family: the members of a family stand together.
    pub persons: Vec<Resident>,
    /// Friendships, each once, the lower index first, sorted.
    pub friendships: Vec<Friendship>,
    /// Families that are kin of one another though they live apart; each once, the lower index
    /// first, sorted.
    pub kin: Vec<(FamilyId, FamilyId)>,
}

/// A neighbourhood as generated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Community {
    /// The code of the neighbourhood (or of the first of those grouped in it).
    pub code: String,
    /// What people call it.
    pub name: String,
    /// What residents call the areas in it, or its official neighbourhoods where that is not known.
    pub members: Vec<String>,
    /// How many official neighbourhoods it stands for.
    pub grouped: u32,
    /// Longitude and latitude of its centre, where they are known. Unit: degrees east and north.
    pub centre: Option<[f32; 2]>,
    /// Deprivation decile overall and by domain (1 = most deprived tenth of England), a mean where
    /// several are grouped.
    pub deprivation: Deprivation,
    /// The share of its residents in neighbourhoods of each overall decile, the most deprived
    /// first. Adds up to 1.
    pub deciles: [f32; 10],
}

/// Deprivation deciles of a neighbourhood. Range of each: 1 (most deprived tenth of England) to 10.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deprivation {
    /// The index over all domains.
    pub overall: f32,
    /// Income.
    pub income: f32,
    /// Employment.
    pub employment: f32,
    /// Education, skills and training.
    pub education: f32,
    /// Health and disability.
    pub health: f32,
    /// Crime.
    pub crime: f32,
    /// Barriers to housing and services.
    pub housing: f32,
    /// Living environment.
    pub environment: f32,
}

/// Who lives in a home, as the census groups it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HouseholdKind {
    /// One person aged 66 or over.
    OneOlder,
    /// One younger person.
    OneYounger,
    /// A family all of whose members are 66 or over.
    AllOlder,
    /// A couple without children at home.
    Couple,
    /// A couple with dependent children.
    CoupleDependent,
    /// A couple whose children at home are all grown up.
    CoupleGrown,
    /// A lone parent with dependent children.
    LoneDependent,
    /// A lone parent whose children at home are all grown up.
    LoneGrown,
    /// Any other household: several families, sharers, students.
    Other,
    /// No household: somebody who lives in a communal establishment (a care home, a hall of
    /// residence, barracks, a prison).
    Communal,
}

impl HouseholdKind {
    /// Every kind of private household, in the order in which margins list them.
    pub const ALL: [Self; 9] = [
        Self::OneOlder,
        Self::OneYounger,
        Self::AllOlder,
        Self::Couple,
        Self::CoupleDependent,
        Self::CoupleGrown,
        Self::LoneDependent,
        Self::LoneGrown,
        Self::Other,
    ];

    /// Its position in [`Self::ALL`]; behind the last for [`Self::Communal`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl Disability {
    /// Every class, in the order in which margins list them.
    pub const ALL: [Self; 4] = [Self::None, Self::Condition, Self::Little, Self::Lot];
}

impl Activity {
    /// Every class of people aged 16 and over, in the order in which margins list them.
    pub const ADULT: [Self; 6] = [
        Self::Student,
        Self::Employed,
        Self::Unemployed,
        Self::Retired,
        Self::Sick,
        Self::Other,
    ];
}

/// A family and its home.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Household {
    /// Where the home is.
    pub community: CommunityId,
    /// Who lives in it.
    pub kind: HouseholdKind,
    /// The first member.
    pub first: PersonId,
    /// How many members. Range: 1 to [`LARGEST_HOUSEHOLD`].
    pub size: u8,
}

/// Sex, as births, deaths and caring differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// Long-term conditions and what they limit, as the census asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disability {
    /// No long-term condition.
    None,
    /// A long-term condition that limits nothing.
    Condition,
    /// Day-to-day activities limited a little.
    Little,
    /// Day-to-day activities limited a lot.
    Lot,
}

/// What a person does in the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Activity {
    /// Under 16.
    Child,
    /// A full-time student (working or not).
    Student,
    /// In work.
    Employed,
    /// Out of work and looking.
    Unemployed,
    /// Retired.
    Retired,
    /// Long-term sick or disabled.
    Sick,
    /// Looking after home or family, or other.
    Other,
}

/// A person as generated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resident {
    /// Age in whole years.
    pub age: u8,
    /// Sex.
    pub sex: Sex,
    /// The family they belong to.
    pub family: FamilyId,
    /// The partner they live with, if any.
    pub partner: Option<PersonId>,
    /// Whether they are a child (of any age) of somebody in the home.
    pub is_child: bool,
    /// Long-term conditions and what they limit.
    pub disability: Disability,
    /// General health as the census asks. Range: 1 (very good) to 5 (very bad).
    pub health: u8,
    /// What they do in the week.
    pub activity: Activity,
    /// Social group, for homophily. Range: 0 to 3.
    pub group: u8,
}

/// A friendship between two people who do not share a home.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Friendship {
    /// The lower index.
    pub a: PersonId,
    /// The higher index.
    pub b: PersonId,
    /// How strong it is. Range: 0–1; at 0.5 and above each counts on the other.
    pub strength: f32,
}
