//! What everybody takes home, on one page of paper: what the room guessed, what came out, what it looked at, what to talk about,
//! and the way back to the same result.

use super::super::parts::{Shared, use_provenance};
use super::super::teams::Scan;
use super::super::text::workshop as text;
use super::super::{effects, save, text as page_text};
use super::page::Props;
use crate::charts::finding::first_sentence;
use crate::charts::in_all;
use crate::charts::number::plain;
use crate::charts::words::sentence;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::DOING_WELL;
use crate::place::Whole;
use crate::session::workshop::guess::QUESTIONS;
use crate::session::workshop::runs::Runs;
use crate::session::workshop::{link_to_result, words};
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn Summary(props: &Props) -> Html {
    let provenance = use_provenance();
    let (state, run) = (&props.state, props.state.question.shown());
    let scenario = &run.scenario;
    let place = props.choices.place_name(&scenario.place);
    let names = Pair::shown(scenario).names(scenario);
    let asked = (
        Shared(Rc::clone(&state.question.scenario)),
        Shared(Rc::clone(&state.question.run.scenario)),
        state.question.run.fingerprint.clone(),
    );
    // To write a link is to read it back too: not anew for every second of the clock.
    let address = use_memo((asked, state.question.base), |_| {
        effects::address_with(&link_to_result(&state.question, &props.choices))
    });
    let address = AttrValue::from((*address).clone());
    let runs = Runs::of(run);
    let whole = run.place.as_deref().map(Whole::of);
    let came: Vec<String> = run
        .figures
        .get(DOING_WELL)
        .map(|figure| {
            let human_size = whole
                .as_ref()
                .map(|whole| in_all::headline(&figure.difference, &scenario.money, whole));
            let first = first_sentence(
                |outcome| Some(&run.figures.get(outcome)?.difference),
                names,
                place,
                runs.all,
            );
            let sentence = sentence(&figure.difference, DOING_WELL, names);
            came(first.unwrap_or_default(), sentence, runs, human_size)
        })
        .unwrap_or_default();
    let mut guessed: Vec<String> = Vec::new();
    for (k, question) in QUESTIONS.iter().enumerate() {
        let Some(figure) = run.figures.get(question.indicator) else {
            continue;
        };
        let start = figure.start().unwrap_or(0.0);
        for (side, (arm, name)) in [
            (&figure.reference, names.reference),
            (&figure.alternative, names.alternative),
        ]
        .into_iter()
        .enumerate()
        {
            let curves = state.workshop.room.curves(k, side, start, scenario.years);
            guessed.extend(
                Some(words::room(&curves, arm, *question, name, runs))
                    .filter(|words| !words.is_empty()),
            );
        }
    }
    let looked = [
        scenario.name.clone(),
        page_text::report_place(place, &plain(f64::from(scenario.people), 0)),
        page_text::report_money(
            scenario.money.pounds_per_head_year,
            scenario.money.first_year,
            scenario.money.last_year,
            scenario.years,
        ),
    ];
    let list = |lines: &[String]| {
        lines
            .iter()
            .map(|words| html! { <p key={words.clone()}>{ words.clone() }</p> })
            .collect::<Html>()
    };
    let ask = state
        .workshop
        .step()
        .map(|step| step.ask.clone())
        .unwrap_or_default();
    html! {
        <section class="card summary" aria-labelledby="summary-title">
            <h2 id="summary-title">{ text::SUMMARY }</h2>
            <p class="row"><button type="button" onclick={|_| save::print()}>{ text::PRINT }</button></p>
            <div class="summary-parts">
                <div>
                    <h3>{ text::SUMMARY_CAME }</h3>{ list(&came) }
                    <h3>{ text::SUMMARY_GUESSED }</h3>
                    if guessed.is_empty() { <p>{ text::SUMMARY_NO_GUESSES }</p> } else { { list(&guessed) } }
                    <h3>{ text::SUMMARY_DECIDED }</h3>{ list(&looked) }
                    <h3 class="on-paper">{ text::SUMMARY_TALK }</h3>
                    <ul class="on-paper">{ for ask.iter().map(|words| html! { <li key={words.clone()}>{ words }</li> }) }</ul>
                </div>
                <div>
                    <h3>{ text::SUMMARY_LINK }</h3>
                    <Scan address={address.clone()} words={text::SUMMARY_SCAN} />
                    <p><a href={address.clone()} class="address">{ address.clone() }</a></p>
                </div>
            </div>
            { for provenance.0.iter().map(|line| html! { <p key={line.clone()} class="hint">{ line }</p> }) }
        </section>
    }
}

/// What came out, as firmly as the runs allow: with too few of them one sentence is enough.
fn came(first: String, second: String, runs: Runs, human_size: Option<String>) -> Vec<String> {
    let lines = [Some(first), Some(second), human_size];
    let mut said: Vec<String> = lines
        .into_iter()
        .flatten()
        .map(|words| runs.say(&words))
        .collect();
    said.dedup();
    said
}
