//! Colours: the outcome ramp, the arms, and how much two colours contrast. Knows no theme switch.

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// What the drawing of a place needs of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Behind everything.
    pub paper: Rgb,
    /// A neighbourhood's ground.
    pub ground: Rgb,
    /// A neighbourhood's edge.
    pub edge: Rgb,
    /// The first strategy.
    pub reference: Rgb,
    /// The second strategy.
    pub alternative: Rgb,
    /// A person who is alike in both worlds.
    pub alike: Rgb,
    /// The part of the ramp that stands out from the ground. Range: 0–1 each.
    pub ramp: (f64, f64),
}

/// On light paper.
pub const LIGHT: Palette = Palette {
    paper: Rgb(255, 255, 255),
    ground: Rgb(243, 245, 248),
    edge: Rgb(148, 158, 170),
    reference: Rgb(0xB4, 0x50, 0x1B),
    alternative: Rgb(0x12, 0x43, 0x6D),
    alike: Rgb(190, 197, 206),
    ramp: (0.0, 0.82),
};

/// On dark paper.
pub const DARK: Palette = Palette {
    paper: Rgb(0x10, 0x15, 0x1b),
    ground: Rgb(0x19, 0x20, 0x29),
    edge: Rgb(110, 122, 136),
    reference: Rgb(0xff, 0x9a, 0x5c),
    alternative: Rgb(0x7d, 0xb8, 0xee),
    alike: Rgb(76, 87, 100),
    ramp: (0.3, 1.0),
};

impl Palette {
    /// The colour of a share on the part of the ramp this palette uses. Range: 0–1, held to it.
    pub fn outcome(&self, share: f64) -> Rgb {
        cividis(self.ramp.0 + (self.ramp.1 - self.ramp.0) * share.clamp(0.0, 1.0))
    }
}

/// The cividis ramp, the same for people with and without colour-vision deficiency.
///
/// Range: 0 (dark blue) to 1 (yellow). Source: Nuñez, Anderton & Renslow, `PLoS ONE` 2018; the polynomial of d3-scale-chromatic.
pub fn cividis(share: f64) -> Rgb {
    let t = share.clamp(0.0, 1.0);
    let byte = |value: f64| value.round().clamp(0.0, 255.0) as u8;
    Rgb(
        byte(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
        byte(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
        byte(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))),
    )
}

/// A colour some of the way from one to another. Range of the share: 0–1, held to it.
pub fn between(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let share = share.clamp(0.0, 1.0);
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    Rgb(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}

/// The contrast of two colours as WCAG 2.2 defines it. Range: 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Rgb) -> f64 {
    let linear = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            crate::numeric::pow((share + 0.055) / 1.055, 2.4)
        }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ramp_ends_where_cividis_does_and_only_gets_lighter() {
        assert_eq!(cividis(0.0), Rgb(0, 32, 81));
        assert!(contrast(cividis(1.0), Rgb(253, 234, 69)) < 1.05);
        let light: Vec<f64> = (0..=20)
            .map(|k| luminance(cividis(f64::from(k) / 20.0)))
            .collect();
        assert!(light.windows(2).all(|pair| pair[0] < pair[1]), "{light:?}");
    }

    #[test]
    fn arms_and_edges_stand_out_on_their_paper() {
        for palette in [LIGHT, DARK] {
            assert!(contrast(palette.reference, palette.paper) >= 4.5);
            assert!(contrast(palette.alternative, palette.paper) >= 4.5);
            assert!(contrast(palette.edge, palette.paper) >= 2.6);
        }
        assert!((contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn people_in_trouble_are_never_lost_in_the_ground() {
        for palette in [LIGHT, DARK] {
            assert!(
                contrast(palette.outcome(0.0), palette.ground) >= 1.9,
                "{:?}",
                palette.outcome(0.0)
            );
            assert!(
                contrast(palette.outcome(1.0), palette.ground) >= 1.5,
                "{:?}",
                palette.outcome(1.0)
            );
        }
    }
}
