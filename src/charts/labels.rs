//! Where labels stand so that none covers another, and where a long one is broken.

/// Moves label centres apart: each at least `gap` from the next, all between `top` and `bottom` where there is room,
/// each as near as that allows to where it wants to be. Order is kept. Unit: pixels.
pub fn apart(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut placed: Vec<f64> = order
        .iter()
        .map(|k| wanted[*k].clamp(top, bottom.max(top)))
        .collect();
    // Down the list each label pushes the next; up the list the bottom edge pushes back.
    for k in 1..placed.len() {
        placed[k] = placed[k].max(placed[k - 1] + gap);
    }
    let mut floor = bottom;
    for position in placed.iter_mut().rev() {
        *position = position.min(floor);
        floor = *position - gap;
    }
    let mut result = vec![0.0; wanted.len()];
    for (position, k) in placed.into_iter().zip(order) {
        result[k] = position;
    }
    result
}

/// A name in lines of at most so many letters, broken between words; a word that is longer has a line of its own.
pub fn broken(name: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines
            .last_mut()
            .filter(|line| line.chars().count() + 1 + word.chars().count() <= most)
        {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(
            apart(&[80.0, 20.0, 50.0], 14.0, 0.0, 100.0),
            [80.0, 20.0, 50.0]
        );
    }

    #[test]
    fn crowded_labels_move_apart_inside_the_frame() {
        assert_eq!(
            apart(&[98.0, 99.0, 97.0], 10.0, 0.0, 100.0),
            [90.0, 100.0, 80.0]
        );
    }

    #[test]
    fn names_are_broken_between_words_and_nothing_is_lost() {
        assert_eq!(
            broken("Whole-area investment", 40),
            ["Whole-area investment"]
        );
        assert_eq!(
            broken("Whole-area investment", 12),
            ["Whole-area", "investment"]
        );
        assert_eq!(broken("One two three", 7), ["One two", "three"]);
        assert_eq!(broken("Extraordinary", 4), ["Extraordinary"]);
        assert_eq!(broken("  ", 4), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_two_labels_overlap(wanted in prop::collection::vec(-50.0..250.0_f64, 0..6)) {
            let placed = apart(&wanted, 12.0, 0.0, 200.0);
            let mut sorted = placed.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 12.0 - 1e-9));
            prop_assert!(sorted.iter().all(|y| (0.0..=200.0).contains(y)));
        }
    }
}
