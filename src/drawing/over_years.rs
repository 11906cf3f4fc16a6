//! The page's charts over years: both worlds, the paired difference, what is left when the money ends, what was guessed beside what happened.

use super::axes::{self, Frame};
use super::lines::{Series, names, runs};
use super::{Anchor, Drawing, Mark, Role, Who};
use crate::charts::labels::{apart, broken};
use crate::charts::number::{plain, signed};
use crate::charts::scale::{Axis, Extent, Scale, year_ticks};
use crate::ensemble::summary::Spread;

/// How large a chart is, and what it says in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Size {
    /// Unit: pixels.
    pub width: f64,
    /// Unit: pixels.
    pub height: f64,
    /// What is to be seen.
    pub words: String,
}

impl Size {
    /// So many pixels wide and high, with what is to be seen in words.
    pub fn new(width: f64, height: f64, words: impl Into<String>) -> Self {
        Self {
            width,
            height,
            words: words.into(),
        }
    }
}

/// A room over years with its axes.
pub struct Room {
    /// The room.
    pub frame: Frame,
    /// The years.
    pub x: Scale,
    /// The values.
    pub y: Scale,
    /// Its axes.
    pub axes: Mark,
}

impl Room {
    /// Over so many years and the values that an extent holds, with room on the right for names.
    pub fn new(
        size: (f64, f64),
        right: f64,
        years: u32,
        held: (Extent, u32),
        write: axes::Write,
    ) -> Self {
        let (width, height) = size;
        let frame = Frame::new((width, height), [46.0, right, 14.0, 24.0]);
        let axis = Axis::over(held.0, held.1);
        let (x, y) = (frame.years(years), frame.values(axis.extent));
        let mut marks = axes::up(&axis, &y, (frame.left, width - right), write);
        let ticks = year_ticks(years, width - frame.left - right);
        let numbers = ticks
            .into_iter()
            .map(|year| (x.at(f64::from(year)), year.to_string()));
        marks.extend(axes::below(height - frame.bottom, numbers));
        Self {
            frame,
            x,
            y,
            axes: Mark::group(Role::Axis, marks),
        }
    }

    fn runs(&self, role: Role, runs: &[Vec<f64>]) -> Mark {
        Mark::path(role, self::runs(&self.x, &self.y, runs))
    }

    fn done(self, size: Size, marks: Vec<Mark>) -> Drawing {
        let marks = std::iter::once(self.axes).chain(marks).collect();
        Drawing::new((size.width, size.height), size.words, marks)
    }
}

/// An extent widened to single runs where they are shown.
fn widened<'a>(held: Extent, runs: impl IntoIterator<Item = &'a Vec<f64>>) -> Extent {
    Extent::of(runs.into_iter().flatten().copied()).map_or(held, |extent| extent.with(held))
}

/// Second strategy less first, paired: the mean, and the band in which nine of ten runs lie. `runs`: each run, where it is shown;
/// `sides`: who each side of zero speaks for, above and below.
pub fn difference(
    size: Size,
    by_year: &[Spread],
    held: Option<Extent>,
    runs: Option<&[Vec<f64>]>,
    sides: [String; 2],
) -> Drawing {
    let held = widened(
        held.unwrap_or(Extent::new(-1.0, 1.0)),
        runs.into_iter().flatten(),
    );
    let years = by_year.len().saturating_sub(1) as u32;
    let room = Room::new((size.width, size.height), 12.0, years, (held, 4), signed);
    let series = Series::by_year("", Who::Difference, by_year);
    let mut marks = vec![series.band(&room.x, &room.y)];
    marks.extend(runs.map(|runs| room.runs(Role::Run(Who::Difference), runs)));
    marks.push(series.middle(&room.x, &room.y));
    let frame = room.frame;
    let [above, below] = sides;
    let side = |y: f64, words| Mark::text(Role::Side, (frame.left + 6.0, y), Anchor::Start, words);
    marks.push(side(frame.top - 2.0, above));
    if room.y.low < 0.0 {
        marks.push(side(frame.height - frame.bottom - 5.0, below));
    }
    room.done(size, marks)
}

