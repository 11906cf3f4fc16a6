//! The figures of one district in few bytes: columns of counts, low bytes apart from high ones,
//! deflated.
//!
//! One format, one version; a pack is made by [`encode`] and read by [`decode`], which believes
//! nothing it reads.

use super::Entry;
use crate::place::Deprivation;
use crate::place::profile::{Area, Margins, Neighbourhood, Profile, Source};
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::fmt::Write as _;
use std::io::Read as _;

/// The first byte of a pack.
const VERSION: u8 = 1;
/// The most bytes that a pack may unfold to.
const LARGEST: u64 = 4 << 20;
/// The most neighbourhoods or areas in a pack.
const MOST: u64 = 5_000;
/// Steps of a degree in which centres are kept: about a metre.
const STEPS: f64 = 100_000.0;
/// How many classes each list of margins has, in the order of [`lists`].
const CLASSES: [usize; 8] = [18, 9, 8, 6, 4, 5, 6, 5];

/// Why a pack cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the figures of the place cannot be read: {0}")]
pub struct PackError(pub String);

/// The figures of one district, or of several together, before they have a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Counts of the whole.
    pub margins: Margins,
    /// Its areas.
    pub areas: Vec<Area>,
    /// Its neighbourhoods.
    pub neighbourhoods: Vec<Neighbourhood>,
}

impl Figures {
    /// Takes in the figures of another district.
    pub fn add(&mut self, other: Self) {
        let shift = self.areas.len() as u32;
        self.margins.add(&other.margins);
        self.areas.extend(other.areas);
        let moved = other.neighbourhoods.into_iter().map(|n| Neighbourhood {
            area: n.area.map(|area| area + shift),
            ..n
        });
        self.neighbourhoods.extend(moved);
    }

    /// With the name of a place they are its profile.
    pub fn into_profile(self, entry: &Entry) -> Profile {
        let licence = || "Open Government Licence v3.0".to_owned();
        let mut note = format!(
            "{} of its residents live in communal establishments (care homes, halls of residence, \
             barracks, prisons). What people do in the week is counted by district and by areas of \
             about 8,000 people, and estimated for each neighbourhood.",
            self.margins.communal
        );
        if !entry.members.is_empty() {
            let names: Vec<&str> = entry
                .members
                .iter()
                .filter_map(|code| super::list::by_code(code))
                .map(|e| e.name)
                .collect();
            let _ = write!(
                note,
                " Its figures are the sums of those of {}.",
                names.join(", ")
            );
        }
        let subjects = "residents (TS001), household composition (TS003), age (TS007A), household \
            deprivation (TS011), household size (TS017), general health (TS037), disability \
            (TS038), tenure (TS054), economic activity (TS062, TS063, TS066)";
        Profile {
            id: entry.id.to_owned(),
            name: entry.name.to_owned(),
            code: entry.code.to_owned(),
            note,
            sources: vec![
                Source {
                    title: format!("Office for National Statistics, Census 2021: {subjects}"),
                    date: "2021-03-21".into(),
                    licence: licence(),
                },
                Source {
                    title:
                        "Ministry of Housing, Communities and Local Government, English Indices \
                        of Deprivation 2025"
                            .into(),
                    date: "2025".into(),
                    licence: licence(),
                },
                Source {
                    title: "House of Commons Library, MSOA Names 1.14".into(),
                    date: "2011 areas".into(),
                    licence: "Open Parliament Licence v3.0".into(),
                },
            ],
            region: entry.region.to_owned(),
            deprivation_year: 2025,
            estimated: vec!["activity by neighbourhood".into()],
            margins: self.margins,
            neighbourhoods: self.neighbourhoods,
            areas: self.areas,
        }
    }
}

/// The lists of margins in the order in which a pack holds them.
fn lists(margins: &Margins) -> [&Vec<u32>; 8] {
    let m = margins;
    [
        &m.ages,
        &m.kinds,
        &m.sizes,
        &m.activities,
        &m.disability,
        &m.health,
        &m.tenure,
        &m.hardship,
    ]
}

