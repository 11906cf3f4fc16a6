//! A whole scenario in as few letters as can be, for those too far from a bundled one to be written readably.
//!
//! A version byte, then postcard, in letters that addresses allow. What comes out is checked like a file: letters from a
//! stranger become a valid scenario or all their problems.

use crate::scenario::Scenario;
use crate::scenario::validate::{self, Places, Problem};
use crate::session::choices::Choices;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The version of this form: the shape of a scenario in bytes. Another shape needs another number.
const FORM: u8 = 1;

/// Why letters are no scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// They are of another form.
    OtherForm(u8),
    /// They are damaged.
    Damaged,
    /// They hold what no scenario may.
    Wrong(Vec<Problem>),
}

/// A scenario as letters. What money can buy is not among them: a link always means the bundled catalogue.
pub fn write(scenario: &Scenario) -> Option<String> {
    let bare = Scenario {
        approaches: Vec::new(),
        ..scenario.clone()
    };
    let mut bytes = vec![FORM];
    bytes.extend(postcard::to_allocvec(&bare).ok()?);
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// Letters as a checked scenario. A place that is not known here becomes `place`; whether that was so is the second answer.
pub fn read(letters: &str, place: &str, choices: &Choices) -> Result<(Scenario, bool), Unreadable> {
    let bytes = URL_SAFE_NO_PAD
        .decode(letters.trim_end_matches('='))
        .map_err(|_| Unreadable::Damaged)?;
    let (form, rest) = bytes.split_first().ok_or(Unreadable::Damaged)?;
    if *form != FORM {
        return Err(Unreadable::OtherForm(*form));
    }
    let mut scenario: Scenario = postcard::from_bytes(rest).map_err(|_| Unreadable::Damaged)?;
    let places: Vec<&str> = choices
        .places
        .iter()
        .map(|place| place.id.as_str())
        .collect();
    let known = places.contains(&scenario.place.as_str());
    if !known {
        place.clone_into(&mut scenario.place);
    }
    let known_here = Places {
        known: &places,
        ..Places::BUNDLED
    };
    validate::parse_beside(&validate::write(&scenario), &known_here)
        .map(|checked| (checked, !known))
        .map_err(Unreadable::Wrong)
}
