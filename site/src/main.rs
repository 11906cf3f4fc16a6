//! What the built page is finished with: the repository's documents as pages beside it, and the
//! page as one file.

mod documents;
mod files;
mod one_file;

use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "kith-site documents ROOT DIST   writes the documents of the repository as \
    pages into the folder of the built page
kith-site one-file DIST FILE    writes the built page as one HTML file that opens from disk";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["documents", root, dist] => documents::write_all(Path::new(root), Path::new(dist))
            .map(|count| format!("{count} documents are pages now")),
        ["one-file", dist, file] => {
            one_file::write(Path::new(dist), Path::new(file)).map(|bytes| {
                let (whole, tenths) = (bytes / 1_000_000, bytes / 100_000 % 10);
                format!("{file}: {whole}.{tenths} MB, everything in it")
            })
        }
        _ => Err(format!("wanted one of\n{HELP}")),
    };
    match result {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
