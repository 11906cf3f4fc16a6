//! The categories of the official tables, in the words of their publishers, and the class that each
//! belongs to.

use super::Category;

/// Classes: the order of [`crate::place::HouseholdKind::ALL`].
pub(super) const KINDS: [Category; 14] = [
    ("One-person household: Aged 66 years and over", Some(0)),
    ("One-person household: Other", Some(1)),
    (
        "Single family household: All aged 66 years and over",
        Some(2),
    ),
    (
        "Single family household: Married or civil partnership couple: No children",
        Some(3),
    ),
    (
        "Single family household: Married or civil partnership couple: Dependent children",
        Some(4),
    ),
    (
        "Single family household: Married or civil partnership couple: All children non-dependent",
        Some(5),
    ),
    (
        "Single family household: Cohabiting couple family: No children",
        Some(3),
    ),
    (
        "Single family household: Cohabiting couple family: With dependent children",
        Some(4),
    ),
    (
        "Single family household: Cohabiting couple family: All children non-dependent",
        Some(5),
    ),
    (
        "Single family household: Lone parent family: With dependent children",
        Some(6),
    ),
    (
        "Single family household: Lone parent family: All children non-dependent",
        Some(7),
    ),
    (
        "Single family household: Other single family household: Other family composition",
        Some(8),
    ),
    ("Other household types: With dependent children", Some(8)),
    (
        "Other household types: Other, including all full-time students and all aged 66 years and \
         over",
        Some(8),
    ),
];

pub(super) const SIZES: [Category; 9] = [
    ("0 people in household", None),
    ("1 person in household", Some(0)),
    ("2 people in household", Some(1)),
    ("3 people in household", Some(2)),
    ("4 people in household", Some(3)),
    ("5 people in household", Some(4)),
    ("6 people in household", Some(5)),
    ("7 people in household", Some(6)),
    ("8 or more people in household", Some(7)),
];

/// Classes: the order of [`crate::place::Activity::ADULT`]. A full-time student is one whether
/// working or not.
pub(super) const ACTIVITIES: [Category; 19] = [
    (
        "Economically active (excluding full-time students): In employment: Employee: Part-time",
        Some(1),
    ),
    (
        "Economically active (excluding full-time students): In employment: Employee: Full-time",
        Some(1),
    ),
    (
        "Economically active (excluding full-time students): In employment: Self-employed with \
         employees: Part-time",
        Some(1),
    ),
    (
        "Economically active (excluding full-time students): In employment: Self-employed with \
         employees: Full-time",
        Some(1),
    ),
    (
        "Economically active (excluding full-time students): In employment: Self-employed without \
         employees: Part-time",
        Some(1),
    ),
    (
        "Economically active (excluding full-time students): In employment: Self-employed without \
         employees: Full-time",
        Some(1),
    ),
    (
        "Economically active (excluding full-time students): Unemployed",
        Some(2),
    ),
    (
        "Economically active and a full-time student: In employment: Employee: Part-time",
        Some(0),
    ),
    (
        "Economically active and a full-time student: In employment: Employee: Full-time",
        Some(0),
    ),
    (
        "Economically active and a full-time student: In employment: Self-employed with employees: \
         Part-time",
        Some(0),
    ),
    (
        "Economically active and a full-time student: In employment: Self-employed with employees: \
         Full-time",
        Some(0),
    ),
    (
        "Economically active and a full-time student: In employment: Self-employed without \
         employees: Part-time",
        Some(0),
    ),
    (
        "Economically active and a full-time student: In employment: Self-employed without \
         employees: Full-time",
        Some(0),
    ),
    (
        "Economically active and a full-time student: Unemployed",
        Some(0),
    ),
    ("Economically inactive: Retired", Some(3)),
    ("Economically inactive: Student", Some(0)),
    (
        "Economically inactive: Looking after home or family",
        Some(5),
    ),
    ("Economically inactive: Long-term sick or disabled", Some(4)),
    ("Economically inactive: Other", Some(5)),
];

pub(super) const DISABILITY: [Category; 4] = [
    (
        "Disabled under the Equality Act: Day-to-day activities limited a lot",
        Some(3),
    ),
    (
        "Disabled under the Equality Act: Day-to-day activities limited a little",
        Some(2),
    ),
    (
        "Not disabled under the Equality Act: Has long term physical or mental health condition \
         but day-to-day activities are not limited",
        Some(1),
    ),
    (
        "Not disabled under the Equality Act: No long term physical or mental health conditions",
        Some(0),
    ),
];

pub(super) const HEALTH: [Category; 5] = [
    ("Very good health", Some(0)),
    ("Good health", Some(1)),
    ("Fair health", Some(2)),
    ("Bad health", Some(3)),
    ("Very bad health", Some(4)),
];

pub(super) const CARE: [Category; 6] = [
    ("Provides no unpaid care", Some(0)),
    ("Provides 9 hours or less unpaid care a week", Some(1)),
    ("Provides 10 to 19 hours unpaid care a week", Some(2)),
    ("Provides 20 to 34 hours unpaid care a week", Some(3)),
    ("Provides 35 to 49 hours unpaid care a week", Some(4)),
    ("Provides 50 or more hours unpaid care a week", Some(5)),
];

pub(super) const CARE_SUMS: [&str; 3] = [
    "Provides 19 hours or less unpaid care a week",
    "Provides 19 or less hours unpaid care a week",
    "Provides 20 to 49 hours unpaid care a week",
];

/// Classes: owned outright, owned with a mortgage or loan, shared ownership, social rented, private
/// rented, rent free.
pub(super) const TENURE: [Category; 8] = [
    ("Owned: Owns outright", Some(0)),
    ("Owned: Owns with a mortgage or loan", Some(1)),
    ("Shared ownership: Shared ownership", Some(2)),
    (
        "Social rented: Rents from council or Local Authority",
        Some(3),
    ),
    ("Social rented: Other social rented", Some(3)),
    (
        "Private rented: Private landlord or letting agency",
        Some(4),
    ),
    ("Private rented: Other private rented", Some(4)),
    ("Lives rent free", Some(5)),
];

pub(super) const HARDSHIP: [Category; 5] = [
    ("Household is not deprived in any dimension", Some(0)),
    ("Household is deprived in one dimension", Some(1)),
    ("Household is deprived in two dimensions", Some(2)),
    ("Household is deprived in three dimensions", Some(3)),
    ("Household is deprived in four dimensions", Some(4)),
];

/// Classes: in households, in communal establishments.
pub(super) const RESIDENCE: [Category; 2] = [
    ("Lives in a household", Some(0)),
    ("Lives in a communal establishment", Some(1)),
];
