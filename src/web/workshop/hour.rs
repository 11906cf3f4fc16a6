//! The hour, one step at a time: heading, words for the room, what is shown, the way on, the trainer's tools.

use super::super::parts::use_say;
use super::super::teams::Kit;
use super::super::text::workshop as text;
use super::clock::Clock;
use super::page::{Props, pressed};
use super::{notes, shown};
use crate::session::workshop::Said;
use crate::session::workshop::address::Part;
use crate::session::workshop::lesson::Side;
use crate::session::workshop::own;
use crate::session::{Message, Theme};
use gloo::timers::callback::Interval;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[component]
pub fn Hour(props: &Props) -> Html {
    let say = use_say();
    let workshop = &props.state.workshop;
    use_effect_with(say, |say| {
        let say = say.clone();
        let second = Interval::new(1000, move || say.emit(Message::Workshop(Said::Second)));
        move || drop(second)
    });
    let (Some(step), Some(lesson)) = (workshop.step(), &workshop.lesson) else {
        return html! { <h1 tabindex="-1">{ text::NO_LESSON }</h1> };
    };
    html! {
        <div class="workshop hour">
            // Words and pictures stand in a box of their own: words that stay in sight while pictures are scrolled through end with
            // them, and never lie over what comes below.
            <div class="hour-stage">
            <div class="hour-words">
                <p class="hour-progress">
                    <span>{ text::progress(workshop.step, lesson.steps.len(), step.minutes) }</span>
                    if !workshop.clock_hidden {
                        <Clock minutes={step.minutes} />
                    }
                    <progress max={lesson.steps.len().to_string()} value={(workshop.step + 1).to_string()} aria-hidden="true"></progress>
                </p>
                <h1 tabindex="-1">{ &step.title }</h1>
                <div class="hour-room">{ for step.room.iter().map(|words| html! { <p key={words.clone()}>{ words }</p> }) }</div>
                <section class="hour-ask" aria-labelledby="hour-ask">
                    <h2 id="hour-ask">{ text::ASK }</h2>
                    <ul>{ for step.ask.iter().map(|words| html! { <li key={words.clone()}>{ words }</li> }) }</ul>
                </section>
                <Ways ..props.clone() />
                <Scenario ..props.clone() />
            </div>
            <div class="hour-parts">{ for step.shows.iter().map(|show| shown::shown(*show, props)) }</div>
            </div>
            if workshop.notes_below {
                <section class="card hour-notes" aria-labelledby="hour-notes">
                    <h2 id="hour-notes">{ text::NOTES }</h2>
                    { notes::list(step) }
                </section>
            }
            <Tools ..props.clone() />
            if workshop.step == 0 { <Kit /> }
        </div>
    }
}

/// The way on and back, and the list of steps.
#[component]
fn Ways(props: &Props) -> Html {
    let say = use_say();
    let workshop = &props.state.workshop;
    let send = pressed(&say);
    let chosen = say.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Message::Workshop(Said::To(value.parse().unwrap_or(0)))
    });
    let steps = workshop
        .lesson
        .iter()
        .flat_map(|lesson| &lesson.steps)
        .enumerate();
    html! {
        <nav class="hour-ways" aria-label={text::STEPS}>
            <button type="button" onclick={send(Said::Back)} disabled={workshop.step == 0}>{ text::BACK }</button>
            <button type="button" class="primary" onclick={send(Said::Next)} disabled={workshop.step + 1 == workshop.steps()}>{ text::NEXT }</button>
            <button type="button" onclick={send(Said::Try)}>{ text::TRY }</button>
            <label class="field"><span>{ text::STEPS }</span>
                <select onchange={chosen}>
                    { for steps.map(|(k, step)| html! {
                        <option key={k} value={k.to_string()} selected={k == workshop.step}>{ text::step_name(k, &step.title, step.minutes) }</option>
                    }) }
                </select>
            </label>
            if workshop.hides(Side::Second) { <p class="hint">{ text::STILL_HIDDEN }</p> }
        </nav>
    }
}

/// What the trainer needs once in a while.
#[component]
fn Tools(props: &Props) -> Html {
    let say = use_say();
    let workshop = &props.state.workshop;
    let send = pressed(&say);
    let large = props.state.page.theme == Theme::Projector;
    html! {
        <div class="hour-tools" role="group" aria-label={text::TOOLS}>
            <button type="button" onclick={send(Said::Projector(!large))}>{ if large { text::PROJECTOR_OFF } else { text::PROJECTOR } }</button>
            <button type="button" onclick={send(Said::NotesApart)}>{ text::NOTES_WINDOW }</button>
            <button type="button" aria-expanded={workshop.notes_below.to_string()} onclick={send(Said::NotesBelow(!workshop.notes_below))}>
                { if workshop.notes_below { text::NOTES_HIDE } else { text::NOTES_BELOW } }
            </button>
            <button type="button" onclick={send(Said::Clock(workshop.clock_hidden))}>{ if workshop.clock_hidden { text::CLOCK_SHOW } else { text::CLOCK_HIDE } }</button>
            <button type="button" onclick={send(Said::Open(Part::Teams))}>{ text::TO_TEAMS }</button>
            <p class="hint" role="status">{ if workshop.notes_blocked { text::NOTES_BLOCKED.text() } else { "" } }</p>
        </div>
    }
}

/// The way back to the lesson's scenario, when the room has changed it, or when the one on the page has no year after the money.
#[component]
fn Scenario(props: &Props) -> Html {
    let say = use_say();
    let (workshop, scenario) = (&props.state.workshop, &props.state.question.scenario);
    let changed = workshop
        .of_lesson
        .as_ref()
        .is_some_and(|lesson| **lesson != **scenario);
    let words = match (changed, own::shows_an_end(scenario)) {
        (true, _) => text::CHANGED,
        (false, false) => text::NO_END,
        (false, true) => return Html::default(),
    };
    let back = say.reform(|_: MouseEvent| Message::Workshop(Said::OfLesson));
    html! { <p class="notice"><span>{ words }</span><button type="button" onclick={back}>{ text::OF_LESSON }</button></p> }
}

#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// The step to come back to.
    pub step: usize,
}

/// While the room tries something on Explore: the way back.
#[component]
pub fn BackBar(props: &BarProps) -> Html {
    let say = use_say();
    let back = say.reform(|_: MouseEvent| Message::Workshop(Said::Return));
    html! { <p class="notice back-bar"><button type="button" class="primary" onclick={back}>{ text::back_to(props.step) }</button></p> }
}
