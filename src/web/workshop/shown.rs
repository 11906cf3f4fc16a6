//! The parts of the page that a step shows, by name: those of Explore, one world where the other is still hidden.

use super::super::explore::headline::Headline;
use super::super::explore::lives::Lives;
use super::super::explore::why;
use super::super::explore::worlds::{Alone, Worlds};
use super::super::parts::Shared;
use super::super::teams::Teams;
use super::super::text::workshop as text;
use super::Props;
use super::reveal::Reveal;
use super::room::Predict;
use super::summary::Summary;
use crate::analysis::lives::proposals::{Example, Proposals};
use crate::charts::person;
use crate::protocol::Inquiry;
use crate::session::Pair;
use crate::session::workshop::lesson::Show;
use crate::session::workshop::words;
use std::rc::Rc;
use yew::prelude::*;

/// A part of the page.
pub fn shown(show: Show, props: &Props) -> Html {
    let state = &props.state;
    let run = state.shown();
    let pair = Pair::of(&run.scenario);
    let place = AttrValue::from(props.choices.place_name(&run.scenario.place).to_owned());
    let one = |inquiry: Inquiry| {
        let why = why::Props {
            inquiries: Shared(Rc::clone(&state.inquiries)),
            scenario: Shared(Rc::clone(&state.run.scenario)),
            settled: *state.run.scenario == *state.scenario,
            place: place.clone(),
        };
        html! { <section class="why hour-part"><why::One {why} {inquiry} /></section> }
    };
    let world = |still: bool| {
        let name = run.scenario.arms.get(pair.first).map_or("", |arm| arm.name.as_str());
        let title = if still { place.clone() } else { AttrValue::from(name.to_owned()) };
        html! { <Worlds state={state.clone()} dark={props.dark} alone={Alone { arm: pair.first, title, still }} /> }
    };
    let key = format!("{show:?}");
    let part = match show {
        Show::Place => world(true),
        Show::People => html! { <People ..props.clone() /> },
        Show::Guess => html! { <Predict ..props.clone() /> },
        Show::WorldFirst => world(false),
        Show::Worlds => html! { <Worlds state={state.clone()} dark={props.dark} /> },
        Show::OutcomeFirst => html! { <Reveal page={props.clone()} sides={[true, false]} /> },
        Show::OutcomeBoth => html! { <Reveal page={props.clone()} sides={[true, true]} /> },
        Show::Ending => html! {
            <section class="card hour-part" aria-labelledby="hour-ending">
                <h2 id="hour-ending">{ text::ENDING }</h2>
                <p class="hour-finding">{ words::ending(&run.ensemble, pair.first, &run.scenario) }</p>
            </section>
        },
        Show::Evaluation => one(Inquiry::Evaluation),
        Show::Headline => {
            html! { <div class="hour-headline"><Headline state={state.clone()} choices={props.choices.clone()} inside=true /></div> }
        }
        Show::Couplings => one(Inquiry::Couplings),
        Show::Levels => one(Inquiry::Levels),
        Show::Lives => html! { <Lives state={state.clone()} /> },
        Show::Robustness => one(Inquiry::Worlds),
        Show::Layers => one(Inquiry::Layers),
        Show::Teams => html! { <Teams state={state.clone()} choices={props.choices.clone()} /> },
        Show::Summary => html! { <Summary ..props.clone() /> },
    };
    html! { <div class="hour-shown" {key}>{ part }</div> }
}

/// Three people of the place, as they were before anything happened.
#[component]
fn People(props: &Props) -> Html {
    let run = props.state.shown();
    let pair = Pair::of(&run.scenario);
    let found = use_memo((Shared(Rc::clone(&run.pictures)), pair), |(pictures, pair)| {
        let found = Proposals::of(pictures.get(pair.first)?, pictures.get(pair.second)?)?;
        let mut slots: Vec<u32> = Vec::new();
        for (example, turn) in Example::ALL.into_iter().zip([0, 0, 0, 1]) {
            slots.extend(found.pick(example, turn).filter(|slot| !slots.contains(slot)));
        }
        // In the order of the place: who comes first says nothing of what becomes of them.
        slots.truncate(3);
        slots.sort_unstable();
        Some(slots)
    });
    let place = run.place.as_deref();
    html! {
        <section class="card hour-part" aria-labelledby="hour-people">
            <h2 id="hour-people">{ text::PEOPLE }</h2>
            if let (Some(slots), Some(place)) = (&*found, place) {
                <ul class="hour-people">{ for slots.iter().map(|slot| html! {
                    <li key={*slot}>{ person::sentence(place, *slot, person::family(place, &[], *slot), None) }</li>
                }) }</ul>
            } else {
                <p>{ text::PEOPLE_WAIT }</p>
            }
        </section>
    }
}
