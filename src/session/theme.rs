//! The looks of the page.

/// The looks a person can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black, white and little else.
    Contrast,
    /// Large, for a room.
    Projector,
}

impl Theme {
    /// All looks with their names in files.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Device, "device"),
        (Self::Light, "light"),
        (Self::Dark, "dark"),
        (Self::Contrast, "contrast"),
        (Self::Projector, "projector"),
    ];

    /// The name in files.
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(theme, _)| *theme == self)
            .map_or("device", |(_, id)| id)
    }

    /// A look by name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, name)| *name == id)
            .map(|(theme, _)| *theme)
    }
}
