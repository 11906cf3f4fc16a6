//! The tables of the model's description, made from the registries that the model itself reads, and a document filled
//! with them. Knows no file: text comes in and goes out.
//!
//! A document marks where a table stands: `<!-- generated: indicators -->`, the table, `<!-- end -->`.

mod evidence;
mod markdown;

use crate::analysis::patterns::PATTERNS;
use crate::engine::ledger::{Account, Side};
use crate::engine::schedule::MONTH;
use crate::indicators::catalogue::CATALOGUE;
use crate::indicators::sizes::CONVENTION;
use crate::questions;
use crate::scenario::EventKind;
use crate::scenario::approaches::{Approach, Lever, Scope};
use crate::scenario::bundled;
use crate::scenario::parameters::{Grade, ParameterInfo, Parameters};
use crate::scenario::rainbow::{BANDS, band};
use crate::scenario::sources::ASSUMPTION;
use crate::scenario::strategy::{DIMENSIONS, Level, PRESETS, Preset};
use markdown::{code, table};
use std::fmt::Write as _;

const OPENS: &str = "<!-- generated: ";
const CLOSES: &str = "<!-- end -->";

/// Every grade, the best evidenced first.
const GRADES: [Grade; 4] = [
    Grade::Well,
    Grade::Partly,
    Grade::Disputed,
    Grade::Speculative,
];

/// The table of a name, as Markdown, or none when no table has that name.
///
/// Names: `mechanisms`, `month`, `questions`, `parameters` and a mechanism (`parameters demography`), `couplings`, `grades`, `indicators`, `sizes`,
/// `approaches`, `effects`, `levers`, `accounts`, `dimensions`, `presets`, `each preset` (a section each), `events`, `patterns`,
/// `each group of parameters` (a section each), `sources` and an area (`sources costs`), `bibliography`.
pub fn section(name: &str) -> Option<String> {
    if let Some(mechanism) = name.strip_prefix("parameters ") {
        return parameters(mechanism);
    }
    if let Some(area) = name.strip_prefix("sources ") {
        return evidence::area(area);
    }
    Some(match name {
        "mechanisms" => mechanisms(),
        "month" => month(),
        "questions" => questions(),
        "couplings" => return parameters("couplings"),
        "grades" => grades(),
        "indicators" => indicators(),
        "sizes" => sizes(),
        "approaches" => approaches(&bundled::approaches().ok()?),
        "effects" => effects(&bundled::approaches().ok()?),
        "levers" => levers(),
        "accounts" => accounts(),
        "dimensions" => dimensions(),
        "presets" => presets(),
        "each preset" => each_preset(),
        "each group of parameters" => each_group(),
        "bibliography" => return evidence::bibliography(),
        "events" => events(),
        "patterns" => patterns(),
        _ => return None,
    })
}

/// A document with every marked table made anew; what stands between markers is replaced, all else stays.
///
/// Errors: a marker with an unknown name, one that is not closed, one that closes nothing; each with its line.
pub fn fill(document: &str) -> Result<String, String> {
    let mut filled = String::with_capacity(document.len());
    let mut open: Option<usize> = None;
    for (line, text) in document.lines().enumerate().map(|(k, text)| (k + 1, text)) {
        if let Some(rest) = text.trim().strip_prefix(OPENS) {
            if let Some(before) = open {
                return Err(format!(
                    "line {line}: a table begins before the one of line {before} ends; expected {CLOSES}"
                ));
            }
            let name = rest
                .strip_suffix("-->")
                .ok_or_else(|| format!("line {line}: the marker does not end in -->"))?
                .trim();
            let table = section(name)
                .ok_or_else(|| format!("line {line}: there is no table \"{name}\""))?;
            let _ = write!(filled, "{text}\n\n{table}\n");
            open = Some(line);
        } else if text.trim() == CLOSES {
            if open.take().is_none() {
                return Err(format!("line {line}: {CLOSES} closes nothing"));
            }
            let _ = writeln!(filled, "{text}");
        } else if open.is_none() {
            let _ = writeln!(filled, "{text}");
        }
    }
    match open {
        Some(line) => Err(format!(
            "line {line}: the table that begins here does not end; expected {CLOSES}"
        )),
        None => Ok(filled),
    }
}

