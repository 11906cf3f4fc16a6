//! Whom to follow: from the pictures of two worlds, who ends better off in the second, who worse, for whom nothing differs,
//! and who is in the middle of all. The same pictures propose the same people.

use crate::analysis::outcomes::{WELLBEING, is_better};
use crate::indicators::{FrameMeasure, Frames, Since};
use crate::random::mix;

/// How many people are proposed of each kind, one after another.
const PROPOSED: usize = 12;
/// The smallest difference by which somebody is an example where nobody's is large enough to notice. Unit: points.
const TELLABLE: f64 = 0.1;
/// Bytes to a point of wellbeing in a picture.
const BYTES_A_POINT: f64 = 25.0;

/// What a proposed life is an example of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// Ends better off in the second world: as much as is usual among those who would notice, or where nobody would, most.
    Better,
    /// Ends worse off in the second world, likewise.
    Worse,
    /// Nothing differs, or as little as for anybody.
    Same,
    /// Differs as much as is usual among everybody.
    Typical,
}

impl Example {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Better, Self::Worse, Self::Same, Self::Typical];
}

/// What the pictures of two worlds say of the people who are in both from the branching of the arms to the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposals {
    /// Adults who are.
    pub people: u32,
    /// Those better off in the second world by as much as a person would notice, over the last year.
    pub better: u32,
    /// Those worse off in it by as much.
    pub worse: u32,
    /// Those better off by a tenth of a point or more, noticed or not.
    pub a_little_better: u32,
    /// Those worse off by as much.
    pub a_little_worse: u32,
    /// The largest gain and the largest loss, second less first. Unit: points of wellbeing.
    pub largest: (f64, f64),
    /// Adults of the start who have died or moved away by the end in one world or both, as far as their places were not taken
    /// by newcomers in both.
    pub gone: u32,
    /// The middle of all differences, second less first. Unit: points of wellbeing.
    pub median: f64,
    picks: [Vec<u32>; Example::ALL.len()],
}

/// One adult who is in both worlds.
struct Pair {
    slot: u32,
    reference: f64,
    alternative: f64,
    /// How far apart all measures are in all pictures. Unit: bytes.
    apart: u32,
}

impl Proposals {
    /// Compares the pictures of two worlds. Nothing while there are none, or when nobody is in both.
    pub fn of(reference: &Frames, alternative: &Frames) -> Option<Self> {
        let (from, to) = (reference.slots.first()?, reference.months.last()?);
        if reference.months != alternative.months || alternative.slots.first() != Some(from) {
            return None;
        }
        let adults: Vec<usize> = (0..*from as usize)
            .filter(|slot| {
                lived_at_first(reference, *slot) && was_adult(reference, alternative, *slot, *to)
            })
            .collect();
        let pairs: Vec<Pair> = adults
            .iter()
            .filter(|slot| is_same_person(reference, **slot) && is_same_person(alternative, **slot))
            .filter_map(|slot| pair(reference, alternative, *slot))
            .collect();
        if pairs.is_empty() {
            return None;
        }
        let mut differences: Vec<f64> = pairs.iter().map(Pair::difference).collect();
        differences.sort_by(f64::total_cmp);
        let median = differences[differences.len() / 2];
        let (better, worse): (Vec<&Pair>, Vec<&Pair>) = (
            pairs.iter().filter(|p| p.is_better()).collect(),
            pairs.iter().filter(|p| p.is_worse()).collect(),
        );
        let same: Vec<&Pair> = pairs
            .iter()
            .filter(|p| !p.is_better() && !p.is_worse())
            .collect();
        let all: Vec<&Pair> = pairs.iter().collect();
        let by = |sign: f64| -> Vec<&Pair> {
            pairs
                .iter()
                .filter(|p| sign * p.difference() >= TELLABLE - 1e-9)
                .collect()
        };
        let (gaining, losing) = (by(1.0), by(-1.0));
        Some(Self {
            people: pairs.len() as u32,
            better: better.len() as u32,
            worse: worse.len() as u32,
            gone: (adults.len() - pairs.len()) as u32,
            a_little_better: gaining.len() as u32,
            a_little_worse: losing.len() as u32,
            largest: (differences[differences.len() - 1], differences[0]),
            median,
            picks: [
                examples(&better, gaining, -1.0),
                examples(&worse, losing, 1.0),
                first_by(same, |p| f64::from(p.apart)),
                nearest_middle(&all),
            ],
        })
    }

