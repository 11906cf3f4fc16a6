//! Files in, results out: every kind at its smallest, round trips, and files that nobody should
//! have written.

use super::*;
use crate::report::table::{Cell, ColumnKind};
use crate::scenario::validate::Problem;

/// A file about a few hundred people of the invented town.
fn file(question: &str) -> String {
    format!(
        "format = 1\nname = \"A small one\"\nscenario = \"trafford\"\npeople = 500\nyears = \
         1\nreplicates = 2\nseed = 7\n{question}\n\
         [parameters]\n\"control.power\" = 0.1\n"
    )
}

fn small(question: &str) -> Experiment {
    let mut experiment =
        parse(&file(question)).unwrap_or_else(|problems| panic!("{question}: {problems:#?}"));
    "invented-town".clone_into(&mut experiment.scenario.place);
    experiment.scenario.spin_up_months = 12;
    experiment
}

fn problems(text: &str) -> Vec<String> {
    parse(text)
        .err()
        .unwrap_or_default()
        .iter()
        .map(Problem::to_string)
        .collect()
}

const QUESTIONS: [&str; 8] = [
    "question = \"replicates\"",
    "question = \"sweep\"\nvary = [{ name = \"arms.whole-area.power\", values = [0.0, 1.0] }, { \
     name = \"control.power\", from = 0.05, to = 0.1, steps = 2 }]",
    "question = \"factorial\"",
    "question = \"shapley\"\nof = \"couplings\"\norders = 1",
    "question = \"morris\"\ntrajectories = 1\nonly = \"governance\"",
    "question = \"sobol\"\npoints = 2\nonly = \"governance\"\nindicator = \"lonely\"",
    "question = \"robustness\"\ndraws = 32",
    "question = \"trial\"\napproach = \"personal-budgets\"\nmonths = 3",
];

#[test]
fn every_kind_gives_sentences_tables_and_figures_that_hold_together() {
    for question in QUESTIONS {
        let experiment = small(question);
        let ready = Ready::new(&experiment, None).unwrap();
        let mut lives = 0;
        let parts: Vec<Vec<u8>> = (0..ready.tasks())
            .map(|task| {
                lives = 0;
                let part = ready.part(task, &mut || lives += 1).unwrap();
                assert_eq!(lives, ready.lives_a_task(), "{question}");
                assert!(part.len() < 20_000, "{question}: {} bytes", part.len());
                part
            })
            .collect();
        let results = ready.results(&parts).unwrap();
        assert_eq!(results, ready.results(&parts).unwrap());
        assert_eq!(results.fingerprint.len(), 16);
        assert!(
            !results.sentences.is_empty() && !results.drawings.is_empty(),
            "{question}"
        );
        for table in &results.tables {
            assert!(!table.rows.is_empty(), "{question}: {}", table.name);
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{question}: {}", table.name);
                for (cell, column) in row.iter().zip(&table.columns) {
                    let fits = match cell {
                        Cell::Text(_) => column.kind == ColumnKind::Text,
                        Cell::Whole(_) => column.kind == ColumnKind::Whole,
                        Cell::Number(_) => column.kind == ColumnKind::Number,
                        Cell::Nothing => true,
                    };
                    assert!(fits, "{question}: {}.{}: {cell:?}", table.name, column.name);
                }
            }
        }
        for figure in &results.drawings {
            assert!(figure.title.split(' ').count() <= 16, "{}", figure.title);
            assert!(
                figure.svg.starts_with("<svg")
                    && figure.svg.contains("not a forecast")
                    && !figure.svg.contains("NaN"),
                "{question}"
            );
            assert!(figure.description.len() > 20, "{question}");
        }
        assert!(
            ready.part(ready.tasks(), &mut || ()).is_err() && ready.results(&parts[1..]).is_err(),
            "{question}"
        );
    }
}

#[test]
fn a_written_experiment_reads_back_to_the_same() {
    for question in QUESTIONS {
        let experiment = small(question);
        let text = write(&experiment);
        let again = parse(&text).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"));
        assert_eq!(again, experiment, "{text}");
        assert_eq!(hash(&again), hash(&experiment));
    }
    assert_ne!(hash(&small(QUESTIONS[0])), hash(&small(QUESTIONS[2])));
}

