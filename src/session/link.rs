//! Links: everything that a scenario holds as differences from a bundled one, how it is looked at, and back again.
//!
//! `#/explore?place=wigan&years=15&pilots.area=0.5&f=2&v=0.1.0&result=1f2e…` Where that would be too long, or cannot say it,
//! the scenario is written whole in few letters (`s=`). Whatever is wrong in a link is left out and told; what remains is a
//! valid scenario. The fingerprint is what the sender saw.

mod compact;
mod form;
mod read;
mod view;
mod write;

pub use form::escape;
pub use form::shorten;
pub(super) use form::unescape;
pub use view::View;

use super::choices::Choices;
use super::state::{Promise, Route};
use super::workshop::address::Address;
use crate::scenario::Scenario;
use compact::Unreadable;

/// The version of the program, written into links.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The version of the form of links. Links without one are of form 1, which held fewer things.
pub const FORM: u32 = 2;
/// The longest link that is still written readably. Unit: characters.
const LONGEST_READABLE: usize = 1_800;
/// The longest link that is read at all. Unit: bytes. A scenario in few letters takes a small part of that.
const LONGEST_READ: usize = 60_000;
/// The most sentences about one link.
const MOST_WORDS: usize = 12;

/// What to do about a place that a link cannot hold.
pub(super) const OWN_PLACE: &str = "A link holds no place of the sender's own: ask for the scenario as a file, or drop the same tables on the page and open the link again.";

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

/// The link to a scenario that began as a bundled one, of those that there are to choose from: as [`write`].
pub fn write_beside(choices: &Choices, view: &View, bundled: &str, scenario: &Scenario, fingerprint: Option<&str>) -> String {
    write(view, choices.scenario_or_default(bundled), choices.default_scenario().0, scenario, fingerprint)
}

/// The link to a scenario, from `#` on; the fingerprint when the result is complete.
pub fn write(view: &View, base: (&str, &Scenario), default: &str, scenario: &Scenario, fingerprint: Option<&str>) -> String {
    let mut pairs = write::differences(base.1, scenario);
    let length: usize = pairs.iter().map(|(key, value)| key.len() + value.len() + 2).sum();
    // Reading back what was written is the only sure test that nothing is lost.
    let complete = length <= LONGEST_READABLE && {
        let mut again = base.1.clone();
        let choices = Choices { places: vec![known(&scenario.place)], scenarios: Vec::new() };
        let unescaped = pairs.iter().map(|(key, value)| (key.clone(), unescape(value))).collect::<Vec<_>>();
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
        pairs.push(("f".to_owned(), FORM.to_string()));
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
    hash
}

fn known(place: &str) -> super::choices::PlaceChoice {
    super::choices::PlaceChoice { id: place.to_owned(), name: String::new() }
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
pub fn read(hash: &str, choices: &Choices) -> Opened {
    let hash = hash.trim_start_matches('#').trim_start_matches('/');
    let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
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
        None => dropped.push(format!("There is no page “{}”; this is the first one.", shorten(path))),
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
    let find = |wanted: &str| pairs.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.clone());
    let (default, _) = choices.default_scenario();
    let base = find("from").unwrap_or_else(|| default.to_owned());
    let (base, original) = choices.scenario(&base).unwrap_or_else(|| {
        dropped.push(format!("There is no scenario “{}”; the usual one is used.", shorten(&base)));
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
        None => !["from", "s", "f", "v", "result"].contains(&key.as_str()),
    });
    dropped.extend(take(&mut scenario, &pairs, choices));
    if dropped.len() > MOST_WORDS {
        let more = dropped.len() - MOST_WORDS;
        dropped.truncate(MOST_WORDS);
        dropped.push(format!("And {more} more."));
    }
    let promise = result.filter(|f| f.len() == 16 && f.bytes().all(|b| b.is_ascii_hexdigit()));
    let told = told(form.as_deref(), version.as_deref(), promise.is_some());
    let version = version.as_deref().unwrap_or("an unknown version");
    let promise = promise.map(|fingerprint| Promise { fingerprint, version: shorten(version) });
    Opened { view, base, scenario, promise, dropped, told }
}

/// Takes a whole scenario from its letters; what is to be told if that cannot be.
fn whole(scenario: &mut Scenario, letters: &str, choices: &Choices) -> Option<String> {
    match compact::read(letters, &scenario.place, choices) {
        Ok((found, false)) => *scenario = found,
        Ok((found, true)) => {
            *scenario = found;
            return Some(format!("Its place is not known here; {} is used. {OWN_PLACE}", choices.place_name(&scenario.place)));
        }
        Err(Unreadable::OtherForm(form)) => {
            return Some(format!("Its scenario is written in form {form}, which this version of Kith does not know."));
        }
        Err(Unreadable::Damaged) => return Some("Its scenario is damaged: letters are missing or changed.".to_owned()),
        Err(Unreadable::Wrong(problems)) => {
            let first = problems.first().map_or_else(String::new, ToString::to_string);
            return Some(format!("Its scenario holds what none may: {first}."));
        }
    }
    None
}

/// What a reader must know about where a link comes from. Links typed by hand have no version and no result, and are no news.
fn told(form: Option<&str>, version: Option<&str>, has_result: bool) -> Vec<String> {
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
mod tests;
