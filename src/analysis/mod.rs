//! Questions asked of the model and of ensembles. Knows no way of showing an answer.

pub mod calibration;
pub mod finding;
pub mod patterns;
pub mod question;
pub mod statistics;