#[test]
fn the_tables_of_a_sweep_are_tidy_and_paired() {
    let experiment = small(QUESTIONS[1]);
    let ready = Ready::new(&experiment, None).unwrap();
    let parts: Vec<Vec<u8>> = (0..ready.tasks())
        .map(|task| ready.part(task, &mut || ()).unwrap())
        .collect();
    let results = ready.results(&parts).unwrap();
    let [values, summary] = &results.tables[..] else {
        panic!("two tables")
    };
    assert_eq!(values.rows.len(), 4 * 2 * 3);
    let names: Vec<&str> = values
        .columns
        .iter()
        .take(6)
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "point",
            "arms.whole-area.power",
            "control.power",
            "replicate",
            "arm",
            "year"
        ]
    );
    assert_eq!(
        values.rows[23][..3],
        [Cell::Whole(3), Cell::Number(1.0), Cell::Number(0.1)]
    );
    let part = sweep::decode(&experiment, 7, &parts[7]).unwrap();
    assert_eq!((part.point, part.replicate, part.arms.len()), (3, 1, 3));
    assert_eq!(values.rows[23][6], Cell::Number(part.arms[2].last(0)));
    assert_eq!(summary.rows[0][3], Cell::Text("pilots".to_owned()));
    assert_eq!(summary.rows[0][4], Cell::Text("whole-area".to_owned()));
}

/// What two runs of all arms say, as the results of a version are kept.
fn said(experiment: &Experiment, prepared: &crate::ensemble::Prepared) -> String {
    use crate::ensemble::{Ensemble, Job, run};
    let mut ensemble = Ensemble::default();
    for replicate in 0..2 {
        let arms = vec![0, 1, 2];
        let frames = false;
        ensemble.add(run(
            prepared,
            &Job {
                replicate,
                arms,
                frames,
            },
        ));
    }
    let people = prepared.place.persons.len() as u32;
    crate::export::Comparison::new(&experiment.scenario, people, &ensemble, 1.0)
        .to_json()
        .unwrap()
}

#[test]
fn a_version_is_held_against_an_earlier_one() {
    let experiment = small("question = \"replicates\"");
    let prepared = crate::ensemble::prepare(experiment.scenario.clone()).unwrap();
    let same = said(&experiment, &prepared);
    let against = |text: &str| Experiment {
        kind: Kind::Versions {
            before: "before.json".to_owned(),
            text: text.to_owned(),
        },
        ..experiment.clone()
    };
    let of = |text: &str| {
        let ready = Ready::new(&against(text), Some(prepared.clone())).unwrap();
        let parts: Vec<Vec<u8>> = (0..ready.tasks())
            .map(|task| ready.part(task, &mut || ()).unwrap())
            .collect();
        ready.results(&parts).unwrap()
    };
    let findings = of(&same).sentences;
    assert!(findings[0].contains("The same bits"), "{findings:?}");
    let mut changed = prepared.clone();
    changed.scenario.parameters.control.power = 0.0;
    let results = of(&said(&experiment, &changed));
    assert!(
        !results.tables[1].rows.is_empty() && !results.drawings.is_empty(),
        "{:?}",
        results.sentences
    );
    let text = write(&against(&same));
    let beside = Beside {
        file: &|name| (name == "before.json").then(|| same.clone()),
        ..Beside::NOTHING
    };
    assert!(parse_beside(&text, &beside).is_ok());
    assert!(parse(&text).is_err());
}

#[test]
fn all_problems_of_a_file_are_named_at_once() {
    let found = problems(
        "format = 2\nname = \"\"\nscenario = \"traford\"\nquestion = \"swep\"\npeopel = \
         3\nreplicates = 0\n[parameters]\n\"control.pwer\" = 1\n",
    );
    for part in [
        "line 1: format: found 2",
        "line 2: name",
        "did you mean \"trafford\"",
        "did you mean \"sweep\"",
        "peopel",
    ] {
        assert!(
            found.iter().any(|problem| problem.contains(part)),
            "{part}: {found:#?}"
        );
    }
    let found = problems(&file(
        "question = \"sweep\"\ndraws = 3\nvary = [{ name = \"control.pover\", values = [1] }, { \
         name = \"years\", values = [1.5, 30] }, { name = \"control.power\", from = 0.1, to = 0.1, \
         steps = 3 }, { values = [] }]",
    ));
    for part in [
        "draws: found 3; wanted this field only with question = \"robustness\"",
        "vary[0].name: found \"control.pover\"; wanted a field that can vary (did you mean \
         \"control.power\"?)",
        "vary[1].values: found 1.5; wanted for years whole numbers from 1 to 20",
        "vary[1].values: found 30",
        "two different ends",
        "vary[3].name: found nothing",
        "1 to 1000 values",
    ] {
        assert!(
            found.iter().any(|problem| problem.contains(part)),
            "{part}: {found:#?}"
        );
    }
}

