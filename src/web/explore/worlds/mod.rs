//! Two worlds side by side: the same people on the same spots, what surrounds them, whoever is looked at in both.

mod tools;
mod view;
mod world;

use super::super::parts::{Shared, TakeFigure, use_say, use_width};
use super::super::text;
use super::look::{Look, RimKey};
use super::overlay::Looked;
use super::time::Time;
use crate::charts::{person, picture};
use crate::ensemble::pair::Pair;
use crate::indicators::{FrameMeasure, Frames};
use crate::session::explore::{self, Explore, Shown};
use crate::session::question::Question;
use crate::session::question::run::Run;
use crate::session::{Message, State};
use std::rc::Rc;
use tools::{ColourControls, Legend};
use view::View;
use world::World;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub question: Shared<Question>,
    pub explore: Explore,
    /// What people are coloured by.
    pub measure: FrameMeasure,
    /// Which world, or where they differ.
    pub shown: Shown,
    pub dark: bool,
    /// One world by itself, where the other is not to be seen yet.
    #[prop_or_default]
    pub alone: Option<Alone>,
    /// Whether time stands elsewhere on the page, and whoever is looked at too.
    #[prop_or_default]
    pub bare: bool,
}

impl Props {
    /// Both worlds, from what the page knows.
    pub fn of(state: &State, dark: bool) -> Self {
        Self {
            question: Shared(Rc::clone(&state.question)),
            explore: state.explore.clone(),
            measure: state.coloured_by(),
            shown: state.pictured(),
            dark,
            alone: None,
            bare: false,
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
    let looked = looked(props, *pointed);
    let alone = props.alone.as_ref();
    let (measure, shown) = (props.measure, props.shown);
    let one = shown != Shown::Both || alone.is_some();
    let compact = width < if one { NAMES_FIT } else { 2.0 * NAMES_FIT };
    let views = views(alone, shown, pair);
    let difference = shown == Shown::Difference;
    html! {
            <section class="worlds" aria-labelledby="worlds-title" aria-busy={question.is_stale().then_some("true")} ref={section}>
                <div class="section-head">
                    <h2 id="worlds-title">{ title(alone, difference) }</h2>
                    <ColourControls colour={measure} {shown} alone={alone.is_some()} reference={names.reference.to_owned()} alternative={names.alternative.to_owned()} />
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
    <div class="fit"><World layout={run.layout.clone().map(Shared)} place={run.place.clone().map(Shared)} {looked} {compact} point={point.clone()} follow={follow.clone()} pictures={Shared(Rc::clone(&run.pictures))} {view}
                                    month={pictured(run, pair, explore.timeline.month)} {measure} dark={props.dark} alternative={summary(props, view)} /></div>
                            </figure>
                        }
                    }) }
                </div>
                <Legend {measure} difference={difference && alone.is_none()} dark={props.dark} reference={names.reference.to_owned()} alternative={names.alternative.to_owned()} />
                if compact { <RimKey /> }
                <TakeFigure node={drawn} title={text::WORLDS} subtitle={format!("{}. {}", text::date(explore.timeline.month), text::ONE_DOT)} file="kith-worlds" />
                if !props.bare && alone.is_none_or(|alone| !alone.still) {
                    <Time timeline={explore.timeline} scenario={Shared(Rc::clone(&run.scenario))}
                        on_controls={Shared(Rc::clone(question.on_controls()))} alone={alone.map(|alone| alone.arm)} />
                 }
                if alone.is_none() && !props.bare { { look(run, explore, looked) } }
            </section>
        }
}

/// What stands above the pictures.
fn title(alone: Option<&Alone>, difference: bool) -> AttrValue {
    match alone {
        Some(alone) => alone.title.clone(),
        None if difference => AttrValue::from(text::WHERE_DIFFERENT),
        None => AttrValue::from(text::WORLDS),
    }
}

/// Which pictures stand there.
fn views(alone: Option<&Alone>, shown: Shown, pair: Pair) -> Vec<View> {
    match (alone, shown) {
        (Some(alone), _) => vec![View::Arm(alone.arm)],
        (None, Shown::Difference) => vec![View::Difference(pair)],
        (None, Shown::Reference) => vec![View::Arm(pair.reference)],
        (None, Shown::Alternative) => vec![View::Arm(pair.alternative)],
        (None, Shown::Both) => vec![View::Arm(pair.reference), View::Arm(pair.alternative)],
    }
}

/// Who is looked at, in words, and the way to somebody else.
fn look(run: &Run, explore: &Explore, looked: Looked) -> Html {
    html! { <Look place={run.place.clone().map(Shared)} {looked} chosen={explore.neighbourhood} /> }
}

/// Who is looked at, where the picture stands by itself.
#[component]
pub fn LookedAt(props: &Props) -> Html {
    let run = props.question.shown();
    look(run, &props.explore, looked(props, None))
}

/// Whom and what is looked at: a neighbourhood that is pointed at comes before the one that was chosen.
fn looked(props: &Props, pointed: Option<u32>) -> Looked {
    let (run, explore) = (props.question.shown(), &props.explore);
    Looked {
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
