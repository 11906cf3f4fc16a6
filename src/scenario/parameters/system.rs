//! Parameters of the mechanisms of communities, services, government and money.

use super::group;

macro_rules! empty { ($($n:ident $s:literal)*) => { $(group! { #[doc = $s] $n, $s, {} })* }; }
empty! { Accounts "accounts" Community "community" Governance "governance" Practice "practice" Spread "spread" }
