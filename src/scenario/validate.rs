//! From what a person wrote to a checked scenario, or to all its problems at once.
