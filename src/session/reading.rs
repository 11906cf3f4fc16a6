//! What there is to read beside the page: the documents that the build writes as pages, each with a line on what it answers.
//! Knows their addresses only.

/// A document to read.
pub struct Document {
    /// Its address, from the page.
    pub address: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it answers.
    pub answers: &'static str,
}

const fn document(address: &'static str, name: &'static str, answers: &'static str) -> Document {
    Document {
        address,
        name,
        answers,
    }
}

/// The documents, those most asked for first.
pub const DOCUMENTS: &[Document] = &[
    document(
        "reading/docs/guide/leaders/README.html",
        "For leaders",
        "How to use a comparison before a decision, and how not to.",
    ),
    document(
        "reading/docs/ODD.html",
        "The model in full",
        "Who is in it, what happens each month and by which formula.",
    ),
    document(
        "reading/docs/ODD.html#8-what-it-cannot-tell-you",
        "What it cannot tell you",
        "What is left out, and what no run of it can show.",
    ),
    document(
        "reading/docs/reference/parameters.html",
        "Every assumption",
        "Value, range, unit, source and evidence of each number.",
    ),
    document(
        "reading/docs/reference/approaches.html",
        "Approaches",
        "What money can buy, what it costs, and what is known of it.",
    ),
    document(
        "reading/docs/reference/indicators.html",
        "Outcomes",
        "How each is counted, over whom, and which way is better.",
    ),
    document(
        "reading/docs/evidence.html",
        "Evidence",
        "The figures the model rests on, each with its source and grade.",
    ),
    document(
        "reading/docs/TRACE.html",
        "What was checked",
        "How the model was made and tested, and what was not.",
    ),
    document(
        "reading/docs/glossary.html",
        "Words",
        "What each term means here.",
    ),
    document(
        "reading/CHANGELOG.html",
        "What changed",
        "Version by version, with results that moved.",
    ),
    document(
        "reading/docs/guide/trainers/README.html",
        "For trainers",
        "How to show it to a room, with a kit to print.",
    ),
    document(
        "reading/docs/guide/trainers/script.html",
        "Facilitator's script",
        "A session of 45, 60 or 120 minutes, step by step.",
    ),
    document(
        "reading/docs/guide/trainers/learner-sheet.html",
        "Learner's sheet",
        "Guesses, a life, choices: one page for everybody.",
    ),
    document(
        "reading/docs/guide/trainers/cards.html",
        "Briefing cards",
        "Roles and events, to print and cut.",
    ),
    document(
        "reading/docs/guide/trainers/debrief.html",
        "Debrief questions",
        "What to talk about afterwards.",
    ),
    document(
        "reading/docs/guide/trainers/questionnaire.html",
        "Before and after",
        "Six questions, and how to read few answers.",
    ),
    document(
        "reading/docs/guide/trainers/online.html",
        "The online room",
        "A session when people are not in one place.",
    ),
    document(
        "reading/docs/guide/researchers/README.html",
        "For researchers",
        "The command line, files and experiments.",
    ),
    document(
        "reading/docs/guide/researchers/studies.html",
        "Worked studies",
        "Three questions, each from a file to a figure.",
    ),
    document(
        "reading/docs/reference/experiments.html",
        "Experiments",
        "Every field of an experiment file.",
    ),
    document(
        "reading/docs/bibliography.html",
        "Bibliography",
        "What was read.",
    ),
    document(
        "reading/README.html",
        "About the project",
        "What it says today, and how to run it yourself.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_in_the_repository() {
        for document in DOCUMENTS {
            let path = document.address.split('#').next().unwrap_or_default();
            let source = path
                .strip_prefix("reading/")
                .and_then(|path| path.strip_suffix(".html"))
                .unwrap();
            let file =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("{source}.md"));
            assert!(file.is_file(), "{} leads nowhere", document.address);
        }
    }
}
