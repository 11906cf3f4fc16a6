//! The readers of what people hand in: for each how inputs begin, and what it says of an input. One
//! list; the command and the tests follow from it.

mod codes;
mod files;
mod page;
mod tables;

use crate::mutate::Corpus;

/// What a reader made of an input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Whether it was taken in.
    pub accepted: bool,
    /// Everything that was said about it, as a person sees it.
    pub messages: Vec<String>,
    /// What is wrong although nothing was said: what was accepted does not read back as the same,
    /// or is none that may be.
    pub broken: Option<String>,
}

impl Answer {
    /// It was not taken in, for a reason.
    pub fn refused(words: impl Into<String>) -> Self {
        Self {
            messages: vec![words.into()],
            ..Self::default()
        }
    }

    /// It was taken in.
    pub fn accepted(messages: Vec<String>) -> Self {
        Self {
            accepted: true,
            messages,
            broken: None,
        }
    }
}

/// Reads one input.
pub type Read = Box<dyn Fn(&[u8]) -> Answer>;

/// A reader of what people hand in.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What it is called.
    pub name: &'static str,
    /// What it reads.
    pub what: &'static str,
    /// Where its inputs begin.
    pub corpus: fn() -> Corpus,
    /// Makes it ready.
    pub ready: fn() -> Read,
}

/// All of them.
pub const READERS: [Reader; 11] = [
    Reader {
        name: "scenario",
        what: "a scenario file (command line)",
        corpus: files::scenarios,
        ready: files::scenario,
    },
    Reader {
        name: "experiment",
        what: "an experiment file",
        corpus: files::experiments,
        ready: files::experiment,
    },
    Reader {
        name: "parameters",
        what: "a file of assumptions",
        corpus: files::assumptions,
        ready: files::parameters,
    },
    Reader {
        name: "profile",
        what: "the profile of a place",
        corpus: files::profiles,
        ready: files::profile,
    },
    Reader {
        name: "regress",
        what: "results of another version (JSON)",
        corpus: files::results,
        ready: files::regress,
    },
    Reader {
        name: "tables",
        what: "official tables of a place (CSV)",
        corpus: tables::tables,
        ready: tables::read,
    },
    Reader {
        name: "link",
        what: "a link",
        corpus: page::links,
        ready: page::link,
    },
    Reader {
        name: "kept",
        what: "a file dropped on the page",
        corpus: page::dropped,
        ready: page::kept,
    },
    Reader {
        name: "lab",
        what: "a file dropped on the Lab",
        corpus: page::dropped_on_the_lab,
        ready: page::lab,
    },
    Reader {
        name: "team",
        what: "the code, link or file of a team",
        corpus: codes::courses,
        ready: codes::team,
    },
    Reader {
        name: "guess",
        what: "the code, link or file of guesses",
        corpus: codes::guesses,
        ready: codes::guess,
    },
];

/// The name of every file here: what a stranger called it may be as hostile as what is in it.
const NAME: &str = "mine\u{1b}[31m\u{202e}lmot.exe\u{7}.toml";

/// A check that costs much, made of some inputs only: which ones depends on nothing but the input.
fn is_looked_into(input: &[u8]) -> bool {
    input.iter().fold(0_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(*byte))
    }) % 16
        == 0
}

/// Nothing more is known of the form.
fn plain(_: &mut Vec<u8>, _: &mut crate::luck::Luck) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reader_accepts_what_its_inputs_begin_with() {
        for reader in READERS {
            let read = (reader.ready)();
            let answers: Vec<Answer> = (reader.corpus)()
                .seeds
                .iter()
                .map(|seed| read(seed))
                .collect();
            // A link always opens something: some of those that it begins with are such as people
            // type and mail programs bend.
            let may_be_bent = reader.name == "link";
            let refused: Vec<&Answer> = answers
                .iter()
                .filter(|answer| answer.broken.is_some() || (!answer.accepted && !may_be_bent))
                .collect();
            assert!(refused.is_empty(), "{}: {refused:#?}", reader.name);
            assert!(
                answers.iter().filter(|answer| answer.accepted).count() >= 2,
                "{}: {answers:#?}",
                reader.name
            );
            assert!(
                !read(b"\x00\x01\x02").accepted || reader.name == "link",
                "{}",
                reader.name
            );
        }
    }
}
