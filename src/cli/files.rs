//! Reading and writing for the command line: bounded, atomic, and quiet when nobody reads.

use super::{Failure, stop};
use crate::export::Manifest;
use crate::export::package::{Resource, description};
use crate::report::table::Column;
use crate::text;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// No scenario is longer, that of a place whose profile it carries included; a longer file is something else.
const LONGEST_SCENARIO: u64 = 5 << 20;
/// The longest message. Unit: bytes.
const LONGEST_MESSAGE: usize = 19_000;

/// The text of a scenario file a person named.
///
/// Errors: as input, a file that cannot be read, is too long, or is not text.
pub fn read(path: &Path) -> Result<String, Failure> {
    read_at_most(path, LONGEST_SCENARIO, "a scenario in TOML")
}

/// The text of a file a person named, of at most so many bytes. `wanted`: what it should be, for messages.
///
/// Errors: as input, a file that cannot be read, is too long, or is not text.
pub fn read_at_most(path: &Path, longest: u64, wanted: &str) -> Result<String, Failure> {
    let failed = |error: std::io::Error| Failure::Input(format!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    fs::File::open(path)
        .map_err(failed)?
        .take(longest + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > longest {
        return Err(Failure::Input(format!(
            "{}: longer than {} MB; wanted {wanted}",
            path.display(),
            longest >> 20
        )));
    }
    match text::read(&bytes) {
        Ok(text) => Ok(text.into_owned()),
        Err(error) => Err(Failure::Input(format!(
            "{}: {error}; wanted {wanted}",
            path.display()
        ))),
    }
}

/// Writes a file whole or not at all: under another name beside it first, then renamed over it.
///
/// Errors: of the file system, naming the path.
pub fn write_whole(
    path: &Path,
    fill: impl FnOnce(&mut (dyn Write + Send)) -> Result<(), String>,
) -> Result<(), Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::Other(format!("{}: {error}", path.display()));
    let Some(name) = path.file_name() else {
        return Err(Failure::Input(format!(
            "{}: wanted the name of a file",
            path.display()
        )));
    };
    let mut beside = name.to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(beside);
    stop::begins(&part);
    let written = (|| {
        let mut out = std::io::BufWriter::new(fs::File::create(&part).map_err(|e| failed(&e))?);
        fill(&mut out).map_err(|words| failed(&words))?;
        let file = out.into_inner().map_err(|e| failed(&e))?;
        file.sync_all().map_err(|e| failed(&e))?;
        fs::rename(&part, path).map_err(|e| failed(&e))
    })();
    if written.is_err() {
        // Best effort: the failure that brought us here is the one worth telling.
        let _ = fs::remove_file(&part);
    }
    stop::ends(&part, written.is_ok().then_some(path));
    written
}

/// Where the manifest of a file stands: beside it.
pub fn manifest_of(path: &Path) -> PathBuf {
    beside(path, ".manifest.json")
}

/// Where the description of a table's columns stands: beside it.
pub fn package_of(path: &Path) -> PathBuf {
    beside(path, ".datapackage.json")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// The name of a file as others beside it call it.
pub fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Which of the endings that are known a file's name has, by which the format is chosen. `option`: what it was given for, for messages.
///
/// Errors: as input, any other ending, and none.
pub fn ending<'a>(option: &str, path: &Path, known: &[&'a str]) -> Result<&'a str, Failure> {
    let found = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    if let Some(ending) = known
        .iter()
        .find(|ending| found.as_deref() == Some(**ending))
    {
        return Ok(ending);
    }
    let wanted: Vec<String> = known.iter().map(|ending| format!(".{ending}")).collect();
    let found = found.map_or_else(
        || "no ending".to_owned(),
        |ending| format!("the ending .{ending}"),
    );
    Err(Failure::Input(format!(
        "{option} {}: found {found}; wanted a name that ends in {}",
        path.display(),
        wanted.join(" or ")
    )))
}

