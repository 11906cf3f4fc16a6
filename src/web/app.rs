//! The page as a whole: keeps the state, sends every message through `session::update`, carries the effects out.

use super::about::About;
use super::bar::Bar;
use super::explore::Explore;
use super::lab::Lab;
use super::newer::Newer;
use super::notices::Notices;
use super::parts::{Provenance, Say, Shared};
use super::pool::{Heard, Pool};
use super::text;
use super::top::Top;
use super::workshop::{Elapsed, Workshop};
use super::{effects, keyboard, packs, save, storage};
use crate::scenario::parameters::beyond::mark;
use crate::session::choices::PlaceChoice;
use crate::session::kept::{self, Said};
use crate::session::lab::order::Work;
use crate::session::packs::{Now, Packs};
use crate::session::{
    Choices, Effect, Message, Route, State, explore, keys, lab, page, question, update, workshop,
};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Starts the page.
pub fn main() {
    console_error_panic_hook::set_once();
    yew::Renderer::<App>::new().render();
}

/// What the page hears.
pub enum Event {
    /// From a person or a clock.
    Said(Message),
    /// From a worker, with its number and birth.
    Worker(usize, u32, Heard),
    /// Workers are to be asked whether they are still there.
    Beat,
    /// The browser is about to draw: what has come meanwhile is taken in.
    Frame,
    /// The device's own look changed.
    LookChanged,
    /// A key was pressed.
    Key(web_sys::KeyboardEvent),
    /// The figures of a place came, or could not be fetched.
    Came(packs::Came),
}

/// The page.
pub struct App {
    state: Rc<State>,
    choices: Rc<Choices>,
    pool: Pool,
    packs: Packs,
    came: Callback<packs::Came>,
    say: Say,
    clock: Option<Interval>,
    /// What workers have brought since the last drawing.
    waiting: Vec<Message>,
    frame: Option<AnimationFrame>,
    dark: bool,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Event;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        crate::words::speak(effects::asked_language());
        let link = context.link();
        let choices = Rc::new(Choices::bundled());
        let (base, scenario) = choices.default_scenario();
        let mut state = State::new(base, scenario.clone());
        state.page.theme = effects::remembered_theme().unwrap_or_default();
        effects::set_theme(state.page.theme);
        state.page.letters = effects::remembered_letters();
        let opened = Message::Opened {
            hash: effects::hash(),
            calm: effects::prefers("(prefers-reduced-motion: reduce)"),
        };
        link.send_message(Event::Said(opened));
        let pool = Pool::new(
            link.callback(|(number, birth, heard)| Event::Worker(number, birth, heard)),
            link.callback(|()| Event::Beat),
        );
        Self {
            dark: effects::is_dark(state.page.theme),
            state: Rc::new(state),
            choices,
            pool,
            packs: Packs::default(),
            came: link.callback(Event::Came),
            say: Say(link.callback(Event::Said)),
            clock: None,
            waiting: Vec::new(),
            frame: None,
            _listeners: listeners(link),
        }
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Said(message) => self.take_in(message),
            // The worker has its next job at once; what it brought waits for the next drawing.
            Event::Worker(number, birth, heard) => {
                let messages = self.pool.heard(number, birth, heard);
                return self.wait(messages, context);
            }
            Event::Beat => {
                let messages = self.pool.beat();
                return self.wait(messages, context);
            }
            Event::Frame => {
                self.frame = None;
                for message in gathered(std::mem::take(&mut self.waiting)) {
                    self.take_in(message);
                }
            }
            Event::Key(event) => {
                let Some(message) =
                    keyboard::pressed(&event, |pressed| keys::message(pressed, &self.state))
                else {
                    return false;
                };
                event.prevent_default();
                self.take_in(message);
            }
            Event::Came((id, packs)) => {
                let now = self.packs.came(&id, packs);
                self.go_on(now);
            }
            Event::LookChanged => self.dark = effects::is_dark(self.state.page.theme),
        }
        true
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        let state = &self.state;
        let view = match state.route {
            Route::Explore => {
                html! { <Explore state={Shared(Rc::clone(state))} choices={Shared(Rc::clone(&self.choices))} dark={self.dark} /> }
            }
            Route::Workshop => {
                let clock = Elapsed(state.workshop.elapsed);
                html! {
                    <ContextProvider<Elapsed> context={clock}>
                        <Workshop state={Shared(Rc::clone(state))} choices={Shared(Rc::clone(&self.choices))} dark={self.dark} />
                    </ContextProvider<Elapsed>>
                }
            }
            Route::Lab => {
                html! { <Lab state={Shared(Rc::clone(state))} choices={Shared(Rc::clone(&self.choices))} dark={self.dark} /> }
            }
            Route::About => html! { <About search={state.page.search.clone()} /> },
        };
        let say = self.say.0.clone();
        let show_keys = move |_: MouseEvent| say.emit(Message::Page(page::Said::ShowKeys(true)));
        html! {
            <ContextProvider<Say> context={self.say.clone()}>
            <ContextProvider<Provenance> context={self.provenance()}>
                <a class="skip" href="#main" onclick={skip()}>{ text::SKIP }</a>
                { self.head() }
                <main id="main" tabindex="-1">
                    <Newer shown={state.page.newer_build} />
                    <p class="beyond" role="status">{ mark(&state.question.scenario.parameters.beyond()).map(|mark| text::beyond(&mark)) }</p>
                    if state.workshop.trying && state.route == Route::Explore { <super::workshop::BackBar step={state.workshop.step} /> }
                    { view }
                </main>
                <Notices notice={state.page.notices.shown().cloned()} />
                <footer class={state.route.id()}>
                    <p>{ text::MODEL_NOT_FORECAST }</p>
                    <p>{ text::FOOTER }{ " " }{ crate::session::link::VERSION }</p>
                    <p><button type="button" onclick={show_keys}>{ text::KEYS }</button></p>
                </footer>
                <keyboard::Keys shown={state.page.keys_shown} letters={state.page.letters} />
            </ContextProvider<Provenance>>
            </ContextProvider<Say>>
        }
    }
}

