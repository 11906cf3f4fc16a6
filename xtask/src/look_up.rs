//! Packs the official look-ups of neighbourhoods into the small file that the program carries.
//! Nobody needs the look-ups to build or test; whoever has them gives both files as CSV.

use crate::paths;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The columns of the look-up of neighbourhoods that are used: 2011 to 2021 (with how it changed),
/// and the districts of 2021.
const PAIRS: [&str; 4] = ["lsoa11_code", "lsoa21_code", "change", "lad22_code"];
/// The columns of the look-up of districts that are used.
const DISTRICTS: [&str; 5] = [
    "lad22_code",
    "lad22_name",
    "lad23_code",
    "lad23_name",
    "region_name",
];

/// What stands in front of the figures.
const HEAD: &str = "\
# Neighbourhoods of England (LSOA of 2021), the districts that they lie in, \
and those of 2011 that they were made from.
# Source: Office for National Statistics, look-ups \
LSOA 2011 to LSOA 2021 to local authority district 2022 and 2023.
# Contains public sector information licensed under the Open Government Licence v3.0. \
Written by `cargo xtask look-up`.
";

/// `cargo xtask look-up NEIGHBOURHOODS.csv DISTRICTS.csv`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let [neighbourhoods, districts] = arguments else {
        return Err(format!(
            "`look-up` takes two files: neighbourhoods with the columns {}, and districts with {}",
            PAIRS.join(", "),
            DISTRICTS.join(", ")
        ));
    };
    let read =
        |path: &str| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let text = packed(
        &columns(&read(neighbourhoods)?, &PAIRS)?,
        &columns(&read(districts)?, &DISTRICTS)?,
    )?;
    let path = paths::root().join("static/neighbourhoods.txt");
    std::fs::write(&path, &text).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{}: {} bytes", path.display(), text.len());
    Ok(())
}

/// What became of neighbourhoods of 2011: by how and by their number, the numbers of 2021.
type Changes<'a> = BTreeMap<(&'a str, u32), BTreeSet<u32>>;

/// The packed look-up: a line a district, a line a run of neighbourhoods of one district whose
/// numbers follow one another, and a line a change since 2011 (S split, M merged, X otherwise).
fn packed(pairs: &[Vec<String>], districts: &[Vec<String>]) -> Result<String, String> {
    let mut text = HEAD.to_string();
    let mut numbers = BTreeMap::new();
    let english: BTreeSet<&Vec<String>> = districts
        .iter()
        .filter(|row| row[0].starts_with('E'))
        .collect();
    text.push_str("districts: code, name, region, code and name in 2023 where they are others\n");
    for row in english {
        numbers.insert(row[0].as_str(), numbers.len());
        let later = if row[0] == row[2] {
            String::new()
        } else {
            format!("|{}|{}", row[2], row[3])
        };
        let _ = writeln!(text, "{}|{}|{}{later}", row[0], row[1], row[4]);
    }
    let mut homes: BTreeMap<u32, usize> = BTreeMap::new();
    let mut children = Changes::new();
    for row in pairs.iter().filter(|row| row[1].starts_with('E')) {
        let (old, new) = (number(&row[0])?, number(&row[1])?);
        let home = *numbers
            .get(row[3].as_str())
            .ok_or_else(|| format!("{} lies in {}, which is no district", row[1], row[3]))?;
        if homes.insert(new, home).is_some_and(|other| other != home) {
            return Err(format!("{} lies in two districts", row[1]));
        }
        match row[2].as_str() {
            "U" if old == new => {}
            "S" | "M" | "X" => {
                children
                    .entry((row[2].as_str(), old))
                    .or_default()
                    .insert(new);
            }
            change => {
                return Err(format!(
                    "{} to {}: the change {change:?} is none of U (same code), S, M, X",
                    row[0], row[1]
                ));
            }
        }
    }
    text.push_str(
        "neighbourhoods: how many numbers are passed over, how many follow, the place of \
        their district above\n",
    );
    write_runs(&mut text, &homes);
    text.push_str(
        "changes: how, the number of 2011, how many numbers of 2021 came of it, and \
        which (the first where they follow)\n",
    );
    write_changes(&mut text, children);
    Ok(text)
}

