//! What the page tells the person, one thing at a time: what went well goes by itself, what asks for attention stays.

use crate::words::Words;

/// Something to tell the person once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number, for dismissing it.
    pub id: usize,
    /// The words.
    pub words: String,
    /// Whether it goes by itself; what asks for attention stays until it is closed.
    pub passing: bool,
}

/// Things to tell.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// Those that nobody has closed yet.
    pub list: Vec<Notice>,
    /// The number of the next one.
    next: usize,
}

impl Notices {
    /// Tells something that asks for attention: it stays until it is closed.
    pub fn tell(&mut self, words: String) {
        self.queue(words, false);
    }

    /// Tells that something went well: it goes by itself.
    pub fn confirm(&mut self, words: String) {
        self.queue(words, true);
    }

    /// Tells whether something is on the clipboard.
    pub fn copied(&mut self, copied: bool, done: Words, refused: Words) {
        if copied {
            self.confirm(done.into());
        } else {
            self.tell(refused.into());
        }
    }

    /// What was told in these words is no news any more.
    pub fn settle(&mut self, words: &str) {
        self.list.retain(|notice| notice.words != words);
    }

    /// A notice was read, or has been there long enough.
    pub fn dismiss(&mut self, id: usize) {
        self.list.retain(|notice| notice.id != id);
    }

    /// The notice on screen: one at a time. What goes by itself is told first; what stays is there when it has gone.
    pub fn shown(&self) -> Option<&Notice> {
        let passing = self.list.iter().find(|notice| notice.passing);
        passing.or_else(|| self.list.first())
    }

    /// What is told twice stands there once.
    fn queue(&mut self, words: String, passing: bool) {
        self.settle(&words);
        self.list.push(Notice {
            id: self.next,
            words,
            passing,
        });
        self.next += 1;
    }
}
