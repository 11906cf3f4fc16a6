//! A picture as bytes: discs with soft edges on a canvas of red, green, blue and opacity. Knows no place and no browser.

use super::colour::Rgb;

/// What a drawing is made of. The raster below draws into bytes; another could draw on a graphics card.
pub trait Painter {
    /// Fills a disc. Unit: pixels.
    fn disc(&mut self, x: f64, y: f64, radius: f64, colour: Rgb);
    /// Draws the outline of a circle. Unit: pixels.
    fn circle(&mut self, x: f64, y: f64, radius: f64, width: f64, colour: Rgb);
    /// Draws a straight line. Unit: pixels.
    fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Rgb);
}

/// A canvas in memory, four bytes a pixel, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Raster {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

impl Raster {
    /// A canvas of one colour. Unit: pixels.
    pub fn new(width: usize, height: usize, paper: Rgb) -> Self {
        let mut raster = Self {
            width,
            height,
            bytes: vec![255; width * height * 4],
        };
        raster.clear(paper);
        raster
    }

    /// Paints everything over.
    pub fn clear(&mut self, paper: Rgb) {
        for pixel in self.bytes.chunks_exact_mut(4) {
            pixel.copy_from_slice(&[paper.0, paper.1, paper.2, 255]);
        }
    }

    /// Width and height. Unit: pixels.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The picture. Shape: height × width × 4.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Covers every pixel near a circle by the share that `cover` gives for its distance from the middle.
    fn stamp(&mut self, x: f64, y: f64, reach: f64, colour: Rgb, cover: impl Fn(f32) -> f32) {
        if !(x.is_finite() && y.is_finite() && reach.is_finite()) {
            return;
        }
        let span = |middle: f64, limit: usize| {
            let from = (middle - reach).floor().clamp(0.0, limit as f64) as usize;
            let to = (middle + reach).ceil().clamp(0.0, limit as f64) as usize;
            from..to
        };
        for row in span(y, self.height) {
            let dy = (row as f64 + 0.5 - y) as f32;
            for column in span(x, self.width) {
                let dx = (column as f64 + 0.5 - x) as f32;
                let share = cover((dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0);
                if share > 0.0 {
                    let at = (row * self.width + column) * 4;
                    blend(&mut self.bytes[at..at + 3], colour, share);
                }
            }
        }
    }
}

/// A coordinate as the number of a row or column, held inside the canvas.
fn clamp(value: f64, limit: usize) -> usize {
    value.floor().clamp(0.0, limit as f64) as usize
}

fn blend(pixel: &mut [u8], colour: Rgb, share: f32) {
    let weight = (share * 256.0) as u32;
    for (channel, new) in pixel.iter_mut().zip([colour.0, colour.1, colour.2]) {
        *channel = ((u32::from(*channel) * (256 - weight) + u32::from(new) * weight) >> 8) as u8;
    }
}

impl Painter for Raster {
    fn disc(&mut self, x: f64, y: f64, radius: f64, colour: Rgb) {
        let edge = radius as f32 + 0.5;
        self.stamp(x, y, radius + 1.0, colour, |distance| edge - distance);
    }

