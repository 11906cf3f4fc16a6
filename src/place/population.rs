//! From a profile to a place: how many households of each kind and size, which ones, and who lives
//! in them.
//!
//! Household templates are weighted by iterative proportional fitting until the place's margins
//! come out, made whole numbers by cumulative rounding, and exchanged one for one within each
//! community until its ages fit. Residents of communal establishments are fitted with them, each in
//! a place of their own that is no household. Ties are wired in [`super::ties`] and [`super::kin`];
//! this file knows nothing of them but the call.

mod choose;
mod rake;

use super::communities::{Group, communities};
use super::fitting::{fit_two_way, ratio, round_by_column, scale, scaled_to};
use super::people::{Homes, people};
use super::profile::{AGE_BANDS, Profile};
use super::templates::{SIZE_GIVEN_KIND, Template, template};
use super::{HouseholdKind, LARGEST_HOUSEHOLD, Place, kin, ties};
use crate::numeric;
use crate::random::{Key, Luck, Stream};
use choose::choose;
use rake::rake;

/// The fewest and the most people a place is generated with.
pub const PEOPLE: (u32, u32) = (200, 1_000_000);
/// Age bands used in fitting: the census's, with 15–19 parted at 16 because work and care are asked
/// from 16.
pub const FITTED_BANDS: usize = AGE_BANDS + 1;
/// Templates drawn for each kind and size.
const TEMPLATES_A_CELL: usize = 500;
/// The share of households that may fall between the kinds and the sizes given before they
/// contradict each other.
const CONTRADICTION: f64 = 0.05;

/// Why no place can be generated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GenerateError {
    /// Too few or too many people.
    #[error("people: read {found}, expected {} to {}", PEOPLE.0, PEOPLE.1)]
    People {
        /// How many were asked for.
        found: u32,
    },
    /// The profile cannot be right.
    #[error("profile {id}: {problem}")]
    Profile {
        /// Its id.
        id: String,
        /// What is wrong.
        problem: String,
    },
}

/// The band in which an age is fitted.
pub const fn fitted_band(age: u8) -> usize {
    match age {
        0..=14 => (age / 5) as usize,
        15 => 3,
        16..=19 => 4,
        20..=84 => (age / 5) as usize + 1,
        _ => FITTED_BANDS - 1,
    }
}

/// Generates a place of exactly `people` invented persons.
///
/// The same profile, number and seed give the same place on every machine. Errors: a number out of
/// [`PEOPLE`], a profile that fails its own check.
pub fn generate(profile: &Profile, people_wanted: u32, seed: u64) -> Result<Place, GenerateError> {
    if !(PEOPLE.0..=PEOPLE.1).contains(&people_wanted) {
        return Err(GenerateError::People {
            found: people_wanted,
        });
    }
    profile.check().map_err(|error| GenerateError::Profile {
        id: profile.id.clone(),
        problem: error.to_string(),
    })?;
    let luck = Luck::new(seed, 0);
    let groups = communities(profile, people_wanted);
    let cells = cells(profile, luck);
    if let Some(problem) = contradiction(profile, &cells) {
        return Err(GenerateError::Profile {
            id: profile.id.clone(),
            problem,
        });
    }
    let homes = homes(profile, cells, people_wanted, &groups, luck);
    let (families, persons) = people(profile, &groups, &homes, luck);
    let friendships = ties::friendships(&families, &persons, luck);
    let kin = kin::kin(&families, &persons, luck);
    Ok(Place {
        id: profile.id.clone(),
        name: profile.name.clone(),
        sources: profile
            .sources
            .iter()
            .map(|s| format!("{} ({}), {}", s.title, s.date, s.licence))
            .collect(),
        ages: super::whole::ages(profile),
        communities: groups.into_iter().map(|group| group.community).collect(),
        families,
        persons,
        friendships,
        kin,
    })
}

