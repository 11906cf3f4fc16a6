//! Which communities a place of so many people has: official neighbourhoods, one each or adjoining
//! ones grouped.
//!
//! Groups are whole middle-layer areas where there are enough of them, cut so that each lies
//! together on the map, has about as many residents as the others, and parts the more from the less
//! deprived where the map does.

use super::profile::{Margins, Neighbourhood, Profile};
use super::{Community, Deprivation};

/// A community stands for one official neighbourhood when it would have at least this many people.
/// Unit: persons.
const PEOPLE_A_COMMUNITY: u32 = 400;
/// A place is compared across communities: it has at least these many (or as many as it has
/// neighbourhoods).
const FEWEST: usize = 3;
/// The directions along which a place is parted: west to east, south to north, and the two between.
const DIRECTIONS: [[f64; 2]; 4] = [[1.0, 0.0], [0.0, 1.0], [0.707, 0.707], [0.707, -0.707]];
/// How far a place must reach along a direction to be parted in it, as a share of the direction in
/// which it reaches furthest.
const LEAST_SPREAD: f64 = 0.6;
/// The most names that a group is called by; the others are counted.
const NAMES: usize = 2;

/// A community to be peopled.
#[derive(Clone, Debug)]
pub struct Group {
    /// What the place will hold.
    pub community: Community,
    /// Its share of all residents. Range: 0–1.
    pub share: f64,
    /// Its own counts, where every neighbourhood in it has them.
    pub margins: Option<Margins>,
}

/// What is never parted: an area with its neighbourhoods, or a single neighbourhood.
#[derive(Clone)]
struct Unit<'a> {
    members: Vec<&'a Neighbourhood>,
    /// Kilometres east and north of the place's middle, where centres are known; else its position
    /// in the order of names.
    at: [f64; 2],
    residents: u64,
}

/// The communities of a place of `people`, from one end of the place to the other: those that
/// follow one another are near.
pub fn communities(profile: &Profile, people: u32) -> Vec<Group> {
    let official = profile.neighbourhoods.len();
    let wanted = ((people + PEOPLE_A_COMMUNITY / 2) / PEOPLE_A_COMMUNITY) as usize;
    let whole = people / PEOPLE_A_COMMUNITY >= official as u32;
    let count = if whole {
        official
    } else {
        wanted.max(FEWEST).min(official)
    };
    let all: u64 = profile
        .neighbourhoods
        .iter()
        .map(|n| u64::from(n.residents))
        .sum();
    let mut groups = Vec::with_capacity(count);
    part(units(profile), count, &mut groups);
    groups
        .iter()
        .map(|members| group(profile, members, all))
        .collect()
}

/// The areas of a profile. Where they are not known: its neighbourhoods in the order of their
/// official names, whose numbers lead across the map, or as a profile written by hand lists them.
fn units(profile: &Profile) -> Vec<Unit<'_>> {
    let known =
        !profile.areas.is_empty() && profile.neighbourhoods.iter().all(|n| n.area.is_some());
    if !known {
        let mut order: Vec<&Neighbourhood> = profile.neighbourhoods.iter().collect();
        if order.iter().all(|one| official_name(&one.name)) {
            order.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.code.cmp(&b.code)));
        }
        return order
            .into_iter()
            .enumerate()
            .map(|(k, one)| unit(vec![one], [k as f64, 0.0]))
            .collect();
    }
    let middle = profile
        .areas
        .iter()
        .map(|area| f64::from(area.latitude))
        .sum::<f64>()
        / profile.areas.len() as f64;
    let east = 111.32 * libm::cos(middle.to_radians());
    let mut areas: Vec<Vec<&Neighbourhood>> = vec![Vec::new(); profile.areas.len()];
    for one in &profile.neighbourhoods {
        areas[one.area.unwrap_or(0) as usize].push(one);
    }
    let centres = profile.areas.iter().map(|area| {
        [
            f64::from(area.longitude) * east,
            f64::from(area.latitude) * 110.57,
        ]
    });
    areas
        .into_iter()
        .zip(centres)
        .filter(|(members, _)| !members.is_empty())
        .map(|(members, at)| unit(members, at))
        .collect()
}

