//! Who does better in how many plausible worlds, and what decides.

use super::about::{About, Setting};
use super::corner;
use super::estimates::percent;
use crate::analysis::digest::Shares;
use crate::analysis::robustness::{Answer, Decides, Rule, TIE, Winner};
use crate::charts::number::{plain, signed};
use crate::charts::why;
use crate::drawing::rows::{Row, Shown};
use crate::report::table::{Cell, Table, columns, number};
use crate::report::{Figure, Report, Words};
use crate::scenario::parameters::Parameters;
use crate::words::why as said;

/// What a page says of it: who does better in what share of worlds, in the order of the drawing of those shares, and what decides.
pub fn digest(found: &Shares, setting: &Setting) -> Report {
    let (ids, names) = (setting.ids(), setting.names());
    let row = |label: &str, share: f64| Row::of(label, Shown::bare(share * 100.0));
    let shares = [
        row(names.reference, found.wins(ids.reference)),
        row(said::NO_DIFFERENCE.text(), found.wins("tie")),
        row(names.alternative, found.wins(ids.alternative)),
    ];
    let deciders = found
        .decides
        .iter()
        .map(|(id, share)| row(&decider(id, setting), *share));
    let figure = |name, title, description, rows| {
        let subtitle = String::new();
        let words = Words {
            name,
            title,
            subtitle,
            description,
        };
        Figure::of_rows(words, rows)
    };
    let mut report = Report::of_rows(figure(
        "worlds",
        why::worlds_title(found, ids, names),
        why::worlds_sentence(found, ids, names),
        shares.to_vec(),
    ));
    report.drawings.push(figure(
        "decides",
        said::DECIDES.to_string(),
        String::new(),
        deciders.collect(),
    ));
    report
}

/// What an assumption is about, in words.
fn decider(id: &str, setting: &Setting) -> String {
    let registry = Parameters::registry();
    if let Some(info) = registry.into_iter().find(|info| info.id() == id) {
        return info.sentence.to_owned();
    }
    let effect = id
        .strip_prefix("approaches.")
        .and_then(|rest| rest.split_once('.'));
    let approaches = &setting.scenario.approaches;
    effect
        .and_then(|(approach, lever)| Some((approaches.iter().find(|a| a.id == approach)?, lever)))
        .map_or_else(
            || id.to_owned(),
            |(approach, lever)| said::effect_of(&approach.name, lever),
        )
}

/// All of it: sentences, every world, what decides, a tree to read it by, and where the alternative loses.
pub fn report(answer: &Answer, about: &About) -> Report {
    let found = digest(&Shares::of(answer.clone()), &about.setting());
    let mut sentences = found.sentences;
    sentences.extend(more(answer, about));
    let words = sentences.join(" ");
    let mut report = Report {
        sentences,
        tables: vec![worlds(answer), decides(answer), tree(answer)],
        drawings: deciding(answer, about, words).into_iter().collect(),
        ..Report::default()
    }
    .drawn(&about.notes());
    corner::add(answer, about, &mut report);
    report
}

/// What a page has no room for.
fn more(answer: &Answer, about: &About) -> Vec<String> {
    let [low, quarter, middle, three_quarters, high] =
        answer.quantiles.map(|value| signed(value, 2));
    let mut sentences = vec![format!(
        "The difference in adults doing well: half of the worlds from {quarter} to {three_quarters} percentage points, nine in ten from {low} to {high}, the middle one {middle}. A world has no difference that matters below {TIE} points or within its own interval, ± {} here.",
        plain(answer.margin, 2)
    )];
    match (&answer.wins_plausible, about.pair()) {
        (Some(wins), Some(pair)) => {
            let arms = &about.scenario.arms;
            let share = |arm: usize| percent(wins.get(&arms[arm].id).copied().unwrap_or(0.0));
            sentences.push(format!(
                "Among the {} worlds whose business as usual is still a place in England: “{}” does better in {}, “{}” in {}.",
                answer.plausible,
                arms[pair.alternative].name,
                share(pair.alternative),
                arms[pair.reference].name,
                share(pair.reference)
            ));
        }
        _ => sentences.push("No world keeps a plausible business as usual.".to_owned()),
    }
    if let Some(top) = answer.decides.first() {
        sentences.push(format!(
            "The assumption that decides most is {} ({} of what a forest explains; by chance alone each of {} numbers has about {}%). Few worlds cannot tell what decides.",
            top.parameter,
            percent(top.share),
            answer.parameters,
            plain(100.0 / answer.parameters.max(1) as f64, 1)
        ));
    }
    sentences
}

