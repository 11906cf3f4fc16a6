//! The comparison on one screen: the finding, the levers, the living picture, what changes, the line of time; tabs and drawers for
//! the rest, down to the pennies.

mod bundled;
mod cautions;
mod changes;
pub mod chart;
mod controls;
mod course;
mod editor;
pub mod headline;
pub mod kept;
mod levers;
pub mod lives;
mod look;
mod money;
mod outcomes;
mod overlay;
mod rainbow;
mod report;
mod spending;
mod strategy;
mod table;
mod time;
pub mod why;
pub mod worlds;

use super::parts::{Shared, use_say};
use super::text::explore as words;
use crate::analysis::lives::proposals::Example;
use crate::charts::changes::changes;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL, sign};
use crate::place::Whole;
use crate::session::explore::{self, Tab};
use crate::session::question::Question;
use crate::session::question::first_look::FirstLook;
use crate::session::{Choices, Message, State};
use course::{Course, proposed};
use std::rc::Rc;
use yew::prelude::*;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the page knows.
    pub state: Shared<State>,
    /// What there is to choose from.
    pub choices: Shared<Choices>,
    /// Whether pictures are drawn for dark paper.
    pub dark: bool,
}

/// The pictured run while it is lived, with the years that it will have.
fn growing(question: &Question) -> Option<(Shared<FirstLook>, u32)> {
    let look = question.first_look()?;
    Some((Shared(Rc::clone(look)), question.run.scenario.years))
}

/// The comparison.
#[component]
pub fn Explore(props: &Props) -> Html {
    kept::use_dropped_work();
    let state = &props.state;
    let question = Shared(Rc::clone(&state.question));
    let inquiries = Shared(Rc::clone(&state.inquiries));
    let tab = state.explore.tab;
    let run = state.question.shown();
    let picture = worlds::Props {
        bare: true,
        ..worlds::Props::of(state, props.dark)
    };
    let time = time::Props {
        timeline: state.explore.timeline,
        scenario: Shared(Rc::clone(&run.scenario)),
        on_controls: Shared(Rc::clone(state.question.on_controls())),
        alone: None,
        gap: Some(gap(&state.question)),
    };
    html! {
        <div class={classes!("explore", format!("tab-{}", tab.id()), state.question.is_stale().then_some("stale"))}>
            <headline::Headline question={question.clone()} inquiries={inquiries.clone()} choices={props.choices.clone()} />
            <levers::Levers scenario={Shared(Rc::clone(state.question.on_controls()))} {inquiries} moving={state.question.moving}
                can_undo={!state.question.undo.is_empty()} can_redo={!state.question.redo.is_empty()} back={kept::BackProps::of(state)} />
            if tab.shows_picture() {
                <div class="middle">
                    <worlds::Worlds ..picture.clone() />
                    if tab == Tab::People { <worlds::LookedAt ..picture /> } else { <Asks /> }
                </div>
            }
            { beside(props, tab) }
            <div class="foot">
                <time::Time ..time />
                <ToEvents />
            </div>
            { printed(props) }
        </div>
    }
}

/// What stands beside the picture, or in its place.
fn beside(props: &Props, tab: Tab) -> Html {
    let state = &props.state;
    let panel = match tab {
        Tab::Overview => {
            return html! { <changes::Changes question={Shared(Rc::clone(&state.question))} /> };
        }
        Tab::People => html! { <lives::Lives ..lives::Props::of(state) /> },
        Tab::Money => money(props),
        Tab::Why => why(props),
        Tab::Compare => {
            html! { <kept::Kept kept={Shared(Rc::clone(&state.kept))} address={super::effects::address()} /> }
        }
        Tab::Outcomes => all_outcomes(props),
        Tab::Details => {
            let scenario = Shared(Rc::clone(state.question.on_controls()));
            html! {
                <>
                    <controls::Controls scenario={scenario.clone()} choices={props.choices.clone()} moving={state.question.moving} />
                    <rainbow::Rainbow {scenario} />
                </>
            }
        }
        Tab::Events => {
            let scenario = Shared(Rc::clone(state.question.on_controls()));
            let at = proposed(state.explore.timeline.month, scenario.months());
            html! { <Course {scenario} {at} /> }
        }
    };
    html! { <Panel {tab}>{ panel }</Panel> }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    tab: Tab,
    children: Html,
}

/// A tab's content or a drawer, with the way back.
#[component]
fn Panel(props: &PanelProps) -> Html {
    let say = use_say();
    let back = move |_: MouseEvent| say.emit(Message::Explore(explore::Said::Show(Tab::Overview)));
    html! {
        <div class="panel" role="group" aria-label={words::tab(props.tab)} tabindex="0">
            <button type="button" class="link close" onclick={back}>{ words::CLOSE_DRAWER }</button>
            { props.children.clone() }
        </div>
    }
}

