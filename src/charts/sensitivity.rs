//! What a sensitivity analysis found, in sentences: which assumption moves the difference most, or that it cannot be told.

use super::number::plain;
use crate::analysis::sensitivity::bootstrap::FEWEST;
use crate::analysis::sensitivity::{Answer, Leader, Row};

/// What was found, and the figure's title. Nobody is called the leader whom other walks or samples might not call so.
pub fn words(answer: &Answer) -> (Vec<String>, String) {
    let sobol = answer.is_sobol();
    let count = answer.parameters.len();
    let parts = if sobol { "samples" } else { "walks" };
    let (mut sentences, title) = match answer.leader() {
        _ if count == 0 => return (Vec::new(), "Nothing was moved".to_owned()),
        Leader::NothingVaries => {
            let words = format!(
                "None of the {count} assumptions moves the difference here: it is the same in all {} worlds.",
                answer.points
            );
            return (
                vec![words],
                "No assumption moves the difference here".to_owned(),
            );
        }
        Leader::One(row) => (
            vec![leading(row, count, sobol)],
            format!("{} moves the difference most", row.parameter),
        ),
        Leader::Several(rows) if rows.is_empty() => (
            vec![format!(
                "Too few {parts} to say which of {count} assumptions moves the difference most: {FEWEST} are the least, 10 are better."
            )],
            format!("Too few {parts} to say what moves the difference most"),
        ),
        Leader::Several(rows) => (
            vec![level(&rows, count, parts)],
            "No single assumption clearly moves the difference most".to_owned(),
        ),
    };
    sentences.push(
        if sobol {
            "Few samples give rough indices: compare with a run of twice the points."
        } else {
            "Morris' walks rank assumptions; they are not shares of variance."
        }
        .to_owned(),
    );
    (sentences, title)
}

/// The one that leads.
fn leading(row: &Row, count: usize, sobol: bool) -> String {
    let [size, low, high] = [
        row.difference,
        row.difference_interval.low,
        row.difference_interval.high,
    ]
    .map(|i| plain(i.size(), 2));
    let what = if sobol {
        format!("with a total index of {size}")
    } else {
        format!("by {size} in the indicator's unit (μ*)")
    };
    let sure = plain(row.leads * 100.0, 0);
    format!(
        "Of {count} assumptions, {} moves the difference most, {what} (90% interval {low} to {high}); it leads in {sure}% of resamples.",
        row.parameter
    )
}

/// Those that cannot be told apart.
fn level(rows: &[&Row], count: usize, parts: &str) -> String {
    let names: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "{} (leads in {}% of resamples)",
                row.parameter,
                plain(row.leads * 100.0, 0)
            )
        })
        .collect();
    format!(
        "Of {count} assumptions, these cannot be told apart as the one that moves the difference most: {}. More {parts} may tell.",
        names.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sensitivity::Indices;
    use crate::analysis::sensitivity::bootstrap::Interval;

    fn answer(leads: &[f64], varies: bool) -> Answer {
        let row = |(k, leads): (usize, &f64)| {
            let indices = Indices::Sobol {
                first: 0.1,
                total: 0.5 - k as f64 / 10.0,
            };
            let interval = Interval {
                low: indices,
                high: Indices::Sobol {
                    first: 0.3,
                    total: 0.9,
                },
            };
            Row {
                parameter: ["a.one", "b.two", "c.three"][k].to_owned(),
                range: (0.0, 1.0),
                difference: indices,
                difference_interval: interval,
                leads: *leads,
                level: indices,
                level_interval: interval,
            }
        };
        Answer {
            indicator: "wellbeing",
            points: 40,
            replicates: 2,
            varies,
            parameters: leads.iter().enumerate().map(row).collect(),
        }
    }

    #[test]
    fn a_leader_is_named_only_where_it_leads() {
        let (sentences, title) = words(&answer(&[0.97, 0.03, 0.0], true));
        assert_eq!(title, "a.one moves the difference most");
        assert!(
            sentences[0].contains("index of 0.50 (90% interval 0.50 to 0.90)")
                && sentences[0].contains("97% of resamples"),
            "{sentences:?}"
        );
        let (sentences, title) = words(&answer(&[0.6, 0.38, 0.02], true));
        assert_eq!(
            title,
            "No single assumption clearly moves the difference most"
        );
        assert!(
            sentences[0].contains("a.one (leads in 60%")
                && sentences[0].contains("b.two")
                && !sentences[0].contains("c.three"),
            "{sentences:?}"
        );
    }

    #[test]
    fn where_nothing_varies_or_samples_are_few_no_assumption_is_named() {
        for found in [answer(&[0.0; 3], false), answer(&[0.0; 3], true)] {
            let (sentences, title) = words(&found);
            let all = format!("{} {title}", sentences.join(" "));
            assert!(!all.contains("a.one") && !all.contains("b.two"), "{all}");
        }
        assert_eq!(
            words(&answer(&[0.0; 3], false)).1,
            "No assumption moves the difference here"
        );
        assert!(
            words(&answer(&[0.0; 3], true))
                .1
                .starts_with("Too few samples")
        );
    }
}
