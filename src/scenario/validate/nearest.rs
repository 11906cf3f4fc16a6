//! Which known name a mistyped one was probably meant to be. Knows nothing of scenarios.

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
        .map(|name| (distance(&typed, &plain(name)), name))
        .min_by_key(|(slips, _)| *slips)?;
    let longer = typed.len().max(name.chars().count());
    (slips <= (longer / 3).max(2).min(longer.saturating_sub(1))).then_some(name)
}

/// Lower case with every separator alike, so that `Core Shift` is as near to `core_shift` as can
/// be.
fn plain(name: &str) -> Vec<char> {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '-' || c == ' ' { '_' } else { c })
        .collect()
}

/// How many slips turn one word into the other (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let exchanged = last[j] + usize::from(from != to);
            let mut slips = exchanged.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                slips = slips.min(before_last[j - 1] + 1);
            }
            row.push(slips);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(a: &str, b: &str) -> usize {
        distance(&plain(a), &plain(b))
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
