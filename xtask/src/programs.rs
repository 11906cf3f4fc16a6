//! The programs of the workers: their names get the digest of their content, which Trunk gives to the
//! page's own files only. So no stale copy is taken for one, and a copy that is kept stands for ever.

use crate::stamp;
use std::path::Path;

/// The workers' programs, as index.html and Cargo.toml name them.
const PROGRAMS: [&str; 2] = ["worker", "answers"];

/// Gives the programs in `dist` their names, and writes these into the page, which says from the
/// start what is to be fetched.
pub fn name(dist: &Path, html: &str) -> Result<String, String> {
    let mut html = html.to_owned();
    for program in PROGRAMS {
        let (script, bytes) = (format!("{program}.js"), format!("{program}_bg.wasm"));
        let read = |name: &str| {
            std::fs::read(dist.join(name))
                .map_err(|error| format!("dist/{name} cannot be read: {error}"))
        };
        // One digest for both: they belong together.
        let digest = stamp::of(&[read(&bytes)?, read(&script)?].concat());
        for name in [&script, &bytes] {
            let own = named(name, program, &digest);
            std::fs::rename(dist.join(name), dist.join(&own))
                .map_err(|error| format!("dist/{name} cannot become {own}: {error}"))?;
        }
        html = written(&html, &bytes, &named(&bytes, program, &digest))?;
    }
    Ok(html)
}

fn named(name: &str, program: &str, digest: &str) -> String {
    name.replacen(program, &format!("{program}-{digest}"), 1)
}

fn written(html: &str, before: &str, now: &str) -> Result<String, String> {
    let (before, now) = (format!("\"./{before}\""), format!("\"./{now}\""));
    if html.contains(&before) {
        Ok(html.replace(&before, &now))
    } else {
        Err(format!("index.html does not name {before}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_named_after_their_content_wherever_the_page_names_them() {
        let dist = std::env::temp_dir().join(format!("kith-programs-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        let page = "<link href=\"./worker_bg.wasm\"><script>a = [\"./worker_bg.wasm\", \
            \"./answers_bg.wasm\"]</script>";
        let mut before = String::new();
        for content in ["one", "other"] {
            for program in PROGRAMS {
                std::fs::write(dist.join(format!("{program}.js")), "let a;").unwrap();
                std::fs::write(dist.join(format!("{program}_bg.wasm")), content).unwrap();
            }
            let html = name(&dist, page).unwrap();
            let own = html.split('"').nth(1).unwrap();
            assert_eq!(html.matches(own).count(), 2, "{html}");
            assert!(own != before && dist.join(own).is_file(), "{own}");
            assert!(!html.contains("./answers_bg"), "{html}");
            assert!(dist.join(own.replace("_bg.wasm", ".js")).is_file());
            own.clone_into(&mut before);
        }
        assert!(name(&dist, page).is_err(), "there is no program any more");
        assert!(written("<p>", "worker_bg.wasm", "x").is_err());
        std::fs::remove_dir_all(&dist).unwrap();
    }
}
