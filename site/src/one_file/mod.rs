//! Writes the built page as one HTML file that opens from disk.
//!
//! For a room without internet and a laptop on which nothing can be installed: a stick, a double
//! click. Browsers load nothing beside a file that was opened from disk, so that everything is
//! inside it: the program, its worker, styles and documents. Knows how the build lays the page out;
//! knows no view of it.

mod documents;
mod html;
mod page;
mod policy;

use crate::files;
use std::path::Path;

/// Writes the page that stands in a folder as one file; how many bytes it has.
pub fn write(dist: &Path, file: &Path) -> Result<usize, String> {
    let page = page::Built::read(dist)?.in_one()?;
    files::write(file, page.as_bytes())?;
    Ok(page.len())
}
