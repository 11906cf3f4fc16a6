//! The card in the middle of a game: face down until its round, and what the trainer sets.

use super::super::parts::{Choice, Shared, use_say};
use super::super::text::teams as text;
use crate::session::teams::card::{DECK, Turned, afters};
use crate::session::teams::{Said, game};
use crate::session::{Message, State};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Card(props: &Props) -> Html {
    let say = use_say();
    let Some(game) = props.state.teams.game() else {
        return Html::default();
    };
    if let Some(turned) = game.turned() {
        let card = turned.card();
        return html! {
            <section class="card event-card" aria-labelledby="teams-card">
                <p class="hint">{ text::CARD }</p>
                <h2 id="teams-card">{ card.name }</h2>
                <p>{ card.story }</p>
                <p><strong>{ turned.effect() }</strong></p>
            </section>
        };
    }
    if game.guest {
        return if game.card.is_some() {
            html! { <p class="hint">{ text::NOT_TURNED }</p> }
        } else {
            Html::default()
        };
    }
    let rounds = game.rounds();
    let all: Vec<Turned> = afters(rounds)
        .into_iter()
        .filter(|after| *after > game.lived)
        .flat_map(|after| (0..DECK.len()).filter_map(move |card| Turned::new(card, after, rounds)))
        .collect();
    if all.is_empty() {
        return Html::default();
    }
    let mut options = vec![(AttrValue::from("none"), AttrValue::from(text::CARD_NONE))];
    options.extend(all.iter().map(|turned| {
        (
            id(*turned),
            AttrValue::from(text::card_after(turned.card().name, turned.after())),
        )
    }));
    let chosen = say.reform(move |wanted: String| {
        Message::Teams(Said::Game(game::Said::Card(
            all.iter().copied().find(|turned| id(*turned) == wanted),
        )))
    });
    let draw = say.reform(|_: MouseEvent| Message::Teams(Said::Game(game::Said::Draw)));
    html! {
        <details class="card teams-trainer">
            <summary>{ text::CARD_TRAINER }</summary>
            <p class="hint">{ text::CARD_HINT }</p>
            <Choice id="teams-card-list" label={text::CARD_LIST} {options} value={game.card.map_or(AttrValue::from("none"), id)} onchange={chosen} />
            <p class="row"><button type="button" onclick={draw}>{ text::CARD_DRAW }</button></p>
        </details>
    }
}

fn id(turned: Turned) -> AttrValue {
    AttrValue::from(format!("{}-{}", turned.position(), turned.after()))
}
