//! Tests of the library as a whole.

mod census;
mod place;
