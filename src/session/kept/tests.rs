//! Tests of work that is kept, with storage that answers, refuses, is full, or holds broken records.

use super::record::{Record, Refusal, digest};
use super::{Order, Said, file, storage, tray};
use crate::scenario::validate;
use crate::session::state::State;
use crate::session::{Choices, Edit, Effect, Message, question, samples, update};

pub(super) struct Page {
    pub(super) state: State,
    choices: Choices,
}

impl Page {
    /// The page with a small scenario whose re-runs are all in.
    pub(super) fn new() -> Self {
        let choices = Choices::bundled();
        let (base, scenario) = choices.default_scenario();
        let mut page = Self {
            state: State::new(base, scenario.clone()),
            choices,
        };
        page.say(Message::Opened {
            hash: format!(
                "#/explore?people=1000&years=3&replicates=4&f=2&v={}",
                crate::session::link::VERSION
            ),
            calm: true,
        });
        page.arrive(1.0);
        page
    }

    fn say(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.state, message, &self.choices)
    }

    pub(super) fn kept(&mut self, said: Said) -> Vec<Effect> {
        self.say(Message::Kept(said))
    }

    fn arrive(&mut self, shift: f64) {
        let (epoch, scenario) = (
            self.state.question.run.epoch,
            self.state.question.run.scenario.clone(),
        );
        let outcomes = (0..scenario.replicates)
            .map(|replicate| samples::outcome(&scenario, replicate, shift))
            .collect();
        self.say(Message::Arrived { epoch, outcomes });
    }

    pub(super) fn money(&mut self, pounds: f64) {
        self.say(Message::Question(question::Said::Edit(Edit::Money(pounds))));
        self.say(Message::Question(question::Said::EditDone));
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.state
            .kept
            .shelf
            .items
            .iter()
            .map(|item| {
                item.content
                    .as_ref()
                    .map_or("?", |record| record.name.as_str())
            })
            .collect()
    }

    pub(super) fn told(&self) -> &str {
        self.state
            .page
            .notices
            .list
            .last()
            .map_or("", |notice| notice.words.as_str())
    }
}

