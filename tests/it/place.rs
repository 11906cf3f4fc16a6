//! A place is what its profile says, its homes are plausible, and its ties are as surveys find them.

use kith::place::{Profile, bundled::bundled, check, generate};

#[test]
fn every_bundled_place_matches_its_margins_within_two_percent() {
    let mut failures = Vec::new();
    for (id, text) in bundled() {
        let profile = Profile::from_toml(text).unwrap_or_else(|error| panic!("{id}: {error}"));
        for people in [5_000, 20_000] {
            let place = generate(&profile, people, 7).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(place.persons.len(), people as usize, "{id}");
            for margin in check::margins(&profile, &place) {
                let off = margin.total_variation();
                println!("{id} {people} {} {:.4}", margin.name, off);
                if off > 0.02 {
                    failures.push(format!("{id} at {people}: {} off by {off:.4}: {:?}", margin.name, margin.classes));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
