//! The words of the two strategies, of decisions in time and of the money that no number changes, and a few that join them.

use crate::charts::number::plain;
use crate::charts::words::lower_first;
use crate::scenario::sources::ASSUMPTION;
use crate::session::spending::Flow;

words! {
    OWN_MONEY = "Share of the money it spends";
    OWN_MONEY_HINT = "100% in both worlds keeps the money the same. Below 0%, as much is taken out of today's services.";
    FUNDED_FROM = "Money begins in";
    FUNDED_FROM_HINT = "The first year with new money.";
    RAINBOW = "What the money may buy";
    RAINBOW_HINT = "Approaches from prevention to crisis. Each strategy chooses among those switched on, by its levels and its luck. Switch one off to see what it is worth.";
    RAINBOW_OPEN = "The rainbow of approaches, from prevention to crisis";
    CHOOSES_ALL = "Chooses among all";
    ONLY_SERVICES = "Buys more of today's services, no approaches";
    NO_MONEY_AT_LEVEL = "its level gets no money";
    LAST_ONE = "The last one stays: with none, it could buy nothing.";
    COURSE = "Decisions and shocks";
    COURSE_HINT = "A shock hits both worlds alike, with the same luck. A decision changes one strategy from a month on. Drag a mark, or type its year and month.";
    SHOCKS = "Shocks, in both worlds";
    NO_SHOCKS = "Nothing unusual happens.";
    ADD_SHOCK = "Add a shock";
    REMOVE = "Remove";
    SIZE = "How much";
    SERVICE = "Which service";
    LASTS = "It lasts";
    SOME_MONTHS = "For some months";
    MONTHS = "months";
    WHEN = "When";
    IN_YEAR = "Year";
    IN_MONTH = "Month of the year";
    MONTH_UNIT = "month";
    ADD_DECISION = "Add a decision about";
    ALSO = "In this decision, change also";
    LEAVE = "Leave as before";
    NO_DECISIONS = "It keeps its course.";
    SEAL_HOW = "How we check";
    SEAL_EXPLAINED = "Each world keeps books in whole pence, double entry. Every month each penny that comes from somewhere goes somewhere. After each run the page adds up the new money of every year in every way of spending it and compares them. One penny too much, in one year of one run, breaks the seal.";
    SEAL_BROKEN = "Not the same money.";
    FLOW = "Look at";
    FLOW_HINT = "Means over runs, both worlds on the same axis. The ledger knows what money was used for, not at which level an approach works.";
    BY_YEAR = "The ledger by year";
    LEDGER_CSV = "The whole ledger: every run, year and account, in pounds to the penny";
    BY_YEAR_REGION = "Ledger by year";
    ALL_YEARS = "All years";
}

/// The name of a side of the money.
pub fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::NewMoney => "what the new money was used for",
        Flow::WhoPays => "who pays, all public money",
        Flow::WhoGains => "who gains, all public money",
    }
}

/// What a chart of money shows, beside its title.
pub fn flow_subtitle(place: &str, years: usize, replicates: u32) -> String {
    let runs = if replicates == 1 {
        "First run".to_owned()
    } else {
        format!("Mean of {replicates} runs")
    };
    format!("£ a year in all. {place}, year 1 to {years}. {runs}.")
}

/// The text alternative of one world's bars.
pub fn bars(flow: Flow, name: &str, parts: &[(&str, String)]) -> String {
    let said: Vec<String> = parts
        .iter()
        .map(|(part, pounds)| format!("{} {pounds}", lower_first(part)))
        .collect();
    format!(
        "{name}, {}, over all years: {}.",
        self::flow(flow),
        said.join(", ")
    )
}

/// The column of a year.
pub fn year(year: usize) -> String {
    format!("Year {year}")
}

/// A mean with its band, or alone where every re-run has the same.
pub fn with_band(mean: &str, low: &str, high: &str) -> String {
    if low == high {
        mean.to_owned()
    } else {
        format!("{mean} ({low} to {high})")
    }
}

/// Of how many approaches an arm chooses.
pub fn chooses(count: usize, of: usize, own: bool) -> String {
    if own {
        format!("Chooses among {count} of {of} approaches")
    } else if count == of {
        format!("{CHOOSES_ALL} {of} approaches")
    } else {
        format!("{CHOOSES_ALL} {count} approaches of its kind")
    }
}

/// The button back to all.
pub fn all_again(name: &str) -> String {
    format!("{name}: choose among all again")
}

/// What switches an approach for a world.
pub fn may_buy(approach: &str, name: &str, funded: bool) -> String {
    let without = if funded {
        String::new()
    } else {
        format!(" ({NO_MONEY_AT_LEVEL})")
    };
    format!("{name} may buy: {}{without}", lower_first(approach))
}

/// A button that adds something.
pub fn plus(name: &str) -> String {
    format!("+ {name}")
}

/// A button that takes one change out of a decision.
pub fn leave(dimension: &str) -> String {
    format!("{LEAVE}: {}", lower_first(dimension))
}

/// What a dimension was before a decision.
pub fn was_before(value: &str) -> String {
    format!("{value} before.")
}

/// How long something lasts when nobody says.
pub fn lasts_usual(pandemic: bool) -> &'static str {
    if pandemic { "A year" } else { "For good" }
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
    format!(
        "{level} · {pounds} a {unit} a year · reaches at most {}% · {grade} · {}",
        plain(f64::from(reach) * 100.0, 0),
        source_words(source)
    )
}

/// A source by its id, or that there is none.
pub fn source_words(source: &str) -> String {
    if source == ASSUMPTION {
        "an assumption, nobody has measured it".to_owned()
    } else {
        format!("source {source}")
    }
}

/// A dimension's sentence with what it rests on.
pub fn dimension_hint(sentence: &str, source: &str) -> String {
    if source == ASSUMPTION {
        format!("{sentence} How its ends differ is an assumption.")
    } else {
        format!("{sentence} Source {source}.")
    }
}

/// The heading of an arm's decisions.
pub fn decisions_of(name: &str) -> String {
    format!("Decisions: {name}")
}

/// How many things are on the timeline.
pub fn course_count(count: usize) -> String {
    if count == 0 {
        COURSE.to_owned()
    } else {
        format!("{COURSE} ({count})")
    }
}

/// How many things to think twice about.
pub fn think_twice(count: usize) -> String {
    if count == 1 {
        "One thing to think twice about".to_owned()
    } else {
        format!("{count} things to think twice about")
    }
}

/// What all public spending comes to.
pub fn all_public(sentence: &str) -> String {
    format!("All public spending: {}", lower_first(sentence))
}
