//! Official tables become profiles as they did before, and tables that cannot be right are refused with file, line and column.

use crate::cut_tables;
use kith::place::Profile;
use kith::place::census::{self, File, Reading, profile, table::TableError};
use proptest::prelude::*;
use std::path::Path;
use std::sync::OnceLock;

/// The boroughs whose rows are in the cuts.
const IN_THE_CUTS: [&str; 3] = ["bolton", "bury", "trafford"];

fn files(folder: &str) -> Vec<File> {
    cut_tables::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder)).unwrap()
}

/// The profile that was once made of a borough's tables, as it was written then.
fn kept_text(id: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/profiles").join(format!("{id}.toml"));
    std::fs::read_to_string(path).unwrap()
}

fn kept(id: &str) -> Profile {
    Profile::from_toml(&kept_text(id)).unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// The tables without the neighbourhoods', so that hostile cases run quickly, and the deprivation tables.
fn tables() -> &'static (Vec<File>, Vec<File>) {
    static TABLES: OnceLock<(Vec<File>, Vec<File>)> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut census = files("census2021");
        census.retain(|(name, _)| name.contains("_la_"));
        (census, files("iod2019"))
    })
}

#[test]
fn the_tables_of_a_borough_become_its_profile() {
    let (census, deprivation) = (files("census2021"), files("iod2019"));
    for id in IN_THE_CUTS {
        let kept = kept(id);
        let read = profile(&census, &deprivation, &kept.code).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.profile, kept, "{id}");
        assert_eq!(profile(&census, &deprivation, &id.to_uppercase()).unwrap().profile.id, id);
    }
}

#[test]
fn whatever_files_a_person_gathers_become_a_place_or_a_sentence() {
    let all: Vec<File> = [files("census2021"), files("iod2019")].concat();
    assert_eq!(census::from_files(&all, "Trafford"), Ok(kept("trafford")));
    let words = |files: &[File], area: &str| census::from_files(files, area).unwrap_err();
    assert!(words(&all, "Atlantis").contains("Trafford"), "the areas that there are");
    assert!(words(&[("holiday.csv".into(), vec![1])], "Trafford").starts_with("holiday.csv: none of the tables"));
    assert!(words(&[], "Trafford").contains("age_bands_la_*.csv"));
    assert!(words(&[("p.toml".into(), vec![255])], "").contains("not UTF-8 text, at line 1"));
    assert!(words(&[("p.toml".into(), b"id = 3".to_vec())], "").starts_with("p.toml: the profile cannot be read"));
    let own = kept_text("bury").into_bytes();
    assert_eq!(census::from_files(&[("p.toml".into(), own)], "").unwrap().id, "bury");
}

#[test]
fn neighbourhoods_that_2011_did_not_know_are_reported() {
    let read = profile(&files("census2021"), &files("iod2019"), "Trafford").unwrap();
    let codes: Vec<&str> = read.matched.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["E01034000", "E01034001"]);
    assert!(read.matched.iter().all(|found| found.how.contains("Trafford 001E")));
}

/// The tables with one text replaced by another in one file.
fn changed(file: &str, from: &str, to: &[u8]) -> Result<Reading, TableError> {
    let (mut census, mut deprivation) = tables().clone();
    let (_, bytes) = census.iter_mut().chain(&mut deprivation).find(|(name, _)| name == file).unwrap();
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes()).unwrap_or_else(|| panic!("{from:?} not in {file}"));
    bytes.splice(at..at + from.len(), to.iter().copied());
    profile(&census, &deprivation, "Trafford")
}

