//! The fields of one shock and of one decision: when, what, how much; each with a sentence that says what will happen.

use super::super::super::parts::{Choice, NumberBox, Shared, Slider, use_say};
use super::super::super::text;
use super::super::editor::Editor;
use crate::scenario::strategy::{DIMENSIONS, Dimension, Level};
use crate::scenario::{EventKind, EventService, Scenario, limits};
use crate::session::Edit;
use crate::session::course::{decision_words, shock_words};
use crate::session::edit::{DecisionEdit, Shock, ShockEdit, design_before};
use yew::prelude::*;

/// Year and month of the year for a month of the run.
fn when_fields(
    month: u32,
    end: u32,
    editor: &Editor,
    make: impl Fn(u32) -> Edit + Clone + 'static,
) -> Html {
    let (year, rest) = (month / 12, month % 12);
    let by_month = make.clone();
    let to_year = editor.live(move |value| make((value.max(1.0) as u32 - 1) * 12 + rest));
    let to_month = editor.live(move |value| by_month(year * 12 + (value.max(1.0) as u32 - 1)));
    html! {
        <div class="when" role="group" aria-label={text::WHEN}>
            <span>{ text::WHEN }</span>
            <NumberBox label={text::IN_YEAR} value={f64::from(year + 1)} low={1.0} high={f64::from(end / 12)} step={1.0} unit={text::YEAR_UNIT} oninput={to_year} ondone={editor.done()} />
            <NumberBox label={text::IN_MONTH} value={f64::from(rest + 1)} low={1.0} high={12.0} step={1.0} unit={text::MONTH_UNIT} oninput={to_month} ondone={editor.done()} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ShockedProps {
    pub scenario: Shared<Scenario>,
    pub shock: Shock,
    pub position: usize,
}

/// One shock.
#[component]
pub fn Shocked(props: &ShockedProps) -> Html {
    let editor = Editor(use_say());
    let shock = props.shock;
    let Some(event) = props.scenario.events.get(props.position) else {
        return html! {};
    };
    let id = format!(
        "shock-{}-{}-{}",
        shock.kind.id(),
        shock.service.map_or("", EventService::id),
        shock.turn
    );
    let services: Vec<_> = EventService::ALL
        .iter()
        .map(|s| (AttrValue::from(s.id()), AttrValue::from(s.words())))
        .collect();
    let service = editor.choose(move |id| {
        EventService::ALL
            .into_iter()
            .find(|s| s.id() == id)
            .map(|s| Edit::Shock(ShockEdit::Service(shock, s)))
    });
    let usual = if shock.kind == EventKind::Pandemic {
        12
    } else {
        24
    };
    let lasts = editor.choose(move |id| {
        Some(Edit::Shock(ShockEdit::Lasts(
            shock,
            (id == "months").then_some(usual),
        )))
    });
    let months =
        editor.live(move |value| Edit::Shock(ShockEdit::Lasts(shock, Some(value.max(1.0) as u32))));
    html! {
        <fieldset class="dated both">
            <legend>{ shock_words(event) }</legend>
            { when_fields(event.month, props.scenario.months(), &editor, move |month| Edit::Shock(ShockEdit::Month(shock, month))) }
            <Slider id={format!("{id}-size")} label={text::SIZE} value={percent(event.size)} low={0.0} high={100.0} step={1.0} unit="%"
                oninput={editor.live(move |v| Edit::Shock(ShockEdit::Size(shock, (v / 100.0) as f32)))} ondone={editor.done()} />
            if let Some(which) = event.service {
                <Choice id={format!("{id}-service")} label={text::SERVICE} options={services} value={which.id()} onchange={service} />
            }
            if shock.kind.can_end() {
                <div class="lasts">
                    <Choice id={format!("{id}-lasts")} label={text::LASTS} value={if event.months.is_some() { "months" } else { "usual" }} onchange={lasts}
                        options={vec![("usual".into(), text::lasts_usual(shock.kind == EventKind::Pandemic).into()), ("months".into(), text::SOME_MONTHS.into())]} />
                    if let Some(count) = event.months {
                        <NumberBox label={text::LASTS} value={f64::from(count)} low={f64::from(limits::EVENT_MONTHS.0)} high={f64::from(limits::EVENT_MONTHS.1)}
                            step={1.0} unit={text::MONTHS} oninput={months} ondone={editor.done()} />
                    }
                </div>
            }
            <div class="row"><button type="button" onclick={editor.press(Edit::Shock(ShockEdit::Remove(shock)))}>{ text::REMOVE }</button></div>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct DecidedProps {
    pub scenario: Shared<Scenario>,
    pub arm: usize,
    pub turn: usize,
}

/// One decision of one arm.
#[component]
pub fn Decided(props: &DecidedProps) -> Html {
    let editor = Editor(use_say());
    let (arm, turn) = (props.arm, props.turn);
    let Some(own) = props.scenario.arms.get(arm) else {
        return html! {};
    };
    let Some(decision) = own.decisions.get(turn) else {
        return html! {};
    };
    let edit = move |edit: DecisionEdit| Edit::Decision { arm, edit };
    let before = design_before(own, turn);
    let changed = |id: &str| {
        if id == "levels" {
            decision.levels.is_some()
        } else {
            decision.dimensions.contains_key(id)
        }
    };
    let others: Vec<&'static Dimension> = DIMENSIONS.iter().filter(|d| !changed(d.id)).collect();
    html! {
        <fieldset class="dated">
            <legend>{ decision_words(own, turn) }</legend>
            { when_fields(decision.month, props.scenario.months(), &editor, move |month| edit(DecisionEdit::Month { turn, month })) }
            if let Some(levels) = decision.levels {
                { for Level::ALL.iter().enumerate().map(|(level, which)| html! {
                    <Slider key={which.id()} id={format!("decision-{arm}-{turn}-level-{level}")} label={text::level(*which)} value={percent(levels[level])} low={0.0} high={100.0} step={5.0}
                        unit={text::PERCENT_WEIGHT} oninput={editor.live(move |v| edit(DecisionEdit::Level { turn, level, weight: (v / 100.0) as f32 }))} ondone={editor.done()} />
                }) }
            }
            { for DIMENSIONS.iter().filter_map(|d| Some((d, *decision.dimensions.get(d.id)?))).map(|(dimension, value)| {
                let share = dimension.unit != "months";
                let factor = if share { 100.0 } else { 1.0 };
                let moved = editor.live(move |v| edit(DecisionEdit::Dimension { turn, dimension: dimension.id, value: Some((v / factor) as f32) }));
                html! {
                    <Slider key={dimension.id} id={format!("decision-{arm}-{turn}-{}", dimension.id)} label={dimension.name} value={if share { percent(value) } else { f64::from(value) }}
                        low={f64::from(dimension.low) * factor} high={f64::from(dimension.high) * factor} step={if share { 5.0 } else { 12.0 }} unit={if share { "%" } else { dimension.unit }}
                        hint={text::was_before(&crate::session::strategy::value_words(dimension, before.get(dimension.id).unwrap_or(value)))}
                        ends={Some((dimension.low_end.into(), dimension.high_end.into()))} oninput={moved} ondone={editor.done()} />
                }
            }) }
            if !others.is_empty() {
                <div class="row" role="group" aria-label={text::ALSO}>
                    <span class="lead" aria-hidden="true">{ text::ALSO }</span>
                    { for others.iter().map(|d| html! {
                        <button key={d.id} type="button" onclick={editor.press(edit(DecisionEdit::Dimension { turn, dimension: d.id, value: None }))}>{ text::plus(d.name) }</button>
                    }) }
                </div>
            }
            <div class="row">
                { for DIMENSIONS.iter().filter(|d| changed(d.id) && others.len() + 1 < DIMENSIONS.len()).map(|d| html! {
                    <button key={d.id} type="button" onclick={editor.press(edit(DecisionEdit::Leave { turn, dimension: d.id }))}>{ text::leave(d.name) }</button>
                }) }
                <button type="button" onclick={editor.press(edit(DecisionEdit::Remove { turn }))}>{ text::REMOVE }</button>
            </div>
        </fieldset>
    }
}

/// A share in per cent, without the noise of single precision.
fn percent(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 10.0
}
