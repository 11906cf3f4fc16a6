//! Where everybody stands in the picture of a place: neighbourhoods as circles where they really lie, families as rings in them, one spot a person.
//!
//! Worked out once from the place, so that the same person stands on the same spot in every world. Knows no colours,
//! no time and no pixels: neighbourhoods lie in a circle of [`PLACE_RADIUS`] around (0, 0), the rim's things around it.

use super::packing::{Circle, enclose, pack, pack_round};
use super::rim::PLACE_RADIUS;
use super::settle::settle;
use crate::numeric;
use crate::place::Place;
use crate::random;
use std::f64::consts::TAU;

/// Room around a family's ring, in radii of a dot.
const FAMILY_GAP: f64 = 0.3;
/// Room inside a neighbourhood's edge, in radii of a dot.
const COMMUNITY_MARGIN: f64 = 1.2;
/// Room between neighbourhoods, in radii of a dot.
const COMMUNITY_GAP: f64 = 1.5;
/// Orders tried for packing neighbourhoods: a rounder picture shows larger people.
const TRIES: u64 = 60;

/// Where neighbourhoods really lie, east to the right and north up; nothing where that of any is not known.
fn centres(place: &Place) -> Option<Vec<(f64, f64)>> {
    let centres = place.communities.iter().map(|community| community.centre);
    let known: Vec<[f32; 2]> = centres.collect::<Option<_>>()?;
    let north = known
        .iter()
        .map(|[_, north]| f64::from(*north))
        .sum::<f64>()
        / known.len() as f64;
    // A degree of longitude is shorter than one of latitude.
    let narrow = numeric::cos(north.to_radians());
    let point = |[east, north]: &[f32; 2]| (f64::from(*east) * narrow, -f64::from(*north));
    Some(known.iter().map(point).collect())
}

/// A spot for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Neighbourhoods, in the place's order.
    pub communities: Vec<Circle>,
    /// Families, in the place's order.
    pub families: Vec<Circle>,
    /// The spots of the slots that the place starts with.
    pub spots: Vec<(f64, f64)>,
    /// The radius of a person's dot.
    pub dot: f64,
}

impl Layout {
    /// The picture of a place.
    pub fn of(place: &Place) -> Self {
        let rings: Vec<f64> = place
            .families
            .iter()
            .map(|family| ring(usize::from(family.size)) + 1.0 + FAMILY_GAP)
            .collect();
        let mut families = vec![Circle::default(); rings.len()];
        let members = families_by_community(place);
        let mut inner = Vec::with_capacity(members.len());
        for ids in &members {
            let circles = pack(&ids.iter().map(|f| rings[*f]).collect::<Vec<_>>());
            let around = enclose(&circles);
            for (family, circle) in ids.iter().zip(&circles) {
                families[*family] = Circle {
                    x: circle.x - around.x,
                    y: circle.y - around.y,
                    r: circle.r,
                };
            }
            inner.push(around.r.max(1.0) + COMMUNITY_MARGIN);
        }
        let room: Vec<f64> = inner.iter().map(|r| r + COMMUNITY_GAP / 2.0).collect();
        let mut communities = match centres(place) {
            Some(points) => settle(&room, &points),
            None => pack_round(&room, TRIES),
        };
        let whole = enclose(&communities);
        let scale = if whole.r > 0.0 {
            PLACE_RADIUS / whole.r
        } else {
            1.0
        };
        for (community, r) in communities.iter_mut().zip(&inner) {
            *community = Circle {
                x: (community.x - whole.x) * scale,
                y: (community.y - whole.y) * scale,
                r: r * scale,
            };
        }
        for (household, family) in place.families.iter().zip(&mut families) {
            let around = communities[household.community.index()];
            *family = Circle {
                x: around.x + family.x * scale,
                y: around.y + family.y * scale,
                r: family.r * scale,
            };
        }
        let spots = initial_spots(place, &families, scale);
        Self {
            communities,
            families,
            spots,
            dot: scale,
        }
    }

