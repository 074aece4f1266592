//! The QR symbol of a text, before any face draws it.

use qrcode::{EcLevel, QrCode};

/// Modules of quiet around the symbol (ISO/IEC 18004).
pub(crate) const QUIET_ZONE: usize = 4;

/// Modules a side, and whether each is dark. Level M, as large as it needs to be; `None` for a text that is too long.
pub(crate) fn modules(text: &str) -> Option<(usize, Vec<bool>)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    Some((
        code.width(),
        code.to_colors()
            .into_iter()
            .map(|color| color == qrcode::Color::Dark)
            .collect(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_has_no_symbol_instead_of_failing() {
        assert!(modules(&"x".repeat(5000)).is_none());
    }
}
