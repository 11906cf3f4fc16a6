//! After Trunk: what makes dist/ fit to publish. A strict Content-Security-Policy, no inline
//! script, no other host.

use crate::command::{cargo, run};
use crate::{offline, paths, programs, stamp};
use std::path::Path;
use std::process::Command;

/// What the page may do: nothing but load its own files and run its own WebAssembly.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src \
    'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Names that look like addresses and are never fetched: XML namespaces.
const NAMESPACES: [&str; 1] = ["http://www.w3.org/"];

/// Finishes the page that Trunk has put into `dist`.
pub fn finish(dist: &Path) -> Result<(), String> {
    let file = dist.join("index.html");
    let html = std::fs::read_to_string(&file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let html = programs::name(dist, &html)?;
    let (html, scripts) = without_inline_scripts(&html)?;
    for (name, text) in scripts {
        std::fs::write(dist.join(&name), text)
            .map_err(|error| format!("dist/{name} cannot be written: {error}"))?;
    }
    refuse_inline_style(&html)?;
    let html = with_policy(&html)?;
    std::fs::write(&file, html)
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    refuse_other_hosts(dist)?;
    documents(dist)?;
    offline::keep(dist)
}

/// The documents as pages. They come after the search for other hosts: a document may name its
/// sources, and nothing is fetched from there unless a person follows the link.
fn documents(dist: &Path) -> Result<(), String> {
    let mut write = site("documents");
    run(
        "writing the documents as pages",
        write.arg(paths::root()).arg(dist),
    )
}

/// The program that finishes the page, about to do one thing.
pub fn site(what: &str) -> Command {
    cargo(&["run", "--quiet", "--package", "kith-site", "--", what])
}

/// Moves every inline script into a file of its own beside the page; the policy allows none inside
/// it.
fn without_inline_scripts(html: &str) -> Result<(String, Vec<(String, String)>), String> {
    let mut page = String::new();
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        let opened = start
            + rest[start..]
                .find('>')
                .ok_or("a <script> in index.html has no end")?
            + 1;
        let closed = opened
            + rest[opened..]
                .find("</script>")
                .ok_or("a <script> in index.html is never closed")?;
        let (tag, text) = (&rest[start..opened], &rest[opened..closed]);
        page.push_str(&rest[..start]);
        if tag.contains(" src=") || tag.contains("json") || text.trim().is_empty() {
            page.push_str(&rest[start..closed]);
        } else {
            // The name holds a digest, so that no stale copy is taken for it.
            let name = format!("start-{}.js", stamp::digest(text, &[])?);
            page.extend([tag.trim_end_matches('>'), " src=\"./", &name, "\">"]);
            scripts.push((name, text.trim().to_string() + "\n"));
        }
        page.push_str("</script>");
        rest = &rest[closed + "</script>".len()..];
    }
    page.push_str(rest);
    Ok((page, scripts))
}

fn refuse_inline_style(html: &str) -> Result<(), String> {
    for mark in ["<style", " style="] {
        if html.contains(mark) {
            return Err(format!(
                "index.html holds `{}`, which the Content-Security-Policy blocks: use static/*.css",
                mark.trim()
            ));
        }
    }
    Ok(())
}

/// Writes the policy first into the head, before anything that it governs.
fn with_policy(html: &str) -> Result<String, String> {
    if html.contains("http-equiv=\"Content-Security-Policy\"") {
        return Err(
            "index.html brings a Content-Security-Policy of its own; there must be one \
            only, and xtask writes it"
                .to_string(),
        );
    }
    let head = html
        .find("<head")
        .and_then(|at| Some(at + html[at..].find('>')? + 1))
        .ok_or("index.html has no <head>")?;
    let (before, after) = html.split_at(head);
    Ok(format!(
        "{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}"
    ))
}

