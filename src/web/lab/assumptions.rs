//! The table of every assumption: searched, filtered, changed. Draws what the session says is shown.

use super::delta::Delta;
use super::files::Files;
use super::row::Row;
use crate::scenario::bundled;
use crate::scenario::parameters::{Grade, Parameters};
use crate::scenario::sources::Source;
use crate::session::lab::assumptions::{Assumptions as Here, Said};
use crate::session::lab::list::{Group, changed, groups};
use crate::session::lab::{Said as Lab, assumptions};
use crate::session::{Message, State};
use crate::web::parts::{Choice, Shared, use_say};
use crate::web::text;
use crate::web::text::lab as words;
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

/// Something happened to the assumptions.
fn said(said: assumptions::Said) -> Message {
    Message::Lab(Lab::Assumptions(said))
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Assumptions(props: &Props) -> Html {
    let register = use_memo((), |()| bundled::sources().unwrap_or_default());
    let (here, parameters) = (
        &props.state.lab.assumptions,
        &props.state.question.scenario.parameters,
    );
    let shown = groups(here, parameters, &register);
    let count = shown.iter().map(|group| group.rows.len()).sum();
    let (differ, all) = (changed(parameters), Parameters::registry().len());
    let values = Rc::new(parameters.values());
    html! {
        <section class="assumptions" aria-labelledby="assumptions-title">
            <h2 id="assumptions-title">{ words::ASSUMPTIONS }</h2>
            <p class="hint">{ words::ASSUMPTIONS_HINT }</p>
            <Tools search={here.search.clone()} only={here.only_changed} grade={here.grade} {differ} />
            <Evidence />
            <p role="status" class="lab-count">{ words::counted(count, all, differ) }</p>
            { for shown.into_iter().map(|group| {
                let (is_open, mechanism) = (unfolded(here, &group), group.mechanism);
                html! { <Part key={mechanism} {is_open} folds={!filtered(here)} group={Shared(Rc::new(group))} here={Shared(Rc::new(here.clone()))} values={Shared(Rc::clone(&values))} register={Shared(Rc::clone(&register))} /> }
            }) }
            <div class="lab-parts">
                <Files import={here.import.clone()} differ={differ > 0} />
                <Delta shown={here.delta_shown} scenario={Shared(Rc::clone(&props.state.question.scenario))} />
            </div>
        </section>
    }
}

/// Whether only some assumptions are shown: then nothing of them is folded away.
fn filtered(here: &Here) -> bool {
    !here.search.trim().is_empty() || here.only_changed || here.grade.is_some()
}

fn unfolded(here: &Here, group: &Group) -> bool {
    filtered(here)
        || here.open.contains(group.mechanism)
        || group.rows.iter().any(|row| here.drafts.contains_key(row))
}

#[derive(Clone, PartialEq, Properties)]
struct ToolsProps {
    search: String,
    only: bool,
    grade: Option<Grade>,
    differ: usize,
}

const GRADES: [Grade; 4] = [
    Grade::Well,
    Grade::Partly,
    Grade::Disputed,
    Grade::Speculative,
];

/// What is searched for and shown.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let say = use_say();
    let typed = say.reform(|event: InputEvent| {
        said(Said::Search(
            event.target_unchecked_into::<HtmlInputElement>().value(),
        ))
    });
    let only = say.reform(|event: Event| {
        said(Said::OnlyChanged(
            event.target_unchecked_into::<HtmlInputElement>().checked(),
        ))
    });
    let grade = say.reform(|id: String| {
        said(Said::Grade(
            id.parse::<usize>()
                .ok()
                .and_then(|k| GRADES.get(k).copied()),
        ))
    });
    let defaults = say.reform(|_: MouseEvent| said(Said::Defaults));
    let open = |open: bool| say.reform(move |_: MouseEvent| said(Said::OpenAll(open)));
    let any = (AttrValue::from("all"), AttrValue::from(words::ANY_EVIDENCE));
    let options = GRADES.iter().enumerate().map(|(k, grade)| {
        (
            AttrValue::from(k.to_string()),
            AttrValue::from(grade.words()),
        )
    });
    let options: Vec<_> = [any].into_iter().chain(options).collect();
    let chosen = props
        .grade
        .and_then(|grade| GRADES.iter().position(|known| *known == grade))
        .map_or("all".to_owned(), |k| k.to_string());
    html! {
        <div class="lab-tools">
            <div class="field"><label for="lab-search">{ text::SEARCH }</label><input id="lab-search" type="search" value={props.search.clone()} oninput={typed} /></div>
            <Choice id="lab-grade" label={words::EVIDENCE} {options} value={chosen} onchange={grade} />
            <label class="check"><input type="checkbox" checked={props.only} onchange={only} />{ words::ONLY_CHANGED }</label>
            <div class="row">
                <button type="button" onclick={open(true)}>{ words::UNFOLD_ALL }</button>
                <button type="button" onclick={open(false)}>{ words::FOLD_ALL }</button>
                <button type="button" disabled={props.differ == 0} onclick={defaults}>{ words::ALL_DEFAULT }</button>
            </div>
        </div>
    }
}

