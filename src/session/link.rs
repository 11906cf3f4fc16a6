//! A comparison as an address: readable differences from a bundled scenario, and back again.
//!
//! `#/explore?place=wigan&years=15&pilots.area=0.5&v=0.1.0&result=1f2e…` Whatever is wrong in a link is left out and
//! told; what remains is a scenario within its limits. The fingerprint is what the sender saw.

use super::choices::Choices;
use super::edit::apply;
use super::message::Edit;
use super::state::{Promise, Route};
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{DIMENSIONS, Level, preset};
use crate::scenario::{Scenario, limits};
use std::fmt::Write;

/// The version written into links.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a link opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The view.
    pub route: Route,
    /// The bundled scenario it starts from.
    pub base: &'static str,
    /// The scenario.
    pub scenario: Scenario,
    /// What the sender saw.
    pub promise: Option<Promise>,
    /// What was left out or changed, in sentences.
    pub dropped: Vec<String>,
}

/// The link to a scenario, from `#` on; the fingerprint when the result is complete.
pub fn write(route: Route, base: (&str, &Scenario), default: &str, scenario: &Scenario, fingerprint: Option<&str>) -> String {
    let mut pairs: Vec<(String, String)> = Vec::new();
    if base.0 != default {
        pairs.push(("from".into(), base.0.into()));
    }
    write_question(base.1, scenario, &mut pairs);
    for (position, arm) in scenario.arms.iter().enumerate() {
        if let Some(original) = base.1.arms.get(position) {
            write_arm(original, arm, &mut pairs);
        }
    }
    let (before, after) = (base.1.parameters.changes(), scenario.parameters.changes());
    for (id, value) in &after {
        if before.get(id) != Some(value) {
            pairs.push((format!("set.{id}"), value.to_string()));
        }
    }
    for id in before.keys().filter(|id| !after.contains_key(*id)) {
        pairs.push((format!("set.{id}"), scenario.parameters.get(id).unwrap_or_default().to_string()));
    }
    if let Some(fingerprint) = fingerprint {
        pairs.push(("v".into(), VERSION.into()));
        pairs.push(("result".into(), fingerprint.into()));
    }
    let mut hash = format!("#/{}", route.id());
    for (k, (key, value)) in pairs.iter().enumerate() {
        let _ = write!(hash, "{}{key}={value}", if k == 0 { '?' } else { '&' });
    }
    hash
}

fn write_question(base: &Scenario, scenario: &Scenario, pairs: &mut Vec<(String, String)>) {
    let mut put = |key: &str, differs: bool, value: String| {
        if differs {
            pairs.push((key.to_owned(), value));
        }
    };
    put("place", scenario.place != base.place, scenario.place.clone());
    put("people", scenario.people != base.people, scenario.people.to_string());
    put("years", scenario.years != base.years, scenario.years.to_string());
    put("replicates", scenario.replicates != base.replicates, scenario.replicates.to_string());
    put("seed", scenario.seed != base.seed, scenario.seed.to_string());
    let (money, before) = (&scenario.money, &base.money);
    put("money", money.pounds_per_head_year != before.pounds_per_head_year, money.pounds_per_head_year.to_string());
    let years_moved = (money.first_year, money.last_year, scenario.years) != (before.first_year, before.last_year, base.years);
    put("funded", years_moved, format!("{}-{}", money.first_year, money.last_year));
}

fn write_arm(original: &crate::scenario::Arm, arm: &crate::scenario::Arm, pairs: &mut Vec<(String, String)>) {
    let mut reference = original.design;
    if arm.preset != original.preset {
        pairs.push((format!("{}.preset", arm.id), arm.preset.clone()));
        if let Some(preset) = preset(&arm.preset) {
            reference = preset.design;
        }
    }
    if arm.design.levels != reference.levels {
        let weights: Vec<String> = arm.design.levels.iter().map(ToString::to_string).collect();
        pairs.push((format!("{}.levels", arm.id), weights.join(",")));
    }
    for dimension in DIMENSIONS.iter().filter(|d| d.id != "levels") {
        if let (Some(value), true) = (arm.design.get(dimension.id), arm.design.get(dimension.id) != reference.get(dimension.id)) {
            pairs.push((format!("{}.{}", arm.id, dimension.id), value.to_string()));
        }
    }
}

