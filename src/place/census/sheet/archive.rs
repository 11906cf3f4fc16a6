//! Zip archives, as publishers pack tables and as workbooks are files: what is in them, unpacked no
//! further than is wanted.
//!
//! Of the format only what tables need: no encryption, nothing above four gigabytes, stored or
//! deflated. A hostile archive costs no more than its limits allow, whatever it says about itself.

use crate::text;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::cell::Cell;
use std::io::Read;

/// The most that is unpacked of one archive, everything together: its files may be the same bytes
/// again and again. Unit: bytes.
const MOST_UNPACKED: u64 = 600 << 20;
/// The most files of an archive that are looked at.
const MOST_ENTRIES: usize = 2_000;
/// How the end of an archive begins, and how long it is without a remark.
const END: (&[u8], usize) = (b"PK\x05\x06", 22);
/// The longest remark that may follow. Unit: bytes.
const LONGEST_REMARK: usize = 65_535;
/// How a line of the directory begins, and how long it is without its names.
const LISTED: (&[u8], usize) = (b"PK\x01\x02", 46);
/// How a file in the archive begins, and how long its head is without its names.
const LOCAL: (&[u8], usize) = (b"PK\x03\x04", 30);

/// Whether bytes begin as an archive does.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(LOCAL.0) || bytes.starts_with(END.0)
}

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name with its folders.
    pub name: String,
    /// Where it begins.
    offset: usize,
    /// How many bytes it has as packed.
    packed: usize,
    /// How it was packed: 0 or 8.
    method: u16,
    /// Its checksum.
    crc: u32,
    encrypted: bool,
}

impl Entry {
    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

/// An archive.
#[derive(Clone, Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    /// How much may still be unpacked. Unit: bytes.
    left: Cell<u64>,
    /// What is in it.
    pub entries: Vec<Entry>,
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl<'a> Archive<'a> {
    /// Reads the directory of an archive. Errors: a broken one, in words.
    pub fn of(bytes: &'a [u8]) -> Result<Self, String> {
        Self::listed(bytes).ok_or_else(|| "a broken zip archive: load it down again".to_owned())
    }

    fn listed(bytes: &'a [u8]) -> Option<Self> {
        let from = bytes.len().saturating_sub(END.1 + LONGEST_REMARK);
        let end = from
            + bytes[from..]
                .windows(END.0.len())
                .rposition(|window| window == END.0)?;
        let count = usize::from(short(bytes, end + 10)?).min(MOST_ENTRIES);
        let mut at = long(bytes, end + 16)? as usize;
        let mut entries = Vec::new();
        for _ in 0..count {
            let listed = bytes.get(at..)?;
            if !listed.starts_with(LISTED.0) {
                return None;
            }
            let (name, extra, remark) =
                (short(listed, 28)?, short(listed, 30)?, short(listed, 32)?);
            let end = LISTED.1 + usize::from(name);
            entries.push(Entry {
                name: text::guess(listed.get(LISTED.1..end)?),
                offset: long(listed, 42)? as usize,
                packed: long(listed, 20)? as usize,
                method: short(listed, 10)?,
                crc: long(listed, 16)?,
                encrypted: short(listed, 8)? & 1 == 1,
            });
            at += end + usize::from(extra) + usize::from(remark);
        }
        Some(Self {
            bytes,
            left: Cell::new(MOST_UNPACKED),
            entries,
        })
    }

    /// A file by its name, capitals or not.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A file of the archive, to be unpacked while it is read. Errors: why it cannot be, in words.
    pub fn reader(&self, entry: &Entry) -> Result<Box<dyn Read + '_>, String> {
        if entry.encrypted {
            return Err("locked with a password".to_owned());
        }
        if self.left.get() == 0 {
            return Err(format!(
                "in an archive of more than {MOST_UNPACKED} bytes unpacked"
            ));
        }
        let broken = || "a broken part of a zip archive: load it down again".to_owned();
        let local = self
            .bytes
            .get(entry.offset..)
            .filter(|local| local.starts_with(LOCAL.0))
            .ok_or_else(broken)?;
        let names = short(local, 26).zip(short(local, 28)).ok_or_else(broken)?;
        let start = LOCAL.1 + usize::from(names.0) + usize::from(names.1);
        let packed = local
            .get(start..)
            .and_then(|rest| rest.get(..entry.packed))
            .ok_or_else(broken)?;
        match entry.method {
            0 => Ok(Box::new(packed)),
            8 => Ok(Box::new(DeflateDecoder::new(packed))),
            _ => Err(
                "packed in a way that is not read here: pack it again as an ordinary zip archive"
                    .to_owned(),
            ),
        }
    }

