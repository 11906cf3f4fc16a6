//! One outcome of every team against business as usual: the mean of the paired difference with its interval.

use super::super::parts::{WhiskerRow, Whiskers};
use super::super::text::teams as text;
use super::results::heard;
use crate::analysis::digest::Interval;
use crate::analysis::verdict;
use crate::charts::words::difference_unit;
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
        Some(WhiskerRow::new(
            row.name.clone(),
            Interval { mean, low, high },
            matters,
        ))
    };
    let rows: Vec<WhiskerRow> = props.results.rows.iter().filter_map(row).collect();
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
