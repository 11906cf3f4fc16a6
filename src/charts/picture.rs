//! The picture of a place at one moment: a colour for everybody, drawn where the layout puts them.
//!
//! Knows bytes of measures and layouts; no browser, no strategy's name.

use super::colour::{Palette, Rgb, between};
use super::dots::Counts;
use super::layout::Layout;
use super::raster::Painter;
use super::rim::{self, LineKind};
use crate::indicators::catalogue::{CATALOGUE, CLOSE_FRIENDS, CONTROL, DIGNITY, WELLBEING};
use crate::indicators::{FrameMeasure, Frames};

/// What a byte at the top of a measure's scale is.
const TOP: f64 = 250.0;

/// The byte that stands for the top of the ramp: scales end where differences between people end.
fn top_of(measure: FrameMeasure) -> f64 {
    match measure {
        FrameMeasure::CloseFriends => 200.0,
        _ => TOP,
    }
}

/// The values at the two ends of the ramp, in people's units, and the digits to write them with.
pub fn ends_of(measure: FrameMeasure) -> (f64, f64) {
    match measure {
        FrameMeasure::Wellbeing => (0.0, 10.0),
        FrameMeasure::CloseFriends => (0.0, 8.0),
        FrameMeasure::Control | FrameMeasure::NeedMet => (0.0, 100.0),
    }
}

/// The picture to show in a month: the last one taken by then. Nothing when there is none.
pub fn picture_at(frames: &Frames, month: u32) -> Option<usize> {
    if frames.months.is_empty() {
        return None;
    }
    Some(
        frames
            .months
            .partition_point(|m| *m <= month)
            .saturating_sub(1),
    )
}

/// Everybody's colour by a measure; nobody has none.
pub fn by_measure(
    frames: &Frames,
    picture: usize,
    measure: FrameMeasure,
    palette: &Palette,
) -> Vec<Option<Rgb>> {
    let shades: Vec<Rgb> = (0..=250)
        .map(|byte| palette.outcome(f64::from(byte) / top_of(measure)))
        .collect();
    frames
        .plane(picture, measure)
        .iter()
        .map(|byte| {
            if *byte == Frames::NOBODY {
                None
            } else {
                Some(shades[usize::from(*byte).min(shades.len() - 1)])
            }
        })
        .collect()
}

/// The smallest difference in a measure that a person would notice, from the catalogue of indicators. Unit: bytes of a picture.
///
/// No indicator counts met support; there it is a fifth of what is needed, as for contacts that fitted.
pub fn noticed(measure: FrameMeasure) -> f64 {
    let of = |indicator: usize| {
        CATALOGUE[indicator]
            .noticed
            .map_or(TOP, |noticed| noticed.size)
    };
    match measure {
        FrameMeasure::Wellbeing => of(WELLBEING) * TOP / 10.0,
        FrameMeasure::CloseFriends => of(CLOSE_FRIENDS) * TOP / 10.0,
        FrameMeasure::Control => of(CONTROL) * TOP / 100.0,
        FrameMeasure::NeedMet => of(DIGNITY) * TOP / 100.0,
    }
}

/// The measure that moved most at the end between two worlds: its mean over people who live in both, against what one would notice.
pub fn moved_most(reference: &Frames, alternative: &Frames) -> Option<FrameMeasure> {
    let (j, k) = (
        picture_at(reference, u32::MAX)?,
        picture_at(alternative, u32::MAX)?,
    );
    let moved = |measure: FrameMeasure| {
        let gaps = both(reference.plane(j, measure), alternative.plane(k, measure))
            .map(|(a, b)| f64::from(b) - f64::from(a));
        let (count, sum) = gaps.fold((0.0, 0.0), |(count, sum), gap| (count + 1.0, sum + gap));
        if count > 0.0 {
            (sum / count / noticed(measure)).abs()
        } else {
            0.0
        }
    };
    // The first of equals, so that nothing at all is told by wellbeing.
    Frames::MEASURES
        .into_iter()
        .rev()
        .max_by(|a, b| moved(*a).total_cmp(&moved(*b)))
}

/// The bytes of those who live in both worlds.
fn both<'a>(reference: &'a [u8], alternative: &'a [u8]) -> impl Iterator<Item = (u8, u8)> + 'a {
    reference
        .iter()
        .copied()
        .zip(alternative.iter().copied())
        .filter(|(a, b)| *a != Frames::NOBODY && *b != Frames::NOBODY)
}

/// Who is noticeably better off: the alternative's world (1), the reference's (−1), neither (0).
fn better_off(gap: f64, measure: FrameMeasure) -> i8 {
    let least = noticed(measure);
    i8::from(gap >= least) - i8::from(gap <= -least)
}