/// World by world: every number drawn and what came of it.
fn worlds(answer: &Answer) -> Table {
    let mut columns = columns! {
        "world" whole: "The world, counted from 0.";
        "difference" number "percentage points": "Adults doing well, alternative less reference: \
            mean over the world's replicates.";
        "winner" text: "alternative, reference or tie: a difference within its own interval, or \
            below what is worth having, is a tie.";
        "plausible" whole: "1 where business as usual is still a place in England.";
    };
    let registry = Parameters::registry();
    columns.extend(answer.factors.iter().map(|factor| {
        let info = registry.iter().find(|info| info.id() == factor.id);
        number(
            &factor.id,
            info.map_or("", |info| info.unit),
            info.map_or("The size of an approach's effect.", |info| info.sentence),
        )
    }));
    let mut table = Table::new(
        "worlds",
        "Worlds drawn from the ranges of all assumptions",
        columns,
    );
    for (k, world) in answer.worlds.iter().enumerate() {
        let winner = match world.winner {
            Winner::Alternative => "alternative",
            Winner::Reference => "reference",
            Winner::Tie => "tie",
        };
        let mut row: Vec<Cell> = vec![
            k.into(),
            world.difference.into(),
            winner.into(),
            world.plausible.into(),
        ];
        row.extend(
            answer
                .factors
                .iter()
                .zip(&world.point)
                .map(|(factor, share)| Cell::from(factor.at(*share))),
        );
        table.rows.push(row);
    }
    table
}

fn decides(answer: &Answer) -> Table {
    let columns = columns! {
        "parameter" text: "The assumption, or the effect of an approach.";
        "share" number "share": "Its share in what a forest of regression trees explains of the \
            difference.";
    };
    let mut table = Table::new(
        "decides",
        "Which assumptions decide the difference",
        columns,
    );
    table.rows = answer
        .decides
        .iter()
        .map(|found| vec![(&found.parameter).into(), found.share.into()])
        .collect();
    table
}

/// Mean differences, by what a small tree asks of the worlds.
fn tree(answer: &Answer) -> Table {
    let columns = columns! {
        "where" text: "What the worlds have in common.";
        "difference" number "percentage points": "Adults doing well: mean difference of these worlds.";
        "worlds" whole: "How many they are.";
    };
    let mut table = Table::new("tree", "A tree to read it by", columns);
    branches(&answer.tree, "", &mut table.rows);
    table
}

fn branches(rule: &Rule, at: &str, rows: &mut Vec<Vec<Cell>>) {
    match rule {
        Rule::Leaf { difference, worlds } => {
            rows.push(vec![at.into(), (*difference).into(), (*worlds).into()]);
        }
        Rule::Fork {
            parameter,
            threshold,
            below,
            above,
        } => {
            let and = if at.is_empty() { "" } else { ", " };
            let value = plain(*threshold, 3);
            for (side, rule) in [("<", below), ("≥", above)] {
                branches(rule, &format!("{at}{and}{parameter} {side} {value}"), rows);
            }
        }
    }
}

fn deciding(answer: &Answer, about: &About, description: String) -> Option<Figure> {
    let row = |found: &Decides| Row::of(&found.parameter, Shown::bare(found.share * 100.0));
    let words = Words {
        name: "decides",
        title: format!(
            "{} decides most of who does better",
            answer.decides.first()?.parameter
        ),
        subtitle: format!(
            "Shares of assumptions in the difference in adults doing well, {} worlds, {}",
            answer.draws,
            about.place_and_time()
        ),
        description,
    };
    let figure = Figure::of_rows(words, answer.decides.iter().map(row).collect());
    Some(figure.across("% of what a forest explains of the difference", &[]))
}
