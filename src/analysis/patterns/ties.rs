//! Pattern 7: close ties and their turnover.

use super::baseline::is_same;
use super::{Baseline, Pattern, measure};
use crate::analysis::statistics::share;
use crate::engine::state::World;
use crate::engine::state::person::CLOSE;

/// Strength below which a tie is a weak one.
const WEAK: f32 = 0.3;

pub(super) const CLOSE_TIES: Pattern = Pattern {
    id: 7,
    name: "Close ties and their turnover",
    sources: &["T01", "T02", "T05", "T07", "T08"],
    how: "Friends that people of 16 and over count on, over the ends of five years; ties of year 1 a year later.",
    measures: &[
        measure("no close friend", "% of 16+", 5.0, 9.0),
        measure("one", "%", 10.0, 14.0),
        measure("two or three", "%", 38.0, 45.0),
        measure("four or five", "%", 18.0, 24.0),
        measure("six or more", "%", 13.0, 19.0),
        measure(
            "none at 40 and over, more than at 16–24",
            "points",
            2.0,
            9.0,
        ),
        measure(
            "adults who made a friend in the year",
            "% of adults",
            25.0,
            45.0,
        ),
        measure(
            "kin lost in a year, of households that stay",
            "%",
            -0.1,
            3.0,
        ),
        measure("friends lost in a year", "%", 5.0, 15.0),
        measure("weak ties lost in a year", "%", 30.0, 95.0),
    ],
    read,
};

fn read(baseline: &Baseline) -> Vec<f64> {
    let mut counts = [0_usize; 7];
    let (mut young, mut older) = ((0, 0), (0, 0));
    for world in baseline.years() {
        for i in world.living().filter(|i| world.persons.age(*i) >= 16) {
            let friends = usize::from(world.persons.close_friends[i].min(6));
            counts[friends] += 1;
            let age = world.persons.age(i);
            let band = if age <= 24 { &mut young } else { &mut older };
            if age <= 24 || age >= 40 {
                band.0 += usize::from(friends == 0);
                band.1 += 1;
            }
        }
    }
    let all: usize = counts.iter().sum();
    let percent = |part: usize| 100.0 * share(part, all);
    let (first, later) = (baseline.at(1), baseline.at(2));
    vec![
        percent(counts[0]),
        percent(counts[1]),
        percent(counts[2] + counts[3]),
        percent(counts[4] + counts[5]),
        percent(counts[6]),
        100.0 * (share(older.0, older.1) - share(young.0, young.1)),
        100.0 * made_a_friend(first, later),
        100.0 * kin_lost(first, later),
        100.0 * lost(first, later, |strength| strength >= CLOSE),
        100.0 * lost(first, later, |strength| strength < WEAK),
    ]
}

/// Adults who have a tie that is close, or is becoming so, to somebody to whom they had none a year before.
fn made_a_friend(first: &World, later: &World) -> f64 {
    let adults: Vec<usize> = first
        .living()
        .filter(|i| first.persons.is_adult(*i) && is_same(first, later, *i))
        .collect();
    let made = adults.iter().filter(|i| {
        let persons = &later.persons;
        (0..persons.tie_count[**i] as usize).any(|slot| {
            let friend = persons.ties[**i][slot].index();
            let new =
                !is_same(first, later, friend) || first.persons.slot_of(**i, friend).is_none();
            new && persons.tie_goal[**i][slot] >= CLOSE
        })
    });
    share(made.count(), adults.len())
}

/// Ties of some strength that are gone a year later, of people who are still here; the other may have moved or died.
fn lost(first: &World, later: &World, counts: impl Fn(f32) -> bool) -> f64 {
    let (mut gone, mut all) = (0, 0);
    for i in first
        .living()
        .filter(|i| first.persons.age(*i) >= 16 && is_same(first, later, *i))
    {
        for slot in 0..first.persons.tie_count[i] as usize {
            if counts(first.persons.tie_strength[i][slot]) {
                let friend = first.persons.ties[i][slot].index();
                all += 1;
                gone += usize::from(
                    !is_same(first, later, friend) || later.persons.slot_of(i, friend).is_none(),
                );
            }
        }
    }
    share(gone, all)
}

/// Kin, here and elsewhere, whom families that stay have no longer: who moves away remains kin.
fn kin_lost(first: &World, later: &World) -> f64 {
    let (mut gone, mut all) = (0, 0);
    for family in 0..first.families.len() {
        let stays = first.families.arrivals[family] == later.families.arrivals[family];
        if stays && later.families.size(family, &later.persons.alive) > 0 {
            let before = first.families.kin_count(family);
            all += before;
            gone += before.saturating_sub(later.families.kin_count(family));
        }
    }
    share(gone, all)
}
