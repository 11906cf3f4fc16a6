//! Measured numbers by name: out of the words of what measures, into a file and back. The file is
//! JSON, a number a line.

use std::fmt::Write;
use std::path::Path;

/// Numbers by name, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    numbers: Vec<(String, f64)>,
}

impl Kept {
    /// Takes in lines of a name and a number; other lines are words for people.
    pub fn take_in(&mut self, words: &str) {
        let lines = words.lines().filter_map(|line| line.split_once(' '));
        let numbers = lines
            .filter_map(|(name, number)| Some((name.to_string(), number.trim().parse().ok()?)));
        self.numbers.extend(
            numbers
                .filter(|(name, number): &(String, f64)| name.contains('.') && number.is_finite()),
        );
    }

    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.numbers
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, number)| *number)
    }

    /// Writes them with the machine on which they were measured.
    pub fn write(&self, file: &Path, machine: &str) -> Result<(), String> {
        let mut text = format!(
            "{{\n  \"machine\": \"{}\"",
            machine.replace(['"', '\\'], "'")
        );
        for (name, number) in &self.numbers {
            let _ = write!(text, ",\n  \"{name}\": {number}");
        }
        text.push_str("\n}\n");
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(file, text))
            .map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Reads what [`Kept::write`] wrote.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|error| {
            format!(
                "{}: {error}; keep a table first with `cargo xtask bench --save NAME`",
                file.display()
            )
        })?;
        let mut kept = Self::default();
        for line in text.lines() {
            if let Some((name, number)) = line.trim().trim_end_matches(',').split_once(": ") {
                kept.take_in(&format!("{} {number}", name.trim_matches('"')));
            }
        }
        Ok(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_out_of_words_and_back_from_files() {
        let mut kept = Kept::default();
        kept.take_in("month.5000 12.5\nwords for people\nhello 3\nmemory.state 1e3\nbad.one inf\n");
        assert_eq!(
            (kept.get("month.5000"), kept.get("memory.state")),
            (Some(12.5), Some(1_000.0))
        );
        assert_eq!((kept.get("hello"), kept.get("bad.one")), (None, None));
        let file =
            std::env::temp_dir().join(format!("kith-bench-{}/kept.json", std::process::id()));
        kept.write(&file, "a \"machine\" of version 1.2").unwrap();
        assert_eq!(Kept::read(&file), Ok(kept));
        std::fs::remove_dir_all(file.parent().unwrap()).unwrap();
        assert!(Kept::read(&file).unwrap_err().contains("--save"));
    }
}
