//! Keys that do what buttons do, in one table: what is pressed, what it is called, what happens. Knows no browser.
//!
//! Single letters can be switched off, because people who speak to their device, or whose hands shake, press them unmeant.

use super::message::Message;
use super::route::Route;
use super::state::State;
use super::workshop::{Said, address::Part};
use super::{explore, page, question};

/// A key that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed<'a> {
    /// Its name, as browsers have it: `"p"`, `"?"`, `"ArrowLeft"`.
    pub key: &'a str,
    /// Whether Control, or Command, is held.
    pub control: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether the focus is where letters are typed or the key has a meaning of its own.
    pub typing: bool,
}

/// One row of the keyboard map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, as browsers name it.
    pub key: &'static str,
    /// The key, as people do.
    pub shown: &'static str,
    /// What it does.
    pub does: &'static str,
}

const fn shortcut(key: &'static str, shown: &'static str, does: &'static str) -> Shortcut {
    Shortcut { key, shown, does }
}

/// Every single key with a meaning.
pub const SHORTCUTS: [Shortcut; 13] = [
    shortcut("?", "?", "Show this list, or close it"),
    shortcut("p", "P", "Let time pass, or stop it"),
    shortcut("[", "[", "One year back"),
    shortcut("]", "]", "One year forward"),
    shortcut("d", "D", "Show the difference, or both worlds"),
    shortcut("s", "S", "Follow somebody else"),
    shortcut("n", "N", "Follow nobody"),
    shortcut("l", "L", "Copy the link"),
    shortcut("e", "E", "Go to Explore"),
    shortcut("w", "W", "Go to the Workshop"),
    shortcut("b", "B", "Go to the Lab"),
    shortcut("a", "A", "Go to About"),
    shortcut("f", "F", "Fit the axes of charts"),
];

/// What steps through the hour: the keys of a clicker too. They work with single letters switched off.
pub const IN_WORKSHOP: [Shortcut; 4] = [
    shortcut(
        "PageDown",
        "Page Down, →, space",
        "In the workshop: the next step",
    ),
    shortcut("PageUp", "Page Up, ←", "In the workshop: the step before"),
    shortcut("Home", "Home", "In the workshop: the first step"),
    shortcut("End", "End", "In the workshop: the last step"),
];

/// Keys that work together with Control or Command, single letters switched off or not.
pub const WITH_CONTROL: [Shortcut; 2] = [
    shortcut("z", "Ctrl Z", "Take the last change back"),
    shortcut("y", "Ctrl Y", "Do it again (or Ctrl Shift Z)"),
];

/// What a key asks for; nothing when it means nothing here.
pub fn message(pressed: Pressed, state: &State) -> Option<Message> {
    if pressed.typing {
        return None;
    }
    if pressed.control {
        return match (pressed.key, pressed.shift) {
            ("z", false) => Some(Message::Question(question::Said::Undo)),
            ("y", false) | ("z" | "Z", true) => Some(Message::Question(question::Said::Redo)),
            _ => None,
        };
    }
    if let (Some(said), false) = (stepping(pressed, state), state.page.keys_shown) {
        return Some(Message::Workshop(said));
    }
    // The list itself can always be asked for while letters are on; without them nothing is left to a single key.
    if !state.page.letters {
        return None;
    }
    match pressed.key {
        "?" => Some(Message::Page(page::Said::ShowKeys(!state.page.keys_shown))),
        "e" => Some(Message::Go(Route::Explore)),
        "w" => Some(Message::Go(Route::Workshop)),
        "b" => Some(Message::Go(Route::Lab)),
        "a" => Some(Message::Go(Route::About)),
        key if state.route == Route::Explore => on_explore(key, state),
        _ => None,
    }
}

fn stepping(pressed: Pressed, state: &State) -> Option<Said> {
    if state.route != Route::Workshop || !matches!(state.workshop.part, Part::Hour | Part::Notes) {
        return None;
    }
    Some(match pressed.key {
        "PageDown" | "ArrowRight" => Said::Next,
        " " if !pressed.shift => Said::Next,
        " " | "PageUp" | "ArrowLeft" => Said::Back,
        "Home" => Said::To(0),
        "End" => Said::To(usize::MAX),
        _ => return None,
    })
}

