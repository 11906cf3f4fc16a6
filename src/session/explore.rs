//! How the comparison is looked at: when, whom, where, at what. Nothing here changes a result.

pub mod shift;
mod shown;
mod tab;
mod time;

pub use shown::Shown;
pub use tab::Tab;
pub use time::Timeline;

use super::action::Action;
use super::effect::Effect;
use super::inquiries::{self, Inquiries, Standing};
use super::link::View;
use super::lives::{Followed, proposals, wanted};
use super::question::Question;
use super::spending::Flow;
use crate::analysis::lives::proposals::Example;
use crate::indicators::FrameMeasure;
use crate::indicators::catalogue::DOING_WELL;
use crate::place::{Place, Resident};
use crate::random::mix;
use shift::Shift;

/// How the comparison is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Explore {
    /// What stands beside the levers.
    pub tab: Tab,
    /// The time on screen.
    pub timeline: Timeline,
    /// What people are coloured by, where somebody chose it.
    pub colour: Option<FrameMeasure>,
    /// What the living picture shows, where somebody chose it.
    pub shown: Option<Shown>,
    /// The slot of the person followed.
    pub person: Option<u32>,
    /// Whose life is proposed, and what was asked about whoever is followed.
    pub lives: Followed,
    /// The neighbourhood looked at.
    pub neighbourhood: Option<u32>,
    /// How often somebody else was asked for.
    pub others: u32,
    /// Whether each re-run is drawn as a thin line.
    pub single_runs: bool,
    /// The indicator looked at closely.
    pub chosen: usize,
    /// What is looked at of the money.
    pub flow: Flow,
}

impl Default for Explore {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            timeline: Timeline::default(),
            colour: None,
            shown: None,
            person: None,
            lives: Followed::default(),
            neighbourhood: None,
            others: 0,
            single_runs: false,
            chosen: DOING_WELL,
            flow: Flow::default(),
        }
    }
}

/// What happened to the way it is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// Put this beside the levers.
    Show(Tab),
    /// Colour people by this.
    Colour(FrameMeasure),
    /// Let the living picture show this.
    Picture(Shown),
    /// Follow a person, by slot, or nobody.
    Person(Option<u32>),
    /// Follow somebody whose two lives are such an example; another one when asked again.
    Propose(Example),
    /// Follow somebody else, in the neighbourhood looked at if there is one.
    SomebodyElse,
    /// Look at a neighbourhood, or at none.
    Neighbourhood(Option<u32>),
    /// Draw each re-run as a thin line in the large chart, or not.
    SingleRuns(bool),
    /// Look closely at an indicator.
    Choose(usize),
    /// Let the months pass, or stop them.
    Play(bool),
    /// Months forward or back.
    Step(i32),
    /// To a month.
    Seek(u32),
    /// Look at another side of the money.
    Flow(Flow),
    /// Months a second.
    Speed(u32),
    /// One more month has passed on screen.
    Tick,
}

/// Takes in what happened.
pub fn update(explore: &mut Explore, said: Said, question: &Question) -> Vec<Action> {
    let end = question.shown().scenario.months();
    let timeline = &mut explore.timeline;
    match said {
        Said::Show(tab) => explore.tab = tab,
        Said::Colour(measure) => explore.colour = Some(measure),
        Said::Picture(shown) => explore.shown = Some(shown),
        Said::Person(person) => explore.person = person,
        Said::Propose(example) => propose(explore, example, question),
        Said::SomebodyElse => somebody_else(explore, question),
        Said::Neighbourhood(neighbourhood) => explore.neighbourhood = neighbourhood,
        Said::SingleRuns(shown) => explore.single_runs = shown,
        Said::Choose(indicator) => explore.chosen = indicator,
        Said::Flow(flow) => explore.flow = flow,
        Said::Play(playing) => return Action::pages([timeline.play(playing, end)]),
        Said::Speed(speed) => return Action::pages([timeline.speed(speed)]),
        Said::Step(months) => {
            let month = timeline.month.saturating_add_signed(months).min(end);
            return Action::pages(timeline.seek(month));
        }
        Said::Seek(month) => return Action::pages(timeline.seek(month.min(end))),
        Said::Tick => return Action::pages(timeline.tick(end)),
    }
    Vec::new()
}