/// One kind and size of household, with the templates for it.
struct Cell {
    kind: HouseholdKind,
    size: usize,
    /// Their share among all households.
    share: f64,
    templates: Vec<Template>,
    /// Cumulative weights of the templates; the last is 1.
    cumulative: Vec<f64>,
    /// Mean number of members in each fitted band.
    bands: [f64; FITTED_BANDS],
}

/// Chooses every household: kind, size and ages, community by community.
fn homes(
    profile: &Profile,
    mut cells: Vec<Cell>,
    wanted: u32,
    groups: &[Group],
    luck: Luck,
) -> Homes {
    let ages = fitted_ages(profile);
    let communal = (profile.margins.communal_share() * f64::from(wanted)).round() as u32;
    let mut counts = whole_counts(&cells, wanted - communal);
    if communal > 0 {
        cells.push(cell(HouseholdKind::Communal, 1, 0.0, luck));
        counts.push(communal);
    }
    rake(&mut cells, &counts, &scaled_to(&ages, f64::from(wanted)));
    let shares = cell_fractions(&cells, groups, &counts, f64::from(wanted));
    // The golden ratio spreads where rounding falls over the columns.
    let by_community = round_by_column(&shares, &counts, |column| {
        (column as f64 * 0.618_033_988_75 + 0.3).fract()
    });
    let targets = age_targets(
        &cells,
        groups,
        &by_community,
        &scaled_to(&ages, f64::from(wanted)),
    );
    let mut homes = Homes::default();
    let mut carried = [0.0; FITTED_BANDS];
    for (community, counts) in by_community.iter().enumerate() {
        let mut target = targets[community].clone();
        for (wish, carry) in target.iter_mut().zip(carried) {
            *wish += carry;
        }
        let chosen = choose(&cells, counts, &target, luck, community);
        carried.copy_from_slice(&target);
        for &(cell, pick) in &chosen {
            let home = cells[cell].templates[pick];
            for &age in home.members() {
                carried[fitted_band(age)] -= 1.0;
            }
            homes.push(community, cells[cell].kind, home);
        }
    }
    homes
}

/// The joint table of kind and size by iterative proportional fitting, and templates for each cell
/// of it.
fn cells(profile: &Profile, luck: Luck) -> Vec<Cell> {
    let households = f64::from(profile.margins.kinds.iter().sum::<u32>());
    let kinds: Vec<f64> = profile
        .margins
        .kinds
        .iter()
        .map(|&c| f64::from(c) / households)
        .collect();
    let sizes: Vec<f64> = scaled_to(
        &profile
            .margins
            .sizes
            .iter()
            .map(|&c| f64::from(c))
            .collect::<Vec<_>>(),
        1.0,
    );
    let mut table: Vec<Vec<f64>> = SIZE_GIVEN_KIND.iter().map(|row| row.to_vec()).collect();
    fit_two_way(&mut table, &kinds, &sizes);
    let mut cells = Vec::new();
    for kind in HouseholdKind::ALL {
        for size in 1..=LARGEST_HOUSEHOLD {
            let share = table[kind.index()][size - 1];
            if share <= 0.0 {
                continue;
            }
            cells.push(cell(kind, size, share, luck));
        }
    }
    cells
}

/// A cell with its templates, not yet weighed.
fn cell(kind: HouseholdKind, size: usize, share: f64, luck: Luck) -> Cell {
    let key = Key(0x7E3A).child(kind.index() as u64).child(size as u64);
    let mut draws = luck.draws(key, 0, Stream::Population);
    let templates = (0..TEMPLATES_A_CELL)
        .map(|_| template(kind, size, &mut draws))
        .collect();
    Cell {
        kind,
        size,
        share,
        templates,
        cumulative: Vec::new(),
        bands: [0.0; FITTED_BANDS],
    }
}

