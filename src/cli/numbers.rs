//! Numbers as people read them: thousands apart, a true minus, pounds in front.

use crate::indicators::catalogue::Indicator;
use crate::units::Pence;

/// A number with a fixed count of digits after the point and its thousands apart.
pub fn plain(value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{:.digits$}", value.abs());
    let (whole, rest) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    // A number that rounds to nothing has no sign.
    let negative = value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
    let sign = if negative { "−" } else { "" };
    format!(
        "{sign}{}{}",
        thousands(whole),
        rest.map_or(String::new(), |rest| format!(".{rest}"))
    )
}

fn thousands(digits: &str) -> String {
    let mut text = String::new();
    for (k, digit) in digits.chars().enumerate() {
        if k > 0 && (digits.len() - k).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A whole number with its thousands apart.
pub fn count(value: u64) -> String {
    thousands(&value.to_string())
}

/// A value of an indicator.
pub fn of(indicator: &Indicator, value: f64) -> String {
    let text = plain(value, usize::from(indicator.digits));
    if !indicator.unit.starts_with('£') {
        return text;
    }
    match text.strip_prefix('−') {
        Some(digits) => format!("−£{digits}"),
        None => format!("£{text}"),
    }
}

/// A difference of an indicator, with its sign.
///
/// Differences are smaller than levels, so they are shown with one more digit.
pub fn difference(indicator: &Indicator, value: f64) -> String {
    let finer = Indicator {
        digits: indicator.digits + 1,
        ..*indicator
    };
    let text = of(&finer, value);
    if value > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        format!("+{text}")
    } else {
        text
    }
}

/// Money: whole pounds where it is whole, else with the pence.
pub fn money(amount: Pence) -> String {
    let sign = if amount.0 < 0 { "−" } else { "" };
    let pence = amount.0.unsigned_abs();
    let pounds = count(pence / 100);
    if pence.is_multiple_of(100) {
        format!("{sign}£{pounds}")
    } else {
        format!("{sign}£{pounds}.{:02}", pence % 100)
    }
}

/// Years in words: "1 year", "10 years".
pub fn years(count: u32) -> String {
    format!("{count} {}", if count == 1 { "year" } else { "years" })
}

/// Replicates in words: "1 replicate", "16 replicates".
pub fn replicates(count: u32) -> String {
    format!(
        "{} {}",
        self::count(u64::from(count)),
        if count == 1 {
            "replicate"
        } else {
            "replicates"
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{CATALOGUE, CRISIS_SPENDING, WELLBEING};

    #[test]
    fn numbers_read_well() {
        for (value, digits, text) in [
            (0.0, 1, "0.0"),
            (-0.04, 1, "0.0"),
            (-0.06, 1, "−0.1"),
            (999.0, 0, "999"),
            (1000.0, 0, "1,000"),
            (1_234_567.891, 2, "1,234,567.89"),
            (f64::NAN, 1, "–"),
        ] {
            assert_eq!(plain(value, digits), text);
        }
        assert_eq!(of(&CATALOGUE[CRISIS_SPENDING], 1234.5), "£1,234");
        assert_eq!(difference(&CATALOGUE[CRISIS_SPENDING], -12.34), "−£12.3");
        assert_eq!(difference(&CATALOGUE[WELLBEING], 0.0504), "+0.050");
        assert_eq!(difference(&CATALOGUE[WELLBEING], 0.0), "0.000");
        assert_eq!(
            (money(Pence(20_000_000)), money(Pence(-12_345))),
            ("£200,000".to_owned(), "−£123.45".to_owned())
        );
    }
}
