//! What test runners say at their end, as counts. Knows cargo's, nextest's and node's own words.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Counts {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The counts in the words of a run, summed over all its summaries; none when there is no summary in them.
pub fn counts(words: &str) -> Option<Counts> {
    let mut sum: Option<Counts> = None;
    for line in words.lines() {
        if let Some(counts) = of_line(&plain(line)) {
            sum.get_or_insert_default().add(counts);
        }
    }
    sum
}

fn of_line(line: &str) -> Option<Counts> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("test result: ") {
        // cargo test, and wasm-bindgen's runner: `ok. 3 passed; 0 failed; 0 ignored; …`
        return Some(Counts { passed: number_before(rest, " passed")?, failed: number_before(rest, " failed")? });
    }
    if line.starts_with("Summary [") {
        // nextest: `24 tests run: 22 passed (1 slow), 1 failed, 1 timed out, 3 skipped`
        let (_, rest) = line.split_once(" run: ")?;
        let of = |word| number_before(rest, word).unwrap_or(0);
        return Some(Counts { passed: of(" passed"), failed: of(" failed") + of(" timed out") + of(" exec failed") });
    }
    // node: `ℹ pass 5`, and without a terminal `# pass 5`
    let rest = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "))?;
    let (word, number) = rest.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Counts { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Counts { passed: 0, failed: number }),
        _ => None,
    }
}

fn number_before(text: &str, word: &str) -> Option<u32> {
    text.split([',', ';', '.']).find_map(|part| {
        let (before, _) = part.split_once(word)?;
        before.rsplit(' ').next()?.parse().ok()
    })
}

/// A line without the colours of a terminal.
fn plain(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_runner_is_understood() {
        let of = |passed, failed| Some(Counts { passed, failed });
        assert_eq!(
            counts("running 3 tests\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s"),
            of(3, 0)
        );
        assert_eq!(counts("test result: FAILED. 2 passed; 1 failed; 0 ignored\ntest result: ok. 4 passed; 0 failed; 0 ignored"), of(6, 1));
        assert_eq!(counts("     Summary [   0.019s] 24 tests run: 24 passed, 0 skipped"), of(24, 0));
        assert_eq!(counts("     Summary [   1.5s] 24 tests run: 21 passed (2 slow), 2 failed, 1 timed out, 3 skipped"), of(21, 3));
        assert_eq!(counts("ℹ tests 6\nℹ suites 2\nℹ pass 5\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0"), of(5, 1));
        assert_eq!(counts("# pass 5\n# fail 0"), of(5, 0));
    }

    #[test]
    fn colours_do_not_hide_a_summary() {
        assert_eq!(
            counts(
                "\u{1b}[32;1m     Summary\u{1b}[0m [   0.019s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped"
            ),
            Some(Counts { passed: 2, failed: 0 })
        );
    }

    #[test]
    fn words_without_a_summary_count_nothing() {
        assert_eq!(counts("error: could not compile `kith`"), None);
    }
}
