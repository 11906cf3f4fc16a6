//! A figure of the page as a file: what is drawn in an element, with the looks it has on screen, put together with its caption.

use super::save;
use crate::drawing::figure::{self, Caption, Colours, Figure, Placed};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, DomRect, Element, HtmlCanvasElement,
    HtmlImageElement, XmlSerializer,
};

/// Which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Points, twice as fine as the screen.
    Png,
    /// Lines and text.
    Svg,
}

/// Points of a picture for each pixel of the page: sharp in print.
const FINE: f64 = 2.0;
/// What is drawn in a figure, and the words between drawings.
const DRAWN: &str = "svg[role=img], svg.overlay, canvas, .chart-name:has(+ .chart svg), figcaption h3, figcaption p";
/// The looks that a style sheet gives to a drawing, written into it before it leaves the sheet.
const LOOKS: [&str; 15] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-linecap",
    "font-size",
    "font-weight",
    "text-anchor",
    "paint-order",
    "opacity",
    "display",
    "visibility",
];

/// Offers a figure as a file; `name` is that of the file without its ending.
pub fn save(element: &Element, caption: &Caption, kind: Kind, name: &str) {
    let figure = figure::compose(&drawings(element), caption, &colours(element));
    match kind {
        Kind::Svg => save::text(&format!("{name}.svg"), "image/svg+xml", &figure.svg),
        Kind::Png => save_picture(figure, format!("{name}.png")),
    }
}

fn drawings(element: &Element) -> Vec<Placed> {
    let frame = element.get_bounding_client_rect();
    let Ok(found) = element.query_selector_all(DRAWN) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|k| found.get(k)?.dyn_into::<Element>().ok());
    let mut drawings: Vec<Placed> = elements
        .filter_map(|element| drawing(&element, &frame))
        .collect();
    // What stands above the first drawing on the page (a title, a button) is no part of the figure.
    let top = drawings
        .iter()
        .map(|drawing| drawing.y)
        .fold(f64::INFINITY, f64::min);
    for drawing in &mut drawings {
        drawing.y -= top;
    }
    drawings
}

fn drawing(element: &Element, frame: &DomRect) -> Option<Placed> {
    let place = element.get_bounding_client_rect();
    if place.width() <= 0.0 || place.height() <= 0.0 {
        return None;
    }
    let kind = if let Some(canvas) = element.dyn_ref::<HtmlCanvasElement>() {
        figure::Kind::Picture(canvas.to_data_url().ok()?)
    } else if element.tag_name().eq_ignore_ascii_case("svg") {
        figure::Kind::Svg(standing_alone(element)?)
    } else {
        figure::Kind::Words(element.text_content()?)
    };
    Some(Placed {
        x: place.left() - frame.left(),
        y: place.top() - frame.top(),
        width: place.width(),
        height: place.height(),
        kind,
    })
}

/// A drawing as text, with all of its looks in it.
fn standing_alone(svg: &Element) -> Option<String> {
    let copy = svg
        .clone_node_with_deep(true)
        .ok()?
        .dyn_into::<Element>()
        .ok()?;
    let (from, to) = (
        svg.query_selector_all("*").ok()?,
        copy.query_selector_all("*").ok()?,
    );
    for k in 0..from.length() {
        if let (Some(from), Some(to)) = (from.get(k), to.get(k))
            && let (Some(from), Some(to)) = (from.dyn_ref::<Element>(), to.dyn_ref::<Element>())
        {
            write_looks(from, to);
        }
    }
    for attribute in ["class", "aria-label", "role", "aria-hidden"] {
        let _ = copy.remove_attribute(attribute);
    }
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

fn write_looks(from: &Element, to: &Element) {
    let Some(looks) = computed(from) else { return };
    for name in LOOKS {
        if let Ok(value) = looks.get_property_value(name)
            && !value.is_empty()
        {
            let _ = to.set_attribute(name, &value);
        }
    }
    let _ = to.remove_attribute("class");
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    gloo::utils::window()
        .get_computed_style(element)
        .ok()
        .flatten()
}

fn colours(element: &Element) -> Colours {
    let looks = computed(element);
    let look = |name: &str, other: &str| {
        let value = looks
            .as_ref()
            .and_then(|looks| looks.get_property_value(name).ok())
            .unwrap_or_default();
        if value.trim().is_empty() {
            other.to_owned()
        } else {
            value.trim().to_owned()
        }
    };
    Colours {
        paper: look("--raised", "#ffffff"),
        ink: look("--ink", "#17202a"),
        soft: look("--soft", "#4a5663"),
    }
}

/// Offers a drawing that stands alone as points; it says itself how large it is.
pub fn save_drawing(svg: &str, name: String) {
    let size = |name: &str| {
        let rest = svg.split_once(&format!(" {name}=\""))?.1;
        rest.split('"').next()?.parse::<f64>().ok()
    };
    let (Some(width), Some(height)) = (size("width"), size("height")) else {
        return;
    };
    save_picture(
        Figure {
            svg: svg.to_owned(),
            width,
            height,
        },
        name,
    );
}

/// Draws the figure on a canvas once the browser has read it, and offers the points.
fn save_picture(figure: Figure, name: String) {
    let Ok(image) = HtmlImageElement::new() else {
        return;
    };
    let address = format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(&figure.svg))
    );
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        if let Some(canvas) = painted(&drawn, &figure) {
            let offered = Closure::once_into_js(move |blob: JsValue| {
                if let Ok(blob) = blob.dyn_into::<Blob>() {
                    save::offer(&name, &blob);
                }
            });
            let _ = canvas.to_blob(offered.unchecked_ref());
        }
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&address);
}

fn painted(image: &HtmlImageElement, figure: &Figure) -> Option<HtmlCanvasElement> {
    let canvas = gloo::utils::document()
        .create_element("canvas")
        .ok()?
        .dyn_into::<HtmlCanvasElement>()
        .ok()?;
    let (width, height) = (figure.width * FINE, figure.height * FINE);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas
        .get_context("2d")
        .ok()??
        .dyn_into::<CanvasRenderingContext2d>()
        .ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}
