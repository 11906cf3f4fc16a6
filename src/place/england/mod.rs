//! Every district of England: the list of them, what finds one by name, and the figures of each.
//!
//! [`mod@list`] is compiled in everywhere. The figures ([`pack`]) are compiled into the command
//! line; the page has those of the places that its own scenarios are about, and fetches others from
//! where it came from. `kith place england make` makes both from official tables.

pub mod list;
pub mod pack;

pub use list::{Entry, find, list, search};
pub use pack::PackError;

use super::Profile;

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The packed figures of a district that are compiled in, by its official code.
pub fn pack_of(code: &str) -> Option<&'static [u8]> {
    PACKS
        .binary_search_by_key(&code, |(known, _)| known)
        .ok()
        .map(|k| PACKS[k].1)
}

/// The codes of the packs that the figures of a place are in: its own, or those of the districts
/// that it was made of.
pub fn codes(entry: &Entry) -> Vec<&'static str> {
    if entry.members.is_empty() {
        vec![entry.code]
    } else {
        entry.members.clone()
    }
}

/// The figures of a place, if all its packs are compiled in; none if they are to be fetched.
///
/// Errors: a pack that cannot be right.
pub fn profile(entry: &Entry) -> Option<Result<Profile, PackError>> {
    let packs: Option<Vec<&[u8]>> = codes(entry).into_iter().map(pack_of).collect();
    packs.map(|packs| profile_from_packs(entry, &packs))
}

/// The figures of a place from its packs, in the order of [`codes`].
///
/// Errors: a pack that cannot be right, or not as many packs as the place has districts.
pub fn profile_from_packs(entry: &Entry, packs: &[&[u8]]) -> Result<Profile, PackError> {
    let districts = codes(entry);
    if packs.len() != districts.len() {
        return Err(PackError(format!(
            "{} packs for a place of {}",
            packs.len(),
            districts.len()
        )));
    }
    let mut parts = packs.iter().map(|bytes| pack::decode(bytes));
    let mut whole = parts
        .next()
        .unwrap_or_else(|| Err(PackError("no pack".into())))?;
    for part in parts {
        whole.add(part?);
    }
    Ok(whole.into_profile(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_england_is_here_and_small_enough_to_send() {
        let districts: Vec<&Entry> = list()
            .iter()
            .filter(|entry| entry.members.is_empty())
            .collect();
        assert_eq!(
            (
                districts.len(),
                districts.iter().map(|d| d.neighbourhoods).sum::<u32>()
            ),
            (309, 33_755)
        );
        let all: u64 = districts.iter().map(|d| u64::from(d.population)).sum();
        assert!(
            (56_480_000..56_500_000).contains(&all),
            "England had 56.49 million residents, and these are {all}"
        );
        let sizes: Vec<usize> = districts
            .iter()
            .map(|d| pack_of(d.code).unwrap().len())
            .collect();
        assert_eq!(sizes.len(), PACKS.len());
        assert!(*sizes.iter().max().unwrap() <= 60_000 && sizes.iter().sum::<usize>() <= 4_000_000);
    }

    #[test]
    fn every_place_reads_and_its_neighbourhoods_add_up_to_it() {
        for entry in list() {
            let profile = profile(entry)
                .unwrap()
                .unwrap_or_else(|error| panic!("{}: {error}", entry.id));
            profile
                .check()
                .unwrap_or_else(|error| panic!("{}: {error}", entry.id));
            assert_eq!(
                profile.neighbourhoods.len(),
                entry.neighbourhoods as usize,
                "{}",
                entry.id
            );
            assert_eq!(
                profile.margins.residents(),
                u64::from(entry.population),
                "{}",
                entry.id
            );
            let mut sum = profile.neighbourhoods[0].margins.clone().unwrap();
            profile.neighbourhoods[1..]
                .iter()
                .for_each(|n| sum.add(n.margins.as_ref().unwrap()));
            for (whole, parts) in [
                (&profile.margins.ages, &sum.ages),
                (&profile.margins.tenure, &sum.tenure),
            ] {
                let off: u32 = whole.iter().zip(parts).map(|(a, b)| a.abs_diff(*b)).sum();
                let all: u32 = whole.iter().sum();
                assert!(
                    f64::from(off) < 0.005 * f64::from(all) + 60.0,
                    "{}: {off} of {all}",
                    entry.id
                );
            }
            assert!(
                profile.neighbourhoods.iter().all(|n| n.area.is_some()),
                "{}",
                entry.id
            );
        }
    }

    #[test]
    fn districts_of_2023_are_the_sums_of_those_before() {
        let somerset = find("somerset").unwrap();
        assert_eq!(somerset.members.len(), 4);
        let parts: u64 = somerset
            .members
            .iter()
            .map(|code| u64::from(list::by_code(code).unwrap().population))
            .sum();
        assert_eq!(u64::from(somerset.population), parts);
        assert!(profile(somerset).unwrap().unwrap().note.contains("Mendip"));
    }
}
