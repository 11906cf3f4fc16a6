//! How wide an element is, now and whenever that changes: one unit of a drawing is one pixel of the screen.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of an element in whole CSS pixels; `before` until it has been measured.
#[hook]
pub fn use_width(node: NodeRef, before: f64) -> f64 {
    let width = use_state_eq(|| before);
    let setter = width.setter();
    use_effect_with(node, move |node| {
        let element = node.cast::<Element>();
        let measured = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || {
            if let Some(element) = &measured {
                let width = element.get_bounding_client_rect().width().floor();
                if width > 0.0 {
                    setter.set(width);
                }
            }
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(measure);
        }
    });
    *width
}
