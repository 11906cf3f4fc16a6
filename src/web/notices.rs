//! What is to be told, one thing at a time, over the page: nothing moves when it comes or goes. What went well goes by itself,
//! unless a hand or the focus is on it; what asks for attention stays until it is closed.

use super::parts::use_say;
use super::text;
use crate::session::notices::Notice;
use crate::session::{Message, page};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a notice stays, and for how much longer for each of its letters. Unit: milliseconds.
const MOMENT: u32 = 4_000;
const LETTER: u32 = 60;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is told now.
    pub notice: Option<Notice>,
}

#[component]
pub fn Notices(props: &Props) -> Html {
    let say = use_say();
    let held = use_state_eq(|| false);
    let going = props
        .notice
        .as_ref()
        .filter(|notice| notice.passing && !*held);
    let going = going.map(|notice| {
        (
            notice.id,
            MOMENT + LETTER * notice.words.chars().count() as u32,
        )
    });
    {
        let say = say.clone();
        use_effect_with(going, move |going| {
            let timer = going.map(|(id, moment)| {
                Timeout::new(moment, move || {
                    say.emit(Message::Page(page::Said::Dismiss(id)));
                })
            });
            move || drop(timer)
        });
    }
    {
        let held = held.setter();
        use_effect_with(props.notice.as_ref().map(|notice| notice.id), move |_| {
            held.set(false);
        });
    }
    let hold = |on: bool| {
        let held = held.setter();
        move || held.set(on)
    };
    let (over, out, focus, blur) = (hold(true), hold(false), hold(true), hold(false));
    // The region is there before anything is told, so that it is read aloud when it comes.
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &props.notice {
                <p key={notice.id} class="notice" onpointerenter={move |_| over()} onpointerleave={move |_| out()} onfocusin={move |_| focus()} onfocusout={move |_| blur()}>
                    <span>{ &notice.words }</span>
                    <button type="button" onclick={{
                        let (say, id) = (say.clone(), notice.id);
                        move |_| say.emit(Message::Page(page::Said::Dismiss(id)))
                    }}>{ text::DISMISS }</button>
                </p>
            }
        </div>
    }
}
