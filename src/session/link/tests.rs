//! Tests of links: everything goes and comes back, and nothing from outside breaks the page.

use super::*;
use crate::scenario::limits;
use crate::session::edit::Edit;
use crate::session::edit::apply;
use crate::session::explore::Shown;
use crate::session::samples;
use proptest::prelude::*;

fn link(scenario: &Scenario, fingerprint: Option<&str>) -> String {
    let choices = samples::choices();
    let (base, original) = choices.default_scenario();
    write(
        &View::default(),
        (base, original),
        base,
        scenario,
        fingerprint,
    )
}

#[test]
fn an_unchanged_scenario_is_a_bare_link() {
    assert_eq!(link(&samples::scenario(), None), "#/explore");
    let opened = read("", &samples::choices());
    assert_eq!(
        (opened.view.route, opened.scenario, opened.dropped.len()),
        (Route::Explore, samples::scenario(), 0)
    );
}

#[test]
fn a_changed_scenario_comes_back_whole() {
    let mut scenario = samples::scenario();
    apply(&mut scenario, &Edit::Place("wigan".into()));
    apply(&mut scenario, &Edit::Years(12));
    apply(&mut scenario, &Edit::FundedUntil(5));
    apply(
        &mut scenario,
        &Edit::Preset {
            arm: 1,
            preset: "place-based".into(),
        },
    );
    apply(
        &mut scenario,
        &Edit::Dimension {
            arm: 1,
            id: "power",
            value: 0.35,
        },
    );
    apply(
        &mut scenario,
        &Edit::Level {
            arm: 2,
            level: 4,
            weight: 0.25,
        },
    );
    scenario.parameters.set("couplings.person_from_family", 0.0);
    let hash = link(&scenario, Some("0123456789abcdef"));
    assert!(hash.starts_with("#/explore?f=3&place=wigan&years=12&funded=1-5&pilots.preset=place-based&pilots.power=0.35"), "{hash}");
    let opened = read(&hash, &samples::choices());
    assert_eq!(opened.dropped, Vec::<String>::new());
    assert_eq!(opened.scenario, scenario);
    assert_eq!(opened.promise.unwrap().fingerprint, "0123456789abcdef");
    let escaped = hash.replace(',', "%2C");
    assert_eq!(read(&escaped, &samples::choices()).scenario, scenario);
}

#[test]
fn a_broken_link_opens_what_it_can_and_says_what_it_left_out() {
    let opened = read(
        "#/nowhere?place=atlantis&years=12&years.x=3&money=lots&people=3&pilots.power=7&pilots.levels=1,2&hello&set.a.b=1&result=zz",
        &samples::choices(),
    );
    assert_eq!(opened.scenario.years, 12);
    assert_eq!(opened.scenario.place, "trafford");
    assert_eq!(opened.promise, None);
    assert_eq!(opened.dropped.len(), 9, "{:?}", opened.dropped);
    assert!(
        opened
            .dropped
            .iter()
            .any(|words| words.contains("“lots” for money is not a number"))
    );
}

#[test]
fn a_value_outside_its_range_comes_back_in_either_form_and_only_where_the_link_says_so() {
    let mut scenario = samples::scenario();
    scenario.parameters.control.power = 3.0;
    let hash = link(&scenario, None);
    assert!(hash.contains("beyond.control.power=3"), "{hash}");
    let opened = read(&hash, &samples::choices());
    assert_eq!(
        (opened.scenario, opened.dropped),
        (scenario.clone(), Vec::new())
    );
    // Arms that are not those of the bundled scenario are written in few letters.
    scenario.arms.truncate(2);
    let hash = link(&scenario, None);
    assert!(hash.contains("s="), "{hash}");
    let opened = read(&hash, &samples::choices()).scenario;
    assert_eq!(
        (opened.parameters, opened.arms),
        (scenario.parameters, scenario.arms)
    );
    for left_out in [
        "#/explore?set.control.power=3",
        "#/explore?beyond.control.power=30",
        "#/explore?beyond.control.power=-1",
    ] {
        let opened = read(left_out, &samples::choices());
        assert_eq!(
            (opened.scenario, opened.dropped.len()),
            (samples::scenario(), 1),
            "{left_out}"
        );
    }
}

