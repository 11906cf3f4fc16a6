//! Tests of links on their way: cut, changed, mangled by mail programs, written before there was a check.

use super::tests::anything;
use super::*;
use proptest::prelude::*;

fn choices() -> Choices {
    Choices::bundled()
}

/// The link of a scenario and its result, as the page writes it.
fn link(scenario: &Scenario, fingerprint: Option<&str>) -> String {
    let choices = choices();
    let (base, original) = choices.default_scenario();
    write(
        &View::default(),
        (base, original),
        base,
        scenario,
        fingerprint,
    )
}

/// Everything that is said about a link, and what it opens.
fn opened(hash: &str) -> (String, Opened) {
    let opened = read(hash, &choices());
    (
        opened
            .told
            .iter()
            .chain(&opened.dropped)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" "),
        opened,
    )
}

#[test]
fn links_as_messengers_cut_them_are_told() {
    let lines = include_str!("../../../tests/data/links.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let mut seen = 0;
    for line in lines {
        let [name, link, right] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let (said, opened) = opened(link);
        match right {
            "money 55, overhead 0.25, nothing said" => {
                let overhead = opened.scenario.parameters.get("accounts.overhead");
                assert_eq!(
                    (
                        opened.scenario.money.pounds_per_head_year,
                        overhead,
                        said.as_str()
                    ),
                    (55.0, Some(0.25), ""),
                    "{name}"
                );
            }
            "said: the link is incomplete" => assert!(
                said.starts_with("This link is incomplete"),
                "{name}: {said}"
            ),
            "said: the promised result is incomplete" => {
                assert!(
                    said.contains("promised in this link is incomplete (“0123456”)")
                        && opened.promise.is_none(),
                    "{name}: {said}"
                );
                assert_eq!(
                    opened.scenario.money.pounds_per_head_year, 55.0,
                    "the rest is whole"
                );
            }
            other => panic!("{name}: what is right is not known here: {other}"),
        }
        seen += 1;
    }
    assert_eq!(seen, 4);
}

#[test]
fn what_stands_last_in_a_cut_link_is_named_and_not_used() {
    let mut scenario = choices().default_scenario().1.clone();
    scenario.money.pounds_per_head_year = 55.0;
    let whole = link(&scenario, None);
    let cut = &whole[..whole.find("money=5").unwrap() + "money=5".len()];
    let (said, opened) = opened(cut);
    assert!(
        said.contains("“money=5” stood last and may be cut short, so it was left out"),
        "{said}"
    );
    assert_eq!(opened.scenario, *choices().default_scenario().1);
}

#[test]
fn what_was_changed_is_named() {
    let mut scenario = choices().default_scenario().1.clone();
    scenario.money.pounds_per_head_year = 55.0;
    let (said, opened) =
        opened(&link(&scenario, Some("0123456789abcdef")).replace("money=55", "money=65"));
    assert!(
        said.starts_with("This link was changed on its way")
            && said.contains("It says now: money=65, result=0123456789abcdef."),
        "{said}"
    );
    assert_eq!(opened.scenario.money.pounds_per_head_year, 65.0);
}

#[test]
fn a_scenario_is_opened_by_its_name_and_one_thing_typed_by_hand_is_no_news() {
    for key in ["from", "scenario"] {
        let (said, opened) = opened(&format!("#/explore?{key}=adverse"));
        assert_eq!((said.as_str(), opened.base), ("", "adverse"));
        assert_eq!(opened.scenario, *choices().scenario("adverse").unwrap().1);
    }
    assert!(
        opened("#/explore?scenario=paradise")
            .0
            .contains("There is no scenario “paradise”")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_beginning_of_a_link_is_called_incomplete(scenario in anything(), at in 0..10_000_usize, result: bool, few: bool) {
        let scenario = if few { other_arms(&scenario) } else { scenario };
        let whole = link(&scenario, result.then_some("0123456789abcdef"));
        prop_assume!(whole.contains('?'));
        let query = whole.find('?').unwrap_or_default();
        let cut = &whole[..query + 1 + at % (whole.len() - query - 1)];
        let (said, _) = opened(cut);
        prop_assert!(said.contains("This link is incomplete"), "{}\n{}", cut, said);
    }

    #[test]
    fn any_letter_that_is_changed_is_noticed(scenario in anything(), at in 0..10_000_usize, letter in "[ -~é]", result: bool, few: bool) {
        let scenario = if few { other_arms(&scenario) } else { scenario };
        let whole = link(&scenario, result.then_some("0123456789abcdef"));
        let at = 2 + at % (whole.len() - 2);
        let mut changed = whole.clone();
        changed.replace_range(at..=at, &letter);
        prop_assume!(changed != whole);
        let (said, after) = opened(&changed);
        // A percent sign in small letters is the same letter.
        let same = after.scenario == scenario && after.promise.is_some() == result;
        prop_assert!(!said.is_empty() || same, "{}\n{}", changed, said);
    }

    #[test]
    fn any_link_comes_back_as_it_was_however_it_was_mangled(scenario in anything(), at in 0..10_000_usize, how in 0..8_usize) {
        let whole = link(&scenario, Some("0123456789abcdef"));
        let at = 2 + at % (whole.len() - 2);
        let (before, after) = whole.split_at(at);
        let mangled = match how {
            0 => whole.replace('&', "&amp;"),
            1 => format!("#{}", escape(&whole[1..])),
            2 => whole.replacen('#', "%23", 1),
            3 => format!("{before}\r\n{after}"),
            4 => format!("{before}=\r\n{after}"),
            5 => format!("{whole}>."),
            6 => whole.replace('=', "=3D"),
            _ => format!("{whole}&fbclid=IwAR0"),
        };
        let (said, opened) = opened(&mangled);
        prop_assert_eq!(&opened.scenario, &scenario, "{}\n{}", mangled, said);
        prop_assert_eq!((said.as_str(), opened.promise.is_some()), ("", true), "{}", mangled);
    }
}

/// The same with other arms than the bundled scenario has, which only letters can hold.
fn other_arms(scenario: &Scenario) -> Scenario {
    let mut other = scenario.clone();
    other.arms.remove(0);
    "else".clone_into(&mut other.arms[0].id);
    other
}
