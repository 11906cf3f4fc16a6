//! A place is what its profile says, its homes are plausible, and its ties are as surveys find them.

use kith::place::{Profile, bundled::bundled, check, generate, graph};

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

#[test]
fn ties_are_as_surveys_find_them() {
    for (id, people) in [("trafford", 5_000), ("manchester", 5_000), ("wigan", 20_000), ("invented-town", 2_000)] {
        let place = place(id, people, 11);
        let measures = graph::measures::measure(&place);
        println!("{id} {measures:?}");
    }
}
fn place(id: &str, people: u32, seed: u64) -> kith::place::Place {
    let text = kith::place::bundled::find(id).unwrap_or_else(|| panic!("no bundled profile {id}"));
    generate(&Profile::from_toml(text).unwrap(), people, seed).unwrap()
}

#[test]
fn estimates_come_near_what_was_counted() {
    for id in ["bolton", "manchester", "salford", "trafford", "wigan"] {
        let profile = Profile::from_toml(kith::place::bundled::find(id).unwrap()).unwrap();
        assert!(profile.estimated.is_empty(), "{id}");
        let (disability, health, care) = kith::place::attributes::estimate(&profile);
        for (name, estimated, counted) in [
            ("disability", &disability, &profile.margins.disability),
            ("health", &health, &profile.margins.health),
            ("care", &care, &profile.margins.care),
        ] {
            let share = |list: &[u32]| {
                let sum: f64 = list.iter().map(|&n| f64::from(n)).sum();
                list.iter().map(|&n| f64::from(n) / sum).collect::<Vec<_>>()
            };
            let (a, b) = (share(estimated), share(counted));
            let off = a.iter().zip(&b).map(|(x, y)| (x - y).abs()).sum::<f64>() / 2.0;
            println!("{id} {name} {off:.4} {a:.4?} {b:.4?}");
        }
    }
}
