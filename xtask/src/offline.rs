//! What lets the page open without internet: a service worker that knows every file of dist/ and
//! their digest.

use crate::stamp;
use std::path::{Path, PathBuf};

const NAME: &str = "offline.js";
const TEMPLATE: &str = include_str!("../../static/offline.js");

/// Writes the service worker for all that is in `dist` now. Call it last: what comes later is not
/// kept.
pub fn keep(dist: &Path) -> Result<(), String> {
    let mut names = Vec::new();
    gather(dist, dist, &mut names)?;
    names.retain(|name| name != NAME);
    names.sort();
    let mut contents = Vec::new();
    for name in &names {
        let bytes = std::fs::read(dist.join(name))
            .map_err(|error| format!("dist/{name} cannot be read: {error}"))?;
        contents.push(format!("{name} {}", stamp::of(&bytes)));
    }
    let version = stamp::of(contents.join("\n").as_bytes());
    std::fs::write(dist.join(NAME), worker(&version, &names)?)
        .map_err(|error| format!("dist/{NAME} cannot be written: {error}"))
}

fn worker(version: &str, names: &[String]) -> Result<String, String> {
    // The folder itself stands for index.html: that is the name under which people open it.
    let files: Vec<String> = ["./".to_owned()]
        .into_iter()
        .chain(names.iter().map(|name| format!("./{name}")))
        .map(|name| format!("{name:?}"))
        .collect();
    for mark in ["\"VERSION\"", "[\"FILES\"]"] {
        if TEMPLATE.matches(mark).count() != 1 {
            return Err(format!("static/{NAME} must hold {mark} once"));
        }
    }
    Ok(TEMPLATE
        .replace("\"VERSION\"", &format!("{version:?}"))
        .replace("[\"FILES\"]", &format!("[{}]", files.join(", "))))
}

fn gather(root: &Path, folder: &Path, names: &mut Vec<String>) -> Result<(), String> {
    let cannot = |path: &Path, error: &std::io::Error| {
        format!("{} cannot be listed: {error}", path.display())
    };
    for entry in std::fs::read_dir(folder).map_err(|error| cannot(folder, &error))? {
        let path: PathBuf = entry.map_err(|error| cannot(folder, &error))?.path();
        if path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
        {
            continue;
        }
        if path.is_dir() {
            gather(root, &path, names)?;
        } else {
            names.push(
                path.strip_prefix(root)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/"),
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_names_every_file_and_changes_with_any() {
        let names = ["index.html".to_owned(), "a/b.wasm".to_owned()];
        let one = worker("0123", &names).unwrap();
        assert!(
            one.contains(r#"const FILES = ["./", "./index.html", "./a/b.wasm"];"#),
            "{one}"
        );
        assert!(one.contains(r#"const VERSION = "0123";"#));
        let folder = std::env::temp_dir().join(format!("kith-offline-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("inner")).unwrap();
        let written = |text: &str| {
            std::fs::write(folder.join("inner/page.js"), text).unwrap();
            keep(&folder).unwrap();
            std::fs::read_to_string(folder.join(NAME)).unwrap()
        };
        let (first, again, other) = (written("1"), written("1"), written("2"));
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(
            first.contains("./inner/page.js") && !first.contains("./offline.js"),
            "{first}"
        );
        assert_eq!(first, again);
        assert_ne!(first, other);
    }
}
