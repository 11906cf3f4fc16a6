//! A small server of files, for this machine only: it answers GET and HEAD with what is in dist/.

use crate::build::{self, Size};
use crate::command::say;
use crate::{paths, publish};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

const USUAL_PORT: u16 = 8080;
const LONGEST_REQUEST: u64 = 16 * 1024;

/// `cargo xtask serve [--port P] [--watch]`.
pub fn task(arguments: &[&str]) -> Result<(), String> {
    let (port, watch) = options(arguments)?;
    // The port first: whoever has it taken should know before the build, not after.
    let listener = listen(port)?;
    // Before the build, so that what changes during it is not missed.
    let seen = build::inputs(Size::Plain)?;
    build::page(Size::Plain)?;
    println!(
        "\n  The page is ready: {}\n  Stop it with Ctrl+C.\n",
        address(&listener)?
    );
    if watch {
        std::thread::spawn(move || rebuild_on_change(seen));
    }
    answer_all(&listener, &paths::dist());
    Ok(())
}

fn options(arguments: &[&str]) -> Result<(u16, bool), String> {
    let (mut port, mut watch) = (USUAL_PORT, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--watch" => watch = true,
            "--port" => {
                let value = rest.next().copied().unwrap_or_default();
                port = value.parse().map_err(|_| {
                    format!("`--port` wants a number from 0 to 65535, not `{value}`")
                })?;
            }
            other => {
                return Err(format!(
                    "`serve` takes `--port P` and `--watch`, not `{other}`"
                ));
            }
        }
    }
    Ok((port, watch))
}

fn rebuild_on_change(mut before: String) {
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = build::inputs(Size::Plain).unwrap_or_default();
        if now != before {
            before = now;
            match build::page(Size::Plain) {
                Ok(()) => say("The page is new: reload it in the browser."),
                Err(error) => eprintln!("error: {error}"),
            }
        }
    }
}

/// Takes a port of this machine; 0 takes any free one.
pub fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!(
            "port {port} cannot be used ({error}): try another with `--port \
            P`, or `--port 0` for any free one"
        )
    })
}

/// The address people open.
pub fn address(listener: &TcpListener) -> Result<String, String> {
    let local = listener
        .local_addr()
        .map_err(|error| format!("the server has no address: {error}"))?;
    Ok(format!("http://{local}/"))
}

/// Answers requests for files in `root`, each in a thread of its own, for as long as the program
/// runs.
pub fn answer_all(listener: &TcpListener, root: &Path) {
    for stream in listener.incoming().flatten() {
        let root = root.to_path_buf();
        // A browser that goes away half-way through an answer is no error.
        std::thread::spawn(move || {
            let _ = answer(&stream, &root);
        });
    }
}

fn answer(stream: &TcpStream, root: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    // The rest of the request says nothing that matters here; it is read so that the browser gets
    // its answer.
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let reply = Reply::to(&first, root);
    let mut out = stream;
    out.write_all(reply.head().as_bytes())?;
    if reply.with_body {
        out.write_all(&reply.body)?;
    }
    out.flush()
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
    with_body: bool,
    location: Option<String>,
}

impl Reply {
    /// The reply to the first line of a request.
    fn to(line: &str, root: &Path) -> Self {
        let mut words = line.split_whitespace();
        let (method, target) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        if !matches!(method, "GET" | "HEAD") {
            return Self::refusal("405 Method Not Allowed");
        }
        let Some(file) = file_of(target, root) else {
            // Mail programs write "%23" for the "#" of a link.
            return match target.split_once("/%23/") {
                Some((page, hash)) if !target.starts_with("//") => {
                    Self::redirection(format!("{page}/#/{hash}"))
                }
                _ => Self::refusal("404 Not Found"),
            };
        };
        match std::fs::read(&file) {
            Ok(body) => Self {
                status: "200 OK",
                kind: kind_of(&file),
                body,
                with_body: method == "GET",
                location: None,
            },
            Err(_) => Self::refusal("404 Not Found"),
        }
    }

