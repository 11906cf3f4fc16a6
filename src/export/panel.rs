//! A person-year panel as CSV: one row a person and year.

use crate::indicators::panel::{PanelRow, SERVICES};
use crate::place::Sex;
use std::io::Write;

const BEFORE_CONTACTS: [&str; 22] = [
    "person",
    "year",
    "age",
    "sex",
    "neighbourhood",
    "deprivation_decile",
    "family",
    "disabled",
    "widowed",
    "carer_hours",
    "support_need",
    "met_by_family",
    "met_by_community",
    "met_by_formal",
    "unmet",
    "open_problems",
    "wellbeing",
    "lonely",
    "close_friends",
    "control",
    "volunteer",
    "satisfied_with_area",
];
const AFTER_CONTACTS: [&str; 5] = ["ae_attendances", "emergency_admissions", "longest_relationship_months", "cost_pounds", "alive"];

/// Columns that hold words, or names: those of people and families have 64 bits, more than the whole numbers of most programs.
pub const WORDS: [&str; 4] = ["person", "family", "sex", "neighbourhood"];
/// Columns that hold numbers which need not be whole.
pub const MEASURED: [&str; 10] = [
    "deprivation_decile",
    "carer_hours",
    "support_need",
    "met_by_family",
    "met_by_community",
    "met_by_formal",
    "unmet",
    "wellbeing",
    "control",
    "cost_pounds",
];

/// The headings, in order.
pub fn headings() -> Vec<String> {
    let contacts = SERVICES.iter().map(|service| format!("contacts_{service}"));
    BEFORE_CONTACTS.iter().map(ToString::to_string).chain(contacts).chain(AFTER_CONTACTS.iter().map(ToString::to_string)).collect()
}

/// Writes rows in the order given; yes and no are 1 and 0.
///
/// Errors: those of the writer.
pub fn write(rows: impl IntoIterator<Item = PanelRow>, out: impl Write) -> Result<(), csv::Error> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(headings())?;
    for row in rows {
        writer.write_record(fields(&row))?;
    }
    writer.flush()?;
    Ok(())
}

/// One row as it is written, in the order of the headings.
pub fn fields(row: &PanelRow) -> Vec<String> {
    let flag = |truth: bool| u8::from(truth).to_string();
    let sex = match row.sex {
        Sex::Female => "female",
        Sex::Male => "male",
    };
    let mut fields = vec![
        row.person.to_string(),
        row.year.to_string(),
        row.age.to_string(),
        sex.to_owned(),
        row.neighbourhood.clone(),
        row.deprivation_decile.to_string(),
        row.family.to_string(),
        flag(row.disabled),
        flag(row.widowed),
        row.carer_hours.to_string(),
        row.support_need.to_string(),
        row.met_by_family.to_string(),
        row.met_by_community.to_string(),
        row.met_by_formal.to_string(),
        row.unmet.to_string(),
        row.open_problems.to_string(),
        row.wellbeing.to_string(),
        flag(row.lonely),
        row.close_friends.to_string(),
        row.control.to_string(),
        flag(row.volunteer),
        flag(row.satisfied),
    ];
    fields.extend(row.contacts.iter().map(ToString::to_string));
    fields.extend([
        row.ae_attendances.to_string(),
        row.emergency_admissions.to_string(),
        row.longest_relationship_months.to_string(),
        row.cost_pounds.to_string(),
        flag(row.alive),
    ]);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_under_its_heading() {
        let row = PanelRow {
            person: 7,
            year: 2,
            age: 81,
            sex: Sex::Female,
            neighbourhood: "E01, \"North\"".to_owned(),
            deprivation_decile: 2.5,
            family: 3,
            disabled: true,
            widowed: true,
            carer_hours: 0.0,
            support_need: 10.0,
            met_by_family: 4.0,
            met_by_community: 1.5,
            met_by_formal: 3.0,
            unmet: 1.5,
            open_problems: 2,
            wellbeing: 6.25,
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
            alive: false,
        };
        let mut bytes = Vec::new();
        write([row.clone(), row], &mut bytes).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        let value = |heading: &str| &rows[0][headings.iter().position(|h| h == heading).unwrap()];
        for (heading, wanted) in [
            ("person", "7"),
            ("sex", "female"),
            ("neighbourhood", "E01, \"North\""),
            ("unmet", "1.5"),
            ("control", "0.5"),
            ("volunteer", "1"),
            ("satisfied_with_area", "0"),
            ("contacts_primary_care", "1"),
            ("contacts_hospital_and_crisis", "8"),
            ("ae_attendances", "9"),
            ("cost_pounds", "1234.5"),
            ("alive", "0"),
        ] {
            assert_eq!(value(heading), wanted, "{heading}");
        }
    }
}
