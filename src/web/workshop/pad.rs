//! The pad on which a curve is drawn: by pointer, by touch, or as numbers. Every way moves the same five heights.

use super::super::parts::{Hand, NumberBox, mark, marks, use_say, use_width};
use super::super::text::workshop as text;
use crate::charts::number::plain;
use crate::charts::scale::Extent;
use crate::charts::words::amount;
use crate::drawing::lines::path;
use crate::drawing::over_years::Room;
use crate::drawing::{Mark, Role, Who};
use crate::session::Message;
use crate::session::workshop::Said;
use crate::session::workshop::draft::{Draft, Pointer, Said as Drawn};
use crate::session::workshop::guess::{POINTS, year};
use crate::session::workshop::room::year_words;
use web_sys::Element;
use yew::prelude::*;

/// How high the pad is: lower on a telephone, so that all of it is in sight. Unit: pixels.
fn height(width: f64) -> f64 {
    if width < NARROW { 290.0 } else { 340.0 }
}

/// Narrower than this is a telephone. Unit: pixels.
const NARROW: f64 = 420.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub draft: Draft,
    /// Where everybody starts.
    pub start: f64,
    pub years: u32,
    /// The names of the two worlds.
    pub names: [AttrValue; 2],
}

#[component]
pub fn Pad(props: &Props) -> Html {
    let say = use_say();
    // Which finger, pen or mouse draws, and where it was last. Others that touch the pad meanwhile do nothing.
    let (node, hand) = (use_node_ref(), use_mut_ref(Pointer::default));
    let width = use_width(node.clone(), 320.0);
    let (draft, question, years, start) = (
        &props.draft,
        props.draft.guess.question(),
        props.years,
        props.start,
    );
    let extent = Extent {
        low: question.low.min(start),
        high: question.high().max(start),
    };
    let height = height(width);
    let room = Room::new((width, height), 16.0, years, (extent, 6), plain);
    let (frame, x, y) = (room.frame, room.x, room.y);
    let at = |year: f64, value: f64| (x.at(year), y.at(value));
    let move_to = {
        let (say, node, hand) = (say.clone(), node.clone(), hand.clone());
        move |event: &PointerEvent| {
            let Some(area) = node
                .cast::<Element>()
                .map(|element| element.get_bounding_client_rect())
            else {
                return;
            };
            let (px, py) = (
                f64::from(event.client_x()) - area.left(),
                f64::from(event.client_y()) - area.top(),
            );
            let near = |point: &usize| (x.at(year(*point, years)) - px).abs();
            let nearest = (0..POINTS)
                .min_by(|a, b| near(a).total_cmp(&near(b)))
                .unwrap_or(0);
            let value = y.low + (py - y.from) / (y.to - y.from) * (y.high - y.low);
            let points = hand
                .borrow_mut()
                .moves(event.pointer_id(), (nearest, value));
            for (point, value) in points {
                let said = Drawn::Point {
                    point,
                    height: question.height(value),
                    start: question.height(start),
                };
                say.emit(Message::Workshop(Said::Draft(said)));
            }
        }
    };
    let down = {
        let (hand, move_to) = (hand.clone(), move_to.clone());
        move |event: PointerEvent| {
            if !hand.borrow_mut().begins(event.pointer_id()) {
                return;
            }
            if let Some(element) = event.target_dyn_into::<Element>() {
                // A hand that leaves the pad while it draws is still drawing. Without this it is only less smooth.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            move_to(&event);
        }
    };
    let moved = move |event: PointerEvent| move_to(&event);
    let up = {
        let say = say.clone();
        Callback::from(move |event: PointerEvent| {
            if hand.borrow_mut().ends(event.pointer_id()) {
                say.emit(Message::Workshop(Said::Draft(Drawn::Lifted)));
            }
        })
    };
    let info = question.info();
    html! {
        <div class="pad">
            <p class="chart-name">{ info.name }{ ", " }{ info.unit }</p>
            <div class="chart pad-chart" ref={node}>
                <svg width={width.to_string()} height={height.to_string()} role="img" aria-label={alternative(props)}
                    onpointerdown={down} onpointermove={moved} onpointerup={up.clone()} onpointercancel={up}>
                    <rect class="pad-paper" x={frame.left.to_string()} y="0" width={(width - frame.left).max(1.0).to_string()} height={height.to_string()} />
                    { mark(&room.axes) }
                    <circle class="pad-start" cx={x.at(0.0).to_string()} cy={y.at(start).to_string()} r="6" />
                    { for draft.guess.curves.iter().enumerate().filter_map(|(side, curve)| {
                        let (curve, who) = (curve.as_ref()?, [Who::Reference, Who::Alternative][side]);
                        let points = curve.iter().enumerate().map(|(point, height)| at(year(point, years), question.value(*height)));
                        let places: Vec<(f64, f64)> = std::iter::once(at(0.0, start)).chain(points).collect();
                        let mut drawn = vec![Mark::path(Role::Line(who), path(places.clone()))];
                        drawn.extend(places.into_iter().skip(1).map(|place| Mark::dot(Role::Plain, place, 6.0)));
                        Some(html! { <g key={side} class={classes!("drawn", who.class())}>{ marks(&drawn) }</g> })
                    }) }
                </svg>
            </div>
            { boxes(props, &say) }
        </div>
    }
}

/// What the chart shows, in words.
fn alternative(props: &Props) -> String {
    let (question, guess) = (props.draft.guess.question(), &props.draft.guess);
    let ends: Vec<String> = guess
        .curves
        .iter()
        .zip(&props.names)
        .filter_map(|(curve, name)| {
            let end = question.value(curve.as_ref()?[POINTS - 1]);
            Some(text::drawn_to(name, &amount(end, question.info())))
        })
        .collect();
    text::pad(
        question.info().name,
        &amount(props.start, question.info()),
        &ends.join(" "),
    )
}

/// The same line as numbers.
fn boxes(props: &Props, say: &Callback<Message>) -> Html {
    let (draft, question) = (&props.draft, props.draft.guess.question());
    let start = question.height(props.start);
    let curve = draft.guess.curves[draft.side].unwrap_or([start; POINTS]);
    html! {
        <fieldset class="pad-boxes" disabled={draft.locked}>
            <legend>{ &props.names[draft.side] }</legend>
            { for (0..POINTS).map(|point| {
                let name = text::year(&year_words(year(point, props.years)));
                let moved = say.reform(move |value: f64| {
                    Message::Workshop(Said::Draft(Drawn::Point { point, height: question.height(value), start }))
                });
                let done = say.reform(|_: Hand| Message::Workshop(Said::Draft(Drawn::Lifted)));
                html! {
                    <div key={point} class="pad-box"><span aria-hidden="true">{ name.clone() }</span>
                        <NumberBox label={name} value={question.value(curve[point])} low={question.low} high={question.high()} step={question.step} unit="%" oninput={moved} ondone={done} />
                    </div>
                }
            }) }
        </fieldset>
    }
}
