//! A field to search a long list in: what is typed is looked for, what is found stands below and is chosen by hand or by keys. It knows names,
//! not what they are names of.

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// The most that stands below the field; more letters find fewer.
const SHOWN: usize = 40;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is said when it is chosen.
    pub id: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// What tells it from others of that name.
    pub more: AttrValue,
}

/// A field to search in.
#[derive(Clone, PartialEq, Properties)]
pub struct SearchProps {
    /// Unique in the page.
    pub id: AttrValue,
    /// What is looked for.
    pub label: AttrValue,
    /// The name of what is chosen now.
    pub shown: AttrValue,
    /// What the words find, the best first; without words everything.
    pub find: Callback<AttrValue, Vec<Found>>,
    /// How many were found, in words.
    pub count: Callback<usize, String>,
    /// A sentence below.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Says the id that was chosen.
    pub onchange: Callback<String>,
}

/// What a hand is at: what it has typed, and which of the found ones the keys are on. Nothing while the list is closed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Looking {
    words: Option<AttrValue>,
    at: Option<usize>,
}

/// A field to search a long list in.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let looking = use_state(|| None::<Looking>);
    let (list, field) = (use_node_ref(), use_node_ref());
    let found = looking
        .as_ref()
        .map(|looking| props.find.emit(looking.words.clone().unwrap_or_default()))
        .unwrap_or_default();
    let (count, found) = (
        found.len(),
        found.into_iter().take(SHOWN).collect::<Vec<_>>(),
    );
    let at = looking
        .as_ref()
        .and_then(|looking| looking.at)
        .filter(|at| *at < found.len());
    {
        // Where the keys are is in sight.
        let list = list.clone();
        use_effect_with(at, move |at| {
            let list = at.and_then(|_| list.cast::<HtmlElement>());
            let row = list
                .as_ref()
                .and_then(|list| list.query_selector("[aria-selected='true']").ok().flatten());
            if let (Some(list), Some(row)) =
                (list, row.and_then(|row| row.dyn_into::<HtmlElement>().ok()))
            {
                // In the list alone: the page does not move under the hand.
                let top = row.offset_top() - list.offset_top();
                let lowest = top + row.offset_height() - list.client_height();
                list.set_scroll_top(list.scroll_top().clamp(lowest.min(top), top));
            }
        });
    }
    {
        // Once the list is closed, what is typed next takes the place of what stands there.
        let field = field.clone();
        use_effect_with(looking.is_some(), move |open| {
            let has_focus = |field: &HtmlInputElement| {
                gloo::utils::document()
                    .active_element()
                    .is_some_and(|at| at == ***field)
            };
            if let Some(field) = field
                .cast::<HtmlInputElement>()
                .filter(|field| !open && has_focus(field))
            {
                field.select();
            }
        });
    }
    let choose = {
        let (looking, onchange) = (looking.setter(), props.onchange.clone());
        move |id: &AttrValue| {
            looking.set(None);
            onchange.emit(id.to_string());
        }
    };
    let oninput = {
        let looking = looking.setter();
        move |event: InputEvent| {
            let words: AttrValue = event
                .target_unchecked_into::<HtmlInputElement>()
                .value()
                .into();
            // The best of what was found is what Enter chooses.
            let at = (!words.trim().is_empty()).then_some(0);
            looking.set(Some(Looking {
                words: Some(words),
                at,
            }));
        }
    };
    let onkeydown = {
        let (state, found, choose) = (looking.clone(), found.clone(), choose.clone());
        move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            let to = |at: usize| {
                let words = state.as_ref().and_then(|looking| looking.words.clone());
                state.set(Some(Looking {
                    words,
                    at: Some(at),
                }));
            };
            match (event.key().as_str(), at) {
                ("ArrowDown", _) => to(at.map_or(0, |at| if at < last { at + 1 } else { 0 })),
                ("ArrowUp", _) => to(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last))),
                ("Enter", Some(at)) => choose(&found[at].id),
                ("Escape", _) if state.is_some() => state.set(None),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let onblur = looking.setter();
    let open = looking.is_some();
    let shown = looking
        .as_ref()
        .and_then(|looking| looking.words.clone())
        .unwrap_or_else(|| props.shown.clone());
    let (list_id, hint_id) = (format!("{}-found", props.id), format!("{}-hint", props.id));
    let row_id = |k: usize| format!("{}-found-{k}", props.id);
    html! {
        <div class="field search">
            <label for={props.id.clone()}>{ &props.label }</label>
            <input ref={field} id={props.id.clone()} type="text" role="combobox" autocomplete="off" spellcheck="false" maxlength="80"
                aria-autocomplete="list" aria-expanded={open.to_string()} aria-controls={list_id.clone()}
                aria-activedescendant={at.map(row_id)} aria-describedby={(!props.hint.is_empty()).then(|| hint_id.clone())}
                value={shown} {oninput} {onkeydown} onfocus={|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select()}
                onblur={move |_: FocusEvent| onblur.set(None)} />
            <ul ref={list} id={list_id} role="listbox" aria-label={props.label.clone()} hidden={!open || found.is_empty()}>
                { for found.iter().enumerate().map(|(k, one)| {
                    let (choose, id) = (choose.clone(), one.id.clone());
                    // Pressed, not clicked: the focus stays in the field until it is chosen.
                    let pressed = move |event: MouseEvent| { event.prevent_default(); choose(&id); };
                    html! {
                        <li key={one.id.to_string()} id={row_id(k)} role="option" aria-selected={(at == Some(k)).to_string()} onmousedown={pressed}>
                            { &one.name }if !one.more.is_empty() { <span class="more">{ " " }{ &one.more }</span> }
                        </li>
                    }
                }) }
            </ul>
            <p class="hint" role="status">{ if open { props.count.emit(count) } else { String::new() } }</p>
            if !props.hint.is_empty() { <p class="hint" id={hint_id}>{ &props.hint }</p> }
        </div>
    }
}