/// Views that let only some evidence count.
#[component]
fn Evidence() -> Html {
    let say = use_say();
    let views = [
        (Grade::Disputed, words::NO_SPECULATIVE),
        (Grade::Partly, words::NO_DISPUTED),
        (Grade::Well, words::ONLY_WELL),
    ];
    html! {
        <div class="lab-evidence" role="group" aria-labelledby="lab-evidence-title" aria-describedby="lab-evidence-hint">
            <h3 id="lab-evidence-title">{ words::COUNT_ONLY }</h3>
            <p class="row">
                { for views.into_iter().map(|(grade, name)| {
                    let up_to = say.reform(move |_: MouseEvent| said(Said::UpTo(grade)));
                    html! { <button key={name} type="button" onclick={up_to}>{ name }</button> }
                }) }
            </p>
            <p class="hint" id="lab-evidence-hint">{ words::COUNT_ONLY_HINT }</p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    group: Shared<Group>,
    is_open: bool,
    folds: bool,
    here: Shared<Here>,
    values: Shared<Vec<f32>>,
    register: Shared<Vec<Source>>,
}

/// One mechanism with its assumptions.
#[component]
fn Part(props: &PartProps) -> Html {
    let say = use_say();
    let (group, mechanism, is_open) = (&props.group, props.group.mechanism, props.is_open);
    let toggle = say.reform(move |_: MouseEvent| said(Said::Open(mechanism, !is_open)));
    let (id, body) = (format!("lab-{mechanism}"), format!("lab-{mechanism}-body"));
    let name = words::group(mechanism);
    let counts = words::in_group(group.rows.len(), group.count, group.changed);
    html! {
        <div class="lab-group">
            <h3 id={id.clone()}>
                if props.folds {
                    <button type="button" class="fold" aria-expanded={is_open.to_string()} aria-controls={body.clone()} onclick={toggle}>{ name }{ " " }<span class="sub">{ counts }</span></button>
                } else {
                    { name }{ " " }<span class="sub">{ counts }</span>
                }
            </h3>
            <div id={body}>
            if is_open {
                <p class="hint">{ group.sentence }</p>
                <div role="table" aria-labelledby={id} class="rows">
                    <div role="rowgroup" class="rows-head">
                        <div role="row" class="lab-row">
                            { for [words::ASSUMPTION, text::VALUE, words::DEFAULT_AND_RANGE, words::EVIDENCE].into_iter().map(|name| html! { <span key={name} role="columnheader">{ name }</span> }) }
                        </div>
                    </div>
                    <div role="rowgroup">
                        { for group.rows.iter().map(|position| {
                            let value = props.values.get(*position).copied().unwrap_or_default();
                            html! { <Row key={*position} position={*position} {value} draft={props.here.drafts.get(position).cloned()} register={props.register.clone()} /> }
                        }) }
                    </div>
                </div>
            }
            </div>
        </div>
    }
}
