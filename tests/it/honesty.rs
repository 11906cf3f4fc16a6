//! The rules that keep the result honest, those that are about the model as a whole.
//!
//! Others stand where their subject is: zero investment and pairing in `pairing`, conservation in
//! `invariants`, what a mechanism may see in `tidy`, sources and ranges in `reference`.

use kith::analysis::arms;
use kith::analysis::calibration::{FREE, Space, Wave};
use kith::analysis::factorial::Factorial;
use kith::analysis::patterns::Patterns;
use kith::analysis::question::Question;
use kith::analysis::verdict::{self, Verdict, Way};
use kith::engine::{self, mechanisms};
use kith::ensemble::{self, pair::Pair};
use kith::indicators::catalogue::{CATALOGUE, CONTROL, DOING_WELL, Kind};
use kith::scenario::{Scenario, bundled, validate};

fn small(id: &str) -> Scenario {
    let scenario = validate::parse(bundled::scenario(id).unwrap()).unwrap();
    Scenario {
        people: 500,
        years: 1,
        replicates: 1,
        spin_up_months: 12,
        ..scenario
    }
}

/// The same place with another question: other arms, other money.
fn another_question(scenario: &Scenario) -> Scenario {
    let mut other = scenario.clone();
    other.money.pounds_per_head_year = 1_000.0;
    other.arms.truncate(1);
    other.arms[0].design.power = 1.0;
    other.arms[0].design.levels = [0.3; 5];
    "Another question".clone_into(&mut other.name);
    other
}

#[test]
fn the_comparison_is_no_input_of_calibration() {
    let scenario = small("trafford");
    let wave = |scenario: Scenario| {
        let space = Space::of(FREE).unwrap();
        let points = vec![space.prior().to_vec()];
        Wave {
            scenario,
            patterns: vec![3, 4, 8, 9, 10],
            space,
            points,
            seeds: 1,
        }
        .ask()
        .unwrap()
    };
    let (one, other) = (wave(scenario.clone()), wave(another_question(&scenario)));
    let bits = |rows: &[Vec<f64>]| {
        rows.iter()
            .flatten()
            .map(|value| value.to_bits())
            .collect::<Vec<_>>()
    };
    assert_eq!(bits(&one), bits(&other));
}

#[test]
fn calibration_moves_what_is_free_and_nothing_else_hangs_on_the_point() {
    let scenario = small("trafford");
    let space = Space::of(FREE).unwrap();
    let low: Vec<f64> = vec![0.0; space.len()];
    let points = vec![space.prior().to_vec(), low, space.prior().to_vec()];
    let rows = Wave {
        scenario,
        patterns: vec![4, 9],
        space,
        points,
        seeds: 1,
    }
    .ask()
    .unwrap();
    assert_eq!(rows[0], rows[2], "the same point, the same measures");
    assert_ne!(rows[0], rows[1], "other parameters, other measures");
}

#[test]
fn patterns_do_not_hang_on_the_question_either() {
    let scenario = small("trafford");
    let ask = |scenario: Scenario| {
        Patterns {
            scenario,
            seeds: 1,
            only: vec![2, 7],
        }
        .ask()
        .unwrap()
    };
    let (one, other) = (ask(scenario.clone()), ask(another_question(&scenario)));
    assert_eq!(one.patterns, other.patterns);
}

/// Problems open in a place after two years, with more of them solved in families, by services, or
/// both.
fn open_problems(in_families: f32, by_services: f32) -> f64 {
    let prepared = ensemble::prepare(Scenario {
        people: 3_000,
        ..small("trafford")
    })
    .unwrap();
    let mut world = prepared.spin_up(0).world;
    let mut parameters = prepared.scenario.parameters.clone();
    parameters.problems.solved_family += in_families;
    parameters.problems.first_time_base += by_services;
    for _ in 0..24 {
        engine::step(&mut world, &parameters, None);
    }
    world
        .living()
        .map(|i| f64::from(world.persons.open_problems(i)))
        .sum()
}

#[test]
fn a_problem_that_the_family_solves_needs_no_service() {
    let usual = open_problems(0.0, 0.0);
    let fewer = |now: f64| usual - now;
    let (family, services, both) = (
        open_problems(0.15, 0.0),
        open_problems(0.0, 0.3),
        open_problems(0.15, 0.3),
    );
    assert!(
        fewer(family) > 0.0 && fewer(services) > 0.0,
        "{usual} {family} {services}"
    );
    assert!(
        fewer(both) < 0.95 * (fewer(family) + fewer(services)),
        "substitutes: {usual} {family} {services} {both}"
    );
}

/// How far practice comes to fit in five years, from where it stands, where power is shared, people
/// have a voice, or both.
fn fit(power: f32, voice: f32) -> f32 {
    let prepared = ensemble::prepare(small("trafford")).unwrap();
    let mut world = prepared.spin_up(0).world;
    let parameters = &prepared.scenario.parameters;
    for month in 0..60 {
        world.government.power = parameters.governance.power + power;
        world.communities.voice.fill(0.1 + voice);
        mechanisms::practice::step(&mut world, parameters, month);
    }
    world.communities.fit[0][0]
}

