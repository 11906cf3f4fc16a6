//! What this is, what it cannot tell you, and every assumption it rests on, from the registries.

use super::parts::{TakeTable, use_say};
use super::text;
use crate::charts::number::plain;
use crate::indicators::catalogue::CATALOGUE;
use crate::scenario::approaches::Approach;
use crate::scenario::bundled;
use crate::scenario::parameters::{ParameterInfo, Parameters};
use crate::scenario::sources::{self, Source};
use crate::scenario::strategy::DIMENSIONS;
use crate::session::reading::DOCUMENTS;
use crate::session::{Message, page};
use crate::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub search: String,
}

#[component]
pub fn About(props: &Props) -> Html {
    html! {
        <div class="about">
            <h1 tabindex="-1">{ text::ABOUT_TITLE }</h1>
            { for text::ABOUT_SECTIONS.iter().map(|(title, paragraphs)| html! {
                <section key={title.text()}><h2>{ *title }</h2>{ for paragraphs.iter().map(|words| html! { <p key={words.text()}>{ *words }</p> }) }</section>
            }) }
            <ReadOn />
            <Model search={props.search.clone()} />
        </div>
    }
}

/// The documents that open as pages of their own.
#[component]
fn ReadOn() -> Html {
    html! {
        <section class="read-on" aria-labelledby="read-on-title">
            <h2 id="read-on-title">{ text::READ_ON }</h2>
            <p class="hint">{ text::READ_ON_HINT }</p>
            <ul>
                { for DOCUMENTS.iter().map(|document| html! {
                    <li key={document.address}><a href={document.address}>{ document.name }</a><span>{ document.answers }</span></li>
                }) }
            </ul>
        </section>
    }
}

/// The tables of the model, searched.
#[component]
fn Model(props: &Props) -> Html {
    let say = use_say();
    let typed = move |event: InputEvent| {
        say.emit(Message::Page(page::Said::Search(
            event.target_unchecked_into::<HtmlInputElement>().value(),
        )));
    };
    let search = props.search.trim().to_lowercase();
    let keep = |words: &[&str]| {
        search.is_empty() || words.iter().any(|w| w.to_lowercase().contains(&search))
    };
    let parameters: Vec<&ParameterInfo> = Parameters::registry()
        .into_iter()
        .filter(|p| keep(&[p.mechanism, p.field, p.sentence, p.source, p.grade.words()]))
        .collect();
    let catalogue = use_memo((), |()| bundled::approaches().unwrap_or_default());
    let register = use_memo((), |()| bundled::sources().unwrap_or_default());
    let approaches: Vec<&Approach> = catalogue
        .iter()
        .filter(|a| {
            keep(&[
                &a.name,
                &a.sentence,
                &a.source,
                a.level.id(),
                a.grade.words(),
            ])
        })
        .collect();
    let indicators: Vec<_> = CATALOGUE
        .iter()
        .filter(|i| keep(&[i.name, i.sentence, i.unit]))
        .collect();
    let dimensions: Vec<_> = DIMENSIONS
        .iter()
        .filter(|d| keep(&[d.name, d.sentence, d.low_end, d.high_end]))
        .collect();
    html! {
        <section class="model">
            <h2>{ text::MODEL_TABLES }</h2>
            <div class="field"><label for="search">{ text::SEARCH }</label><input id="search" type="search" value={props.search.clone()} oninput={typed} /></div>
            <p role="status" class="hint">{ text::found(parameters.len() + approaches.len() + indicators.len() + dimensions.len()) }</p>
            { table(text::TABLE_DIMENSIONS, &[text::NAME_COLUMN, text::MEANING, text::FROM, text::TO], dimensions.iter().map(|d| vec![d.name.to_owned(), d.sentence.to_owned(), d.low_end.to_owned(), d.high_end.to_owned()]).collect(), None) }
            { table(text::TABLE_INDICATORS, &[text::NAME_COLUMN, text::MEANING, text::UNIT, text::BETTER], indicators.iter().map(|i| vec![i.name.to_owned(), i.sentence.to_owned(), i.unit.to_owned(), text::direction(i.better).to_owned()]).collect(), None) }
            { table(text::TABLE_APPROACHES, &[text::NAME_COLUMN, text::MEANING, text::LEVEL, text::COST, text::SOURCE, text::EVIDENCE], approaches.iter().map(|a| vec![a.name.clone(), a.sentence.clone(), text::level(a.level).to_owned(), text::cost(a.unit_cost_pounds), source(&register, &a.source), a.grade.words().to_owned()]).collect(), Some(approach_numbers(&approaches, &register))) }
            { table(text::TABLE_PARAMETERS, &[text::NAME_COLUMN, text::MEANING, text::VALUE, text::RANGE, text::UNIT, text::SOURCE, text::EVIDENCE], parameters.iter().map(|p| vec![p.id(), p.sentence.to_owned(), short(p.default), format!("{}–{}", short(p.low), short(p.high)), p.unit.to_owned(), source(&register, p.source), p.grade.words().to_owned()]).collect(), Some(parameter_numbers(&parameters, &register))) }
        </section>
    }
}

