//! A set of small scenarios from all over what can be asked: place, people, years, luck, money, strategies, decisions,
//! events, and every registered parameter within its range. Made from one seed. Knows no outcome.
//!
//! Every choice has a name, and its own scrambled low-discrepancy sequence over the set made from that name: each is
//! spread evenly, any two meet by chance, and a choice that is added moves no other. Because the points follow a binary
//! sequence, the first 2^k scenarios are an evenly spread smaller set; every k-th one would not be.

use crate::analysis::factors::stratified;
use crate::random::mix;
use crate::scenario::approaches::Approach;
use crate::scenario::own::Carried;
use crate::scenario::parameters::Parameters;
use crate::scenario::strategy::{DIMENSIONS, Decision, Design, PRESETS};
use crate::scenario::{Arm, Event, EventKind, EventService, Money, Scenario, bundled, limits};

/// How many scenarios there are: a power of two, so that every choice is spread evenly.
pub const SIZE: u32 = 256;
/// The places among which they are drawn: a real set of English boroughs and the invented town.
const DRAWN: [&str; 11] = [
    "bolton",
    "bury",
    "manchester",
    "oldham",
    "rochdale",
    "salford",
    "stockport",
    "tameside",
    "trafford",
    "wigan",
    "invented-town",
];
/// How many generated places they share, place k among scenarios k, k + `PLACES`, …: generating one takes longer than living
/// a few small years in it.
pub const PLACES: u32 = 64;
/// How many of them are lived under two lucks, to measure how far re-runs lie apart.
const TWICE: u32 = 64;
/// The seed that everything is made from; any number would do.
const SEED: u64 = 20_261_123;

/// One point of the design: what every choice is.
#[derive(Clone, Copy)]
struct Point {
    number: u32,
}

impl Point {
    /// The choice of that name. Range: 0 to below 1, evenly spread over the set.
    fn share(self, name: &str) -> f64 {
        // 32 bits on every machine: `usize` has no more in a browser.
        let dimension = mix(name.bytes().fold(0, |sum, byte| mix(sum ^ u64::from(byte)))) as u32;
        stratified(self.number, dimension as usize, SEED)
    }

    /// Whether something is so that is so in this share of the set.
    fn chance(self, name: &str, share: f64) -> bool {
        self.share(name) < share
    }

    fn between(self, name: &str, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share(name)
    }

    /// A whole number, both ends included.
    fn whole(self, name: &str, low: u32, high: u32) -> u32 {
        self.between(name, f64::from(low), f64::from(high + 1)) as u32
    }

    fn one_of<'a, T>(self, name: &str, all: &'a [T]) -> &'a T {
        &all[(self.share(name) * all.len() as f64) as usize]
    }
}

/// A scenario of the set, by number. Range: 0 to below [`SIZE`].
///
/// Errors: words where the bundled catalogue of approaches is broken.
pub fn scenario(number: u32) -> Result<Scenario, String> {
    let point = Point { number };
    let approaches = bundled::approaches().map_err(|problems| {
        format!("{} problems in the catalogue of approaches", problems.len())
    })?;
    // Small and short more often than not: the set is lived at every change of the model.
    let area = Point {
        number: number % PLACES,
    };
    let (size, length) = (area.share("people"), point.share("years"));
    let years = 2 + (5.0 * length * length * length) as u32;
    Ok(Scenario {
        name: format!("Regression set, scenario {number}"),
        place: (*area.one_of("place", &DRAWN)).to_owned(),
        people: limits::PEOPLE.0 + (1_000.0 * size * size * size * size * size * size) as u32,
        years,
        replicates: if number < TWICE { 2 } else { 1 },
        seed: mix(SEED ^ mix(u64::from(area.number))),
        spin_up_months: if point.chance("spin-up", 0.125) {
            24
        } else {
            12
        },
        money: money(point, years),
        arms: arms(point, years, &approaches),
        parameters: parameters(point),
        events: events(point, years),
        approaches,
        own: Carried::default(),
    })
}

fn money(point: Point, years: u32) -> Money {
    let (low, high) = limits::POUNDS_PER_HEAD_YEAR;
    let share = point.share("pounds");
    let first_year = if point.chance("money later", 0.25) {
        point.whole("first year", 1, years)
    } else {
        1
    };
    let last_year = if point.chance("money ends", 0.25) {
        point.whole("last year", first_year, years)
    } else {
        years
    };
    // Usual sums more often than the largest; none at all in a few.
    let pounds = if point.chance("no money", 0.03) {
        low
    } else {
        low + (high - low) * share * share * share * share
    };
    Money {
        pounds_per_head_year: pounds,
        first_year,
        last_year,
    }
}