/// What is to be written.
fn written(effects: &[Effect]) -> Vec<(u64, Vec<u8>)> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Kept(Order::Put(id, bytes, _)) => Some((*id, bytes.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn what_is_saved_is_there_after_the_page_was_closed() {
    let mut page = Page::new();
    page.kept(Said::Loaded(Ok(Vec::new())));
    page.money(77.5);
    page.arrive(2.0);
    let saved = page.state.question.scenario.clone();
    let stored = written(&page.kept(Said::Save("  Our plan ".into(), 1_700_000_000_000)));
    assert_eq!(stored.len(), 1);
    assert!(
        !page.state.kept.shelf.items[0].stored,
        "only once storage has said so"
    );
    page.kept(Said::Storage(storage::Said::Stored(
        stored[0].0,
        digest(&stored[0].1),
        Ok(()),
    )));
    assert!(page.state.kept.shelf.items[0].stored);

    let mut later = Page::new();
    later.kept(Said::Loaded(Ok(stored.clone())));
    let record = later.state.kept.shelf.record(stored[0].0).unwrap().clone();
    assert_eq!(
        (record.name.as_str(), record.place.as_str(), record.saved),
        ("Our plan", "Trafford", 1_700_000_000_000)
    );
    assert!(
        record.headline.contains("Trafford") && record.fingerprint.is_some(),
        "{}",
        record.headline
    );
    later.kept(Said::Open(stored[0].0));
    assert_eq!(later.state.question.scenario, saved);
    later.money(5.0);
    later.kept(Said::BackToSaved);
    assert_eq!(later.state.question.scenario, saved);
    later.say(Message::Question(question::Said::Undo));
    assert_eq!(
        later.state.question.scenario.money.pounds_per_head_year, 5.0,
        "a reset is one step"
    );
}

#[test]
fn names_are_checked_and_one_name_is_one_record() {
    let mut page = Page::new();
    assert!(page.kept(Said::Save("  ".into(), 1)).is_empty());
    assert!(page.told().contains("1 to 80 letters"));
    assert!(page.kept(Said::Save("x".repeat(81), 1)).is_empty());
    assert!(page.told().contains("81 letters"));
    page.kept(Said::Save("A".into(), 1_010));
    page.money(3.0);
    let again = written(&page.kept(Said::Save("A".into(), 1_020)));
    assert_eq!((page.names(), again[0].0), (vec!["A"], 1_010), "saved over");
    page.kept(Said::Restore);
    assert_eq!(
        page.state.kept.shelf.record(1_010).unwrap().saved,
        1_010,
        "and taken back"
    );
    page.kept(Said::Save("B".into(), 1_010));
    assert_eq!(
        page.names().len(),
        2,
        "the same moment is no reason to overwrite"
    );
}

#[test]
fn entries_are_renamed_duplicated_deleted_and_brought_back() {
    let mut page = Page::new();
    page.kept(Said::Save("A".into(), 1_010));
    assert_eq!(written(&page.kept(Said::Duplicate(1_010, 1_020))).len(), 1);
    assert_eq!(page.names(), ["A (copy)", "A"]);
    page.kept(Said::Rename(1_020, "B".into()));
    page.kept(Said::Duplicate(1_010, 1_030));
    page.kept(Said::Duplicate(1_010, 1_040));
    assert_eq!(page.names(), ["A (copy 2)", "A (copy)", "B", "A"]);
    assert!(matches!(
        page.kept(Said::Delete(1_010))[0],
        Effect::Kept(Order::Remove(1_010, _))
    ));
    assert_eq!(page.names().len(), 3);
    assert_eq!(written(&page.kept(Said::Restore))[0].0, 1_010);
    assert_eq!(page.names(), ["A (copy 2)", "A (copy)", "B", "A"]);
    assert!(
        page.kept(Said::Restore).is_empty()
            && page.kept(Said::Delete(999)).is_empty()
            && page.kept(Said::Open(999)).is_empty()
    );
}

#[test]
fn what_storage_refuses_stays_until_the_page_closes_and_the_page_goes_on() {
    for (refusal, words) in [
        (Refusal::Forbidden, "private windows"),
        (Refusal::Full, "no room"),
        (Refusal::Blocked, "Another tab"),
        (Refusal::Failed, "could not reach"),
    ] {
        let mut page = Page::new();
        page.kept(Said::Loaded(Err(refusal)));
        assert_eq!(page.state.kept.shelf.answer, Some(Err(refusal)));
        assert!(
            page.state.page.notices.list.is_empty(),
            "who saves nothing is not bothered"
        );
        let saved = page.state.question.scenario.clone();
        let mine = written(&page.kept(Said::Save("Mine".into(), 1_005)));
        page.kept(Said::Storage(storage::Said::Stored(
            1_005,
            digest(&mine[0].1),
            Err(refusal),
        )));
        assert!(
            page.told().contains(words) && page.told().contains("Save it as a file"),
            "{}",
            page.told()
        );
        page.money(1.0);
        page.kept(Said::Open(1_005));
        assert_eq!(page.state.question.scenario, saved, "nothing is lost");
        page.kept(Said::Storage(storage::Said::Removed(1_005, Err(refusal))));
        assert!(page.told().contains("could not be deleted"));
    }
    assert_eq!(
        ["QuotaExceededError", "SecurityError", "blocked", "?"].map(Refusal::named),
        [
            Refusal::Full,
            Refusal::Forbidden,
            Refusal::Blocked,
            Refusal::Failed
        ]
    );
}

#[test]
fn broken_records_are_listed_said_and_can_be_deleted_and_brought_back() {
    let mut page = Page::new();
    let effects = page.kept(Said::Save("Good".into(), 1_009));
    let good = written(&effects)[0].1.clone();
    let cut = good[..good.len() / 2].to_vec();
    let mut newer = good.clone();
    newer[0] = 200;
    let mut page = Page::new();
    page.kept(Said::Loaded(Ok(vec![
        (1_001, cut.clone()),
        (1_002, newer),
        (1_003, Vec::new()),
        (1_004, vec![0; 9 << 20]),
        (1_009, good),
    ])));
    let words: Vec<&str> = page
        .state
        .kept
        .shelf
        .items
        .iter()
        .filter_map(|item| item.content.as_ref().err().copied())
        .collect();
    assert_eq!(
        words,
        [
            "It is too large.",
            "It is damaged.",
            "It was saved by a newer version of this page.",
            "It is damaged."
        ]
    );
    page.kept(Said::Delete(1_001));
    assert_eq!(
        page.kept(Said::Restore),
        [Effect::Kept(Order::Put(1_001, cut, vec![None]))],
        "not a byte is lost"
    );
    let before = page.state.question.scenario.clone();
    let mut wrong = Record::clone(page.state.kept.shelf.record(1_009).unwrap());
    wrong.text = wrong.text.replace("people = 1000", "people = 3");
    page.kept(Said::Loaded(Ok(vec![(1_010, wrong.write())])));
    page.kept(Said::Open(1_010));
    assert!(
        page.told().contains("people: 3 is outside"),
        "{}",
        page.told()
    );
    assert_eq!(page.state.question.scenario, before);
}

#[test]
fn a_record_is_read_whatever_it_holds() {
    use proptest::prelude::*;
    proptest!(|(bytes in prop::collection::vec(any::<u8>(), 0..200))| {
        let _ = Record::read(&bytes);
        let mut own = vec![1_u8];
        own.extend(&bytes);
        let _ = Record::read(&own);
    });
}

#[test]
fn a_file_goes_out_and_comes_back_the_same() {
    let mut page = Page::new();
    page.money(61.25);
    let exported = page.kept(Said::Export);
    let Some(Effect::Kept(Order::Download(name, text))) = exported.first() else {
        panic!("no file")
    };
    assert!(
        name.starts_with("kith-") && name.strip_suffix(".toml").is_some() && !name.contains(' '),
        "{name}"
    );
    assert_eq!(
        validate::parse(text).as_ref(),
        Ok(&*page.state.question.scenario),
        "what the command line reads"
    );
    let (kept, text) = (page.state.question.scenario.clone(), text.clone());
    page.money(1.0);
    page.kept(Said::Imported("mine.toml".into(), Ok(text.into_bytes())));
    assert_eq!(page.state.question.scenario, kept);
    assert!(page.state.kept.import.is_none() && page.told().contains("mine.toml"));
}

#[test]
fn hostile_files_are_told_at_once_and_the_work_stays() {
    let mut page = Page::new();
    page.money(61.25);
    let work = page.state.question.scenario.clone();
    let good = validate::write(&work);
    let many = (0..2_900).fold("[parameters]\n".to_owned(), |text, k| {
        text + &format!("x{k:05}.y=1\n")
    });
    let cases: Vec<(Result<Vec<u8>, u64>, &str)> = vec![
        (
            Err(5 << 30),
            "It has 5368709120 bytes; a scenario file has at most 4194304.",
        ),
        (
            Ok(vec![b'a'; 70_000]),
            "It has 70000 bytes; a scenario has at most 65536.",
        ),
        (
            Ok(vec![0xff, 0xd8, 0xff, 0x00]),
            "It is not UTF-8 text, at line 1: found a picture",
        ),
        (Ok(b"a=".repeat(4_000)), "It has 4000 fields"),
        (Ok("[".repeat(60_000).into_bytes()), ""),
        (Ok(("a=".to_owned() + &"[".repeat(60_000)).into_bytes()), ""),
        (Ok(("a=".to_owned() + &"{a=".repeat(900)).into_bytes()), ""),
        (Ok(many.into_bytes()), ""),
        (Ok(Vec::new()), ""),
        (
            Ok(good
                .replace("people = 1000", "people = 99999999999999999999")
                .replace("61.25", "1e999")
                .into_bytes()),
            "",
        ),
    ];
    for (content, words) in cases {
        page.kept(Said::Imported("bad\u{7}.toml".into(), content));
        let import = page.state.kept.import.clone().expect("something is said");
        assert!(
            import.words.starts_with(words) && (words.is_empty() != import.problems.is_empty()),
            "{import:?}"
        );
        assert!(import.problems.len() <= 20 && import.name == "bad\u{fffd}.toml");
        assert_eq!(
            page.state.question.scenario, work,
            "the person's work stays"
        );
    }
    let last = page.state.kept.import.clone().unwrap();
    assert_eq!(
        last.problems
            .iter()
            .map(|p| p.path.as_str())
            .collect::<Vec<_>>(),
        ["people", "money.pounds_per_head_year"],
        "all at once"
    );
    page.kept(Said::ImportRead);
    assert!(page.state.kept.import.is_none());
    assert!(file::LARGEST_SCENARIO > 4 * validate::write(&everything_changed()).len());
}

/// The scenario that takes most room in a file.
fn everything_changed() -> crate::scenario::Scenario {
    let mut scenario = Choices::bundled().default_scenario().1.clone();
    for info in crate::scenario::parameters::Parameters::registry() {
        scenario
            .parameters
            .set(&info.id(), info.low + (info.high - info.low) * 0.3);
    }
    scenario
}

#[test]
fn choices_and_assumptions_are_reset_apart() {
    let mut page = Page::new();
    page.money(99.0);
    page.say(Message::Question(question::Said::Edit(Edit::Dimension {
        arm: 2,
        id: "area",
        value: 0.3,
    })));
    page.say(Message::Question(question::Said::EditDone));
    page.say(Message::Question(question::Said::Edit(Edit::Seed(1))));
    page.say(Message::Question(question::Said::EditDone));
    let original = page.choices.default_scenario().1.clone();
    page.kept(Said::ResetPolicies);
    let now = page.state.question.scenario.clone();
    assert_eq!(
        (now.money, &now.arms, now.years),
        (original.money, &original.arms, original.years)
    );
    assert_eq!(
        (now.seed, now.people, now.replicates),
        (1, 1_000, 4),
        "assumptions stay"
    );
    page.kept(Said::ResetPolicies);
    assert!(page.told().contains("already"));
    page.say(Message::Question(question::Said::Undo));
    page.kept(Said::ResetAssumptions);
    let now = page.state.question.scenario.clone();
    assert_eq!(
        (now.seed, now.people, now.replicates),
        (original.seed, original.people, original.replicates)
    );
    assert_eq!(
        (now.money.pounds_per_head_year, now.arms[2].design.area),
        (99.0, 0.3),
        "choices stay"
    );
    assert!(page.kept(Said::BackToSaved).is_empty(), "nothing was saved");
}

#[test]
fn the_last_change_is_shown_again_without_running_anything() {
    let mut page = Page::new();
    assert!(
        page.say(Message::Question(question::Said::Replay(false)))
            .is_empty()
            && !page.state.question.replay.showing,
        "nothing has changed yet"
    );
    let before = page.state.question.scenario.clone();
    for pounds in [50.0, 60.0, 70.0] {
        page.say(Message::Question(question::Said::Edit(Edit::Money(pounds))));
        page.arrive(1.5);
    }
    page.say(Message::Question(question::Said::EditDone));
    page.arrive(3.0);
    let run = page.state.question.run.epoch;
    let effects = page.say(Message::Question(question::Said::Replay(false)));
    let [Effect::Kept(Order::Hold(_, turn))] = effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(
        (
            &*page.state.question.shown().scenario,
            &**page.state.question.on_controls()
        ),
        (&*before, &*before),
        "the whole drag is one change"
    );
    assert!(
        !page.state.question.is_stale() && page.state.question.run.epoch == run,
        "nothing is run"
    );
    page.say(Message::Question(question::Said::Held(turn + 1)));
    assert!(
        page.state.question.replay.showing,
        "a late clock of another showing"
    );
    page.say(Message::Question(question::Said::Held(turn)));
    assert!(!page.state.question.replay.showing);
    let words = page
        .state
        .question
        .replay
        .sentence(&page.state.question.run)
        .unwrap();
    assert!(
        words.starts_with(
            "The last change moved the second world's lead in adults doing well from +3.0 to +"
        ),
        "{words}"
    );
    assert!(
        page.say(Message::Question(question::Said::Replay(true)))
            .is_empty(),
        "with less motion it stays until it is ended"
    );
    assert!(page.state.question.replay.showing);
    page.money(10.0);
    assert!(!page.state.question.replay.showing, "a new change ends it");
}

#[test]
fn up_to_four_scenarios_stand_side_by_side_with_what_was_computed() {
    let mut page = Page::new();
    page.kept(Said::Pin);
    page.kept(Said::Pin);
    assert!(page.told().contains("already"));
    for (pounds, shift) in [(50.0, 2.0), (60.0, 0.0), (70.0, 3.0), (80.0, 3.0)] {
        page.money(pounds);
        assert!(page.state.question.run.ensemble.len() < 4, "not yet in");
        page.arrive(shift);
        page.kept(Said::Pin);
    }
    assert!(page.told().contains("Four scenarios"));
    let pins = page.state.kept.tray.pins.clone();
    assert_eq!(
        pins.iter().map(|pin| pin.number).collect::<Vec<_>>(),
        [1, 2, 3, 4]
    );
    let table = tray::table(&pins);
    let choices: Vec<(&str, Vec<&str>)> = table
        .choices
        .iter()
        .map(|row| {
            (
                row.name.as_str(),
                row.cells.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    assert_eq!(
        choices,
        [("New money, £ a head a year", vec!["40", "50", "60", "70"])],
        "only what differs"
    );
    assert!(table.outcomes.iter().all(|row| row.cells.len() == 4));
    assert!(
        table.outcomes[1].name.starts_with("Doing well")
            && table.outcomes[1].cells[0].starts_with("+3.0 ("),
        "{:?}",
        table.outcomes[1]
    );
    assert_eq!(table.sentences.len(), 3);
    assert!(table.money[2].cells.iter().all(|cell| cell.len() == 16));
    let first = pins[0].scenario.clone();
    page.kept(Said::OpenPin(1));
    assert_eq!(page.state.question.scenario, first);
    page.kept(Said::Unpin(2));
    assert_eq!(page.state.kept.tray.pins.len(), 3);
    assert!(tray::table(&[]).sentences.is_empty());
}

#[test]
fn differences_between_pins_are_clear_only_when_their_pairs_say_so() {
    let mut page = Page::new();
    page.say(Message::Question(question::Said::Edit(Edit::Replicates(8))));
    page.say(Message::Question(question::Said::EditDone));
    page.arrive(1.0);
    page.kept(Said::Pin);
    page.money(50.0);
    page.kept(Said::Pin);
    assert!(page.told().contains("Wait for the first run"));
    page.arrive(2.0);
    page.kept(Said::Pin);
    page.say(Message::Question(question::Said::Edit(Edit::Seed(3))));
    page.say(Message::Question(question::Said::EditDone));
    page.arrive(2.0);
    page.kept(Said::Pin);
    let sentences = tray::table(&page.state.kept.tray.pins).sentences;
    assert!(
        sentences[0].contains("lead in adults doing well is larger (+3.0 percentage points"),
        "{sentences:?}"
    );
    assert!(
        sentences[1].contains("other people, other luck"),
        "{sentences:?}"
    );
}

#[test]
fn a_few_runs_of_two_pins_claim_no_direction() {
    let mut page = Page::new();
    page.kept(Said::Pin);
    page.money(50.0);
    page.arrive(2.0);
    page.kept(Said::Pin);
    let sentences = tray::table(&page.state.kept.tray.pins).sentences;
    assert!(
        sentences[0].contains("4 runs are too few to say (+3.0 percentage points"),
        "{sentences:?}"
    );
}

#[test]
fn a_code_is_shown_only_when_asked_for() {
    let mut page = Page::new();
    assert!(!page.state.kept.code_shown);
    assert!(matches!(
        page.kept(Said::Code(true))[..],
        [Effect::SetHash { .. }]
    ));
    assert!(page.state.kept.code_shown);
}

/// The profile of Wigan as if it were somebody's own.
fn wirral() -> String {
    crate::place::bundled::profile("trafford")
        .unwrap()
        .to_toml()
        .replace("\"Trafford\"", "\"Wigan\"")
        .replace("\"Wigan\"", "\"Wirral\"")
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one story, told from its beginning to its end"
)]
fn a_place_of_ones_own_is_made_carried_and_found_again() {
    let mut page = Page::new();
    page.kept(Said::MakePlace("Wirral".into()));
    assert!(
        page.state
            .kept
            .places
            .problem
            .as_deref()
            .is_some_and(|words| words.contains("Choose the tables first"))
    );
    page.kept(Said::Tables(vec![
        ("age_bands_la_x.csv".into(), Ok(vec![1])),
        ("big.csv".into(), Err(9 << 30)),
    ]));
    assert_eq!(page.state.kept.places.tables.len(), 1);
    assert!(
        page.state
            .kept
            .places
            .problem
            .as_deref()
            .is_some_and(|words| words.contains("big.csv has"))
    );
    let effects = page.kept(Said::MakePlace(" Wirral ".into()));
    assert!(
        matches!(&effects[..], [Effect::Kept(Order::ReadPlace(tables, area)), Effect::Kept(Order::Patience(..))] if tables.len() == 1 && area == "Wirral")
    );
    let before = page.state.question.scenario.clone();
    page.kept(Said::PlaceRead(Err(
        "ages, line 3: read x, expected y".into()
    )));
    assert_eq!(
        (
            page.state.kept.places.problem.as_deref(),
            &page.state.question.scenario
        ),
        (Some("ages, line 3: read x, expected y"), &before)
    );
    page.kept(Said::MakePlace("Wirral".into()));
    let effects = page.kept(Said::PlaceRead(Ok((
        wirral(),
        vec!["Left aside: holiday.csv.".into()],
    ))));
    let Some(Effect::Kept(Order::Know(place))) = effects.first() else {
        panic!("{effects:?}")
    };
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Start { scenario, show_place: true, .. } if scenario.place == place.id)));
    assert_eq!(
        (
            place.name.as_str(),
            &page.state.question.scenario.place[..4]
        ),
        ("Wirral", "own-")
    );
    assert_eq!(
        page.state.kept.places.remarks,
        ["Left aside: holiday.csv."],
        "how it was made stays on the page"
    );

    let saved = written(&page.kept(Said::Save("Ours".into(), 1_007)));
    let exported = page.kept(Said::Export);
    let Some(Effect::Kept(Order::Download(_, text))) = exported.first() else {
        panic!("no file")
    };
    let read = validate::parse(text).unwrap();
    assert_eq!(
        read.own_place().map(|own| own.profile.as_str()),
        Some(&*wirral()),
        "the command line's reader finds the place"
    );
    assert_eq!(
        validate::hash(&read),
        validate::hash(&page.state.question.scenario)
    );
    for said in [
        Said::Imported("ours.toml".into(), Ok(text.clone().into_bytes())),
        Said::Open(1_007),
    ] {
        let mut later = Page::new();
        later.kept(Said::Loaded(Ok(saved.clone())));
        let effects = later.kept(said);
        assert!(
            matches!(&effects[0], Effect::Kept(Order::Know(own)) if own.profile == wirral()),
            "{effects:?}"
        );
        assert_eq!(later.state.question.scenario, page.state.question.scenario);
    }
}

#[test]
fn a_link_to_a_place_of_ones_own_says_what_the_receiver_needs() {
    let mut page = Page::new();
    let opened =
        crate::session::link::read("#/explore?place=own-0123456789&years=4", &page.choices);
    assert!(
        opened.dropped[0].contains("holds no place of the sender's own"),
        "{:?}",
        opened.dropped
    );
    assert_eq!(
        (opened.scenario.place.as_str(), opened.scenario.years),
        ("trafford", 4)
    );
    page.kept(Said::Tables(vec![("p.toml".into(), Ok(vec![1]))]));
    page.kept(Said::MakePlace(String::new()));
    assert!(
        page.kept(Said::PlaceRead(Ok(("nothing".into(), Vec::new()))))
            .is_empty()
    );
    assert_eq!(
        page.state.kept.places.problem.as_deref(),
        Some("The place has no name.")
    );
    assert!(
        page.kept(Said::PlaceRead(Ok((
            wirral(),
            vec!["Left aside: holiday.csv.".into()]
        ))))
        .is_empty(),
        "nobody asked"
    );
    page.kept(Said::MakePlace(String::new()));
    page.kept(Said::OutOfPatience(2));
    assert!(!page.state.kept.places.reading);
}
