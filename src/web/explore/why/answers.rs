//! The answers of the section Why as cards: a title that states the finding, a sentence, a chart, a table.

use super::super::super::parts::{TakeFigure, Whiskers};
use super::super::super::text::{self, why};
use super::block::Context;
use super::whiskers::table;
use crate::analysis::digest::{Interval, Shares};
use crate::analysis::verdict;
use crate::charts::number::plain;
use crate::charts::why as words;
use crate::drawing::rows::{Row, Shown};
use crate::protocol::Answer;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::Level;
use yew::prelude::*;

/// What levels add, alone and together.
pub fn levels(context: &Context, answer: &Answer) -> Html {
    let Answer::Levels(together) = answer else {
        return html! {};
    };
    let row = |name: String, mark| Row::doing_well(name, mark, together.replicates);
    let mut rows: Vec<Row> = Level::ALL
        .iter()
        .zip(&together.levels)
        .map(|(level, adds)| row(words::level(*level).to_owned(), *adds))
        .collect();
    rows.push(row(why::ALL_LEVELS.to_string(), together.all));
    rows.push(row(why::SURPLUS.to_string(), together.surplus));
    let pairs: Vec<Row> = together
        .pairs
        .iter()
        .map(|(one, other, pair)| {
            let name = |k: u8| {
                Level::ALL
                    .get(usize::from(k))
                    .map_or("", |level| words::level(*level))
            };
            row(why::pair(name(*one), &name(*other).to_lowercase()), *pair)
        })
        .collect();
    html! {
        <>
            { chart(context, "levels", words::together_title(together), words::together_sentence(together), &rows) }
            { table("pairs", why::PAIRS_SHORT.text(), why::PAIRS.text(), [why::MORE_TOGETHER.text(), ""], &pairs) }
        </>
    }
}

/// Which dimension did the work.
pub fn dimensions(context: &Context, answer: &Answer) -> Html {
    let Answer::Dimensions(split) = answer else {
        return html! {};
    };
    let row = |(id, part): &(String, _)| {
        Row::doing_well(words::part_name(id).to_owned(), *part, split.samples)
    };
    let rows = split.parts.iter().map(row).collect::<Vec<_>>();
    chart(
        context,
        "dimensions",
        words::split_title(split),
        words::split_sentence(split, context.compared.names),
        &rows,
    )
}

/// What kind of evidence carries the difference.
pub fn layers(context: &Context, answer: &Answer) -> Html {
    let Answer::Layers(layered) = answer else {
        return html! {};
    };
    let rows = layered.layers.iter().enumerate().map(|(k, layer)| {
        let with = if k == 0 {
            why::only_grade
        } else {
            why::and_grade
        };
        Row::doing_well(
            with(layer.up_to.words()),
            layer.difference,
            layered.replicates,
        )
    });
    chart(
        context,
        "layers",
        words::layers_title(layered),
        words::layers_sentence(layered),
        &rows.collect::<Vec<_>>(),
    )
}

/// In what share of plausible worlds who does better, and what decides.
pub fn worlds(context: &Context, answer: &Answer) -> Html {
    let Answer::Worlds(shares) = answer else {
        return html! {};
    };
    let (ids, names) = (context.compared.ids, context.compared.names);
    let sentence = words::worlds_sentence(shares, ids, names);
    html! {
        <>
            <h4>{ words::worlds_title(shares, ids, names) }</h4>
            <p class="sentence">{ sentence.clone() }</p>
            { bar(shares, context, sentence.clone()) }
            <TakeFigure title={words::worlds_title(shares, ids, names)} words={sentence} file="kith-why-worlds" />
            <p class="chart-name">{ why::DECIDES }</p>
            <ol class="decides">
                { for shares.decides.iter().map(|(id, share)| html! {
                    <li key={id.clone()}>{ decider(id, context) }{ " " }<span class="hint">{ plain(share * 100.0, 0) }{ "%" }</span></li>
                }) }
            </ol>
        </>
    }
}

