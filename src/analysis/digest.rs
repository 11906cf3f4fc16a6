//! What answers come to in few numbers: the part of each that stands on a page, is bundled with it, and travels between a
//! worker and the page. About adults doing well, the outcome of the headline. Knows no way of showing them.

pub use super::estimate::Interval;
use super::outcomes::{ADMISSIONS, OUTCOMES, PROBLEMS, WELLBEING};
use super::{attribute, evaluate, factorial, layers, robustness, without};
use crate::scenario::parameters::Grade;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The indicator that digests are about.
const ABOUT: &str = "doing_well";
/// How many of the deciding assumptions are kept.
const DECIDING: usize = 6;
/// The outcomes of a pilot's own evaluation that are kept.
pub const PUBLISHED: [usize; 3] = [PROBLEMS, WELLBEING, ADMISSIONS];

/// Who does better in how many of the worlds drawn from all ranges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shares {
    /// Worlds drawn.
    pub draws: u32,
    /// Share of worlds by arm, and of ties.
    pub wins: BTreeMap<String, f64>,
    /// The assumptions that decide most, with their shares.
    pub decides: Vec<(String, f64)>,
    /// The middle half of the differences. Unit: percentage points.
    pub middle_half: (f64, f64),
}

impl Shares {
    /// What the drawn worlds say.
    pub fn of(answer: robustness::Answer) -> Self {
        Self {
            draws: answer.draws,
            wins: answer.wins,
            decides: answer
                .decides
                .into_iter()
                .take(DECIDING)
                .map(|decides| (decides.parameter, decides.share))
                .collect(),
            middle_half: (answer.quantiles[1], answer.quantiles[3]),
        }
    }

    /// The share of worlds in which an arm does better, or of ties. Range: 0–1.
    pub fn wins(&self, arm: &str) -> f64 {
        self.wins.get(arm).copied().unwrap_or(0.0)
    }
}

/// One layer with all before it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// The worst grade that counts.
    pub up_to: Grade,
    /// The difference then.
    pub difference: Interval,
}

/// The difference layer by layer of evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Layered {
    /// Replicates behind it.
    pub replicates: u32,
    /// The best evidenced layer alone first.
    pub layers: Vec<Layer>,
    /// The layer with the largest step.
    pub carried_by: Grade,
}

impl Layered {
    /// What the layers say; nothing when they hold no course of adults doing well.
    pub fn of(answer: &layers::Answer) -> Option<Self> {
        let course = answer
            .indicators
            .iter()
            .find(|course| course.indicator == ABOUT)?;
        let layer = |step: &layers::Step| Layer {
            up_to: step.up_to,
            difference: step.difference.interval,
        };
        Some(Self {
            replicates: answer.replicates,
            layers: course.layers.iter().map(layer).collect(),
            carried_by: course.carried_by,
        })
    }
}

/// How the difference is shared out among dimensions, or among couplings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// Replicates, or orders of joining, behind it.
    pub samples: u32,
    /// The whole difference.
    pub difference: Interval,
    /// What each brings to it, by id; together they come to the whole.
    pub parts: Vec<(String, Interval)>,
}

impl Split {
    /// What an attribution says.
    pub fn of(answer: &attribute::Answer) -> Option<Self> {
        let shares = answer
            .indicators
            .iter()
            .find(|shares| shares.indicator == ABOUT)?;
        let parts = shares
            .shares
            .iter()
            .map(|share| (share.id.clone(), share.value.interval))
            .collect();
        Some(Self {
            samples: answer.samples,
            difference: shares.difference.interval,
            parts,
        })
    }

    /// Every number rounded.
    pub fn rounded(mut self) -> Self {
        self.difference = self.difference.rounded();
        self.parts
            .iter_mut()
            .for_each(|(_, part)| *part = part.rounded());
        self
    }

    /// What one of them brings.
    pub fn part(&self, id: &str) -> Option<&Interval> {
        self.parts
            .iter()
            .find(|(name, _)| name == id)
            .map(|(_, part)| part)
    }
}

/// What levels add, alone and together. Unit: percentage points of adults doing well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Together {
    /// Replicates behind it.
    pub replicates: u32,
    /// What all levels together add to none.
    pub all: Interval,
    /// What each level adds, averaged over all sets of others, in the order of `Level::ALL`.
    pub levels: Vec<Interval>,
    /// How much more two levels add together than each alone, by their positions.
    pub pairs: Vec<(u8, u8, Interval)>,
    /// What all add beyond the sum of each alone.
    pub surplus: Interval,
}

