//! A person-year panel as a table: one row an arm, replicate, person and year, in columns with units and meanings. Knows no format of files.

use super::table::{Cell, Column, beyond_range, number, text, whole};
use crate::indicators::life::Presence;
use crate::indicators::panel::{PanelRow, SERVICES};
use crate::place::Sex;

/// What the table holds, for people.
pub const TITLE: &str = "Every person's years, arm by arm and luck by luck";

/// Which life a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Of<'a> {
    /// The arm, by id.
    pub arm: &'a str,
    /// Which luck.
    pub replicate: u32,
    /// The scenario's seed.
    pub seed: u64,
    /// The mark of what is outside its registered range, if anything.
    pub beyond: Option<&'a str>,
}

/// The columns, in order. `beyond`: whether something is outside its registered range, which the last column says then.
pub fn columns(beyond: bool) -> Vec<Column> {
    let mut columns = of_whom();
    columns.extend(of_support());
    for service in SERVICES {
        columns.push(whole(
            &format!("contacts_{service}"),
            "contacts",
            &format!("Contacts with {} in the year.", service.replace('_', " ")),
        ));
    }
    columns.extend(of_crises());
    columns.extend(beyond.then(beyond_range));
    columns
}

fn of_whom() -> Vec<Column> {
    vec![
        text("arm", "The arm, by id."),
        whole(
            "replicate",
            "",
            "Which luck, counted from 0; the same number is the same luck in every arm.",
        ),
        text(
            "seed",
            "The seed of all luck, as digits: it may have more of them than the numbers of most programs.",
        ),
        text(
            "person",
            "A name for the person: the same in every arm and replicate for those who lived in the place at its beginning, and in every arm of a replicate for those who came before the arms branch.",
        ),
        whole(
            "year",
            "years",
            "Years since the arms branch; year 0 is the last before it.",
        ),
        whole("age", "years", "Age at the end of the year."),
        text("sex", "Sex: female or male."),
        text("neighbourhood", "Code of the neighbourhood lived in."),
        whole(
            "deprivation_decile",
            "decile",
            "Deprivation decile of the neighbourhood: 1 is the most deprived tenth of England, 10 the least; `deprivation` to the nearest whole.",
        ),
        number(
            "deprivation",
            "decile",
            "The same with its fraction: a mean of deciles where a neighbourhood stands for several official ones.",
        ),
        text(
            "family",
            "A name for the home: equal for people who share it, and for those who move into it later.",
        ),
        whole(
            "present",
            "0 or 1",
            "1: lives in the place at the end of the year. Who died or moved away in the year has one last row with 0.",
        ),
        text(
            "presence",
            "here, died, moved-away, or gone (died or moved away; the record does not say which).",
        ),
        whole(
            "disabled",
            "0 or 1",
            "1: a condition limits day-to-day activities.",
        ),
        whole(
            "widowed",
            "0 or 1",
            "1: a partner has died and nobody has taken their place.",
        ),
    ]
}

fn of_support() -> Vec<Column> {
    let hours = |name: &str, meaning: &str| number(name, "hours a week", meaning);
    vec![
        hours(
            "carer_hours",
            "Hours of care given to others, mean of the months lived in the year.",
        ),
        hours(
            "support_need",
            "Hours of support needed, mean of the months lived in the year; the four that follow add up to it.",
        ),
        hours("met_by_family", "Hours met by the family."),
        hours("met_by_community", "Hours met by community and friends."),
        hours("met_by_formal", "Hours met by formal services."),
        hours("unmet", "Hours that nobody met."),
        whole(
            "open_problems",
            "problems",
            "Open problems at the end of the year.",
        ),
        number(
            "wellbeing",
            "0-10",
            "Wellbeing, mean of the months lived in the year.",
        ),
        whole(
            "lonely",
            "0 or 1",
            "1: often or always lonely at the end of the year.",
        ),
        whole(
            "close_friends",
            "friends",
            "Friends counted on at the end of the year.",
        ),
        number(
            "control",
            "0-1",
            "Control over one's own life at the end of the year.",
        ),
        whole(
            "volunteer",
            "0 or 1",
            "1: gave time in the neighbourhood at the end of the year.",
        ),
        whole(
            "satisfied_with_area",
            "0 or 1",
            "1: satisfied with the area at the end of the year.",
        ),
    ]
}

fn of_crises() -> Vec<Column> {
    vec![
        whole(
            "ae_attendances",
            "attendances",
            "Attendances at A&E in the year.",
        ),
        whole(
            "emergency_admissions",
            "admissions",
            "Emergency admissions in the year.",
        ),
        whole(
            "longest_relationship_months",
            "months",
            "The longest relationship with one professional so far.",
        ),
        number(
            "cost_pounds",
            "pounds, 2024/25 prices",
            "What public services spent on the person in the year.",
        ),
    ]
}

/// The name of a person in files: a letter and 16 hexadecimal digits, so that no program takes it for a number and rounds it.
pub fn person(key: u64) -> String {
    format!("p{key:016x}")
}

/// The name of a family in files.
pub fn family(key: u64) -> String {
    format!("f{key:016x}")
}

