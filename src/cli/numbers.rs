//! Numbers as people read them: thousands apart, a true minus, pounds in front.

use crate::charts::number;
use crate::indicators::catalogue::Indicator;
use crate::units::Pence;

/// A whole number with its thousands apart.
pub fn count(value: u64) -> String {
    number::plain(value as f64, 0)
}

/// A value of an indicator.
pub fn of(indicator: &Indicator, value: f64) -> String {
    let text = number::plain(value, indicator.digits);
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
    let sign = if number::signed(value, finer.digits).starts_with('+') {
        "+"
    } else {
        ""
    };
    format!("{sign}{}", of(&finer, value))
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
            assert_eq!(number::plain(value, digits), text);
        }
        assert_eq!(of(&CATALOGUE[CRISIS_SPENDING], 1234.4), "£1,234");
        assert_eq!(difference(&CATALOGUE[CRISIS_SPENDING], -12.34), "−£12.3");
        assert_eq!(difference(&CATALOGUE[WELLBEING], 0.0504), "+0.050");
        assert_eq!(difference(&CATALOGUE[WELLBEING], 0.0), "0.000");
        assert_eq!(
            (money(Pence(20_000_000)), money(Pence(-12_345))),
            ("£200,000".to_owned(), "−£123.45".to_owned())
        );
    }
}
