//! Rules about documents: the description of the model follows the model, and links lead somewhere.

use super::source::{Breach, Source, root};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const ODD: &str = "docs/ODD.md";

/// A digest of all mechanisms, names and texts: 16 hexadecimal digits.
pub fn digest(mechanisms: &[Source]) -> String {
    let mut digest = Sha256::new();
    for source in mechanisms {
        digest.update(source.path.as_bytes());
        digest.update([0]);
        digest.update(source.text.as_bytes());
        digest.update([0]);
    }
    digest
        .finalize()
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The description of the model has been opened since a mechanism last changed, and has a section
/// on each.
pub fn description_follows(mechanisms: &[Source], description: Option<&str>) -> Vec<Breach> {
    if mechanisms.is_empty() {
        return Vec::new();
    }
    let odd = Source::sample(ODD, description.unwrap_or_default());
    if description.is_none() {
        return vec![odd.breach(
            1,
            "is missing although there are mechanisms: people must be able \
            to read what the model does",
        )];
    }
    let mut found = Vec::new();
    let wanted = digest(mechanisms);
    if !odd.text.contains(&wanted) {
        found.push(odd.breach(
            1,
            format!(
                "does not hold `{wanted}`, the digest of \
            src/engine/mechanisms: read it again, bring it up to date, then write the digest there"
            ),
        ));
    }
    let headings: Vec<String> = odd
        .text
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(spelt_out)
        .collect();
    // The tests of a mechanism may stand in a file of their own beside it: they are part of it.
    for mechanism in mechanisms
        .iter()
        .filter(|mechanism| !mechanism.path.ends_with("/tests.rs"))
    {
        let name = mechanism
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        if name != "mod"
            && !headings
                .iter()
                .any(|heading| heading.contains(&format!(" {} ", spelt_out(name).trim())))
        {
            found.push(mechanism.breach(
                1,
                format!(
                    "{ODD} has no heading with `{}`: name of file, function, switch and \
                    section are one",
                    spelt_out(name).trim()
                ),
            ));
        }
    }
    found
}

/// Terms of the glossary that stand there a second time: each word has one meaning.
pub fn terms_with_two_meanings(glossary: &Source) -> Vec<Breach> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for (k, line) in glossary.text.lines().enumerate() {
        let row = line
            .strip_prefix("| **")
            .and_then(|row| row.split_once(" | "));
        let terms = row
            .map_or("", |(terms, _)| terms)
            .replace("**", "")
            .to_lowercase();
        for term in terms
            .split(',')
            .map(str::trim)
            .filter(|term| !term.is_empty())
        {
            if !known.insert(term.to_owned()) {
                found.push(glossary.breach(k + 1, format!("`{term}` has a meaning already")));
            }
        }
    }
    found
}

/// Words in small letters with single spaces around them.
fn spelt_out(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!(" {} ", words.join(" "))
}

/// Links of a Markdown file that lead nowhere; links to other hosts are not followed.
pub fn dead_links(source: &Source, exists: impl Fn(&str) -> bool) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (k, line) in source.text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        for target in targets(line) {
            let path = target.split('#').next().unwrap_or_default();
            let is_elsewhere =
                path.is_empty() || path.contains("://") || path.starts_with("mailto:");
            if !is_elsewhere && !exists(&beside(&source.path, path)) {
                found.push(source.breach(
                    k + 1,
                    format!("links to {target}, which does not exist: a reader would be lost here"),
                ));
            }
        }
    }
    found
}

/// The targets of the links in a line: `](target)`, `](target "title")`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("](").filter_map(|(at, mark)| {
        let rest = &line[at + mark.len()..];
        rest[..rest.find(')')?].split_whitespace().next()
    })
}

/// A path as seen from the folder of a file, from the root.
fn beside(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') {
        Vec::new()
    } else {
        file.split('/').collect()
    };
    parts.pop();
    for part in path
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
    {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Whether a path from the root exists.
pub fn exists(path: &str) -> bool {
    root().join(path).exists()
}

#[test]
fn a_changed_mechanism_without_its_description_is_found() {
    let ties = Source::sample("src/engine/mechanisms/ties.rs", "//! Ties.");
    let events = Source::sample("src/engine/mechanisms/life_events.rs", "//! Life events.");
    let both = [ties.clone(), events.clone()];
    let good = format!("# Model\n{}\n### 7.2 Life events\n## Ties\n", digest(&both));
    assert_eq!(description_follows(&both, Some(&good)), []);
    let changed = [Source::sample(&ties.path, "//! Ties, changed."), events];
    assert_eq!(description_follows(&changed, Some(&good)).len(), 1);
    let without_section = good.replace("## Ties", "Ties");
    assert!(
        description_follows(&both, Some(&without_section))[0]
            .why
            .contains("no heading with `ties`")
    );
    assert_eq!(description_follows(&both, None).len(), 1);
    assert_eq!(description_follows(&[], None), []);
}

#[test]
fn a_term_with_two_meanings_is_found() {
    let text = "| **arm** | a |\n| **kit, growth** | b |\n| **Growth** | c **arm** |\nGrowth";
    let found = terms_with_two_meanings(&Source::sample("docs/glossary.md", text));
    assert_eq!(found.iter().map(|b| b.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_dead_link_is_found() {
    let text = "[a](other.md#part) [b](../README.md)\n[c](https://example.org) \
        [d](#here)\n```\n[e](gone.md)\n```\n[f](gone.md \"title\")";
    let known = |path: &str| ["docs/other.md", "README.md"].contains(&path);
    let found = dead_links(&Source::sample("docs/guide.md", text), known);
    assert_eq!(
        found.iter().map(|b| b.line).collect::<Vec<_>>(),
        [6],
        "{found:?}"
    );
}
