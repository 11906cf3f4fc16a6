//! The page as the build left it, and the one file made of it.

use super::{documents, html, policy};
use crate::files::{base64, text};
use std::path::Path;

/// What starts the page out of its own bytes, and opens documents out of them.
const START: &str = include_str!("start.js");

/// What the build left.
pub struct Built {
    index: String,
    styles: Vec<(String, String)>,
    icon: String,
    program: Module,
    worker: Module,
    /// What begins the program of a worker once it is given it.
    loader: String,
    documents: String,
    /// The figures of districts by their codes, as base64.
    packs: Vec<(String, String)>,
}

/// A WebAssembly module and the script that loads it.
struct Module {
    script: String,
    /// What the script calls the function that starts it.
    start: String,
    bytes: String,
}

impl Module {
    fn read(script: &Path, bytes: &Path) -> Result<Self, String> {
        let script = text(script)?;
        html::stands_inside(&script, "script")?;
        if script.contains("from './snippets") {
            return Err(
                "the program brings snippets of script, which one file cannot hold".to_owned(),
            );
        }
        let start = default_export(&script)
            .ok_or("a script of the program exports nothing that starts it")?
            .to_owned();
        Ok(Self {
            script,
            start,
            bytes: base64(bytes)?,
        })
    }
}

/// A module's script as one that is no module: it exports nothing and does not ask where it came
/// from.
fn classic(script: &str) -> Result<String, String> {
    let start = script
        .rfind("\nexport {")
        .ok_or("the worker's script exports nothing")?;
    let end = start
        + script[start..]
            .find('}')
            .ok_or("an export of the worker's script has no end")?
        + 1;
    let words = format!(
        "{}{}",
        &script[..start],
        script[end..].trim_start_matches(';')
    )
    .replace("import.meta.url", "\"\"");
    match ["\nexport ", "\nimport ", "import.meta"]
        .iter()
        .find(|mark| words.contains(**mark))
    {
        Some(mark) => Err(format!("the worker's script still holds `{}`", mark.trim())),
        None => Ok(words),
    }
}

/// The program of the workers in a folder, the one that does everything, so that there is one only; the digest in its name is
/// whatever the build made it.
fn worker(dist: &Path) -> Result<Module, String> {
    const BEGIN: &str = "answers-";
    const END: &str = "_bg.wasm";
    let cannot = |error: std::io::Error| format!("{} cannot be listed: {error}", dist.display());
    for entry in std::fs::read_dir(dist).map_err(cannot)? {
        let name = entry.map_err(cannot)?.file_name();
        let name = name.to_string_lossy();
        if let Some(stem) = name
            .strip_suffix(END)
            .filter(|stem| stem.starts_with(BEGIN))
        {
            let script = dist.join(format!("{stem}.js"));
            return Module::read(&script, &dist.join(&*name));
        }
    }
    Err(format!("{} has no {BEGIN}…{END}", dist.display()))
}

/// The script that begins a program that it is given.
fn loader(file: &Path) -> Result<String, String> {
    let script = text(file)?;
    html::stands_inside(&script, "script")?;
    Ok(script)
}

/// The figures of districts that stand in a folder, by their codes, in order.
fn packs(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let cannot = |error: std::io::Error| format!("{} cannot be listed: {error}", folder.display());
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.extension().is_some_and(|ending| ending == "pack") {
            let code = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            packs.push((code, base64(&path)?));
        }
    }
    packs.sort();
    Ok(packs)
}

/// The name under which a script knows what it exports as the default.
fn default_export(script: &str) -> Option<&str> {
    let end = script.find(" as default")?;
    let start = script[..end].rfind(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))? + 1;
    Some(&script[start..end]).filter(|name| !name.is_empty())
}

impl Built {
    /// Reads a folder that the build finished.
    pub fn read(dist: &Path) -> Result<Self, String> {
        let index = text(&dist.join("index.html"))?;
        let (mut styles, mut icon, mut program) = (Vec::new(), None, None);
        html::replaced(&index, "<link", |tag| {
            let Some(file) = html::attribute(tag, "href").and_then(|href| href.strip_prefix("./"))
            else {
                return Ok(None);
            };
            match html::attribute(tag, "rel") {
                Some("stylesheet") => {
                    let style = text(&dist.join(file))?;
                    html::stands_inside(&style, "style")?;
                    styles.push((file.to_owned(), style));
                }
                Some("icon") => icon = Some(base64(&dist.join(file))?),
                Some("modulepreload") => {
                    let bytes = file.replace(".js", "_bg.wasm");
                    program = Some(Module::read(&dist.join(file), &dist.join(bytes))?);
                }
                _ => {}
            }
            Ok(None)
        })?;
        Ok(Self {
            styles,
            icon: icon.ok_or("index.html has no icon")?,
            program: program.ok_or("index.html names no program (modulepreload)")?,
            worker: worker(dist)?,
            loader: loader(&dist.join("worker_loader.js"))?,
            documents: documents::all(dist)?,
            packs: packs(&dist.join("england"))?,
            index,
        })
    }

