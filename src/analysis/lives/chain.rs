//! Where two lives of one person part, and what then happens in each: the few events that matter, in order of time, and how
//! both end. What matters is ranked by how far apart the two lives then are in what the event bears on; that is a choice of
//! what to tell, not a claim about causes.

use super::events::{Event, What, events};
use crate::analysis::outcomes::{OUTCOMES, WELLBEING};
use crate::engine::mechanisms::wellbeing::Part;
use crate::ensemble::lives::TwoLives;
use crate::indicators::life::{Moment, Presence};
use crate::place::{Activity, Disability};
use crate::scenario::approaches::Approach;

/// Events told that differ between the lives.
const TOLD: usize = 10;
/// Events told that are the same in both, as far as they stand out by themselves.
const SHARED: usize = 3;
/// Events told of one sort.
const ALIKE: usize = 3;
/// Months after an event over which the two lives are compared to rank it.
const AFTERMATH: usize = 24;
/// From what an event stands out by itself. Unit: points.
const STANDS_OUT: f32 = 0.4;
/// Months over which a difference must last to be noticed, and over which the end is told.
const YEAR: usize = 12;

/// When the same happens in the other life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// In the same month: it does not differ.
    Same,
    /// Only in a later month.
    Later(u32),
    /// Never.
    Never,
    /// Not then; what happens again and again is not looked for elsewhere.
    NotThen,
    /// There is no other life any more: the person has died or moved away in it.
    Gone(Presence),
}

/// One event of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The month lived, from 1.
    pub month: u32,
    /// In which of the two lives, 0 or 1; of what is the same in both, 0.
    pub life: usize,
    /// What happens.
    pub what: What,
    /// And in the other.
    pub other: Other,
}

/// The first month in which anything differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// The month lived, from 1.
    pub month: u32,
    /// Approaches that reach the person or are at work in the neighbourhood in one life and not in the other, life by life.
    pub approaches: [Vec<u16>; 2],
    /// What moves wellbeing and differs, the most first.
    pub parts: Vec<Part>,
}

/// How a life ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Whether they are still there.
    pub presence: Presence,
    /// The last month they were there.
    pub month: u32,
    /// Wellbeing, mean of the last year they were there. Range: 0–10.
    pub wellbeing: f64,
    /// Control, likewise. Range: 0–1.
    pub control: f64,
    /// Hours a week that nobody met, likewise.
    pub unmet: f64,
    /// Friends counted on at the end.
    pub close_friends: u8,
    /// Whether lonely at the end.
    pub lonely: bool,
    /// What they do in the week at the end.
    pub activity: Activity,
    /// Their condition at the end.
    pub disability: Disability,
    /// Problems open at the end.
    pub problems: u8,
    /// Emergency admissions in all.
    pub admissions: u32,
    /// Attendances at A&E in all.
    pub attendances: u32,
    /// Contacts about problems in all.
    pub contacts: u32,
    /// Those that fitted.
    pub fitted: u32,
    /// Months in which any problem was open.
    pub problem_months: u32,
    /// Months lived often lonely.
    pub lonely_months: u32,
}

/// Two lives of one person, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The first month in which anything differs; none when nothing ever does.
    pub apart: Option<Apart>,
    /// The month from which wellbeing differs over a year by as much as a person would notice, and whether the second is higher.
    pub noticed: Option<(u32, bool)>,
    /// What happens, in order of time.
    pub links: Vec<Link>,
    /// Differing events that are not told.
    pub left_out: u32,
    /// How both end.
    pub ends: [End; 2],
    /// What the difference in wellbeing of the last year is made of in the model's own sum, second less first, the most first.
    /// Nothing when one of the lives has ended. Unit: points.
    pub made_of: Vec<(Part, f64)>,
}

impl Chain {
    /// Compares two lives.
    pub fn of(two: &TwoLives, approaches: &[Approach]) -> Self {
        let [reference, alternative] = &two.lives;
        let (mut links, left_out) = links(&two.lives, approaches);
        links.sort_by_key(|link| (link.month, link.life));
        Self {
            apart: apart(reference, alternative),
            noticed: noticed(reference, alternative),
            links,
            left_out,
            ends: [End::of(reference), End::of(alternative)],
            made_of: made_of(reference, alternative),
        }
    }
}

