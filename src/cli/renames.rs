//! Names of commands as they were: each still runs, and says what it is called today.

use std::ffi::OsString;

/// What a command was called, and what it is called.
const COMMANDS: [(&str, &[&str]); 13] = [
    ("layers", &["ask", "layers"]),
    ("robustness", &["ask", "robustness"]),
    ("factorial", &["ask", "factorial"]),
    ("attribute", &["ask", "attribute"]),
    ("sensitivity", &["ask", "sensitivity"]),
    ("evaluate", &["ask", "evaluate"]),
    ("trial", &["ask", "trial"]),
    ("findings", &["ask", "findings"]),
    ("validate", &["check"]),
    ("patterns", &["check", "patterns"]),
    ("regress", &["check", "regression"]),
    ("graph", &["place", "graph"]),
    ("england", &["place", "england"]),
];

/// The arguments under today's names, and a note where that changed them.
pub fn today(mut arguments: Vec<OsString>) -> (Vec<OsString>, Option<String>) {
    let renamed = COMMANDS
        .iter()
        .find(|(old, _)| arguments.get(1).is_some_and(|given| given == *old));
    let Some((old, new)) = renamed else {
        return (arguments, None);
    };
    arguments.splice(1..2, new.iter().map(OsString::from));
    (
        arguments,
        Some(format!(
            "note: `kith {old}` is called `kith {}` now",
            new.join(" ")
        )),
    )
}

#[cfg(test)]
mod tests {
    use super::super::Line;
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_old_name_leads_to_a_command_of_today() {
        for (old, new) in COMMANDS {
            let mut command = &Line::command();
            assert!(
                command.find_subcommand(old).is_none(),
                "{old} is a name of today"
            );
            for word in new {
                command = command
                    .find_subcommand(word)
                    .unwrap_or_else(|| panic!("{old}: no {word}"));
            }
        }
    }

    #[test]
    fn what_follows_a_name_stays_as_it_is() {
        let given = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        let (arguments, note) = today(given(&["kith", "regress", "a.json", "--json"]));
        assert_eq!(
            arguments,
            given(&["kith", "check", "regression", "a.json", "--json"])
        );
        assert_eq!(
            note.unwrap(),
            "note: `kith regress` is called `kith check regression` now"
        );
        let of_today = given(&["kith", "compare", "layers"]);
        assert_eq!(
            today(of_today.clone()),
            (of_today, None),
            "only the first word is a command"
        );
    }
}
