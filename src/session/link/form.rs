//! The letters of a link: percent signs, names short enough to show, numbers in their range. Knows no scenario.

/// The version of the form of links. Links without one are of form 1, which held fewer things; form 2 had no check.
pub const FORM: u32 = 3;
/// The key of an assumption that the sender had outside its registered range.
pub const BEYOND: &str = "beyond";

/// Percent signs for whatever would mean something else in an address.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            safe.push('%');
            for half in [byte >> 4, byte & 15] {
                safe.push(
                    char::from_digit(u32::from(half), 16)
                        .unwrap_or('0')
                        .to_ascii_uppercase(),
                );
            }
        }
    }
    safe
}

/// Percent signs undone; what is not valid stays as it is.
pub fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// What a stranger wrote, short enough to show.
pub fn shorten(text: &str) -> String {
    crate::text::short(text, 40)
}

/// A whole number in a range, or why not.
pub fn whole(key: &str, value: &str, range: (u32, u32)) -> Result<u32, String> {
    number(key, value, (f64::from(range.0), f64::from(range.1))).map(|value| value as u32)
}

/// A number in a range, or why not.
pub fn number(key: &str, value: &str, (low, high): (f64, f64)) -> Result<f64, String> {
    let read: f64 = value.parse().map_err(|_| not_a_number(key, value))?;
    if (low..=high).contains(&read) {
        Ok(read)
    } else {
        Err(format!(
            "“{}” for {} is not between {low} and {high} and was left out.",
            shorten(value),
            shorten(key)
        ))
    }
}

/// A number in a range in the precision in which the model holds it: rounding twice would give another number.
pub fn number32(key: &str, value: &str, (low, high): (f32, f32)) -> Result<f32, String> {
    number(key, value, (f64::from(low) - 1e-6, f64::from(high) + 1e-6))?;
    let read: f32 = value.parse().map_err(|_| not_a_number(key, value))?;
    Ok(read.clamp(low, high))
}

/// A name that can stand in a sentence.
pub fn name(key: &str, value: &str) -> Result<String, String> {
    if crate::text::is_name(value, 80) {
        Ok(value.to_owned())
    } else {
        Err(format!(
            "The name for {} is not one of 1 to 80 letters and was left out.",
            shorten(key)
        ))
    }
}

/// Words for what is no number.
pub fn not_a_number(key: &str, value: &str) -> String {
    format!(
        "“{}” for {} is not a number and was left out.",
        shorten(value),
        shorten(key)
    )
}