/// Everybody's colour by where they are noticeably better off: that world's colour, grey where they would not notice.
///
/// A person who lives in one world only has that world's colour, faintly.
pub fn by_difference(
    reference: &[u8],
    alternative: &[u8],
    measure: FrameMeasure,
    palette: &Palette,
) -> Vec<Option<Rgb>> {
    let nobody = Frames::NOBODY;
    (0..reference.len().max(alternative.len()))
        .map(|slot| {
            let a = reference.get(slot).copied().unwrap_or(nobody);
            let b = alternative.get(slot).copied().unwrap_or(nobody);
            match (a == nobody, b == nobody) {
                (true, true) => None,
                (true, false) => Some(between(palette.alike, palette.alternative, 0.35)),
                (false, true) => Some(between(palette.alike, palette.reference, 0.35)),
                (false, false) => {
                    let gap = f64::from(b) - f64::from(a);
                    // A fifth of the scale beyond what is noticed is as far as the colour goes.
                    let share = ((gap.abs() - noticed(measure)) / (TOP / 5.0)).clamp(0.0, 1.0);
                    Some(match better_off(gap, measure) {
                        1 => between(palette.alike, palette.alternative, 0.45 + 0.55 * share),
                        -1 => between(palette.alike, palette.reference, 0.45 + 0.55 * share),
                        _ => palette.alike,
                    })
                }
            }
        })
        .collect()
}

/// How many people are noticeably better off in the alternative's world, in the reference's, and in neither, of those alive in both.
pub fn count_difference(reference: &[u8], alternative: &[u8], measure: FrameMeasure) -> Counts {
    let mut counts = Counts::default();
    for (a, b) in both(reference, alternative) {
        let gap = f64::from(b) - f64::from(a);
        match better_off(gap, measure) {
            1 => counts.alternative += 1,
            -1 => counts.reference += 1,
            _ => counts.neither += 1,
        }
    }
    counts
}

/// Draws a place: faint lines between what stands there, the ground of each neighbourhood, then everybody.
///
/// `size` is the side of a square canvas, which the picture's circle touches. Unit: pixels.
pub fn draw(
    painter: &mut impl Painter,
    layout: &Layout,
    spots: &[Option<(f64, f64)>],
    colours: &[Option<Rgb>],
    palette: &Palette,
    size: f64,
) {
    let middle = size / 2.0;
    let scale = middle;
    lines(painter, layout, palette, size);
    for community in &layout.communities {
        let (x, y, r) = (
            middle + community.x * scale,
            middle + community.y * scale,
            community.r * scale,
        );
        painter.disc(x, y, r, palette.ground);
        painter.circle(x, y, r, (size / 900.0).max(0.8), palette.edge);
    }
    let dot = (layout.dot * scale * 0.96).max(0.7);
    // Where it is told who differs, whoever does not nearly vanishes, and whoever does lies over them and is to be seen.
    let differ = colours.contains(&Some(palette.alike));
    let (still, moved) = if differ {
        (dot * 0.7, (dot * 1.3).max(size / 300.0))
    } else {
        (dot, dot)
    };
    for shown in [false, true] {
        for (spot, colour) in spots.iter().zip(colours) {
            if let (Some((x, y)), Some(colour)) = (spot, colour)
                && shown == (*colour != palette.alike)
            {
                let radius = if shown { moved } else { still };
                painter.disc(middle + x * scale, middle + y * scale, radius, *colour);
            }
        }
    }
}

