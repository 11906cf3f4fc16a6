//! A person-year panel as a table: one row an arm, replicate, person and year, in columns with units and meanings. Knows no format of files.

use crate::indicators::life::Presence;
use crate::indicators::panel::{PanelRow, SERVICES};
use crate::place::Sex;
use crate::report::table::{Cell, Column, beyond_range, number, text, whole};

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

/// A person's year in the life that it is of.
struct Lived<'a> {
    of: Of<'a>,
    row: &'a PanelRow,
}

/// A column with what stands in it.
struct Field {
    column: fn() -> Column,
    cell: fn(&Lived<'_>) -> Cell,
}

/// Fields, one after the other: name, kind, unit where there is one, meaning, cell.
macro_rules! fields {
    (|$it:ident| $($name:literal $kind:ident $($unit:literal)?: $meaning:literal => $cell:expr;)*) => {
        [$(Field { column: || $kind($name, concat!($($unit)?), $meaning), cell: |$it| $cell }),*]
    };
}

/// What stands before the contacts, in order.
const FIRST: [Field; 28] = fields! { |it|
    "arm" text: "The arm, by id." => it.of.arm.into();
    "replicate" whole: "Which luck, counted from 0; the same number is the same luck in every \
        arm." => it.of.replicate.into();
    "seed" text: "The seed of all luck, as digits: it may have more of them than the numbers \
        of most programs." => Cell::Text(it.of.seed.to_string());
    "person" text: "A name for the person: the same in every arm and replicate for those who \
        lived in the place at its beginning, and in every arm of a replicate for those who \
        came before the arms branch." => Cell::Text(person(it.row.person));
    "year" whole "years": "Years since the arms branch; year 0 is the last before it."
        => it.row.year.into();
    "age" whole "years": "Age at the end of the year." => count(it.row.age.into());
    "sex" text: "Sex: female or male." => sex(it.row.sex).into();
    "neighbourhood" text: "Code of the neighbourhood lived in."
        => (&it.row.neighbourhood).into();
    "deprivation_decile" whole "decile": "Deprivation decile of the neighbourhood: 1 is the \
        most deprived tenth of England, 10 the least; `deprivation` to the nearest whole."
        => Cell::Whole(it.row.deprivation.round().clamp(1.0, 10.0) as i64);
    "deprivation" number "decile": "The same with its fraction: a mean of deciles where a \
        neighbourhood stands for several official ones." => it.row.deprivation.into();
    "family" text: "A name for the home: equal for people who share it, and for those who \
        move into it later." => Cell::Text(family(it.row.family));
    "present" whole "0 or 1": "1: lives in the place at the end of the year. Who died or \
        moved away in the year has one last row with 0."
        => (it.row.presence == Some(Presence::Here)).into();
    "presence" text: "here, died, moved-away, or gone (died or moved away; the record does \
        not say which)." => presence(it.row.presence).into();
    "disabled" whole "0 or 1": "1: a condition limits day-to-day activities."
        => it.row.disabled.into();
    "widowed" whole "0 or 1": "1: a partner has died and nobody has taken their place."
        => it.row.widowed.into();
    "carer_hours" number "hours a week": "Hours of care given to others, mean of the months \
        lived in the year." => it.row.carer_hours.into();
    "support_need" number "hours a week": "Hours of support needed, mean of the months lived \
        in the year; the four that follow add up to it." => it.row.support_need.into();
    "met_by_family" number "hours a week": "Hours met by the family."
        => it.row.met_by_family.into();
    "met_by_community" number "hours a week": "Hours met by community and friends."
        => it.row.met_by_community.into();
    "met_by_formal" number "hours a week": "Hours met by formal services."
        => it.row.met_by_formal.into();
    "unmet" number "hours a week": "Hours that nobody met." => it.row.unmet.into();
    "open_problems" whole "problems": "Open problems at the end of the year."
        => count(it.row.open_problems.into());
    "wellbeing" number "0-10": "Wellbeing, mean of the months lived in the year."
        => it.row.wellbeing.into();
    "lonely" whole "0 or 1": "1: often or always lonely at the end of the year."
        => it.row.lonely.into();
    "close_friends" whole "friends": "Friends counted on at the end of the year."
        => count(it.row.close_friends.into());
    "control" number "0-1": "Control over one's own life at the end of the year."
        => it.row.control.into();
    "volunteer" whole "0 or 1": "1: gave time in the neighbourhood at the end of the year."
        => it.row.volunteer.into();
    "satisfied_with_area" whole "0 or 1": "1: satisfied with the area at the end of the year."
        => it.row.satisfied.into();
};

/// What stands behind the contacts.
const LAST: [Field; 4] = fields! { |it|
    "ae_attendances" whole "attendances": "Attendances at A&E in the year."
        => count(it.row.ae_attendances);
    "emergency_admissions" whole "admissions": "Emergency admissions in the year."
        => count(it.row.emergency_admissions);
    "longest_relationship_months" whole "months": "The longest relationship with one \
        professional so far." => count(it.row.longest_relationship_months);
    "cost_pounds" number "pounds, 2024/25 prices": "What public services spent on the person \
        in the year." => it.row.cost_pounds.into();
};

/// The columns, in order. `beyond`: whether something is outside its registered range, which the last column says then.
pub fn columns(beyond: bool) -> Vec<Column> {
    let contacts = SERVICES.map(|service| {
        let meaning = format!("Contacts with {} in the year.", service.replace('_', " "));
        whole(&format!("contacts_{service}"), "contacts", &meaning)
    });
    let mut columns: Vec<Column> = FIRST.iter().map(|field| (field.column)()).collect();
    columns.extend(contacts);
    columns.extend(LAST.iter().map(|field| (field.column)()));
    columns.extend(beyond.then(beyond_range));
    columns
}

/// One row, a cell a column.
pub fn cells(of: Of<'_>, row: &PanelRow) -> Vec<Cell> {
    let lived = Lived { of, row };
    let mut cells: Vec<Cell> = FIRST.iter().map(|field| (field.cell)(&lived)).collect();
    cells.extend(row.contacts.map(count));
    cells.extend(LAST.iter().map(|field| (field.cell)(&lived)));
    cells.extend(of.beyond.map(Cell::from));
    cells
}

fn count(number: u16) -> Cell {
    u32::from(number).into()
}

fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    }
}

fn presence(presence: Option<Presence>) -> &'static str {
    match presence {
        Some(Presence::Here) => "here",
        Some(Presence::Died) => "died",
        Some(Presence::Left) => "moved-away",
        None => "gone",
    }
}

/// The name of a person in files: a letter and 16 hexadecimal digits, so that no program takes it for a number and rounds it.
pub fn person(key: u64) -> String {
    format!("p{key:016x}")
}

/// The name of a family in files.
pub fn family(key: u64) -> String {
    format!("f{key:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{ColumnKind, Table};

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
