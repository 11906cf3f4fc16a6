//! The hour, step by step: what everybody reads, what is asked, what is shown. What a step hides is not on the page at all.

use super::super::explore;
use super::super::parts::{Shared, use_say};
use super::super::teams::{Kit, Teams};
use super::super::text::workshop as text;
use super::Props;
use super::guess::{Collect, Guesses};
use crate::charts::words::years_words;
use crate::ensemble::summary;
use crate::session::workshop::address::Part;
use crate::session::workshop::lesson::{Show, Side};
use crate::session::workshop::{Said, words};
use crate::session::{Message, Pair};
use gloo::timers::callback::Interval;
use std::rc::Rc;
use yew::prelude::*;

/// A button that says something of the workshop.
fn button(say: &Callback<Message>, words: &'static str, said: Said) -> Html {
    let click = say.reform(move |_: MouseEvent| Message::Workshop(said.clone()));
    html! { <button type="button" onclick={click}>{ words }</button> }
}

/// One step of the hour.
#[component]
pub fn Hour(props: &Props) -> Html {
    let say = use_say();
    use_effect_with((), {
        let say = say.clone();
        move |()| {
            let clock = Interval::new(1000, move || say.emit(Message::Workshop(Said::Second)));
            move || drop(clock)
        }
    });
    let workshop = &props.state.workshop;
    let (Some(step), Some(lesson)) = (workshop.step(), workshop.lesson.as_ref()) else { return Html::default() };
    let large = workshop.look_before.is_some();
    html! {
        <div class="workshop">
            <h1 tabindex="-1">{ &step.title }</h1>
            <p class="step-progress">
                { text::progress(workshop.step, lesson.steps.len(), step.minutes) }
                if !workshop.clock_hidden { <span class="step-clock">{ " · " }{ text::clock(workshop.elapsed, step.minutes) }</span> }
            </p>
            <div class="step-room">{ for step.room.iter().map(|words| html! { <p key={words.clone()}>{ words }</p> }) }</div>
            <Shown state={props.state.clone()} choices={props.choices.clone()} dark={props.dark} />
            <section class="step-ask" aria-labelledby="ask-title">
                <h2 id="ask-title">{ text::ASK }</h2>
                <ul>{ for step.ask.iter().map(|words| html! { <li key={words.clone()}>{ words }</li> }) }</ul>
            </section>
            <p class="row step-moves">
                { button(&say, text::BACK, Said::Back) }
                { button(&say, text::NEXT, Said::Next) }
                { button(&say, text::TRY, Said::Try) }
                if workshop.of_lesson.as_ref().is_some_and(|own| **own != *props.state.scenario) { { button(&say, text::OF_LESSON, Said::OfLesson) } }
            </p>
            <p class="hint">{ text::TRY_HINT }{ " " }if workshop.hides(Side::Second) { { text::HIDDEN } }</p>
            <p class="row">
                { button(&say, if large { text::PROJECTOR_OFF } else { text::PROJECTOR }, Said::Projector(!large)) }
                { button(&say, if workshop.clock_hidden { text::CLOCK_SHOW } else { text::CLOCK_HIDE }, Said::Clock(workshop.clock_hidden)) }
                { button(&say, text::NOTES_WINDOW, Said::NotesApart) }
                { button(&say, if workshop.notes_below { text::NOTES_HIDE } else { text::NOTES_SHOW }, Said::NotesBelow(!workshop.notes_below)) }
                { button(&say, text::TO_TEAMS, Said::Open(Part::Teams)) }
            </p>
            if workshop.notes_below { <Notes ..props.clone() /> }
            <details class="step-list">
                <summary>{ text::STEPS }</summary>
                <ol>{ for lesson.steps.iter().enumerate().map(|(k, step)| {
                    let here = (k == workshop.step).then_some("step");
                    let go = say.reform(move |_: MouseEvent| Message::Workshop(Said::To(k)));
                    html! { <li key={step.id.clone()}><button type="button" aria-current={here} onclick={go}>{ &step.title }</button></li> }
                }) }</ol>
            </details>
            if workshop.step == 0 { <Kit /> }
        </div>
    }
}

/// What the step shows, in its order; each part of the page once.
#[component]
fn Shown(props: &Props) -> Html {
    let state = &props.state;
    let Some(step) = state.workshop.step() else { return Html::default() };
    let mut why = false;
    let parts = step.shows.iter().filter(|show| {
        let is_why = matches!(show, Show::Couplings | Show::Levels | Show::Robustness | Show::Layers);
        !is_why || !std::mem::replace(&mut why, true)
    });
    html! { <div class="step-shows">{ for parts.map(|show| html! { <div key={format!("{show:?}")}>{ part(*show, props) }</div> }) }</div> }
}

