//! Official tables as officials publish them: whatever the form and the name of a file, the place
//! is the same.

mod forms;
mod homes;
mod neighbourhoods;

use crate::tables::forms::{bulk, custom, query, wide, zipped};
use kith::place::census::{File, Reading, from_files, read};
use kith::place::{Profile, generate};
use std::fmt::Write as _;
use std::path::Path;

/// An invented district (four real neighbourhoods of Trafford added up) in the tidy form.
pub fn base() -> Vec<File> {
    folder("benches/seeds/tables", "csv")
}

fn folder(path: &str, ending: &str) -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let paths = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<File> = paths
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

/// A file of the small cuts of official files.
fn cut(name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/cases/tables")
        .join(name);
    (name.to_owned(), std::fs::read(path).unwrap())
}

/// The files with every one of some names changed.
fn with(files: Vec<File>, names: &str, change: impl Fn(&str) -> Vec<u8>) -> Vec<File> {
    let changed = |(name, bytes): File| {
        let bytes = if name.contains(names) {
            change(&String::from_utf8(bytes).unwrap())
        } else {
            bytes
        };
        (name, bytes)
    };
    files.into_iter().map(changed).collect()
}

fn replaced(files: Vec<File>, names: &str, from: &str, to: &str) -> Vec<File> {
    with(files, names, |text| text.replace(from, to).into_bytes())
}

/// Whether the files make the place of the base, whatever is said of their form.
fn same_place(case: &str, files: &[File]) -> Reading {
    let mut made = read(files, "Trafford").unwrap_or_else(|error| panic!("{case}: {error}"));
    let right = read(&base(), "Trafford").unwrap().profile;
    made.profile.sources.clone_from(&right.sources);
    assert_eq!(made.profile, right, "{case}");
    made
}

fn words(files: &[File], area: &str) -> String {
    let words = read(files, area)
        .map(|reading| reading.profile.to_toml())
        .unwrap_err()
        .to_string();
    assert!(
        words.len() < 6_000 && words.lines().count() <= 24,
        "{words}"
    );
    words
}

#[test]
fn the_base_has_four_neighbourhoods_with_figures_of_their_own() {
    let reading = read(&base(), "Trafford").unwrap();
    let profile = &reading.profile;
    assert_eq!(
        (profile.neighbourhoods.len(), profile.margins.residents()),
        (4, 7_063)
    );
    assert!(
        profile.neighbourhoods.iter().all(|n| n.margins.is_some()) && reading.remarks.is_empty(),
        "{:?}",
        reading.remarks
    );
}

#[test]
fn names_of_files_say_nothing() {
    let right = read(&base(), "Trafford").unwrap();
    let mut files = base();
    for (k, (name, bytes)) in files.iter_mut().enumerate() {
        *name = match name.as_str() {
            "domains_x.csv" => "File_2_-_IoD2019_Domains_of_Deprivation.csv".to_owned(),
            "age_bands_la_x.csv" => "2021_population_by_5_year_age_bands_la_x.csv".to_owned(),
            _ => format!("download ({k})"),
        };
        let text = String::from_utf8(std::mem::take(bytes))
            .unwrap()
            .replace('\n', "\r\n");
        *bytes = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    }
    assert_eq!(
        read(&files, "Trafford").unwrap().profile.to_toml(),
        right.profile.to_toml()
    );
    assert_eq!(
        from_files(&files, "e08000009").unwrap().profile,
        right.profile
    );
}

#[test]
fn every_form_of_the_publishers_makes_the_same_place() {
    for (case, form) in [
        ("bulk", bulk as fn(&str) -> String),
        ("wide", wide),
        ("custom", custom),
        ("query", query),
    ] {
        for names in ["_la_", "_lsoa_", "household_composition", "_x"] {
            let files = with(base(), names, |text| {
                if text.starts_with("LSOA") {
                    text.into()
                } else {
                    form(text).into_bytes()
                }
            });
            same_place(&format!("{case} {names}"), &files);
        }
    }
    let hyphens = replaced(
        base(),
        "household_composition",
        "One-person household",
        "One person household",
    );
    same_place("as bulk files write it", &hyphens);
}

