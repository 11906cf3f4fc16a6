//! From official tables (bytes and file names) to a profile. Touches no file system.
//!
//! [`sheet`] makes rows of files, [`recognise`] says what they are by header and categories,
//! [`forms`] reads them, [`gather`] holds them against one another, and [`assemble`] makes the
//! profile of one area, whose neighbourhoods [`lookup`] knows by code.

pub mod assemble;
pub mod day;
pub mod forms;
pub mod gather;
pub mod lookup;
mod neighbourhoods;
pub mod recognise;
pub mod sheet;
pub mod subject;
pub mod table;
mod words;

use super::profile::Profile;
use crate::text;
pub use gather::Refused;

/// A file as read: its name and its bytes.
pub type File = (String, Vec<u8>);

/// A profile, and what was estimated, matched or left aside to make it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The profile.
    pub profile: Profile,
    /// Sentences for people.
    pub remarks: Vec<String>,
}

/// Makes the profile of an area, named or by code, from the official tables among some files,
/// whatever the files are called.
///
/// Errors: the first thing in a table that cannot be right, with file, line, column, what was read
/// and what was expected; or what is missing among the files, what to get, and what each of them
/// looks like.
pub fn read(files: &[File], area: &str) -> Result<Reading, Refused> {
    assemble::assemble(&gather::gather(files)?, area)
}

/// Makes the profile of an area from whatever files a person has gathered: the tables, or one
/// profile made before.
///
/// Errors: sentences for people.
pub fn from_files(files: &[File], area: &str) -> Result<Reading, String> {
    if let [(name, bytes)] = files
        && has_ending(name, "toml")
    {
        let name = text::message(name, table::MOST_PART);
        let text = text::read(bytes).map_err(|error| format!("{name}: {error}"))?;
        let profile = Profile::from_toml(&text).map_err(|error| format!("{name}: {error}"))?;
        return Ok(Reading {
            profile,
            remarks: Vec::new(),
        });
    }
    read(files, area).map_err(|error| error.to_string())
}

/// Whether a file that begins so may be a table: a text, a workbook or an archive, and no picture
/// or program.
pub fn may_be_table(head: &[u8]) -> bool {
    let wide = head.starts_with(&[0xFF, 0xFE])
        || head.starts_with(&[0xFE, 0xFF])
        || matches!(head, [0, 1..=255, ..] | [1..=255, 0, ..]);
    sheet::archive::is_one(head) || wide || !head.contains(&0)
}

/// Whether a file has an ending, in capitals or not.
fn has_ending(name: &str, ending: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending))
}
