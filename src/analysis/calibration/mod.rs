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
    ("demography.leaving_home", 0.18),
    ("demography.partnering", 0.025),
    ("wellbeing.distance", 0.67),
    ("wellbeing.spread", 0.62),
    ("wellbeing.slow_half_life", 48.0),
    ("ties.lonely_base", -1.84),
    ("ties.lonely_youth", 0.42),
    ("ties.lonely_low", 0.09),
    ("ties.formation_close", 3.0),
    ("ties.formation", 1.2),
    ("ties.loss_close", 0.05),
    ("ties.loss_weak", 0.5),
    ("support.willing", 0.25),
    ("support.kin_deprivation", 0.6),
    ("support.paid_help", 0.30),
    ("support.constant_share", 0.85),
    ("support.kin_hours", 6.0),
    ("support.least_hours", 3.0),
    ("problems.first_time_base", 0.42),
    ("problems.routine_contacts", 5.6),
    ("crisis.attendance_rate", 0.385),
    ("crisis.attendance_deprivation", 1.73),
    ("crisis.frailty_spread", 1.3),
    ("crisis.admission_rate", 0.062),
    ("crisis.admission_deprivation", 1.3),
];
