//! What an answer says, once: sentences, tables, figures and a fingerprint, for the page, the command line and files alike. Knows no question.

pub mod csv;
pub mod table;

use crate::drawing::Drawing;
use crate::drawing::figure::{Caption, alone};
use serde::{Deserialize, Serialize};
use table::Table;

/// Everything that an answer says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Sentences computed from the run.
    pub sentences: Vec<String>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Figures.
    pub drawings: Vec<Figure>,
    /// A digest of all parts: 16 hexadecimal digits, the same on every machine.
    pub fingerprint: String,
}

impl Report {
    /// Has every sentence, table and figure go with the mark of what is outside its registered range: whatever somebody takes away has it.
    pub fn marked(&mut self, mark: &str) {
        self.sentences.insert(
            0,
            format!("Run {mark}. The model was not built or checked for that."),
        );
        self.tables.iter_mut().for_each(|table| table.marked(mark));
        self.drawings
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
pub struct Words {
    /// The name as in files.
    pub name: &'static str,
    /// The finding.
    pub title: String,
    /// Measure, unit, place, period.
    pub subtitle: String,
    /// What is to be seen, for who cannot see it.
    pub description: String,
}

impl Figure {
    /// A drawing with its words around it; `notes`: where it comes from, line by line.
    pub fn of(drawing: &Drawing, words: Words, notes: Vec<String>) -> Self {
        let caption = Caption {
            title: words.title.clone(),
            subtitle: words.subtitle.clone(),
            notes,
        };
        Self {
            svg: alone(drawing, &caption),
            name: words.name.to_owned(),
            title: words.title,
            subtitle: words.subtitle,
            description: words.description,
        }
    }
}
