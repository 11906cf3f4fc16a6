//! What the living picture is told by: what people are coloured by, which world, and the key to its colours.

use super::super::super::parts::{Choice, use_say};
use super::super::super::text;
use crate::charts::colour::{DARK, LIGHT, Rgb};
use crate::charts::number::plain;
use crate::charts::picture;
use crate::indicators::{FrameMeasure, Frames};
use crate::session::Message;
use crate::session::explore::{self, Shown};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct ColourProps {
    pub colour: FrameMeasure,
    pub shown: Shown,
    pub alone: bool,
    pub reference: String,
    pub alternative: String,
}

#[component]
pub fn ColourControls(props: &ColourProps) -> Html {
    let say = use_say();
    let options = Frames::MEASURES
        .iter()
        .map(|m| {
            (
                AttrValue::from(text::measure_id(*m)),
                AttrValue::from(text::measure(*m)),
            )
        })
        .collect::<Vec<_>>();
    let chosen = {
        let say = say.clone();
        Callback::from(move |id: String| {
            if let Some(measure) = Frames::MEASURES
                .iter()
                .find(|m| text::measure_id(**m) == id)
            {
                say.emit(Message::Explore(explore::Said::Colour(*measure)));
            }
        })
    };
    html! {
        <div class="tools">
            <Choice id="colour" label={text::COLOURED_BY} {options} value={text::measure_id(props.colour)} onchange={chosen} />
            if !props.alone {
                <Switch shown={props.shown} reference={props.reference.clone()} alternative={props.alternative.clone()} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SwitchProps {
    shown: Shown,
    reference: String,
    alternative: String,
}

/// One world, the other, both, or where they differ.
#[component]
fn Switch(props: &SwitchProps) -> Html {
    let say = use_say();
    let (reference, alternative) = text::short_names(&props.reference, &props.alternative);
    html! {
        <div class="switch" role="group" aria-label={text::WORLDS}>
            { for Shown::ALL.iter().map(|(shown, id)| {
                let (say, shown) = (say.clone(), *shown);
                let name = match shown {
                    Shown::Reference => reference.clone(),
                    Shown::Difference => text::DIFFERENCE.to_string(),
                    Shown::Alternative => alternative.clone(),
                    Shown::Both => text::BOTH.to_string(),
                };
                let pressed = (shown == props.shown).to_string();
                html! { <button key={*id} type="button" aria-pressed={pressed} onclick={move |_| say.emit(Message::Explore(explore::Said::Picture(shown)))}>{ name }</button> }
            }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct LegendProps {
    pub measure: FrameMeasure,
    pub difference: bool,
    pub dark: bool,
    pub reference: String,
    pub alternative: String,
}

#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let palette = if props.dark { DARK } else { LIGHT };
    let hex = |Rgb(r, g, b): Rgb| format!("rgb({r} {g} {b})");
    if props.difference {
        let keys = [
            (palette.reference, text::better_with(&props.reference)),
            (palette.alike, text::ALIKE.to_string()),
            (palette.alternative, text::better_with(&props.alternative)),
        ];
        return html! {
            <ul class="legend">
                { for keys.into_iter().map(|(colour, words)| html! {
                    <li key={words.clone()}><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill={hex(colour)} /></svg>{ words }</li>
                }) }
            </ul>
        };
    }
    let (low, high) = picture::ends_of(props.measure);
    html! {
        <p class="legend ramp">
            <span>{ format!("{} {}", plain(low, 0), text::low_end(props.measure)) }</span>
            <svg width="160" height="14" aria-hidden="true">
                { for (0..32).map(|k| html! {
                    <rect key={k} x={(k * 5).to_string()} y="0" width="5.5" height="14" fill={hex(palette.outcome(f64::from(k) / 31.0))} />
                }) }
            </svg>
            <span>{ format!("{} {}", plain(high, 0), text::high_end(props.measure)) }</span>
            <span class="hint">{ text::ONE_DOT }</span>
        </p>
    }
}