fn money(props: &Props) -> Html {
    let state = &props.state;
    let shown = state.question.shown();
    html! {
        <div class="results" aria-busy={state.question.is_stale().then_some("true")}>
            <money::Money ensemble={Shared(Rc::clone(&shown.ensemble))} scenario={Shared(Rc::clone(&shown.scenario))} figures={Shared(Rc::clone(&shown.figures))}
                flow={state.explore.flow} place={props.choices.place_name(&shown.scenario.place).to_owned()} />
        </div>
    }
}

fn why(props: &Props) -> Html {
    let state = &props.state;
    let settled = *state.question.run.scenario == *state.question.scenario;
    let scenario = Shared(Rc::clone(&state.question.run.scenario));
    let place = props.choices.place_name(&scenario.place).to_owned();
    let shown = Shared(Rc::clone(&state.question.shown().scenario));
    let inquiries = Shared(Rc::clone(&state.inquiries));
    html! {
        <div class="results" aria-busy={(!settled).then_some("true")}>
            <headline::Sureness scenario={shown} inquiries={inquiries.clone()} stale={state.question.is_stale()} />
            <why::Why {inquiries} {scenario} {settled} {place} />
        </div>
    }
}

fn all_outcomes(props: &Props) -> Html {
    let state = &props.state;
    let shown = state.question.shown();
    let stale = state.question.is_stale();
    let figures = Shared(Rc::clone(&shown.figures));
    let scenario = Shared(Rc::clone(&shown.scenario));
    let whole = shown.place.as_deref().map(Whole::of);
    let outcomes = outcomes::Props {
        figures: figures.clone(),
        scenario: scenario.clone(),
        axes: Shared(Rc::clone(&state.question.axes)),
        ensemble: Shared(Rc::clone(&shown.ensemble)),
        single_runs: state.explore.single_runs,
        first_look: growing(&state.question),
        chosen: state.explore.chosen,
        place: props.choices.place_name(&shown.scenario.place).to_owned(),
        whole: whole.clone(),
        stale,
    };
    html! {
        <>
            <outcomes::Main ..outcomes.clone() />
            <outcomes::Others ..outcomes />
            <div class="results" aria-busy={stale.then_some("true")}>
                <table::Table {figures} {scenario} {whole} chosen={state.explore.chosen} />
            </div>
        </>
    }
}

/// What is printed with the headline and the picture.
fn printed(props: &Props) -> Html {
    let state = &props.state;
    let shown = state.question.shown();
    let printed = report::Props {
        figures: Shared(Rc::clone(&shown.figures)),
        scenario: Shared(Rc::clone(&shown.scenario)),
        ensemble: Shared(Rc::clone(&shown.ensemble)),
        axes: Shared(Rc::clone(&state.question.axes)),
        place: props
            .choices
            .place_name(&shown.scenario.place)
            .to_owned()
            .into(),
        whole: shown.place.as_deref().map(Whole::of),
        link: super::effects::address().into(),
    };
    html! { <><report::First ..printed.clone() /><report::Second ..printed /></> }
}

/// How far the two worlds are apart in the outcome that moved most: of all runs, or, while a changed question's first run is being
/// lived, of that run as far as it goes.
fn gap(question: &Question) -> time::Gap {
    let run = question.shown();
    let found = changes(|outcome| Some(&run.figures.get(outcome)?.difference));
    let most = found.first().map_or(DOING_WELL, |change| change.indicator);
    let better = |value: f64| value * sign(most);
    let name = AttrValue::from(CATALOGUE[most].name);
    if let Some((look, years)) = growing(question) {
        let pair = Pair::shown(&question.run.scenario);
        let lived = look.runs(pair, most).difference.into_iter().flatten();
        return time::Gap {
            name,
            by_year: lived.map(better).collect(),
            growing: Some((look.told(), years)),
        };
    }
    let figure = run.figures.get(most);
    let by_year = figure.map(|figure| figure.difference.by_year.iter());
    time::Gap {
        name,
        by_year: by_year
            .into_iter()
            .flatten()
            .map(|spread| better(spread.mean))
            .collect(),
        growing: None,
    }
}

/// Two questions that everybody may ask of what is shown.
#[component]
fn Asks() -> Html {
    let say = use_say();
    let worse = move |_: MouseEvent| {
        say.emit(Message::Explore(explore::Said::Propose(Example::Worse)));
        say.emit(Message::Explore(explore::Said::Show(Tab::People)));
    };
    html! {
        <p class="row asks">
            <a class="button" href="#/explore?scenario=adverse">{ words::WHEN_PILOTS_WIN }</a>
            <button type="button" onclick={worse}>{ words::SOMEBODY_WORSE }</button>
        </p>
    }
}

/// The way to decisions and shocks.
#[component]
fn ToEvents() -> Html {
    let say = use_say();
    let go = move |_: MouseEvent| say.emit(Message::Explore(explore::Said::Show(Tab::Events)));
    html! { <button type="button" class="to-events" onclick={go}>{ words::ADD_EVENT }</button> }
}
