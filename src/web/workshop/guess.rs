//! Guesses: a number for each moment, the code that carries them, what came from others, and how far off the room was.

use super::super::parts::{Shared, use_say, use_typing};
use super::super::text::workshop as text;
use crate::charts::number::plain;
use crate::ensemble::summary;
use crate::session::workshop::address::Part;
use crate::session::workshop::draft::Said as Drawn;
use crate::session::workshop::guess::{POINTS, QUESTIONS, year};
use crate::session::workshop::room::{spans, year_words};
use crate::session::workshop::{Said, words};
use crate::session::{Message, Pair, State};
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
    /// Whether what happened may be said.
    #[prop_or_default]
    pub revealed: bool,
}

fn names(state: &State) -> [String; 2] {
    let names = Pair::of(&state.scenario).names(&state.scenario);
    [names.first.to_owned(), names.second.to_owned()]
}

/// Where everybody starts: the mean of the first year shown, or the middle of the range before the first re-run.
fn start(state: &State, question: usize) -> f64 {
    let question = QUESTIONS[question.min(QUESTIONS.len() - 1)];
    let shown = state.shown();
    let arm = summary::arm(&shown.ensemble, Pair::of(&shown.scenario).first as u32, question.indicator);
    arm.by_year.first().map_or(question.value(20), |spread| spread.mean)
}