/// Opens a link: always a valid scenario, with a sentence for everything that was left out.
pub fn read(hash: &str, choices: &Choices) -> Opened {
    let hash = hash.trim_start_matches('#').trim_start_matches('/');
    let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
    let mut dropped = Vec::new();
    let route = match Route::ALL.iter().find(|(_, id)| *id == path) {
        Some((route, _)) => *route,
        None if path.is_empty() => Route::Explore,
        None => {
            dropped.push(format!("There is no page “{}”; this is the first one.", shorten(path)));
            Route::Explore
        }
    };
    let pairs: Vec<(String, String)> = query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (unescape(key), unescape(value)))
        .collect();
    let find = |wanted: &str| pairs.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    let (default, _) = choices.default_scenario();
    let base = find("from").unwrap_or(default);
    let (base, original) = choices.scenario(base).unwrap_or_else(|| {
        dropped.push(format!("There is no scenario “{}”; the usual one is used.", shorten(base)));
        choices.default_scenario()
    });
    let mut scenario = original.clone();
    // Presets come before the dimensions that change them, whatever the order in the link.
    for presets in [true, false] {
        for (key, value) in pairs.iter().filter(|(key, _)| key.ends_with(".preset") == presets) {
            if let Err(words) = read_pair(&mut scenario, key, value, choices) {
                dropped.push(words);
            }
        }
    }
    let promise = find("result").filter(|f| f.len() == 16 && f.bytes().all(|b| b.is_ascii_hexdigit()));
    let version = find("v").unwrap_or("an unknown version");
    let promise = promise.map(|fingerprint| Promise { fingerprint: fingerprint.to_owned(), version: shorten(version) });
    Opened { route, base, scenario, promise, dropped }
}

fn read_pair(scenario: &mut Scenario, key: &str, value: &str, choices: &Choices) -> Result<(), String> {
    match key {
        "from" | "v" | "result" => Ok(()),
        "place" => {
            if !choices.places.iter().any(|place| place.id == value) {
                return Err(format!("There is no place “{}” here; {} is used.", shorten(value), choices.place_name(&scenario.place)));
            }
            apply(scenario, &Edit::Place(value.to_owned()));
            Ok(())
        }
        "people" => whole(key, value, limits::PEOPLE).map(|people| apply(scenario, &Edit::People(people))),
        "years" => whole(key, value, limits::YEARS).map(|years| apply(scenario, &Edit::Years(years))),
        "replicates" => whole(key, value, limits::REPLICATES).map(|count| apply(scenario, &Edit::Replicates(count))),
        "seed" => value.parse().map(|seed| apply(scenario, &Edit::Seed(seed))).map_err(|_| not_a_number(key, value)),
        "money" => number(key, value, limits::POUNDS_PER_HEAD_YEAR).map(|pounds| apply(scenario, &Edit::Money(pounds))),
        "funded" => read_funded(scenario, value),
        _ => match key.split_once('.') {
            Some(("set", id)) => read_parameter(scenario, id, value),
            Some((arm, field)) => read_arm(scenario, arm, field, value),
            None => Err(format!("“{}” in the link means nothing here and was left out.", shorten(key))),
        },
    }
}

fn read_funded(scenario: &mut Scenario, value: &str) -> Result<(), String> {
    let years = value.split_once('-').and_then(|(first, last)| Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?)));
    match years {
        Some((first, last)) if first >= 1 && first <= last && last <= scenario.years => {
            scenario.money.first_year = first;
            scenario.money.last_year = last;
            Ok(())
        }
        _ => Err(format!("The funded years “{}” do not fit into {} years and were left out.", shorten(value), scenario.years)),
    }
}

fn read_parameter(scenario: &mut Scenario, id: &str, value: &str) -> Result<(), String> {
    let info = Parameters::registry().into_iter().find(|info| info.id() == id);
    let Some(info) = info else { return Err(format!("There is no assumption “{}”; it was left out.", shorten(id))) };
    let range = (f64::from(info.low).min(0.0), f64::from(info.high));
    let value = number(id, value, range)?;
    scenario.parameters.set(id, value as f32);
    Ok(())
}

fn read_arm(scenario: &mut Scenario, arm_id: &str, field: &str, value: &str) -> Result<(), String> {
    let unknown = || format!("“{}.{}” in the link means nothing here and was left out.", shorten(arm_id), shorten(field));
    let arm = scenario.arms.iter().position(|arm| arm.id == arm_id).ok_or_else(unknown)?;
    match field {
        "preset" => match preset(value) {
            Some(_) => apply(scenario, &Edit::Preset { arm, preset: value.to_owned() }),
            None => return Err(format!("There is no strategy “{}”; “{}” stays.", shorten(value), scenario.arms[arm].name)),
        },
        "levels" => {
            let weights: Vec<f32> = value.split(',').filter_map(|part| part.parse().ok()).filter(|w| (0.0..=1.0).contains(w)).collect();
            if weights.len() != Level::ALL.len() || weights.iter().all(|w| *w <= 0.0) {
                return Err(format!("The levels “{}” are not five weights from 0 to 1 and were left out.", shorten(value)));
            }
            scenario.arms[arm].design.levels.copy_from_slice(&weights);
        }
        _ => {
            let dimension = DIMENSIONS.iter().find(|d| d.id == field).ok_or_else(unknown)?;
            let value = number(dimension.name, value, (f64::from(dimension.low), f64::from(dimension.high)))?;
            apply(scenario, &Edit::Dimension { arm, id: dimension.id, value: value as f32 });
        }
    }
    Ok(())
}

