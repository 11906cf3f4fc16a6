//! What is left when the funding ends: what one world still delivers, year by year, with the end of the money marked.

use super::super::parts::{picture, use_width};
use super::super::text::workshop as text;
use super::page::Props;
use crate::drawing::over_years::{self, Size};
use crate::ensemble::pair::Pair;
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
    let ends = shows_an_end(&run.scenario).then(|| {
        let year = run.scenario.money.last_year;
        (year, text::money_ends(year))
    });
    let size = Size::new(width, HEIGHT, sentence.clone());
    let drawing = over_years::ending(size, &by_year, run.scenario.years, ends);
    html! {
        <section class="card hour-part" aria-labelledby="hour-ending">
            <h2 id="hour-ending">{ text::ENDING }</h2>
            <p class="hour-finding">{ sentence }</p>
            <p class="chart-name">{ text::DELIVERED }{ ", " }{ info.unit }</p>
            <div class="chart" ref={node}>
                if !by_year.is_empty() { { picture(&drawing) } }
            </div>
            <p class="hint">{ info.sentence }{ " " }{ text::BAND_KEY }</p>
        </section>
    }
}
