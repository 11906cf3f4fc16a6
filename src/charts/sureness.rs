//! How sure a headline is, in words: in what share of plausible worlds it holds, and which layer of evidence carries it.

use super::number::signed;
use crate::analysis::findings::{Interval, Layer, Shares};
use crate::ensemble::pair::Names;
use crate::scenario::parameters::Grade;

/// In what share of plausible worlds each strategy does better.
pub fn worlds(shares: &Shares, ids: Names, names: Names) -> String {
    let of_100 = |id: &str| format!("{:.0} of 100", 100.0 * shares.wins(id));
    let Names { reference, alternative } = names;
    format!(
        "Luck is not all that is unknown: with every assumption drawn from its plausible range ({} worlds), \u{201c}{alternative}\u{201d} does better in {}, \u{201c}{reference}\u{201d} in {}, and in {} there is no difference that matters.",
        shares.draws,
        of_100(ids.alternative),
        of_100(ids.reference),
        of_100("tie"),
    )
}

/// What is left with well evidenced assumptions alone, and which layer of evidence brings the largest step; empty without layers.
pub fn carried(layers: &[Layer], carried_by: Grade) -> String {
    layers.first().map_or_else(String::new, |well| {
        format!(
            "With well evidenced assumptions alone the difference is {}; the largest step comes with what is {}.",
            interval(&well.difference),
            carried_by.words()
        )
    })
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
        findings.layers[0].difference = Interval { mean: -0.1, low: -0.2, high: 0.05 };
        let words = worlds(
            &findings.robustness,
            Names { reference: "pilots", alternative: "whole-area" },
            Names { reference: "pilots", alternative: "the area" },
        );
        assert!(
            words.contains("\u{201c}the area\u{201d} does better in 25 of 100, \u{201c}pilots\u{201d} in 60 of 100, and in 15 of 100"),
            "{words}"
        );
        let words = carried(&findings.layers, findings.carried_by);
        assert!(words.contains("−0.10 points (90% interval −0.20 to +0.05)"), "{words}");
        assert!(words.contains(findings.carried_by.words()));
        assert_eq!(carried(&[], findings.carried_by), "");
    }
}
