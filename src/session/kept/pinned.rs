//! The pinned scenarios as a table for people's own tools: a row a scenario and thing, numbers in columns of their own, unrounded.

use super::tray::{OUTCOMES, Pin, table};
use crate::indicators::catalogue::CATALOGUE;
use crate::session::figures::Seal;
use crate::session::spending::exact;
use std::rc::Rc;

/// Headings and rows: choices in which the scenarios differ, what they came to, money, and which differences are clear.
#[expect(
    clippy::too_many_lines,
    reason = "a line for each thing that is pinned"
)]
pub fn numbers(pins: &[Rc<Pin>]) -> (Vec<String>, Vec<Vec<String>>) {
    let headings = [
        "scenario",
        "what",
        "unit",
        "value",
        "interval low",
        "interval high",
        "words",
    ]
    .map(str::to_owned)
    .to_vec();
    let seen = table(pins);
    let mut rows = Vec::new();
    for (k, pin) in pins.iter().enumerate() {
        let mut put = |what: &str, unit: &str, numbers: [String; 3], words: &str| {
            let about = [pin.name.clone(), what.to_owned(), unit.to_owned()];
            rows.push(
                about
                    .into_iter()
                    .chain(numbers)
                    .chain([words.to_owned()])
                    .collect::<Vec<String>>(),
            );
        };
        let alone = |value: String| [value, String::new(), String::new()];
        for row in &seen.choices {
            let cell = row.cells.get(k).map_or("", String::as_str);
            let is_number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            put(
                &row.name,
                "",
                alone(if is_number {
                    cell.to_owned()
                } else {
                    String::new()
                }),
                if is_number { "" } else { cell },
            );
        }
        let compared = seen
            .outcomes
            .first()
            .and_then(|row| row.cells.get(k))
            .map_or("", String::as_str);
        for indicator in OUTCOMES {
            let (info, Some(figure)) = (&CATALOGUE[indicator], pin.figures.get(indicator)) else {
                continue;
            };
            let difference = &figure.difference;
            let mean = difference
                .by_year
                .last()
                .map_or_else(String::new, |spread| spread.mean.to_string());
            let (low, high) = difference.interval;
            let ends = if difference.replicates < 2 {
                [String::new(), String::new()]
            } else {
                [low, high].map(|end| end.to_string())
            };
            let [low, high] = ends;
            put(info.name, info.unit, [mean, low, high], compared);
        }
        match pin.seal {
            Seal::Same { total } => put(
                "New money in all, each way",
                "pounds",
                alone(exact(total)),
                "",
            ),
            Seal::Different { gap } => put(
                "Most that the ways are apart in one year",
                "pounds",
                alone(exact(gap)),
                "",
            ),
            Seal::Unknown => {}
        }
        put("Runs", "", alone(pin.done.to_string()), "");
        put(
            "Runs asked for",
            "",
            alone(pin.scenario.replicates.to_string()),
            "",
        );
        put(
            "Result",
            "",
            alone(String::new()),
            pin.fingerprint
                .as_deref()
                .unwrap_or("not complete when pinned"),
        );
    }
    for sentence in seen.sentences {
        rows.push(
            [String::new(), "Difference".to_owned()]
                .into_iter()
                .chain([(); 4].map(|()| String::new()))
                .chain([sentence])
                .collect(),
        );
    }
    (headings, rows)
}
