//! The levers that stay in sight: the money, the years, and how the alternative spends it, each beside what the other strategy does
//! and how much of the difference it makes.

use super::super::parts::{Range, Shared, Slider, use_say};
use super::super::text;
use super::super::text::explore as words;
use super::cautions::{beside, use_still};
use super::editor::Editor;
use super::why::use_found;
use crate::analysis::digest::Split;
use crate::charts::number::plain;
use crate::charts::words::lower_first;
use crate::ensemble::pair::Pair;
use crate::protocol::{Answer, Inquiry};
use crate::scenario::strategy::{DIMENSIONS, Dimension};
use crate::scenario::warnings::About;
use crate::scenario::{Scenario, limits};
use crate::session::explore::{self, Tab};
use crate::session::inquiries::{Inquiries, Standing};
use crate::session::strategy::differences;
use crate::session::{Edit, Message, question};
use std::rc::Rc;
use yew::prelude::*;

/// The most pounds a head a year that the slider offers; the number box goes to the limit.
const SLIDER_POUNDS: f64 = 300.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The scenario on the controls.
    pub scenario: Shared<Scenario>,
    pub inquiries: Shared<Inquiries>,
    /// Whether a hand is moving one of them.
    pub moving: bool,
    pub can_undo: bool,
    pub can_redo: bool,
    pub back: super::kept::BackProps,
}

#[component]
pub fn Levers(props: &Props) -> Html {
    let editor = Editor(use_say());
    let scenario = &props.scenario;
    let pair = Pair::shown(scenario);
    let found = use_still(props.scenario.clone(), props.moving);
    let split = use_split(props);
    let names = pair.names(scenario);
    let (reference, alternative) = text::short_names(names.reference, names.alternative);
    let key = words::levers_key(&lower_first(&reference), &lower_first(&alternative));
    let show = {
        let say = editor.0.clone();
        move |_: MouseEvent| say.emit(Message::Explore(explore::Said::Show(Tab::Details)))
    };
    let pounds = scenario.money.pounds_per_head_year;
    html! {
        <section class="levers" aria-labelledby="levers-title">
            <h2 id="levers-title">{ words::LEVERS }</h2>
            <Slider id="money" label={text::MONEY_EACH_YEAR} value={pounds} low={0.0} high={SLIDER_POUNDS.max(pounds.ceil())} step={1.0}
                unit={text::POUNDS_A_HEAD} oninput={editor.live(Edit::Money)} ondone={editor.done()} />
            { beside(&found, About::Money) }
            { beside(&found, About::Funding) }
            <Slider id="years" label={text::YEARS} value={f64::from(scenario.years)} low={f64::from(limits::YEARS.0)} high={f64::from(limits::YEARS.1)} step={1.0}
                unit={text::YEARS_UNIT} oninput={editor.live(|years| Edit::Years(years as u32))} ondone={editor.done()} />
            <div class="spent-head"><h3>{ words::HOW_SPENT }</h3><button type="button" class="link" onclick={show}>{ words::ALL_DETAILS }</button></div>
            <p class="levers-key" aria-hidden="true"><span>{ key }</span>if split.is_some() { <span>{ words::SHARE_OF_GAP }</span> }</p>
            { for DIMENSIONS.iter().filter(|dimension| dimension.id != "levels").map(|dimension| lever(&scenario.0, pair, dimension, split.as_ref(), &editor)) }
            <div class="row">
                { Back::Undo.button(&editor.0, props.can_undo) }
                { Back::Redo.button(&editor.0, props.can_redo) }
                { Back::Reset.button(&editor.0, true) }
            </div>
            <super::kept::Back ..props.back.clone() />
            <p class="differ hint" aria-live="polite">{ differ(scenario, pair) }</p>
        </section>
    }
}

fn differ(scenario: &Scenario, pair: Pair) -> Option<String> {
    let reference = scenario.arms.get(pair.reference)?;
    Some(differences(
        reference,
        scenario.arms.get(pair.alternative)?,
        scenario,
    ))
}

