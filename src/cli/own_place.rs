//! A profile file that a scenario or an experiment names as its place: found beside the file that names it, read and checked at once.

use super::{Failure, files};
use crate::place::{Profile, ProfileError};
use crate::scenario::Scenario;
use crate::scenario::own::{Own, line_of};
use crate::scenario::validate::{FileKind, Unfit};
use std::path::Path;

/// No profile is longer.
const LONGEST: u64 = 4 << 20;
const WANTED: &str = "a profile of a place, as kith place --profile-out writes it";

/// The place of a profile file. `folder`: where the file stands that names it; `written`: the path as it is written there.
///
/// Errors: where it was looked for and what was wrong there, with the line.
pub fn read(folder: &Path, written: &str) -> Result<Own, Unfit> {
    let path = folder.join(written);
    let looked = if path.as_os_str() == written {
        String::new()
    } else {
        format!(" (looked for as {})", path.display())
    };
    let unfit = |found: &str, wanted: &str| Unfit {
        found: format!("\"{written}\"{looked}: {found}"),
        wanted: wanted.to_owned(),
    };
    let text = files::read_at_most(&path, LONGEST, WANTED).map_err(|failure| match failure {
        // The path is said already.
        Failure::Input(words) | Failure::Other(words) => unfit(
            words
                .strip_prefix(&format!("{}: ", path.display()))
                .unwrap_or(&words),
            WANTED,
        ),
        Failure::Differs | Failure::NobodyReads => unfit("nothing that can be read", WANTED),
    })?;
    let kind = FileKind::of(&text);
    match Profile::from_toml(&text) {
        Ok(_) => Own::of(&text).ok_or_else(|| unfit("a profile without a name", WANTED)),
        Err(_) if kind != FileKind::Profile && kind != FileKind::Parameters => {
            Err(unfit(kind.words(), WANTED))
        }
        Err(error) => {
            let (words, wanted) = told(&text, &error);
            Err(unfit(&words, &wanted.unwrap_or_else(|| WANTED.to_owned())))
        }
    }
}

/// Whether the place that a scenario carries in itself can be right; a bundled one always is.
///
/// Errors: as input, what is wrong with it and on which line of its profile. `shown`: what the file is called.
pub fn check(scenario: &Scenario, shown: &str) -> Result<(), Failure> {
    let Some(own) = scenario.own_place() else {
        return Ok(());
    };
    let Err(error) = Profile::from_toml(&own.profile) else {
        return Ok(());
    };
    let (words, wanted) = told(&own.profile, &error);
    let wanted = wanted.unwrap_or_else(|| WANTED.to_owned());
    Err(Failure::Input(format!(
        "{shown}: place: in the profile of {} ({}), {words}; wanted {wanted}",
        own.id, own.name
    )))
}

/// What is wrong with a profile, with its line where that is known, and what would be right where that is said.
fn told(profile: &str, error: &ProfileError) -> (String, Option<String>) {
    match error {
        ProfileError::Syntax(words) => (words.clone(), None),
        ProfileError::Field {
            field,
            found,
            expected,
        } => {
            let line =
                line_of(profile, field).map_or_else(String::new, |line| format!("line {line}: "));
            (format!("{line}{field}: {found}"), Some(expected.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::bundled;
    use std::fs;

    #[test]
    fn a_profile_is_found_beside_the_file_that_names_it_and_what_is_wrong_is_told_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let good = bundled::INVENTED_TOWN;
        fs::create_dir(folder.path().join("towns")).unwrap();
        fs::write(folder.path().join("towns/p.toml"), good).unwrap();
        let own = read(folder.path(), "towns/p.toml").unwrap();
        assert_eq!(
            (own.name.as_str(), Some(&own)),
            ("Alderbrook (an invented town)", Own::of(good).as_ref())
        );
        let said = |name: &str, text: Option<&str>| {
            if let Some(text) = text {
                fs::write(folder.path().join(name), text).unwrap();
            }
            read(folder.path(), name).unwrap_err()
        };
        let missing = said("nowhere.toml", None);
        assert!(
            missing
                .found
                .starts_with("\"nowhere.toml\" (looked for as ")
                && missing.found.contains("No such file"),
            "{missing:?}"
        );
        let line = good
            .lines()
            .position(|line| line.starts_with("ages = "))
            .unwrap()
            + 1;
        let short: String = good
            .lines()
            .map(|text| {
                if text.starts_with("ages = ") {
                    "ages = [1, 2]\n".into()
                } else {
                    format!("{text}\n")
                }
            })
            .collect();
        let wrong = said("short.toml", Some(&short));
        assert!(
            wrong
                .found
                .contains(&format!("line {line}: margins.ages: 2 counts"))
                && wrong.wanted == "18 counts",
            "{wrong:?}"
        );
        let torn = said("torn.toml", Some(&good.replacen('[', "", 1)));
        assert!(torn.found.contains("line "), "{torn:?}");
        let other = said(
            "other.toml",
            Some(crate::scenario::bundled::scenario("wigan").unwrap()),
        );
        assert!(
            other.found.ends_with(": a scenario") && other.wanted.contains("--profile-out"),
            "{other:?}"
        );
    }
}
