//! One outcome of every team against business as usual: the mean of the paired difference with its interval.

use super::super::parts::Whiskers;
use super::super::text::teams as text;
use crate::analysis::digest::Interval;
use crate::analysis::verdict;
use crate::charts::words::difference_unit;
use crate::drawing::rows::{Row as Drawn, Shown};
use crate::indicators::catalogue::CATALOGUE;
use crate::session::teams::table::{Cell, OUTCOMES, Results, Row};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub results: Results,
    pub column: usize,
}

#[component]
pub fn Chart(props: &Props) -> Html {
    let info = &CATALOGUE[OUTCOMES[props.column]];
    let row = |row: &Row| {
        let difference = row.cells.get(props.column)?.difference.as_ref()?;
        let (mean, (low, high)) = (difference.by_year.last()?.mean, difference.interval);
        let matters = verdict::verdict(difference, OUTCOMES[props.column]).is_clear();
        let interval = Interval { mean, low, high };
        Some(Drawn::of(&row.name, Shown { interval, matters }))
    };
    let rows: Vec<Drawn> = props.results.rows.iter().filter_map(row).collect();
    let digits = props
        .results
        .rows
        .iter()
        .filter_map(|row| row.cells.get(props.column))
        .map(Cell::digits)
        .max();
    html! {
        <figure class="card">
            <h3>{ props.results.title(props.column) }</h3>
            <p class="sub">{ text::against_in(difference_unit(info)) }</p>
            <Whiskers {rows} label={heard(&props.results, props.column)} digits={digits.unwrap_or(info.digits)} />
        </figure>
    }
}

/// What a chart of one outcome says, for those who hear it.
pub(super) fn heard(results: &Results, column: usize) -> String {
    let rows: Vec<String> = results
        .rows
        .iter()
        .map(|row| results.sentence(row, column))
        .collect();
    format!("{}. {}", results.title(column), rows.join(" "))
}
