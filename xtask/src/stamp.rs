//! Stamps: has anything changed since this was last done? They hold a digest of contents, not times
//! of files.

use crate::paths;
use std::path::{Path, PathBuf};

/// A digest of some text and of the contents of files and folders below the root; what does not
/// exist counts as absent.
///
/// FNV-1a, 64 bits: it tells changes apart, and needs no crate.
pub fn digest(text: &str, entries: &[&str]) -> Result<String, String> {
    let root = paths::root();
    let mut files = Vec::new();
    for entry in entries {
        gather(&root.join(entry), &mut files)?;
    }
    files.sort();
    let mut hash = fold(START, text.as_bytes());
    for file in files {
        let contents = std::fs::read(&file)
            .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        let name = file
            .strip_prefix(&root)
            .unwrap_or(&file)
            .to_string_lossy()
            .into_owned();
        hash = fold(
            fold(hash, name.as_bytes()),
            &(contents.len() as u64).to_le_bytes(),
        );
        hash = fold(hash, &contents);
    }
    Ok(format!("{hash:016x}"))
}

/// A digest of some bytes, by the same function.
pub fn of(bytes: &[u8]) -> String {
    format!("{:016x}", fold(START, bytes))
}

/// Where the function begins.
const START: u64 = 0xCBF2_9CE4_8422_2325;

fn fold(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

fn gather(entry: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if entry.is_file() {
        files.push(entry.to_path_buf());
    } else if entry.is_dir() {
        let listing = std::fs::read_dir(entry)
            .map_err(|error| format!("{} cannot be listed: {error}", entry.display()))?;
        for inner in listing {
            let inner =
                inner.map_err(|error| format!("{} cannot be listed: {error}", entry.display()))?;
            gather(&inner.path(), files)?;
        }
    }
    Ok(())
}

/// Whether the stamp file holds this digest.
pub fn holds(file: &Path, digest: &str) -> bool {
    std::fs::read_to_string(file).is_ok_and(|kept| kept == digest)
}

/// Writes the digest into the stamp file.
pub fn keep(file: &Path, digest: &str) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    std::fs::write(file, digest)
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_published_one() {
        // Test vectors of the FNV reference code, 64 bits, variant 1a.
        assert_eq!(
            format!("{:016x}", fold(0xCBF2_9CE4_8422_2325, b"")),
            "cbf29ce484222325"
        );
        assert_eq!(
            format!("{:016x}", fold(0xCBF2_9CE4_8422_2325, b"foobar")),
            "85944171f73967e8"
        );
    }

    #[test]
    fn the_digest_follows_text_and_files() {
        let of = |text: &str, entries: &[&str]| digest(text, entries).unwrap();
        assert_eq!(of("a", &["xtask/src"]), of("a", &["xtask/src"]));
        assert_ne!(of("a", &["xtask/src"]), of("b", &["xtask/src"]));
        assert_ne!(
            of("a", &["xtask/src"]),
            of("a", &["xtask/src", "Cargo.lock"])
        );
        assert_eq!(of("a", &["no-such-folder"]), of("a", &[]));
    }
}
