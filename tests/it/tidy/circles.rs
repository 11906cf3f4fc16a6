//! Circles of imports between the files of one module: where there is one, any of its files may change what any other relies
//! on, and none can be read, tested or moved alone.

use super::imports::{expand, in_full};
use super::source::{Breach, Source};
use std::collections::{BTreeMap, BTreeSet};

/// How many files of a module still stand in circles. The list only shrinks: a module that is not here has none.
const LEFT: [(&str, usize); 9] = [
    ("analysis", 18),
    ("charts", 3),
    ("cli", 2),
    ("drawing", 2),
    ("ensemble", 2),
    ("indicators", 7),
    ("place", 22),
    ("scenario", 12),
    ("words", 3),
];

/// Every circle among the files of a module in which more files stand in circles than it is allowed.
pub fn breaches(sources: &[Source]) -> Vec<Breach> {
    let mut found = circles(sources);
    for (module, left) in LEFT {
        let is_its = |breach: &Breach| {
            breach
                .file
                .split('/')
                .nth(1)
                .map(|part| part.trim_end_matches(".rs"))
                == Some(module)
        };
        let its = found.iter().filter(|(breach, _)| is_its(breach));
        if its.map(|(_, files)| files).sum::<usize>() <= left {
            found.retain(|(breach, _)| !is_its(breach));
        }
    }
    found.into_iter().map(|(breach, _)| breach).collect()
}

/// Every circle among the files of a top-level module, as a breach of its first file.
fn circles(sources: &[Source]) -> Vec<(Breach, usize)> {
    let files = Files::of(sources);
    let reach: BTreeMap<usize, BTreeSet<usize>> = (0..files.sources.len())
        .map(|file| (file, files.reached_from(file)))
        .collect();
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for (file, reached) in &reach {
        let circle: BTreeSet<usize> = reached
            .iter()
            .copied()
            .filter(|other| reach[other].contains(file))
            .collect();
        if circle.len() > 1 && told.insert(circle.clone()) {
            found.push((files.breach(*file, &circle), circle.len()));
        }
    }
    found
}

/// An import: the file imported, and the line.
type Import = (usize, usize);

/// The files of the library, by the path of the module that each is, with what they import of their own top-level module.
struct Files<'a> {
    sources: Vec<&'a Source>,
    by_module: BTreeMap<String, usize>,
    imports: Vec<Vec<Import>>,
}

impl<'a> Files<'a> {
    fn of(sources: &'a [Source]) -> Self {
        let sources: Vec<&Source> = sources
            .iter()
            .filter(|source| source.path.starts_with("src/") && !source.is_for_tests)
            .filter(|source| !source.path.starts_with("src/bin/"))
            .collect();
        let by_module = (0..)
            .zip(&sources)
            .map(|(k, source)| (module_of(source), k))
            .collect();
        let mut files = Self {
            sources,
            by_module,
            imports: Vec::new(),
        };
        files.imports = files
            .sources
            .iter()
            .map(|source| files.imports_of(source))
            .collect();
        files
    }

    fn imports_of(&self, source: &Source) -> Vec<Import> {
        let own = module_of(source);
        let mut found: Vec<Import> = self
            .paths(source)
            .into_iter()
            .filter_map(|(line, path)| Some((self.file(&path, 0)?, line)))
            .filter(|(file, _)| module_of(self.sources[*file]) != own)
            .filter(|(file, _)| self.sources[*file].module() == source.module())
            .collect();
        found.sort_unstable();
        found.dedup_by_key(|(file, _)| *file);
        found
    }

    /// Every path that the code of a file names, in full: by `crate`, `super` or `self`, by a module inside it, or by a module
    /// that it has imported.
    fn paths(&self, source: &Source) -> Vec<(usize, String)> {
        let own = module_of(source);
        let code = source.code_outside_tests();
        let mut known: BTreeMap<String, String> = self
            .by_module
            .keys()
            .filter_map(|module| Some((module.strip_prefix(&own)?.strip_prefix("::")?, module)))
            .filter(|(name, _)| !name.contains("::"))
            .map(|(name, module)| (name.to_owned(), module.clone()))
            .collect();
        let imported = written(&code, |word| ["crate", "super", "self"].contains(&word));
        let imported = imported.into_iter().map(|(line, path)| {
            let path = match path.strip_prefix("self::") {
                Some(rest) => format!("{own}::{rest}"),
                None => in_full(&path, source, 0),
            };
            (line, path.trim_end_matches("::self").to_owned())
        });
        let mut all: Vec<(usize, String)> = imported.collect();
        for (_, path) in &all {
            if let (true, Some((_, name))) =
                (self.by_module.contains_key(path), path.rsplit_once("::"))
            {
                known.insert(name.to_owned(), path.clone());
            }
        }
        let by_name = written(&code, |word| known.contains_key(word));
        all.extend(by_name.into_iter().filter_map(|(line, path)| {
            let (name, rest) = path.split_once("::")?;
            Some((line, format!("{}::{rest}", known[name])))
        }));
        all
    }

    /// The file in which what a path names is written: where it is passed on, the one that it comes from.
    fn file(&self, path: &str, passed_on: usize) -> Option<usize> {
        let mut module = path;
        let file = loop {
            match self.by_module.get(module) {
                Some(file) => break *file,
                None => module = module.rsplit_once("::")?.0,
            }
        };
        let name = path[module.len()..]
            .trim_start_matches("::")
            .split("::")
            .next();
        let from = name
            .filter(|name| !name.is_empty() && passed_on < 4)
            .and_then(|name| self.passed_on(file, name));
        from.and_then(|path| self.file(&path, passed_on + 1))
            .or(Some(file))
    }

