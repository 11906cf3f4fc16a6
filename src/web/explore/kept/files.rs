//! The scenario as a file, files chosen or dropped on the page, and what was wrong with the last one.

use crate::session::Message;
use crate::session::kept::file::LARGEST;
use crate::session::kept::own::LARGEST_TABLES;
use crate::session::kept::{Kept, Said};
use crate::web::parts::{
    ChooseFiles, Shared, file_bytes as bytes, file_problems as problems, read_file, use_dropped,
    use_say,
};
use crate::web::text::kept as text;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub kept: Shared<Kept>,
}

/// Takes in files that are dropped anywhere on the comparison.
#[hook]
pub fn use_dropped_work() {
    let say = use_say();
    let dropped = use_callback(say.clone(), |files: Vec<File>, say| {
        match files.as_slice() {
            // Several files, or a table, are for a place; one other file is a scenario.
            [file]
                if ![".csv", ".tsv", ".xlsx", ".zip"]
                    .iter()
                    .any(|ending| file.name().to_lowercase().ends_with(ending)) =>
            {
                read(file.clone(), say);
            }
            _ => tables(files, say.clone()),
        }
    });
    use_dropped(dropped);
}

#[component]
pub fn Files(props: &Props) -> Html {
    let say = use_say();
    let export = say.reform(|_: MouseEvent| Message::Kept(Said::Export));
    let close = say.reform(|_: MouseEvent| Message::Kept(Said::ImportRead));
    let chosen = move |files: Vec<File>| files.into_iter().for_each(|file| read(file, &say));
    html! {
        <div class="kept-part">
            <h3>{ text::FILES_TITLE }</h3>
            <p class="hint">{ text::FILES_HINT }</p>
            <p class="row">
                <button type="button" onclick={export}>{ text::EXPORT }</button>
                <ChooseFiles name={text::IMPORT} onchosen={chosen} />
            </p>
            if let Some(import) = &props.kept.import { { problems(import, close) } }
        </div>
    }
}

fn read(file: File, say: &Callback<Message>) {
    read_file(
        file,
        LARGEST,
        say.reform(|(name, content)| Message::Kept(Said::Imported(name, content))),
    );
}

/// Reads tables, those that are not too large, and says what they hold.
pub fn tables(files: Vec<File>, say: Callback<Message>) {
    spawn_local(async move {
        let mut all = Vec::new();
        for file in files {
            let size = file.size();
            let content = if size > LARGEST_TABLES as f64 {
                Err(size as u64)
            } else {
                Ok(bytes(&file).await)
            };
            all.push((file.name(), content));
        }
        say.emit(Message::Kept(Said::Tables(all)));
    });
}