#[test]
fn shared_power_and_a_voice_to_use_it_do_more_together() {
    let usual = fit(0.0, 0.0);
    let (power, voice, both) = (
        fit(0.5, 0.0) - usual,
        fit(0.0, 0.6) - usual,
        fit(0.5, 0.6) - usual,
    );
    assert!(power > 0.0, "{power}");
    assert!(
        both > 1.2 * (power + voice),
        "complements: {power} {voice} {both}"
    );
}

/// The surplus of all levels together beyond the sum of each alone, with and without couplings
/// between levels.
fn surplus(couplings: bool) -> Vec<kith::analysis::factorial::Effects> {
    let scenario = Scenario {
        people: 800,
        years: 3,
        replicates: 6,
        ..small("trafford")
    };
    let prepared = ensemble::prepare(scenario).unwrap();
    Factorial::new(&prepared, couplings)
        .unwrap()
        .ask()
        .indicators
}

#[test]
fn without_couplings_levels_add_up() {
    let uncoupled = surplus(false);
    for effects in &uncoupled {
        let found = effects.surplus;
        // Three standard errors: the surplus of six runs is not exactly nought where people meet
        // other people.
        assert!(
            found.mean.abs() <= 3.0 * found.error + 1e-9,
            "{}: {found:?}",
            effects.indicator
        );
    }
    // That is no empty statement: something is done, and with couplings levels do not merely add
    // up.
    assert!(
        uncoupled
            .iter()
            .any(|effects| effects.main.iter().any(|main| main.effect.is_clear()))
    );
    assert!(
        surplus(true)
            .iter()
            .any(|effects| effects.surplus.is_clear())
    );
}

#[test]
fn the_shipped_defaults_are_what_calibration_printed() {
    let text = std::fs::read_to_string("docs/calibration.json").unwrap();
    let printed: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rows = printed["parameters"].as_array().unwrap();
    assert_eq!(rows.len(), FREE.len());
    let defaults = kith::scenario::parameters::Parameters::default();
    for ((id, prior), row) in FREE.iter().zip(rows) {
        let number = |k: usize| row[k].as_f64().unwrap() as f32;
        assert_eq!(
            (row[0].as_str().unwrap(), number(1)),
            (*id, *prior),
            "calibration began elsewhere: run it again"
        );
        assert_eq!(
            defaults.get(id),
            Some(number(2)),
            "{id} is not what calibration printed"
        );
    }
}

#[test]
fn the_bundled_adverse_world_loses() {
    let scenario = validate::parse(bundled::scenario("adverse").unwrap()).unwrap();
    let prepared = ensemble::prepare(scenario).unwrap();
    let pair = arms::wanted_pair(&prepared.scenario).unwrap();
    assert_eq!(
        prepared.scenario.arms[pair.alternative].preset,
        "place-based"
    );
    let runs: Vec<_> = (0..16)
        .map(|replicate| arms::live_pair(&prepared, pair, replicate))
        .collect();
    // By the rule that every verdict of the program follows: clear, and large enough to matter.
    let found = |k: usize| {
        let differences: Vec<f64> = runs.iter().map(|run| run.difference(k)).collect();
        verdict::of_runs(&differences, k)
    };
    let (better, worse) = (Verdict::Clear(Way::Better), Verdict::Clear(Way::Worse));
    assert_eq!(
        found(CONTROL),
        worse,
        "whole-area investment leaves less control"
    );
    let those = |wanted: Verdict| -> Vec<&str> {
        let lives = CATALOGUE.iter().enumerate();
        lives
            .filter(|(k, info)| info.kind == Kind::People && found(*k) == wanted)
            .map(|(_, info)| info.id)
            .collect()
    };
    let (better, worse) = (those(better), those(worse));
    assert!(
        worse.len() > better.len(),
        "better on {better:?}, worse on {worse:?}"
    );
}

#[test]
fn what_stands_beside_the_headline_was_made_with_the_model_as_it_is() {
    let golden = std::fs::read_to_string("tests/golden/fingerprints.txt").unwrap();
    let findings = kith::analysis::findings::bundled().expect("the bundled findings can be read");
    let line = format!("trafford {}", findings.model);
    assert!(
        golden.lines().any(|golden| golden == line),
        "run `kith ask findings trafford > static/findings.json`"
    );
}

#[test]
fn the_answer_that_the_page_opens_with_is_what_its_first_run_gives() {
    let findings = kith::analysis::findings::bundled().expect("the bundled findings can be read");
    let scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
    assert_eq!(
        (findings.people, findings.seed),
        (scenario.people, scenario.seed)
    );
    let pair = Pair::shown(&scenario);
    assert_eq!(
        (&findings.reference, &findings.alternative),
        (
            &scenario.arms[pair.reference].id,
            &scenario.arms[pair.alternative].id
        )
    );
    let prepared = ensemble::prepare(scenario).unwrap();
    let arms = vec![pair.reference as u32, pair.alternative as u32];
    let mut gathered = ensemble::Ensemble::default();
    gathered.add(ensemble::run(
        &prepared,
        &ensemble::Job {
            replicate: 0,
            arms,
            frames: false,
        },
    ));
    let first = ensemble::summary::difference(&gathered, pair, DOING_WELL);
    assert_eq!(
        first.runs,
        findings.runs()[..1],
        "run `kith ask findings trafford > static/findings.json`"
    );
}
