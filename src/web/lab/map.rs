//! The map of two assumptions: a table of buttons, one a cell. Draws what has arrived.

use super::form::{Suggestions, Text};
use super::progress::Progress;
use super::progress::said;
use crate::ensemble::pair::Pair;
use crate::experiment::sweep;
use crate::session::lab::bench::Said;
use crate::session::lab::map::{Ahead, REPLICATES, SIZES, Said as Chosen, Step, stepped};
use crate::session::{Message, State};
use crate::web::parts::{Choice, Shared, use_say};
use crate::web::text::lab as words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

fn chosen(what: Chosen) -> Message {
    said(Said::Map(what))
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Map(props: &Props) -> Html {
    let say = use_say();
    let bench = &props.state.lab.bench;
    let map = &bench.map;
    let name =
        |position: usize| say.reform(move |name: String| chosen(Chosen::Name(position, name)));
    let number = |make: fn(u32) -> Chosen| {
        say.reform(move |id: String| chosen(make(id.parse().unwrap_or_default())))
    };
    let options = |all: [u32; 4]| {
        all.iter()
            .map(|k| {
                (
                    AttrValue::from(k.to_string()),
                    AttrValue::from(k.to_string()),
                )
            })
            .collect::<Vec<_>>()
    };
    let run = say.reform(|_: MouseEvent| chosen(Chosen::Run));
    let going = bench.going.as_ref().filter(|going| going.is_map);
    html! {
        <section class="lab-map" aria-labelledby="map-title">
            <h2 id="map-title">{ words::MAP }</h2>
            <p class="hint">{ words::MAP_HINT }</p>
            <Suggestions scenario={Shared(Rc::clone(&props.state.question.scenario))} id="map-can-vary" />
            <div class="lab-fields">
                <Text id="map-across" label={words::MAP_ACROSS} value={map.names[0].clone()} list={AttrValue::from("map-can-vary")} onchange={name(0)} />
                <Text id="map-down" label={words::MAP_DOWN} value={map.names[1].clone()} list={AttrValue::from("map-can-vary")} onchange={name(1)} />
                <Choice id="map-size" label={words::MAP_SIZE} options={options(SIZES)} value={map.size.to_string()} onchange={number(Chosen::Size)} />
                <Choice id="map-replicates" label={words::MAP_REPLICATES} options={options(REPLICATES)} value={map.replicates.to_string()} onchange={number(Chosen::Replicates)} />
            </div>
            if let Some(wrong) = &map.wrong { <p class="wrong" role="alert">{ wrong }</p> }
            <p class="row"><button type="button" class="primary" disabled={bench.going.is_some() || map.wrong.is_some()} onclick={run}>{ words::MAP_RUN }</button></p>
            if bench.going.is_some() && going.is_none() { <p class="hint">{ words::MAP_BUSY }</p> }
            if let Some(going) = going { <Progress going={going.clone()} kept={false} /> }
            if map.drawn.is_some() { <Grid state={props.state.clone()} /> }
        </section>
    }
}

/// The cells as a grid: one stop for the Tab key, the arrows go from cell to cell.
#[component]
fn Grid(props: &Props) -> Html {
    let (say, node, at) = (use_say(), use_node_ref(), use_state(|| 0_usize));
    let map = &props.state.lab.bench.map;
    let Some(drawn) = &map.drawn else {
        return html! {};
    };
    let Some(pair) = Pair::of(&drawn.base) else {
        return html! {};
    };
    let names = pair.names(&drawn.base);
    let [down, across] = drawn.sweep.vary.as_slice() else {
        return html! {};
    };
    let size = (across.values.len(), down.values.len());
    let now = (*at).min(size.0 * size.1 - 1);
    let moved = {
        let (node, at) = (node.clone(), at.setter());
        move |event: KeyboardEvent| {
            let Some(step) = step(&event.key()) else {
                return;
            };
            event.prevent_default();
            let point = stepped(now, step, size);
            at.set(point);
            let found = node.cast::<Element>().and_then(|table| {
                table
                    .query_selector(&format!("[data-point='{point}']"))
                    .ok()
                    .flatten()
            });
            if let Some(button) = found.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                // A button that is gone meanwhile cannot be focused, and need not be.
                let _ = button.focus();
            }
        }
    };
    let cell = |point: usize| {
        let open = say.reform(move |_: MouseEvent| chosen(Chosen::Open(point as u32)));
        let focused = {
            let at = at.setter();
            move |_: FocusEvent| at.set(point)
        };
        let cell = map.cells().get(point).cloned().unwrap_or_default();
        let (class, mark) = looks(cell.ahead());
        let words = words::cell(&cell, names);
        let values = sweep::values(&drawn.sweep, point as u32);
        let label = words::open_cell((&across.name, values[1]), (&down.name, values[0]), &words);
        html! {
            <td key={point}>
                <button type="button" class={classes!("cell", class)} aria-label={label} data-point={point.to_string()}
                    tabindex={if point == now { "0" } else { "-1" }} onclick={open} onfocus={focused}>
                    <span aria-hidden="true" class="mark">{ mark }</span><span>{ words }</span>
                </button>
            </td>
        }
    };
    html! {
        <>
            <p class="lab-count" id="map-summary">{ words::map_summary(map.cells(), names) }</p>
            <p class="hint" id="map-keys">{ words::MAP_KEYS }</p>
            <div class="scroll" role="region" aria-label={words::MAP_CELLS}>
                <table class="map" role="grid" ref={node} aria-describedby="map-summary map-keys" onkeydown={moved}>
                    <caption>{ words::map_caption(&across.name, &down.name) }</caption>
                    <thead><tr><td></td>{ for across.values.iter().map(|value| html! { <th key={value.to_string()} scope="col">{ value.to_string() }</th> }) }</tr></thead>
                    <tbody>
                        { for down.values.iter().enumerate().map(|(row, value)| html! {
                            <tr key={row}><th scope="row">{ value.to_string() }</th>{ for (0..size.0).map(|column| cell(row * size.0 + column)) }</tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn step(key: &str) -> Option<Step> {
    Some(match key {
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "Home" => Step::Start,
        "End" => Step::End,
        _ => return None,
    })
}

/// How a cell looks: a class, and a mark that says the same without colour.
fn looks(ahead: Ahead) -> (&'static str, &'static str) {
    match ahead {
        Ahead::Unknown => ("unknown", "…"),
        Ahead::Alternative => ("second", "●"),
        Ahead::Reference => ("first", "▲"),
        Ahead::Neither => ("level", "="),
    }
}
