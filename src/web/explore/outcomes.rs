//! Outcomes: one looked at closely, the others as small multiples; the paired difference always first.

use super::super::parts::{Choice, Shared, TakeFigure, TakeTable, use_say};
use super::super::text;
use super::chart::{DifferenceChart, DotChart, FanChart};
use crate::charts::number::{plain, signed};
use crate::charts::{in_all, words};
use crate::ensemble::Ensemble;
use crate::ensemble::pair::Names;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::{
    CARERS_STRAINED, CATALOGUE, CLOSE_FRIENDS, CONTROL, CRISES, DOING_WELL, FAILURE_DEMAND, LONELY,
    WELLBEING, position,
};
use crate::place::Whole;
use crate::scenario::Scenario;
use crate::session::figures::{Axes, Figure, Figures, SingleRuns};
use crate::session::question::first_look::FirstLook;
use crate::session::{Message, explore, question};
use std::rc::Rc;
use yew::prelude::*;

/// The small multiples: separate outcomes, never added up.
const SHOWN: [usize; 8] = [
    DOING_WELL,
    WELLBEING,
    CLOSE_FRIENDS,
    LONELY,
    CONTROL,
    CARERS_STRAINED,
    FAILURE_DEMAND,
    CRISES,
];

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub figures: Shared<Figures>,
    pub scenario: Shared<Scenario>,
    pub axes: Shared<Axes>,
    pub ensemble: Shared<Ensemble>,
    pub single_runs: bool,
    /// The pictured run while it is lived, before there is a result, and how many years it will have.
    pub first_look: Option<(Shared<FirstLook>, u32)>,
    pub chosen: usize,
    pub place: String,
    /// The real place behind the invented one, once that is here.
    pub whole: Option<Whole>,
    /// Whether what is drawn is not yet about what the controls say.
    pub stale: bool,
}

impl Props {
    /// The card of an outcome, or the room that it will take.
    fn card(&self, indicator: usize, large: bool, runs: Option<Shared<SingleRuns>>) -> Html {
        let names = Pair::shown(&self.scenario).names(&self.scenario);
        let Some(figure) = self.figures.get(indicator) else {
            return waiting(indicator, large);
        };
        let (values, differences) = (
            self.axes.values.get(indicator).copied().flatten(),
            self.axes.differences.get(indicator).copied().flatten(),
        );
        html! {
            <Card key={indicator} figure={Shared(Rc::clone(figure))} {values} {differences} reference={names.reference.to_owned()} alternative={names.alternative.to_owned()}
                place={self.place.clone()} whole={self.whole.clone()} {large} {runs} single_runs={self.single_runs} />
        }
    }
}

/// The outcome looked at closely.
#[component]
pub fn Main(props: &Props) -> Html {
    let say = use_say();
    let pair = Pair::shown(&props.scenario);
    let asked = (
        props.ensemble.clone(),
        props.chosen,
        props.single_runs,
        props.first_look.clone(),
    );
    let runs = use_memo(asked, |(ensemble, chosen, shown, first_look)| {
        let growing = first_look
            .as_ref()
            .map(|(look, _)| look.runs(pair, *chosen));
        let runs = growing.or_else(|| shown.then(|| SingleRuns::of(ensemble, pair, *chosen)));
        runs.map(|runs| Shared(Rc::new(runs)))
    });
    let options = CATALOGUE
        .iter()
        .map(|i| (AttrValue::from(i.id), AttrValue::from(i.name)))
        .collect::<Vec<_>>();
    let chosen = {
        let say = say.clone();
        Callback::from(move |id: String| {
            if let Some(indicator) = position(&id) {
                say.emit(Message::Explore(explore::Said::Choose(indicator)));
            }
        })
    };
    html! {
        <section class="outcomes main-outcome" aria-labelledby="outcomes-title" id="outcomes" aria-busy={props.stale.then_some("true")}>
            <div class="section-head">
                <h2 id="outcomes-title">{ text::OUTCOMES }</h2>
                <div class="tools">
                    <Choice id="outcome" label={text::LOOK_CLOSELY} {options} value={CATALOGUE[props.chosen].id} onchange={chosen} />
                    <button type="button" onclick={move |_| say.emit(Message::Question(question::Said::FitAxes))} title={text::FIT_HINT}>{ text::FIT }</button>
                </div>
            </div>
            { grows(props.first_look.as_ref()) }
            { props.card(props.chosen, true, (*runs).clone()) }
        </section>
    }
}

