//! Two worlds side by side: the same people on the same spots, what surrounds them, whoever is looked at in both.

use super::super::parts::{Choice, Shared, TakeFigure, use_say, use_width};
use super::super::text;
use super::look::{Look, RimKey};
use super::overlay::{Looked, Overlay};
use super::time::Time;
use crate::charts::colour::{DARK, LIGHT, Palette, Rgb};
use crate::charts::layout::Layout;
use crate::charts::number::plain;
use crate::charts::raster::Raster;
use crate::charts::{person, picture};
use crate::ensemble::pair::Pair;
use crate::indicators::{FrameMeasure, Frames};
use crate::place::Place;
use crate::session::explore::{self, Explore};
use crate::session::question::Question;
use crate::session::question::run::Run;
use crate::session::{Message, State};
use std::rc::Rc;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub question: Shared<Question>,
    pub explore: Explore,
    /// What people are coloured by.
    pub measure: FrameMeasure,
    /// Whether the difference is drawn.
    pub difference: bool,
    pub dark: bool,
    /// One world by itself, where the other is not to be seen yet.
    #[prop_or_default]
    pub alone: Option<Alone>,
}

impl Props {
    /// Both worlds, from what the page knows.
    pub fn of(state: &State, dark: bool) -> Self {
        Self {
            question: Shared(Rc::clone(&state.question)),
            explore: state.explore.clone(),
            measure: state.coloured_by(),
            difference: state.shows_difference(),
            dark,
            alone: None,
        }
    }
}

/// One world by itself.
#[derive(Clone, PartialEq)]
pub struct Alone {
    /// Position of its arm.
    pub arm: usize,
    /// What stands above it.
    pub title: AttrValue,
    /// Whether it stands still at its beginning.
    pub still: bool,
}

/// The width from which the rim's names have room in a picture. Unit: pixels.
const NAMES_FIT: f64 = 400.0;
/// How near to a dot a finger must be. Unit: pixels.
const FINGER: f64 = 14.0;

/// Which picture a canvas shows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum View {
    /// One arm as it is.
    Arm(usize),
    /// Where the second strategy's world differs from the first's.
    Difference(Pair),
}

#[component]
pub fn Worlds(props: &Props) -> Html {
    let (question, explore) = (&props.question, &props.explore);
    let run = question.shown();
    let pair = Pair::shown(&run.scenario);
    let names = pair.names(&run.scenario);
    let (section, drawn) = (use_node_ref(), use_node_ref());
    let width = use_width(section.clone(), 0.0);
    let pointed = use_state_eq(|| None::<u32>);
    let point = {
        let setter = pointed.setter();
        Callback::from(move |neighbourhood| setter.set(neighbourhood))
    };
    let say = use_say();
    let follow =
        Callback::from(move |person| say.emit(Message::Explore(explore::Said::Person(person))));
    let looked = Looked {
        person: explore.person,
        family: explore.person.and_then(|slot| family_of(run, slot)),
        // Whether somebody else comes is a result of both worlds.
        newcomer: explore
            .person
            .filter(|_| props.alone.is_none())
            .and_then(|slot| person::newcomer(&run.pictures, slot)),
        parting: person::Parting::of(
            run.scenario.spin_up_months,
            &run.pictures,
            explore.person.unwrap_or(u32::MAX),
        ),
        neighbourhood: pointed.or(explore.neighbourhood),
    };
    let alone = props.alone.as_ref();
    let (measure, difference) = (props.measure, props.difference);
    let one = difference || alone.is_some();
    let compact = width < if one { NAMES_FIT } else { 2.0 * NAMES_FIT };
    let views = if let Some(alone) = alone {
        vec![View::Arm(alone.arm)]
    } else if difference {
        vec![View::Difference(pair)]
    } else {
        vec![View::Arm(pair.reference), View::Arm(pair.alternative)]
    };
    let title = match alone {
        Some(alone) => alone.title.clone(),
        None => AttrValue::from(if difference {
            text::WHERE_DIFFERENT
        } else {
            text::WORLDS
        }),
    };
    html! {
        <section class="worlds" aria-labelledby="worlds-title" aria-busy={question.is_stale().then_some("true")} ref={section}>
            <div class="section-head">
                <h2 id="worlds-title">{ title }</h2>
                <ColourControls colour={measure} {difference} alone={alone.is_some()} />
            </div>
            <div ref={drawn.clone()} class={classes!("pair", one.then_some("single"))}>
                { for views.into_iter().map(|view| {
                    let (title, class) = match view {
                        View::Arm(_) if alone.is_some_and(|alone| alone.still) => (text::AT_THE_START.to_string(), "usual"),
                        View::Arm(arm) if arm == pair.reference => (names.reference.to_owned(), "first"),
                        View::Arm(_) => (names.alternative.to_owned(), "second"),
                        View::Difference(_) => (text::WHERE_DIFFERENT.to_string(), "both"),
                    };
                    html! {
                        <figure key={class} class={classes!("world", class)}>
                            <figcaption>if class != "both" { <h3>{ title }</h3> }<p>{ summary(props, view) }</p></figcaption>
                            <World layout={run.layout.clone().map(Shared)} place={run.place.clone().map(Shared)} {looked} {compact} point={point.clone()} follow={follow.clone()} pictures={Shared(Rc::clone(&run.pictures))} {view}
                                month={pictured(run, pair, explore.timeline.month)} {measure} dark={props.dark} alternative={summary(props, view)} />
                        </figure>
                    }
                }) }
            </div>
            <Legend {measure} difference={difference && alone.is_none()} dark={props.dark} reference={names.reference.to_owned()} alternative={names.alternative.to_owned()} />
            if compact { <RimKey /> }
            <TakeFigure node={drawn} title={text::WORLDS} subtitle={format!("{}. {}", text::date(explore.timeline.month), text::ONE_DOT)} file="kith-worlds" />
            if alone.is_none_or(|alone| !alone.still) {
                <Time timeline={explore.timeline} scenario={Shared(Rc::clone(&run.scenario))}
                    on_controls={Shared(Rc::clone(question.on_controls()))} alone={alone.map(|alone| alone.arm)} />
             }
            if alone.is_none() { <Look place={run.place.clone().map(Shared)} {looked} chosen={explore.neighbourhood} /> }
        </section>
    }
}

