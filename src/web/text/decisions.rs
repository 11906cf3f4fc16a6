//! The words of the two strategies, of decisions in time and of the money, where they follow from
//! what is chosen.

use crate::charts::number::plain;
use crate::charts::words::lower_first;
use crate::scenario::sources::ASSUMPTION;
use crate::session::spending::Flow;

pub(crate) use crate::words::decisions::*;

/// The name of a side of the money.
pub fn flow(flow: Flow) -> &'static str {
    let words = match flow {
        Flow::NewMoney => FLOW_NEW_MONEY,
        Flow::WhoPays => FLOW_WHO_PAYS,
        Flow::WhoGains => FLOW_WHO_GAINS,
    };
    words.text()
}

/// The text alternative of one world's bars.
pub fn bars(flow: Flow, name: &str, parts: &[(&str, String)]) -> String {
    let said: Vec<String> = parts
        .iter()
        .map(|(part, pounds)| bar(&lower_first(part), pounds))
        .collect();
    bars_of(name, self::flow(flow), &said.join(", "))
}

/// A mean with its band, or alone where every re-run has the same.
pub fn with_band(mean: &str, low: &str, high: &str) -> String {
    if low == high {
        mean.to_owned()
    } else {
        mean_with_band(mean, low, high)
    }
}

/// Of how many approaches an arm chooses.
pub fn chooses(count: usize, of: usize, own: bool) -> String {
    if own {
        chooses_own(count, of)
    } else if count == of {
        chooses_all(of)
    } else {
        chooses_its_kind(count)
    }
}

/// What switches an approach for a world.
pub fn may_buy(approach: &str, name: &str, funded: bool) -> String {
    let say = if funded { buys } else { buys_without_money };
    say(name, &lower_first(approach))
}

/// A button that takes one change out of a decision.
pub fn leave(dimension: &str) -> String {
    leave_dimension(&lower_first(dimension))
}

/// How long something lasts when nobody says.
pub fn lasts_usual(pandemic: bool) -> &'static str {
    if pandemic {
        LASTS_A_YEAR.text()
    } else {
        LASTS_FOR_GOOD.text()
    }
}

/// What an approach costs and rests on.
pub fn approach_facts(
    level: &str,
    pounds: &str,
    unit: &str,
    reach: f32,
    grade: &str,
    source: &str,
) -> String {
    let reach = plain(f64::from(reach) * 100.0, 0);
    facts(level, pounds, unit, &reach, grade, &source_words(source))
}

/// A source by its id, or that there is none.
pub fn source_words(source: &str) -> String {
    if source == ASSUMPTION {
        SOURCE_NONE.to_string()
    } else {
        source_named(source)
    }
}

/// A dimension's sentence with what it rests on.
pub fn dimension_hint(sentence: &str, source: &str) -> String {
    if source == ASSUMPTION {
        dimension_assumed(sentence)
    } else {
        dimension_sourced(sentence, source)
    }
}

/// What all public spending comes to.
pub fn all_public(sentence: &str) -> String {
    public_spending(&lower_first(sentence))
}
