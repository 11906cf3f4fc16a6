//! Kin belong to people, not to homes: who moves away remains kin elsewhere, who comes has kin of their own here, and kin
//! are lost only when the last of a family dies. Must not know support: who helps whom is decided there.

use crate::engine::state::World;
use crate::place::kin;
use crate::random::{Draws, Stream};

/// How many homes a family that has come is looked for kin in, for each that it has; the second half whether or not the
/// family there has kin elsewhere of whom the newcomers may be.
const LOOKS: u32 = 48;

/// A family leaves the place: it remains kin of those it was kin of, but elsewhere.
pub(super) fn leave(world: &mut World, family: usize) {
    world.families.unlink_kin(family, true);
}

/// Nobody of a family is left.
pub(super) fn end(world: &mut World, family: usize) {
    world.families.unlink_kin(family, false);
}

/// A grown-up child leaves for a home elsewhere: one more family of kin outside the place, while there is room for it.
pub(super) fn child_leaves(world: &mut World, family: usize) {
    if world.families.kin_count(family) < usize::from(kin::MOST_KIN) {
        world.families.kin_away[family] += 1;
    }
}

/// A family that has come to a home finds its kin in the place: as many as families had at the start, about a generation
/// or less apart, first of all those who have kin elsewhere, as the newcomers were until now.
pub(super) fn find(world: &mut World, month: u32, family: usize) {
    let name = world.families.key[family]
        .child(0x0419 ^ (u64::from(world.families.arrivals[family]) << 32));
    let mut draws = world.luck.draws(name, month, Stream::Moves);
    let wanted = kin::wanted(draws.uniform());
    let mine = head_age(world, family);
    for _ in 0..wanted {
        for look in 0..LOOKS {
            let Some(other) = somewhere(world, family, &mut draws) else {
                continue;
            };
            let away = world.families.kin_away[other];
            if away == 0 && look < LOOKS / 2 {
                continue;
            }
            let theirs = head_age(world, other);
            if theirs < 0 || !kin::plausible(mine, theirs) {
                continue;
            }
            if world.families.kin_count(other) - usize::from(away.min(1))
                < usize::from(kin::MOST_KIN)
                && world.families.link_kin(family, other)
            {
                world.families.kin_away[other] = away.saturating_sub(1);
                break;
            }
        }
    }
}

/// A home in the own neighbourhood or anywhere in the place. Homes neither come nor go: what is drawn depends on nobody.
fn somewhere(world: &World, family: usize, draws: &mut Draws) -> Option<usize> {
    if draws.uniform() < kin::NEAR {
        world.home_in(world.families.community[family], draws.word())
    } else {
        Some(draws.below(world.families.len() as u32) as usize)
    }
}

/// The age of the oldest at home who is nobody's child there; −1 where there is nobody.
fn head_age(world: &World, family: usize) -> i32 {
    let persons = &world.persons;
    let heads = world
        .families
        .living(family, &persons.alive)
        .filter(|i| !persons.is_child[*i]);
    heads.map(|i| i32::from(persons.age(i))).max().unwrap_or(-1)
}

/// A death shakes the grown-up kin outside the home.
pub(super) fn bereave(world: &mut World, i: usize, points: f32, lasting: f32) {
    let family = world.persons.family[i].index();
    for kin in world.families.kin[family] {
        if !kin.is_some() {
            continue;
        }
        for member in world.families.members[kin.index()] {
            if member.is_some()
                && world.persons.alive[member.index()]
                && world.persons.is_adult(member.index())
            {
                world.persons.shake(member.index(), points, lasting);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::state::example;

    #[test]
    fn who_moves_away_remains_kin_and_who_dies_does_not() {
        let mut world = example::new();
        let family = (0..world.families.len())
            .find(|f| world.families.kin_here(*f).count() == 2)
            .unwrap();
        let kin: Vec<usize> = world.families.kin_here(family).collect();
        let before: Vec<usize> = kin.iter().map(|k| world.families.kin_count(*k)).collect();
        let mut gone = world.clone();
        leave(&mut world, family);
        for (k, before) in kin.iter().zip(&before) {
            assert_eq!(
                (world.families.kin_count(*k), world.families.kin_away[*k]),
                (*before, 1)
            );
        }
        assert_eq!(world.families.kin_count(family), 0);
        end(&mut gone, family);
        for (k, before) in kin.iter().zip(&before) {
            assert_eq!(
                (gone.families.kin_count(*k), gone.families.kin_away[*k]),
                (before - 1, 0)
            );
        }
        example::check_kin(&world);
        example::check_kin(&gone);
    }

    #[test]
    fn who_comes_finds_kin_of_plausible_age_where_kin_were_elsewhere() {
        let mut world = example::new();
        let all = world.families.len();
        let (mut found, mut away) = (0, 0);
        for family in 0..all / 4 {
            leave(&mut world, family);
        }
        let elsewhere: u32 = (0..all)
            .map(|f| u32::from(world.families.kin_away[f]))
            .sum();
        for family in 0..all / 4 {
            world.families.arrivals[family] += 1;
            find(&mut world, 7, family);
        }
        for family in 0..all {
            away += u32::from(world.families.kin_away[family]);
        }
        for family in 0..all / 4 {
            for kin in world.families.kin_here(family) {
                found += 1;
                assert!(kin::plausible(
                    head_age(&world, family),
                    head_age(&world, kin)
                ));
            }
        }
        example::check_kin(&world);
        assert!(
            f64::from(found) / (all / 4) as f64 > 1.5,
            "{found} kin of {} homes",
            all / 4
        );
        assert!(
            away < elsewhere,
            "{away} of {elsewhere} are still elsewhere"
        );
    }

    #[test]
    fn kin_are_found_by_name_and_not_by_how_many_people_there_are() {
        let mut one = example::new();
        let mut two = example::new();
        // Somebody more lives in the other world, in a home of the same head.
        let row = two.persons.push(example::row(77));
        two.persons.age_months[row] = 24;
        two.persons.is_child[row] = true;
        two.families
            .admit(9, crate::ids::PersonId::from(row), &two.persons.alive);
        for world in [&mut one, &mut two] {
            leave(world, 3);
            find(world, 5, 3);
        }
        assert_eq!(one.families.kin[3], two.families.kin[3]);
    }

    #[test]
    fn a_death_shakes_grown_up_kin_elsewhere() {
        let mut world = example::new();
        let i = example::somebody(&world, |p, i| {
            p.is_adult(i) && world.families.kin_here(p.family[i].index()).count() > 0
        });
        let kin = world
            .families
            .kin_here(world.persons.family[i].index())
            .next()
            .unwrap();
        bereave(&mut world, i, 0.2, 0.25);
        for member in world.families.living(kin, &world.persons.alive) {
            let expected = if world.persons.is_adult(member) {
                (0.15, 0.05)
            } else {
                (0.0, 0.0)
            };
            let found = (world.persons.dip[member], world.persons.scar[member]);
            assert!((found.0 - expected.0).abs() < 1e-6 && (found.1 - expected.1).abs() < 1e-6);
        }
    }

    #[test]
    fn children_who_leave_home_are_kin_elsewhere_as_far_as_there_is_room() {
        let mut world = example::new();
        for _ in 0..9 {
            child_leaves(&mut world, 0);
        }
        assert_eq!(world.families.kin_count(0), usize::from(kin::MOST_KIN));
    }
}
