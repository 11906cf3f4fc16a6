//! Under which keys this device keeps what.

/// Keys below this are not of saved scenarios: other parts of the page keep their own records there.
pub const FIRST_KEY: u64 = 1_000;
/// The key of what the room expects.
pub const ROOM_KEY: u64 = 3;