/// The words of a source, with its id: "NHS England, 2024 (K10)"; an assumption is called one.
fn source(register: &[Source], id: &str) -> String {
    match sources::resolve(register, id) {
        Ok(Some(source)) => format!("{} ({id})", source.title),
        Ok(None) | Err(_) => id.to_owned(),
    }
}

fn short(value: f32) -> String {
    if value.abs() >= 1000.0 {
        plain(f64::from(value), 0)
    } else {
        value.to_string()
    }
}

/// Headings and rows for files.
type Numbers = (Vec<String>, Vec<Vec<String>>);

/// Approaches as files have them: prices as numbers.
fn approach_numbers(approaches: &[&Approach], register: &[Source]) -> Numbers {
    let headings = [
        "id",
        "name",
        "meaning",
        "level",
        "pounds a unit and year",
        "source",
        "evidence",
    ];
    let row = |a: &&Approach| {
        let words = [
            a.id.clone(),
            a.name.clone(),
            a.sentence.clone(),
            text::level(a.level).to_owned(),
            a.unit_cost_pounds.to_string(),
        ];
        words
            .into_iter()
            .chain([source(register, &a.source), a.grade.words().to_owned()])
            .collect()
    };
    (
        headings.map(str::to_owned).to_vec(),
        approaches.iter().map(row).collect(),
    )
}

/// Parameters as files have them: unrounded, the ends of the range apart.
fn parameter_numbers(parameters: &[&ParameterInfo], register: &[Source]) -> Numbers {
    let headings = [
        "id",
        "meaning",
        "value",
        "range low",
        "range high",
        "unit",
        "source",
        "evidence",
    ];
    let row = |p: &&ParameterInfo| {
        let numbers = [p.default, p.low, p.high].map(|number| number.to_string());
        let words = [
            p.unit.to_owned(),
            source(register, p.source),
            p.grade.words().to_owned(),
        ];
        [p.id(), p.sentence.to_owned()]
            .into_iter()
            .chain(numbers)
            .chain(words)
            .collect()
    };
    (
        headings.map(str::to_owned).to_vec(),
        parameters.iter().map(row).collect(),
    )
}

fn table(
    title: Words,
    columns: &'static [Words],
    rows: Vec<Vec<String>>,
    filed: Option<Numbers>,
) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let taken = {
        let filed =
            filed.unwrap_or_else(|| (columns.iter().map(Words::to_string).collect(), rows.clone()));
        Callback::from(move |()| filed.clone())
    };
    html! {
        <details open={rows.len() <= 12}>
            <summary>{ format!("{title} ({})", rows.len()) }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label={title}>
                <table>
                    <thead><tr>{ for columns.iter().map(|name| html! { <th key={*name} scope="col">{ *name }</th> }) }</tr></thead>
                    <tbody>
                        { for rows.into_iter().map(|cells| html! {
                            <tr key={cells[0].clone()}>
                                { for cells.iter().enumerate().map(|(k, cell)| if k == 0 { html! { <th key={k} scope="row">{ cell }</th> } } else { html! { <td key={k}>{ cell }</td> } }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <TakeTable name={title} file={format!("kith-{}", title.to_lowercase().replace(' ', "-"))} table={taken} />
        </details>
    }
}
