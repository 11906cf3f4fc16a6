//! Messages of the catalogue that a view needs, each chosen by what it is about; how what the
//! catalogue says stands in a view.
//!
//! Sentences that follow from results are chosen in `charts`; names of places, indicators and
//! parameters stand in their registries.

mod about;
mod controls;
mod decisions;
pub mod explore;
pub mod lab;
mod money;
mod outcomes;
mod picture;
mod place;
mod taking_away;
pub mod teams;
pub mod why;
pub mod workshop;

pub use about::*;
pub use controls::*;
pub use decisions::*;
pub use money::*;
pub use outcomes::*;
pub use picture::*;
pub use place::*;
pub use taking_away::*;

use crate::session::Theme;
use crate::words::Words;
use yew::AttrValue;
use yew::virtual_dom::{Key, VNode};

pub(crate) use crate::words::kept;
pub(crate) use crate::words::lives::*;
pub(crate) use crate::words::page::*;

/// The name of a look.
pub fn theme(theme: Theme) -> &'static str {
    let words = match theme {
        Theme::Device => THEME_DEVICE,
        Theme::Light => THEME_LIGHT,
        Theme::Dark => THEME_DARK,
        Theme::Contrast => THEME_CONTRAST,
        Theme::Projector => THEME_PROJECTOR,
    };
    words.text()
}

/// How far the re-runs have come.
pub fn progress(done: u32, all: u32) -> String {
    if done >= all {
        progress_all(all)
    } else {
        progress_some(done, all)
    }
}

/// A result that is not the one in the link.
pub fn check_different(version: &str) -> String {
    other_result(version, crate::session::link::VERSION)
}

fn lower(name: &str) -> String {
    crate::charts::words::lower_first(name)
}

/// What the catalogue says stands in a view like any text.
macro_rules! stands_in_views {
    ($($into:ty: $make:expr;)*) => { $(
        impl yew::html::IntoPropValue<$into> for Words {
            fn into_prop_value(self) -> $into {
                $make(self.text())
            }
        }
    )* };
}

stands_in_views! {
    VNode: VNode::from;
    Option<VNode>: |text| Some(VNode::from(text));
    AttrValue: AttrValue::Static;
    Option<AttrValue>: |text| Some(AttrValue::Static(text));
    String: str::to_owned;
    &'static str: |text| text;
}

impl From<Words> for Key {
    fn from(words: Words) -> Self {
        Self::from(words.text())
    }
}

impl From<Words> for AttrValue {
    fn from(words: Words) -> Self {
        Self::Static(words.text())
    }
}
