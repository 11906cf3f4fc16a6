//! Where a link of a document leads when the document is a page: to another page, to another host,
//! or nowhere.

use std::path::{Component, Path, PathBuf};

/// The address that a page has for a link of its document; nothing when it leads to what is not
/// published, such as sources.
pub fn rewritten(
    root: &Path,
    document: &Path,
    documents: &[PathBuf],
    address: &str,
) -> Option<String> {
    if address.starts_with('#')
        || address.starts_with("https://")
        || address.starts_with("http://")
        || address.starts_with("mailto:")
    {
        return Some(address.to_owned());
    }
    let (path, anchor) = address
        .split_once('#')
        .map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let folder = document.parent().unwrap_or(Path::new(""));
    let mut target = flattened(&folder.join(path))?;
    if root.join(&target).is_dir() {
        target = target.join("README.md");
    }
    if !documents.contains(&target) {
        return None;
    }
    let mut way: PathBuf = folder.components().map(|_| "..").collect();
    way.push(target.with_extension("html"));
    let way = way.to_string_lossy().replace('\\', "/");
    Some(anchor.map_or(way.clone(), |anchor| format!("{way}#{anchor}")))
}

/// A path without `.` and `..`; nothing when it leaves the root.
fn flattened(path: &Path) -> Option<PathBuf> {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => flat.push(name),
            Component::ParentDir if !flat.pop() => return None,
            _ => {}
        }
    }
    Some(flat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_or_out_or_nowhere() {
        let documents = [
            PathBuf::from("README.md"),
            PathBuf::from("docs/ODD.md"),
            PathBuf::from("docs/guide/leaders/README.md"),
        ];
        let root = Path::new("/there/is/no/such/folder");
        let link = |address: &str| {
            rewritten(
                root,
                Path::new("docs/guide/leaders/README.md"),
                &documents,
                address,
            )
        };
        assert_eq!(
            link("../../ODD.md#8-what").as_deref(),
            Some("../../../docs/ODD.html#8-what")
        );
        assert_eq!(
            link("../../../README.md").as_deref(),
            Some("../../../README.html")
        );
        assert_eq!(link("#here").as_deref(), Some("#here"));
        assert_eq!(
            link("https://example.org/a").as_deref(),
            Some("https://example.org/a")
        );
        assert_eq!(link("../../../src/lib.rs"), None);
        assert_eq!(link("../../../../secret.md"), None);
    }
}