impl App {
    /// What stands above the view: the comparison has a bar of its own.
    fn head(&self) -> Html {
        let state = &self.state;
        let theme = state.page.theme;
        if state.route != Route::Explore {
            return html! { <Top route={state.route} {theme} /> };
        }
        let scenario = Shared(Rc::clone(state.question.on_controls()));
        let choices = Shared(Rc::clone(&self.choices));
        html! { <Bar {scenario} {choices} tab={state.explore.tab} {theme} /> }
    }

    /// Where everything on the page comes from, for the files that leave it.
    fn provenance(&self) -> Provenance {
        let shown = self.state.question.shown();
        let scenario = &shown.scenario;
        let people = crate::charts::number::plain(f64::from(scenario.people), 0);
        let place = self.choices.place_name(&scenario.place);
        let fingerprint = shown.fingerprint.as_deref();
        let from = text::provenance(
            &scenario.name,
            place,
            &people,
            scenario.seed,
            shown.ensemble.len(),
            fingerprint,
        );
        let mut lines = vec![
            from,
            text::MODEL_NOT_FORECAST.to_string(),
            text::OGL.to_string(),
        ];
        lines.extend(mark(&scenario.parameters.beyond()).map(|mark| text::beyond(&mark)));
        Provenance(Rc::new(lines))
    }

    /// Keeps messages for the next drawing; whether to draw now, because a page in the background is never drawn.
    fn wait(&mut self, messages: Vec<Message>, context: &Context<Self>) -> bool {
        if messages.is_empty() {
            return false;
        }
        self.waiting.extend(messages);
        if effects::is_hidden() {
            for message in gathered(std::mem::take(&mut self.waiting)) {
                self.take_in(message);
            }
            return true;
        }
        if self.frame.is_none() {
            let link = context.link().clone();
            self.frame = Some(request_animation_frame(move |_| {
                link.send_message(Event::Frame);
            }));
        }
        false
    }

    fn take_in(&mut self, message: Message) {
        let effects = update(Rc::make_mut(&mut self.state), message, &self.choices);
        for effect in effects {
            let now = self.packs.pass(effect);
            self.go_on(now);
        }
    }

    /// Does what need not wait for the figures of a place, and fetches those.
    fn go_on(&mut self, now: Now) {
        for effect in now.effects {
            self.carry_out(effect);
        }
        if let Some(entry) = now.fetch {
            packs::fetch(entry, self.came.clone());
        }
        for message in now.messages {
            self.take_in(message);
        }
    }