    /// The path by which a file passes on a name of another one, if it does.
    fn passed_on(&self, file: usize, name: &str) -> Option<String> {
        let source = self.sources[file];
        let own = module_of(source);
        let code = source.code_outside_tests();
        let uses = code
            .split("pub use ")
            .skip(1)
            .chain(code.split("pub(super) use ").skip(1));
        let mut tails = Vec::new();
        for statement in uses {
            expand(statement, "", &mut tails);
        }
        let tail = tails
            .into_iter()
            .find(|tail| tail.rsplit("::").next() == Some(name))?;
        Some(match tail.split("::").next()? {
            "crate" | "super" => in_full(&tail, source, 0),
            "self" => tail.replacen("self", &own, 1),
            _ => format!("{own}::{tail}"),
        })
    }

    /// The files that a file imports, directly or by others.
    fn reached_from(&self, file: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next = vec![file];
        while let Some(file) = next.pop() {
            for (other, _) in &self.imports[file] {
                if reached.insert(*other) {
                    next.push(*other);
                }
            }
        }
        reached
    }

    fn breach(&self, first: usize, circle: &BTreeSet<usize>) -> Breach {
        let mut line = 1;
        let mut way = Vec::new();
        for file in circle {
            for (other, at) in &self.imports[*file] {
                if circle.contains(other) {
                    if *file == first && way.is_empty() {
                        line = *at;
                    }
                    let (from, to) = (&self.sources[*file].path, &self.sources[*other].path);
                    way.push(format!("  {from}:{at} imports {to}"));
                }
            }
        }
        let why = "a circle of imports: put what both need into a file below them";
        self.sources[first].breach(
            line,
            format!(
                "{} files import one another, {why}\n{}",
                circle.len(),
                way.join("\n")
            ),
        )
    }
}

/// The path of the module that a file is.
fn module_of(source: &Source) -> String {
    in_full("super", source, 1)
}

/// Every path in some code that begins with a word of a kind, every branch of its braces written out, with its line.
fn written(code: &str, begins: impl Fn(&str) -> bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut line, mut before) = (1, ' ');
    for (at, c) in code.char_indices() {
        // How far something is to be seen is no import.
        let starts = (c.is_alphabetic() || c == '_')
            && !(before.is_alphanumeric() || before == '_' || before == ':')
            && !code[..at].ends_with("pub(in ");
        let word = || {
            code[at..]
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
        };
        if let Some(word) = starts.then(word).flatten()
            && code[at + word.len()..].starts_with("::")
            && begins(word)
        {
            let mut tails = Vec::new();
            expand(&code[at..], "", &mut tails);
            found.extend(tails.into_iter().map(|tail| (line, tail)));
        }
        line += usize::from(c == '\n');
        before = c;
    }
    found
}

#[cfg(test)]
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let sources: Vec<Source> = files
        .iter()
        .map(|(path, text)| Source::sample(path, text))
        .collect();
    circles(&sources)
        .iter()
        .map(|(breach, _)| breach.to_string())
        .collect()
}

#[test]
fn a_circle_of_files_is_found_however_it_is_written() {
    let one = (
        "src/session/lab.rs",
        "mod map;\nuse super::update::replace;\n",
    );
    let other = "mod lab;\nfn f() { crate::session::{lab::update, x}; }\n";
    let circle = found(&[
        one,
        ("src/session/update.rs", "fn f() { super::lab::update(); }"),
    ]);
    assert_eq!(circle.len(), 1, "{circle:?}");
    assert!(
        circle[0].starts_with("src/session/lab.rs:2: 2 files"),
        "{}",
        circle[0]
    );
    assert_eq!(
        found(&[one, ("src/session/update.rs", "use super::lab;")]).len(),
        1
    );
    assert_eq!(found(&[one, ("src/session/mod.rs", other)]).len(), 1);
    let child = ("src/session/lab/map.rs", "use super::Lab;");
    assert_eq!(
        found(&[("src/session/lab.rs", "mod map;\nuse map::Map;"), child]).len(),
        1
    );
    let deep = "use super::super::lab;\nfn f() { lab::map::draw(); }";
    let map = ("src/session/lab/map.rs", "use crate::session::kept::file;");
    let lab = ("src/session/lab.rs", "");
    let kept = ("src/session/kept/file.rs", deep);
    assert_eq!(
        found(&[lab, map, ("src/session/kept.rs", ""), kept]).len(),
        1
    );
}

#[test]
fn what_is_passed_on_comes_from_where_it_is_written() {
    let parent = (
        "src/session/mod.rs",
        "pub mod state;\nmod update;\npub use state::{Run, State};",
    );
    let state = ("src/session/state.rs", "//! x");
    let good = (
        "src/session/update.rs",
        "use super::State;\nuse crate::engine::month;",
    );
    assert_eq!(found(&[parent, state, good]), [""; 0]);
    let tests = "#[cfg(test)]\nmod tests { use crate::session::update; }";
    assert_eq!(
        found(&[parent, ("src/session/state.rs", tests), good]),
        [""; 0]
    );
    let elsewhere = ("src/engine/month.rs", "use crate::session::update;");
    assert_eq!(found(&[parent, state, good, elsewhere]), [""; 0]);
    let back = ("src/session/state.rs", "use super::update::update;");
    assert_eq!(found(&[parent, back, good]).len(), 1);
}

#[test]
fn a_circle_more_than_a_module_is_allowed_is_told() {
    let sources = [
        ("src/place/a.rs", "use super::b;"),
        ("src/place/b.rs", "use super::a;"),
        ("src/units/a.rs", "use super::b;"),
        ("src/units/b.rs", "use super::a;"),
    ]
    .map(|(path, text)| Source::sample(path, text));
    let found = breaches(&sources);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].file.as_str(), found[0].line),
        ("src/units/a.rs", 1)
    );
}
