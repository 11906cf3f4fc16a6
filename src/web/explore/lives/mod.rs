//! Follow someone: whom to follow, both lives side by side, the moment they part, and what then happens in each.

mod chart;

use super::super::parts::{Shared, TakeTable, use_provenance, use_say};
use super::super::{save, text};
use crate::analysis::lives::proposals::{Example, Proposals};
use crate::charts::lives::{CAVEATS, lines, proposals};
use crate::charts::number::plain;
use crate::ensemble::pair::Names;
use crate::ensemble::pair::Pair;
use crate::export::lives::headings;
use crate::indicators::Frames;
use crate::protocol::{Answer, Lives as TwoLives};
use crate::session::inquiries::Inquiries;
use crate::session::lives::{self, Story};
use crate::session::question::Question;
use crate::session::{Message, State, explore, page};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub question: Shared<Question>,
    pub inquiries: Shared<Inquiries>,
    /// Whoever is followed.
    pub person: Option<u32>,
    /// What whoever is followed is an example of.
    pub example: Option<Example>,
    /// The month on screen, as long as two lives are told.
    pub month: u32,
}

impl Props {
    /// From what the page knows.
    pub fn of(state: &State) -> Self {
        let (question, person) = (&state.question, state.explore.person);
        let told = matches!(
            lives::story(person, question.shown(), &state.inquiries),
            Story::Told { .. }
        );
        Self {
            question: Shared(Rc::clone(question)),
            inquiries: Shared(Rc::clone(&state.inquiries)),
            person,
            example: state.explore.lives.example.map(|(example, _)| example),
            month: if told {
                state.explore.timeline.month
            } else {
                0
            },
        }
    }

    fn story(&self) -> Story<'_> {
        lives::story(self.person, self.question.shown(), &self.inquiries)
    }
}

#[component]
pub fn Lives(props: &Props) -> Html {
    let run = props.question.shown();
    let pair = Pair::shown(&run.scenario);
    let found = use_memo(
        (Shared(Rc::clone(&run.pictures)), pair),
        |(pictures, pair): &(Shared<Vec<Frames>>, Pair)| {
            Proposals::of(
                pictures.get(pair.reference)?,
                pictures.get(pair.alternative)?,
            )
        },
    );
    let names = pair.names(&run.scenario);
    html! {
        <section class="lives" aria-labelledby="lives-title">
            <h2 id="lives-title">{ text::LIVES }</h2>
            <p class="consent">{ text::LIVES_CONSENT }</p>
            if let Some(found) = &*found {
                <p>{ proposals::sentence(found, names) }</p>
                <Choose found={found.clone()} question={props.question.clone()} chosen={props.example} />
            } else {
                <p>{ text::LIVES_WAIT }</p>
            }
            <div role="status">{ standing(props) }</div>
            if let Story::Told { answer, lives } = props.story() {
                { side_by_side(props, answer, lives) }
            }
        </section>
    }
}

