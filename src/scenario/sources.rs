//! The evidence register: the sources that parameters and approaches cite by id, as data
//! (`static/sources.toml`). Says what was found and where; knows nothing of what the model makes of
//! it.

use super::validate::Problem;
use serde::{Deserialize, Serialize};

/// The word for a number that nobody has measured.
pub const ASSUMPTION: &str = "assumption";

/// What a source is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Who lives where.
    Population,
    /// Life satisfaction.
    Wellbeing,
    /// Loneliness.
    Loneliness,
    /// Friends and acquaintances.
    Ties,
    /// Unpaid carers.
    Carers,
    /// Families.
    Family,
    /// Services, their rates and gradients.
    Services,
    /// Unit costs and budgets.
    Costs,
    /// What approaches do.
    Intervention,
    /// How approaches spread and end.
    Diffusion,
    /// How work is funded.
    Funding,
    /// Neighbourhoods.
    Place,
    /// Governance and practice.
    Governance,
}

impl Area {
    /// All areas, in the order in which documents list them.
    pub const ALL: [Self; 13] = [
        Self::Population,
        Self::Wellbeing,
        Self::Loneliness,
        Self::Ties,
        Self::Carers,
        Self::Family,
        Self::Services,
        Self::Costs,
        Self::Intervention,
        Self::Diffusion,
        Self::Funding,
        Self::Place,
        Self::Governance,
    ];

    /// The name as in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Wellbeing => "wellbeing",
            Self::Loneliness => "loneliness",
            Self::Ties => "ties",
            Self::Carers => "carers",
            Self::Family => "family",
            Self::Services => "services",
            Self::Costs => "costs",
            Self::Intervention => "intervention",
            Self::Diffusion => "diffusion",
            Self::Funding => "funding",
            Self::Place => "place",
            Self::Governance => "governance",
        }
    }
}

/// One row of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// A capital letter and two digits.
    pub id: String,
    /// What it is about.
    pub area: Area,
    /// What was measured.
    pub quantity: String,
    /// The value found.
    pub value: f64,
    /// The low end of what was published or is judged plausible.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The unit of the three.
    pub unit: String,
    /// Where and when.
    pub place_year: String,
    /// Who found it: author, title, year.
    pub title: String,
    /// Where it can be read, or nothing.
    pub address: String,
    /// Whether it was read when the register was made; otherwise the figure is general knowledge of
    /// the field.
    pub seen: bool,
    /// How strong it is: A, B, C or M (general knowledge), with + or −.
    pub strength: String,
}

/// An id that the register does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the evidence register has no source \"{0}\"; wanted an id such as K09, or \"assumption\"")]
pub struct UnknownSource(pub String);

/// The file that holds a register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    source: Vec<Source>,
}

/// Reads a register.
///
/// Errors: where the text is no register, the first reason with its line; otherwise every row with
/// something wrong.
pub fn parse(text: &str) -> Result<Vec<Source>, Vec<Problem>> {
    let register: Register = toml::from_str(text).map_err(|error| {
        let wanted = "a list of [[source]] tables";
        vec![Problem::of_toml(text, &error, "source", wanted)]
    })?;
    let mut problems = Vec::new();
    for (k, source) in register.source.iter().enumerate() {
        check(k, source, &register.source[..k], &mut problems);
    }
    if problems.is_empty() {
        Ok(register.source)
    } else {
        Err(problems)
    }
}

fn check(k: usize, source: &Source, before: &[Source], problems: &mut Vec<Problem>) {
    let mut wrong = |field: &str, found: String, wanted: &str| {
        problems.push(Problem {
            path: format!("source[{k}].{field} ({})", source.id),
            line: None,
            found,
            wanted: wanted.to_owned(),
        });
    };
    if !is_id(&source.id) {
        wrong(
            "id",
            format!("{:?}", source.id),
            "a capital letter and two digits",
        );
    }
    if before.iter().any(|other| other.id == source.id) {
        wrong(
            "id",
            "the same id a second time".to_owned(),
            "an id of its own",
        );
    }
    if !(source.low..=source.high).contains(&source.value) {
        wrong(
            "value",
            source.value.to_string(),
            &format!(
                "a number from low ({}) to high ({})",
                source.low, source.high
            ),
        );
    }
    if !source.strength.starts_with(['A', 'B', 'C', 'M']) {
        wrong(
            "strength",
            format!("{:?}", source.strength),
            "A, B, C or M, with + or − where it must",
        );
    }
    for (field, text) in [
        ("quantity", &source.quantity),
        ("unit", &source.unit),
        ("title", &source.title),
    ] {
        if text.trim().is_empty() {
            wrong(field, "nothing".to_owned(), "a text");
        }
    }
}

