//! What the page knows: a pure `update(state, message) → effects`, tested natively.
//!
//! The page draws the [`State`] and sends [`Message`]s; [`update()`] answers with [`Effect`]s that the page carries out.
//! Nothing here knows a browser, a clock or a thread.
//!
//! A screen is a file with its folder: it owns its state, says in `Said` what can happen to it, and takes that in by an exhaustive
//! `update`, which sees of the rest only the [`context`] and asks for what concerns others by [`action`]s. Imports go one way:
//!
//! ```text
//! edit, figures, link, choices …   what is looked up, read and written
//! */order → effect                 what the page is asked to do
//! question → inquiries → lives     what is asked, run and answered
//! action, context                  what screens ask of others, and may read of them
//! explore, page, kept, workshop, teams, lab    the screens; none changes another
//! message, state → update          what can happen, what is known, and who does what follows
//! ```

pub mod action;
mod address;
pub mod answer;
pub mod batch;
pub mod choices;
pub mod collect;
pub mod context;
pub mod course;
pub mod dispatch;
pub mod edit;
pub mod effect;
pub mod errand;
pub mod explore;
pub mod figures;
pub mod inquiries;
pub mod kept;
pub mod keys;
pub mod lab;
pub mod link;
pub mod lives;
pub mod message;
pub mod notices;
pub mod packs;
pub mod page;
pub mod question;
pub mod reading;
pub mod route;
pub mod spending;
pub mod state;
pub mod strategy;
mod taking_in;
pub mod teams;
pub mod theme;
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
pub use edit::Edit;
pub use effect::Effect;
pub use message::Message;
pub use question::run::Run;
pub use route::Route;
pub use state::State;
pub use theme::Theme;
pub use update::update;
