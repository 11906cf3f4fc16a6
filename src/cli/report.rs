//! The comparison as a page of text: one plain sentence first, then tables, then the money and what this is not.
//!
//! The same ensemble gives the same text to the byte: no clock, no terminal.

use super::{numbers, terminal};
use crate::analysis::findings;
use crate::analysis::plausible;
use crate::analysis::verdict::{self, Verdict, verdict};
use crate::answers::about::Setting;
use crate::answers::{layers, worlds};
use crate::charts::finding::first_sentence;
use crate::charts::in_all;
use crate::charts::number::plain;
use crate::charts::why::LUCK_IS_NOT_ALL;
use crate::charts::words::{self, years_words};
use crate::ensemble::Ensemble;
use crate::ensemble::pair::{Names, Pair};
use crate::ensemble::summary::{self, Difference, Spread};
use crate::export::comparison::MoneyCheck;
use crate::export::manifest::CAVEAT;
use crate::indicators::catalogue::{self, Better, CATALOGUE, DOING_WELL, Kind, STILL_DELIVERED};
use crate::place::{Place, Whole};
use crate::scenario::parameters::beyond::mark;
use crate::scenario::{Scenario, validate};
use std::fmt::Write as _;

/// The whole page.
pub fn text(scenario: &Scenario, place: &Place, ensemble: &Ensemble) -> String {
    let people = numbers::count(place.persons.len() as u64);
    let (years, replicates) = (years_words(scenario.years as usize), ensemble.len());
    let mut text = format!(
        "{}\n{}: {people} invented people, {years}, {replicates} replicates, seed {}\n\n",
        scenario.name, place.name, scenario.seed
    );
    if let Some(mark) = mark(&scenario.parameters.beyond()) {
        text.insert_str(text.len() - 1, &format!("{mark}\n"));
    }
    // Writing to a String cannot fail, here and below.
    let whole = Whole::of(place);
    let _ = writeln!(
        text,
        "{}\n{}\n",
        headline(scenario, &place.name, ensemble),
        human_size(scenario, &whole, ensemble)
    );
    for (title, kind) in [
        ("People's lives", Kind::People),
        ("What the place becomes", Kind::Place),
        ("What the system does", Kind::System),
    ] {
        let _ = writeln!(
            text,
            "{title}\n{}\n",
            table(scenario, &whole, ensemble, kind)
        );
    }
    if let Some(words) = sureness(scenario) {
        let _ = writeln!(text, "{words}\n");
    }
    if let Some(words) = doubts(scenario, ensemble) {
        let _ = writeln!(text, "{words}\n");
    }
    let _ = writeln!(text, "{}", how_to_read(scenario));
    let _ = writeln!(text, "{}", money(scenario, ensemble));
    let _ = writeln!(
        text,
        "scenario {} · fingerprint {} · kith {}",
        validate::hash(scenario),
        ensemble.fingerprint(),
        env!("CARGO_PKG_VERSION")
    );
    let _ = writeln!(text, "{CAVEAT}");
    text
}

/// How sure the headline is, where that was asked beforehand.
fn sureness(scenario: &Scenario) -> Option<String> {
    let findings = findings::bundled().filter(|findings| findings.are_about(scenario))?;
    let setting = Setting {
        scenario,
        place: "",
    };
    let worlds = worlds::digest(&findings.robustness, &setting).sentences;
    let layers = layers::digest(&findings.layered(), &setting).sentences;
    Some(format!(
        "{LUCK_IS_NOT_ALL} {}\n{}",
        worlds.join(" "),
        layers.join(" ")
    ))
}

/// Plainly who does better, or that nobody does.
fn headline(scenario: &Scenario, place: &str, ensemble: &Ensemble) -> String {
    let Some(pair) = Pair::of(scenario) else {
        return "One arm alone: there is nothing to compare it with.".to_owned();
    };
    let differences: Vec<Difference> = (0..CATALOGUE.len())
        .map(|k| summary::compared(scenario, ensemble, pair, k))
        .collect();
    let Names {
        reference,
        alternative,
    } = pair.names(scenario);
    if differences
        .iter()
        .all(|d| d.runs.iter().all(|run| *run == 0.0))
    {
        return format!(
            "No difference at all: every indicator of \"{alternative}\" equals that of \"{reference}\" to the bit."
        );
    }
    let (main, names) = (&differences[DOING_WELL], pair.names(scenario));
    let mut sentences = vec![
        first_sentence(
            |outcome| differences.get(outcome),
            names,
            place,
            scenario.replicates,
        )
        .unwrap_or_default(),
        words::sentence(main, DOING_WELL, names),
    ];
    if main.replicates >= verdict::FEWEST {
        sentences.push(counted(&differences));
    }
    sentences.join("\n")
}

