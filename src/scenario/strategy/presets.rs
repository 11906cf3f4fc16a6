//! The named strategies: points in the design space with a name, and nothing that a person could
//! not write in a file.

use super::super::approaches::Approach;
use super::{Design, Tier};

/// A named strategy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// The name as in files.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// One sentence.
    pub sentence: &'static str,
    /// Where it stands.
    pub design: Design,
    /// Whether the money buys approaches; if not, it buys more of the services as they are.
    pub buys_approaches: bool,
    /// Where what it buys is decided on.
    pub tiers: &'static [Tier],
    /// Ids of the approaches it buys; all of its tiers, when empty.
    pub approaches: &'static [&'static str],
    /// Share of the scenario's investment it spends. Range: −1 (as much is taken out of today's
    /// services) to 1.
    pub budget: f64,
}

/// What each preset has unless it says otherwise: everything, for all of the money.
const USUAL: Preset = Preset {
    id: "",
    name: "",
    sentence: "",
    design: Design {
        levels: [1.0; 5],
        area: 1.0,
        horizon_months: 120.0,
        growth: 0.8,
        adaptation: 0.8,
        power: 0.7,
        core_shift: 0.5,
    },
    buys_approaches: true,
    tiers: &Tier::ALL,
    approaches: &[],
    budget: 1.0,
};

/// Only services, year by year.
const SERVICES_AS_THEY_ARE: Design = Design {
    levels: [0.0, 0.0, 0.0, 1.0, 0.0],
    area: 1.0,
    horizon_months: 12.0,
    growth: 0.0,
    adaptation: 0.0,
    power: 0.0,
    core_shift: 0.0,
};

/// What stands for the ten actions of an asset-based area: mapping assets, sharing power with those
/// usually left out, and a diverse range of community approaches, by the names that the documents
/// the idea comes from give them.
const ASSET_BASED: [&str; 16] = [
    "asset-mapping-grants",
    "co-production",
    "user-led-organisations",
    "local-area-coordination",
    "network-connectors",
    "shared-lives",
    "homeshare",
    "community-micro-enterprise",
    "compassionate-neighbours",
    "timebanking",
    "peer-creative-support",
    "inclusive-groups",
    "personal-budgets",
    "advocacy-brokerage",
    "strengths-based-social-work",
    "human-indicators",
];

