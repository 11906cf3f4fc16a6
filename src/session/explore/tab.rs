//! What stands beside the levers: the first view of the comparison, or a drawer over it.

/// What stands beside the levers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The living picture, and what changes.
    #[default]
    Overview,
    /// One person's two lives beside the picture.
    People,
    /// Where each pound went.
    Money,
    /// What carries the difference.
    Why,
    /// What is kept, files, links, several worlds side by side.
    Compare,
    /// Every outcome, with its charts and the table.
    Outcomes,
    /// Everything that can be set.
    Details,
    /// Shocks and decisions on the way.
    Events,
}

impl Tab {
    /// All of them with their names in addresses, the tabs of the bar first.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Overview, "overview"),
        (Self::People, "people"),
        (Self::Money, "money"),
        (Self::Why, "why"),
        (Self::Compare, "compare"),
        (Self::Outcomes, "outcomes"),
        (Self::Details, "details"),
        (Self::Events, "events"),
    ];
    /// How many of them stand in the bar; the others are drawers.
    pub const IN_BAR: usize = 5;

    /// The name in addresses.
    pub fn id(self) -> &'static str {
        let known = Self::ALL.iter().find(|(tab, _)| *tab == self);
        known.map_or("overview", |(_, id)| id)
    }

    /// The tab of a name in an address.
    pub fn by_id(id: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, known)| *known == id);
        known.map(|(tab, _)| *tab)
    }

    /// Whether the living picture stays in sight with it.
    pub fn shows_picture(self) -> bool {
        matches!(self, Self::Overview | Self::People)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_of_its_own_and_is_found_by_it() {
        for (tab, id) in Tab::ALL {
            assert_eq!((tab.id(), Tab::by_id(id)), (id, Some(tab)));
        }
        assert_eq!(Tab::by_id("elsewhere"), None);
    }
}
