//! The rainbow of approaches: five bands from prevention to crisis, for showing. The model ignores
//! it.
//!
//! Where an approach stands is its `stage` in the catalogue, from 0 (before anything has happened)
//! to 1 (in a crisis). The picture is that of the rainbow of community approaches of Think Local
//! Act Personal and Nesta.

use super::approaches::Approach;

/// A stretch of the rainbow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The name for people.
    pub name: &'static str,
    /// What stands here.
    pub sentence: &'static str,
    /// The first stage that no longer belongs to it, but for the last band, which holds stage 1
    /// too.
    pub below: f32,
}

/// The bands, from prevention to crisis.
pub const BANDS: [Band; 5] = [
    Band {
        name: "Prevention",
        sentence: "The ground for good lives, for everybody, before anything goes wrong.",
        below: 0.15,
    },
    Band {
        name: "Early help",
        sentence: "Before somebody needs a service.",
        below: 0.35,
    },
    Band {
        name: "Support",
        sentence: "With people who have needs or troubles, so that they stay in charge.",
        below: 0.55,
    },
    Band {
        name: "More support",
        sentence: "For people and families who carry a lot.",
        below: 0.75,
    },
    Band {
        name: "Crisis and end of life",
        sentence: "When it is hardest.",
        below: f32::INFINITY,
    },
];

/// The band that a stage lies in, by its position in [`BANDS`].
pub fn band(stage: f32) -> usize {
    BANDS
        .iter()
        .position(|band| stage < band.below)
        .unwrap_or(BANDS.len() - 1)
}

/// The approaches of a band, from prevention to crisis.
pub fn in_band(approaches: &[Approach], band: usize) -> Vec<&Approach> {
    let mut found: Vec<&Approach> = approaches
        .iter()
        .filter(|approach| self::band(approach.stage) == band)
        .collect();
    found.sort_by(|a, b| a.stage.total_cmp(&b.stage));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;

    #[test]
    fn every_approach_stands_in_one_band_and_no_band_is_empty() {
        let catalogue = bundled::approaches().unwrap();
        let by_band: Vec<usize> = (0..BANDS.len())
            .map(|band| in_band(&catalogue, band).len())
            .collect();
        assert_eq!(by_band.iter().sum::<usize>(), catalogue.len());
        assert!(by_band.iter().all(|count| *count > 0), "{by_band:?}");
    }

    #[test]
    fn bands_run_from_nothing_to_one() {
        assert_eq!(
            [0.0, 0.1, 0.15, 0.5, 0.6, 1.0].map(band),
            [0, 0, 1, 2, 3, 4]
        );
        assert!(BANDS.windows(2).all(|pair| pair[0].below < pair[1].below));
    }
}