/// Packs figures. The same figures give the same bytes on every machine.
///
/// Errors: a count of a neighbourhood above 65,535, a list of another length, a code that is not
/// that of an English neighbourhood.
pub fn encode(figures: &Figures) -> Result<Vec<u8>, PackError> {
    let mut out = vec![VERSION];
    number(&mut out, figures.areas.len() as u64);
    for area in &figures.areas {
        text(&mut out, &area.official);
        text(&mut out, &area.name);
        for degrees in [area.longitude, area.latitude] {
            let steps = (f64::from(degrees) * STEPS).round() as i64;
            number(&mut out, ((steps << 1) ^ (steps >> 63)) as u64);
        }
    }
    encode_names(&mut out, &figures.neighbourhoods)?;
    let local: Vec<&Margins> = figures
        .neighbourhoods
        .iter()
        .filter_map(|one| one.margins.as_ref())
        .collect();
    if local.len() != figures.neighbourhoods.len() {
        return Err(wrong("a neighbourhood without counts", "counts of each"));
    }
    for margins in local.iter().copied().chain([&figures.margins]) {
        if lists(margins)
            .iter()
            .zip(CLASSES)
            .any(|(list, classes)| list.len() != classes)
        {
            return Err(wrong(
                "a list of another length",
                "every class of each list",
            ));
        }
    }
    for (list, classes) in CLASSES.into_iter().enumerate() {
        for class in 0..classes {
            column(
                &mut out,
                local.iter().map(|margins| lists(margins)[list][class]),
            )?;
        }
    }
    column(&mut out, local.iter().map(|margins| margins.communal))?;
    for count in lists(&figures.margins)
        .into_iter()
        .flatten()
        .chain([&figures.margins.communal])
    {
        number(&mut out, u64::from(*count));
    }
    let mut packed = Vec::new();
    DeflateEncoder::new(out.as_slice(), Compression::best())
        .read_to_end(&mut packed)
        .map_err(|error| PackError(error.to_string()))?;
    Ok(packed)
}

/// Codes, areas, ends of names and deciles of neighbourhoods.
fn encode_names(out: &mut Vec<u8>, neighbourhoods: &[Neighbourhood]) -> Result<(), PackError> {
    number(out, neighbourhoods.len() as u64);
    let mut before = 0;
    for one in neighbourhoods {
        let code: u64 = one
            .code
            .strip_prefix("E01")
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(|| wrong(&one.code, "a code E01…"))?;
        number(
            out,
            code.checked_sub(before)
                .ok_or_else(|| wrong(&one.code, "codes in order"))?,
        );
        before = code;
        number(
            out,
            u64::from(one.area.ok_or_else(|| wrong(&one.name, "an area"))?),
        );
        out.push(one.name.bytes().last().unwrap_or(b'?'));
    }
    for domain in 0..8 {
        out.extend(
            neighbourhoods
                .iter()
                .map(|one| one.deprivation.domains()[domain] as u8),
        );
    }
    Ok(())
}

fn wrong(found: &str, expected: &str) -> PackError {
    PackError(format!("read {found}, expected {expected}"))
}

/// A column of counts: their low bytes, then their high ones, which are mostly 0.
fn column(out: &mut Vec<u8>, counts: impl Iterator<Item = u32> + Clone) -> Result<(), PackError> {
    if let Some(count) = counts.clone().find(|&count| count > u32::from(u16::MAX)) {
        return Err(wrong(
            &count.to_string(),
            "a count of a neighbourhood up to 65,535",
        ));
    }
    out.extend(counts.clone().map(|count| count as u8));
    out.extend(counts.map(|count| (count >> 8) as u8));
    Ok(())
}

