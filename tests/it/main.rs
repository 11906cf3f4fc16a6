//! Tests of the library as a whole.

mod census;
mod command_line;
mod place;
