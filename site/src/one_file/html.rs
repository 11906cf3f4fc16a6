//! Tags of a page that our own build wrote: found and replaced one by one. Not a parser of
//! anybody's HTML.

/// The value of an attribute of a tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(&tag[start..start + tag[start..].find('"')?])
}

/// Gives every tag that begins with `opening` to `replace`; the tag stays as it is where that
/// answers nothing.
pub fn replaced(
    html: &str,
    opening: &str,
    mut replace: impl FnMut(&str) -> Result<Option<String>, String>,
) -> Result<String, String> {
    let mut written = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(opening) {
        let end = start
            + rest[start..]
                .find('>')
                .ok_or_else(|| format!("a tag {opening} has no end"))?
            + 1;
        let tag = &rest[start..end];
        written.push_str(&rest[..start]);
        written.push_str(&replace(tag)?.unwrap_or_else(|| tag.to_owned()));
        rest = &rest[end..];
    }
    written.push_str(rest);
    Ok(written)
}

/// Whether text can stand inside a script or a style element as it is.
pub fn stands_inside(text: &str, element: &str) -> Result<(), String> {
    let low = text.to_ascii_lowercase();
    for mark in [format!("</{element}"), "<!--".to_owned()] {
        if low.contains(&mark) {
            return Err(format!(
                "a {element} holds `{mark}`, which would end it early"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_replaced_one_by_one_and_others_stay() {
        let html = "<a><link rel=\"x\" href=\"./1.css\"><b><link rel=\"y\"/></b>";
        let seen = replaced(html, "<link", |tag| {
            Ok(attribute(tag, "href").map(|href| format!("[{href}]")))
        })
        .unwrap();
        assert_eq!(seen, "<a>[./1.css]<b><link rel=\"y\"/></b>");
        assert!(replaced("<link rel", "<link", |_| Ok(None)).is_err());
    }

    #[test]
    fn what_would_end_an_element_early_is_refused() {
        assert!(stands_inside("a = '</SCRIPT>'", "script").is_err());
        assert!(stands_inside("if (a <!--b) {}", "script").is_err());
        assert!(stands_inside("a { color: red }", "style").is_ok());
    }
}