fn here(life: &[Moment]) -> usize {
    life.iter()
        .take_while(|moment| moment.presence == Presence::Here)
        .count()
}

/// The months that both lives were lived together.
fn together<'a>(
    reference: &'a [Moment],
    alternative: &'a [Moment],
) -> impl DoubleEndedIterator<Item = (&'a Moment, &'a Moment)> + ExactSizeIterator {
    let months = here(reference).min(here(alternative));
    reference[..months].iter().zip(&alternative[..months])
}

fn apart(reference: &[Moment], alternative: &[Moment]) -> Option<Apart> {
    let month = reference
        .iter()
        .zip(alternative)
        .position(|(a, b)| a != b)?;
    let (a, b) = (&reference[month], &alternative[month]);
    let of = |moment: &Moment| -> Vec<u16> {
        moment
            .reached
            .iter()
            .chain(&moment.running)
            .copied()
            .collect()
    };
    let only = |here: &Moment, there: &Moment| {
        let (mut mine, theirs) = (of(here), of(there));
        mine.retain(|approach| !theirs.contains(approach));
        mine.sort_unstable();
        mine.dedup();
        mine
    };
    let mut parts: Vec<(Part, f32)> = Part::ALL
        .into_iter()
        .map(|part| (part, gap_of(part, a, b).abs()))
        .filter(|(_, gap)| *gap > 0.0)
        .collect();
    parts.sort_by(|x, y| y.1.total_cmp(&x.1));
    Some(Apart {
        month: month as u32,
        approaches: [only(a, b), only(b, a)],
        parts: parts.into_iter().map(|(part, _)| part).collect(),
    })
}

fn noticed(reference: &[Moment], alternative: &[Moment]) -> Option<(u32, bool)> {
    let gaps: Vec<f64> = together(reference, alternative)
        .map(|(a, b)| f64::from(b.wellbeing) - f64::from(a.wellbeing))
        .collect();
    let mean = |year: &[f64]| year.iter().sum::<f64>() / YEAR as f64;
    gaps.windows(YEAR)
        .map(mean)
        .enumerate()
        .find(|(_, gap)| gap.abs() >= OUTCOMES[WELLBEING].noticed)
        .map(|(month, gap)| (month as u32, gap > 0.0))
}

/// Second less first in one part of wellbeing. What others add is what is missing in the sum: a person's own part is the same.
fn gap_of(part: Part, a: &Moment, b: &Moment) -> f32 {
    if part == Part::Others {
        let known: f32 = b.parts.iter().zip(&a.parts).map(|(b, a)| b - a).sum();
        let rest = b.wellbeing - a.wellbeing - known;
        return if rest.abs() < 1e-4 { 0.0 } else { rest };
    }
    b.parts[part as usize] - a.parts[part as usize]
}

fn made_of(reference: &[Moment], alternative: &[Moment]) -> Vec<(Part, f64)> {
    if here(reference) < reference.len() || here(alternative) < alternative.len() {
        return Vec::new();
    }
    let year: Vec<(&Moment, &Moment)> = together(reference, alternative).rev().take(YEAR).collect();
    let mean = |part: Part| {
        year.iter()
            .map(|(a, b)| f64::from(gap_of(part, a, b)))
            .sum::<f64>()
            / year.len().max(1) as f64
    };
    let mut parts: Vec<(Part, f64)> = Part::ALL
        .into_iter()
        .map(|part| (part, mean(part)))
        .filter(|(_, gap)| gap.abs() >= 0.005)
        .collect();
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    parts
}

/// The events worth telling, and how many differing ones are left out.
fn links(lives: &[Vec<Moment>; 2], approaches: &[Approach]) -> (Vec<Link>, u32) {
    let [reference, alternative] = [events(&lives[0], approaches), events(&lives[1], approaches)];
    let shared: Vec<Event> = reference
        .iter()
        .filter(|event| alternative.contains(event))
        .copied()
        .collect();
    let own = |of: &[Event]| -> Vec<Event> {
        of.iter()
            .filter(|event| !shared.contains(event))
            .copied()
            .collect()
    };
    let own = [own(&reference), own(&alternative)];
    let mut differing: Vec<(f32, Link)> = Vec::new();
    for life in 0..2 {
        for (order, event) in own[life].iter().enumerate() {
            let Some(other) = in_the_other(&own, life, order, &lives[1 - life]) else {
                continue;
            };
            let link = Link {
                month: event.month,
                life,
                what: event.what,
                other,
            };
            differing.push((weight(event, lives, approaches), link));
        }
    }
    let all = differing.len();
    let mut told = most(differing, TOLD);
    let left_out = (all - told.len()) as u32;
    let standing: Vec<(f32, Link)> = shared
        .into_iter()
        .filter(|event| event.what.stands_out() >= STANDS_OUT)
        .map(|event| {
            (
                event.what.stands_out(),
                Link {
                    month: event.month,
                    life: 0,
                    what: event.what,
                    other: Other::Same,
                },
            )
        })
        .collect();
    told.extend(most(standing, SHARED));
    (told, left_out)
}

