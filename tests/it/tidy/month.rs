//! What `month!` says that each mechanism reads and draws, held against what its files name.

use super::source::{Breach, Source, files};
use kith::engine::schedule::{MONTH, Mechanism, parts};
use std::collections::{BTreeMap, BTreeSet};

/// The tables of the state: the word by which code holds one, and the files that declare its
/// columns and its methods.
const TABLES: [(&str, &[&str]); 3] = [
    ("persons", &["person.rs", "ties.rs"]),
    ("families", &["family.rs"]),
    ("communities", &["community.rs"]),
];
/// What the state has besides tables.
const REST: [&str; 6] = [
    "services",
    "government",
    "funded",
    "projects",
    "ledger",
    "counts",
];

/// Identifiers, dots and brackets of code, in order.
fn tokens(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let end = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            found.push(&rest[..end]);
        }
        rest = &rest[end..];
    }
    found
}

/// The tokens between the bracket that opens at or after a position and the one that closes it.
fn inside<'a>(tokens: &'a [&'a str], from: usize) -> &'a [&'a str] {
    let Some(open) = (from..tokens.len()).find(|k| tokens[*k] == "{") else {
        return &[];
    };
    let mut depth = 0_i32;
    for (k, token) in tokens.iter().enumerate().skip(open) {
        depth += i32::from(*token == "{") - i32::from(*token == "}");
        if depth == 0 {
            return &tokens[open + 1..k];
        }
    }
    &tokens[open + 1..]
}

/// The state as its files declare it: columns by table, and what each method of a table names of
/// itself.
#[derive(Default)]
struct State {
    columns: BTreeSet<String>,
    methods: BTreeMap<String, BTreeSet<String>>,
}

impl State {
    fn read(sources: &[Source]) -> Self {
        let mut state = Self::default();
        for (table, own) in TABLES {
            for name in own {
                let path = format!("src/engine/state/{name}");
                let source = sources
                    .iter()
                    .find(|source| source.path == path)
                    .unwrap_or_else(|| panic!("{path} is not there"));
                let code = source.code_outside_tests();
                let tokens = tokens(&code);
                state.declare(table, &tokens);
            }
        }
        state
    }

    fn declare(&mut self, table: &str, tokens: &[&str]) {
        for (k, token) in tokens.iter().enumerate() {
            match (*token, tokens.get(k + 1)) {
                ("columns", Some(&"!")) => {
                    let row = inside(inside(tokens, k), 0);
                    let named = row
                        .windows(2)
                        .filter(|pair| pair[1] == ":")
                        .map(|pair| format!("{table}.{}", pair[0]));
                    self.columns.extend(named);
                }
                ("fn", Some(name)) => {
                    let body = inside(tokens, k);
                    let own = body
                        .windows(3)
                        .filter(|three| three[0] == "self" && three[1] == ".");
                    let named = own
                        .map(|three| format!("{table}.{}", three[2]))
                        .collect::<BTreeSet<_>>();
                    self.methods
                        .entry(format!("{table}.{name}"))
                        .or_default()
                        .extend(named);
                }
                _ => {}
            }
        }
    }

    /// The columns behind a name: itself, or those that a method of that name comes to.
    fn columns_of(&self, name: &str, seen: &mut BTreeSet<String>) -> BTreeSet<String> {
        if self.columns.contains(name) {
            return BTreeSet::from([name.to_owned()]);
        }
        if !seen.insert(name.to_owned()) {
            return BTreeSet::new();
        }
        let named = self.methods.get(name).cloned().unwrap_or_default();
        named
            .iter()
            .flat_map(|other| self.columns_of(other, seen))
            .collect()
    }
}

/// The files of a mechanism: the one of its name, and those in the folder of its name.
fn of<'a>(mechanism: &'a Mechanism, sources: &'a [Source]) -> impl Iterator<Item = &'a Source> {
    let (file, folder) = (
        format!("src/engine/mechanisms/{}.rs", mechanism.id),
        format!("src/engine/mechanisms/{}/", mechanism.id),
    );
    sources
        .iter()
        .filter(move |source| source.path == file || source.path.starts_with(&folder))
}

/// What a mechanism's files name: parts of the state, and streams of luck.
fn named(
    mechanism: &Mechanism,
    sources: &[Source],
    state: &State,
) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut reads, mut draws) = (BTreeSet::new(), BTreeSet::new());
    for source in of(mechanism, sources) {
        let code = source.code_outside_tests();
        let tokens = tokens(&code);
        for (k, token) in tokens.iter().enumerate() {
            let next = |by: usize| tokens.get(k + by).copied().unwrap_or_default();
            if TABLES.iter().any(|(table, _)| table == token) && next(1) == "." {
                reads.extend(
                    state.columns_of(&format!("{token}.{}", next(2)), &mut BTreeSet::new()),
                );
            }
            if REST.contains(token) && [".", "["].contains(&next(1)) {
                reads.insert((*token).to_owned());
            }
            if *token == "Stream" && next(1) == ":" {
                draws.insert(next(3).to_owned());
            }
        }
    }
    (reads, draws)
}

