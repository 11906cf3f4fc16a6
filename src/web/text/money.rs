//! The words of the money.

use crate::charts::number::pounds_about;

words! {
    MONEY = "The money";
    SEAL_UNKNOWN = "The ledgers come with the first re-run.";
    SEAL_SAME = "Same money, to the penny.";
    LEDGER = "Where every pound came from and went";
    LEDGER_HINT = "Totals over all years in the first re-run. Sources and uses are equal in every world.";
    ACCOUNT = "Account";
    SOURCES = "Where money comes from";
    USES = "Where it goes";
    TOTAL = "Total";
}

/// The seal's sentence.
pub fn seal_total(total: &str, arms: usize) -> String {
    format!("Each of the {arms} ways spends {total} of new money, the same in every year.")
}

/// A broken seal.
pub fn seal_different(gap: &str) -> String {
    format!("In one year the ways differ by {gap}.")
}

/// A cost.
pub fn cost(pounds: f64) -> String {
    pounds_about(pounds)
}
