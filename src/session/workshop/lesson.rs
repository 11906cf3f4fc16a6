//! A lesson: the steps of an hour as data (`static/lessons/`). From what a person wrote to a checked lesson, or to all its
//! problems at once. Knows parts of the page by name only, and no figure: figures come from runs.

use crate::scenario::bundled;
use crate::scenario::validate::Problem;
use serde::Deserialize;

/// A part of the page that a step can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// The place before anything happens.
    Place,
    /// Three of its people.
    People,
    /// The pad to draw on, and everybody's guesses.
    Guess,
    /// The first strategy's world.
    WorldFirst,
    /// Both worlds.
    Worlds,
    /// The first strategy's outcome, with the guesses.
    OutcomeFirst,
    /// Both strategies' outcomes, with the guesses.
    OutcomeBoth,
    /// What is left when the funding ends.
    Ending,
    /// What pilots would publish, and what was true.
    Evaluation,
    /// The one sentence.
    Headline,
    /// What couplings carry.
    Couplings,
    /// What levels add.
    Levels,
    /// Two lives of one person.
    Lives,
    /// Plausible worlds.
    Robustness,
    /// Layers of evidence.
    Layers,
    /// Rounds that teams play.
    Teams,
    /// What everybody takes home.
    Summary,
}

impl Show {
    /// The worlds whose results it reveals: the first strategy's and the second's.
    pub const fn reveals(self) -> [bool; 2] {
        match self {
            Self::Place | Self::People | Self::Guess => [false, false],
            Self::WorldFirst | Self::OutcomeFirst | Self::Ending | Self::Evaluation => {
                [true, false]
            }
            Self::Worlds
            | Self::OutcomeBoth
            | Self::Headline
            | Self::Couplings
            | Self::Levels
            | Self::Lives
            | Self::Robustness
            | Self::Layers
            | Self::Teams
            | Self::Summary => [true, true],
        }
    }
}

/// One of the two strategies compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// The moment at which the timeline stands when a step begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Before the first month.
    Start,
    /// The end of the last funded year.
    FundingEnd,
    /// The end.
    End,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The name in addresses.
    pub id: String,
    /// The heading.
    pub title: String,
    /// How long it is meant to take.
    pub minutes: u32,
    /// What everybody reads.
    pub room: Vec<String>,
    /// Questions to the room.
    pub ask: Vec<String>,
    /// For the trainer alone.
    pub notes: Vec<String>,
    /// What is shown, in order.
    pub shows: Vec<Show>,
    /// Whose results are not on screen.
    pub hides: Vec<Side>,
    /// Where the timeline stands.
    pub when: When,
}

impl Step {
    /// Whether a side's result is kept from the screen.
    pub fn hides(&self, side: Side) -> bool {
        self.hides.contains(&side)
    }
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The version of the file format.
    pub format: u32,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The id of the bundled scenario that it is about, where nobody has chosen another.
    pub scenario: String,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

impl Lesson {
    /// All minutes.
    pub fn minutes(&self) -> u32 {
        self.steps.iter().map(|step| step.minutes).sum()
    }

    /// A step by id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }
}

/// The version of the format that this one reads.
const FORMAT: u32 = 1;
/// The text of the bundled hour.
pub const HOUR: &str = include_str!("../../../static/lessons/hour.toml");

/// Reads a lesson.
///
/// Errors: where the text is no lesson, the first reason with its line; otherwise everything that is wrong with it.
pub fn parse(text: &str) -> Result<Lesson, Vec<Problem>> {
    let lesson: Lesson = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| {
            text.bytes()
                .take(span.start)
                .filter(|b| *b == b'\n')
                .count() as u32
                + 1
        });
        vec![problem(
            "lesson".to_owned(),
            line,
            error.message(),
            "format, id, name, scenario and a list of [[steps]] with all their fields",
        )]
    })?;
    let problems = problems(&lesson);
    if problems.is_empty() {
        Ok(lesson)
    } else {
        Err(problems)
    }
}

