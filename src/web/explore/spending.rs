//! Where each pound went: stacked bars year by year, both worlds on one axis, and the same as a table.

use super::super::parts::{Choice, Shared, TakeFigure, use_say, use_width};
use super::super::text;
use crate::charts::fan::Frame;
use crate::charts::labels::apart;
use crate::charts::number::pounds_about;
use crate::charts::scale::{Axis, Extent, Scale, year_ticks};
use crate::charts::stack::{self, Span};
use crate::charts::words;
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
            "first",
            names.reference,
            &props.spending.reference,
            reference,
        ),
        (
            "second",
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
                { for worlds.iter().map(|(class, name, arm, spans)| html! {
                    <div key={*class}>
                        <p class={classes!("chart-name", *class)}>{ *name }</p>
                        <Bars class={*class} spans={spans.clone()} {extent} {flow} alternative={said(name, arm)} />
                    </div>
                }) }
            </div>
            <p class="hint">{ text::FLOW_HINT }</p>
            <TakeFigure node={drawn} title={heading} {subtitle} words={words} file={format!("kith-money-{}", flow.id())} />
            <details>
                <summary>{ text::BY_YEAR }</summary>
                { for worlds.iter().map(|(class, name, arm, _)| by_year_table(class, name, arm, flow, years)) }
            </details>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BarsProps {
    class: &'static str,
    /// Shape: parts × years.
    spans: Vec<Vec<Span>>,
    extent: Extent,
    flow: Flow,
    alternative: AttrValue,
}

/// One world's bars, each part labelled beside the last bar.
#[component]
fn Bars(props: &BarsProps) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let axis = Axis::over(props.extent, 4);
    let parts = props.flow.parts();
    let years = props.spans.first().map_or(0, Vec::len);
    let frame = Frame {
        width,
        height: HEIGHT,
        left: 74.0,
        right: 142.0_f64.min(width * 0.42),
        top: 10.0,
        bottom: 24.0,
    };
    let y = frame.values(axis.extent.low, axis.extent.high);
    let right = (frame.width - frame.right).max(frame.left + 20.0);
    let bar = |year: usize| stack::bar(year, years, frame.left, right);
    // Parts too thin to be seen anywhere have no label; the table has them.
    let thin = (axis.extent.high - axis.extent.low) * 0.004;
    let seen: Vec<usize> = (0..props.spans.len())
        .filter(|k| {
            props.spans[*k]
                .iter()
                .any(|span| span.high - span.low > thin)
        })
        .collect();
    let middle = |k: usize| {
        props.spans[k]
            .last()
            .map_or(0.0, |span| y.at(f64::midpoint(span.low, span.high)))
    };
    let wanted: Vec<f64> = seen.iter().map(|k| middle(*k)).collect();
    let heights = apart(
        &wanted,
        15.0,
        frame.top + 4.0,
        frame.height - frame.bottom - 2.0,
    );
    let end = bar(years.saturating_sub(1));
    let end = end.0 + end.1;
    html! {
        <div class={classes!("chart", "bars", props.class)} ref={node}>
            <svg width={width.to_string()} height={HEIGHT.to_string()} role="img" aria-label={props.alternative.clone()}>
                { axes(&frame, right, &y, &axis, years, &bar) }
                { for props.spans.iter().enumerate().map(|(k, spans)| html! {
                    <g key={k} class={format!("part-{k}")}>{ for spans.iter().enumerate().map(|(year, span)| {
                        let (x, w) = bar(year);
                        let height = (y.at(span.low) - y.at(span.high)).max(0.0);
                        html! { <rect key={year} x={x.to_string()} y={y.at(span.high).to_string()} width={w.to_string()} height={height.to_string()} /> }
                    }) }</g>
                }) }
                <g class="part-names">{ for seen.iter().zip(heights).map(|(k, height)| html! {
                    <g key={*k}>
                        <path d={format!("M{} {}L{} {}", end + 1.0, middle(*k), end + 8.0, height)} />
                        <text x={(end + 11.0).to_string()} y={(height + 4.0).to_string()}>{ parts[*k].name }</text>
                    </g>
                }) }</g>
            </svg>
        </div>
    }
}

fn axes(
    frame: &Frame,
    right: f64,
    y: &Scale,
    axis: &Axis,
    years: usize,
    bar: &impl Fn(usize) -> (f64, f64),
) -> Html {
    let floor = frame.height - frame.bottom;
    html! {
        <g class="axis">
            { for axis.ticks.iter().map(|tick| {
                let at = y.at(*tick).to_string();
                html! {
                    <g key={tick.to_string()}>
                        <line class={if *tick == 0.0 { "zero" } else { "grid" }} x1={frame.left.to_string()} x2={right.to_string()} y1={at.clone()} y2={at} />
                        <text x={(frame.left - 6.0).to_string()} y={(y.at(*tick) + 4.0).to_string()} text-anchor="end">{ short_pounds(*tick) }</text>
                    </g>
                }
            }) }
            { for year_ticks(years.saturating_sub(1) as u32, right - frame.left).into_iter().map(|year| {
                let (x, w) = bar(year as usize);
                html! { <text key={year} x={(x + w / 2.0).to_string()} y={(floor + 17.0).to_string()} text-anchor="middle">{ year + 1 }</text> }
            }) }
        </g>
    }
}

/// Pounds short enough for an axis.
fn short_pounds(pounds: f64) -> String {
    pounds_about(pounds).replace(" million", "m")
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
