//! The catalogue of approaches: what money can buy, as data (`static/approaches.toml`), and the
//! levers it can move.
//!
//! An approach changes the world only through levers. A lever is a named quantity that exactly one
//! mechanism reads; the mechanism never learns which approach, strategy or arm moved it.

use super::parameters::Grade;
use super::strategy::{Level, Tier};
use super::validate::Problem;
use serde::{Deserialize, Serialize};

/// Declares the levers with the words people read.
macro_rules! levers {
    ($($(#[$doc:meta])*
        $name:ident = $id:literal, $scope:ident, $unit:literal, $sentence:literal;)*) => {
        /// What money can move. A lever at 0 changes nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Lever {
            $(#[doc = $sentence] #[serde(rename = $id)] $name,)*
        }

        impl Lever {
            /// All levers, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name as in files: the mechanism that reads it, and what it moves there.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Whom it reaches: some of the eligible people, or a whole neighbourhood.
            pub const fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope,)* }
            }

            /// The unit of its value.
            pub const fn unit(self) -> &'static str {
                match self { $(Self::$name => $unit,)* }
            }

            /// What moving it means.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

/// Whom a lever reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// A share of the eligible people, in full.
    People,
    /// Everybody in a neighbourhood.
    Community,
}

levers! {
    Plan = "control.plan", People, "share", "Somebody helps the person to shape their own support.";
    Confidence = "control.confidence", People, "index, 0–1",
        "Taking part, or having somebody beside one, raises the person's own level of control.";
    Advocacy = "problems.advocacy", People, "share",
        "Somebody speaks with the person, so that more contacts fit and more are right first time.";
    SelfHelp = "problems.self_help", People, "chance a month",
        "The person, with peers, solves more problems without a service.";
    Introductions = "ties.introductions", People, "introductions a month",
        "Somebody introduces the person to people they might get on with.";
    JobSupport = "life_events.job_support", People, "multiplier less 1",
        "Support to find and keep paid work.";
    BreakHours = "family.break_hours", People, "hours a week",
        "Hours in which somebody else cares, so that the carer has a break.";
    KinHelp = "family.kin_help", People, "hours a week",
        "Hours of help that the wider family takes on once it has been brought together.";
    CommunityHours = "support.community_hours", People, "hours a week",
        "Hours of support from people who are not staff: a shared home, a neighbour, a timebank.";
    Palliative = "crisis.palliative", People, "share",
        "Palliative care reaches the person at home.";
    AssociationalLife = "community.associational_life", Community, "share of the gap a year",
        "Investment in what people do together.";
    Welcome = "community.welcome", Community, "share of the gap a year",
        "Investment in the neighbourhood's welcome for people with high need.";
    Environment = "community.environment", Community, "share of the gap a year",
        "Investment in safety, housing and green space.";
    Fit = "practice.fit", Community, "share of the gap a year",
        "Time and help for staff to work in a bespoke and relational way.";
    JoinedUp = "practice.joined_up", Community, "share of the gap a year",
        "Services working as one team.";
    Capacity = "problems.capacity", Community, "share of core capacity",
        "More contacts in services as they are.";
    FormalHours = "support.formal_hours", Community, "share of core capacity",
        "More hours of formal care as it is.";
    Voice = "governance.voice", Community, "share of the gap a year",
        "Training and support for people with lived experience to decide with others.";
    Accountability = "governance.accountability", Community, "share of the gap a year",
        "Human indicators in place of performance indicators.";
    Regulation = "governance.regulation", Community, "share of the gap a year",
        "Room within national rules, won by negotiation.";
    Structural = "governance.structural", Community, "share of the gap a year",
        "National conditions: income, housing, rights.";
    Horizon = "governance.horizon", Community, "share of the gap a year",
        "Money of services promised for longer than a year, and for outcomes.";
}

/// Who can be reached by an approach that works with people one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eligible {
    /// Everybody in a neighbourhood (approaches for communities, services, government).
    Neighbourhood,
    /// All adults: those who take part.
    Adults,
    /// Adults with a long-term condition, limiting or not.
    LongTermCondition,
    /// Adults with support need.
    SupportNeed,
    /// People who give care.
    Carers,
    /// Adults who are lonely or have nobody to count on.
    Isolated,
    /// Adults with open problems.
    OpenProblems,
    /// People of working age out of work.
    OutOfWork,
    /// People with a life-limiting condition.
    LifeLimiting,
}

/// How an approach comes to more neighbourhoods than it began in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spreads {
    /// It is replicated: put wherever it is paid for, at once.
    #[default]
    Kit,
    /// It grows: neighbourhoods take it up from those they have ties with, through an
    /// infrastructure that is the same for all while what grows in it is each one's own.
    Growth,
}

