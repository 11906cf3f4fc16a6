//! The hour in a room: which step, what is shown, what people guess.
//!
//! Pure like the rest of the session: what it wants done it asks for by actions.

pub mod address;
pub mod ahead;
pub mod draft;
pub mod guess;
pub mod lesson;
pub mod letters;
pub mod notes;
pub mod order;
pub mod own;
pub mod people;
pub mod room;
pub mod room_kept;
mod room_known;
pub mod runs;
mod state;
pub mod words;

#[cfg(test)]
mod tests;

pub use order::Order;
pub use state::Workshop;

use super::action::Action;
use super::choices::Choices;
use super::context::Context;
use super::effect::Effect;
use super::explore::shift::Shift;
use super::link::View;
use super::question::Question;
use super::route::Route;
use super::theme::Theme;
use address::{Address, Part};
use room::Room;
use std::rc::Rc;

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

/// The address that opens a page of the workshop with the scenario on the controls, from `#` on.
pub fn link_to(question: &Question, choices: &Choices, part: Part) -> String {
    let workshop = Address {
        part,
        ..Address::default()
    };
    let view = View {
        route: Route::Workshop,
        workshop,
        ..View::default()
    };
    link(question, choices, &view, None)
}

/// The address of the room's scenario and result on Explore.
pub fn link_to_result(question: &Question, choices: &Choices) -> String {
    link(question, choices, &View::default(), question.fingerprint())
}

