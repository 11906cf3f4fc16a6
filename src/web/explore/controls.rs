//! What can be changed: six levers in view, the rest one step away.

use super::super::parts::{Choice, Found, Search, Shared, Slider, use_say};
use super::super::text;
use super::cautions::{Cautions, beside, use_still};
use super::editor::Editor;
use super::strategy::Strategy;
use crate::ensemble::pair::Pair;
use crate::scenario::warnings::About;
use crate::scenario::{Scenario, limits};
use crate::session::strategy::differences;
use crate::session::{Choices, Edit, Message, question};
use yew::prelude::*;

/// The most pounds a head a year that the slider offers; the number box goes to the limit.
const SLIDER_POUNDS: f64 = 300.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub scenario: Shared<Scenario>,
    pub choices: Shared<Choices>,
    /// Whether a hand is moving one of them.
    pub moving: bool,
    pub can_undo: bool,
    pub can_redo: bool,
    pub back: super::kept::BackProps,
}

#[component]
pub fn Controls(props: &Props) -> Html {
    let say = use_say();
    let scenario = &props.scenario;
    let pair = Pair::shown(scenario);
    let found = use_still(props.scenario.clone(), props.moving);
    let differ = scenario
        .arms
        .get(pair.reference)
        .zip(scenario.arms.get(pair.alternative))
        .map(|(reference, alternative)| differences(reference, alternative, scenario));
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
    let send = |message: Message| {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| say.emit(message.clone()))
    };
    let find = {
        let choices = props.choices.clone();
        Callback::from(move |words: AttrValue| {
            let found = |(id, name, more): (String, String, String)| Found {
                id: id.into(),
                name: name.into(),
                more: more.into(),
            };
            choices
                .find(&words)
                .into_iter()
                .map(found)
                .collect::<Vec<_>>()
        })
    };
    let place = AttrValue::from(props.choices.place_name(&scenario.place).to_owned());
    let people = people_options(scenario.people);
    html! {
        <section class="controls" aria-labelledby="controls-title">
            <h2 id="controls-title">{ text::CONTROLS }</h2>
            <div class="row">
                <button type="button" disabled={!props.can_undo} onclick={send(Message::Question(question::Said::Undo))}>{ text::UNDO }</button>
                <button type="button" disabled={!props.can_redo} onclick={send(Message::Question(question::Said::Redo))}>{ text::REDO }</button>
                <button type="button" onclick={send(Message::Question(question::Said::Reset))}>{ text::RESET }</button>
            </div>
            <Search id="place" label={text::PLACE} shown={place} {find} count={Callback::from(text::places_found)} hint={text::PLACE_HINT} onchange={choose(Edit::Place)} />
            <Slider id="money" label={text::MONEY_EACH_YEAR} value={scenario.money.pounds_per_head_year} low={0.0}
                high={SLIDER_POUNDS.max(scenario.money.pounds_per_head_year.ceil())} step={1.0} unit={text::POUNDS_A_HEAD} oninput={edit(Edit::Money)} ondone={done.clone()} hint={text::MONEY_HINT} />
            { beside(&found, About::Money) }
            { beside(&found, About::Funding) }
            <Slider id="years" label={text::YEARS} value={f64::from(scenario.years)} low={f64::from(limits::YEARS.0)} high={f64::from(limits::YEARS.1)} step={1.0}
                unit={text::YEARS_UNIT} oninput={edit(|v| Edit::Years(v as u32))} ondone={done.clone()} />
            <Strategy scenario={props.scenario.clone()} arm={pair.reference} side="first" label={text::FIRST_WORLD} moving={props.moving} />
            <Strategy scenario={props.scenario.clone()} arm={pair.alternative} side="second" label={text::SECOND_WORLD} moving={props.moving} />
            <p class="differ" aria-live="polite">{ differ.unwrap_or_default() }</p>
            // Below what is dragged: it says something else with every run.
            <super::kept::Back ..props.back.clone() />
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
