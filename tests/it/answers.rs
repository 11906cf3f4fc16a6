//! What the command line answers when it is asked for more than a comparison: one life, trials,
//! evaluations, shares.

use crate::program::{err, kith, out};

#[test]
fn one_person_is_followed_as_text_json_and_csv() {
    let follow = |more: &[&str]| {
        kith(
            &[
                &["follow", "trafford", "--people", "1000", "--years", "3"],
                more,
            ]
            .concat(),
        )
    };
    let worse = follow(&["--worse"]);
    assert_eq!(worse.status.code(), Some(0), "{}", err(&worse));
    for words in [
        "adults who are in both worlds",
        "Somebody worse off in",
        "An invented ",
        "order of time",
        "A model, not a forecast",
    ] {
        assert!(out(&worse).contains(words), "{words}: {}", out(&worse));
    }
    let answer: serde_json::Value =
        serde_json::from_str(&out(&follow(&["--worse", "--json"]))).unwrap();
    let slot = answer["story"]["slot"].as_u64().unwrap();
    assert!(answer["counts"]["a_tenth_worse"].as_u64().unwrap() > 0);
    assert_eq!(answer["lives"]["lives"][1].as_array().unwrap().len(), 37);
    let end = |life: usize| {
        let months = answer["story"]["wellbeing"][life].as_array().unwrap();
        months[25..]
            .iter()
            .map(|month| month.as_f64().unwrap())
            .sum::<f64>()
            / 12.0
    };
    assert!(end(1) < end(0), "the second life ends worse");
    let csv = out(&follow(&["--person", &slot.to_string(), "--csv"]));
    assert_eq!(csv.lines().count(), 1 + 2 * 37);
    let nobody = follow(&["--person", "4000000000"]);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(
        err(&nobody).contains("nobody lives there"),
        "{}",
        err(&nobody)
    );
}

/// The answer of a question at a small size, as JSON.
fn asked(arguments: &[&str]) -> serde_json::Value {
    let output = kith(
        &[
            arguments,
            &[
                "--json",
                "--people",
                "500",
                "--replicates",
                "2",
                "--threads",
                "2",
            ],
        ]
        .concat(),
    );
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}: {}",
        err(&output)
    );
    let one = kith(
        &[
            arguments,
            &[
                "--json",
                "--people",
                "500",
                "--replicates",
                "2",
                "--threads",
                "1",
            ],
        ]
        .concat(),
    );
    assert_eq!(
        out(&output),
        out(&one),
        "{arguments:?} hangs on the number of threads"
    );
    serde_json::from_str(&out(&output)).unwrap()
}

fn length(value: &serde_json::Value) -> usize {
    value.as_array().unwrap().len()
}

#[test]
fn a_trial_is_held_and_told_as_text_and_as_json() {
    let answer = asked(&["ask", "trial", "personal-budgets"]);
    assert_eq!(
        (answer["approach"].as_str(), answer["months"].as_u64()),
        (Some("personal-budgets"), Some(12))
    );
    let control = answer["outcomes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|o| o["outcome"] == "control")
        .unwrap();
    assert!(control["effect"]["mean"].as_f64().unwrap() > 0.0);
    let text = out(&kith(&[
        "ask",
        "trial",
        "asset-mapping-grants",
        "--people",
        "500",
        "--replicates",
        "2",
        "--months",
        "6",
    ]));
    for words in [
        "Followed up after 6 months",
        "neighbourhoods drawn at random",
        "The truth",
        "not a forecast",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let wrong = kith(&["ask", "trial", "personal-budget"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        err(&wrong).contains("did you mean \"personal-budgets\"?"),
        "{}",
        err(&wrong)
    );
}

#[test]
fn pilots_are_evaluated_beside_the_truth() {
    let answer = asked(&["ask", "evaluate", "--years", "2"]);
    assert_eq!(answer["arm"], "pilots");
    assert!(length(&answer["approaches"]) > 5);
    let text = out(&kith(&[
        "ask",
        "evaluate",
        "trafford",
        "--years",
        "2",
        "--people",
        "500",
        "--replicates",
        "1",
        "--of",
        "problems",
    ]));
    assert!(
        text.contains("“Open problems”, a year after people joined")
            && text.contains("open problems (problems)")
            && text.contains("The truth"),
        "{text}"
    );
    let wrong = kith(&["ask", "evaluate", "--years", "1"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("wanted 2 or more"), "{}", err(&wrong));
}

#[test]
fn levels_dimensions_and_couplings_are_told_apart() {
    let factorial = asked(&[
        "ask",
        "factorial",
        "trafford",
        "--years",
        "1",
        "--couplings-off",
    ]);
    assert_eq!(
        (
            factorial["couplings"].as_bool(),
            length(&factorial["indicators"][0]["interactions"])
        ),
        (Some(false), 10)
    );
    let dimensions = asked(&["ask", "attribute", "--years", "1"]);
    assert_eq!(
        (
            dimensions["by"].as_str(),
            length(&dimensions["indicators"][0]["shares"])
        ),
        (Some("dimensions"), 7)
    );
    let couplings = asked(&[
        "ask",
        "attribute",
        "--by",
        "couplings",
        "--orders",
        "2",
        "--years",
        "1",
    ]);
    assert_eq!(
        (
            couplings["samples"].as_u64(),
            length(&couplings["indicators"][0]["shares"])
        ),
        (Some(2), 14)
    );
    let layers = asked(&["ask", "layers", "--years", "1"]);
    assert_eq!(length(&layers["indicators"][0]["layers"]), 4);
    assert_eq!(layers["set_aside"][3], 0);
}

#[test]
fn worlds_are_drawn_and_say_who_wins_and_what_decides() {
    let answer = asked(&["ask", "robustness", "--draws", "8", "--years", "1"]);
    assert_eq!(answer["draws"], 8);
    let wins: f64 = ["whole-area", "pilots", "tie"]
        .iter()
        .map(|name| answer["wins"][name].as_f64().unwrap())
        .sum();
    assert!((wins - 1.0).abs() < 1e-9);
    assert!(
        answer["decides"]
            .as_array()
            .unwrap()
            .iter()
            .all(|d| d["parameter"].is_string() && d["share"].is_f64())
    );
    let wrong = kith(&["ask", "robustness", "--draws", "0"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("--draws: found 0"), "{}", err(&wrong));
}

#[test]
fn sensitivity_screens_with_morris_and_shares_out_with_sobol() {
    let morris = asked(&[
        "ask",
        "sensitivity",
        "--only",
        "control",
        "--samples",
        "1",
        "--years",
        "1",
        "--of",
        "control",
    ]);
    assert_eq!(morris["indicator"], "control");
    assert!(
        morris["parameters"][0]["difference"]["morris"]["mu_star"]
            .as_f64()
            .unwrap()
            > 0.0
    );
    let sobol = asked(&[
        "ask",
        "sensitivity",
        "--only",
        "governance",
        "--method",
        "sobol",
        "--samples",
        "2",
        "--years",
        "1",
    ]);
    assert!(sobol["parameters"][0]["level"]["sobol"]["total"].is_f64());
    let wrong = kith(&["ask", "sensitivity", "--only", "weather"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        err(&wrong).contains("--only: found \"weather\""),
        "{}",
        err(&wrong)
    );
}
