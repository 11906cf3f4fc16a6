//! Both lives as two lines of wellbeing with the months of the chain marked. One unit is one pixel.

use super::super::super::parts::{Shared, TakeFigure, use_width};
use super::super::super::text;
use crate::charts::fan::Frame;
use crate::charts::labels::apart;
use crate::charts::lives::{Line, lines};
use crate::charts::scale::{Axis, Extent, year_ticks};
use crate::ensemble::pair::Names;
use crate::protocol::Answer;
use crate::session::lives::told;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub answer: Shared<Answer>,
    /// Months of the run.
    pub months: u32,
    /// The month shown in the worlds.
    pub month: u32,
    pub reference: String,
    pub alternative: String,
}

/// Height of the lines' room. Unit: pixels.
const LINES: f64 = 230.0;
/// Height of a row of marks. Unit: pixels.
const ROW: f64 = 22.0;

/// The class of a moment: in which life it happens.
pub fn class_of(line: &Line) -> &'static str {
    match line.life {
        Some(0) => "first",
        Some(_) => "second",
        None => "both",
    }
}

/// A moment's mark: a circle in the first life, a square in the second, a diamond in both, so that colour is not alone.
fn mark(line: &Line, x: f64, y: f64, r: f64) -> Html {
    let class = class_of(line);
    match line.life {
        Some(0) => {
            html! { <circle class={class} cx={x.to_string()} cy={y.to_string()} r={r.to_string()} /> }
        }
        Some(_) => {
            let side = r * 1.8;
            html! { <rect class={class} x={(x - side / 2.0).to_string()} y={(y - side / 2.0).to_string()} width={side.to_string()} height={side.to_string()} rx="2" /> }
        }
        None => {
            let reach = r * 1.3;
            html! { <path class={class} d={format!("M{x} {}L{} {y}L{x} {}L{} {y}Z", y - reach, x + reach, y + reach, x - reach)} /> }
        }
    }
}

/// A moment's mark beside its words.
pub fn symbol(line: &Line, x: f64, y: f64) -> Html {
    html! { <svg class="mark-of" width="16" height="16" aria-hidden="true">{ mark(line, x, y, 5.5) }</svg> }
}

#[component]
pub fn Chart(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let Some(lives) = told(&props.answer) else {
        return html! {};
    };
    let told = &lives.told;
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    let short = text::short_names(&props.reference, &props.alternative);
    let room = short.0.chars().count().max(short.1.chars().count()) as f64 * 7.4 + 12.0;
    let frame = Frame {
        width,
        height: LINES,
        left: 34.0,
        right: room,
        top: 12.0,
        bottom: 24.0,
    };
    let x = lines::months(props.months, frame.left, frame.width - frame.right);
    let marks = lines::marks(&x, &told.chain);
    let rows = marks.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
    let height = LINES + rows as f64 * ROW + 4.0;
    let now = x.at(f64::from(props.month)).to_string();
    html! {
        <figure class="lives-chart">
            <figcaption><h3>{ &told.title }</h3><p class="sub">{ text::LIVES_SUBTITLE }</p></figcaption>
            <div class="chart" ref={node.clone()}>
                <svg width={width.to_string()} height={height.to_string()} role="img" aria-label={told.alternative(names)}>
                    <line class="now" x1={now.clone()} x2={now} y1={frame.top.to_string()} y2={height.to_string()} />
                    <Lines answer={props.answer.clone()} {frame} months={props.months} reference={short.0} alternative={short.1} />
                    <g class="chain-marks">
                        { for told.chain.iter().zip(&marks).enumerate().map(|(k, (line, (at, row)))| {
                            let middle = LINES + *row as f64 * ROW + ROW / 2.0;
                            html! {
                                <g key={k}>
                                    { mark(line, *at, middle, 9.0) }
                                    <text class={class_of(line)} x={at.to_string()} y={(middle + 4.0).to_string()} text-anchor="middle">{ k + 1 }</text>
                                </g>
                            }
                        }) }
                    </g>
                </svg>
            </div>
            <TakeFigure {node} title={told.title.clone()} subtitle={text::LIVES_SUBTITLE} file="kith-two-lives" words={told.text()} />
        </figure>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    answer: Shared<Answer>,
    frame: Frame,
    months: u32,
    reference: String,
    alternative: String,
}

/// The axes and both lines: they stay while the months pass.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let Some(lives) = told(&props.answer) else {
        return html! {};
    };
    let (told, frame) = (&lives.told, &props.frame);
    let (left, right) = (frame.left, frame.width - frame.right);
    let x = lines::months(props.months, left, right);
    // Always the whole scale: lives can be compared by eye.
    let axis = Axis::over(
        Extent {
            low: 0.0,
            high: 10.0,
        },
        5,
    );
    let y = frame.values(axis.extent.low, axis.extent.high);
    let means = told.wellbeing.each_ref().map(|life| lines::means(life));
    let heights = apart(
        &means
            .each_ref()
            .map(|life| y.at(life.last().copied().unwrap_or(0.0))),
        16.0,
        frame.top,
        frame.height - frame.bottom,
    );
    html! {
        <>
            <g class="axis">
                { for axis.ticks.iter().map(|tick| {
                    let at = y.at(*tick);
                    html! {
                        <g key={tick.to_string()}>
                            <line class={if *tick == 0.0 { "zero" } else { "grid" }} x1={left.to_string()} x2={right.to_string()} y1={at.to_string()} y2={at.to_string()} />
                            <text x={(left - 6.0).to_string()} y={(at + 4.0).to_string()} text-anchor="end">{ *tick }</text>
                        </g>
                    }
                }) }
                { for year_ticks(props.months / 12, right - left).into_iter().map(|year| html! {
                    <text key={format!("year {year}")} x={x.at(f64::from(year * 12)).to_string()} y={(LINES - 7.0).to_string()} text-anchor="middle">{ year }</text>
                }) }
            </g>
            { for [("first", 0, &props.reference), ("second", 1, &props.alternative)].map(|(class, life, name)| {
                let end = x.at(means[life].len().saturating_sub(1) as f64) + 6.0;
                html! {
                    <g key={class}>
                        <path class={classes!("month", class)} d={lines::single(&x, &y, &told.wellbeing[life])} />
                        <path class={classes!("line", class)} d={lines::running(&x, &y, &told.wellbeing[life])} />
                        <text class={classes!("label", class)} x={end.to_string()} y={(heights[life] + 4.0).to_string()}>{ name }</text>
                    </g>
                }
            }) }
        </>
    }
}