impl Together {
    /// What a factorial says.
    pub fn of(answer: &factorial::Answer) -> Option<Self> {
        use crate::scenario::strategy::Level;
        let effects = answer
            .indicators
            .iter()
            .find(|effects| effects.indicator == ABOUT)?;
        let position = |id: &str| {
            Level::ALL
                .iter()
                .position(|level| level.id() == id)
                .map(|position| position as u8)
        };
        let pair = |interaction: &factorial::Interaction| {
            Some((
                position(interaction.levels[0])?,
                position(interaction.levels[1])?,
                interaction.effect.interval,
            ))
        };
        Some(Self {
            replicates: answer.replicates,
            all: effects.added.interval,
            levels: effects
                .main
                .iter()
                .map(|main| main.effect.interval)
                .collect(),
            pairs: effects.interactions.iter().filter_map(pair).collect(),
            surplus: effects.surplus.interval,
        })
    }
}

impl Together {
    /// Every number rounded.
    pub fn rounded(mut self) -> Self {
        (self.all, self.surplus) = (self.all.rounded(), self.surplus.rounded());
        self.levels
            .iter_mut()
            .for_each(|level| *level = level.rounded());
        self.pairs
            .iter_mut()
            .for_each(|pair| pair.2 = pair.2.rounded());
        self
    }
}

/// What one outcome of a pilot's evaluation would say, and what was true. Unit: that of the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The outcome's id.
    pub outcome: String,
    /// Twelve months later less at entry: what would be published.
    pub published: Interval,
    /// Twelve months later less the same people without the money.
    pub truth: Interval,
}

/// One approach as its own evaluation has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// The approach's name.
    pub name: String,
    /// People reached and followed up in a replicate, on average.
    pub people: f64,
    /// The outcomes of [`PUBLISHED`].
    pub figures: Vec<Figure>,
}

/// What pilots would publish, and what was true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The arm that was evaluated, by id.
    pub arm: String,
    /// Replicates behind it.
    pub replicates: u32,
    /// Approach by approach, those that reached anybody.
    pub approaches: Vec<Reached>,
}

impl Published {
    /// What an evaluation says.
    pub fn of(answer: &evaluate::Answer) -> Self {
        let figure = |figures: &[evaluate::Figure], outcome: usize| {
            let id = OUTCOMES[outcome].id;
            let figure = figures.iter().find(|figure| figure.outcome == id)?;
            Some(Figure {
                outcome: id.to_owned(),
                published: figure.published.interval,
                truth: figure.truth.interval,
            })
        };
        let reached = |approach: &evaluate::Evaluated| Reached {
            name: approach.name.clone(),
            people: approach.people,
            figures: PUBLISHED
                .iter()
                .filter_map(|outcome| figure(&approach.figures, *outcome))
                .collect(),
        };
        Self {
            arm: answer.arm.clone(),
            replicates: answer.replicates,
            approaches: answer.approaches.iter().map(reached).collect(),
        }
    }
}

impl Published {
    /// Every number rounded.
    pub fn rounded(mut self) -> Self {
        for approach in &mut self.approaches {
            approach.people = (approach.people * 10.0).round() / 10.0;
            for figure in &mut approach.figures {
                (figure.published, figure.truth) =
                    (figure.published.rounded(), figure.truth.rounded());
            }
        }
        self
    }
}

/// The difference with one coupling and without it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwitchedOff {
    /// Replicates behind it.
    pub replicates: u32,
    /// The difference as it is.
    pub with: Interval,
    /// The difference without the coupling.
    pub without: Interval,
    /// What goes with it.
    pub explained: Interval,
}

impl SwitchedOff {
    /// What switching off says.
    pub fn of(answer: &without::Answer) -> Self {
        let (with, without, explained) = (
            answer.with.interval,
            answer.without.interval,
            answer.explained.interval,
        );
        Self {
            replicates: answer.replicates,
            with,
            without,
            explained,
        }
    }

    /// Every number rounded.
    pub fn rounded(self) -> Self {
        let (with, without, explained) = (
            self.with.rounded(),
            self.without.rounded(),
            self.explained.rounded(),
        );
        Self {
            with,
            without,
            explained,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::arms::tests::small;
    use super::super::question::Question;
    use super::*;

    #[test]
    fn digests_hold_what_the_answers_say_of_adults_doing_well() {
        let mut prepared = small();
        prepared.scenario.years = 1;
        let factorial = factorial::Factorial::new(&prepared, true).unwrap().ask();
        let together = Together::of(&factorial).unwrap();
        assert_eq!((together.levels.len(), together.pairs.len()), (5, 10));
        let effects = &factorial.indicators[0];
        assert!((together.all.mean - (effects.all.mean - effects.none.mean)).abs() < 1e-9);
        let layered = Layered::of(&layers::Layers::new(&prepared).unwrap().ask()).unwrap();
        assert_eq!((layered.layers.len(), layered.replicates), (4, 2));
        let couplings = super::super::couplings::CouplingShares::new(&prepared, 2)
            .unwrap()
            .ask();
        let split = Split::of(&couplings).unwrap();
        let sum: f64 = split.parts.iter().map(|(_, part)| part.mean).sum();
        assert!((sum - split.difference.mean).abs() < 1e-9);
        assert!(
            split.part("couplings.person_from_family").is_some() && split.part("nothing").is_none()
        );
    }
}
