//! The timeline under both worlds: play, step and scrub, and under the slider what happens when.

use super::super::parts::{Choice, Range, Shared, use_say, use_width};
use super::super::text;
use super::super::text::explore as words;
use super::course::{Course, proposed};
use crate::ensemble::pair::Pair;
use crate::scenario::Scenario;
use crate::session::explore::Timeline;
use crate::session::timeline::{self, Stretch};
use crate::session::{Message, explore};
use yew::prelude::*;

/// Half the width of the slider's thumb: its middle stands this far from the ends at the first and last month.
const THUMB: f64 = 8.0;
/// Half the height of the curve of the difference. Unit: pixels.
const CURVE: f64 = 11.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub timeline: Timeline,
    /// The scenario that is drawn.
    pub scenario: Shared<Scenario>,
    /// The scenario on the controls.
    pub on_controls: Shared<Scenario>,
    /// The only arm that is to be seen, by position.
    #[prop_or_default]
    pub alone: Option<usize>,
    /// Where it stands below everything as one line: how far the two worlds are apart, year by year, and in what.
    #[prop_or_default]
    pub gap: Option<Gap>,
}

/// How far the two worlds are apart in an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The outcome's name.
    pub name: AttrValue,
    /// The paired difference, positive where the alternative does better. Shape: one a year, from before the branch on.
    pub by_year: Vec<f64>,
    /// The year told last and all years, while it is one run that is being lived.
    pub growing: Option<(u32, u32)>,
}

#[component]
pub fn Time(props: &Props) -> Html {
    let say = use_say();
    let time = props.timeline;
    let scenario = &props.scenario;
    let end = scenario.months();
    let send = |message: Message| {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| say.emit(message.clone()))
    };
    let scrub = {
        let say = say.clone();
        Callback::from(move |month: f64| {
            say.emit(Message::Explore(explore::Said::Seek(month.max(0.0) as u32)));
        })
    };
    let speed = {
        let say = say.clone();
        Callback::from(move |id: String| {
            say.emit(Message::Explore(explore::Said::Speed(
                id.parse().unwrap_or(12),
            )));
        })
    };
    html! {
        <div class="time" role="group" aria-label={text::TIMELINE}>
            <button type="button" class="primary" onclick={send(Message::Explore(explore::Said::Play(!time.playing)))}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    if time.playing { <path d="M3 2h4v12H3zM9 2h4v12H9z" /> } else { <path d="M3 1.5 14 8 3 14.5z" /> }
                </svg>
                { if time.playing { text::PAUSE } else { text::PLAY } }
            </button>
            <button type="button" onclick={send(Message::Explore(explore::Said::Step(-12)))}>{ text::YEAR_BACK }</button>
            <button type="button" onclick={send(Message::Explore(explore::Said::Step(12)))}>{ text::YEAR_FORWARD }</button>
            <output class="date">{ text::date(time.month) }</output>
            <Choice id="speed" label={text::SPEED} options={[("6", text::SLOW), ("12", text::NORMAL), ("30", text::FAST)].map(|(id, name)| (id.into(), name.into())).to_vec()}
                value={time.speed.to_string()} onchange={speed} />
            <div class="scrub">
                <Range label={text::MONTH} value={f64::from(time.month)} low={0.0} high={f64::from(end)} words={text::date(time.month)} oninput={scrub} />
                <Marks scenario={scenario.clone()} alone={props.alone} />
                { course(props) }
            </div>
        </div>
    }
}

