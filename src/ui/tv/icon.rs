//! Icons: a part of Lucide as a font. They only decorate, so a screen reader is not told of them.

use super::choice::Command;

macro_rules! icons {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// A glyph of `assets/fonts/Lucide.ttf`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Icon {
            $($name = $code),*
        }

        #[cfg(test)]
        const ALL: &[Icon] = &[$(Icon::$name),*];
    };
}

icons! {
    Back = 0xe2a1,
    Bug = 0xe20c,
    Check = 0xe06c,
    ChevronDown = 0xe06d,
    ChevronRight = 0xe06f,
    ChevronUp = 0xe070,
    Clear = 0xe28f,
    Clock = 0xe087,
    Cross = 0xe1b2,
    Delete = 0xe0ae,
    Disk = 0xe0ed,
    Enlarge = 0xe112,
    FileLock = 0xe31e,
    Gamepad = 0xe0df,
    Globe = 0xe0e8,
    Hourglass = 0xe296,
    Info = 0xe0f9,
    Key = 0xe4a3,
    Keyboard = 0xe284,
    Languages = 0xe0fe,
    Lock = 0xe531,
    Minus = 0xe11c,
    Moon = 0xe11e,
    Motion = 0xe412,
    Offline = 0xe1af,
    Palette = 0xe1dd,
    PictureSize = 0xe5cf,
    Play = 0xe13c,
    Plus = 0xe13d,
    Power = 0xe140,
    QrCode = 0xe1df,
    Refresh = 0xe145,
    Repeat = 0xe146,
    Services = 0xe0ff,
    Settings = 0xe154,
    ShieldAlert = 0xe1fe,
    ShieldCheck = 0xe1ff,
    Shift = 0xe1e4,
    Shrink = 0xe11a,
    SignOut = 0xe10e,
    Smartphone = 0xe163,
    Sound = 0xe1ab,
    Terminal = 0xe181,
    TextSize = 0xe198,
    Timer = 0xe1e0,
    Warning = 0xe193,
    Wrench = 0xe1b1,
}

impl Icon {
    pub(super) fn char(self) -> char {
        char::from_u32(self as u32).unwrap_or_default()
    }

    /// What stands on the button or row that the message with this id names, if anything.
    pub(super) fn named(id: &str, command: &Command) -> Option<Self> {
        Some(match id {
            "button-about" => Self::Info,
            "button-again" | "button-check" | "button-new" | "button-open-again" => Self::Refresh,
            "button-approve" | "button-demo" => Self::Play,
            "button-bigger" => Self::Enlarge,
            "button-by-phone" => Self::Smartphone,
            "button-in-browser" | "button-open-here" => Self::Globe,
            "button-kept" | "settings-store" | "button-to-keyring" => Self::Key,
            "button-not-you" | "button-unpair" => Self::SignOut,
            "button-picture" => Self::PictureSize,
            "button-quit" if *command != Command::Close => Self::Power,
            "button-read" | "settings-sound" => Self::Sound,
            "button-recipes" => Self::Terminal,
            "button-remote" | "settings-swap" => Self::Gamepad,
            "button-services" => Self::Services,
            "button-set-up" => Self::Wrench,
            "button-settings" => Self::Settings,
            "button-show-qr" => Self::QrCode,
            "button-smaller" => Self::Shrink,
            "button-to-file" => Self::FileLock,
            "button-type" | "settings-taught" => Self::Keyboard,
            "button-unlock" => Self::Lock,
            "button-smaller-picture" => Self::Minus,
            "button-larger-picture" => Self::Plus,
            "keyboard-clear" => Self::Clear,
            "keyboard-delete" => Self::Delete,
            "keyboard-send" => Self::Check,
            "settings-blanking" => Self::Moon,
            "settings-language" => Self::Languages,
            "settings-motion" => Self::Motion,
            "settings-text" => Self::TextSize,
            "settings-theme" => Self::Palette,
            "settings-unattended" => Self::Repeat,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use egui::FontDefinitions;

    use super::*;
    use crate::ui::tv::theme::{self, Font};

    #[test]
    fn every_icon_is_in_the_font() {
        let ctx = egui::Context::default();
        let fonts: FontDefinitions = theme::fonts();
        ctx.set_fonts(fonts);
        let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
        output.textures_delta.clear();
        for icon in ALL {
            let id = Font::Icons.id(32.0);
            let is_there = ctx.fonts_mut(|fonts| fonts.has_glyph(&id, icon.char()));
            assert!(is_there, "{icon:?}");
        }
    }
}
