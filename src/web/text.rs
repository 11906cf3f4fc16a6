//! Every word of the page in one place: plain English, so that another language later is another file.
//!
//! Sentences that follow from results are in `charts::words`; names of places, indicators and parameters in their registries.

/// Words by name. It stands before the files below, because they use it too.
macro_rules! words {
    ($($name:ident = $words:literal;)*) => { $(pub const $name: &str = $words;)* };
}

mod about;
mod controls;
mod decisions;
pub mod kept;
pub mod lab;
mod lives;
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
pub use lives::*;
pub use money::*;
pub use outcomes::*;
pub use picture::*;
pub use place::*;
pub use taking_away::*;

use crate::session::Theme;

words! {
    CHOOSE_FILES = "Choose files or pictures";
    TAKE_PHOTO = "Take a photo of a code";
    FILE_UNREAD = "The file could not be read: choose a text file that Kith saved, or a picture of a code.";
    NAME = "Kith";
    TAGLINE = "how a place changes";
    SKIP = "Skip to the content";
    NAVIGATION = "Views";
    BUNDLED = "Scenarios that come with Kith";
    EXPLORE = "Explore";
    WORKSHOP = "Workshop";
    LAB = "Lab";
    ABOUT = "About";
    LOOK = "Look";
    DISMISS = "Close";
    MODEL_NOT_FORECAST = "A model, not a forecast. Every person in it is invented.";
    FOOTER = "Nothing leaves your device. Free software, MIT or Apache 2.0. Kith";
    OTHER_BUILD = "A newer version is here: reload; your work is in the address.";
    RELOAD = "Reload";
    WORKERS_LOST = "The part of the page that runs the model stopped three times. Try again, with fewer people if need be.";
    HEADLINE = "The comparison in one sentence";
    SURENESS = "How far this can be relied on";
    NOT_ASKED = "How often this holds when every assumption is drawn from its plausible range, and which evidence carries it, was worked out beforehand for the default question only.";
    ASK_NOW = "Ask it of this one (some minutes)";
    PROGRESS = "Runs done";
    STOP = "Stop";
    RESUME = "Run the rest";
    COPY_LINK = "Copy link";
    FINGERPRINT = "Result";
    FINGERPRINT_HINT = "Whoever opens your link sees whether their computer gets the same result, to the last bit.";
    FAILED = "This could not be run.";
    CHECK_WAITING = "Checking that you get the same result as the person who sent the link…";
    CHECK_SAME = "Same result as in the link, to the last bit.";
}

/// The name of a look.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "As device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
        Theme::Projector => "Projector",
    }
}

/// Said after a sentence that this device did not work out itself.
pub fn beforehand(runs: u32) -> String {
    format!("Worked out beforehand, {runs} runs.")
}

/// How far the re-runs have come.
pub fn progress(done: u32, all: u32) -> String {
    if done >= all {
        format!("{all} runs done")
    } else {
        format!("{done} of {all} runs")
    }
}

/// A result that is not the one in the link.
pub fn check_different(version: &str) -> String {
    format!(
        "Not the same result as in the link. It was made with version {version}; this is {}.",
        crate::session::link::VERSION
    )
}

fn lower(name: &str) -> String {
    crate::charts::words::lower_first(name)
}

/// What is outside its registered range, above everything that the page shows.
pub fn beyond(mark: &str) -> String {
    format!(
        "This is {mark}. The model was not built or checked for that: it tries the model and says nothing of a place."
    )
}