fn link(question: &Question, choices: &Choices, view: &View, fingerprint: Option<&str>) -> String {
    let (base, scenario) = (question.base, &question.scenario);
    super::link::write_beside(choices, view, base, scenario, fingerprint)
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

/// Goes where an address leads: the lesson's scenario, where it is to stand in for the one on the controls, what is to be done,
/// and what cannot be followed. What a link brings is taken in afterwards, by [`arrive`].
pub fn open(
    workshop: &mut Workshop,
    address: &Address,
    around: &Context<'_>,
) -> (Option<own::Lesson>, Vec<Action>, Option<String>) {
    let mut actions = come_in(workshop);
    workshop.part = address.part;
    workshop.rest.clone_from(&address.rest);
    let own = own::opened(workshop, around);
    let wanted = address.step.as_deref().unwrap_or_default();
    let lesson = workshop.lesson.as_ref();
    let found = lesson.and_then(|lesson| lesson.position(wanted));
    if workshop.part == Part::Hour {
        let scenario = own.as_ref().map_or(around.scenario(), |(_, own)| &**own);
        actions.push(workshop.go(found.unwrap_or(0), scenario));
    }
    let unknown = (!wanted.is_empty() && found.is_none()).then(|| {
        format!(
            "The lesson has no step “{}”; this is its first.",
            super::link::shorten(wanted)
        )
    });
    (own, actions, unknown)
}

/// The workshop is about to be seen.
fn come_in(workshop: &mut Workshop) -> Vec<Action> {
    if workshop.enter() {
        vec![Action::Shift(Shift::Still)]
    } else {
        Vec::new()
    }
}

/// After the page has changed to the workshop: it is entered, with the lesson's scenario where nothing was changed, and whoever
/// comes is told.
pub fn come(workshop: &mut Workshop, around: &Context<'_>) -> Vec<Action> {
    let mut actions = come_in(workshop);
    actions.extend(own::come(workshop, around));
    actions
}

/// What the first sight of the workshop and a link that brings something ask for.
pub fn arrive(workshop: &mut Workshop, address: &Address) -> Vec<Action> {
    let mut actions = Vec::new();
    if !std::mem::replace(&mut workshop.recalled, true) {
        actions.push(order(Order::Recall));
    }
    if let Some(code) = &address.guess {
        let nick = address.nick.as_deref().unwrap_or_default();
        actions.push(Action::Collect(format!("{code} {nick}")));
    }
    if address.part == Part::Teams && !address.rest.is_empty() {
        actions.push(Action::Invited(address.rest.clone()));
    }
    if let Some(team) = &address.team {
        let link = format!("#/workshop{}?team={team}", address.path());
        actions.push(Action::Collect(link));
    }
    actions
}

fn order(order: Order) -> Action {
    Effect::Workshop(order).into()
}

/// A new page for the person: its address is a step of the history, and the focus goes to its heading.
fn page() -> [Action; 2] {
    [Action::Address { push: true }, Effect::FocusHeading.into()]
}

/// Takes in what happened.
pub fn update(workshop: &mut Workshop, said: Said, around: &Context<'_>) -> Vec<Action> {
    match said {
        Said::Next => return to(workshop, workshop.step + 1, around),
        Said::Back => return to(workshop, workshop.step.saturating_sub(1), around),
        Said::To(step) => return to(workshop, step, around),
        Said::Open(part) => return opened(workshop, part, around),
        Said::Second => {
            workshop.elapsed += 1;
            return told(workshop);
        }
        Said::Clock(shown) => workshop.clock_hidden = !shown,
        Said::Try => {
            workshop
                .of_lesson
                .get_or_insert_with(|| Rc::clone(&around.question.scenario));
            workshop.trying = true;
            let mut actions = vec![Action::Enter(Route::Explore)];
            actions.extend(page());
            return actions;
        }
        Said::Return => {
            let mut actions = vec![Action::Enter(Route::Workshop)];
            actions.extend(come_in(workshop));
            actions.push(workshop.go(workshop.step, around.scenario()));
            actions.extend(page());
            return actions;
        }
        Said::MeetOthers => workshop.people = None,
        Said::OfLesson => return own::again(workshop, around).into_iter().collect(),
        Said::Projector(on) => return vec![projector(workshop, on, around.theme)],
        Said::NotesApart => return vec![order(Order::OpenNotes)],
        Said::NotesOpened(opened) => {
            (workshop.notes_apart, workshop.notes_blocked) = (opened, !opened);
            workshop.notes_below |= !opened;
        }
        Said::NotesBelow(shown) => workshop.notes_below = shown,
        Said::Heard(text) => return heard(workshop, &text, around),
        Said::Collected(text) | Said::PictureRead(Ok(text)) => return vec![Action::Collect(text)],
        Said::Picture(width, height, luma) => {
            return vec![order(Order::ReadPicture(width, height, luma))];
        }
        Said::PictureRead(Err(words)) | Said::Unread(words) => return vec![Action::Refuse(words)],
        Said::Recalled(room, draft) => {
            if let Some(text) = draft {
                workshop.draft.recall(&text);
            }
            return Action::pages(room.map(|text| room_kept::recalled(workshop, &text)));
        }
        Said::ClearRoom => {
            workshop.room = Room::default();
            workshop.came = vec!["The list of guesses is empty.".to_owned()];
            return vec![room_kept::keep(workshop).into()];
        }
        Said::Draft(said) => return drawn(workshop, said),
    }
    Vec::new()
}

/// To a page of the workshop.
fn opened(workshop: &mut Workshop, part: Part, around: &Context<'_>) -> Vec<Action> {
    (workshop.part, workshop.rest) = (part, String::new());
    let mut actions = vec![Action::Enter(Route::Workshop)];
    actions.extend(come(workshop, around));
    actions.push(Action::Need);
    actions.extend(page());
    actions
}

/// Shows a step; the address and the other window follow.
fn to(workshop: &mut Workshop, step: usize, around: &Context<'_>) -> Vec<Action> {
    let before = workshop.step;
    let mut actions = vec![workshop.go(step, around.scenario())];
    if workshop.step != before {
        actions.extend(told(workshop));
        if workshop.part == Part::Hour {
            actions.extend(page());
        }
    }
    actions
}

/// Tells the other window where this one is.
fn told(workshop: &Workshop) -> Vec<Action> {
    let other = workshop.notes_apart || workshop.part == Part::Notes;
    if other {
        let at = notes::at(workshop.step, workshop.elapsed);
        vec![order(Order::Tell(at))]
    } else {
        Vec::new()
    }
}

/// Follows what the other window says.
fn heard(workshop: &mut Workshop, text: &str, around: &Context<'_>) -> Vec<Action> {
    match notes::read(text) {
        None => Vec::new(),
        Some(notes::Heard::Hello) if workshop.part == Part::Notes => Vec::new(),
        Some(notes::Heard::Hello) => {
            workshop.notes_apart = true;
            told(workshop)
        }
        Some(notes::Heard::At(step, elapsed)) => {
            let before = workshop.step;
            let mut actions = vec![workshop.go(step as usize, around.scenario())];
            workshop.elapsed = elapsed;
            if workshop.part == Part::Hour && workshop.step != before {
                actions.extend(page());
            }
            actions
        }
    }
}

fn projector(workshop: &mut Workshop, on: bool, theme: Theme) -> Action {
    Action::Look(if on {
        if theme != Theme::Projector {
            workshop.look_before = Some(theme);
        }
        Theme::Projector
    } else {
        workshop.look_before.take().unwrap_or_default()
    })
}

/// Takes in what happened to the drawing on this device.
fn drawn(workshop: &mut Workshop, said: draft::Said) -> Vec<Action> {
    let mut actions = Vec::new();
    if said == draft::Said::Add && !workshop.draft.is_empty() {
        let added = workshop.room.add(workshop.draft.guess.clone());
        let all = workshop.room.guesses.len();
        workshop.came = vec![added.map_or_else(
            |words| words,
            |()| format!("Taken in. Guesses in the room: {all}."),
        )];
        if workshop.part == Part::Hour {
            workshop.draft.clear();
        }
        actions.push(room_kept::keep(workshop).into());
    }
    if workshop.draft.update(said) {
        actions.push(order(Order::KeepDraft(workshop.draft.text())));
    }
    actions
}