/// Whether a text has the form of an id of the register.
pub fn is_id(text: &str) -> bool {
    text.len() == 3
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().skip(1).all(|b| b.is_ascii_digit())
}

/// The row that an id names, or none for an assumption.
///
/// Errors: an id that the register does not hold.
pub fn resolve<'a>(register: &'a [Source], id: &str) -> Result<Option<&'a Source>, UnknownSource> {
    if id == ASSUMPTION {
        return Ok(None);
    }
    register
        .iter()
        .find(|source| source.id == id)
        .map(Some)
        .ok_or_else(|| UnknownSource(id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::bundled;
    use crate::scenario::parameters::Parameters;

    #[test]
    fn every_source_that_the_model_cites_is_in_the_register() {
        let register = bundled::sources().unwrap_or_else(|problems| panic!("{problems:#?}"));
        assert!(register.len() > 150, "{}", register.len());
        for info in Parameters::registry() {
            assert!(
                resolve(&register, info.source).is_ok(),
                "{} cites {}",
                info.id(),
                info.source
            );
        }
        for approach in bundled::approaches().unwrap() {
            assert!(
                resolve(&register, &approach.source).is_ok(),
                "{} cites {}",
                approach.id,
                approach.source
            );
        }
        for dimension in crate::scenario::strategy::DIMENSIONS {
            assert!(
                resolve(&register, dimension.source).is_ok(),
                "{} cites {}",
                dimension.id,
                dimension.source
            );
        }
    }

    #[test]
    fn the_register_is_listed_area_by_area() {
        let areas: Vec<Area> = bundled::sources()
            .unwrap()
            .iter()
            .map(|source| source.area)
            .collect();
        assert!(areas.is_sorted());
        for area in Area::ALL {
            assert!(areas.contains(&area), "{}", area.id());
            assert_eq!(serde_json::to_value(area).unwrap(), area.id());
        }
    }

    #[test]
    fn an_id_is_resolved_or_named_as_unknown() {
        let register = bundled::sources().unwrap();
        assert_eq!(
            resolve(&register, "K09").unwrap().map(|s| s.value),
            Some(24.0)
        );
        assert_eq!(resolve(&register, ASSUMPTION), Ok(None));
        let error = resolve(&register, "Z99").unwrap_err();
        assert!(error.to_string().contains("Z99"), "{error}");
    }

    #[test]
    fn a_source_that_is_not_seen_is_general_knowledge_and_says_so() {
        for source in bundled::sources().unwrap() {
            assert_eq!(source.seen, source.strength != "M", "{}", source.id);
        }
    }

    #[test]
    fn what_is_wrong_with_a_register_is_named() {
        let row = |id: &str, value: &str, strength: &str| {
            format!(
                "[[source]]\nid = \"{id}\"\narea = \"costs\"\nquantity = \"q\"\nvalue = \
                 {value}\nlow = 1.0\nhigh = 2.0\nunit = \"GBP\"\n\
                 place_year = \"\"\ntitle = \"t\"\naddress = \"\"\nseen = true\nstrength = \
                 \"{strength}\"\n"
            )
        };
        assert_eq!(parse(&row("K01", "1.5", "A")).unwrap().len(), 1);
        for (text, words) in [
            (row("K1", "1.5", "A"), "two digits"),
            (row("K01", "3.0", "A"), "low (1)"),
            (row("K01", "1.5", "Z"), "A, B, C or M"),
            (
                row("K01", "1.5", "A") + &row("K01", "1.5", "A"),
                "a second time",
            ),
            ("[[source]]\nid = 3".to_owned(), "source"),
        ] {
            let said: Vec<String> = parse(&text)
                .unwrap_err()
                .iter()
                .map(ToString::to_string)
                .collect();
            assert!(said.join(" ").contains(words), "{said:?}");
        }
    }
}
