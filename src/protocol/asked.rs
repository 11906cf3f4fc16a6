//! How a worker answers an inquiry: task by task, parts as bytes that the page keeps without
//! reading them, and at the end the answer from all parts. Knows no browser; the page never calls
//! it, so that its code is in the worker alone.

use super::inquiry::{Answer, Ask, Inquiry};
use super::lives::told;
use crate::analysis::attribute::Attribution;
use crate::analysis::couplings::CouplingShares;
use crate::analysis::digest::{Layered, Published, Shares, Split, SwitchedOff, Together};
use crate::analysis::evaluate::Evaluation;
use crate::analysis::factorial::Factorial;
use crate::analysis::in_parts::{InParts, digested};
use crate::analysis::layers::Layers;
use crate::analysis::lives::question::Follow;
use crate::analysis::robustness::Robustness;
use crate::analysis::without::Without;
use crate::ensemble::prepared::Start;
use crate::ensemble::{self, Prepared};
use std::sync::Arc;

/// An inquiry made ready for its tasks.
pub struct Asked {
    ask: Ask,
    question: Box<dyn InParts<Answer>>,
}

impl Asked {
    /// Makes an inquiry about a scenario ready, at the size asked for.
    ///
    /// Errors: the question's own words for people when it cannot be asked of this scenario.
    /// `start` is the spun-up world of the pictured re-run, where it was kept.
    pub fn new(prepared: &Prepared, ask: Ask, start: Option<Arc<Start>>) -> Result<Self, String> {
        let scenario = ask.sized(&prepared.scenario);
        let sized = if scenario.people == prepared.scenario.people {
            Prepared {
                scenario,
                place: Arc::clone(&prepared.place),
            }
        } else {
            ensemble::prepare(scenario)?
        };
        let about = |answer: Option<Answer>| {
            answer.ok_or_else(|| "the answer says nothing of adults doing well".to_owned())
        };
        let question = match ask.inquiry {
            Inquiry::Levels => digested(Factorial::new(&sized, true)?, move |answer| {
                about(Together::of(&answer).map(Answer::Levels))
            }),
            Inquiry::Dimensions => digested(Attribution::new(&sized)?, move |answer| {
                about(Split::of(&answer).map(Answer::Dimensions))
            }),
            Inquiry::Couplings => {
                digested(CouplingShares::new(&sized, ask.samples)?, move |answer| {
                    about(Split::of(&answer).map(Answer::Couplings))
                })
            }
            Inquiry::Layers => digested(Layers::new(&sized)?, move |answer| {
                about(Layered::of(&answer).map(Answer::Layers))
            }),
            Inquiry::Worlds => digested(Robustness::new(&sized, ask.samples)?, |answer| {
                Ok(Answer::Worlds(Shares::of(answer)))
            }),
            Inquiry::Evaluation => digested(Evaluation::new(&sized)?, |answer| {
                Ok(Answer::Evaluation(Published::of(&answer)))
            }),
            Inquiry::Without { coupling } => {
                digested(Without::new(&sized, usize::from(coupling))?, |answer| {
                    Ok(Answer::Without(SwitchedOff::of(&answer)))
                })
            }
            Inquiry::Life { person, arms } => {
                let (scenario, place) = (prepared.scenario.clone(), Arc::clone(&prepared.place));
                digested(Follow::new(prepared, arms, person, start), move |two| {
                    Ok(Answer::Life(
                        two.map(|two| Box::new(told(&two, &scenario, &place))),
                    ))
                })
            }
        };
        Ok(Self { ask, question })
    }

    /// What was asked.
    pub fn ask(&self) -> Ask {
        self.ask
    }

    /// Does one task; `lived` is called for every world lived, [`Ask::lives_a_task`] times.
    pub fn part(&self, task: u32, lived: &mut dyn FnMut()) -> Result<Vec<u8>, String> {
        self.question.part(task as usize, lived)
    }

