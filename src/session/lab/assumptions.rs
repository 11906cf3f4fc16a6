//! Every assumption of the model, to be looked at and changed. A change is a change of the scenario like any other, so that
//! undo, the link and Explore know of it; what was typed and cannot be used is kept here until it can.

use super::order::Order;
use crate::analysis::layers::parameters_up_to;
use crate::export::delta;
use crate::scenario::Scenario;
use crate::scenario::parameters::beyond::FIELD;
use crate::scenario::parameters::{Grade, ParameterInfo, Parameters};
use crate::scenario::validate;
use crate::session::action::Action;
use crate::session::context::Context;
use crate::session::edit::Edit;
use crate::session::effect::Effect;
use crate::session::kept::file::Import;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What was typed for an assumption and cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The text as typed.
    pub typed: String,
    /// What is wrong, and what would be right.
    pub wrong: String,
}

/// The table: what is looked at, what was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assumptions {
    /// What is searched for.
    pub search: String,
    /// Whether only those are shown that differ from their defaults.
    pub only_changed: bool,
    /// The evidence of those that are shown; all where nothing is chosen.
    pub grade: Option<Grade>,
    /// The groups that are unfolded.
    pub open: BTreeSet<&'static str>,
    /// What was typed and cannot be used, by position in the registry.
    pub drafts: BTreeMap<usize, Draft>,
    /// Why the last file could not be used.
    pub import: Option<Import>,
    /// Whether the document of what differs is shown.
    pub delta_shown: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Words were typed to search for.
    Search(String),
    /// Show only those that differ from their defaults, or all.
    OnlyChanged(bool),
    /// Show only those of this evidence, or all.
    Grade(Option<Grade>),
    /// Unfold a group, or fold it.
    Open(&'static str, bool),
    /// Unfold all groups, or fold them.
    OpenAll(bool),
    /// A value was typed, by position in the registry.
    Typed(usize, String),
    /// Back to its default, by position in the registry.
    Default(usize),
    /// All back to their defaults.
    Defaults,
    /// Only evidence up to a grade counts: whatever lies beyond takes its neutral value.
    UpTo(Grade),
    /// Give what differs as a file.
    Export,
    /// What was wrong with the last file has been read.
    ImportRead,
    /// Show the document of what differs, or hide it.
    ShowDelta(bool),
    /// Give the document as a file.
    ExportDelta,
}

/// Takes in what happened.
pub fn update(here: &mut Assumptions, said: Said, around: &Context<'_>) -> Vec<Action> {
    match said {
        Said::Search(words) => here.search = words,
        Said::OnlyChanged(only) => here.only_changed = only,
        Said::Grade(grade) => here.grade = grade,
        Said::Open(group, true) => {
            here.open.insert(group);
        }
        Said::Open(group, false) => {
            here.open.remove(group);
        }
        Said::OpenAll(open) => {
            here.open = Parameters::registry()
                .into_iter()
                .map(|info| info.mechanism)
                .filter(|_| open)
                .collect();
        }
        Said::Typed(position, typed) => return typed_in(here, position, typed),
        Said::Default(position) => {
            here.drafts.remove(&position);
            let info = Parameters::registry().get(position).copied();
            return info.map_or_else(Vec::new, |info| set(info, info.default));
        }
        Said::Defaults => {
            here.drafts.clear();
            return vec![put(Parameters::default(), around)];
        }
        Said::UpTo(grade) => return up_to(grade, around),
        Said::Export => {
            let heading = format!(
                "# Assumptions of Kith {}. Drop them on the Lab, or: kith compare SCENARIO --parameters FILE\n",
                version()
            );
            let text = heading + &validate::write_parameters(&around.scenario().parameters);
            return vec![download("kith-assumptions.toml", "application/toml", text)];
        }
        Said::ImportRead => here.import = None,
        Said::ShowDelta(shown) => here.delta_shown = shown,
        Said::ExportDelta => {
            let text = delta::markdown(&delta::of(around.scenario()));
            let kind = "text/markdown;charset=utf-8";
            return vec![download("kith-delta-odd.md", kind, text)];
        }
    }
    Vec::new()
}

fn version() -> &'static str {
    crate::session::link::VERSION
}

fn download(name: &str, kind: &'static str, text: String) -> Action {
    let name = name.to_owned();
    Effect::Lab(Order::Download { name, kind, text }).into()
}

/// What was typed becomes the value, or stays in the field with what is wrong.
fn typed_in(here: &mut Assumptions, position: usize, typed: String) -> Vec<Action> {
    let Some(info) = Parameters::registry().get(position).copied() else {
        return Vec::new();
    };
    match read(info, &typed) {
        Ok(value) => {
            here.drafts.remove(&position);
            set(info, value)
        }
        Err(wrong) => {
            here.drafts.insert(position, Draft { typed, wrong });
            Vec::new()
        }
    }
}

/// A number within the range of an assumption.
///
/// Errors: what was found and what would be right, in words.
pub fn read(info: &ParameterInfo, typed: &str) -> Result<f32, String> {
    let found = if typed.trim().is_empty() {
        "nothing".to_owned()
    } else {
        format!("“{}”", typed.trim())
    };
    let value = typed
        .trim()
        .replace('−', "-")
        .parse::<f32>()
        .ok()
        .filter(|value| (info.low..=info.high).contains(value));
    value.ok_or_else(|| {
        let wanted = format!("Found {found}; wanted a number from {} to {} ({}).", info.low, info.high, info.unit);
        match info.bounds() {
            bounds if bounds == (info.low, info.high) => wanted,
            (least, most) => format!("{wanted} A file that says {FIELD} = true may set it from {least} to {most}: bring one in here; every output is marked then."),
        }
    })
}

fn set(info: &ParameterInfo, value: f32) -> Vec<Action> {
    let id = info.id();
    vec![Action::Change(Edit::Parameter { id, value })]
}

/// Puts all assumptions on the scenario at once: one step back returns.
pub(super) fn put(parameters: Parameters, around: &Context<'_>) -> Action {
    let scenario = Scenario {
        parameters,
        ..around.scenario().clone()
    };
    Action::Replace(around.question.base, Rc::new(scenario))
}

fn up_to(grade: Grade, around: &Context<'_>) -> Vec<Action> {
    let now = &around.scenario().parameters;
    let parameters = parameters_up_to(now, grade);
    let count = now
        .values()
        .iter()
        .zip(parameters.values())
        .filter(|(before, after)| **before != *after)
        .count();
    let words = crate::words::notices::neutral_now(count);
    vec![put(parameters, around), Action::Confirm(words)]
}
