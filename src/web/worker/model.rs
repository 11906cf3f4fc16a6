//! The worker of the model: prepares a scenario, lives jobs in slices, and follows people in their worlds. Holds no reader of
//! files, no question beyond these, and asks for none.

use super::{Craft, Tell};
use crate::analysis::lives::question::REPLICATE;
use crate::ensemble::grounds::Grounds;
use crate::ensemble::lives::Following;
use crate::ensemble::prepared::prepare_from;
use crate::ensemble::sliced::Sliced;
use crate::ensemble::{Job, Prepared};
use crate::place::Place;
use crate::protocol::{Figures, FromWorker, Nothing, ToWorker, decode, encode, lives};
use crate::scenario::Scenario;

/// Person-months lived between two looks at what the page says: some milliseconds, so that a job nobody wants any more ends
/// well within 50 ms.
const SLICE: u32 = 20_000;
/// Persons whose spun-up worlds are kept: about 100 MB at the most.
const KEPT_PERSONS: u32 = 100_000;

/// Starts the worker.
pub fn main() {
    super::start::<Model>();
}

/// What lives worlds, and what it keeps from one message to the next.
pub struct Model {
    prepared: Option<Prepared>,
    /// Places and spun-up worlds: nothing that an arm can change reaches back into them.
    grounds: Grounds,
    running: Option<(u32, Sliced)>,
    /// A life of an inquiry that is being followed, with the inquiry's number and the task: lived in slices, as jobs are,
    /// because people ask for one life after another.
    following: Option<(u32, u32, Following)>,
    /// Whether a turn is on its way.
    turning: bool,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            prepared: None,
            grounds: Grounds::new(KEPT_PERSONS),
            running: None,
            following: None,
            turning: false,
        }
    }
}

impl Craft for Model {
    type Reply = Nothing;

    fn hear(&mut self, bytes: &[u8], tell: Tell<'_, Nothing>) {
        match decode::<ToWorker<Nothing>>(bytes) {
            Ok(message) => {
                self.take(message, tell);
            }
            Err(message) => tell(FromWorker::Failed { epoch: 0, message }),
        }
    }

    fn slice(&mut self, tell: Tell<'_, Nothing>) {
        self.go_on(tell);
    }

    fn wants_a_turn(&mut self) -> bool {
        self.turns()
    }
}

impl Model {
    /// Takes in what the page says; gives back what is beyond worlds.
    pub fn take<Q, R>(&mut self, message: ToWorker<Q>, tell: Tell<'_, R>) -> Option<Q> {
        match message {
            ToWorker::Prepare {
                epoch,
                scenario,
                figures,
            } => {
                if let Err(message) = self.prepare(*scenario, figures) {
                    tell(FromWorker::Failed { epoch, message });
                }
            }
            ToWorker::SendPlace { epoch } => {
                if let Some(ready) = &self.prepared {
                    let place = Box::new(Place::clone(&ready.place));
                    tell(FromWorker::Placed { epoch, place });
                }
            }
            ToWorker::Run { epoch, job } => {
                let begun = |prepared: &Prepared| (epoch, self.begun(prepared, job));
                self.running = self.prepared.as_ref().map(begun);
            }
            ToWorker::Follow {
                number,
                task,
                person,
                arm,
            } => {
                let start = self.grounds.start(REPLICATE);
                let begun =
                    |prepared: &Prepared| Following::new(prepared, REPLICATE, arm, person, start);
                let following = self.prepared.as_ref().map(begun);
                self.following = following.map(|following| (number, task, following));
            }
            ToWorker::Tell {
                number,
                person,
                arms,
                parts,
            } => {
                let lives = self
                    .ready()
                    .and_then(|prepared| lives::of_parts(prepared, arms, person, &parts));
                tell(FromWorker::Told { number, lives });
            }
            ToWorker::Stop => self.stop(),
            ToWorker::Ping => tell(FromWorker::Alive),
            ToWorker::Request(beyond) => return Some(beyond),
        }
        None
    }

    /// The scenario that was told last, with its place.
    ///
    /// Errors: that it could not be made ready; for people.
    pub fn ready(&self) -> Result<&Prepared, String> {
        let prepared = self.prepared.as_ref();
        prepared.ok_or_else(|| "the scenario could not be made ready".to_owned())
    }

    fn stop(&mut self) {
        self.running = None;
        self.following = None;
    }

    /// Makes a scenario ready; a place that was made before is used again, because making one takes longest.
    fn prepare(&mut self, scenario: Scenario, figures: Option<Figures>) -> Result<(), String> {
        self.stop();
        self.prepared = None;
        let prepared = if let Some(place) = self.grounds.place(&scenario) {
            Prepared { scenario, place }
        } else {
            let missing = || format!("place \"{}\": its figures are not here", scenario.place);
            let profile = figures.ok_or_else(missing)?.profile(&scenario.place)?;
            prepare_from(scenario, &profile)?
        };
        self.grounds.turn_to(&prepared.scenario, &prepared.place);
        self.prepared = Some(prepared);
        Ok(())
    }

    fn begun(&self, prepared: &Prepared, job: Job) -> Sliced {
        let start = self.grounds.start(job.replicate);
        Sliced::new(prepared, job, start)
    }

    /// Whether there is something to do and no turn on its way; then one is taken to be asked for.
    pub fn turns(&mut self) -> bool {
        (self.running.is_some() || self.following.is_some())
            && !std::mem::replace(&mut self.turning, true)
    }

    /// Lives a slice of what is running, and says what came of it.
    pub fn go_on<R>(&mut self, tell: Tell<'_, R>) {
        self.turning = false;
        let lived = if self.following.is_some() {
            self.follow()
        } else {
            self.live(tell)
        };
        if let Some(message) = lived {
            tell(message);
        }
    }

    /// Lives a slice of one person's life; the part when that was the last.
    fn follow<R>(&mut self) -> Option<FromWorker<R>> {
        let (prepared, (number, task, following)) =
            (self.prepared.as_ref()?, self.following.as_mut()?);
        let lived = following.advance(prepared, months(prepared))?;
        let (number, task) = (*number, *task);
        self.following = None;
        Some(match encode(&lived) {
            Ok(bytes) => FromWorker::Part {
                number,
                task,
                bytes,
            },
            Err(message) => FromWorker::Refused { number, message },
        })
    }

    /// Lives a slice of a job; the outcome when that was the last. Years of what is pictured are told as they end: somebody
    /// looks at them.
    fn live<R>(&mut self, tell: Tell<'_, R>) -> Option<FromWorker<R>> {
        let (prepared, (epoch, sliced)) = (self.prepared.as_ref()?, self.running.as_mut()?);
        let outcome = sliced.advance(prepared, months(prepared));
        if let Some(start) = sliced.start() {
            self.grounds.keep(sliced.job().replicate, start);
        }
        let epoch = *epoch;
        if sliced.job().frames {
            for year in sliced.years() {
                tell(FromWorker::Year { epoch, year });
            }
        }
        let outcome = outcome?;
        self.running = None;
        Some(FromWorker::Done { epoch, outcome })
    }
}

/// How many months of a world are one slice.
fn months(prepared: &Prepared) -> u32 {
    (SLICE / prepared.scenario.people.max(1)).max(1)
}
