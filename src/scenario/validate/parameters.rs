//! Assumptions as a file of their own: the table `[parameters]` of a scenario file, alone or in a
//! whole scenario. Knows no scenario: what a file names is given back as it is, and what it does
//! not name is not touched.

use super::problem::{Problem, Problems};
use super::section::Section;
use super::{FIELDS, FORMAT, parse_with, sections};
use crate::scenario::parameters::{Parameters, beyond};
use std::fmt::Write as _;

/// Reads the assumptions that a text names, in its order. Of a whole scenario only `[parameters]`
/// is read.
///
/// Errors: every problem of the text, in the order of its lines.
pub fn parse_parameters(text: &str) -> Result<Vec<(String, f32)>, Vec<Problem>> {
    parse_with(text, read)
}

fn read(file: &Section, problems: &mut Problems) -> Vec<(String, f32)> {
    file.only(problems, &FIELDS);
    if let Some(place) = file.field("format") {
        place.whole(problems, FORMAT..=FORMAT);
    }
    file.required(
        problems,
        "parameters",
        "a table [parameters] with lines such as \"couplings.person_from_family\" = 0.5",
    );
    sections::assumptions(file, problems)
}

/// The assumptions that differ from their defaults, as text that [`parse_parameters`] and a
/// scenario file read.
pub fn write_parameters(parameters: &Parameters) -> String {
    let mut text = if parameters.beyond().is_empty() {
        String::new()
    } else {
        format!("{} = true\n", beyond::FIELD)
    };
    text.push_str("[parameters]\n");
    for (id, value) in parameters.changes() {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "\"{id}\" = {value:?}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{bundled, validate};

    #[test]
    fn what_is_written_reads_back_and_what_is_not_named_is_not_given() {
        let mut parameters = Parameters::default();
        parameters.couplings.person_from_family = 0.25;
        parameters.control.power = parameters.control.power * 0.5 + 0.01;
        let named = parse_parameters(&write_parameters(&parameters)).unwrap();
        assert_eq!(named.len(), 2);
        let mut again = Parameters::default();
        for (id, value) in &named {
            assert!(again.set(id, *value));
        }
        assert_eq!(again, parameters);
        assert_eq!(
            parse_parameters(&write_parameters(&Parameters::default())).unwrap(),
            []
        );
    }

    #[test]
    fn a_whole_scenario_gives_its_assumptions_and_a_value_may_be_the_default() {
        let mut scenario = validate::parse(bundled::scenarios()[0].1).unwrap();
        scenario.parameters = Parameters::default();
        scenario.parameters.couplings.services_from_services = 0.5;
        let named = parse_parameters(&validate::write(&scenario)).unwrap();
        assert_eq!(
            named,
            [("couplings.services_from_services".to_owned(), 0.5)]
        );
        assert_eq!(
            parse_parameters("parameters.couplings.person_from_family = 1")
                .unwrap()
                .len(),
            1,
            "set back on purpose"
        );
    }

    #[test]
    fn a_value_outside_its_range_is_read_where_the_file_says_so_and_goes_out_and_comes_back() {
        let refused = parse_parameters("[parameters]\n\"control.power\" = 3\n").unwrap_err();
        assert_eq!(
            refused[0].to_string(),
            "line 2: parameters.control.power: 3 is outside 0 to 0.15 (index, 0–1; with \
             beyond_range = true from 0 to 10)"
        );
        let text = "beyond_range = true\n[parameters]\n\"control.power\" = 3.0\n";
        let named = parse_parameters(text).unwrap();
        let mut parameters = Parameters::default();
        assert!(parameters.set(&named[0].0, named[0].1));
        assert_eq!(write_parameters(&parameters), text);
        for wrong in ["-0.1", "11", "inf", "nan", "1e30", "\"3\""] {
            let problems =
                parse_parameters(&text.replace("= 3.0", &format!("= {wrong}"))).unwrap_err();
            assert!(
                problems.len() == 1
                    && problems[0]
                        .wanted
                        .contains("0 to 10 (index, 0–1; beyond that the model breaks)"),
                "{wrong}: {problems:?}"
            );
        }
        let odd = parse_parameters(&text.replace("true", "\"yes\"")).unwrap_err();
        assert!(
            odd[0].wanted.starts_with("true, to try values outside"),
            "{odd:?}"
        );
        assert!(parse_parameters(&text.replace("true", "false")).is_err());
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let text = "formt = 1\n[parameters]\n\"couplings.person_from_famly\" = \
            1\n\"control.power\" = \"much\"\n\"couplings.person_from_family\" = 9\n";
        let problems = parse_parameters(text).unwrap_err();
        let lines: Vec<Option<u32>> = problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [Some(1), Some(3), Some(4), Some(5)], "{problems:?}");
        assert!(
            problems[1].wanted.contains("couplings.person_from_family"),
            "{}",
            problems[1]
        );
        assert!(problems[3].wanted.contains("0 to 2"), "{}", problems[3]);
        assert!(
            parse_parameters("people = 700\n").unwrap_err()[0]
                .wanted
                .contains("[parameters]")
        );
        assert!(parse_parameters("[parameters\nx = ").is_err());
    }
}
