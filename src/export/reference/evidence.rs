//! The tables of the evidence: the register area by area, what cites each row, and the works behind it. Knows no file.

use super::markdown::{code, table};
use crate::indicators::catalogue::CATALOGUE;
use crate::indicators::sizes::CONVENTION;
use crate::scenario::bundled;
use crate::scenario::parameters::Parameters;
use crate::scenario::sources::{ASSUMPTION, Area, Source};
use crate::scenario::strategy::DIMENSIONS;

/// The rows of an area, each with what cites it, or none when there is no such area.
pub(super) fn area(id: &str) -> Option<String> {
    let area = Area::ALL.into_iter().find(|area| area.id() == id)?;
    let citing = citing();
    let rows = bundled::sources()
        .ok()?
        .into_iter()
        .filter(|source| source.area == area)
        .map(|source| {
            let cited: Vec<String> = citing
                .iter()
                .filter(|(id, _)| *id == source.id)
                .map(|(_, name)| code(name))
                .collect();
            let seen = if source.seen { "yes" } else { "no" };
            [
                source.id.clone(),
                source.quantity.clone(),
                source.value.to_string(),
                source.low.to_string(),
                source.high.to_string(),
                source.unit.clone(),
                source.place_year.clone(),
                linked(&source),
                seen.to_owned(),
                source.strength.clone(),
                if cited.is_empty() {
                    "–".to_owned()
                } else {
                    cited.join(", ")
                },
            ]
        });
    Some(table(
        "id | quantity | value | low | high | unit | place and year | source | seen | strength | cited by",
        rows,
    ))
}

/// Every work that the register names, in alphabetical order, with the rows it gave.
pub(super) fn bibliography() -> Option<String> {
    let mut works = bundled::sources().ok()?;
    works.sort_by(|a, b| {
        let words = |s: &Source| {
            s.title
                .chars()
                .filter(|c| c.is_alphanumeric() || *c == ' ')
                .collect::<String>()
                .to_lowercase()
        };
        words(a)
            .cmp(&words(b))
            .then_with(|| a.title.cmp(&b.title))
            .then_with(|| a.address.cmp(&b.address))
            .then_with(|| a.id.cmp(&b.id))
    });
    let mut rows: Vec<[String; 4]> = Vec::new();
    let mut last: Option<Source> = None;
    for source in works {
        match (&last, rows.last_mut()) {
            (Some(before), Some(row))
                if before.title == source.title && before.address == source.address =>
            {
                row[1] = format!("{}, {}", row[1], source.id);
            }
            _ => {
                let seen = if source.seen {
                    "read"
                } else {
                    "from general knowledge"
                };
                rows.push([
                    linked(&source),
                    source.id.clone(),
                    seen.to_owned(),
                    source.strength.clone(),
                ]);
            }
        }
        last = Some(source);
    }
    Some(table("work | rows | how it was found | strength", rows))
}

/// A source's words, as a link where it has an address.
fn linked(source: &Source) -> String {
    if source.address.is_empty() {
        source.title.clone()
    } else {
        format!("[{}]({})", source.title, source.address)
    }
}

/// What cites each source: pairs of its id and the name of a parameter, an approach, a dimension or an indicator (for its size).
fn citing() -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Parameters::registry()
        .iter()
        .map(|info| (info.source.to_owned(), info.id()))
        .collect();
    pairs.extend(
        bundled::approaches()
            .unwrap_or_default()
            .into_iter()
            .map(|approach| (approach.source, approach.id)),
    );
    pairs.extend(
        DIMENSIONS
            .iter()
            .map(|dimension| (dimension.source.to_owned(), dimension.id.to_owned())),
    );
    pairs.extend(CATALOGUE.iter().map(|indicator| {
        (
            indicator.worthwhile.source.to_owned(),
            format!("indicators.{}", indicator.id),
        )
    }));
    pairs.retain(|(id, _)| id != ASSUMPTION && id != CONVENTION);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_in_the_table_of_its_area_with_what_cites_it() {
        let register = bundled::sources().unwrap();
        let mut rows = 0;
        for each in Area::ALL {
            let text = area(each.id()).unwrap();
            rows += text.lines().count() - 2;
            for source in register.iter().filter(|source| source.area == each) {
                assert!(
                    text.lines()
                        .any(|line| line.starts_with(&format!("| {} |", source.id))),
                    "{}",
                    source.id
                );
            }
        }
        assert_eq!(rows, register.len());
        let costs = area("costs").unwrap();
        let hour = costs
            .lines()
            .find(|line| line.starts_with("| K09 |"))
            .unwrap();
        assert!(hour.contains("`accounts.care_hour`"), "{hour}");
        assert_eq!(area("nonsense"), None);
    }

    #[test]
    fn every_row_of_the_register_has_its_work_in_the_bibliography() {
        let text = bibliography().unwrap();
        let named: Vec<&str> = text
            .lines()
            .skip(2)
            .flat_map(|line| line.rsplit(" | ").nth(2).unwrap().split(", "))
            .collect();
        assert_eq!(named.len(), bundled::sources().unwrap().len());
        for source in bundled::sources().unwrap() {
            assert!(named.contains(&source.id.as_str()), "{}", source.id);
        }
        assert!(
            text.lines().count() - 2 < named.len(),
            "works with several rows stand once"
        );
    }
}
