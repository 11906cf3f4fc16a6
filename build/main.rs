//! Names the build: a digest of what the program is made from, so that a page, a command line and
//! every file they write say which sources made them. The contents alone decide, not times, paths,
//! compilers or git: a clone, an archive and a worktree of the same sources have the same id, and
//! so have the page and the command line built from them. Nothing of the model sees it, and no
//! fingerprint holds it.

mod words;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What the program is made from, from the root of the repository.
const SOURCES: [&str; 4] = ["Cargo.toml", "Cargo.lock", "src", "static"];
/// Endings of files that are text: a checkout may have changed how their lines end.
const TEXT: [&str; 13] = [
    "css", "csv", "ftl", "html", "js", "json", "lock", "md", "rs", "svg", "toml", "tsv", "txt",
];
/// Where the function (FNV-1a, 64 bits) begins.
const START: u64 = 0xCBF2_9CE4_8422_2325;

fn main() -> Result<(), String> {
    let root = PathBuf::from(
        std::env::var("CARGO_MANIFEST_DIR")
            .map_err(|error| format!("CARGO_MANIFEST_DIR: {error}"))?,
    );
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        gather(&root, source, &mut files)?;
    }
    files.sort();
    let mut hash = START;
    for name in &files {
        let contents =
            std::fs::read(root.join(name)).map_err(|error| format!("{name}: {error}"))?;
        let is_text = Path::new(name)
            .extension()
            .is_some_and(|ending| TEXT.iter().any(|known| ending == *known));
        let contents: Vec<u8> = contents
            .into_iter()
            .filter(|byte| !is_text || *byte != b'\r')
            .collect();
        hash = fold(
            fold(hash, name.as_bytes()),
            &(contents.len() as u64).to_le_bytes(),
        );
        hash = fold(hash, &contents);
    }
    println!(
        "cargo::rustc-env=KITH_BUILD={}-{hash:016x}",
        std::env::var("CARGO_PKG_VERSION").unwrap_or_default()
    );
    let out = std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    words::write(&root, &files, Path::new(&out), is_the_page())?;
    packs(&root, Path::new(&out))
}

/// The districts whose figures the page has from the start: Greater Manchester, which its own
/// scenarios are about.
const ON_THE_PAGE: &str = "E080000";
/// The last of them.
const LAST_ON_THE_PAGE: &str = "E08000010";

/// Whether what is built is for a browser.
fn is_the_page() -> bool {
    std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32")
}

/// Writes the table of districts' figures that are compiled in: all of England natively; on the
/// page, which fetches, a few.
fn packs(root: &Path, out: &Path) -> Result<(), String> {
    let on_the_page = is_the_page();
    let mut names = Vec::new();
    gather(root, "static/england", &mut names)?;
    let packs = names.iter().filter_map(|name| {
        Some((
            Path::new(name)
                .file_name()?
                .to_str()?
                .strip_suffix(".pack")?,
            name,
        ))
    });
    let mut packs: Vec<_> = packs
        .filter(|(code, _)| {
            !on_the_page || (code.starts_with(ON_THE_PAGE) && *code <= LAST_ON_THE_PAGE)
        })
        .collect();
    packs.sort();
    let mut text = format!(
        "/// Districts by code with their packed figures, in the order of the codes.\nstatic \
         PACKS: [(&str, &[u8]); {}] = [\n",
        packs.len()
    );
    for (code, name) in packs {
        let path = root.join(name).display().to_string();
        let _ = writeln!(text, "    ({code:?}, include_bytes!({path:?})),");
    }
    text.push_str("];\n");
    std::fs::write(out.join("packs.rs"), text)
        .map_err(|error| format!("{}: {error}", out.display()))
}

/// Files below a name, with `/` between the parts of their names on every system. Files that begin
/// with a dot are somebody's own.
fn gather(root: &Path, name: &str, files: &mut Vec<String>) -> Result<(), String> {
    let path = root.join(name);
    if path.is_file() {
        files.push(name.to_owned());
        return Ok(());
    }
    for inner in std::fs::read_dir(&path).map_err(|error| format!("{name}: {error}"))? {
        let inner = inner
            .map_err(|error| format!("{name}: {error}"))?
            .file_name();
        let inner = inner.to_string_lossy();
        if !inner.starts_with('.') {
            gather(root, &format!("{name}/{inner}"), files)?;
        }
    }
    Ok(())
}

fn fold(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}