fn part(show: Show, props: &Props) -> Html {
    let (state, choices) = (props.state.clone(), props.choices.clone());
    let shown = state.shown();
    let figures = Shared(Rc::clone(&shown.figures));
    let scenario = Shared(Rc::clone(&shown.scenario));
    let ensemble = Shared(Rc::clone(&shown.ensemble));
    let place = props.choices.place_name(&shown.scenario.place).to_owned();
    match show {
        // Before the first month both worlds are the same, and the timeline stands there.
        Show::Place => html! { <explore::Worlds {state} dark={props.dark} /> },
        // One world alone is told in sentences: the picture has both.
        Show::People | Show::WorldFirst => Html::default(),
        Show::Guess => html! { <><Guesses {state} /><Collect state={props.state.clone()} /></> },
        Show::OutcomeFirst => first_alone(props),
        Show::Ending => {
            html! { <p class="finding">{ words::ending(&shown.ensemble, Pair::of(&shown.scenario).first, &shown.scenario) }</p> }
        }
        Show::Headline => html! { <explore::Headline {state} {choices} /> },
        Show::Worlds => html! { <explore::Worlds {state} dark={props.dark} /> },
        Show::OutcomeBoth => html! {
            <>
                <Guesses state={props.state.clone()} revealed=true />
                <explore::Outcomes {figures} {scenario} axes={Shared(Rc::clone(&state.axes))} {ensemble}
                    single_runs={state.single_runs} chosen={state.chosen} {place} />
            </>
        },
        Show::Lives => html! { <explore::Lives {state} /> },
        Show::Evaluation if state.workshop.hides(Side::Second) => Html::default(),
        Show::Evaluation | Show::Couplings | Show::Levels | Show::Robustness | Show::Layers => html! {
            <explore::Why inquiries={Shared(Rc::clone(&state.inquiries))} scenario={Shared(Rc::clone(&state.run.scenario))}
                settled={*state.run.scenario == *state.scenario} {place} />
        },
        Show::Teams => html! { <Teams {state} {choices} /> },
        Show::Summary => html! { <><Guesses {state} revealed=true /><explore::Headline state={props.state.clone()} {choices} /></> },
    }
}

/// The first strategy by itself, in sentences: nothing of the other is in them.
fn first_alone(props: &Props) -> Html {
    let shown = props.state.shown();
    if shown.ensemble.is_empty() {
        return html! { <p class="hint">{ text::RUNNING }</p> };
    }
    let first = Pair::of(&shown.scenario).first;
    let name = shown.scenario.arms.get(first).map_or("", |arm| arm.name.as_str());
    let questions = crate::session::workshop::guess::QUESTIONS;
    html! {
        <section class="finding" aria-label={years_words(shown.scenario.years as usize)}>
            { for questions.iter().map(|question| {
                let arm = summary::arm(&shown.ensemble, first as u32, question.indicator);
                html! { <p key={question.indicator}>{ words::alone(&arm, question.indicator, name) }</p> }
            }) }
        </section>
    }
}

/// The trainer's notes on the step.
#[component]
pub fn Notes(props: &Props) -> Html {
    let workshop = &props.state.workshop;
    let (Some(step), Some(lesson)) = (workshop.step(), workshop.lesson.as_ref()) else { return Html::default() };
    html! {
        <section class="step-notes" aria-labelledby="notes-title">
            <h2 id="notes-title">{ text::NOTES }</h2>
            <p>{ text::progress(workshop.step, lesson.steps.len(), step.minutes) }{ " · " }{ text::clock(workshop.elapsed, step.minutes) }</p>
            <ul>{ for step.notes.iter().map(|words| html! { <li key={words.clone()}>{ words }</li> }) }</ul>
            if let Some(next) = lesson.steps.get(workshop.step + 1) { <p><strong>{ text::NEXT_IS }</strong>{ " " }{ &next.title }</p> }
        </section>
    }
}

/// The trainer's second window.
#[component]
pub fn NotesWindow(props: &Props) -> Html {
    let say = use_say();
    use_effect_with((), |()| super::carry::tell(crate::session::workshop::notes::HELLO));
    let Some(step) = props.state.workshop.step() else { return Html::default() };
    html! {
        <div class="workshop">
            <h1 tabindex="-1">{ text::NOTES_TITLE }{ ": " }{ &step.title }</h1>
            <Notes ..props.clone() />
            <p class="row">{ button(&say, text::BACK, Said::Back) }{ button(&say, text::NEXT, Said::Next) }</p>
        </div>
    }
}
