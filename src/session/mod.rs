//! What the page knows: a pure `update(state, message) → effects`, tested natively.
//!
//! The page draws the [`State`] and sends [`Message`]s; [`update()`] answers with [`Effect`]s that the page carries out.
//! Nothing here knows a browser, a clock or a thread.

pub mod answer;
pub mod batch;
pub mod choices;
pub mod collect;
pub mod course;
pub mod dispatch;
pub mod edit;
pub mod errand;
pub mod figures;
pub mod history;
pub mod inquiries;
pub mod kept;
pub mod keys;
pub mod lab;
pub mod link;
pub mod lives;
pub mod message;
mod notices;
pub mod packs;
pub mod reading;
pub mod spending;
pub mod state;
pub mod strategy;
pub mod teams;
pub mod timeline;
pub mod update;
pub mod workshop;

#[cfg(test)]
mod dispatch_tests;
#[cfg(test)]
mod errand_tests;
#[cfg(test)]
mod history_tests;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod update_tests;

pub use choices::Choices;
pub use message::{Edit, Effect, Message};
pub use state::{Route, Run, State, Theme};
pub use update::update;
