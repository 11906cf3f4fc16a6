//! What there is of code in a tree: lines by package and module, and what is longer than it should
//! be.

use super::code::{
    Function, LONGEST_FILE, LONGEST_FUNCTION, WIDEST, blanked, functions, is_part_of,
    modules_for_tests, without_tests,
};
use std::collections::BTreeMap;

/// What there is of one module, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Lines with code outside tests.
    pub code: usize,
    /// Lines with code that is compiled for tests only.
    pub tests: usize,
    /// Lines wider than a line should be.
    pub wide: usize,
    /// Files and functions that are too long.
    pub long_files: usize,
    pub long_functions: usize,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.code += other.code;
        self.tests += other.tests;
        self.wide += other.wide;
        self.long_files += other.long_files;
        self.long_functions += other.long_functions;
    }
}

/// A tree, counted.
#[derive(Default)]
pub struct Counted {
    /// By package, and by module in the library.
    pub modules: BTreeMap<String, Count>,
    pub all: Count,
    /// Every file and function that is too long, a line for each.
    pub long: Vec<String>,
}

/// Counts files, each by its path from the root and its text.
pub fn counted(files: &[(String, String)]) -> Counted {
    let for_tests: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| modules_for_tests(path, text))
        .collect();
    let is_for_tests = |path: &str| for_tests.iter().any(|module| is_part_of(path, module));
    let mut counted = Counted::default();
    for (path, text) in files {
        let is_for_tests = path.starts_with("tests/") || is_for_tests(path);
        let (count, long) = of_file(path, text, is_for_tests);
        counted.all.add(&count);
        counted.modules.entry(module(path)).or_default().add(&count);
        counted.long.extend(long);
    }
    counted
}

fn of_file(path: &str, text: &str, is_for_tests: bool) -> (Count, Vec<String>) {
    let code = blanked(text, '"', false);
    // What goes on with a text is no line of its own: else breaking it would be more code.
    let is_code = |line: &&str| !line.trim().is_empty() && !line.starts_with('"');
    let lines = |code: &str| code.lines().filter(is_code).count();
    let outside = if is_for_tests {
        0
    } else {
        lines(&without_tests(&code))
    };
    let length = text.lines().count();
    let mut long = Vec::new();
    if length > LONGEST_FILE {
        long.push(format!("{path}: {length} lines"));
    }
    let too_long = |function: &Function| function.lines > LONGEST_FUNCTION;
    let functions: Vec<Function> = functions(&code).into_iter().filter(too_long).collect();
    long.extend(functions.iter().map(|function| {
        format!(
            "{path}:{}: {}, {} lines of code",
            function.line, function.name, function.lines
        )
    }));
    let count = Count {
        code: outside,
        tests: lines(&code) - outside,
        wide: text
            .lines()
            .filter(|line| line.chars().count() > WIDEST)
            .count(),
        long_files: usize::from(length > LONGEST_FILE),
        long_functions: functions.len(),
    };
    (count, long)
}

/// The package of a file, and its module if it is one of the library's.
fn module(path: &str) -> String {
    let mut steps = path.split('/');
    match (steps.next(), steps.next()) {
        (Some("src"), Some(module)) => format!("kith::{}", module.trim_end_matches(".rs")),
        (Some(package), _) => package.to_string(),
        (None, _) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_from_tests_comments_and_blank_lines() {
        let text = "//! A file.\n\nfn a() {\n    // A word.\n    b(\"x \\\n       \
            y\");\n}\n\n#[cfg(test)]\nmod tests {\n}\n";
        let files = [
            ("src/place/mod.rs".to_string(), text.to_string()),
            ("tests/it/main.rs".to_string(), "fn main() {}\n".to_string()),
        ];
        let counted = counted(&files);
        let place = &counted.modules["kith::place"];
        assert_eq!((place.code, place.tests), (3, 3));
        assert_eq!((counted.all.code, counted.all.tests), (3, 4));
    }

    #[test]
    fn what_is_too_long_is_counted_and_named() {
        let text = format!(
            "fn a() {{\n{}}}\n{}",
            "    b();\n".repeat(61),
            "// c\n".repeat(500)
        );
        let counted = counted(&[("xtask/src/main.rs".to_string(), text + &"x".repeat(101))]);
        let count = &counted.modules["xtask"];
        assert_eq!(
            (count.wide, count.long_files, count.long_functions),
            (1, 1, 1)
        );
        assert_eq!(counted.long.len(), 2, "{:?}", counted.long);
    }
}
