//! Which month is free for something that is dated.

/// The free month nearest to the one wanted, later ones first, inside a run of so many months.
pub(super) fn free_month(wanted: u32, months: u32, taken: impl Fn(u32) -> bool) -> Option<u32> {
    let wanted = wanted.min(months.checked_sub(1)?);
    (0..months)
        .flat_map(|far| [wanted.checked_add(far), wanted.checked_sub(far)])
        .flatten()
        .find(|m| *m < months && !taken(*m))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_month_is_the_nearest_one_and_later_rather_than_earlier() {
        assert_eq!(free_month(5, 12, |_| false), Some(5));
        assert_eq!(free_month(5, 12, |m| m == 5), Some(6));
        assert_eq!(free_month(11, 12, |m| m > 8), Some(8));
        assert_eq!(free_month(40, 12, |_| false), Some(11));
        assert_eq!(free_month(0, 12, |_| true), None);
    }
}
