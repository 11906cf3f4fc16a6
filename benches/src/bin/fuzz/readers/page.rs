//! What the page takes in: links, and files that are dropped on it.

use super::{Answer, NAME, Read, files, is_looked_into};
use crate::luck::Luck;
use crate::mutate::{Corpus, within_letters};
use kith::scenario::validate;
use kith::session::explore::Shown;
use kith::session::kept::file::Import;
use kith::session::link::{self, View};
use kith::session::{Choices, Message, State, kept, lab, update};

pub fn links() -> Corpus {
    let choices = Choices::bundled();
    let (id, base) = choices.default_scenario();
    let view = View {
        shown: Some(Shown::Difference),
        person: Some(3),
        chosen: 2,
        ..View::default()
    };
    let mut changed = base.clone();
    changed.years = 7;
    changed.money.pounds_per_head_year = 55.0;
    let mut long = files::full();
    long.approaches.clone_from(&base.approaches);
    "A name that is longer than most, é & ?".clone_into(&mut long.name);
    let written = [(id, base), (id, &changed), (id, &long)].map(|(id, scenario)| {
        link::write_beside(&choices, &view, id, scenario, Some("1f2e3d4c5b6a7988"))
    });
    let by_hand = [
        "#/explore?place=wigan&years=15&pilots.area=0.5\
         &set.accounts.overhead=0.25&money=55&funded=2-12&f=2&v=0.1.0",
        "#/explore?from=wigan&near=2&look=lonely&colour=control&show=difference\
         &pilots.preset=place-based&f=2&v=0.0.9&result=0123456789abcdef",
        "#/workshop?step=cliff&guess=ABCDE-12345-WXYZ&nick=Sam%20B",
        "#/lab?events=recession:24:12:0.5&pilots.decisions=12:area:0.5\
         ;24:levels:1,0,0,0,1&pilots.buys=a,b&pilots.levels=1,1,1,1,1",
        "#/explore?years=3&amp;money=40%26people=700%23/&seed=18446744073709551615",
    ];
    let seeds = written
        .into_iter()
        .chain(by_hand.map(str::to_owned))
        .map(String::into_bytes)
        .collect();
    Corpus { seeds, own: bent }
}

/// Other letters for the scenario as a whole; as an older link that has no check, so that what was
/// changed is read; or what mail programs make of it, many times over.
fn bent(input: &mut Vec<u8>, luck: &mut Luck) {
    if luck.once_in(2) {
        within_letters(input, luck, |_| Vec::new());
    }
    if luck.once_in(6) {
        // Cut at the sign of the last pair, or before it, with a letter of several bytes in front.
        let end = input
            .iter()
            .rposition(|byte| *byte == b'=')
            .unwrap_or(input.len());
        input.truncate(end + luck.below(2));
        let at = input
            .iter()
            .rposition(|byte| b"&?".contains(byte))
            .unwrap_or(0);
        input.splice(at..at, "é".bytes());
    } else if luck.once_in(8) {
        let code = luck
            .one(&["&amp;", "%2525", "%0A", "=3D", "&#38;", "%26amp;", "=\n"])
            .copied()
            .unwrap_or_default();
        let tail = code
            .trim_start_matches('&')
            .repeat(luck.one(&[1, 3, 40, 9_000]).copied().unwrap_or(1));
        let at = luck.below(input.len() + 1);
        input.splice(at..at, format!("{code}{tail}").into_bytes());
    } else if luck.once_in(2) {
        let text = String::from_utf8_lossy(input).into_owned();
        let open = text
            .rsplit_once("&c=")
            .map_or(text.as_str(), |(open, _)| open)
            .replace("f=3", "f=2")
            .replace("&v=0.1.0", "");
        *input = format!("{open}&v=0.1.0").into_bytes();
    }
}

pub fn link() -> Read {
    let choices = Choices::bundled();
    Box::new(move |bytes| {
        // An address is text whatever happens to it.
        let text = String::from_utf8_lossy(bytes);
        let opened = link::read(&text, &choices);
        let mut messages = opened.dropped.clone();
        messages.extend(opened.told);
        messages.extend(
            opened
                .promise
                .map(|promise| format!("{} {}", promise.fingerprint, promise.version)),
        );
        let mut answer = Answer {
            accepted: opened.dropped.is_empty(),
            messages,
            broken: None,
        };
        // A scenario of the bundled catalogue that is what a file could be.
        if is_looked_into(bytes)
            && validate::parse(&validate::write(&opened.scenario)).as_ref() != Ok(&opened.scenario)
        {
            answer.broken =
                Some("the scenario of the link is none that a file could hold".to_owned());
        }
        answer
    })
}

/// What is said about a file, and whether it was taken in.
fn answer(state: &State, import: Option<&Import>) -> Answer {
    let mut messages: Vec<String> = state
        .page
        .notices
        .list
        .iter()
        .map(|notice| notice.words.clone())
        .collect();
    if let Some(import) = import {
        let problems = import.problems.iter().map(ToString::to_string);
        messages.push(
            [
                vec![import.name.clone(), import.words.clone()],
                problems.collect(),
            ]
            .concat()
            .join("\n"),
        );
    }
    Answer {
        accepted: import.is_none(),
        messages,
        broken: None,
    }
}

fn fresh(choices: &Choices) -> State {
    let (id, scenario) = choices.default_scenario();
    State::new(id, scenario.clone())
}

pub fn dropped() -> Corpus {
    let mut texts = files::scenario_texts();
    let profile = files::profile_texts()
        .swap_remove(1)
        .lines()
        .map(|line| format!("#| {line}\n"))
        .collect::<Vec<String>>()
        .concat();
    texts.push(format!("{}\n{profile}", texts[0]));
    Corpus {
        seeds: texts.into_iter().map(String::into_bytes).collect(),
        own: super::plain,
    }
}

pub fn kept() -> Read {
    let choices = Choices::bundled();
    Box::new(move |bytes| {
        let mut state = fresh(&choices);
        let said = kept::Said::Imported(NAME.to_owned(), Ok(bytes.to_vec()));
        update(&mut state, Message::Kept(said), &choices);
        answer(&state, state.kept.import.as_ref())
    })
}

pub fn dropped_on_the_lab() -> Corpus {
    let seeds = [
        files::experiments().seeds,
        files::assumptions().seeds,
        files::results().seeds,
    ]
    .concat();
    // One that names a file beside it is refused here: the seeds are right.
    let seeds = seeds
        .into_iter()
        .filter(|seed| !String::from_utf8_lossy(seed).contains("before.json"))
        .collect();
    Corpus {
        seeds,
        own: super::plain,
    }
}

pub fn lab() -> Read {
    let choices = Choices::bundled();
    Box::new(move |bytes| {
        let mut state = fresh(&choices);
        let said = lab::Said::File(NAME.to_owned(), Ok(bytes.to_vec()));
        update(&mut state, Message::Lab(said), &choices);
        let import = state
            .lab
            .assumptions
            .import
            .as_ref()
            .or(state.lab.bench.import.as_ref());
        answer(&state, import)
    })
}
