//! Tests of the library as a whole.

mod command_line;