proptest! {
    #[test]
    fn no_link_breaks_the_page(hash in "\\PC{0,80}") {
        let opened = read(&hash, &samples::choices());
        prop_assert!((limits::YEARS.0..=limits::YEARS.1).contains(&opened.scenario.years));
    }

    #[test]
    fn any_hand_on_the_controls_can_be_linked(years in 1..20_u32, money in 0..2000_u32, area in 0.05..1.0_f32, weight in 0.0..1.0_f32, seed: u64) {
        let mut scenario = samples::scenario();
        apply(&mut scenario, &Edit::Years(years));
        apply(&mut scenario, &Edit::Money(f64::from(money) / 3.0));
        apply(&mut scenario, &Edit::Dimension { arm: 2, id: "area", value: area });
        apply(&mut scenario, &Edit::Level { arm: 1, level: 0, weight });
        apply(&mut scenario, &Edit::Seed(seed));
        prop_assert_eq!(read(&link(&scenario, None), &samples::choices()).scenario, scenario);
    }
}

/// A link to a scenario beside the bundled ones, and what it opens.
fn there_and_back(scenario: &Scenario) -> (String, Opened) {
    let choices = Choices::bundled();
    let (base, original) = choices.default_scenario();
    let hash = write(&View::default(), (base, original), base, scenario, None);
    let opened = read(&hash, &choices);
    (hash, opened)
}

#[test]
fn every_bundled_scenario_opens_by_its_name() {
    let choices = Choices::bundled();
    for (id, scenario) in &choices.scenarios {
        for key in ["from", "scenario"] {
            let opened = read(&format!("#/explore?{key}={id}"), &choices);
            assert_eq!(
                (opened.base, &opened.scenario, opened.dropped),
                (*id, scenario, Vec::new())
            );
        }
    }
    let opened = read("#/explore?scenario=atlantis", &choices);
    assert!(
        opened
            .dropped
            .iter()
            .any(|words| words.contains("There is no scenario “atlantis”")),
        "{:?}",
        opened.dropped
    );
}

fn bundled() -> Scenario {
    Choices::bundled().default_scenario().1.clone()
}

/// A scenario in which everything differs that can.
fn changed() -> Scenario {
    use crate::scenario::strategy::Decision;
    use crate::scenario::{Event, EventKind, EventService};
    let mut scenario = bundled();
    "Ours & theirs = 50% more – “yes”".clone_into(&mut scenario.name);
    scenario.spin_up_months = 24;
    scenario.money.first_year = 2;
    let arm = &mut scenario.arms[1];
    "What we do; now, here: today".clone_into(&mut arm.name);
    arm.budget = -0.35;
    arm.approaches = vec!["timebanking".into(), "homeshare".into()];
    let dimensions = [
        ("power".to_owned(), 0.8_f32),
        ("horizon_months".to_owned(), 33.3),
    ]
    .into();
    arm.decisions = vec![
        Decision {
            month: 7,
            levels: Some([0.1, 0.0, 0.7, 0.0, 1.0]),
            dimensions: [].into(),
        },
        Decision {
            month: 24,
            levels: None,
            dimensions,
        },
    ];
    let closure = Event {
        service: Some(EventService::Hospice),
        months: Some(12),
        ..Event::new(30, EventKind::Closure, 0.5)
    };
    let pandemic = Event {
        months: Some(18),
        ..Event::new(31, EventKind::Pandemic, 0.4)
    };
    scenario.events = vec![Event::new(24, EventKind::Cut, 0.1), closure, pandemic];
    scenario
}

#[test]
fn events_decisions_budgets_approaches_and_names_travel_readably() {
    let (hash, opened) = there_and_back(&changed());
    assert_eq!(
        (opened.scenario, opened.dropped, opened.told),
        (changed(), Vec::<String>::new(), Vec::<String>::new()),
        "{hash}"
    );
    for piece in [
        "&events=cut@24:0.1;closure@30:0.5:hospice:12;pandemic@31:0.4::18&",
        "pilots.buys=timebanking,homeshare&",
        "pilots.decisions=7:levels:0.1,0,0.7,0,1;24:horizon_months:33.3:power:0.8&",
        "pilots.budget=-0.35&",
        "pilots.name=What%20we%20do",
    ] {
        assert!(hash.contains(piece), "{piece} is not in {hash}");
    }
    let mut bare = changed();
    (bare.events, bare.arms[1].decisions) = (Vec::new(), Vec::new());
    assert_eq!(there_and_back(&bare).1.scenario, bare);
}

#[test]
fn what_is_too_long_or_of_other_arms_is_written_in_few_letters() {
    let mut long = changed();
    for info in crate::scenario::parameters::Parameters::registry() {
        long.parameters
            .set(&info.id(), info.low + (info.high - info.low) * 0.375);
    }
    let mut other = changed();
    other.arms.remove(0);
    other.arms[0].id = "else".into();
    for scenario in [long, other] {
        let (hash, opened) = there_and_back(&scenario);
        assert!(hash.starts_with("#/explore?f=3&s=A"), "{hash}");
        assert_eq!(
            (opened.scenario, opened.dropped),
            (scenario, Vec::<String>::new())
        );
    }
}

