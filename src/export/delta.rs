//! What differs between a scenario and the model as `docs/ODD.md` describes it: assumptions, couplings, switches, spin-up, arms,
//! what happens. Made from the registries that the model reads. Knows no page: it gives blocks, and Markdown made of them.

mod arms;
mod block;
mod markdown;

pub use block::Block;
pub use markdown::markdown;

use block::when;

use super::manifest::CAVEAT;
use crate::engine::schedule::MONTH;
use crate::scenario::parameters::beyond::mark;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::sources::{self, Source};
use crate::scenario::validate::{self, defaults};
use crate::scenario::{Event, EventKind, Scenario, bundled};

/// The section of `docs/ODD.md` that describes a group of parameters, with its number.
pub fn section_of(mechanism: &str) -> String {
    match (mechanism, MONTH.iter().position(|m| m.id == mechanism)) {
        // Funding comes before the mechanisms as 7.1, and events after them.
        (_, Some(order)) => format!("7.{} {}", order + 2, capital(mechanism)),
        ("couplings", None) => format!("7.{} Couplings", MONTH.len() + 3),
        _ => "3. Process overview and scheduling".to_owned(),
    }
}

fn capital(id: &str) -> String {
    let words = id.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// The words of a source with its id: "ONS, Births in England and Wales (P02)"; a judgement is called one.
pub fn source_words(register: &[Source], id: &str) -> String {
    match sources::resolve(register, id) {
        Ok(Some(source)) => format!("{} ({id})", source.title),
        Ok(None) => "assumption: a judgement, no source".to_owned(),
        Err(_) => id.to_owned(),
    }
}

/// The document about a scenario.
pub fn of(scenario: &Scenario) -> Vec<Block> {
    let register = bundled::sources().unwrap_or_default();
    let changed = changed(&scenario.parameters);
    let count = Parameters::registry().len();
    let mut blocks = vec![
        Block::Heading(format!("What “{}” changes in the model", scenario.name)),
        Block::Words(format!(
            "The model is described in ODD.md of Kith {}. This is what differs from it; all else is as described there. Scenario {}, seed {}. {CAVEAT}",
            env!("CARGO_PKG_VERSION"),
            validate::hash(scenario),
            scenario.seed
        )),
        Block::Heading("Assumptions".to_owned()),
    ];
    let of_kind = |kind: &'static str| changed.iter().filter(move |(info, _)| group(info) == kind);
    blocks.push(Block::Words(match changed.len() {
        0 => format!("None of the {count} assumptions differs from its default."),
        1 => format!("1 of the {count} assumptions differs from its default."),
        many => format!("{many} of the {count} assumptions differ from their defaults."),
    }));
    if let Some(mark) = mark(&scenario.parameters.beyond()) {
        blocks.push(Block::Words(format!(
            "This scenario is run {mark}. The model was not built or checked for that."
        )));
    }
    blocks.extend(table(of_kind("assumption").copied(), &register));
    for (kind, title, none) in [
        (
            "coupling",
            "Couplings",
            "Every level touches every other as described.",
        ),
        (
            "switch",
            "Switches of mechanisms",
            "Every mechanism runs as described.",
        ),
    ] {
        blocks.push(Block::Heading(title.to_owned()));
        let table: Vec<Block> = table(of_kind(kind).copied(), &register);
        if table.is_empty() {
            blocks.push(Block::Words(none.to_owned()));
        }
        blocks.extend(table);
    }
    blocks.push(Block::Heading("Spin-up".to_owned()));
    let (months, usual) = (scenario.spin_up_months, defaults::SPIN_UP_MONTHS);
    blocks.push(Block::Words(if months == usual {
        format!("{usual} months of business as usual before the arms branch, as described.")
    } else {
        format!("{months} months of business as usual before the arms branch, in place of the {usual} described.")
    }));
    blocks.extend(arms::blocks(scenario));
    blocks.push(Block::Heading("Events".to_owned()));
    blocks.push(events(&scenario.events));
    blocks
}

/// What differs from the defaults, in the order of the registry.
fn changed(parameters: &Parameters) -> Vec<(&'static ParameterInfo, f32)> {
    Parameters::registry()
        .into_iter()
        .zip(parameters.values())
        .filter(|(info, value)| info.default != *value)
        .collect()
}

fn group(info: &ParameterInfo) -> &'static str {
    match info.mechanism {
        "couplings" => "coupling",
        "mechanisms" => "switch",
        _ => "assumption",
    }
}

