//! Predicting with a room: the pad for one line, the address for people's own devices, what came in, the list.

use super::super::parts::{Shared, TakeTable, use_say};
use super::super::teams::Scan;
use super::super::text::workshop as text;
use super::super::{effects, save};
use super::collect::Collect;
use super::guess::Drawing;
use super::page::Props;
use crate::ensemble::pair::Pair;
use crate::session::Message;
use crate::session::workshop::address::Part;
use crate::session::workshop::draft::Said as Drawn;
use crate::session::workshop::{Said, link_to};
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn Predict(props: &Props) -> Html {
    let say = use_say();
    let workshop = &props.state.workshop;
    let add = say.reform(|_: MouseEvent| Message::Workshop(Said::Draft(Drawn::Add)));
    let asked = (
        Shared(Rc::clone(&props.state.question.scenario)),
        props.state.question.base,
    );
    // To write a link is to read it back too: not anew for every move of a hand that draws.
    let address = use_memo(asked, |_| {
        effects::address_with(&link_to(&props.state.question, &props.choices, Part::Guess))
    });
    let address = AttrValue::from((*address).clone());
    html! {
        <div class="predict">
            <div class="predict-draw">
                <Drawing ..props.clone() />
                if workshop.draft.locked { <p class="row"><button type="button" class="primary" onclick={add}>{ text::ADD }</button></p> }
            </div>
            <div class="predict-room">
                <section class="card" aria-labelledby="devices-title">
                    <h2 id="devices-title">{ text::THEIR_DEVICES }</h2>
                    <p class="hint">{ text::THEIR_DEVICES_HINT }</p>
                    <Scan address={address.clone()} words={text::SCAN_ADDRESS} />
                    <div class="field">
                        <label for="guess-address">{ text::ADDRESS }</label>
                        <input id="guess-address" type="text" readonly=true value={address} />
                    </div>
                </section>
                <Collect came={workshop.came.clone()} unkept={workshop.unkept} />
                <Guesses ..props.clone() />
            </div>
        </div>
    }
}

/// How many there are, and the list to take away or to clear.
#[component]
fn Guesses(props: &Props) -> Html {
    let say = use_say();
    let room = &props.state.workshop.room;
    let clear = say.reform(|_: MouseEvent| Message::Workshop(Said::ClearRoom));
    let file = {
        let state = props.state.clone();
        move |_: MouseEvent| {
            save::text(
                "kith-guesses.txt",
                "text/plain;charset=utf-8",
                &state.workshop.room.text(),
            );
        }
    };
    let table = {
        let state = props.state.clone();
        Callback::from(move |()| {
            let names = Pair::shown(&state.question.scenario).names(&state.question.scenario);
            state.workshop.room.table(
                state.question.scenario.years,
                [names.reference, names.alternative],
            )
        })
    };
    let empty = room.guesses.is_empty();
    html! {
        <section class="card" aria-labelledby="room-title">
            <h2 id="room-title">{ text::ROOM }</h2>
            <p class="room-count">{ if empty { text::NO_GUESSES.to_string() } else { text::guesses(room.guesses.len()) } }</p>
            if !empty {
                <ul class="room-codes">{ for room.guesses.iter().map(|guess| html! {
                    <li key={format!("{} {}", guess.code(), guess.nick)}><code>{ guess.code() }</code>{ " " }{ &guess.nick }</li>
                }) }</ul>
                <TakeTable name={text::ROOM} file="kith-guesses" {table} />
                <p class="row"><button type="button" onclick={file}>{ text::ROOM_FILE }</button><button type="button" onclick={clear}>{ text::CLEAR }</button></p>
            }
        </section>
    }
}
