//! The hour in a room: which step, what is shown, what people guess.
//!
//! Pure like the rest of the session: what it wants done it asks for by [`Order`]s.

pub mod address;
pub mod ahead;
pub mod draft;
pub mod guess;
pub mod lesson;
pub mod letters;
pub mod notes;
pub mod own;
pub mod people;
pub mod room;
pub mod room_kept;
pub mod runs;
pub mod words;

#[cfg(test)]
mod tests;

use super::choices::Choices;
use super::collect::{self, Came};
use super::link::View;
use super::message::Effect;
use super::state::{Route, State, Theme};
use super::update::set_hash;
use crate::scenario::Scenario;
use address::{Address, Part};
use draft::Draft;
use lesson::{Lesson, Show, Side, Step, When};
use room::Room;
pub use room_kept::kept;
use std::rc::Rc;

/// Everything that the page knows of the hour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workshop {
    /// The lesson, once the workshop was opened.
    pub lesson: Option<Rc<Lesson>>,
    /// The page of the workshop.
    pub part: Part,
    /// What stands after the page's name in the address.
    pub rest: String,
    /// The step, counted from 0.
    pub step: usize,
    /// Seconds spent on the step.
    pub elapsed: u32,
    /// Whether the clock is hidden.
    pub clock_hidden: bool,
    /// Whether the notes are shown below the step.
    pub notes_below: bool,
    /// Whether the browser refused a second window.
    pub notes_blocked: bool,
    /// Whether a second window has the notes.
    pub notes_apart: bool,
    /// The three people whom the room has met, once they could be introduced.
    pub people: Option<people::People>,
    /// The scenario of the lesson, kept while the room tries others.
    pub of_lesson: Option<Rc<Scenario>>,
    /// Whether the room tries something on Explore and will come back.
    pub trying: bool,
    /// The look before the projector's.
    pub look_before: Option<Theme>,
    /// What one person draws on this device.
    pub draft: Draft,
    /// What the room expects.
    pub room: Room,
    /// What came last, in sentences: what was taken in, then what was wrong.
    pub came: Vec<String>,
    /// Whether this device refuses to keep the guesses.
    pub unkept: bool,
    /// What of the guesses this device keeps, as far as this tab knows.
    room_known: room_kept::Known,
    /// Whether what this device kept was asked for.
    pub recalled: bool,
    /// What is worked out for later steps while the room talks.
    pub ahead: ahead::Ahead,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// To the step after, before, or with this number.
    Next,
    /// One step back.
    Back,
    /// To a step, counted from 0; beyond the last is the last.
    To(usize),
    /// To a page of the workshop.
    Open(Part),
    /// A second has passed.
    Second,
    /// Show the clock, or not.
    Clock(bool),
    /// Leave the step for the controls of Explore.
    Try,
    /// Back to the step.
    Return,
    /// Back to the scenario of the lesson.
    OfLesson,
    /// Meet three people of the run on screen in place of those met before.
    MeetOthers,
    /// The projector's look, or the one before it.
    Projector(bool),
    /// Open the trainer's window.
    NotesApart,
    /// Whether that window could be opened.
    NotesOpened(bool),
    /// Show the notes below the step, or not.
    NotesBelow(bool),
    /// The other window said something.
    Heard(String),
    /// Something was typed, scanned, opened or dropped.
    Collected(String),
    /// A picture of a code was chosen: width, height and one byte of lightness a pixel.
    Picture(usize, usize, Rc<Vec<u8>>),
    /// What the picture held, or why nothing was found.
    PictureRead(Result<String, String>),
    /// A file or picture could not be read at all.
    Unread(String),
    /// What this device kept: the room's guesses as versions before this one kept them, and the drawing.
    Recalled(Option<String>, Option<String>),
    /// Forget the room's guesses.
    ClearRoom,
    /// Something about the drawing on this device.
    Draft(draft::Said),
}

