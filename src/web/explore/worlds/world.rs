//! One picture of the place: everybody on their spot, what is looked at over it, a finger on it.

use super::super::super::parts::{Shared, use_width};
use super::super::super::text;
use super::super::overlay::{Looked, Overlay};
use super::view::View;
use crate::charts::colour::{DARK, LIGHT, Palette, Rgb};
use crate::charts::layout::Layout;
use crate::charts::raster::Raster;
use crate::charts::{person, picture};
use crate::indicators::{FrameMeasure, Frames};
use crate::place::Place;
use std::rc::Rc;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};
use yew::prelude::*;

/// How near to a dot a finger must be. Unit: pixels.
const FINGER: f64 = 14.0;

#[derive(Clone, PartialEq, Properties)]
pub struct WorldProps {
    pub layout: Option<Shared<Layout>>,
    pub place: Option<Shared<Place>>,
    pub looked: Looked,
    pub compact: bool,
    pub point: Callback<Option<u32>>,
    pub follow: Callback<Option<u32>>,
    pub pictures: Shared<Vec<Frames>>,
    pub view: View,
    pub month: u32,
    pub measure: FrameMeasure,
    pub dark: bool,
    pub alternative: String,
}

#[component]
pub fn World(props: &WorldProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let width = use_width(frame.clone(), 0.0);
    let spots = use_memo(
        (props.layout.clone(), props.pictures.clone()),
        |(layout, pictures)| {
            // Slots of later people are named by the same family in every world; the longest list knows them all.
            let longest = pictures
                .iter()
                .max_by_key(|frames| frames.family_of_slot.len());
            let (families, homes) = longest
                .map(|frames| {
                    (
                        frames.family_of_slot.as_slice(),
                        frames.later_homes.as_slice(),
                    )
                })
                .unwrap_or_default();
            Shared(Rc::new(
                layout
                    .as_ref()
                    .map(|layout| layout.spots_of(families, homes))
                    .unwrap_or_default(),
            ))
        },
    );
    let raster = use_mut_ref(|| Raster::new(0, 0, LIGHT.paper));
    {
        let (canvas, spots) = (canvas.clone(), Shared::clone(&spots));
        let drawn = (
            props.layout.clone(),
            props.pictures.clone(),
            props.view,
            props.month,
            props.measure,
            props.dark,
            width as u32,
        );
        use_effect_with(
            drawn,
            move |(layout, pictures, view, month, measure, dark, width)| {
                let palette = if *dark { DARK } else { LIGHT };
                let size = (f64::from(*width)
                    * gloo::utils::window().device_pixel_ratio().clamp(1.0, 2.0))
                .round() as usize;
                if let (Some(layout), Some(canvas), true) =
                    (layout, canvas.cast::<HtmlCanvasElement>(), size > 0)
                {
                    let mut raster = raster.borrow_mut();
                    if raster.size() != (size, size) {
                        *raster = Raster::new(size, size, palette.paper);
                    }
                    raster.clear(palette.paper);
                    let colours = colours(pictures, *view, *month, *measure, &palette);
                    picture::draw(
                        &mut *raster,
                        layout,
                        &spots,
                        &colours,
                        &palette,
                        size as f64,
                    );
                    put(&canvas, &raster);
                }
            },
        );
    }
    let (onclick, onpointermove) = pointing(props, &frame, &spots);
    let leave = props.point.reform(|_: PointerEvent| None);
    html! {
        <div class="canvas-frame" ref={frame} {onclick} {onpointermove} onpointerleave={leave}>
            <canvas ref={canvas} role="img" aria-label={format!("{} {}", text::WORLD_PICTURE, props.alternative)}></canvas>
            <Overlay size={width} compact={props.compact} layout={props.layout.clone()} place={props.place.clone()} spots={Shared::clone(&spots)} looked={props.looked} />
            if props.layout.is_none() { <p class="waiting">{ text::PLACE_BEING_BUILT }</p> }
        </div>
    }
}

/// What a click and a moving pointer do: the nearest dot is followed, the neighbourhood under the pointer is named.
fn pointing(
    props: &WorldProps,
    frame: &NodeRef,
    spots: &Shared<Vec<Option<(f64, f64)>>>,
) -> (Callback<MouseEvent>, Callback<PointerEvent>) {
    let say = props.follow.clone();
    let click = {
        let (frame, spots) = (frame.clone(), Shared::clone(spots));
        Callback::from(move |event: MouseEvent| {
            if let Some((point, half)) = in_picture(
                &frame,
                f64::from(event.client_x()),
                f64::from(event.client_y()),
            ) {
                say.emit(person::at(&spots, point, FINGER / half));
            }
        })
    };
    let (frame, layout, point) = (frame.clone(), props.layout.clone(), props.point.clone());
    let moved = Callback::from(move |event: PointerEvent| {
        if let (Some(layout), Some((at, _))) = (
            &layout,
            in_picture(
                &frame,
                f64::from(event.client_x()),
                f64::from(event.client_y()),
            ),
        ) {
            point.emit(person::neighbourhood_at(layout, at));
        }
    });
    (click, moved)
}

/// A point of the window in the picture's circle, and the picture's half width in pixels.
fn in_picture(frame: &NodeRef, x: f64, y: f64) -> Option<((f64, f64), f64)> {
    let area = frame.cast::<Element>()?.get_bounding_client_rect();
    let half = area.width() / 2.0;
    (half > 0.0).then(|| {
        (
            (
                (x - area.left()) / half - 1.0,
                (y - area.top()) / half - 1.0,
            ),
            half,
        )
    })
}

fn colours(
    pictures: &[Frames],
    view: View,
    month: u32,
    measure: FrameMeasure,
    palette: &Palette,
) -> Vec<Option<Rgb>> {
    let at = |arm: usize| {
        pictures
            .get(arm)
            .and_then(|frames| Some((frames, picture::picture_at(frames, month)?)))
    };
    match view {
        View::Arm(arm) => at(arm)
            .map(|(frames, k)| picture::by_measure(frames, k, measure, palette))
            .unwrap_or_default(),
        View::Difference(pair) => match (at(pair.reference), at(pair.alternative)) {
            (Some((a, j)), Some((b, k))) => {
                picture::by_difference(a.plane(j, measure), b.plane(k, measure), measure, palette)
            }
            _ => Vec::new(),
        },
    }
}

fn put(canvas: &HtmlCanvasElement, raster: &Raster) {
    let (width, height) = raster.size();
    if (canvas.width() as usize, canvas.height() as usize) != (width, height) {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let context = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    let image = ImageData::new_with_u8_clamped_array_and_sh(
        Clamped(raster.bytes()),
        width as u32,
        height as u32,
    );
    if let (Some(context), Ok(image)) = (context, image) {
        let _ = context.put_image_data(&image, 0.0, 0.0);
    }
}