    /// Notes that so many bytes were unpacked.
    pub fn note(&self, bytes: u64) {
        self.left.set(self.left.get().saturating_sub(bytes));
    }

    /// The beginning of a file, of so many bytes at most. Errors: why it cannot be unpacked, in
    /// words.
    pub fn head(&self, entry: &Entry, most: u64) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let read = self.reader(entry)?.take(most).read_to_end(&mut bytes);
        self.note(bytes.len() as u64);
        read.map_err(|error| {
            format!(
                "a broken part of a zip archive: {}",
                text::message(&error.to_string(), 100)
            )
        })?;
        Ok(bytes)
    }

    /// A file, whole. Errors: one that is larger than `most`, one whose checksum is wrong, or why
    /// it cannot be unpacked, in words.
    pub fn whole(&self, entry: &Entry, most: u64) -> Result<Vec<u8>, String> {
        let bytes = self.head(entry, most + 1)?;
        if bytes.len() as u64 > most {
            return Err(format!("unpacked it has more than {most} bytes"));
        }
        let mut crc = Crc::new();
        crc.update(&bytes);
        if crc.sum() == entry.crc {
            Ok(bytes)
        } else {
            Err("a broken part of a zip archive: its checksum is wrong".to_owned())
        }
    }
}

/// Packs files, as tests need it.
#[cfg(test)]
pub fn pack(files: &[(&str, &[u8])], deflate: bool) -> Vec<u8> {
    use flate2::Compression;
    use std::io::Write as _;
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut crc = Crc::new();
        crc.update(content);
        let packed = if deflate {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(content).unwrap();
            encoder.finish().unwrap()
        } else {
            content.to_vec()
        };
        let offset = bytes.len() as u32;
        let mut common = vec![20, 0, 0, 0, if deflate { 8 } else { 0 }, 0, 0, 0, 0, 0];
        common.extend(crc.sum().to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((content.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        bytes.extend([LOCAL.0, &common, name.as_bytes(), &packed].concat());
        directory.extend(
            [
                LISTED.0,
                &[20, 0],
                &common,
                &[0; 10],
                &offset.to_le_bytes(),
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let count = (files.len() as u16).to_le_bytes();
    let (size, offset) = (
        (directory.len() as u32).to_le_bytes(),
        (bytes.len() as u32).to_le_bytes(),
    );
    bytes.extend(
        [
            &directory,
            END.0,
            &[0; 4],
            &count,
            &count,
            &size,
            &offset,
            &[0, 0],
        ]
        .concat(),
    );
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_there_and_what_is_broken_or_too_large_is_said() {
        for deflate in [false, true] {
            let long = b"0123456789".repeat(100_000);
            let bytes = pack(
                &[("a/", b""), ("a/b.csv", b"x,y\n"), ("c.csv", &long)],
                deflate,
            );
            let archive = Archive::of(&bytes).unwrap();
            assert!(archive.entries[0].is_folder());
            assert_eq!(
                archive
                    .whole(archive.find("A/B.csv").unwrap(), 100)
                    .unwrap(),
                b"x,y\n"
            );
            let large = archive.find("c.csv").unwrap();
            assert_eq!(archive.head(large, 7).unwrap(), b"0123456");
            assert_eq!(archive.whole(large, 1_000_000).unwrap(), long);
            let refused = |change: fn(&mut Entry), limit: u64, words: &str| {
                let mut entry = large.clone();
                change(&mut entry);
                let error = archive.whole(&entry, limit).unwrap_err();
                assert!(error.contains(words), "{error}");
            };
            refused(|_| (), 999_999, "more than 999999 bytes");
            refused(|entry| entry.crc = 7, 2_000_000, "checksum");
            refused(|entry| entry.encrypted = true, 9, "password");
            refused(|entry| entry.method = 9, 9, "not read here");
            refused(|entry| entry.offset = usize::MAX / 2, 9, "broken");
            let again = (0..1_000).find_map(|_| archive.whole(large, 2_000_000).err());
            assert!(
                again.is_some_and(|words| words.contains("unpacked")),
                "the same bytes again and again are too many"
            );
            for cut in 0..bytes.len().min(300) {
                let _ = Archive::of(&bytes[..bytes.len() - cut]).map(|a| {
                    a.entries
                        .iter()
                        .filter(|entry| a.whole(entry, 99).is_ok())
                        .count()
                });
            }
        }
        assert!(Archive::of(b"PK\x03\x04").unwrap_err().contains("broken"));
    }
}
