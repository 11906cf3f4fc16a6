//! One person's two lives in words: who they are, where the lives part, what then happens in each, how both end.
//!
//! Order in time is told, never a cause: the model keeps no record of why something happened to somebody.

mod clauses;
mod ends;
pub mod lines;
pub mod proposals;
pub mod when;

use super::number::plain;
use crate::analysis::lives::chain::{Apart, Chain, Link, Other};
use crate::ensemble::lives::TwoLives;
use crate::ensemble::pair::Names;
use crate::indicators::Since;
use crate::indicators::life::{Followed, Moment, Presence};
use crate::place::Place;
use crate::scenario::Scenario;
use clauses::{Pronouns, clause, part_words};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use when::{span, when};

/// Approaches named where more than one is told of at once.
const NAMED: usize = 3;

/// Two lives told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The position at which the person stands in pictures.
    pub slot: u32,
    /// Positions of the two arms in the scenario.
    pub arms: [u32; 2],
    /// Who they are when the arms branch.
    pub who: String,
    /// Wellbeing month by month in each life, as long as they are there. Range: 0–10.
    pub wellbeing: [Vec<f32>; 2],
    /// Where the lives part.
    pub parting: Vec<String>,
    /// What happens, in order of time.
    pub chain: Vec<Line>,
    /// What is not told.
    pub left_out: String,
    /// How each life ends, and what the difference is made of.
    pub ends: Vec<String>,
    /// The finding, for the chart's title: at most fifteen words.
    pub title: String,
}

/// One moment of the chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The month lived, from 1.
    pub month: u32,
    /// The month in words.
    pub when: String,
    /// In which life it happens: 0, 1, or none where it is the same in both.
    pub life: Option<u8>,
    /// What happens, with the name of the strategy in front.
    pub words: String,
}

/// What holds of every story.
pub const CAVEATS: [&str; 3] = [
    "This person is invented, and so is everybody around them: no real person is shown.",
    "It is one run of many. Luck is the same in both lives; another run would tell this person's lives differently.",
    "Things are told in order of time. What comes later need not come from what came before, and who else gains does not follow from one life.",
];

impl Told {
    /// The story as plain text, a line a paragraph.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone(), self.who.clone()];
        lines.extend(self.parting.iter().cloned());
        lines.extend(
            self.chain
                .iter()
                .map(|line| format!("{}: {}", line.when, line.words)),
        );
        lines.extend((!self.left_out.is_empty()).then(|| self.left_out.clone()));
        lines.extend(self.ends.iter().cloned());
        lines.extend(CAVEATS.map(str::to_owned));
        lines.join("\n")
    }

    /// What the chart of both lives shows, for those who do not see it.
    pub fn alternative(&self, names: Names<'_>) -> String {
        let mut text = format!(
            "{}. Line chart of wellbeing from 0 to 10, month by month, in both lives, each with the mean of the year up to then. ",
            self.title
        );
        for (name, values) in [
            (names.reference, &self.wellbeing[0]),
            (names.alternative, &self.wellbeing[1]),
        ] {
            let means = lines::means(values);
            if let (Some(start), Some(end)) = (values.first(), means.last()) {
                let _ = write!(
                    text,
                    "{name}: from {} to {} over the last year. ",
                    plain(f64::from(*start), 1),
                    plain(*end, 1)
                );
            }
        }
        text.trim_end().to_owned()
    }
}

/// Tells two lives.
pub fn tell(two: &TwoLives, scenario: &Scenario, place: &Place, names: Names<'_>) -> Told {
    let chain = Chain::of(two, &scenario.approaches);
    let teller = Teller {
        two,
        scenario,
        names,
        pronouns: Pronouns::of(two),
    };
    Told {
        slot: two.followed.slot,
        arms: two.arms,
        who: two.lives[0]
            .first()
            .map(|first| who(&two.followed, first, place))
            .unwrap_or_default(),
        wellbeing: [0, 1].map(|life| {
            alive(&two.lives[life])
                .map(|moment| moment.wellbeing)
                .collect()
        }),
        parting: teller.parting(&chain),
        chain: chain.links.iter().map(|link| teller.line(link)).collect(),
        left_out: left_out(&chain),
        ends: ends::sentences(&teller, &chain),
        title: ends::title(&teller, &chain),
    }
}

fn alive(life: &[Moment]) -> impl Iterator<Item = &Moment> {
    life.iter()
        .take_while(|moment| moment.presence == Presence::Here)
}

/// What every sentence needs.
pub(super) struct Teller<'a> {
    two: &'a TwoLives,
    scenario: &'a Scenario,
    names: Names<'a>,
    pronouns: Pronouns,
}

