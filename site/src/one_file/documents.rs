//! The documents beside the page, made fit to be shown out of the one file: without what is loaded
//! from beside them, with their pictures inside.

use super::html;
use crate::files::{base64, text};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of the built page that they are in.
const FOLDER: &str = "reading";

/// Every document by its address from the page, as JSON that can stand inside a script element.
pub fn all(dist: &Path) -> Result<String, String> {
    let mut found = BTreeMap::new();
    gather(dist, Path::new(FOLDER), &mut found)?;
    let json = serde_json::to_string(&found)
        .map_err(|error| format!("the documents cannot be written: {error}"))?;
    Ok(json.replace('<', "\\u003c"))
}

fn gather(dist: &Path, folder: &Path, found: &mut BTreeMap<String, String>) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("{} cannot be listed: {error}", folder.display());
    for entry in std::fs::read_dir(dist.join(folder)).map_err(cannot)? {
        let path = folder.join(entry.map_err(cannot)?.file_name());
        if dist.join(&path).is_dir() {
            gather(dist, &path, found)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let address = path.to_string_lossy().replace('\\', "/");
            found.insert(
                address,
                alone(&text(&dist.join(&path))?, &dist.join(folder))?,
            );
        }
    }
    Ok(())
}

/// A document that needs nothing beside it. Its styles are the page's own and come from there when
/// it is shown.
fn alone(page: &str, folder: &Path) -> Result<String, String> {
    let page = html::replaced(page, "<meta http-equiv", |_| Ok(Some(String::new())))?;
    let page = html::replaced(&page, "<link", |_| Ok(Some(String::new())))?;
    let page =
        html::replaced(&page, "<script", |_| Ok(Some(String::new())))?.replace("</script>", "");
    html::replaced(&page, "<img", |tag| {
        let Some(source) =
            html::attribute(tag, "src").filter(|source| !source.starts_with("data:"))
        else {
            return Ok(None);
        };
        let file: PathBuf = folder.join(source);
        let kind = match file.extension().and_then(|extension| extension.to_str()) {
            Some("png") => "image/png",
            Some("jpg" | "jpeg") => "image/jpeg",
            Some("svg") => "image/svg+xml",
            _ => {
                return Err(format!(
                    "{}: a picture is a .png, .jpg or .svg",
                    file.display()
                ));
            }
        };
        Ok(Some(tag.replace(
            source,
            &format!("data:{kind};base64,{}", base64(&file)?),
        )))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_keeps_its_words_and_brings_its_pictures() {
        let folder = std::env::temp_dir().join(format!("kith-one-file-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("reading/docs")).unwrap();
        std::fs::write(folder.join("reading/picture.svg"), "<svg/>").unwrap();
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><link \
            href=\"../../style.css\"><script src=\"../look.js\"></script></head><p>Words</p><img \
            alt=\"A\" src=\"../picture.svg\">";
        std::fs::write(folder.join("reading/docs/A.html"), page).unwrap();
        let json = all(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(!json.contains('<'), "{json}");
        let read: BTreeMap<String, String> = serde_json::from_str(&json).unwrap();
        assert_eq!(
            read["reading/docs/A.html"],
            "<head></head><p>Words</p><img alt=\"A\" src=\"data:image/svg+xml;base64,PHN2Zy8+\">"
        );
    }
}
