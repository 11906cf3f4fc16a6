//! Codes to scan (QR) in a picture: what they say. Runs in the worker, so that the page holds none
//! of it. Knows no file format: the browser opens pictures and gives how light each pixel is.

use rqrr::PreparedImage;

/// The largest picture that is looked at. Unit: pixels. The page makes larger ones smaller.
pub const LARGEST: usize = 4_000_000;

/// What the codes in a picture say, one a line.
///
/// Errors: a sentence that says what would be right.
pub fn read(width: usize, luma: &[u8]) -> Result<String, String> {
    if width == 0 || luma.is_empty() || !luma.len().is_multiple_of(width) || luma.len() > LARGEST {
        return Err(
            "The picture could not be read: choose a photo or a screenshot of the code.".to_owned(),
        );
    }
    let mut image = PreparedImage::prepare_from_greyscale(width, luma.len() / width, |x, y| {
        luma[y * width + x]
    });
    let codes = image.detect_grids();
    let said: Vec<String> = codes
        .iter()
        .filter_map(|code| code.decode().ok())
        .map(|(_, text)| text)
        .collect();
    if !said.is_empty() {
        return Ok(said.join("\n"));
    }
    Err(if codes.is_empty() {
        "There is no code in the picture: hold the camera so that the whole square with its white \
         rim is in it, or type the code."
    } else {
        "There is a code in the picture, but it is not sharp enough to be read: go nearer and hold \
         still, or type the code."
    }
    .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::code;

    /// A code as a photo would have it: `scale` pixels a module, on grey paper.
    fn picture(text: &str, scale: usize) -> (usize, Vec<u8>) {
        let code = code::of(text).unwrap();
        let width = code.size * scale;
        let mut luma = vec![220; width * width];
        for piece in code.path.split('M').skip(1) {
            let (start, rest) = piece.split_once('h').unwrap();
            let (left, top) = start.split_once(' ').unwrap();
            let (left, top): (usize, usize) = (left.parse().unwrap(), top.parse().unwrap());
            let run: usize = rest.split('v').next().unwrap().parse().unwrap();
            for y in top * scale..(top + 1) * scale {
                luma[y * width + left * scale..y * width + (left + run) * scale].fill(30);
            }
        }
        (width, luma)
    }

    #[test]
    fn what_the_page_draws_is_read_back() {
        for text in [
            "https://example.org/#/workshop?guess=7Q2M8-K4T9A-0ZXC&nick=Sam%20B",
            "7Q2M8-K4T9A-0ZXC",
        ] {
            let (width, luma) = picture(text, 4);
            assert_eq!(read(width, &luma).as_deref(), Ok(text));
        }
    }

    #[test]
    fn pictures_without_a_code_are_refused_in_words() {
        assert!(
            read(100, &vec![200; 10_000])
                .unwrap_err()
                .contains("no code in the picture")
        );
        assert!(read(0, &[]).is_err() && read(7, &[1; 8]).is_err());
        let (width, mut luma) = picture("https://example.org/", 4);
        // A thumb over the middle.
        for y in width / 3..width * 2 / 3 {
            luma[y * width + width / 3..y * width + width].fill(90);
        }
        assert!(read(width, &luma).is_err());
    }
}
