//! Links: everything that a scenario holds as differences from a bundled one, how it is looked at, and back again.
//!
//! `#/explore?f=3&place=wigan&years=15&pilots.area=0.5&v=0.1.0&result=1f2e…&c=7Q2M8K4` Where that would be too long, or cannot say
//! it, the scenario is written whole in few letters (`s=`). Whatever is wrong in a link is left out and told; what remains is a
//! valid scenario. The fingerprint is what the sender saw. The form stands first and a check last, so that a link which was cut
//! or changed on its way is told from a whole one.

mod compact;
mod form;
mod mend;
mod read;
mod seal;
mod view;
mod write;

pub use form::FORM;
pub use form::escape;
pub use form::shorten;
pub(super) use form::unescape;
pub(super) use mend::{mended, without_breaks, without_soft_breaks};
pub(super) use seal::and;
pub use view::View;

use super::choices::Choices;
use super::question::promise::Promise;
use super::route::Route;
use super::workshop::address::Address;
use crate::scenario::Scenario;
use compact::Unreadable;
use read::OWN_PLACE;
use seal::{Soundness, soundness};

/// The version of the program, written into links.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The longest link that is still written readably. Unit: characters.
const LONGEST_READABLE: usize = 1_800;
/// The longest link that is read at all. Unit: bytes. A scenario in few letters takes a small part of that.
const LONGEST_READ: usize = 60_000;
/// The most sentences about one link.
const MOST_WORDS: usize = 12;

/// What a link opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// How it is looked at.
    pub view: View,
    /// The bundled scenario it starts from.
    pub base: &'static str,
    /// The scenario.
    pub scenario: Scenario,
    /// What the sender saw.
    pub promise: Option<Promise>,
    /// What was left out or changed, in sentences.
    pub dropped: Vec<String>,
    /// What else is to be told: that the link is older, newer, or of another version of the program.
    pub told: Vec<String>,
}

/// The link to a scenario that began as a bundled one, of those that there are to choose from: as [`write()`].
pub fn write_beside(
    choices: &Choices,
    view: &View,
    bundled: &str,
    scenario: &Scenario,
    fingerprint: Option<&str>,
) -> String {
    write(
        view,
        choices.scenario_or_default(bundled),
        choices.default_scenario().0,
        scenario,
        fingerprint,
    )
}

/// The link to a scenario, from `#` on; the fingerprint when the result is complete.
pub fn write(
    view: &View,
    base: (&str, &Scenario),
    default: &str,
    scenario: &Scenario,
    fingerprint: Option<&str>,
) -> String {
    let mut pairs = write::differences(base.1, scenario);
    let length: usize = pairs
        .iter()
        .map(|(key, value)| key.len() + value.len() + 2)
        .sum();
    // Reading back what was written is the only sure test that nothing is lost.
    let complete = length <= LONGEST_READABLE && {
        let mut again = base.1.clone();
        let choices = Choices {
            places: vec![known(&scenario.place)],
            scenarios: Vec::new(),
        };
        let unescaped = pairs
            .iter()
            .map(|(key, value)| (key.clone(), unescape(value)))
            .collect::<Vec<_>>();
        take(&mut again, &unescaped, &choices).is_empty() && again == *scenario
    };
    if let (false, Some(letters)) = (complete, compact::write(scenario)) {
        pairs = vec![("s".to_owned(), letters)];
    }
    if base.0 != default {
        pairs.insert(0, ("from".to_owned(), base.0.to_owned()));
    }
    match view.route {
        Route::Explore => pairs.extend(view.pairs()),
        Route::Workshop => pairs.extend(view.workshop.pairs()),
        Route::Lab | Route::About => {}
    }
    if !pairs.is_empty() || fingerprint.is_some() {
        // First, so that whatever is left of a link says that a check should stand at its end.
        pairs.insert(0, ("f".to_owned(), FORM.to_string()));
        pairs.push(("v".to_owned(), VERSION.to_owned()));
    }
    if let Some(fingerprint) = fingerprint {
        pairs.push(("result".to_owned(), fingerprint.to_owned()));
    }
    let mut hash = format!("#/{}", view.route.id());
    if view.route == Route::Workshop {
        hash.push_str(&view.workshop.path());
    }
    for (k, (key, value)) in pairs.iter().enumerate() {
        hash.push(if k == 0 { '?' } else { '&' });
        hash.push_str(key);
        hash.push('=');
        hash.push_str(value);
    }
    seal::seal(&hash)
}

