//! What is left when the funding ends: what one world still delivers, year by year, with the end of the money marked.

use super::super::explore::chart;
use super::super::parts::use_width;
use super::super::text::workshop as text;
use super::page::Props;
use crate::charts::fan::{Frame, band, line};
use crate::charts::number::plain;
use crate::charts::scale::{Axis, Extent};
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::Spread;
use crate::indicators::catalogue::{CATALOGUE, STILL_DELIVERED};
use crate::session::workshop::own::shows_an_end;
use crate::session::workshop::runs::Runs;
use crate::session::workshop::words;
use yew::prelude::*;

/// Unit: pixels.
const HEIGHT: f64 = 300.0;

#[component]
pub fn Ending(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 640.0);
    let run = props.state.question.shown();
    let arm = Pair::shown(&run.scenario).reference;
    let sentence = words::ending(&run.ensemble, arm, &run.scenario, Runs::of(run));
    let by_year = words::delivered(&run.ensemble, arm);
    let info = &CATALOGUE[STILL_DELIVERED];
    let ends = shows_an_end(&run.scenario).then_some(run.scenario.money.last_year);
    html! {
        <section class="card hour-part" aria-labelledby="hour-ending">
            <h2 id="hour-ending">{ text::ENDING }</h2>
            <p class="hour-finding">{ sentence.clone() }</p>
            <p class="chart-name">{ text::DELIVERED }{ ", " }{ info.unit }</p>
            <div class="chart" ref={node}>
                if !by_year.is_empty() { { drawing(&by_year, run.scenario.years, ends, width, &sentence) } }
            </div>
            <p class="hint">{ info.sentence }{ " " }{ text::BAND_KEY }</p>
        </section>
    }
}

fn drawing(by_year: &[Spread], years: u32, ends: Option<u32>, width: f64, label: &str) -> Html {
    let values = by_year.iter().flat_map(|s| [s.p05, s.p95]).chain([0.0]);
    let axis = Axis::over(
        Extent::of(values).unwrap_or(Extent {
            low: 0.0,
            high: 1.0,
        }),
        5,
    );
    let frame: Frame = chart::frame(width, HEIGHT, 24.0);
    let (x, y) = (
        frame.years(years),
        frame.values(axis.extent.low, axis.extent.high),
    );
    let floor = (frame.height - frame.bottom).to_string();
    html! {
        <svg width={width.to_string()} height={HEIGHT.to_string()} role="img" aria-label={label.to_owned()}>
            { chart::axes(&frame, &x, &y, &axis, years, plain) }
            if let Some(year) = ends {
                <line class="money-ends" x1={x.at(f64::from(year)).to_string()} x2={x.at(f64::from(year)).to_string()} y1={frame.top.to_string()} y2={floor} />
                <text class="money-ends" x={(x.at(f64::from(year)) - 8.0).to_string()} y={(frame.top + 14.0).to_string()} text-anchor="end">{ text::money_ends(year) }</text>
            }
            <path class="band first" d={band(&x, &y, by_year)} />
            <path class="line first" d={line(&x, &y, by_year)} />
        </svg>
    }
}