/// The family of whoever is followed, also of people who came after the start.
fn family_of(run: &Run, slot: u32) -> Option<u32> {
    let families = run
        .pictures
        .iter()
        .map(|frames| frames.family_of_slot.as_slice())
        .max_by_key(|list| list.len())
        .unwrap_or_default();
    person::family(run.place.as_deref()?, families, slot)
}

/// The month of the picture shown in a month, so that nothing is drawn again between two pictures.
fn pictured(run: &Run, pair: Pair, month: u32) -> u32 {
    let frames = run.pictures.get(pair.reference);
    frames
        .and_then(|frames| Some(frames.months[picture::picture_at(frames, month)?]))
        .unwrap_or(0)
}

/// What a picture shows, in a sentence: it stands under the title and is the picture's text alternative.
fn summary(props: &Props, view: View) -> String {
    let (run, month, measure) = (
        props.question.shown(),
        props.explore.timeline.month,
        props.measure,
    );
    let plane = |arm: usize| {
        let frames = run.pictures.get(arm)?;
        Some(frames.plane(picture::picture_at(frames, month)?, measure))
    };
    match view {
        View::Arm(arm) => plane(arm).map_or_else(String::new, |bytes| {
            let living: Vec<u8> = bytes
                .iter()
                .copied()
                .filter(|byte| *byte != Frames::NOBODY)
                .collect();
            text::of_one_run(
                run.scenario.replicates,
                &text::world_summary(measure, &living),
            )
        }),
        View::Difference(pair) => match (plane(pair.reference), plane(pair.alternative)) {
            (Some(reference), Some(alternative)) => {
                let names = pair.names(&run.scenario);
                let counts = picture::count_difference(reference, alternative, measure);
                text::of_one_run(
                    run.scenario.replicates,
                    &text::difference_summary(measure, counts, names),
                )
            }
            _ => String::new(),
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ColourProps {
    colour: FrameMeasure,
    difference: bool,
    alone: bool,
}

#[component]
fn ColourControls(props: &ColourProps) -> Html {
    let say = use_say();
    let options = Frames::MEASURES
        .iter()
        .map(|m| {
            (
                AttrValue::from(text::measure_id(*m)),
                AttrValue::from(text::measure(*m)),
            )
        })
        .collect::<Vec<_>>();
    let chosen = {
        let say = say.clone();
        Callback::from(move |id: String| {
            if let Some(measure) = Frames::MEASURES
                .iter()
                .find(|m| text::measure_id(**m) == id)
            {
                say.emit(Message::Explore(explore::Said::Colour(*measure)));
            }
        })
    };
    let shown = props.difference;
    html! {
        <div class="tools">
            <Choice id="colour" label={text::COLOURED_BY} {options} value={text::measure_id(props.colour)} onchange={chosen} />
            if !props.alone {
                <button type="button" aria-pressed={shown.to_string()} onclick={move |_| say.emit(Message::Explore(explore::Said::ShowDifference(!shown)))}>{ text::SHOW_DIFFERENCE }</button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WorldProps {
    layout: Option<Shared<Layout>>,
    place: Option<Shared<Place>>,
    looked: Looked,
    compact: bool,
    point: Callback<Option<u32>>,
    follow: Callback<Option<u32>>,
    pictures: Shared<Vec<Frames>>,
    view: View,
    month: u32,
    measure: FrameMeasure,
    dark: bool,
    alternative: String,
}

#[component]
fn World(props: &WorldProps) -> Html {
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

#[derive(Clone, PartialEq, Properties)]
struct LegendProps {
    measure: FrameMeasure,
    difference: bool,
    dark: bool,
    reference: String,
    alternative: String,
}

#[component]
fn Legend(props: &LegendProps) -> Html {
    let palette = if props.dark { DARK } else { LIGHT };
    let hex = |Rgb(r, g, b): Rgb| format!("rgb({r} {g} {b})");
    if props.difference {
        let keys = [
            (palette.reference, text::better_with(&props.reference)),
            (palette.alike, text::ALIKE.to_string()),
            (palette.alternative, text::better_with(&props.alternative)),
        ];
        return html! {
            <ul class="legend">
                { for keys.into_iter().map(|(colour, words)| html! {
                    <li key={words.clone()}><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill={hex(colour)} /></svg>{ words }</li>
                }) }
            </ul>
        };
    }
    let (low, high) = picture::ends_of(props.measure);
    html! {
        <p class="legend ramp">
            <span>{ format!("{} {}", plain(low, 0), text::low_end(props.measure)) }</span>
            <svg width="160" height="14" aria-hidden="true">
                { for (0..32).map(|k| html! {
                    <rect key={k} x={(k * 5).to_string()} y="0" width="5.5" height="14" fill={hex(palette.outcome(f64::from(k) / 31.0))} />
                }) }
            </svg>
            <span>{ format!("{} {}", plain(high, 0), text::high_end(props.measure)) }</span>
            <span class="hint">{ text::ONE_DOT }</span>
        </p>
    }
}
