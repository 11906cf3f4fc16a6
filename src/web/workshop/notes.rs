//! The trainer's second window: what to say, how long, what comes next. It follows the window that opened it, and leads it.

use super::super::parts::use_say;
use super::super::text::workshop as text;
use super::carry;
use super::clock::Clock;
use super::page::{Props, pressed};
use crate::session::workshop::Said;
use crate::session::workshop::lesson::Step;
use crate::session::workshop::notes::HELLO;
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// How often it says that it is there: after either window was loaded anew they find each other again. Unit: milliseconds.
const OFTEN: u32 = 2_000;

/// What a step's notes say, as lists.
pub fn list(step: &Step) -> Html {
    html! { <ul>{ for step.notes.iter().map(|words| html! { <li key={words.clone()}>{ words }</li> }) }</ul> }
}

#[component]
pub fn Notes(props: &Props) -> Html {
    let say = use_say();
    let workshop = &props.state.workshop;
    use_effect_with((), |()| {
        carry::tell(HELLO);
        let hello = Interval::new(OFTEN, || carry::tell(HELLO));
        move || drop(hello)
    });
    let send = pressed(&say);
    let (Some(step), Some(lesson)) = (workshop.step(), &workshop.lesson) else {
        return html! { <h1 tabindex="-1">{ text::NO_LESSON }</h1> };
    };
    let next = lesson.steps.get(workshop.step + 1);
    html! {
        <div class="workshop notes-window">
            <p class="hour-progress"><span>{ text::progress(workshop.step, lesson.steps.len(), step.minutes) }</span>
                <Clock minutes={step.minutes} /></p>
            <h1 tabindex="-1">{ &step.title }</h1>
            <p class="row">
                <button type="button" onclick={send(Said::Back)} disabled={workshop.step == 0}>{ text::BACK }</button>
                <button type="button" class="primary" onclick={send(Said::Next)} disabled={next.is_none()}>{ text::NEXT }</button>
            </p>
            <section aria-labelledby="notes-title"><h2 id="notes-title">{ text::NOTES }</h2>{ list(step) }</section>
            <section aria-labelledby="notes-ask"><h2 id="notes-ask">{ text::ASK }</h2>
                <ul>{ for step.ask.iter().map(|words| html! { <li key={words.clone()}>{ words }</li> }) }</ul>
            </section>
            <section aria-labelledby="notes-next"><h2 id="notes-next">{ text::COMES_NEXT }</h2>
                <p>{ next.map_or_else(|| text::LAST_STEP.to_string(), |next| text::step_name(workshop.step + 1, &next.title, next.minutes)) }</p>
            </section>
            <p class="hint">{ text::NOTES_LOST }</p>
        </div>
    }
}
