//! Stacked bars, one a year: spans that lie on one another, what is below zero under the line. Plain numbers, no names.

use super::scale::Extent;

/// One part of one bar, in data: from the lower to the upper edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The edge nearer to −∞.
    pub low: f64,
    /// The edge nearer to +∞.
    pub high: f64,
}

/// Stacks parts on one another in every year. Shape in and out: parts × years. Numbers that are not finite have no height.
pub fn stack(parts: &[Vec<f64>]) -> Vec<Vec<Span>> {
    let years = parts.iter().map(Vec::len).max().unwrap_or(0);
    let mut edges = vec![
        Span {
            low: 0.0,
            high: 0.0
        };
        years
    ];
    let place = |(value, edge): (&f64, &mut Span)| {
        let value = if value.is_finite() { *value } else { 0.0 };
        if value >= 0.0 {
            let low = edge.high;
            edge.high += value;
            Span {
                low,
                high: edge.high,
            }
        } else {
            let high = edge.low;
            edge.low += value;
            Span {
                low: edge.low,
                high,
            }
        }
    };
    parts
        .iter()
        .map(|part| part.iter().zip(edges.iter_mut()).map(place).collect())
        .collect()
}

/// What an axis has to hold, zero included, so that bars of several worlds stand on one axis.
pub fn extent<'a>(spans: impl IntoIterator<Item = &'a Span>) -> Extent {
    let zero = Extent {
        low: 0.0,
        high: 0.0,
    };
    spans.into_iter().fold(zero, |extent, span| {
        extent.with(Extent {
            low: span.low,
            high: span.high,
        })
    })
}

/// Where the bar of a year stands between two edges: its left side and its width, with a gap to its neighbours. Unit: pixels.
pub fn bar(year: usize, years: usize, left: f64, right: f64) -> (f64, f64) {
    let room = (right - left).max(0.0) / years.max(1) as f64;
    let gap = (room * 0.18).min(10.0);
    (left + room * year as f64 + gap / 2.0, room - gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_lie_on_one_another_and_negative_ones_hang_below() {
        let spans = stack(&[
            vec![3.0, 1.0],
            vec![-2.0, f64::NAN],
            vec![4.0, 2.0],
            vec![-1.0, 0.0],
        ]);
        let span = |low, high| Span { low, high };
        assert_eq!(spans[0], [span(0.0, 3.0), span(0.0, 1.0)]);
        assert_eq!(spans[1], [span(-2.0, 0.0), span(1.0, 1.0)]);
        assert_eq!(spans[2], [span(3.0, 7.0), span(1.0, 3.0)]);
        assert_eq!(spans[3][0], span(-3.0, -2.0));
        assert_eq!(
            extent(spans.iter().flatten()),
            Extent {
                low: -3.0,
                high: 7.0
            }
        );
        assert_eq!(
            extent([]),
            Extent {
                low: 0.0,
                high: 0.0
            }
        );
    }

    proptest! {
        #[test]
        fn heights_are_the_values_and_nothing_overlaps(
            parts in prop::collection::vec(prop::collection::vec(-1e6..1e6_f64, 4), 1..8),
        ) {
            let spans = stack(&parts);
            for year in 0..4 {
                let mut column: Vec<Span> = spans.iter().map(|part| part[year]).collect();
                for (span, part) in column.iter().zip(&parts) {
                    prop_assert!((span.high - span.low - part[year].abs()).abs() < 1e-6);
                }
                column.sort_by(|a, b| a.low.total_cmp(&b.low));
                prop_assert!(column.windows(2).all(|pair| pair[1].low >= pair[0].high - 1e-6));
            }
        }

        #[test]
        fn bars_stand_apart_inside_their_frame(years in 1..21_usize, left in 0.0..50.0_f64, width in 60.0..900.0_f64) {
            let bars: Vec<(f64, f64)> = (0..years).map(|year| bar(year, years, left, left + width)).collect();
            prop_assert!(bars.iter().all(|(x, w)| *x >= left - 1e-9 && *w > 0.0 && x + w <= left + width + 1e-9));
            prop_assert!(bars.windows(2).all(|pair| pair[0].0 + pair[0].1 <= pair[1].0 + 1e-9));
        }
    }
}
