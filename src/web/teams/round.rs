//! The round that is decided on: each team's name and choices, and the buttons that live it.

use super::super::parts::{NumberBox, Shared, use_say, use_typing};
use super::super::text::teams as text;
use crate::session::teams::course::{
    Change, LEVERS, MOST_CHANGES, STARTS, start_name, start_sentence,
};
use crate::session::teams::game::{Game, REPLICATES_RANGE, TEAMS, Team};
use crate::session::teams::run::Standing;
use crate::session::teams::{Said, game};
use crate::session::{Message, State};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Round(props: &Props) -> Html {
    let say = use_say();
    let Some(game) = props.state.teams.game() else {
        return Html::default();
    };
    let title = game.round().map_or_else(
        || text::OVER.to_string(),
        |round| text::round(game, round as u32),
    );
    let add = say.reform(|_: MouseEvent| Message::Teams(Said::Game(game::Said::Add)));
    html! {
        <section class="teams-round" aria-labelledby="teams-round-title">
            <h2 id="teams-round-title">{ title }</h2>
            <div class="teams-list">
                { for game.teams.iter().enumerate().map(|(k, team)| one(&say, game, k, team)) }
            </div>
            if !game.guest && game.teams.len() < TEAMS.1 { <p class="row"><button type="button" onclick={add}>{ text::ADD }</button></p> }
            <Live state={props.state.clone()} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NameProps {
    team: usize,
    name: AttrValue,
}

/// The name of a team. Whatever is refused, the field shows the name that holds.
#[component]
fn Name(props: &NameProps) -> Html {
    let (say, team, id) = (use_say(), props.team, format!("team-{}-name", props.team));
    let typing = use_typing(props.name.clone());
    let named = typing.onchange(move |event: Event| {
        say.emit(Message::Teams(Said::Game(game::Said::Name(
            team,
            event.target_unchecked_into::<HtmlInputElement>().value(),
        ))));
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{ text::TEAM_NAME }</label>
            <input {id} type="text" maxlength="30" value={typing.shown()} oninput={typing.oninput()} onblur={typing.onblur()} onchange={named} autocomplete="off" />
        </div>
    }
}

/// One team: its name, what it chose, and its choices of this round.
fn one(say: &Callback<Message>, game: &Game, k: usize, team: &Team) -> Html {
    let remove = say.reform(move |_: MouseEvent| Message::Teams(Said::Game(game::Said::Remove(k))));
    html! {
        <fieldset key={k} class="card team">
            <legend>{ &team.name }</legend>
            if team.came { <p class="hint">{ text::CAME }</p> }
            <Name team={k} name={team.name.clone()} />
            if game.lived > 0 {
                <ol class="teams-past" aria-label={text::of_team(text::CHOSEN.text(), &team.name)}>
                    { for (0..game.lived as usize).map(|round| html! { <li key={round}>{ text::chosen(round, &team.course.words(round)) }</li> }) }
                </ol>
            }
            if game.lived == 0 { { start(say, k, team) } }
            if let Some(round) = game.round() { { for (0..MOST_CHANGES).map(|place| change(say, k, team, round, place)) } }
            if !game.guest && game.teams.len() > TEAMS.0 {
                <p class="row"><button type="button" aria-label={text::of_team(text::REMOVE.text(), &team.name)} onclick={remove}>{ text::REMOVE }</button></p>
            }
        </fieldset>
    }
}

fn start(say: &Callback<Message>, k: usize, team: &Team) -> Html {
    let chosen = say.reform(move |event: Event| {
        let value = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        Message::Teams(Said::Game(game::Said::Start(
            k,
            usize::try_from(value).unwrap_or(0),
        )))
    });
    let id = format!("team-{k}-start");
    html! {
        <div class="field">
            <label for={id.clone()}>{ text::BEGINS_WITH }</label>
            <select {id} onchange={chosen}>
                { for (0..STARTS.len()).map(|start| html! {
                    <option key={start} value={STARTS[start]} selected={start == team.course.start()}>{ start_name(start) }</option>
                }) }
            </select>
            <p class="hint">{ start_sentence(team.course.start()) }</p>
        </div>
    }
}

fn change(say: &Callback<Message>, k: usize, team: &Team, round: usize, place: usize) -> Html {
    let now = team
        .course
        .rounds()
        .get(round)
        .and_then(|changes| changes.get(place))
        .copied();
    let chosen = say.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let change = value.parse().ok().and_then(Change::of_byte);
        Message::Teams(Said::Game(game::Said::Change {
            team: k,
            place,
            change,
        }))
    });
    let id = format!("team-{k}-change-{place}");
    html! {
        <div key={place} class="field">
            <label for={id.clone()}>{ if place == 0 { text::CHANGE_ONE } else { text::CHANGE_TWO } }</label>
            <select {id} onchange={chosen}>
                <option value="" selected={now.is_none()}>{ text::STAY }</option>
                { for LEVERS.iter().enumerate().map(|(lever, info)| html! {
                    <optgroup key={lever} label={info.name}>
                        { for (0..3).filter_map(|stand| Change::new(lever, stand)).map(|change| html! {
                            <option key={change.byte()} value={change.byte().to_string()} selected={now == Some(change)}>{ change.words() }</option>
                        }) }
                    </optgroup>
                }) }
            </select>
        </div>
    }
}

/// The buttons that live years, and how far that is.
#[component]
fn Live(props: &Props) -> Html {
    let say = use_say();
    let teams = &props.state.teams;
    let Some(game) = teams.game() else {
        return Html::default();
    };
    let button = |said: Said| say.reform(move |_: MouseEvent| Message::Teams(said.clone()));
    let going = teams.shown().filter(|run| run.standing == Standing::Going);
    let wanted =
        say.reform(|count: f64| Message::Teams(Said::Game(game::Said::Replicates(count as u32))));
    let stale = game.lived > 0
        && going.is_none()
        && !(teams.is_current()
            && teams
                .shown()
                .is_some_and(|run| run.standing == Standing::Done));
    html! {
        <div class="card teams-live">
            <p class="row">
                if let Some(round) = game.round() {
                    <button type="button" class="main" disabled={going.is_some()} onclick={button(Said::Game(game::Said::Live))}>{ text::live(game, round as u32) }</button>
                    if game.lived + 1 < game.rounds() {
                        <button type="button" disabled={going.is_some()} onclick={button(Said::Game(game::Said::LiveAll))}>{ text::LIVE_ALL }</button>
                    }
                }
                if game.lived > 0 { <button type="button" disabled={going.is_some()} onclick={button(Said::Game(game::Said::Back))}>{ text::BACK }</button> }
            </p>
            if stale {
                <p role="status">{ if teams.shown().is_some() { text::STALE } else { text::AGAIN_HINT } }</p>
                <p class="row"><button type="button" class="main" onclick={button(Said::Again)}>{ text::AGAIN }</button></p>
            }
            if let Some(run) = going {
                <p class="progress">
                    <progress max={run.scenario.replicates.to_string()} value={run.done().to_string()} aria-label={text::RERUNS} />
                    <span>{ crate::web::text::progress(run.done(), run.scenario.replicates) }</span>
                    <button type="button" onclick={button(Said::Stop)}>{ text::STOP }</button>
                </p>
            }
            if let Some(Standing::Failed(words)) = teams.shown().map(|run| &run.standing) { <p role="alert">{ text::FAILED }{ " " }{ words }</p> }
            <p class="teams-reruns">
                <span>{ text::RERUNS }</span>
                <NumberBox label={text::RERUNS} value={f64::from(game.replicates)} low={f64::from(REPLICATES_RANGE.0)} high={f64::from(REPLICATES_RANGE.1)}
                    step={1.0} unit={text::RERUNS_UNIT} oninput={wanted} ondone={Callback::noop()} />
            </p>
        </div>
    }
}
