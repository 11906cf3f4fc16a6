//! What marks stand for. On the page a role is a class of the style sheet; in a file, on light paper, it is a look.

/// Whose a mark is: told by shape or dashes as well as by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The arm that is subtracted.
    Reference,
    /// The arm that a difference is counted for.
    Alternative,
    /// Business as usual.
    Usual,
    /// Neither of two.
    Neither,
    /// Both of two.
    Both,
    /// The alternative less the reference.
    Difference,
}

/// Words and axes.
pub const INK: &str = "#1b222b";
/// Words beside.
pub const SOFT: &str = "#4c5866";

impl Who {
    /// Its class on the page.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Reference => "first",
            Self::Alternative => "second",
            Self::Usual => "usual",
            Self::Neither => "neither",
            Self::Both => "both",
            Self::Difference => "difference",
        }
    }

    /// On light paper: its colour, the light ground of its tiles, its dashes.
    const fn looks(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Alternative | Self::Difference => ("#12436d", "#d3e2f0", "none"),
            Self::Reference => ("#b4501b", "#f6ddcd", "8 4"),
            Self::Usual => ("#66717d", "#eceff2", "2 4"),
            Self::Neither | Self::Both => ("#66717d", "#eceff2", "none"),
        }
    }

    /// Its colour on light paper.
    pub const fn colour(self) -> &'static str {
        self.looks().0
    }
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Marks that only stand together, or words and shapes as their surroundings have them.
    Plain,
    /// Everything of the axes.
    Axis,
    /// A line of the grid.
    Grid,
    /// The line of zero.
    Zero,
    /// A number of an axis or what the axis is about.
    Tick,
    /// A short line at a number, or from a name to what it names.
    Leader,
    /// Who a side of zero speaks for.
    Side,
    /// Where nine in ten lie.
    Band(Who),
    /// A middle.
    Line(Who),
    /// Runs, each a thin line.
    Run(Who),
    /// What everybody guessed, each a thin line.
    Guess(Who),
    /// The middle of the guesses.
    GuessMiddle(Who),
    /// The own guess.
    GuessOwn(Who),
    /// A name beside the end of a line.
    Label(Who),
    /// A point of a middle.
    Point(Who),
    /// A single run.
    Single,
    /// One of fifty.
    Dot(Who),
    /// The line where the new money ends.
    MoneyEnds,
    /// A row of intervals with its words.
    Row,
    /// The number of a row.
    Number,
    /// An interval with its middle: whether it matters, and whether it is the second of two.
    Interval(bool, bool),
    /// A tile.
    Tile(Who),
    /// A filled shape.
    Symbol(Who),
    /// A part of the bars of an arm, counted from the floor.
    Part(Who, usize),
    /// The names of parts.
    PartNames,
    /// Month by month.
    Month(Who),
    /// The month that is looked at.
    Now,
    /// All moments of two lives.
    Moments,
    /// A moment of a life.
    Moment(Who),
}

/// How full the parts of a bar are, from the floor.
const PARTS: [f64; 6] = [1.0, 0.72, 0.5, 0.34, 0.2, 0.08];
/// Filled with its colour.
const FILLED: &str = r#" fill="$""#;
/// A thin line of its colour.
const THIN: &str = r#" fill="none" stroke="$" stroke-opacity="0.55""#;
/// A thick line of its colour and dashes.
const THICK: &str = r#" fill="none" stroke="$" stroke-width="2.5" stroke-dasharray="~""#;
/// A faint line.
const DASHED: &str = r##" fill="#4c5866" stroke="#4c5866" stroke-dasharray="4 3""##;

impl Role {
    /// Its kind as a class of the page, whose it is, and its look in a file: `$` is its colour, `%` its ground, `~` its dashes.
    const fn parts(self) -> (&'static str, Option<Who>, &'static str) {
        match self {
            Self::Plain => ("", None, r##" fill="#1b222b""##),
            Self::Axis => ("axis", None, r##" fill="#4c5866""##),
            Self::Grid => ("grid", None, r##" stroke="#d5dbe2""##),
            Self::Zero => ("zero", None, r##" stroke="#1b222b""##),
            Self::Tick => ("", None, r##" fill="#4c5866""##),
            Self::Leader => ("", None, r##" stroke="#4c5866""##),
            Self::Side => ("side", None, r##" fill="#4c5866""##),
            Self::Band(who) => (
                "band",
                Some(who),
                r#" fill="$" fill-opacity="0.16" stroke="$" stroke-opacity="0.55""#,
            ),
            Self::Line(who) => ("line", Some(who), THICK),
            Self::Run(who) => ("run", Some(who), THIN),
            Self::Guess(who) => ("run guess", Some(who), THIN),
            Self::GuessMiddle(who) => ("guess-middle", Some(who), THICK),
            Self::GuessOwn(who) => ("guess-own", Some(who), THICK),
            Self::Label(who) => ("label", Some(who), FILLED),
            Self::Point(who) => (
                "point",
                Some(who),
                r#" fill="$" stroke="$" stroke-width="1.5""#,
            ),
            Self::Single => (
                "",
                None,
                r##" fill="#d5dbe2" stroke="#d5dbe2" stroke-width="1.5""##,
            ),
            Self::Dot(who) => ("dot", Some(who), FILLED),
            Self::MoneyEnds => ("money-ends", None, DASHED),
            Self::Row => ("whisker", None, r##" fill="#1b222b""##),
            Self::Number => ("number", None, r##" fill="#1b222b""##),
            Self::Interval(true, false) => (
                "mark",
                None,
                r##" fill="#12436d" stroke="#12436d" stroke-width="2.5""##,
            ),
            Self::Interval(false, false) => (
                "mark hollow",
                None,
                r##" fill="#66717d" stroke="#66717d" stroke-width="2.5""##,
            ),
            Self::Interval(true, true) => (
                "mark published",
                None,
                r##" fill="#ffffff" stroke="#12436d" stroke-width="1.5""##,
            ),
            Self::Interval(false, true) => (
                "mark hollow published",
                None,
                r##" fill="#ffffff" stroke="#66717d" stroke-width="1.5""##,
            ),
            Self::Tile(who) => ("tile", Some(who), r##" fill="%" stroke="#ffffff""##),
            Self::Symbol(who) | Self::Moment(who) => ("", Some(who), FILLED),
            Self::Part(who, _) => ("part", Some(who), r##" fill="$" stroke="#ffffff""##),
            Self::PartNames => ("part-names", None, r##" fill="#1b222b""##),
            Self::Month(who) => ("month", Some(who), THIN),
            Self::Now => ("now", None, DASHED),
            Self::Moments => ("chain-marks", None, r##" fill="#ffffff""##),
        }
    }

    /// Its classes on the page.
    pub fn class(self) -> String {
        let (kind, who, _) = self.parts();
        match (self, who) {
            (Self::Part(_, part), _) => format!("part-{part}"),
            (_, Some(who)) if kind.is_empty() => who.class().to_owned(),
            (_, Some(who)) => [kind, " ", who.class()].concat(),
            (_, None) => kind.to_owned(),
        }
    }

    /// Its attributes in a file.
    pub(super) fn look(self) -> String {
        let (_, who, look) = self.parts();
        let (colour, ground, dashes) = who.unwrap_or(Who::Neither).looks();
        let look = look
            .replace('$', colour)
            .replace('%', ground)
            .replace('~', dashes);
        if let Self::Part(_, part) = self {
            return format!(
                r#"{look} fill-opacity="{}""#,
                PARTS[part.min(PARTS.len() - 1)]
            );
        }
        look
    }
}