    /// The spots of all slots, those of people born or arrived later included: these stand close around their family,
    /// in order of slot, and those of homes built later along the edge of the neighbourhood that `later_homes` has for each. A
    /// slot of no family has no spot.
    pub fn spots_of(&self, family_of_slot: &[u32], later_homes: &[u32]) -> Vec<Option<(f64, f64)>> {
        let mut later = vec![0_u32; self.families.len()];
        let mut on_edge = vec![0_u32; self.communities.len()];
        (0..family_of_slot.len().max(self.spots.len()))
            .map(|slot| {
                if let Some(spot) = self.spots.get(slot) {
                    return Some(*spot);
                }
                let family = *family_of_slot.get(slot)? as usize;
                let Some(circle) = self.families.get(family) else {
                    let community = *later_homes.get(family - self.families.len())? as usize;
                    let around = self.communities.get(community)?;
                    on_edge[community] += 1;
                    return Some(self.edge_spot(around, on_edge[community] - 1));
                };
                let order = later[family];
                later[family] += 1;
                Some(self.later_spot(circle, order))
            })
            .collect()
    }

    /// The n-th spot along the edge of a neighbourhood, where its ground has room; round and round, each time further in.
    fn edge_spot(&self, around: &Circle, order: u32) -> (f64, f64) {
        let reach = around.r - self.dot * 0.65;
        let steps = (TAU * reach / (self.dot * 2.1)).max(1.0) as u32;
        let angle = TAU * f64::from(order % steps) / f64::from(steps) + 0.5;
        let reach = (reach - f64::from(order / steps) * self.dot * 2.1).max(0.0);
        (
            around.x + reach * numeric::cos(angle),
            around.y + reach * numeric::sin(angle),
        )
    }

    /// The spot of the n-th newcomer to a family: the middle of its ring where that is free, then turning around it.
    fn later_spot(&self, family: &Circle, order: u32) -> (f64, f64) {
        let free_middle = family.r > self.dot * (2.9 + FAMILY_GAP);
        if free_middle && order == 0 {
            return (family.x, family.y);
        }
        let angle = f64::from(order) * 2.399_963 + 0.9;
        let reach = family.r - self.dot * 0.35;
        (
            family.x + reach * numeric::cos(angle),
            family.y + reach * numeric::sin(angle),
        )
    }
}

/// The radius of a ring of dots of radius 1 that touch one another.
fn ring(members: usize) -> f64 {
    match members {
        0 | 1 => 0.0,
        2 => 1.02,
        _ => 1.02 / numeric::sin(TAU / 2.0 / members as f64),
    }
}

fn families_by_community(place: &Place) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); place.communities.len()];
    for (family, household) in place.families.iter().enumerate() {
        members[household.community.index()].push(family);
    }
    // Places list homes by kind: mixed up, so that small and large families stand everywhere.
    for families in &mut members {
        families.sort_by_key(|family| random::mix(*family as u64));
    }
    members
}

