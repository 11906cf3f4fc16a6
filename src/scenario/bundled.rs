//! What is bundled: scenarios and places by id.