/// Nothing that the browser reads as page, style or script may name another host.
fn refuse_other_hosts(folder: &Path) -> Result<(), String> {
    let listing = std::fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be listed: {error}", folder.display()))?;
    for entry in listing {
        let path = entry
            .map_err(|error| format!("{} cannot be listed: {error}", folder.display()))?
            .path();
        if path.is_dir() {
            refuse_other_hosts(&path)?;
        } else if path.extension().is_some_and(|e| {
            ["html", "css", "js", "mjs", "svg", "webmanifest"]
                .iter()
                .any(|k| e == *k)
        }) {
            let text = std::fs::read_to_string(&path)
                .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            if let Some(address) = other_host(&text) {
                return Err(format!(
                    "{} refers to another host, and nothing may leave the device: {address}",
                    path.display()
                ));
            }
        }
    }
    Ok(())
}

/// The first address of another host in a text that is page, style or script; comments load
/// nothing.
fn other_host(text: &str) -> Option<&str> {
    let is_comment = |line: &&str| {
        ["//", "/*", "*"]
            .iter()
            .any(|mark| line.trim_start().starts_with(mark))
    };
    text.lines()
        .filter(|line| !is_comment(line))
        .find_map(|line| {
            let marks = [
                "https://", "http://", "wss://", "ws://", "\"//", "'//", "(//",
            ];
            marks
                .into_iter()
                .flat_map(|mark| line.match_indices(mark))
                .map(|(at, mark)| address_at(line, at, mark))
                .find(|address| {
                    address.len() > 2
                        && !NAMESPACES
                            .iter()
                            .any(|allowed| address.starts_with(allowed))
                })
        })
}

fn address_at<'a>(line: &'a str, at: usize, mark: &str) -> &'a str {
    let rest = if mark.ends_with("://") {
        &line[at..]
    } else {
        &line[at + 1..]
    };
    &rest[..rest
        .find(|c: char| c.is_whitespace() || "\"'`<>)".contains(c))
        .unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_script_moves_out_and_others_stay() {
        let html = "<head><script src=\"a.js\"></script><script type=\"module\">\nimport init from \
            './k.js';\n</script></head>";
        let (page, scripts) = without_inline_scripts(html).unwrap();
        assert_eq!(scripts.len(), 1);
        let (name, text) = &scripts[0];
        assert_eq!(text, "import init from './k.js';\n");
        assert_eq!(
            page,
            format!(
                "<head><script src=\"a.js\"></script><script type=\"module\" \
                 src=\"./{name}\"></script></head>"
            )
        );
    }

    #[test]
    fn a_script_without_end_is_an_error() {
        assert!(without_inline_scripts("<script>alert(1)").is_err());
    }

    #[test]
    fn the_policy_stands_first_in_the_head() {
        let page = with_policy("<html><head lang=\"en\"><title>K</title></head></html>").unwrap();
        assert!(
            page.contains(
                "<head lang=\"en\"><meta http-equiv=\"Content-Security-Policy\" \
            content=\"default-src 'none'; "
            ),
            "{page}"
        );
        assert!(with_policy(&page).is_err(), "a second policy");
        assert!(with_policy("<p>no head</p>").is_err());
    }

    #[test]
    fn inline_styles_are_refused() {
        assert!(refuse_inline_style("<p style=\"color:red\">").is_err());
        assert!(refuse_inline_style("<link rel=\"stylesheet\" href=\"style.css\">").is_ok());
    }

    #[test]
    fn other_hosts_are_found_and_namespaces_are_not() {
        assert_eq!(
            other_host("<img src=\"https://example.org/a.png\">"),
            Some("https://example.org/a.png")
        );
        assert_eq!(
            other_host("@import url(//cdn.example/x.css);"),
            Some("//cdn.example/x.css")
        );
        assert_eq!(
            other_host(" * see https://example.org\n// https://example.org"),
            None
        );
        assert_eq!(
            other_host(
                "import './k.js'; // a comment\ncreateElementNS('http://www.w3.org/2000/svg')"
            ),
            None
        );
    }
}