/// One row, a cell a column.
pub fn cells(of: Of<'_>, row: &PanelRow) -> Vec<Cell> {
    let sex = match row.sex {
        Sex::Female => "female",
        Sex::Male => "male",
    };
    let presence = match row.presence {
        Some(Presence::Here) => "here",
        Some(Presence::Died) => "died",
        Some(Presence::Left) => "moved-away",
        None => "gone",
    };
    let count = |number: u16| Cell::from(u32::from(number));
    let mut cells = vec![
        of.arm.into(),
        of.replicate.into(),
        Cell::Text(of.seed.to_string()),
        Cell::Text(person(row.person)),
        row.year.into(),
        count(row.age.into()),
        sex.into(),
        (&row.neighbourhood).into(),
        Cell::Whole(row.deprivation.round().clamp(1.0, 10.0) as i64),
        row.deprivation.into(),
        Cell::Text(family(row.family)),
        (row.presence == Some(Presence::Here)).into(),
        presence.into(),
        row.disabled.into(),
        row.widowed.into(),
        row.carer_hours.into(),
        row.support_need.into(),
        row.met_by_family.into(),
        row.met_by_community.into(),
        row.met_by_formal.into(),
        row.unmet.into(),
        count(row.open_problems.into()),
        row.wellbeing.into(),
        row.lonely.into(),
        count(row.close_friends.into()),
        row.control.into(),
        row.volunteer.into(),
        row.satisfied.into(),
    ];
    cells.extend(row.contacts.map(count));
    cells.extend([
        count(row.ae_attendances),
        count(row.emergency_admissions),
        count(row.longest_relationship_months),
    ]);
    cells.push(row.cost_pounds.into());
    cells.extend(of.beyond.map(Cell::from));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::table::{ColumnKind, Table};

    fn row() -> PanelRow {
        PanelRow {
            person: 7,
            year: 2,
            age: 81,
            sex: Sex::Female,
            neighbourhood: "E01, \"North\"".to_owned(),
            deprivation: 2.6,
            family: u64::MAX,
            disabled: true,
            widowed: true,
            carer_hours: 0.0,
            support_need: 10.0,
            met_by_family: 4.0,
            met_by_community: 1.5,
            met_by_formal: 3.0,
            unmet: 1.5,
            open_problems: 2,
            wellbeing: 6.065,
            lonely: false,
            close_friends: 4,
            control: 0.5,
            volunteer: true,
            satisfied: false,
            contacts: [1, 2, 3, 4, 5, 6, 7, 8],
            ae_attendances: 9,
            emergency_admissions: 10,
            longest_relationship_months: 11,
            cost_pounds: 1234.5,
            presence: Some(Presence::Left),
        }
    }

    #[test]
    fn every_field_stands_under_its_heading_and_is_of_its_kind() {
        let of = Of {
            arm: "pilots",
            replicate: 3,
            seed: u64::MAX,
            beyond: Some("outside"),
        };
        let mut table = Table::new("panel", TITLE, columns(true));
        table.rows = vec![
            cells(of, &row()),
            cells(
                of,
                &PanelRow {
                    presence: None,
                    ..row()
                },
            ),
        ];
        for cells in &table.rows {
            assert_eq!(cells.len(), table.columns.len());
            for (cell, column) in cells.iter().zip(&table.columns) {
                let fits = match column.kind {
                    ColumnKind::Text => matches!(cell, Cell::Text(_)),
                    ColumnKind::Whole => matches!(cell, Cell::Whole(_)),
                    ColumnKind::Number => matches!(cell, Cell::Number(_)),
                };
                assert!(fits, "{}: {cell:?}", column.name);
            }
        }
        let text = table.csv();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        let value = |heading: &str| &rows[0][headings.iter().position(|h| h == heading).unwrap()];
        for (heading, wanted) in [
            ("arm", "pilots"),
            ("replicate", "3"),
            ("seed", "18446744073709551615"),
            ("person", "p0000000000000007"),
            ("family", "fffffffffffffffff"),
            ("sex", "female"),
            ("neighbourhood", "E01, \"North\""),
            ("deprivation_decile", "3"),
            ("deprivation", "2.6"),
            ("present", "0"),
            ("presence", "moved-away"),
            ("unmet", "1.5"),
            ("wellbeing", "6.065"),
            ("control", "0.5"),
            ("volunteer", "1"),
            ("satisfied_with_area", "0"),
            ("contacts_primary_care", "1"),
            ("contacts_hospital_and_crisis", "8"),
            ("ae_attendances", "9"),
            ("longest_relationship_months", "11"),
            ("cost_pounds", "1234.5"),
            ("beyond_range", "outside"),
        ] {
            assert_eq!(value(heading), wanted, "{heading}");
        }
        assert_eq!(
            &rows[1][headings.iter().position(|h| h == "presence").unwrap()],
            "gone"
        );
        assert!(
            table
                .columns
                .iter()
                .all(|column| !column.meaning.is_empty())
        );
        assert_eq!(
            cells(Of { beyond: None, ..of }, &row()).len(),
            columns(false).len()
        );
        assert_eq!(columns(false).len() + 1, table.columns.len());
    }
}