/// Whether a name is that of an official neighbourhood: "Trafford 011C".
fn official_name(name: &str) -> bool {
    let number = name
        .strip_suffix(|c: char| c.is_ascii_uppercase())
        .and_then(|name| name.rsplit(' ').next());
    number.is_some_and(|number| number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

fn unit(members: Vec<&Neighbourhood>, at: [f64; 2]) -> Unit<'_> {
    let residents = members.iter().map(|n| u64::from(n.residents)).sum();
    Unit {
        members,
        at,
        residents,
    }
}

/// Parts units into `count` groups that lie together: by a line across them, so that residents part
/// as the groups do, and so on.
///
/// Of the lines that leave no long strips, the one is taken whose sides differ most in deprivation:
/// neighbours who are alike stay together, as far as the map allows.
fn part<'a>(mut units: Vec<Unit<'a>>, count: usize, groups: &mut Vec<Vec<&'a Neighbourhood>>) {
    if count == 1 {
        groups.push(units.into_iter().flat_map(|unit| unit.members).collect());
        return;
    }
    if units.len() < count {
        units = units
            .into_iter()
            .flat_map(|one| one.members.into_iter().map(move |n| unit(vec![n], one.at)))
            .collect();
    }
    let first = count / 2;
    let spreads = DIRECTIONS.map(|direction| spread(&units, direction));
    let widest = spreads.iter().copied().fold(0.0, f64::max);
    let mut best: Option<(f64, Vec<Unit<'a>>, usize)> = None;
    for (direction, spread) in DIRECTIONS.into_iter().zip(spreads) {
        if spread < LEAST_SPREAD * widest {
            continue;
        }
        let mut order = units.clone();
        let along = |unit: &Unit<'_>| unit.at[0] * direction[0] + unit.at[1] * direction[1];
        order.sort_by(|a, b| {
            along(a)
                .total_cmp(&along(b))
                .then_with(|| a.members[0].code.cmp(&b.members[0].code))
        });
        let cut = cut(&order, first, count);
        let contrast = (deprivation(&order[..cut]) - deprivation(&order[cut..])).abs();
        if best.as_ref().is_none_or(|(most, ..)| contrast > *most) {
            best = Some((contrast, order, cut));
        }
    }
    // The widest direction is always tried, so that there is a best one.
    let Some((_, mut order, cut)) = best else {
        return;
    };
    let rest = order.split_off(cut);
    part(order, first, groups);
    part(rest, count - first, groups);
}

/// How far units reach along a direction. Unit: kilometres.
fn spread(units: &[Unit<'_>], direction: [f64; 2]) -> f64 {
    let along = units
        .iter()
        .map(|unit| unit.at[0] * direction[0] + unit.at[1] * direction[1]);
    let ends = along.fold((f64::MAX, f64::MIN), |(low, high), at| {
        (low.min(at), high.max(at))
    });
    ends.1 - ends.0
}

/// How many of the ordered units belong to the first side, so that residents part as `first` of
/// `count` groups do.
fn cut(order: &[Unit<'_>], first: usize, count: usize) -> usize {
    let goal =
        order.iter().map(|unit| unit.residents).sum::<u64>() as f64 * first as f64 / count as f64;
    let mut cut = first;
    let mut reached: u64 = order[..cut].iter().map(|unit| unit.residents).sum();
    while cut < order.len() - (count - first)
        && reached as f64 + order[cut].residents as f64 / 2.0 <= goal
    {
        reached += order[cut].residents;
        cut += 1;
    }
    cut
}

/// The mean decile of the residents of some units.
fn deprivation(units: &[Unit<'_>]) -> f64 {
    let members = || units.iter().flat_map(|unit| &unit.members);
    let residents: f64 = members().map(|n| f64::from(n.residents)).sum();
    members()
        .map(|n| f64::from(n.residents) * f64::from(n.deprivation.overall))
        .sum::<f64>()
        / residents.max(1.0)
}

fn group(profile: &Profile, members: &[&Neighbourhood], all: u64) -> Group {
    let residents: u64 = members.iter().map(|n| u64::from(n.residents)).sum();
    let (mut mean, mut deciles, mut centre) = ([0.0_f32; 8], [0.0_f32; 10], [0.0_f64; 2]);
    for member in members {
        let weight = member.residents as f32 / residents as f32;
        for (sum, decile) in mean.iter_mut().zip(member.deprivation.domains()) {
            *sum += weight * decile;
        }
        deciles[(member.deprivation.overall.round() as usize).clamp(1, 10) - 1] += weight;
        if let Some(area) = member.area {
            let area = &profile.areas[area as usize];
            centre[0] += f64::from(weight) * f64::from(area.longitude);
            centre[1] += f64::from(weight) * f64::from(area.latitude);
        }
    }
    let margins = members
        .iter()
        .map(|n| n.margins.clone())
        .reduce(|sum, next| {
            let (mut sum, next) = (sum?, next?);
            sum.add(&next);
            Some(sum)
        });
    let (name, names) = names(profile, members);
    let community = Community {
        code: members[0].code.clone(),
        name,
        members: names,
        grouped: members.len() as u32,
        centre: members
            .iter()
            .all(|n| n.area.is_some())
            .then(|| centre.map(|degrees| degrees as f32)),
        deprivation: Deprivation::from_domains(mean.map(|decile| decile.clamp(1.0, 10.0))),
        deciles,
    };
    Group {
        community,
        share: residents as f64 / all as f64,
        margins: margins.flatten(),
    }
}

/// What a group is called, and the names of what it holds: areas by the names that residents know,
/// with the numbers of the neighbourhoods where only some of an area are in it.
fn names(profile: &Profile, members: &[&Neighbourhood]) -> (String, Vec<String>) {
    let mut held: Vec<(Option<u32>, Vec<&Neighbourhood>)> = Vec::new();
    for &member in members {
        match held
            .iter_mut()
            .find(|(area, _)| area.is_some() && *area == member.area)
        {
            Some((_, some)) => some.push(member),
            None => held.push((member.area, vec![member])),
        }
    }
    let called = |(area, some): &(Option<u32>, Vec<&Neighbourhood>)| {
        let Some(area) = area else {
            return some[0].name.clone();
        };
        let whole = profile
            .neighbourhoods
            .iter()
            .filter(|n| n.area == Some(*area))
            .count()
            == some.len();
        let name = &profile.areas[*area as usize].name;
        if whole && (some.len() > 1 || members.len() > 1) {
            return name.clone();
        }
        let numbers: Vec<&str> = some
            .iter()
            .map(|n| n.name.rsplit(' ').next().unwrap_or(&n.name))
            .collect();
        format!("{name} {}", numbers.join(", "))
    };
    let names: Vec<String> = held.iter().map(called).collect();
    let name = match names.len() {
        1 => names[0].clone(),
        NAMES => names.join(" and "),
        more => format!("{} and {} more", names[..NAMES].join(", "), more - NAMES),
    };
    (name, names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::profile::Area;

    /// A place of 3 by 4 areas of four neighbourhoods each, a tenth of a degree apart, the areas
    /// numbered along the rows.
    fn grid() -> Profile {
        let mut profile = Profile::from_toml(crate::place::bundled::INVENTED_TOWN).unwrap();
        let row = profile.neighbourhoods[0].clone();
        profile.areas = (0..12)
            .map(|k| Area {
                official: format!("Grid {k:03}"),
                name: format!("Village {k}"),
                longitude: (k % 4) as f32 * 0.1,
                latitude: 52.0 + (k / 4) as f32 * 0.1,
            })
            .collect();
        profile.neighbourhoods = (0..48)
            .map(|k| Neighbourhood {
                code: format!("E{k:08}"),
                name: format!("Grid {:03}{}", k / 4, ["A", "B", "C", "D"][k % 4]),
                area: Some(k as u32 / 4),
                ..row.clone()
            })
            .collect();
        profile
    }

    #[test]
    fn groups_are_whole_areas_that_lie_together_and_carry_their_names() {
        let profile = grid();
        let groups = communities(&profile, 6 * PEOPLE_A_COMMUNITY);
        assert_eq!(groups.len(), 6);
        for group in &groups {
            let areas: Vec<&Area> = group
                .community
                .members
                .iter()
                .map(|name| {
                    profile
                        .areas
                        .iter()
                        .find(|area| area.name == *name)
                        .unwrap()
                })
                .collect();
            assert_eq!(
                (areas.len(), group.community.grouped),
                (2, 8),
                "{:?}",
                group.community.members
            );
            let apart = (areas[0].longitude - areas[1].longitude).abs()
                + (areas[0].latitude - areas[1].latitude).abs();
            assert!(
                (apart - 0.1).abs() < 1e-5,
                "not adjoining: {:?}",
                group.community.members
            );
            assert_eq!(group.community.name, group.community.members.join(" and "));
            assert!((group.community.deciles.iter().sum::<f32>() - 1.0).abs() < 1e-5);
            assert!((group.share - 1.0 / 6.0).abs() < 1e-9);
        }
    }

    #[test]
    fn more_groups_than_areas_part_an_area_and_say_which_neighbourhoods() {
        let mut profile = grid();
        profile.neighbourhoods.truncate(8);
        profile.areas.truncate(2);
        let groups = communities(&profile, 4 * PEOPLE_A_COMMUNITY);
        let names: Vec<&str> = groups
            .iter()
            .map(|group| group.community.name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "Village 0 000A, 000B",
                "Village 0 000C, 000D",
                "Village 1 001A, 001B",
                "Village 1 001C, 001D"
            ]
        );
        let single = communities(&profile, 40 * PEOPLE_A_COMMUNITY);
        assert_eq!(
            (single.len(), single[5].community.name.as_str()),
            (8, "Village 1 001B")
        );
    }
}
