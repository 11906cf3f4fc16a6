//! What an experiment came to: sentences, figures, tables, and everything as files. Draws what it is given.

use crate::report::Figure;
use crate::report::table::{Cell, Table};
use crate::session::lab::bench::Finished;
use crate::session::lab::taken;
use crate::web::parts::Shared;
use crate::web::text::lab as words;
use crate::web::{save, snapshot};
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};
use yew::prelude::*;

/// Rows of a table that are shown.
const SHOWN: usize = 50;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub finished: Shared<Finished>,
}

#[component]
pub fn Results(props: &Props) -> Html {
    let finished = &props.finished;
    let results = &finished.results;
    let file = |name: &'static str, write: fn(&Finished) -> String| {
        let finished = finished.clone();
        move |_: MouseEvent| save::text(name, "application/json", &write(&finished))
    };
    html! {
        <div class="lab-results" role="region" aria-labelledby="results-title">
            <div role="status"><h3 id="results-title">{ words::RESULTS }{ ": " }{ &finished.experiment.name }</h3></div>
            if let Some(words) = &finished.beside { <p class="lab-beside">{ words }</p> }
            <ul class="findings">{ for results.sentences.iter().enumerate().map(|(k, words)| html! { <li key={k}>{ words }</li> }) }</ul>
            <p class="hint">{ words::FINGERPRINT }{ " " }<code class="results-fingerprint">{ &results.fingerprint }</code></p>
            <p class="row">
                <button type="button" onclick={file(taken::MANIFEST, taken::manifest)}>{ words::MANIFEST }</button>
                <button type="button" title={words::PACKAGE_HINT} onclick={file("datapackage.json", taken::package)}>{ words::PACKAGE }</button>
                <button type="button" onclick={file("kith-results.json", taken::everything)}>{ words::EVERYTHING }</button>
            </p>
            <p class="hint">{ words::PARQUET }</p>
            { for results.drawings.iter().map(|figure| html! { <Drawing key={figure.name.clone()} figure={figure.clone()} /> }) }
            { for results.tables.iter().enumerate().map(|(k, _)| html! { <Rows key={k} finished={finished.clone()} table={k} /> }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DrawingProps {
    figure: Figure,
}

/// A figure: the very bytes of the file.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let figure = &props.figure;
    let address = use_address(&figure.svg);
    let svg = {
        let figure = figure.clone();
        move |_: MouseEvent| {
            save::text(
                &format!("kith-{}.svg", figure.name),
                "image/svg+xml",
                &figure.svg,
            );
        }
    };
    let png = {
        let figure = figure.clone();
        move |_: MouseEvent| {
            snapshot::save_drawing(&figure.svg, format!("kith-{}.png", figure.name));
        }
    };
    html! {
        <figure class="lab-figure">
            if let Some(address) = address { <img src={address} alt={figure.description.clone()} /> }
            <figcaption>
                <p class="sub">{ &figure.title }</p>
                <p class="row">
                    <button type="button" aria-label={words::file_of(words::DOWNLOAD_SVG.text(), &figure.title)} onclick={svg}>{ words::DOWNLOAD_SVG }</button>
                    <button type="button" aria-label={words::file_of(words::DOWNLOAD_PNG.text(), &figure.title)} onclick={png}>{ words::DOWNLOAD_PNG }</button>
                </p>
            </figcaption>
        </figure>
    }
}

/// An address of a drawing for as long as it is shown.
#[hook]
fn use_address(svg: &str) -> Option<String> {
    let address = use_state_eq(|| None);
    let setter = address.setter();
    use_effect_with(svg.to_owned(), move |svg| {
        let options = BlobPropertyBag::new();
        options.set_type("image/svg+xml");
        let made =
            Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(svg)), &options)
                .and_then(|blob| Url::create_object_url_with_blob(&blob))
                .ok();
        setter.set(made.clone());
        move || {
            if let Some(made) = made {
                let _ = Url::revoke_object_url(&made);
            }
        }
    });
    (*address).clone()
}

#[derive(Clone, PartialEq, Properties)]
struct RowsProps {
    finished: Shared<Finished>,
    table: usize,
}

/// A table: its first rows, and all of it as files.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let Some(table) = props.finished.results.tables.get(props.table) else {
        return html! {};
    };
    let file = |ending: &'static str, kind: &'static str, write: fn(&Table) -> String| {
        let (finished, position) = (props.finished.clone(), props.table);
        move |_: MouseEvent| {
            if let Some(table) = finished.results.tables.get(position) {
                save::text(
                    &format!("{}.{ending}", taken::file_of(table)),
                    kind,
                    &write(table),
                );
            }
        }
    };
    let shown = table.rows.len().min(SHOWN);
    html! {
        <div class="lab-table">
            <h4>{ &table.title }</h4>
            <div class="scroll" tabindex="0" role="region" aria-label={table.title.clone()}>
                <table>
                    <thead><tr>{ for table.columns.iter().map(|column| html! {
                        <th key={column.name.clone()} scope="col" title={column.meaning.clone()}>{ words::column(&column.name, &column.unit) }</th>
                    }) }</tr></thead>
                    <tbody>{ for table.rows.iter().take(SHOWN).enumerate().map(|(k, row)| html! {
                        <tr key={k}>{ for row.iter().enumerate().map(|(k, cell)| html! { <td key={k} class={is_number(cell).then_some("n")}>{ taken::shown(cell) }</td> }) }</tr>
                    }) }</tbody>
                </table>
            </div>
            <p class="hint">{ words::first_rows(shown, table.rows.len()) }</p>
            <p class="row">
                <button type="button" aria-label={words::file_of(words::DOWNLOAD_CSV.text(), &table.title)} onclick={file("csv", "text/csv", Table::csv)}>{ words::DOWNLOAD_CSV }</button>
                <button type="button" aria-label={words::file_of(words::DOWNLOAD_JSON.text(), &table.title)} onclick={file("json", "application/json", Table::json)}>{ words::DOWNLOAD_JSON }</button>
            </p>
        </div>
    }
}

fn is_number(cell: &Cell) -> bool {
    matches!(cell, Cell::Whole(_) | Cell::Number(_))
}
