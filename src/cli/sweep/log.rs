//! The log of one shard: parts as they come, appended, each with its checksum. Whatever stopped the program, what was written whole is read again,
//! and a torn end is cut off. Knows no experiment, only the words that say whose parts these are.

use crate::cli::{Failure, files};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Parts by task.
pub type Parts = BTreeMap<u32, Vec<u8>>;

/// Task, length, checksum: before the bytes of every record.
const HEAD: usize = 4 + 4 + 8;

/// A log that this process alone writes.
pub struct Log {
    file: File,
    path: PathBuf,
}

impl Log {
    /// Opens a shard's log to go on with it, and reads what it holds. `owner` is the line that says whose parts these are. Where the file
    /// system has no locks, that is said and the log is opened all the same.
    ///
    /// Errors: another process writes it; it holds another experiment's parts; the file system.
    pub fn open(path: &Path, owner: &str) -> Result<(Self, Parts), Failure> {
        let (log, parts, remark) = Self::open_locked(path, owner, File::try_lock)?;
        if let Some(words) = remark {
            files::say(&words);
        }
        Ok((log, parts))
    }

    /// As [`Log::open`], with what locks a file, and what has to be said of it.
    fn open_locked(
        path: &Path,
        owner: &str,
        lock: impl FnOnce(&File) -> Result<(), TryLockError>,
    ) -> Result<(Self, Parts, Option<String>), Failure> {
        let failed =
            |error: &dyn std::fmt::Display| Failure::Other(format!("{}: {error}", path.display()));
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|e| failed(&e))?;
        let mut remark = None;
        match lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::Input(format!(
                    "{}: another process is writing this shard; wanted one process a shard (--shard I/N)",
                    path.display()
                )));
            }
            // Some shared and some mounted folders have no locks, and each says so with another error. A lock is a help against two
            // processes on one shard, no condition for writing; whether the file can be written shows when it is.
            Err(TryLockError::Error(error)) => {
                remark = Some(format!(
                    "{}: this folder's file system has no locks ({error}); going on without: see to it that no second process does this shard",
                    path.display()
                ));
            }
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|e| failed(&e))?;
        let (parts, whole) = read(&bytes, owner).ok_or_else(|| strange(path))?;
        file.set_len(whole as u64).map_err(|e| failed(&e))?;
        file.seek(SeekFrom::End(0)).map_err(|e| failed(&e))?;
        let mut log = Self {
            file,
            path: path.to_owned(),
        };
        if whole == 0 {
            log.append(owner.as_bytes())?;
        }
        Ok((log, parts, remark))
    }

    /// Adds a part: in one go, so that little can be torn.
    pub fn add(&mut self, task: u32, bytes: &[u8]) -> Result<(), Failure> {
        let length = u32::try_from(bytes.len())
            .map_err(|_| Failure::Other(format!("task {task}: a part of {} bytes", bytes.len())))?;
        let mut record = Vec::with_capacity(HEAD + bytes.len());
        record.extend(task.to_le_bytes());
        record.extend(length.to_le_bytes());
        record.extend(checksum(task, bytes));
        record.extend(bytes);
        self.append(&record)
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file
            .write_all(bytes)
            .map_err(|error| Failure::Other(format!("{}: {error}", self.path.display())))
    }

    /// Makes sure that all of it outlives the machine's power.
    pub fn settle(&self) -> Result<(), Failure> {
        self.file
            .sync_all()
            .map_err(|error| Failure::Other(format!("{}: {error}", self.path.display())))
    }
}

/// What a log that somebody else may be writing holds so far.
///
/// Errors: it holds another experiment's parts; the file system.
pub fn look(path: &Path, owner: &str) -> Result<Parts, Failure> {
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::Other(format!("{}: {error}", path.display())))?;
    read(&bytes, owner)
        .map(|(parts, _)| parts)
        .ok_or_else(|| strange(path))
}

fn strange(path: &Path) -> Failure {
    Failure::Input(format!(
        "{}: holds parts of another experiment, or of another build of kith; wanted an empty folder, or the one of this experiment",
        path.display()
    ))
}