/// Worlds on one axis: means with the bands in which nine of ten runs lie, and each run where it is shown.
pub fn worlds(
    size: Size,
    series: &[Series],
    held: Option<Extent>,
    runs: &[(Who, &[Vec<f64>])],
) -> Drawing {
    let held = held.unwrap_or(Extent::new(0.0, 1.0));
    let held = widened(held, runs.iter().flat_map(|(_, runs)| *runs));
    let years = series
        .iter()
        .map(|series| series.points.len())
        .max()
        .unwrap_or(0);
    let longest = series
        .iter()
        .map(|series| series.label.chars().count())
        .max()
        .unwrap_or(0);
    let right = longest as f64 * 6.8 + 12.0;
    let years = years.saturating_sub(1) as u32;
    let room = Room::new((size.width, size.height), right, years, (held, 4), plain);
    let mut marks: Vec<Mark> = series
        .iter()
        .map(|series| series.band(&room.x, &room.y))
        .collect();
    marks.extend(
        runs.iter()
            .map(|(who, runs)| room.runs(Role::Run(*who), runs)),
    );
    marks.extend(series.iter().map(|series| series.middle(&room.x, &room.y)));
    marks.extend(names(series, &room.frame, &room.y, (15.0, 6.0)));
    room.done(size, marks)
}

/// What one world still delivers; `ends`: the year with which new money ends, and its words.
pub fn ending(size: Size, by_year: &[Spread], years: u32, ends: Option<(u32, String)>) -> Drawing {
    let held = Extent::of(by_year.iter().flat_map(|s| [s.p05, s.p95]).chain([0.0]));
    let held = held.unwrap_or(Extent::new(0.0, 1.0));
    let room = Room::new((size.width, size.height), 24.0, years, (held, 5), plain);
    let mut marks = Vec::new();
    if let Some((year, words)) = ends {
        let (at, top) = (room.x.at(f64::from(year)), room.frame.top);
        let floor = room.frame.height - room.frame.bottom;
        marks.push(Mark::line(Role::MoneyEnds, (at, top), (at, floor)));
        marks.push(Mark::text(
            Role::MoneyEnds,
            (at - 8.0, top + 14.0),
            Anchor::End,
            words,
        ));
    }
    let series = Series::by_year("", Who::Reference, by_year);
    marks.extend([
        series.band(&room.x, &room.y),
        series.middle(&room.x, &room.y),
    ]);
    room.done(size, marks)
}

/// One world with what was guessed of it.
pub struct Guessed {
    /// What happened.
    pub happened: Series,
    /// What everybody guessed. Shape: people × years.
    pub guesses: Vec<Vec<f64>>,
    /// The middle of the guesses, year by year.
    pub middle: Vec<Spread>,
    /// The own guess.
    pub own: Option<Vec<f64>>,
}

/// What happened over what was guessed; `held`: what the axis holds where there is nothing; `letter`: the room that a letter of a name wants.
pub fn guessed(size: Size, worlds: &[Guessed], years: u32, held: Extent, letter: f64) -> Drawing {
    let values = worlds.iter().flat_map(|world| {
        let points = world.happened.points.iter();
        let happened = points.flat_map(|point| [point.mean, point.low, point.high]);
        let guesses = world.guesses.iter().chain(&world.own).flatten().copied();
        happened.chain(guesses)
    });
    let held = Extent::of(values).unwrap_or(held);
    // Names have at most a third of the width; what is longer goes on in a second line.
    let most = ((size.width * 0.35 - 14.0) / letter).max(4.0) as usize;
    let names: Vec<Vec<String>> = worlds
        .iter()
        .map(|world| broken(&world.happened.label, most))
        .collect();
    let longest = names
        .iter()
        .flatten()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0);
    let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let right = longest as f64 * letter + 14.0;
    let room = Room::new((size.width, size.height), right, years, (held, 5), plain);
    let mut marks: Vec<Mark> = worlds
        .iter()
        .map(|world| one_guessed(&room, world))
        .collect();
    let wanted: Vec<f64> = worlds
        .iter()
        .map(|world| world.happened.end(&room.y))
        .collect();
    let floor = room.frame.height - room.frame.bottom - 1.9 * letter * (lines - 1.0);
    let heights = apart(&wanted, 1.7 * letter * lines, room.frame.top, floor);
    let end = room.x.at(f64::from(years)) + 6.0;
    for ((world, height), lines) in worlds.iter().zip(heights).zip(names) {
        let role = Role::Label(world.happened.who);
        marks.push(Mark::text(
            role,
            (end, height + 4.0),
            Anchor::Start,
            lines.join("\n"),
        ));
    }
    room.done(size, marks)
}