/// On how many indicators of people's lives the alternative does better, worse, or neither.
fn counted(differences: &[Difference]) -> String {
    let of_lives = CATALOGUE
        .iter()
        .enumerate()
        .filter(|(_, info)| info.kind == Kind::People);
    let found: Vec<Verdict> = of_lives.map(|(k, _)| verdict(&differences[k], k)).collect();
    let count = |is: &dyn Fn(&Verdict) -> bool| found.iter().filter(|verdict| is(verdict)).count();
    let (better, worse) = (count(&|v| v.is_better()), count(&|v| v.is_worse()));
    let little = count(&|v| {
        matches!(
            v,
            Verdict::TooLittle(_) | Verdict::NoneThatMatters | Verdict::Same
        )
    });
    format!(
        "Of {} indicators of people's lives it is better on {better} and worse on {worse}; {little} differ by too little to matter, \
         and {} show no clear difference.",
        found.len(),
        found.len() - better - worse - little
    )
}

/// What lies beyond what controlled studies have seen, or nothing.
fn doubts(scenario: &Scenario, ensemble: &Ensemble) -> Option<String> {
    let pair = Pair::of(scenario)?;
    let level = summary::arm(ensemble, pair.reference as u32, plausible::INDICATOR).by_year;
    let level: Vec<f64> = level.iter().map(|spread| spread.mean).collect();
    let difference = summary::difference(ensemble, pair, plausible::INDICATOR);
    plausible::words(plausible::Admissions {
        reference: &level,
        difference: &difference,
    })
}

fn interval(indicator: usize, difference: &Difference) -> String {
    let show = |value| numbers::difference(&CATALOGUE[indicator], value);
    format!(
        "{} to {}",
        show(difference.interval.0),
        show(difference.interval.1)
    )
}

/// The headline for all who really live there.
fn human_size(scenario: &Scenario, whole: &Whole, ensemble: &Ensemble) -> String {
    match Pair::of(scenario) {
        None => format!("All of {}: {}.", whole.name, in_all::people(whole)),
        Some(pair) => {
            let difference = summary::compared(scenario, ensemble, pair, DOING_WELL);
            in_all::headline(&difference, &scenario.money, whole)
        }
    }
}

fn table(scenario: &Scenario, whole: &Whole, ensemble: &Ensemble, kind: Kind) -> String {
    let mut rows = Vec::new();
    let pair = Pair::of(scenario);
    let mut header = vec!["Indicator".to_owned(), "Start".to_owned()];
    header.extend(scenario.arms.iter().map(|arm| in_short_lines(&arm.id)));
    if pair.is_some() {
        header.extend(["Difference", "90 % interval", "Ahead in", "Verdict"].map(str::to_owned));
        header.push(in_lines(&format!("In all of {}", whole.name), ' ', 20));
    }
    for (k, info) in CATALOGUE
        .iter()
        .enumerate()
        .filter(|(_, info)| info.kind == kind)
    {
        let courses: Vec<Vec<Spread>> = (0..scenario.arms.len())
            .map(|arm| summary::arm(ensemble, arm as u32, k).by_year)
            .collect();
        let mean = |spread: Option<&Spread>| {
            spread.map_or("–".to_owned(), |s| numbers::of(info, s.mean))
        };
        let mut row = vec![
            format!("{}, {}", info.name, info.unit),
            mean(courses.first().and_then(|course| course.first())),
        ];
        // Where arms are compared before the end, the levels beside the difference are those of that year.
        let read = catalogue::year_read(k, scenario) as usize;
        row.extend(
            courses
                .iter()
                .map(|course| mean(course.get(read).or(course.last()))),
        );
        if let Some(pair) = pair {
            let difference = summary::compared(scenario, ensemble, pair, k);
            let ahead = match info.better {
                Better::Neither => "–".to_owned(),
                _ => format!(
                    "{} of {}",
                    difference.alternative_better, difference.replicates
                ),
            };
            let words = in_lines(verdict(&difference, k).words(), ' ', 20);
            let all = in_lines(&in_all::cell(difference.mean(), k, whole), ' ', 20);
            row.extend([
                numbers::difference(info, difference.mean()),
                interval(k, &difference),
                ahead,
                words,
                all,
            ]);
        }
        rows.push(row);
    }
    terminal::table(&header, rows)
}

