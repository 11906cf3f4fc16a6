//! One person of the picture: whose spot was pointed at, who their friends are, and a sentence about them.
//!
//! Knows the place as it was before anything happened, and the layout; no world, no browser.

use super::layout::Layout;
use super::words::years_words;
use crate::indicators::{FrameMeasure, Frames, Seen, Since};
use crate::place::{Place, Resident, Sex};
use std::fmt::Write;

/// The strength from which two friends count on each other.
const COUNTS_ON: f32 = 0.5;

/// The nearest spot to a point within `reach`, both in the picture's circle.
pub fn at(spots: &[Option<(f64, f64)>], point: (f64, f64), reach: f64) -> Option<u32> {
    let squared = |spot: (f64, f64)| {
        (spot.0 - point.0) * (spot.0 - point.0) + (spot.1 - point.1) * (spot.1 - point.1)
    };
    let nearest = spots
        .iter()
        .enumerate()
        .filter_map(|(slot, spot)| Some((slot, squared((*spot)?))))
        .min_by(|a, b| a.1.total_cmp(&b.1))?;
    (nearest.1 <= reach * reach).then_some(nearest.0 as u32)
}

/// The neighbourhood around a point, if any.
pub fn neighbourhood_at(layout: &Layout, point: (f64, f64)) -> Option<u32> {
    let inside = |c: &super::packing::Circle| {
        (c.x - point.0) * (c.x - point.0) + (c.y - point.1) * (c.y - point.1) <= c.r * c.r
    };
    layout.communities.iter().position(inside).map(|k| k as u32)
}

/// The friends of a person at the start, with whether each counts on the other. Empty for people who came later.
pub fn friends(place: &Place, person: u32) -> Vec<(u32, bool)> {
    place
        .friendships
        .iter()
        .filter_map(|tie| match (tie.a.0 == person, tie.b.0 == person) {
            (true, _) => Some((tie.b.0, tie.strength >= COUNTS_ON)),
            (_, true) => Some((tie.a.0, tie.strength >= COUNTS_ON)),
            _ => None,
        })
        .collect()
}

/// The family of a slot: as the place has it, or as the pictures say for people who came later.
pub fn family(place: &Place, family_of_slot: &[u32], slot: u32) -> Option<u32> {
    let known = place
        .persons
        .get(slot as usize)
        .map(|person| person.family.0);
    known
        .or_else(|| family_of_slot.get(slot as usize).copied())
        .filter(|family| (*family as usize) < place.families.len())
}

/// Who stands on a spot at the last pictures, where somebody else has taken it since the place was generated, and whether
/// that is so in every world pictured.
pub fn newcomer(pictures: &[Frames], slot: u32) -> Option<(Seen, bool)> {
    let seen: Vec<Seen> = pictures
        .iter()
        .filter_map(|frames| frames.seen(slot as usize))
        .collect();
    let new: Vec<Seen> = seen
        .iter()
        .filter(|seen| seen.since != Since::Generated)
        .copied()
        .collect();
    Some((*new.first()?, new.len() == seen.len()))
}

/// Somebody when the two worlds part: the date at which they are told of everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parting {
    /// How long before that the place was generated. Unit: years.
    pub years: u32,
    /// Friends counted on; nothing before there is a picture.
    pub close: Option<u8>,
}

impl Parting {
    /// From a scenario's spin-up and the first picture of a world.
    pub fn of(spin_up_months: u32, pictures: &[Frames], slot: u32) -> Self {
        let close = |frames: &Frames| {
            let plane =
                (!frames.months.is_empty()).then(|| frames.plane(0, FrameMeasure::CloseFriends));
            plane?
                .get(slot as usize)
                .copied()
                .filter(|byte| *byte != Frames::NOBODY)
                .map(|byte| byte / 25)
        };
        Self {
            years: spin_up_months.div_ceil(12).max(1),
            close: pictures.iter().find_map(close),
        }
    }
}

