//! One question of the section Why: what is asked, the way to ask it, how far it has come, what came out, how large it was.

use super::super::super::text::why;
use crate::analysis::findings::Findings;
use crate::answers::about::Setting;
use crate::charts::why::about_time;
use crate::ensemble::pair::Pair;
use crate::protocol::{Answer, Ask, Inquiry};
use crate::scenario::Scenario;
use crate::session::Message;
use crate::session::inquiries::{Inquiries, Said, Standing, bundled};
use std::rc::Rc;
use yew::prelude::*;

/// What every question needs.
pub struct Context<'a> {
    pub inquiries: &'a Inquiries,
    pub scenario: &'a Rc<Scenario>,
    pub findings: Option<&'a Findings>,
    pub settled: bool,
    pub say: &'a Callback<Message>,
    /// The scenario with its place, for sentences.
    pub setting: Setting<'a>,
}

/// The scenario with its place, where it has two strategies to compare.
pub fn setting<'a>(scenario: &'a Scenario, place: &'a str) -> Option<Setting<'a>> {
    Pair::of(scenario).map(|_| Setting { scenario, place })
}

/// A question as a card.
pub fn block(context: &Context, inquiry: Inquiry, view: impl Fn(&Answer) -> Html) -> Html {
    let (asks, how) = inquiry
        .question()
        .map_or(("", ""), |question| (question.asks, question.how));
    html! {
        <article class="card">
            <h3>{ asks }</h3>
            { asked(context, inquiry, how, view) }
        </article>
    }
}

/// The answer to a question, or the way to it.
pub fn asked(
    context: &Context,
    inquiry: Inquiry,
    hint: &'static str,
    view: impl Fn(&Answer) -> Html,
) -> Html {
    // Where an answer shares out a whole difference, it says why that is not quite the headline's.
    let own = if shares_out(inquiry) {
        [" ", &why::own_whole(context.scenario)].concat()
    } else {
        String::new()
    };
    if let Some((ask, answer)) = context
        .findings
        .and_then(|findings| bundled(findings, inquiry))
    {
        return html! { <>{ view(&answer) }<p class="hint">{ hint }{ " " }{ size(&ask, true) }{ own }</p></> };
    }
    match context.inquiries.standing(inquiry, context.scenario) {
        Standing::Kept(kept) => match &kept.answer {
            Ok(answer) => {
                html! { <>{ view(answer) }<p class="hint">{ hint }{ " " }{ size(&kept.ask, false) }{ own }</p></> }
            }
            Err(words) => html! { <><p>{ why::REFUSED }</p><p class="refused">{ words }</p></> },
        },
        Standing::Open {
            ask,
            seconds,
            asked_before,
        } => html! {
            <>
                <p class="hint">{ hint }</p>
                if asked_before { <p>{ why::ASKED_BEFORE }</p> }
                { button(context, Said::Ask(inquiry), why::ASK.text(), !context.settled) }
                <p class="hint" role="status">{ why::on_this_device(&about_time(seconds), &sized(&ask)) }</p>
            </>
        },
        Standing::Waiting => html! {
            <>
                <p class="hint">{ hint }</p>
                { button(context, Said::Stop(inquiry), why::STOP.text(), false) }
                <p class="hint" role="status">{ why::WAITING }</p>
            </>
        },
        Standing::Going(going) => {
            let (lives, of) = (going.lives, going.ask.lives());
            let lived = match going.seconds_left() {
                Some(seconds) => why::worlds_lived_left(lives, of, &about_time(seconds)),
                None => why::worlds_lived(lives, of),
            };
            html! {
                <>
                    <p class="hint">{ hint }</p>
                    { button(context, Said::Stop(inquiry), why::STOP.text(), false) }
                    <p class="hint" role="status">{ why::BEING_ASKED }</p>
                    <p class="row lived">
                        <progress max={of.to_string()} value={lives.to_string()} aria-label={why::PROGRESS}></progress>
                        <span>{ lived }</span>
                    </p>
                </>
            }
        }
    }
}

/// Whether an answer holds a whole difference between the two strategies, or what goes from it.
fn shares_out(inquiry: Inquiry) -> bool {
    matches!(
        inquiry,
        Inquiry::Couplings | Inquiry::Dimensions | Inquiry::Layers | Inquiry::Without { .. }
    )
}

fn button(context: &Context, said: Said, words: &'static str, disabled: bool) -> Html {
    let say = context.say.clone();
    let onclick = move |_| say.emit(Message::Inquiry(said.clone()));
    html! { <p class="row"><button type="button" {onclick} {disabled}>{ words }</button></p> }
}

/// "2,000 people, 8 re-runs": what an inquiry is counted in.
fn sized(ask: &Ask) -> String {
    let say = match ask.inquiry {
        Inquiry::Couplings => why::size_orders,
        Inquiry::Worlds => why::size_drawn,
        _ => why::size_runs,
    };
    say(ask.people, ask.samples)
}

/// How large the question was whose answer stands here.
fn size(ask: &Ask, beforehand: bool) -> String {
    let say = if beforehand {
        why::answered_beforehand
    } else {
        why::answered
    };
    say(&sized(ask))
}
