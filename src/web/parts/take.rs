//! Taking a figure or a table away: as a picture, as a drawing, as numbers, as words.

use super::say::use_say;
use crate::drawing::figure::Caption;
use crate::report::csv;
use crate::session::{Message, page};
use crate::web::{save, snapshot, text};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Where everything on the page comes from: the question, its luck, the version. Line by line, for every file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance(pub Rc<Vec<String>>);

/// Where what is on the page comes from.
#[hook]
pub fn use_provenance() -> Provenance {
    use_context::<Provenance>().unwrap_or_default()
}

/// A figure to take away.
#[derive(Clone, PartialEq, Properties)]
pub struct FigureProps {
    /// The element that holds the drawings; the card around these buttons where none is named.
    #[prop_or_default]
    pub node: Option<NodeRef>,
    /// The finding.
    pub title: AttrValue,
    /// Measure, unit, place, period.
    #[prop_or_default]
    pub subtitle: AttrValue,
    /// The name of files, without ending.
    pub file: AttrValue,
    /// The words of it, to copy.
    #[prop_or_default]
    pub words: AttrValue,
}

/// Buttons that give a figure as PNG and SVG, and its words for a message.
#[component]
pub fn TakeFigure(props: &FigureProps) -> Html {
    let (say, provenance) = (use_say(), use_provenance());
    let own = use_node_ref();
    let taken = |kind: snapshot::Kind| {
        let (props, provenance, own) = (props.clone(), provenance.clone(), own.clone());
        move |_: MouseEvent| {
            let named = props.node.as_ref().map(NodeRef::cast::<Element>);
            let around = || {
                own.cast::<Element>()
                    .and_then(|own| own.closest(".card").ok().flatten())
            };
            let Some(element) = named.unwrap_or_else(around) else {
                return;
            };
            let caption = Caption {
                title: props.title.to_string(),
                subtitle: props.subtitle.to_string(),
                notes: provenance.0.to_vec(),
            };
            snapshot::save(&element, &caption, kind, &props.file);
        }
    };
    let copied = {
        let (props, provenance) = (props.clone(), provenance.clone());
        move |_: MouseEvent| {
            let words = [
                props.title.as_str(),
                props.subtitle.as_str(),
                props.words.as_str(),
            ]
            .into_iter();
            let lines: Vec<&str> = words
                .filter(|words| !words.is_empty())
                .chain(provenance.0.iter().map(String::as_str))
                .collect();
            save::copy(
                &lines.join("\n"),
                say.reform(|copied| Message::Page(page::Said::Copied(copied))),
            );
        }
    };
    html! {
        <details class="take" ref={own.clone()}>
            <summary aria-label={format!("{}: {}", text::TAKE, props.title)}>{ text::TAKE }</summary>
            <p class="row">
                <button type="button" onclick={taken(snapshot::Kind::Png)}>{ text::AS_PNG }</button>
                <button type="button" onclick={taken(snapshot::Kind::Svg)}>{ text::AS_SVG }</button>
                <button type="button" onclick={copied}>{ text::COPY_WORDS }</button>
            </p>
        </details>
    }
}

/// A table to take away.
#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    /// What it is.
    pub name: AttrValue,
    /// The name of the file, without ending.
    pub file: AttrValue,
    /// Its headings and rows, made when they are asked for.
    pub table: Callback<(), (Vec<String>, Vec<Vec<String>>)>,
}

/// Buttons that give a table as CSV, and for a spreadsheet by the clipboard.
#[component]
pub fn TakeTable(props: &TableProps) -> Html {
    let (say, provenance) = (use_say(), use_provenance());
    let saved = {
        let (props, provenance) = (props.clone(), provenance.clone());
        move |_: MouseEvent| {
            let (headings, rows) = props.table.emit(());
            let remarks: Vec<String> = [props.name.to_string()]
                .into_iter()
                .chain(provenance.0.iter().cloned())
                .collect();
            save::text(
                &format!("{}.csv", props.file),
                "text/csv",
                &csv::text(&remarks, &headings, &rows),
            );
        }
    };
    let copied = {
        let props = props.clone();
        move |_: MouseEvent| {
            let (headings, rows) = props.table.emit(());
            save::copy(
                &csv::pasted(&headings, &rows),
                say.reform(|copied| Message::Page(page::Said::Copied(copied))),
            );
        }
    };
    html! {
        <p class="row take-table">
            <button type="button" aria-label={format!("{}: {}", text::DOWNLOAD_CSV, props.name)} onclick={saved}>{ text::DOWNLOAD_CSV }</button>
            <button type="button" aria-label={format!("{}: {}", text::COPY_TABLE, props.name)} onclick={copied}>{ text::COPY_TABLE }</button>
        </p>
    }
}
