//! One person's life, month by month, as the state tells it: for following somebody. Watching
//! changes nothing.
//!
//! Knows nothing of arms, money or strategies: approaches are positions in a list of keys that it
//! is given.

use super::Since;
use crate::engine::funded::Phase;
use crate::engine::mechanisms::wellbeing::{self, Part};
use crate::engine::state::World;
use crate::engine::state::person::{CLOSE, FROM_THE_START, Housing, NOT_LIMITED, PROBLEMS};
use crate::engine::state::service::SERVICES;
use crate::place::{Activity, Disability};
use crate::random::Key;
use crate::scenario::parameters::Parameters;
use serde::{Deserialize, Serialize};

/// Whether somebody is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// Lives in the place.
    Here,
    /// Has died.
    Died,
    /// Has moved away.
    Left,
}

/// One month of one life. Of somebody who has died or moved away, the last month they were there,
/// with `presence` changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    /// Whether they are there at the end of the month.
    pub presence: Presence,
    /// Wellbeing. Range: 0–10.
    pub wellbeing: f32,
    /// What moves it, in the order of [`Part`]. Unit: points.
    pub parts: [f32; Part::COUNT],
    /// Control. Range: 0–1.
    pub control: f32,
    /// Whether often lonely.
    pub lonely: bool,
    /// Friends counted on.
    pub close_friends: u8,
    /// What the person does in the week.
    pub activity: Activity,
    /// Conditions, and what they limit.
    pub disability: Disability,
    /// Whether they have a partner at home.
    pub partner: bool,
    /// Whether a partner has died and none has come since.
    pub widowed: bool,
    /// Others who live in the same home.
    pub others_at_home: u8,
    /// Those of them under 18.
    pub children_at_home: u8,
    /// People at home who died this month.
    pub deaths_at_home: u8,
    /// Close friends who died this month.
    pub friends_died: u8,
    /// Support needed. Unit: hours a week; the four below add up to it.
    pub need: f32,
    /// Met by family. Unit: hours a week.
    pub from_family: f32,
    /// Met by community and friends. Unit: hours a week.
    pub from_community: f32,
    /// Met by formal services. Unit: hours a week.
    pub from_formal: f32,
    /// Met by nobody. Unit: hours a week.
    pub unmet: f32,
    /// Whether the person waits to be assessed by social care.
    pub waits_for_care: bool,
    /// For each kind of problem, months it has been open plus one, or 0.
    pub problem_age: [u8; PROBLEMS],
    /// For each kind of problem, months in which a service was asked in vain since it last saw the
    /// person.
    pub problem_waits: [u8; PROBLEMS],
    /// For each kind of problem, the service that holds it, as its position in `ServiceKind::ALL`.
    pub problem_at: [u8; PROBLEMS],
    /// Contacts about problems this month, by service.
    pub contacts: [u8; SERVICES],
    /// Those of them that fitted the person.
    pub fitted: u8,
    /// Routine contacts with primary care this month.
    pub primary_contacts: u8,
    /// Months with the same professional.
    pub relationship: u16,
    /// Attendances at A&E this month.
    pub attendances: u8,
    /// Emergency admissions this month.
    pub admissions: u8,
    /// Where the person lives.
    pub housing: Housing,
    /// Care given. Unit: hours a week.
    pub care_hours: f32,
    /// Strain of caring at home. Range: 0–1.
    pub strain: f32,
    /// Whether the person gives time in the neighbourhood.
    pub volunteer: bool,
    /// Whether somebody helps them to shape their own support.
    pub plan: bool,
    /// Whether a life-limiting condition is known.
    pub dying: bool,
    /// Whether palliative care reaches them.
    pub palliative: bool,
    /// Approaches that reach this person, as positions in the list given, in order.
    pub reached: Vec<u16>,
    /// Approaches at work in their neighbourhood, whomever they reach, likewise.
    pub running: Vec<u16>,
}

/// Who is followed: what was known of them when watching began.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Followed {
    /// A number that is the same for the same person in every world.
    pub key: u64,
    /// The position at which they stand in pictures.
    pub slot: u32,
    /// Age when watching began. Unit: months.
    pub age_months: u16,
    /// Female (true) or male.
    pub female: bool,
    /// The position of their neighbourhood.
    pub neighbourhood: u32,
    /// Since when they have lived in the place.
    pub since: Since,
    /// Whether a child, of any age, of somebody at home.
    pub is_child: bool,
}

