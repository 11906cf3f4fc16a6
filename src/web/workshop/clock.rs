//! The clock of a step: the one thing in the hour that a second changes.

use super::super::text::workshop as text;
use yew::prelude::*;

/// Seconds spent on the step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Elapsed(pub u32);

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How long the step is to take. Unit: minutes.
    pub minutes: u32,
}

#[component]
pub fn Clock(props: &Props) -> Html {
    let Elapsed(seconds) = use_context().unwrap_or(Elapsed(0));
    html! {
        <span class="hour-clock" role="timer" aria-label={text::CLOCK}>{ text::clock(seconds, props.minutes) }</span>
    }
}
