//! The page itself, whatever is seen on it: its look, what it tells, keys, the search of the model's tables.

use super::action::Action;
use super::effect::Effect;
use super::notices::Notices;
use super::theme::Theme;

/// What is known of the page itself.
#[derive(Clone, Debug)]
pub struct Page {
    /// The look.
    pub theme: Theme,
    /// Things to tell.
    pub notices: Notices,
    /// Whether a newer build of the page is there.
    pub newer_build: bool,
    /// What the model's tables are searched for.
    pub search: String,
    /// Whether single letters do what buttons do.
    pub letters: bool,
    /// Whether the list of keys is shown.
    pub keys_shown: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            theme: Theme::Device,
            notices: Notices::default(),
            newer_build: false,
            search: String::new(),
            letters: true,
            keys_shown: false,
        }
    }
}

/// What happened to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// This page is not of the newest build.
    NewerBuild,
    /// Another look.
    Theme(Theme),
    /// Copy the link.
    CopyLink,
    /// Whether the link was copied.
    LinkCopied(bool),
    /// Whether words were copied that are not the link.
    Copied(bool),
    /// Show the list of keys, or close it.
    ShowKeys(bool),
    /// Let single letters do what buttons do, or not.
    Letters(bool),
    /// A notice was read, or has been there long enough.
    Dismiss(usize),
    /// Search the model's tables.
    Search(String),
}

/// Takes in what happened.
pub fn update(page: &mut Page, said: Said) -> Vec<Action> {
    match said {
        Said::NewerBuild => page.newer_build = true,
        Said::Theme(theme) => return vec![Action::Look(theme)],
        Said::CopyLink => {
            return vec![Action::Address { push: false }, Effect::CopyLink.into()];
        }
        Said::LinkCopied(copied) => page.notices.copied(
            copied,
            crate::words::notices::LINK_COPIED,
            crate::words::notices::LINK_NOT_COPIED,
        ),
        Said::Copied(copied) => page.notices.copied(
            copied,
            crate::words::notices::COPIED,
            crate::words::notices::NOT_COPIED,
        ),
        Said::ShowKeys(shown) => page.keys_shown = shown,
        Said::Letters(on) => {
            page.letters = on;
            return vec![Effect::KeepLetters(on).into()];
        }
        Said::Dismiss(id) => page.notices.dismiss(id),
        Said::Search(words) => page.search = words,
    }
    Vec::new()
}