/// Every source id that the registry of parameters and the catalogues of approaches and indicators cite, sorted, each once.
pub fn sources() -> Vec<String> {
    let mut ids: Vec<String> = Parameters::registry()
        .iter()
        .map(|info| info.source.to_owned())
        .collect();
    ids.extend(
        bundled::approaches()
            .unwrap_or_default()
            .into_iter()
            .map(|approach| approach.source),
    );
    ids.extend(
        CATALOGUE
            .iter()
            .map(|indicator| indicator.worthwhile.source.to_owned()),
    );
    ids.retain(|id| id != ASSUMPTION && id != CONVENTION);
    ids.sort();
    ids.dedup();
    ids
}

fn mechanisms() -> String {
    let rows = MONTH.iter().enumerate().map(|(order, m)| {
        [
            (order + 1).to_string(),
            code(m.id),
            m.sentence.to_owned(),
            m.grade.words().to_owned(),
        ]
    });
    table("order | mechanism | what it does | evidence", rows)
}

/// What can be asked about what is behind a difference.
fn questions() -> String {
    let rows = questions::ALL.iter().map(|question| {
        let questions::Size {
            people,
            years,
            replicates,
        } = question.usual;
        let size = format!("{people} people, {years} years, {replicates} replicates");
        [
            question.asks.to_owned(),
            format!("{}.", question.sentence),
            question.how.to_owned(),
            format!("`kith ask {}`", question.id),
            size,
        ]
    });
    table(
        "question | what an answer tells | how it is answered | command | usual size",
        rows,
    )
}

/// What each mechanism touches.
fn month() -> String {
    let rows = MONTH.iter().map(|m| {
        let draws: Vec<String> = m.draws.iter().map(|stream| format!("{stream:?}")).collect();
        [
            code(m.id),
            m.reads.to_owned(),
            m.changes.to_owned(),
            draws.join(", "),
        ]
    });
    table(
        "mechanism | its files name | it may change | it draws from",
        rows,
    )
}

fn parameters(mechanism: &str) -> Option<String> {
    let registry = Parameters::registry();
    let rows: Vec<_> = registry
        .iter()
        .filter(|info| info.mechanism == mechanism)
        .map(|info| parameter(info))
        .collect();
    (!rows.is_empty()).then(|| {
        table(
            "parameter | meaning | value | range | unit | source | evidence",
            rows,
        )
    })
}

/// A section with its table for every group of the registry.
fn each_group() -> String {
    let mut groups: Vec<&str> = Parameters::registry()
        .iter()
        .map(|info| info.mechanism)
        .collect();
    groups.dedup();
    let sections = groups
        .into_iter()
        .filter_map(|group| Some(format!("## {group}\n\n{}", parameters(group)?)));
    sections.collect::<Vec<_>>().join("\n")
}

fn parameter(info: &ParameterInfo) -> [String; 7] {
    [
        code(info.field),
        info.sentence.to_owned(),
        info.default.to_string(),
        format!("{} to {}", info.low, info.high),
        info.unit.to_owned(),
        info.source.to_owned(),
        info.grade.words().to_owned(),
    ]
}

