//! Which plural a language uses with which whole number, from the rules of Unicode's CLDR: asked of
//! a kept crate while we build, so that the page carries the answers and not the rules of all
//! languages.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

/// Up to here every number is asked; beyond, rules look at the last three digits, or at whole
/// millions.
const ASKED: u32 = 2_000;
const MILLION: u32 = 1_000_000;

/// A language's plurals as Rust.
pub fn rust(code: &str) -> Result<String, String> {
    let language: unic_langid::LanguageIdentifier =
        code.parse().map_err(|error| format!("{code}: {error:?}"))?;
    let rules = PluralRules::create(language, PluralRuleType::CARDINAL)
        .map_err(|error| format!("{code}: {error}"))?;
    let category = |number: u32| {
        rules
            .select(number)
            .map(|plural| name(&plural))
            .map_err(str::to_owned)
    };
    let mut runs: Vec<(u32, &str)> = Vec::new();
    for number in 0..ASKED {
        let own = category(number)?;
        if runs.last().is_none_or(|(_, last)| *last != own) {
            runs.push((number, own));
        }
    }
    Ok(format!(
        "Plurals {{ runs: &{runs:?}, millions: {:?} }}",
        category(MILLION)?
    ))
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}
