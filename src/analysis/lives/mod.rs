//! Following somebody: whom to look at, where one person's two lives part, and what then happens in each, in order of time.
//!
//! Structure only, no words. Order in time is all that is claimed: the model has no record of why something happened to
//! somebody, and luck is the same in both lives.

pub mod chain;
pub mod events;
pub mod proposals;
pub mod question;
