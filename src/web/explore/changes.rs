//! What changes: the outcomes that come first, each as a dot with its whisker in steps worth having, the largest on top; below it the
//! same in human size.

use super::super::parts::{Shared, use_say};
use super::super::text;
use super::super::text::explore as words;
use super::headline::use_known;
use crate::analysis::verdict::Verdict;
use crate::charts::changes::{Change, along, changes, named, reach};
use crate::charts::in_all;
use crate::charts::words::{lower_first, verdict_words};
use crate::ensemble::pair::{Names, Pair};
use crate::indicators::catalogue::{CATALOGUE, DOING_WELL};
use crate::place::Whole;
use crate::session::Message;
use crate::session::answer::Told;
use crate::session::explore::{self, Tab};
use crate::session::question::Question;
use yew::prelude::*;

/// Half the height of a row's drawing. Unit: pixels.
const MIDDLE: f64 = 8.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub question: Shared<Question>,
}

#[component]
pub fn Changes(props: &Props) -> Html {
    let say = use_say();
    let question = &props.question;
    let known = use_known(question);
    let told = Told::of(question, known.as_ref().as_ref());
    let (scenario, run, stale) = match told {
        Told::Beforehand(_) => (&question.scenario, &question.run, false),
        Told::Shown(run) => (&run.scenario, run, question.is_stale()),
    };
    let found = changes(|outcome| told.difference(outcome));
    let held = use_mut_ref(Vec::<usize>::new);
    let found = in_order(found, &mut held.borrow_mut(), question.moving || stale);
    let names = Pair::shown(scenario).names(scenario);
    let reach = reach(&found);
    let runs = told
        .difference(DOING_WELL)
        .map_or(0, |well| well.replicates);
    let all = move |_: MouseEvent| say.emit(Message::Explore(explore::Said::Show(Tab::Outcomes)));
    let human = told.difference(DOING_WELL).zip(run.place.as_deref());
    let human = human
        .filter(|_| run.scenario.place == scenario.place)
        .map(|(well, place)| in_all::headline(well, &scenario.money, &Whole::of(place)));
    html! {
        <section class="changes" aria-labelledby="changes-title" aria-busy={stale.then_some("true")}>
            <div class="changes-head">
                <h2 id="changes-title">{ words::changes(scenario.years) }</h2>
                <span class="hint">{ words::changes_runs(runs) }</span>
            </div>
            { axis_head(names) }
            <ol class="change-rows">{ for found.iter().map(|change| html! { <Row key={change.indicator} change={change.clone()} {reach} reference={names.reference.to_owned()} alternative={names.alternative.to_owned()} /> }) }</ol>
            { axis(reach) }
            <p class="axis-foot hint"><span>{ words::STEPS_AXIS }</span><span>{ words::NEVER_ADDED }</span></p>
            <p class="row"><button type="button" class="link" onclick={all}>{ words::ALL_OF_THEM }</button></p>
            <p class="human-size">{ human }</p>
        </section>
    }
}

/// The order of before stays while a hand is down; only what is new comes last.
fn in_order(mut found: Vec<Change>, held: &mut Vec<usize>, hold: bool) -> Vec<Change> {
    if hold && !held.is_empty() {
        let place = |change: &Change| held.iter().position(|known| *known == change.indicator);
        found.sort_by_key(|change| place(change).unwrap_or(usize::MAX));
    } else {
        *held = found.iter().map(|change| change.indicator).collect();
    }
    found
}

/// The steps along the axis.
fn axis(reach: (f64, f64)) -> Html {
    let at = |steps: i32| format!("{:.2}%", along(f64::from(steps), reach) * 100.0);
    html! {
        <div class="ticks" aria-hidden="true"><svg height="14">
            { for named(reach).map(|steps| html! { <text key={steps} x={at(steps)} y="11" text-anchor="middle">{ steps.abs() }</text> }) }
        </svg></div>
    }
}

fn axis_head(names: Names) -> Html {
    let (reference, alternative) = text::short_names(names.reference, names.alternative);
    html! {
        <p class="axis-head" aria-hidden="true">
            <span class="first">{ words::reference_side(&lower_first(&reference)) }</span>
            <span class="hint">{ words::TOO_SMALL }</span>
            <span class="second">{ words::alternative_side(&lower_first(&alternative)) }</span>
        </p>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    change: Change,
    /// Where the axis begins and ends. Unit: steps.
    reach: (f64, f64),
    reference: AttrValue,
    alternative: AttrValue,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let say = use_say();
    let change = &props.change;
    let info = &CATALOGUE[change.indicator];
    let names = Names {
        reference: &props.reference,
        alternative: &props.alternative,
    };
    let indicator = change.indicator;
    let choose = move |_: MouseEvent| {
        say.emit(Message::Explore(explore::Said::Choose(indicator)));
        say.emit(Message::Explore(explore::Said::Show(Tab::Outcomes)));
    };
    let class = match change.verdict {
        found if found.is_better() => "second",
        found if found.is_worse() => "first",
        _ => "unclear",
    };
    let amount = match change.verdict {
        Verdict::Unclear => words::NOT_CLEAR.to_string(),
        Verdict::Same | Verdict::NoneThatMatters => words::NO_DIFFERENCE.to_string(),
        _ => change.amount.clone(),
    };
    html! {
        <li class={class}>
            <button type="button" title={info.sentence} onclick={choose}>
                <span class="name">{ info.name }</span>
                { mark(change, props.reach) }
                <span class="amount">{ amount }</span>
                <span class="unseen">{ verdict_words(change.verdict, names) }</span>
            </button>
        </li>
    }
}

/// The band of what is too small to matter, nought, the whisker, and the dot: filled where it matters, else hollow; a diamond where
/// the reference does better.
fn mark(change: &Change, reach: (f64, f64)) -> Html {
    let x = |steps: f64| format!("{:.2}%", along(steps, reach) * 100.0);
    let middle = MIDDLE.to_string();
    let all = (2.0 * MIDDLE).to_string();
    let band = (along(1.0, reach) - along(-1.0, reach)) * 100.0;
    let diamond = format!("M0 {}l5 5l-5 5l-5 -5z", MIDDLE - 5.0);
    html! {
        <svg aria-hidden="true">
            <rect class="band" x={x(-1.0)} width={format!("{band:.2}%")} y="0" height={all.clone()} />
            <line class="nought" x1={x(0.0)} x2={x(0.0)} y1="0" y2={all} />
            <line class="whisker" x1={x(change.low)} x2={x(change.high)} y1={middle.clone()} y2={middle.clone()} />
            if change.verdict.is_worse() {
                <svg x={x(change.steps)} class="diamond"><path class="dot" d={diamond} /></svg>
            } else {
                <circle class="dot" cx={x(change.steps)} cy={middle} r="4.5" />
            }
        </svg>
    }
}