/// The named strategies.
pub const PRESETS: [Preset; 10] = [
    Preset {
        id: "business-as-usual",
        name: "Business as usual",
        sentence: "The same money, spent on more of today's services as they are.",
        design: SERVICES_AS_THEY_ARE,
        buys_approaches: false,
        ..USUAL
    },
    Preset {
        id: "siloed-pilots",
        name: "Siloed pilots",
        sentence: "Short projects, each for one level, in a few neighbourhoods, bid for, set up, \
            and ended when the grant ends.",
        design: Design {
            levels: [1.0, 1.0, 1.0, 1.0, 0.0],
            area: 0.25,
            horizon_months: 24.0,
            growth: 0.0,
            adaptation: 0.2,
            power: 0.1,
            core_shift: 0.0,
        },
        ..USUAL
    },
    Preset {
        id: "place-based",
        name: "Whole-area investment",
        sentence: "Long funding at every level and in every neighbourhood, started small, grown \
            locally, decided with the people who live here.",
        ..USUAL
    },
    Preset {
        id: "asset-based",
        name: "Asset-based area",
        sentence: "A council that maps what is there, shares power with those usually left out, \
            and buys a range of community approaches.",
        design: Design {
            levels: [0.5, 0.0, 1.0, 0.5, 1.0],
            ..USUAL.design
        },
        tiers: &[Tier::Local],
        approaches: &ASSET_BASED,
        ..USUAL
    },
    Preset {
        id: "roll-out",
        name: "Large-scale roll-out",
        sentence: "The neat plan: one standard kit, everywhere at full size at once, for a few \
            years, decided at the centre.",
        design: Design {
            levels: [1.0, 1.0, 1.0, 1.0, 0.0],
            area: 1.0,
            horizon_months: 48.0,
            growth: 0.0,
            adaptation: 0.0,
            power: 0.0,
            core_shift: 0.0,
        },
        ..USUAL
    },
    Preset {
        id: "cuts",
        name: "Cuts",
        sentence: "As much money as the others invest is taken out of today's services.",
        design: SERVICES_AS_THEY_ARE,
        buys_approaches: false,
        budget: -1.0,
        ..USUAL
    },
    Preset {
        id: "local-only",
        name: "Local only",
        sentence: "Whole-area investment with what local government can do; national rules and \
            conditions stay as they are.",
        tiers: &[Tier::Local],
        ..USUAL
    },
    Preset {
        id: "national-only",
        name: "National only",
        sentence: "National conditions and rules alone: income, housing, rights, long-term \
            funding; nothing is grown locally.",
        design: Design {
            levels: [0.0, 0.0, 0.0, 0.0, 1.0],
            growth: 0.0,
            adaptation: 0.0,
            power: 0.0,
            core_shift: 0.0,
            ..USUAL.design
        },
        tiers: &[Tier::National],
        ..USUAL
    },
    Preset {
        id: "local-and-national",
        name: "Local and national together",
        sentence: "Whole-area investment in which more goes to government, for what takes national \
            rules and conditions.",
        design: Design {
            levels: [0.75, 0.75, 0.75, 0.75, 1.0],
            ..USUAL.design
        },
        ..USUAL
    },
    Preset {
        id: "own",
        name: "Your own",
        sentence: "A design of your own, begun in the middle of everything.",
        design: Design {
            levels: [1.0; 5],
            area: 0.5,
            horizon_months: 60.0,
            growth: 0.5,
            adaptation: 0.5,
            power: 0.5,
            core_shift: 0.25,
        },
        ..USUAL
    },
];

/// A preset by id.
pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|p| p.id == id)
}

impl Preset {
    /// Whether it buys an approach, when nobody has said which ones it may buy.
    pub fn buys(&self, approach: &Approach) -> bool {
        let named = self.approaches.is_empty() || self.approaches.contains(&approach.id.as_str());
        self.buys_approaches && named && self.tiers.contains(&approach.tier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;
    use crate::scenario::strategy::Level;

    #[test]
    fn every_preset_buys_something_at_every_level_it_funds_or_only_services() {
        let catalogue = bundled::approaches().unwrap();
        for preset in PRESETS.iter().filter(|p| p.buys_approaches) {
            for level in Level::ALL
                .into_iter()
                .filter(|l| preset.design.levels[*l as usize] > 0.0)
            {
                assert!(
                    catalogue.iter().any(|a| a.level == level && preset.buys(a)),
                    "{} {level:?}",
                    preset.id
                );
            }
            for id in preset.approaches {
                assert!(
                    catalogue.iter().any(|a| a.id == *id && preset.buys(a)),
                    "{}: {id}",
                    preset.id
                );
            }
        }
        for preset in PRESETS.iter().filter(|p| !p.buys_approaches) {
            assert!(!catalogue.iter().any(|a| preset.buys(a)));
        }
    }

    #[test]
    fn only_cuts_take_money_out_and_local_and_national_part_the_catalogue() {
        for preset in PRESETS {
            assert_eq!(
                preset.budget,
                if preset.id == "cuts" { -1.0 } else { 1.0 },
                "{}",
                preset.id
            );
        }
        let [local, national, both] =
            ["local-only", "national-only", "local-and-national"].map(|id| preset(id).unwrap());
        for approach in bundled::approaches().unwrap() {
            assert!(
                local.buys(&approach) != national.buys(&approach) && both.buys(&approach),
                "{}",
                approach.id
            );
        }
    }
}
