//! The one sentence, how far the re-runs have come, the link and the fingerprint.

use super::super::parts::{Shared, use_say};
use super::super::{save, text};
use super::why::{report, setting, use_found};
use crate::analysis::findings;
use crate::charts::why::LUCK_IS_NOT_ALL;
use crate::protocol::Inquiry;
use crate::scenario::Scenario;
use crate::session::answer::answer;
use crate::session::inquiries::{self, Inquiries, Said, Standing};
use crate::session::question::Question;
use crate::session::question::promise::Check;
use crate::session::workshop::runs::Runs;
use crate::session::{Choices, Message, page, question};
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

#[component]
pub fn Headline(props: &Props) -> Html {
    let question = &props.question;
    // Worked out once a scenario: the question is digested for it.
    let known = use_memo(Shared(Rc::clone(&question.scenario)), |scenario| {
        findings::bundled().and_then(|found| found.answer(scenario))
    });
    let answer = answer(question, &props.choices, known.as_ref().as_ref());
    let busy = answer.stale.then_some("true");
    // In front of a room it is read aloud: it says how far it can be trusted.
    let own = props.inside && answer.beforehand.is_none();
    let words = if own {
        Runs::of(question.shown()).say(&answer.words)
    } else {
        answer.words
    };
    html! {
        <section class="headline" aria-label={text::HEADLINE}>
            if props.inside { <h2 aria-busy={busy}>{ words }</h2> } else { <h1 tabindex="-1" aria-busy={busy}>{ words }</h1> }
            <p class="human-size" aria-busy={busy}>{ answer.human_size }</p>
            if props.inside { <p class="honest">{ beforehand(answer.beforehand) }{ text::MODEL_NOT_FORECAST }</p> }
            if props.inside {
                <Sureness scenario={Shared(Rc::clone(&question.shown().scenario))}
                    inquiries={props.inquiries.clone()} stale={question.is_stale()} />
             }
            if !props.inside { <Progress question={props.question.clone()} beforehand={answer.beforehand} /> }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SurenessProps {
    pub scenario: Shared<Scenario>,
    pub inquiries: Shared<Inquiries>,
    /// Whether the scenario is no longer the one on the controls.
    pub stale: bool,
}

/// In what share of plausible worlds the headline holds and which evidence carries it: answered beforehand for the default,
/// as asked on the page for any other question; or the way to ask.
#[component]
pub fn Sureness(props: &SurenessProps) -> Html {
    let say = use_say();
    let found = use_found(&props.scenario);
    let Some(setting) = setting(&props.scenario, "") else {
        return html! {};
    };
    let [worlds, carried] = [Inquiry::Worlds, Inquiry::Layers].map(|inquiry| {
        let standing = props.inquiries.standing(inquiry, &props.scenario.0);
        let answer = match (found.as_deref(), standing) {
            (Some(findings), _) => Rc::new(inquiries::bundled(findings, inquiry)?.1),
            (None, Standing::Kept(kept)) => kept.answer.clone().ok()?,
            _ => return None,
        };
        report(&answer, &setting).sentences.into_iter().next()
    });
    let to_why = move |_: MouseEvent| {
        if let Some(why) = gloo::utils::document().get_element_by_id("why") {
            why.scroll_into_view();
        }
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
                <p>{ text::NOT_ASKED }{ " " }<button type="button" class="link" onclick={to_why}>{ text::ASK_NOW }</button></p>
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
    let resume = {
        let say = say.clone();
        move |_| say.emit(Message::Question(question::Said::Resume))
    };
    let copy = move |_| say.emit(Message::Page(page::Said::CopyLink));
    html! {
        <div class="status">
            <div class="progress">
                <progress max={all.to_string()} value={done.min(all).to_string()} aria-label={text::PROGRESS}></progress>
                <span>{ text::progress(done, all) }</span>
                if asked.is_running() && done > 0 && asked.run.wanted > 1 {
                    <button type="button" onclick={stop}>{ text::STOP }</button>
                } else if asked.run.cancelled || asked.failure.is_some() {
                    <button type="button" onclick={resume}>{ text::RESUME }</button>
                }
            </div>
            <div class="share">
                <button type="button" onclick={copy}>{ text::COPY_LINK }</button>
                <super::kept::SaveOrShare />
                <button type="button" title={text::PRINT_HINT} onclick={|_| save::print()}>{ text::PRINT }</button>
            </div>
            <p class="honest">{ beforehand(props.beforehand) }{ text::MODEL_NOT_FORECAST }
                if let Some(fingerprint) = &asked.run.fingerprint {
                    { " " }<span class="fingerprint" title={text::FINGERPRINT_HINT}>{ text::FINGERPRINT }{ " " }<code>{ fingerprint }</code></span>
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
