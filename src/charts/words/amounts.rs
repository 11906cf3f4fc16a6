//! Amounts, counts and names as they stand in a sentence.

use super::super::number::{plain, signed};
use crate::indicators::catalogue::Indicator;

/// The unit of a difference: points for percentages and scores, otherwise the indicator's own.
pub fn difference_unit(indicator: &Indicator) -> &'static str {
    if indicator.unit.starts_with('%') {
        "percentage points"
    } else if indicator.unit.starts_with("points") {
        "points"
    } else {
        indicator.unit
    }
}

/// An amount with its unit, pounds written before it.
pub fn amount(value: f64, indicator: &Indicator) -> String {
    let number = plain(value, indicator.digits);
    match indicator.unit.strip_prefix('£') {
        Some(rest) => format!("£{number}{rest}"),
        None if indicator.unit.starts_with('%') => format!("{number}%{}", &indicator.unit[1..]),
        None => format!("{number} {}", indicator.unit),
    }
}

/// A difference with its sign and unit.
pub fn difference_amount(value: f64, indicator: &Indicator) -> String {
    let number = signed(value, indicator.digits);
    match difference_unit(indicator).strip_prefix('£') {
        Some(rest) => match number.strip_prefix(['+', '−']) {
            Some(size) => format!("{}£{size}{rest}", number.chars().next().unwrap_or('+')),
            None => format!("£{number}{rest}"),
        },
        None => format!("{number} {}", difference_unit(indicator)),
    }
}

/// A size without a sign, with its unit in few words.
pub(super) fn size(value: f64, info: &Indicator) -> String {
    let number = plain(value.abs(), info.digits);
    match difference_unit(info).strip_prefix('£') {
        Some(rest) => format!("£{number}{rest}"),
        None if info.unit.starts_with('%') => format!("{number} points"),
        None => format!(
            "{number} {}",
            difference_unit(info).split(" (").next().unwrap_or_default()
        ),
    }
}

/// The smallest difference worth having, with its unit.
pub fn worthwhile(info: &Indicator) -> String {
    size(info.worthwhile.size, info)
}

/// "12 of 16 re-runs", "the only re-run so far".
pub fn of_reruns(count: u32, all: u32) -> String {
    if all == 1 {
        format!("{count} of 1 run")
    } else {
        format!("{count} of {all} runs")
    }
}

/// "1 year", "10 years".
pub fn years_words(years: usize) -> String {
    if years == 1 {
        "1 year".to_owned()
    } else {
        format!("{years} years")
    }
}

/// A name inside a sentence: its first letter small.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |reference| {
        reference.to_lowercase().collect::<String>() + letters.as_str()
    })
}
