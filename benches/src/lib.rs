//! What Kith costs: the work that is measured, natively and as wasm. Knows no clock; those who have
//! one run it.

pub mod reference;
pub mod subjects;
