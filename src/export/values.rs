//! Every indicator value of an ensemble in long format: one row an arm, replicate, year and indicator.

use crate::ensemble::Ensemble;
use crate::indicators::catalogue::CATALOGUE;
use crate::report::csv::Writer;
use crate::report::table::{self, Column, beyond_range};
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::mark;
use std::io::Write;

/// The columns. `beyond`: whether something is outside its registered range, which the last column says then.
pub fn columns(beyond: bool) -> Vec<Column> {
    let mut columns = table::columns! {
        "arm" text: "The arm, by id.";
        "replicate" whole: "Which luck, counted from 0; the same number is the same luck in every \
            arm.";
        "year" whole "years": "Years since the arms branch; year 0 is the last before it.";
        "indicator" text: "The indicator, by id; `kith describe indicators` says what each counts.";
        "unit" text: "The unit of the value.";
        "value" number: "The value, in the unit beside it.";
    };
    columns.extend(beyond.then(beyond_range));
    columns
}

/// Writes an ensemble. Year 0 is the last before the arms branch.
///
/// Errors: those of the writer.
pub fn write(scenario: &Scenario, ensemble: &Ensemble, out: impl Write) -> std::io::Result<()> {
    let mut writer = Writer::new(out, [])?;
    let mark = mark(&scenario.parameters.beyond());
    writer.row(columns(mark.is_some()).iter().map(|column| &column.name))?;
    for outcome in ensemble.outcomes() {
        for arm in &outcome.arms {
            let id = scenario
                .arms
                .get(arm.arm as usize)
                .map_or("", |a| a.id.as_str());
            for (k, indicator) in CATALOGUE.iter().enumerate() {
                for (year, value) in arm.table.row(k).iter().enumerate() {
                    let (replicate, year, value) = (
                        outcome.replicate.to_string(),
                        year.to_string(),
                        value.to_string(),
                    );
                    let cells = [id, &replicate, &year, indicator.id, indicator.unit, &value];
                    writer.row(cells.into_iter().chain(mark.as_deref()))?;
                }
            }
        }
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::comparison::tests::example;
    use crate::indicators::catalogue::DOING_WELL;

    #[test]
    fn every_value_has_its_row_and_reads_back() {
        let (scenario, ensemble) = example(1.0, 2);
        let mut bytes = Vec::new();
        write(&scenario, &ensemble, &mut bytes).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        assert_eq!(
            reader.headers().unwrap(),
            columns(false)
                .iter()
                .map(|column| column.name.as_str())
                .collect::<Vec<_>>()
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3 * 2 * 3 * CATALOGUE.len());
        let row = rows
            .iter()
            .find(|r| &r[0] == "pilots" && &r[1] == "1" && &r[2] == "2" && &r[3] == "doing_well")
            .unwrap();
        assert_eq!(
            row[5].parse::<f64>().unwrap(),
            ensemble.outcome(1).unwrap().arms[1].table.row(DOING_WELL)[2]
        );
        assert_eq!(&row[4], "% of adults");
    }

    #[test]
    fn what_is_outside_its_range_stands_in_every_row() {
        let (mut scenario, ensemble) = example(1.0, 2);
        scenario.parameters.control.power = 3.0;
        let mut bytes = Vec::new();
        write(&scenario, &ensemble, &mut bytes).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        assert_eq!(
            reader.headers().unwrap().iter().next_back(),
            Some("beyond_range")
        );
        assert!(
            reader.records().all(|row| &row.unwrap()[6]
                == "outside its registered range: control.power = 3 (0–0.15)")
        );
    }
}
