//! What happened over what was drawn: the run's bands of the worlds that may be seen, the room's guesses behind them, in words
//! and as a table. A world that is still hidden has no line, no word and no row here.

use super::super::parts::{Choice, TakeTable, picture, use_say, use_width};
use super::super::text::workshop as text;
use super::guess::questions;
use super::page::Props as Page;
use crate::charts::number::plain;
use crate::charts::scale::Extent;
use crate::charts::words as said;
use crate::drawing::lines::Series;
use crate::drawing::over_years::{Guessed, Size, guessed};
use crate::drawing::{Drawing, Who};
use crate::ensemble::pair::Pair;
use crate::ensemble::summary::{ArmSummary, Spread};
use crate::session::workshop::draft::Said as Drawn;
use crate::session::workshop::guess::{QUESTIONS, Question, by_year};
use crate::session::workshop::room::{Span, spans};
use crate::session::workshop::runs::Runs;
use crate::session::workshop::{Said, words};
use crate::session::{Message, Theme};
use yew::prelude::*;

/// Unit: pixels.
const HEIGHT: f64 = 380.0;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub page: Page,
    /// Which worlds may be seen.
    pub sides: [bool; 2],
}

/// One world with what was drawn for it.
struct Side<'a> {
    who: Who,
    name: &'a str,
    arm: &'a ArmSummary,
    curves: Vec<Vec<f64>>,
    own: Option<Vec<f64>>,
}

#[component]
pub fn Reveal(props: &Props) -> Html {
    let say = use_say();
    let node = use_node_ref();
    let width = use_width(node.clone(), 640.0);
    let state = &props.page.state;
    let (run, workshop) = (state.question.shown(), &state.workshop);
    let chosen = workshop.looked_at();
    let question = QUESTIONS[chosen];
    let look = say
        .reform(|id: String| Message::Workshop(Said::Draft(Drawn::Look(id.parse().unwrap_or(0)))));
    let Some(figure) = run.figures.get(question.indicator) else {
        return html! { <section class="card hour-part"><h2>{ text::OUTCOME }</h2><p role="status">{ text::RUN_WAITS }</p></section> };
    };
    let names = Pair::shown(&run.scenario).names(&run.scenario);
    let years = run.scenario.years;
    let start = figure.start().unwrap_or(0.0);
    let drawn = usize::from(workshop.draft.guess.question) == chosen;
    let own = |side: usize| {
        workshop.draft.guess.curves[side]
            .as_ref()
            .filter(|_| drawn)
            .map(|curve| by_year(curve, question, start, years))
    };
    let sides: Vec<Side> = [
        (Who::Reference, names.reference, &figure.reference),
        (Who::Alternative, names.alternative, &figure.alternative),
    ]
    .into_iter()
    .enumerate()
    .filter(|(k, _)| props.sides[*k])
    .map(|(k, (who, name, arm))| Side {
        who,
        name,
        arm,
        curves: workshop.room.curves(chosen, k, start, years),
        own: own(k),
    })
    .collect();
    let runs = Runs::of(run);
    let title = if props.sides == [true, true] && runs.are_firm() {
        said::title(&figure.difference, question.indicator, names)
    } else {
        question.info().name.to_owned()
    };
    let mut sentences: Vec<String> = Vec::new();
    if props.sides == [true, true] {
        sentences.push(runs.say(&said::sentence(
            &figure.difference,
            question.indicator,
            names,
        )));
    } else {
        sentences.extend(
            sides
                .iter()
                .map(|side| words::alone(side.arm, question.indicator, side.name, runs)),
        );
    }
    sentences.extend(
        sides
            .iter()
            .map(|side| words::room(&side.curves, side.arm, question, side.name, runs))
            .filter(|words| !words.is_empty()),
    );
    sentences.extend(
        sides
            .iter()
            .filter_map(|side| words::own(side.own.as_ref()?, side.arm, question, side.name, runs)),
    );
    let size = Size::new(width, HEIGHT, sentences.join(" "));
    let drawing = drawn_over(&sides, size, question, years, letter(state.page.theme));
    let table = rows(&sides, question);
    let taken = numbers(&sides);
    html! {
        <section class="card hour-part reveal" aria-labelledby="reveal-title">
            <h2 id="reveal-title">{ text::OUTCOME }</h2>
            <div class="tools"><Choice id="reveal-question" label={text::GUESSED_ABOUT} options={questions()} value={chosen.to_string()} onchange={look} /></div>
            <h3>{ title }</h3>
            <p class="chart-name">{ question.info().name }{ ", " }{ question.info().unit }</p>
            <div class="chart" ref={node}>{ picture(&drawing) }</div>
            { for sentences.iter().map(|words| html! { <p key={words.clone()} class="hour-finding">{ words }</p> }) }
            <p class="hint">{ text::GUESSES_KEY }</p>
            <details>
                <summary>{ text::ROOM_TABLE }</summary>
                <div class="scroll" tabindex="0" role="region" aria-label={text::ROOM_TABLE}>
                    <table>
                        <thead><tr>{ for table.0.iter().map(|name| html! { <th key={name.clone()} scope="col">{ name }</th> }) }</tr></thead>
                        <tbody>{ for table.1.iter().enumerate().map(|(k, row)| html! { <tr key={k}>{ for row.iter().map(|cell| html! { <td>{ cell }</td> }) }</tr> }) }</tbody>
                    </table>
                </div>
                <TakeTable name={text::ROOM_TABLE} file="kith-guesses-and-run" table={Callback::from(move |()| taken.clone())} />
            </details>
        </section>
    }
}

