//! Charts as SVG: the paired difference with its zero line, the fan of both worlds, fifty dots. One unit is one pixel.

use super::super::parts::{Shared, use_width};
use super::super::text;
use crate::analysis::verdict::{self, Way};
use crate::charts::dots;
use crate::charts::fan::{self, Frame, band, line};
use crate::charts::labels::apart;
use crate::charts::number::{plain, signed};
use crate::charts::scale::{Axis, Extent, Scale, year_ticks};
use crate::charts::words;
use crate::ensemble::pair::Names;
use crate::ensemble::summary::ArmSummary;
use crate::indicators::catalogue::{Better, CATALOGUE};
use crate::session::figures::{Figure, SingleRuns};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub figure: Shared<Figure>,
    pub extent: Option<Extent>,
    pub reference: AttrValue,
    pub alternative: AttrValue,
    pub height: f64,
    /// The width where it is known, as on paper; else it is measured.
    #[prop_or_default]
    pub width: Option<f64>,
    /// Each re-run as a thin line, when asked for.
    #[prop_or_default]
    pub runs: Option<Shared<SingleRuns>>,
}

/// The extent an axis holds, widened to the single runs when they are shown.
fn widened<'a>(held: Extent, runs: impl IntoIterator<Item = &'a Vec<f64>>) -> Extent {
    Extent::of(runs.into_iter().flatten().copied()).map_or(held, |extent| extent.with(held))
}

pub fn frame(width: f64, height: f64, right: f64) -> Frame {
    Frame {
        width,
        height,
        left: 46.0,
        right,
        top: 14.0,
        bottom: 24.0,
    }
}

/// Ticks and lines of both axes.
pub fn axes(
    frame: &Frame,
    x: &Scale,
    y: &Scale,
    axis: &Axis,
    years: u32,
    write: fn(f64, u8) -> String,
) -> Html {
    let (left, right) = (
        frame.left.to_string(),
        (frame.width - frame.right).to_string(),
    );
    let floor = frame.height - frame.bottom;
    html! {
        <g class="axis">
            <g>{ for axis.ticks.iter().map(|tick| {
                let at = y.at(*tick);
                html! {
                    <g key={tick.to_string()}>
                        <line class={if *tick == 0.0 { "zero" } else { "grid" }} x1={left.clone()} x2={right.clone()} y1={at.to_string()} y2={at.to_string()} />
                        <text x={(frame.left - 6.0).to_string()} y={(at + 4.0).to_string()} text-anchor="end">{ write(*tick, axis.digits) }</text>
                    </g>
                }
            }) }</g>
            <g>{ for year_ticks(years, frame.width - frame.left - frame.right).into_iter().map(|year| html! {
                <text key={year} x={x.at(f64::from(year)).to_string()} y={(floor + 17.0).to_string()} text-anchor="middle">{ year }</text>
            }) }</g>
        </g>
    }
}

/// Second strategy less first, paired: the mean, and the band in which nine of ten re-runs lie.
#[component]
pub fn DifferenceChart(props: &Props) -> Html {
    let node = use_node_ref();
    let measured = use_width(node.clone(), 320.0);
    let width = props.width.unwrap_or(measured);
    let difference = &props.figure.difference;
    let years = difference.by_year.len().saturating_sub(1) as u32;
    let held = props.extent.unwrap_or(Extent {
        low: -1.0,
        high: 1.0,
    });
    let axis = Axis::over(
        widened(held, props.runs.iter().flat_map(|runs| &runs.difference)),
        4,
    );
    let frame = frame(width, props.height, 12.0);
    let (x, y) = (
        frame.years(years),
        frame.values(axis.extent.low, axis.extent.high),
    );
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    // More is the alternative's side of zero unless less is better; where neither is, a side says who has more.
    let sides = match CATALOGUE[props.figure.indicator].better {
        Better::Lower => (&props.reference, &props.alternative),
        Better::Higher | Better::Neither => (&props.alternative, &props.reference),
    };
    let word = text::side_word(CATALOGUE[props.figure.indicator].better);
    html! {
        <div class="chart" ref={node}>
            <svg width={width.to_string()} height={props.height.to_string()} role="img" aria-label={words::sentence(difference, props.figure.indicator, names)}>
                { axes(&frame, &x, &y, &axis, years, signed) }
                <path class="band difference" d={band(&x, &y, &difference.by_year)} />
                if let Some(runs) = &props.runs { <path class="run difference" d={fan::single(&x, &y, &runs.difference)} /> }
                <path class="line difference" d={line(&x, &y, &difference.by_year)} />
                <text class="side" x={(frame.left + 6.0).to_string()} y={(frame.top - 2.0).to_string()}>{ text::side(sides.0, word, true) }</text>
                if axis.extent.low < 0.0 {
                    <text class="side" x={(frame.left + 6.0).to_string()} y={(frame.height - frame.bottom - 5.0).to_string()}>{ text::side(sides.1, word, false) }</text>
                }
            </svg>
        </div>
    }
}