/// What is wrong where no households have both the kinds and the sizes that the profile gives.
fn contradiction(profile: &Profile, cells: &[Cell]) -> Option<String> {
    let share = |list: &[u32], k: usize| {
        f64::from(list[k]) / list.iter().map(|&count| f64::from(count)).sum::<f64>()
    };
    let off = |list: &[u32], class: &dyn Fn(&Cell) -> usize| {
        let reached = |k: usize| {
            cells
                .iter()
                .filter(|cell| class(cell) == k)
                .map(|cell| cell.share)
                .sum::<f64>()
        };
        (0..list.len())
            .map(|k| (share(list, k) - reached(k)).abs())
            .sum::<f64>()
            / 2.0
    };
    let kinds = off(&profile.margins.kinds, &|cell| cell.kind.index());
    let sizes = off(&profile.margins.sizes, &|cell| cell.size - 1);
    (kinds.max(sizes) > CONTRADICTION).then(|| {
        let percent = 100.0 * kinds.max(sizes);
        format!(
            "margins.kinds and margins.sizes contradict each other: {percent:.1} % of \
            households cannot have both"
        )
    })
}

/// The age margin in fitted bands. Those aged 15 are the under-16s that the activity table leaves
/// out.
fn fitted_ages(profile: &Profile) -> Vec<f64> {
    let margins = &profile.margins;
    split_at_sixteen(
        &margins.ages,
        margins.residents() as f64 - margins.adults() as f64,
    )
}

/// Parts 15–19 at 16, given how many are under 16 (held to 10–35 % of the band where tables
/// disagree).
fn split_at_sixteen(ages: &[u32], under_sixteen: f64) -> Vec<f64> {
    let teens = f64::from(ages[3]);
    let children: f64 = ages[..3].iter().map(|&c| f64::from(c)).sum();
    let fifteen = (under_sixteen - children).clamp(0.1 * teens, 0.35 * teens);
    let mut bands: Vec<f64> = ages.iter().map(|&c| f64::from(c)).collect();
    bands[3] = fifteen;
    bands.insert(4, teens - fifteen);
    bands
}

/// Whole households by cell whose sizes add up to exactly `wanted` people.
fn whole_counts(cells: &[Cell], wanted: u32) -> Vec<u32> {
    let people_a_household: f64 = cells.iter().map(|c| c.share * c.size as f64).sum();
    let households = (f64::from(wanted) / people_a_household).round();
    let shares: Vec<f64> = cells.iter().map(|c| c.share).collect();
    let mut counts: Vec<u32> = numeric::apportion(households as i64, &shares)
        .into_iter()
        .map(|c| c as u32)
        .collect();
    let people = |counts: &[u32]| {
        cells
            .iter()
            .zip(counts)
            .map(|(c, &n)| c.size as i64 * i64::from(n))
            .sum::<i64>()
    };
    // A few people too many or too few: move a household of the commonest cells to the next size of
    // its kind.
    let mut step = 0;
    loop {
        let missing = i64::from(wanted) - people(&counts);
        if missing == 0 {
            break counts;
        }
        let grow = missing > 0;
        let pairs = cells
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| pair[0].kind == pair[1].kind && pair[0].size + 1 == pair[1].size);
        let mut moves: Vec<(usize, usize)> = pairs
            .map(|(k, _)| if grow { (k, k + 1) } else { (k + 1, k) })
            .collect();
        moves.retain(|&(from, _)| counts[from] > 0);
        moves.sort_by_key(|&(from, _)| (std::cmp::Reverse(counts[from]), from));
        let Some(&(from, to)) = moves.get(step % moves.len().clamp(1, 3)) else {
            // Nothing can be moved (every home holds one person): add or drop homes of the first
            // cell.
            counts[0] = (i64::from(counts[0]) + missing / cells[0].size as i64).max(0) as u32;
            break counts;
        };
        counts[from] -= 1;
        counts[to] += 1;
        step += 1;
    }
}

/// How much more often each kind is found in the most than in the least deprived tenth, where a
/// neighbourhood's own counts are not known. An assumption, near the contrast between Trafford's
/// neighbourhoods in 2021.
const MOST_OVER_LEAST: [f64; 9] = [1.0, 2.2, 0.45, 0.7, 0.65, 0.8, 3.2, 1.6, 1.6];

