//! What stands above every view: the name, the views, the look of the page.

use super::parts::use_say;
use super::text;
use crate::session::{Message, Route, Theme, page};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub route: Route,
    pub theme: Theme,
}

#[component]
pub fn Top(props: &Props) -> Html {
    html! {
        <header class="top">
            <Brand />
            <Views route={props.route} />
            <Look theme={props.theme} />
        </header>
    }
}

/// Where a view is, and how one goes there.
fn go(say: &Callback<Message>, route: Route) -> Callback<MouseEvent> {
    let say = say.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        say.emit(Message::Go(route));
    })
}

/// The name, which leads to the comparison.
#[component]
pub fn Brand() -> Html {
    let say = use_say();
    html! {
        <a class="brand" href="#/explore" onclick={go(&say, Route::Explore)}>
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" class="mark">
                <circle cx="11" cy="18" r="8.5" class="first-stroke" /><circle cx="21" cy="14" r="8.5" class="second-stroke" />
            </svg>
            <span>{ text::NAME }</span>
            <span class="tagline">{ text::TAGLINE }</span>
        </a>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ViewsProps {
    pub route: Route,
}

/// The views of the page.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let say = use_say();
    let views = [
        (Route::Explore, text::EXPLORE),
        (Route::Workshop, text::WORKSHOP),
        (Route::Lab, text::LAB),
        (Route::About, text::ABOUT),
    ];
    html! {
        <nav class="views" aria-label={text::NAVIGATION}>
            { for views.into_iter().map(|(route, name)| {
                let here = (route == props.route).then_some("page");
                let address = format!("#/{}", route.id());
                html! { <a key={name} href={address} aria-current={here} onclick={go(&say, route)}>{ name }</a> }
            }) }
        </nav>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct LookProps {
    pub theme: Theme,
}

/// The look of the page.
#[component]
pub fn Look(props: &LookProps) -> Html {
    let say = use_say();
    let chosen = Callback::from(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(theme) = Theme::by_id(&value) {
            say.emit(Message::Page(page::Said::Theme(theme)));
        }
    });
    html! {
        <label class="look"><span>{ text::LOOK }</span>
            <select onchange={chosen}>
                { for Theme::ALL.iter().map(|(theme, id)| html! {
                    <option key={*id} value={*id} selected={*theme == props.theme}>{ text::theme(*theme) }</option>
                }) }
            </select>
        </label>
    }
}