#[test]
fn a_query_of_nomis_is_read_and_checked_against_its_total() {
    let query = cut("TS007A_age_by_five_year_age_bands.csv");
    let mut files = base();
    files.retain(|(name, _)| name != "age_bands_lsoa_x.csv");
    files.push(query.clone());
    assert_eq!(
        read(&files, "Trafford").unwrap().profile.to_toml(),
        read(&base(), "Trafford").unwrap().profile.to_toml()
    );
    let text = String::from_utf8(query.1).unwrap();
    let last = files.len() - 1;
    files[last].1 = text.replace("1878,140", "2878,140").into_bytes();
    let error = words(&files, "Trafford");
    assert!(
        error.contains("column Total: read 2878, expected about 1878"),
        "{error}"
    );
    files[last].1 = format!(
        "{text}\"Column Total\",\"\",7063,1\n\n\"In order to protect against disclosure, \
            figures are swapped\"\n"
    )
    .into();
    same_place("with a sum and footnotes", &files);
}

#[test]
fn single_years_are_counted_into_bands_and_bands_are_better() {
    let ages = &read(&base(), "Trafford").unwrap().profile.margins.ages;
    let (name, header) = cut("census2021-ts007-ltla.csv");
    let mut text =
        String::from_utf8(header).unwrap().trim_end().to_owned() + "\n2021,Trafford,E08000009";
    let columns: Vec<String> = text
        .lines()
        .next()
        .unwrap()
        .split(',')
        .skip(3)
        .map(str::to_owned)
        .collect();
    for column in columns {
        // Everybody of a band is of its first year; what stands between the years is not looked at.
        let first =
            |band: &usize| column.ends_with(&format!("Aged {} years; measures: Value\"", band * 5));
        let count = match column.as_str() {
            column if column.contains("Total") => ages.iter().sum(),
            column if column.contains("under 1 year") => ages[0],
            _ => (1..18).find(first).map_or(0, |band| ages[band]),
        };
        let _ = write!(text, ",{count}");
    }
    let mut files = base();
    files.push((name, text.into_bytes()));
    let made = same_place("both", &files);
    assert!(
        made.remarks
            .iter()
            .any(|words| words.contains("census2021-ts007-ltla.csv")),
        "{:?}",
        made.remarks
    );
    files.retain(|(name, _)| name != "age_bands_la_x.csv");
    same_place("single years alone", &files);
    let last = files.len() - 1;
    files[last] = cut("census2021-ts007-ltla.csv");
    assert!(words(&files, "Trafford").contains("census2021-ts007-ltla.csv, line 1: read no row"));
}

#[test]
fn spreadsheets_save_tables_in_their_own_way() {
    let semicolons = |text: &str| {
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes())
            .into_records();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .flexible(true)
            .from_writer(Vec::new());
        for row in rows.by_ref() {
            let mut row = row.unwrap();
            row.push_field("");
            row.push_field("");
            writer.write_record(&row).unwrap();
        }
        writer.into_inner().unwrap()
    };
    same_place(
        "semicolons and empty columns",
        &with(base(), "_x", semicolons),
    );
    same_place(
        "UK dates",
        &replaced(base(), "_x", "2021-03-21", "21/03/2021"),
    );
    same_place(
        "UTF-16",
        &with(base(), "_la_", |text| {
            format!("\u{feff}{text}")
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect()
        }),
    );
    same_place(
        "thousands",
        &replaced(
            base(),
            "economic_activity_la",
            "Count,Persons,1649",
            "Count,Persons,\"1,649\"",
        ),
    );
}

#[test]
fn workbooks_and_archives_are_opened() {
    let workbook = forms::workbook(&base());
    same_place(
        "all in one workbook",
        &[("Book1.xlsx".to_owned(), workbook.clone())],
    );
    let files: Vec<(String, Vec<u8>)> = base();
    same_place(
        "all in one archive",
        &[("tables.zip".to_owned(), zipped(&files))],
    );
    let nested = zipped(&[
        ("Book1.xlsx".to_owned(), workbook),
        ("readme.txt".to_owned(), b"ours".to_vec()),
    ]);
    let made = same_place(
        "a workbook in an archive",
        &[("all.zip".to_owned(), nested)],
    );
    assert!(
        made.remarks[0].contains("all.zip: readme.txt"),
        "{:?}",
        made.remarks
    );
    let mut files = base();
    files.retain(|(name, _)| name != "population_x.csv");
    files.push(cut("File_6_-_IoD2019_Population_Denominators.xlsx"));
    let made = same_place("File 6 as a workbook", &files);
    assert!(
        made.profile.sources[1].title.contains("File 6"),
        "{:?}",
        made.profile.sources
    );
}

