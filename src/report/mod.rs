//! What an answer says, once: sentences, tables, figures and a fingerprint, for the page, the command line and files alike. Knows no question.

pub mod csv;
pub mod table;

use crate::drawing::Drawing;
use crate::drawing::figure::{Caption, alone};
use crate::drawing::rows::{Row, Rows, beside};
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
    /// What a figure of rows says: its words as the one sentence.
    pub fn of_rows(figure: Figure) -> Self {
        Self {
            sentences: vec![figure.description.clone()],
            drawings: vec![figure],
            ..Self::default()
        }
    }

    /// With every figure of rows drawn for a file; `notes`: where it comes from, line by line. One that has nothing to draw is left out.
    #[must_use]
    pub fn drawn(mut self, notes: &[String]) -> Self {
        self.drawings = self
            .drawings
            .into_iter()
            .filter_map(|figure| figure.drawn(notes))
            .collect();
        self
    }

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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// The rows that it is of, where it is of rows: the page draws them as wide as it has room. They are not passed on.
    #[serde(skip)]
    pub rows: Rows,
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
            rows: Rows::default(),
        }
    }

    /// A figure of rows that is not drawn yet; what is across is its subtitle.
    pub fn of_rows(words: Words, rows: Vec<Row>) -> Self {
        Self {
            name: words.name.to_owned(),
            rows: Rows {
                across: words.subtitle.clone(),
                kinds: Vec::new(),
                rows,
            },
            title: words.title,
            subtitle: words.subtitle,
            description: words.description,
            svg: String::new(),
        }
    }

    /// With other words for what is across, and with what the marks of each row are.
    #[must_use]
    pub fn across(mut self, across: &str, kinds: &[&'static str]) -> Self {
        across.clone_into(&mut self.rows.across);
        self.rows.kinds = kinds.to_vec();
        self
    }

    /// With its rows drawn for a file, where that is still to do; nothing where they are none.
    fn drawn(mut self, notes: &[String]) -> Option<Self> {
        if self.svg.is_empty() {
            let caption = Caption {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                notes: notes.to_vec(),
            };
            self.svg = alone(&beside(&self.rows)?, &caption);
        }
        Some(self)
    }
}
