//! The drawing on this device: what is drawn so far, whether it is locked, and what is kept of it.

use super::guess::{Curve, Guess, POINTS, QUESTIONS, TOP, nick};

/// What one person draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What is drawn, and for which question.
    pub guess: Guess,
    /// The world drawn now: 0 is the first strategy's.
    pub side: usize,
    /// Whether it is finished.
    pub locked: bool,
    /// The question whose result is looked at, once one was chosen.
    pub look: Option<usize>,
}

/// What happened to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Another question.
    Question(usize),
    /// Another question to look at once everything is drawn: what is drawn about the other one stays with its guess.
    Look(usize),
    /// Another world.
    Side(usize),
    /// A point moved to a height; the start tells where a new curve begins.
    Point {
        /// Which point.
        point: usize,
        /// Its height.
        height: u8,
        /// The height at which everybody starts.
        start: u8,
    },
    /// The hand left the pad.
    Lifted,
    /// A curve is taken back.
    Erase(usize),
    /// A name.
    Nick(String),
    /// It is finished, or to be changed after all.
    Lock(bool),
    /// It is one of the room's guesses: the trainer drew it for somebody.
    Add,
}

/// What follows from what was kept: `locked` or `open`, and the code.
const LOCKED: &str = "locked ";

impl Draft {
    /// What is kept of it.
    pub fn text(&self) -> String {
        if self.guess.curves == [None, None] {
            return String::new();
        }
        let state = if self.locked { LOCKED } else { "open " };
        [state, &self.guess.code(), "|", &self.guess.nick].concat()
    }

    /// What was kept is here again; what cannot be read is left.
    pub fn recall(&mut self, text: &str) {
        let (state, rest) = text.split_once(' ').unwrap_or_default();
        let (code, name) = rest.split_once('|').unwrap_or((rest, ""));
        if let Ok(guess) = Guess::read(code, name) {
            (self.guess, self.locked) = (guess, state == LOCKED.trim_end());
        }
    }

    /// Takes in what happened; whether it is to be kept as it is now.
    pub(super) fn update(&mut self, said: Said) -> bool {
        match said {
            Said::Question(k) => {
                let other = k < QUESTIONS.len() && usize::from(self.guess.question) != k;
                if other && !self.locked {
                    let nick = std::mem::take(&mut self.guess.nick);
                    self.guess = Guess {
                        question: k as u8,
                        nick,
                        ..Guess::default()
                    };
                }
            }
            Said::Look(k) => {
                self.look = Some(k.min(QUESTIONS.len() - 1));
                return false;
            }
            Said::Side(side) => self.side = side.min(1),
            Said::Point {
                point,
                height,
                start,
            } => {
                if !self.locked && point < POINTS {
                    let fresh = [start.min(TOP); POINTS];
                    let curve: &mut Curve = self.guess.curves[self.side].get_or_insert(fresh);
                    curve[point] = height.min(TOP);
                    return false;
                }
            }
            Said::Erase(side) => {
                if !self.locked {
                    self.guess.curves[side.min(1)] = None;
                }
            }
            Said::Nick(name) => self.guess.nick = nick(&name),
            Said::Lock(locked) => self.locked = locked && !self.is_empty(),
            // The hand has moved what it moved, and the room has taken in what it took in.
            Said::Lifted | Said::Add => {}
        }
        true
    }

    /// The pad is free for the next one, about the same question.
    pub(super) fn clear(&mut self) {
        let question = self.guess.question;
        *self = Self::default();
        self.guess.question = question;
    }

    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.guess.curves == [None, None]
    }
}

/// The points that a hand has passed since it was last seen, each with its value: however quick it is, none is left out.
/// The last is where it is now.
pub fn passed(before: (usize, f64), now: (usize, f64)) -> Vec<(usize, f64)> {
    let apart = now.0.abs_diff(before.0).max(1);
    let at = |step: usize| {
        let share = step as f64 / apart as f64;
        let point = if now.0 >= before.0 {
            before.0 + step
        } else {
            before.0 - step
        };
        (point, before.1 + (now.1 - before.1) * share)
    };
    if before.0 == now.0 {
        vec![now]
    } else {
        (1..=apart).map(at).collect()
    }
}

/// The one pointer that draws: a finger, a pen or a mouse, and the point and value at which it was last.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pointer {
    drawing: Option<(i32, Option<(usize, f64)>)>,
}

impl Pointer {
    /// A pointer touches the pad; whether it draws now. While one draws, a second one does not.
    pub fn begins(&mut self, pointer: i32) -> bool {
        if self.drawing.is_some_and(|(drawing, _)| drawing != pointer) {
            return false;
        }
        self.drawing = Some((pointer, None));
        true
    }

    /// A pointer is somewhere: the points that it has passed, if it is the one that draws.
    pub fn moves(&mut self, pointer: i32, now: (usize, f64)) -> Vec<(usize, f64)> {
        match self.drawing {
            Some((drawing, before)) if drawing == pointer => {
                self.drawing = Some((pointer, Some(now)));
                passed(before.unwrap_or(now), now)
            }
            _ => Vec::new(),
        }
    }

    /// A pointer leaves or is taken away; whether it was the one that drew.
    pub fn ends(&mut self, pointer: i32) -> bool {
        self.drawing
            .take_if(|(drawing, _)| *drawing == pointer)
            .is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_finger_bends_nothing() {
        let mut hand = Pointer::default();
        assert_eq!(
            hand.moves(7, (0, 60.0)),
            [],
            "a pointer that hovers draws nothing"
        );
        assert!(hand.begins(1));
        assert_eq!(hand.moves(1, (0, 60.0)), [(0, 60.0)]);
        assert!(!hand.begins(2), "the first one draws");
        assert_eq!(hand.moves(2, (4, 10.0)), []);
        assert!(!hand.ends(2), "the second one leaves, the first goes on");
        assert_eq!(hand.moves(1, (2, 64.0)), [(1, 62.0), (2, 64.0)]);
        assert!(hand.ends(1) && !hand.ends(1));
        assert!(hand.begins(2), "now it may");
        assert_eq!(
            hand.moves(2, (4, 10.0)),
            [(4, 10.0)],
            "and it begins where it is, not where the other one was"
        );
    }

    #[test]
    fn a_quick_hand_leaves_no_point_out_either_way() {
        assert_eq!(
            passed((0, 60.0), (3, 66.0)),
            [(1, 62.0), (2, 64.0), (3, 66.0)]
        );
        assert_eq!(passed((3, 66.0), (1, 60.0)), [(2, 63.0), (1, 60.0)]);
        assert_eq!(passed((2, 50.0), (2, 70.0)), [(2, 70.0)]);
    }
}