/// The lines of the place, behind everything, so that each seems to end at a neighbourhood's edge.
fn lines(painter: &mut impl Painter, layout: &Layout, palette: &Palette, size: f64) {
    let middle = size / 2.0;
    let at = |(x, y): (f64, f64)| (middle + x * middle, middle + y * middle);
    for line in rim::lines(layout.communities.iter().map(|c| (c.x, c.y))) {
        let (strength, width) = match line.kind {
            LineKind::Host => (0.28, 1.0),
            LineKind::Commission => (0.4, 1.4),
            LineKind::Fund => (0.7, 2.2),
        };
        painter.line(
            at(line.from),
            at(line.to),
            width * (size / 800.0).max(0.8),
            between(palette.paper, palette.edge, strength),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::colour::{DARK, LIGHT};
    use super::super::layout::tests::small_place;
    use super::super::raster::Raster;
    use super::*;

    fn frames(wellbeing: &[u8]) -> Frames {
        let mut bytes = wellbeing.to_vec();
        bytes.extend(std::iter::repeat_n(100, wellbeing.len() * 3));
        Frames {
            months: vec![0],
            slots: vec![wellbeing.len() as u32],
            bytes,
            family_of_slot: vec![0; wellbeing.len()],
            ..Frames::default()
        }
    }

    #[test]
    fn the_picture_is_the_last_one_taken() {
        let frames = Frames {
            months: vec![0, 3, 6],
            ..Frames::default()
        };
        assert_eq!(picture_at(&frames, 0), Some(0));
        assert_eq!(picture_at(&frames, 5), Some(1));
        assert_eq!(picture_at(&frames, 99), Some(2));
        assert_eq!(picture_at(&Frames::default(), 3), None);
    }

    #[test]
    fn nobody_has_no_colour_and_the_ramp_is_the_palette_s() {
        let colours = by_measure(
            &frames(&[0, 250, Frames::NOBODY, 252]),
            0,
            FrameMeasure::Wellbeing,
            &DARK,
        );
        assert_eq!(
            colours,
            [
                Some(DARK.outcome(0.0)),
                Some(DARK.outcome(1.0)),
                None,
                Some(DARK.outcome(1.0))
            ]
        );
    }

    #[test]
    fn differences_are_coloured_by_the_better_world() {
        let colours = by_difference(
            &[100, 200, 100, 255, 255],
            &[200, 100, 112, 255, 90, 80],
            FrameMeasure::Wellbeing,
            &LIGHT,
        );
        assert_eq!(
            colours[..4],
            [
                Some(LIGHT.alternative),
                Some(LIGHT.reference),
                Some(LIGHT.alike),
                None
            ]
        );
        assert!(colours[4].is_some() && colours[4] != Some(LIGHT.alternative));
        assert_eq!(colours.len(), 6);
        let counted = count_difference(
            &[100, 200, 100, 255],
            &[200, 100, 112, 9],
            FrameMeasure::Wellbeing,
        );
        assert_eq!(
            counted,
            Counts {
                alternative: 1,
                reference: 1,
                neither: 1
            }
        );
    }

    #[test]
    fn a_difference_is_what_a_person_would_notice_measure_by_measure() {
        let counted =
            |measure, gap: u8| count_difference(&[100], &[100 + gap], measure).alternative;
        // Half a point of ten, half a step of a hundred, one friend, a fifth of the need.
        for (measure, least) in Frames::MEASURES.into_iter().zip([13, 25, 13, 50]) {
            assert_eq!(
                (counted(measure, least - 1), counted(measure, least)),
                (0, 1),
                "{measure:?}"
            );
        }
    }

    #[test]
    fn picture_and_count_tell_the_same_people_apart() {
        let (before, after) = ([100, 100, 100, 100], [112, 113, 125, 87]);
        let measure = FrameMeasure::Wellbeing;
        let colours = by_difference(&before, &after, measure, &LIGHT);
        let alike: Vec<bool> = colours
            .iter()
            .map(|colour| *colour == Some(LIGHT.alike))
            .collect();
        let counted = count_difference(&before, &after, measure);
        assert_eq!(
            (alike, counted),
            (
                vec![true, false, false, false],
                Counts {
                    alternative: 2,
                    reference: 1,
                    neither: 1
                }
            )
        );
    }

    #[test]
    fn what_moved_most_is_told_by_what_one_would_notice() {
        let planes = |bytes: [u8; 4]| Frames {
            months: vec![0, 12],
            slots: vec![2, 2],
            bytes: [
                [100; 8],
                [
                    bytes[0], bytes[0], bytes[1], bytes[1], bytes[2], bytes[2], bytes[3], bytes[3],
                ],
            ]
            .concat(),
            ..Frames::default()
        };
        let from = planes([100; 4]);
        assert_eq!(
            moved_most(&from, &planes([104, 100, 106, 100])),
            Some(FrameMeasure::Control)
        );
        assert_eq!(
            moved_most(&from, &planes([100, 89, 106, 100])),
            Some(FrameMeasure::Control),
            "a friend is noticed later"
        );
        assert_eq!(
            moved_most(&from, &planes([100, 70, 106, 100])),
            Some(FrameMeasure::CloseFriends),
            "worse is moved too"
        );
        assert_eq!(moved_most(&from, &from), Some(FrameMeasure::Wellbeing));
        assert_eq!(moved_most(&Frames::default(), &from), None);
    }

    #[test]
    fn a_drawn_place_shows_its_people() {
        let place = small_place(3, 40);
        let layout = Layout::of(&place);
        let spots = layout.spots_of(&[], &[]);
        let colours = vec![Some(LIGHT.outcome(0.0)); spots.len()];
        let mut raster = Raster::new(400, 400, LIGHT.paper);
        draw(&mut raster, &layout, &spots, &colours, &LIGHT, 400.0);
        let dark = raster.bytes().chunks_exact(4).filter(|p| p[0] < 40).count();
        let (x, y) = spots[0].expect("a spot");
        let at = ((200.0 + y * 200.0) as usize * 400 + (200.0 + x * 200.0) as usize) * 4;
        assert!(
            raster.bytes()[at] < 40,
            "the first person's spot is coloured"
        );
        assert!(
            dark > 5_000,
            "dots cover a good part of the picture: {dark}"
        );
        let mut again = Raster::new(400, 400, LIGHT.paper);
        draw(&mut again, &layout, &spots, &colours, &LIGHT, 400.0);
        assert_eq!(raster, again);
    }
}