/// How many parameters of each mechanism have each grade, and how many rest on nothing but judgement.
fn grades() -> String {
    let registry = Parameters::registry();
    let counted: Vec<&ParameterInfo> = registry
        .into_iter()
        .filter(|info| info.mechanism != "mechanisms")
        .collect();
    let mut groups: Vec<&str> = counted.iter().map(|info| info.mechanism).collect();
    groups.dedup();
    let row = |name: String, of: &dyn Fn(&ParameterInfo) -> bool| {
        let count = |also: &dyn Fn(&ParameterInfo) -> bool| {
            let counted = counted.iter().filter(|info| of(info) && also(info));
            counted.count().to_string()
        };
        let mut row = vec![name, count(&|_| true)];
        row.extend(GRADES.map(|grade| count(&|info| info.grade == grade)));
        row.push(count(&|info| info.source == ASSUMPTION));
        row
    };
    let mut rows: Vec<_> = groups
        .iter()
        .map(|group| row(code(group), &|info| info.mechanism == *group))
        .collect();
    rows.push(row("all".to_owned(), &|_| true));
    let grades = GRADES.map(Grade::words).join(" | ");
    let headings = format!("group | parameters | {grades} | of these, source \"assumption\"");
    table(&headings, rows)
}

fn indicators() -> String {
    let rows = CATALOGUE.iter().map(|i| {
        let better = i.better.word();
        [
            code(i.id),
            i.name.to_owned(),
            i.sentence.to_owned(),
            i.unit.to_owned(),
            better.to_owned(),
            i.kind.words().to_owned(),
        ]
    });
    table(
        "indicator | name | what is counted, out of what | unit | better | about",
        rows,
    )
}

/// The two sizes that a change of each indicator is judged by.
fn sizes() -> String {
    let rows = CATALOGUE.iter().map(|i| {
        let noticed = i.noticed.map_or_else(|| "–".to_owned(), |n| n.words());
        let why = i
            .noticed
            .map_or_else(String::new, |n| format!("Noticed: {} ", n.why));
        let of = &i.worthwhile;
        let in_all = i.in_all.map_or_else(|| "–".to_owned(), |of| of.unit());
        [
            code(i.id),
            noticed,
            format!("{} {}", of.size, i.unit),
            in_all,
            of.source.to_owned(),
            format!("{why}Worth having: {}", of.why),
        ]
    });
    let headings = "indicator | noticed by a person | worth having for a place | counted in all of a place as | source of what is worth having | why";
    table(headings, rows)
}

fn approaches(catalogue: &[Approach]) -> String {
    let rows = Level::ALL
        .into_iter()
        .flat_map(|level| catalogue.iter().filter(move |a| a.level == level))
        .map(|a| {
            [
                a.name.clone(),
                a.level.id().to_owned(),
                BANDS[band(a.stage)].name.to_lowercase(),
                a.tier.id().to_owned(),
                a.spreads.id().to_owned(),
                a.eligible.words().to_owned(),
                format!("{} a {}", a.unit_cost_pounds, a.eligible.unit()),
                a.set_up_pounds.to_string(),
                a.ramp_months.to_string(),
                format!("{:.0} %", f64::from(a.max_reach) * 100.0),
                a.source.clone(),
                a.grade.words().to_owned(),
            ]
        });
    let headings = "approach | level | on the rainbow | decided on | spreads by | for | running cost, £ a year | set-up, £ per 1,000 residents | months to full delivery | reaches at most | source | evidence";
    table(headings, rows)
}

fn effects(catalogue: &[Approach]) -> String {
    let rows = catalogue
        .iter()
        .flat_map(|a| a.effects.iter().map(move |e| (a, e)))
        .map(|(a, e)| {
            [
                a.name.clone(),
                code(e.lever.id()),
                e.size.to_string(),
                format!("{} to {}", e.low, e.high),
                e.lever.unit().to_owned(),
            ]
        });
    table("approach | lever | size | range | unit", rows)
}

fn levers() -> String {
    let rows = Lever::ALL.iter().map(|lever| {
        let scope = match lever.scope() {
            Scope::People => "some of the eligible, in full",
            Scope::Community => "everybody in a neighbourhood",
        };
        [
            code(lever.id()),
            lever.sentence().to_owned(),
            scope.to_owned(),
            lever.unit().to_owned(),
        ]
    });
    table("lever | what moving it means | reaches | unit", rows)
}