/// One to three arms, each begun from a preset and, in half of them, moved through the design space.
fn arms(point: Point, years: u32, approaches: &[Approach]) -> Vec<Arm> {
    let share = point.share("arms");
    let count = 1 + (3.0 * share * share * share) as usize;
    (1..=count)
        .map(|position| arm(point, position, years, approaches))
        .collect()
}

fn arm(point: Point, position: usize, years: u32, approaches: &[Approach]) -> Arm {
    let name = |what: &str| format!("arm {position} {what}");
    let preset = point.one_of(&name("preset"), &PRESETS);
    let mut arm = Arm::of_preset(&format!("{position}-{}", preset.id), preset);
    if point.chance(&name("moved"), 0.5) {
        arm.design = design(point, &name("design"));
    }
    if point.chance(&name("own approaches"), 0.25) {
        let wanted = |approach: &&Approach| point.chance(&name(&approach.id), 0.3);
        arm.approaches = approaches
            .iter()
            .filter(wanted)
            .map(|approach| approach.id.clone())
            .collect();
    }
    if point.chance(&name("own budget"), 0.25) {
        arm.budget = point.between(&name("budget"), limits::BUDGET.0, limits::BUDGET.1);
    }
    for decision in ["first decision", "second decision"] {
        if point.chance(&name(decision), 0.3) {
            arm.decisions
                .push(self::decision(point, &name(decision), years));
        }
    }
    arm.decisions.sort_by_key(|decision| decision.month);
    arm.decisions.dedup_by_key(|decision| decision.month);
    arm
}

/// A point of the design space; at least one level is funded.
fn design(point: Point, name: &str) -> Design {
    let mut design = PRESETS[0].design;
    design.levels = levels(point, name);
    for dimension in DIMENSIONS
        .iter()
        .filter(|dimension| dimension.id != "levels")
    {
        let value = point.between(
            &format!("{name} {}", dimension.id),
            f64::from(dimension.low),
            f64::from(dimension.high),
        );
        design.set(dimension.id, value as f32);
    }
    design
}

fn levels(point: Point, name: &str) -> [f32; 5] {
    let weight = |level: usize| {
        let name = format!("{name} level {level}");
        if point.chance(&format!("{name} funded"), 0.7) {
            point.between(&name, 0.05, 1.0) as f32
        } else {
            0.0
        }
    };
    let weights: [f32; 5] = std::array::from_fn(weight);
    if weights.iter().all(|weight| *weight <= 0.0) {
        [1.0; 5]
    } else {
        weights
    }
}

fn decision(point: Point, name: &str, years: u32) -> Decision {
    let mut decision = Decision {
        month: point.whole(&format!("{name} month"), 0, years * 12 - 1),
        ..Decision::default()
    };
    if point.chance(&format!("{name} moves levels"), 0.5) {
        decision.levels = Some(levels(point, name));
    }
    let target = design(point, name);
    let moved = |id: &str| {
        point.chance(&format!("{name} moves {id}"), 0.3)
            || (id == "power" && decision.levels.is_none())
    };
    for dimension in DIMENSIONS
        .iter()
        .filter(|dimension| dimension.id != "levels" && moved(dimension.id))
    {
        decision.dimensions.insert(
            dimension.id.to_owned(),
            target.get(dimension.id).unwrap_or(dimension.low),
        );
    }
    decision
}

/// Every parameter moved from its default, all of them little in some scenarios and over their whole ranges in others: what
/// only a mild world shows is seen as well as what only an extreme one does. Each switch is off in a few.
fn parameters(point: Point) -> Parameters {
    let width = point.share("width");
    let mut parameters = Parameters::default();
    for info in Parameters::registry() {
        let id = info.id();
        if info.mechanism == "mechanisms" {
            if point.chance(&id, 0.03) {
                parameters.set(&id, 0.0);
            }
        } else {
            let (default, low, high) = (
                f64::from(info.default),
                f64::from(info.low),
                f64::from(info.high),
            );
            let value = default + width * (point.between(&id, low, high) - default);
            parameters.set(&id, (value as f32).clamp(info.low, info.high));
        }
    }
    parameters
}

