//! Official tables become profiles as they did before, and tables that cannot be right are refused
//! with file, line and column.

use crate::cut_tables;
use kith::place::Profile;
use kith::place::census::{self, File, Reading, Refused, read};
use proptest::prelude::*;
use std::path::Path;
use std::sync::OnceLock;

/// The boroughs whose rows are in the cuts.
const IN_THE_CUTS: [&str; 3] = ["bolton", "bury", "trafford"];

fn files(folder: &str) -> Vec<File> {
    cut_tables::read(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/data")
            .join(folder),
    )
    .unwrap()
}

/// The profile that was once made of a borough's tables, as it was written then.
fn kept_text(id: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/profiles")
        .join(format!("{id}.toml"));
    std::fs::read_to_string(path).unwrap()
}

fn kept(id: &str) -> Profile {
    Profile::from_toml(&kept_text(id)).unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// The tables without the neighbourhoods', so that hostile cases run quickly, and the deprivation
/// tables.
fn tables() -> &'static Vec<File> {
    static TABLES: OnceLock<Vec<File>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = all();
        tables.retain(|(name, _)| {
            !name.starts_with(char::is_lowercase) || !name.contains("_lsoa_trafford")
        });
        tables
    })
}

fn all() -> Vec<File> {
    [files("census2021"), files("iod2019")].concat()
}

#[test]
fn the_tables_of_a_borough_become_its_profile() {
    for id in IN_THE_CUTS {
        let kept = kept(id);
        let mut made = read(&all(), &kept.code).unwrap_or_else(|error| panic!("{error}"));
        assert!(
            made.profile.note.starts_with(&kept.note) && made.profile.region == "North West",
            "{id}"
        );
        // What is said besides the figures is newer than what was kept.
        made.profile.note.clone_from(&kept.note);
        made.profile.region.clone_from(&kept.region);
        assert_eq!(made.profile, kept, "{id}");
        assert_eq!(read(&all(), &id.to_uppercase()).unwrap().profile.id, id);
    }
}

#[test]
fn whatever_files_a_person_gathers_become_a_place_or_a_sentence() {
    let all = all();
    assert_eq!(
        census::from_files(&all, "Trafford").unwrap(),
        read(&all, "Trafford").unwrap()
    );
    let words = |files: &[File], area: &str| census::from_files(files, area).unwrap_err();
    assert!(
        words(&all, "Atlantis").contains("Trafford"),
        "the areas that there are"
    );
    assert!(
        words(&[("holiday.csv".into(), vec![1])], "Trafford").contains("holiday.csv: no table")
    );
    assert!(words(&[], "Trafford").contains("age by district (TS007A or TS007)"));
    assert!(words(&[("p.toml".into(), vec![255])], "").contains("not UTF-8 text, at line 1"));
    assert!(
        words(&[("p.toml".into(), b"id = 3".to_vec())], "")
            .starts_with("p.toml: the profile cannot be read")
    );
    let own = kept_text("bury").into_bytes();
    assert_eq!(
        census::from_files(&[("p.toml".into(), own)], "")
            .unwrap()
            .profile
            .id,
        "bury"
    );
}

#[test]
fn neighbourhoods_that_2011_did_not_know_are_reported() {
    let made = read(&all(), "Trafford").unwrap();
    let said = "Trafford 001G (E01034000) and Trafford 001H (E01034001) take the deciles of \
        Trafford 001E (E01006185)";
    assert!(
        made.remarks[0].contains(said) && made.profile.note.contains(said),
        "{:?}",
        made.remarks
    );
}

/// The tables with one text replaced by another in one file.
fn changed(file: &str, from: &str, to: &[u8]) -> Result<Reading, Refused> {
    let mut tables = tables().clone();
    let (_, bytes) = tables.iter_mut().find(|(name, _)| name == file).unwrap();
    let at = bytes
        .windows(from.len())
        .position(|window| window == from.as_bytes())
        .unwrap_or_else(|| panic!("{from:?} not in {file}"));
    bytes.splice(at..at + from.len(), to.iter().copied());
    read(&tables, "Trafford")
}

const AGES: &str = "age_bands_la_gm.csv";
const SIZES: &str = "household_size_la_gm.csv";
const DOMAINS: &str = "domains_lsoa_gm.csv";

/// A wrong piece of a table: the file, what is exchanged for what, and the line and column that are
/// named.
type Wrong = (&'static str, &'static str, &'static [u8], u64, &'static str);

