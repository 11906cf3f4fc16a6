//! Words for what is taken away, for the keyboard map, and for what there is to read.

words! {
    TAKE = "Take this figure away";
    AS_PNG = "As a picture (PNG)";
    AS_SVG = "As a drawing (SVG)";
    COPY_WORDS = "Copy its words";
    COPY_TABLE = "Copy for a spreadsheet";
    DOWNLOAD_CSV = "Download as CSV";
    PRINT = "Print a report";
    PRINT_HINT = "Two pages, to hand round or to keep as a PDF.";
    KEYS = "Keyboard";
    KEYS_TITLE = "Keys";
    KEY = "Key";
    DOES = "What it does";
    KEYS_HINT = "Tab moves from one control to the next, space and enter press buttons, arrows move sliders. These keys come on top:";
    LETTERS = "Single keys do this (switch off if you press them unmeant)";
    CLOSE = "Close";
    READ_ON = "Read on";
    READ_ON_HINT = "Each opens as a plain page, without internet too.";
    REPORT_COMPARED = "What was compared";
    REPORT_WORLDS = "The same people in both worlds";
    REPORT_VERDICT = "Better with";
    REPORT_INTERVAL = "90% interval";
    REPORT_CHECK = "Where this comes from, and how to check it";
    REPORT_LINK = "Open this address to see the same comparison; the page says whether your computer gets the same result:";
    OGL = "Figures of places: Census 2021 (ONS) and Indices of Deprivation 2025, Open Government Licence v3.0.";
}

/// Which question, luck and version a file is from.
pub fn provenance(
    scenario: &str,
    place: &str,
    people: &str,
    seed: u64,
    runs: usize,
    fingerprint: Option<&str>,
) -> String {
    let result =
        fingerprint.map_or_else(String::new, |fingerprint| format!(", result {fingerprint}"));
    format!(
        "Kith {}: {scenario}; {place}, {people} invented people, seed {seed}, {runs} runs{result}.",
        crate::session::link::VERSION
    )
}

/// The place and its people on paper.
pub fn report_place(place: &str, people: &str) -> String {
    format!("{place}, by {people} invented people with its ages, homes, health and hardship.")
}

/// The money on paper.
pub fn report_money(pounds: f64, first: u32, last: u32, years: u32) -> String {
    let pounds = crate::charts::number::plain(pounds, 0);
    format!("£{pounds} a head a year in each world, from year {first} to year {last} of {years}.")
}

/// The money for all who live in the real place, on paper.
pub fn report_money_in_all(money: &str, place: &str, people: &str) -> String {
    format!("For all of {place}, {people}, that is {money}.")
}

/// What a result comes to for all who live in the real place, over a column.
pub fn in_all_of(place: &str) -> String {
    format!("In all of {place}")
}

/// The heading over all outcomes on paper.
pub fn report_outcomes(years: u32) -> String {
    format!("All outcomes after {years} years: none is turned into another")
}
