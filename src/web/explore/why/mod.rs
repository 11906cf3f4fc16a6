//! Why: what carries the difference between the two worlds, or why there is none. Six questions, each with a sentence, a chart
//! and a table; answered beforehand for the bundled default, by the workers for any other scenario.

mod answers;
mod arrows;
mod block;
mod interdependence;
mod whiskers;

pub use interdependence::Interdependence;

use super::super::parts::{Shared, use_say};
use super::super::text::why;
use crate::analysis::findings::{self, Findings};
use crate::protocol::Inquiry;
use crate::scenario::Scenario;
use crate::session::Message;
use crate::session::inquiries::{Compared, Inquiries};
use block::{Context, block};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub inquiries: Shared<Inquiries>,
    pub scenario: Shared<Scenario>,
    /// Whether the run is about what the controls say: only then something can be asked.
    pub settled: bool,
    pub place: AttrValue,
}

/// One question by itself, with what the section Why says of it.
#[derive(Clone, PartialEq, Properties)]
pub struct OneProps {
    pub why: Props,
    pub inquiry: Inquiry,
}

/// The questions that are cards; the picture of couplings is a seventh thing of its own.
const CARDS: [Inquiry; 5] = [Inquiry::Levels, Inquiry::Dimensions, Inquiry::Layers, Inquiry::Worlds, Inquiry::Evaluation];

/// What was found beforehand about this scenario.
#[hook]
fn use_found(scenario: &Shared<Scenario>) -> Option<Shared<Findings>> {
    let bundled = use_memo((), |()| findings::bundled().map(Rc::new));
    let found = use_memo((scenario.clone(), bundled), |(scenario, bundled)| {
        bundled.as_ref().as_ref().filter(|findings| findings.are_about(scenario)).map(|findings: &Rc<Findings>| Shared(Rc::clone(findings)))
    });
    (*found).clone()
}

/// What every card is drawn from. Nothing for a scenario with one strategy.
fn context<'a>(props: &'a Props, found: Option<&'a Findings>, say: &'a Callback<Message>) -> Option<Context<'a>> {
    Some(Context {
        inquiries: &props.inquiries,
        scenario: &props.scenario.0,
        findings: found,
        settled: props.settled,
        say,
        compared: Compared::of(&props.scenario)?,
        place: &props.place,
    })
}

/// The card of a question.
fn card(context: &Context, inquiry: Inquiry) -> Html {
    match inquiry {
        Inquiry::Levels => block(context, inquiry, why::LEVELS, why::LEVELS_HINT, |answer| answers::levels(context, answer)),
        Inquiry::Dimensions => {
            block(context, inquiry, why::DIMENSIONS, why::DIMENSIONS_HINT, |answer| answers::dimensions(context, answer))
        }
        Inquiry::Layers => block(context, inquiry, why::LAYERS, why::LAYERS_HINT, |answer| answers::layers(context, answer)),
        Inquiry::Worlds => block(context, inquiry, why::WORLDS, why::WORLDS_HINT, |answer| answers::worlds(context, answer)),
        Inquiry::Evaluation => {
            block(context, inquiry, why::EVALUATION, why::EVALUATION_HINT, |answer| answers::evaluation(context, answer))
        }
        Inquiry::Couplings | Inquiry::Without { .. } | Inquiry::Life { .. } => Html::default(),
    }
}

fn couplings(props: &Props, found: Option<Shared<Findings>>) -> Html {
    html! {
        <arrows::Arrows inquiries={props.inquiries.clone()} scenario={props.scenario.clone()} settled={props.settled}
            findings={found} place={props.place.clone()} />
    }
}

#[component]
pub fn One(props: &OneProps) -> Html {
    let say = use_say();
    let found = use_found(&props.why.scenario);
    match context(&props.why, found.as_deref(), &say) {
        None => html! { <p>{ why::ONE_ARM }</p> },
        Some(_) if props.inquiry == Inquiry::Couplings => couplings(&props.why, found.clone()),
        Some(context) => card(&context, props.inquiry),
    }
}

#[component]
pub fn Why(props: &Props) -> Html {
    let say = use_say();
    let found = use_found(&props.scenario);
    let Some(context) = context(props, found.as_deref(), &say) else {
        return html! { <section class="why" aria-labelledby="why-title"><h2 id="why-title">{ why::WHY }</h2><p>{ why::ONE_ARM }</p></section> };
    };
    html! {
        <section class="why" id="why" aria-labelledby="why-title">
            <h2 id="why-title">{ why::WHY }</h2>
            <p class="hint">{ why::WHY_HINT }</p>
            { couplings(props, found.clone()) }
            <div class="cards">{ for CARDS.map(|inquiry| card(&context, inquiry)) }</div>
        </section>
    }
}
