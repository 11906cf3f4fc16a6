//! One document from Markdown to HTML, with its title, its headings and the pictures that it shows.
//! Whatever is not Markdown in it is shown as text, never as markup.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// A document as HTML.
#[derive(Debug)]
pub struct Written {
    /// The first heading.
    pub title: String,
    /// Headings of the second order: their names in addresses, and their words.
    pub headings: Vec<(String, String)>,
    /// The text.
    pub body: String,
    /// Addresses of pictures, relative to the document.
    pub pictures: Vec<String>,
}

/// Writes a document as HTML; `link` says where a link leads, or that it leads nowhere and its
/// words are to stand alone.
pub fn html(markdown: &str, link: &dyn Fn(&str) -> Option<String>) -> Written {
    let mut events: Vec<Event> =
        Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).collect();
    let headings = name_headings(&mut events);
    let mut written = Written {
        title: String::new(),
        headings: Vec::new(),
        body: String::new(),
        pictures: Vec::new(),
    };
    written.title = headings
        .iter()
        .find(|(level, ..)| *level == HeadingLevel::H1)
        .map_or(String::new(), |(_, _, words)| words.clone());
    written.headings = headings
        .into_iter()
        .filter(|(level, ..)| *level == HeadingLevel::H2)
        .map(|(_, id, words)| (id, words))
        .collect();
    let mut dropped = Vec::new();
    let events = events
        .into_iter()
        .filter_map(|event| turned(event, link, &mut dropped, &mut written.pictures));
    let mut body = String::new();
    push_html(&mut body, events);
    written.body = with_scrolled_tables(&body);
    written
}

/// Wide tables scroll by themselves, by keyboard too; columns are aligned by class, as the page's
/// policy forbids styles in place. What is replaced here is markup only: the same signs in the text
/// stand escaped.
fn with_scrolled_tables(body: &str) -> String {
    let mut scrolled = String::new();
    for (number, part) in body.split("<table>").enumerate() {
        if number > 0 {
            // Regions of a page have names of their own.
            scrolled.extend([
                "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table ",
                &number.to_string(),
                "\"><table>",
            ]);
        }
        scrolled.push_str(part);
    }
    scrolled
        .replace("</table>", "</table></div>")
        .replace(" style=\"text-align: right\"", " class=\"n\"")
        .replace(" style=\"text-align: left\"", "")
        .replace(" style=\"text-align: center\"", "")
        .replace("<th></th>", "<td></td>")
        .replace("<pre>", "<pre tabindex=\"0\">")
}

/// Gives every heading a name in addresses, as the sites do on which the documents are read
/// otherwise.
fn name_headings(events: &mut [Event]) -> Vec<(HeadingLevel, String, String)> {
    let mut found: Vec<(HeadingLevel, String, String)> = Vec::new();
    let mut at = 0;
    while at < events.len() {
        if let Event::Start(Tag::Heading { level, .. }) = &events[at] {
            let level = *level;
            let words: String = events[at..]
                .iter()
                .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                .filter_map(|event| match event {
                    Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                    _ => None,
                })
                .collect();
            let plain = name(&words);
            let same = found
                .iter()
                .filter(|(_, id, _)| *id == plain || id.strip_prefix(&plain).is_some_and(is_number))
                .count();
            let unique = if same == 0 {
                plain
            } else {
                format!("{plain}-{same}")
            };
            if let Event::Start(Tag::Heading { id, .. }) = &mut events[at] {
                *id = Some(CowStr::from(unique.clone()));
            }
            found.push((level, unique, words));
        }
        at += 1;
    }
    found
}

fn is_number(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The words of a heading as a name in addresses: small letters, hyphens for spaces, no signs.
fn name(words: &str) -> String {
    words
        .to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            ' ' => Some('-'),
            letter if letter.is_alphanumeric() || letter == '-' || letter == '_' => Some(letter),
            _ => None,
        })
        .collect()
}

fn turned<'a>(
    event: Event<'a>,
    link: &dyn Fn(&str) -> Option<String>,
    dropped: &mut Vec<bool>,
    pictures: &mut Vec<String>,
) -> Option<Event<'a>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let address = link(&dest_url);
            dropped.push(address.is_none());
            address.map(|address| {
                Event::Start(Tag::Link {
                    link_type,
                    dest_url: address.into(),
                    title,
                    id,
                })
            })
        }
        Event::End(TagEnd::Link) if dropped.pop() == Some(true) => None,
        Event::Start(Tag::Image { ref dest_url, .. }) => {
            pictures.push(dest_url.to_string());
            Some(event)
        }
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(address: &str) -> Option<String> {
        (!address.contains(".rs")).then(|| format!("to/{address}"))
    }

    #[test]
    fn a_document_has_a_title_names_for_its_headings_and_links_that_lead_somewhere() {
        let written = html(
            "# The *model*\n\n## 7.1.4 Who `acts`?\n\n[a](b.md) and [c](d.rs)\n\n## Twice\n\n## \
             Twice\n",
            &kept,
        );
        assert_eq!(written.title, "The model");
        let names: Vec<&str> = written.headings.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(names, ["714-who-acts", "twice", "twice-1"]);
        assert!(
            written.body.contains("<h2 id=\"714-who-acts\">"),
            "{}",
            written.body
        );
        assert!(
            written.body.contains("<a href=\"to/b.md\">a</a> and c"),
            "{}",
            written.body
        );
    }

    #[test]
    fn tables_scroll_and_bring_no_style() {
        let written = html("# T\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n", &kept);
        assert!(
            written.body.contains("<div class=\"scroll\""),
            "{}",
            written.body
        );
        assert!(
            written.body.contains("<td class=\"n\">2</td>") && !written.body.contains("style="),
            "{}",
            written.body
        );
        assert_eq!(
            written.body.matches("<div").count(),
            written.body.matches("</div>").count()
        );
    }

    #[test]
    fn markup_in_a_document_is_text() {
        let written = html(
            "# T\n\n<script>alert(1)</script>\n\na <b onclick='x'>b</b>\n\n![p](p.png)\n",
            &kept,
        );
        assert!(
            !written.body.contains("<script") && !written.body.contains("<b "),
            "{}",
            written.body
        );
        assert_eq!(written.pictures, ["p.png"]);
    }
}