fn initial_spots(place: &Place, families: &[Circle], scale: f64) -> Vec<(f64, f64)> {
    let mut spots = vec![(0.0, 0.0); place.persons.len()];
    for (number, (household, circle)) in place.families.iter().zip(families).enumerate() {
        let size = usize::from(household.size);
        let radius = ring(size) * scale;
        // A turn of its own for every family, so that rings do not line up into stripes.
        let turn = number as f64 * 2.399_963;
        for member in 0..size {
            let angle = turn + TAU * member as f64 / size as f64;
            if let Some(spot) = spots.get_mut(household.first.index() + member) {
                *spot = (
                    circle.x + radius * numeric::cos(angle),
                    circle.y + radius * numeric::sin(angle),
                );
            }
        }
    }
    spots
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::ids::{CommunityId, FamilyId, PersonId};
    use crate::place::{
        Activity, Community, Deprivation, Disability, Household, HouseholdKind, Resident, Sex,
    };

    /// A small place for drawing: families of one to five in a few neighbourhoods.
    pub(crate) fn small_place(communities: u32, families: u32) -> Place {
        let decile = |overall| Deprivation {
            overall,
            income: overall,
            employment: overall,
            education: overall,
            health: overall,
            crime: overall,
            housing: overall,
            environment: overall,
        };
        let mut place = Place {
            id: "small".into(),
            name: "Small".into(),
            sources: Vec::new(),
            ages: [100; crate::place::profile::AGE_BANDS],
            communities: (0..communities)
                .map(|k| Community {
                    code: format!("C{k}"),
                    name: format!("Quarter {k}"),
                    members: vec![format!("Quarter {k}")],
                    grouped: 1,
                    centre: None,
                    deprivation: decile((k % 10 + 1) as f32),
                    deciles: std::array::from_fn(
                        |decile| if decile as u32 == k % 10 { 1.0 } else { 0.0 },
                    ),
                })
                .collect(),
            families: Vec::new(),
            persons: Vec::new(),
            friendships: Vec::new(),
            kin: Vec::new(),
        };
        for family in 0..families {
            let size = (family % 5 + 1) as u8;
            let community = CommunityId(family * communities / families);
            place.families.push(Household {
                community,
                kind: HouseholdKind::Other,
                first: PersonId::from(place.persons.len()),
                size,
            });
            for _ in 0..size {
                place.persons.push(Resident {
                    age: 40,
                    sex: Sex::Female,
                    family: FamilyId(family),
                    partner: None,
                    is_child: false,
                    disability: Disability::None,
                    health: 2,
                    activity: Activity::Employed,
                    group: 0,
                });
            }
        }
        place
    }

    #[test]
    fn everybody_has_a_spot_of_their_own_inside_their_neighbourhood() {
        let place = small_place(4, 60);
        let layout = Layout::of(&place);
        assert_eq!(layout.spots.len(), place.persons.len());
        for (k, a) in layout.spots.iter().enumerate() {
            let home = place.families[place.persons[k].family.index()]
                .community
                .index();
            let circle = layout.communities[home];
            assert!(
                away(*a, (circle.x, circle.y)) + layout.dot <= circle.r + 1e-9,
                "person {k} stands outside"
            );
            assert!((a.0 * a.0 + a.1 * a.1).sqrt() + layout.dot <= PLACE_RADIUS + 1e-9);
            for b in &layout.spots[k + 1..] {
                assert!(
                    away(*a, *b) >= 2.0 * layout.dot - 1e-9,
                    "two people on one spot"
                );
            }
        }
    }

    fn away(a: (f64, f64), b: (f64, f64)) -> f64 {
        ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
    }

    #[test]
    fn the_same_place_gives_the_same_picture_and_newcomers_stand_by_their_family() {
        let place = small_place(3, 30);
        let layout = Layout::of(&place);
        assert_eq!(layout, Layout::of(&place));
        let mut families: Vec<u32> = place.persons.iter().map(|p| p.family.0).collect();
        families.extend([7, 7, 3, 999]);
        let spots = layout.spots_of(&families, &[]);
        assert_eq!(spots.len(), families.len());
        let count = place.persons.len();
        for (offset, family) in [(0, 7_usize), (1, 7), (2, 3)] {
            let spot = spots[count + offset].expect("a spot");
            let circle = layout.families[family];
            assert!(away(spot, (circle.x, circle.y)) <= circle.r);
        }
        assert_ne!(spots[count], spots[count + 1]);
        assert_eq!(
            spots[count + 3],
            None,
            "a family that is not in the place has no spot"
        );
        assert_eq!(spots[0], Some(layout.spots[0]));
    }

    #[test]
    fn people_of_homes_built_later_stand_along_the_edge_of_their_neighbourhood() {
        let place = small_place(3, 30);
        let layout = Layout::of(&place);
        let mut families: Vec<u32> = place.persons.iter().map(|p| p.family.0).collect();
        families.extend([30, 30, 31]);
        let spots = layout.spots_of(&families, &[2, 0]);
        let at = |k: usize| spots[place.persons.len() + k].expect("a spot");
        for (k, community) in [(0, 2), (1, 2), (2, 0)] {
            let circle = layout.communities[community];
            let reach = away(at(k), (circle.x, circle.y));
            assert!(
                reach + layout.dot * 0.6 < circle.r && reach > circle.r - 2.0 * layout.dot,
                "{reach} of {}",
                circle.r
            );
        }
        assert!(
            away(at(0), at(1)) >= 2.0 * layout.dot * 0.99,
            "beside one another"
        );
    }

    #[test]
    fn a_place_without_people_is_an_empty_picture() {
        let layout = Layout::of(&small_place(2, 1));
        assert_eq!(layout.communities.len(), 2);
        assert!(layout.communities.iter().all(|c| c.r > 0.0));
    }
}
