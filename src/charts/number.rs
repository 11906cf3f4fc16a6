//! How numbers are written for people: thousands apart, a true minus sign, as many digits as mean something.
//!
//! Written by hand because it runs for every label of every frame. Knows no units but pounds.

const MINUS: char = '−';

/// A number with a fixed count of digits after the point: `12,345.6`. A number that is not finite is a dash.
pub fn plain(value: f64, digits: u8) -> String {
    let Some(scaled) = scaled(value, digits) else {
        return "–".to_owned();
    };
    let mut text = String::with_capacity(12);
    if value < 0.0 && scaled > 0 {
        text.push(MINUS);
    }
    push_scaled(&mut text, scaled, digits);
    text
}

/// A number that always says its direction: `+1.2`, `−1.2`; plain zero when it rounds to zero.
pub fn signed(value: f64, digits: u8) -> String {
    let rounds_to_zero = scaled(value, digits).is_none_or(|scaled| scaled == 0);
    if rounds_to_zero || value < 0.0 {
        plain(value, digits)
    } else {
        format!("+{}", plain(value, digits))
    }
}

/// How many digits an interval needs so that an end beside zero does not read as zero: the digits given, or up to two more.
pub fn interval_digits((low, high): (f64, f64), digits: u8) -> u8 {
    let spans = low <= 0.0 && high >= 0.0;
    let reads_as_zero = |digits: u8| {
        [low, high]
            .iter()
            .any(|end| scaled(*end, digits) == Some(0))
    };
    if spans {
        digits
    } else {
        (digits..digits + 2)
            .find(|digits| !reads_as_zero(*digits))
            .unwrap_or(digits + 2)
    }
}

/// Whole pence as pounds and pence: `£1,234.05`.
pub fn pounds_and_pence(pence: i64) -> String {
    let mut text = String::with_capacity(16);
    if pence < 0 {
        text.push(MINUS);
    }
    text.push('£');
    push_scaled(&mut text, pence.unsigned_abs(), 2);
    text
}

/// Pounds in as few digits as a reader needs: `£950`, `£12,300`, `£1.23 million`.
pub fn pounds_about(pounds: f64) -> String {
    let size = pounds.abs();
    let sign = if pounds < 0.0 { "−" } else { "" };
    if size >= 999_950.0 {
        format!(
            "{sign}£{} million",
            plain(size / 1e6, if size >= 9_995_000.0 { 1 } else { 2 })
        )
    } else if size >= 10_000.0 {
        format!("{sign}£{}", plain((size / 100.0).round() * 100.0, 0))
    } else {
        format!("{sign}£{}", plain(size, 0))
    }
}

/// A coordinate for a drawing: one digit after the point, none when it is whole.
pub fn coordinate(value: f64, into: &mut String) {
    let tenths = (value * 10.0).round();
    let tenths = if tenths.is_finite() { tenths as i64 } else { 0 };
    if tenths < 0 {
        into.push('-');
    }
    let size = tenths.unsigned_abs();
    push_digits(into, size / 10);
    if !size.is_multiple_of(10) {
        into.push('.');
        into.push(char::from(b'0' + (size % 10) as u8));
    }
}

fn scaled(value: f64, digits: u8) -> Option<u64> {
    value
        .is_finite()
        .then(|| (value.abs() * power_of_ten(digits) as f64).round() as u64)
}

fn power_of_ten(digits: u8) -> u64 {
    (0..digits).fold(1, |power, _| power * 10)
}

fn push_digits(text: &mut String, number: u64) {
    if number >= 10 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

fn push_scaled(text: &mut String, scaled: u64, digits: u8) {
    let power = power_of_ten(digits);
    push_grouped(text, scaled / power);
    if digits > 0 {
        text.push('.');
        let rest = scaled % power;
        for place in (0..digits).rev() {
            text.push(char::from(b'0' + (rest / power_of_ten(place) % 10) as u8));
        }
    }
}

fn push_grouped(text: &mut String, number: u64) {
    if number < 1000 {
        push_digits(text, number);
        return;
    }
    push_grouped(text, number / 1000);
    text.push(',');
    for power in [100, 10, 1] {
        text.push(char::from(b'0' + (number / power % 10) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_beside_zero_does_not_read_as_if_it_began_there() {
        assert_eq!(interval_digits((0.04, 0.5), 1), 2);
        assert_eq!(interval_digits((-6.0, -0.004), 1), 3);
        assert_eq!(interval_digits((-0.04, 0.5), 1), 1, "it spans zero");
        assert_eq!(interval_digits((0.2, 0.5), 1), 1);
        assert_eq!(interval_digits((0.000_01, 0.5), 1), 3, "no more than that");
        assert_eq!(interval_digits((0.0, 0.5), 1), 1);
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(plain(0.0, 0), "0");
        assert_eq!(plain(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(plain(-0.04, 1), "0.0");
        assert_eq!(plain(-1000.0, 0), "−1,000");
        assert_eq!(plain(1_005_000.0, 0), "1,005,000");
        assert_eq!(plain(f64::NAN, 1), "–");
        assert_eq!(signed(0.04, 1), "0.0");
        assert_eq!(signed(0.06, 1), "+0.1");
        assert_eq!(signed(-2.0, 0), "−2");
    }

    #[test]
    fn money_is_exact_to_the_penny() {
        assert_eq!(pounds_and_pence(123_405), "£1,234.05");
        assert_eq!(pounds_and_pence(-5), "−£0.05");
        assert_eq!(pounds_about(950.4), "£950");
        assert_eq!(pounds_about(12_345.0), "£12,300");
        assert_eq!(pounds_about(1_234_567.0), "£1.23 million");
        assert_eq!(pounds_about(-25_000_000.0), "−£25.0 million");
    }

    #[test]
    fn coordinates_are_short() {
        let mut text = String::new();
        for value in [12.0, -0.25, 3.16, -0.01] {
            coordinate(value, &mut text);
            text.push(' ');
        }
        assert_eq!(text, "12 -0.3 3.2 0 ");
    }
}
