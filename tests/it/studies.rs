//! The worked studies of the researchers' guide, at small size: one command from a file to tables
//! and figures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a study's folder must hold besides its tables of results.
const ALWAYS: [&str; 3] = ["experiment.toml", "manifest.json", "findings.txt"];

fn studies() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/researchers/studies");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "toml")
    });
    files.sort();
    files
}

#[test]
fn every_worked_study_is_one_command_from_its_file_to_its_figures() {
    let studies = studies();
    assert!(studies.len() >= 3, "{studies:?}");
    for study in studies {
        let folder = tempfile::tempdir().unwrap();
        // Fewer worlds than the study has: that is the one thing which no flag makes smaller. In eight of them a forest may find nothing
        // that decides, and then there is no figure of it.
        let text = fs::read_to_string(&study)
            .unwrap()
            .replace("draws = 256", "draws = 32");
        let (file, out) = (folder.path().join("study.toml"), folder.path().join("out"));
        fs::write(&file, text).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_kith"))
            .args([
                "sweep",
                file.to_str().unwrap(),
                "--out",
                out.to_str().unwrap(),
            ])
            .args(["--people", "500", "--years", "1", "--replicates", "2"])
            .output()
            .unwrap();
        let name = study.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            output.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let made: Vec<String> = fs::read_dir(&out)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        for file in ALWAYS {
            assert!(
                made.iter().any(|made| made == file),
                "{name}: no {file} among {made:?}"
            );
        }
        for ending in [".csv", ".json", ".parquet", ".svg"] {
            assert!(
                made.iter().any(|made| made.ends_with(ending)),
                "{name}: no *{ending} among {made:?}"
            );
        }
        for figure in made.iter().filter(|made| {
            Path::new(made)
                .extension()
                .is_some_and(|ending| ending == "svg")
        }) {
            let svg = fs::read_to_string(out.join(figure)).unwrap();
            assert!(
                svg.contains("not a forecast"),
                "{name}: {figure} does not say what it is not"
            );
        }
        // The guide names the study, so that nobody finds one that is not explained.
        let guide = include_str!("../../docs/guide/researchers/studies.md");
        assert!(guide.contains(&name), "{name} is not in the guide");
    }
}
