//! Resets in parts, and the last change shown again; stands with undo and redo.

use crate::session::kept::Said;
use crate::session::state::State;
use crate::session::{Message, question};
use crate::web::effects::prefers;
use crate::web::parts::use_say;
use crate::web::text::kept as text;
use yew::prelude::*;

/// What the buttons depend on.
#[derive(Clone, PartialEq, Properties)]
pub struct BackProps {
    /// Whether there is a change to show again.
    can_replay: bool,
    /// Whether the page before it is shown.
    replaying: bool,
    /// Whether something saved is open.
    saved: bool,
    /// What the change did.
    sentence: AttrValue,
}

impl BackProps {
    /// From what the page knows.
    pub fn of(state: &State) -> Self {
        Self {
            can_replay: state.question.replay.before.is_some(),
            replaying: state.question.replay.showing,
            saved: state.kept.shelf.opened.is_some(),
            sentence: state
                .question
                .replay
                .sentence(&state.question.run)
                .unwrap_or_default()
                .into(),
        }
    }
}

#[component]
pub fn Back(props: &BackProps) -> Html {
    let say = use_say();
    let send = |said: Said| {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| say.emit(Message::Kept(said.clone())))
    };
    let replay = {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| {
            let calm = prefers("(prefers-reduced-motion: reduce)");
            say.emit(Message::Question(question::Said::Replay(calm)));
        })
    };
    html! {
        <div class="back">
            <button type="button" disabled={!props.can_replay} onclick={replay} aria-pressed={props.replaying.to_string()}>
                { if props.replaying { text::REPLAY_STOP } else { text::REPLAY } }
            </button>
            <p class="hint replayed" role="status">
                if props.can_replay && !props.sentence.is_empty() {
                    <strong>{ if props.replaying { text::REPLAYING } else { text::REPLAYED } }</strong>{ " " }{ &props.sentence }
                }
            </p>
            <details>
                <summary>{ text::BACK }</summary>
                <div class="back-parts">
                    <button type="button" onclick={send(Said::ResetPolicies)}>{ text::RESET_POLICIES }</button>
                    <p class="hint">{ text::RESET_POLICIES_HINT }</p>
                    <button type="button" onclick={send(Said::ResetAssumptions)}>{ text::RESET_ASSUMPTIONS }</button>
                    <p class="hint">{ text::RESET_ASSUMPTIONS_HINT }</p>
                    <button type="button" disabled={!props.saved} onclick={send(Said::BackToSaved)}>{ text::BACK_TO_SAVED }</button>
                </div>
            </details>
        </div>
    }
}
