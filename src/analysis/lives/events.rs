//! What happens in one life, read from its months: approaches that come and go, problems, contacts, crises, work, people.
//! What flickers from month to month counts once it has stayed for a while.

use crate::engine::mechanisms::wellbeing::Part;
use crate::engine::state::person::{Housing, PROBLEMS};
use crate::engine::state::service::SERVICES;
use crate::indicators::life::{Moment, Presence};
use crate::place::{Activity, Disability};
use crate::scenario::approaches::{Approach, Lever, Scope};

/// Months for which something must have changed before it counts as changed.
const STAYS: usize = 3;
/// The strain from which a family is under it.
const STRAINED: f32 = 0.4;
/// Hours a week from which help or a lack of it is told.
const TOLD: f32 = 1.0;
/// Months of asking in vain after which it is told.
const LONG_WAIT: u8 = 3;

/// What happened in a month. Approaches are positions in the scenario's list, services in `ServiceKind::ALL`, kinds of
/// problem in `ProblemKind::ALL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the fields say what they are")]
pub enum What {
    /// An approach begins to reach the person.
    Reached(u16),
    /// It does no longer.
    ReachEnds(u16),
    /// An approach for everybody begins in the neighbourhood.
    Opens(u16),
    /// It ends there.
    Closes(u16),
    /// Somebody helps them to shape their own support, or no longer does.
    Plan(bool),
    /// A problem arises.
    Arises { kind: u8 },
    /// A problem is solved: after a contact with a service, or without one.
    Solved { kind: u8, by: Option<u8> },
    /// A problem is handed on to another service.
    HandedOn { kind: u8, to: u8 },
    /// A service has been asked in vain for some months.
    Waits { kind: u8, at: u8 },
    /// A contact that fitted the person, or did not.
    Contact { service: u8, fitted: bool },
    /// So many attendances at A&E.
    Attends(u8),
    /// So many emergency admissions.
    Admitted(u8),
    /// Where the person lives changes.
    Moves(Housing),
    /// They become often lonely, or are so no longer.
    Lonely(bool),
    /// Friends to count on.
    Friends { from: u8, to: u8 },
    /// Work is found or lost, or given up.
    Works { from: Activity, to: Activity },
    /// A condition begins, worsens or eases.
    Condition { from: Disability, to: Disability },
    /// A partner moves in.
    PartnerComes,
    /// The couple parts.
    Parts,
    /// The partner dies.
    PartnerDies,
    /// Somebody else at home dies.
    HomeDies,
    /// A close friend dies.
    FriendDies,
    /// A child is born.
    ChildBorn,
    /// Somebody leaves the home.
    SomebodyGoes,
    /// They begin to care for somebody, or no longer do.
    Cares(bool),
    /// Caring at home becomes a strain, or is one no longer.
    Strained(bool),
    /// Needs go unmet, or are met again.
    Unmet(bool),
    /// Paid carers come, or come no longer.
    FormalHelp(bool),
    /// Neighbours and friends give hours of support, or no longer do.
    CommunityHelp(bool),
    /// They give time in the neighbourhood, or no longer do.
    Volunteers(bool),
    /// A life-limiting condition is known.
    Dying,
    /// Palliative care reaches them.
    Palliative,
    /// They die.
    Dies,
    /// They move away.
    Leaves,
}

/// Something that happened in a month of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The month lived, the first after the branching being 1.
    pub month: u32,
    /// What.
    pub what: What,
}

impl What {
    /// Whether it lasts, so that it makes sense to ask when the same happens in the other life. A contact is over when it is.
    pub fn is_lasting(self) -> bool {
        let one_of_many = matches!(
            self,
            Self::Arises { .. }
                | Self::Solved { .. }
                | Self::HandedOn { .. }
                | Self::Waits { .. }
                | Self::Contact { .. }
                | Self::Attends(_)
                | Self::Admitted(_)
                | Self::Friends { .. }
                | Self::FriendDies
                | Self::HomeDies
                | Self::SomebodyGoes
        );
        !one_of_many
    }

