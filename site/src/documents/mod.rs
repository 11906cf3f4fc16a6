//! Writes the repository's documents as pages beside the simulator.
//!
//! What people read about the model is written once, in Markdown. These are plain pages without a
//! program in them, so that they can be searched, printed, linked to and read aloud. Knows nothing
//! of what the documents say.

mod links;
mod page;
mod text;

use crate::files;
use std::path::{Path, PathBuf};

/// The folder in `DIST` that the pages go to.
const FOLDER: &str = "reading";
/// Documents of the root that are for readers; those under `docs` all are.
const OF_THE_ROOT: [&str; 4] = [
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
];

/// Writes every document below `root` into the built page; how many there are.
pub fn write_all(root: &Path, dist: &Path) -> Result<usize, String> {
    let index = files::text(&dist.join("index.html"))?;
    let documents = documents(root)?;
    for document in &documents {
        let text = files::text(&root.join(document))?;
        let written = text::html(&text, &|address| {
            links::rewritten(root, document, &documents, address)
        });
        let depth = document.components().count();
        let html = page::html(&written, &index, depth)?;
        files::write(
            &dist.join(FOLDER).join(document).with_extension("html"),
            html.as_bytes(),
        )?;
        for picture in &written.pictures {
            let from = document.parent().unwrap_or(Path::new("")).join(picture);
            let bytes = std::fs::read(root.join(&from))
                .map_err(|error| format!("{}: {error}", from.display()))?;
            files::write(&dist.join(FOLDER).join(&from), &bytes)?;
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
