//! What an experiment comes to: sentences computed from the run, tables, figures.

mod course;
pub(super) mod deciding;
mod discovered;
pub(super) mod effects;
pub(super) mod grid;
pub(super) mod movement;
pub(super) mod trials;

use super::Experiment;
use super::about::About;
use super::table::Table;
use crate::analysis::estimate::Estimate;
use crate::analysis::judged::Judged;
use crate::analysis::verdict::{self, Verdict};
use crate::charts::number::{plain, signed};
use crate::drawing::role::{INK, SOFT};
use crate::drawing::rows::Shown;
use crate::drawing::{Drawing, to_svg};
use crate::ensemble::pair::Names;
use crate::export::figure::{self, Colours, compose};
use crate::export::package::{Resource, description};
use crate::indicators::catalogue::DOING_WELL;
use crate::scenario::parameters::beyond;
use serde::{Deserialize, Serialize};

/// Everything that an experiment says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// Sentences computed from the run.
    pub findings: Vec<String>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// A digest of all parts: 16 hexadecimal digits, the same on every machine.
    pub fingerprint: String,
}

impl Results {
    /// What the columns of all tables mean, as JSON for a file beside them. `manifest`: the file that says how to make them again; `file_of`: the file
    /// of a table.
    pub fn package(
        &self,
        experiment: &Experiment,
        manifest: &str,
        file_of: impl Fn(&Table) -> String,
    ) -> String {
        let paths: Vec<String> = self.tables.iter().map(file_of).collect();
        let tables = self.tables.iter().zip(&paths);
        let resources: Vec<Resource<'_>> = tables
            .map(|(table, path)| Resource {
                name: &table.name,
                title: &table.title,
                path,
                columns: &table.columns,
            })
            .collect();
        description(
            &experiment.name,
            &experiment.name,
            manifest,
            beyond::mark(&experiment.beyond()).as_deref(),
            &resources,
        )
    }

    /// Has every sentence, table and figure go with the mark of what is outside its registered range: whatever somebody takes away has it.
    pub(super) fn marked(&mut self, mark: &str) {
        self.findings.insert(
            0,
            format!("Run {mark}. The model was not built or checked for that."),
        );
        self.tables.iter_mut().for_each(|table| table.marked(mark));
        self.figures
            .iter_mut()
            .for_each(|figure| figure.subtitle.extend(["; ", mark]));
    }
}

/// A figure that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The name as in files.
    pub name: String,
    /// The finding.
    pub title: String,
    /// Measure, unit, place, period.
    pub subtitle: String,
    /// What is to be seen, for who cannot see it.
    pub description: String,
    /// The drawing with its title above and its source below, as SVG.
    pub svg: String,
}

/// Words of a figure.
pub(super) struct Words {
    pub name: &'static str,
    pub title: String,
    pub subtitle: String,
    pub description: String,
}

impl Figure {
    /// A drawing with its words around it.
    pub(super) fn of(drawing: &Drawing, words: Words, about: &About) -> Self {
        let caption = about.caption(&words.title, &words.subtitle);
        let drawn = figure::Drawing {
            x: 0.0,
            y: 0.0,
            width: drawing.width,
            height: drawing.height,
            kind: figure::Kind::Svg(to_svg(drawing)),
        };
        let colours = Colours {
            paper: "#ffffff".to_owned(),
            ink: INK.to_owned(),
            soft: SOFT.to_owned(),
        };
        Self {
            svg: compose(&[drawn], &caption, &colours).svg,
            name: words.name.to_owned(),
            title: words.title,
            subtitle: words.subtitle,
            description: words.description,
        }
    }
}

/// An estimate as it is drawn, in colour where it matters.
pub(super) fn shown(estimate: &Estimate, matters: bool) -> Shown {
    Shown {
        interval: estimate.into(),
        matters,
    }
}

/// A difference as it is drawn, in colour where its verdict says that it matters.
pub(super) fn judged(judged: &Judged) -> Shown {
    shown(judged, judged.verdict.is_clear())
}

/// An estimate in words: size with its sign, and the interval.
pub(super) fn with_interval(estimate: &Estimate, digits: u8) -> String {
    if estimate.low == estimate.high {
        return signed(estimate.mean, digits);
    }
    format!(
        "{} (90% interval {} to {})",
        signed(estimate.mean, digits),
        signed(estimate.low, digits),
        signed(estimate.high, digits)
    )
}

/// What a difference in adults doing well comes to: the title of a figure, at most fifteen words.
pub(super) fn who_is_ahead(estimate: &Estimate, runs: usize, names: Names) -> String {
    let size = plain(estimate.mean.abs(), 1);
    let found = verdict::of_estimate(estimate, runs as u32, DOING_WELL);
    let ahead = lower_first(if estimate.mean > 0.0 {
        names.alternative
    } else {
        names.reference
    });
    match found {
        Verdict::Clear(_) => format!("Doing well: {ahead} better by {size} points"),
        Verdict::TooLittle(_) => format!("Doing well: {ahead} better, but too little to matter"),
        other => format!("Doing well: {}", other.words()),
    }
}

/// A name as it stands inside a sentence.
pub(super) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// A value that was varied, as short as it can be.
pub(super) fn value(number: f64) -> String {
    let text = number.to_string();
    text.replace('-', "−")
}