/// Where the story stands, in words, as long as it is not there.
fn standing(props: &Props) -> Html {
    match props.story() {
        Story::Coming if props.question.is_stale() || props.question.run.pictures.is_empty() => {
            html! { <p class="hint">{ text::LIVES_COMING_LATER }</p> }
        }
        Story::Coming => html! { <p class="hint">{ text::LIVES_COMING }</p> },
        Story::Untold(words) => html! { <p>{ words.to_owned() }</p> },
        Story::Told { lives, .. } => html! { <p class="who">{ &lives.told.who }</p> },
        Story::Nobody => html! {},
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChooseProps {
    found: Proposals,
    question: Shared<Question>,
    chosen: Option<Example>,
}

/// The proposals, each with what it is an example of.
#[component]
fn Choose(props: &ChooseProps) -> Html {
    let say = use_say();
    let scenario = &props.question.shown().scenario;
    let names = Pair::shown(scenario).names(scenario);
    let chosen = props.chosen;
    let anybody = {
        let say = say.clone();
        move |_: MouseEvent| say.emit(Message::Explore(explore::Said::SomebodyElse))
    };
    html! {
        <div class="proposals" role="group" aria-label={text::LIVES_PROPOSED}>
            { for Example::ALL.into_iter().map(|example| {
                let say = say.clone();
                let there = props.found.pick(example, 0).is_some();
                html! {
                    <button key={example as usize} type="button" disabled={!there} aria-pressed={(chosen == Some(example)).to_string()}
                        onclick={move |_| say.emit(Message::Explore(explore::Said::Propose(example)))}>{ proposals::button(example, names) }</button>
                }
            }) }
            <button type="button" onclick={anybody}>{ text::LIVES_ANYBODY }</button>
            <p class="hint">{ chosen.map_or_else(|| text::LIVES_HINT.to_string(), |example| proposals::meaning(&props.found, example, names)) }</p>
        </div>
    }
}

fn side_by_side(props: &Props, answer: &Rc<Answer>, lives: &TwoLives) -> Html {
    let scenario = &props.question.shown().scenario;
    let names = Pair::shown(scenario).names(scenario);
    let told = &lives.told;
    let sentences = |sentences: &[String]| {
        sentences
            .iter()
            .map(|words| html! { <p key={words.clone()}>{ words.clone() }</p> })
            .collect::<Html>()
    };
    html! {
        <div class="two-lives">
            <chart::Chart answer={Shared(Rc::clone(answer))} months={scenario.months()} month={props.month}
                reference={names.reference.to_owned()} alternative={names.alternative.to_owned()} />
            <div class="story">
                <h3>{ text::LIVES_PART }</h3>
                { sentences(&told.parting) }
                <h3>{ text::LIVES_CHAIN }</h3>
                if told.chain.is_empty() { <p>{ text::LIVES_NO_CHAIN }</p> }
                <Chain answer={Shared(Rc::clone(answer))} month={props.month} reference={names.reference.to_owned()} alternative={names.alternative.to_owned()} />
                if !told.left_out.is_empty() { <p class="hint">{ told.left_out.clone() }</p> }
                <h3>{ text::LIVES_ENDS }</h3>
                { sentences(&told.ends) }
                { for CAVEATS.iter().skip(1).map(|words| html! { <p key={*words} class="hint">{ *words }</p> }) }
                { years(lives, names) }
                <Take answer={Shared(Rc::clone(answer))} />
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChainProps {
    answer: Shared<Answer>,
    month: u32,
    reference: String,
    alternative: String,
}

/// The chain as a list: each moment takes the worlds to its month.
#[component]
fn Chain(props: &ChainProps) -> Html {
    let say = use_say();
    let chain = lives::told(&props.answer).map_or(&[][..], |lives| &lives.told.chain);
    // The last moment that has come by the month on screen.
    let now = chain.iter().rposition(|line| line.month <= props.month);
    html! {
        <ol class="chain">
            { for chain.iter().enumerate().map(|(k, line)| {
                let say = say.clone();
                let month = line.month;
                let class = crate::drawing::lives::whose(line).class();
                let name = match line.life { Some(0) => props.reference.as_str(), Some(_) => props.alternative.as_str(), None => text::LIVES_BOTH.text() };
                html! {
                    <li key={k} class={classes!(class, (now == Some(k)).then_some("now"))} aria-current={(now == Some(k)).then_some("step")}>
                        <button type="button" class="link" aria-label={text::show_month(&line.when)} onclick={move |_| say.emit(Message::Explore(explore::Said::Seek(month)))}>{ &line.when }</button>
                        <span class="in">{ chart::symbol(line, 8.0, 8.0) }{ name.to_owned() }</span>
                        <p>{ &line.words }</p>
                    </li>
                }
            }) }
        </ol>
    }
}

/// The end of each year as a table.
fn years(lives: &TwoLives, names: Names<'_>) -> Html {
    let [reference, alternative] = [0, 1].map(|life| lines::means(&lives.told.wellbeing[life]));
    let years = reference.len().max(alternative.len()).saturating_sub(1) / 12;
    let cell = |means: &[f64], year: usize| {
        means
            .get(year * 12)
            .map_or_else(|| text::LIVES_GONE.to_string(), |value| plain(*value, 1))
    };
    html! {
        <details>
            <summary>{ text::LIVES_TABLE }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label={text::LIVES_TABLE}>
                <table>
                    <thead><tr><th scope="col">{ text::LIVES_YEAR }</th><th scope="col" class="n">{ names.reference.to_owned() }</th><th scope="col" class="n">{ names.alternative.to_owned() }</th></tr></thead>
                    <tbody>
                        { for (0..=years).map(|year| html! {
                            <tr key={year}><th scope="row">{ year }</th><td class="n">{ cell(&reference, year) }</td><td class="n">{ cell(&alternative, year) }</td></tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TakeProps {
    answer: Shared<Answer>,
}

/// The story to copy, and every month to download.
#[component]
fn Take(props: &TakeProps) -> Html {
    let (say, provenance) = (use_say(), use_provenance());
    let copied = {
        let answer = props.answer.clone();
        move |_: MouseEvent| {
            let story = lives::told(&answer)
                .map(|lives| lives.told.text())
                .unwrap_or_default();
            save::copy(
                &[story, provenance.0.join("\n")].join("\n"),
                say.reform(|copied| Message::Page(page::Said::Copied(copied))),
            );
        }
    };
    let table = {
        let answer = props.answer.clone();
        Callback::from(move |()| {
            let rows = lives::told(&answer)
                .map(|lives| lives.rows.clone())
                .unwrap_or_default();
            (headings(), rows)
        })
    };
    html! {
        <div class="take-story">
            <button type="button" onclick={copied}>{ text::LIVES_COPY }</button>
            <TakeTable name={text::LIVES_FILE} file="kith-two-lives" {table} />
        </div>
    }
}
