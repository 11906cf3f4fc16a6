//! Text inside drawings. Knows nothing of what is drawn.

/// Text as XML has it, in attributes too. Signs that XML forbids are left out.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter < ' ' && !matches!(letter, '\n' | '\t' | '\r') => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
