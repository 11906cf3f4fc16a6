//! The answers of the section Why as cards: each places its report, which states the finding in a title and a sentence, and draws its rows.

use super::super::super::parts::{TakeFigure, Whiskers};
use super::super::super::text::{self, why};
use super::block::Context;
use super::whiskers::table;
use crate::answers::about::Setting;
use crate::answers::{evaluation, layers, levels, parts, worlds};
use crate::charts::number::plain;
use crate::drawing::rows::Row;
use crate::protocol::Answer;
use crate::report::{Figure, Report};
use yew::prelude::*;

/// What an answer says; nothing where it is no card.
pub fn report(answer: &Answer, setting: &Setting) -> Report {
    match answer {
        Answer::Levels(found) => levels::digest(found, setting),
        Answer::Dimensions(found) => parts::digest(found, setting),
        Answer::Layers(found) => layers::digest(found, setting),
        Answer::Worlds(found) => worlds::digest(found, setting),
        // Open problems: what most approaches are about.
        Answer::Evaluation(found) => evaluation::digest(found, 0),
        _ => Report::default(),
    }
}

/// The card of an answer; nothing of what is no card.
pub fn view(context: &Context, answer: &Answer) -> Html {
    let report = report(answer, &context.setting);
    let Some((first, more)) = report.drawings.split_first() else {
        return html! {};
    };
    let below = match answer {
        Answer::Worlds(_) => shares(first, more),
        Answer::Evaluation(_) => html! {
            <details><summary>{ why::CHART }</summary>{ chart(first) }</details>
        },
        _ => html! {
            <>
                { chart(first) }
                { for more.iter().map(|pairs| table(&pairs.name, pairs.title.clone(), &pairs.subtitle, why::MORE_TOGETHER.text(), &pairs.rows)) }
            </>
        },
    };
    html! {
        <>
            <h4>{ &first.title }</h4>
            <p class="sentence">{ &first.description }</p>
            { below }
        </>
    }
}

/// Rows of intervals, to take away as a figure and as numbers.
fn chart(figure: &Figure) -> Html {
    html! {
        <>
            <p class="chart-name">{ &figure.subtitle }</p>
            <Whiskers rows={figure.rows.rows.clone()} label={figure.description.clone()} />
            { taken(figure) }
            { table(&figure.name, text::NUMBERS.to_string(), &figure.subtitle, why::POINTS.text(), &figure.rows) }
        </>
    }
}

fn taken(figure: &Figure) -> Html {
    let Figure {
        name,
        title,
        subtitle,
        description,
        ..
    } = figure.clone();
    html! { <TakeFigure {title} {subtitle} words={description} file={format!("kith-why-{name}")} /> }
}

/// One bar in three parts, each with its words, and what decides.
fn shares(figure: &Figure, more: &[Figure]) -> Html {
    let parts: Vec<(&str, &Row, f64)> = ["first", "tie", "second"]
        .into_iter()
        .zip(&figure.rows.rows)
        .map(|(class, row)| (class, row, row.percent()))
        .collect();
    let mut from = 0.0;
    html! {
        <>
            <svg class="shares" width="100%" height="30" role="img" aria-label={figure.description.clone()}>
                { for parts.iter().map(|(class, _, share)| {
                    let x = format!("{from:.2}%");
                    from += share;
                    html! { <rect key={*class} class={*class} {x} y="0" width={format!("{share:.2}%")} height="30" /> }
                }) }
            </svg>
            <ul class="legend" aria-hidden="true">
                { for parts.iter().map(|(class, row, share)| html! {
                    <li key={*class}><svg width="14" height="14" class="shares"><rect class={*class} width="14" height="14" /></svg>
                        <span>{ why::share_of_100(&row.label, &plain(*share, 0)) }</span></li>
                }) }
            </ul>
            { taken(figure) }
            { for more.iter().map(|decides| html! {
                <>
                    <p class="chart-name">{ &decides.title }</p>
                    <ol class="decides">
                        { for decides.rows.rows.iter().map(|row| html! {
                            <li key={row.label.clone()}>{ &row.label }{ " " }<span class="hint">{ plain(row.percent(), 0) }{ "%" }</span></li>
                        }) }
                    </ol>
                </>
            }) }
        </>
    }
}
