//! The time on screen: played, stepped, scrubbed, never beyond the end of what is shown.

use crate::session::effect::Effect;

/// The time on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The month shown, counted from 0 at the branching of the arms.
    pub month: u32,
    /// Whether months pass by themselves.
    pub playing: bool,
    /// Months a second.
    pub speed: u32,
    /// Whether to start by itself with the first result.
    pub autoplay: bool,
}

impl Default for Timeline {
    fn default() -> Self {
        Self {
            month: 0,
            playing: false,
            speed: 12,
            autoplay: true,
        }
    }
}

impl Timeline {
    /// Lets the months pass, or stops them. At the end they begin anew.
    pub(super) fn play(&mut self, playing: bool, end: u32) -> Effect {
        self.playing = playing;
        self.autoplay = false;
        if playing && self.month >= end {
            self.month = 0;
        }
        self.clock()
    }

    /// So many months a second.
    pub(super) fn speed(&mut self, speed: u32) -> Effect {
        self.speed = speed.clamp(1, 60);
        self.clock()
    }

    fn clock(self) -> Effect {
        Effect::Clock(if self.playing { self.speed } else { 0 })
    }

    /// To a month, where it stands.
    pub(super) fn seek(&mut self, month: u32) -> Option<Effect> {
        self.month = month;
        self.autoplay = false;
        std::mem::replace(&mut self.playing, false).then_some(Effect::Clock(0))
    }

    /// One more month has passed.
    pub(super) fn tick(&mut self, end: u32) -> Option<Effect> {
        if !self.playing {
            return None;
        }
        self.month = (self.month + 1).min(end);
        if self.month < end {
            return None;
        }
        self.playing = false;
        Some(Effect::Clock(0))
    }

    /// The first result of a run is there: who stood at the end of the one before stands at its end.
    pub(super) fn came(&mut self, before: u32, end: u32) {
        let at_the_end = self.month >= before && !self.playing;
        self.month = if at_the_end { end } else { self.month.min(end) };
    }

    /// The first picture moves by itself, or stands at the end where less motion is asked for.
    pub(super) fn first_look(&mut self, end: u32) -> Option<Effect> {
        if std::mem::take(&mut self.autoplay) {
            (self.playing, self.month) = (true, 0);
            Some(self.clock())
        } else {
            self.month = end;
            None
        }
    }

    /// Stands at a month, and nothing moves.
    pub(super) fn stand_at(&mut self, month: u32) {
        (self.playing, self.month) = (false, month);
    }
}