/// An id broken after its hyphens into lines of about ten characters, so that columns stay narrow.
fn in_short_lines(id: &str) -> String {
    in_lines(id, '-', 10)
}

/// Words broken after a character into lines of about so many characters.
fn in_lines(words: &str, after: char, width: usize) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for piece in words.split_inclusive(after) {
        match lines.last_mut() {
            Some(line)
                if line.is_empty() || line.chars().count() + piece.chars().count() <= width =>
            {
                line.push_str(piece);
            }
            _ => lines.push(piece.to_owned()),
        }
    }
    lines.join("\n")
}

fn how_to_read(scenario: &Scenario) -> String {
    let Some(pair) = Pair::of(scenario) else {
        return "Start: the year before the arms branch.".to_owned();
    };
    let Names {
        reference,
        alternative,
    } = pair.ids(scenario);
    let (fewest, chance) = (verdict::FEWEST, verdict::chance_words(CATALOGUE.len()));
    let funded = catalogue::year_read(STILL_DELIVERED, scenario);
    let delivered = if funded < scenario.years {
        format!(
            "\n{} is compared in year {funded}, the last with new money.",
            CATALOGUE[STILL_DELIVERED].name
        )
    } else {
        String::new()
    };
    format!(
        "Start: the year before the arms branch; then year {} of each arm. Means over replicates.{delivered}\n\
         \"Difference\": {alternative} less {reference}, paired: the same people, the same luck. \"Ahead in\": replicates in which {alternative} is \
         ahead,\nby however little. \"Verdict\", of {alternative}: better or worse when the 90 % interval of the mean difference leaves out 0 and the mean \
         comes to what is\nworth having (kith describe indicators); none under {fewest} replicates. {chance}",
        scenario.years
    )
}

/// The same money, year by year, or where it is not.
fn money(scenario: &Scenario, ensemble: &Ensemble) -> String {
    let check = MoneyCheck::of(ensemble);
    let place = |(arm, year, replicate): (u32, usize, u32)| {
        let id = scenario
            .arms
            .get(arm as usize)
            .map_or("?", |arm| arm.id.as_str());
        format!("{id}, year {}, replicate {replicate}", year + 1)
    };
    if check.investment.is_empty() {
        return "Money: no ledger was kept, so nothing can be said of it.".to_owned();
    }
    let by_year = match check.investment.as_slice() {
        [first, rest @ ..] if rest.iter().all(|year| year == first) => {
            format!("{} every year", numbers::money(*first))
        }
        years => years
            .iter()
            .enumerate()
            .map(|(k, p)| format!("year {}: {}", k + 1, numbers::money(*p)))
            .collect::<Vec<_>>()
            .join(", "),
    };
    let same = match check.unequal {
        None => format!("Same money in every arm, to the penny: {by_year}."),
        Some(found) if same_budgets(scenario) => format!(
            "NOT THE SAME MONEY: it differs first in {}. First arm: {by_year}.",
            place(found)
        ),
        Some(_) => format!(
            "NOT THE SAME MONEY, as the scenario has it: {}. First arm: {by_year}.",
            budgets(scenario)
        ),
    };
    let balanced = match check.unbalanced {
        None => "Sources equal uses in every arm, year and replicate.".to_owned(),
        Some(found) => format!("SOURCES DO NOT EQUAL USES, first in {}.", place(found)),
    };
    format!("{same} {balanced}")
}

/// Whether every arm is meant to spend the same.
fn same_budgets(scenario: &Scenario) -> bool {
    scenario
        .arms
        .windows(2)
        .all(|arms| arms[0].budget == arms[1].budget)
}

/// What share of the investment each arm spends.
fn budgets(scenario: &Scenario) -> String {
    let share = |arm: &crate::scenario::Arm| {
        let share = plain(arm.budget.abs() * 100.0, 0);
        if arm.budget < 0.0 {
            format!(
                "{} takes {share} % of the investment out of today's services",
                arm.id
            )
        } else {
            format!("{} spends {share} %", arm.id)
        }
    };
    scenario
        .arms
        .iter()
        .map(share)
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests;