fn known(place: &str) -> super::choices::PlaceChoice {
    super::choices::PlaceChoice {
        id: place.to_owned(),
        name: String::new(),
    }
}

/// Changes a scenario by pairs, those on which others build first; sentences about those that were left out.
fn take(scenario: &mut Scenario, pairs: &[(String, String)], choices: &Choices) -> Vec<String> {
    let mut dropped = Vec::new();
    for rank in 0..3 {
        for (key, value) in pairs.iter().filter(|(key, _)| read::rank(key) == rank) {
            if let Err(words) = read::pair(scenario, key, value, choices) {
                dropped.extend(words);
            }
        }
    }
    dropped
}

/// Opens a link: always a valid scenario, with a sentence for everything that was left out.
#[expect(clippy::too_many_lines, reason = "a line for each part of a link")]
pub fn read(hash: &str, choices: &Choices) -> Opened {
    let hash = if hash.len() <= LONGEST_READ {
        mended(hash)
    } else {
        hash.trim_start_matches(['#', '/']).to_owned()
    };
    let sound = soundness(&hash);
    let (path, query) = hash.split_once('?').unwrap_or((&hash, ""));
    let mut dropped = Vec::new();
    let mut view = View::default();
    match Route::ALL.iter().find(|(_, id)| *id == path) {
        Some((route, _)) => view.route = *route,
        None if path.starts_with("workshop/") => {
            view.route = Route::Workshop;
            match Address::of_path(&path["workshop/".len()..]) {
                Ok(address) => view.workshop = address,
                Err(words) => dropped.push(words),
            }
        }
        None if path.is_empty() => {}
        None => dropped.push(format!(
            "There is no page “{}”; this is the first one.",
            shorten(path)
        )),
    }
    let query = if query.len() <= LONGEST_READ {
        query
    } else {
        dropped.push(format!("It is longer than any link that Kith writes ({LONGEST_READ} characters) and was not read."));
        ""
    };
    let mut pairs: Vec<(String, String)> = query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (unescape(key), unescape(value)))
        .collect();
    let mut told: Vec<String> = doubts(&sound, &mut pairs).into_iter().collect();
    let find = |wanted: &str| {
        pairs
            .iter()
            .find(|(key, _)| key == wanted)
            .map(|(_, value)| value.clone())
    };
    let (default, _) = choices.default_scenario();
    // "scenario" is what a hand would type.
    let base = find("from")
        .or_else(|| find("scenario"))
        .unwrap_or_else(|| default.to_owned());
    let (base, original) = choices.scenario(&base).unwrap_or_else(|| {
        dropped.push(format!(
            "There is no scenario “{}”; the usual one is used.",
            shorten(&base)
        ));
        choices.default_scenario()
    });
    let mut scenario = original.clone();
    if let Some(letters) = find("s") {
        dropped.extend(whole(&mut scenario, &letters, choices));
    }
    let (form, version, result) = (find("f"), find("v"), find("result"));
    pairs.retain(|(key, value)| match view.read(key, value) {
        Some(Err(words)) => {
            dropped.push(words);
            false
        }
        Some(Ok(())) => false,
        None => !["from", "scenario", "s", "f", "v", "result"].contains(&key.as_str()),
    });
    dropped.extend(take(&mut scenario, &pairs, choices));
    if dropped.len() > MOST_WORDS {
        let more = dropped.len() - MOST_WORDS;
        dropped.truncate(MOST_WORDS);
        dropped.push(format!("And {more} more."));
    }
    let is_whole = |fingerprint: &String| {
        fingerprint.len() == 16 && fingerprint.bytes().all(|b| b.is_ascii_hexdigit())
    };
    if let Some(cut) = result.as_ref().filter(|result| !is_whole(result)) {
        let words = "so whether this device gets the same cannot be said";
        told.push(format!(
            "The result that was promised in this link is incomplete (“{}”), {words}.",
            shorten(cut)
        ));
    }
    let promise = result.filter(is_whole);
    told.extend(origin(
        form.as_deref(),
        version.as_deref(),
        promise.is_some(),
    ));
    let version = version.as_deref().unwrap_or("an unknown version");
    let promise = promise.map(|fingerprint| Promise {
        fingerprint,
        version: shorten(version),
    });
    Opened {
        view,
        base,
        scenario,
        promise,
        dropped,
        told,
    }
}

