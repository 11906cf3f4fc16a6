//! What goes beside tables so that a program, or a person in ten years, can read them: a Frictionless tabular data package, with the type, unit and
//! meaning of every column. Knows no files: paths are given.

use super::manifest::{BUILD, CAVEAT};
use crate::report::table::{Column, ColumnKind};
use serde_json::{Value, json};

/// A table as it stands in a file.
#[derive(Clone, Copy, Debug)]
pub struct Resource<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it holds.
    pub title: &'a str,
    /// The file, from where the description stands.
    pub path: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
}

/// The description of some tables that belong together, as JSON, ending in a line break. `manifest`: the file that says how to make them again.
/// `beyond`: the mark of what is outside its registered range, if anything.
pub fn description(
    name: &str,
    title: &str,
    manifest: &str,
    beyond: Option<&str>,
    resources: &[Resource<'_>],
) -> String {
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": slug(name),
        "title": title,
        "description": CAVEAT,
        "build": BUILD,
        "manifest": manifest,
        "resources": resources.iter().map(resource).collect::<Vec<Value>>(),
    });
    if let Some(mark) = beyond {
        package["beyond_range"] = json!(mark);
    }
    format!("{package:#}\n")
}

fn resource(resource: &Resource<'_>) -> Value {
    let ending = resource
        .path
        .rsplit_once('.')
        .map_or("csv", |(_, ending)| ending)
        .to_lowercase();
    let media = if ending == "parquet" {
        "application/vnd.apache.parquet"
    } else {
        "text/csv"
    };
    let mut value = json!({
        "profile": "tabular-data-resource",
        "name": slug(resource.name),
        "title": resource.title,
        "path": resource.path,
        "format": ending,
        "mediatype": media,
        "schema": { "fields": resource.columns.iter().map(field).collect::<Vec<Value>>(), "missingValues": [""] },
    });
    if ending == "csv" {
        value["encoding"] = json!("utf-8");
    }
    value
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        ColumnKind::Text => "string",
        ColumnKind::Whole => "integer",
        ColumnKind::Number => "number",
    };
    let mut field = json!({ "name": column.name, "type": kind });
    if !column.unit.is_empty() {
        field["unit"] = json!(column.unit);
    }
    if !column.meaning.is_empty() {
        field["description"] = json!(column.meaning);
    }
    field
}

/// A name as packages may have: small letters, digits, dots, dashes.
fn slug(name: &str) -> String {
    let letters = name.chars().map(|c| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    });
    let slug: String = letters.collect();
    let slug = slug.trim_matches('-').to_owned();
    if slug.is_empty() {
        "kith".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::columns;

    #[test]
    fn every_column_has_its_type_unit_and_meaning() {
        let columns = columns! {
            "arm" text: "The arm.";
            "year" whole "years": "The year.";
            "value" number "%": "The value.";
        };
        let one = Resource {
            name: "Results",
            title: "What came out",
            path: "results.csv",
            columns: &columns,
        };
        let other = Resource {
            name: "panel",
            path: "x.parquet",
            ..one
        };
        let whole = description(
            "=Noise, twice",
            "Noise",
            "manifest.json",
            None,
            &[one, other],
        );
        let read: Value = serde_json::from_str(&whole).unwrap();
        assert_eq!(
            (read["name"].as_str(), read["build"].as_str()),
            (Some("noise--twice"), Some(BUILD))
        );
        let first = &read["resources"][0];
        assert_eq!(
            (
                first["name"].as_str(),
                first["path"].as_str(),
                first["encoding"].as_str()
            ),
            (Some("results"), Some("results.csv"), Some("utf-8"))
        );
        assert_eq!(first["schema"]["missingValues"], json!([""]));
        assert_eq!(
            first["schema"]["fields"],
            json!([
                { "name": "arm", "type": "string", "description": "The arm." },
                { "name": "year", "type": "integer", "unit": "years", "description": "The year." },
                { "name": "value", "type": "number", "unit": "%", "description": "The value." },
            ])
        );
        assert_eq!(read["resources"][1]["format"], "parquet");
        assert_eq!(read.get("beyond_range"), None);
        let marked: Value = serde_json::from_str(&description(
            "Far",
            "Far",
            "manifest.json",
            Some("outside"),
            &[],
        ))
        .unwrap();
        assert_eq!(marked["beyond_range"], "outside");
        assert_eq!(slug("→"), "kith");
    }
}
