//! The picture of interdependence with what each arrow brings to the difference, the same as a list, and the arrow looked at:
//! what it is, how well it is evidenced, what it explains, and the switch that turns it off in the scenario.

use super::super::super::parts::{Shared, TakeFigure, use_say};
use super::super::super::text::{self, why};
use super::block::{Context, asked, setting};
use super::interdependence::Interdependence;
use super::whiskers::table;
use crate::analysis::digest::{Interval, Split};
use crate::analysis::findings::Findings;
use crate::answers::parts;
use crate::charts::interdependence::ARROWS;
use crate::charts::number::{plain, signed};
use crate::charts::why as words;
use crate::protocol::{Answer, Inquiry};
use crate::questions;
use crate::scenario::parameters::Couplings;
use crate::scenario::{Scenario, bundled, sources};
use crate::session::inquiries::Inquiries;
use crate::session::{Edit, Message, question};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub inquiries: Shared<Inquiries>,
    pub scenario: Shared<Scenario>,
    pub settled: bool,
    pub findings: Option<Shared<Findings>>,
    pub place: AttrValue,
}

#[component]
pub fn Arrows(props: &Props) -> Html {
    let say = use_say();
    let chosen = use_state_eq(|| None::<usize>);
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |k: usize| chosen.set((*chosen != Some(k)).then_some(k)))
    };
    let Some(setting) = setting(&props.scenario, &props.place) else {
        return html! {};
    };
    let context = Context {
        inquiries: &props.inquiries,
        scenario: &props.scenario.0,
        findings: props.findings.as_deref(),
        settled: props.settled,
        say: &say,
        setting,
    };
    let off = Couplings::INFO
        .iter()
        .map(|info| props.scenario.parameters.get(&info.id()) == Some(0.0));
    let mut is_off = [false; ARROWS];
    is_off
        .iter_mut()
        .zip(off)
        .for_each(|(into, off)| *into = off);
    let look = *chosen;
    let shown = |answer: Option<&Split>| shown(answer, look, is_off, &choose, &context);
    let view = |answer: &Answer| match answer {
        Answer::Couplings(split) => shown(Some(split)),
        _ => html! {},
    };
    let measured = context.findings.is_some()
        || props
            .inquiries
            .answered(Inquiry::Couplings, &props.scenario.0);
    html! {
        <article class="card arrows">
            <h3>{ questions::COUPLINGS.asks }</h3>
            if !measured { { shown(None) } }
            { asked(&context, Inquiry::Couplings, questions::COUPLINGS.how, view) }
        </article>
    }
}

/// The picture, the list beside it, the arrow looked at, the table.
fn shown(
    split: Option<&Split>,
    chosen: Option<usize>,
    off: [bool; ARROWS],
    choose: &Callback<usize>,
    context: &Context,
) -> Html {
    let flow = |k: usize| {
        split
            .and_then(|split| split.part(&Couplings::INFO[k].id()))
            .copied()
    };
    let mut flows = [Interval::default(); ARROWS];
    flows
        .iter_mut()
        .enumerate()
        .for_each(|(k, into)| *into = flow(k).unwrap_or_default());
    let mut order: Vec<usize> = (0..ARROWS).collect();
    order.sort_by(|a, b| flows[*b].mean.abs().total_cmp(&flows[*a].mean.abs()));
    let runs = split.map_or(0, |split| split.samples);
    let report = split.map(|split| parts::digest(split, &context.setting));
    let figure = report.iter().flat_map(|report| &report.drawings).next();
    let label = figure.map_or_else(
        || why::PICTURE_LABEL.to_string(),
        |figure| figure.description.clone(),
    );
    html! {
        <>
            if let Some(figure) = figure {
                <h4>{ &figure.title }</h4>
                <p class="sentence">{ &figure.description }</p>
            }
            <div class="picture-and-list">
                <div>
                    if let Some(figure) = figure { <p class="chart-name">{ &figure.subtitle }</p> }
                    <Interdependence {label} flows={split.map(|_| flows)} {runs} {off} {chosen} on_choose={choose.clone()} />
                    if split.is_some() { <p class="hint">{ why::KEY }</p> }
                </div>
                <div>
                    <p class="group-name" id="arrows-list">{ why::CHOOSE_ARROW }</p>
                    <ul class="arrow-list" aria-labelledby="arrows-list">
                        { for order.into_iter().map(|k| {
                            let choose = choose.clone();
                            html! {
                                <li key={k}><button type="button" aria-pressed={(chosen == Some(k)).to_string()} onclick={move |_| choose.emit(k)}>
                                    <span>{ words::arrow(k) }</span>
                                    <span class="n">{ if off[k] { why::OFF.to_string() } else { flow(k).map(|flow| signed(flow.mean, 2)).unwrap_or_default() } }</span>
                                </button></li>
                            }
                        }) }
                    </ul>
                </div>
            </div>
            <div aria-live="polite">
                if let Some(k) = chosen {
                    <Looked coupling={k} value={context.scenario.parameters.get(&Couplings::INFO[k].id()).unwrap_or_default()} />
                }
            </div>
            if let Some(k) = chosen { { explained(k, off[k], context) } }
            if let Some(figure) = figure {
                <TakeFigure title={figure.title.clone()} subtitle={figure.subtitle.clone()} words={figure.description.clone()} file="kith-why-arrows" />
                { table("arrows", text::NUMBERS.to_string(), &figure.subtitle, why::POINTS.text(), &figure.rows) }
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LookedProps {
    coupling: usize,
    value: f32,
}

/// What an arrow is, and its switch.
#[component]
fn Looked(props: &LookedProps) -> Html {
    let say = use_say();
    let register = use_memo((), |()| bundled::sources().unwrap_or_default());
    let info = &Couplings::INFO[props.coupling];
    let source = match sources::resolve(&register, info.source) {
        Ok(Some(source)) => [&source.title, " (", info.source, ")"].concat(),
        Ok(None) | Err(_) => why::ASSUMPTION.to_string(),
    };
    let off = props.value == 0.0;
    let now = if off {
        why::OFF.to_string()
    } else {
        plain(f64::from(props.value), 2)
    };
    let value = if off { info.default } else { 0.0 };
    let switch = move |_| {
        say.emit(Message::Question(question::Said::Edit(Edit::Parameter {
            id: info.id(),
            value,
        })));
        say.emit(Message::Question(question::Said::EditDone));
    };
    html! {
        <div class="arrow-looked">
            <h4>{ words::arrow(props.coupling) }</h4>
            <p>{ info.sentence }</p>
            <dl>
                <dt>{ why::EVIDENCE }</dt><dd>{ info.grade.words() }</dd>
                <dt>{ why::SOURCE }</dt><dd>{ source }</dd>
                <dt>{ why::VALUE }</dt><dd>{ why::value_range(&now) }</dd>
            </dl>
            <p class="row"><button type="button" onclick={switch}>{ if off { why::SWITCH_ON } else { why::SWITCH_OFF } }</button>
                <span class="hint">{ why::SWITCH_HINT }</span></p>
        </div>
    }
}

/// What the arrow looked at explains: the two worlds with and without it.
fn explained(coupling: usize, off: bool, context: &Context) -> Html {
    if off {
        return html! { <p class="hint">{ why::OFF_ALREADY }</p> };
    }
    let view = |answer: &Answer| match answer {
        Answer::Without(answer) => {
            html! { <p class="sentence">{ words::switched_off(answer) }</p> }
        }
        _ => html! {},
    };
    html! { <div class="explained">{ asked(context, Inquiry::Without { coupling: coupling as u8 }, why::WITHOUT_HINT.text(), view) }</div> }
}