/// Writes what goes beside a table: where it comes from, and what its columns mean.
pub fn describe(
    path: &Path,
    manifest: &Manifest,
    title: &str,
    columns: &[Column],
) -> Result<(), Failure> {
    let text = manifest
        .to_json()
        .map_err(|error| Failure::Other(error.to_string()))?;
    put(&manifest_of(path), text.as_bytes())?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let resource = Resource {
        name: &name,
        title,
        path: &name_of(path),
        columns,
    };
    put(
        &package_of(path),
        description(
            &name,
            &manifest.name,
            &name_of(&manifest_of(path)),
            manifest.beyond_range.as_deref(),
            &[resource],
        )
        .as_bytes(),
    )
}

/// Writes bytes whole or not at all.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_whole(path, |out| {
        out.write_all(bytes).map_err(|error| error.to_string())
    })
}

/// A value as JSON for people and programs, ending in a line break.
pub fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::Other(error.to_string()))
}

/// Prints to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Says something on standard error, whatever it quotes: no longer than is read, and nothing that a terminal obeys. If that is closed
/// there is nowhere left to say it.
pub fn say(words: &str) {
    let _ = writeln!(std::io::stderr(), "{}", sayable(words));
}

/// The words of a message line by line, fit for a terminal.
fn sayable(words: &str) -> String {
    let lines: Vec<String> = text::within(words, LONGEST_MESSAGE)
        .lines()
        .map(text::visible)
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        write_whole(&path, |out| {
            out.write_all(b"first").map_err(|e| e.to_string())
        })
        .unwrap();
        let failed = write_whole(&path, |out| {
            out.write_all(b"half").map_err(|e| e.to_string())?;
            Err("it broke".to_owned())
        });
        assert!(
            matches!(failed, Err(Failure::Other(words)) if words.contains("it broke") && words.contains("out.csv"))
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no half-written file stays"
        );
    }

    #[test]
    fn a_format_is_chosen_by_the_ending_and_others_are_refused() {
        let of = |name: &str| ending("--panel", Path::new(name), &["csv", "parquet"]);
        assert_eq!(
            (of("a/x.csv").unwrap(), of("x.PARQUET").unwrap()),
            ("csv", "parquet")
        );
        for (name, words) in [
            ("x.xlsx", "the ending .xlsx"),
            ("x", "no ending"),
            ("csv", "no ending"),
            ("x.csv.gz", "the ending .gz"),
        ] {
            let Err(Failure::Input(said)) = of(name) else {
                panic!("{name}")
            };
            assert!(
                said.contains(words)
                    && said.contains(".csv or .parquet")
                    && said.contains("--panel"),
                "{said}"
            );
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        fs::write(&path, [b'a', 0xff]).unwrap();
        assert!(
            matches!(read(&path), Err(Failure::Input(words)) if words.contains("line 1") && words.contains("FF"))
        );
        fs::write(&path, vec![b'a'; (LONGEST_SCENARIO + 1) as usize]).unwrap();
        assert!(matches!(read(&path), Err(Failure::Input(words)) if words.contains("5 MB")));
        assert!(matches!(read(folder.path()), Err(Failure::Input(_))));
    }

    #[test]
    fn a_file_in_any_form_of_unicode_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.toml");
        let wide: Vec<u8> = "\u{feff}name = \"Môn\"\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [wide, b"\xEF\xBB\xBFname = \"M\xC3\xB4n\"\r".to_vec()] {
            fs::write(&path, bytes).unwrap();
            assert_eq!(read(&path).unwrap(), "name = \"Môn\"\n");
        }
    }

    #[test]
    fn whatever_is_said_is_short_and_obeyed_by_no_terminal() {
        let said = sayable(&format!(
            "one\n{}\u{1b}[2Jthree\u{202e}",
            "x".repeat(50_000)
        ));
        assert!(said.len() < 20_000 && said.lines().count() == 2);
        assert!(!said.chars().any(|c| c != '\n' && text::is_hidden(c)));
    }
}
