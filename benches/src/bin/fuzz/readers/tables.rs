//! Official tables: several files in one input, each under a line with its name, so that names are
//! hostile too.

use super::{Answer, Read, is_looked_into, plain};
use crate::mutate::Corpus;
use kith::place::{Profile, census};

/// What stands in front of a file's name.
const MARK: &[u8] = b"\n=== ";

macro_rules! seed {
    ($folder:literal, $name:literal) => {
        (
            $name,
            include_bytes!(concat!("../../../../seeds/", $folder, "/", $name)).as_slice(),
        )
    };
}

/// Tables of an invented borough in the tidy form.
const FILES: [(&str, &[u8]); 15] = [
    seed!("tables", "age_bands_la_x.csv"),
    seed!("tables", "household_composition_la_x.csv"),
    seed!("tables", "household_size_la_x.csv"),
    seed!("tables", "economic_activity_la_x.csv"),
    seed!("tables", "domains_x.csv"),
    seed!("tables", "population_x.csv"),
    seed!("tables", "disability_la_x.csv"),
    seed!("tables", "general_health_la_x.csv"),
    seed!("tables", "unpaid_care_la_x.csv"),
    seed!("tables", "age_bands_lsoa_x.csv"),
    seed!("tables", "disability_lsoa_x.csv"),
    seed!("tables", "economic_activity_lsoa_x.csv"),
    seed!("tables", "general_health_lsoa_x.csv"),
    seed!("tables", "household_composition_lsoa_x.csv"),
    seed!("tables", "household_size_lsoa_x.csv"),
];

/// The same in the forms of other publishers, and the place of the table above that each stands
/// for.
const FORMS: [(usize, (&str, &[u8])); 7] = [
    (0, seed!("forms", "ages_bulk.csv")),
    (0, seed!("forms", "bulk.zip")),
    (1, seed!("forms", "kinds_wide.csv")),
    (2, seed!("forms", "sizes_custom.csv")),
    (4, seed!("forms", "seven_2025.csv")),
    (5, seed!("forms", "population.xlsx")),
    (12, seed!("forms", "health_lsoa_query.csv")),
];

fn input(files: &[(&str, &[u8])]) -> Vec<u8> {
    files
        .iter()
        .flat_map(|(name, bytes)| [MARK, name.as_bytes(), b"\n", bytes].concat())
        .collect()
}

pub fn tables() -> Corpus {
    // The smallest sets more often: they are read faster.
    let mut seeds = vec![
        input(&FILES[..6]),
        input(&FILES[..6]),
        input(&FILES[..9]),
        input(&FILES[..9]),
        input(&FILES),
    ];
    for (place, file) in FORMS {
        let mut files = FILES[..if place < 6 { 6 } else { FILES.len() }].to_vec();
        files.remove(place);
        files.push(file);
        seeds.push(input(&files));
    }
    Corpus { seeds, own: plain }
}

/// The files of an input.
fn files(bytes: &[u8]) -> Vec<census::File> {
    let mut starts: Vec<usize> = bytes
        .windows(MARK.len())
        .enumerate()
        .filter(|(_, part)| *part == MARK)
        .map(|(k, _)| k)
        .collect();
    starts.push(bytes.len());
    let file = |pair: &[usize]| {
        let part = &bytes[pair[0] + MARK.len()..pair[1].max(pair[0] + MARK.len())];
        let end = part
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(part.len());
        (
            String::from_utf8_lossy(&part[..end]).into_owned(),
            part[(end + 1).min(part.len())..].to_vec(),
        )
    };
    starts.windows(2).map(file).collect()
}

pub fn read() -> Read {
    Box::new(
        |bytes| match census::from_files(&files(bytes), "Trafford") {
            Ok(census::Reading { profile, remarks }) => {
                let mut answer = Answer::accepted(
                    [vec![profile.name.clone(), profile.note.clone()], remarks].concat(),
                );
                if is_looked_into(bytes)
                    && Profile::from_toml(&profile.to_toml()).as_ref() != Ok(&profile)
                {
                    answer.broken =
                        Some("the profile is not read back as it was written".to_owned());
                }
                answer
            }
            Err(words) => Answer::refused(words),
        },
    )
}
