//! What was chosen and what came of it: one row a team beside business as usual, paired with it re-run by re-run.
//!
//! Nobody wins here: rows stand in the order that the room asks for, and what a difference comes to is said by the rule of every
//! other comparison.

use super::game::Game;
use crate::analysis::verdict::{Verdict, verdict};
use crate::charts::number::{interval_digits, plain, signed};
use crate::charts::words::amount;
use crate::engine::ledger::Account;
use crate::ensemble::Ensemble;
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::{self, Difference};
use crate::indicators::catalogue::{
    AE_ATTENDANCES, CATALOGUE, DOING_WELL, LONELY, PUBLIC_SPENDING, sign,
};
use crate::session::figures::{Seal, seal};

/// The outcomes of the table, in its order.
pub const OUTCOMES: [usize; 4] = [DOING_WELL, LONELY, AE_ATTENDANCES, PUBLIC_SPENDING];

/// In which order rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the teams were entered.
    #[default]
    Entered,
    /// By the outcome at a position of [`OUTCOMES`], what is better for people first.
    Outcome(usize),
}

/// One outcome of one team.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Position in the catalogue.
    pub indicator: usize,
    /// The mean over re-runs in the last year lived.
    pub value: f64,
    /// The team less business as usual, paired; none for business as usual itself.
    pub difference: Option<Difference>,
}

impl Cell {
    /// What the difference comes to.
    pub fn verdict(&self) -> Option<Verdict> {
        self.difference
            .as_ref()
            .map(|difference| verdict(difference, self.indicator))
    }

    /// The value with its unit.
    pub fn value_words(&self) -> String {
        amount(self.value, &CATALOGUE[self.indicator])
    }

    /// Digits behind the point of the difference and its interval.
    pub fn digits(&self) -> u8 {
        let digits = CATALOGUE[self.indicator].digits;
        self.difference.as_ref().map_or(digits, |difference| {
            interval_digits(difference.interval, digits)
        })
    }

    /// The difference in words: how much, the interval, in how many re-runs; or that there is no clear one.
    pub fn difference_words(&self) -> String {
        let (Some(difference), Some(found)) = (&self.difference, self.verdict()) else {
            return String::new();
        };
        let (low, high) = difference.interval;
        let digits = self.digits();
        let interval = || format!("{} to {}", signed(low, digits), signed(high, digits));
        let mean = signed(difference.mean(), digits);
        let ahead = || {
            format!(
                "ahead in {} of {}",
                difference.alternative_better, difference.replicates
            )
        };
        match found {
            Verdict::Nothing => String::new(),
            Verdict::Same => "the same".to_owned(),
            Verdict::TooFew if difference.replicates < 2 => {
                format!("{mean}; one run: too few to say")
            }
            Verdict::TooFew => format!(
                "{mean} ({}); {} runs: too few to say",
                interval(),
                difference.replicates
            ),
            Verdict::Unclear | Verdict::NoneThatMatters => {
                format!("{} ({}); {}", found.words(), interval(), ahead())
            }
            Verdict::Clear(_) | Verdict::TooLittle(_) => {
                format!("{mean}, {} ({}); {}", found.words(), interval(), ahead())
            }
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The position of the team; none for business as usual.
    pub team: Option<usize>,
    /// Its name.
    pub name: String,
    /// What was chosen, round by round as far as it is lived.
    pub chosen: Vec<String>,
    /// What came of it, in the order of [`OUTCOMES`].
    pub cells: Vec<Cell>,
}

/// The whole table.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Business as usual first, then the teams as asked for.
    pub rows: Vec<Row>,
    /// Years lived.
    pub years: u32,
    /// Re-runs that are in.
    pub replicates: usize,
    /// Whether all spent the same.
    pub seal: Seal,
}

/// What the re-runs of a game say, after so many rounds.
pub fn results(game: &Game, rounds: u32, gathered: &Ensemble, sort: Sort) -> Results {
    let chosen = |team: usize| {
        (0..rounds as usize)
            .map(|round| game.teams[team].course.words(round))
            .collect()
    };
    let row = |arm: usize| {
        let cells = OUTCOMES.map(|indicator| {
            let value = summary::arm(gathered, arm as u32, indicator)
                .by_year
                .last()
                .map_or(f64::NAN, |spread| spread.mean);
            let difference = (arm > 0).then(|| {
                summary::difference(
                    gathered,
                    Pair {
                        reference: 0,
                        alternative: arm,
                    },
                    indicator,
                )
            });
            Cell {
                indicator,
                value,
                difference,
            }
        });
        match arm.checked_sub(1) {
            None => Row {
                team: None,
                name: "Business as usual".to_owned(),
                chosen: Vec::new(),
                cells: cells.into(),
            },
            Some(team) => Row {
                team: Some(team),
                name: game.teams[team].name.clone(),
                chosen: chosen(team),
                cells: cells.into(),
            },
        }
    };
    let mut rows: Vec<Row> = (0..=game.teams.len()).map(row).collect();
    if let Sort::Outcome(column) = sort
        && let Some(indicator) = OUTCOMES.get(column)
    {
        // Business as usual stays on top: it is what the others are compared with, not one of them.
        rows[1..].sort_by(|a, b| {
            (b.cells[column].value * sign(*indicator))
                .total_cmp(&(a.cells[column].value * sign(*indicator)))
        });
    }
    Results {
        rows,
        years: game.years(rounds),
        replicates: gathered.len(),
        seal: seal(gathered, Account::Investment as usize),
    }
}

impl Results {
    /// A sentence on one outcome: how many teams clearly do better than business as usual, worse, or neither.
    pub fn title(&self, column: usize) -> String {
        let name = OUTCOMES
            .get(column)
            .map_or("", |indicator| CATALOGUE[*indicator].name);
        let found: Vec<Verdict> = self
            .rows
            .iter()
            .filter_map(|row| row.cells.get(column)?.verdict())
            .collect();
        let better = found.iter().filter(|verdict| verdict.is_better()).count();
        let worse = found.iter().filter(|verdict| verdict.is_worse()).count();
        match (better, worse) {
            _ if self.replicates == 0 => format!("{name}: not run yet"),
            _ if found.contains(&Verdict::TooFew) => {
                format!("{name}: {} runs, too few to say", self.replicates)
            }
            (0, 0) => format!("{name}: no clear difference that matters for any team"),
            (better, 0) => format!(
                "{name}: {better} of {} teams better than usual",
                found.len()
            ),
            (0, worse) => format!("{name}: {worse} of {} teams worse than usual", found.len()),
            (better, worse) => format!(
                "{name}: {better} of {} teams better than usual, {worse} worse",
                found.len()
            ),
        }
    }

