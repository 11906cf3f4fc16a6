//! How sure a headline is, in words: in what share of plausible worlds it holds, and which layer of evidence carries it.

use super::number::signed;
use crate::analysis::findings::{Findings, Interval};

/// What findings say, in sentences; `names` are those of the first and the second arm.
pub fn sentences(findings: &Findings, names: (&str, &str)) -> [String; 2] {
    let of_100 = |share: f64| format!("{:.0} of 100", 100.0 * share);
    let worlds = format!(
        "Assumptions decide more than luck: with every one drawn from its plausible range ({} worlds), \u{201c}{}\u{201d} does better in {}, \u{201c}{}\u{201d} in {}, and in {} there is no difference that matters.",
        findings.robustness.draws,
        names.0,
        of_100(findings.wins(&findings.first)),
        names.1,
        of_100(findings.wins(&findings.second)),
        of_100(findings.wins("tie")),
    );
    let carried = match findings.layers.first() {
        Some(well) => format!(
            "With well evidenced assumptions alone the difference is {}; the largest step comes with what is {}.",
            interval(&well.difference),
            findings.carried_by.words()
        ),
        None => String::new(),
    };
    [worlds, carried]
}

fn interval(of: &Interval) -> String {
    format!("{} points (90% interval {} to {})", signed(of.mean, 2), signed(of.low, 2), signed(of.high, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::findings::bundled;

    #[test]
    fn sentences_say_what_the_numbers_say() {
        let mut findings = bundled().unwrap();
        findings.robustness.wins = [("whole-area", 0.25), ("pilots", 0.6), ("tie", 0.15)].map(|(k, v)| (k.to_owned(), v)).into();
        (findings.first, findings.second) = ("whole-area".to_owned(), "pilots".to_owned());
        findings.layers[0].difference = Interval { mean: -0.1, low: -0.2, high: 0.05 };
        let [worlds, carried] = sentences(&findings, ("the area", "pilots"));
        assert!(
            worlds.contains("\u{201c}the area\u{201d} does better in 25 of 100, \u{201c}pilots\u{201d} in 60 of 100, and in 15 of 100"),
            "{worlds}"
        );
        assert!(carried.contains("−0.10 points (90% interval −0.20 to +0.05)"), "{carried}");
        assert!(carried.contains(findings.carried_by.words()));
    }
}
