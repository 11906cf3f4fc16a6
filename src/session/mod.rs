//! What the page knows: a pure `update(state, message) → effects`, tested natively.
