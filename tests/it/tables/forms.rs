//! The same figures in other forms: what tests make of a table in the tidy form.

use flate2::Crc;
use kith::place::census::File;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The rows of a tidy table: area code, area name, category, count.
fn rows(tidy: &str) -> Vec<[String; 4]> {
    let mut reader = csv::Reader::from_reader(tidy.as_bytes());
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| [&row[0], &row[1], &row[row.len() - 4], &row[row.len() - 1]].map(str::to_owned))
        .collect()
}

/// Code and name of an area, and its counts.
type Area = ([String; 2], Vec<u32>);

/// The categories of a tidy table, and its areas.
fn table(tidy: &str) -> (Vec<String>, Vec<Area>) {
    let (mut categories, mut areas) = (Vec::new(), BTreeMap::<[String; 2], Vec<u32>>::new());
    for [code, name, category, count] in rows(tidy)
        .into_iter()
        .filter(|row| !row[2].starts_with("Total"))
    {
        if !categories.contains(&category) {
            categories.push(category);
        }
        areas
            .entry([code, name])
            .or_default()
            .push(count.parse().unwrap());
    }
    (categories, areas.into_iter().collect())
}

/// As Nomis gives whole tables: totals and sums among the categories, the topic in front.
pub fn bulk(tidy: &str) -> String {
    let (categories, areas) = table(tidy);
    let mut text = String::from(
        "\"date\",\"geography\",\"geography code\",\"Topic: Total; measures: Value\",\"Topic: \
         Owned; measures: Value\"",
    );
    for category in &categories {
        let _ = write!(text, ",\"Topic: {category}; measures: Value\"");
    }
    for ([code, name], counts) in areas {
        let _ = write!(
            text,
            "\n2021,\"{name}\",\"{code}\",{},7",
            counts.iter().sum::<u32>()
        );
        for count in counts {
            let _ = write!(text, ",{count}");
        }
    }
    text + "\n"
}

/// A row an area, without more.
pub fn wide(tidy: &str) -> String {
    let (categories, areas) = table(tidy);
    let mut text = format!(
        "area_code,area_name,Total: All usual residents,\"{}\",basis",
        categories.join("\",\"")
    );
    for ([code, name], counts) in areas {
        let counts: Vec<String> = [counts.iter().sum::<u32>()]
            .iter()
            .chain(&counts)
            .map(u32::to_string)
            .collect();
        let _ = write!(text, "\n{code},\"{name}\",{},official", counts.join(","));
    }
    text + "\n"
}

/// As Nomis gives what somebody asks for: titles above, remarks below.
pub fn query(tidy: &str) -> String {
    let (categories, areas) = table(tidy);
    let mut text = String::from(
        "\n\"TS000 - Something\"\n\"ONS Crown Copyright Reserved [from Nomis on 14 April \
         2023]\"\n\"Date       :\",\"2021\"\n\n",
    );
    let _ = write!(
        text,
        "\"local authority\",\"mnemonic\",\"Total\",\"{}\"\n\n",
        categories.join("\",\"")
    );
    for ([code, name], counts) in areas {
        let counts: Vec<String> = [counts.iter().sum::<u32>()]
            .iter()
            .chain(&counts)
            .map(u32::to_string)
            .collect();
        let _ = writeln!(text, "\"ualad23:{name}\",\"{code}\",{}", counts.join(","));
    }
    text + "\n\n\"In order to protect against disclosure of personal information, records have \
        been swapped.\"\n"
}

/// As the Office for National Statistics gives a custom data set.
pub fn custom(tidy: &str) -> String {
    let mut text = String::from(
        "Lower tier local authorities Code,Lower tier local authorities,Topic (6 categories) \
         Code,Topic (6 categories),Observation\n",
    );
    let mut before = String::new();
    for (k, [code, name, category, count]) in rows(tidy)
        .into_iter()
        .filter(|row| !row[2].starts_with("Total"))
        .enumerate()
    {
        if before != code {
            let _ = writeln!(text, "{code},\"{name}\",-8,Does not apply,3");
            before.clone_from(&code);
        }
        let _ = writeln!(text, "{code},\"{name}\",{k},\"{category}\",{count}");
    }
    text
}