    /// Whether two are of one sort, whatever the details: a chain tells only so many of a sort.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// The parts of wellbeing that it bears on in the model.
    pub fn bears_on(self, approaches: &[Approach]) -> Vec<Part> {
        match self {
            Self::Reached(a) | Self::ReachEnds(a) | Self::Opens(a) | Self::Closes(a) => {
                let effects = approaches
                    .get(usize::from(a))
                    .map_or(&[][..], |approach| &approach.effects);
                effects
                    .iter()
                    .filter_map(|effect| part_of(effect.lever))
                    .collect()
            }
            Self::Plan(_) | Self::Contact { .. } | Self::HandedOn { .. } => vec![Part::Control],
            Self::Arises { .. } | Self::Solved { .. } | Self::Waits { .. } => vec![Part::Problems],
            Self::Lonely(_) | Self::Friends { .. } => vec![Part::Friends],
            Self::Works { .. } => vec![Part::Work],
            Self::Condition { .. } => vec![Part::Condition],
            Self::PartnerComes | Self::Parts | Self::PartnerDies => {
                vec![Part::Partner, Part::Events]
            }
            Self::Admitted(_) | Self::Moves(_) | Self::HomeDies | Self::FriendDies => {
                vec![Part::Events]
            }
            Self::Cares(_) | Self::Strained(_) => vec![Part::Strain],
            Self::Unmet(_) | Self::FormalHelp(_) | Self::CommunityHelp(_) => vec![Part::Unmet],
            _ => Vec::new(),
        }
    }

    /// What it counts for whatever follows, so that a death is never left out for a contact. Unit: points of wellbeing.
    pub fn stands_out(self) -> f32 {
        match self {
            Self::Dies | Self::Leaves => 10.0,
            Self::PartnerDies | Self::Parts | Self::Moves(_) | Self::Dying => 1.0,
            Self::Admitted(_) | Self::HomeDies | Self::PartnerComes => 0.4,
            Self::Works { .. } | Self::Palliative | Self::ChildBorn | Self::Condition { .. } => 0.2,
            Self::Reached(_) | Self::FriendDies | Self::Lonely(_) => 0.1,
            Self::Opens(_)
            | Self::Plan(_)
            | Self::Strained(_)
            | Self::Unmet(_)
            | Self::Cares(_)
            | Self::FormalHelp(_) => 0.05,
            _ => 0.0,
        }
    }
}

/// The part of wellbeing that a lever bears on, where there is one; others work through conditions of everybody.
fn part_of(lever: Lever) -> Option<Part> {
    match lever {
        Lever::Plan | Lever::Confidence => Some(Part::Control),
        Lever::Advocacy | Lever::SelfHelp | Lever::Capacity | Lever::Fit | Lever::JoinedUp => {
            Some(Part::Problems)
        }
        Lever::Introductions | Lever::AssociationalLife => Some(Part::Friends),
        Lever::JobSupport => Some(Part::Work),
        Lever::BreakHours | Lever::KinHelp => Some(Part::Strain),
        Lever::CommunityHours | Lever::FormalHours | Lever::Welcome => Some(Part::Unmet),
        Lever::Environment => Some(Part::Place),
        _ => None,
    }
}

/// Everything that happens in a life, in order of time.
pub fn events(life: &[Moment], approaches: &[Approach]) -> Vec<Event> {
    let here = life
        .iter()
        .take_while(|moment| moment.presence == Presence::Here)
        .count();
    let gone = life.get(here).map(|moment| moment.presence);
    let life = &life[..here];
    let mut events = Vec::new();
    of_approaches(life, approaches, &mut events);
    for month in 1..life.len() {
        let mut put = |what| {
            events.push(Event {
                month: month as u32,
                what,
            });
        };
        of_problems(&life[month - 1], &life[month], &mut put);
        of_home(&life[month - 1], &life[month], &mut put);
        of_self(&life[month - 1], &life[month], &mut put);
    }
    let mut turns = |holds: fn(&Moment) -> bool, what: fn(bool) -> What| {
        events.extend(changes(life, STAYS, holds).map(|(month, _, now)| Event {
            month,
            what: what(now),
        }));
    };
    turns(|m| m.lonely, What::Lonely);
    turns(|m| m.plan, What::Plan);
    turns(|m| m.care_hours > 0.0, What::Cares);
    turns(|m| m.strain >= STRAINED, What::Strained);
    turns(|m| m.unmet >= TOLD, What::Unmet);
    turns(|m| m.from_formal >= TOLD, What::FormalHelp);
    turns(|m| m.from_community >= TOLD, What::CommunityHelp);
    turns(|m| m.volunteer, What::Volunteers);
    let friends = changes(life, STAYS, |m| m.close_friends);
    events.extend(friends.map(|(month, from, to)| Event {
        month,
        what: What::Friends { from, to },
    }));
    let month = here as u32;
    match gone {
        Some(Presence::Died) => events.push(Event {
            month,
            what: What::Dies,
        }),
        Some(Presence::Left) => events.push(Event {
            month,
            what: What::Leaves,
        }),
        _ => {}
    }
    events.sort_by_key(|event| event.month);
    events
}

