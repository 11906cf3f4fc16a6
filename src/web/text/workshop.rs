//! Words of the hour.

use crate::charts::words::years_words;
use crate::indicators::introduced::Circumstance;

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
    PROJECTOR_OFF = "Normal size";
    TRY = "Pause and try it in Explore";
    STILL_HIDDEN = "Careful: Explore shows both worlds and gives the answer away.";
    TOOLS = "For the trainer";
    TO_TEAMS = "Rounds and teams";
    OF_LESSON = "Use the scenario of the hour";
    CHANGED = "The room has changed the plan since this hour began.";
    NO_END = "In the scenario on the page the money runs to the last year, so “When the funding ends” has nothing to show.";
    PEOPLE = "Three of its people";
    PEOPLE_AGAIN = "The three we met at the beginning";
    NOT_HERE = "Not there in this run: with these assumptions the years before the two worlds part went another way.";
    OTHER_PEOPLE = "Not there in this run: it is about another place or other invented people.";
    MEET_OTHERS = "Meet three people of this run";
    PEOPLE_WAIT = "The people appear with the first run.";
    ENDING = "What is left";
    DELIVERED = "What is still running";
    BAND_KEY = "Shaded: where 9 in 10 runs fell. Line: their average.";
    OUTCOME = "What happened, and what we drew";
    GUESSED_ABOUT = "Measure";
    IN_WORLD = "Draw for";
    DRAW = "Your lines";
    DRAW_HINT = "Press on the chart where you think the line will be, and move along. Or type the numbers below it: both are the same line.";
    DRAW_WAIT = "Working out where the line begins: the first run takes some seconds.";
    ERASE = "Rub out this line";
    NAME = "A name, if you like";
    NAME_HINT = "It tells guesses apart. A first name or a word is enough.";
    LOCK = "Done, show my code";
    UNLOCK = "Change my line";
    CODE = "Your code";
    CODE_HINT = "Read it out, or let the trainer take a picture of the square. Nothing is sent by itself.";
    CODE_PICTURE = "The same as a code to scan";
    SAVE_FILE = "Save as a file";
    ADD = "Add this line to the room’s";
    GUESS_TITLE = "Draw your line first";
    GUESS_INTRO = "The same people, the same luck, the same money, in two worlds. What do you expect? Draw before it is shown.";
    THEIR_DEVICES = "Let people draw on their own devices";
    THEIR_DEVICES_HINT = "They open this address, draw, and get a short code. It is typed in here, or read from a picture or a file.";
    ADDRESS = "The address";
    SCAN_ADDRESS = "The address of the drawing page as a code to scan";
    COLLECT = "Collect guesses";
    COLLECT_FIELD = "A code, with a name after it if there is one";
    COLLECT_HINT = "Codes have 8 or 14 letters and digits. You can also choose or drop files and pictures of codes, or take a photo.";
    TAKE_IN = "Add this guess";
    UNKEPT = "This browser does not let the page keep the guesses: they are here until you close it. Save them as a file.";
    ROOM = "The room’s guesses";
    NO_GUESSES = "Nobody has handed a guess in yet.";
    CLEAR = "Clear the list";
    ROOM_FILE = "Save the list";
    ROOM_TABLE = "Guesses as a table";
    GUESSES_KEY = "Thin lines are single guesses, the dashed line is the room’s middle one. Shaded: where 9 in 10 runs fell. Line: their average.";
    RUN_WAITS = "Waiting for the first run.";
    LOWEST = "Lowest guess";
    MIDDLE = "Middle guess";
    HIGHEST = "Highest guess";
    HAPPENED = "Average of the runs";
    FROM = "9 in 10 runs from";
    TO = "9 in 10 runs to";
    SUMMARY = "What this room takes home";
    SUMMARY_CAME = "What came out";
    SUMMARY_GUESSED = "What the room guessed";
    SUMMARY_DECIDED = "What the room looked at";
    SUMMARY_TALK = "To talk about at home";
    SUMMARY_LINK = "The room’s scenario and result";
    SUMMARY_SCAN = "The room’s scenario and result as a code to scan";
    SUMMARY_NO_GUESSES = "No guesses were collected.";
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

/// "Money ends: year 6".
pub fn money_ends(year: u32) -> String {
    format!("Money ends: year {year}")
}

/// What somebody is introduced for.
pub fn introduced_for(circumstance: Circumstance, years: u32) -> String {
    match circumstance {
        Circumstance::Carer => "Cares for somebody.".to_owned(),
        Circumstance::Supported => "Needs support.".to_owned(),
        Circumstance::Newcomer => {
            format!("Moved here in the last {}.", years_words(years as usize))
        }
    }
}

/// By which rule the three were chosen.
pub fn people_rule(years: u32) -> String {
    format!(
        "How they were chosen: by what they face at the start, not by what becomes of them. One who cares for somebody, one who needs support, \
         one who moved here in the last {}, each drawn by lot. Left out of the draw: anybody of 75 or more who still works, studies or looks for work. Ages, homes and friends are those of the day on which the two worlds part. \
         They stay the same all hour.",
        years_words(years as usize)
    )
}
