//! Words of the lab.