/// Both worlds and business as usual: means, and the bands in which nine of ten re-runs lie.
#[component]
pub fn FanChart(props: &Props) -> Html {
    let node = use_node_ref();
    let measured = use_width(node.clone(), 320.0);
    let width = props.width.unwrap_or(measured);
    let figure = &props.figure;
    let years = figure.reference.by_year.len().saturating_sub(1) as u32;
    let held = props.extent.unwrap_or(Extent {
        low: 0.0,
        high: 1.0,
    });
    let axis = Axis::over(
        widened(
            held,
            props
                .runs
                .iter()
                .flat_map(|runs| runs.reference.iter().chain(&runs.alternative)),
        ),
        4,
    );
    let (reference, alternative) = text::short_names(&props.reference, &props.alternative);
    let arms: Vec<(&'static str, String, &ArmSummary)> = figure
        .usual
        .iter()
        .map(|arm| ("usual", text::AS_USUAL.to_string(), arm))
        .chain([
            ("first", reference, &figure.reference),
            ("second", alternative, &figure.alternative),
        ])
        .collect();
    let room = arms
        .iter()
        .map(|(_, name, _)| name.chars().count())
        .max()
        .unwrap_or(0) as f64
        * 6.8
        + 12.0;
    let frame = frame(width, props.height, room);
    let (x, y) = (
        frame.years(years),
        frame.values(axis.extent.low, axis.extent.high),
    );
    let wanted: Vec<f64> = arms
        .iter()
        .map(|(_, _, arm)| arm.by_year.last().map_or(0.0, |s| y.at(s.mean)))
        .collect();
    let heights = apart(&wanted, 15.0, frame.top, frame.height - frame.bottom);
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    let end = x.at(f64::from(years)) + 6.0;
    html! {
        <div class="chart" ref={node}>
            <svg width={width.to_string()} height={props.height.to_string()} role="img"
                aria-label={words::fan_alternative(&figure.reference, &figure.alternative, figure.usual.as_ref(), figure.indicator, names)}>
                { axes(&frame, &x, &y, &axis, years, plain) }
                <g>{ for arms.iter().map(|(class, _, arm)| html! { <path key={*class} class={classes!("band", *class)} d={band(&x, &y, &arm.by_year)} /> }) }</g>
                if let Some(runs) = &props.runs {
                    <path class="run first" d={fan::single(&x, &y, &runs.reference)} />
                    <path class="run second" d={fan::single(&x, &y, &runs.alternative)} />
                }
                <g>{ for arms.iter().map(|(class, _, arm)| html! { <path key={*class} class={classes!("line", *class)} d={line(&x, &y, &arm.by_year)} /> }) }</g>
                <g>{ for arms.iter().zip(heights).map(|((class, name, _), height)| html! {
                    <text key={*class} class={classes!("label", *class)} x={end.to_string()} y={(height + 4.0).to_string()}>{ name }</text>
                }) }</g>
            </svg>
        </div>
    }
}

/// Fifty dots: fifty equally likely paired differences in the last year.
#[component]
pub fn DotChart(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let difference = &props.figure.difference;
    if difference.replicates < dots::FEWEST {
        return html! { <div class="chart" ref={node}><p class="frequency">{ words::too_few_for_dots(difference.replicates) }</p></div> };
    }
    let extent = Extent::of(difference.runs.iter().copied().chain([0.0])).unwrap_or(Extent {
        low: -1.0,
        high: 1.0,
    });
    let axis = Axis::over(extent, 6);
    let frame = Frame {
        width,
        height: props.height,
        left: 14.0,
        right: 14.0,
        top: 8.0,
        bottom: 26.0,
    };
    let x = Scale {
        low: axis.extent.low,
        high: axis.extent.high,
        from: frame.left,
        to: width - frame.right,
    };
    let columns = ((width - frame.left - frame.right) / 13.0).clamp(8.0, 30.0);
    let column = (axis.extent.high - axis.extent.low) / columns.floor();
    let dots = dots::fifty(&difference.runs, column);
    let floor = frame.height - frame.bottom;
    let tallest = dots.iter().map(|dot| dot.height + 1).max().unwrap_or(1);
    let radius = ((x.at(column) - x.at(0.0)) / 2.0 * 0.9)
        .min((floor - frame.top) / f64::from(tallest) / 2.0)
        .max(1.0);
    let indicator = props.figure.indicator;
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    let sentence = words::frequency(dots::counts(&dots, indicator), indicator, names);
    html! {
        <div class="chart" ref={node}>
            <svg width={width.to_string()} height={props.height.to_string()} role="img" aria-label={sentence.clone()}>
                <g class="axis">
                    <line class="grid" x1={frame.left.to_string()} x2={(width - frame.right).to_string()} y1={floor.to_string()} y2={floor.to_string()} />
                    <line class="zero" x1={x.at(0.0).to_string()} x2={x.at(0.0).to_string()} y1={frame.top.to_string()} y2={(floor + 5.0).to_string()} />
                    <g>{ for axis.ticks.iter().map(|tick| html! {
                        <text key={tick.to_string()} x={x.at(*tick).to_string()} y={(floor + 19.0).to_string()} text-anchor="middle">{ signed(*tick, axis.digits) }</text>
                    }) }</g>
                </g>
                <g>{ for dots.iter().enumerate().map(|(k, dot)| {
                    let class = match verdict::of_one(dot.exact, indicator) {
                        Some(Way::Better | Way::Higher) => "dot second",
                        Some(Way::Worse | Way::Lower) => "dot first",
                        None => "dot neither",
                    };
                    let up = floor - radius * (2.0 * f64::from(dot.height) + 1.0);
                    html! { <circle key={k} {class} cx={x.at(dot.value).to_string()} cy={up.to_string()} r={(radius * 0.92).to_string()} /> }
                }) }</g>
            </svg>
            <p class="frequency">{ sentence }</p>
            <p class="hint">{ format!("{}: {}.", text::DOTS_AXIS, words::difference_unit(&CATALOGUE[props.figure.indicator])) }</p>
        </div>
    }
}
