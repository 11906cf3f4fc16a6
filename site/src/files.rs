//! Files read and written, with a sentence for people where that fails.

use base64::Engine;
use std::path::Path;

/// A file's text.
pub fn text(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// A file's bytes as base64.
pub fn base64(file: &Path) -> Result<String, String> {
    let bytes = std::fs::read(file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

/// Writes a file, and the folders it stands in.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("{} cannot be written: {error}", file.display());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    std::fs::write(file, bytes).map_err(cannot)
}
