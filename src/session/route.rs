//! The views of the page.

/// The views of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The comparison.
    #[default]
    Explore,
    /// The trainer's hour.
    Workshop,
    /// The researcher's afternoon.
    Lab,
    /// What this is, and every assumption.
    About,
}

impl Route {
    /// All views with their names in addresses.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Explore, "explore"),
        (Self::Workshop, "workshop"),
        (Self::Lab, "lab"),
        (Self::About, "about"),
    ];

    /// The name in addresses.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(route, _)| *route == self)
            .map_or("explore", |(_, id)| id)
    }
}
