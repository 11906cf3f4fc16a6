//! The pictured run as far as it is told while it is lived, year by year: a first look before there is a result. One run alone
//! says nothing of what is better, and nothing here does.

use crate::ensemble::pair::Pair;
use crate::ensemble::sliced::Year;
use crate::ensemble::{ArmOutcome, Outcome};
use crate::session::figures::SingleRuns;
use std::collections::BTreeMap;

/// The pictured run, arm by arm, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstLook {
    /// Every indicator by arm and year, the year before the branch first.
    arms: BTreeMap<u32, Vec<Vec<f64>>>,
    /// The last year that was told. Unit: years.
    told: u32,
}

impl FirstLook {
    /// Takes in a year. One that was told before, by a worker that died since, is not taken again.
    pub fn grow(&mut self, year: Year) {
        let years = self.arms.entry(year.arm).or_default();
        if years.len() == year.year as usize {
            self.told = self.told.max(year.year);
            years.push(year.values);
        }
    }

    /// Takes in arms of the pictured run that are lived, or for which nothing changed.
    pub fn know(&mut self, pictured: &Outcome) {
        let whole = |arm: &ArmOutcome| (arm.arm, years_of(arm));
        self.arms.extend(pictured.arms.iter().map(whole));
    }

    /// The last year that was told; 0 before the first. Unit: years.
    pub fn told(&self) -> u32 {
        self.told
    }

    /// The run as one line a chart, as far as it goes.
    pub fn runs(&self, pair: Pair, indicator: usize) -> SingleRuns {
        let row = |arm: usize| -> Vec<f64> {
            let years = self.arms.get(&(arm as u32)).into_iter().flatten();
            years
                .filter_map(|values| values.get(indicator).copied())
                .collect()
        };
        let (reference, alternative) = (row(pair.reference), row(pair.alternative));
        let both = alternative.iter().zip(&reference);
        SingleRuns {
            difference: vec![both.map(|(b, a)| b - a).collect()],
            reference: vec![reference],
            alternative: vec![alternative],
        }
    }
}

/// The columns of an arm's table.
fn years_of(arm: &ArmOutcome) -> Vec<Vec<f64>> {
    let (table, columns) = (&arm.table, arm.table.columns as usize);
    let column = |year: usize| {
        table
            .values
            .iter()
            .skip(year)
            .step_by(columns.max(1))
            .copied()
            .collect()
    };
    (0..columns).map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
    use crate::session::update::update;
    use crate::session::{Edit, Effect, Message, State, question, samples};

    #[test]
    fn a_line_grows_beside_the_one_that_is_known() {
        let scenario = samples::scenario();
        let pair = Pair::shown(&scenario);
        let mut outcome = samples::outcome(&scenario, 0, 2.0);
        let whole = FirstLook {
            arms: outcome.arms.iter().map(|a| (a.arm, years_of(a))).collect(),
            told: 0,
        };
        let (arm, all) = (
            pair.alternative as u32,
            &whole.arms[&(pair.alternative as u32)],
        );
        outcome.arms.retain(|known| known.arm != arm);
        let mut look = FirstLook::default();
        look.know(&outcome);
        assert_eq!(look.told(), 0);
        for (year, values) in all.iter().enumerate().take(3) {
            for _ in 0..2 {
                look.grow(Year {
                    arm,
                    year: year as u32,
                    values: values.clone(),
                });
            }
            let runs = look.runs(pair, DOING_WELL);
            assert_eq!(runs.alternative[0].len(), year + 1);
            assert_eq!(runs.difference[0].len(), year + 1);
            let end = whole.runs(pair, DOING_WELL);
            assert_eq!(runs.reference, end.reference);
            assert_eq!(runs.difference[0][..], end.difference[0][..=year]);
        }
        assert_eq!(look.told(), 2);
    }

    fn edited(state: &mut State, pounds: f64) -> Vec<Effect> {
        let edit = question::Said::Edit(Edit::Money(pounds));
        update(state, Message::Question(edit), &samples::choices())
    }

    fn told(state: &mut State, year: u32) -> Vec<Effect> {
        let (epoch, arm) = (state.question.run.epoch, 2);
        let values = vec![1.0; CATALOGUE.len()];
        let year = Year { arm, year, values };
        update(state, Message::Year { epoch, year }, &samples::choices())
    }

    #[test]
    fn a_hand_that_moves_on_is_followed_once_a_year_was_seen_and_one_that_rests_sees_the_rest() {
        let starts = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::Start { .. }));
        let mut state = State::new("sample", samples::scenario());
        assert!(starts(&edited(&mut state, 60.0)));
        assert!(state.question.first_look().is_none());
        told(&mut state, 0);
        assert!(!starts(&edited(&mut state, 70.0)), "nothing was seen yet");
        assert!(starts(&told(&mut state, 1)), "then the hand is followed");
        assert_eq!(
            state.question.first_look().map(|look| look.told()),
            Some(1),
            "what was seen last stays until there is something newer"
        );
        told(&mut state, 0);
        told(&mut state, 1);
        assert!(
            starts(&edited(&mut state, 80.0)),
            "a change stops what was seen"
        );
        (0..3).for_each(|year| drop(told(&mut state, year)));
        assert_eq!(state.question.first_look().map(|look| look.told()), Some(2));
        let late = Message::Year {
            epoch: 1,
            year: Year {
                arm: 2,
                year: 3,
                values: Vec::new(),
            },
        };
        update(&mut state, late, &samples::choices());
        assert_eq!(state.question.first_look().map(|look| look.told()), Some(2));
        let outcome = samples::outcome(&state.question.run.scenario, 0, 1.0);
        let epoch = state.question.run.epoch;
        let outcomes = vec![outcome];
        update(
            &mut state,
            Message::Arrived { epoch, outcomes },
            &samples::choices(),
        );
        assert!(state.question.first_look().is_none(), "there is a result");
    }
}
