//! Questions asked of ensembles. Knows no way of showing an answer.

pub mod finding;
