//! How sure a headline is, in words: in what share of plausible worlds it holds, and which layer of evidence carries it.

use super::number::signed;
use crate::analysis::digest::{Interval, Layered, Shares};
use crate::analysis::verdict::FEWEST;
use crate::ensemble::pair::Names;

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
pub fn carried(answer: &Layered) -> String {
    let Some(well) = answer.layers.first() else { return String::new() };
    let but = well.difference.verdict(answer.replicates).but().map_or_else(String::new, |but| format!(", {but}"));
    let numbers = interval(&well.difference);
    if answer.replicates < FEWEST {
        return format!("With well evidenced assumptions alone the difference is {numbers}{but}.");
    }
    format!(
        "With well evidenced assumptions alone the difference is {numbers}{but}; the largest step comes with what is {}.",
        answer.carried_by.words()
    )
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
        let mut layered = findings.layered();
        let words = carried(&layered);
        assert!(words.contains("−0.10 points (90% interval −0.20 to +0.05), no clear difference; the largest step"), "{words}");
        assert!(words.contains(findings.carried_by.words()));
        layered.replicates = 4;
        assert!(carried(&layered).ends_with("+0.05), too few runs to say."), "{}", carried(&layered));
        layered.layers.clear();
        assert_eq!(carried(&layered), "");
    }
}
