//! The patterns that the model is held to, each measured on worlds of business as usual. Knows no arms and no strategies.

pub mod volunteers;
