//! The chain of what happens in two lives.

use super::super::events::tests::{approaches, calm};
use super::*;
use crate::indicators::Since;
use crate::indicators::life::Followed;

fn two(months: usize, change: impl Fn(usize, usize, &mut Moment)) -> TwoLives {
    let life = |which: usize| {
        (0..months)
            .map(|k| {
                let mut moment = calm();
                change(which, k, &mut moment);
                moment
            })
            .collect()
    };
    let followed = Followed {
        key: 1,
        slot: 0,
        age_months: 480,
        female: true,
        neighbourhood: 0,
        since: Since::Generated,
        is_child: false,
    };
    TwoLives {
        followed,
        arms: [1, 2],
        lives: [life(0), life(1)],
    }
}

fn control(moment: &mut Moment, points: f32) {
    moment.parts[Part::Control as usize] += points;
    moment.wellbeing += points;
}

#[test]
fn lives_in_which_nothing_differs_never_part() {
    let chain = Chain::of(
        &two(40, |_, k, m| m.admissions = u8::from(k == 9)),
        &approaches(),
    );
    assert_eq!(
        (chain.apart, chain.noticed, chain.left_out, chain.made_of),
        (None, None, 0, Vec::new())
    );
    assert_eq!(
        chain.links,
        [Link {
            month: 9,
            life: 0,
            what: What::Admitted(1),
            other: Other::Same
        }]
    );
    assert_eq!(chain.ends[0], chain.ends[1]);
    assert_eq!(
        (
            chain.ends[0].admissions,
            chain.ends[0].presence,
            chain.ends[0].month
        ),
        (1, Presence::Here, 39)
    );
}

#[test]
fn the_first_moment_names_what_is_at_work_and_a_difference_is_noticed_when_it_lasts() {
    let all = approaches();
    let name = all.iter().position(|a| a.id == "personal-budgets").unwrap() as u16;
    let chain = Chain::of(
        &two(60, |life, k, m| {
            if life == 1 && k >= 5 {
                m.reached = vec![name];
                control(m, if k >= 20 { 0.8 } else { 0.1 });
            }
            if life == 0 && k >= 30 {
                m.reached = vec![name];
            }
        }),
        &all,
    );
    let apart = chain.apart.unwrap();
    assert_eq!(
        (apart.month, apart.approaches, apart.parts),
        (5, [vec![], vec![name]], vec![Part::Control])
    );
    // Of the year from month 15 on, seven months are 0.8 apart and five 0.1.
    assert_eq!(chain.noticed, Some((15, true)));
    assert_eq!(
        chain.links,
        [Link {
            month: 5,
            life: 1,
            what: What::Reached(name),
            other: Other::Later(30)
        }],
        "told once"
    );
    assert_eq!(chain.made_of.len(), 1);
    assert!((chain.made_of[0].1 - 0.8).abs() < 1e-5 && chain.made_of[0].0 == Part::Control);
}

#[test]
fn what_others_add_is_what_is_missing_in_the_sum() {
    let chain = Chain::of(
        &two(24, |life, k, m| {
            m.wellbeing += if life == 1 && k > 3 { 0.3 } else { 0.0 }
        }),
        &approaches(),
    );
    assert_eq!(chain.made_of.len(), 1);
    assert!(chain.made_of[0].0 == Part::Others && (chain.made_of[0].1 - 0.3).abs() < 1e-5);
    assert_eq!(chain.apart.unwrap().parts, [Part::Others]);
}

#[test]
fn a_dozen_are_told_the_rest_is_counted_and_a_death_is_never_left_out() {
    let chain = Chain::of(
        &two(100, |life, k, m| {
            if life == 0 {
                m.problem_age[k % 5] = u8::from(k % 2 == 0);
                m.attendances = u8::from(k % 3 == 0);
                m.lonely = k >= 40;
                m.volunteer = k >= 50;
                if k >= 90 {
                    m.presence = Presence::Died;
                }
            }
        }),
        &approaches(),
    );
    assert!(chain.links.len() <= TOLD + SHARED, "{}", chain.links.len());
    assert!(chain.left_out > 50, "{}", chain.left_out);
    assert!(chain.links.contains(&Link {
        month: 90,
        life: 0,
        what: What::Dies,
        other: Other::Never
    }));
    assert!(chain.links.contains(&Link {
        month: 40,
        life: 0,
        what: What::Lonely(true),
        other: Other::Never
    }));
    assert!(
        chain
            .links
            .windows(2)
            .all(|pair| pair[0].month <= pair[1].month),
        "in order of time"
    );
    assert!(
        chain
            .links
            .iter()
            .filter(|link| matches!(link.what, What::Arises { .. }))
            .count()
            <= ALIKE
    );
    assert!(chain.made_of.is_empty(), "one of the two has ended");
    assert_eq!(
        (
            chain.ends[0].presence,
            chain.ends[0].month,
            chain.ends[1].month
        ),
        (Presence::Died, 89, 99)
    );
}

#[test]
fn what_happens_after_one_life_has_ended_is_told_as_such() {
    let chain = Chain::of(
        &two(60, |life, k, m| {
            if life == 1 && k >= 20 {
                m.presence = Presence::Left;
            }
            m.lonely = k >= 30;
        }),
        &approaches(),
    );
    assert!(chain.links.contains(&Link {
        month: 30,
        life: 0,
        what: What::Lonely(true),
        other: Other::Gone(Presence::Left)
    }));
}

#[test]
fn what_is_followed_by_more_weighs_more() {
    let all = approaches();
    let lives = two(60, |life, k, m| {
        if life == 1 && k >= 10 {
            m.plan = true;
            control(m, 0.6);
        }
        m.volunteer = life == 1 && k >= 10;
    });
    let weight_of = |what| weight(&Event { month: 10, what }, &lives.lives, &all);
    assert!(weight_of(What::Plan(true)) > weight_of(What::Volunteers(true)) + 0.5);
}
