//! The course of a team: how it starts, and what it changes from round to round, as a handful of choices in words.
//!
//! A course becomes an arm of a scenario with dated decisions; what these do to a place is the model's. Knows no game.

use crate::scenario::Arm;
use crate::scenario::strategy::{Decision, Design, Level, preset};

/// Years of a round.
pub const YEARS: u32 = 2;
/// Changes that a team makes in one round, at the most.
pub const MOST_CHANGES: usize = 2;
/// The strategies to begin with, by id. All of them spend all of the money.
pub const STARTS: [&str; 7] = [
    "siloed-pilots",
    "roll-out",
    "national-only",
    "local-only",
    "asset-based",
    "place-based",
    "local-and-national",
];

/// What a choice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The weight of a level.
    Level(Level),
    /// A dimension, by id.
    Dimension(&'static str),
}

/// One thing that a team can change, with the three places where it can stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// What it is about.
    pub about: About,
    /// Its name for people.
    pub name: &'static str,
    /// Value and words: low, middle, high.
    pub stands: [(f32, &'static str); 3],
}

const fn dimension(
    id: &'static str,
    name: &'static str,
    stands: [(f32, &'static str); 3],
) -> Lever {
    Lever {
        about: About::Dimension(id),
        name,
        stands,
    }
}

const fn level(level: Level, name: &'static str) -> Lever {
    Lever {
        about: About::Level(level),
        name,
        stands: [(0.0, "none"), (0.5, "some"), (1.0, "much")],
    }
}

/// Everything that a team can change.
pub const LEVERS: [Lever; 11] = [
    dimension(
        "area",
        "Where",
        [
            (0.25, "a few neighbourhoods"),
            (0.5, "half of the neighbourhoods"),
            (1.0, "every neighbourhood"),
        ],
    ),
    dimension(
        "horizon_months",
        "How long is promised",
        [
            (24.0, "two years at a time"),
            (60.0, "five years"),
            (120.0, "ten years"),
        ],
    ),
    dimension(
        "growth",
        "How things open",
        [
            (0.0, "at full size at once"),
            (0.5, "half at once"),
            (1.0, "small, then growing"),
        ],
    ),
    dimension(
        "adaptation",
        "What is done",
        [
            (0.0, "a standard kit"),
            (0.5, "a kit fitted to the place"),
            (1.0, "grown locally"),
        ],
    ),
    dimension(
        "power",
        "Who decides",
        [
            (0.0, "those who hold the money"),
            (0.5, "half and half"),
            (1.0, "shared with people here"),
        ],
    ),
    dimension(
        "core_shift",
        "Crisis money saved",
        [
            (0.0, "stays where it is"),
            (0.5, "half moves to what works"),
            (1.0, "all moves to what works"),
        ],
    ),
    level(Level::People, "Money for people"),
    level(Level::Families, "Money for families and carers"),
    level(Level::Communities, "Money for neighbourhoods"),
    level(Level::Services, "Money for services"),
    level(Level::Government, "Money for government"),
];

/// One change: a lever, and where it stands from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    lever: u8,
    stand: u8,
}

impl Change {
    /// A change by the positions of the lever and of where it stands; none when there is no such thing.
    pub fn new(lever: usize, stand: usize) -> Option<Self> {
        (lever < LEVERS.len() && stand < 3).then_some(Self {
            lever: lever as u8,
            stand: stand as u8,
        })
    }

    /// From the byte that [`Self::byte`] gives.
    pub fn of_byte(byte: u8) -> Option<Self> {
        Self::new(usize::from(byte / 3), usize::from(byte % 3))
    }

    /// As one byte.
    pub fn byte(self) -> u8 {
        self.lever * 3 + self.stand
    }

    /// The position of the lever in [`LEVERS`].
    pub fn lever(self) -> usize {
        usize::from(self.lever)
    }

    /// Where it stands: 0 low, 1 middle, 2 high.
    pub fn stand(self) -> usize {
        usize::from(self.stand)
    }

    /// What it says: "Who decides: half and half".
    pub fn words(self) -> String {
        let lever = &LEVERS[self.lever()];
        format!("{}: {}", lever.name, lever.stands[self.stand()].1)
    }

    fn apply(self, design: &mut Design) {
        let lever = &LEVERS[self.lever()];
        let value = lever.stands[self.stand()].0;
        match lever.about {
            About::Dimension(id) => {
                design.set(id, value);
            }
            About::Level(level) => {
                design.levels[level as usize] = value;
                // As on the controls of the page: money reaches some level always.
                if design.levels.iter().all(|weight| *weight <= 0.0) {
                    design.levels[level as usize] = 0.05;
                }
            }
        }
    }
}

/// A team's course. Rounds without a change stay the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    start: u8,
    /// The changes of each round, the first round's made before anything is lived.
    rounds: Vec<Vec<Change>>,
}

impl Course {
    /// A course of so many rounds that begins with the first strategy and stays it.
    pub fn new(rounds: u32) -> Self {
        Self {
            start: 0,
            rounds: vec![Vec::new(); rounds as usize],
        }
    }

    /// A course from its parts; none when one of them cannot be.
    pub fn of(start: usize, rounds: Vec<Vec<Change>>) -> Option<Self> {
        let fits = |changes: &Vec<Change>| {
            let twice = changes
                .iter()
                .enumerate()
                .any(|(k, change)| changes[..k].iter().any(|other| other.lever == change.lever));
            changes.len() <= MOST_CHANGES && !twice
        };
        (start < STARTS.len() && rounds.iter().all(fits)).then_some(Self {
            start: start as u8,
            rounds,
        })
    }

    /// The position in [`STARTS`] of the strategy it begins with.
    pub fn start(&self) -> usize {
        usize::from(self.start)
    }

    /// The changes, round by round.
    pub fn rounds(&self) -> &[Vec<Change>] {
        &self.rounds
    }

    /// Begins with another strategy; one that there is not changes nothing.
    pub fn begin(&mut self, start: usize) {
        if start < STARTS.len() {
            self.start = start as u8;
        }
    }

    /// Puts a change in one of a round's places, or takes it out. A lever moves once a round: the place chosen last has it.
    pub fn change(&mut self, round: usize, place: usize, change: Option<Change>) {
        let Some(changes) = self.rounds.get_mut(round).filter(|_| place < MOST_CHANGES) else {
            return;
        };
        match (change, place < changes.len()) {
            (Some(change), true) => changes[place] = change,
            (Some(change), false) => changes.push(change),
            (None, true) => {
                changes.remove(place);
            }
            (None, false) => {}
        }
        if let Some(change) = change {
            let place = place.min(changes.len() - 1);
            let mut at = 0;
            changes.retain(|other| {
                at += 1;
                at - 1 == place || other.lever != change.lever
            });
        }
    }

    /// The arm that lives this course for so many years. It spends what every arm spends.
    pub fn arm(&self, id: String, name: &str, years: u32) -> Arm {
        // invariant: `STARTS` names presets that there are, and a test below holds that.
        let preset = preset(STARTS[self.start()]).expect("a course starts with a preset");
        let mut arm = Arm {
            name: name.to_owned(),
            budget: 1.0,
            ..Arm::of_preset("", preset)
        };
        arm.id = id;
        let mut design = arm.design;
        for (round, changes) in (0u32..).zip(&self.rounds) {
            let month = round * YEARS * 12;
            // What lies beyond the years that are lived is nobody's business yet.
            if changes.is_empty() || month >= years * 12 {
                continue;
            }
            for change in changes {
                change.apply(&mut design);
            }
            if round == 0 {
                arm.design = design;
                continue;
            }
            let mut decision = Decision {
                month,
                ..Decision::default()
            };
            for change in changes {
                match LEVERS[change.lever()].about {
                    About::Level(_) => decision.levels = Some(design.levels),
                    About::Dimension(id) => {
                        decision.dimensions.insert(
                            id.to_owned(),
                            LEVERS[change.lever()].stands[change.stand()].0,
                        );
                    }
                }
            }
            arm.decisions.push(decision);
        }
        arm
    }

    /// The name of the strategy it begins with.
    pub fn start_name(&self) -> &'static str {
        start_name(self.start())
    }

    /// What was chosen in a round, in words.
    pub fn words(&self, round: usize) -> String {
        let changes = self.rounds.get(round).map_or(&[][..], Vec::as_slice);
        let said: Vec<String> = changes.iter().map(|change| change.words()).collect();
        match (round, said.is_empty()) {
            (0, true) => self.start_name().to_owned(),
            (0, false) => format!("{}, but {}", self.start_name(), said.join("; ")),
            (_, true) => "Stay the course".to_owned(),
            (_, false) => said.join("; "),
        }
    }
}

