//! `kith place`: official tables → profile → place, and how well the margins match.

use super::Failure;
use crate::place::{Place, Profile, bundled, census, check, england, generate};
use crate::text;
use comfy_table::{CellAlignment, Table};
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Generate a place from official tables or from a bundled profile.
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The directory of census tables (files such as `age_bands_la_gm.csv`).
    #[arg(long, value_name = "DIR", requires = "deprivation", requires = "area", conflicts_with = "profile")]
    census: Option<PathBuf>,
    /// The directory of deprivation tables (domains*.csv, population*.csv).
    #[arg(long, value_name = "DIR", requires = "census")]
    deprivation: Option<PathBuf>,
    /// The borough to read, by name or code.
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
    let profile = match (&arguments.census, &arguments.deprivation, &arguments.area, &arguments.profile) {
        (Some(census), Some(deprivation), Some(area), _) => from_tables(census, deprivation, area)?,
        (_, _, _, Some(profile)) => find_profile(profile)?,
        _ => return Err(Failure::Input("give --profile, or --census with --deprivation and --area".into())),
    };
    let place = generate(&profile, arguments.people, arguments.seed).map_err(|error| Failure::Input(error.to_string()))?;
    if let Some(path) = &arguments.profile_out {
        write_whole(path, profile.to_toml().as_bytes())?;
    }
    if let Some(path) = &arguments.out {
        let json = serde_json::to_vec(&place).map_err(|error| Failure::Other(error.to_string()))?;
        write_whole(path, &json)?;
    }
    print(&format!("{}\n", summary(&profile, &place)))?;
    if arguments.check { print(&checked(&profile, &place)) } else { Ok(()) }
}

/// A bundled profile by id, or a profile file. Errors: neither is there, or it cannot be right.
pub fn find_profile(name: &str) -> Result<Profile, Failure> {
    let read = |text: &str| Profile::from_toml(text).map_err(|error| Failure::Input(format!("{name}: {error}")));
    if bundled::is_known(name) {
        return bundled::profile(name).map_err(|missing| Failure::Input(missing.to_string()));
    }
    if Path::new(name).extension().is_some_and(|extension| extension == "toml") {
        let bytes = read_file(Path::new(name))?;
        return read(&text::read(&bytes).map_err(|error| Failure::Input(format!("{name}: {error}")))?);
    }
    let near: Vec<&str> = england::search(name).iter().take(3).map(|entry| entry.id).collect();
    let meant = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    Err(Failure::Input(format!(
        "--profile: read {name:?}, expected a file ending in .toml or the id of a place (kith describe places){meant}"
    )))
}

fn from_tables(census_directory: &Path, deprivation: &Path, area: &str) -> Result<Profile, Failure> {
    let tables = files(census_directory, |name| census::subject::Subject::of_file(name).is_some())?;
    let deprived = files(deprivation, |name| name.starts_with("domains") || name.starts_with("population"))?;
    let reading = census::profile(&tables, &deprived, area).map_err(|error| Failure::Input(error.to_string()))?;
    for census::Match { code, name, how } in &reading.matched {
        print(&format!("{code} {name}: no neighbourhood of 2011 has this code; {how}\n"))?;
    }
    Ok(reading.profile)
}

/// The tables of a directory that are wanted, sorted by name.
fn files(directory: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<census::File>, Failure> {
    let cannot = |error: &std::io::Error| Failure::Input(format!("{}: {error}", directory.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).map_err(|error| cannot(&error))? {
        let entry = entry.map_err(|error| cannot(&error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_table = Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_table && wanted(&name) {
            found.push((name, read_file(&entry.path())?));
        }
    }
    found.sort();
    Ok(found)
}

/// Reads a file, but no more than the largest table (the parser names a file that is larger).
fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let cannot = |error: std::io::Error| Failure::Input(format!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(cannot)?;
    file.take(census::table::LARGEST_TABLE as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

/// Writes a file whole or not at all.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    super::files::write_whole(path, |out| out.write_all(bytes).map_err(|error| error.to_string()))
}

/// Prints, and does not mind that nobody reads on (`| head`).
pub fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Other(error.to_string())),
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
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["Margin", "Class", "Given %", "Generated %", "Difference (points)"]);
    let mut worst: f64 = 0.0;
    for margin in check::margins(profile, place) {
        let name = if margin.estimated { format!("{} (given: estimated)", margin.name) } else { margin.name.to_owned() };
        for (class, given, generated) in &margin.classes {
            table.add_row([
                name.clone(),
                class.clone(),
                format!("{:.2}", given * 100.0),
                format!("{:.2}", generated * 100.0),
                format!("{:+.2}", (generated - given) * 100.0),
            ]);
        }
        let off = margin.total_variation();
        worst = worst.max(off);
        table.add_row([name, "total variation".into(), String::new(), String::new(), format!("{:.2}", off * 100.0)]);
    }
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    format!("{table}\nLargest total variation: {:.2} %\n", worst * 100.0)
}