impl Explore {
    /// Looks as a link says.
    pub(super) fn look(&mut self, view: &View) {
        self.tab = view.tab;
        self.chosen = view.chosen;
        self.colour = view.colour;
        self.shown = view.shown;
        self.neighbourhood = view.neighbourhood;
        self.person = view.person;
    }

    /// A place is there for drawing: a link may name somebody or somewhere that it does not have.
    pub(super) fn placed(&mut self, place: &Place) {
        let (persons, communities) = (place.persons.len(), place.communities.len());
        self.person = self.person.filter(|slot| (*slot as usize) < persons);
        self.neighbourhood = self
            .neighbourhood
            .filter(|number| (*number as usize) < communities);
    }

    /// Follows what has happened elsewhere. The page's first result is looked at from its beginning, or from its end where less
    /// motion is asked for, unless something else says `when`.
    pub(super) fn shift(&mut self, shift: Shift, when: bool) -> Option<Effect> {
        let timeline = &mut self.timeline;
        match shift {
            Shift::ToKept => self.tab = Tab::Compare,
            Shift::Elsewhere => (self.person, self.neighbourhood) = (None, None),
            Shift::Within(end) => timeline.month = timeline.month.min(end),
            Shift::Came { before, end, first } => {
                timeline.came(before, end);
                if first && !when {
                    return timeline.first_look(end);
                }
            }
            Shift::Still => timeline.autoplay = false,
            Shift::StandAt(month) => timeline.stand_at(month),
        }
        None
    }
}

/// Follows somebody who is such an example; asked again, somebody else who is.
fn propose(explore: &mut Explore, example: Example, question: &Question) {
    let Some(found) = proposals(question.shown()) else {
        return;
    };
    if let Some(person) = explore.lives.pick(&found, example, explore.person) {
        explore.person = Some(person);
    }
}

/// Somebody of the neighbourhood looked at, or of the place; another each time, the same order for everybody.
fn somebody_else(explore: &mut Explore, question: &Question) {
    let Some(place) = &question.shown().place else {
        return;
    };
    let here = |person: &Resident| {
        let home = place
            .families
            .get(person.family.index())
            .map(|family| family.community.0);
        explore.neighbourhood.is_none() || home == explore.neighbourhood
    };
    let people: Vec<u32> = (0..)
        .zip(&place.persons)
        .filter(|(_, person)| here(person))
        .map(|(slot, _)| slot)
        .collect();
    let others = explore.others + 1;
    let pick = |turn: u32| people[(mix(u64::from(turn)) % people.len() as u64) as usize];
    let person = match people.len() {
        0 => None,
        // The next one in the order that is not the one already followed.
        _ => (others..others + 8)
            .map(pick)
            .find(|slot| Some(*slot) != explore.person)
            .or(explore.person),
    };
    explore.others = others;
    explore.person = person.or(explore.person);
}

/// After any message: asks for the two lives of whoever is followed once their worlds are pictured, and only for the last one
/// asked for.
pub fn follow(
    explore: &mut Explore,
    question: &Question,
    inquiries: &Inquiries,
) -> Vec<inquiries::Said> {
    let wanted = wanted(question, explore.person);
    let mut said = explore.lives.follow(explore.person, wanted);
    let open = |inquiry| {
        let standing = inquiries.standing(inquiry, &question.run.scenario);
        matches!(standing, Standing::Open { .. })
    };
    if let Some(inquiry) = wanted.filter(|inquiry| open(*inquiry)) {
        explore.lives.asked = Some(inquiry);
        said.push(inquiries::Said::Ask(inquiry));
    }
    said
}