impl Teller<'_> {
    fn name(&self, life: usize) -> &str {
        if life == 0 {
            self.names.reference
        } else {
            self.names.alternative
        }
    }

    fn months(&self) -> u32 {
        self.scenario.months()
    }

    fn parting(&self, chain: &Chain) -> Vec<String> {
        let Some(apart) = &chain.apart else {
            return vec![format!(
                "Nothing differs: month for month {} life is the same in both worlds, in every detail.",
                self.pronouns.their
            )];
        };
        let mut sentences = vec![self.first_moment(apart)];
        sentences.push(match chain.noticed {
            None => {
                "Over no whole year do the two lives differ by half a point of wellbeing, the least that a person would notice.".to_owned()
            }
            Some((month, alternative)) => format!(
                "From {} on, over a year, wellbeing is higher in {} by half a point or more, enough for a person to notice.",
                when(month.max(1)),
                self.name(usize::from(alternative))
            ),
        });
        sentences
    }

    fn first_moment(&self, apart: &Apart) -> String {
        let until = if apart.month <= 1 {
            format!("The two lives part at once, in {}.", when(1))
        } else {
            format!(
                "Until {} the two lives are the same in every detail.",
                when(apart.month)
            )
        };
        let of = |life: usize| {
            let approaches = &apart.approaches[life];
            let named: Vec<String> = approaches
                .iter()
                .take(NAMED)
                .map(|a| format!("“{}”", self.approach(*a)))
                .collect();
            let more = approaches.len().saturating_sub(NAMED);
            let rest = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            (!approaches.is_empty()).then(|| {
                format!(
                    "in {} {}{rest} is at work around {}",
                    self.name(life),
                    listed(&named, more > 0),
                    self.pronouns.them
                )
            })
        };
        let surroundings: Vec<String> = [of(0), of(1)].into_iter().flatten().collect();
        if !surroundings.is_empty() {
            let both = surroundings
                .join("; ")
                .replace(" more is at work", " more are at work");
            let plural = if apart
                .approaches
                .iter()
                .any(|a| (2..=NAMED).contains(&a.len()))
            {
                both.replace("” is at work", "” are at work")
            } else {
                both
            };
            return format!("{until} Then {plural}; in the other life not, or not yet.");
        }
        match apart.parts.first() {
            Some(part) => format!(
                "{until} Then {} differs, by too little to notice at first.",
                part_words(*part, &self.pronouns)
            ),
            None => format!(
                "{until} Then something small differs that does not yet touch {} wellbeing.",
                self.pronouns.their
            ),
        }
    }

    fn approach(&self, position: u16) -> &str {
        self.scenario
            .approaches
            .get(usize::from(position))
            .map_or("an approach", |approach| approach.name.as_str())
    }

    fn line(&self, link: &Link) -> Line {
        let what = clause(link.what, &self.pronouns, &|approach| {
            self.approach(approach).to_owned()
        });
        let (here, there) = (self.name(link.life), self.name(1 - link.life));
        let words = match link.other {
            Other::Same => format!("In both lives {what}."),
            Other::NotThen => format!("In {here} {what}; in {there} not then."),
            Other::Later(month) => format!("In {here} {what}; in {there} only in {}.", when(month)),
            Other::Never => format!(
                "In {here} {what}; in {there} never in these {}.",
                span(self.months())
            ),
            Other::Gone(Presence::Died) => format!(
                "In {here} {what}; in {there} {} has died.",
                self.pronouns.they
            ),
            Other::Gone(_) => format!(
                "In {here} {what}; in {there} {} has moved away.",
                self.pronouns.they
            ),
        };
        let life = if link.other == Other::Same {
            None
        } else {
            Some(link.life as u8)
        };
        Line {
            month: link.month,
            when: when(link.month),
            life,
            words,
        }
    }
}

/// "a", "a and b", "a, b and c"; with more to come no "and".
fn listed(words: &[String], more: bool) -> String {
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some(_) if more => words.join(", "),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

fn left_out(chain: &Chain) -> String {
    match chain.left_out {
        0 => String::new(),
        1 => "One more thing differs and is not told here.".to_owned(),
        n => format!(
            "{n} more things differ and are not told here: smaller, or of a sort told already. The file has every month."
        ),
    }
}

/// Who they are when the two worlds part, and that they are invented.
pub fn who(followed: &Followed, reference: &Moment, place: &Place) -> String {
    let neighbourhood = place
        .communities
        .get(followed.neighbourhood as usize)
        .map_or("", |community| community.name.as_str());
    let noun = match (followed.age_months < 18 * 12, followed.female) {
        (true, true) => "girl",
        (true, false) => "boy",
        (false, true) => "woman",
        (false, false) => "man",
    };
    let came = match followed.since {
        Since::Generated => "",
        Since::SpinUp | Since::Branch => ", who came here in the years before",
    };
    let friends = match reference.close_friends {
        0 => "nobody to count on outside the home".to_owned(),
        1 => "one friend to count on".to_owned(),
        n => format!("{n} friends to count on"),
    };
    format!(
        "An invented {noun}, aged {}, living {} in {neighbourhood}{came}: {}, with {friends}{}.",
        followed.age_months / 12,
        clauses::company(reference, followed.is_child),
        clauses::activity(
            reference.activity,
            followed.female,
            u32::from(followed.age_months) / 12
        ),
        clauses::condition(reference)
    )
}

#[cfg(test)]
mod tests;
