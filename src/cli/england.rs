//! `kith place england`: makes the list and the packs of all districts from official tables; checks every place's margins.

mod activity;
mod district;
mod make;
mod tables;

use super::Failure;
use super::place::{print, write_whole};
use super::terminal::ruled;
use crate::place::england::{self, Entry};
use crate::place::{check, generate};
use rayon::prelude::*;
use std::path::PathBuf;

/// The most that generated shares may differ from given ones. Unit: total variation.
const ALLOWED: f64 = 0.02;

/// Make the figures of every district from official tables, or check the places generated from them.
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Debug, clap::Subcommand)]
enum What {
    /// Make the list and the packs from the folder in which ltla, lsoa, msoa, iod and lookup lie.
    Make {
        /// The folder of the tables.
        tables: PathBuf,
        /// Where to write places.tsv and a pack a district.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Generate every place and print those whose margins are furthest from the published ones.
    Check {
        /// How many people to generate in each.
        #[arg(long, default_value_t = 5_000)]
        people: u32,
        /// The seed of all luck.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many of the worst to print.
        #[arg(long, default_value_t = 10)]
        worst: usize,
    },
}

/// Runs the command. Errors: tables that are missing or cannot be right; a place whose margins are too far off.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.what {
        What::Make { tables, out } => {
            let made = make::make(tables).map_err(Failure::Input)?;
            std::fs::create_dir_all(out)
                .map_err(|error| Failure::Other(format!("{}: {error}", out.display())))?;
            write_whole(&out.join("places.tsv"), made.list.as_bytes())?;
            for (code, pack) in &made.packs {
                write_whole(&out.join(format!("{code}.pack")), pack)?;
            }
            for remark in &made.remarks {
                print(&format!("{remark}\n"))?;
            }
            let bytes: usize = made.packs.values().map(Vec::len).sum();
            let largest = made.packs.values().map(Vec::len).max().unwrap_or(0);
            print(&format!(
                "{} packs, {bytes} bytes in all, the largest {largest}; list {} bytes\n",
                made.packs.len(),
                made.list.len()
            ))
        }
        What::Check {
            people,
            seed,
            worst,
        } => checked(*people, *seed, *worst),
    }
}

/// How far a place's margins are off: the worst margin and its total variation.
fn off(entry: &Entry, people: u32, seed: u64) -> Result<(&'static str, f64), String> {
    let profile = england::profile(entry)
        .ok_or("its figures are not compiled in")?
        .map_err(|error| error.to_string())?;
    let place = generate(&profile, people, seed).map_err(|error| error.to_string())?;
    let margins = check::margins(&profile, &place);
    let worst = margins
        .iter()
        .map(|margin| (margin.name, margin.total_variation()))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    worst.ok_or_else(|| "it has no margins".into())
}

/// The margin that is furthest off, and by how much; or why there is none.
type Furthest = Result<(&'static str, f64), String>;

fn checked(people: u32, seed: u64, worst: usize) -> Result<(), Failure> {
    let measured: Vec<(&Entry, Furthest)> = england::list()
        .par_iter()
        .map(|entry| (entry, off(entry, people, seed)))
        .collect();
    let mut found = Vec::new();
    for (entry, outcome) in measured {
        let (margin, off) =
            outcome.map_err(|words| Failure::Other(format!("{}: {words}", entry.name)))?;
        found.push((entry, margin, off));
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    let row = |(entry, margin, off): &(&Entry, &str, f64)| {
        let off = format!("{:.2}", off * 100.0);
        vec![
            entry.name.to_owned(),
            entry.code.to_owned(),
            (*margin).to_owned(),
            off,
        ]
    };
    let header = ["Place", "Code", "Furthest margin", "Total variation %"];
    let table = ruled(&header, found.iter().take(worst).map(row).collect(), 3);
    let over = found.iter().filter(|(_, _, off)| *off > ALLOWED).count();
    print(&format!(
        "{table}\n{} places of {people} people; {over} with a total variation above {:.0} %\n",
        found.len(),
        ALLOWED * 100.0
    ))?;
    if over == 0 {
        Ok(())
    } else {
        Err(Failure::Differs)
    }
}
