//! What comes and goes: the link to the game, a guest's course, and courses taken in.

use super::super::parts::{Handed, Intake, Shared, use_say};
use super::super::text::teams as text;
use super::super::workshop::said;
use super::super::{effects, save};
use super::scan::Scan;
use crate::session::teams::game::Game;
use crate::session::teams::{Said, handing_in, invitation};
use crate::session::{Choices, Message, State, page};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
}

/// The link by which teams join on their own devices.
#[component]
pub fn Invite(props: &Props) -> Html {
    let say = use_say();
    html! {
        <details class="card teams-invite">
            <summary>{ text::INVITE }</summary>
            <p class="hint">{ text::INVITE_HINT }</p>
            { link(props, text::LINK.text(), text::CODE_OF_GAME.text(), invitation, false, &say) }
        </details>
    }
}

/// A guest's course on its way to the room.
#[component]
pub fn HandIn(props: &Props) -> Html {
    let say = use_say();
    let file = say.reform(|_: MouseEvent| Message::Teams(Said::Save));
    html! {
        <section class="card" aria-labelledby="teams-hand-in">
            <h2 id="teams-hand-in">{ text::HAND_IN }</h2>
            <p class="hint">{ text::HAND_IN_HINT }</p>
            { link(props, text::COURSE_LINK.text(), text::CODE_OF_COURSE.text(), handing_in, true, &say) }
            <p class="row"><button type="button" onclick={file}>{ text::SAVE_FILE }</button></p>
        </section>
    }
}

fn link(
    props: &Props,
    label: &'static str,
    words: &'static str,
    hash: impl Fn(&Game, &Choices) -> String,
    carried: bool,
    say: &Callback<Message>,
) -> Html {
    let teams = &props.state.teams;
    let Some(game) = teams.game() else {
        return Html::default();
    };
    let address = effects::address_with(&hash(game, &props.choices));
    let shown = teams.code_shown;
    let toggle = say.reform(move |_: MouseEvent| Message::Teams(Said::Code(!shown)));
    let copy = {
        let (say, address) = (say.clone(), address.clone());
        move |_: MouseEvent| {
            save::copy(
                &address,
                say.reform(|copied| Message::Page(page::Said::Copied(copied))),
            );
        }
    };
    html! {
        <>
            <div class="field">
                <label for="teams-link">{ label }</label>
                <input id="teams-link" type="text" readonly=true value={address.clone()} />
            </div>
            <p class="row">
                <button type="button" aria-label={text::of_team(text::COPY.text(), label)} onclick={copy}>{ text::COPY }</button>
                <button type="button" aria-expanded={shown.to_string()} onclick={toggle}>{ if shown { text::HIDE_CODE } else { text::SHOW_CODE } }</button>
            </p>
            if shown { <Scan {address} {words} {carried} /> }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct CollectProps {
    pub refused: Option<String>,
}

/// Where courses are taken in: typed, pasted, or as files.
#[component]
pub fn Collect(props: &CollectProps) -> Html {
    let say = use_say();
    let typed = use_node_ref();
    let take = {
        let (say, typed) = (say.clone(), typed.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = typed
                .cast::<HtmlInputElement>()
                .filter(|field| !field.value().trim().is_empty())
            {
                say.emit(Message::Teams(Said::Came(field.value())));
                field.set_value("");
            }
        }
    };
    // A picture of a code may hold a course or a guess: the workshop finds out.
    let handed = use_callback(say.clone(), |handed: Handed, say| {
        say.emit(match handed {
            Handed::Text(text) => Message::Teams(Said::Came(text)),
            other => Message::Workshop(said(other)),
        });
    });
    let close = say.reform(|_: MouseEvent| Message::Teams(Said::Read));
    html! {
        <section class="card teams-collect" aria-labelledby="teams-collect">
            <h2 id="teams-collect">{ text::COLLECT }</h2>
            <p class="hint">{ text::COLLECT_HINT }</p>
            <form onsubmit={take}>
                <div class="field">
                    <label for="teams-typed">{ text::COLLECT_FIELD }</label>
                    <input id="teams-typed" ref={typed} type="text" autocomplete="off" />
                </div>
                <p class="row">
                    <button type="submit">{ text::TAKE_IN }</button>
                    <Intake onhanded={handed} />
                </p>
            </form>
            if let Some(words) = &props.refused {
                <div class="import" role="alert">
                    <p><strong>{ text::NOT_TAKEN }</strong>{ " " }{ words }</p>
                    <p><button type="button" onclick={close}>{ text::CLOSE }</button></p>
                </div>
            }
        </section>
    }
}
