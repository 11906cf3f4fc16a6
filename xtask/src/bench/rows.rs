//! The rows of the table: what each number is called, its unit, and what is to be reached.

use super::kept::Kept;

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// So much or more.
    AtLeast(f64),
    /// Less than so much.
    Below(f64),
    /// Nothing: the number is told to be compared.
    Told,
}
use Reach::{AtLeast, Below, Told};

/// One row.
pub struct Row {
    /// What it is, for people.
    pub what: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What is to be reached.
    pub reach: Reach,
    /// Where the number comes from.
    pub of: fn(&Kept) -> Option<f64>,
}

/// Agent-steps a CPU second of krABMaga 0.6.2 and Mesa 3.5.1 on the reference workload at 10,000
/// people. Unit: millions.
const KRABMAGA: f64 = 1.1;
const MESA: f64 = 0.19;

/// By what a number is divided: another that was measured, or one that was published.
trait Divides {
    fn value(self, kept: &Kept) -> Option<f64>;
}

impl Divides for &str {
    fn value(self, kept: &Kept) -> Option<f64> {
        kept.get(self).filter(|number| *number > 0.0)
    }
}

impl Divides for f64 {
    fn value(self, _: &Kept) -> Option<f64> {
        Some(self)
    }
}

macro_rules! rows {
    ($($what:literal, $unit:literal, $reach:expr, $name:literal $(/ $by:expr)?;)*) => {
        /// All rows in the order of the table.
        pub const ROWS: &[Row] = &[$(Row {
            what: $what,
            unit: $unit,
            reach: $reach,
            of: |kept| {
                let number = kept.get($name);
                $(
                    let by = Divides::value($by, kept);
                    let number = number.zip(by).map(|(number, by)| number / by);
                )?
                number
            },
        },)*];
    };
}

rows! {
    "page: first comparison on screen after navigation", "ms", Below(1_500.0), "page.first";
    "page: slider move to the first changed year, median",
        "ms", Below(100.0), "page.slider.first_year";
    "page: slider move to the changed world, median", "ms", Below(100.0), "page.slider.median";
    "page: slider move to the changed world, 95th percentile",
        "ms", Below(150.0), "page.slider.p95";
    "page: longest task of the main thread while sliding", "ms", Below(50.0), "page.longest_task";
    "page: 64 paired replicates", "s", Below(5.0), "page.replicates.64";
    "page: all bytes, gzip", "kB", Below(1_500.0), "page.bytes";
    "page: its own wasm, gzip", "kB", Below(500.0), "page.wasm";
    "page: wasm of the workers that run the model, gzip", "kB", Below(450.0), "page.worker";
    "page: wasm of the workers that answer, gzip", "kB", Told, "page.answers";
    "paired replicate, 5,000 people × 10 years", "CPU ms", Told, "comparison.pair";
    "full model, person-months (paired replicate)", "million/s", AtLeast(10.0), "comparison.rate";
    "full model as wasm, person-months (paired replicate)",
        "million/s", Told, "wasm.comparison.rate";
    "full model, wasm of native", "ratio", AtLeast(0.6), "wasm.comparison.rate" / "comparison.rate";
    "month of 5,000 people", "ns a person-month", Told, "month.5000";
    "month of 5,000 people as wasm", "ns a person-month", Told, "wasm.month.5000";
    "month of 50,000 people", "ns a person-month", Told, "month.50000";
    "demography", "ns a person-month", Told, "mechanism.demography";
    "life events", "ns a person-month", Told, "mechanism.life_events";
    "support", "ns a person-month", Told, "mechanism.support";
    "problems", "ns a person-month", Told, "mechanism.problems";
    "crisis", "ns a person-month", Told, "mechanism.crisis";
    "ties", "ns a person-month", Told, "mechanism.ties";
    "family", "ns a person-month", Told, "mechanism.family";
    "control", "ns a person-month", Told, "mechanism.control";
    "wellbeing", "ns a person-month", Told, "mechanism.wellbeing";
    "community", "ns a person-month", Told, "mechanism.community";
    "practice", "ns a person-month", Told, "mechanism.practice";
    "spread", "ns a person-month", Told, "mechanism.spread";
    "governance", "ns a person-month", Told, "mechanism.governance";
    "accounts", "ns a person-month", Told, "mechanism.accounts";
    "cost a person-month, 50,000 of 5,000 people", "ratio", Below(1.2), "cost.50000" / "cost.5000";
    "cost a person-month, 250,000 of 5,000 people",
        "ratio", Below(1.2), "cost.250000" / "cost.5000";
    "cost a person-month, 1,000,000 of 5,000 people",
        "ratio", Below(1.2), "cost.1000000" / "cost.5000";
    "cost a person-month, fifth decade of first",
        "ratio", Below(1.2), "cost.decade.5" / "cost.decade.1";
    "place of 5,000 people", "CPU ms", Told, "place.5000";
    "place of 50,000 people", "CPU ms", Told, "place.50000";
    "state of a world", "bytes", Below(200.0), "memory.state";
    "most memory, 250,000 people", "MiB", Told, "memory.250000";
    "most memory, 1,000,000 people", "MiB", Below(2_048.0), "memory.1000000";
    "reference, 10,000 people: on Kith's parts", "million/s", Told, "reference.static.10000.kith";
    "reference, 10,000 people: loop by hand", "million/s", Told, "reference.static.10000.hand";
    "reference, 10,000 people: CPU of the loop's",
        "ratio", Below(1.5), "reference.static.10000.ratio";
    "reference, 10,000 people: of krABMaga's published rate",
        "ratio", AtLeast(25.0), "reference.static.10000.kith" / KRABMAGA;
    "reference, 10,000 people: of Mesa's published rate",
        "ratio", AtLeast(150.0), "reference.static.10000.kith" / MESA;
    "reference, 100,000 people: on Kith's parts", "million/s", Told, "reference.static.100000.kith";
    "reference, 100,000 people: loop by hand", "million/s", Told, "reference.static.100000.hand";
    "reference, 100,000 people: CPU of the loop's",
        "ratio", Below(1.5), "reference.static.100000.ratio";
    "dynamic reference, 10,000 people: on Kith's parts",
        "million/s", Told, "reference.dynamic.10000.kith";
    "dynamic reference, 10,000 people: CPU of the loop's",
        "ratio", Below(1.5), "reference.dynamic.10000.ratio";
    "dynamic reference, 100,000 people: on Kith's parts",
        "million/s", Told, "reference.dynamic.100000.kith";
    "dynamic reference, 100,000 people: CPU of the loop's",
        "ratio", Below(1.5), "reference.dynamic.100000.ratio";
    "reference as wasm, 10,000 people: on Kith's parts",
        "million/s", Told, "wasm.reference.static.10000.kith";
    "reference as wasm, 10,000 people: loop by hand",
        "million/s", Told, "wasm.reference.static.10000.hand";
    "reference as wasm, 10,000 people: CPU of the loop's",
        "ratio", Below(1.5), "wasm.reference.static.10000.ratio";
    "reference as wasm, 100,000 people: CPU of the loop's",
        "ratio", Below(1.5), "wasm.reference.static.100000.ratio";
    "dynamic reference as wasm, 10,000 people: CPU of the loop's",
        "ratio", Below(1.5), "wasm.reference.dynamic.10000.ratio";
    "dynamic reference as wasm, 100,000 people: CPU of the loop's",
        "ratio", Below(1.5), "wasm.reference.dynamic.100000.ratio";
    "bandwidth of memory (triad)", "GB/s", Told, "bandwidth.memory";
    "bandwidth of the second cache (triad)", "GB/s", Told, "bandwidth.cache";
}
