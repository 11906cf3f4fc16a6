//! How two lives end, in sentences, and what the difference is made of in the model's own sum.

use super::clauses::{activity, part_words};
use super::when::{span, when};
use super::{Teller, listed};
use crate::analysis::lives::chain::{Chain, End};
use crate::charts::number::{plain, signed};
use crate::engine::mechanisms::wellbeing::Part;
use crate::indicators::life::Presence;
use std::fmt::Write;

/// The smallest difference that a person would notice. Unit: points of wellbeing.
const NOTICED: f64 = 0.5;
/// Parts of the difference that are named.
const PARTS: usize = 4;

/// The finding, for a title.
pub fn title(teller: &Teller<'_>, chain: &Chain) -> String {
    let [reference, alternative] = &chain.ends;
    match (reference.presence, alternative.presence) {
        (Presence::Here, Presence::Here) => {
            let gap = alternative.wellbeing - reference.wellbeing;
            match chain.apart {
                None => "Nothing differs between the two lives".to_owned(),
                Some(_) if gap.abs() < NOTICED => "The two lives end about alike".to_owned(),
                Some(_) => {
                    let better = teller.name(usize::from(gap > 0.0));
                    format!(
                        "This life ends better in {better}, by {} points of wellbeing",
                        plain(gap.abs(), 1)
                    )
                }
            }
        }
        (Presence::Here, gone) => format!(
            "In {} this life {} before the end",
            teller.name(1),
            gone_words(gone)
        ),
        (gone, Presence::Here) => format!(
            "In {} this life {} before the end",
            teller.name(0),
            gone_words(gone)
        ),
        _ if reference.month == alternative.month => {
            "Both lives here end in the same month".to_owned()
        }
        _ => "Both lives here end before the years are over".to_owned(),
    }
}

fn gone_words(presence: Presence) -> &'static str {
    if presence == Presence::Died {
        "ends by death"
    } else {
        "goes on elsewhere"
    }
}

/// Each life's end, then what the difference is made of.
pub fn sentences(teller: &Teller<'_>, chain: &Chain) -> Vec<String> {
    let mut sentences: Vec<String> = [0, 1]
        .map(|life| end(teller, life, &chain.ends[life]))
        .into();
    let [reference, alternative] = &chain.ends;
    if reference.presence == Presence::Here
        && alternative.presence == Presence::Here
        && chain.apart.is_some()
    {
        sentences.push(difference(teller, chain));
    }
    sentences
}

fn end(teller: &Teller<'_>, life: usize, end: &End) -> String {
    let p = &teller.pronouns;
    let friends = match end.close_friends {
        0 => "nobody to count on".to_owned(),
        1 => "one friend to count on".to_owned(),
        n => format!("{n} friends to count on"),
    };
    let lonely = if end.lonely { ", often lonely" } else { "" };
    let problems = match end.problems {
        0 => "no open problem".to_owned(),
        1 => "one open problem".to_owned(),
        n => format!("{n} open problems"),
    };
    let lived = match end.presence {
        Presence::Here => format!("after {}", span(teller.months())),
        Presence::Died => format!("when {} died in {}", p.they, when(end.month + 1)),
        Presence::Left => format!("when {} moved away in {}", p.they, when(end.month + 1)),
    };
    let mut words = format!(
        "In {}, {lived}: wellbeing {} of 10 over the last year, control {} of 100, {friends}{lonely}, {}, {problems}.",
        teller.name(life),
        plain(end.wellbeing, 1),
        plain(end.control * 100.0, 0),
        activity(
            end.activity,
            teller.two.followed.female,
            (u32::from(teller.two.followed.age_months) + end.month) / 12
        )
    );
    if end.unmet >= 1.0 {
        let _ = write!(
            words,
            " {} hours of support a week are given by nobody.",
            plain(end.unmet, 0)
        );
    }
    let times = |n: u32, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let _ = write!(
        words,
        " In all: {}, of which {} fitted; {}; {}; {} often lonely.",
        times(
            end.contacts,
            "contact about problems",
            "contacts about problems"
        ),
        end.fitted,
        times(end.attendances, "visit to A&E", "visits to A&E"),
        times(
            end.admissions,
            "emergency admission",
            "emergency admissions"
        ),
        times(end.lonely_months, "month", "months")
    );
    words
}

fn difference(teller: &Teller<'_>, chain: &Chain) -> String {
    let gap = chain.ends[1].wellbeing - chain.ends[0].wellbeing;
    let mut words = format!(
        "Over the last year wellbeing is {} points {} in {} than in {}",
        plain(gap.abs(), 1),
        if gap >= 0.0 { "higher" } else { "lower" },
        teller.name(1),
        teller.name(0)
    );
    if gap.abs() < 0.05 {
        "Over the last year wellbeing is the same in both, to a tenth of a point"
            .clone_into(&mut words);
    }
    let named: Vec<String> = chain
        .made_of
        .iter()
        .filter(|(_, points)| points.abs() >= 0.05)
        .take(PARTS)
        .map(|(part, points)| {
            format!(
                "{} {}",
                part_words(*part, &teller.pronouns),
                signed(*points, 1)
            )
        })
        .collect();
    if named.is_empty() {
        return words + ".";
    }
    let all: f64 = chain.made_of.iter().map(|(_, points)| points).sum();
    let told: f64 = chain
        .made_of
        .iter()
        .filter(|(_, points)| points.abs() >= 0.05)
        .take(PARTS)
        .map(|(_, points)| points)
        .sum();
    let rest = all - told;
    let small = if rest.abs() >= 0.05 {
        format!("; the rest {}", signed(rest, 1))
    } else {
        String::new()
    };
    let noted = if chain.made_of.iter().any(|(part, _)| *part == Part::Others) {
        " What friends and family add is what is left over."
    } else {
        ""
    };
    format!(
        "{words}. The model adds it up from: {}{small}.{noted}",
        listed(&named, false)
    )
}
