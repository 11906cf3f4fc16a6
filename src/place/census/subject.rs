//! What the official tables count, and how their categories become the classes of a profile.

/// Whether a table is about boroughs or neighbourhoods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Geography {
    /// Boroughs (local authorities).
    Borough,
    /// Neighbourhoods (Lower-layer Super Output Areas).
    Neighbourhood,
}

impl Geography {
    /// Its name in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Borough => "Local authority",
            Self::Neighbourhood => "Lower-layer Super Output Area",
        }
    }
}

/// What a table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Residents by five-year age band.
    Ages,
    /// Households by composition.
    Kinds,
    /// Households by size.
    Sizes,
    /// Residents aged 16 and over by economic activity.
    Activities,
    /// Residents by disability.
    Disability,
    /// Residents by general health.
    Health,
    /// Residents aged 5 and over by unpaid care.
    Care,
}

/// An official category and the class it belongs to; none: it must be 0.
type Category = (&'static str, Option<usize>);

impl Subject {
    /// Every subject.
    pub const ALL: [Self; 7] = [Self::Ages, Self::Kinds, Self::Sizes, Self::Activities, Self::Disability, Self::Health, Self::Care];

    /// How the names of its files begin.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ages => "age_bands",
            Self::Kinds => "household_composition",
            Self::Sizes => "household_size",
            Self::Activities => "economic_activity",
            Self::Disability => "disability",
            Self::Health => "general_health",
            Self::Care => "unpaid_care",
        }
    }

    /// The subject and geography of a file by its name, if it is one of these.
    pub fn of_file(name: &str) -> Option<(Self, Geography)> {
        let subject = Self::ALL.into_iter().find(|subject| name.starts_with(subject.name()))?;
        let rest = &name[subject.name().len()..];
        if rest.starts_with("_la_") || rest == "_la.csv" {
            Some((subject, Geography::Borough))
        } else if rest.starts_with("_lsoa_") || rest == "_lsoa.csv" {
            Some((subject, Geography::Neighbourhood))
        } else {
            None
        }
    }

    /// The column that holds the category.
    pub const fn class_column(self) -> &'static str {
        match self {
            Self::Ages | Self::Kinds | Self::Sizes => "indicator",
            Self::Activities => "economic_activity_status",
            Self::Disability => "disability_category",
            Self::Health => "general_health",
            Self::Care => "unpaid_care",
        }
    }

    /// The header.
    pub fn columns(self) -> Vec<&'static str> {
        let mut columns = vec!["area_code", "area_name", "geography", "period", "indicator"];
        if self.class_column() != "indicator" {
            columns.push(self.class_column());
        }
        columns.extend(["measure", "unit", "value"]);
        columns
    }

    /// What is counted.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Kinds | Self::Sizes => "Households",
            _ => "Persons",
        }
    }

    /// How many classes a profile has for it.
    pub const fn classes(self) -> usize {
        match self {
            Self::Ages => 18,
            Self::Kinds => 9,
            Self::Sizes => 8,
            Self::Activities | Self::Care => 6,
            Self::Disability => 4,
            Self::Health => 5,
        }
    }

    /// Its official categories and their classes.
    pub const fn categories(self) -> &'static [Category] {
        match self {
            Self::Ages => &AGES,
            Self::Kinds => &KINDS,
            Self::Sizes => &SIZES,
            Self::Activities => &ACTIVITIES,
            Self::Disability => &DISABILITY,
            Self::Health => &HEALTH,
            Self::Care => &CARE,
        }
    }
}

const AGES: [Category; 18] = [
    ("Aged 4 years and under", Some(0)),
    ("Aged 5 to 9 years", Some(1)),
    ("Aged 10 to 14 years", Some(2)),
    ("Aged 15 to 19 years", Some(3)),
    ("Aged 20 to 24 years", Some(4)),
    ("Aged 25 to 29 years", Some(5)),
    ("Aged 30 to 34 years", Some(6)),
    ("Aged 35 to 39 years", Some(7)),
    ("Aged 40 to 44 years", Some(8)),
    ("Aged 45 to 49 years", Some(9)),
    ("Aged 50 to 54 years", Some(10)),
    ("Aged 55 to 59 years", Some(11)),
    ("Aged 60 to 64 years", Some(12)),
    ("Aged 65 to 69 years", Some(13)),
    ("Aged 70 to 74 years", Some(14)),
    ("Aged 75 to 79 years", Some(15)),
    ("Aged 80 to 84 years", Some(16)),
    ("Aged 85 years and over", Some(17)),
];

