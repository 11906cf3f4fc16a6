//! Words of the hour.
