//! Rust as text: what in it is code, comment or test, and where its functions are. A reader, not a
//! compiler; the tidy tests read with it too, so that what is counted and what is refused are one.

use std::ops::Range;

/// The widest line of a source. Unit: characters.
pub const WIDEST: usize = 100;
/// The longest file. Unit: lines.
pub const LONGEST_FILE: usize = 500;
/// The longest body of a function. Unit: lines of code.
pub const LONGEST_FUNCTION: usize = 60;

/// The modules, as paths without an ending, that a file at `path` declares for tests only.
pub fn modules_for_tests(path: &str, text: &str) -> Vec<String> {
    // The modules inside `a/mod.rs` stand in `a/`, those inside `a/b.rs` in `a/b/`.
    let folder = path.trim_end_matches(".rs").trim_end_matches("/mod");
    let text = blanked(text, ' ', true);
    let declared = text.split("#[cfg(test)]").skip(1).filter_map(|after| {
        let item = &after[..end_of_item(after)];
        let (_, name) = item.strip_suffix(';')?.rsplit_once("mod ")?;
        Some(format!("{folder}/{}", name.trim()))
    });
    declared.collect()
}

/// Whether a file is part of a module: it, or one inside it.
pub fn is_part_of(path: &str, module: &str) -> bool {
    path.strip_prefix(module)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// A function: its name, the line of its name (from 1), and how many lines of code stand between
/// its braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// The functions in code whose strings are filled and whose comments are blank. Those inside others
/// count for both.
pub fn functions(code: &str) -> Vec<Function> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let starts = code.match_indices("fn ").map(|(at, _)| at);
    let starts = starts.filter(|at| !code[..*at].ends_with(is_word));
    let function = |at: usize| {
        let rest = &code[at + "fn ".len()..];
        let name: String = rest.chars().take_while(|c| is_word(*c)).collect();
        let body = body(rest).filter(|_| !name.is_empty())?;
        let lines = rest[body].lines().filter(|line| !line.trim().is_empty());
        Some(Function {
            name,
            line: code[..at].matches('\n').count() + 1,
            lines: lines.count(),
        })
    };
    starts.filter_map(function).collect()
}

/// What stands between the braces of a function whose name begins here; none if it has no body, or
/// is a type.
fn body(code: &str) -> Option<Range<usize>> {
    let mut brackets = 0_i32;
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            '{' if brackets == 0 => {
                let end = at + end_of_item(&code[at..]);
                return Some(at + 1..end.saturating_sub(1).max(at + 1));
            }
            _ => {}
        }
        if brackets < 0 || brackets == 0 && c == ';' {
            return None;
        }
    }
    None
}

/// The text with `filler` for what stands in strings and characters, and without comments unless
/// they are kept; lines stay lines and columns stay columns.
pub fn blanked(text: &str, filler: char, keep_comments: bool) -> String {
    let c: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let fill = |out: &mut String, part: &[char], filler: char| {
        out.extend(part.iter().map(|k| if *k == '\n' { '\n' } else { filler }));
    };
    let mut at = 0;
    while at < c.len() {
        let end = if c[at..].starts_with(&['/', '/']) {
            end_of_line(&c, at)
        } else if c[at..].starts_with(&['/', '*']) {
            end_of_block(&c, at)
        } else if let Some(end) = end_of_literal(&c, at) {
            fill(&mut out, &c[at..end], filler);
            at = end;
            continue;
        } else {
            out.push(c[at]);
            at += 1;
            continue;
        };
        if keep_comments {
            out.extend(&c[at..end]);
        } else {
            fill(&mut out, &c[at..end], ' ');
        }
        at = end;
    }
    out
}

fn end_of_line(c: &[char], at: usize) -> usize {
    c[at..]
        .iter()
        .position(|k| *k == '\n')
        .map_or(c.len(), |k| at + k)
}

fn end_of_block(c: &[char], at: usize) -> usize {
    (at + 2..c.len())
        .find(|k| c[*k..].starts_with(&['*', '/']))
        .map_or(c.len(), |k| k + 2)
}

/// The end of the string or character literal that starts here, if one does.
fn end_of_literal(c: &[char], at: usize) -> Option<usize> {
    let inside_word = at > 0 && (c[at - 1].is_alphanumeric() || c[at - 1] == '_');
    if c[at] == 'r' && !inside_word || c[at] == 'r' && at > 0 && c[at - 1] == 'b' {
        let hashes = c[at + 1..].iter().take_while(|k| **k == '#').count();
        if c.get(at + 1 + hashes) == Some(&'"') {
            let close: Vec<char> = std::iter::once('"')
                .chain(std::iter::repeat_n('#', hashes))
                .collect();
            let from = at + 2 + hashes;
            return Some(
                (from..c.len())
                    .find(|k| c[*k..].starts_with(&close))
                    .map_or(c.len(), |k| k + close.len()),
            );
        }
    }
    match c[at] {
        '"' => Some(end_of_quoted(c, at, '"')),
        // A quote that is a character, not a lifetime.
        '\'' if c.get(at + 1) == Some(&'\\') || c.get(at + 2) == Some(&'\'') => {
            Some(end_of_quoted(c, at, '\''))
        }
        _ => None,
    }
}

fn end_of_quoted(c: &[char], at: usize, quote: char) -> usize {
    let mut k = at + 1;
    while k < c.len() && c[k] != quote {
        k += if c[k] == '\\' { 2 } else { 1 };
    }
    (k + 1).min(c.len())
}

/// Blanks every item under `#[cfg(test)]` in blanked code.
pub fn without_tests(code: &str) -> String {
    let mark = "#[cfg(test)]";
    let mut kept = String::new();
    let mut rest = code;
    while let Some(start) = rest.find(mark) {
        let end = start + end_of_item(&rest[start..]);
        kept.push_str(&rest[..start]);
        kept.extend(
            rest[start..end]
                .chars()
                .map(|c| if c == '\n' { '\n' } else { ' ' }),
        );
        rest = &rest[end..];
    }
    kept + rest
}

/// Where an item ends: at its `;`, or at the brace that closes its first one.
fn end_of_item(code: &str) -> usize {
    let mut depth = 0_i32;
    for (k, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && (c == '}' || c == ';') {
            return k + 1;
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_with_the_lines_between_their_braces() {
        let text = "fn a() {}\nfn b<F: Fn(u8) -> u8>(f: F)\nwhere\n    F: Copy,\n{\n    // A \
            word.\n    f(1);\n\n    \
                    g(\"}\");\n}\ntrait T {\n    fn c(&self);\n}\ntype P = fn (u8) -> u8;\n";
        let found = functions(&blanked(text, '"', false));
        let found: Vec<_> = found.iter().map(|f| (&*f.name, f.line, f.lines)).collect();
        assert_eq!(found, [("a", 1, 0), ("b", 2, 2)]);
    }
}
