//! Writes the built page as one HTML file that opens from disk: `kith-single-file DIST FILE`.
//!
//! For a room without internet and a laptop on which nothing can be installed: a stick, a double click. Browsers load nothing
//! beside a file that was opened from disk, so that everything is inside it: the program, its worker, styles and documents.
//! Knows how the build lays the page out; knows no view of it.

mod documents;
mod html;
mod page;
mod policy;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dist, file] = arguments.as_slice() else {
        eprintln!(
            "error: `kith-single-file` takes the folder of the built page and the file to write"
        );
        return ExitCode::FAILURE;
    };
    match write(Path::new(dist), Path::new(file)) {
        Ok(bytes) => {
            println!(
                "{file}: {}.{} MB, everything in it",
                bytes / 1_000_000,
                bytes / 100_000 % 10
            );
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write(dist: &Path, file: &Path) -> Result<usize, String> {
    let page = page::Built::read(dist)?.in_one()?;
    let cannot = |error: std::io::Error| format!("{} cannot be written: {error}", file.display());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    std::fs::write(file, &page).map_err(cannot)?;
    Ok(page.len())
}

/// A file's text, or a sentence for people.
fn text(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// A file's bytes as base64, or a sentence for people.
fn base64(file: &Path) -> Result<String, String> {
    use ::base64::Engine;
    let bytes = std::fs::read(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    Ok(::base64::engine::general_purpose::STANDARD.encode(bytes))
}
