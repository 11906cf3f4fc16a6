//! Up to four pinned scenarios side by side: what differs, what they came to, which differences are clear.

use crate::session::Message;
use crate::session::kept::pinned::numbers;
use crate::session::kept::tray::{MOST, Row, table};
use crate::session::kept::{Kept, Said};
use crate::web::parts::{Shared, TakeTable, use_say};
use crate::web::text::kept as text;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub kept: Shared<Kept>,
}

#[component]
pub fn Compare(props: &Props) -> Html {
    let say = use_say();
    let pins = &props.kept.tray.pins;
    let counts: Vec<(u32, usize)> = pins.iter().map(|pin| (pin.number, pin.done)).collect();
    let found = use_memo(counts, |_| table(pins));
    let pin = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Kept(Said::Pin))
    };
    let pinned = pins.clone();
    html! {
        <div class="kept-part wide">
            <h3>{ text::COMPARE_TITLE }</h3>
            <p class="hint">{ text::COMPARE_HINT }</p>
            <p class="row"><button type="button" onclick={pin}>{ text::PIN }</button><span>{ super::super::super::text::count_of(pins.len() as u32, MOST as u32) }</span></p>
            if pins.is_empty() {
                <p>{ text::NO_PINS }</p>
            } else {
                { for found.sentences.iter().map(|sentence| html! { <p key={sentence.clone()} class="sentence">{ sentence }</p> }) }
                <div class="scroll" tabindex="0" role="region" aria-label={text::COMPARE_REGION}>
                    <table class="compare">
                        <thead><tr>
                            <th scope="col">{ text::WHAT }</th>
                            { for pins.iter().map(|pin| head(pin.number, &pin.name, &say)) }
                        </tr></thead>
                        { group(text::CHOICES.text(), &found.choices, pins.len()) }
                        { group(text::OUTCOMES.text(), &found.outcomes, pins.len()) }
                        { group(text::MONEY.text(), &found.money, pins.len()) }
                    </table>
                </div>
                <TakeTable name={text::COMPARE_TITLE} file="kith-compared" table={Callback::from(move |()| numbers(&pinned))} />
            }
        </div>
    }
}

fn head(number: u32, name: &str, say: &Callback<Message>) -> Html {
    let send = |said: Said| {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| say.emit(Message::Kept(said.clone())))
    };
    html! {
        <th key={number} scope="col">
            { name }
            <span class="row">
                <button type="button" aria-label={text::about(text::OPEN.text(), name)} onclick={send(Said::OpenPin(number))}>{ text::OPEN }</button>
                <button type="button" aria-label={text::about(text::UNPIN.text(), name)} onclick={send(Said::Unpin(number))}>{ text::UNPIN }</button>
            </span>
        </th>
    }
}

fn group(name: &'static str, rows: &[Row], pins: usize) -> Html {
    let columns = (pins + 1).to_string();
    html! {
        <tbody>
            <tr class="group"><th scope="rowgroup" colspan={columns.clone()}>{ name }</th></tr>
            if rows.is_empty() { <tr><td colspan={columns}>{ text::ALL_SAME }</td></tr> }
            { for rows.iter().map(|row| html! {
                <tr key={row.name.clone()}>
                    <th scope="row">{ &row.name }</th>
                    { for row.cells.iter().enumerate().map(|(k, cell)| html! { <td key={k}>{ cell }</td> }) }
                </tr>
            }) }
        </tbody>
    }
}
