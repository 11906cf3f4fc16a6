//! What the answer to each question says, once: a file a question makes it a [`Report`](crate::report::Report), which the page places, the
//! command line prints and files hold. `digest` is of the few numbers that a page has, `report` of the whole answer.
//!
//! Knows no way of answering, and no file.

pub mod about;
pub mod assumptions;
pub mod corner;
pub mod estimates;
pub mod evaluation;
pub mod layers;
pub mod levels;
pub mod movement;
pub mod parts;
pub mod trial;
pub mod worlds;