/// One bar in three parts, each with its words.
fn bar(shares: &Shares, context: &Context, label: String) -> Html {
    let parts = [
        (
            "first",
            context.compared.names.reference,
            shares.wins(context.compared.ids.reference),
        ),
        ("tie", why::NO_DIFFERENCE.text(), shares.wins("tie")),
        (
            "second",
            context.compared.names.alternative,
            shares.wins(context.compared.ids.alternative),
        ),
    ];
    let mut from = 0.0;
    html! {
        <>
            <svg class="shares" width="100%" height="30" role="img" aria-label={label}>
                { for parts.iter().map(|(class, _, share)| {
                    let x = format!("{:.2}%", from * 100.0);
                    from += share;
                    html! { <rect key={*class} class={*class} {x} y="0" width={format!("{:.2}%", share * 100.0)} height="30" /> }
                }) }
            </svg>
            <ul class="legend" aria-hidden="true">
                { for parts.iter().map(|(class, name, share)| html! {
                    <li key={*class}><svg width="14" height="14" class="shares"><rect class={*class} width="14" height="14" /></svg>
                        <span>{ why::share_of_100(name, &plain(share * 100.0, 0)) }</span></li>
                }) }
            </ul>
        </>
    }
}

/// What an assumption is about, in words.
fn decider(id: &str, context: &Context) -> String {
    if let Some(info) = Parameters::registry()
        .into_iter()
        .find(|info| info.id() == id)
    {
        return info.sentence.to_owned();
    }
    let effect = id
        .strip_prefix("approaches.")
        .and_then(|rest| rest.split_once('.'));
    let approach = effect.and_then(|(approach, lever)| {
        Some((
            context
                .scenario
                .approaches
                .iter()
                .find(|a| a.id == approach)?,
            lever,
        ))
    });
    approach.map_or_else(
        || id.to_owned(),
        |(approach, lever)| why::effect_of(&approach.name, lever),
    )
}

/// What the pilots' own evaluation would say, and what was true.
pub fn evaluation(_context: &Context, answer: &Answer) -> Html {
    let Answer::Evaluation(published) = answer else {
        return html! {};
    };
    // Open problems: what most approaches are about.
    let outcome = 0;
    let rows: Vec<Row> = published
        .approaches
        .iter()
        .filter_map(|approach| {
            let figure = approach.figures.get(outcome)?;
            let shown = |interval: Interval| {
                let (runs, outcome) = (published.replicates, words::outcome(figure));
                let found = verdict::of_outcome(&interval, runs, outcome);
                Shown {
                    interval,
                    matters: found.is_clear(),
                }
            };
            let marks = vec![shown(figure.truth), shown(figure.published)];
            Some(Row {
                label: approach.name.clone(),
                marks,
            })
        })
        .collect();
    let sentence = words::evaluation_sentence(published, outcome);
    html! {
        <>
            <h4>{ words::evaluation_title(published, outcome) }</h4>
            <p class="sentence">{ sentence.clone() }</p>
            <details>
                <summary>{ why::CHART }</summary>
                <p class="chart-name">{ why::EVALUATION_UNIT }</p>
                <Whiskers rows={rows.clone()} label={sentence.clone()} />
                <TakeFigure title={words::evaluation_title(published, outcome)} subtitle={why::EVALUATION_UNIT} words={sentence} file="kith-why-evaluation" />
                { table("evaluation", text::NUMBERS.text(), why::EVALUATION_UNIT.text(), [why::TRUE.text(), why::PUBLISHED.text()], &rows) }
            </details>
        </>
    }
}

fn chart(
    context: &Context,
    id: &'static str,
    title: String,
    sentence: String,
    rows: &[Row],
) -> Html {
    let unit = unit(context);
    html! {
        <>
            <h4>{ &title }</h4>
            <p class="sentence">{ sentence.clone() }</p>
            <p class="chart-name">{ unit.clone() }</p>
            <Whiskers rows={rows.to_vec()} label={sentence.clone()} />
            <TakeFigure {title} subtitle={unit.clone()} words={sentence} file={format!("kith-why-{id}")} />
            { table(id, text::NUMBERS.text(), &unit, [why::POINTS.text(), ""], rows) }
        </>
    }
}

/// Measure, unit, place and time of all charts but those of the evaluation.
pub fn unit(context: &Context) -> String {
    why::unit(context.place, context.scenario.years)
}
