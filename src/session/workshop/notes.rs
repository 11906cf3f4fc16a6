//! What the trainer's two windows say to each other: where they are. A few letters; whoever hears them follows.

/// How everything that the two windows say begins: other words are not for us.
const OURS: &str = "kith-notes ";
/// What a window says that has just opened, or has heard nothing for a while.
pub const HELLO: &str = "kith-notes hello";

/// "I am at this step, so many seconds in."
pub fn at(step: usize, elapsed: u32) -> String {
    format!("{OURS}at {step} {elapsed}")
}

/// What the other window says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It has just opened.
    Hello,
    /// It is at a step, so many seconds in.
    At(u32, u32),
}

/// What was heard; nothing where it is not for us.
pub fn read(text: &str) -> Option<Heard> {
    let words = text.strip_prefix(OURS)?;
    if words == "hello" {
        return Some(Heard::Hello);
    }
    let mut numbers = words.strip_prefix("at ")?.split(' ').map(str::parse);
    Some(Heard::At(numbers.next()?.ok()?, numbers.next()?.ok()?))
}
