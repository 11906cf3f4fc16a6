//! The parts that wellbeing is made of, and what is usual. Names and measures only.

/// The wellbeing against which friends' and family's is compared.
pub const USUAL: f32 = 7.4;

/// What wellbeing is made of beside a person's own lasting, slow and momentary differences, which no arm can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Friends to count on.
    Friends,
    /// Control.
    Control,
    /// Open problems.
    Problems,
    /// A limiting condition.
    Condition,
    /// Support that is needed and not met.
    Unmet,
    /// Strain of caring at home.
    Strain,
    /// Being out of work.
    Work,
    /// The neighbourhood's environment.
    Place,
    /// A partner.
    Partner,
    /// Events from which people recover.
    Events,
    /// How those close by are: friends and those at home.
    Others,
}

impl Part {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();
    /// All, in the order of the arrays.
    pub const ALL: [Self; 11] = [
        Self::Friends,
        Self::Control,
        Self::Problems,
        Self::Condition,
        Self::Unmet,
        Self::Strain,
        Self::Work,
        Self::Place,
        Self::Partner,
        Self::Events,
        Self::Others,
    ];
}