#[test]
fn hostile_files_are_refused_with_words() {
    for (text, wanted) in [
        ("", "format"),
        ("\u{0}\u{1}[[[", "TOML"),
        (
            "format = 1\nname = \"x\"\nquestion = \"replicates\"\n[scenario]\nformat = 1\n\
             name = \"y\"\nplace = \"atlantis\"\n",
            "scenario.place",
        ),
    ] {
        refused(text, wanted);
    }
    for (question, wanted) in [
        (
            "versions\"\nbefore = \"../../etc/passwd\"",
            "a file beside this one",
        ),
        (
            "trial\"\napproach = \"magic\"",
            "an approach of the catalogue",
        ),
        ("factorial\"\ncouplings = \"yes\"", "true or false"),
        (
            "robustness\"\ndraws = 9999999999999999999999",
            "a whole number",
        ),
    ] {
        refused(&file(&format!("question = \"{question}")), wanted);
    }
    let many = file("question = \"replicates\"").replace("replicates = 2", "replicates = 100000");
    refused(&many, "at most 500000 rows");
}

#[test]
fn hostile_sweeps_are_refused_with_words() {
    let numbers: Vec<String> = (0..1_001).map(|k| k.to_string()).collect();
    let many = format!(
        "vary = [{{ name = \"years\", values = [{}] }}]",
        numbers.join(", ")
    );
    for (vary, wanted) in [
        ("", "vary: found nothing"),
        ("vary = []", "1 to 6 tables"),
        ("vary = 3", "a list"),
        (&many, "1 to 1000 values"),
        (
            "vary = [{ name = \"control.power\", from = 0.0, to = 0.1, steps = 1000 }, \
             { name = \"arms.pilots.power\", from = 0.0, to = 1.0, steps = 1000 }]",
            "at most 10000 points",
        ),
        (
            "vary = [{ name = \"years\", values = [nan, inf] }]",
            "a number from",
        ),
        (
            "vary = [{ name = \"years\", values = [2, 2] }]",
            "each value once",
        ),
        (
            "vary = [{ name = \"control.power\", from = 0, to = 5e-324, steps = 6 }]",
            "room between them",
        ),
        (
            "vary = [{ name = \"money.last_year\", values = [1, 2] }, \
             { name = \"money.first_year\", values = [2] }]",
            "money",
        ),
    ] {
        refused(&file(&format!("question = \"sweep\"\n{vary}")), wanted);
    }
}

fn refused(text: &str, wanted: &str) {
    let found = problems(text);
    assert!(
        found.iter().any(|problem| problem.contains(wanted)),
        "{wanted}: {found:#?}\n{text}"
    );
}

#[test]
fn a_wrong_size_hides_no_wrong_name() {
    let text = file(
        "question = \"sweep\"\nvary = [{ name = \"control.powre\", values = [0.1] }, { \
        name = \"years\", values = [900] }]",
    )
    .replace("people = 500", "people = 5");
    let found = problems(&text);
    for part in ["people", "control.powre", "900"] {
        assert!(
            found.iter().any(|problem| problem.contains(part)),
            "{part}: {found:#?}"
        );
    }
}

#[test]
fn every_field_of_the_table_is_read_and_no_other() {
    for field in FIELDS.iter().filter(|field| field.default.is_empty()) {
        let of = field.of.first().unwrap_or(&"replicates");
        let found = problems(&format!("question = \"{of}\"\n")).join("\n");
        assert!(
            field.name == "question" || found.contains(&format!("{}: found nothing", field.name)),
            "{}: {found}",
            field.name
        );
    }
}
