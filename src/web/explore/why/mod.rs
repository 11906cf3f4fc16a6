//! Why: what carries the difference between the two worlds, or why there is none. Six questions, each with a sentence, a chart
//! and a table; answered beforehand for the bundled default, by the workers for any other scenario.

mod answers;
mod arrows;
mod block;
mod interdependence;
mod whiskers;

pub use interdependence::Interdependence;

use super::super::parts::Shared;
use super::super::text::why;
use crate::analysis::findings::{self, Findings};
use crate::protocol::Inquiry;
use crate::scenario::Scenario;
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

#[component]
pub fn One(props: &OneProps) -> Html {
    let say = super::super::parts::use_say();
    let (inquiry, props) = (props.inquiry, &props.why);
    let found = use_memo(props.scenario.clone(), |scenario| {
        findings::bundled().filter(|findings| findings.are_about(scenario)).map(|findings| Shared(Rc::new(findings)))
    });
    let Some(compared) = Compared::of(&props.scenario) else { return html! { <p>{ why::ONE_ARM }</p> } };
    let context = Context {
        inquiries: &props.inquiries,
        scenario: &props.scenario.0,
        findings: found.as_ref().as_ref().map(|findings| &**findings),
        settled: props.settled,
        say: &say,
        compared,
        place: &props.place,
    };
    match inquiry {
        Inquiry::Levels => block(&context, inquiry, why::LEVELS, why::LEVELS_HINT, |answer| answers::levels(&context, answer)),
        Inquiry::Dimensions => {
            block(&context, inquiry, why::DIMENSIONS, why::DIMENSIONS_HINT, |answer| answers::dimensions(&context, answer))
        }
        Inquiry::Layers => block(&context, inquiry, why::LAYERS, why::LAYERS_HINT, |answer| answers::layers(&context, answer)),
        Inquiry::Worlds => block(&context, inquiry, why::WORLDS, why::WORLDS_HINT, |answer| answers::worlds(&context, answer)),
        Inquiry::Evaluation => {
            block(&context, inquiry, why::EVALUATION, why::EVALUATION_HINT, |answer| answers::evaluation(&context, answer))
        }
        Inquiry::Couplings | Inquiry::Without { .. } | Inquiry::Life { .. } => html! {
            <arrows::Arrows inquiries={props.inquiries.clone()} scenario={props.scenario.clone()} settled={props.settled}
                findings={(*found).clone()} place={props.place.clone()} />
        },
    }
}

#[component]
pub fn Why(props: &Props) -> Html {
    let say = super::super::parts::use_say();
    let bundled = use_memo((), |()| findings::bundled().map(Rc::new));
    let found = use_memo((props.scenario.clone(), bundled), |(scenario, bundled)| {
        bundled.as_ref().as_ref().filter(|findings| findings.are_about(scenario)).map(|findings: &Rc<Findings>| Shared(Rc::clone(findings)))
    });
    let Some(compared) = Compared::of(&props.scenario) else {
        return html! { <section class="why" aria-labelledby="why-title"><h2 id="why-title">{ why::WHY }</h2><p>{ why::ONE_ARM }</p></section> };
    };
    let context = Context {
        inquiries: &props.inquiries,
        scenario: &props.scenario.0,
        findings: found.as_ref().as_ref().map(|findings| &**findings),
        settled: props.settled,
        say: &say,
        compared,
        place: &props.place,
    };
    html! {
        <section class="why" id="why" aria-labelledby="why-title">
            <h2 id="why-title">{ why::WHY }</h2>
            <p class="hint">{ why::WHY_HINT }</p>
            <arrows::Arrows inquiries={props.inquiries.clone()} scenario={props.scenario.clone()} settled={props.settled}
                findings={(*found).clone()} place={props.place.clone()} />
            <div class="cards">
                { block(&context, Inquiry::Levels, why::LEVELS, why::LEVELS_HINT, |answer| answers::levels(&context, answer)) }
                { block(&context, Inquiry::Dimensions, why::DIMENSIONS, why::DIMENSIONS_HINT, |answer| answers::dimensions(&context, answer)) }
                { block(&context, Inquiry::Layers, why::LAYERS, why::LAYERS_HINT, |answer| answers::layers(&context, answer)) }
                { block(&context, Inquiry::Worlds, why::WORLDS, why::WORLDS_HINT, |answer| answers::worlds(&context, answer)) }
                { block(&context, Inquiry::Evaluation, why::EVALUATION, why::EVALUATION_HINT, |answer| answers::evaluation(&context, answer)) }
            </div>
        </section>
    }
}
