//! `kith calibrate`: fits the free parameters to business as usual and single trials, wave by wave, and writes them down.

use super::scenario_argument::{Changes, ScenarioArgument};
use super::{Failure, ask, asking, files};
use crate::analysis::calibration::{FREE, Space, Target, Wave, fit, targets};
use crate::analysis::patterns::PATTERNS;
use crate::scenario::Scenario;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The place, how many waves, how many runs.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The place to calibrate on: a scenario file or a bundled id. Its money and arms are not looked at.
    #[arg(default_value = "trafford")]
    scenario: PathBuf,
    /// Generate this many people.
    #[arg(long, value_name = "N", default_value_t = 6_000)]
    people: u32,
    /// The seed of the design and of all luck.
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Waves after the first.
    #[arg(long, value_name = "W", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=20))]
    waves: u32,
    /// Points in each wave.
    #[arg(long, value_name = "N", default_value_t = 80, value_parser = clap::value_parser!(u32).range(20..=10_000))]
    points: u32,
    /// Seeds at each point.
    #[arg(long, value_name = "K", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=100))]
    seeds: u32,
    /// Fit to these patterns, by number; those that hang on free parameters, when not given.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    patterns: Vec<u8>,
    /// Run on this many threads; as many as the machine has, when not given. Results do not depend on it.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of the text.
    #[arg(long)]
    json: bool,
}

/// Patterns whose measures hang on free parameters; the others have benches of their own and nothing to fit.
const FITTED: &[u8] = &[1, 2, 3, 4, 5, 7, 8, 9, 10];

/// What calibration came to.
#[derive(Debug, Serialize)]
struct Calibration {
    place: String,
    people: u32,
    seed: u64,
    runs: usize,
    waves: Vec<WaveReport>,
    parameters: Vec<(String, f32, f32)>,
    measures: Vec<MeasureReport>,
}

/// How a wave went: how much of what it tried was in band.
#[derive(Debug, Serialize)]
struct WaveReport {
    points: usize,
    measures_in_band_best: usize,
    measures_in_band_mean: f64,
}

/// One measure at the chosen point.
#[derive(Debug, Serialize)]
struct MeasureReport {
    pattern: u8,
    name: &'static str,
    low: f64,
    high: f64,
    before: f64,
    fitted: f64,
}

/// Calibrates and prints.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let argument = ScenarioArgument::of(&arguments.scenario);
    let changes = Changes {
        people: Some(arguments.people),
        seed: arguments.seed,
        ..Changes::default()
    };
    let scenario = argument.read_with(&changes, None)?;
    let calibration = Search::new(arguments, scenario.clone())?.run()?;
    if arguments.json {
        return files::print(&asking::json(&calibration, &scenario)?);
    }
    files::print(&text(&calibration, &scenario))
}

/// The state of a calibration between waves.
struct Search<'a> {
    arguments: &'a Arguments,
    wave: Wave,
    targets: Vec<Target>,
    points: Vec<Vec<f64>>,
    rows: Vec<Vec<f64>>,
    reports: Vec<WaveReport>,
}

impl<'a> Search<'a> {
    fn new(arguments: &'a Arguments, scenario: Scenario) -> Result<Self, Failure> {
        let patterns = if arguments.patterns.is_empty() {
            FITTED.to_vec()
        } else {
            arguments.patterns.clone()
        };
        if let Some(unknown) = patterns
            .iter()
            .find(|id| PATTERNS.iter().all(|pattern| pattern.id != **id))
        {
            return Err(Failure::Input(format!(
                "--patterns: found {unknown}; wanted the number of a pattern (kith check patterns)"
            )));
        }
        let space = Space::of(FREE).map_err(Failure::Other)?;
        let targets = targets(&patterns);
        let wave = Wave {
            scenario,
            patterns,
            space,
            points: Vec::new(),
            seeds: arguments.seeds,
        };
        Ok(Self {
            arguments,
            wave,
            targets,
            points: Vec::new(),
            rows: Vec::new(),
            reports: Vec::new(),
        })
    }

    fn run(mut self) -> Result<Calibration, Failure> {
        use crate::analysis::calibration::sobol;
        let count = self.arguments.points as usize;
        let seed = self.wave.scenario.seed as u32;
        let prior = self.wave.space.prior().to_vec();
        // The first wave fills the whole space; what was believed before is its first point.
        let first = (1..count as u32).map(|index| sobol(index, prior.len(), seed));
        self.live(std::iter::once(prior.clone()).chain(first).collect())?;
        for wave in 0..self.arguments.waves {
            let next = fit(&self.targets, &self.points, &self.rows, &prior)
                .next(count, seed.wrapping_add(wave + 1));
            self.live(next)?;
        }
        let best = fit(&self.targets, &self.points, &self.rows, &prior).best(seed);
        self.live(vec![best])?;
        Ok(self.report())
    }