/// File 7 of deciles and populations: both tables side by side.
pub fn file_7(files: &[File]) -> String {
    let text = |name: &str| {
        String::from_utf8(files.iter().find(|(own, _)| own == name).unwrap().1.clone()).unwrap()
    };
    let (domains, populations) = (text("domains_x.csv"), text("population_x.csv"));
    let both = domains.lines().zip(populations.lines());
    let after = |line: &str| line.splitn(5, ',').nth(4).unwrap().to_owned();
    let row = |(k, (domains, populations)): (usize, (&str, &str))| {
        let between = if k == 0 {
            "Income Score (rate)"
        } else {
            "0.123"
        };
        format!("{domains},{between},{}", after(populations))
    };
    both.enumerate().map(row).collect::<Vec<_>>().join("\n")
}

/// Files in a zip archive, as they are.
pub fn zipped(files: &[File]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut crc = Crc::new();
        crc.update(content);
        let length = (content.len() as u32).to_le_bytes();
        let offset = (bytes.len() as u32).to_le_bytes();
        let common = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            &crc.sum().to_le_bytes()[..],
            &length,
            &length,
            &(name.len() as u16).to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        bytes.extend([b"PK\x03\x04", common.as_slice(), name.as_bytes(), content].concat());
        directory.extend(
            [
                b"PK\x01\x02",
                &[20, 0][..],
                &common,
                &[0; 10],
                &offset,
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let count = (files.len() as u16).to_le_bytes();
    let (size, offset) = (
        (directory.len() as u32).to_le_bytes(),
        (bytes.len() as u32).to_le_bytes(),
    );
    bytes.extend(
        [
            &directory,
            b"PK\x05\x06".as_slice(),
            &[0; 4],
            &count,
            &count,
            &size,
            &offset,
            &[0, 0],
        ]
        .concat(),
    );
    bytes
}

/// A cell at a place of a sheet; words in columns of even number stand among those shared.
fn cell_of_sheet(cell: &str, place: &str, is_shared: bool, shared: &mut Vec<String>) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let plain = cell.replace(',', "");
    if cell == "2021-03-21" {
        format!("<c r=\"{place}\" s=\"1\"><v>44276</v></c>")
    } else if plain.parse::<f64>().is_ok() {
        format!("<c r=\"{place}\"><v>{plain}</v></c>")
    } else if is_shared {
        shared.push(escaped(cell));
        format!("<c r=\"{place}\" t=\"s\"><v>{}</v></c>", shared.len() - 1)
    } else {
        let words = escaped(cell);
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    }
}

/// Tables as sheets of one workbook: numbers as numbers, days as spreadsheets keep them, words
/// shared.
pub fn workbook(files: &[File]) -> Vec<u8> {
    let (mut shared, mut parts) = (Vec::<String>::new(), Vec::new());
    let (mut list, mut relations) = (String::new(), String::new());
    for (k, (name, bytes)) in files.iter().enumerate() {
        let mut sheet = String::from(
            "<?xml version=\"1.0\"?><worksheet xmlns=\"x\"><dimension \
             ref=\"A1:XFD1048576\"/><sheetData>",
        );
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(bytes.as_slice());
        for (line, row) in reader.records().enumerate() {
            let _ = write!(sheet, "<row r=\"{}\">", line + 1);
            for (column, cell) in row.unwrap().iter().enumerate() {
                let place = format!("{}{}", char::from(b'A' + column as u8), line + 1);
                sheet += &cell_of_sheet(cell, &place, column % 2 == 0, &mut shared);
            }
            sheet.push_str("</row>");
        }
        parts.push((
            format!("xl/worksheets/sheet{k}.xml"),
            (sheet + "</sheetData></worksheet>").into_bytes(),
        ));
        let _ = write!(
            list,
            "<sheet name=\"{name}\" sheetId=\"{k}\" r:id=\"rId{k}\"/>"
        );
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{k}\" Target=\"worksheets/sheet{k}.xml\"/>"
        );
    }
    let shared = shared.join("</t></r><rPh><t>aloud</t></rPh></si><si><r><t>");
    // What a workbook says about its own size is not believed.
    let shared = format!("<sst uniqueCount=\"99999999999\"><si><r><t>{shared}</t></r></si></sst>");
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook xmlns:r=\"r\"><sheets>{list}</sheets></workbook>").into_bytes(),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>").into_bytes(),
    ));
    parts.push(("xl/sharedStrings.xml".to_owned(), shared.into_bytes()));
    zipped(&parts)
}
