//! What stands around the neighbourhoods: services, local and national government, and the lines between them.
//!
//! Knows which things there are and where they stand in the picture's circle of radius 1; no people, no colours, no words.

use crate::engine::state::service::ServiceKind;
use crate::numeric;
use std::f64::consts::TAU;

/// The radius of the circle that neighbourhoods fill, so that the rim has room outside it. The picture has radius 1.
pub const PLACE_RADIUS: f64 = 0.89;
/// The radius that the rim's things stand at.
pub const RIM_RADIUS: f64 = 0.955;

/// Something on the rim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A service.
    Service(ServiceKind),
    /// The council and the health board of the place.
    LocalGovernment,
    /// Government of the country.
    NationalGovernment,
}

/// What stands where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// What it is.
    pub thing: Thing,
    /// Across, in the picture's circle; positive is right.
    pub x: f64,
    /// Down, in the picture's circle.
    pub y: f64,
}

impl Stand {
    /// Whether its name is written to its left, where the picture's corner is empty.
    pub fn names_left(&self) -> bool {
        self.x < 0.0
    }
}

/// Who has to do with whom, whoever lives there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Local government pays a service for what it does.
    Commission,
    /// A neighbourhood lies in the hands of local government.
    Host,
    /// National government funds local government.
    Fund,
}

/// A line between two places in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub kind: LineKind,
    /// Where it begins.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
}

/// Degrees from the horizontal at which things stand, right and left, above (−) and below (+).
///
/// Only where a name written outwards, level, lies in a corner that the circle leaves empty; long names stand steepest.
const STANDS: [(Thing, bool, f64); 10] = [
    (Thing::LocalGovernment, true, -72.0),
    (Thing::Service(ServiceKind::Voluntary), true, -59.0),
    (Thing::NationalGovernment, false, -72.0),
    (Thing::Service(ServiceKind::Work), false, -59.0),
    (Thing::Service(ServiceKind::Advice), false, -46.0),
    (Thing::Service(ServiceKind::Hospital), true, 46.0),
    (Thing::Service(ServiceKind::MentalHealth), true, 59.0),
    (Thing::Service(ServiceKind::PrimaryCare), true, 72.0),
    (Thing::Service(ServiceKind::SocialCare), false, 72.0),
    (Thing::Service(ServiceKind::Hospice), false, 59.0),
];

/// Everything on the rim, clockwise from the left of the top but for national government's place beside local.
pub fn stands() -> [Stand; 10] {
    STANDS.map(|(thing, left, degrees)| {
        let angle = degrees / 360.0 * TAU;
        let x = RIM_RADIUS * numeric::cos(angle);
        Stand {
            thing,
            x: if left { -x } else { x },
            y: RIM_RADIUS * numeric::sin(angle),
        }
    })
}

/// The lines of a place whose neighbourhoods have these middles (in the picture's circle).
pub fn lines(neighbourhoods: impl IntoIterator<Item = (f64, f64)>) -> Vec<Line> {
    let stands = stands();
    let at = |wanted: Thing| {
        stands
            .iter()
            .find(|s| s.thing == wanted)
            .map_or((0.0, 0.0), |s| (s.x, s.y))
    };
    let local = at(Thing::LocalGovernment);
    let host = neighbourhoods.into_iter().map(|middle| Line {
        kind: LineKind::Host,
        from: local,
        to: middle,
    });
    let commission = ServiceKind::ALL.into_iter().map(|kind| Line {
        kind: LineKind::Commission,
        from: local,
        to: at(Thing::Service(kind)),
    });
    let fund = Line {
        kind: LineKind::Fund,
        from: at(Thing::NationalGovernment),
        to: local,
    };
    host.chain(commission).chain([fund]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_and_both_governments_stand_once_outside_the_place_and_apart() {
        let stands = stands();
        for kind in ServiceKind::ALL {
            assert_eq!(
                stands
                    .iter()
                    .filter(|s| s.thing == Thing::Service(kind))
                    .count(),
                1,
                "{kind:?}"
            );
        }
        for (k, a) in stands.iter().enumerate() {
            let reach = (a.x * a.x + a.y * a.y).sqrt();
            assert!(reach > PLACE_RADIUS + 0.03 && reach < 0.98, "{:?}", a.thing);
            for b in &stands[k + 1..] {
                let apart = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt();
                assert!(
                    apart > 0.15,
                    "{:?} and {:?} stand {apart} apart",
                    a.thing,
                    b.thing
                );
                // On one side, names stand one above another: a line of text at least.
                assert!(
                    a.names_left() != b.names_left() || (a.y - b.y).abs() > 0.07,
                    "{:?} {:?}",
                    a.thing,
                    b.thing
                );
            }
        }
    }

    #[test]
    fn lines_join_what_they_should() {
        let lines = lines([(0.1, 0.2), (-0.3, 0.0)]);
        let count = |kind| lines.iter().filter(|line| line.kind == kind).count();
        assert_eq!(
            (
                count(LineKind::Host),
                count(LineKind::Commission),
                count(LineKind::Fund)
            ),
            (2, 8, 1)
        );
        let local = lines[0].from;
        assert!(
            lines
                .iter()
                .all(|line| line.from == local || line.to == local),
            "every line touches local government"
        );
        assert_eq!(lines[1].to, (-0.3, 0.0));
    }
}