/// When something changed and stayed so: month, before, after. What stays to the end of the life has stayed.
fn changes<T: Copy + PartialEq>(
    life: &[Moment],
    stays: usize,
    of: impl Fn(&Moment) -> T,
) -> impl Iterator<Item = (u32, T, T)> {
    let mut found = Vec::new();
    let mut current = life.first().map(&of);
    for month in 1..life.len() {
        let (now, before) = (of(&life[month]), current);
        let stayed = life[month..]
            .iter()
            .take(stays)
            .all(|later| of(later) == now);
        if let Some(before) = before.filter(|before| *before != now && stayed) {
            found.push((month as u32, before, now));
            current = Some(now);
        }
    }
    found.into_iter()
}

fn of_approaches(life: &[Moment], approaches: &[Approach], events: &mut Vec<Event>) {
    for (position, approach) in approaches.iter().enumerate() {
        let name = position as u16;
        if approach.eligible.scope() == Scope::People {
            let reached = changes(life, STAYS, |m| m.reached.binary_search(&name).is_ok());
            events.extend(reached.map(|(month, _, now)| Event {
                month,
                what: if now {
                    What::Reached(name)
                } else {
                    What::ReachEnds(name)
                },
            }));
        } else {
            let running = changes(life, STAYS, |m| m.running.binary_search(&name).is_ok());
            events.extend(running.map(|(month, _, now)| Event {
                month,
                what: if now {
                    What::Opens(name)
                } else {
                    What::Closes(name)
                },
            }));
        }
    }
}

fn of_problems(before: &Moment, now: &Moment, put: &mut impl FnMut(What)) {
    for k in 0..PROBLEMS {
        let kind = k as u8;
        match (before.problem_age[k] > 0, now.problem_age[k] > 0) {
            (false, true) => put(What::Arises { kind }),
            (true, false) => {
                let held = before.problem_at[k];
                let by = (now.contacts[usize::from(held)] > 0).then_some(held);
                put(What::Solved { kind, by });
            }
            (true, true) => {
                if before.problem_at[k] != now.problem_at[k] {
                    put(What::HandedOn {
                        kind,
                        to: now.problem_at[k],
                    });
                } else if now.problem_waits[k] == LONG_WAIT && before.problem_waits[k] < LONG_WAIT {
                    put(What::Waits {
                        kind,
                        at: now.problem_at[k],
                    });
                }
            }
            _ => {}
        }
    }
    // Only of a single contact is it known whether it was the one that fitted.
    if now.contacts.iter().map(|c| u32::from(*c)).sum::<u32>() == 1 {
        let service = (0..SERVICES).find(|s| now.contacts[*s] == 1).unwrap_or(0) as u8;
        put(What::Contact {
            service,
            fitted: now.fitted > 0,
        });
    }
}

fn of_home(before: &Moment, now: &Moment, put: &mut impl FnMut(What)) {
    let mut lost = i32::from(before.others_at_home) - i32::from(now.others_at_home);
    match (before.partner, now.partner) {
        (true, false) => {
            put(if now.widowed {
                What::PartnerDies
            } else {
                What::Parts
            });
            lost -= 1;
        }
        (false, true) => {
            put(What::PartnerComes);
            lost += 1;
        }
        _ => {}
    }
    let other_deaths = now
        .deaths_at_home
        .saturating_sub(u8::from(before.partner && !now.partner && now.widowed));
    if other_deaths > 0 {
        put(What::HomeDies);
    }
    if now.children_at_home > before.children_at_home && lost < 0 {
        put(What::ChildBorn);
    }
    if lost - i32::from(other_deaths) > 0 {
        put(What::SomebodyGoes);
    }
    if now.housing != before.housing {
        put(What::Moves(now.housing));
    }
    if now.friends_died > 0 {
        put(What::FriendDies);
    }
}

fn of_self(before: &Moment, now: &Moment, put: &mut impl FnMut(What)) {
    if now.attendances > 0 {
        put(What::Attends(now.attendances));
    }
    if now.admissions > 0 {
        put(What::Admitted(now.admissions));
    }
    if now.activity != before.activity {
        put(What::Works {
            from: before.activity,
            to: now.activity,
        });
    }
    if now.disability != before.disability {
        put(What::Condition {
            from: before.disability,
            to: now.disability,
        });
    }
    if now.dying && !before.dying {
        put(What::Dying);
    }
    if now.palliative && !before.palliative {
        put(What::Palliative);
    }
}

#[cfg(test)]
pub(crate) mod tests;
