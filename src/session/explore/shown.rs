//! What the living picture shows: where the two worlds differ, both of them, or one.

/// What the living picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The world of the strategy that is subtracted.
    Reference,
    /// Where the two worlds differ.
    #[default]
    Difference,
    /// The world of the strategy that differences are counted for.
    Alternative,
    /// Both worlds, side by side.
    Both,
}

impl Shown {
    /// All of them with their names in addresses, in the order in which they are offered.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Reference, "reference"),
        (Self::Difference, "difference"),
        (Self::Alternative, "alternative"),
        (Self::Both, "worlds"),
    ];

    /// The name in addresses.
    pub fn id(self) -> &'static str {
        let known = Self::ALL.iter().find(|(shown, _)| *shown == self);
        known.map_or("difference", |(_, id)| id)
    }

    /// What a name in an address stands for.
    pub fn by_id(id: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, known)| *known == id);
        known.map(|(shown, _)| *shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_of_its_own_and_is_found_by_it() {
        for (shown, id) in Shown::ALL {
            assert_eq!((shown.id(), Shown::by_id(id)), (id, Some(shown)));
        }
        assert_eq!(Shown::by_id("nothing"), None);
    }
}