/// What happens on the way: where all is one line, a button leads to it, and the curve of the difference stands there.
fn course(props: &Props) -> Html {
    match (&props.gap, props.alone) {
        (Some(gap), _) => html! { <Curve gap={gap.clone()} /> },
        (None, None) => {
            let at = proposed(props.timeline.month, props.on_controls.months());
            html! { <Course scenario={props.on_controls.clone()} {at} /> }
        }
        (None, Some(_)) => html! {},
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CurveProps {
    gap: Gap,
}

/// How far the worlds are apart, year by year; nought in the middle.
#[component]
fn Curve(props: &CurveProps) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0) - 2.0 * THUMB;
    let by_year = &props.gap.by_year;
    let most = by_year
        .iter()
        .fold(f64::MIN_POSITIVE, |most, gap| most.max(gap.abs()));
    let (year, years) = props.gap.growing.unzip();
    let last = years.map_or(by_year.len().saturating_sub(1), |years| years as usize);
    let last = last.max(1) as f64;
    let points: Vec<String> = by_year
        .iter()
        .enumerate()
        .map(|(year, gap)| {
            let x = THUMB + width * year as f64 / last;
            format!("{x:.1} {:.1}", CURVE - gap / most * (CURVE - 2.0))
        })
        .collect();
    html! {
        <div class="curve" ref={node}>
            <svg width="100%" height={(2.0 * CURVE).to_string()} aria-hidden="true">
                <line class="nought" x1={THUMB.to_string()} x2={(THUMB + width).to_string()} y1={CURVE.to_string()} y2={CURVE.to_string()} />
                if points.len() > 1 { <path d={format!("M{}", points.join("L"))} /> }
            </svg>
            <span class={classes!("hint", year.map(|_| "first-look"))} data-year={year.map(|year| year.to_string())}>{
                match props.gap.growing {
                    Some((told, years)) => text::first_look(told, years),
                    None => words::gap_in(&props.gap.name),
                }
            }</span>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MarksProps {
    scenario: Shared<Scenario>,
    alone: Option<usize>,
}

/// Money and both worlds' rounds: each a sentence with its ticks at their months.
#[component]
fn Marks(props: &MarksProps) -> Html {
    let node = use_node_ref();
    let width = use_width(node.clone(), 320.0);
    let scenario = &props.scenario;
    let pair = Pair::shown(scenario);
    let month = |month: u32| {
        THUMB + (width - 2.0 * THUMB) * f64::from(month) / f64::from(scenario.months().max(1))
    };
    let money = timeline::money(scenario);
    let worlds = [("first", pair.reference), ("second", pair.alternative)]
        .into_iter()
        .filter(|(_, arm)| props.alone.is_none_or(|alone| alone == *arm))
        .filter_map(|(class, arm)| {
            let arm = scenario.arms.get(arm)?;
            Some((class, arm.name.as_str(), timeline::rounds(scenario, arm)))
        });
    html! {
        <div class="marks" ref={node}>
            <div class="track money-track">
                <p>{ text::money_marks(money) }</p>
                <svg width={width.to_string()} height="20" aria-hidden="true">
                    if let Some(money) = money { { stretch(money, &month, text::MONEY_STARTS.text()) } }
                </svg>
            </div>
            { for worlds.map(|(class, name, rounds)| html! {
                <div key={class} class={classes!("track", class)}>
                    <p>{ text::round_marks(name, &rounds) }</p>
                    <svg width={width.to_string()} height="20" aria-hidden="true">
                        { for rounds.iter().enumerate().map(|(k, round)| {
                            let room = month(round.to) - month(round.from);
                            let name = if room > 18.0 { text::round(k + 1, room > 110.0) } else { String::new() };
                            html! { <g key={k}>{ stretch(*round, &month, &name) }</g> }
                        }) }
                    </svg>
                </div>
            }) }
        </div>
    }
}

/// A stretch of time: a tick and an arrow where it opens, words along it, a bar where it ends.
fn stretch(stretch: Stretch, month: &impl Fn(u32) -> f64, words: &str) -> Html {
    let (from, to) = (month(stretch.from), month(stretch.to));
    let ends = if to - from > 110.0 {
        text::MONEY_ENDS.text()
    } else {
        ""
    };
    html! {
        <>
            <line class="run" x1={from.to_string()} x2={(to - 2.0).to_string()} y1="4" y2="4" />
            <path class="opens" d={format!("M{from} 0v18M{from} 0l7 4l-7 4z")} />
            <line class="ends-here" x1={(to - 2.0).to_string()} x2={(to - 2.0).to_string()} y1="0" y2="12" />
            <text x={(from + 6.0).to_string()} y="18">{ words }</text>
            <text x={(to - 6.0).to_string()} y="18" text-anchor="end">{ ends }</text>
        </>
    }
}
