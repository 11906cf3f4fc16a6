//! Files of the lab: chosen, dropped anywhere on its page, or taken away; and what was wrong with the last one.

use crate::session::Message;
use crate::session::kept::file::Import;
use crate::session::lab::Said as Lab;
use crate::session::lab::assumptions::Said;
use crate::session::lab::file::LARGEST;
use crate::web::parts::{ChooseFiles, file_problems, read_file, use_dropped, use_say};
use crate::web::text::lab as words;
use web_sys::File;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub import: Option<Import>,
    pub differ: bool,
}

#[component]
pub fn Files(props: &Props) -> Html {
    let say = use_say();
    let dropped = use_callback(say.clone(), |files: Vec<File>, say| first(files, say));
    use_dropped(dropped);
    let said = |said: Said| Message::Lab(Lab::Assumptions(said));
    let export = say.reform(move |_: MouseEvent| said(Said::Export));
    let close = say.reform(move |_: MouseEvent| said(Said::ImportRead));
    html! {
        <div class="lab-part">
            <h3>{ words::FILES }</h3>
            <p class="hint">{ words::FILES_HINT }</p>
            <p class="row">
                <button type="button" disabled={!props.differ} onclick={export}>{ words::EXPORT }</button>
                <Chosen name={words::IMPORT} />
            </p>
            <p class="hint"><code>{ words::COMMAND }</code></p>
            if let Some(import) = &props.import { { file_problems(import, close) } }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ChosenProps {
    /// What the button says.
    pub name: AttrValue,
}

/// A button to choose a file for the lab.
#[component]
pub fn Chosen(props: &ChosenProps) -> Html {
    let say = use_say();
    let chosen = move |files: Vec<File>| first(files, &say);
    html! { <ChooseFiles name={props.name.clone()} onchosen={chosen} /> }
}

/// Reads the first of some files: the lab takes one at a time.
fn first(files: Vec<File>, say: &Callback<Message>) {
    if let Some(file) = files.into_iter().next() {
        read_file(
            file,
            LARGEST,
            say.reform(|(name, content)| Message::Lab(Lab::File(name, content))),
        );
    }
}