impl Spreads {
    /// The name as in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Kit => "kit",
            Self::Growth => "growth",
        }
    }
}

/// One approach of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approach {
    /// The name as in files.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// What it is, in one sentence.
    pub sentence: String,
    /// The level it works at.
    pub level: Level,
    /// Where it is decided on.
    #[serde(default)]
    pub tier: Tier,
    /// How it comes to more neighbourhoods.
    #[serde(default)]
    pub spreads: Spreads,
    /// Where it stands on the rainbow. Range: 0 (prevention) to 1 (crisis).
    pub stage: f32,
    /// Who can be reached.
    pub eligible: Eligible,
    /// Running cost of one unit for a year: of one person reached, or of 1,000 residents. Unit:
    /// pounds, 2024/25 prices.
    pub unit_cost_pounds: f64,
    /// Cost of setting it up in one neighbourhood, each time. Unit: pounds a 1,000 residents,
    /// 2024/25 prices.
    pub set_up_pounds: f64,
    /// Months from opening to full delivery.
    pub ramp_months: f32,
    /// The largest share of the eligible it can reach. Range: 0–1.
    pub max_reach: f32,
    /// What it changes.
    pub effects: Vec<Effect>,
    /// The id of its source in the evidence register, or "assumption".
    pub source: String,
    /// How well its effects are evidenced.
    pub grade: Grade,
}

/// What an approach changes, for those it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What is moved.
    pub lever: Lever,
    /// By how much, in the lever's unit.
    pub size: f32,
    /// The low end of what is plausible.
    pub low: f32,
    /// The high end.
    pub high: f32,
}

impl Eligible {
    /// The scope of the levers that can reach them.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Neighbourhood => Scope::Community,
            Self::Adults
            | Self::LongTermCondition
            | Self::SupportNeed
            | Self::Carers
            | Self::Isolated
            | Self::OpenProblems
            | Self::OutOfWork
            | Self::LifeLimiting => Scope::People,
        }
    }

    /// The words people read.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Neighbourhood => "everybody in a neighbourhood",
            Self::Adults => "all adults",
            Self::LongTermCondition => "adults with a long-term condition",
            Self::SupportNeed => "adults with support need",
            Self::Carers => "people who give care",
            Self::Isolated => "adults who are lonely or have nobody to count on",
            Self::OpenProblems => "adults with open problems",
            Self::OutOfWork => "people of working age out of work",
            Self::LifeLimiting => "people with a life-limiting condition",
        }
    }

    /// What one unit is, of which `unit_cost_pounds` is the yearly price.
    pub const fn unit(self) -> &'static str {
        match self.scope() {
            Scope::Community => "1,000 residents",
            Scope::People => "person",
        }
    }
}

/// The file that holds a catalogue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    approach: Vec<Approach>,
}

/// Reads a catalogue of approaches.
///
/// Errors: where the text is no catalogue, the first reason with its line; otherwise everything
/// that is out of range.
pub fn parse(text: &str) -> Result<Vec<Approach>, Vec<Problem>> {
    let catalogue: Catalogue = toml::from_str(text).map_err(|error| {
        let wanted = "a catalogue of [[approach]] tables";
        vec![Problem::of_toml(text, &error, "approach", wanted)]
    })?;
    let mut problems = Vec::new();
    for (k, approach) in catalogue.approach.iter().enumerate() {
        check(k, approach, &mut problems);
        if catalogue.approach[..k]
            .iter()
            .any(|other| other.id == approach.id)
        {
            problems.push(problem(
                k,
                approach,
                "id",
                "the same id a second time".to_owned(),
                "an id of its own",
            ));
        }
    }
    if problems.is_empty() {
        Ok(catalogue.approach)
    } else {
        Err(problems)
    }
}

fn problem(k: usize, approach: &Approach, field: &str, found: String, wanted: &str) -> Problem {
    Problem {
        path: format!("approach[{k}].{field} ({})", approach.id),
        line: None,
        found,
        wanted: wanted.to_owned(),
    }
}

/// The numbers of an approach: field, value, and the ends between which it must lie.
fn numbers(approach: &Approach) -> Vec<(String, f64, f64, f64)> {
    let mut numbers = vec![
        ("stage".to_owned(), f64::from(approach.stage), 0.0, 1.0),
        (
            "unit_cost_pounds".to_owned(),
            approach.unit_cost_pounds,
            1.0,
            1e6,
        ),
        ("set_up_pounds".to_owned(), approach.set_up_pounds, 0.0, 1e6),
        (
            "ramp_months".to_owned(),
            f64::from(approach.ramp_months),
            0.0,
            120.0,
        ),
        (
            "max_reach".to_owned(),
            f64::from(approach.max_reach),
            0.0,
            1.0,
        ),
    ];
    for (e, effect) in approach.effects.iter().enumerate() {
        let (size, low, high) = (
            f64::from(effect.size),
            f64::from(effect.low),
            f64::from(effect.high),
        );
        numbers.push((
            format!("effects[{e}].low"),
            low,
            -HOURS_IN_A_WEEK,
            HOURS_IN_A_WEEK,
        ));
        numbers.push((format!("effects[{e}].high"), high, low, HOURS_IN_A_WEEK));
        numbers.push((format!("effects[{e}].size"), size, low, high));
    }
    numbers
}

