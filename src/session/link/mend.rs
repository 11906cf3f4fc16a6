//! What mail programs and messengers do to links, undone: `&amp;` for `&`, `%26`, `%3D`, `%23/`, lines that were broken, a full
//! stop or a bracket that stuck to the end.
//!
//! First what no link of Kith's can hold is undone, because nothing else can be meant by it. What could be meant either way is
//! tried, and taken only where the check then fits. Knows no scenario.

use super::form::unescape;
use super::seal::{Soundness, soundness, up_to_check};

/// What sticks to the end of a link in a sentence, as it is or as browsers write it in an address.
const AFTER: [&str; 46] = [
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "}",
    ">",
    "'",
    "\"",
    "`",
    "|",
    "\\",
    "*",
    "»",
    "”",
    "’",
    "…",
    "%2E",
    "%2C",
    "%3B",
    "%3A",
    "%21",
    "%3F",
    "%29",
    "%5D",
    "%7D",
    "%3E",
    "%27",
    "%22",
    "%60",
    "%7C",
    "%5C",
    "%2A",
    "%C2%BB",
    "%E2%80%9D",
    "%E2%80%99",
    "%E2%80%A6",
    "%20",
    "%C2%A0",
    "&gt",
    "&quot",
    "&nbsp",
    "%26gt",
];
/// Line breaks and tabs as browsers write them in an address. No link of Kith's holds any.
const BREAKS: [&str; 3] = ["%0D", "%0A", "%09"];
/// How often letters may have been written as percent signs, one program after another.
const TIMES: usize = 3;
/// How often "&" may have been written as a page's own letters. More is no program's work, and would take long to undo.
const OFTEN: usize = 20;

/// The link as it was written, as far as that can be known, from the name of the page on.
pub fn mended(hash: &str) -> String {
    let whole_lines = [
        without_breaks(hash),
        without_breaks(&without_soft_breaks(hash)),
    ];
    // A line that ends in "=" was broken by the mail program, or by a hand after the "=".
    let certain: Vec<String> = whole_lines.iter().map(|text| undone(text)).collect();
    for text in &certain {
        if let Some(fits) = candidates(text)
            .into_iter()
            .find(|text| soundness(text) == Soundness::Whole)
        {
            return fits;
        }
    }
    let well_formed = |text: &&String| {
        text.split_once('?')
            .is_some_and(|(_, query)| query.split('&').all(|part| part.matches('=').count() == 1))
    };
    certain
        .iter()
        .find(well_formed)
        .unwrap_or(&certain[0])
        .clone()
}

/// Without line breaks, tabs and spaces: a space inside a link is written `%20`.
pub fn without_breaks(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}' && *c != '\u{feff}')
        .collect();
    BREAKS.iter().fold(plain, |text, code| without(&text, code))
}

/// Without the "=" that mail programs put at the end of a line which goes on.
pub fn without_soft_breaks(text: &str) -> String {
    ["=\r\n", "=\n", "=%0D%0A", "=%0A"]
        .iter()
        .fold(text.to_owned(), |text, code| without(&text, code))
}

/// Without a code, in capitals or not.
fn without(text: &str, code: &str) -> String {
    text.replace(code, "")
        .replace(&code.to_ascii_lowercase(), "")
}

/// What nothing else can be meant by.
fn undone(text: &str) -> String {
    let mut text = beginning(text).to_owned();
    for _ in 0..TIMES {
        text = ampersands(&text);
        if text.contains('?')
            || !["%3F", "%3f", "%253F", "%253f", "%25253F"]
                .iter()
                .any(|mark| text.contains(mark))
        {
            break;
        }
        beginning(&unescape(&text)).clone_into(&mut text);
    }
    let Some((path, query)) = text.split_once('?') else {
        return end(&text).to_owned();
    };
    format!("{path}?{}", pairs(&pairs(end(query))))
}

/// Without what stands before the name of the page.
fn beginning(text: &str) -> &str {
    let mut rest = text;
    while let Some(shorter) = ["#", "/", "%23", "%2F", "%2f"]
        .iter()
        .find_map(|mark| rest.strip_prefix(mark))
    {
        rest = shorter;
    }
    rest
}

/// `&amp;` is `&` in a page's own letters, even if it was written so several times.
fn ampersands(text: &str) -> String {
    let mut text = text.to_owned();
    for code in [
        "&amp;",
        "&#38;",
        "&#x26;",
        "&amp%3B",
        "&amp%3b",
        "%26amp;",
        "%26amp%3B",
        "%26amp%3b",
    ] {
        for _ in 0..OFTEN {
            if !text.contains(code) {
                break;
            }
            text = text.replace(code, "&");
        }
    }
    text
}

