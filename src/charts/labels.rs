//! Where labels stand so that none covers another. Knows heights and gaps, no text.

/// Moves label centres apart: each at least `gap` from the next, all between `top` and `bottom` where there is room,
/// each as near as that allows to where it wants to be. Order is kept. Unit: pixels.
pub fn apart(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut placed: Vec<f64> = order.iter().map(|k| wanted[*k].clamp(top, bottom.max(top))).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(apart(&[80.0, 20.0, 50.0], 14.0, 0.0, 100.0), [80.0, 20.0, 50.0]);
    }

    #[test]
    fn crowded_labels_move_apart_inside_the_frame() {
        assert_eq!(apart(&[98.0, 99.0, 97.0], 10.0, 0.0, 100.0), [90.0, 100.0, 80.0]);
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
