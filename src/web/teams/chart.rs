//! One outcome of every team against business as usual: the mean of the paired difference with its interval.

use super::super::parts::use_width;
use super::super::text::teams as text;
use super::results::heard;
use crate::analysis::digest::Interval;
use crate::charts::number::signed;
use crate::charts::whiskers::{HEAD, Whiskers};
use crate::charts::words::difference_unit;
use crate::indicators::catalogue::CATALOGUE;
use crate::session::teams::table::{OUTCOMES, Results};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub results: Results,
    pub column: usize,
}

#[component]
pub fn Chart(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let info = &CATALOGUE[OUTCOMES[props.column]];
    let rows: Vec<(&str, Interval)> = props
        .results
        .rows
        .iter()
        .filter_map(|row| {
            let difference = row.cells.get(props.column)?.difference.as_ref()?;
            let mean = difference.by_year.last()?.mean;
            Some((row.name.as_str(), Interval { mean, low: difference.interval.0, high: difference.interval.1 }))
        })
        .collect();
    let drawn = Whiskers::of(width, rows.len(), rows.iter().map(|(_, interval)| interval));
    let (bottom, zero) = (drawn.height.to_string(), drawn.x.at(0.0).to_string());
    let unit = difference_unit(info);
    html! {
        <figure class="card">
            <h3>{ props.results.title(props.column) }</h3>
            <p class="sub">{ format!("In {unit}. {}", text::AGAINST) }</p>
            <div class="chart" ref={node}>
                <svg width={width.to_string()} height={bottom.clone()} role="img" aria-label={heard(&props.results, props.column)}>
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
                    { for rows.iter().enumerate().map(|(k, (name, interval))| {
                        let (words, y) = (Whiskers::words(k).to_string(), Whiskers::marks(k).to_string());
                        html! {
                            <g key={k} class="whisker">
                                <text x="0" y={words.clone()}>{ *name }</text>
                                <text class="number" x={width.to_string()} y={words} text-anchor="end">{ signed(interval.mean, info.digits) }</text>
                                <g class={classes!("mark", (!interval.is_clear()).then_some("hollow"))}>
                                    <line x1={drawn.x.at(interval.low).to_string()} x2={drawn.x.at(interval.high).to_string()} y1={y.clone()} y2={y.clone()} />
                                    <circle cx={drawn.x.at(interval.mean).to_string()} cy={y} r="4.5" />
                                </g>
                            </g>
                        }
                    }) }
                </svg>
            </div>
        </figure>
    }
}
