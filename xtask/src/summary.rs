//! What test runners say at their end, as counts, and what the parts came to. Knows the words of
//! cargo, nextest, node and Python.

use std::time::Duration;

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

/// A part that has run.
#[derive(Clone, Debug)]
pub struct Done {
    pub part: &'static str,
    pub time: Duration,
    pub counts: Counts,
    /// What was wrong, if something was.
    pub failure: Option<String>,
}

impl Done {
    pub fn is_well(&self) -> bool {
        self.failure.is_none()
    }
}

/// What all parts came to: a line each, the failed ones with how to run each alone, and the sum
/// alone on the last line.
pub fn report(done: &[Done]) -> String {
    let mut lines = Vec::new();
    let mut sum = Counts::default();
    for one in done {
        sum.add(one.counts);
        let Counts { passed, failed } = one.counts;
        let mark = if one.is_well() { "ok" } else { "FAILED" };
        lines.push(format!(
            "  {mark:<6}  {:<12} {:>7.1} s   {passed} passed, {failed} failed",
            one.part,
            one.time.as_secs_f64()
        ));
    }
    for one in done {
        if let Some(message) = &one.failure {
            lines.push(format!(
                "`{}` failed: {message}\n  run it alone with: cargo xtask test {}",
                one.part, one.part
            ));
        }
    }
    lines.push(format!("{} passed, {} failed", sum.passed, sum.failed));
    lines.join("\n")
}

/// The counts in the words of a run, summed over all its summaries; none when there is no summary
/// in them.
///
/// Under nextest every test is a run of its own, whose words it shows when the test fails: only
/// nextest's own summary counts then, or the failure would be counted twice.
pub fn counts(words: &str) -> Option<Counts> {
    let lines: Vec<String> = words
        .lines()
        .map(|line| plain(line).trim().to_string())
        .collect();
    let sum = |of: fn(&str) -> Option<Counts>| {
        lines
            .iter()
            .filter_map(|line| of(line))
            .reduce(|mut sum, counts| {
                sum.add(counts);
                sum
            })
    };
    sum(of_nextest)
        .or_else(|| sum(of_cargo))
        .or_else(|| sum(of_node))
        .or_else(|| of_python(&lines))
}

/// cargo test, and wasm-bindgen's runner: `ok. 3 passed; 0 failed; 0 ignored; …`
fn of_cargo(line: &str) -> Option<Counts> {
    let rest = line.strip_prefix("test result: ")?;
    Some(Counts {
        passed: number_before(rest, " passed")?,
        failed: number_before(rest, " failed")?,
    })
}

/// nextest: `24 tests run: 22 passed (1 slow), 1 failed, 1 timed out, 3 skipped`
fn of_nextest(line: &str) -> Option<Counts> {
    let (_, rest) = line.strip_prefix("Summary [")?.split_once(" run: ")?;
    let of = |word| number_before(rest, word).unwrap_or(0);
    Some(Counts {
        passed: of(" passed"),
        failed: of(" failed") + of(" timed out") + of(" exec failed"),
    })
}

/// node: `ℹ pass 5`, and without a terminal `# pass 5`
fn of_node(line: &str) -> Option<Counts> {
    let rest = line
        .strip_prefix("ℹ ")
        .or_else(|| line.strip_prefix("# "))?;
    let (word, number) = rest.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Counts {
            passed: number,
            failed: 0,
        }),
        "fail" | "cancelled" => Some(Counts {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

/// Python's unittest: `Ran 5 tests in 1.2s`, and then `OK` or `FAILED (failures=1, errors=1)`.
fn of_python(lines: &[String]) -> Option<Counts> {
    let ran = lines.iter().find_map(|line| {
        line.strip_prefix("Ran ")?
            .split(' ')
            .next()?
            .parse::<u32>()
            .ok()
    })?;
    let failed = lines
        .iter()
        .find_map(|line| line.strip_prefix("FAILED ("))
        .map_or(0, |rest| {
            let numbers = rest
                .trim_end_matches(')')
                .split(", ")
                .filter(|part| part.starts_with("failures=") || part.starts_with("errors="));
            numbers
                .filter_map(|part| part.split_once('=')?.1.parse::<u32>().ok())
                .sum()
        });
    Some(Counts {
        passed: ran.saturating_sub(failed),
        failed,
    })
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
            counts(
                "running 3 tests\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 \
                 filtered out; finished in 0.00s"
            ),
            of(3, 0)
        );
        assert_eq!(
            counts(
                "test result: FAILED. 2 passed; 1 failed; 0 ignored\ntest result: ok. 4 passed; 0 \
                 failed; 0 ignored"
            ),
            of(6, 1)
        );
        assert_eq!(
            counts("     Summary [   0.019s] 24 tests run: 24 passed, 0 skipped"),
            of(24, 0)
        );
        assert_eq!(
            counts(
                "     Summary [   1.5s] 24 tests run: 21 passed (2 slow), 2 failed, 1 timed out, 3 \
                 skipped"
            ),
            of(21, 3)
        );
        assert_eq!(
            counts("ℹ tests 6\nℹ suites 2\nℹ pass 5\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0"),
            of(5, 1)
        );
        assert_eq!(counts("# pass 5\n# fail 0"), of(5, 0));
        assert_eq!(counts("....\n-----\nRan 4 tests in 21.0s\n\nOK"), of(4, 0));
        assert_eq!(
            counts("Ran 4 tests in 21.0s\n\nFAILED (failures=1, errors=1, skipped=1)"),
            of(2, 2)
        );
    }

    #[test]
    fn a_test_that_fails_under_nextest_is_counted_once() {
        let words = "        FAIL [   0.006s] (1/2) kith::it census::one\n  stdout ───\n\n    \
            running 1 test\n    test census::one ... FAILED\n\n    \
            test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 180 filtered out\n     \
            Summary [   1.5s] 2 tests run: 1 passed, 1 failed, 3 skipped";
        assert_eq!(
            counts(words),
            Some(Counts {
                passed: 1,
                failed: 1
            })
        );
    }

    #[test]
    fn the_report_lists_every_part_and_ends_with_the_sum() {
        let done = |part, passed, failed, failure: Option<&str>| Done {
            part,
            time: Duration::from_millis(1500),
            counts: Counts { passed, failed },
            failure: failure.map(str::to_string),
        };
        let text = report(&[
            done("fmt", 1, 0, None),
            done("unit", 7, 2, Some("tests: see above")),
            done("page", 0, 1, Some("no browser")),
        ]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[0],
            "  ok      fmt              1.5 s   1 passed, 0 failed"
        );
        assert_eq!(
            lines[1],
            "  FAILED  unit             1.5 s   7 passed, 2 failed"
        );
        assert!(
            text.contains(
                "`unit` failed: tests: see above\n  run it alone with: cargo xtask test unit\n"
            ),
            "{text}"
        );
        assert!(
            text.contains(
                "`page` failed: no browser\n  run it alone with: cargo xtask test page\n"
            ),
            "{text}"
        );
        assert_eq!(lines.last(), Some(&"8 passed, 3 failed"));
    }

    #[test]
    fn colours_do_not_hide_a_summary() {
        assert_eq!(
            counts(
                "\u{1b}[32;1m     Summary\u{1b}[0m [   0.019s] \u{1b}[1m2\u{1b}[0m tests run: \
                 \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped"
            ),
            Some(Counts {
                passed: 2,
                failed: 0
            })
        );
    }

    #[test]
    fn words_without_a_summary_count_nothing() {
        assert_eq!(counts("error: could not compile `kith`"), None);
    }
}
