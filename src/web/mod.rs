//! The page and its workers: Yew views, effects carried out. Only on wasm.
//!
//! What the page knows lives in `session`; a component here draws what it is given and says what happened.

pub mod app;
mod bar;
pub mod worker;

mod about;
mod effects;
mod explore;
mod keyboard;
mod lab;
mod newer;
mod notices;
mod pace;
mod packs;
mod parts;
mod pool;
mod save;
mod snapshot;
mod storage;
mod teams;
mod text;
mod top;
mod workshop;
