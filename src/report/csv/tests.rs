//! Names that a spreadsheet would run, numbers that stay numbers, and readers that skip.

use super::*;
use crate::scenario::validate;
use proptest::prelude::*;

/// A scenario whose names begin like formulas and hold a number sign.
const STRANGERS: &str = include_str!("../../../tests/data/names-from-strangers.toml");
/// What spreadsheets take for the beginning of a formula.
const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cells of a file as a spreadsheet has them: every line, remarks too.
fn cells_of(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn is_plain_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok_and(f64::is_finite) && !cell.starts_with('+')
}

/// A reader that skips from the number sign on, wherever it stands.
fn skipping(text: &str) -> Vec<Vec<String>> {
    let cut: Vec<&str> = text
        .trim_start_matches(MARK)
        .lines()
        .map(|line| line.split('#').next().unwrap_or(""))
        .filter(|line| !line.is_empty())
        .collect();
    cells_of(&cut.join("\n"))
}

#[test]
fn a_table_reads_back_with_its_remarks_set_apart() {
    let rows = vec![
        vec!["a, b".to_owned(), "say \"x\"".to_owned()],
        vec!["2".to_owned(), "line\nbreak".to_owned()],
    ];
    let text = text(&["seed 7\nand more".to_owned()], &["one", "two"], &rows);
    assert!(
        text.starts_with("\u{FEFF}# seed 7 and more\none,two\n"),
        "{text}"
    );
    let mut reader = ::csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["one", "two"]);
    let read: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(read, rows);
}

#[test]
fn names_from_strangers_are_text_and_their_rows_survive() {
    let scenario = validate::parse(STRANGERS).unwrap();
    let names: Vec<&str> = scenario.arms.iter().map(|arm| arm.name.as_str()).collect();
    assert_eq!(names[1..], ["+Plan #2 (£40, cheap)", "=1+1"]);
    let remarks = vec![
        scenario.name.clone(),
        format!("between, {}; {}", names[2], scenario.name),
    ];
    let headings: Vec<String> = ["year".to_owned()]
        .into_iter()
        .chain(names.iter().map(ToString::to_string))
        .collect();
    let rows = vec![
        vec!["0", "-1.5", "+0.2", "−3"],
        vec!["1", names[1], names[2], &scenario.name],
    ];
    let file = text(&remarks, &headings, &rows);
    let pasted = pasted(&headings, &rows);
    for cell in cells_of(&file)
        .iter()
        .flatten()
        .map(String::as_str)
        .chain(pasted.split(['\t', '\n']))
    {
        assert!(
            !cell.starts_with(BEGINNINGS) || is_plain_number(cell),
            "{cell:?}"
        );
    }
    let table: Vec<&str> = file.lines().skip(2).collect();
    assert!(
        table.len() == 3 && !table.concat().contains('#'),
        "remarks alone have a number sign"
    );
    let read = skipping(&file);
    assert_eq!(read.len(), 3);
    assert_eq!(
        read[0],
        ["year", names[0], "'+Plan ＃2 (£40, cheap)", "'=1+1"]
    );
    assert_eq!(read[1], ["0", "-1.5", "0.2", "-3"]);
    assert_eq!(
        read[2][3],
        "'=HYPERLINK(\"http://127.0.0.1:9/?x\",\"Plan ＃2\")"
    );
}

#[test]
fn what_hides_its_beginning_is_guarded_too() {
    for text in [
        " =1",
        "\u{FEFF}=1",
        "\u{A0}=1",
        "\u{200B}=1",
        "＝1+1",
        "＋1 a",
        "－a",
        "＠SUM(A1)",
        "−a",
        "\t=1",
        "\r1",
        "\"=1",
        "-1+1",
        "+44 20",
        "-",
        "--1",
        "@x",
        "-1e",
    ] {
        assert!(cell(text).starts_with('\''), "{text:?}");
    }
    for text in [
        "", "a=b", "1-2", "E01", "a\tb", "it's", "12", "£40", "–1", "a, b",
    ] {
        assert_eq!(cell(text), text);
    }
}

#[test]
fn numbers_stay_numbers_and_are_plain() {
    for (written, wanted) in [
        ("-0.5", "-0.5"),
        ("−0.5", "-0.5"),
        ("+0.5", "0.5"),
        ("1e-7", "1e-7"),
        ("-1E+20", "-1E+20"),
        ("0012", "0012"),
        ("–", ""),
    ] {
        assert_eq!(cell(written), wanted);
    }
}

proptest! {
    #[test]
    fn no_cell_of_any_text_runs(text in "[\\s\\u{200b}\\u{feff}=＝+＋@＠\\-−–#,;\"'0-9a-z\\.]{0,12}") {
        let file = super::text(std::slice::from_ref(&text), &[&text], &[vec![&text]]);
        for cell in cells_of(&file).iter().flatten() {
            prop_assert!(!cell.trim_start().starts_with(BEGINNINGS) || is_plain_number(cell), "{cell:?} in {file:?}");
        }
        prop_assert_eq!(cell(&cell(&text)).into_owned(), cell(&text).into_owned(), "written twice is written once");
    }
}
