//! The bar above the comparison: the place, the money and the years as pills, the tabs, the other views, sharing.

use super::parts::{Found, Search, Shared, use_say};
use super::text::explore as words;
use super::{save, text};
use crate::charts::number::plain;
use crate::scenario::Scenario;
use crate::session::explore::Tab;
use crate::session::{Choices, Edit, Message, Route, Theme, explore, page, question};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The scenario on the controls.
    pub scenario: Shared<Scenario>,
    pub choices: Shared<Choices>,
    pub tab: Tab,
    pub theme: Theme,
}

#[component]
pub fn Bar(props: &Props) -> Html {
    html! {
        <header class="top bar">
            <super::top::Brand />
            <div class="pills">
                <Place scenario={props.scenario.clone()} choices={props.choices.clone()} />
                { pill("money", words::pill_money(&pounds(props.scenario.money.pounds_per_head_year))) }
                { pill("years", words::pill_years(props.scenario.years)) }
            </div>
            <Tabs tab={props.tab} />
            <p class="only-model">{ words::ONLY_MODEL }</p>
            <Share />
            <More theme={props.theme} />
        </header>
    }
}

fn pounds(amount: f64) -> String {
    plain(amount, u8::from(amount.fract() != 0.0) * 2)
}

/// A pill that leads to the lever of what it tells.
fn pill(lever: &'static str, words: String) -> Html {
    let go = move |_: MouseEvent| super::effects::focus(lever);
    html! { <button type="button" class="pill" onclick={go}>{ words }</button> }
}

#[derive(Clone, PartialEq, Properties)]
struct PlaceProps {
    scenario: Shared<Scenario>,
    choices: Shared<Choices>,
}

/// The place: any district of England, looked for by name.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let say = use_say();
    let choices = props.choices.clone();
    let find = Callback::from(move |words: AttrValue| {
        let found = choices.find(&words).into_iter();
        found
            .map(|(id, name, more)| Found {
                id: id.into(),
                name: name.into(),
                more: more.into(),
            })
            .collect::<Vec<_>>()
    });
    let choose = Callback::from(move |id: String| {
        say.emit(Message::Question(question::Said::Edit(Edit::Place(id))));
        say.emit(Message::Question(question::Said::EditDone));
    });
    let shown = AttrValue::from(props.choices.place_name(&props.scenario.place).to_owned());
    let count = Callback::from(text::places_found);
    html! {
        <Search id="place" label={text::PLACE} {shown} {find} {count} hint={text::PLACE_HINT} onchange={choose} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TabsProps {
    tab: Tab,
}

#[component]
fn Tabs(props: &TabsProps) -> Html {
    let say = use_say();
    let show = |tab: Tab| {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Explore(explore::Said::Show(tab)))
    };
    html! {
        <nav class="tabs" aria-label={words::TABS}>
            { for Tab::ALL[..Tab::IN_BAR].iter().map(|(tab, id)| html! {
                <button key={*id} type="button" aria-current={(*tab == props.tab).then_some("page")} onclick={show(*tab)}>{ words::tab(*tab) }</button>
            }) }
        </nav>
    }
}

/// What leaves the page: the link, the two printed pages, and the way to everything else.
#[component]
fn Share() -> Html {
    let say = use_say();
    let copy = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Page(page::Said::CopyLink))
    };
    let print = {
        // The printed pages hold the living picture, so that has to be on the page first.
        move |_: MouseEvent| {
            say.emit(Message::Explore(explore::Said::Show(Tab::Overview)));
            gloo::timers::callback::Timeout::new(60, save::print).forget();
        }
    };
    html! {
        <details class="menu-of share">
                <summary>{ words::SHARE }</summary>
                <div class="menu">
                    <button type="button" onclick={copy}>{ text::COPY_LINK }</button>
                    <super::explore::kept::SaveOrShare />
                    <button type="button" title={text::PRINT_HINT} onclick={print}>{ text::PRINT }</button>
                </div>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MoreProps {
    theme: Theme,
}

/// The other views, the look, the keys.
#[component]
fn More(props: &MoreProps) -> Html {
    let say = use_say();
    let keys = move |_: MouseEvent| say.emit(Message::Page(page::Said::ShowKeys(true)));
    html! {
        <details class="menu-of more">
            <summary>{ words::MORE }</summary>
            <div class="menu">
                <super::top::Views route={Route::Explore} />
                <super::top::Look theme={props.theme} />
                <button type="button" onclick={keys}>{ text::KEYS }</button>
                <p class="hint">{ text::MODEL_NOT_FORECAST }{ " " }{ text::FOOTER }{ " " }{ crate::session::link::VERSION }</p>
            </div>
        </details>
    }
}
