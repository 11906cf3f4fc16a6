//! Words of the hour.

words! {
    STEPS = "Steps";
    NEXT = "Next";
    BACK = "Back";
    LAST_STEP = "This is the last step";
    ASK = "To talk about";
    NOTES = "Notes for the trainer";
    NOTES_WINDOW = "Open the notes in a window";
    NOTES_BELOW = "Show the notes here";
    NOTES_HIDE = "Hide the notes";
    NOTES_BLOCKED = "The browser did not open a second window. The notes are below; you can print them too.";
    NOTES_LOST = "Keys work in this window as well: Page Down goes on, Page Up goes back.";
    COMES_NEXT = "Comes next";
    CLOCK = "Time for this step";
    CLOCK_SHOW = "Show the clock";
    CLOCK_HIDE = "Hide the clock";
    PROJECTOR = "Large, for the projector";
    PROJECTOR_OFF = "Back to the look before";
    TRY = "Stop here and try it";
    STILL_HIDDEN = "Explore shows both worlds: until its step the second one is still covered here.";
    TOOLS = "For the trainer";
    TO_TEAMS = "Rounds and teams";
    OF_LESSON = "Back to the scenario of the lesson";
    CHANGED = "The room has changed the plan since this lesson began.";
    PEOPLE = "Three of its people";
    PEOPLE_AGAIN = "The three we met at the beginning";
    PEOPLE_WAIT = "The people are coming: the first re-run is being lived.";
    ENDING = "What is left";
    OUTCOME = "What happened, and what we drew";
    GUESSED_ABOUT = "Drawn about";
    IN_WORLD = "Draw for";
    DRAW = "Your lines";
    DRAW_HINT = "Press on the chart where you think the line will be, and move along. Or type the numbers below it: both are the same line.";
    DRAW_WAIT = "The starting value is being worked out: the first re-run takes some seconds.";
    ERASE = "Rub out this line";
    NAME = "A name, if you like";
    NAME_HINT = "It tells guesses apart. A first name or a word is enough.";
    LOCK = "I have drawn";
    UNLOCK = "Change it after all";
    CODE = "Your code";
    CODE_HINT = "Read it out, or let the trainer take a picture of the square. Nothing is sent by itself.";
    CODE_PICTURE = "The same as a code to scan";
    SAVE_FILE = "Save as a file";
    ADD = "Take this one in";
    GUESS_TITLE = "Draw your line first";
    GUESS_INTRO = "The same people, the same luck, the same money, in two worlds. What do you expect? Draw before it is shown.";
    THEIR_DEVICES = "Let people draw on their own devices";
    THEIR_DEVICES_HINT = "They open this address, draw, and get a short code. It is typed in here, or read from a picture or a file.";
    ADDRESS = "The address";
    SCAN_ADDRESS = "The address of the drawing page as a code to scan";
    COLLECT = "Take guesses in";
    COLLECT_FIELD = "A code, with a name after it if there is one";
    COLLECT_HINT = "Codes have 8 or 14 letters and digits. You can also choose or drop files and pictures of codes, or take a photo.";
    TAKE_IN = "Take it in";
    UNKEPT = "This browser does not let the page keep the guesses: they are here until you close it. Save them as a file.";
    ROOM = "The room’s guesses";
    NO_GUESSES = "Nobody has handed a guess in yet.";
    CLEAR = "Clear the list";
    ROOM_FILE = "Save the list";
    ROOM_TABLE = "Guesses as a table";
    GUESSES_KEY = "Thin lines are single guesses, the dashed line is the room’s middle one. The shaded band holds nine in ten re-runs; its line is their mean.";
    RUN_WAITS = "The first re-run is being lived now.";
    LOWEST = "Lowest guess";
    MIDDLE = "Middle guess";
    HIGHEST = "Highest guess";
    HAPPENED = "Mean of the run";
    FROM = "9 in 10 re-runs from";
    TO = "9 in 10 re-runs to";
    SUMMARY = "What this room takes home";
    SUMMARY_CAME = "What came out";
    SUMMARY_GUESSED = "What the room guessed";
    SUMMARY_DECIDED = "What the room looked at";
    SUMMARY_TALK = "To talk about at home";
    SUMMARY_LINK = "The room’s scenario and result";
    SUMMARY_SCAN = "The room’s scenario and result as a code to scan";
    SUMMARY_NO_GUESSES = "No guesses were taken in.";
    PRINT = "Print";
    NO_LESSON = "The lesson could not be read.";
}

/// "Step 3 of 10 · 6 min".
pub fn progress(step: usize, steps: usize, minutes: u32) -> String {
    format!("Step {} of {steps} · {minutes} min", step + 1)
}

/// "Back to step 3".
pub fn back_to(step: usize) -> String {
    format!("Back to step {}", step + 1)
}

/// "2:05 of 3 min".
pub fn clock(seconds: u32, minutes: u32) -> String {
    format!("{}:{:02} of {minutes} min", seconds / 60, seconds % 60)
}

/// "3. The pilots · 3 min".
pub fn step_name(step: usize, title: &str, minutes: u32) -> String {
    format!("{}. {title} · {minutes} min", step + 1)
}

/// "Guesses in the room: 12".
pub fn guesses(count: usize) -> String {
    format!("Guesses in the room: {count}")
}

/// "Year 2".
pub fn year(words: &str) -> String {
    format!("Year {words}")
}

/// The words of an empty drawing, or of one with lines.
pub fn pad(indicator: &str, start: &str, drawn: &str) -> String {
    format!("A chart to draw on: {indicator}, which begins at {start}. {drawn}")
}

/// "What became of person 2".
pub fn follow(position: usize) -> String {
    format!("What became of person {}", position + 1)
}
