//! The form of an experiment. Draws what was typed and what is wrong with it; what is right is decided by the reader of files.

use super::progress::said;
use crate::experiment::{Field, Kind, can_vary};
use crate::scenario::Scenario;
use crate::scenario::validate::Problem;
use crate::session::Message;
use crate::session::lab::bench::Said;
use crate::session::lab::form::{Form as Here, Row, Said as Typed};
use crate::web::parts::{Choice, Shared, use_say, use_typing};
use crate::web::text::kept;
use crate::web::text::lab as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub form: Shared<Here>,
    pub scenario: Shared<Scenario>,
}

fn typed(what: Typed) -> Message {
    said(Said::Form(what))
}

#[component]
pub fn Form(props: &Props) -> Html {
    let say = use_say();
    let (form, scenario) = (&props.form, &props.scenario);
    let problems = form.read(scenario).err().unwrap_or_default();
    let name = say.reform(|value: String| typed(Typed::Name(value)));
    let question = say.reform(|id: String| typed(Typed::Question(id)));
    let questions: Vec<_> = Kind::ALL
        .iter()
        .map(|(id, sentence)| {
            (
                AttrValue::from(*id),
                AttrValue::from(words::question_name(id, sentence)),
            )
        })
        .collect();
    let rest: Vec<&Problem> = problems
        .iter()
        .filter(|problem| !is_beside_a_field(&problem.path, form))
        .collect();
    html! {
        <div class="lab-form">
            <Text id="bench-name" label={words::EXPERIMENT_NAME} value={form.name.clone()} wrong={wrong(&problems, "name")} onchange={name} />
            <Choice id="bench-question" label={words::QUESTION} options={questions} value={form.question} onchange={question} />
            <div class="lab-fields">
                { for form.fields().into_iter().map(|field| one(field, form, scenario, &problems, &say)) }
            </div>
            if form.question == "sweep" { <Varied form={props.form.clone()} scenario={props.scenario.clone()} problems={problems.clone()} /> }
            if form.question == "versions" {
                <div class="field">
                    <p class="group-name">{ words::BEFORE }</p>
                    <p>{ form.before.as_ref().map_or(words::NO_FILE.text(), |(name, _)| name.as_str()).to_owned() }</p>
                    <p class="hint">{ words::BEFORE_HINT }</p>
                </div>
            }
            if !rest.is_empty() {
                <ul class="problems" role="alert">
                    { for rest.iter().enumerate().map(|(k, problem)| html! { <li key={k}><code>{ &problem.path }</code><span>{ said_of(problem) }</span></li> }) }
                </ul>
            }
        </div>
    }
}

fn is_beside_a_field(path: &str, form: &Here) -> bool {
    path == "name"
        || path.starts_with("vary[")
        || form.fields().iter().any(|field| field.name == path)
}

fn said_of(problem: &Problem) -> String {
    kept::found_and_wanted(&problem.found, &problem.wanted)
}

/// What is wrong with a field, if anything.
fn wrong(problems: &[Problem], path: &str) -> Option<AttrValue> {
    problems
        .iter()
        .find(|problem| problem.path == path)
        .map(|problem| AttrValue::from(said_of(problem)))
}

fn one(
    field: &'static Field,
    form: &Here,
    scenario: &Scenario,
    problems: &[Problem],
    say: &Callback<Message>,
) -> Html {
    let changed = say.reform(move |value: String| typed(Typed::Typed(field.name, value)));
    let (id, value, label) = (
        format!("bench-{}", field.name),
        form.value(field.name, scenario),
        words::field(field.name),
    );
    let options: Vec<_> = Here::options(field.name, scenario)
        .into_iter()
        .map(|(id, name)| (AttrValue::from(id), AttrValue::from(name)))
        .collect();
    if options.is_empty() {
        html! { <Text key={field.name} {id} {label} {value} hint={field.sentence} wrong={wrong(problems, field.name)} onchange={changed} /> }
    } else {
        html! { <Choice key={field.name} {id} {label} {options} {value} hint={field.sentence} onchange={changed} /> }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct TextProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    #[prop_or_default]
    pub wrong: Option<AttrValue>,
    /// The id of a list of suggestions.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    pub onchange: Callback<String>,
}

/// A text to type, with what is wrong below.
#[component]
pub fn Text(props: &TextProps) -> Html {
    let say = props.onchange.clone();
    let typing = use_typing(props.value.clone());
    let changed = typing.onchange(move |event: Event| {
        say.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let below = format!("{}-below", props.id);
    let has_words = props.wrong.is_some() || !props.hint.is_empty();
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <input id={props.id.clone()} type="text" autocomplete="off" spellcheck="false" list={props.list.clone()} value={typing.shown()} oninput={typing.oninput()} onblur={typing.onblur()}
                aria-invalid={props.wrong.is_some().then_some("true")} aria-describedby={has_words.then(|| below.clone())} onchange={changed} />
            <div id={below}>
                if let Some(wrong) = &props.wrong { <p class="wrong">{ wrong }</p> }
                if !props.hint.is_empty() { <p class="hint">{ &props.hint }</p> }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct VariedProps {
    form: Shared<Here>,
    scenario: Shared<Scenario>,
    problems: Vec<Problem>,
}

/// What a sweep varies.
#[component]
fn Varied(props: &VariedProps) -> Html {
    let say = use_say();
    let add = say.reform(|_: MouseEvent| typed(Typed::AddRow));
    html! {
        <fieldset class="lab-vary">
            <legend>{ words::VARY }</legend>
            <p class="hint">{ words::VARY_HINT }</p>
            <Suggestions scenario={props.scenario.clone()} />
            { for props.form.vary.iter().enumerate().map(|(k, row)| vary(k, row, &props.problems, &say)) }
            <p><button type="button" disabled={props.form.vary.len() >= crate::experiment::limits::VARIED} onclick={add}>{ words::ADD_ROW }</button></p>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SuggestionsProps {
    pub scenario: Shared<Scenario>,
    #[prop_or("can-vary".into())]
    pub id: AttrValue,
}

/// Everything that can vary, for text fields.
#[component]
pub fn Suggestions(props: &SuggestionsProps) -> Html {
    html! { <datalist id={props.id.clone()}>{ for can_vary(&props.scenario).into_iter().map(|name| html! { <option key={name.clone()} value={name} /> }) }</datalist> }
}

fn vary(k: usize, row: &Row, problems: &[Problem], say: &Callback<Message>) -> Html {
    let field = |name: &'static str,
                 label: &'static str,
                 value: &str,
                 make: fn(usize, String) -> Typed| {
        let changed = say.reform(move |value: String| typed(make(k, value)));
        let list = (name == "name").then_some(AttrValue::from("can-vary"));
        let wrong = wrong(problems, &format!("vary[{k}].{name}"));
        html! { <Text id={format!("vary-{k}-{name}")} label={format!("{label} {}", k + 1)} value={value.to_owned()} {list} {wrong} onchange={changed} /> }
    };
    let remove = say.reform(move |_: MouseEvent| typed(Typed::RemoveRow(k)));
    html! {
        <div key={k} class="lab-vary-row">
            { field("name", words::VARY_FIELD.text(), &row.name, Typed::Row) }
            { field("from", words::VARY_FROM.text(), &row.from, Typed::From) }
            { field("to", words::VARY_TO.text(), &row.to, Typed::To) }
            { field("steps", words::VARY_STEPS.text(), &row.steps, Typed::Steps) }
            <button type="button" aria-label={format!("{}: {}", words::REMOVE_ROW, row.name)} onclick={remove}>{ words::REMOVE_ROW }</button>
        </div>
    }
}
