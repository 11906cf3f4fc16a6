//! The page and its workers: Yew views, effects carried out. Only on wasm.

pub mod app;
pub mod worker;