/// Where `month!` says something else than the files.
pub fn breaches() -> Vec<Breach> {
    let sources = files(&["src/engine"], &[".rs"]);
    let state = State::read(&sources);
    assert!(
        state.columns.len() > 60,
        "the columns of the state were not found: only {}",
        state.columns.len()
    );
    let schedule = sources
        .iter()
        .find(|source| source.path == "src/engine/schedule.rs")
        .expect("the schedule is there");
    let mut breaches = Vec::new();
    for mechanism in MONTH {
        let (reads, draws) = named(mechanism, &sources, &state);
        let told_reads: BTreeSet<String> = parts(mechanism.reads).into_iter().collect();
        let told_draws: BTreeSet<String> = mechanism
            .draws
            .iter()
            .map(|stream| format!("{stream:?}"))
            .collect();
        for (what, told, found) in [("reads", told_reads, reads), ("draws", told_draws, draws)] {
            let missing: Vec<&String> = found.difference(&told).collect();
            let idle: Vec<&String> = told.difference(&found).collect();
            if !missing.is_empty() || !idle.is_empty() {
                let line = schedule
                    .text
                    .lines()
                    .position(|line| line.trim_start().starts_with(&format!("{},", mechanism.id)));
                let why = format!(
                    "`{what}` of {} leaves out {missing:?} and has {idle:?} in vain: whoever \
                     changes the engine goes by this list",
                    mechanism.id
                );
                breaches.push(schedule.breach(line.map_or(1, |line| line + 1), why));
            }
        }
    }
    breaches
}

#[test]
fn columns_methods_and_streams_are_found() {
    let state = |text: &str| {
        let mut state = State::default();
        state.declare("persons", &tokens(text));
        state
    };
    let persons = state(
        "columns! { Persons of PersonRow { alive: bool, age_months: u16, } } impl Persons { fn \
         age(&self) -> u16 { self.age_months } fn is_old(&self) -> bool { self.age() > 80 && \
         self.is_old() } }",
    );
    assert_eq!(
        persons.columns,
        BTreeSet::from(["persons.alive", "persons.age_months"].map(str::to_owned))
    );
    let old = persons.columns_of("persons.is_old", &mut BTreeSet::new());
    assert_eq!(old, BTreeSet::from(["persons.age_months".to_owned()]));
    let source = Source::sample(
        "src/engine/mechanisms/ties.rs",
        "fn f(persons: &P) { persons.is_old(); counts.deaths += 1; Stream::Ties }",
    );
    let ties = MONTH
        .iter()
        .find(|mechanism| mechanism.id == "ties")
        .unwrap();
    let (reads, draws) = named(ties, &[source], &persons);
    assert_eq!(
        reads,
        BTreeSet::from(["counts", "persons.age_months"].map(str::to_owned))
    );
    assert_eq!(draws, BTreeSet::from(["Ties".to_owned()]));
}
