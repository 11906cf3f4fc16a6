//! Following somebody as a question: one person in two arms of the re-run that is pictured, one task an arm.

use crate::analysis::question::Question;
use crate::ensemble::Prepared;
use crate::ensemble::lives::{Lived, TwoLives};
use crate::ensemble::prepared::Start;
use std::sync::Arc;

/// The re-run whose worlds are pictured, and in which people are followed.
pub const REPLICATE: u32 = 0;
/// Worlds lived for one task: the spin-up and the arm.
pub const WORLDS: u32 = 2;

/// Which person, in which two arms.
#[derive(Clone, Debug)]
pub struct Follow {
    prepared: Prepared,
    arms: [u32; 2],
    slot: u32,
    start: Option<Arc<Start>>,
}

impl Follow {
    /// Follows whoever lives at a position when the arms branch. `start` is the spun-up world of the pictured re-run, where
    /// somebody has kept it; otherwise it is lived again.
    pub fn new(prepared: &Prepared, arms: [u32; 2], slot: u32, start: Option<Arc<Start>>) -> Self {
        Self {
            prepared: prepared.clone(),
            arms,
            slot,
            start,
        }
    }
}

impl Question for Follow {
    type Part = Lived;
    type Answer = Result<TwoLives, String>;

    fn tasks(&self) -> usize {
        self.arms.len()
    }

    fn run(&self, task: usize) -> Self::Part {
        self.run_telling(task, &mut || ())
    }

    fn run_telling(&self, task: usize, lived: &mut dyn FnMut()) -> Self::Part {
        let start = self
            .start
            .clone()
            .unwrap_or_else(|| Arc::new(self.prepared.spin_up(REPLICATE)));
        lived();
        let life = self.prepared.follow_in(&start, self.arms[task], self.slot);
        lived();
        life
    }

    fn answer(&self, parts: Vec<Self::Part>) -> Self::Answer {
        let mut lives = parts
            .into_iter()
            .collect::<Result<Vec<_>, _>>()?
            .into_iter();
        match (lives.next(), lives.next()) {
            (Some((followed, first)), Some((_, second))) => Ok(TwoLives {
                followed,
                arms: self.arms,
                lives: [first, second],
            }),
            _ => Err("lives: found fewer than two".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::arms::tests::small;

    #[test]
    fn a_kept_start_gives_the_lives_of_one_lived_again() {
        let prepared = small();
        let start = Arc::new(prepared.spin_up(REPLICATE));
        let again = Follow::new(&prepared, [1, 2], 3, None).ask().unwrap();
        assert_eq!(
            again,
            Follow::new(&prepared, [1, 2], 3, Some(Arc::clone(&start)))
                .ask()
                .unwrap()
        );
        assert_eq!(again, prepared.follow(&start, [1, 2], 3).unwrap());
        assert!(
            Follow::new(&prepared, [1, 2], 9_999_999, None)
                .ask()
                .unwrap_err()
                .contains("nobody lives there")
        );
    }
}