/// The name of a strategy to begin with.
pub fn start_name(start: usize) -> &'static str {
    STARTS
        .get(start)
        .and_then(|id| preset(id))
        .map_or("", |preset| preset.name)
}

/// One sentence on a strategy to begin with.
pub fn start_sentence(start: usize) -> &'static str {
    STARTS
        .get(start)
        .and_then(|id| preset(id))
        .map_or("", |preset| preset.sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::strategy::DIMENSIONS;

    fn change(name: &str, stand: usize) -> Change {
        Change::new(
            LEVERS.iter().position(|lever| lever.name == name).unwrap(),
            stand,
        )
        .unwrap()
    }

    #[test]
    fn every_start_is_a_preset_that_spends_all_of_the_money_on_something_new() {
        for id in STARTS {
            let preset = preset(id).unwrap();
            assert!(preset.budget == 1.0 && preset.buys_approaches, "{id}");
        }
    }

    #[test]
    fn every_dimension_and_level_can_be_changed_within_its_range() {
        for info in DIMENSIONS.iter().filter(|info| info.id != "levels") {
            let lever = LEVERS
                .iter()
                .find(|lever| lever.about == About::Dimension(info.id))
                .unwrap();
            assert!(
                lever.stands.windows(2).all(|pair| pair[0].0 < pair[1].0),
                "{}",
                info.id
            );
            assert!(
                lever
                    .stands
                    .iter()
                    .all(|(value, _)| (info.low..=info.high).contains(value)),
                "{}",
                info.id
            );
        }
        for level in Level::ALL {
            assert!(
                LEVERS
                    .iter()
                    .any(|lever| lever.about == About::Level(level))
            );
        }
    }

    #[test]
    fn changes_become_dated_decisions_and_the_first_rounds_the_design() {
        let mut course = Course::new(5);
        course.change(0, 0, Some(change("Where", 2)));
        course.change(1, 0, Some(change("Money for government", 2)));
        course.change(1, 1, Some(change("Who decides", 1)));
        course.change(4, 0, Some(change("Where", 0)));
        let arm = course.arm("team-1".into(), "Reds", 10);
        assert_eq!(
            (arm.design.area, arm.budget, arm.name.as_str()),
            (1.0, 1.0, "Reds")
        );
        assert_eq!(
            arm.decisions
                .iter()
                .map(|decision| decision.month)
                .collect::<Vec<_>>(),
            [24, 96]
        );
        assert_eq!(
            arm.decisions[0].levels,
            Some([1.0; 5]),
            "the other levels stay as they are"
        );
        assert_eq!(arm.decisions[0].dimensions["power"], 0.5);
        assert_eq!(
            course.arm("team-1".into(), "Reds", 8).decisions.len(),
            1,
            "the last round is not lived yet"
        );
        assert_eq!(
            course.words(0),
            "Siloed pilots, but Where: every neighbourhood"
        );
        assert_eq!(
            course.words(1),
            "Money for government: much; Who decides: half and half"
        );
        assert_eq!(course.words(2), "Stay the course");
    }

    #[test]
    fn a_lever_moves_once_a_round_and_two_at_the_most() {
        let mut course = Course::new(2);
        course.change(0, 0, Some(change("Where", 0)));
        course.change(0, 1, Some(change("Where", 2)));
        assert_eq!(course.rounds()[0], [change("Where", 2)]);
        course.change(0, 1, Some(change("Who decides", 2)));
        course.change(0, 7, Some(change("What is done", 2)));
        course.change(9, 0, Some(change("What is done", 2)));
        assert_eq!(
            course.rounds()[0],
            [change("Where", 2), change("Who decides", 2)]
        );
        course.change(0, 0, None);
        assert_eq!(course.rounds()[0], [change("Who decides", 2)]);
        assert_eq!(Course::of(0, vec![vec![change("Where", 0); 2]]), None);
        assert_eq!(Course::of(STARTS.len(), Vec::new()), None);
    }

    #[test]
    fn some_level_stays_funded() {
        let mut course = Course::new(4);
        let levels = [
            "people",
            "families and carers",
            "neighbourhoods",
            "services",
        ];
        for (k, name) in levels.iter().enumerate() {
            course.change(k / 2, k % 2, Some(change(&format!("Money for {name}"), 0)));
        }
        let arm = course.arm("a".into(), "A", 8);
        let levels = arm
            .decisions
            .last()
            .and_then(|decision| decision.levels)
            .unwrap();
        assert!(levels.iter().any(|weight| *weight > 0.0), "{levels:?}");
    }

    #[test]
    fn bytes_are_read_back_and_others_refused() {
        for byte in 0..=u8::MAX {
            assert!(Change::of_byte(byte).is_none_or(|change| change.byte() == byte));
        }
        assert_eq!(
            (0..=u8::MAX).filter_map(Change::of_byte).count(),
            LEVERS.len() * 3
        );
    }
}