fn table<'a>(
    changed: impl Iterator<Item = (&'a ParameterInfo, f32)>,
    register: &[Source],
) -> Vec<Block> {
    let rows: Vec<Vec<String>> = changed
        .map(|(info, value)| {
            vec![
                info.id(),
                info.sentence.to_owned(),
                info.default.to_string(),
                value.to_string(),
                info.unit.to_owned(),
                range(info, value),
                source_words(register, info.source),
                info.grade.words().to_owned(),
                info.mechanism.to_owned(),
                section_of(info.mechanism),
            ]
        })
        .collect();
    let columns = vec![
        "assumption",
        "meaning",
        "default",
        "here",
        "unit",
        "range",
        "source",
        "evidence",
        "mechanism",
        "section of ODD.md",
    ];
    if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Table { columns, rows }]
    }
}

/// The registered range, and whether the value lies outside of it.
fn range(info: &ParameterInfo, value: f32) -> String {
    let outside = if (info.low..=info.high).contains(&value) {
        ""
    } else {
        ": outside"
    };
    format!("{} to {}{outside}", info.low, info.high)
}

fn events(events: &[Event]) -> Block {
    if events.is_empty() {
        return Block::Words("Nothing happens from outside.".to_owned());
    }
    let row = |event: &Event| {
        let sentence = EventKind::ALL
            .iter()
            .find(|(kind, ..)| *kind == event.kind)
            .map_or("", |(_, _, sentence)| sentence);
        let months = event
            .months
            .map_or_else(String::new, |months| months.to_string());
        let service = event.service.map_or("", |service| service.words());
        [
            when(event.month),
            event.kind.id().to_owned(),
            sentence.to_owned(),
            event.size.to_string(),
            months,
            service.to_owned(),
        ]
        .to_vec()
    };
    Block::Table {
        columns: vec![
            "when",
            "event",
            "what it does",
            "share",
            "months",
            "service",
        ],
        rows: events.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default() -> Scenario {
        validate::parse(bundled::scenario("trafford").unwrap()).unwrap()
    }

    #[test]
    fn every_group_has_a_section_that_stands_in_the_description() {
        let odd = include_str!("../../docs/ODD.md");
        for info in Parameters::registry() {
            let section = section_of(info.mechanism);
            assert!(
                odd.lines()
                    .any(|line| line.trim_start_matches('#').trim() == section),
                "{}: {section}",
                info.mechanism
            );
        }
    }

    #[test]
    fn what_is_changed_is_named_with_all_that_a_reader_needs_and_nothing_else_is() {
        let mut scenario = default();
        let before = markdown(&of(&scenario));
        assert!(
            before.contains("None of the")
                && before.contains("Every level touches every other as described."),
            "{before}"
        );
        assert!(
            before.contains("as described.\n") && before.contains("Nothing happens from outside.")
        );
        scenario.parameters.control.power *= 0.5;
        scenario.parameters.couplings.community_from_government = 0.0;
        scenario.parameters.mechanisms.ties = 0.0;
        scenario.spin_up_months = 24;
        scenario.events.push(Event {
            month: 30,
            kind: EventKind::Cut,
            size: 0.2,
            service: None,
            months: None,
        });
        let text = markdown(&of(&scenario));
        let line = |id: &str| {
            text.lines()
                .find(|line| line.contains(id))
                .unwrap_or_else(|| panic!("{id} in {text}"))
                .to_owned()
        };
        assert!(line("| control.power |").contains("7.9 Control"));
        assert!(
            line("couplings.community_from_government").contains("| 1 | 0 | multiplier | 0 to 2 |")
        );
        assert!(line("couplings.community_from_government").contains("speculative"));
        assert!(line("mechanisms.ties").contains("3. Process overview"));
        assert!(
            text.contains("3 of the ")
                && text.contains("24 months of business as usual")
                && text.contains("year 3, month 7")
        );
        assert!(
            !text.contains("control.own"),
            "an assumption that nobody changed"
        );
        assert!(text.contains(&validate::hash(&scenario)));
        assert!(!text.contains("outside"));
        scenario.parameters.control.power = 3.0;
        let text = markdown(&of(&scenario));
        assert!(
            text.contains("outside its registered range: control.power = 3 (0–0.15)"),
            "{text}"
        );
        assert!(text.contains("| 0 to 0.15: outside |"), "{text}");
    }

    #[test]
    fn the_source_is_words_and_a_judgement_is_called_one() {
        let register = bundled::sources().unwrap();
        assert!(source_words(&register, "assumption").contains("judgement"));
        assert!(
            source_words(&register, "F02").ends_with("(F02)")
                && source_words(&register, "F02").len() > 8
        );
    }
}