fn one_guessed(room: &Room, world: &Guessed) -> Mark {
    let who = world.happened.who;
    let middle = Series::by_year("", who, &world.middle);
    let mut marks = vec![
        room.runs(Role::Guess(who), &world.guesses),
        Mark(Role::GuessMiddle(who), middle.middle(&room.x, &room.y).1),
    ];
    let own = world
        .own
        .as_ref()
        .map(|own| room.runs(Role::GuessOwn(who), std::slice::from_ref(own)));
    marks.extend(own);
    marks.extend([
        world.happened.band(&room.x, &room.y),
        world.happened.middle(&room.x, &room.y),
    ]);
    Mark::group(Role::Plain, marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Shape;

    fn size() -> Size {
        Size::new(400.0, 200.0, "Words.".to_owned())
    }

    fn by_year(step: f64) -> Vec<Spread> {
        let spread = |k: i32| f64::from(k) * step;
        (0..3)
            .map(|k| Spread {
                mean: spread(k),
                p05: spread(k) - 1.0,
                p95: spread(k) + 1.0,
            })
            .collect()
    }

    fn roles(drawing: &Drawing) -> Vec<Role> {
        drawing.marks.iter().map(|mark| mark.0).collect()
    }

    #[test]
    fn a_difference_says_who_its_sides_speak_for_and_shows_runs_where_asked() {
        let runs = [vec![0.0, 9.0, 9.0]];
        let sides = || ["up".to_owned(), "down".to_owned()];
        let drawn = difference(size(), &by_year(1.0), None, Some(&runs), sides());
        let who = Who::Difference;
        assert_eq!(
            roles(&drawn)[1..4],
            [Role::Band(who), Role::Run(who), Role::Line(who)]
        );
        let both = drawn
            .marks
            .iter()
            .filter(|mark| mark.0 == Role::Side)
            .count();
        assert_eq!((both, drawn.words.as_str()), (2, "Words."));
        let above = difference(
            size(),
            &by_year(1.0),
            Some(Extent::new(0.0, 4.0)),
            None,
            sides(),
        );
        assert_eq!(
            above
                .marks
                .iter()
                .filter(|mark| mark.0 == Role::Side)
                .count(),
            1
        );
    }

    #[test]
    fn worlds_lie_over_their_bands_and_are_named() {
        let series =
            [Who::Reference, Who::Alternative].map(|who| Series::by_year("a", who, &by_year(1.0)));
        let drawn = worlds(size(), &series, Some(Extent::new(0.0, 3.0)), &[]);
        let (first, second) = (Who::Reference, Who::Alternative);
        let wanted = [
            Role::Band(first),
            Role::Band(second),
            Role::Line(first),
            Role::Line(second),
        ];
        assert_eq!(roles(&drawn)[1..5], wanted);
        assert_eq!(
            roles(&drawn)[5..],
            [Role::Label(first), Role::Label(second)]
        );
    }

    #[test]
    fn a_hidden_world_leaves_no_mark_and_nothing_at_all_can_be_drawn() {
        let one = Guessed {
            happened: Series::by_year("Whole-area investment", Who::Alternative, &by_year(1.0)),
            guesses: vec![vec![1.0, 2.0, 3.0]],
            middle: by_year(0.5),
            own: None,
        };
        let drawn = guessed(size(), &[one], 2, Extent::new(0.0, 1.0), 9.5);
        let label = drawn.marks.last().unwrap();
        assert_eq!(label.0, Role::Label(Who::Alternative));
        let Shape::Text(_, _, words) = &label.1 else {
            panic!("{label:?}")
        };
        assert_eq!(words, "Whole-area\ninvestment");
        assert_eq!(
            guessed(size(), &[], 2, Extent::new(0.0, 1.0), 9.5)
                .marks
                .len(),
            1
        );
        assert!(
            ending(size(), &[], 2, Some((1, "ends".to_owned())))
                .marks
                .len()
                == 5
        );
    }
}
