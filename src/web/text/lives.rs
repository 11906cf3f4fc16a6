//! Words for following somebody: two lives side by side.

words! {
    LIVES = "Follow someone";
    LIVES_CONSENT = "Everybody here is invented: no real person is shown, so any life may be looked at.";
    LIVES_WAIT = "Lives can be proposed once both worlds are in.";
    LIVES_PROPOSED = "Whose life";
    LIVES_ANYBODY = "Anybody";
    LIVES_HINT = "Choose somebody, or point at any dot in the worlds above. The same button again shows another.";
    LIVES_COMING = "Both lives are being lived again, month by month…";
    LIVES_COMING_LATER = "Both lives are told once this change has been worked out.";
    LIVES_PART = "Where the two lives part";
    LIVES_CHAIN = "What happens, in order of time";
    LIVES_NO_CHAIN = "Nothing happens that stands out.";
    LIVES_ENDS = "How both lives end";
    LIVES_COPY = "Copy the story";
    LIVES_BOTH = "Both";
    LIVES_FILE = "Both lives, month by month";
    LIVES_YEAR = "Year";
    LIVES_SUBTITLE = "Wellbeing, 0 to 10. Thin: each month. Thick: the mean of the year up to then. One run, one person. Numbers are those of the list below.";
    LIVES_TABLE = "Wellbeing at the end of each year, as a table";
    LIVES_GONE = "gone";
}

/// What a click on a moment of the chain does.
pub fn show_month(when: &str) -> String {
    format!("Show {when} in the worlds")
}