/// What has happened to a link that is not as it was written, as the end of a sentence that begins with it. The text is mended.
pub(super) fn damage(text: &str) -> Option<&'static str> {
    match soundness(text) {
        Soundness::Incomplete => Some("is incomplete"),
        Soundness::Changed => Some("was changed on its way"),
        _ => None,
    }
}

/// Takes a whole scenario from its letters; what is to be told if that cannot be.
fn whole(scenario: &mut Scenario, letters: &str, choices: &Choices) -> Option<String> {
    match compact::read(letters, &scenario.place, choices) {
        Ok((found, false)) => *scenario = found,
        Ok((found, true)) => {
            *scenario = found;
            return Some(format!(
                "Its place is not known here; {} is used. {OWN_PLACE}",
                choices.place_name(&scenario.place)
            ));
        }
        Err(Unreadable::OtherForm(form)) => {
            return Some(format!(
                "Its scenario is written in form {form}, which this version of Kith does not know."
            ));
        }
        Err(Unreadable::Damaged) => {
            return Some("Its scenario is damaged: letters are missing or changed.".to_owned());
        }
        Err(Unreadable::Wrong(problems)) => {
            let first = problems
                .first()
                .map_or_else(String::new, ToString::to_string);
            return Some(format!("Its scenario holds what none may: {first}."));
        }
    }
    None
}

/// What must be said of a link that is not as it was written. What stands last in one that was cut is left out where it cannot
/// have been typed by hand.
fn doubts(sound: &Soundness, pairs: &mut Vec<(String, String)>) -> Option<String> {
    let shown = |(key, value): &(String, String)| shorten(&format!("{key}={value}"));
    let is_written = pairs.first().is_some_and(|(key, _)| key == "f");
    let last = pairs.last().cloned();
    let words = match (sound, last) {
        (Soundness::Incomplete, None) => "This link is incomplete: it ends before it says anything. Ask for the whole link.".to_owned(),
        (Soundness::Incomplete, Some((key, _))) if seal::is_check(&key) => {
            "This link is incomplete: the check at its end is cut off. What it asks for seems to be there; ask for the whole link to be sure.".to_owned()
        }
        (Soundness::Incomplete, Some(last)) if is_written => {
            pairs.pop();
            format!(
                "This link is incomplete: its end is missing. “{}” stood last and may be cut short, so it was left out, and more may be missing. Ask for the whole link.",
                shown(&last)
            )
        }
        (Soundness::Incomplete, Some(last)) => format!(
            "This link is incomplete: the end that Kith writes is missing. “{}” stands last and may be cut short, and more may be missing. \
             Ask for the whole link, unless you typed it yourself.",
            shown(&last)
        ),
        (Soundness::Changed, _) => {
            let held: Vec<String> = pairs.iter().filter(|(key, _)| !["f", "v"].contains(&key.as_str()) && !seal::is_check(key)).map(shown).collect();
            let more = if held.len() > MOST_WORDS { ", and more" } else { "" };
            format!(
                "This link was changed on its way: its check does not fit, so something in it may not be what was sent. It says now: {}{more}. \
                 Compare that with the sender, or ask for the link again.",
                held.iter().take(MOST_WORDS).map(String::as_str).collect::<Vec<_>>().join(", ")
            )
        }
        _ => return pairs_without_check(pairs),
    };
    pairs_without_check(pairs);
    Some(words)
}

/// Takes the check out: it is about the link, not about the scenario.
fn pairs_without_check(pairs: &mut Vec<(String, String)>) -> Option<String> {
    pairs.retain(|(key, _)| !seal::is_check(key));
    None
}

/// What a reader must know about where a link comes from. Links typed by hand have no version and no result, and are no news.
fn origin(form: Option<&str>, version: Option<&str>, has_result: bool) -> Vec<String> {
    let mut told = Vec::new();
    match form.map(str::parse::<u32>) {
        None if has_result => told.push(
            "This link is of an older form, which held no names, events, decisions or budgets: those are the usual ones. \
             It has been brought up to date in your address bar."
                .to_owned(),
        ),
        Some(Ok(form)) if form > FORM => told.push(format!(
            "This link was made by a newer Kith (form {form}; this one knows {FORM}). What it knows of it is shown; load the newest page for the rest."
        )),
        _ => {}
    }
    if let Some(version) = version.filter(|version| *version != VERSION) {
        told.push(format!(
            "This link was made with Kith {}; this is {VERSION}, so the same scenario may come to another result.",
            shorten(version)
        ));
    }
    told
}

#[cfg(test)]
mod soundness_tests;
#[cfg(test)]
mod tests;