/// The same unrounded, for files.
fn numbers(sides: &[Side]) -> (Vec<String>, Vec<Vec<String>>) {
    let headings = [
        "world",
        "year",
        "room lowest",
        "room middle",
        "room highest",
        "run",
        "run p05",
        "run p95",
    ]
    .map(str::to_owned)
    .to_vec();
    let mut rows = Vec::new();
    for side in sides {
        let spans = spans(&side.curves);
        for (year, spread) in side.arm.by_year.iter().enumerate() {
            let guessed = spans
                .get(year)
                .map(|span| [span.low, span.median, span.high].map(|value| value.to_string()))
                .unwrap_or_default();
            let happened = [spread.mean, spread.p05, spread.p95].map(|value| value.to_string());
            rows.push(
                [side.name.to_owned(), year.to_string()]
                    .into_iter()
                    .chain(guessed)
                    .chain(happened)
                    .collect(),
            );
        }
    }
    (headings, rows)
}

/// Only the middle of the guesses, as a line is drawn.
fn middle(spans: &[Span]) -> Vec<Spread> {
    spans
        .iter()
        .map(|span| Spread {
            mean: span.median,
            p05: span.low,
            p95: span.high,
        })
        .collect()
}

/// Names are larger in front of a room: `workshop.css` says how large.
fn letter(theme: Theme) -> f64 {
    if theme == Theme::Projector { 13.0 } else { 9.5 }
}

/// What happened over what was drawn.
fn drawn_over(sides: &[Side], size: Size, question: Question, years: u32, letter: f64) -> Drawing {
    let world = |side: &Side| Guessed {
        happened: Series::by_year(side.name, side.who, &side.arm.by_year),
        guesses: side.curves.clone(),
        middle: middle(&spans(&side.curves)),
        own: side.own.clone(),
    };
    let worlds: Vec<Guessed> = sides.iter().map(world).collect();
    let held = Extent::new(question.low, question.high());
    guessed(size, &worlds, years, held, letter)
}

/// Year by year: the room's spread beside the run's.
fn rows(sides: &[Side], question: Question) -> (Vec<String>, Vec<Vec<String>>) {
    let headings = [
        text::WORLD.text(),
        text::YEAR_HEAD.text(),
        text::LOWEST.text(),
        text::MIDDLE.text(),
        text::HIGHEST.text(),
        text::HAPPENED.text(),
        text::FROM.text(),
        text::TO.text(),
    ]
    .map(str::to_owned)
    .to_vec();
    let digits = question.info().digits;
    let mut rows = Vec::new();
    for side in sides {
        let spans = spans(&side.curves);
        for (year, spread) in side.arm.by_year.iter().enumerate() {
            let guessed = spans.get(year).map_or_else(
                || {
                    [
                        year.to_string(),
                        String::new(),
                        String::new(),
                        String::new(),
                    ]
                },
                |span| words::spread_row(year, span, digits),
            );
            let happened = [spread.mean, spread.p05, spread.p95].map(|value| plain(value, digits));
            rows.push(
                [side.name.to_owned()]
                    .into_iter()
                    .chain(guessed)
                    .chain(happened)
                    .collect(),
            );
        }
    }
    (headings, rows)
}
