//! Everything that can be set beyond the levers: both strategies whole, re-runs, funding, people, luck, the scenarios to start from.

use super::super::parts::{Choice, Shared, Slider, use_say};
use super::super::text;
use super::cautions::{Cautions, beside, use_still};
use super::editor::Editor;
use super::strategy::Strategy;
use crate::ensemble::pair::Pair;
use crate::scenario::Scenario;
use crate::scenario::warnings::About;
use crate::session::{Choices, Edit, Message, question};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub scenario: Shared<Scenario>,
    pub choices: Shared<Choices>,
    /// Whether a hand is moving one of them.
    pub moving: bool,
}

#[component]
pub fn Controls(props: &Props) -> Html {
    let say = use_say();
    let scenario = &props.scenario;
    let pair = Pair::shown(scenario);
    let found = use_still(props.scenario.clone(), props.moving);
    let edit = |make: fn(f64) -> Edit| {
        let say = say.clone();
        Callback::from(move |value: f64| {
            if value.is_finite() {
                say.emit(Message::Question(question::Said::Edit(make(value))));
            }
        })
    };
    let done = Editor(say.clone()).done();
    let choose = |make: fn(String) -> Edit| {
        let say = say.clone();
        Callback::from(move |id: String| {
            say.emit(Message::Question(question::Said::Edit(make(id))));
            say.emit(Message::Question(question::Said::EditDone));
        })
    };
    let people = people_options(scenario.people);
    html! {
        <section class="controls" aria-labelledby="controls-title">
            <h2 id="controls-title">{ text::CONTROLS }</h2>
            <Strategy scenario={props.scenario.clone()} arm={pair.reference} side="first" label={text::FIRST_WORLD} moving={props.moving} />
            <Strategy scenario={props.scenario.clone()} arm={pair.alternative} side="second" label={text::SECOND_WORLD} moving={props.moving} />
            <Choice id="replicates" label={text::REPLICATES} options={replicate_options(scenario.replicates)} value={scenario.replicates.to_string()}
                onchange={choose(|id| Edit::Replicates(id.parse().unwrap_or(16)))} hint={text::REPLICATES_HINT} />
            { beside(&found, About::Replicates) }
            <details>
                <summary>{ text::MORE_CONTROLS }</summary>
                <Slider id="funded-from" label={text::FUNDED_FROM} value={f64::from(scenario.money.first_year)} low={1.0} high={f64::from(scenario.years)} step={1.0}
                    unit={text::YEAR_UNIT} oninput={edit(|v| Edit::FundedFrom(v as u32))} ondone={done.clone()} hint={text::FUNDED_FROM_HINT} />
                <Slider id="funded" label={text::FUNDED_UNTIL} value={f64::from(scenario.money.last_year)} low={1.0} high={f64::from(scenario.years)} step={1.0}
                    unit={text::YEAR_UNIT} oninput={edit(|v| Edit::FundedUntil(v as u32))} ondone={done} hint={text::FUNDED_HINT} />
                <Choice id="people" label={text::PEOPLE} options={people} value={scenario.people.to_string()}
                    onchange={choose(|id| Edit::People(id.parse().unwrap_or(5000)))} hint={text::PEOPLE_HINT} />
                { beside(&found, About::People) }
                <div class="field">
                    <p>{ text::SEED }{ " " }<code>{ scenario.seed }</code></p>
                    <button type="button" onclick={{
                        let (say, seed) = (say.clone(), scenario.seed);
                        move |_| { say.emit(Message::Question(question::Said::Edit(Edit::Seed(seed.wrapping_add(1))))); say.emit(Message::Question(question::Said::EditDone)); }
                    }}>{ text::OTHER_LUCK }</button>
                </div>
            </details>
            <super::bundled::Bundled choices={props.choices.clone()} />
            <Cautions scenario={props.scenario.clone()} />
        </section>
    }
}

fn numbered(mut values: Vec<u32>, current: u32) -> Vec<(AttrValue, AttrValue)> {
    if !values.contains(&current) {
        values.push(current);
        values.sort_unstable();
    }
    values
        .into_iter()
        .map(|v| {
            (
                AttrValue::from(v.to_string()),
                AttrValue::from(crate::charts::number::plain(f64::from(v), 0)),
            )
        })
        .collect()
}

fn replicate_options(current: u32) -> Vec<(AttrValue, AttrValue)> {
    numbered(vec![4, 8, 16, 32, 64, 128], current)
}

fn people_options(current: u32) -> Vec<(AttrValue, AttrValue)> {
    numbered(vec![1000, 2000, 5000, 10_000, 20_000], current)
}
