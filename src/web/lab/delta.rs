//! The document of what differs from the model as described: shown on the page and given as a file. Draws blocks.

use crate::export::delta::{Block, of};
use crate::scenario::Scenario;
use crate::session::Message;
use crate::session::lab::Said as Lab;
use crate::session::lab::assumptions::Said;
use crate::web::parts::{Shared, use_say};
use crate::web::text::lab as words;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub shown: bool,
    pub scenario: Shared<Scenario>,
}

#[component]
pub fn Delta(props: &Props) -> Html {
    let say = use_say();
    let shown = props.shown;
    let said = |said: Said| Message::Lab(Lab::Assumptions(said));
    let toggle = say.reform(move |_: MouseEvent| said(Said::ShowDelta(!shown)));
    let export = say.reform(move |_: MouseEvent| said(Said::ExportDelta));
    html! {
        <div class="lab-part">
            <h3>{ words::DELTA }</h3>
            <p class="hint">{ words::DELTA_HINT }</p>
            <p class="row">
                <button type="button" aria-expanded={shown.to_string()} aria-controls="delta" onclick={toggle}>{ if shown { words::DELTA_HIDE } else { words::DELTA_SHOW } }</button>
                <button type="button" onclick={export}>{ words::DELTA_EXPORT }</button>
            </p>
            <div id="delta">
                if shown { <Document scenario={props.scenario.clone()} /> }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DocumentProps {
    scenario: Shared<Scenario>,
}

/// The document; made anew only when the scenario is another.
#[component]
fn Document(props: &DocumentProps) -> Html {
    let blocks = of(&props.scenario);
    let mut title = String::new();
    html! {
        <article class="delta" aria-label={words::DELTA}>
            { for blocks.into_iter().enumerate().map(|(k, block)| match block {
                Block::Heading(words) => {
                    title.clone_from(&words);
                    html! { <h4 key={k}>{ words }</h4> }
                }
                Block::Words(words) => html! { <p key={k}>{ words }</p> },
                Block::Table { columns, rows } => table(k, &title, &columns, rows),
            }) }
        </article>
    }
}

fn table(key: usize, title: &str, columns: &[&'static str], rows: Vec<Vec<String>>) -> Html {
    html! {
        <div {key} class="scroll" tabindex="0" role="region" aria-label={title.to_owned()}>
            <table>
                <thead><tr>{ for columns.iter().map(|name| html! { <th key={*name} scope="col">{ *name }</th> }) }</tr></thead>
                <tbody>
                    { for rows.into_iter().enumerate().map(|(row, cells)| html! {
                        <tr key={row}>{ for cells.into_iter().enumerate().map(|(k, cell)| if k == 0 { html! { <th key={k} scope="row">{ cell }</th> } } else { html! { <td key={k}>{ cell }</td> } }) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
