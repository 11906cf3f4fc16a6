//! How far an experiment is, and the way to stop it. Draws numbers it is given.

use crate::session::lab::bench::{Going, Said};
use crate::session::{Message, lab};
use crate::web::parts::use_say;
use crate::web::text::lab as words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub going: Going,
    /// Whether parts are kept on this device.
    pub kept: bool,
}

#[component]
pub fn Progress(props: &Props) -> Html {
    let say = use_say();
    let stop = say.reform(|_: MouseEvent| said(Said::Stop));
    let going = &props.going;
    let (done, tasks) = (going.done(), going.tasks());
    let stage = match tasks {
        0 => words::SIZING.to_string(),
        _ if done == tasks => words::GATHERING.to_string(),
        _ => words::progress(
            done,
            tasks,
            going.lives(),
            going.lives_in_all(),
            going.seconds_left(),
        ),
    };
    html! {
        <div class="lab-part lab-going">
            <h3>{ words::GOING }{ ": " }{ &going.experiment.name }</h3>
            <p class="progress">
                <progress aria-label={words::PROGRESS} max={tasks.max(1).to_string()} value={done.to_string()}></progress>
                <span>{ stage }</span>
                <button type="button" onclick={stop}>{ words::STOP }</button>
            </p>
            if props.kept && !going.is_map { <p class="hint">{ words::STOP_HINT }</p> }
        </div>
    }
}

/// Something happened to experiments.
pub fn said(said: Said) -> Message {
    Message::Lab(lab::Said::Bench(said))
}
