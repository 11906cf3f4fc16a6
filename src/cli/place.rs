//! `kith place`: official tables → profile → place, and how well the margins match.

use super::Failure;
use super::terminal::ruled;
use crate::place::{Place, Profile, bundled, census, check, england, generate};
use crate::scenario::places::name_of;
use crate::text;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The most that the files of a directory may have together. Unit: bytes.
const MOST_BYTES: u64 = 1 << 30;

/// Generate a place from official tables or from a bundled profile.
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The directory of census tables as their publishers give them (.csv, .xlsx, .zip), under whatever names.
    #[arg(
        long,
        value_name = "DIR",
        requires = "area",
        conflicts_with = "profile"
    )]
    census: Option<PathBuf>,
    /// The directory of deprivation tables, where they are not beside those of the census.
    #[arg(long, value_name = "DIR", requires = "census")]
    deprivation: Option<PathBuf>,
    /// The district to read, by name or code.
    #[arg(long, value_name = "NAME", requires = "census")]
    area: Option<String>,
    /// A bundled profile (such as trafford) or a profile file (ends in .toml), instead of tables.
    #[arg(long, value_name = "ID|FILE", required_unless_present = "census")]
    profile: Option<String>,
    /// How many people to generate.
    #[arg(long, default_value_t = 5_000)]
    people: u32,
    /// The seed of all luck.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where to write the place, as JSON.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write the profile, as TOML.
    #[arg(long, value_name = "FILE")]
    profile_out: Option<PathBuf>,
    /// Print the margins as given and as generated.
    #[arg(long)]
    check: bool,
}

/// Runs the command. Errors: tables or numbers that cannot be right are input; files that cannot be written are other.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let profile = match (&arguments.census, &arguments.area, &arguments.profile) {
        (Some(census), Some(area), _) => {
            from_tables(census, arguments.deprivation.as_deref(), area)?
        }
        (_, _, Some(profile)) => find_profile(profile)?,
        _ => {
            return Err(Failure::Input(
                "give --profile, or --census with --area".into(),
            ));
        }
    };
    let place = generate(&profile, arguments.people, arguments.seed)
        .map_err(|error| Failure::Input(error.to_string()))?;
    if let Some(path) = &arguments.profile_out {
        write_whole(path, profile.to_toml().as_bytes())?;
    }
    if let Some(path) = &arguments.out {
        let json = serde_json::to_vec(&place).map_err(|error| Failure::Other(error.to_string()))?;
        write_whole(path, &json)?;
    }
    print(&format!("{}\n", summary(&profile, &place)))?;
    if arguments.check {
        print(&checked(&profile, &place))
    } else {
        Ok(())
    }
}

/// A bundled profile by id, or a profile file. Errors: neither is there, or it cannot be right.
pub fn find_profile(name: &str) -> Result<Profile, Failure> {
    let read = |text: &str| {
        Profile::from_toml(text).map_err(|error| Failure::Input(format!("{name}: {error}")))
    };
    if name_of(name).is_some() {
        return bundled::profile(name).map_err(|missing| Failure::Input(missing.to_string()));
    }
    if Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "toml")
    {
        let bytes = read_file(Path::new(name), census::table::LARGEST_TABLE as u64 + 1)?;
        return read(
            &text::read(&bytes).map_err(|error| Failure::Input(format!("{name}: {error}")))?,
        );
    }
    let near: Vec<&str> = england::search(name)
        .iter()
        .take(3)
        .map(|entry| entry.id)
        .collect();
    let meant = if near.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", near.join(", "))
    };
    Err(Failure::Input(format!(
        "--profile: read {name:?}, expected a file ending in .toml or the id of a place (kith describe places){meant}"
    )))
}

fn from_tables(
    census_directory: &Path,
    deprivation: Option<&Path>,
    area: &str,
) -> Result<Profile, Failure> {
    let mut all = files(census_directory)?;
    let same = |other: &Path| census_directory.canonicalize().ok() == other.canonicalize().ok();
    if let Some(other) = deprivation.filter(|other| !same(other)) {
        all.extend(files(other)?);
    }
    let reading = census::read(&all, area).map_err(|error| Failure::Input(error.to_string()))?;
    for remark in &reading.remarks {
        print(&format!("{remark}\n"))?;
    }
    Ok(reading.profile)
}

/// What is in a directory, sorted by name: files, and folders as files that are empty.
fn files(directory: &Path) -> Result<Vec<census::File>, Failure> {
    let cannot =
        |error: &std::io::Error| Failure::Input(format!("{}: {error}", directory.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).map_err(|error| cannot(&error))? {
        let path = entry.map_err(|error| cannot(&error))?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            found.push((format!("{name}/"), Vec::new()));
        } else if path.is_file() {
            found.push((name, read_table(&path)?));
        }
        let bytes: u64 = found.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        if bytes > MOST_BYTES {
            let words = format!(
                "the files have more than {MOST_BYTES} bytes together: leave only the tables in it"
            );
            return Err(Failure::Input(format!("{}: {words}", directory.display())));
        }
    }
    found.sort();
    Ok(found)
}

/// Reads a file that may be a table; of one that cannot be, only the beginning.
fn read_table(path: &Path) -> Result<Vec<u8>, Failure> {
    let head = read_file(path, 4_096)?;
    if census::may_be_table(&head) {
        read_file(path, census::table::LARGEST_TABLE as u64 + 1)
    } else {
        Ok(head)
    }
}

/// Reads a file, but no more than so many bytes.
fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let cannot = |error: std::io::Error| Failure::Input(format!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(cannot)?;
    file.take(most).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

/// Writes a file whole or not at all.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    super::files::write_whole(path, |out| {
        out.write_all(bytes).map_err(|error| error.to_string())
    })
}

/// Prints, and does not mind that nobody reads on (`| head`).
pub fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Other(error.to_string()))
        }
        _ => Ok(()),
    }
}

fn summary(profile: &Profile, place: &Place) -> String {
    format!(
        "{}: {} people in {} households and {} communities ({} official neighbourhoods), {} friendships, {} kin links",
        profile.name,
        place.persons.len(),
        place.families.len(),
        place.communities.len(),
        profile.neighbourhoods.len(),
        place.friendships.len(),
        place.kin.len()
    )
}

fn checked(profile: &Profile, place: &Place) -> String {
    let mut rows = Vec::new();
    let mut worst: f64 = 0.0;
    for margin in check::margins(profile, place) {
        let name = if margin.estimated {
            format!("{} (given: estimated)", margin.name)
        } else {
            margin.name.to_owned()
        };
        for (class, given, generated) in &margin.classes {
            rows.push(vec![
                name.clone(),
                class.clone(),
                format!("{:.2}", given * 100.0),
                format!("{:.2}", generated * 100.0),
                format!("{:+.2}", (generated - given) * 100.0),
            ]);
        }
        let off = margin.total_variation();
        worst = worst.max(off);
        rows.push(vec![
            name,
            "total variation".into(),
            String::new(),
            String::new(),
            format!("{:.2}", off * 100.0),
        ]);
    }
    let header = [
        "Margin",
        "Class",
        "Given %",
        "Generated %",
        "Difference (points)",
    ];
    let table = ruled(&header, rows, 2);
    format!("{table}\nLargest total variation: {:.2} %\n", worst * 100.0)
}