/// Classes: the order of [`crate::place::HouseholdKind::ALL`].
const KINDS: [Category; 14] = [
    ("One-person household: Aged 66 years and over", Some(0)),
    ("One-person household: Other", Some(1)),
    ("Single family household: All aged 66 years and over", Some(2)),
    ("Single family household: Married or civil partnership couple: No children", Some(3)),
    ("Single family household: Married or civil partnership couple: Dependent children", Some(4)),
    ("Single family household: Married or civil partnership couple: All children non-dependent", Some(5)),
    ("Single family household: Cohabiting couple family: No children", Some(3)),
    ("Single family household: Cohabiting couple family: With dependent children", Some(4)),
    ("Single family household: Cohabiting couple family: All children non-dependent", Some(5)),
    ("Single family household: Lone parent family: With dependent children", Some(6)),
    ("Single family household: Lone parent family: All children non-dependent", Some(7)),
    ("Single family household: Other single family household: Other family composition", Some(8)),
    ("Other household types: With dependent children", Some(8)),
    ("Other household types: Other, including all full-time students and all aged 66 years and over", Some(8)),
];

const SIZES: [Category; 9] = [
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

/// Classes: the order of [`crate::place::Activity::ADULT`]. A full-time student is one whether working or not.
const ACTIVITIES: [Category; 19] = [
    ("Economically active (excluding full-time students): In employment: Employee: Part-time", Some(1)),
    ("Economically active (excluding full-time students): In employment: Employee: Full-time", Some(1)),
    ("Economically active (excluding full-time students): In employment: Self-employed with employees: Part-time", Some(1)),
    ("Economically active (excluding full-time students): In employment: Self-employed with employees: Full-time", Some(1)),
    ("Economically active (excluding full-time students): In employment: Self-employed without employees: Part-time", Some(1)),
    ("Economically active (excluding full-time students): In employment: Self-employed without employees: Full-time", Some(1)),
    ("Economically active (excluding full-time students): Unemployed", Some(2)),
    ("Economically active and a full-time student: In employment: Employee: Part-time", Some(0)),
    ("Economically active and a full-time student: In employment: Employee: Full-time", Some(0)),
    ("Economically active and a full-time student: In employment: Self-employed with employees: Part-time", Some(0)),
    ("Economically active and a full-time student: In employment: Self-employed with employees: Full-time", Some(0)),
    ("Economically active and a full-time student: In employment: Self-employed without employees: Part-time", Some(0)),
    ("Economically active and a full-time student: In employment: Self-employed without employees: Full-time", Some(0)),
    ("Economically active and a full-time student: Unemployed", Some(0)),
    ("Economically inactive: Retired", Some(3)),
    ("Economically inactive: Student", Some(0)),
    ("Economically inactive: Looking after home or family", Some(5)),
    ("Economically inactive: Long-term sick or disabled", Some(4)),
    ("Economically inactive: Other", Some(5)),
];

const DISABILITY: [Category; 4] = [
    ("Disabled under the Equality Act: Day-to-day activities limited a lot", Some(3)),
    ("Disabled under the Equality Act: Day-to-day activities limited a little", Some(2)),
    (
        "Not disabled under the Equality Act: Has long term physical or mental health condition but day-to-day activities are not limited",
        Some(1),
    ),
    ("Not disabled under the Equality Act: No long term physical or mental health conditions", Some(0)),
];

const HEALTH: [Category; 5] = [
    ("Very good health", Some(0)),
    ("Good health", Some(1)),
    ("Fair health", Some(2)),
    ("Bad health", Some(3)),
    ("Very bad health", Some(4)),
];

const CARE: [Category; 6] = [
    ("Provides no unpaid care", Some(0)),
    ("Provides 9 hours or less unpaid care a week", Some(1)),
    ("Provides 10 to 19 hours unpaid care a week", Some(2)),
    ("Provides 20 to 34 hours unpaid care a week", Some(3)),
    ("Provides 35 to 49 hours unpaid care a week", Some(4)),
    ("Provides 50 or more hours unpaid care a week", Some(5)),
];