#[test]
fn tables_that_were_given_and_not_used_are_named() {
    let elsewhere = replaced(base(), "_lsoa_", "E010061", "E010000");
    let made = read(&elsewhere, "Trafford").unwrap();
    assert!(
        made.profile
            .neighbourhoods
            .iter()
            .all(|n| n.margins.is_none())
    );
    assert!(
        made.remarks
            .iter()
            .any(|words| words.contains("age_bands_lsoa_x.csv was not used: none of its 4")),
        "{:?}",
        made.remarks
    );
    let mut files = base();
    files.retain(|(name, _)| name != "household_size_lsoa_x.csv");
    let made = read(&files, "Trafford").unwrap();
    assert!(
        made.remarks[0].contains("household size by neighbourhood (LSOA) (TS017)"),
        "{:?}",
        made.remarks
    );
}

#[test]
fn what_is_not_needed_is_left_aside_and_named() {
    let mut files = base();
    files.push(cut("ethnic_group_la_x.csv"));
    files.push(cut("household_size_msoa_x.csv"));
    let copy = files[0].1.clone();
    files.push(("age_bands_la_x (1).csv".to_owned(), copy));
    for (name, bytes) in [
        ("README.txt", b"ours".as_slice()),
        ("Thumbs.db", b"\xD0\xCF\x11\xE0"),
        ("._age_bands_la_x.csv", b"\0\x05\x16"),
        ("old/", b""),
    ] {
        files.push((name.to_owned(), bytes.to_vec()));
    }
    for reading in [
        read(&files, "Trafford").unwrap(),
        from_files(&files, "Trafford").unwrap(),
    ] {
        assert_eq!(
            reading.profile.to_toml(),
            read(&base(), "Trafford").unwrap().profile.to_toml()
        );
        let said = reading.remarks.join(" ");
        for named in [
            "ethnic_group_la_x.csv",
            "household_size_msoa_x.csv",
            "(1).csv",
            "README.txt",
            "Thumbs.db",
            "._age_bands",
            "old/",
        ] {
            assert!(said.contains(named), "{named}: {said}");
        }
        assert!(
            said.contains("by middle-layer area (MSOA)")
                && said.contains("the same file as age_bands_la_x.csv"),
            "{said}"
        );
    }
    let other = String::from_utf8(files[0].1.clone())
        .unwrap()
        .replace("Persons,493", "Persons,494");
    files.push(("age_bands_new.csv".to_owned(), other.into_bytes()));
    let error = words(&files, "Trafford");
    assert!(
        error.contains(
            "age_bands_la_x.csv and age_bands_new.csv are two different tables of one kind"
        ),
        "{error}"
    );
}

#[test]
fn tables_of_two_days_are_refused() {
    let files = replaced(base(), "household_size_la", "2021-03-21", "2011-03-27");
    let error = words(&files, "Trafford");
    for named in [
        "household_size_la_x.csv",
        "27 March 2011",
        "21 March 2021",
        "of one day",
    ] {
        assert!(error.contains(named), "{named}: {error}");
    }
    assert!(
        words(
            &replaced(base(), "_l", "2021-03-21", "2011-03-27"),
            "Trafford"
        )
        .contains("is of 27 March 2011")
    );
}

#[test]
fn what_is_missing_is_said_with_what_to_get_and_what_the_files_look_like() {
    let mut files = base();
    files.retain(|(name, _)| {
        !name.starts_with("household_composition_la") && name != "domains_x.csv"
    });
    files.push((
        "holiday.csv".to_owned(),
        b"where,when\nSpain,May\n".to_vec(),
    ));
    let error = words(&files, "Trafford");
    for named in [
        "household composition by district (TS003)",
        "One-person household",
        "nomisweb.co.uk",
        "File 7 or File 2",
        "gov.uk",
        "holiday.csv: no table",
    ] {
        assert!(error.contains(named), "{named}: {error}");
    }
    let without = replaced(
        base(),
        "household_size_la",
        "8 or more people in household",
        "Eight or more",
    );
    assert!(
        words(&without, "Trafford").contains("expected one of the 9 categories of household size"),
        "rows that are not known"
    );
    let bulk = with(base(), "household_size_la", |text| {
        bulk(text).replace("8 or more people", "Eight").into_bytes()
    });
    let error = words(&bulk, "Trafford");
    assert!(
        error.contains(
            "household_size_la_x.csv: household size by district (TS017), but \
        without the column “8 or more"
        ),
        "{error}"
    );
    assert!(words(&[], "Trafford").contains("TS066"));
}

#[test]
fn places_outside_england_are_refused_with_the_reason() {
    let files = replaced(base(), "_la_", "E08000009,Trafford", "W06000015,Cardiff");
    let error = words(&files, "Cardiff");
    assert!(
        error.contains("Wales") && error.contains("deprivation"),
        "{error}"
    );
}
