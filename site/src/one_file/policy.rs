//! The Content-Security-Policy of the one file: nothing is loaded from anywhere, and only the
//! scripts and styles that the build put in may run, each named by its digest.

use ::base64::Engine;
use sha2::{Digest, Sha256};

/// How a policy names the text of an inline script or style.
pub fn named(text: &str) -> String {
    format!(
        "'sha256-{}'",
        ::base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// The policy for these scripts and styles. Workers and pictures are made by the page itself, out
/// of its own bytes.
pub fn of(scripts: &[&str], styles: &[String]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|text| named(text)).collect();
    let styles: Vec<String> = styles.iter().map(|text| named(text)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' blob:; worker-src blob:; style-src \
         {}; img-src blob: data:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_named_as_browsers_name_it() {
        // The example of the specification: https://www.w3.org/TR/CSP3/#external-hash is of
        // another; this is sha256 of "abc".
        assert_eq!(
            named("abc"),
            "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"
        );
        assert!(
            of(&["abc"], &["p{}".to_owned()])
                .contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='")
        );
    }
}
