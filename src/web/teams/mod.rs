//! Rounds that teams play with the same money. Draws what it is given; a part of the workshop.

mod card;
mod chart;
mod collect;
mod kit;
mod results;
mod round;
mod scan;

pub use kit::Kit;
pub use scan::Scan;

use super::parts::{Shared, use_say};
use super::save;
use super::text::teams as text;
use crate::session::teams::Said;
use crate::session::teams::game::Game;
use crate::session::{Choices, Message, State};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    pub choices: Shared<Choices>,
    /// Whether it is a page of its own, with its own first heading.
    #[prop_or_default]
    pub alone: bool,
}

#[component]
pub fn Teams(props: &Props) -> Html {
    let teams = &props.state.teams;
    html! {
        <div class="teams">
            if props.alone { <h1 tabindex="-1">{ text::TITLE }</h1> }
            { match teams.game() {
                None => html! { <Beginning away={teams.away.is_some()} /> },
                Some(game) => table(props, game),
            } }
            if props.alone { <Kit /> }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BeginningProps {
    away: bool,
}

#[component]
fn Beginning(props: &BeginningProps) -> Html {
    let say = use_say();
    // Any number tells games apart; the moment is as good as any.
    let begin = say.reform(|_: MouseEvent| Message::Teams(Said::Begin(js_sys::Date::now() as u64)));
    let back = say.reform(|_: MouseEvent| Message::Teams(Said::BringBack));
    html! {
        <section class="card" aria-labelledby="teams-begin">
            <h2 id="teams-begin">{ text::BEGIN }</h2>
            <p>{ text::INTRO }</p>
            <p class="hint">{ text::BEGIN_HINT }</p>
            <p class="row">
                <button type="button" class="main" onclick={begin}>{ text::BEGIN }</button>
                if props.away { <button type="button" onclick={back}>{ text::BRING_BACK }</button> }
            </p>
        </section>
    }
}

/// The game in front: what it is about, the card, the round, the results, and what comes and goes.
fn table(props: &Props, game: &Game) -> Html {
    html! {
        <>
            <Head state={props.state.clone()} choices={props.choices.clone()} />
            <card::Card state={props.state.clone()} />
            <round::Round state={props.state.clone()} />
            <results::Results state={props.state.clone()} />
            if game.guest {
                <collect::HandIn state={props.state.clone()} choices={props.choices.clone()} />
            } else {
                <collect::Invite state={props.state.clone()} choices={props.choices.clone()} />
                <collect::Collect refused={props.state.teams.refused.clone()} />
            }
        </>
    }
}

#[component]
fn Head(props: &Props) -> Html {
    let say = use_say();
    let teams = &props.state.teams;
    let Some(game) = teams.game() else {
        return Html::default();
    };
    let away = say.reform(|_: MouseEvent| Message::Teams(Said::PutAway));
    let back = say.reform(|_: MouseEvent| Message::Teams(Said::BringBack));
    let guest = game.guest;
    let other = say.reform(move |_: MouseEvent| Message::Teams(Said::Sit(!guest)));
    let both = teams.games.iter().all(Option::is_some);
    html! {
        <section class="card teams-head" aria-labelledby="teams-title">
            <h2 id="teams-title">{ text::TITLE }</h2>
            <p><strong>{ text::about(game, props.choices.place_name(&game.base.place)) }</strong></p>
            <p class="good teams-seal"><span aria-hidden="true">{ "✓ " }</span>{ text::SAME_MONEY }</p>
            <p>{ if guest { text::GUEST } else { text::INTRO } }</p>
            <p class="row">
                if both { <button type="button" onclick={other}>{ if guest { text::TO_ROOM } else { text::TO_GUEST } }</button> }
                <button type="button" onclick={|_| save::print()}>{ text::PRINT }</button>
                <button type="button" onclick={away}>{ text::PUT_AWAY }</button>
                if let Some(game) = &teams.away { <button type="button" onclick={back}>{ text::open_instead(game) }</button> }
            </p>
        </section>
    }
}