    /// The answer from the parts of all tasks, in their order.
    pub fn conclude(&self, parts: &[Vec<u8>]) -> Result<Answer, String> {
        self.question.conclude(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;
    use crate::analysis::question::Question;
    use crate::protocol::{decode, encode};

    fn ask(inquiry: Inquiry) -> (Prepared, Ask) {
        let prepared = small();
        (
            prepared,
            Ask {
                inquiry,
                people: 600,
                samples: 2,
            },
        )
    }

    #[test]
    fn every_inquiry_has_the_tasks_and_tells_of_the_lives_that_the_page_counts_on() {
        let all = [
            Inquiry::Levels,
            Inquiry::Dimensions,
            Inquiry::Couplings,
            Inquiry::Layers,
            Inquiry::Worlds,
            Inquiry::Evaluation,
            Inquiry::Without { coupling: 0 },
            Inquiry::Life {
                person: 3,
                arms: [1, 2],
            },
        ];
        for inquiry in all {
            let (mut prepared, ask) = ask(inquiry);
            prepared.scenario.years = if inquiry == Inquiry::Evaluation { 2 } else { 1 };
            let asked = Asked::new(&prepared, ask, None).unwrap();
            let mut lives = 0;
            let part = asked.part(ask.tasks() - 1, &mut || lives += 1).unwrap();
            assert_eq!(lives, ask.lives_a_task(), "{inquiry:?}");
            assert!(
                asked
                    .part(ask.tasks(), &mut || ())
                    .unwrap_err()
                    .contains("task"),
                "{inquiry:?} has more tasks than that"
            );
            assert!(
                asked.conclude(&[part]).unwrap_err().contains("parts"),
                "{inquiry:?}"
            );
        }
    }

    #[test]
    fn parts_through_bytes_give_the_answer_of_one_go() {
        let (mut prepared, ask) = ask(Inquiry::Layers);
        prepared.scenario.years = 1;
        let asked = Asked::new(&prepared, ask, None).unwrap();
        let parts: Vec<Vec<u8>> = (0..ask.tasks())
            .map(|task| asked.part(task, &mut || ()).unwrap())
            .collect();
        let answer = asked.conclude(&parts).unwrap();
        assert_eq!(
            answer,
            Answer::Layers(Layered::of(&Layers::new(&prepared).unwrap().ask()).unwrap())
        );
        let there_and_back = decode::<Answer>(&encode(&answer).unwrap()).unwrap();
        assert_eq!(there_and_back, answer);
        let broken = vec![vec![255; 2]; parts.len()];
        assert!(
            asked
                .conclude(&broken)
                .unwrap_err()
                .contains("could not be read")
        );
    }

    #[test]
    fn another_size_is_another_place_and_refusals_keep_their_words() {
        let (prepared, ask) = ask(Inquiry::Dimensions);
        let mut prepared = prepared;
        prepared.scenario.arms[2].budget = 0.5;
        assert!(
            Asked::new(&prepared, ask, None)
                .err()
                .unwrap()
                .contains("the same budget")
        );
        let asked = Asked::new(
            &small(),
            Ask {
                people: 700,
                ..Ask {
                    inquiry: Inquiry::Without { coupling: 3 },
                    ..ask
                }
            },
            None,
        )
        .unwrap();
        assert!(asked.part(0, &mut || ()).is_ok());
    }

    #[test]
    fn a_life_is_told_through_bytes_and_nobody_is_named() {
        let life = |person: u32| {
            let (prepared, ask) = ask(Inquiry::Life {
                person,
                arms: [1, 2],
            });
            let asked = Asked::new(&prepared, ask, None).unwrap();
            let parts: Vec<Vec<u8>> = (0..ask.tasks())
                .map(|task| asked.part(task, &mut || ()).unwrap())
                .collect();
            let answer = asked.conclude(&parts).unwrap();
            assert_eq!(decode::<Answer>(&encode(&answer).unwrap()).unwrap(), answer);
            match answer {
                Answer::Life(life) => life,
                other => panic!("{other:?}"),
            }
        };
        let lives = life(3).unwrap();
        assert_eq!(
            (
                lives.told.slot,
                lives.told.arms,
                lives.told.wellbeing[0].len()
            ),
            (3, [1, 2], 25)
        );
        assert_eq!(lives.rows.len(), 2 * 25);
        assert!(life(9_999_999).unwrap_err().contains("nobody lives there"));
    }

    #[test]
    fn asks_are_small_enough_for_a_laptop() {
        let scenario = crate::scenario::validate::parse(
            crate::scenario::bundled::scenario("trafford").unwrap(),
        )
        .unwrap();
        for inquiry in [
            Inquiry::Levels,
            Inquiry::Dimensions,
            Inquiry::Couplings,
            Inquiry::Layers,
            Inquiry::Worlds,
            Inquiry::Evaluation,
        ] {
            let ask = Ask::about(inquiry, &scenario);
            // Two workers, each of 0.8 million months lived by persons a second.
            let seconds = ask.person_months(&scenario) / 1.6e6;
            assert!(seconds < 130.0, "{inquiry:?}: {seconds} s");
        }
    }
}
