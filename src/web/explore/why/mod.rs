//! Why: what carries the difference between the two worlds, or why there is none. Six questions, each with a sentence, a chart
//! and a table; answered beforehand for the bundled default, by the workers for any other scenario.

mod answers;
mod arrows;
mod block;
mod interdependence;
mod whiskers;

pub use answers::report;
pub use block::setting;
pub use interdependence::Interdependence;

use super::super::parts::{Shared, use_say};
use super::super::text::why;
use crate::analysis::findings::{self, Findings};
use crate::charts::why::about_time;
use crate::protocol::Inquiry;
use crate::scenario::{Scenario, bundled, validate};
use crate::session::Message;
use crate::session::inquiries::{Inquiries, Said, Standing};
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
    /// Whether what was found beforehand about the scenario that the page opens with stands in, and says so, until the question
    /// is answered for this one.
    #[prop_or_default]
    pub stand_in: bool,
}

/// The questions that are cards; the picture of couplings is a seventh thing of its own.
const CARDS: [Inquiry; 5] = [
    Inquiry::Levels,
    Inquiry::Dimensions,
    Inquiry::Layers,
    Inquiry::Worlds,
    Inquiry::Evaluation,
];

/// What was found beforehand about this scenario.
#[hook]
pub fn use_found(scenario: &Shared<Scenario>) -> Option<Shared<Findings>> {
    let bundled = use_memo((), |()| findings::bundled().map(Rc::new));
    let found = use_memo((scenario.clone(), bundled), |(scenario, bundled)| {
        bundled
            .as_ref()
            .as_ref()
            .filter(|findings| findings.are_about(scenario))
            .map(|findings: &Rc<Findings>| Shared(Rc::clone(findings)))
    });
    (*found).clone()
}

/// What every card is drawn from. Nothing for a scenario with one strategy.
fn context<'a>(
    props: &'a Props,
    found: Option<&'a Findings>,
    say: &'a Callback<Message>,
) -> Option<Context<'a>> {
    Some(Context {
        inquiries: &props.inquiries,
        scenario: &props.scenario.0,
        findings: found,
        settled: props.settled,
        say,
        setting: setting(&props.scenario, &props.place)?,
    })
}

/// The card of a question.
fn card(context: &Context, inquiry: Inquiry) -> Html {
    block(context, inquiry, |answer| answers::view(context, answer))
}

fn couplings(props: &Props, found: Option<Shared<Findings>>) -> Html {
    html! {
        <arrows::Arrows inquiries={props.inquiries.clone()} scenario={props.scenario.clone()} settled={props.settled}
            findings={found} place={props.place.clone()} />
    }
}

/// What was found beforehand, and the scenario that it is about: the one that the page opens with.
#[hook]
fn use_other() -> Option<(Shared<Findings>, Shared<Scenario>)> {
    let other = use_memo((), |()| {
        let about = validate::parse(bundled::scenarios().first()?.1).ok()?;
        let found = findings::bundled().filter(|findings| findings.are_about(&about))?;
        Some((Shared(Rc::new(found)), Shared(Rc::new(about))))
    });
    (*other).clone()
}

/// The way to ask a question of the scenario on the page, with how long that takes; or how far it has come.
fn ask_here(props: &Props, inquiry: Inquiry, say: &Callback<Message>) -> Html {
    let seconds = match props.inquiries.standing(inquiry, &props.scenario.0) {
        Standing::Open { seconds, .. } => seconds,
        Standing::Waiting => return html! { <p role="status">{ why::HERE_NEXT }</p> },
        Standing::Going(going) => {
            let soon = match going.seconds_left() {
                Some(seconds) => why::here_soon_left(&about_time(seconds)),
                None => why::HERE_SOON.to_string(),
            };
            return html! { <p role="status">{ soon }</p> };
        }
        Standing::Kept(_) => return html! {},
    };
    let ask = say.reform(move |_: MouseEvent| Message::Inquiry(Said::Ask(inquiry)));
    html! { <button type="button" onclick={ask} disabled={!props.settled}>{ why::ask_here(&about_time(seconds)) }</button> }
}

#[component]
pub fn One(props: &OneProps) -> Html {
    let say = use_say();
    let found = use_found(&props.why.scenario);
    let other = use_other();
    // Something to talk about stands there while the answer for this scenario is on its way.
    let unanswered = found.is_none()
        && !matches!(
            props
                .why
                .inquiries
                .standing(props.inquiry, &props.why.scenario.0),
            Standing::Kept(_)
        );
    let stands_in = other.filter(|_| props.stand_in && unanswered);
    let view =
        |why: &Props, found: Option<Shared<Findings>>| match context(why, found.as_deref(), &say) {
            None => html! { <p>{ why::ONE_ARM }</p> },
            Some(_) if props.inquiry == Inquiry::Couplings => couplings(why, found.clone()),
            Some(context) => card(&context, props.inquiry),
        };
    let Some((findings, about)) = stands_in else {
        return view(&props.why, found);
    };
    let name = crate::scenario::places::name_of(&about.place).unwrap_or_default();
    let words = why::stands_in(&findings.name, about.money.last_year, about.years);
    // Names and place are those of the scenario that the answer is about.
    let of_other = Props {
        scenario: about,
        settled: false,
        place: name.into(),
        ..props.why.clone()
    };
    html! {
        <>
            <div class="notice stands-in"><p>{ words }</p>{ ask_here(&props.why, props.inquiry, &say) }</div>
            { view(&of_other, Some(findings)) }
        </>
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
