//! Drawing one's own lines: the pad with its choices, and on a person's own device the code that carries them to the room.

use super::super::parts::{Choice, use_say, use_typing};
use super::super::teams::Scan;
use super::super::text::workshop as text;
use super::super::{effects, save};
use super::pad::Pad;
use super::page::Props;
use crate::ensemble::pair::Pair;
use crate::session::Message;
use crate::session::collect::GUESS_FILE;
use crate::session::workshop::draft::Said as Drawn;
use crate::session::workshop::guess::QUESTIONS;
use crate::session::workshop::{Said, link_of_guess};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The page of one person's own device.
#[component]
pub fn Guess(props: &Props) -> Html {
    html! {
        <div class="workshop guess-page">
            <h1 tabindex="-1">{ text::GUESS_TITLE }</h1>
            <p>{ text::GUESS_INTRO }</p>
            <Drawing ..props.clone() />
            if props.state.workshop.draft.locked { <HandIn ..props.clone() /> }
        </div>
    }
}

/// What can be drawn about, by position.
pub fn questions() -> Vec<(AttrValue, AttrValue)> {
    QUESTIONS
        .iter()
        .enumerate()
        .map(|(k, question)| {
            (
                AttrValue::from(k.to_string()),
                AttrValue::from(question.info().name),
            )
        })
        .collect()
}

/// The pad with its choices.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let say = use_say();
    let draft = &props.state.workshop.draft;
    let run = props.state.question.shown();
    let names = Pair::shown(&run.scenario).names(&run.scenario);
    let names = [names.reference, names.alternative].map(|name| AttrValue::from(name.to_owned()));
    let drawn = |said: Drawn| Message::Workshop(Said::Draft(said));
    let question = say.reform(move |id: String| drawn(Drawn::Question(id.parse().unwrap_or(0))));
    let start = run
        .figures
        .get(draft.guess.question().indicator)
        .and_then(|figure| figure.start());
    let side = draft.side;
    let erase = say.reform(move |_: MouseEvent| drawn(Drawn::Erase(side)));
    let locked = draft.locked;
    let lock = say.reform(move |_: MouseEvent| drawn(Drawn::Lock(!locked)));
    let nick = say.reform(move |name: String| drawn(Drawn::Nick(name)));
    let typing = use_typing(draft.guess.nick.clone().into());
    let named = typing.onchange(move |event: Event| {
        nick.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    html! {
        <section class="card drawing" aria-labelledby="drawing-title">
            <h2 id="drawing-title">{ text::DRAW }</h2>
            if !locked {
                <div class="tools">
                    <Choice id="guess-question" label={text::GUESSED_ABOUT} options={questions()} value={draft.guess.question.to_string()} onchange={question} />
                </div>
            }
            <div class="sides" role="group" aria-label={text::IN_WORLD}>
                { for names.iter().enumerate().map(|(k, name)| {
                    let choose = say.reform(move |_: MouseEvent| drawn(Drawn::Side(k)));
                    html! { <button key={k} type="button" class={["first", "second"][k]} aria-pressed={(k == side).to_string()} onclick={choose}>{ name }</button> }
                }) }
            </div>
            if let Some(start) = start {
                <Pad draft={draft.clone()} {start} years={run.scenario.years} {names} />
                // Below the pad: on a telephone the pad is what is in sight.
                <p class="hint">{ text::DRAW_HINT }</p>
                <p class="hint">{ draft.guess.question().info().sentence }</p>
            } else {
                <p role="status">{ text::DRAW_WAIT }</p>
            }
            <div class="field">
                <label for="guess-name">{ text::NAME }</label>
                <input id="guess-name" type="text" maxlength="24" autocomplete="off" value={typing.shown()} oninput={typing.oninput()} onblur={typing.onblur()} onchange={named} />
                <p class="hint">{ text::NAME_HINT }</p>
            </div>
            <p class="row">
                <button type="button" class="primary" disabled={draft.is_empty()} onclick={lock}>{ if locked { text::UNLOCK } else { text::LOCK } }</button>
                <button type="button" disabled={locked || draft.guess.curves[side].is_none()} onclick={erase}>{ text::ERASE }</button>
            </p>
        </section>
    }
}

/// The code of what was drawn, to read out, to scan, to save.
#[component]
fn HandIn(props: &Props) -> Html {
    let guess = &props.state.workshop.draft.guess;
    let code = guess.code();
    let address = effects::address_with(&link_of_guess(guess));
    let file = {
        let line = format!("{GUESS_FILE}\n{code} {}\n", guess.nick);
        move |_: MouseEvent| save::text("kith-guess.txt", "text/plain;charset=utf-8", &line)
    };
    html! {
        <section class="card hand-in" aria-labelledby="hand-in-title">
            <h2 id="hand-in-title">{ text::CODE }</h2>
            <p class="guess-code"><output>{ code }</output></p>
            <p class="hint">{ text::CODE_HINT }</p>
            <Scan {address} words={text::CODE_PICTURE} carried=true />
            <p class="row"><button type="button" onclick={file}>{ text::SAVE_FILE }</button></p>
        </section>
    }
}
