//! Questions asked of the model and of ensembles. Knows no way of showing an answer.

pub mod arms;
pub mod attribute;
pub mod calibration;
pub mod couplings;
pub mod digest;
pub mod estimate;
pub mod evaluate;
pub mod factorial;
pub mod factors;
pub mod finding;
pub mod findings;
pub mod forest;
pub mod in_parts;
pub mod layers;
pub mod lives;
pub mod outcomes;
pub mod patterns;
pub mod plausible;
pub mod question;
pub mod regression;
pub mod robustness;
pub mod sensitivity;
pub mod shapley;
pub mod statistics;
pub mod trial;
pub mod without;