fn problem(path: String, line: Option<u32>, found: &str, wanted: &str) -> Problem {
    Problem {
        path,
        line,
        found: found.to_owned(),
        wanted: wanted.to_owned(),
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "a line for each thing that a lesson may say"
)]
fn problems(lesson: &Lesson) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut wrong = |path: &str, found: &str, wanted: &str| {
        problems.push(problem(path.to_owned(), None, found, wanted));
    };
    if lesson.format != FORMAT {
        wrong("format", &lesson.format.to_string(), "1");
    }
    for (field, text) in [("id", &lesson.id), ("name", &lesson.name)] {
        if text.trim().is_empty() {
            wrong(field, "nothing", "a text");
        }
    }
    if bundled::scenario(&lesson.scenario).is_none() {
        wrong(
            "scenario",
            &format!("{:?}", lesson.scenario),
            "the id of a bundled scenario",
        );
    }
    if lesson.steps.len() < 2 {
        wrong("steps", &lesson.steps.len().to_string(), "at least two");
    }
    for (k, step) in lesson.steps.iter().enumerate() {
        let path = |field: &str| format!("steps[{k}].{field} ({})", step.id);
        if step.id.is_empty()
            || !step
                .id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            wrong(
                &path("id"),
                &format!("{:?}", step.id),
                "small letters, digits and strokes",
            );
        }
        if lesson.position(&step.id) != Some(k) {
            wrong(
                &path("id"),
                &format!("{:?}, which an earlier step has", step.id),
                "an id of its own",
            );
        }
        if step.title.trim().is_empty() {
            wrong(&path("title"), "nothing", "a heading");
        }
        if !(1..=120).contains(&step.minutes) {
            wrong(
                &path("minutes"),
                &step.minutes.to_string(),
                "a whole number from 1 to 120",
            );
        }
        for (field, lines) in [
            ("room", &step.room),
            ("ask", &step.ask),
            ("notes", &step.notes),
        ] {
            if lines.is_empty() || lines.iter().any(|line| line.trim().is_empty()) {
                wrong(
                    &path(field),
                    "nothing, or an empty line",
                    "at least one sentence, and none empty",
                );
            }
            if let Some(line) = lines
                .iter()
                .find(|line| line.bytes().any(|b| b.is_ascii_digit()))
            {
                wrong(
                    &path(field),
                    &format!("a figure in {line:?}"),
                    "words: figures are worked out from the run",
                );
            }
        }
        if step.shows.is_empty() {
            wrong(&path("shows"), "nothing", "at least one part of the page");
        }
        for show in &step.shows {
            for (side, reveals) in [Side::First, Side::Second].into_iter().zip(show.reveals()) {
                if reveals && step.hides(side) {
                    let found = format!("{show:?}, which reveals the {side:?} world");
                    wrong(
                        &path("shows"),
                        &found,
                        "parts that show nothing of a world the step hides",
                    );
                }
            }
        }
    }
    let play: u32 = lesson
        .steps
        .iter()
        .rev()
        .skip(1)
        .map(|step| step.minutes)
        .sum();
    if let Some(last) = lesson.steps.last().filter(|last| last.minutes < play) {
        wrong(
            "steps",
            &format!(
                "a last step of {} minutes after {play} minutes of play",
                last.minutes
            ),
            "a debrief as long as the play",
        );
    }
    problems
}

/// The bundled hour; a test holds that it is valid, and without it there is none.
pub fn bundled() -> Option<Lesson> {
    parse(HOUR).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::validate;

    #[test]
    fn the_bundled_hour_is_valid_and_half_of_it_is_the_debrief() {
        let hour = parse(HOUR).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!((hour.steps.len(), hour.minutes()), (10, 60));
        assert_eq!(hour.steps.last().unwrap().minutes * 2, hour.minutes());
        // The step of the cliff has something to show: years after the money has ended.
        let scenario = validate::parse(bundled::scenario(&hour.scenario).unwrap()).unwrap();
        assert!(
            hour.steps
                .iter()
                .any(|step| step.shows.contains(&Show::Ending) && step.when == When::FundingEnd)
        );
        assert!(
            scenario.money.last_year + 1 < scenario.years,
            "{:?}",
            scenario.money
        );
        // What is once revealed stays so: nobody can forget it.
        for side in [Side::First, Side::Second] {
            let hidden: Vec<bool> = hour.steps.iter().map(|step| step.hides(side)).collect();
            assert!(
                hidden.windows(2).all(|pair| pair[0] || !pair[1]),
                "{side:?}"
            );
        }
        assert!(
            hour.steps
                .iter()
                .take(5)
                .all(|step| step.hides(Side::Second)),
            "the second world comes sixth"
        );
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let bad = HOUR
            .replacen("scenario = \"hour\"", "scenario = \"minute\"", 1)
            .replacen("id = \"predict\"", "id = \"place\"", 1)
            .replacen("minutes = 3", "minutes = 0", 1)
            .replacen("shows = [\"guess\"]", "shows = [\"headline\"]", 1)
            .replacen("First the world of pilots.", "First 12 pilots.", 1)
            .replacen("minutes = 30", "minutes = 5", 1);
        let problems = parse(&bad).unwrap_err();
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        for part in [
            "scenario: found \"minute\"",
            "steps[0].minutes",
            "steps[1].id",
            "steps[1].shows",
            "steps[2].room",
            "a debrief as long",
        ] {
            assert!(
                all.iter().any(|words| words.contains(part)),
                "{part}: {all:?}"
            );
        }
        assert_eq!(
            all.iter().filter(|words| words.contains("reveals")).count(),
            2,
            "both worlds"
        );
    }

    #[test]
    fn what_is_no_lesson_says_where() {
        let problems =
            parse(&HOUR.replacen("shows = [\"guess\"]", "shows = [\"gess\"]", 1)).unwrap_err();
        assert!(
            problems[0].line.is_some() && problems[0].found.contains("gess"),
            "{problems:?}"
        );
        assert!(parse("format = 1\nnonsense").is_err());
    }
}
