//! Rows of means with their intervals on one axis.

use super::use_width;
use crate::analysis::digest::Interval;
use crate::charts::number::signed;
use crate::charts::whiskers::{HEAD, Whiskers as Drawn};
use yew::prelude::*;

/// One row: a name, and one interval or two that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: AttrValue,
    pub mark: Interval,
    /// Whether it matters (the one verdict): full, else hollow.
    pub matters: bool,
    /// A second interval: what would be published, beside the truth; and whether it would matter.
    pub other: Option<(Interval, bool)>,
}

impl Row {
    /// A row of one interval.
    pub fn new(name: impl Into<AttrValue>, mark: Interval, matters: bool) -> Self {
        Self {
            name: name.into(),
            mark,
            matters,
            other: None,
        }
    }

    /// A row of a difference in adults doing well over so many runs.
    pub fn doing_well(name: impl Into<AttrValue>, mark: Interval, runs: u32) -> Self {
        Self::new(name, mark, mark.verdict(runs).is_clear())
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub rows: Vec<Row>,
    /// What the chart says.
    pub label: AttrValue,
    /// Digits behind the point of the means.
    #[prop_or(2)]
    pub digits: u8,
}

#[component]
pub fn Whiskers(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let intervals = props.rows.iter().flat_map(|row| {
        std::iter::once(&row.mark).chain(row.other.as_ref().map(|(other, _)| other))
    });
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
                        <text class="number" x={width.to_string()} y={Drawn::words(k).to_string()} text-anchor="end">{ signed(row.mark.mean, props.digits) }</text>
                        if let Some((other, matters)) = &row.other { { mark(&drawn, Drawn::marks(k) - 3.5, other, (*matters, true)) } }
                        { mark(&drawn, Drawn::marks(k) + if row.other.is_some() { 3.5 } else { 0.0 }, &row.mark, (row.matters, false)) }
                    </g>
                }) }
            </svg>
        </div>
    }
}

/// An interval with its mean: full where it matters, hollow where it does not; a diamond for what would be published.
fn mark(drawn: &Drawn, y: f64, interval: &Interval, (matters, diamond): (bool, bool)) -> Html {
    let (x, y_words) = (drawn.x.at(interval.mean), y.to_string());
    let class = classes!(
        "mark",
        (!matters).then_some("hollow"),
        diamond.then_some("published")
    );
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
