//! Months in words.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month lived, the first after the branching being 1: "Year 3, March".
pub fn when(month: u32) -> String {
    let before = month.saturating_sub(1);
    format!(
        "Year {}, {}",
        before / 12 + 1,
        MONTHS[(before % 12) as usize]
    )
}

/// A stretch of months: "7 months", "10 years".
pub fn span(months: u32) -> String {
    let (count, unit) = if months.is_multiple_of(12) && months > 0 {
        (months / 12, "year")
    } else {
        (months, "month")
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
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
