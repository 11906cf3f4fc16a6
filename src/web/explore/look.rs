//! Looking at somebody or at a neighbourhood without pointing: lists and buttons, and what they say.

use super::super::parts::{Choice, Shared, use_say};
use super::super::text;
use super::overlay::Looked;
use crate::charts::person;
use crate::charts::rim;
use crate::place::Place;
use crate::session::{Message, explore};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub place: Option<Shared<Place>>,
    pub looked: Looked,
    /// The neighbourhood chosen in the list (pointing at one does not change it).
    pub chosen: Option<u32>,
}

#[component]
pub fn Look(props: &Props) -> Html {
    let say = use_say();
    let names = props
        .place
        .iter()
        .flat_map(|place| place.communities.iter().enumerate());
    let options: Vec<(AttrValue, AttrValue)> =
        [(AttrValue::from(""), AttrValue::from(text::WHOLE_PLACE))]
            .into_iter()
            .chain(names.map(|(k, community)| {
                (
                    AttrValue::from(k.to_string()),
                    AttrValue::from(community.name.clone()),
                )
            }))
            .collect();
    let look = {
        let say = say.clone();
        Callback::from(move |id: String| {
            say.emit(Message::Explore(explore::Said::Neighbourhood(
                id.parse().ok(),
            )));
        })
    };
    let other = {
        let say = say.clone();
        move |_| say.emit(Message::Explore(explore::Said::SomebodyElse))
    };
    let sentence = match (&props.place, props.looked.person) {
        (Some(place), Some(slot)) => person::sentence(
            place,
            slot,
            props.looked.family,
            props.looked.newcomer,
            props.looked.parting,
        ),
        _ => text::FOLLOW_HINT.to_string(),
    };
    let followed = props.looked.person.is_some();
    html! {
        <div class="look-at" role="group" aria-label={text::LOOK_AT_PLACE}>
            <Choice id="neighbourhood" label={text::NEIGHBOURHOOD} {options} value={props.chosen.map_or_else(String::new, |k| k.to_string())} onchange={look} />
            <button type="button" onclick={other} disabled={props.place.is_none()}>{ if followed { text::SOMEBODY_ELSE } else { text::SOMEBODY } }</button>
            <button type="button" onclick={move |_| say.emit(Message::Explore(explore::Said::Person(None)))} disabled={!followed}>{ text::NOBODY }</button>
            <p class="who" role="status">{ sentence }</p>
            <p class="hint">{ if followed { text::FRIENDS_KEY } else { text::LINES } }</p>
        </div>
    }
}

/// What the numbers on the rim are, where names have no room.
#[component]
pub fn RimKey() -> Html {
    html! {
        <ol class="rim-key" aria-label={text::RIM_KEY}>
            { for rim::stands().iter().map(|stand| html! { <li key={text::thing(stand.thing)}>{ text::thing(stand.thing) }</li> }) }
        </ol>
    }
}
