//! Words of the hour.

words! {
    NEXT = "Next step";
    BACK = "Step before";
    STEPS = "All steps";
    ASK = "To ask the room";
    NOTES = "Notes for the trainer";
    NOTES_SHOW = "Show the notes below";
    NOTES_HIDE = "Hide the notes";
    NOTES_WINDOW = "Open the notes in a window of their own";
    NOTES_TITLE = "Notes";
    NEXT_IS = "Then:";
    PROJECTOR = "Make everything large for the room";
    PROJECTOR_OFF = "Back to the look before";
    TRY = "Stop here and try it";
    TRY_HINT = "Opens Explore with all its controls. “Workshop” above leads back to this step.";
    OF_LESSON = "Back to the lesson’s own question";
    CLOCK_HIDE = "Hide the clock";
    CLOCK_SHOW = "Show the clock";
    HIDDEN = "The other world stays covered until its step: do not show Explore yet.";
    RUNNING = "The re-runs are being lived; figures settle as they arrive.";
    GUESSES = "What the room expects";
    GUESS_TITLE = "What do you expect?";
    GUESS_OPEN = "Guess on this device";
    GUESS_HINT = "Say what you expect before you are shown it: a number for each moment. Nobody is marked.";
    GUESS_WHAT = "What";
    GUESS_WORLD = "In which world";
    GUESS_NAME = "Your name, if you like";
    GUESS_ADD = "Add it to this room";
    GUESS_CODE = "Your code, to tell the trainer:";
    GUESS_ERASE = "Take this line back";
    COLLECT = "A guess or a team’s course from another device: its code or link";
    COLLECT_TAKE = "Take it in";
    CLEAR = "Forget all guesses";
    UNKEPT = "This device refuses to keep the guesses: they are lost when the page is closed.";
    TO_HOUR = "To the hour";
    TO_TEAMS = "To rounds and teams";
    CAPTION_GUESSES = "The room’s guesses by year: lowest, middle, highest";
    YEAR = "Year";
    LOWEST = "Lowest";
    MIDDLE = "Middle";
    HIGHEST = "Highest";
}

/// "Step 3 of 10 · 6 minutes".
pub fn progress(step: usize, steps: usize, minutes: u32) -> String {
    format!("Step {} of {steps} · {minutes} {}", step + 1, if minutes == 1 { "minute" } else { "minutes" })
}

/// "2:05 of 6:00".
pub fn clock(elapsed: u32, minutes: u32) -> String {
    format!("{}:{:02} of {minutes}:00", elapsed / 60, elapsed % 60)
}

/// A moment of a guess, with its unit.
pub fn moment(year: &str, unit: &str) -> String {
    format!("Year {year} ({unit})")
}
