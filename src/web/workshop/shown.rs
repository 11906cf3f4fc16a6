//! The parts of the page that a step shows, by name: those of Explore, one world where the other is still hidden.

use super::super::explore::headline::Headline;
use super::super::explore::lives::{self, Lives};
use super::super::explore::why;
use super::super::explore::worlds::{self, Alone, Worlds};
use super::super::parts::{Shared, use_say};
use super::super::teams::Teams;
use super::super::text::workshop as text;
use super::ending::Ending;
use super::page::Props;
use super::reveal::Reveal;
use super::room::Predict;
use super::summary::Summary;
use crate::ensemble::pair::Pair;
use crate::protocol::Inquiry;
use crate::session::workshop::Said;
use crate::session::workshop::lesson::Show;
use crate::session::workshop::people::Whereabouts;
use crate::session::{Message, explore};
use std::rc::Rc;
use yew::prelude::*;

/// A part of the page.
pub fn shown(show: Show, props: &Props) -> Html {
    let state = &props.state;
    let run = state.question.shown();
    let pair = Pair::shown(&run.scenario);
    let place = AttrValue::from(props.choices.place_name(&run.scenario.place).to_owned());
    let one = |inquiry: Inquiry| {
        let why = why::Props {
            inquiries: Shared(Rc::clone(&state.inquiries)),
            scenario: Shared(Rc::clone(&state.question.run.scenario)),
            settled: *state.question.run.scenario == *state.question.scenario,
            place: place.clone(),
        };
        html! { <section class="why hour-part"><why::One {why} {inquiry} stand_in=true /></section> }
    };
    let world = |still: bool| {
        html! { <Worlds alone={Alone { arm: pair.reference, title: place.clone(), still }} ..worlds::Props::of(state, props.dark) /> }
    };
    let key = format!("{show:?}");
    let part = match show {
        Show::Place => world(true),
        Show::People => html! { <People page={props.clone()} /> },
        Show::Guess => html! { <Predict ..props.clone() /> },
        Show::WorldFirst => world(false),
        Show::Worlds => html! { <Worlds ..worlds::Props::of(state, props.dark) /> },
        Show::OutcomeFirst => html! { <Reveal page={props.clone()} sides={[true, false]} /> },
        Show::OutcomeBoth => html! { <Reveal page={props.clone()} sides={[true, true]} /> },
        Show::Ending => html! { <Ending ..props.clone() /> },
        Show::Evaluation => one(Inquiry::Evaluation),
        Show::Headline => {
            html! { <div class="hour-headline"><Headline question={Shared(Rc::clone(&state.question))} inquiries={Shared(Rc::clone(&state.inquiries))} choices={props.choices.clone()} inside=true /></div> }
        }
        Show::Couplings => one(Inquiry::Couplings),
        Show::Levels => one(Inquiry::Levels),
        Show::Lives => {
            html! { <><People page={props.clone()} again=true /><Lives ..lives::Props::of(state) /></> }
        }
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

/// Three people of the place, as they are when the two worlds part.
#[component]
fn People(props: &PeopleProps) -> Html {
    let state = &props.page.state;
    let run = state.question.shown();
    let people = state.workshop.people.as_ref();
    let years = run.scenario.spin_up_months.div_ceil(12).max(1);
    html! {
        <section class="card hour-part" aria-labelledby="hour-people">
            <h2 id="hour-people">{ if props.again { text::PEOPLE_AGAIN } else { text::PEOPLE } }</h2>
            if let Some(people) = people {
                <ol class="hour-people">{ for people.met.iter().enumerate().map(|(position, one)| html! {
                    <li key={one.key}>
                        <strong>{ text::introduced_for(one.circumstance, years) }</strong>{ " " }{ &one.words }
                        <Found page={props.page.clone()} {position} again={props.again} />
                    </li>
                }) }</ol>
                <p class="hint">{ text::people_rule(years) }</p>
                if people.are_of_another_place(run) { <Others /> }
            } else {
                <p>{ text::PEOPLE_WAIT }</p>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FoundProps {
    page: Props,
    /// Which of the three.
    position: usize,
    /// Whether the room may see what became of them.
    again: bool,
}

/// The way to what became of somebody, or why there is none in this run.
#[component]
fn Found(props: &FoundProps) -> Html {
    let say = use_say();
    let state = &props.page.state;
    let run = state.question.shown();
    let Some((people, one)) = state
        .workshop
        .people
        .as_ref()
        .and_then(|people| Some((people, people.met.get(props.position)?)))
    else {
        return Html::default();
    };
    match people.whereabouts(one, run) {
        Some(Whereabouts::Here(slot)) if props.again => {
            let chosen = state.explore.person == Some(slot);
            let click = say
                .reform(move |_: MouseEvent| Message::Explore(explore::Said::Person(Some(slot))));
            html! { <>{ " " }<button type="button" aria-pressed={chosen.to_string()} onclick={click}>{ text::follow(props.position) }</button></> }
        }
        Some(Whereabouts::NotHere) => html! { <p class="hint">{ text::NOT_HERE }</p> },
        Some(Whereabouts::OtherPeople) => html! { <p class="hint">{ text::OTHER_PEOPLE }</p> },
        Some(Whereabouts::Here(_)) | None => Html::default(),
    }
}

/// The way to three people of the run on screen.
#[component]
fn Others() -> Html {
    let say = use_say();
    let meet = say.reform(|_: MouseEvent| Message::Workshop(Said::MeetOthers));
    html! { <p class="row"><button type="button" onclick={meet}>{ text::MEET_OTHERS }</button></p> }
}
