//! The catalogue of words: reads `static/words`, one folder a language, checks that every language
//! says the same messages with the same arguments, and writes what the program compiles: a constant
//! for each message, and a function for each that has arguments, so that one left out does not
//! compile.
//!
//! The files are in the syntax of Project Fluent. Of it we use texts, arguments and choices; a
//! comment before a message with arguments names them in the order in which the program gives them,
//! each with its kind:
//! `# $done (number), $name (text)`. English is the measure of all others.

mod pattern;
mod plurals;

use pattern::{Argument, Message};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The language that every other one is compared with.
const MEASURE: &str = "en";

/// Messages of one file by id, in the order of the file.
type Section = Vec<(String, Message)>;
/// Files of one language by name.
type Language = BTreeMap<String, Section>;

/// Writes `words.rs` into a folder, from the files of `static/words`.
///
/// The page uses every message, so there nothing of it is public, and the compiler names a message
/// that nobody uses. The command line uses some.
pub fn write(root: &Path, names: &[String], out: &Path, is_page: bool) -> Result<(), String> {
    let mut languages: BTreeMap<String, Language> = BTreeMap::new();
    for name in names {
        let Some((language, file)) = name
            .strip_prefix("static/words/")
            .and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        let text =
            std::fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"))?;
        let section = section(&text).map_err(|error| format!("{name}: {error}"))?;
        let file = file.trim_end_matches(".ftl").replace('-', "_");
        languages
            .entry(language.to_owned())
            .or_default()
            .insert(file, section);
    }
    let measure = languages
        .remove(MEASURE)
        .ok_or_else(|| format!("static/words/{MEASURE} is not there"))?;
    let others: Vec<(String, Language)> = languages.into_iter().collect();
    for (code, language) in &others {
        compare(&measure, language).map_err(|error| format!("static/words/{code}: {error}"))?;
    }
    let text = rust(
        &measure,
        &others,
        if is_page { "pub(crate)" } else { "pub" },
    )?;
    let path = out.join("words.rs");
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn section(text: &str) -> Result<Section, String> {
    let resource = fluent_syntax::parser::parse(text.replace("\r\n", "\n"))
        .map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut section = Section::new();
    for entry in &resource.body {
        use fluent_syntax::ast::Entry;
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.clone();
                let read = pattern::read(message).map_err(|error| format!("{id}: {error}"))?;
                if section.iter().any(|(known, _)| *known == id) {
                    return Err(format!("{id} stands there twice"));
                }
                section.push((id, read));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => {
                return Err("holds something else than messages and comments".to_owned());
            }
        }
    }
    Ok(section)
}

/// Another language says exactly the messages of the measure, with the same arguments.
fn compare(measure: &Language, other: &Language) -> Result<(), String> {
    let all = |language: &Language| -> BTreeMap<String, Vec<Argument>> {
        let ids = language.iter().flat_map(|(file, section)| {
            section
                .iter()
                .map(move |(id, message)| (format!("{file}: {id}"), message.arguments.clone()))
        });
        ids.collect()
    };
    let (measure, other) = (all(measure), all(other));
    for (id, arguments) in &measure {
        match other.get(id) {
            None => return Err(format!("{id} is missing")),
            Some(own) if own != arguments => {
                return Err(format!("{id} has other arguments than in {MEASURE}"));
            }
            Some(_) => {}
        }
    }
    match other.keys().find(|id| !measure.contains_key(*id)) {
        Some(id) => Err(format!("{id} is not in {MEASURE}")),
        None => Ok(()),
    }
}

/// What the program compiles.
fn rust(
    measure: &Language,
    others: &[(String, Language)],
    visible: &str,
) -> Result<String, String> {
    let codes: Vec<&str> = std::iter::once(MEASURE)
        .chain(others.iter().map(|(code, _)| code.as_str()))
        .collect();
    let mut text = format!(
        "/// Codes of the languages, the one of all others first.\n\
         pub const CODES: [&str; {0}] = {codes:?};\n\n\
         const PLURALS: [Plurals; {0}] = [\n",
        codes.len()
    );
    for code in &codes {
        let _ = writeln!(text, "    {},", plurals::rust(code)?);
    }
    text.push_str("];\n");
    for (file, section) in measure {
        let _ = write!(
            text,
            "\n/// Words of `{file}`.\npub mod {file} {{\n    use super::{{Section, Words{}}};\n\n    \
             static SECTION: Section = Section([\n",
            imports(section)
        );
        let in_all = std::iter::once(measure).chain(others.iter().map(|(_, other)| other));
        for language in in_all {
            text.push_str("        &[\n");
            for (id, _) in section {
                let own = language
                    .get(file)
                    .and_then(|own| own.iter().find(|(known, _)| known == id));
                let code = own.map_or("", |(_, message)| message.code.as_str());
                let _ = writeln!(text, "            {code:?},");
            }
            text.push_str("        ],\n");
        }
        text.push_str("    ]);\n");
        for (at, (id, message)) in section.iter().enumerate() {
            text.push_str(&item(at, id, message, visible));
        }
        text.push_str("}\n");
    }
    Ok(text)
}

/// What the functions of a file need besides.
fn imports(section: &Section) -> &'static str {
    let mut arguments = section.iter().flat_map(|(_, message)| &message.arguments);
    if arguments.clone().any(|argument| argument.is_number) {
        ", Value, Whole"
    } else if arguments.next().is_some() {
        ", Value"
    } else {
        ""
    }
}

/// The constant or the function of a message.
fn item(at: usize, id: &str, message: &Message, visible: &str) -> String {
    let words = format!("Words::new(&SECTION, {at})");
    let name = id.replace('-', "_");
    if message.arguments.is_empty() {
        return format!(
            "\n    /// `{id}`\n    {visible} const {}: Words = {words};\n",
            name.to_uppercase()
        );
    }
    let (mut parameters, mut values) = (Vec::new(), Vec::new());
    for argument in &message.arguments {
        let name = &argument.name;
        if argument.is_number {
            parameters.push(format!("{name}: impl Whole"));
            values.push(format!("Value::Number({name}.whole())"));
        } else {
            parameters.push(format!("{name}: &str"));
            values.push(format!("Value::Text({name})"));
        }
    }
    format!(
        "\n    /// `{id}`\n    {visible} fn {name}({}) -> String {{\n        {words}.with(&[{}])\n    }}\n",
        parameters.join(", "),
        values.join(", ")
    )
}
