//! Months in words.

use crate::words::life as said;

/// Months of a year.
const YEAR: u32 = 12;

/// A month lived, the first after the branching being 1: "Year 3, March".
pub fn when(month: u32) -> String {
    let before = month.saturating_sub(1);
    said::month_of(before / YEAR + 1, before % YEAR + 1)
}

/// A stretch of months: "7 months", "10 years".
pub fn span(months: u32) -> String {
    if months.is_multiple_of(YEAR) && months > 0 {
        said::span_years(months / YEAR)
    } else {
        said::span_months(months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_their_years() {
        assert_eq!(
            [when(1), when(12), when(13), when(27)],
            [
                "Year 1, January",
                "Year 1, December",
                "Year 2, January",
                "Year 3, March"
            ]
        );
        assert_eq!(
            [span(120), span(12), span(7), span(1)],
            ["10 years", "1 year", "7 months", "1 month"]
        );
    }
}