/// A whole number in as few bytes as it needs, seven bits a byte.
fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 128 {
        out.push(value as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

fn text(out: &mut Vec<u8>, words: &str) {
    number(out, words.len() as u64);
    out.extend(words.bytes());
}

/// Reads a pack. Errors: bytes that are no pack, or a pack that was cut or altered.
pub fn decode(bytes: &[u8]) -> Result<Figures, PackError> {
    let mut raw = Vec::new();
    let read = DeflateDecoder::new(bytes)
        .take(LARGEST)
        .read_to_end(&mut raw);
    read.map_err(|error| PackError(error.to_string()))?;
    let mut reader = Reader { rest: &raw };
    if reader.bytes(1)? != [VERSION] {
        return Err(wrong("another format", "a pack of this version"));
    }
    let areas = reader.areas()?;
    let (mut neighbourhoods, count) = reader.neighbourhoods(&areas)?;
    let deciles = reader.bytes(8 * count)?;
    if let Some(decile) = deciles.iter().find(|decile| !(1..=10).contains(*decile)) {
        return Err(wrong(&format!("decile {decile}"), "deciles from 1 to 10"));
    }
    for (k, one) in neighbourhoods.iter_mut().enumerate() {
        let own = std::array::from_fn(|domain| f32::from(deciles[domain * count + k]));
        one.deprivation = Deprivation::from_domains(own);
    }
    let mut local = vec![Margins::default(); count];
    for (list, classes) in CLASSES.into_iter().enumerate() {
        for _ in 0..classes {
            for (margins, value) in local.iter_mut().zip(reader.column(count)?) {
                list_of(margins, list).push(value);
            }
        }
    }
    for (margins, value) in local.iter_mut().zip(reader.column(count)?) {
        margins.communal = value;
    }
    for (one, margins) in neighbourhoods.iter_mut().zip(local) {
        one.residents = margins.ages.iter().sum();
        one.margins = Some(margins);
    }
    let mut margins = Margins::default();
    for (list, classes) in CLASSES.into_iter().enumerate() {
        for _ in 0..classes {
            let value = reader.number()? as u32;
            list_of(&mut margins, list).push(value);
        }
    }
    margins.communal = reader.number()? as u32;
    if reader.rest.is_empty() {
        Ok(Figures {
            margins,
            areas,
            neighbourhoods,
        })
    } else {
        Err(wrong("more bytes", "the end"))
    }
}

fn list_of(margins: &mut Margins, list: usize) -> &mut Vec<u32> {
    match list {
        0 => &mut margins.ages,
        1 => &mut margins.kinds,
        2 => &mut margins.sizes,
        3 => &mut margins.activities,
        4 => &mut margins.disability,
        5 => &mut margins.health,
        6 => &mut margins.tenure,
        _ => &mut margins.hardship,
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Result<&'a [u8], PackError> {
        let (found, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| wrong("the end", "more bytes"))?;
        self.rest = rest;
        Ok(found)
    }

    fn number(&mut self) -> Result<u64, PackError> {
        let mut value = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.bytes(1)?[0];
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(wrong("a number without an end", "at most nine bytes"))
    }

    fn count(&mut self) -> Result<usize, PackError> {
        let count = self.number()?;
        if count <= MOST {
            Ok(count as usize)
        } else {
            Err(wrong(&count.to_string(), "at most 5,000"))
        }
    }

    fn text(&mut self) -> Result<String, PackError> {
        let length = self.count()?;
        String::from_utf8(self.bytes(length)?.to_vec())
            .map_err(|_| wrong("bytes that are no text", "UTF-8"))
    }

    fn degrees(&mut self) -> Result<f32, PackError> {
        let folded = self.number()?;
        let steps = (folded >> 1) as i64 ^ -((folded & 1) as i64);
        Ok((steps as f64 / STEPS) as f32)
    }

    fn areas(&mut self) -> Result<Vec<Area>, PackError> {
        let count = self.count()?;
        (0..count)
            .map(|_| {
                Ok(Area {
                    official: self.text()?,
                    name: self.text()?,
                    longitude: self.degrees()?,
                    latitude: self.degrees()?,
                })
            })
            .collect()
    }

    fn column(&mut self, count: usize) -> Result<Vec<u32>, PackError> {
        let (low, high) = (self.bytes(count)?, self.bytes(count)?);
        Ok(low
            .iter()
            .zip(high)
            .map(|(low, high)| u32::from(*low) | u32::from(*high) << 8)
            .collect())
    }

    fn neighbourhoods(&mut self, areas: &[Area]) -> Result<(Vec<Neighbourhood>, usize), PackError> {
        let count = self.count()?;
        let mut code = 0_u64;
        let found: Result<Vec<Neighbourhood>, PackError> = (0..count)
            .map(|_| {
                code = code.saturating_add(self.number()?);
                let area = self.count()?;
                let letter = char::from(self.bytes(1)?[0]);
                let own = areas
                    .get(area)
                    .ok_or_else(|| wrong(&format!("area {area}"), "an area of the pack"))?;
                Ok(Neighbourhood {
                    code: format!("E01{code:06}"),
                    name: format!("{}{letter}", own.official),
                    residents: 0,
                    deprivation: Deprivation::from_domains([5.0; 8]),
                    margins: None,
                    area: Some(area as u32),
                })
            })
            .collect();
        Ok((found?, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn packing_loses_nothing_but_fractions_of_a_metre() {
        let bytes = super::super::pack_of("E08000009").unwrap();
        let figures = decode(bytes).unwrap();
        assert_eq!(encode(&figures).unwrap(), bytes);
        assert!(figures.areas.iter().any(|area| area.name == "Old Trafford"));
        let far = |area: &Area| {
            (area.longitude + 2.35).abs() > 0.2 || (area.latitude - 53.41).abs() > 0.1
        };
        assert!(
            !figures.areas.iter().any(far),
            "an area of Trafford far from Trafford"
        );
    }

    proptest! {
        #[test]
        fn what_is_no_pack_is_refused_without_a_panic(
            bytes in prop::collection::vec(any::<u8>(), 0..300),
            at in 0_usize..6_000,
            bit in 0_u8..8,
        ) {
            let _ = decode(&bytes);
            let mut bent = super::super::pack_of("E08000009").unwrap().to_vec();
            let at = at % bent.len();
            bent[at] ^= 1 << bit;
            let _ = decode(&bent);
            prop_assert!(decode(&bent[..at]).is_err());
        }
    }
}
