//! The figures of English districts come out of official tables again, to the byte, and every place can be generated from them.

use kith::place::england::{self, make};
use kith::place::{bundled, generate};
use std::path::Path;

/// Two small districts of the tables, whole: the City of London and the Isles of Scilly.
const CUT: [&str; 2] = ["E06000053", "E09000001"];

#[test]
fn the_packs_are_what_the_tables_give() {
    let made = make::make(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/england")).unwrap();
    assert_eq!(made.packs.keys().map(String::as_str).collect::<Vec<_>>(), CUT);
    for (code, pack) in &made.packs {
        assert_eq!(Some(pack.as_slice()), england::pack_of(code), "{code}");
    }
    let kept = include_str!("../../static/england/places.tsv");
    for line in made.list.lines() {
        assert!(kept.lines().any(|own| own == line), "{line}");
    }
}

#[test]
fn tables_that_are_not_all_there_are_named() {
    let empty = tempfile::tempdir().unwrap();
    let words = make::make(empty.path()).unwrap_err();
    assert!(words.contains("ts007a_age_bands_ltla.csv"), "{words}");
}

#[test]
fn residents_of_communal_establishments_live_in_no_household_and_are_counted() {
    for id in ["cambridge", "richmondshire", "isles-of-scilly"] {
        let profile = bundled::profile(id).unwrap();
        let place = generate(&profile, 4_000, 3).unwrap();
        let communal = place.families.iter().filter(|family| family.kind == kith::place::HouseholdKind::Communal);
        let sizes: Vec<u8> = communal.map(|family| family.size).collect();
        assert!(sizes.iter().all(|size| *size == 1));
        let share = sizes.len() as f64 / 4_000.0;
        assert!((share - profile.margins.communal_share()).abs() < 0.000_2, "{id}: {share}");
        assert!(profile.note.contains("communal establishments"));
    }
}

#[test]
fn groups_of_a_place_lie_together_and_are_called_as_residents_call_them() {
    let place = generate(&bundled::profile("trafford").unwrap(), 5_000, 1).unwrap();
    let members: Vec<&str> = place.communities.iter().flat_map(|community| community.members.iter().map(String::as_str)).collect();
    for known in ["Old Trafford", "Gorse Hill"] {
        assert!(members.iter().any(|name| name.starts_with(known)), "{known} is not among {members:?}");
    }
    // Half of a place's ten miles would be a group that does not lie together.
    for community in &place.communities {
        let centre = community.centre.unwrap();
        assert!((centre[0] + 2.35).abs() < 0.15 && (centre[1] - 53.42).abs() < 0.08, "{}: {centre:?}", community.name);
        assert!(community.grouped >= 2 && !community.members.is_empty());
    }
}
