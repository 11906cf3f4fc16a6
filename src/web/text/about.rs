//! The words of the page About.

use crate::charts::number::plain;

words! {
    ABOUT_TITLE = "What this is, and what it cannot tell you";
    MODEL_TABLES = "Everything the model assumes";
    SEARCH = "Search the tables";
    TABLE_DIMENSIONS = "Dimensions of a strategy";
    TABLE_INDICATORS = "Outcomes";
    TABLE_APPROACHES = "Approaches that money can buy";
    TABLE_PARAMETERS = "Assumptions";
    NAME_COLUMN = "Name";
    MEANING = "What it means";
    FROM = "From";
    TO = "To";
    LEVEL = "Level";
    COST = "Cost of one unit a year";
    SOURCE = "Source";
    EVIDENCE = "Evidence layer";
    VALUE = "Value";
    RANGE = "Plausible range";
}

/// What the about page says, section by section.
pub const ABOUT_SECTIONS: &[(&str, &[&str])] = &[
    (
        "What it is",
        &[
            "Kith lets a place live twice. The same invented people, with the same luck and the same money, go through two worlds. In one, the money goes into short, separate projects. In the other, it goes into the whole place for a long time. You see where lives part, and by how much.",
            "A place has the ages, homes, health and hardship of a real one, from public figures. The people are made up. Nobody in it is anybody.",
            "Each month, people age, meet, fall ill, help one another, and ask services for help. Services solve a problem, pass it on, or send people round again. Money is counted to the penny.",
        ],
    ),
    (
        "What it cannot tell you",
        &[
            "It is a model, not a forecast. It shows what would follow if its assumptions held. Many of them are not well known. Below, each says how good its evidence is.",
            "The shaded bands show luck from one re-run to the next. They do not show how wrong the assumptions may be.",
            "The model does not know which strategy is running. It can say that short projects do better, and it says so where they do.",
            "Do not use it to decide about a person. Do not quote a number from it without the words around it.",
        ],
    ),
    (
        "How to read the results",
        &[
            "The difference between two worlds is taken run by run, with the same people and the same luck in both. It is called better or worse only where its 90% interval leaves out zero and it is large enough to matter, from 8 runs on.",
            "Outcomes stay apart. None is turned into money, and they are never added up into one score.",
        ],
    ),
    (
        "Accessibility",
        &[
            "Everything works with a keyboard and has words for screen readers. Every chart has its numbers in a table. There are dark, high-contrast and projector looks, and motion stops if your device asks for less.",
            "If something keeps you out, that is a fault: please report it.",
        ],
    ),
    (
        "Privacy and licence",
        &[
            "Nothing leaves your device. There are no cookies and nobody is counted. A link holds your settings and nothing else.",
            "Kith is free software under the MIT licence or the Apache licence 2.0, whichever you prefer. Census and deprivation figures are Crown copyright, used under the Open Government Licence.",
        ],
    ),
];

/// How many rows a search found.
pub fn found(count: usize) -> String {
    if count == 1 {
        "1 row found".to_owned()
    } else {
        format!("{} rows found", plain(count as f64, 0))
    }
}
