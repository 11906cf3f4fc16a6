//! What counts as something that happened in a life.

use super::*;
use crate::engine::state::ServiceKind;

/// A month in which nothing is the matter.
pub(crate) fn calm() -> Moment {
    Moment {
        presence: Presence::Here,
        wellbeing: 7.0,
        parts: [0.0; Part::COUNT],
        control: 0.6,
        lonely: false,
        close_friends: 3,
        activity: Activity::Employed,
        disability: Disability::None,
        partner: true,
        widowed: false,
        others_at_home: 2,
        children_at_home: 1,
        deaths_at_home: 0,
        friends_died: 0,
        need: 0.0,
        from_family: 0.0,
        from_community: 0.0,
        from_formal: 0.0,
        unmet: 0.0,
        waits_for_care: false,
        problem_age: [0; PROBLEMS],
        problem_waits: [0; PROBLEMS],
        problem_at: [0, 2, 3, 3, 4],
        contacts: [0; SERVICES],
        fitted: 0,
        primary_contacts: 0,
        relationship: 0,
        attendances: 0,
        admissions: 0,
        housing: Housing::Own,
        care_hours: 0.0,
        strain: 0.0,
        volunteer: false,
        plan: false,
        dying: false,
        palliative: false,
        reached: Vec::new(),
        running: Vec::new(),
    }
}

pub(crate) fn approaches() -> Vec<Approach> {
    crate::scenario::bundled::approaches().unwrap()
}

fn of(life: &[Moment]) -> Vec<(u32, What)> {
    events(life, &approaches())
        .into_iter()
        .map(|event| (event.month, event.what))
        .collect()
}

fn life(months: usize, change: impl Fn(usize, &mut Moment)) -> Vec<Moment> {
    let month = |k: usize| {
        let mut moment = calm();
        change(k, &mut moment);
        moment
    };
    (0..months).map(month).collect()
}

#[test]
fn a_calm_life_has_no_events_and_what_flickers_is_none() {
    assert_eq!(of(&life(24, |_, _| ())), []);
    assert_eq!(of(&life(24, |k, m| m.lonely = k == 7 || k == 12)), []);
    let lonely = of(&life(24, |k, m| m.lonely = (7..14).contains(&k) && k != 10));
    assert_eq!(lonely, [(7, What::Lonely(true)), (14, What::Lonely(false))]);
    assert_eq!(
        of(&life(24, |k, m| m.lonely = k == 23)),
        [(23, What::Lonely(true))],
        "what stays to the end has stayed"
    );
}

#[test]
fn a_problem_arises_is_handed_on_waits_and_is_solved() {
    let found = of(&life(20, |k, m| {
        if (3..12).contains(&k) {
            m.problem_age[2] = k as u8 - 2;
            m.problem_waits[2] = k.saturating_sub(7) as u8;
        }
        if (6..12).contains(&k) {
            m.problem_at[2] = ServiceKind::Work as u8;
        }
        if k == 5 || k == 12 {
            m.contacts[if k == 5 { 3 } else { 4 }] = 1;
            m.fitted = u8::from(k == 12);
        }
    }));
    let expected = [
        (3, What::Arises { kind: 2 }),
        (
            5,
            What::Contact {
                service: 3,
                fitted: false,
            },
        ),
        (6, What::HandedOn { kind: 2, to: 4 }),
        (10, What::Waits { kind: 2, at: 4 }),
        (
            12,
            What::Solved {
                kind: 2,
                by: Some(4),
            },
        ),
        (
            12,
            What::Contact {
                service: 4,
                fitted: true,
            },
        ),
    ];
    assert_eq!(found, expected);
}

#[test]
fn people_at_home_come_and_go_each_in_their_own_way() {
    let of_change = |change: fn(&mut Moment)| {
        of(&life(6, |k, m| {
            if k >= 3 {
                change(m);
            }
        }))
    };
    assert_eq!(
        of_change(|m| (m.partner, m.widowed, m.others_at_home) = (false, true, 1)),
        [(3, What::PartnerDies)]
    );
    assert_eq!(
        of_change(|m| (m.partner, m.others_at_home) = (false, 1)),
        [(3, What::Parts)]
    );
    assert_eq!(
        of_change(|m| (m.others_at_home, m.children_at_home) = (3, 2)),
        [(3, What::ChildBorn)]
    );
    assert_eq!(
        of_change(|m| (m.others_at_home, m.children_at_home) = (1, 0)),
        [(3, What::SomebodyGoes)]
    );
    assert_eq!(
        of_change(|m| m.children_at_home = 0),
        [],
        "a child comes of age"
    );
    let died = of(&life(6, |k, m| {
        (m.others_at_home, m.deaths_at_home) = (if k < 3 { 2 } else { 1 }, u8::from(k == 3));
    }));
    assert_eq!(died, [(3, What::HomeDies)]);
    let widowed = of(&life(6, |k, m| {
        if k >= 3 {
            (m.partner, m.widowed, m.others_at_home, m.deaths_at_home) =
                (false, true, 1, u8::from(k == 3));
        }
    }));
    assert_eq!(widowed, [(3, What::PartnerDies)], "told once");
}

#[test]
fn approaches_for_people_reach_somebody_and_others_come_to_the_neighbourhood() {
    let all = approaches();
    let person = all.iter().position(|a| a.id == "link-workers").unwrap() as u16;
    let community = all
        .iter()
        .position(|a| a.id == "safe-green-streets")
        .unwrap() as u16;
    let found = of(&life(30, |k, m| {
        if k >= 2 {
            m.running = vec![person.min(community), person.max(community)];
        }
        if (5..20).contains(&k) && k != 9 {
            m.reached = vec![person];
        }
    }));
    assert_eq!(
        found,
        [
            (2, What::Opens(community)),
            (5, What::Reached(person)),
            (20, What::ReachEnds(person))
        ]
    );
    assert!(
        What::Reached(person)
            .bears_on(&all)
            .contains(&Part::Friends)
    );
    assert!(What::Opens(community).bears_on(&all).contains(&Part::Place));
    assert!(What::Reached(9_999).bears_on(&all).is_empty());
}

#[test]
fn a_life_ends_once_and_nothing_is_told_after_it() {
    let found = of(&life(20, |k, m| {
        if k >= 9 {
            m.presence = Presence::Died;
            m.lonely = true;
            m.admissions = 1;
        }
    }));
    assert_eq!(found, [(9, What::Dies)]);
}
