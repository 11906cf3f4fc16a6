//! Typed indices into the state arrays: which thing a number points at.
//!
//! They are `u32` so that native and wasm hold the same bytes. They know nothing of what they point
//! at.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// "None": no such thing. Kept inside the type so that arrays stay plain `u32`.
            pub const NONE: Self = Self(u32::MAX);

            /// The position in an array.
            #[inline]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// Whether it points at something.
            #[inline]
            pub const fn is_some(self) -> bool {
                self.0 != u32::MAX
            }
        }

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                debug_assert!(position < u32::MAX as usize);
                Self(position as u32)
            }
        }
    };
}

id!(
    /// A slot in the arrays of persons. A slot outlives the person in it; the person is named by a
    /// key.
    PersonId
);
id!(
    /// A family: the people who share one home.
    FamilyId
);
id!(
    /// A community: a neighbourhood of about 1,500 people, or a scaled-down one.
    CommunityId
);
