//! Every word of the page in one catalogue: a constant for each message, a function for each that
//! has arguments, made while building from `static/words`, where one folder is one language.
//!
//! What is said is said in the language of the thread that says it: English, until whoever draws
//! chooses another one ([`speak`]). The model knows nothing of it; only what is shown to people
//! comes from here.

mod language;
mod pseudo;
mod say;

pub use language::{Language, speak, spoken};
pub use say::{Section, Value, Whole, Words};

use language::Plurals;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