fn check(k: usize, approach: &Approach, problems: &mut Vec<Problem>) {
    for (field, value, low, high) in numbers(approach) {
        if !(low..=high).contains(&value) {
            problems.push(problem(
                k,
                approach,
                &field,
                value.to_string(),
                &format!("a number from {low} to {high}"),
            ));
        }
    }
    check_effects(k, approach, problems);
    for (field, text) in [
        ("id", &approach.id),
        ("name", &approach.name),
        ("source", &approach.source),
    ] {
        if text.trim().is_empty() {
            problems.push(problem(k, approach, field, "nothing".to_owned(), "a text"));
        }
    }
    if !approach.sentence.ends_with('.') {
        problems.push(problem(
            k,
            approach,
            "sentence",
            format!("{:?}", approach.sentence),
            "a sentence that ends in a full stop",
        ));
    }
}

/// No lever's value is larger: the units that reach furthest are hours a week.
const HOURS_IN_A_WEEK: f64 = 168.0;

fn check_effects(k: usize, approach: &Approach, problems: &mut Vec<Problem>) {
    if approach.effects.is_empty() {
        problems.push(problem(
            k,
            approach,
            "effects",
            "none".to_owned(),
            "at least one",
        ));
    }
    for (e, Effect { lever, .. }) in approach.effects.iter().enumerate() {
        if lever.scope() != approach.eligible.scope() {
            let found = format!("the lever {} for {}", lever.id(), approach.eligible.words());
            problems.push(problem(
                k,
                approach,
                "effects",
                found,
                "levers that reach whom the approach reaches",
            ));
        }
        if approach.effects[..e]
            .iter()
            .any(|other| other.lever == *lever)
        {
            problems.push(problem(
                k,
                approach,
                "effects",
                format!("{} twice", lever.id()),
                "each lever once",
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;

    #[test]
    fn the_bundled_catalogue_parses_and_covers_every_level() {
        let catalogue = bundled::approaches().unwrap();
        assert!(catalogue.len() >= 30);
        for level in Level::ALL {
            assert!(
                catalogue.iter().filter(|a| a.level == level).count() >= 3,
                "{level:?}"
            );
        }
    }

    #[test]
    fn every_lever_that_is_not_more_of_the_same_can_be_bought() {
        let catalogue = bundled::approaches().unwrap();
        for lever in Lever::ALL {
            let bought = catalogue
                .iter()
                .any(|a| a.effects.iter().any(|e| e.lever == *lever));
            let more_of_the_same = matches!(lever, Lever::Capacity | Lever::FormalHours);
            assert_eq!(bought, !more_of_the_same, "{}", lever.id());
        }
    }

    #[test]
    fn effects_that_nobody_has_measured_with_controls_may_be_nothing() {
        for approach in bundled::approaches().unwrap() {
            // Hours bought are an account, not an effect: they may not be nothing.
            let bought = |e: &Effect| matches!(e.lever, Lever::CommunityHours | Lever::BreakHours);
            if matches!(approach.grade, Grade::Disputed | Grade::Speculative) {
                for effect in approach.effects.iter().filter(|e| !bought(e)) {
                    assert!(
                        effect.low <= 0.25 * effect.size,
                        "{}: {}",
                        approach.id,
                        effect.lever.id()
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_catalogue_is_named() {
        let broken = bundled::APPROACHES
            .replacen("stage = 0.5", "stage = nan", 1)
            .replacen("max_reach = 0.5", "max_reach = 1.5", 1)
            .replacen("size = 0.25, low = 0.0", "size = 0.9, low = 0.0", 1)
            .replacen(
                "lever = \"problems.advocacy\"",
                "lever = \"practice.fit\"",
                1,
            );
        let problems = parse(&broken).unwrap_err();
        let paths: Vec<&str> = problems.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "approach[0].stage (personal-budgets)",
                "approach[1].max_reach (person-centred-planning)",
                "approach[1].effects[0].size (person-centred-planning)",
                "approach[2].effects (advocacy-brokerage)"
            ]
        );
        let unknown =
            parse(&bundled::APPROACHES.replacen("control.plan", "control.plann", 1)).unwrap_err();
        assert_eq!(unknown.len(), 1);
        assert!(unknown[0].line.is_some(), "{unknown:?}");
    }
}
