//! A picture as lightness: the browser opens it, a canvas gives its points. What is in it a worker finds out.

use crate::protocol::scan::LARGEST;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Url};
use yew::Callback;

/// The longer side of what is looked at: a code is found in a picture made smaller as well as in a large one. Unit: pixels.
const SIDE: f64 = 1_400.0;

/// The points of a picture, row by row. Unit: 0 (black) to 255 (white).
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub luma: Vec<u8>,
}

/// Reads a picture; nothing where the browser does not know it as one.
pub fn read(file: &File, say: Callback<Option<Picture>>) {
    let (Ok(address), Ok(image)) = (
        Url::create_object_url_with_blob(file),
        HtmlImageElement::new(),
    ) else {
        say.emit(None);
        return;
    };
    let ready = {
        let (image, address, say) = (image.clone(), address.clone(), say.clone());
        Closure::once_into_js(move || {
            let picture = seen(&image);
            let _ = Url::revoke_object_url(&address);
            say.emit(picture);
        })
    };
    let failed = Closure::once_into_js(move || say.emit(None));
    image.set_onload(Some(ready.unchecked_ref()));
    image.set_onerror(Some(failed.unchecked_ref()));
    image.set_src(&address);
}

fn seen(image: &HtmlImageElement) -> Option<Picture> {
    let (width, height) = (
        f64::from(image.natural_width()),
        f64::from(image.natural_height()),
    );
    if width < 1.0 || height < 1.0 {
        return None;
    }
    let scale = (SIDE / width.max(height)).min(1.0);
    let (width, height) = (
        (width * scale).round().max(1.0),
        (height * scale).round().max(1.0),
    );
    let canvas: HtmlCanvasElement = gloo::utils::document()
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Pictures that let the paper through are on white paper.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    let points = context
        .get_image_data(0.0, 0.0, width, height)
        .map_err(|_: JsValue| ())
        .ok()?
        .data();
    let luma: Vec<u8> = points
        .chunks_exact(4)
        .map(|point| {
            ((u32::from(point[0]) * 77 + u32::from(point[1]) * 150 + u32::from(point[2]) * 29) >> 8)
                as u8
        })
        .collect();
    (luma.len() <= LARGEST).then_some(Picture {
        width: width as usize,
        height: height as usize,
        luma,
    })
}
