//! One assumption: what it means, a box for its value, where the value comes from. Draws; what is right is decided elsewhere.

use crate::export::delta::{section_of, source_words};
use crate::scenario::parameters::Parameters;
use crate::scenario::sources::Source;
use crate::session::Message;
use crate::session::lab::Said as Lab;
use crate::session::lab::assumptions::{Draft, Said};
use crate::session::lab::list::beyond;
use crate::web::parts::{Shared, use_say, use_typing};
use crate::web::text::lab as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its position in the registry.
    pub position: usize,
    /// The value it has.
    pub value: f32,
    /// What was typed and cannot be used.
    pub draft: Option<Draft>,
    /// The evidence register.
    pub register: Shared<Vec<Source>>,
}

#[component]
pub fn Row(props: &Props) -> Html {
    let say = use_say();
    let typing = use_typing(
        props
            .draft
            .as_ref()
            .map_or_else(|| props.value.to_string(), |draft| draft.typed.clone())
            .into(),
    );
    let Some(info) = Parameters::registry().get(props.position).copied() else {
        return html! {};
    };
    let position = props.position;
    let said = |said: Said| Message::Lab(Lab::Assumptions(said));
    let back = say.reform(move |_: MouseEvent| said(Said::Default(position)));
    let typed = typing.onchange(move |event: Event| {
        say.emit(said(Said::Typed(
            position,
            event.target_unchecked_into::<HtmlInputElement>().value(),
        )));
    });
    let (id, field, error) = (
        info.id(),
        format!("value-{position}"),
        format!("wrong-{position}"),
    );
    let (is_changed, is_wrong) = (props.value != info.default, props.draft.is_some());
    html! {
        <div role="row" class={classes!("lab-row", is_changed.then_some("changed"))}>
            <div role="rowheader">
                <label for={field.clone()}><code>{ info.mechanism }{ "." }<wbr />{ info.field }</code></label>
                <p>{ info.sentence }</p>
            </div>
            <div role="cell">
                <div class="lab-value">
                    <input id={field} type="text" inputmode="decimal" autocomplete="off" spellcheck="false" value={typing.shown()} oninput={typing.oninput()} onblur={typing.onblur()} aria-invalid={is_wrong.then_some("true")}
                        aria-describedby={is_wrong.then(|| error.clone())} aria-label={format!("{id} ({})", info.unit)} onchange={typed} />
                    <span class="unit">{ info.unit }</span>
                </div>
                if let Some(draft) = &props.draft { <p class="wrong" id={error} role="alert"><strong>{ words::NOT_USED }</strong>{ " " }{ &draft.wrong }</p> }
                if is_changed { <p class="tag"><span aria-hidden="true">{ "● " }</span>{ words::CHANGED }</p> }
                if is_changed || is_wrong { <button type="button" class="quiet" aria-label={words::back_to(&id, info.default)} onclick={back}>{ words::BACK }</button> }
            </div>
            <div role="cell"><p>{ words::default_is(info.default) }</p><p class="sub">{ words::range(info.low, info.high) }</p></div>
            <div role="cell">
                <p>{ info.grade.words() }</p>
                <p class="sub">{ source_words(&props.register, info.source) }</p>
                <p class="sub">{ words::described_in(&section_of(info.mechanism)) }{ " " }{ words::sentence(&beyond(info)) }</p>
            </div>
        </div>
    }
}
