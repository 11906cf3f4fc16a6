//! What was chosen beside what came of it: a small chart and one table, in the order that the room asks for.

use super::super::parts::{Choice, Shared, TakeTable, use_say};
use super::super::text::teams as text;
use super::chart::Chart;
use crate::indicators::catalogue::CATALOGUE;
use crate::session::teams::Said;
use crate::session::teams::table::{OUTCOMES, Row, Sort, results};
use crate::session::{Message, State};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Results(props: &Props) -> Html {
    let say = use_say();
    let teams = &props.state.teams;
    let Some(run) = teams.shown().filter(|run| run.done() > 0) else {
        return Html::default();
    };
    let found = results(&run.game, run.rounds, &run.gathered, teams.sort);
    let column = teams.outcome;
    let names: Vec<(AttrValue, AttrValue)> = OUTCOMES
        .iter()
        .enumerate()
        .map(|(k, outcome)| {
            (
                AttrValue::from(k.to_string()),
                AttrValue::from(CATALOGUE[*outcome].name),
            )
        })
        .collect();
    let outcome = say.reform(|id: String| Message::Teams(Said::Outcome(id.parse().unwrap_or(0))));
    let mut orders = vec![(AttrValue::from(""), AttrValue::from(text::AS_ENTERED))];
    orders.extend(
        names
            .iter()
            .map(|(id, name)| (id.clone(), AttrValue::from(text::by(name)))),
    );
    let sort = say.reform(|id: String| {
        Message::Teams(Said::Sort(id.parse().map_or(Sort::Entered, Sort::Outcome)))
    });
    let order = match teams.sort {
        Sort::Entered => AttrValue::from(""),
        Sort::Outcome(column) => AttrValue::from(column.to_string()),
    };
    let numbers = found.numbers();
    html! {
        <section class="teams-results" aria-labelledby="teams-results-title">
            <h2 id="teams-results-title">{ text::RESULTS }</h2>
            <p>{ text::after_years(found.years, found.replicates as u32) }{ " " }{ text::ONLY_LUCK }</p>
            <p class="good">{ found.money() }</p>
            <div class="tools">
                <Choice id="teams-outcome" label={text::OUTCOME} options={names} value={column.to_string()} onchange={outcome} />
                <Choice id="teams-order" label={text::ORDER} options={orders} value={order} onchange={sort} />
            </div>
            <Chart results={found.clone()} {column} />
            <div class="scroll" tabindex="0" role="region" aria-label={text::TABLE}>
                <table class="teams-table">
                    <thead><tr>
                        <th scope="col">{ text::TEAM }</th><th scope="col">{ text::CHOSEN_COLUMN }</th>
                        { for OUTCOMES.iter().map(|outcome| html! { <th key={*outcome} scope="col">{ CATALOGUE[*outcome].name }</th> }) }
                    </tr></thead>
                    <tbody>{ for found.rows.iter().map(line) }</tbody>
                </table>
            </div>
            <p><strong>{ text::NO_WINNER }</strong></p>
            <TakeTable name={text::FILE} file="kith-teams" table={Callback::from(move |()| numbers.clone())} />
        </section>
    }
}

fn line(row: &Row) -> Html {
    html! {
        <tr key={row.team.map_or(-1, |team| team as i32)}>
            <th scope="row">{ &row.name }</th>
            <td>
                if row.team.is_none() {
                    { text::REFERENCE }
                } else {
                    <ol class="teams-past">{ for row.chosen.iter().enumerate().map(|(k, words)| html! { <li key={k}>{ text::chosen(k, words) }</li> }) }</ol>
                }
            </td>
            { for row.cells.iter().map(|cell| html! {
                <td key={cell.indicator}><strong>{ cell.value_words() }</strong><span class="verdict">{ cell.difference_words() }</span></td>
            }) }
        </tr>
    }
}