/// Ways back.
#[derive(Clone, Copy)]
enum Back {
    Undo,
    Redo,
    Reset,
}

impl Back {
    fn button(self, say: &Callback<Message>, can: bool) -> Html {
        let (said, words) = match self {
            Self::Undo => (question::Said::Undo, text::UNDO),
            Self::Redo => (question::Said::Redo, text::REDO),
            Self::Reset => (question::Said::Reset, text::RESET),
        };
        let say = say.clone();
        let onclick = move |_: MouseEvent| say.emit(Message::Question(said.clone()));
        html! { <button type="button" disabled={!can} {onclick}>{ words }</button> }
    }
}

/// What each dimension brings to the difference, where that is known of this very scenario.
#[hook]
fn use_split(props: &Props) -> Option<Split> {
    let found = use_found(&props.scenario);
    let standing = props
        .inquiries
        .standing(Inquiry::Dimensions, &props.scenario.0);
    match (found, standing) {
        (Some(found), _) => Some(found.dimensions.clone()),
        (None, Standing::Kept(kept)) => match kept.answer.as_deref() {
            Ok(Answer::Dimensions(split)) => Some(split.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// One choice of the alternative, with a tick where the reference stands.
fn lever(
    scenario: &Rc<Scenario>,
    pair: Pair,
    dimension: &'static Dimension,
    split: Option<&Split>,
    editor: &Editor,
) -> Html {
    let value_of = |arm: usize| {
        let arm = scenario.arms.get(arm)?;
        Some(f64::from(arm.design.get(dimension.id)?))
    };
    let (Some(value), Some(other)) = (value_of(pair.alternative), value_of(pair.reference)) else {
        return html! {};
    };
    let share = dimension.unit == "share";
    let factor = if share { 100.0 } else { 1.0 };
    let shown = |value: f64| (value * factor * 10.0).round() / 10.0;
    let say = |value: f64| match (share, value / 12.0) {
        (true, _) => format!("{}%", plain(value * 100.0, 0)),
        (false, years) => words::pill_years(years.round().max(1.0) as u32),
    };
    let (low, high) = (f64::from(dimension.low), f64::from(dimension.high));
    let arm = pair.alternative;
    let moved = editor.live(move |value| Edit::Dimension {
        arm,
        id: dimension.id,
        value: (value / factor) as f32,
    });
    let id = format!("lever-{}", dimension.id);
    let at = format!("{:.2}%", (other - low) / (high - low) * 100.0);
    html! {
        <div key={dimension.id} class="lever" title={dimension.sentence}>
            <label for={id.clone()}>{ dimension.name }</label>
            { split.map(|split| gap(split, dimension.id)) }
            <output for={id.clone()}>{ say(value) }</output>
            <div class="track-of">
                <svg class="tick" aria-hidden="true"><line x1={at.clone()} x2={at} y1="2" y2="16" /></svg>
                <Range {id} value={shown(value)} low={low * factor} high={high * factor} step={if share { 5.0 } else { 12.0 }}
                    words={format!("{}; {}", say(value), say(other))} oninput={moved} ondone={editor.done()} />
            </div>
        </div>
    }
}

/// How much of the difference a dimension makes, as a bar: bars of different levers can be compared.
fn gap(split: &Split, id: &str) -> Html {
    let part = split.parts.iter().find(|(known, _)| known == id);
    let whole = split.difference.mean;
    let share = part.map_or(0.0, |(_, part)| part.mean / whole);
    if !share.is_finite() {
        return html! {};
    }
    let percent = (share * 100.0).round();
    let words = words::gap_share(&plain(percent, 0));
    html! {
        <svg class="gap" role="img" aria-label={words.clone()}><title>{ words }</title><rect width={format!("{}%", percent.clamp(0.0, 100.0))} height="100%" /></svg>
    }
}
