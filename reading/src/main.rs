//! Writes the repository's documents as pages beside the simulator: `kith-reading ROOT DIST`.
//!
//! What people read about the model is written once, in Markdown. These are plain pages without a program in them, so that
//! they can be searched, printed, linked to and read aloud. Knows nothing of what the documents say.

mod links;
mod page;
mod text;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The folder in `DIST` that the pages go to.
const FOLDER: &str = "reading";
/// Documents of the root that are for readers; those under `docs` all are.
const OF_THE_ROOT: [&str; 4] = [
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [root, dist] = arguments.as_slice() else {
        eprintln!("error: `kith-reading` takes the repository and the folder of the built page");
        return ExitCode::FAILURE;
    };
    match write_all(Path::new(root), Path::new(dist)) {
        Ok(count) => {
            println!("{count} documents are pages now");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(root: &Path, dist: &Path) -> Result<usize, String> {
    let index = read(&dist.join("index.html"))?;
    let documents = documents(root)?;
    for document in &documents {
        let text = read(&root.join(document))?;
        let written = text::html(&text, &|address| {
            links::rewritten(root, document, &documents, address)
        });
        let depth = document.components().count();
        let html = page::html(&written, &index, depth)?;
        write(
            &dist.join(FOLDER).join(document).with_extension("html"),
            html.as_bytes(),
        )?;
        for picture in &written.pictures {
            let from = document.parent().unwrap_or(Path::new("")).join(picture);
            let bytes = std::fs::read(root.join(&from))
                .map_err(|error| format!("{}: {error}", from.display()))?;
            write(&dist.join(FOLDER).join(&from), &bytes)?;
        }
    }
    Ok(documents.len())
}

/// All documents, as paths from the root, in order.
fn documents(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found: Vec<PathBuf> = OF_THE_ROOT.iter().map(PathBuf::from).collect();
    gather(root, Path::new("docs"), &mut found)?;
    found.sort();
    Ok(found)
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let listing = std::fs::read_dir(root.join(folder))
        .map_err(|error| format!("{} cannot be listed: {error}", folder.display()))?;
    for entry in listing {
        let path = folder.join(
            entry
                .map_err(|error| format!("{} cannot be listed: {error}", folder.display()))?
                .file_name(),
        );
        if root.join(&path).is_dir() {
            gather(root, &path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("{} cannot be written: {error}", file.display());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    std::fs::write(file, bytes).map_err(cannot)
}