/// Without what stuck to the end.
fn end(text: &str) -> &str {
    let mut rest = text;
    loop {
        let ends = |mark: &&&str| {
            rest.len() >= mark.len()
                && rest.is_char_boundary(rest.len() - mark.len())
                && rest[rest.len() - mark.len()..].eq_ignore_ascii_case(mark)
        };
        match AFTER.iter().find(ends) {
            Some(mark) => rest = &rest[..rest.len() - mark.len()],
            None => return rest,
        }
    }
}

/// Pairs whose "=" or "&" were written as percent signs: no key or value of Kith's holds these as they are.
fn pairs(query: &str) -> String {
    let equals = query.matches('=').count();
    // Mail programs write "=3D" for "=".
    let query = if equals > 0 && query.matches("=3D").count() == equals {
        query.replace("=3D", "=")
    } else {
        query.to_owned()
    };
    let one = |part: &str| match part.matches('=').count() {
        0 if part.contains("%3D") || part.contains("%3d") => unescape(part),
        0 | 1 => part.to_owned(),
        _ => part.replace("%26", "&"),
    };
    query.split('&').map(one).collect::<Vec<_>>().join("&")
}

/// What else may have been done, each by itself and together: the check says which of them was.
fn candidates(text: &str) -> Vec<String> {
    let changes: [fn(&str) -> String; 5] = [
        |text| up_to_check(text).unwrap_or(text).to_owned(),
        |text| text.replace("=3D", "="),
        unescape,
        |text| text.replace("%20", ""),
        |text| text.trim_end_matches(['_', '-', '~', '=', '&']).to_owned(),
    ];
    (0..1_usize << changes.len())
        .map(|chosen| {
            let chosen = changes
                .iter()
                .enumerate()
                .filter(|(k, _)| chosen >> k & 1 == 1);
            chosen.fold(text.to_owned(), |text, (_, change)| change(&text))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::seal::seal;
    use super::*;

    /// A link with a name that holds what mail programs change.
    fn link() -> String {
        seal(
            "#/explore?f=3&name=Ours%20%26%20theirs%20%3D%2050%25&place=wigan&events=cut@24:0.1;cut@30:0.1&money=55&v=0.1.0",
        )
    }

    #[test]
    fn what_mail_programs_do_is_undone() {
        let link = link();
        let wanted = link.trim_start_matches("#/");
        let half = link.len() / 2;
        let escaped = super::super::escape(&link);
        for mangled in [
            link.clone(),
            link.replace('&', "&amp;"),
            link.replace('&', "&amp;amp;"),
            link.replace('#', "%23"),
            link.replace('#', "#%23"),
            escaped.clone(),
            super::super::escape(&escaped),
            format!("{}\r\n{}", &link[..half], &link[half..]),
            format!("{}=\r\n{}", &link[..half], &link[half..]),
            format!("{}%0D%0A{}", &link[..half], &link[half..]),
            format!("{} {}", &link[..half], &link[half..]),
            link.replace('=', "=3D"),
            link.replacen("money=", "money=\n", 1),
            format!("{link}."),
            format!("{link})."),
            format!("{link}>"),
            format!("{link}%3E%22"),
            format!("{link}”,"),
            format!("{link}_"),
            format!("{link}&utm_source=mail"),
            link.replace('@', "%40")
                .replace(';', "%3B")
                .replace(':', "%3a"),
        ] {
            let mended = mended(&mangled);
            assert_eq!(soundness(&mended), Soundness::Whole, "{mangled}\n{mended}");
            let plain = |text: &str| text.split('&').map(unescape).collect::<Vec<_>>();
            assert_eq!(plain(&mended), plain(wanted), "{mangled}");
        }
    }

    #[test]
    fn links_without_a_check_are_mended_where_nothing_else_can_be_meant() {
        let old = "explore?place=wigan&years=15&f=2&v=0.1.0";
        for mangled in [
            "#/explore?place=wigan&amp;years=15&amp;f=2&amp;v=0.1.0",
            "#/explore?place%3Dwigan%26years%3D15%26f%3D2%26v%3D0.1.0",
            "#/explore?place=wigan%26years=15%26f=2%26v=0.1.0",
            "#/explore?place%3Dwigan&years%3D15&f%3D2&v%3D0.1.0",
            "#%2Fexplore%3Fplace%3Dwigan%26years%3D15%26f%3D2%26v%3D0.1.0",
            "%23/explore?place=wigan&years=15&f=2&v=0.1.0",
            "#/explore?place=3Dwigan&years=3D15&f=3D2&v=3D0.1.0",
            "#/explore?place=wigan&ye=\r\nars=15&f=2&v=0.1.0",
            "#/explore?place=wigan&years=\r\n15&f=2&v=0.1.0",
            "#/explore?place=wigan&years=1\n5&f=2&v=0.1.0>.",
            "#/explore?place=wigan&years=15&f=2&v=0.1.0),",
        ] {
            assert_eq!(mended(mangled), old, "{mangled}");
        }
    }
}