#[test]
fn the_letters_of_form_1_stay_what_they_are() {
    let mut scenario = changed();
    scenario.arms.truncate(2);
    for arm in &mut scenario.arms {
        let design = crate::scenario::strategy::Design {
            levels: [0.5; 5],
            area: 0.5,
            horizon_months: 24.0,
            growth: 0.5,
            adaptation: 0.5,
            power: 0.5,
            core_shift: 0.5,
        };
        (arm.name, arm.preset, arm.design, arm.budget) = ("Way".into(), "own".into(), design, 1.0);
    }
    (scenario.people, scenario.seed, scenario.replicates) = (1_000, 7, 4);
    scenario.parameters.set("couplings.person_from_family", 0.5);
    let letters = compact::write(&scenario).unwrap();
    let digest = letters.bytes().fold(0_u64, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    assert_eq!(
        (letters.len(), digest),
        (474, 11_148_040_430_667_150_272),
        "another shape in bytes needs another number of its form"
    );
}

#[test]
fn hostile_letters_open_the_usual_scenario_and_say_why() {
    let choices = Choices::bundled();
    let mut wrong = bundled();
    wrong.people = 3;
    wrong.arms[0].design.area = f32::NAN;
    let mut elsewhere = changed();
    elsewhere.place = "atlantis".into();
    let huge = format!("#/explore?s={}", "A".repeat(1_000_000));
    let letters =
        |scenario: &Scenario| format!("#/explore?s={}", compact::write(scenario).unwrap());
    for (hash, words) in [
        (letters(&wrong), "people: 3 is outside"),
        ("#/explore?s=AQ".to_owned(), "damaged"),
        ("#/explore?s=%%%".to_owned(), "damaged"),
        ("#/explore?s=".to_owned(), "damaged"),
        ("#/explore?s=_______________8".to_owned(), "form 255"),
        (huge, "longer than any link"),
    ] {
        let opened = read(&hash, &choices);
        assert_eq!(opened.scenario, bundled());
        assert!(
            opened.dropped.len() == 1 && opened.dropped[0].contains(words),
            "{:?}",
            opened.dropped
        );
    }
    let opened = read(&letters(&elsewhere), &choices);
    assert_eq!(
        opened.scenario,
        Scenario {
            place: "trafford".into(),
            ..changed()
        },
        "the nearest valid one"
    );
    assert!(opened.dropped[0].contains("place is not known"));
}

#[test]
fn broken_events_and_decisions_are_left_out_one_by_one() {
    let hash = "#/explore?years=3&events=cut@12:0.1;cut@12:0.2;cut@36:0.1;flood@1:1;closure@3:0.5;cut@1:0.1:hospice;influx@1:0.1::9;cut@2:nan\
                &pilots.decisions=7:power:0.5;7:power:0.6;8;9:colour:1;36:power:1;x:power:1;10:levels:1,2&pilots.buys=timebanking,timebanking,x&pilots.budget=7";
    let opened = read(hash, &Choices::bundled());
    assert_eq!(
        opened
            .scenario
            .events
            .iter()
            .map(|e| (e.month, e.size))
            .collect::<Vec<_>>(),
        [(12, 0.1)]
    );
    assert_eq!(
        opened.scenario.arms[1]
            .decisions
            .iter()
            .map(|d| d.month)
            .collect::<Vec<_>>(),
        [7]
    );
    assert_eq!(opened.scenario.arms[1].approaches, ["timebanking"]);
    assert_eq!(
        opened.dropped.len(),
        13,
        "twelve sentences and how many more: {:#?}",
        opened.dropped
    );
    assert_eq!(opened.dropped[12], "And 2 more.");
}

#[test]
fn older_and_newer_links_and_those_of_another_version_say_so() {
    let told = |hash: &str| read(hash, &samples::choices()).told;
    assert!(told("#/explore?people=1000").is_empty(), "typed by hand");
    let old = told(&format!(
        "#/explore?years=2&v={VERSION}&result=0123456789abcdef"
    ));
    assert!(old.len() == 1 && old[0].contains("older form"), "{old:?}");
    let newer = told("#/explore?years=2&f=9&v=9.1.0");
    assert_eq!(
        told("#/explore?years=2&f=2&v=0.1.0").len(),
        usize::from(VERSION != "0.1.0"),
        "as whole as that version wrote them"
    );
    assert!(
        newer[0].contains("newer Kith (form 9") && newer[1].contains("made with Kith 9.1.0"),
        "{newer:?}"
    );
    assert!(told(&link(&samples::scenario(), Some("0123456789abcdef"))).is_empty());
}

#[test]
fn the_view_travels_too() {
    let view = View {
        chosen: crate::indicators::catalogue::LONELY,
        colour: Some(crate::indicators::FrameMeasure::Control),
        shown: Some(Shown::Difference),
        neighbourhood: Some(3),
        person: Some(17),
        ..View::default()
    };
    let choices = samples::choices();
    let (base, original) = choices.default_scenario();
    let hash = write(&view, (base, original), base, original, None);
    assert!(
        hash.starts_with(
            "#/explore?f=3&look=lonely&colour=control&show=difference&near=3&person=17&v="
        ),
        "{hash}"
    );
    assert_eq!(read(&hash, &choices).view, view);
    let broken = read(
        "#/explore?look=beauty&colour=mauve&near=x&person=-1&show=off",
        &choices,
    );
    assert_eq!((broken.view, broken.dropped.len()), (View::default(), 5));
}

prop_compose! {
    pub(super) fn anything()(
        years in 1..=20_u32, seed: u64, pounds in 0.0..2000.0_f64, first in 1..=20_u32, span in 0..20_u32, name in "[ -~é]{1,40}",
        presets in prop::collection::vec(0..crate::scenario::strategy::PRESETS.len(), 3), shares in prop::collection::vec(0.0..=1.0_f32, 12),
        months in prop::collection::btree_set(0..240_u32, 0..6), kind in 0..5_usize, place in 0..314_usize, assumption in 0..150_usize,
    ) -> Scenario {
        use crate::scenario::strategy::{Decision, PRESETS};
        use crate::scenario::{Event, EventKind, EventService};
        let mut scenario = bundled();
        scenario.place = crate::scenario::places::places()[place].0.into();
        if !name.trim().is_empty() {
            scenario.name = name;
        }
        (scenario.years, scenario.seed) = (years, seed);
        scenario.money.pounds_per_head_year = pounds;
        (scenario.money.first_year, scenario.money.last_year) = (first, (first + span).min(20));
        let inside: Vec<u32> = months.into_iter().filter(|month| *month < years * 12).collect();
        for ((arm, preset), share) in scenario.arms.iter_mut().zip(&presets).zip(&shares) {
            write::set_preset(arm, PRESETS[*preset].id);
            arm.budget = f64::from(*share) * 2.0 - 1.0;
            arm.design.power = *share;
            arm.design.levels[2] = share.max(0.1);
            let dimensions = |k: usize| [("area".to_owned(), shares[k].max(0.05))].into();
            let decisions = inside.iter().enumerate().map(|(k, month)| Decision { month: *month, levels: None, dimensions: dimensions(k) });
            arm.decisions = decisions.collect();
        }
        let kind = EventKind::ALL[kind].0;
        scenario.events = inside.iter().map(|month| Event {
            service: (kind == EventKind::Closure).then_some(EventService::Advice),
            months: kind.can_end().then_some(month % 7 + 1),
            ..Event::new(*month, kind, shares[5])
        }).collect();
        let registry = crate::scenario::parameters::Parameters::registry();
        let info = registry[assumption % registry.len()];
        scenario.parameters.set(&info.id(), info.low + (info.high - info.low) * shares[11]);
        scenario
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_scenario_comes_back_from_its_link(scenario in anything()) {
        let (hash, opened) = there_and_back(&scenario);
        prop_assert_eq!(&opened.scenario, &scenario, "{}", hash);
        prop_assert!(opened.dropped.is_empty() && hash.len() < 6_000, "{:?}", opened.dropped);
        let letters = format!("#/explore?s={}", compact::write(&scenario).unwrap());
        prop_assert_eq!(&read(&letters, &Choices::bundled()).scenario, &scenario);
    }

    #[test]
    fn damage_to_a_link_still_opens_a_valid_scenario(
        scenario in anything(), damage in prop::collection::vec((0..2_000_usize, "[ -~]{0,3}"), 1..6), few: bool,
    ) {
        let mut hash = if few { format!("#/explore?s={}", compact::write(&scenario).unwrap()) } else { there_and_back(&scenario).0 };
        for (at, piece) in damage {
            let at = 10 + at % (hash.len() - 10);
            hash.replace_range(at..(at + 1).min(hash.len()), &piece);
        }
        let opened = read(&hash, &Choices::bundled());
        let text = crate::scenario::validate::write(&opened.scenario);
        prop_assert_eq!(crate::scenario::validate::parse(&text), Ok(opened.scenario), "{}", hash);
    }
}