/// Households by community and cell, before rounding.
fn cell_fractions(cells: &[Cell], groups: &[Group], counts: &[u32], wanted: f64) -> Vec<Vec<f64>> {
    let mut table: Vec<Vec<f64>> = groups
        .iter()
        .map(|group| local_cells(cells, group, counts))
        .collect();
    let persons: Vec<f64> = groups.iter().map(|group| group.share * wanted).collect();
    for _ in 0..40 {
        for (row, target) in table.iter_mut().zip(&persons) {
            let people: f64 = row
                .iter()
                .zip(cells)
                .map(|(homes, cell)| homes * cell.size as f64)
                .sum();
            let by = ratio(*target, people);
            scale(row, by);
        }
        for (column, &count) in counts.iter().enumerate() {
            let sum: f64 = table.iter().map(|row| row[column]).sum();
            let by = ratio(f64::from(count), sum);
            for row in &mut table {
                row[column] *= by;
            }
        }
    }
    table
}

fn local_cells(cells: &[Cell], group: &Group, counts: &[u32]) -> Vec<f64> {
    let Some(margins) = &group.margins else {
        let depth = (5.5 - f64::from(group.community.deprivation.overall)) / 9.0;
        let tilt = MOST_OVER_LEAST.map(|odds| numeric::pow(odds, depth));
        let odds = |cell: &Cell| tilt.get(cell.kind.index()).copied().unwrap_or(1.0);
        return cells
            .iter()
            .zip(counts)
            .map(|(cell, &n)| group.share * f64::from(n) * odds(cell))
            .collect();
    };
    let mut table = vec![vec![0.0; LARGEST_HOUSEHOLD]; HouseholdKind::ALL.len()];
    for (cell, &count) in cells
        .iter()
        .zip(counts)
        .filter(|(cell, _)| cell.kind != HouseholdKind::Communal)
    {
        table[cell.kind.index()][cell.size - 1] = f64::from(count);
    }
    let kinds: Vec<f64> = margins.kinds.iter().map(|&c| f64::from(c)).collect();
    let sizes = scaled_to(
        &margins
            .sizes
            .iter()
            .map(|&c| f64::from(c))
            .collect::<Vec<_>>(),
        kinds.iter().sum(),
    );
    fit_two_way(&mut table, &kinds, &sizes);
    // Behind the kinds of household: residents of communal establishments, counted and not fitted
    // to households.
    table.push(vec![f64::from(margins.communal)]);
    cells
        .iter()
        .map(|cell| table[cell.kind.index()][cell.size - 1])
        .collect()
}

/// People wanted by community and fitted band: its own counts or what its households lead one to
/// expect, fitted to the whole.
fn age_targets(
    cells: &[Cell],
    groups: &[Group],
    by_community: &[Vec<u32>],
    ages: &[f64],
) -> Vec<Vec<f64>> {
    let mut table: Vec<Vec<f64>> = Vec::with_capacity(groups.len());
    let mut persons = Vec::with_capacity(groups.len());
    for (group, counts) in groups.iter().zip(by_community) {
        let people: f64 = cells
            .iter()
            .zip(counts)
            .map(|(cell, &n)| cell.size as f64 * f64::from(n))
            .sum();
        persons.push(people);
        let mut row = vec![0.0; FITTED_BANDS];
        if let Some(margins) = &group.margins {
            row = split_at_sixteen(
                &margins.ages,
                margins.residents() as f64 - margins.adults() as f64,
            );
        } else {
            for (cell, &count) in cells.iter().zip(counts) {
                for (band, mean) in row.iter_mut().zip(cell.bands) {
                    *band += mean * f64::from(count);
                }
            }
        }
        table.push(row);
    }
    fit_two_way(&mut table, &persons, ages);
    table
}
