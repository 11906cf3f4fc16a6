//! The two kinds of workers.

/// What a worker can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Live worlds of a scenario, and people's lives in them: small, there from the start.
    #[default]
    Model,
    /// That, and whatever else is asked: inquiries, experiments, tables, codes in pictures. Loaded
    /// when it is first wanted.
    Answers,
}
