//! The built program as tests start it: its output and its exit codes.

use std::path::Path;
use std::process::{Command, Output};

/// The program with arguments, run to its end.
pub fn kith(arguments: &[&str]) -> Output {
    kith_in(Path::new("."), arguments)
}

/// The same, started in a folder.
pub fn kith_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kith"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// What it printed.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it said on standard error.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What it printed when all went well; anything else fails the test.
pub fn done(arguments: &[&str]) -> String {
    done_in(Path::new("."), arguments)
}

/// The same, started in a folder.
pub fn done_in(folder: &Path, arguments: &[&str]) -> String {
    let output = kith_in(folder, arguments);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    out(&output)
}

/// What it said when it refused its input; anything else fails the test.
pub fn refused(arguments: &[&str]) -> String {
    let output = kith(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    err(&output)
}