/// A person in two sentences: who they are and whom they count on when the two worlds part, and whom they lived with when the
/// place was generated. Everybody is invented, and it says so.
pub fn sentence(
    place: &Place,
    slot: u32,
    family: Option<u32>,
    newcomer: Option<(Seen, bool)>,
    parting: Parting,
) -> String {
    let home = family
        .and_then(|f| place.families.get(f as usize))
        .and_then(|f| place.communities.get(f.community.index()));
    let place_of_home =
        home.map_or_else(String::new, |community| format!(" in {}", community.name));
    let resident = place.persons.get(slot as usize);
    if let Some((seen, everywhere)) =
        newcomer.filter(|(_, everywhere)| *everywhere || resident.is_none())
    {
        let came = if seen.since == Since::SpinUp {
            "who came in the years before the two worlds part"
        } else {
            "who was born or moved in after the start"
        };
        let where_so = if everywhere {
            ""
        } else {
            ", in one of the worlds"
        };
        return format!(
            "An invented {}, aged {} at the end, {came}{place_of_home}{where_so}.",
            who(seen.age < 18, seen.female),
            seen.age
        );
    }
    let Some(person) = resident else {
        return format!(
            "An invented person who was born or moved in after the start{place_of_home}."
        );
    };
    let (age, female) = (
        u32::from(person.age) + parting.years,
        person.sex == Sex::Female,
    );
    let mut words = format!(
        "An invented {}, aged {age} when the two worlds part",
        who(age < 18, female)
    );
    let _ = match parting.close {
        None => Ok(()),
        Some(0) => write!(words, ", with nobody to count on outside the home"),
        Some(1) => write!(words, ", with one friend to count on"),
        Some(n) => write!(words, ", with {n} friends to count on"),
    };
    let they = if female { "she" } else { "he" };
    let _ = write!(
        words,
        ". {} before, {they} lived {}{place_of_home}.",
        years_words(parting.years as usize),
        company(place, slot, person)
    );
    if newcomer.is_some() {
        words += " In one of the worlds somebody else lives here by the end.";
    }
    words
}

fn who(child: bool, female: bool) -> &'static str {
    match (child, female) {
        (true, true) => "girl",
        (true, false) => "boy",
        (false, true) => "woman",
        (false, false) => "man",
    }
}