    /// The person proposed as an example, another for each turn until all have been; nobody when there is none.
    pub fn pick(&self, example: Example, turn: u32) -> Option<u32> {
        let picks = &self.picks[example as usize];
        (!picks.is_empty()).then(|| picks[turn as usize % picks.len()])
    }

    /// Whether somebody is proposed as an example.
    pub fn proposes(&self, example: Example, slot: u32) -> bool {
        self.picks[example as usize].contains(&slot)
    }
}

impl Pair {
    fn difference(&self) -> f64 {
        self.alternative - self.reference
    }

    fn is_better(&self) -> bool {
        is_better(WELLBEING, self.reference, self.alternative)
    }

    fn is_worse(&self) -> bool {
        is_better(WELLBEING, self.alternative, self.reference)
    }
}

/// The middle of those who would notice; where nobody would, those who differ most.
fn examples(noticing: &[&Pair], differing: Vec<&Pair>, sign: f64) -> Vec<u32> {
    if noticing.is_empty() {
        first_by(differing, |p| sign * p.difference())
    } else {
        nearest_middle(noticing)
    }
}

/// Those whose difference is nearest to the middle of these people's, nearest first.
fn nearest_middle(pairs: &[&Pair]) -> Vec<u32> {
    let mut differences: Vec<f64> = pairs.iter().map(|p| p.difference()).collect();
    differences.sort_by(f64::total_cmp);
    let Some(middle) = differences.get(differences.len() / 2).copied() else {
        return Vec::new();
    };
    first_by(pairs.to_vec(), |p| (p.difference() - middle).abs())
}

/// The first few by some size, ties in an order that favours no neighbourhood.
fn first_by(mut pairs: Vec<&Pair>, size: impl Fn(&Pair) -> f64) -> Vec<u32> {
    pairs.sort_by(|a, b| {
        size(a)
            .total_cmp(&size(b))
            .then(mix(u64::from(a.slot)).cmp(&mix(u64::from(b.slot))))
    });
    pairs.iter().take(PROPOSED).map(|p| p.slot).collect()
}

fn lived_at_first(frames: &Frames, slot: usize) -> bool {
    frames
        .plane(0, FrameMeasure::Wellbeing)
        .get(slot)
        .is_some_and(|byte| *byte != Frames::NOBODY)
}

/// Whether whoever stood here at first stands here at the last picture: a position may be taken by a newcomer.
fn is_same_person(frames: &Frames, slot: usize) -> bool {
    let here = frames
        .plane(frames.months.len() - 1, FrameMeasure::Wellbeing)
        .get(slot)
        .is_some_and(|byte| *byte != Frames::NOBODY);
    here && frames
        .seen(slot)
        .is_some_and(|seen| seen.since != Since::Branch)
}

/// Whether somebody who stood here at first was of age then. Where a newcomer has taken the position in both worlds, nobody
/// can say any more, and they are not counted.
fn was_adult(reference: &Frames, alternative: &Frames, slot: usize, end: u32) -> bool {
    let of = |frames: &Frames| frames.seen(slot).filter(|seen| seen.since != Since::Branch);
    of(reference)
        .or_else(|| of(alternative))
        .is_some_and(|seen| u32::from(seen.age) * 12 >= 18 * 12 + end)
}

