//! Which assumptions hold when an experiment from a file is run beside a page on which some were changed: the file's own, always, for it holds a
//! whole scenario. The sentence says so wherever the two differ.

use crate::experiment::Experiment;
use crate::scenario::Scenario;

/// What is to be said; nothing where the page has no assumption that the file has not too.
pub fn beside(experiment: &Experiment, page: &Scenario) -> Option<String> {
    let own = experiment.scenario.parameters.changes();
    let here = page.parameters.changes();
    let ignored = here
        .iter()
        .filter(|(id, value)| own.get(*id) != Some(value))
        .count();
    let theirs = match own.len() {
        0 => "keeps every assumption at its default".to_owned(),
        1 => "sets its own assumptions (1 is not at its default)".to_owned(),
        many => format!("sets its own assumptions ({many} are not at their defaults)"),
    };
    match ignored {
        0 => None,
        1 => Some(format!(
            "This file {theirs}; the one you changed here does not apply."
        )),
        many => Some(format!(
            "This file {theirs}; the {many} you changed here do not apply."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::parse;
    use crate::scenario::{bundled, validate};

    const FILE: &str =
        "format = 1\nname = \"x\"\nscenario = \"trafford\"\nquestion = \"replicates\"\n";

    #[test]
    fn the_file_holds_and_says_so_where_the_page_has_others() {
        let plain = parse(FILE).unwrap();
        let own = parse(&format!("{FILE}[parameters]\n\"control.power\" = 0.1\n")).unwrap();
        let mut page = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        assert_eq!(beside(&own, &page), None, "nothing was changed on the page");
        page.parameters.control.power = 0.1;
        assert_eq!(beside(&own, &page), None, "both say the same");
        assert_eq!(
            beside(&plain, &page).unwrap(),
            "This file keeps every assumption at its default; the one you changed here does not apply."
        );
        page.parameters.control.power = 0.02;
        page.parameters.couplings.person_from_family = 0.5;
        page.parameters.mechanisms.ties = 0.0;
        assert_eq!(
            beside(&own, &page).unwrap(),
            "This file sets its own assumptions (1 is not at its default); the 3 you changed here do not apply."
        );
    }
}
