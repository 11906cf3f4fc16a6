//! Reads a state and keeps the tables. Never changes what it looks at.