/// What the page is to do for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Read what this device kept and say [`Said::Recalled`].
    Recall,
    /// Forget the guesses that a version before this one kept: they are kept with all other work now.
    ForgetOldRoom,
    /// Keep the drawing on this device.
    KeepDraft(String),
    /// Open the trainer's window.
    OpenNotes,
    /// Tell the other window.
    Tell(String),
    /// Have a worker read the code in a picture.
    ReadPicture(usize, usize, Rc<Vec<u8>>),
}

impl Workshop {
    /// Where the address of the page leads.
    pub fn address(&self) -> Address {
        let step = self
            .step()
            .filter(|_| self.step > 0 && self.part == Part::Hour)
            .map(|step| step.id.clone());
        Address {
            part: self.part,
            rest: self.rest.clone(),
            step,
            ..Address::default()
        }
    }

    /// The step.
    pub fn step(&self) -> Option<&Step> {
        self.lesson.as_ref()?.steps.get(self.step)
    }

    /// The question whose result is looked at: the one chosen, or the one that most was drawn about.
    pub fn looked_at(&self) -> usize {
        let drawn = |k: usize| self.room.count(k, 0) + self.room.count(k, 1);
        let own = usize::from(self.draft.guess.question);
        let most = (0..guess::QUESTIONS.len())
            .max_by_key(|k| (drawn(*k), *k == own))
            .unwrap_or(own);
        self.draft.look.unwrap_or(most)
    }

    /// How many steps there are.
    pub fn steps(&self) -> usize {
        self.lesson.as_ref().map_or(0, |lesson| lesson.steps.len())
    }

    /// Whether a side's result is kept from the screen.
    pub fn hides(&self, side: Side) -> bool {
        self.step().is_some_and(|step| step.hides(side))
    }
}

/// The address that opens a page of the workshop with the scenario on the controls, from `#` on.
pub fn link_to(state: &State, choices: &Choices, part: Part) -> String {
    link(
        state,
        choices,
        &View {
            route: Route::Workshop,
            workshop: Address {
                part,
                ..Address::default()
            },
            ..View::default()
        },
        None,
    )
}

/// The address of the room's scenario and result on Explore.
pub fn link_to_result(state: &State, choices: &Choices) -> String {
    let fingerprint = state
        .run
        .fingerprint
        .as_deref()
        .filter(|_| *state.run.scenario == *state.scenario);
    link(state, choices, &View::default(), fingerprint)
}

fn link(state: &State, choices: &Choices, view: &View, fingerprint: Option<&str>) -> String {
    super::link::write_beside(choices, view, state.base, &state.scenario, fingerprint)
}

/// The link that brings a guess to whoever opens it on the trainer's device, from `#` on.
pub fn link_of_guess(guess: &guess::Guess) -> String {
    let link = super::link::and("#/workshop", "guess", &guess.code());
    if guess.nick.is_empty() {
        link
    } else {
        super::link::and(&link, "nick", &super::link::escape(&guess.nick))
    }
}

/// Goes where an address leads. What a link brings is taken in afterwards, by [`arrive`].
pub fn open(state: &mut State, address: &Address, choices: &Choices) -> Vec<String> {
    if state.route != Route::Workshop {
        return Vec::new();
    }
    enter(state);
    state.workshop.part = address.part;
    own::opened(state, address, choices);
    let workshop = &mut state.workshop;
    (workshop.part, workshop.rest) = (address.part, address.rest.clone());
    let wanted = address.step.as_deref().unwrap_or_default();
    let found = workshop
        .lesson
        .as_ref()
        .and_then(|lesson| lesson.position(wanted));
    if workshop.part == Part::Hour {
        go(state, found.unwrap_or(0));
    }
    let unknown = !wanted.is_empty() && found.is_none();
    if unknown {
        vec![format!(
            "The lesson has no step “{}”; this is its first.",
            super::link::shorten(wanted)
        )]
    } else {
        Vec::new()
    }
}