#[test]
fn what_cannot_be_right_is_named_with_its_line_and_column() {
    let trafford = "E08000009,Trafford,Local authority,2021-03-21,";
    let many = "9".repeat(2_000);
    let ages = "age_bands_la_gm.csv";
    let size = "household_size_la_gm.csv";
    let domains = "domains_lsoa_gm.csv";
    for (file, from, to, line, column) in [
        (ages, "area_code,area_name", b"code,area_name".as_slice(), 1, "area_code"),
        (ages, ",value", b",value,more", 1, "-"),
        (ages, "Persons,18458", b"Persons,-18458", 2, "value"),
        (ages, "Persons,18458", b"Persons,18458.5", 2, "value"),
        (ages, "Persons,18458", b"Persons,many", 2, "value"),
        (ages, "Persons,18458", b"Persons,", 2, "value"),
        (ages, "Persons,18458", b"Persons,\"18,458\"", 2, "value"),
        (ages, "Persons,18458", b"Persons,99999999999999999999", 2, "value"),
        (ages, "Persons,18458", many.as_bytes(), 2, "unit"),
        (ages, "Persons,18458", b"Persons", 2, "-"),
        (ages, "Persons,18458", b"Households,18458", 2, "unit"),
        (ages, "Count,Persons,18458", b"Share,Persons,18458", 2, "measure"),
        (ages, "Aged 4 years and under", b"Aged 4 years", 2, "indicator"),
        (ages, "Aged 5 to 9 years", b"Aged 4 years and under", 3, "indicator"),
        (ages, "E08000001,Bolton", b"E0800001,Bolton", 2, "area_code"),
        (ages, "E08000001,Bolton", b"E08000001,Boltom", 3, "area_name"),
        // How a file is encoded is no matter of a column: its line and the letter are named.
        (ages, "Bolton", b"Bol\xFFton", 2, "-"),
        (ages, "2021-03-21", b"last March", 2, "period"),
        (ages, "2021-03-21", b"2011-03-27", 3, "period"),
        (ages, "Local authority", b"Region", 2, "geography"),
        (domains, "E01004766,Bolton 005A,E08000001,Bolton,7694,3", b"E01004766,Bolton 005A,E08000001,Bolton,7694,4", 2, "Decile"),
        (domains, "E01004766,Bolton 005A,E08000001,Bolton,7694,3", b"E01004766,Bolton 005A,E08000001,Bolton,0,3", 2, "Rank"),
        (domains, "E01004767", b"E01004766", 3, "LSOA code (2011)"),
        ("population_lsoa_gm.csv", "\"1,616\"", b"\"2,616\"", 2, "Total population"),
        ("population_lsoa_gm.csv", "\"1,616\"", b"\"1,61\"", 2, "Total population"),
        ("population_lsoa_gm.csv", "E01004766", b"E01094766", 2, "LSOA code (2011)"),
    ] {
        let case = format!("{file}: {from:?} as {:?}", String::from_utf8_lossy(&to[..to.len().min(40)]));
        let error = changed(file, from, to).expect_err(&case);
        assert_eq!((error.file.as_str(), error.line), (file, line), "{case}: {error}");
        assert!(error.column.contains(column), "{case}: {error}");
        assert!(!error.found.is_empty() && !error.expected.is_empty() && error.to_string().len() < 400, "{case}: {error}");
    }
    for (file, from, to) in [
        (ages, format!("{trafford}Aged 10 to 14 years,Count,Persons,16431"), format!("{trafford}Aged 10 to 14 years,Count,Persons,36431")),
        (
            size,
            format!("{trafford}4 people in household,Count,Households,14824"),
            format!("{trafford}4 people in household,Count,Households,15824"),
        ),
        (
            size,
            format!("{trafford}0 people in household,Count,Households,0"),
            format!("{trafford}0 people in household,Count,Households,9"),
        ),
        (size, format!("{trafford}4 people in household,Count,Households,14824\n"), String::new()),
    ] {
        let error = changed(file, &from, to.as_bytes()).expect_err(&from);
        assert!(error.line > 0 && (error.to_string().contains("E08000009") || error.found == "9"), "{error}");
    }
}

#[test]
fn missing_tables_and_areas_are_named() {
    let (census, deprivation) = tables();
    let error = profile(census, deprivation, "Camelot").unwrap_err();
    assert!(error.to_string().contains("Camelot") && error.expected.contains("Trafford"), "{error}");
    let without: Vec<File> = census.iter().filter(|(name, _)| !name.starts_with("household_size")).cloned().collect();
    assert!(profile(&without, deprivation, "Bury").unwrap_err().expected.contains("household_size_la_"));
    assert!(profile(census, &deprivation[..1], "Bury").unwrap_err().expected.contains("population"));
    assert!(profile(&[], &[], "Bury").is_err());
    let mut empty = census.clone();
    empty[0].1.clear();
    assert_eq!(profile(&empty, deprivation, "Bury").unwrap_err().file, empty[0].0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn random_bytes_in_a_table_give_a_profile_or_an_error_that_names_the_file(
        which in 0_usize..9,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 1..6),
    ) {
        let (mut census, mut deprivation) = tables().clone();
        let count = census.len() + deprivation.len();
        let number = which % count;
        let file = if number < census.len() { &mut census[number] } else { &mut deprivation[number - 7] };
        for (at, byte, how) in edits {
            let place = at.index(file.1.len());
            match how {
                0 => file.1[place] = byte,
                1 => file.1.insert(place, byte),
                _ => {
                    file.1.remove(place);
                }
            }
        }
        let name = file.0.clone();
        match profile(&census, &deprivation, "Trafford") {
            Ok(read) => prop_assert!(read.profile.check().is_ok()),
            Err(error) => {
                let named = census.iter().chain(&deprivation).any(|(known, _)| *known == error.file);
                prop_assert!(named, "{} changed, but {error}", name);
            }
        }
    }

    #[test]
    fn random_text_is_no_profile_and_no_panic(text in "\\PC{0,400}", cut in any::<prop::sample::Index>(), byte in " -~") {
        let _ = Profile::from_toml(&text).map(|profile| profile.check());
        let mut edited: Vec<char> = kept_text("bury").chars().collect();
        let at = cut.index(edited.len());
        edited[at] = byte.chars().next().unwrap();
        if let Ok(profile) = Profile::from_toml(&edited.into_iter().collect::<String>()) {
            prop_assert!(profile.check().is_ok());
        }
    }
}