const WRONG: [Wrong; 23] = [
    (AGES, "Persons,18458", b"Persons,-18458", 2, "value"),
    (AGES, "Persons,18458", b"Persons,18458.5", 2, "value"),
    (AGES, "Persons,18458", b"Persons,many", 2, "value"),
    (AGES, "Persons,18458", b"Persons,", 2, "value"),
    (AGES, "Persons,18458", b"Persons,\"18,45\"", 2, "value"),
    (
        AGES,
        "Persons,18458",
        b"Persons,99999999999999999999",
        2,
        "value",
    ),
    (AGES, "Persons,18458", b"Persons", 2, "value"),
    (AGES, "Persons,18458", b"Persons,18458,1", 2, "-"),
    (AGES, "Persons,18458", b"Households,18458", 2, "unit"),
    (
        AGES,
        "Count,Persons,18458",
        b"Share,Persons,18458",
        2,
        "measure",
    ),
    (
        AGES,
        "Aged 4 years and under",
        b"Aged 4 years",
        2,
        "indicator",
    ),
    (
        AGES,
        "Aged 5 to 9 years",
        b"Aged 4 years and under",
        3,
        "indicator",
    ),
    (AGES, "E08000001,Bolton", b"E0800001,Bolton", 2, "area_code"),
    (
        AGES,
        "E08000001,Bolton",
        b"E08000001,Boltom",
        3,
        "area_name",
    ),
    // How a file is encoded is no matter of a column: its line and the letter are named.
    (AGES, "Bolton", b"Bol\xFFton", 2, "-"),
    (AGES, "2021-03-21", b"last March", 2, "period"),
    (AGES, "2021-03-21", b"2011-03-27", 3, "period"),
    (
        DOMAINS,
        "E01004766,Bolton 005A,E08000001,Bolton,7694,3",
        b"E01004766,Bolton 005A,E08000001,Bolton,7694,4",
        2,
        "Decile",
    ),
    (
        DOMAINS,
        "E01004766,Bolton 005A,E08000001,Bolton,7694,3",
        b"E01004766,Bolton 005A,E08000001,Bolton,0,3",
        2,
        "Rank",
    ),
    (DOMAINS, "E01004767", b"E01004766", 3, "LSOA code (2011)"),
    (
        "population_lsoa_gm.csv",
        "\"1,616\"",
        b"\"2,616\"",
        2,
        "Total population",
    ),
    (
        "population_lsoa_gm.csv",
        "\"1,616\"",
        b"\"1,61\"",
        2,
        "Total population",
    ),
    (
        "population_lsoa_gm.csv",
        "E01004766",
        b"E01094766",
        2,
        "LSOA code (2011)",
    ),
];

#[test]
fn what_cannot_be_right_is_named_with_its_line_and_column() {
    let many = "9".repeat(2_000);
    let long = (AGES, "Aged 5 to 9 years", many.as_bytes(), 3, "5");
    for (file, from, to, line, column) in WRONG.into_iter().chain([long]) {
        let case = format!(
            "{file}: {from:?} as {:?}",
            String::from_utf8_lossy(&to[..to.len().min(40)])
        );
        let Err(Refused::Table(error)) = changed(file, from, to) else {
            panic!("{case}")
        };
        assert_eq!(
            (error.file.as_str(), error.line),
            (file, line),
            "{case}: {error}"
        );
        assert!(error.column.contains(column), "{case}: {error}");
        assert!(
            !error.found.is_empty() && !error.expected.is_empty() && error.to_string().len() < 400,
            "{case}: {error}"
        );
    }
}

#[test]
fn what_contradicts_the_rest_of_its_table_is_named_with_its_line() {
    let trafford = "E08000009,Trafford,Local authority,2021-03-21,";
    for (file, from, to) in [
        (
            AGES,
            format!("{trafford}Aged 10 to 14 years,Count,Persons,16431"),
            format!("{trafford}Aged 10 to 14 years,Count,Persons,36431"),
        ),
        (
            SIZES,
            format!("{trafford}4 people in household,Count,Households,14824"),
            format!("{trafford}4 people in household,Count,Households,15824"),
        ),
        (
            SIZES,
            format!("{trafford}0 people in household,Count,Households,0"),
            format!("{trafford}0 people in household,Count,Households,9"),
        ),
        (
            SIZES,
            format!("{trafford}4 people in household,Count,Households,14824\n"),
            String::new(),
        ),
    ] {
        let Err(Refused::Table(error)) = changed(file, &from, to.as_bytes()) else {
            panic!("{from}")
        };
        assert!(
            error.line > 0 && (error.to_string().contains("E08000009") || error.found == "9"),
            "{error}"
        );
    }
}

#[test]
fn missing_tables_and_areas_are_named() {
    let tables = tables();
    let words = |files: &[File], area: &str| read(files, area).unwrap_err().to_string();
    let found = words(tables, "Camelot");
    assert!(
        found.contains("Camelot") && found.contains("one of Bolton, Bury, Trafford"),
        "{found}"
    );
    assert!(words(tables, "E08000001x").contains("Bolton"));
    let without = |start: &str| {
        tables
            .iter()
            .filter(|(name, _)| !name.starts_with(start))
            .cloned()
            .collect::<Vec<File>>()
    };
    assert!(
        words(&without("household_size"), "Bury").contains("household size by district (TS017)")
    );
    assert!(words(&without("population"), "Bury").contains("File 7 or File 6"));
    assert!(words(&without("domains"), "Bury").contains("Income Decile"));
    let mut empty = tables.clone();
    empty[0].1.clear();
    let found = words(&empty, "Bury");
    assert!(
        found.contains(&format!("{}: an empty file or a folder", empty[0].0)),
        "{found}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn random_bytes_in_a_table_give_a_profile_or_an_error_that_names_the_file(
        which in 0_usize..9,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 1..6),
    ) {
        let mut tables = tables().clone();
        let number = which % tables.len();
        let file = &mut tables[number];
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
        match read(&tables, "Trafford") {
            Ok(read) => prop_assert!(read.profile.check().is_ok()),
            Err(Refused::Table(error)) => {
                let named = tables.iter().any(|(known, _)| *known == error.file);
                prop_assert!(named, "{} changed, but {error}", name);
            }
            Err(Refused::Files(words)) => prop_assert!(words.contains(&name), "{} changed, but \
                {words}", name),
        }
    }

    #[test]
    fn random_text_is_no_profile_and_no_panic(
        text in "\\PC{0,400}",
        cut in any::<prop::sample::Index>(),
        byte in " -~",
    ) {
        let _ = Profile::from_toml(&text).map(|profile| profile.check());
        let mut edited: Vec<char> = kept_text("bury").chars().collect();
        let at = cut.index(edited.len());
        edited[at] = byte.chars().next().unwrap();
        if let Ok(profile) = Profile::from_toml(&edited.into_iter().collect::<String>()) {
            prop_assert!(profile.check().is_ok());
        }
    }
}
