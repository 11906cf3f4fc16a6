//! Which kind of file a text is, from what it holds. Knows no reader: it looks at the names of
//! fields only.

use toml::de::DeTable;

/// A kind of file that people write or keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A scenario.
    Scenario,
    /// An experiment: it asks a question of a scenario.
    Experiment,
    /// Assumptions alone: the table `[parameters]` of a scenario.
    Parameters,
    /// The published figures of a place.
    Profile,
    /// Results in JSON, of the regression set or of one comparison.
    Results,
}

/// Fields that only one kind of file has, or that it cannot do without, in the order in which they
/// are looked for.
const MARKS: [(&str, FileKind); 7] = [
    ("question", FileKind::Experiment),
    ("vary", FileKind::Experiment),
    ("scenario", FileKind::Experiment),
    ("margins", FileKind::Profile),
    ("neighbourhoods", FileKind::Profile),
    ("arms", FileKind::Scenario),
    ("money", FileKind::Scenario),
];

impl FileKind {
    /// The kind of a text, broken ones too: what it is most like.
    pub fn of(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('{') {
            return Self::Results;
        }
        let (document, _) = DeTable::parse_recoverable(text);
        let has = |name: &str| document.get_ref().keys().any(|key| key.get_ref() == name);
        let marked = MARKS
            .iter()
            .find(|(name, _)| has(name))
            .map(|(_, kind)| *kind);
        marked.unwrap_or(if has("parameters") && !has("place") {
            Self::Parameters
        } else {
            Self::Scenario
        })
    }

    /// What it is called, with its article.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Scenario => "a scenario",
            Self::Experiment => "an experiment",
            Self::Parameters => "a file of assumptions",
            Self::Profile => "a profile of a place",
            Self::Results => "results in JSON",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;

    #[test]
    fn every_kind_is_told_from_what_it_holds_broken_ones_too() {
        for (_, text) in bundled::scenarios() {
            assert_eq!(FileKind::of(text), FileKind::Scenario);
        }
        for (text, kind) in [
            (
                "name = \"x\"\nscenario = \"trafford\"\nquestion = \"replicates\"",
                FileKind::Experiment,
            ),
            ("question = \n[[vary", FileKind::Experiment),
            ("[[vary]]\nname = \"years\"", FileKind::Experiment),
            (
                "[scenario]\nname = \"x\"\n[[scenario.arms]]\nid = \"a\"",
                FileKind::Experiment,
            ),
            ("parameters.control.power = 0.1", FileKind::Parameters),
            ("format = 1\n[parameters]\n", FileKind::Parameters),
            ("place = \"wigan\"\n[parameters]\n", FileKind::Scenario),
            ("[margins]\nages = []", FileKind::Profile),
            (" {\"kind\": \"x\"}", FileKind::Results),
            ("", FileKind::Scenario),
            ("]]]", FileKind::Scenario),
        ] {
            assert_eq!(FileKind::of(text), kind, "{text}");
        }
    }
}
