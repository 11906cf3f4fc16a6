//! Which known name a mistyped one was probably meant to be. Knows nothing of scenarios.

use strsim::osa_distance;

/// The known name nearest to a mistyped one, when one is near enough to be worth suggesting.
///
/// Near enough: at most two slips (or a third of the longer name) by insertion, deletion, exchange
/// or swapped neighbours.
pub fn nearest<'a>(mistyped: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Nobody means a short name by a very long one, and the distance costs the product of the
    // lengths.
    if mistyped.chars().count() > 100 {
        return None;
    }
    let typed = plain(mistyped);
    let (slips, name) = known
        .into_iter()
        .map(|name| (osa_distance(&typed, &plain(name)), name))
        .min_by_key(|(slips, _)| *slips)?;
    let longer = typed.chars().count().max(name.chars().count());
    (slips <= (longer / 3).max(2).min(longer.saturating_sub(1))).then_some(name)
}

/// Lower case with every separator alike, so that `Core Shift` is as near to `core_shift` as can
/// be.
fn plain(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '-' || c == ' ' { '_' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(a: &str, b: &str) -> usize {
        osa_distance(&plain(a), &plain(b))
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips("", "abc"), 3);
        assert_eq!(slips("people", "people"), 0);
        assert_eq!(
            slips("poeple", "people"),
            1,
            "swapped neighbours are one slip"
        );
        assert_eq!(slips("kitten", "sitting"), 3);
        assert_eq!(slips("Core Shift", "core_shift"), 0);
    }

    #[test]
    fn only_near_names_are_suggested() {
        let known = ["people", "place", "years"];
        assert_eq!(nearest("poeple", known), Some("people"));
        assert_eq!(nearest("yaers", known), Some("years"));
        assert_eq!(nearest("banana-split", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest(&"p".repeat(10_000), known), None);
        assert_eq!(nearest("people", []), None);
    }
}
