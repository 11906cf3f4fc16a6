//! Official tables: several files in one input, each under a line with its name, so that names are hostile too.

use super::{Answer, Read, is_looked_into, plain};
use crate::mutate::Corpus;
use kith::place::{Profile, census};

/// What stands in front of a file's name.
const MARK: &[u8] = b"\n=== ";

macro_rules! seed {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../seeds/tables/", $name)).as_slice())
    };
}

/// Tables of an invented borough in the forms of the publishers.
const FILES: [(&str, &[u8]); 15] = [
    seed!("age_bands_la_x.csv"),
    seed!("household_composition_la_x.csv"),
    seed!("household_size_la_x.csv"),
    seed!("economic_activity_la_x.csv"),
    seed!("domains_x.csv"),
    seed!("population_x.csv"),
    seed!("disability_la_x.csv"),
    seed!("general_health_la_x.csv"),
    seed!("unpaid_care_la_x.csv"),
    seed!("age_bands_lsoa_x.csv"),
    seed!("disability_lsoa_x.csv"),
    seed!("economic_activity_lsoa_x.csv"),
    seed!("general_health_lsoa_x.csv"),
    seed!("household_composition_lsoa_x.csv"),
    seed!("household_size_lsoa_x.csv"),
];

fn input(files: &[(&str, &[u8])]) -> Vec<u8> {
    files.iter().flat_map(|(name, bytes)| [MARK, name.as_bytes(), b"\n", bytes].concat()).collect()
}

pub fn tables() -> Corpus {
    // The smallest sets more often: they are read faster.
    Corpus { seeds: vec![input(&FILES[..6]), input(&FILES[..6]), input(&FILES[..9]), input(&FILES[..9]), input(&FILES)], own: plain }
}

/// The files of an input.
fn files(bytes: &[u8]) -> Vec<census::File> {
    let mut starts: Vec<usize> = bytes.windows(MARK.len()).enumerate().filter(|(_, part)| *part == MARK).map(|(k, _)| k).collect();
    starts.push(bytes.len());
    let file = |pair: &[usize]| {
        let part = &bytes[pair[0] + MARK.len()..pair[1].max(pair[0] + MARK.len())];
        let end = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        (String::from_utf8_lossy(&part[..end]).into_owned(), part[(end + 1).min(part.len())..].to_vec())
    };
    starts.windows(2).map(file).collect()
}

pub fn read() -> Read {
    Box::new(|bytes| match census::from_files(&files(bytes), "Trafford") {
        Ok(profile) => {
            let mut answer = Answer::accepted(vec![profile.name.clone(), profile.note.clone()]);
            if is_looked_into(bytes) && Profile::from_toml(&profile.to_toml()).as_ref() != Ok(&profile) {
                answer.broken = Some("the profile is not read back as it was written".to_owned());
            }
            answer
        }
        Err(words) => Answer::refused(words),
    })
}
