//! What is said when somebody stops a command (Ctrl-C, or a cluster that ends it): what is kept, and how to go on. Knows no command:
//! whoever keeps something says so here.

use super::files;
use signal_hook::consts::{SIGINT, SIGTERM};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The exit code of a command that was stopped.
const STOPPED: i32 = 130;
/// How often we look whether somebody wants us to stop: soon enough for a person, too seldom to cost anything.
const LOOKS: Duration = Duration::from_millis(40);
/// What most commands leave: nothing, for they print and write when they are done.
const NOTHING: &str =
    "nothing is kept, because this command writes only when it is done; run it again to begin anew";

/// How a command says what it keeps, asked at the moment it is stopped.
type Kept = Box<dyn Fn() -> String + Send>;

/// What this process would leave behind.
struct Left {
    /// What the command says of itself.
    kept: Option<Kept>,
    /// Files that are half-written.
    half: Vec<PathBuf>,
    /// Files that were written whole.
    whole: Vec<PathBuf>,
}

static LEFT: Mutex<Left> = Mutex::new(Left {
    kept: None,
    half: Vec::new(),
    whole: Vec::new(),
});

fn with<T>(change: impl FnOnce(&mut Left) -> T) -> T {
    // Nothing under this lock can leave it in between: a list grows or shrinks by one.
    change(&mut LEFT.lock().unwrap_or_else(PoisonError::into_inner))
}

/// From now on, being stopped is answered with words and exit code 130. Where signals cannot be listened to, nothing changes.
pub fn listen() {
    let asked = Arc::new(AtomicBool::new(false));
    if [SIGINT, SIGTERM]
        .into_iter()
        .any(|signal| signal_hook::flag::register(signal, Arc::clone(&asked)).is_err())
    {
        return;
    }
    std::thread::spawn(move || {
        while !asked.load(Ordering::Relaxed) {
            std::thread::sleep(LOOKS);
        }
        // Held to the end, so that no file is begun or finished behind our words.
        let left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
        left.half
            .iter()
            .for_each(|path| drop(std::fs::remove_file(path)));
        // A progress bar stands on the line that we would write into.
        let line = if std::io::stderr().is_terminal() {
            "\n"
        } else {
            ""
        };
        files::say(&format!("{line}Stopped: {}.", words(&left)));
        std::process::exit(STOPPED)
    });
}

fn words(left: &Left) -> String {
    if let Some(kept) = &left.kept {
        return kept();
    }
    match &left.whole[..] {
        [] => NOTHING.to_owned(),
        paths => {
            let names: Vec<String> = paths
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            format!(
                "{} is whole and kept, nothing else; run it again to have the rest",
                names.join(", ")
            )
        }
    }
}

/// Says what is kept, whenever that is asked.
pub fn keeps(words: impl Fn() -> String + Send + 'static) {
    with(|left| left.kept = Some(Box::new(words)));
}

/// A file is being written beside where it will stand: it goes when we are stopped.
pub fn begins(half: &Path) {
    with(|left| left.half.push(half.to_owned()));
}

/// It is no longer half-written: it stands where it should, or it is gone.
pub fn ends(half: &Path, whole: Option<&Path>) {
    with(|left| {
        left.half.retain(|path| path != half);
        left.whole.extend(whole.map(Path::to_owned));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_said_by_whoever_keeps_it_or_by_what_was_written() {
        let mut left = Left {
            kept: None,
            half: Vec::new(),
            whole: Vec::new(),
        };
        assert!(words(&left).starts_with("nothing is kept"));
        left.whole.push(PathBuf::from("a.csv"));
        assert!(words(&left).starts_with("a.csv is whole and kept"));
        left.kept = Some(Box::new(|| "2 of 3 tasks are kept".to_owned()));
        assert_eq!(words(&left), "2 of 3 tasks are kept");
    }
}
