//! Parameters of the mechanisms of people, families and services' dealings with them.

use super::group;

macro_rules! empty { ($($n:ident $s:literal)*) => { $(group! { #[doc = $s] $n, $s, {} })* }; }
empty! { Control "control" Crisis "crisis" Demography "demography" Family "family" LifeEvents "life_events" Problems "problems" Support "support" Ties "ties" Wellbeing "wellbeing" }