/// Wellbeing of the last year in both, and how far apart everything was. Nothing when somebody is missing in between.
fn pair(reference: &Frames, alternative: &Frames, slot: usize) -> Option<Pair> {
    let end = *reference.months.last()?;
    let last_year =
        (0..reference.months.len()).filter(|picture| reference.months[*picture] + 12 > end);
    let (mut sums, mut pictures) = ((0.0, 0.0), 0.0);
    for picture in last_year {
        let byte = |frames: &Frames| {
            frames
                .plane(picture, FrameMeasure::Wellbeing)
                .get(slot)
                .copied()
                .filter(|byte| *byte != Frames::NOBODY)
        };
        sums = (
            sums.0 + f64::from(byte(reference)?),
            sums.1 + f64::from(byte(alternative)?),
        );
        pictures += 1.0;
    }
    let apart = (0..reference.months.len())
        .flat_map(|picture| Frames::MEASURES.map(|measure| (picture, measure)));
    let apart = apart.map(|(picture, measure)| {
        let byte = |frames: &Frames| {
            frames
                .plane(picture, measure)
                .get(slot)
                .copied()
                .unwrap_or(Frames::NOBODY)
        };
        u32::from(byte(reference).abs_diff(byte(alternative)))
    });
    let points = |sum: f64| sum / pictures / BYTES_A_POINT;
    Some(Pair {
        slot: slot as u32,
        reference: points(sums.0),
        alternative: points(sums.1),
        apart: apart.sum(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADULT: u8 = 40;

    /// Pictures at months 0, 9 and 12 of people of 40 with this wellbeing at the end.
    fn frames(wellbeing: &[u8]) -> Frames {
        let slots = wellbeing.len();
        let mut frames = Frames {
            months: vec![0, 9, 12],
            slots: vec![slots as u32; 3],
            who: vec![ADULT; slots],
            since: vec![Since::Generated as u8; slots],
            ..Frames::default()
        };
        frames.bytes.extend(vec![150; slots * 4]);
        for _ in 0..2 {
            frames.bytes.extend_from_slice(wellbeing);
            frames.bytes.extend(vec![100; slots * 3]);
        }
        frames
    }

    #[test]
    fn who_is_better_worse_the_same_and_typical_is_counted_and_proposed() {
        let reference = frames(&[100, 100, 100, 100, 100, 100, 100]);
        let alternative = frames(&[113, 140, 200, 87, 100, 105, 60]);
        let found = Proposals::of(&reference, &alternative).unwrap();
        assert_eq!(
            (found.people, found.better, found.worse, found.gone),
            (7, 3, 2, 0)
        );
        assert_eq!(
            found.pick(Example::Better, 0),
            Some(1),
            "the middle of the three who gain"
        );
        assert_eq!(found.pick(Example::Same, 0), Some(4));
        assert_eq!(found.pick(Example::Typical, 0), Some(5));
        assert!((found.median - 0.2).abs() < 1e-9);
        let worse: Vec<u32> = (0..3)
            .filter_map(|turn| found.pick(Example::Worse, turn))
            .collect();
        assert_eq!(
            worse,
            [3, 6, 3],
            "each turn another, then again from the first"
        );
        assert!(found.proposes(Example::Worse, 6) && !found.proposes(Example::Worse, 1));
    }

    #[test]
    fn half_a_point_is_noticed_and_less_is_not() {
        let reference = frames(&[100, 100, 100]);
        assert_eq!(
            Proposals::of(&reference, &frames(&[112, 100, 88])).map(|p| (p.better, p.worse)),
            Some((0, 0))
        );
        let small = Proposals::of(&reference, &frames(&[112, 100, 88])).unwrap();
        assert_eq!(
            (
                small.pick(Example::Worse, 0),
                small.pick(Example::Better, 3)
            ),
            (Some(2), Some(0)),
            "those who differ most"
        );
        assert_eq!((small.a_little_better, small.a_little_worse), (1, 1));
        assert!((small.largest.0 - 0.48).abs() < 1e-9 && (small.largest.1 + 0.48).abs() < 1e-9);
        let none = Proposals::of(&reference, &frames(&[102, 100, 98])).unwrap();
        assert_eq!(
            (none.pick(Example::Worse, 0), none.pick(Example::Better, 0)),
            (None, None),
            "too small to tell of"
        );
        assert_eq!(
            Proposals::of(&reference, &frames(&[113, 100, 87])).map(|p| (p.better, p.worse)),
            Some((1, 1))
        );
    }

    #[test]
    fn newcomers_children_and_the_gone_are_nobody_to_compare() {
        let reference = frames(&[100; 6]);
        let mut alternative = frames(&[200; 6]);
        alternative.since[0] = Since::Branch as u8;
        let mut child = reference.clone();
        child.who[1] = 18;
        alternative.who[1] = 18;
        alternative.bytes[24 * 2 + 2] = Frames::NOBODY;
        let found = Proposals::of(&child, &alternative).unwrap();
        assert_eq!(
            (found.people, found.better, found.gone),
            (3, 3, 2),
            "of six: one newcomer, one child, one dead"
        );
        assert!(
            !found.proposes(Example::Better, 0)
                && !found.proposes(Example::Better, 1)
                && !found.proposes(Example::Better, 2)
        );
        let mut came_with_the_arms = reference.clone();
        came_with_the_arms.since.fill(Since::Branch as u8);
        assert_eq!(
            Proposals::of(&came_with_the_arms, &came_with_the_arms),
            None
        );
    }

    #[test]
    fn pictures_that_do_not_match_propose_nobody() {
        let mut other = frames(&[100; 3]);
        other.months.pop();
        assert_eq!(Proposals::of(&frames(&[100; 3]), &other), None);
        assert_eq!(Proposals::of(&Frames::default(), &Frames::default()), None);
    }
}