fn accounts() -> String {
    let rows = Account::ALL.iter().map(|account| {
        let side = if account.side() == Side::Source {
            "source"
        } else {
            "use"
        };
        [
            code(account.id()),
            side.to_owned(),
            account.sentence().to_owned(),
        ]
    });
    table("account | side | what it is", rows)
}

fn dimensions() -> String {
    let rows = DIMENSIONS.iter().map(|d| {
        let range = format!("{} to {} {}", d.low, d.high, d.unit);
        [
            d.name.to_owned(),
            d.sentence.to_owned(),
            d.low_end.to_owned(),
            d.high_end.to_owned(),
            range,
            d.source.to_owned(),
        ]
    });
    table(
        "dimension | what it is | low end | high end | range | source of the contrast",
        rows,
    )
}

/// What a preset has in a dimension.
fn value(preset: &Preset, id: &str) -> String {
    if id == "levels" {
        let funded: Vec<String> = Level::ALL
            .iter()
            .zip(preset.design.levels)
            .filter(|(_, w)| *w > 0.0)
            .map(|(l, w)| format!("{} {w}", l.id()))
            .collect();
        funded.join(", ")
    } else {
        preset
            .design
            .get(id)
            .map_or_else(String::new, |value| value.to_string())
    }
}

/// A section with its table for every preset.
fn each_preset() -> String {
    let sections = PRESETS.iter().map(|preset| {
        let mut rows: Vec<_> = DIMENSIONS
            .iter()
            .map(|d| [d.name.to_owned(), value(preset, d.id), d.unit.to_owned()])
            .collect();
        rows.push([
            "Budget".to_owned(),
            preset.budget.to_string(),
            "of the investment".to_owned(),
        ]);
        rows.push(["Buys".to_owned(), buys(preset), String::new()]);
        format!(
            "## {}\n\n`{}` · {}\n\n{}",
            preset.name,
            preset.id,
            preset.sentence,
            table("dimension | value | unit", rows)
        )
    });
    sections.collect::<Vec<_>>().join("\n")
}

fn presets() -> String {
    let headings = "preset | what it is | levels | area | horizon | growth | adaptation | power | core shift | budget | buys";
    let rows = PRESETS.iter().map(|preset| {
        let mut row = [preset.name, preset.sentence].map(str::to_owned).to_vec();
        row.extend(DIMENSIONS.map(|dimension| value(preset, dimension.id)));
        row.extend([preset.budget.to_string(), buys(preset)]);
        row
    });
    table(headings, rows)
}

/// What the money of a preset buys.
fn buys(preset: &Preset) -> String {
    let tiers: Vec<&str> = preset.tiers.iter().map(|tier| tier.id()).collect();
    match (preset.buys_approaches, preset.approaches.is_empty()) {
        (false, _) => "more of today's services".to_owned(),
        (true, true) => format!("approaches of the funded levels, {}", tiers.join(" and ")),
        (true, false) => preset.approaches.join(", "),
    }
}

fn events() -> String {
    table(
        "event | what happens",
        EventKind::ALL.map(|(_, id, sentence)| [code(id), sentence.to_owned()]),
    )
}

/// Every pattern that `kith check patterns` measures, a row a measure.
fn patterns() -> String {
    let rows = PATTERNS.iter().flat_map(|pattern| {
        pattern
            .measures
            .iter()
            .enumerate()
            .map(move |(k, measure)| {
                let first = |text: String| if k == 0 { text } else { String::new() };
                [
                    first(pattern.id.to_string()),
                    first(pattern.name.to_owned()),
                    measure.name.to_owned(),
                    format!("{} to {}", measure.low, measure.high),
                    measure.unit.to_owned(),
                    first(pattern.how.to_owned()),
                    first(pattern.sources.join(", ")),
                ]
            })
    });
    table(
        "# | pattern | measure | band | unit | how it is measured | sources",
        rows,
    )
}

#[cfg(test)]
mod tests;
