//! The pieces of Kith that are measured: worlds ready to be lived, and what each piece of work is.
