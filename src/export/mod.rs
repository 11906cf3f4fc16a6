//! Results as bytes, each with where it came from.
