//! Words of teams. What the results say is in `session::teams::table`.

use crate::charts::number::plain;
use crate::session::teams::code::number_words;
use crate::session::teams::game::Game;

words! {
    TITLE = "Rounds and teams";
    INTRO = "Each team spends the same money in its own way. A round is two years: choose, live them, look, choose again. Then compare what was chosen with what came of it.";
    BEGIN = "Begin a game";
    BEGIN_HINT = "About the question on this page. Change the place, the money or the years first if you want other ones.";
    PUT_AWAY = "Put this game away";
    BRING_BACK = "Bring back the game that was put away";
    SAME_MONEY = "Same money for every team, to the penny";
    GUEST = "You play one team of this game. Nothing is sent: you hand your course in at the end.";
    TO_ROOM = "To the room's game";
    TO_GUEST = "To the game that I joined";
    INVITE = "Let teams use their own phone or laptop";
    INVITE_HINT = "They open this link or scan the code. It holds the question, the game's number and its card. They choose on their own device and hand their course in; nothing is sent.";
    LINK = "Link to the game";
    COPY = "Copy";
    SHOW_CODE = "Show the code to scan";
    HIDE_CODE = "Hide the code";
    CODE_OF_GAME = "QR code: the link to this game";
    CODE_OF_COURSE = "QR code: the course of this team, to be handed in";
    TOO_LONG = "This is too long for a code that a phone reads easily. Copy the link, or use a file.";
    HERE_ONLY = "No code here: this address works on this computer only, so a phone cannot open it. Open the page from an address that phones reach (a web server, or this computer’s address in the room’s network), give everybody the page as a file, or collect answers on paper and type them in.";
    CARD = "The card in the middle";
    CARD_TRAINER = "For the trainer: the card";
    CARD_HINT = "One card hits every team alike, in the same month. The teams do not know which, nor when.";
    CARD_LIST = "Card and moment";
    CARD_NONE = "No card";
    CARD_DRAW = "Draw from the game's number";
    NOT_TURNED = "A card lies face down.";
    CHOSEN = "Chosen so far";
    TEAM_NAME = "Name of the team";
    BEGINS_WITH = "Begins with";
    CHANGE_ONE = "First change";
    CHANGE_TWO = "Second change";
    STAY = "Stay the course";
    ADD = "One more team";
    REMOVE = "Remove";
    CAME = "handed in from its own device";
    LIVE_ALL = "Live all years to the end";
    BACK = "Take the last round back";
    AGAIN = "Live these years again";
    AGAIN_HINT = "The choices are kept. The years have to be lived again on this device.";
    STALE = "Something changed since these years were lived.";
    STOP = "Stop";
    RERUNS = "Runs";
    RERUNS_UNIT = "runs";
    OVER = "All years are lived.";
    RESULTS = "What was chosen, and what came of it";
    NO_WINNER = "Nobody wins here. Ask: what carried it? What would you have needed to know earlier? Who in this place would choose otherwise?";
    ONLY_LUCK = "An interval shows luck from run to run, not all that is not known.";
    OUTCOME = "Outcome of the chart";
    ORDER = "Order of the rows";
    AS_ENTERED = "As entered";
    TEAM = "Team";
    CHOSEN_COLUMN = "What was chosen";
    REFERENCE = "The same money, spent on more of today's services.";
    AGAINST = "Against business as usual, the same people and luck in both. A filled dot: a difference that matters. A hollow one: none that is clear, or too little to matter.";
    TABLE = "Table of the teams";
    FILE = "Teams of a game";
    PRINT = "Print";
    COLLECT = "Take a team's course in";
    COLLECT_HINT = "Paste its link or code here, choose or drop its file or a picture of its code, or take a photo.";
    COLLECT_FIELD = "Link or code of a team";
    TAKE_IN = "Take in";
    NOT_TAKEN = "It was not taken in.";
    CLOSE = "Close";
    HAND_IN = "Hand your course in";
    HAND_IN_HINT = "Show this code to the trainer, send the link, or carry the file. Choices of rounds that are not lived here yet are in it too.";
    COURSE_LINK = "Link to hand in";
    SAVE_FILE = "Save as a file";
    FAILED = "This could not be run.";
    KIT = "The kit";
    KIT_HINT = "To read before, to print for the room. The model is not in it: look at what your own run says.";
}

/// The documents of the kit: address, name, what it is for.
pub const KIT_DOCUMENTS: [(&str, &str, &str); 6] = [
    (
        "reading/docs/guide/trainers/script.html",
        "Facilitator's script",
        "45, 60 or 120 minutes, step by step.",
    ),
    (
        "reading/docs/guide/trainers/learner-sheet.html",
        "Learner's sheet",
        "One page for everybody in the room.",
    ),
    (
        "reading/docs/guide/trainers/cards.html",
        "Briefing cards",
        "Roles and events, to print and cut.",
    ),
    (
        "reading/docs/guide/trainers/debrief.html",
        "Debrief questions",
        "As long as the play.",
    ),
    (
        "reading/docs/guide/trainers/questionnaire.html",
        "Before and after",
        "Six questions, and how to read them.",
    ),
    (
        "reading/docs/guide/trainers/online.html",
        "The online room",
        "When people are not in one place.",
    ),
];

/// Which game, about what.
pub fn about(game: &Game, place: &str) -> String {
    format!(
        "Game {}. {place}, £{} a head a year, {} years in {} rounds.",
        number_words(game.number),
        plain(game.base.money.pounds_per_head_year, 0),
        game.base.years,
        game.rounds()
    )
}

/// The years of a round, counted from 0.
pub fn years(game: &Game, round: u32) -> String {
    let (from, to) = (game.years(round) + 1, game.years(round + 1));
    if from == to {
        format!("year {from}")
    } else {
        format!("years {from} and {to}")
    }
}

/// The heading of a round.
pub fn round(game: &Game, round: u32) -> String {
    format!(
        "Round {} of {}: {}",
        round + 1,
        game.rounds(),
        years(game, round)
    )
}

/// The button that lives a round.
pub fn live(game: &Game, round: u32) -> String {
    format!("Live {}", years(game, round))
}

/// A round that was chosen.
pub fn chosen(round: usize, words: &str) -> String {
    format!("Round {}: {words}", round + 1)
}

/// The name of a button or field for one team.
pub fn of_team(what: &str, team: &str) -> String {
    format!("{what}: {team}")
}

/// A card in the trainer's list.
pub fn card(name: &str, after: u32) -> String {
    format!("{name}, after round {after}")
}

/// The years that results are about.
pub fn after_years(years: u32, replicates: u32) -> String {
    format!("After {years} years, mean of {replicates} runs.")
}

/// An outcome to order by.
pub fn by(name: &str) -> String {
    format!("By “{name}”, what is better first")
}

/// What opens another game that this device keeps.
pub fn open_instead(game: &Game) -> String {
    format!(
        "Open game {} instead: this device keeps it too",
        number_words(game.number)
    )
}
