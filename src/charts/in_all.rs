//! A result in human size, in words: what it comes to in all of the real place.

use super::number::{plain, pounds_about};
use crate::analysis::verdict::{Verdict, Way, verdict};
use crate::ensemble::summary::Difference;
use crate::indicators::catalogue::DOING_WELL;
use crate::indicators::in_all::{self, InAll};
use crate::place::Whole;
use crate::scenario::Money;
use crate::words::findings as said;

/// A count that nobody should take for exact: two digits that mean something, and no more than
/// whole ones.
pub fn about(value: f64) -> f64 {
    let mut power = 1.0;
    while value.is_finite() && value.abs() >= 99.5 * power {
        power *= 10.0;
    }
    (value / power).round() * power
}

/// "about 235,000 people".
pub fn people(whole: &Whole) -> String {
    said::about_people(&plain(thousands(whole.residents()), 0))
}

/// Three digits that mean something: a population is known better than a result.
fn thousands(value: f64) -> f64 {
    if value < 10_000.0 {
        (value / 100.0).round() * 100.0
    } else {
        (value / 1_000.0).round() * 1_000.0
    }
}

/// Money for all in a year: "£9.4 million a year".
pub fn money(money: &Money, whole: &Whole) -> String {
    said::pounds_a_year(&pounds(money.pounds_per_head_year * whole.residents()))
}

/// Pounds to two digits that mean something.
fn pounds(value: f64) -> String {
    let text = pounds_about(about(value));
    // The last nought of "£9.40 million" and of "£12.0 million" means nothing.
    text.replace("0 ", " ").replace(". ", " ")
}

/// A count with its sign and what is counted: "+1,100 adults", "−£2.3 million a year".
pub fn amount(value: f64, of: &InAll) -> String {
    let sign = match about(value) {
        0.0 => "",
        less if less < 0.0 => "−",
        _ => "+",
    };
    let size = if of.is_money() {
        pounds(value.abs())
    } else {
        plain(about(value.abs()), 0)
    };
    format!("{sign}{size} {}", of.of)
}

/// What a difference comes to in all of a place, as a table has it; a dash where it cannot be
/// counted.
pub fn cell(value: f64, indicator: usize, whole: &Whole) -> String {
    match in_all::of(indicator).filter(|_| value.is_finite()) {
        Some(of) => {
            let amount = amount(of.count(value, whole), &of);
            if of.as_if {
                said::as_if(&amount)
            } else {
                amount
            }
        }
        None => "–".to_owned(),
    }
}

/// What a difference comes to in all of a place, as a sentence; nothing where it cannot be counted
/// or too few runs are in.
pub fn sentence(difference: &Difference, indicator: usize, whole: &Whole) -> Option<String> {
    let of = in_all::of(indicator)?;
    let count = |value: f64| of.count(value, whole);
    let (low, high) = (count(difference.interval.0), count(difference.interval.1));
    match verdict(difference, indicator) {
        Verdict::Nothing | Verdict::Same | Verdict::TooFew => None,
        Verdict::Unclear | Verdict::NoneThatMatters => {
            let say = if of.as_if {
                said::in_all_as_if_between
            } else {
                said::in_all_between
            };
            Some(say(&whole.name, &bare(low, &of), &amount(high, &of)))
        }
        Verdict::Clear(_) | Verdict::TooLittle(_) => {
            let say = if of.as_if {
                said::in_all_as_if_about
            } else {
                said::in_all_about
            };
            let mean = amount(count(difference.mean()), &of);
            Some(say(&whole.name, &mean, &bare(low, &of), &bare(high, &of)))
        }
    }
}

/// A count without what is counted.
fn bare(value: f64, of: &InAll) -> String {
    amount(value, of)
        .trim_end_matches(of.of)
        .trim_end()
        .to_owned()
}

/// What follows the headline, in human size: the place and its people, the money, and how many
/// adults more are doing well with whatever the headline says does better, with the ends of the
/// interval that the headline names.
pub fn headline(difference: &Difference, new_money: &Money, whole: &Whole) -> String {
    let money = money(new_money, whole);
    let people = plain(thousands(whole.residents()), 0);
    adults(difference, whole, &people, &money)
        .unwrap_or_else(|| said::in_all_money(&whole.name, &people, &money))
}

