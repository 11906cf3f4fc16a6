//! Parts that views are made of: shared values, the way to say something, fields, measured widths.

mod drawn;
mod field;
mod file;
mod gesture;
mod intake;
mod picture;
mod range;
mod say;
mod search;
mod shared;
mod take;
mod typing;
mod whiskers;
mod width;

pub use drawn::{mark, marks, picture};
pub use field::{Choice, NumberBox, Slider};
pub use file::{
    ChooseFiles, bytes as file_bytes, problems as file_problems, read as read_file, use_dropped,
};
pub use gesture::Hand;
pub use intake::{Handed, Intake};
pub use range::Range;
pub use say::{Say, use_say};
pub use search::{Found, Search};
pub use shared::Shared;
pub use take::{Provenance, TakeFigure, TakeTable, use_provenance};
pub use typing::use_typing;
pub use whiskers::Whiskers;
pub use width::use_width;
