//! A small place for tests of what is built on places. Knows nothing of the engine.

use super::{Place, Profile, bundled, generate};
use std::sync::{Arc, LazyLock};

/// About 600 people of the invented town, generated once a test run.
pub fn small() -> Arc<Place> {
    static SMALL: LazyLock<Arc<Place>> = LazyLock::new(|| {
        let profile = Profile::from_toml(bundled::INVENTED_TOWN).unwrap();
        Arc::new(generate(&profile, 600, 7).unwrap())
    });
    Arc::clone(&SMALL)
}
