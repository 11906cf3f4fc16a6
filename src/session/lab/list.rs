//! Which assumptions the table shows, group by group, and what a row says of one. Knows what is searched for; changes nothing.

use super::assumptions::Assumptions;
use crate::analysis::layers::neutral;
use crate::engine::schedule::MONTH;
use crate::scenario::parameters::{Grade, ParameterInfo, Parameters};
use crate::scenario::sources::Source;

/// The assumptions of one mechanism that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The mechanism, as in ids.
    pub mechanism: &'static str,
    /// What the mechanism does, in one sentence.
    pub sentence: &'static str,
    /// Positions in the registry of those shown.
    pub rows: Vec<usize>,
    /// How many there are, shown or not.
    pub count: usize,
    /// How many of all differ from their defaults.
    pub changed: usize,
}

/// How many assumptions differ from their defaults.
pub fn changed(parameters: &Parameters) -> usize {
    Parameters::registry()
        .iter()
        .zip(parameters.values())
        .filter(|(info, value)| info.default != *value)
        .count()
}

/// The groups with something to show.
pub fn groups(here: &Assumptions, parameters: &Parameters, register: &[Source]) -> Vec<Group> {
    let words: Vec<String> = here
        .search
        .to_lowercase()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    for (position, (info, value)) in Parameters::registry()
        .into_iter()
        .zip(parameters.values())
        .enumerate()
    {
        if groups
            .last()
            .is_none_or(|group| group.mechanism != info.mechanism)
        {
            let sentence = sentence(info.mechanism);
            groups.push(Group {
                mechanism: info.mechanism,
                sentence,
                rows: Vec::new(),
                count: 0,
                changed: 0,
            });
        }
        let Some(group) = groups.last_mut() else {
            continue;
        };
        let is_changed = info.default != value;
        group.count += 1;
        group.changed += usize::from(is_changed);
        let wrong = here.drafts.contains_key(&position);
        let shown = (!here.only_changed || is_changed || wrong)
            && here.grade.is_none_or(|grade| grade == info.grade);
        if shown && holds(info, register, &words) {
            group.rows.push(position);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn holds(info: &ParameterInfo, register: &[Source], words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let title = register
        .iter()
        .find(|source| source.id == info.source)
        .map_or("", |source| source.title.as_str());
    let text = [
        &info.id(),
        info.sentence,
        info.unit,
        info.source,
        title,
        info.grade.words(),
    ]
    .join(" ")
    .to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

fn sentence(mechanism: &str) -> &'static str {
    match mechanism {
        "couplings" => "How strongly each level touches another: 1 as described, 0 switched off.",
        "mechanisms" => "Each mechanism of a month: 1 runs, 0 does not.",
        _ => MONTH
            .iter()
            .find(|known| known.id == mechanism)
            .map_or("", |known| known.sentence),
    }
}

/// What becomes of an assumption when only stronger evidence counts.
pub fn beyond(info: &ParameterInfo) -> String {
    match neutral(info) {
        _ if info.grade == Grade::Well => "always counts".to_owned(),
        Some(value) => format!("set to {value} when only stronger evidence counts"),
        None => "stays when only stronger evidence counts: a level, not an effect".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::assumptions::Draft;
    use super::*;
    use crate::scenario::bundled;

    fn count(groups: &[Group]) -> usize {
        groups.iter().map(|group| group.rows.len()).sum()
    }

    #[test]
    fn every_assumption_is_in_one_group_that_has_a_sentence() {
        let all = groups(&Assumptions::default(), &Parameters::default(), &[]);
        assert_eq!(count(&all), Parameters::registry().len());
        assert!(
            all.iter().all(|group| !group.sentence.is_empty()
                && group.changed == 0
                && group.count == group.rows.len()),
            "{all:?}"
        );
    }

    #[test]
    fn words_are_found_in_names_meanings_and_the_titles_of_sources() {
        let register = bundled::sources().unwrap();
        let found = |search: &str| {
            let here = Assumptions {
                search: search.into(),
                ..Assumptions::default()
            };
            groups(&here, &Parameters::default(), &register)
        };
        assert_eq!(count(&found("community_from_government")), 1);
        assert_eq!(found("couplings FAMILY")[0].mechanism, "couplings");
        let title = register
            .iter()
            .find(|source| source.id == "F02")
            .unwrap()
            .title
            .clone();
        assert!(count(&found(&title)) >= 1, "{title}");
        assert!(found("no such words anywhere").is_empty());
    }

    #[test]
    fn filters_show_what_they_say_and_nobody_loses_what_was_typed() {
        let mut parameters = Parameters::default();
        parameters.couplings.person_from_family = 0.5;
        let mut here = Assumptions {
            only_changed: true,
            ..Assumptions::default()
        };
        let shown = groups(&here, &parameters, &[]);
        assert_eq!(
            (count(&shown), shown[0].changed, changed(&parameters)),
            (1, 1, 1)
        );
        here.drafts.insert(
            0,
            Draft {
                typed: "x".into(),
                wrong: "y".into(),
            },
        );
        assert_eq!(
            count(&groups(&here, &parameters, &[])),
            2,
            "a value that is wrong stays in sight"
        );
        let here = Assumptions {
            grade: Some(Grade::Speculative),
            ..Assumptions::default()
        };
        let registry = Parameters::registry();
        let shown = groups(&here, &parameters, &[]);
        assert!(count(&shown) > 5);
        assert!(
            shown
                .iter()
                .flat_map(|group| &group.rows)
                .all(|row| registry[*row].grade == Grade::Speculative)
        );
    }
}
