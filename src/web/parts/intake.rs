//! Files, pictures and photographs that people hand over: a chooser, and a camera where there is one. Knows no use of them.

use super::super::text;
use super::picture::{self, Picture};
use super::{ChooseFiles, file_bytes, use_dropped};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// Something that was handed over.
pub enum Handed {
    Text(String),
    Picture(Picture),
    /// Neither a text nor a picture; why, where that is known.
    Unread(Option<String>),
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Said once for every file.
    pub onhanded: Callback<Handed>,
}

/// Two buttons: files or pictures, and a photograph. Files may also be dropped anywhere on the page.
#[component]
pub fn Intake(props: &Props) -> Html {
    let taken = use_callback(props.onhanded.clone(), |files: Vec<File>, say| {
        for file in files {
            read(file, say.clone());
        }
    });
    use_dropped(taken.clone());
    html! {
        <>
            <ChooseFiles name={text::CHOOSE_FILES} accept="image/*,.txt,text/plain" several=true onchosen={taken.clone()} />
            <ChooseFiles name={text::TAKE_PHOTO} accept="image/*" camera=true onchosen={taken} />
        </>
    }
}

/// Reads a file: a picture by its points, anything else as text.
fn read(file: File, say: Callback<Handed>) {
    if file.type_().starts_with("image/") {
        picture::read(
            &file,
            say.reform(|picture: Option<Picture>| {
                picture.map_or(Handed::Unread(None), Handed::Picture)
            }),
        );
        return;
    }
    spawn_local(async move {
        let bytes = file_bytes(&file).await;
        say.emit(match crate::text::read(&bytes) {
            Ok(text) => Handed::Text(text.into_owned()),
            Err(why) => Handed::Unread(Some(why.to_string())),
        });
    });
}