/// The workshop is about to be seen.
pub fn enter(state: &mut State) {
    let workshop = &mut state.workshop;
    if workshop.lesson.is_none() {
        workshop.lesson = lesson::bundled().map(Rc::new);
        // Nothing moves by itself in front of a room.
        state.timeline.autoplay = false;
    }
    state.workshop.trying = false;
}

/// What the first sight of the workshop and a link that brings something ask for.
pub fn arrive(state: &mut State, address: &Address, choices: &Choices) -> Vec<Effect> {
    if state.route != Route::Workshop {
        return Vec::new();
    }
    let mut effects = Vec::new();
    if !std::mem::replace(&mut state.workshop.recalled, true) {
        effects.push(Effect::Workshop(Order::Recall));
    }
    if let Some(code) = &address.guess {
        let line = format!("{code} {}", address.nick.as_deref().unwrap_or_default());
        effects.extend(collected(state, &line, choices));
    }
    if address.part == Part::Teams && !address.rest.is_empty() {
        effects.extend(super::teams::invited(state, &address.rest));
    }
    if let Some(team) = &address.team {
        let link = format!("#/workshop{}?team={team}", address.path());
        effects.extend(collected(state, &link, choices));
    }
    effects
}

/// Whether the page in sight needs every re-run, only the first one, or none.
pub fn needs(state: &State) -> Option<bool> {
    match (state.route, state.workshop.part) {
        (Route::Workshop, Part::Notes) => None,
        (Route::Workshop, Part::Guess | Part::Teams) => Some(false),
        _ => Some(true),
    }
}

/// Takes in what happened.
pub fn update(state: &mut State, said: Said, choices: &Choices) -> Vec<Effect> {
    match said {
        Said::Next => return to(state, state.workshop.step + 1, choices),
        Said::Back => return to(state, state.workshop.step.saturating_sub(1), choices),
        Said::To(step) => return to(state, step, choices),
        Said::Open(part) => {
            state.route = Route::Workshop;
            (state.workshop.part, state.workshop.rest) = (part, String::new());
            let mut effects = own::come(state, choices);
            effects.extend(super::update::needed(state));
            effects.extend([set_hash(state, choices, true), Effect::FocusHeading]);
            return effects;
        }
        Said::Second => {
            state.workshop.elapsed += 1;
            return told(state);
        }
        Said::Clock(shown) => state.workshop.clock_hidden = !shown,
        Said::Try => {
            state
                .workshop
                .of_lesson
                .get_or_insert_with(|| Rc::clone(&state.scenario));
            state.workshop.trying = true;
            state.route = Route::Explore;
            return vec![set_hash(state, choices, true), Effect::FocusHeading];
        }
        Said::Return => {
            state.route = Route::Workshop;
            enter(state);
            go(state, state.workshop.step);
            return vec![set_hash(state, choices, true), Effect::FocusHeading];
        }
        Said::MeetOthers => state.workshop.people = None,
        Said::OfLesson => return own::again(state, choices),
        Said::Projector(on) => return projector(state, on),
        Said::NotesApart => return vec![Effect::Workshop(Order::OpenNotes)],
        Said::NotesOpened(opened) => {
            let workshop = &mut state.workshop;
            (workshop.notes_apart, workshop.notes_blocked) = (opened, !opened);
            workshop.notes_below |= !opened;
        }
        Said::NotesBelow(shown) => state.workshop.notes_below = shown,
        Said::Heard(text) => return notes::heard(state, &text, choices),
        Said::Collected(text) | Said::PictureRead(Ok(text)) => {
            return collected(state, &text, choices);
        }
        Said::Picture(width, height, luma) => {
            return vec![Effect::Workshop(Order::ReadPicture(width, height, luma))];
        }
        Said::PictureRead(Err(words)) | Said::Unread(words) => tell(state, Vec::new(), vec![words]),
        Said::Recalled(room, draft) => {
            if let Some(text) = draft {
                state.workshop.draft.recall(&text);
            }
            return room.map_or_else(Vec::new, |text| room_kept::recalled(state, &text));
        }
        Said::ClearRoom => {
            state.workshop.room = Room::default();
            state.workshop.came = vec!["The list of guesses is empty.".to_owned()];
            return vec![room_kept::keep(state)];
        }
        Said::Draft(said) => return draft::update(state, said),
    }
    Vec::new()
}

