//! Tests of the words.

use super::clauses::{activity, clause};
use super::*;
use crate::analysis::arms::tests::small;
use crate::analysis::lives::events::What;
use crate::ensemble::Prepared;

fn names(prepared: &Prepared) -> Names<'_> {
    Names {
        reference: &prepared.scenario.arms[1].name,
        alternative: &prepared.scenario.arms[2].name,
    }
}

fn told(prepared: &Prepared, slot: u32) -> (TwoLives, Told) {
    let two = prepared
        .follow(&std::sync::Arc::new(prepared.spin_up(0)), [1, 2], slot)
        .unwrap();
    let told = tell(&two, &prepared.scenario, &prepared.place, names(prepared));
    (two, told)
}

#[test]
fn a_story_names_the_person_both_worlds_and_the_order_of_time() {
    let prepared = small();
    for slot in [0, 57, 213, 400] {
        let Ok(two) = prepared.follow(&std::sync::Arc::new(prepared.spin_up(0)), [1, 2], slot)
        else {
            continue;
        };
        let told = tell(&two, &prepared.scenario, &prepared.place, names(&prepared));
        assert!(told.who.starts_with("An invented "), "{}", told.who);
        assert!(
            told.chain
                .windows(2)
                .all(|pair| pair[0].month <= pair[1].month)
        );
        assert!(!told.parting.is_empty() && told.ends.len() >= 2);
        assert!(told.ends[0].starts_with("In ") && told.ends[1].contains("wellbeing"));
        for line in &told.chain {
            assert!(
                line.words.ends_with('.') && !line.words.contains("  "),
                "{}",
                line.words
            );
            let causes = ["because", "therefore", "so that", "leads to", "thanks to"];
            assert!(
                causes.iter().all(|cause| !line.words.contains(cause)),
                "order in time, no cause: {}",
                line.words
            );
        }
        assert!(
            told.title.split_whitespace().count() <= 15,
            "{}",
            told.title
        );
        assert_eq!(
            told.wellbeing[0].first(),
            told.wellbeing[1].first(),
            "both begin in one world"
        );
    }
}

#[test]
fn a_story_as_text_holds_all_of_it_and_what_it_cannot_tell() {
    let prepared = small();
    let (_, told) = told(&prepared, 5);
    let text = told.text();
    for part in told
        .chain
        .iter()
        .map(|line| &line.words)
        .chain(&told.ends)
        .chain([&told.who])
    {
        assert!(text.contains(part.as_str()));
    }
    assert!(CAVEATS.iter().all(|caveat| text.contains(caveat)));
    let alternative = told.alternative(names(&prepared));
    assert!(
        alternative.contains(&told.title) && alternative.contains("over the last year"),
        "{alternative}"
    );
}

#[test]
fn the_same_arm_twice_never_parts_and_says_so() {
    let prepared = small();
    let two = prepared
        .follow(&std::sync::Arc::new(prepared.spin_up(0)), [1, 1], 5)
        .unwrap();
    let told = tell(
        &two,
        &prepared.scenario,
        &prepared.place,
        Names {
            reference: "A",
            alternative: "B",
        },
    );
    assert!(
        told.parting[0].starts_with("Nothing differs"),
        "{:?}",
        told.parting
    );
    assert_eq!(
        (told.title.as_str(), told.left_out.as_str()),
        ("Nothing differs between the two lives", "")
    );
    assert!(
        told.chain
            .iter()
            .all(|line| line.life.is_none() && line.words.starts_with("In both lives"))
    );
    assert_eq!(told.ends.len(), 2, "no difference is told");
}

#[test]
fn a_life_that_ends_is_told_in_the_words_of_its_end() {
    let prepared = small();
    let (mut two, _) = told(&prepared, 5);
    for moment in two.lives[1].iter_mut().skip(14) {
        moment.presence = Presence::Died;
    }
    let told = tell(&two, &prepared.scenario, &prepared.place, names(&prepared));
    assert!(
        told.title.contains("ends by death before the end"),
        "{}",
        told.title
    );
    assert!(
        told.chain
            .iter()
            .any(|line| line.month == 14 && line.words.contains(" dies;")),
        "{:?}",
        told.chain
    );
    assert!(
        told.ends[1].contains("died in Year 2, February"),
        "{}",
        told.ends[1]
    );
    assert_eq!((told.wellbeing[0].len(), told.wellbeing[1].len()), (25, 14));
}

#[test]
fn lines_say_when_the_same_happens_in_the_other_life() {
    let prepared = small();
    let (two, _) = told(&prepared, 5);
    let teller = Teller {
        two: &two,
        scenario: &prepared.scenario,
        names: Names {
            reference: "Pilots",
            alternative: "Whole area",
        },
        pronouns: Pronouns::of(&two),
    };
    let they = if two.followed.female { "she" } else { "he" };
    let line = |other| {
        teller.line(&Link {
            month: 27,
            life: 1,
            what: What::Lonely(false),
            other,
        })
    };
    assert_eq!(
        line(Other::Never).words,
        format!(
            "In Whole area {they} is no longer often lonely; in Pilots never in these 2 years."
        )
    );
    assert_eq!(
        line(Other::Later(40)).words,
        format!("In Whole area {they} is no longer often lonely; in Pilots only in Year 4, April.")
    );
    assert_eq!(
        line(Other::Same).words,
        format!("In both lives {they} is no longer often lonely.")
    );
    assert_eq!(
        (line(Other::Same).life, line(Other::Never).life),
        (None, Some(1))
    );
    assert!(
        line(Other::Gone(Presence::Left))
            .words
            .ends_with("has moved away.")
    );
    assert_eq!(line(Other::NotThen).when, "Year 3, March");
}

#[test]
fn what_somebody_does_is_said_as_their_age_has_it() {
    use crate::place::Activity;
    assert_eq!(
        [74, 75].map(|age| activity(Activity::Employed, true, age)),
        ["in work", "still in some work"]
    );
    assert_eq!(activity(Activity::Retired, true, 89), "retired");
}

#[test]
fn every_clause_fits_behind_the_name_of_a_strategy() {
    let prepared = small();
    let (two, _) = told(&prepared, 5);
    let pronouns = Pronouns::of(&two);
    let all = [
        What::Solved { kind: 4, by: None },
        What::HandedOn { kind: 1, to: 5 },
        What::Friends { from: 0, to: 2 },
        What::Contact {
            service: 3,
            fitted: false,
        },
        What::Admitted(2),
    ];
    let words: Vec<String> = all
        .into_iter()
        .map(|what| clause(what, &pronouns, &|_| "X".to_owned()))
        .collect();
    let they = pronouns.they;
    assert_eq!(
        words[0],
        "the problem with work or learning is solved without a service"
    );
    assert_eq!(
        words[1],
        "the mental health problem is handed on to the voluntary sector"
    );
    assert_eq!(
        words[2],
        format!("{they} has 2 friends to count on instead of nobody")
    );
    assert!(words[3].starts_with("a contact with housing and money advice does not fit"));
    assert!(words[4].ends_with("as an emergency 2 times"));
}