/// All whole records, and where they end; nothing when the log is somebody else's.
fn read(bytes: &[u8], owner: &str) -> Option<(Parts, usize)> {
    let mut parts = Parts::new();
    let owner = owner.as_bytes();
    if bytes.len() < owner.len() {
        // Torn in its first line, or empty.
        return owner.starts_with(bytes).then_some((parts, 0));
    }
    if !bytes.starts_with(owner) {
        return None;
    }
    let mut at = owner.len();
    while let Some((task, part)) = record(&bytes[at..]) {
        at += HEAD + part.len();
        parts.insert(task, part.to_vec());
    }
    Some((parts, at))
}

/// The record at the beginning of some bytes, when it is whole.
fn record(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let number = |from: usize| {
        Some(u32::from_le_bytes(
            bytes.get(from..from + 4)?.try_into().ok()?,
        ))
    };
    let (task, length) = (number(0)?, number(4)? as usize);
    let part = bytes.get(HEAD..HEAD.checked_add(length)?)?;
    (bytes.get(8..HEAD)? == checksum(task, part)).then_some((task, part))
}

fn checksum(task: u32, bytes: &[u8]) -> [u8; 8] {
    let mut digest = Sha256::new();
    digest.update(task.to_le_bytes());
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(bytes);
    let digest = digest.finalize();
    std::array::from_fn(|k| digest[k])
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: &str = "kith 1 0000\n";

    #[test]
    fn what_was_written_whole_is_read_again_wherever_the_end_is_torn() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        let (mut log, parts) = Log::open(&path, OWNER).unwrap();
        assert!(parts.is_empty());
        let ends: Vec<u64> = [(3_u32, &b"one"[..]), (1, b""), (2, b"three")]
            .iter()
            .map(|(task, bytes)| {
                log.add(*task, bytes).unwrap();
                std::fs::metadata(&path).unwrap().len()
            })
            .collect();
        drop(log);
        let whole = std::fs::read(&path).unwrap();
        for cut in 0..=whole.len() {
            std::fs::write(&path, &whole[..cut]).unwrap();
            let (mut log, parts) = Log::open(&path, OWNER).unwrap();
            assert_eq!(
                parts.len(),
                ends.iter().filter(|end| **end <= cut as u64).count(),
                "cut at {cut}"
            );
            log.add(9, b"next").unwrap();
            drop(log);
            assert_eq!(look(&path, OWNER).unwrap()[&9], b"next", "cut at {cut}");
        }
        let mut flipped = whole;
        let last = flipped.len() - 1;
        flipped[last] ^= 1;
        std::fs::write(&path, &flipped).unwrap();
        assert_eq!(
            look(&path, OWNER)
                .unwrap()
                .keys()
                .copied()
                .collect::<Vec<_>>(),
            [1, 3]
        );
    }

    #[test]
    fn a_second_writer_and_somebody_elses_log_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        let (log, _) = Log::open(&path, OWNER).unwrap();
        assert!(
            matches!(Log::open(&path, OWNER), Err(Failure::Input(words)) if words.contains("another process"))
        );
        drop(log);
        assert!(
            matches!(Log::open(&path, "kith 2 0000\n"), Err(Failure::Input(words)) if words.contains("another build"))
        );
        assert!(look(&path, "kith 2 0000\n").is_err() && look(&path, OWNER).is_ok());
    }

    #[test]
    fn a_folder_without_locks_is_used_and_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        for kind in [std::io::ErrorKind::Unsupported, std::io::ErrorKind::Other] {
            let without = |_: &File| {
                Err(TryLockError::Error(std::io::Error::new(
                    kind,
                    "No locks available",
                )))
            };
            let (mut log, _, remark) = Log::open_locked(&path, OWNER, without).unwrap();
            let words = remark.unwrap();
            assert!(
                words.contains("no locks (No locks available)")
                    && words.contains("no second process"),
                "{words}"
            );
            log.add(1, b"part").unwrap();
        }
        assert_eq!(look(&path, OWNER).unwrap()[&1], b"part");
        let busy = Log::open_locked(&path, OWNER, |_| Err(TryLockError::WouldBlock));
        assert!(
            matches!(busy, Err(Failure::Input(words)) if words.contains("another process")),
            "a lock that is held is still one"
        );
        assert!(
            Log::open_locked(&path, OWNER, File::try_lock)
                .unwrap()
                .2
                .is_none()
        );
    }

    #[test]
    fn lengths_that_lie_are_no_records() {
        assert!(record(&[0xff; 40]).is_none() && record(&[]).is_none());
    }
}
