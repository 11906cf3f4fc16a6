//! Files, pictures and photographs that people hand over: a chooser, and a camera where there is one. Knows no use of them.

use super::super::text;
use super::picture::{self, Picture};
use super::{file_bytes, use_dropped};
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// Something that was handed over.
pub enum Handed {
    Text(String),
    Picture(Picture),
    /// Neither a text nor a picture.
    Unread,
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Said once for every file.
    pub onhanded: Callback<Handed>,
}

/// Two buttons: files or pictures, and a photograph. Files may also be dropped anywhere on the page.
#[component]
pub fn Intake(props: &Props) -> Html {
    let (files, camera) = (use_node_ref(), use_node_ref());
    let press = |node: &NodeRef| {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.click();
            }
        }
    };
    let dropped = use_callback(props.onhanded.clone(), |list: FileList, say| read_all(Some(&list), say));
    use_dropped(dropped);
    let say = props.onhanded.clone();
    let chosen = Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        read_all(field.files().as_ref(), &say);
        // So that the same file can be chosen again.
        field.set_value("");
    });
    html! {
        <>
            <button type="button" onclick={press(&files)}>{ text::CHOOSE_FILES }</button>
            <button type="button" onclick={press(&camera)}>{ text::TAKE_PHOTO }</button>
            <input ref={files} class="unseen" type="file" multiple=true accept="image/*,.txt,text/plain" aria-label={text::CHOOSE_FILES} tabindex="-1" onchange={chosen.clone()} />
            <input ref={camera} class="unseen" type="file" accept="image/*" capture="environment" aria-label={text::TAKE_PHOTO} tabindex="-1" onchange={chosen} />
        </>
    }
}

fn read_all(list: Option<&FileList>, say: &Callback<Handed>) {
    for file in (0..).map_while(|k| list?.get(k)) {
        read(file, say.clone());
    }
}

/// Reads a file: a picture by its points, anything else as text.
fn read(file: File, say: Callback<Handed>) {
    if file.type_().starts_with("image/") {
        picture::read(&file, say.reform(|picture: Option<Picture>| picture.map_or(Handed::Unread, Handed::Picture)));
        return;
    }
    spawn_local(async move {
        let bytes = file_bytes(&file).await;
        say.emit(String::from_utf8(bytes).map_or(Handed::Unread, Handed::Text));
    });
}