    /// The table unrounded, for files: headings and rows.
    pub fn numbers(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let rounds = self
            .rows
            .iter()
            .map(|row| row.chosen.len())
            .max()
            .unwrap_or(0);
        let mut headings = vec!["team".to_owned()];
        headings.extend((1..=rounds).map(|round| format!("round {round}")));
        for indicator in OUTCOMES {
            let id = CATALOGUE[indicator].id;
            headings.extend(
                [
                    "",
                    " less business as usual",
                    " interval low",
                    " interval high",
                    " better in",
                    " runs",
                ]
                .map(|part| format!("{id}{part}")),
            );
        }
        let line = |row: &Row| {
            let mut line = vec![row.name.clone()];
            line.extend(
                (0..rounds).map(|round| row.chosen.get(round).cloned().unwrap_or_default()),
            );
            for cell in &row.cells {
                line.push(cell.value.to_string());
                match &cell.difference {
                    None => line.extend([(); 5].map(|()| String::new())),
                    Some(difference) => line.extend([
                        difference
                            .by_year
                            .last()
                            .map_or_else(String::new, |spread| spread.mean.to_string()),
                        difference.interval.0.to_string(),
                        difference.interval.1.to_string(),
                        difference.alternative_better.to_string(),
                        difference.replicates.to_string(),
                    ]),
                }
            }
            line
        };
        (headings, self.rows.iter().map(line).collect())
    }

    /// What one row says on one outcome, as one sentence for those who hear it.
    pub fn sentence(&self, row: &Row, column: usize) -> String {
        let Some(cell) = row.cells.get(column) else {
            return String::new();
        };
        let value = format!("{}: {}", row.name, cell.value_words());
        match cell.difference_words() {
            words if words.is_empty() => format!("{value}."),
            words => format!("{value}; against business as usual {words}."),
        }
    }