fn write_runs(text: &mut String, homes: &BTreeMap<u32, usize>) {
    let mut next = 0;
    let mut codes = homes.iter().peekable();
    while let Some((&first, &home)) = codes.next() {
        let mut last = first;
        while codes
            .next_if(|&(&code, &other)| code == last + 1 && other == home)
            .is_some()
        {
            last += 1;
        }
        let _ = writeln!(text, "{} {} {home}", first - next, last - first + 1);
        next = last + 1;
    }
}

fn write_changes(text: &mut String, children: Changes) {
    for ((change, old), new) in children {
        let first = new.first().copied().unwrap_or_default();
        if new.iter().copied().eq((first..).take(new.len())) {
            let _ = writeln!(text, "{change}{old} {} {first}", new.len());
        } else {
            for one in new {
                let _ = writeln!(text, "{change}{old} 1 {one}");
            }
        }
    }
}

/// The number in the code of an English neighbourhood.
fn number(code: &str) -> Result<u32, String> {
    let digits = code.strip_prefix("E01").filter(|digits| digits.len() == 6);
    digits
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| format!("{code:?} is no code of an English neighbourhood"))
}

/// Some columns of a table, by the names in its header.
fn columns(text: &str, wanted: &[&str]) -> Result<Vec<Vec<String>>, String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header = fields(lines.next().unwrap_or_default());
    let places: Vec<usize> = wanted
        .iter()
        .map(|name| {
            header
                .iter()
                .position(|own| own == name)
                .ok_or_else(|| format!("there is no column {name}"))
        })
        .collect::<Result<_, _>>()?;
    let row = |line: &str| {
        let fields = fields(line);
        places
            .iter()
            .map(|place| {
                fields
                    .get(*place)
                    .cloned()
                    .ok_or_else(|| format!("too few fields: {line}"))
            })
            .collect()
    };
    lines.filter(|line| !line.is_empty()).map(row).collect()
}

/// The fields of a line, some of them in quotes.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => fields
                .last_mut()
                .expect("there is always a field")
                .push(letter),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_changes_are_packed_and_nothing_is_guessed() {
        let pairs = "change,lsoa11_code,lsoa11_name,lsoa21_code,lad22_code\n\
            U,E01000001,\"A, b\",E01000001,E09000001\nU,E01000002,x,E01000002,E09000001\n\
            S,E01000003,x,E01000005,E06000001\nS,E01000003,x,E01000006,E06000001\n\
            M,E01000004,x,E01000009,E06000001\nU,W01000001,x,W01000001,W06000001\n";
        let districts = "lad22_code,lad22_name,lad23_code,lad23_name,region_name\n\
            E09000001,\"London, City of\",E09000001,x,London\n\
            E06000001,Hartlepool,E06000099,Later,North East\nW06000001,x,W06000001,x,Wales\n";
        let text = |pairs: &str| packed(&columns(pairs, &PAIRS)?, &columns(districts, &DISTRICTS)?);
        let made = text(pairs).unwrap();
        let lines: Vec<&str> = made
            .lines()
            .filter(|line| !line.starts_with('#') && !line.contains(": "))
            .collect();
        let right = [
            "E06000001|Hartlepool|North East|E06000099|Later",
            "E09000001|London, City of|London",
            "1 2 1",
            "2 2 0",
            "2 1 0",
            "M4 1 9",
            "S3 2 5",
        ];
        assert_eq!(lines, right);
        assert!(
            text(&pairs.replace("U,E01000002", "U,E01000003"))
                .unwrap_err()
                .contains("none of U")
        );
        assert!(
            text(&pairs.replace("E01000002,E09000001", "E01000002,E09000007"))
                .unwrap_err()
                .contains("no district")
        );
        assert!(
            columns(pairs, &["nothing"])
                .unwrap_err()
                .contains("no column nothing")
        );
    }
}
