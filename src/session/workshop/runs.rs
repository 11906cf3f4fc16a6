//! How many runs stand behind a sentence of the hour. A trainer reads it aloud the moment it is there: with few runs it claims
//! no direction, with some it says that it may still change, and only then is it firm.

use crate::analysis::verdict::FEWEST;
use crate::charts::words::lower_first;
use crate::session::question::run::Run;

/// From this many runs on a sentence stands as it is.
pub const FIRM: u32 = 16;

/// The runs that are in, of those that are to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runs {
    /// In.
    pub done: u32,
    /// In all.
    pub all: u32,
}

impl Runs {
    /// Those of a run of the page.
    pub fn of(run: &Run) -> Self {
        Self {
            done: run.ensemble.len() as u32,
            all: run.scenario.replicates,
        }
    }

    /// Whether they are too few to claim a direction.
    pub fn are_too_few(self) -> bool {
        self.done < FEWEST
    }

    /// Whether what they say can stand.
    pub fn are_firm(self) -> bool {
        self.done >= FIRM
    }

    /// "So far, 9 of 64 runs", "With only 4 runs".
    fn so_far(self) -> String {
        let runs = if self.done == 1 { "run" } else { "runs" };
        if self.done < self.all {
            format!("So far, {} of {} runs", self.done, self.all)
        } else {
            format!("With only {} {runs}", self.done)
        }
    }

    /// What stands in place of a finding while there are too few.
    pub fn too_few(self) -> String {
        let wait = if self.done < self.all {
            " Wait for more."
        } else {
            ""
        };
        format!("{}: too few to say which way it goes.{wait}", self.so_far())
    }

    /// A sentence that states a finding, said as firmly as these runs allow.
    pub fn say(self, finding: &str) -> String {
        match (self.are_too_few(), self.are_firm()) {
            (true, _) => self.too_few(),
            (_, true) => finding.to_owned(),
            _ => format!(
                "{}: {} This may still change.",
                self.so_far(),
                lower_first(finding)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_runs_claim_nothing_some_may_change_and_sixteen_are_firm() {
        let said = |done, all| Runs { done, all }.say("After 10 years pilots do better.");
        for done in 0..FEWEST {
            for all in [done, 64] {
                assert!(!said(done, all).contains("better"), "{}", said(done, all));
            }
        }
        assert_eq!(
            said(3, 64),
            "So far, 3 of 64 runs: too few to say which way it goes. Wait for more."
        );
        assert_eq!(
            said(1, 1),
            "With only 1 run: too few to say which way it goes."
        );
        assert_eq!(
            said(9, 64),
            "So far, 9 of 64 runs: after 10 years pilots do better. This may still change."
        );
        assert_eq!(
            said(15, 15),
            "With only 15 runs: after 10 years pilots do better. This may still change."
        );
        assert_eq!(said(16, 64), "After 10 years pilots do better.");
    }
}
