//! What a link promises about the result of its question.

/// What a link promised about its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The fingerprint in the link.
    pub fingerprint: String,
    /// The build that made it.
    pub version: String,
}

/// Whether a result is the one the link promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The link promised nothing, or the scenario was changed since.
    None,
    /// Not all replicates are in.
    Waiting,
    /// The same, to the last bit.
    Same,
    /// Another result; by another version, if the words are there.
    Different {
        /// The version the link was made with.
        version: String,
    },
}
