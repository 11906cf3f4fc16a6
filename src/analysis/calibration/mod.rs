//! Calibration by history matching (Craig et al. 1997; Vernon, Goldstein & Bower 2010; Andrianakis et al. 2015): in waves,
//! run the model at points of a space-filling design, fit an emulator to each measure, rule out where a measure would be
//! implausibly far from its band, and go on in what is left.
//!
//! It sees business as usual, benches of single events and trials of single approaches. It cannot see a comparison: what it
//! runs is a [`Baseline`](super::patterns::Baseline), which has no arms and no money.

mod emulator;
mod linear;
mod search;
mod space;
mod wave;

pub use emulator::Emulator;
pub use search::{Fitted, fit, outside_counts_most};
pub use space::{Space, sobol};
pub use wave::{Target, Wave, targets};

/// The parameters that calibration sets, each with the value it had before: what sources and judgement say without the
/// model. They are those that say where the levels of business as usual lie and that no source gives as such; everything
/// else keeps the value of its source. The registered defaults of these are what `kith calibrate` prints.
pub const FREE: &[(&str, f32)] = &[
    ("wellbeing.distance", 0.72),
    ("wellbeing.spread", 0.62),
    ("wellbeing.slow_half_life", 48.0),
    ("ties.lonely_base", -1.78),
    ("ties.lonely_youth", 0.40),
    ("ties.formation", 3.0),
    ("ties.loss_close", 0.04),
    ("ties.loss_weak", 0.30),
    ("support.willing", 0.40),
    ("support.family_hours", 26.0),
    ("support.kin_hours", 6.0),
    ("life_events.need_hours_lot", 30.0),
    ("problems.first_time_base", 0.42),
    ("problems.contacts_per_head", 0.085),
    ("problems.routine_contacts", 5.6),
    ("crisis.attendance_rate", 0.36),
    ("crisis.attendance_deprivation", 1.45),
    ("crisis.frailty_spread", 0.8),
    ("crisis.admission_rate", 0.062),
    ("crisis.admission_deprivation", 1.3),
    ("community.volunteer_start", 0.07),
    ("community.volunteer_stop", 0.25),
];