    fn circle(&mut self, x: f64, y: f64, radius: f64, width: f64, colour: Rgb) {
        let (middle, half) = (radius as f32, width as f32 / 2.0 + 0.5);
        self.stamp(x, y, radius + width + 1.0, colour, |distance| {
            half - (distance - middle).abs()
        });
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Rgb) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = (dx * dx + dy * dy).sqrt();
        if !(length.is_finite() && length > 0.0 && from.0.is_finite() && from.1.is_finite()) {
            return;
        }
        // Along the longer side one pixel at a time, across it the few pixels that the line covers.
        let steep = dy.abs() > dx.abs();
        let turn = |point: (f64, f64)| if steep { (point.1, point.0) } else { point };
        let (mut start, mut end) = (turn(from), turn(to));
        if start.0 > end.0 {
            std::mem::swap(&mut start, &mut end);
        }
        let (along, across) = if steep {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        let slope = (end.1 - start.1) / (end.0 - start.0);
        let straight = (1.0 + slope * slope).sqrt();
        let reach = width / 2.0 * straight + 1.0;
        for step in clamp(start.0, along)..clamp(end.0, along) {
            let middle = start.1 + slope * (step as f64 + 0.5 - start.0);
            for offset in clamp(middle - reach, across)..clamp(middle + reach + 1.0, across) {
                let distance = (offset as f64 + 0.5 - middle).abs() / straight;
                let share = (width / 2.0 + 0.5 - distance).min(width).clamp(0.0, 1.0) as f32;
                if share > 0.0 {
                    let (column, row) = if steep {
                        (offset, step)
                    } else {
                        (step, offset)
                    };
                    let at = (row * self.width + column) * 4;
                    blend(&mut self.bytes[at..at + 3], colour, share);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Rgb = Rgb(255, 255, 255);
    const BLUE: Rgb = Rgb(0, 32, 81);

    fn pixel(raster: &Raster, x: usize, y: usize) -> [u8; 3] {
        let at = (y * raster.size().0 + x) * 4;
        [
            raster.bytes()[at],
            raster.bytes()[at + 1],
            raster.bytes()[at + 2],
        ]
    }

    #[test]
    fn a_disc_is_full_inside_soft_at_the_edge_and_nothing_outside() {
        let mut raster = Raster::new(20, 20, WHITE);
        raster.disc(10.0, 10.0, 4.2, BLUE);
        assert_eq!(pixel(&raster, 10, 10), [0, 32, 81]);
        assert_eq!(pixel(&raster, 1, 1), [255, 255, 255]);
        let edge = pixel(&raster, 14, 10)[0];
        assert!(edge > 0 && edge < 255, "{edge}");
        let covered: f64 = (0..400)
            .map(|k| 1.0 - f64::from(pixel(&raster, k % 20, k / 20)[0]) / 255.0)
            .sum();
        assert!(
            (covered - 55.4).abs() < 1.5,
            "area of a disc of radius 4.2 is 55.4, drawn {covered}"
        );
    }

    #[test]
    fn a_circle_leaves_its_inside_alone() {
        let mut raster = Raster::new(40, 40, WHITE);
        raster.circle(20.0, 20.0, 12.0, 2.0, BLUE);
        assert_eq!(pixel(&raster, 20, 20), [255, 255, 255]);
        assert!(pixel(&raster, 32, 20)[0] < 8);
    }

    #[test]
    fn lines_run_from_end_to_end_either_way_round() {
        let lines: [((f64, f64), (f64, f64)); 4] = [
            ((2.0, 5.0), (30.0, 20.0)),
            ((5.0, 30.0), (12.0, 2.0)),
            ((3.0, 3.5), (30.0, 3.5)),
            ((3.5, 30.0), (3.5, 3.0)),
        ];
        for (from, to) in lines {
            let mut raster = Raster::new(40, 40, WHITE);
            raster.line(from, to, 2.0, BLUE);
            let length =
                ((to.0 - from.0) * (to.0 - from.0) + (to.1 - from.1) * (to.1 - from.1)).sqrt();
            let covered: f64 = (0..1600)
                .map(|k| 1.0 - f64::from(pixel(&raster, k % 40, k / 40)[0]) / 255.0)
                .sum();
            assert!(
                (covered / length - 2.0).abs() < 0.25,
                "{from:?} to {to:?}: {covered} over {length}"
            );
            let middle = pixel(
                &raster,
                f64::midpoint(from.0, to.0) as usize,
                f64::midpoint(from.1, to.1) as usize,
            );
            assert!(middle[0] < 140, "{middle:?}");
            let mut back = Raster::new(40, 40, WHITE);
            back.line(to, from, 2.0, BLUE);
            assert_eq!(raster, back);
        }
    }

    #[test]
    fn drawing_off_the_canvas_harms_nothing() {
        let mut raster = Raster::new(8, 8, WHITE);
        raster.disc(-50.0, 4.0, 3.0, BLUE);
        raster.disc(f64::NAN, 4.0, 3.0, BLUE);
        raster.disc(1e300, 4.0, 1e300, BLUE);
        raster.line((-90.0, -90.0), (-5.0, 300.0), 1.0, BLUE);
        raster.line((f64::NAN, 1.0), (3.0, 3.0), 1.0, BLUE);
        raster.line((2.0, 2.0), (2.0, 2.0), 1.0, BLUE);
        assert_eq!(raster.bytes().len(), 8 * 8 * 4);
        assert_eq!(pixel(&raster, 4, 4), [255, 255, 255]);
    }
}
