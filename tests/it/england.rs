//! The figures of English districts come out of official tables again, to the byte, and every place
//! can be generated from them.

use crate::program::{err, kith};
use kith::place::{bundled, england, generate};
use std::fs;
use std::path::Path;

/// Two small districts of the tables, whole: the City of London and the Isles of Scilly.
const CUT: [&str; 2] = ["E06000053", "E09000001"];

#[test]
fn the_packs_are_what_the_tables_give() {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/england");
    let out = tempfile::tempdir().unwrap();
    let made = kith(&[
        "place",
        "england",
        "make",
        tables.to_str().unwrap(),
        "--out",
        out.path().to_str().unwrap(),
    ]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), CUT.len() + 1);
    for code in CUT {
        let pack = fs::read(out.path().join(format!("{code}.pack"))).unwrap();
        assert_eq!(Some(pack.as_slice()), england::pack_of(code), "{code}");
    }
    let (list, kept) = (
        fs::read_to_string(out.path().join("places.tsv")).unwrap(),
        include_str!("../../static/england/places.tsv"),
    );
    for line in list.lines() {
        assert!(kept.lines().any(|own| own == line), "{line}");
    }
}

#[test]
fn tables_that_are_not_all_there_are_named() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().to_str().unwrap();
    let refused = kith(&["place", "england", "make", folder, "--out", folder]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        err(&refused).contains("ts007a_age_bands_ltla.csv"),
        "{}",
        err(&refused)
    );
}

#[test]
fn residents_of_communal_establishments_live_in_no_household_and_are_counted() {
    for id in ["cambridge", "richmondshire", "isles-of-scilly"] {
        let profile = bundled::profile(id).unwrap();
        let place = generate(&profile, 4_000, 3).unwrap();
        let communal = place
            .families
            .iter()
            .filter(|family| family.kind == kith::place::HouseholdKind::Communal);
        let sizes: Vec<u8> = communal.map(|family| family.size).collect();
        assert!(sizes.iter().all(|size| *size == 1));
        let share = sizes.len() as f64 / 4_000.0;
        assert!(
            (share - profile.margins.communal_share()).abs() < 0.000_2,
            "{id}: {share}"
        );
        assert!(profile.note.contains("communal establishments"));
    }
}

#[test]
fn groups_of_a_place_lie_together_and_are_called_as_residents_call_them() {
    let place = generate(&bundled::profile("trafford").unwrap(), 5_000, 1).unwrap();
    let members: Vec<&str> = place
        .communities
        .iter()
        .flat_map(|community| community.members.iter().map(String::as_str))
        .collect();
    for known in ["Old Trafford", "Gorse Hill"] {
        assert!(
            members.iter().any(|name| name.starts_with(known)),
            "{known} is not among {members:?}"
        );
    }
    // Half of a place's ten miles would be a group that does not lie together.
    for community in &place.communities {
        let centre = community.centre.unwrap();
        assert!(
            (centre[0] + 2.35).abs() < 0.15 && (centre[1] - 53.42).abs() < 0.08,
            "{}: {centre:?}",
            community.name
        );
        assert!(community.grouped >= 2 && !community.members.is_empty());
    }
}