    /// Keeps work, or gives it back.
    fn keep(&mut self, order: kept::Order) {
        let say = self.say.0.clone();
        let later = |moment, message| {
            let say = say.clone();
            gloo::timers::callback::Timeout::new(moment, move || say.emit(message)).forget();
        };
        match order {
            kept::Order::Load => storage::load(say),
            kept::Order::Put(id, bytes, over) => storage::put(id, bytes, over, say),
            kept::Order::Remove(id, over) => storage::remove(id, over, say),
            kept::Order::Remember(words) => storage::remember(&words),
            kept::Order::AskToKeep => storage::ask_to_keep(say),
            kept::Order::Download(name, words) => {
                save::text(&name, "text/plain;charset=utf-8", &words);
            }
            kept::Order::Hold(moment, turn) => {
                later(moment, Message::Question(question::Said::Held(turn)));
            }
            kept::Order::Patience(moment, turn) => {
                later(moment, Message::Kept(Said::OutOfPatience(turn)));
            }
            kept::Order::ReadPlace(tables, area) => self.pool.read_place(&tables, area),
            kept::Order::Know(own) => {
                let place = PlaceChoice {
                    id: own.id.clone(),
                    name: own.name.clone(),
                };
                Rc::make_mut(&mut self.choices).places.push(place);
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        let answers: Vec<Message> = match effect {
            Effect::Start {
                epoch,
                scenario,
                show_place,
                jobs,
            } => {
                let figures = self.packs.figures(&scenario);
                self.pool
                    .start(epoch, (scenario, figures), jobs, show_place)
            }
            Effect::More(jobs) => self.pool.more(jobs),
            Effect::Cancel => {
                self.pool.cancel();
                Vec::new()
            }
            Effect::Kept(order) => {
                self.keep(order);
                Vec::new()
            }
            Effect::Inquire(wanted) => self.pool.inquire(wanted),
            Effect::Workshop(workshop::Order::ReadPicture(width, _, luma)) => {
                self.pool.read_code(width as u32, &luma);
                Vec::new()
            }
            Effect::Workshop(order) => {
                super::workshop::carry_out(order, &self.say.0);
                Vec::new()
            }
            Effect::Lab(lab::Order::Work(wished)) => {
                let figures = match &wished {
                    Work::Begin { experiment, .. } => self.packs.figures(&experiment.scenario),
                    _ => None,
                };
                self.pool.experiment(wished, figures)
            }
            Effect::Lab(order) => {
                super::lab::orders::carry_out(order, self.say.0.clone());
                Vec::new()
            }
            Effect::SetHash { hash, push } => {
                effects::set_hash(&hash, push);
                Vec::new()
            }
            Effect::CopyLink => {
                effects::copy_link(&self.say.0);
                Vec::new()
            }
            Effect::Clock(speed) => {
                let say = self.say.0.clone();
                self.clock = (speed > 0).then(|| {
                    Interval::new(1000 / speed.max(1), move || {
                        say.emit(Message::Explore(explore::Said::Tick));
                    })
                });
                Vec::new()
            }
            Effect::SetTheme(theme) => {
                effects::set_theme(theme);
                self.dark = effects::is_dark(theme);
                Vec::new()
            }
            Effect::KeepLetters(on) => {
                effects::keep_letters(on);
                Vec::new()
            }
            Effect::FocusHeading => {
                // The heading of the new view is there after the next drawing.
                gloo::timers::callback::Timeout::new(30, effects::focus_heading).forget();
                Vec::new()
            }
        };
        for message in answers {
            self.take_in(message);
        }
    }
}

/// Outcomes of one run that follow each other become one message: they are worked out and drawn once.
fn gathered(messages: Vec<Message>) -> Vec<Message> {
    let mut all: Vec<Message> = Vec::new();
    for message in messages {
        match (all.last_mut(), message) {
            (
                Some(Message::Arrived { epoch, outcomes }),
                Message::Arrived {
                    epoch: same,
                    outcomes: more,
                },
            ) if *epoch == same => {
                outcomes.extend(more);
            }
            (_, message) => all.push(message),
        }
    }
    all
}

fn listeners(link: &html::Scope<App>) -> Vec<EventListener> {
    let window = gloo::utils::window();
    let mut listeners = Vec::new();
    for kind in ["hashchange", "popstate"] {
        let hear = link.callback(|()| Event::Said(Message::HashChanged(effects::hash())));
        listeners.push(EventListener::new(&window, kind, move |_| hear.emit(())));
    }
    let heard = link.callback(|text| Event::Said(Message::Workshop(workshop::Said::Heard(text))));
    listeners.push(EventListener::new(&window, "message", move |event| {
        if let Some(text) = event
            .dyn_ref::<web_sys::MessageEvent>()
            .and_then(super::workshop::heard)
        {
            heard.emit(text);
        }
    }));
    let newer = link.callback(|()| Event::Said(Message::Page(page::Said::NewerBuild)));
    listeners.push(EventListener::new(&window, "kith-newer", move |_| {
        newer.emit(());
    }));
    let key = link.callback(Event::Key);
    listeners.push(EventListener::new_with_options(
        &window,
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
                key.emit(event.clone());
            }
        },
    ));
    for look in ["(prefers-color-scheme: dark)", "print"] {
        if let Ok(Some(list)) = window.match_media(look) {
            let hear = link.callback(|()| Event::LookChanged);
            listeners.push(EventListener::new(&list, "change", move |_| hear.emit(())));
        }
    }
    listeners
}

/// The link past the header moves the focus itself: the address belongs to the scenario.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        if let Some(main) = gloo::utils::document()
            .get_element_by_id("main")
            .and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = main.focus();
        }
    })
}
