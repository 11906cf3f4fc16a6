//! The table: every row that was measured, whether it reaches what it should, and what it was
//! before.

use super::kept::Kept;
use super::rows::{ROWS, Reach, Row};
use std::fmt::Write;

/// The table as Markdown, so that it can be passed on as it is printed.
pub fn text(kept: &Kept, before: Option<&Kept>) -> String {
    let mut text = String::from("| what | value | unit | reach | met |");
    text.push_str(if before.is_some() {
        " before | now / before |\n| --- | ---: | --- | --- | --- | ---: | ---: |\n"
    } else {
        "\n| --- | ---: | --- | --- | --- |\n"
    });
    for row in ROWS {
        let Some(value) = row.value(kept) else {
            continue;
        };
        let _ = write!(
            text,
            "| {} | {} | {} | {} | {} |",
            row.what,
            number(value),
            row.unit,
            reach(row.reach),
            met(row.reach, value)
        );
        if let Some(before) = before {
            let _ = match row.value(before) {
                Some(old) if old > 0.0 => write!(text, " {} | {:.2} |", number(old), value / old),
                _ => write!(text, " | |"),
            };
        }
        text.push('\n');
    }
    text
}

fn reach(reach: Reach) -> String {
    match reach {
        Reach::AtLeast(bound) => format!("≥ {}", number(bound)),
        Reach::Below(bound) => format!("< {}", number(bound)),
        Reach::Told => String::new(),
    }
}

fn met(reach: Reach, value: f64) -> &'static str {
    match reach {
        Reach::AtLeast(bound) if value >= bound => "yes",
        Reach::Below(bound) if value < bound => "yes",
        Reach::Told => "",
        _ => "no",
    }
}

/// Three digits that count.
fn number(value: f64) -> String {
    match value.abs() {
        x if x >= 99.95 => format!("{value:.0}"),
        x if x >= 9.995 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

impl Row {
    fn value(&self, kept: &Kept) -> Option<f64> {
        (self.of)(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(words: &str) -> Kept {
        let mut kept = Kept::default();
        kept.take_in(words);
        kept
    }

    #[test]
    fn rows_that_were_measured_say_whether_they_reach() {
        let now = kept("comparison.rate 12\nmemory.state 250\n");
        let table = text(&now, None);
        assert_eq!(table.lines().count(), 4, "{table}");
        assert!(
            table.contains("| 12.0 | million/s | ≥ 10.0 | yes |"),
            "{table}"
        );
        assert!(table.contains("| 250 | bytes | < 200 | no |"), "{table}");
        let compared = text(&now, Some(&kept("memory.state 500\n")));
        assert!(compared.contains("| no | 500 | 0.50 |"), "{compared}");
    }

    #[test]
    fn derived_rows_need_all_that_they_come_from() {
        let both = kept("cost.1000000 110\ncost.5000 100\n");
        assert!(text(&both, None).contains("| 1.10 | "));
        assert!(!text(&kept("cost.1000000 110\n"), None).contains("1.10"));
    }

    #[test]
    fn numbers_have_three_digits() {
        assert_eq!(
            [0.123, 1.234, 12.34, 123.4, 12_345.6].map(number),
            ["0.12", "1.23", "12.3", "123", "12346"]
        );
    }
}
