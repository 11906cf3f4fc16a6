//! Rows of means with their intervals on one axis, and the same as a table and a file.

use super::super::super::parts::{TakeTable, use_width};
use super::super::super::text::{self, why};
use crate::analysis::digest::Interval;
use crate::charts::number::signed;
use crate::charts::whiskers::{HEAD, Whiskers as Drawn};
use yew::prelude::*;

/// One row: a name, and one interval or two that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: AttrValue,
    pub mark: Interval,
    /// A second interval: what would be published, beside the truth.
    pub other: Option<Interval>,
}

impl Row {
    /// A row of one interval.
    pub fn new(name: impl Into<AttrValue>, mark: Interval) -> Self {
        Self { name: name.into(), mark, other: None }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub rows: Vec<Row>,
    /// What the chart says.
    pub label: AttrValue,
}

#[component]
pub fn Whiskers(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let intervals = props.rows.iter().flat_map(|row| std::iter::once(&row.mark).chain(&row.other));
    let drawn = Drawn::of(width, props.rows.len(), intervals);
    let (bottom, zero) = (drawn.height.to_string(), drawn.x.at(0.0).to_string());
    html! {
        <div class="chart" ref={node}>
            <svg width={width.to_string()} height={bottom.clone()} role="img" aria-label={props.label.clone()}>
                <g class="axis">
                    { for drawn.axis.ticks.iter().map(|tick| {
                        let at = drawn.x.at(*tick).to_string();
                        html! {
                            <g key={tick.to_string()}>
                                <line class="grid" x1={at.clone()} x2={at.clone()} y1={(HEAD - 4.0).to_string()} y2={bottom.clone()} />
                                <text x={at} y={(HEAD - 8.0).to_string()} text-anchor="middle">{ signed(*tick, drawn.axis.digits) }</text>
                            </g>
                        }
                    }) }
                    <line class="zero" x1={zero.clone()} x2={zero} y1={(HEAD - 4.0).to_string()} y2={bottom} />
                </g>
                { for props.rows.iter().enumerate().map(|(k, row)| html! {
                    <g key={k} class="whisker">
                        <text x="0" y={Drawn::words(k).to_string()}>{ &row.name }</text>
                        <text class="number" x={width.to_string()} y={Drawn::words(k).to_string()} text-anchor="end">{ signed(row.mark.mean, 2) }</text>
                        if let Some(other) = &row.other { { mark(&drawn, Drawn::marks(k) - 3.5, other, true) } }
                        { mark(&drawn, Drawn::marks(k) + if row.other.is_some() { 3.5 } else { 0.0 }, &row.mark, false) }
                    </g>
                }) }
            </svg>
        </div>
    }
}

/// An interval with its mean: full where it is clear, hollow where it is not; a diamond for what would be published.
fn mark(drawn: &Drawn, y: f64, interval: &Interval, diamond: bool) -> Html {
    let (x, y_words) = (drawn.x.at(interval.mean), y.to_string());
    let class = classes!("mark", (!interval.is_clear()).then_some("hollow"), diamond.then_some("published"));
    html! {
        <g {class}>
            <line x1={drawn.x.at(interval.low).to_string()} x2={drawn.x.at(interval.high).to_string()} y1={y_words.clone()} y2={y_words.clone()} />
            if diamond {
                <path d={format!("M{x} {}L{} {y}L{x} {}L{} {y}Z", y - 5.5, x + 5.5, y + 5.5, x - 5.5)} />
            } else {
                <circle cx={x.to_string()} cy={y_words} r="4.5" />
            }
        </g>
    }
}

/// The rows as a table with a file of the same numbers, one step away. `marks` name the two intervals.
pub fn table(id: &'static str, summary: &'static str, caption: &str, marks: [&'static str; 2], rows: &[Row]) -> Html {
    let two = rows.iter().any(|row| row.other.is_some());
    let range = |interval: &Interval| text::range(&signed(interval.low, 2), &signed(interval.high, 2));
    let taken = {
        let rows = rows.to_vec();
        Callback::from(move |()| numbers(marks, &rows))
    };
    html! {
        <details>
            <summary>{ summary }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label={caption.to_owned()}>
                <table>
                    <caption>{ caption }</caption>
                    <thead><tr>
                        <th scope="col">{ why::WHAT }</th>
                        if two { <th scope="col">{ marks[1] }</th><th scope="col">{ why::INTERVAL }</th> }
                        <th scope="col">{ marks[0] }</th><th scope="col">{ why::INTERVAL }</th>
                    </tr></thead>
                    <tbody>
                        { for rows.iter().enumerate().map(|(k, row)| html! {
                            <tr key={k}>
                                <th scope="row">{ &row.name }</th>
                                if let Some(other) = &row.other { <td class="n">{ signed(other.mean, 2) }</td><td class="n">{ range(other) }</td> }
                                <td class="n">{ signed(row.mark.mean, 2) }</td><td class="n">{ range(&row.mark) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <TakeTable name={caption.to_owned()} file={format!("kith-why-{id}")} table={taken} />
        </details>
    }
}

/// The rows unrounded, for files.
fn numbers(marks: [&str; 2], rows: &[Row]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut table = Vec::new();
    for row in rows {
        for (which, interval) in [(marks[0], Some(&row.mark)), (marks[1], row.other.as_ref())] {
            if let Some(interval) = interval {
                let values = [interval.mean, interval.low, interval.high].map(|value| value.to_string());
                table.push([row.name.to_string(), which.to_owned()].into_iter().chain(values).collect());
            }
        }
    }
    (["name", "which", "mean", "low", "high"].map(str::to_owned).to_vec(), table)
}
