//! Words for what is taken away, for the keyboard map, and for what there is to read.

pub(crate) use crate::words::taking_away::*;

/// Which question, luck and version a file is from.
pub fn provenance(
    scenario: &str,
    place: &str,
    people: &str,
    seed: u64,
    runs: usize,
    fingerprint: Option<&str>,
) -> String {
    use crate::session::link::VERSION;
    match fingerprint {
        Some(result) => from_result(VERSION, scenario, place, people, seed, runs, result),
        None => from_runs(VERSION, scenario, place, people, seed, runs),
    }
}

/// The money on paper.
pub fn report_money(pounds: f64, first: u32, last: u32, years: u32) -> String {
    report_money_of(&crate::charts::number::plain(pounds, 0), first, last, years)
}