    /// Everything in one.
    pub fn in_one(&self) -> Result<String, String> {
        let mut styles = self.styles.iter();
        let page = html::replaced(&self.index, "<link", |tag| {
            Ok(Some(match html::attribute(tag, "rel") {
                Some("stylesheet") => styles
                    .next()
                    .map_or_else(String::new, |(_, style)| format!("<style>{style}</style>")),
                Some("icon") => format!(
                    "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">",
                    self.icon
                ),
                _ => String::new(),
            }))
        })?;
        let page =
            html::replaced(&page, "<script", |_| Ok(Some(String::new())))?.replace("</script>", "");
        let start = format!(
            "{}\nconst startProgram = {};\n{START}",
            self.program.script, self.program.start
        );
        let texts: Vec<String> = self.styles.iter().map(|(_, style)| style.clone()).collect();
        let policy = policy::of(&[&start], &texts);
        let page = html::replaced(&page, "<meta http-equiv", |_| {
            Ok(Some(format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
            )))
        })?;
        let data = [
            ("program-bytes", &self.program.bytes),
            ("worker-bytes", &self.worker.bytes),
            (
                "worker-script",
                &format!(
                    "{}\nconst startProgram = {};\n",
                    classic(&self.worker.script)?,
                    self.worker.start
                ),
            ),
            ("worker-loader", &self.loader),
            ("documents", &self.documents),
        ];
        let packs = self
            .packs
            .iter()
            .map(|(code, words)| (format!("pack-{code}"), words));
        let data = data.into_iter().map(|(id, words)| (id.to_owned(), words));
        let mut body = String::new();
        for (id, words) in data.chain(packs) {
            let opening = "<script type=\"text/plain\" id=\"";
            body.extend([opening, &id, "\">", words, "</script>\n"]);
        }
        body.extend(["<script type=\"module\">", &start, "</script>\n"]);
        page.contains("</body>")
            .then(|| page.replacen("</body>", &(body + "</body>"), 1))
            .ok_or("index.html has no </body>".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Built {
        let module = |name: &str| Module {
            script: format!("function {name}() {{}}\nexport {{ {name} as default }};"),
            start: name.to_owned(),
            bytes: "AAAA".to_owned(),
        };
        Built {
            index: "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
                'self'\"><link rel=\"icon\" href=\"./i.svg\"/><link rel=\"manifest\" \
                href=\"./m\"><link rel=\"stylesheet\" href=\"./s.css\"/><script type=\"module\" \
                src=\"./start.js\"></script><link rel=\"modulepreload\" \
                href=\"./app.js\"></head><body><p>Words</p></body>"
                .to_owned(),
            styles: vec![("s.css".to_owned(), "p { margin: 0 }".to_owned())],
            icon: "PHN2Zy8+".to_owned(),
            program: module("begin"),
            worker: module("work"),
            loader: "onmessage = work;".to_owned(),
            documents: "{}".to_owned(),
            packs: vec![("E01".to_owned(), "QUJD".to_owned())],
        }
    }

    #[test]
    fn everything_is_inside_and_named_by_the_policy() {
        let page = built().in_one().unwrap();
        assert!(
            !page.contains("\"./"),
            "something is still loaded from beside it: {page}"
        );
        assert!(page.contains("<style>p { margin: 0 }</style>") && page.contains("<p>Words</p>"));
        assert!(page.contains("<script type=\"text/plain\" id=\"pack-E01\">QUJD</script>"));
        assert!(page.contains(&policy::named("p { margin: 0 }")));
        let start =
            page.rfind("<script type=\"module\">").unwrap() + "<script type=\"module\">".len();
        let script = &page[start..start + page[start..].find("</script>").unwrap()];
        assert!(
            page.contains(&policy::named(script)),
            "the script that starts it is not allowed by the policy"
        );
        assert!(script.contains("const startProgram = begin;"));
    }

    #[test]
    fn a_module_becomes_a_script_or_is_refused() {
        let script =
            "let wasm;\nconst at = import.meta.url;\nexport { initSync, begin as default };\n";
        assert_eq!(classic(script).unwrap(), "let wasm;\nconst at = \"\";\n");
        assert!(classic("let wasm;").is_err());
        assert!(
            classic("export function a() {}\nexport function b() {}\nexport { a as default };")
                .is_err()
        );
    }

    #[test]
    fn the_default_export_is_found_by_its_own_name() {
        assert_eq!(
            default_export("export { initSync, __wbg_init as default };"),
            Some("__wbg_init")
        );
        assert_eq!(default_export("export { initSync };"), None);
    }
}