/// How far the pictured run is, or the room that this will take.
fn grows(look: Option<&(Shared<FirstLook>, u32)>) -> Html {
    let year = look.map(|(look, _)| look.told());
    let words = look.map(|(look, years)| text::first_look(look.told(), *years));
    html! { <p class="first-look hint" data-year={year.map(|year| year.to_string())}>{ words }</p> }
}

/// The others, as small multiples.
#[component]
pub fn Others(props: &Props) -> Html {
    html! {
        <section class="outcomes other-outcomes" aria-labelledby="others-title" aria-busy={props.stale.then_some("true")}>
            <h2 id="others-title">{ text::OTHER_OUTCOMES }</h2>
            <p class="hint">{ text::BAND }</p>
            <div class="cards">{ for SHOWN.iter().filter(|k| **k != props.chosen).map(|k| props.card(*k, false, None)) }</div>
        </section>
    }
}

/// The heights of charts. Unit: pixels.
const LARGE: f64 = 230.0;
const SMALL: f64 = 150.0;
const DOTS: f64 = 170.0;

/// A card before its first result, with the room that it will take.
fn waiting(indicator: usize, large: bool) -> Html {
    let info = &CATALOGUE[indicator];
    let chart = |name: &'static str, height: f64| {
        html! { <div><p class="chart-name">{ name }</p><svg class="room" width="100%" height={height.to_string()} aria-hidden="true" /></div> }
    };
    let height = if large { LARGE } else { SMALL };
    html! {
        <article key={indicator} class={classes!("card", "waits", large.then_some("large"))}>
            <h3>{ info.name }</h3>
            <p class="sub">{ text::BEING_RUN }</p>
            <div class="charts">{ chart(text::PAIRED.text(), height) }{ chart(text::BOTH_WORLDS.text(), height) }</div>
            <p class="sentence room-for-words">{ info.sentence }</p>
            if large { { chart(text::FIFTY.text(), DOTS) } } else { <p class="button-room"></p> }
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    runs: Option<Shared<SingleRuns>>,
    /// Whether every re-run was asked for as a line.
    single_runs: bool,
    figure: Shared<Figure>,
    values: Option<crate::charts::scale::Extent>,
    differences: Option<crate::charts::scale::Extent>,
    reference: AttrValue,
    alternative: AttrValue,
    place: String,
    whole: Option<Whole>,
    large: bool,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let say = use_say();
    let node = use_node_ref();
    let figure = &props.figure;
    let info = &CATALOGUE[figure.indicator];
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    let height = if props.large { LARGE } else { SMALL };
    let shown = props.single_runs;
    let single = {
        let say = say.clone();
        move |_| say.emit(Message::Explore(explore::Said::SingleRuns(!shown)))
    };
    let choose = {
        let k = figure.indicator;
        move |_| say.emit(Message::Explore(explore::Said::Choose(k)))
    };
    let title = words::title(&figure.difference, figure.indicator, names);
    let table = {
        let props = props.clone();
        Callback::from(move |()| numbers(&props.figure, &props.reference, &props.alternative))
    };
    let subtitle = text::subtitle(
        info.unit,
        &props.place,
        figure.difference.by_year.len().saturating_sub(1),
        words::better_words(info.better),
    );
    let mut sentence = words::sentence(&figure.difference, figure.indicator, names);
    if let Some(in_all) = props
        .whole
        .as_ref()
        .and_then(|whole| in_all::sentence(&figure.difference, figure.indicator, whole))
    {
        sentence = format!("{sentence} {in_all}");
    }
    html! {
        <article ref={node.clone()} class={classes!("card", props.large.then_some("large"))}>
            <h3>{ &title }</h3>
            <p class="sub">{ &subtitle }</p>
            <div class="charts">
                <div>
                    <p class="chart-name">{ text::axis_of(text::PAIRED.text(), words::difference_unit(info)) }</p>
                    <DifferenceChart runs={props.runs.clone()} figure={props.figure.clone()} extent={props.differences} reference={props.reference.clone()} alternative={props.alternative.clone()} {height} />
                </div>
                <div>
                    <p class="chart-name">{ text::axis_of(text::BOTH_WORLDS.text(), info.unit) }</p>
                    <FanChart runs={props.runs.clone()} figure={props.figure.clone()} extent={props.values} reference={props.reference.clone()} alternative={props.alternative.clone()} {height} />
                </div>
            </div>
            <p class="sentence">{ &sentence }</p>
            if props.large {
                <p class="row"><button type="button" aria-pressed={shown.to_string()} onclick={single}>{ text::SHOW_RUNS }</button>
                    <span class="hint">{ text::RUNS_HINT }</span></p>
                <p class="hint">{ info.sentence }</p>
                <p class="hint">{ words::sizes(info) }</p>
                <p class="hint">{ text::BAND }</p>
                <p class="chart-name">{ text::FIFTY }</p>
                if figure.difference.replicates > 1 {
                    <DotChart figure={props.figure.clone()} extent={None} reference={props.reference.clone()} alternative={props.alternative.clone()} height={DOTS} />
                } else {
                    <svg class="room" width="100%" height={DOTS.to_string()} aria-hidden="true" />
                }
                <details>
                    <summary>{ text::NUMBERS }</summary>
                    { years_table(figure, names) }
                    <TakeTable name={format!("{} ({}), {}", info.name, info.unit, props.place)} file={format!("kith-{}", info.id)} {table} />
                </details>
            } else {
                <button type="button" class="quiet" onclick={choose}>{ text::look_at(info.name) }</button>
            }
            <TakeFigure {node} {title} {subtitle} words={sentence} file={format!("kith-{}", info.id)} />
        </article>
    }
}

