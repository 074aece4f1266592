//! The QR symbol of a text, before anything draws it.

use qrcode::{EcLevel, QrCode};

/// The longest text of which there is a symbol whatever its letters are: version 40, level M, in bytes.
const LONGEST: usize = 2331;

/// The text, or the other one where it is too long for a symbol.
pub(crate) fn shorter_if_needed<'a>(text: &'a str, shorter: &'a str) -> &'a str {
    if text.len() > LONGEST { shorter } else { text }
}

/// Level M, as large as it needs to be; `None` for a text that is too long.
pub(crate) fn code(text: &str) -> Option<QrCode> {
    QrCode::with_error_correction_level(text, EcLevel::M).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shorter_text_is_taken_where_only_it_has_a_symbol() {
        let long = "z".repeat(LONGEST);
        assert!(code(&long).is_some());
        assert_eq!(shorter_if_needed(&long, "a"), long);
        assert!(code(&format!("{long}z")).is_none());
        assert_eq!(shorter_if_needed(&format!("{long}z"), "a"), "a");
    }

    #[test]
    fn a_text_that_is_too_long_has_no_symbol_instead_of_failing() {
        assert!(code(&"x".repeat(5000)).is_none());
    }
}
