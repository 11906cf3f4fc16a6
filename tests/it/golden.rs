//! Golden results: the same scenario gives the same bits as when they were last looked at. A change
//! here is a change of results: it needs a line under "Results" in the CHANGELOG that says why and
//! by how much.
//!
//! `KITH_UPDATE=1 cargo test --test it golden` writes the new ones. The browser checks the same
//! digests (`tests/web.rs`).

use crate::golden_scenarios::fingerprints;
use kith::ensemble::{Ensemble, Job, run};

#[test]
fn fingerprints_are_what_they_were() {
    let computed = fingerprints();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/fingerprints.txt");
    if std::env::var_os("KITH_UPDATE").is_some() {
        std::fs::write(path, &computed).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        computed,
        "results have changed"
    );
}

#[test]
fn threads_and_order_change_nothing() {
    let prepared = crate::worlds::prepared(crate::worlds::small(600, 1));
    let jobs: Vec<Job> = (0..4)
        .map(|replicate| Job {
            replicate,
            arms: vec![0, 1, 2],
            frames: false,
        })
        .collect();
    let mut one_by_one = Ensemble::default();
    jobs.iter()
        .rev()
        .for_each(|job| one_by_one.add(run(&prepared, job)));
    let mut together = Ensemble::default();
    std::thread::scope(|scope| {
        let running: Vec<_> = jobs
            .iter()
            .map(|job| scope.spawn(|| run(&prepared, job)))
            .collect();
        for job in running {
            together.add(job.join().unwrap());
        }
    });
    assert_eq!(one_by_one.fingerprint(), together.fingerprint());
    assert_eq!(one_by_one, together);
}

/// What the page must show for a link, in Chromium and in Firefox (`tests/e2e`): the same scenario,
/// lived natively.
#[test]
fn the_page_is_told_the_fingerprint_of_a_link() {
    const LINK: &str = "/explore?people=1000&years=3&replicates=4";
    let opened = kith::session::link::read(
        &format!("#{LINK}"),
        &kith::session::choices::Choices::bundled(),
    );
    assert!(opened.dropped.is_empty(), "{:?}", opened.dropped);
    let arms: Vec<u32> = (0..opened.scenario.arms.len() as u32).collect();
    let prepared = crate::worlds::prepared(opened.scenario);
    let mut ensemble = Ensemble::default();
    for replicate in 0..4 {
        ensemble.add(run(
            &prepared,
            &Job {
                replicate,
                arms: arms.clone(),
                frames: false,
            },
        ));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/page.json");
    let computed = format!(
        "{{ \"link\": \"{LINK}\", \"fingerprint\": \"{}\" }}\n",
        ensemble.fingerprint()
    );
    if std::env::var_os("KITH_UPDATE").is_some() {
        std::fs::write(path, &computed).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        computed,
        "results have changed"
    );
}