/// Shows a step; the address and the other window follow.
fn to(state: &mut State, step: usize, choices: &Choices) -> Vec<Effect> {
    let before = state.workshop.step;
    go(state, step);
    if state.workshop.step == before {
        return Vec::new();
    }
    let mut effects = told(state);
    if state.workshop.part == Part::Hour {
        effects.extend([set_hash(state, choices, true), Effect::FocusHeading]);
    }
    effects
}

/// Goes to a step: its clock begins anew, and the timeline stands where the step wants it.
pub(super) fn go(state: &mut State, step: usize) {
    let step = step.min(state.workshop.steps().saturating_sub(1));
    if step != state.workshop.step {
        state.workshop.elapsed = 0;
    }
    state.workshop.step = step;
    let end = state.scenario.months();
    let funded = (state.scenario.money.last_year * 12).min(end);
    state.timeline.playing = false;
    state.timeline.month = match state.workshop.step().map(|step| step.when) {
        Some(When::Start) => 0,
        Some(When::FundingEnd) => funded,
        Some(When::End) | None => end,
    };
}

/// Tells the other window where this one is.
fn told(state: &State) -> Vec<Effect> {
    let workshop = &state.workshop;
    let other = workshop.notes_apart || workshop.part == Part::Notes;
    if other {
        vec![Effect::Workshop(Order::Tell(notes::at(
            workshop.step,
            workshop.elapsed,
        )))]
    } else {
        Vec::new()
    }
}

fn projector(state: &mut State, on: bool) -> Vec<Effect> {
    let theme = if on {
        if state.theme != Theme::Projector {
            state.workshop.look_before = Some(state.theme);
        }
        Theme::Projector
    } else {
        state.workshop.look_before.take().unwrap_or_default()
    };
    state.theme = theme;
    vec![Effect::SetTheme(theme)]
}

/// Takes in whatever was typed, scanned, opened or dropped.
fn collected(state: &mut State, text: &str, choices: &Choices) -> Vec<Effect> {
    let found = collect::read(text);
    let (mut effects, mut taken, mut wrong) = (Vec::new(), 0, found.wrong);
    for came in found.came {
        match came {
            Came::Guess(guess) => match state.workshop.room.add(guess) {
                Ok(()) => taken += 1,
                Err(words) => wrong.push(words),
            },
            Came::Team(text) => {
                state.teams.refused = None;
                effects.extend(super::teams::came(state, &text, choices));
                if !shows_teams(state) {
                    wrong.extend(state.teams.refused.take());
                }
            }
        }
    }
    let mut words = Vec::new();
    if taken > 0 {
        let all = state.workshop.room.guesses.len();
        words.push(format!(
            "Taken in: {taken}. The room has {all} {}.",
            if all == 1 { "guess" } else { "guesses" }
        ));
        effects.push(room_kept::keep(state));
    }
    tell(state, words, wrong);
    effects
}

/// Whether rounds and teams are what the person sees: their own page, or a step that shows them.
pub fn shows_teams(state: &State) -> bool {
    let workshop = &state.workshop;
    let step = || {
        workshop.part == Part::Hour
            && workshop
                .step()
                .is_some_and(|step| step.shows.contains(&Show::Teams))
    };
    state.route == Route::Workshop && (workshop.part == Part::Teams || step())
}

/// Says what came and what was wrong, where the person looks: rounds and teams have their own place for it.
fn tell(state: &mut State, came: Vec<String>, wrong: Vec<String>) {
    if !shows_teams(state) {
        state.workshop.came = [came, wrong].concat();
        return;
    }
    for words in came {
        super::notices::confirm(state, words);
    }
    if !wrong.is_empty() {
        state.teams.refused = Some(wrong.join(" "));
    }
}
