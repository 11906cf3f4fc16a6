//! Questions asked of ensembles.