    /// The money in words: what each spent, or by how much they differ.
    pub fn money(&self) -> String {
        match self.seal {
            Seal::Unknown => "The ledgers come with the first run.".to_owned(),
            Seal::Same { total } => format!(
                "Each of the {} ways spent £{} of new money in {} years: the same, to the penny.",
                self.rows.len(),
                plain(total as f64 / 100.0, 2),
                self.years
            ),
            Seal::Different { gap } => format!(
                "In one year the ways differ by £{}.",
                plain(gap as f64 / 100.0, 2)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::verdict::Way;
    use crate::session::samples;
    use std::rc::Rc;

    fn ensemble(game: &Game, shift: impl Fn(u32) -> f64) -> Ensemble {
        let scenario = game.scenario(game.rounds());
        let mut ensemble = Ensemble::default();
        (0..8).for_each(|replicate| {
            ensemble.add(samples::outcome(&scenario, replicate, shift(replicate)));
        });
        ensemble
    }

    fn game() -> Game {
        let mut game = Game::new(Rc::new(samples::scenario()), "sample", 5);
        game.add();
        game.teams[2].course.begin(1);
        game
    }

    #[test]
    fn every_team_is_paired_with_business_as_usual() {
        let game = game();
        let results = results(&game, 1, &ensemble(&game, |_| 2.0), Sort::Entered);
        assert_eq!(
            results.rows.iter().map(|row| row.team).collect::<Vec<_>>(),
            [None, Some(0), Some(1), Some(2)]
        );
        let cell = &results.rows[3].cells[0];
        assert_eq!(
            (cell.verdict(), cell.difference.as_ref().unwrap().replicates),
            (Some(Verdict::Clear(Way::Better)), 8)
        );
        assert!(
            cell.difference_words().ends_with("ahead in 8 of 8"),
            "{}",
            cell.difference_words()
        );
        assert_eq!(
            results.rows[3].cells[1].verdict(),
            Some(Verdict::Clear(Way::Worse)),
            "more lonely is worse"
        );
        assert_eq!(results.rows[0].cells[0].difference_words(), "");
        assert_eq!(results.rows[3].chosen, ["Large-scale roll-out"]);
        assert_eq!(
            results.title(0),
            "Doing well: 3 of 3 teams better than usual"
        );
        assert_eq!(
            results.title(1),
            "Often lonely: 3 of 3 teams worse than usual"
        );
        assert!(
            results
                .sentence(&results.rows[1], 0)
                .starts_with("Team 1: ")
        );
        assert!(
            results.money().contains("£300,000.00") && results.money().contains("to the penny"),
            "{}",
            results.money()
        );
    }

    #[test]
    fn an_interval_that_spans_zero_is_no_clear_difference() {
        let game = game();
        let results = results(
            &game,
            2,
            &ensemble(&game, |k| if k % 2 == 0 { 1.0 } else { -1.0 }),
            Sort::Entered,
        );
        assert!(
            results.rows[1].cells[0]
                .difference_words()
                .starts_with("no clear difference (")
        );
        assert_eq!(
            results.title(0),
            "Doing well: no clear difference that matters for any team"
        );
    }

    #[test]
    fn rows_stand_as_asked_for_and_business_as_usual_on_top() {
        let game = game();
        let gathered = ensemble(&game, |_| 2.0);
        let order = |sort| {
            results(&game, 1, &gathered, sort)
                .rows
                .iter()
                .map(|row| row.team)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            order(Sort::Outcome(0)),
            [None, Some(2), Some(1), Some(0)],
            "more doing well first"
        );
        assert_eq!(
            order(Sort::Outcome(1)),
            [None, Some(0), Some(1), Some(2)],
            "fewer lonely first"
        );
        assert_eq!(order(Sort::Outcome(99)), [None, Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn the_file_has_every_number_and_what_was_chosen() {
        let game = game();
        let results = results(&game, 2, &ensemble(&game, |_| 1.0), Sort::Entered);
        let (headings, rows) = results.numbers();
        assert_eq!(headings.len(), 1 + 2 + 4 * 6);
        assert!(rows.len() == 4 && rows.iter().all(|row| row.len() == headings.len()));
        assert_eq!(rows[1][..3], ["Team 1", "Siloed pilots", "Stay the course"]);
        assert_eq!(headings[4], "doing_well less business as usual");
    }

    #[test]
    fn before_the_first_re_run_nothing_is_said() {
        let results = results(&game(), 1, &Ensemble::default(), Sort::Outcome(2));
        assert_eq!(
            (results.replicates, results.title(0).as_str()),
            (0, "Doing well: not run yet")
        );
        assert_eq!(results.rows[1].cells[0].difference_words(), "");
        assert!(results.money().contains("first run"));
    }
}