fn whole(key: &str, value: &str, range: (u32, u32)) -> Result<u32, String> {
    number(key, value, (f64::from(range.0), f64::from(range.1))).map(|value| value as u32)
}

fn number(key: &str, value: &str, (low, high): (f64, f64)) -> Result<f64, String> {
    let read: f64 = value.parse().map_err(|_| not_a_number(key, value))?;
    if (low..=high).contains(&read) {
        Ok(read)
    } else {
        Err(format!("“{}” for {} is not between {low} and {high} and was left out.", shorten(value), shorten(key)))
    }
}

fn not_a_number(key: &str, value: &str) -> String {
    format!("“{}” for {} is not a number and was left out.", shorten(value), shorten(key))
}

/// What a stranger wrote, short enough to show.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(40).chain(['…']).collect() }
}

/// Percent signs undone; what is not valid stays as it is.
fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok())).flatten();
        plain.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use proptest::prelude::*;

    fn link(scenario: &Scenario, fingerprint: Option<&str>) -> String {
        let choices = samples::choices();
        let (base, original) = choices.default_scenario();
        write(Route::Explore, (base, original), base, scenario, fingerprint)
    }

    #[test]
    fn an_unchanged_scenario_is_a_bare_link() {
        assert_eq!(link(&samples::scenario(), None), "#/explore");
        let opened = read("", &samples::choices());
        assert_eq!((opened.route, opened.scenario, opened.dropped.len()), (Route::Explore, samples::scenario(), 0));
    }

    #[test]
    fn a_changed_scenario_comes_back_whole() {
        let mut scenario = samples::scenario();
        apply(&mut scenario, &Edit::Place("wigan".into()));
        apply(&mut scenario, &Edit::Years(12));
        apply(&mut scenario, &Edit::FundedUntil(5));
        apply(&mut scenario, &Edit::Preset { arm: 1, preset: "place-based".into() });
        apply(&mut scenario, &Edit::Dimension { arm: 1, id: "power", value: 0.35 });
        apply(&mut scenario, &Edit::Level { arm: 2, level: 4, weight: 0.25 });
        scenario.parameters.set("couplings.person_from_family", 0.0);
        let hash = link(&scenario, Some("0123456789abcdef"));
        assert!(hash.starts_with("#/explore?place=wigan&years=12&funded=1-5&pilots.preset=place-based&pilots.power=0.35"), "{hash}");
        let opened = read(&hash, &samples::choices());
        assert_eq!(opened.dropped, Vec::<String>::new());
        assert_eq!(opened.scenario, scenario);
        assert_eq!(opened.promise.unwrap().fingerprint, "0123456789abcdef");
        let escaped = hash.replace(',', "%2C");
        assert_eq!(read(&escaped, &samples::choices()).scenario, scenario);
    }

    #[test]
    fn a_broken_link_opens_what_it_can_and_says_what_it_left_out() {
        let opened = read(
            "#/nowhere?place=atlantis&years=12&years.x=3&money=lots&people=3&pilots.power=7&pilots.levels=1,2&hello&set.a.b=1&result=zz",
            &samples::choices(),
        );
        assert_eq!(opened.scenario.years, 12);
        assert_eq!(opened.scenario.place, "trafford");
        assert_eq!(opened.promise, None);
        assert_eq!(opened.dropped.len(), 9, "{:?}", opened.dropped);
        assert!(opened.dropped.iter().any(|words| words.contains("“lots” for money is not a number")));
    }

    proptest! {
        #[test]
        fn no_link_breaks_the_page(hash in "\\PC{0,80}") {
            let opened = read(&hash, &samples::choices());
            prop_assert!((limits::YEARS.0..=limits::YEARS.1).contains(&opened.scenario.years));
        }

        #[test]
        fn any_hand_on_the_controls_can_be_linked(years in 1..20_u32, money in 0..2000_u32, area in 0.05..1.0_f32, weight in 0.0..1.0_f32, seed: u64) {
            let mut scenario = samples::scenario();
            apply(&mut scenario, &Edit::Years(years));
            apply(&mut scenario, &Edit::Money(f64::from(money) / 3.0));
            apply(&mut scenario, &Edit::Dimension { arm: 2, id: "area", value: area });
            apply(&mut scenario, &Edit::Level { arm: 1, level: 0, weight });
            apply(&mut scenario, &Edit::Seed(seed));
            prop_assert_eq!(read(&link(&scenario, None), &samples::choices()).scenario, scenario);
        }
    }
}
