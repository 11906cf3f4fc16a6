//! The parts of the page that a step shows, by name: those of Explore, one world where the other is still hidden.

use super::super::explore::headline::Headline;
use super::super::explore::lives::Lives;
use super::super::explore::why;
use super::super::explore::worlds::{Alone, Worlds};
use super::super::parts::{Shared, use_say};
use super::super::teams::Teams;
use super::super::text::workshop as text;
use super::Props;
use super::reveal::Reveal;
use super::room::Predict;
use super::summary::Summary;
use crate::analysis::lives::proposals::{Example, Proposals};
use crate::charts::person;
use crate::ensemble::pair::Pair;
use crate::indicators::Frames;
use crate::place::Place;
use crate::protocol::Inquiry;
use crate::session::Message;
use crate::session::workshop::lesson::Show;
use crate::session::workshop::words;
use std::rc::Rc;
use yew::prelude::*;

/// A part of the page.
pub fn shown(show: Show, props: &Props) -> Html {
    let state = &props.state;
    let run = state.shown();
    let pair = Pair::shown(&run.scenario);
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
        html! { <Worlds state={state.clone()} dark={props.dark} alone={Alone { arm: pair.reference, title: place.clone(), still }} /> }
    };
    let key = format!("{show:?}");
    let part = match show {
        Show::Place => world(true),
        Show::People => html! { <People page={props.clone()} /> },
        Show::Guess => html! { <Predict ..props.clone() /> },
        Show::WorldFirst => world(false),
        Show::Worlds => html! { <Worlds state={state.clone()} dark={props.dark} /> },
        Show::OutcomeFirst => html! { <Reveal page={props.clone()} sides={[true, false]} /> },
        Show::OutcomeBoth => html! { <Reveal page={props.clone()} sides={[true, true]} /> },
        Show::Ending => html! {
            <section class="card hour-part" aria-labelledby="hour-ending">
                <h2 id="hour-ending">{ text::ENDING }</h2>
                <p class="hour-finding">{ words::ending(&run.ensemble, pair.reference, &run.scenario) }</p>
            </section>
        },
        Show::Evaluation => one(Inquiry::Evaluation),
        Show::Headline => {
            html! { <div class="hour-headline"><Headline state={state.clone()} choices={props.choices.clone()} inside=true /></div> }
        }
        Show::Couplings => one(Inquiry::Couplings),
        Show::Levels => one(Inquiry::Levels),
        Show::Lives => html! { <><People page={props.clone()} again=true /><Lives state={state.clone()} /></> },
        Show::Robustness => one(Inquiry::Worlds),
        Show::Layers => one(Inquiry::Layers),
        Show::Teams => html! { <Teams state={state.clone()} choices={props.choices.clone()} /> },
        Show::Summary => html! { <Summary ..props.clone() /> },
    };
    html! { <div class="hour-shown" {key}>{ part }</div> }
}

#[derive(Clone, PartialEq, Properties)]
struct PeopleProps {
    page: Props,
    /// Whether the room met them before, and may see what became of them.
    #[prop_or_default]
    again: bool,
}

/// Three people of the place, as they were before anything happened.
#[component]
fn People(props: &PeopleProps) -> Html {
    let say = use_say();
    let state = &props.page.state;
    let run = state.shown();
    let pair = Pair::shown(&run.scenario);
    let place = run.place.clone().map(Shared);
    let found = use_memo((Shared(Rc::clone(&run.pictures)), place.clone(), pair), |(pictures, place, pair)| {
        three(pictures, place.as_ref()?, *pair)
    });
    let follow = |position: usize, slot: u32| {
        let click = say.reform(move |_: MouseEvent| Message::Person(Some(slot)));
        let chosen = state.person == Some(slot);
        html! { <>{ " " }<button type="button" aria-pressed={chosen.to_string()} onclick={click}>{ text::follow(position) }</button></> }
    };
    html! {
        <section class="card hour-part" aria-labelledby="hour-people">
            <h2 id="hour-people">{ if props.again { text::PEOPLE_AGAIN } else { text::PEOPLE } }</h2>
            if let (Some(slots), Some(place)) = (&*found, place.as_deref()) {
                <ol class="hour-people">{ for slots.iter().enumerate().map(|(position, slot)| html! {
                    <li key={*slot}>
                        { person::sentence(place, *slot, person::family(place, &[], *slot), None) }
                        if props.again { { follow(position, *slot) } }
                    </li>
                }) }</ol>
            } else {
                <p>{ text::PEOPLE_WAIT }</p>
            }
        </section>
    }
}

/// How many examples of a kind are looked through for somebody who is there from the start.
const TURNS: u32 = 40;

/// Three examples of what may become of people who are there from the start, in the order of the place: who comes first says
/// nothing of what becomes of them.
fn three(pictures: &[Frames], place: &Place, pair: Pair) -> Option<Vec<u32>> {
    let found = Proposals::of(pictures.get(pair.reference)?, pictures.get(pair.alternative)?)?;
    let there = |slot: u32| (slot as usize) < place.persons.len() && person::newcomer(pictures, slot).is_none();
    let mut slots: Vec<u32> = Vec::new();
    for example in Example::ALL {
        slots.extend((0..TURNS).filter_map(|turn| found.pick(example, turn)).find(|slot| there(*slot) && !slots.contains(slot)));
    }
    slots.truncate(3);
    slots.sort_unstable();
    Some(slots)
}