    fn refusal(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            body: format!("{status}\n").into_bytes(),
            with_body: true,
            location: None,
        }
    }

    fn redirection(location: String) -> Self {
        Self {
            location: Some(location),
            ..Self::refusal("302 Found")
        }
    }

    fn head(&self) -> String {
        let location = self
            .location
            .as_ref()
            .map_or_else(String::new, |location| format!("Location: {location}\r\n"));
        format!(
            "HTTP/1.1 {}\r\n{location}Content-Type: {}\r\nContent-Length: \
             {}\r\nContent-Security-Policy: {}; frame-ancestors 'none'\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: \
             no-cache\r\nConnection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
            publish::POLICY
        )
    }
}

/// The file a request is about; none if it would lead out of `root`.
fn file_of(target: &str, root: &Path) -> Option<PathBuf> {
    let path = decoded(target.split(['?', '#']).next()?)?;
    let relative = Path::new(path.strip_prefix('/')?);
    let inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !inside || path.contains(['\\', '\0']) {
        return None;
    }
    let mut file = root.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    // A symbolic link could still lead out.
    let real = file.canonicalize().ok()?;
    real.starts_with(root.canonicalize().ok()?).then_some(real)
}

/// A path with its percent signs resolved.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind_of(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "toml" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("kith-serve-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("site/inner")).unwrap();
        std::fs::write(folder.join("secret.txt"), "secret").unwrap();
        std::fs::write(folder.join("site/index.html"), "<p>home</p>").unwrap();
        std::fs::write(folder.join("site/inner/model a.wasm"), "wasm").unwrap();
        folder.join("site")
    }

    #[test]
    fn files_inside_are_served_with_their_kind() {
        let root = site("inside");
        let home = Reply::to("GET /?x=1#y HTTP/1.1", &root);
        assert_eq!(
            (home.status, home.kind, home.body.as_slice()),
            (
                "200 OK",
                "text/html; charset=utf-8",
                b"<p>home</p>".as_slice()
            )
        );
        let wasm = Reply::to("GET /inner/model%20a.wasm HTTP/1.1", &root);
        assert_eq!((wasm.status, wasm.kind), ("200 OK", "application/wasm"));
        assert!(
            wasm.head()
                .contains("Content-Security-Policy: default-src 'none'")
        );
        assert!(!Reply::to("HEAD / HTTP/1.1", &root).with_body);
        let mangled = Reply::to("GET /%23/explore?place=wigan&years=3 HTTP/1.1", &root);
        assert!(
            mangled
                .head()
                .starts_with("HTTP/1.1 302 Found\r\nLocation: /#/explore?place=wigan&years=3\r\n"),
            "{}",
            mangled.head()
        );
        assert_eq!(
            Reply::to("GET //elsewhere.example/%23/ HTTP/1.1", &root).status,
            "404 Not Found"
        );
    }

    #[test]
    fn nothing_outside_is_served() {
        let root = site("outside");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/inner/../../secret.txt",
            "//etc/passwd",
            "/..%5csecret.txt",
            "secret.txt",
            "/%zz",
        ] {
            assert_eq!(
                Reply::to(&format!("GET {target} HTTP/1.1"), &root).status,
                "404 Not Found",
                "{target}"
            );
        }
        assert_eq!(
            Reply::to("POST / HTTP/1.1", &root).status,
            "405 Method Not Allowed"
        );
        assert_eq!(Reply::to("", &root).status, "405 Method Not Allowed");
    }

    #[test]
    fn a_browser_gets_its_answer_over_the_wire() {
        let root = site("wire");
        let listener = listen(0).unwrap();
        let to = listener.local_addr().unwrap();
        std::thread::spawn(move || answer_all(&listener, &root));
        let mut stream = TcpStream::connect(to).unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            .unwrap();
        let mut words = String::new();
        stream.read_to_string(&mut words).unwrap();
        assert!(
            words.starts_with("HTTP/1.1 200 OK\r\n") && words.ends_with("\r\n\r\n<p>home</p>"),
            "{words}"
        );
    }

    #[test]
    fn wrong_options_are_named() {
        assert_eq!(options(&["--port", "9000", "--watch"]), Ok((9000, true)));
        assert!(options(&["--port", "many"]).unwrap_err().contains("`many`"));
        assert!(options(&["--fast"]).unwrap_err().contains("`--fast`"));
    }
}
