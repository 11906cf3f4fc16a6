//! Where each pound went: stacked bars year by year, both worlds on one axis, and the same as a table.

use super::super::parts::{Choice, Shared, TakeFigure, picture, use_say, use_width};
use super::super::text;
use crate::charts::number::pounds_about;
use crate::charts::scale::Extent;
use crate::charts::stack::{self, Span};
use crate::charts::words;
use crate::drawing::over_years::Size;
use crate::drawing::{Who, bars};
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::{CRISIS_SPENDING, PUBLIC_SPENDING};
use crate::scenario::Scenario;
use crate::session::figures::Figures;
use crate::session::spending::{Books, Flow, Spending, title};
use crate::session::{Message, explore};
use yew::prelude::*;

/// The height of a world's bars. Unit: pixels.
const HEIGHT: f64 = 250.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub spending: Shared<Spending>,
    pub scenario: Shared<Scenario>,
    pub figures: Shared<Figures>,
    pub flow: Flow,
    pub place: AttrValue,
}

#[component]
pub fn WhereItWent(props: &Props) -> Html {
    let say = use_say();
    let flow = props.flow;
    let names = Pair::shown(&props.scenario).names(&props.scenario);
    let choose = Callback::from(move |id: String| {
        if let Some(flow) = Flow::by_id(&id) {
            say.emit(Message::Explore(explore::Said::Flow(flow)));
        }
    });
    let found = |indicator: usize| {
        props
            .figures
            .get(indicator)
            .map(|figure| words::title(&figure.difference, indicator, names))
    };
    let heading = match flow {
        Flow::NewMoney => Some(title(&props.spending, names.reference, names.alternative)),
        Flow::WhoPays => found(PUBLIC_SPENDING),
        Flow::WhoGains => found(CRISIS_SPENDING),
    };
    let stacked = |arm: &Books| {
        stack::stack(
            &flow
                .parts()
                .iter()
                .map(|part| arm.by_year(part))
                .collect::<Vec<_>>(),
        )
    };
    let (reference, alternative) = (
        stacked(&props.spending.reference),
        stacked(&props.spending.alternative),
    );
    let extent = stack::extent(reference.iter().chain(&alternative).flatten());
    let years = reference.first().map_or(0, Vec::len);
    let said = |name: &str, arm: &Books| {
        let parts: Vec<(&str, String)> = flow
            .parts()
            .iter()
            .map(|part| (part.name, pounds_about(arm.in_all(part))))
            .collect();
        text::bars(flow, name, &parts)
    };
    let words = format!(
        "{}\n{}",
        said(names.reference, &props.spending.reference),
        said(names.alternative, &props.spending.alternative)
    );
    let worlds = [
        (
            Who::Reference,
            names.reference,
            &props.spending.reference,
            reference,
        ),
        (
            Who::Alternative,
            names.alternative,
            &props.spending.alternative,
            alternative,
        ),
    ];
    let heading = heading.unwrap_or_default();
    let subtitle = text::flow_subtitle(&props.place, years, props.spending.replicates);
    let drawn = use_node_ref();
    let options = Flow::ALL
        .map(|(flow, id)| (AttrValue::from(id), AttrValue::from(text::flow(flow))))
        .to_vec();
    html! {
        <div class="where-it-went">
            <div class="section-head">
                <div>
                    <h3>{ &heading }</h3>
                    <p class="sub">{ &subtitle }</p>
                </div>
                <div class="tools"><Choice id="flow" label={text::FLOW} {options} value={flow.id()} onchange={choose} /></div>
            </div>
            <div class="charts" ref={drawn.clone()}>
                { for worlds.iter().map(|(who, name, arm, spans)| html! {
                    <div key={who.class()}>
                        <p class={classes!("chart-name", who.class())}>{ *name }</p>
                        <Bars who={*who} spans={spans.clone()} {extent} {flow} alternative={said(name, arm)} />
                    </div>
                }) }
            </div>
            <p class="hint">{ text::FLOW_HINT }</p>
            <TakeFigure node={drawn} title={heading} {subtitle} words={words} file={format!("kith-money-{}", flow.id())} />
            <details>
                <summary>{ text::BY_YEAR }</summary>
                { for worlds.iter().map(|(who, name, arm, _)| by_year_table(who.class(), name, arm, flow, years)) }
            </details>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BarsProps {
    who: Who,
    /// Shape: parts × years.
    spans: Vec<Vec<Span>>,
    extent: Extent,
    flow: Flow,
    alternative: String,
}

/// One world's bars, each part labelled beside the last bar.
#[component]
fn Bars(props: &BarsProps) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let names: Vec<&str> = props.flow.parts().iter().map(|part| part.name).collect();
    let drawn = bars::Bars {
        who: props.who,
        spans: &props.spans,
        held: props.extent,
        names: &names,
    };
    let size = Size::new(width, HEIGHT, props.alternative.clone());
    html! {
        <div class={classes!("chart", "bars", props.who.class())} ref={node}>{ picture(&bars::draw(size, &drawn)) }</div>
    }
}

fn by_year_table(class: &'static str, name: &str, arm: &Books, flow: Flow, years: usize) -> Html {
    let lines = flow.parts().iter().flat_map(|part| part.lines).copied();
    html! {
        <div key={class} class="scroll" tabindex="0" role="region" aria-label={format!("{}, {name}", text::BY_YEAR_REGION)}>
            <table>
                <caption>{ format!("{name}: {}", text::flow(flow)) }</caption>
                <thead><tr>
                    <th scope="col">{ text::ACCOUNT }</th>
                    { for (1..=years).map(|year| html! { <th key={year} scope="col" class="n">{ text::year(year) }</th> }) }
                    <th scope="col" class="n">{ text::ALL_YEARS }</th>
                </tr></thead>
                <tbody>
                    { for lines.map(|line| {
                        let row = arm.spreads(&[line]);
                        html! {
                            <tr key={line.sentence()}>
                                <th scope="row">{ line.sentence() }</th>
                                { for row.iter().enumerate().map(|(year, spread)| html! {
                                    <td key={year} class="n">{ text::with_band(&pounds_about(spread.mean), &pounds_about(spread.p05), &pounds_about(spread.p95)) }</td>
                                }) }
                                <td class="n strong">{ pounds_about(row.iter().map(|spread| spread.mean).sum()) }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </div>
    }
}
