//! Experiments: the form or a file, what is on its way, what was left unfinished, the results. Draws what the session knows.

use super::files::Chosen;
use super::form::Form;
use super::progress::{Progress, said};
use super::results::Results;
use crate::experiment::Experiment;
use crate::session::lab::Said as Lab;
use crate::session::lab::bench::{Bench as Here, Said};
use crate::session::lab::record::{Stale, Unfinished};
use crate::session::lab::size::{seconds, tasks_and_lives};
use crate::session::{Message, State};
use crate::web::parts::{Shared, file_problems, use_say};
use crate::web::text::lab as words;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Shared<State>,
}

#[component]
pub fn Bench(props: &Props) -> Html {
    let say = use_say();
    use_effect_with((), {
        let say = say.clone();
        move |()| say.emit(said(Said::Opened))
    });
    let (state, bench) = (&props.state, &props.state.lab.bench);
    let click = |what: Said| say.reform(move |_: MouseEvent| said(what.clone()));
    let asked = bench.asked(&state.question.scenario);
    let pace = state.inquiries.pace();
    let is_map = bench.going.as_ref().is_some_and(|going| going.is_map);
    html! {
        <section class="bench" aria-labelledby="bench-title">
            <h2 id="bench-title">{ words::EXPERIMENT }</h2>
            <p class="hint">{ words::EXPERIMENT_HINT }</p>
            { for bench.unfinished.iter().flatten().map(|known| unfinished(known, bench.going.is_some(), &say)) }
            if let Some((name, experiment)) = &bench.loaded {
                <div class="lab-part lab-loaded">
                    <p>{ words::FROM_FILE }{ " " }<strong>{ name }</strong>{ ": " }{ about(experiment) }</p>
                    <p role="status" class="lab-beside">{ bench.beside(&state.question.scenario) }</p>
                    <p><button type="button" onclick={click(Said::PutAside)}>{ words::PUT_ASIDE }</button></p>
                </div>
            } else {
                <Form form={Shared(Rc::new(bench.form.clone()))} scenario={Shared(Rc::clone(&state.question.scenario))} />
            }
            if let Some(import) = &bench.import { { file_problems(import, click(Said::ImportRead)) } }
            <p role="status" class="lab-count">{ asked.as_ref().map_or_else(|_| String::new(), |experiment| size(experiment, pace)) }</p>
            <p class="row">
                <button type="button" class="primary" disabled={asked.is_err() || bench.going.is_some()} onclick={click(Said::Run)}>{ words::RUN }</button>
                <button type="button" disabled={asked.is_err()} onclick={click(Said::Export)}>{ words::DOWNLOAD_EXPERIMENT }</button>
                <Chosen name={words::OPEN_EXPERIMENT} />
            </p>
            <Paste />
            <p class="hint">{ words::SAME_NATIVELY }{ " " }<code>{ words::EXPERIMENT_COMMAND }</code></p>
            if let Some(going) = bench.going.as_ref().filter(|_| !is_map) { <Progress going={going.clone()} kept={bench.not_kept.is_none()} /> }
            { refused(bench) }
            if let Some(finished) = &bench.finished { <Results finished={Shared(Rc::new(finished.clone()))} /> }
        </section>
    }
}

fn about(experiment: &Experiment) -> String {
    let question = crate::experiment::Kind::ALL
        .iter()
        .find(|(id, _)| *id == experiment.kind.id())
        .map_or("", |(_, sentence)| sentence);
    format!("“{}”. {question}", experiment.name)
}

fn size(experiment: &Experiment, pace: f64) -> String {
    let (size, time) = (tasks_and_lives(experiment), seconds(experiment, pace));
    size.zip(time)
        .map_or_else(String::new, |((tasks, lives), time)| {
            words::expected(tasks, lives, time)
        })
}

/// Why nothing is kept, and why the last one could not be done.
fn refused(bench: &Here) -> Html {
    html! {
        <>
            if let Some(refusal) = bench.not_kept { <p class="wrong" role="status">{ words::NOT_KEPT }{ " " }{ refusal.words() }</p> }
            if let Some(failure) = &bench.failure { <p class="wrong" role="alert"><strong>{ words::NOT_DONE }</strong>{ " " }{ failure }</p> }
        </>
    }
}

fn unfinished(known: &Unfinished, busy: bool, say: &Callback<Message>) -> Html {
    let hash = known.hash.clone();
    let resume = say.reform(move |_: MouseEvent| said(Said::Resume(hash.clone())));
    let hash = known.hash.clone();
    let discard = say.reform(move |_: MouseEvent| said(Said::Discard(hash.clone())));
    let sentence = match &known.head {
        Ok(head) => words::unfinished_of(&head.name, known.done, head.tasks),
        Err(Stale::OtherBuild { build, name }) => words::other_build(name, build),
        Err(Stale::Broken) => words::BROKEN.to_string(),
    };
    html! {
        <div key={known.hash.clone()} class="lab-part lab-unfinished">
            <p><strong>{ words::UNFINISHED }{ ":" }</strong>{ " " }{ sentence }</p>
            <p class="row">
                if known.head.is_ok() { <button type="button" class="primary" disabled={busy} onclick={resume}>{ words::GO_ON }</button> }
                <button type="button" onclick={discard}>{ words::THROW_AWAY }</button>
            </p>
        </div>
    }
}

/// A text of an experiment file, pasted.
#[component]
fn Paste() -> Html {
    let say = use_say();
    let node = use_node_ref();
    let used = {
        let node = node.clone();
        move |_: MouseEvent| {
            if let Some(field) = node.cast::<HtmlTextAreaElement>() {
                say.emit(Message::Lab(Lab::File(
                    words::PASTED.to_string(),
                    Ok(field.value().into_bytes()),
                )));
            }
        }
    };
    html! {
        <details class="paste">
            <summary>{ words::PASTE }</summary>
            <div class="lab-part">
                <textarea ref={node} rows="8" spellcheck="false" aria-label={words::PASTE_LABEL} />
                <p><button type="button" onclick={used}>{ words::PASTE_USE }</button></p>
            </div>
        </details>
    }
}