/// Watches one person. The moments are of months that have been lived, the first of them of the
/// month watching began.
#[derive(Clone, Debug)]
pub struct LifeObserver {
    followed: Followed,
    approaches: Vec<Key>,
    /// Who shared the home last month, and who was a close friend.
    home: Vec<(usize, Key)>,
    friends: Vec<(usize, Key)>,
    before: [u32; 4 + SERVICES],
    moments: Vec<Moment>,
}

/// Since when the person of a position has lived in the place, the arms having branched in this
/// month.
pub fn since(world: &World, i: usize, branch: u32) -> Since {
    match world.persons.came[i] {
        // An influx notes no month: it comes in homes built after the place was generated.
        FROM_THE_START if i < world.place.persons.len() => Since::Generated,
        FROM_THE_START => Since::Branch,
        came if came < branch => Since::SpinUp,
        _ => Since::Branch,
    }
}

impl LifeObserver {
    /// Begins to watch whoever is at a position. `approaches` are the keys of what may be at work,
    /// in the order in which projects number them. None when nobody is there.
    pub fn new(
        world: &World,
        parameters: &Parameters,
        slot: u32,
        approaches: Vec<Key>,
    ) -> Option<Self> {
        let i = slot as usize;
        let persons = &world.persons;
        if !*persons.alive.get(i)? {
            return None;
        }
        let followed = Followed {
            key: persons.key[i].0,
            slot,
            age_months: persons.age_months[i],
            female: persons.female[i],
            neighbourhood: persons.community[i].0,
            since: since(world, i, world.month),
            is_child: persons.is_child[i],
        };
        let counted = counted(world, i);
        let mut observer = Self {
            followed,
            approaches,
            home: Vec::new(),
            friends: Vec::new(),
            before: counted,
            moments: Vec::new(),
        };
        let first = observer.here(world, parameters, [0; 4 + SERVICES]);
        observer.remember(world);
        observer.moments.push(first);
        Some(observer)
    }

    /// Looks at the world at the end of a month.
    pub fn month(&mut self, world: &World, parameters: &Parameters) {
        let i = self.followed.slot as usize;
        let persons = &world.persons;
        let is_here = persons.alive[i] && persons.key[i].0 == self.followed.key;
        let Some(last) = self.moments.last() else {
            return;
        };
        if last.presence != Presence::Here || !is_here {
            // Where somebody else is here already, the position no longer says which.
            let died = persons.died[i] && !persons.alive[i];
            let gone = if died { Presence::Died } else { Presence::Left };
            let presence = if last.presence == Presence::Here {
                gone
            } else {
                last.presence
            };
            self.moments.push(gone_moment(last, presence));
            return;
        }
        let now = counted(world, i);
        // Counts are of a calendar year, and this was its first month if one before has been
        // forgotten.
        let begins = world.month % 12 == 1;
        let before = if begins {
            [0; 4 + SERVICES]
        } else {
            self.before
        };
        let mut happened = [0; 4 + SERVICES];
        for k in 0..happened.len() {
            happened[k] = now[k].saturating_sub(before[k]);
        }
        self.before = now;
        let mut moment = self.here(world, parameters, happened);
        moment.deaths_at_home = deaths(world, &self.home);
        moment.friends_died = deaths(world, &self.friends);
        self.remember(world);
        self.moments.push(moment);
    }

    /// Who is followed, and their months.
    pub fn life(self) -> (Followed, Vec<Moment>) {
        (self.followed, self.moments)
    }

    /// Notes who is close now, to see next month who has died.
    fn remember(&mut self, world: &World) {
        let i = self.followed.slot as usize;
        let persons = &world.persons;
        let named = |k: usize| (k, persons.key[k]);
        self.home = world
            .families
            .living(persons.family[i].index(), &persons.alive)
            .filter(|k| *k != i)
            .map(named)
            .collect();
        let close = persons
            .friends(i)
            .iter()
            .zip(&persons.tie_strength[i])
            .filter(|(_, strength)| **strength >= CLOSE);
        self.friends = close.map(|(friend, _)| named(friend.index())).collect();
    }