/// When the event of one life happens in the other: the n-th of those that are not the same in both answers the n-th. None
/// for one that is told as the later half of an earlier one.
fn in_the_other(
    own: &[Vec<Event>; 2],
    life: usize,
    order: usize,
    other: &[Moment],
) -> Option<Other> {
    let event = own[life][order];
    let gone = here(other);
    if gone < other.len() && event.month as usize >= gone {
        return Some(Other::Gone(other[gone].presence));
    }
    if !event.what.is_lasting() {
        return Some(Other::NotThen);
    }
    let before = own[life][..order]
        .iter()
        .filter(|e| e.what == event.what)
        .count();
    match own[1 - life]
        .iter()
        .filter(|e| e.what == event.what)
        .nth(before)
    {
        None => Some(Other::Never),
        Some(answer) if answer.month > event.month => Some(Other::Later(answer.month)),
        Some(_) => None,
    }
}

/// How far apart the two lives then are in what the event bears on, and what it counts for by itself. Unit: points.
fn weight(event: &Event, lives: &[Vec<Moment>; 2], approaches: &[Approach]) -> f32 {
    let bears_on = event.what.bears_on(approaches);
    let after = |part: Part| {
        let (mut sum, mut months) = (0.0, 0.0);
        for (a, b) in together(&lives[0], &lives[1])
            .skip(event.month as usize)
            .take(AFTERMATH)
        {
            sum += gap_of(part, a, b).abs();
            months += 1.0;
        }
        if months > 0.0 { sum / months } else { 0.0 }
    };
    event.what.stands_out() + bears_on.into_iter().map(after).fold(0.0, f32::max)
}

/// The weightiest, not too many of one sort; the earlier first where two weigh the same.
fn most(mut links: Vec<(f32, Link)>, wanted: usize) -> Vec<Link> {
    links.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(a.1.month.cmp(&b.1.month))
            .then(a.1.life.cmp(&b.1.life))
    });
    let mut told: Vec<Link> = Vec::new();
    for (_, link) in links {
        if told.len() < wanted
            && told
                .iter()
                .filter(|other| other.what.is_like(link.what))
                .count()
                < ALIKE
        {
            told.push(link);
        }
    }
    told
}

impl End {
    fn of(life: &[Moment]) -> Self {
        let months = here(life).max(1);
        let last = &life[months - 1];
        let lived = &life[..months];
        let year = &lived[months.saturating_sub(YEAR)..];
        let mean = |value: fn(&Moment) -> f32| {
            year.iter().map(|m| f64::from(value(m))).sum::<f64>() / year.len() as f64
        };
        let sum = |value: fn(&Moment) -> u32| lived.iter().map(value).sum::<u32>();
        Self {
            presence: life.last().map_or(Presence::Here, |moment| moment.presence),
            month: months as u32 - 1,
            wellbeing: mean(|m| m.wellbeing),
            control: mean(|m| m.control),
            unmet: mean(|m| m.unmet),
            close_friends: last.close_friends,
            lonely: last.lonely,
            activity: last.activity,
            disability: last.disability,
            problems: last.problem_age.iter().filter(|age| **age > 0).count() as u8,
            admissions: sum(|m| u32::from(m.admissions)),
            attendances: sum(|m| u32::from(m.attendances)),
            contacts: sum(|m| m.contacts.iter().map(|c| u32::from(*c)).sum()),
            fitted: sum(|m| u32::from(m.fitted)),
            problem_months: sum(|m| u32::from(m.problem_age != [0; 5])),
            lonely_months: sum(|m| u32::from(m.lonely)),
        }
    }
}

#[cfg(test)]
mod tests;