fn events(point: Point, years: u32) -> Vec<Event> {
    let happening = |id: &&str| point.chance(id, 0.2);
    let event = |kind: EventKind, id: &str| {
        let name = |what: &str| format!("{id} {what}");
        let ends = kind.can_end() && point.chance(&name("ends"), 0.5);
        Event {
            service: (kind == EventKind::Closure)
                .then(|| *point.one_of(&name("service"), &EventService::ALL)),
            months: ends.then(|| point.whole(&name("months"), limits::EVENT_MONTHS.0, 24)),
            ..Event::new(
                point.whole(&name("month"), 0, years * 12 - 1),
                kind,
                point.share(&name("size")) as f32,
            )
        }
    };
    let kinds = EventKind::ALL.iter().filter(|(_, id, _)| happening(id));
    let mut events: Vec<Event> = kinds.map(|(kind, id, _)| event(*kind, id)).collect();
    events.sort_by_key(|event| event.month);
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::validate;
    use std::collections::BTreeSet;

    fn all() -> Vec<Scenario> {
        (0..SIZE).map(|number| scenario(number).unwrap()).collect()
    }

    #[test]
    fn every_scenario_is_one_that_a_person_could_have_written() {
        let (mut hashes, mut places) = (BTreeSet::new(), BTreeSet::new());
        for scenario in all() {
            let again = validate::parse(&validate::write(&scenario))
                .unwrap_or_else(|problems| panic!("{}: {problems:#?}", scenario.name));
            assert_eq!(again, scenario);
            assert!((500..=1_500).contains(&scenario.people) && (2..=6).contains(&scenario.years));
            hashes.insert(validate::hash(&scenario));
            places.insert((scenario.place, scenario.people, scenario.seed));
        }
        assert_eq!(places.len(), PLACES as usize);
        assert_eq!(hashes.len(), SIZE as usize, "no scenario is there twice");
    }

    #[test]
    fn every_parameter_is_moved_to_both_sides_and_every_switch_is_off_somewhere() {
        let scenarios = all();
        for info in Parameters::registry() {
            let values: Vec<f32> = scenarios
                .iter()
                .map(|s| s.parameters.get(&info.id()).unwrap())
                .collect();
            if info.mechanism == "mechanisms" {
                let off = values.iter().filter(|value| **value == 0.0).count();
                assert!((4..=16).contains(&off), "{} is off in {off}", info.id());
                continue;
            }
            let near = |end: f32| {
                values
                    .iter()
                    .any(|value| (value - end).abs() <= 0.2 * (info.high - info.low))
            };
            assert!(near(info.low) && near(info.high), "{}", info.id());
        }
    }

    #[test]
    fn everything_that_can_be_named_is_asked_for() {
        let scenarios = all();
        let seen = |what: &dyn Fn(&Scenario) -> Vec<String>| {
            scenarios
                .iter()
                .flat_map(what)
                .collect::<BTreeSet<String>>()
        };
        assert_eq!(seen(&|s| vec![s.place.clone()]).len(), DRAWN.len());
        assert_eq!(
            seen(&|s| s.arms.iter().map(|a| a.preset.clone()).collect()).len(),
            PRESETS.len()
        );
        assert_eq!(
            seen(&|s| s.arms.iter().flat_map(|a| a.approaches.clone()).collect()).len(),
            scenarios[0].approaches.len()
        );
        assert_eq!(
            seen(&|s| s.events.iter().map(|e| format!("{:?}", e.kind)).collect()).len(),
            EventKind::ALL.len()
        );
        let closed = seen(&|s| {
            s.events
                .iter()
                .filter_map(|e| e.service)
                .map(|service| service.id().to_owned())
                .collect()
        });
        assert_eq!(closed.len(), EventService::ALL.len());
        let decided = seen(&|s| {
            s.arms
                .iter()
                .flat_map(|a| &a.decisions)
                .flat_map(|d| d.dimensions.keys().cloned())
                .collect()
        });
        assert_eq!(decided.len(), DIMENSIONS.len() - 1);
        assert!(
            scenarios
                .iter()
                .any(|s| s.money.pounds_per_head_year == 0.0)
                && scenarios.iter().any(|s| s.arms.len() == 3)
        );
        assert!(
            scenarios
                .iter()
                .flat_map(|s| &s.arms)
                .any(|arm| arm.budget < 0.0)
        );
    }

    #[test]
    fn choices_with_other_names_are_other_choices() {
        let halves = |name: &str| {
            (0..SIZE)
                .map(|number| Point { number }.chance(name, 0.5))
                .collect::<Vec<bool>>()
        };
        let mut seen = BTreeSet::new();
        for info in Parameters::registry() {
            let half = halves(&info.id());
            assert_eq!(
                half.iter().filter(|low| **low).count(),
                SIZE as usize / 2,
                "{}",
                info.id()
            );
            assert!(seen.insert(half), "{} moves as another does", info.id());
        }
    }
}