    fn here(
        &self,
        world: &World,
        parameters: &Parameters,
        happened: [u32; 4 + SERVICES],
    ) -> Moment {
        let i = self.followed.slot as usize;
        let persons = &world.persons;
        let family = persons.family[i].index();
        let others: Vec<usize> = world
            .families
            .living(family, &persons.alive)
            .filter(|k| *k != i)
            .collect();
        let small = |count: u32| count.min(255) as u8;
        Moment {
            presence: Presence::Here,
            wellbeing: persons.wellbeing[i],
            parts: wellbeing::parts(world, parameters, i),
            control: persons.control[i],
            lonely: persons.lonely[i],
            close_friends: persons.close_friends[i],
            activity: persons.activity[i],
            disability: persons.disability[i],
            partner: persons.partner[i].is_some(),
            widowed: persons.widowed[i],
            others_at_home: others.len() as u8,
            children_at_home: others.iter().filter(|k| !persons.is_adult(**k)).count() as u8,
            deaths_at_home: 0,
            friends_died: 0,
            need: persons.need[i],
            from_family: persons.from_family[i],
            from_community: persons.from_community[i],
            from_formal: persons.from_formal[i],
            unmet: persons.unmet[i],
            waits_for_care: persons.waiting_care[i] > 0,
            problem_age: persons.problem_age[i],
            problem_waits: persons.problem_waits[i],
            problem_at: persons.problem_at[i].map(|service| service as u8),
            contacts: std::array::from_fn(|s| small(happened[4 + s])),
            fitted: small(happened[0]),
            primary_contacts: small(happened[1]),
            relationship: persons.relationship[i],
            attendances: small(happened[2]),
            admissions: small(happened[3]),
            housing: persons.housing[i],
            care_hours: persons.care_hours[i],
            strain: world.families.strain[family],
            volunteer: persons.volunteer[i],
            plan: persons.plan[i],
            dying: persons.months_left[i] != NOT_LIMITED,
            palliative: persons.palliative[i],
            reached: self.positions(|_, key| world.funded.reaches(persons, i, key)),
            running: self.running(world, persons.community[i].0),
        }
    }

    fn running(&self, world: &World, community: u32) -> Vec<u16> {
        let here =
            |position: usize| {
                let of_it = |project: &&crate::engine::funded::Project| {
                    project.approach == position && project.phase != Phase::Ended
                };
                world.projects.iter().filter(of_it).any(|project| {
                    project.delivery > 0.0 && project.communities.contains(&community)
                })
            };
        self.positions(|position, _| here(position))
    }

    fn positions(&self, holds: impl Fn(usize, Key) -> bool) -> Vec<u16> {
        let all = self.approaches.iter().enumerate();
        all.filter(|(position, key)| holds(*position, **key))
            .map(|(position, _)| position as u16)
            .collect()
    }
}

/// What is counted of a person in this calendar year: fitting contacts, primary care, A&E,
/// admissions, contacts by service.
fn counted(world: &World, i: usize) -> [u32; 4 + SERVICES] {
    let persons = &world.persons;
    let mut counted = [0; 4 + SERVICES];
    counted[0] = u32::from(persons.fitting_contacts[i]);
    counted[1] = u32::from(persons.primary_contacts[i]);
    counted[2] = u32::from(persons.attendances[i]);
    counted[3] = u32::from(persons.admissions[i]);
    for (count, contacts) in counted[4..].iter_mut().zip(persons.contacts[i]) {
        *count = u32::from(contacts);
    }
    counted
}

/// How many of them have died. Somebody whose position was taken by a newcomer within the month is
/// not seen to have.
fn deaths(world: &World, of: &[(usize, Key)]) -> u8 {
    let persons = &world.persons;
    of.iter()
        .filter(|(k, key)| persons.key[*k] == *key && !persons.alive[*k] && persons.died[*k])
        .count() as u8
}

/// A month of somebody who is no longer there: nothing is counted of it.
fn gone_moment(last: &Moment, presence: Presence) -> Moment {
    Moment {
        presence,
        deaths_at_home: 0,
        friends_died: 0,
        contacts: [0; SERVICES],
        fitted: 0,
        primary_contacts: 0,
        attendances: 0,
        admissions: 0,
        reached: Vec::new(),
        running: Vec::new(),
        ..last.clone()
    }
}

#[cfg(test)]
mod tests;