/// Who shares the home, as the place knows it: partner, children, parents, brothers and sisters, others.
fn company(place: &Place, slot: u32, person: &Resident) -> String {
    let Some(household) = place.families.get(person.family.index()) else {
        return "alone".to_owned();
    };
    let first = household.first.index();
    let members = place
        .persons
        .iter()
        .enumerate()
        .skip(first)
        .take(usize::from(household.size))
        .filter(|(k, _)| *k != slot as usize);
    let (mut partner, mut children, mut elders, mut siblings, mut others) = (0, 0, 0, 0, 0);
    for (k, other) in members {
        match (person.is_child, other.is_child) {
            _ if person.partner.is_some_and(|p| p.index() == k) => partner += 1,
            (false, true) => children += 1,
            (true, true) => siblings += 1,
            (true, false) => elders += 1,
            (false, false) => others += 1,
        }
    }
    let parts: Vec<String> = [
        (partner, "a partner", "partners"),
        (elders, "one parent", "parents"),
        (siblings, "a brother or sister", "brothers and sisters"),
        (children, "one child", "children"),
        (others, "one other person", "others"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| {
        if count == 1 {
            one.to_owned()
        } else {
            format!("{count} {many}")
        }
    })
    .collect();
    match parts.split_last() {
        None => "alone".to_owned(),
        Some((only, [])) => format!("with {only}"),
        Some((last, before)) => format!("with {} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::tests::small_place;
    use super::*;
    use crate::ids::PersonId;
    use crate::place::Friendship;

    const PARTING: Parting = Parting {
        years: 5,
        close: Some(2),
    };

    fn place() -> Place {
        let mut place = small_place(2, 10);
        // Family 3 has four people: two partners and two children.
        let first = place.families[3].first;
        place.persons[first.index()].partner = Some(PersonId(first.0 + 1));
        place.persons[first.index() + 1].partner = Some(first);
        for child in [2, 3] {
            place.persons[first.index() + child].is_child = true;
            place.persons[first.index() + child].age = 9;
        }
        place.friendships = vec![
            Friendship {
                a: PersonId(0),
                b: first,
                strength: 0.7,
            },
            Friendship {
                a: PersonId(1),
                b: first,
                strength: 0.2,
            },
            Friendship {
                a: PersonId(1),
                b: PersonId(2),
                strength: 0.9,
            },
        ];
        place
    }

    #[test]
    fn a_point_on_a_dot_finds_its_person_and_one_beside_finds_nobody() {
        let layout = Layout::of(&place());
        let spots = layout.spots_of(&[], &[]);
        for (slot, spot) in layout.spots.iter().enumerate() {
            assert_eq!(
                at(&spots, (spot.0 + layout.dot * 0.3, spot.1), layout.dot),
                Some(slot as u32)
            );
        }
        assert_eq!(at(&spots, (5.0, 5.0), layout.dot), None);
        let circle = layout.communities[1];
        assert_eq!(neighbourhood_at(&layout, (circle.x, circle.y)), Some(1));
        assert_eq!(neighbourhood_at(&layout, (3.0, 0.0)), None);
    }

    #[test]
    fn friends_are_found_from_both_ends() {
        let place = place();
        let parent = place.families[3].first.0;
        assert_eq!(friends(&place, parent), [(0, true), (1, false)]);
        assert_eq!(friends(&place, 1), [(parent, false), (2, true)]);
        assert_eq!(friends(&place, 9999), []);
    }

    #[test]
    fn sentences_say_who_lives_together_and_that_all_are_invented() {
        let place = place();
        let parent = place.families[3].first.0;
        assert_eq!(
            sentence(&place, parent, Some(3), None, PARTING),
            "An invented woman, aged 45 when the two worlds part, with 2 friends to count on. 5 years before, she lived with a partner and 2 children in Quarter 0."
        );
        let child = sentence(
            &place,
            parent + 2,
            Some(3),
            None,
            Parting {
                years: 5,
                close: None,
            },
        );
        assert!(
            child.starts_with(
                "An invented girl, aged 14 when the two worlds part. 5 years before, she lived with 2 parents and a brother or sister in"
            ),
            "{child}"
        );
        let none = sentence(
            &place,
            0,
            Some(0),
            None,
            Parting {
                years: 1,
                close: Some(0),
            },
        );
        assert!(none.contains("with nobody to count on outside the home. 1 year before, she lived alone in Quarter 0."), "{none}");
        assert_eq!(
            sentence(&place, 900, Some(9), None, PARTING),
            "An invented person who was born or moved in after the start in Quarter 1."
        );
        assert_eq!(
            sentence(&place, 900, None, None, PARTING),
            "An invented person who was born or moved in after the start."
        );
    }

    #[test]
    fn whoever_has_taken_a_spot_is_told_and_not_who_stood_there_before() {
        let place = place();
        let frames = |since: Since| Frames {
            who: vec![34, 0x80 | 0x3d],
            since: vec![0, since as u8],
            ..Frames::default()
        };
        assert_eq!(newcomer(&[frames(Since::Generated)], 1), None);
        let everywhere = newcomer(&[frames(Since::SpinUp), frames(Since::SpinUp)], 1);
        let words = sentence(&place, 1, Some(3), everywhere, PARTING);
        assert_eq!(
            words,
            "An invented woman, aged 61 at the end, who came in the years before the two worlds part in Quarter 0."
        );
        let somewhere = newcomer(&[frames(Since::Generated), frames(Since::Branch)], 1);
        assert!(
            sentence(&place, 1, Some(1), somewhere, PARTING)
                .ends_with("In one of the worlds somebody else lives here by the end.")
        );
        assert!(
            sentence(&place, 900, Some(9), somewhere, PARTING)
                .ends_with("born or moved in after the start in Quarter 1, in one of the worlds.")
        );
    }

    #[test]
    fn friends_are_those_of_the_first_picture() {
        let picture = Frames {
            months: vec![0, 3],
            slots: vec![2, 2],
            bytes: vec![9, 9, 75, Frames::NOBODY, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0],
            ..Frames::default()
        };
        let pictures = [Frames::default(), picture];
        assert_eq!(
            Parting::of(60, &pictures, 0),
            Parting {
                years: 5,
                close: Some(3)
            }
        );
        assert_eq!(
            Parting::of(13, &pictures, 1),
            Parting {
                years: 2,
                close: None
            }
        );
        assert_eq!(
            Parting::of(0, &[], 7),
            Parting {
                years: 1,
                close: None
            }
        );
    }

    #[test]
    fn people_who_came_later_have_the_family_that_the_pictures_say() {
        let place = place();
        let count = place.persons.len() as u32;
        let mut families: Vec<u32> = place.persons.iter().map(|p| p.family.0).collect();
        families.extend([4, 77]);
        assert_eq!(family(&place, &families, 0), Some(0));
        assert_eq!(family(&place, &families, count), Some(4));
        assert_eq!(family(&place, &families, count + 1), None);
    }
}
