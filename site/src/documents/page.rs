//! A document as a whole page: the policy and the styles of the simulator's page, the way back to
//! it, the list of headings.

use super::text::Written;
use pulldown_cmark_escape::escape_html;

/// The page; `depth` is how many parts the document's path has, `index` the simulator's page.
pub fn html(written: &Written, index: &str, depth: usize) -> Result<String, String> {
    let up = "../".repeat(depth);
    let policy = tag(index, "<meta http-equiv=\"Content-Security-Policy\"")?;
    let mut styles = String::new();
    for name in ["style", "reading"] {
        let mark = format!("./{name}-");
        let start = index
            .find(&mark)
            .ok_or_else(|| format!("index.html has no style sheet {name}"))?
            + 2;
        let end = index[start..]
            .find('"')
            .ok_or("index.html has an address without an end")?
            + start;
        styles.extend([
            "<link rel=\"stylesheet\" href=\"",
            &up,
            &index[start..end],
            "\">\n",
        ]);
    }
    let title = escaped(&written.title);
    let mut headings = String::new();
    for (id, words) in &written.headings {
        headings.extend(["<li><a href=\"#", id, "\">", &escaped(words), "</a></li>\n"]);
    }
    let contents = if written.headings.len() > 2 {
        format!(
            "<nav class=\"contents\" aria-label=\"On this page\"><p>On this \
             page</p><ul>\n{headings}</ul></nav>\n"
        )
    } else {
        String::new()
    };
    let body = with_focusable_heading(&written.body);
    Ok(format!(
        "<!doctype html>\n<html lang=\"en-GB\" data-theme=\"device\">\n<head>{policy}\n<meta \
         charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta \
         name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title} · Kith</title>\n<link rel=\"icon\" href=\"{up}icon.svg\" \
         type=\"image/svg+xml\">\n{styles}\
         <script src=\"{up}look.js\"></script>\n</head>\n<body class=\"document\">\n<a \
         class=\"skip\" href=\"#main\">Skip to the text</a>\n\
         <header class=\"top\"><a class=\"brand\" href=\"{up}index.html#/about\">Kith</a>\
         <nav aria-label=\"Views\"><a href=\"{up}index.html#/explore\">Explore</a><a \
         href=\"{up}index.html#/workshop\">Workshop</a><a href=\"{up}index.html#/lab\">Lab</a><a \
         href=\"{up}index.html#/about\">About</a></nav></header>\n\
         <main id=\"main\" tabindex=\"-1\">\n{contents}<article>\n{body}</article>\n</main>\n\
         <footer><p>A model, not a forecast. Every person in it is \
         invented.</p></footer>\n</body>\n</html>\n"
    ))
}

/// The first tag that opens so.
fn tag<'a>(html: &'a str, opening: &str) -> Result<&'a str, String> {
    let start = html
        .find(opening)
        .ok_or_else(|| format!("index.html has no {opening}"))?;
    let end = html[start..]
        .find('>')
        .ok_or("index.html has a tag without an end")?
        + start
        + 1;
    Ok(&html[start..end])
}

fn with_focusable_heading(body: &str) -> String {
    body.replacen("<h1 ", "<h1 tabindex=\"-1\" ", 1)
}

fn escaped(text: &str) -> String {
    let mut written = String::new();
    // invariant: writing to a string does not fail.
    escape_html(&mut written, text).expect("a string takes everything");
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
        'none'\"><link href=\"./style-1f.css\"><link href=\"./reading-2e.css\"></head>";

    fn written(headings: usize) -> Written {
        let headings = (0..headings)
            .map(|k| (format!("h{k}"), format!("Heading {k} & more")))
            .collect();
        Written {
            title: "A < B".into(),
            headings,
            body: "<h1 id=\"a\">A</h1>".into(),
            pictures: Vec::new(),
        }
    }

    #[test]
    fn a_page_has_the_policy_the_styles_and_the_way_back() {
        let page = html(&written(3), INDEX, 2).unwrap();
        for part in [
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
            "href=\"../../style-1f.css\"",
            "href=\"../../reading-2e.css\"",
            "<title>A &lt; B · Kith</title>",
            "href=\"../../index.html#/about\"",
            "<li><a href=\"#h2\">Heading 2 &amp; more</a></li>",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert!(
            !html(&written(1), INDEX, 2)
                .unwrap()
                .contains("On this page")
        );
    }

    #[test]
    fn an_index_without_policy_is_an_error() {
        assert!(
            html(&written(0), "<head></head>", 1)
                .unwrap_err()
                .contains("Content-Security-Policy")
        );
    }
}
