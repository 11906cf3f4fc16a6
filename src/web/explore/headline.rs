//! The one sentence, how far the re-runs have come, the link and the fingerprint.

use super::super::parts::{Shared, use_say};
use super::super::text;
use super::super::text::explore as words;
use super::why::{report, setting, use_found};
use crate::analysis::digest::Shares;
use crate::analysis::findings::{self, Findings, Known};
use crate::analysis::verdict::FEWEST;
use crate::answers::about::Setting;
use crate::charts::why::LUCK_IS_NOT_ALL;
use crate::charts::words::lower_first;
use crate::ensemble::pair::Pair;
use crate::indicators::catalogue::DOING_WELL;
use crate::protocol::{Answer as ToldAnswer, Inquiry};
use crate::scenario::Scenario;
use crate::session::answer::{Answer, Told, answer};
use crate::session::explore::{self, Tab};
use crate::session::inquiries::{self, Inquiries, Said, Standing};
use crate::session::question::Question;
use crate::session::question::promise::Check;
use crate::session::workshop::runs::Runs;
use crate::session::{Choices, Message, question};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub question: Shared<Question>,
    pub inquiries: Shared<Inquiries>,
    pub choices: Shared<Choices>,
    /// Whether it stands inside a page with a heading of its own.
    #[prop_or_default]
    pub inside: bool,
}

/// What was worked out beforehand of this very scenario. Worked out once a scenario: the question is digested for it.
#[hook]
pub fn use_known(question: &Question) -> Rc<Option<Known>> {
    use_memo(Shared(Rc::clone(&question.scenario)), |scenario| {
        findings::bundled().and_then(|found| found.answer(scenario))
    })
}

#[component]
pub fn Headline(props: &Props) -> Html {
    let question = &props.question;
    let known = use_known(question);
    let answer = answer(question, &props.choices, known.as_ref().as_ref());
    let busy = answer.stale.then_some("true");
    if props.inside {
        return inside(props, answer);
    }
    html! {
        <section class="headline" aria-label={text::HEADLINE}>
            <h1 tabindex="-1" aria-busy={busy}>{ answer.words }</h1>
            <div class="strip">
                <Short question={props.question.clone()} inquiries={props.inquiries.clone()} />
                <Progress question={props.question.clone()} beforehand={answer.beforehand} />
            </div>
        </section>
    }
}

/// In front of a room it is read aloud: it says how far it can be trusted.
fn inside(props: &Props, answer: Answer) -> Html {
    let (question, busy) = (&props.question, answer.stale.then_some("true"));
    let words = match answer.beforehand {
        None => Runs::of(question.shown()).say(&answer.words),
        Some(_) => answer.words,
    };
    html! {
        <section class="headline" aria-label={text::HEADLINE}>
            <h2 aria-busy={busy}>{ words }</h2>
            <p class="human-size" aria-busy={busy}>{ answer.human_size }</p>
            <p class="honest">{ beforehand(answer.beforehand) }{ text::MODEL_NOT_FORECAST }</p>
            <Sureness scenario={Shared(Rc::clone(&question.shown().scenario))}
                inquiries={props.inquiries.clone()} stale={question.is_stale()} />
        </section>
    }
}

/// What is known of an inquiry about a scenario: answered beforehand for the default, as asked on the page for any other.
fn answered(
    found: Option<&Findings>,
    inquiries: &Inquiries,
    inquiry: Inquiry,
    scenario: &Rc<Scenario>,
) -> Option<Rc<ToldAnswer>> {
    match (found, inquiries.standing(inquiry, scenario)) {
        (Some(findings), _) => Some(Rc::new(inquiries::bundled(findings, inquiry)?.1)),
        (None, Standing::Kept(kept)) => kept.answer.clone().ok(),
        _ => None,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ShortProps {
    question: Shared<Question>,
    inquiries: Shared<Inquiries>,
}

/// Three short answers: is it luck, does it hang on assumptions, what does it rest on.
#[component]
fn Short(props: &ShortProps) -> Html {
    let say = use_say();
    let question = &props.question;
    let known = use_known(question);
    let told = Told::of(question, known.as_ref().as_ref());
    let scenario = match told {
        Told::Beforehand(_) => Rc::clone(&question.scenario),
        Told::Shown(run) => Rc::clone(&run.scenario),
    };
    let found = use_found(&Shared(Rc::clone(&scenario)));
    let known_of = |inquiry| answered(found.as_deref(), &props.inquiries, inquiry, &scenario);
    let setting = setting(&scenario, "");
    let assumptions = match (known_of(Inquiry::Worlds).as_deref(), &setting) {
        (Some(ToldAnswer::Worlds(shares)), Some(setting)) => Some(bar_of(shares, setting)),
        _ => None,
    };
    let rests = match known_of(Inquiry::Layers).as_deref() {
        Some(ToldAnswer::Layers(layers)) => Some(words::rests_words(layers.carried_by.words())),
        _ => None,
    };
    let why = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Explore(explore::Said::Show(Tab::Why)))
    };
    let ask = move |_: MouseEvent| {
        for inquiry in [Inquiry::Worlds, Inquiry::Layers] {
            say.emit(Message::Inquiry(Said::Ask(inquiry)));
        }
    };
    let busy = question.is_stale() && matches!(told, Told::Shown(_));
    html! {
        <dl class="short" aria-label={words::HOW_SURE} aria-busy={busy.then_some("true")}>
            <div><dt>{ words::LUCK }</dt><dd>{ luck(&told, &scenario) }</dd></div>
            <div><dt>{ words::ASSUMPTIONS }</dt><dd>{ match assumptions {
                Some(bar) => bar,
                None => html! { <button type="button" class="link" title={text::NOT_ASKED} onclick={ask}>{ words::FIND_OUT }</button> },
            } }</dd></div>
            <div><dt>{ words::RESTS_ON }</dt><dd>{ rests }{ " " }<button type="button" class="link" onclick={why}>{ words::WHY_SO }</button></dd></div>
        </dl>
    }
}