fn years_table(figure: &Figure, names: Names<'_>) -> Html {
    let info = &CATALOGUE[figure.indicator];
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::YEARS_REGION}>
        <table>
            <caption>{ format!("{} ({})", info.name, info.unit) }</caption>
            <thead><tr>
                <th scope="col">{ text::YEAR }</th><th scope="col">{ names.reference }</th><th scope="col">{ names.alternative }</th>
                <th scope="col">{ text::DIFFERENCE }</th><th scope="col">{ text::NINE_IN_TEN }</th>
            </tr></thead>
            <tbody>
                { for figure.difference.by_year.iter().enumerate().map(|(year, spread)| {
                    let mean = |arm: &crate::ensemble::summary::ArmSummary| plain(arm.by_year.get(year).map_or(f64::NAN, |s| s.mean), info.digits);
                    html! {
                        <tr key={year}>
                            <th scope="row">{ year }</th><td>{ mean(&figure.reference) }</td><td>{ mean(&figure.alternative) }</td>
                            <td>{ signed(spread.mean, info.digits) }</td>
                            <td>{ text::range(&signed(spread.p05, info.digits), &signed(spread.p95, info.digits)) }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
        </div>
    }
}

/// The numbers of a figure, unrounded: a row for each year and arm.
fn numbers(figure: &Figure, reference: &str, alternative: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let info = &CATALOGUE[figure.indicator];
    let difference = format!("{alternative} less {reference}");
    let arms = [
        (reference, Some(&figure.reference.by_year)),
        (alternative, Some(&figure.alternative.by_year)),
        (
            text::BUSINESS_AS_USUAL.text(),
            figure.usual.as_ref().map(|u| &u.by_year),
        ),
        (&difference, Some(&figure.difference.by_year)),
    ];
    let mut rows = Vec::new();
    for (name, by_year) in arms {
        for (year, spread) in by_year.into_iter().flatten().enumerate() {
            let values = [spread.mean, spread.p05, spread.p95].map(|value| value.to_string());
            rows.push(
                [
                    year.to_string(),
                    name.to_owned(),
                    info.id.to_owned(),
                    info.unit.to_owned(),
                ]
                .into_iter()
                .chain(values)
                .collect(),
            );
        }
    }
    (
        ["year", "arm", "indicator", "unit", "mean", "p05", "p95"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    )
}
