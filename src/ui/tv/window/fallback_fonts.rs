//! Letters that the bundled fonts lack, from the system's fonts; and if looking for those fails, boxes.
//!
//! What lists the system's fonts panics where there is not a single one, as on a small kiosk: once on its own thread,
//! and again at the first letter that is looked for. A name in another script must not end the program.

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};

pub(super) struct FallbackFonts {
    fonts: Box<dyn FontProvider>,
    /// There are none: they are not looked for again.
    none: AtomicBool,
}

impl FallbackFonts {
    pub(super) fn of(fonts: impl FontProvider + 'static) -> Self {
        Self {
            fonts: Box::new(fonts),
            none: AtomicBool::new(false),
        }
    }
}

impl FontProvider for FallbackFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.none.load(Ordering::Relaxed) {
            return None;
        }
        let found = panic::catch_unwind(AssertUnwindSafe(|| self.fonts.font_for(request)));
        found.unwrap_or_else(|_| {
            tracing::warn!("this system has no fonts: some letters are shown as boxes");
            self.none.store(true, Ordering::Relaxed);
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use egui::FontFamily;

    use super::*;

    #[test]
    fn a_system_without_fonts_is_asked_once_and_ends_nothing() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let letters = FallbackFonts::of(|_: &FallbackRequest<'_>| -> Option<FontInsert> {
            ASKED.fetch_add(1, Ordering::Relaxed);
            panic!("no font was ever listed")
        });
        for cluster in ["日", "本"] {
            let family = &FontFamily::Proportional;
            let found = letters.font_for(&FallbackRequest { cluster, family });
            assert!(found.is_none());
        }
        assert_eq!(ASKED.load(Ordering::Relaxed), 1);
    }
}