fn adults(difference: &Difference, whole: &Whole, people: &str, money: &str) -> Option<String> {
    let of = in_all::of(DOING_WELL)?;
    let count = |value: f64| of.count(value, whole);
    let number = |value: f64| plain(about(value), 0);
    let (low, high) = (count(difference.interval.0), count(difference.interval.1));
    match verdict(difference, DOING_WELL) {
        Verdict::Nothing | Verdict::Same | Verdict::TooFew => None,
        Verdict::Unclear | Verdict::NoneThatMatters => Some(said::in_all_adults_between(
            &whole.name,
            people,
            money,
            &bare(low, &of),
            &bare(high, &of),
        )),
        Verdict::Clear(way) | Verdict::TooLittle(way) => {
            let (low, high) = if way == Way::Better {
                (low, high)
            } else {
                (-high, -low)
            };
            let mean = number(count(difference.mean()).abs());
            Some(said::in_all_adults_more(
                &whole.name,
                people,
                money,
                &mean,
                &number(low),
                &number(high),
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::summary::of_runs;
    use crate::indicators::catalogue::{CRISIS_SPENDING, DIGNITY, LONELY, WELLBEING};
    use crate::place::profile::AGE_BANDS;

    fn trafford() -> Whole {
        Whole {
            name: "Trafford".to_owned(),
            ages: [13_056; AGE_BANDS],
            invented: 5_000,
        }
    }

    fn sixteen(mean: f64, spread: f64, indicator: usize) -> Difference {
        of_runs(
            (0..16)
                .map(|k| mean + if k % 2 == 0 { spread } else { -spread })
                .collect(),
            10,
            indicator,
        )
    }

    fn forty() -> Money {
        let mut money =
            crate::scenario::validate::parse(crate::scenario::bundled::scenarios()[0].1)
                .unwrap()
                .money;
        money.pounds_per_head_year = 40.0;
        money
    }

    #[test]
    fn counts_are_about_and_money_is_short() {
        assert_eq!(
            [0.4, 99.4, 1_149.0, -1_151.0, 94_999.0].map(about),
            [0.0, 99.0, 1_100.0, -1_200.0, 95_000.0]
        );
        assert_eq!(money(&forty(), &trafford()), "£9.4 million a year");
        assert_eq!(
            [1_000_000.0, 20_000_000.0, 12_340.0, 940.0].map(pounds),
            ["£1.0 million", "£20 million", "£12,000", "£940"]
        );
        assert_eq!(people(&trafford()), "about 235,000 people");
    }

    #[test]
    fn a_result_is_said_for_all_who_live_there() {
        let whole = trafford();
        let words =
            |mean: f64, spread: f64, k: usize| sentence(&sixteen(mean, spread, k), k, &whole);
        assert_eq!(
            words(0.6, 0.1, DOING_WELL).unwrap(),
            "In all of Trafford that is about +1,100 adults (90% interval +1,000 to +1,200)."
        );
        assert_eq!(
            words(-0.05, 1.0, LONELY).unwrap(),
            "In all of Trafford that is between −970 and +780 people."
        );
        assert_eq!(
            words(-9.0, 0.1, CRISIS_SPENDING).unwrap(),
            "In all of Trafford that is about −£2.1 million a year (90% interval −£2.1 million to −£2.1 million)."
        );
        let as_if = words(0.05, 0.001, WELLBEING).unwrap();
        assert!(
            as_if.starts_with(
                "In all of Trafford that is as if about +19,000 adults moved by half a point"
            ),
            "{as_if}"
        );
        assert_eq!(
            cell(-0.05, WELLBEING, &whole),
            "as if −19,000 adults moved by half a point"
        );
        assert_eq!(
            words(5.0, 0.1, DIGNITY),
            None,
            "a share of contacts, of which each world has its own number"
        );
        assert_eq!(
            sentence(&of_runs(vec![1.0; 7], 10, DOING_WELL), DOING_WELL, &whole),
            None,
            "seven runs say nothing"
        );
        assert_eq!(
            (cell(-0.6, DOING_WELL, &whole), cell(1.0, DIGNITY, &whole)),
            ("−1,100 adults".to_owned(), "–".to_owned())
        );
        assert_eq!(cell(0.0, DOING_WELL, &whole), "0 adults");
    }

    #[test]
    fn the_headline_is_followed_by_its_size_either_way() {
        let head = |mean: f64, spread: f64| {
            headline(&sixteen(mean, spread, DOING_WELL), &forty(), &trafford())
        };
        let better = "In all of Trafford (235,000 people): £9.4 million a year, about 1,100 more adults doing well (1,000 to 1,200).";
        assert_eq!(head(0.6, 0.1), better);
        assert_eq!(
            head(-0.6, 0.1),
            better,
            "more of them with the other arm, as the headline above it says"
        );
        assert!(
            head(0.05, 1.0).ends_with("between −760 and +940 adults doing well."),
            "{}",
            head(0.05, 1.0)
        );
        let few = of_runs(vec![1.0; 7], 10, DOING_WELL);
        assert_eq!(
            headline(&few, &forty(), &trafford()),
            "In all of Trafford (235,000 people): £9.4 million a year in each world."
        );
    }
}