/// The form of one person's guess.
#[component]
pub fn Draw(props: &Props) -> Html {
    let say = use_say();
    let state = &props.state;
    let (draft, names) = (&state.workshop.draft, names(state));
    let said = |make: fn(String) -> Drawn| say.reform(move |value: String| Message::Workshop(Said::Draft(make(value))));
    let select = |to: Callback<String>| to.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let question = said(|value| Drawn::Question(value.parse().unwrap_or(0)));
    let side = said(|value| Drawn::Side(value.parse().unwrap_or(0)));
    let (nick, typing) = (said(Drawn::Nick), use_typing(draft.guess.nick.clone().into()));
    let named = typing.onchange(move |event: Event| nick.emit(event.target_unchecked_into::<HtmlInputElement>().value()));
    let add = say.reform(|_: MouseEvent| Message::Workshop(Said::Draft(Drawn::Add)));
    let line = draft.side;
    let erase = say.reform(move |_: MouseEvent| Message::Workshop(Said::Draft(Drawn::Erase(line))));
    html! {
        <div class="guess-form">
            <p class="hint">{ text::GUESS_HINT }</p>
            <div class="field"><label for="guess-what">{ text::GUESS_WHAT }</label>
                <select id="guess-what" onchange={select(question)}>{ for QUESTIONS.iter().enumerate().map(|(k, q)| html! {
                    <option key={k} value={k.to_string()} selected={usize::from(draft.guess.question) == k}>{ format!("{} ({})", q.info().name, q.info().unit) }</option>
                }) }</select></div>
            <div class="field"><label for="guess-world">{ text::GUESS_WORLD }</label>
                <select id="guess-world" onchange={select(side)}>{ for names.iter().enumerate().map(|(k, name)| html! {
                    <option key={k} value={k.to_string()} selected={draft.side == k}>{ name }</option>
                }) }</select></div>
            <div class="row guess-points">{ for (0..POINTS).map(|point| html! { <Moment key={point} state={props.state.clone()} {point} /> }) }</div>
            <div class="field"><label for="guess-name">{ text::GUESS_NAME }</label>
                <input id="guess-name" type="text" value={typing.shown()} oninput={typing.oninput()} onchange={named} /></div>
            if !draft.is_empty() { <p>{ text::GUESS_CODE }{ " " }<strong class="guess-code">{ draft.guess.code() }</strong></p> }
            <p class="row">
                <button type="button" disabled={draft.is_empty()} onclick={add}>{ text::GUESS_ADD }</button>
                <button type="button" disabled={draft.guess.curves[line].is_none()} onclick={erase}>{ text::GUESS_ERASE }</button>
            </p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MomentProps {
    state: Shared<State>,
    point: usize,
}

/// One moment of the line that is drawn.
#[component]
fn Moment(props: &MomentProps) -> Html {
    let say = use_say();
    let (draft, point) = (&props.state.workshop.draft, props.point);
    let question = draft.guess.question();
    let begins = question.height(start(&props.state, usize::from(draft.guess.question)));
    let height = draft.guess.curves[draft.side].map_or(begins, |curve| curve[point]);
    let typing = use_typing(question.value(height).to_string().into());
    let typed = typing.onchange(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
        let height = if value.is_finite() { question.height(value) } else { begins };
        say.emit(Message::Workshop(Said::Draft(Drawn::Point { point, height, start: begins })));
    });
    let id = format!("guess-{point}");
    let years = props.state.scenario.years;
    html! {
        <div class="field">
            <label for={id.clone()}>{ text::moment(&year_words(year(point, years)), question.info().unit) }</label>
            <input {id} type="number" inputmode="decimal" min={question.low.to_string()} max={question.high().to_string()} step={question.step.to_string()}
                value={typing.shown()} oninput={typing.oninput()} onchange={typed} />
        </div>
    }
}

/// What the room expects; what happened beside it once that may be said.
#[component]
pub fn Guesses(props: &Props) -> Html {
    let (state, room) = (&props.state, &props.state.workshop.room);
    let (shown, names) = (state.shown(), names(state));
    let pair = Pair::of(&shown.scenario);
    let mut parts = Vec::new();
    for (k, question) in QUESTIONS.iter().enumerate() {
        for (side, arm) in [pair.first, pair.second].into_iter().enumerate() {
            let curves = room.curves(k, side, start(state, k), shown.scenario.years);
            if curves.is_empty() {
                continue;
            }
            let truth = summary::arm(&shown.ensemble, arm as u32, question.indicator);
            let spread = spans(&curves);
            let digits = question.info().digits;
            parts.push(html! {
                <div key={format!("{k} {side}")} class="room-guess">
                    if props.revealed { <p class="finding">{ words::room(&curves, &truth, *question, &names[side]) }</p> }
                    <table>
                        <caption>{ text::CAPTION_GUESSES }{ ": " }{ question.info().name }{ ", " }{ &names[side] }</caption>
                        <thead><tr>{ for [text::YEAR, text::LOWEST, text::MIDDLE, text::HIGHEST].map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                        <tbody>{ for spread.iter().enumerate().map(|(year, span)| html! {
                            <tr key={year}><th scope="row">{ year }</th>{ for [span.low, span.median, span.high].map(|v| html! { <td class="n">{ plain(v, digits) }</td> }) }</tr>
                        }) }</tbody>
                    </table>
                </div>
            });
        }
    }
    if parts.is_empty() {
        return Html::default();
    }
    html! { <section class="room-guesses" aria-labelledby="guesses-title"><h2 id="guesses-title">{ text::GUESSES }</h2>{ parts }</section> }
}

/// Guesses and courses that come in from other devices, and one's own.
#[component]
pub fn Collect(props: &Props) -> Html {
    let say = use_say();
    let node = use_node_ref();
    let workshop = &props.state.workshop;
    let take = {
        let (say, node) = (say.clone(), node.clone());
        move |_: MouseEvent| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                say.emit(Message::Workshop(Said::Collected(area.value())));
            }
        }
    };
    let clear = say.reform(|_: MouseEvent| Message::Workshop(Said::ClearRoom));
    html! {
        <section class="guess" aria-labelledby="guess-title">
            <h2 id="guess-title">{ text::GUESS_OPEN }</h2>
            <Draw state={props.state.clone()} />
            <div class="field"><label for="collect">{ text::COLLECT }</label><textarea id="collect" ref={node} rows="3" spellcheck="false" /></div>
            <p class="row">
                <button type="button" onclick={take}>{ text::COLLECT_TAKE }</button>
                <button type="button" disabled={workshop.room.guesses.is_empty()} onclick={clear}>{ text::CLEAR }</button>
            </p>
            <div role="status">{ for workshop.came.iter().map(|words| html! { <p key={words.clone()}>{ words }</p> }) }</div>
            if workshop.unkept { <p class="hint">{ text::UNKEPT }</p> }
        </section>
    }
}

/// Where one person guesses on a device of their own.
#[component]
pub fn Guess(props: &Props) -> Html {
    let say = use_say();
    let hour = say.reform(|_: MouseEvent| Message::Workshop(Said::Open(Part::Hour)));
    html! {
        <div class="workshop">
            <h1 tabindex="-1">{ text::GUESS_TITLE }</h1>
            <Draw state={props.state.clone()} />
            <p class="row"><button type="button" onclick={hour}>{ text::TO_HOUR }</button></p>
        </div>
    }
}
