//! Words of teams.