    /// Runs a wave and keeps what it measured.
    fn live(&mut self, points: Vec<Vec<f64>>) -> Result<(), Failure> {
        self.wave.points = points;
        let rows =
            ask::ask(&self.wave, self.arguments.threads, "points")?.map_err(Failure::Input)?;
        let in_band: Vec<usize> = rows.iter().map(|row| self.in_band(row)).collect();
        let mean = in_band.iter().sum::<usize>() as f64 / in_band.len().max(1) as f64;
        self.reports.push(WaveReport {
            points: rows.len(),
            measures_in_band_best: in_band.into_iter().max().unwrap_or(0),
            measures_in_band_mean: mean,
        });
        self.points.append(&mut self.wave.points);
        self.rows.extend(rows);
        Ok(())
    }

    fn in_band(&self, row: &[f64]) -> usize {
        self.targets
            .iter()
            .zip(row)
            .filter(|(target, value)| (target.low..=target.high).contains(*value))
            .count()
    }

    /// The run that lies best of all that were simulated: an emulator's word is not taken for it.
    fn best_run(&self) -> usize {
        use crate::analysis::calibration::outside_counts_most;
        let distance = |row: &Vec<f64>| -> f64 {
            self.targets
                .iter()
                .zip(row)
                .map(|(target, value)| outside_counts_most(target.from_middle(*value)))
                .sum()
        };
        (0..self.rows.len())
            .min_by(|a, b| distance(&self.rows[*a]).total_cmp(&distance(&self.rows[*b])))
            .unwrap_or(0)
    }

    fn report(self) -> Calibration {
        let best = self.best_run();
        let names = |target: &Target| {
            PATTERNS
                .iter()
                .find(|p| p.id == target.pattern)
                .map_or("", |p| p.measures[target.measure].name)
        };
        let before = self.wave.space.values(&self.points[0]);
        let after = self.wave.space.values(&self.points[best]);
        Calibration {
            place: self.wave.scenario.place.clone(),
            people: self.wave.scenario.people,
            seed: self.wave.scenario.seed,
            runs: self.rows.len() * self.wave.seeds as usize,
            parameters: before
                .iter()
                .zip(after)
                .map(|((id, before), (_, after))| ((*id).to_owned(), *before, after))
                .collect(),
            measures: self
                .targets
                .iter()
                .enumerate()
                .map(|(k, target)| MeasureReport {
                    pattern: target.pattern,
                    name: names(target),
                    low: target.low,
                    high: target.high,
                    before: self.rows[0][k],
                    fitted: self.rows[best][k],
                })
                .collect(),
            waves: self.reports,
        }
    }
}

fn text(calibration: &Calibration, scenario: &Scenario) -> String {
    let mark = asking::marked(scenario);
    let mut text = format!(
        "History matching on business as usual: {}, {} people, seed {}, {} runs{mark}. No arm, no money, no comparison was looked at.\n\n",
        calibration.place, calibration.people, calibration.seed, calibration.runs
    );
    // Writing to a String cannot fail, here and below.
    for (k, wave) in calibration.waves.iter().enumerate() {
        let of = calibration.measures.len();
        let _ = writeln!(
            text,
            "wave {k}: {} points; measures in band: {:.1} of {of} at a point, {} at the best",
            wave.points, wave.measures_in_band_mean, wave.measures_in_band_best
        );
    }
    let _ = writeln!(
        text,
        "\n# The free parameters that came out (before → after), as a scenario file has them.\n[parameters]"
    );
    for (id, before, after) in &calibration.parameters {
        let _ = writeln!(text, "\"{id}\" = {after} # {before}");
    }
    let _ = writeln!(text, "\nMeasures: band, before, at these.");
    for m in &calibration.measures {
        let mark = if (m.low..=m.high).contains(&m.fitted) {
            " "
        } else {
            "!"
        };
        let _ = writeln!(
            text,
            "{mark} {:>2}  {:>8.3} to {:>8.3}  {:>8.3} → {:>8.3}  {}",
            m.pattern, m.low, m.high, m.before, m.fitted, m.name
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{bundled, validate};

    #[test]
    fn the_text_is_marked_where_something_is_outside_its_range() {
        let mut scenario = validate::parse(bundled::scenario("trafford").unwrap()).unwrap();
        let calibration = Calibration {
            place: "P".into(),
            people: 600,
            seed: 1,
            runs: 2,
            waves: Vec::new(),
            parameters: Vec::new(),
            measures: Vec::new(),
        };
        assert!(text(&calibration, &scenario).contains("2 runs. No arm"));
        scenario.parameters.control.power = 3.0;
        let said = text(&calibration, &scenario);
        assert!(
            said.contains(
                "2 runs; outside its registered range: control.power = 3 (0–0.15). No arm"
            ),
            "{said}"
        );
    }
}