fn on_explore(key: &str, state: &State) -> Option<Message> {
    Some(match key {
        "p" => Message::Explore(explore::Said::Play(!state.explore.timeline.playing)),
        "[" => Message::Explore(explore::Said::Step(-12)),
        "]" => Message::Explore(explore::Said::Step(12)),
        "d" => Message::Explore(explore::Said::Picture(match state.pictured() {
            explore::Shown::Difference => explore::Shown::Both,
            _ => explore::Shown::Difference,
        })),
        "s" => Message::Explore(explore::Said::SomebodyElse),
        "n" => Message::Explore(explore::Said::Person(None)),
        "l" => Message::Page(page::Said::CopyLink),
        "f" => Message::Question(question::Said::FitAxes),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::session::question;

    fn state() -> State {
        State::new("sample", samples::scenario())
    }

    fn key(key: &str) -> Pressed<'_> {
        Pressed {
            key,
            control: false,
            shift: false,
            typing: false,
        }
    }

    #[test]
    fn every_key_of_the_list_does_something_on_the_first_page() {
        let state = state();
        for shortcut in &SHORTCUTS {
            assert!(
                message(key(shortcut.key), &state).is_some(),
                "{}",
                shortcut.key
            );
        }
        for shortcut in &WITH_CONTROL {
            assert!(
                message(
                    Pressed {
                        control: true,
                        ..key(shortcut.key)
                    },
                    &state
                )
                .is_some(),
                "{}",
                shortcut.key
            );
        }
        assert_eq!(message(key("q"), &state), None);
        assert_eq!(
            message(
                Pressed {
                    control: true,
                    shift: true,
                    ..key("Z")
                },
                &state
            ),
            Some(Message::Question(question::Said::Redo))
        );
    }

    #[test]
    fn keys_are_left_alone_while_typing_and_when_switched_off() {
        let mut state = state();
        for shortcut in &SHORTCUTS {
            assert_eq!(
                message(
                    Pressed {
                        typing: true,
                        ..key(shortcut.key)
                    },
                    &state
                ),
                None
            );
        }
        state.page.letters = false;
        assert!(
            SHORTCUTS
                .iter()
                .all(|shortcut| message(key(shortcut.key), &state).is_none())
        );
        assert_eq!(
            message(
                Pressed {
                    control: true,
                    ..key("z")
                },
                &state
            ),
            Some(Message::Question(question::Said::Undo))
        );
    }

    #[test]
    fn a_clicker_steps_through_the_hour_and_nowhere_else() {
        let mut state = state();
        for shortcut in &IN_WORKSHOP {
            assert_eq!(message(key(shortcut.key), &state), None, "{}", shortcut.key);
        }
        state.route = Route::Workshop;
        state.page.letters = false;
        for (pressed, said) in [
            ("PageDown", Said::Next),
            (" ", Said::Next),
            ("ArrowLeft", Said::Back),
            ("End", Said::To(usize::MAX)),
        ] {
            assert_eq!(message(key(pressed), &state), Some(Message::Workshop(said)));
        }
        assert_eq!(
            message(
                Pressed {
                    shift: true,
                    ..key(" ")
                },
                &state
            ),
            Some(Message::Workshop(Said::Back))
        );
        assert_eq!(
            message(
                Pressed {
                    typing: true,
                    ..key(" ")
                },
                &state
            ),
            None
        );
        state.workshop.part = Part::Guess;
        assert_eq!(message(key("PageDown"), &state), None);
    }

    #[test]
    fn what_belongs_to_the_comparison_is_not_done_elsewhere() {
        let mut state = state();
        state.route = Route::About;
        assert_eq!(message(key("p"), &state), None);
        assert_eq!(message(key("e"), &state), Some(Message::Go(Route::Explore)));
    }
}