/// In how many runs whoever is ahead is ahead.
fn luck(told: &Told, scenario: &Scenario) -> String {
    let names = Pair::shown(scenario).names(scenario);
    match told.difference(DOING_WELL) {
        Some(well) if well.replicates >= FEWEST => {
            let alternative = well.alternative_better >= well.reference_better;
            let (first, second) = text::short_names(names.reference, names.alternative);
            let (name, count) = if alternative {
                (second, well.alternative_better)
            } else {
                (first, well.reference_better)
            };
            words::luck_words(&lower_first(&name), count, well.replicates)
        }
        _ => words::LUCK_TOO_FEW.to_string(),
    }
}

/// Who is ahead in how many plausible worlds: a bar in three parts, and its words.
fn bar_of(shares: &Shares, setting: &Setting) -> Html {
    let (ids, names) = (setting.ids(), setting.names());
    let percent = |share: f64| (share * 100.0).round() as u32;
    let [better, tie, worse] =
        [ids.alternative, "tie", ids.reference].map(|id| percent(shares.wins(id)));
    let (reference, alternative) = text::short_names(names.reference, names.alternative);
    let words = words::assumption_words(
        &lower_first(&alternative),
        better,
        &lower_first(&reference),
        worse,
    );
    let part = |class: &'static str, from: u32, share: u32| {
        html! { <rect {class} x={from.to_string()} y="0" width={share.to_string()} height="10" /> }
    };
    html! {
        <>
            <svg class="worlds-bar" viewBox="0 0 100 10" width="100" height="10" preserveAspectRatio="none" aria-hidden="true">
                { part("second", 0, better) }{ part("tie", better, tie) }{ part("first", better + tie, worse) }
            </svg>
            { " " }<span>{ words }</span>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SurenessProps {
    pub scenario: Shared<Scenario>,
    pub inquiries: Shared<Inquiries>,
    /// Whether the scenario is no longer the one on the controls.
    pub stale: bool,
}

/// In what share of plausible worlds the headline holds and which evidence carries it, in whole sentences; or the way to ask.
#[component]
pub fn Sureness(props: &SurenessProps) -> Html {
    let say = use_say();
    let found = use_found(&props.scenario);
    let Some(setting) = setting(&props.scenario, "") else {
        return html! {};
    };
    let [worlds, carried] = [Inquiry::Worlds, Inquiry::Layers].map(|inquiry| {
        let answer = answered(
            found.as_deref(),
            &props.inquiries,
            inquiry,
            &props.scenario.0,
        )?;
        report(&answer, &setting).sentences.into_iter().next()
    });
    let ask = move |_: MouseEvent| {
        for inquiry in [Inquiry::Worlds, Inquiry::Layers] {
            say.emit(Message::Inquiry(Said::Ask(inquiry)));
        }
    };
    let asked = worlds.is_some() && carried.is_some();
    html! {
        <section class="sureness" aria-label={text::SURENESS} aria-busy={props.stale.then_some("true")}>
            if let Some(words) = worlds { <p>{ LUCK_IS_NOT_ALL }{ " " }{ words }</p> }
            if let Some(words) = carried { <p>{ words }</p> }
            if !asked {
                <p>{ text::NOT_ASKED }{ " " }<button type="button" class="link" onclick={ask}>{ text::ASK_NOW }</button></p>
            }
        </section>
    }
}

#[component]
fn Progress(props: &ProgressProps) -> Html {
    let say = use_say();
    let asked = &props.question;
    let (done, all) = (
        asked.run.ensemble.len() as u32,
        asked.run.scenario.replicates,
    );
    let stop = {
        let say = say.clone();
        move |_| say.emit(Message::Question(question::Said::Cancel))
    };
    let resume = move |_| say.emit(Message::Question(question::Said::Resume));
    html! {
        <div class="status">
            <div class="progress">
                if done < all { <progress max={all.to_string()} value={done.min(all).to_string()} aria-label={text::PROGRESS}></progress> }
                <span>{ text::progress(done, all) }</span>
                if asked.is_running() && done > 0 && asked.run.wanted > 1 {
                    <button type="button" onclick={stop}>{ text::STOP }</button>
                } else if asked.run.cancelled || asked.failure.is_some() {
                    <button type="button" onclick={resume}>{ text::RESUME }</button>
                }
            </div>
            <p class="honest">{ beforehand(props.beforehand) }
                if let Some(fingerprint) = &asked.run.fingerprint {
                    { " " }<span class="fingerprint" title={text::FINGERPRINT_HINT}><span class="fingerprint-name">{ text::FINGERPRINT }{ " " }</span><code>{ fingerprint }</code></span>
                }
            </p>
            <p class="check" role="status">
                if let Some(failure) = &asked.failure { <strong>{ text::FAILED }{ " " }{ failure }</strong> }
                { check_words(&asked.check()) }
            </p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ProgressProps {
    question: Shared<Question>,
    beforehand: Option<u32>,
}

/// Where the sentence comes from, if this device did not work it out.
fn beforehand(runs: Option<u32>) -> Html {
    html! { if let Some(runs) = runs { <span class="beforehand">{ text::beforehand(runs) }</span>{ " " } } }
}

fn check_words(check: &Check) -> Html {
    match check {
        Check::None => html! {},
        Check::Waiting => html! { text::CHECK_WAITING },
        Check::Same => html! { <strong class="good">{ text::CHECK_SAME }</strong> },
        Check::Different { version } => {
            html! { <strong>{ text::check_different(version) }</strong> }
        }
    }
}
