//! What a terminal can show: which characters, and whether colours.
//!
//! The locale names the charset (POSIX, "Internationalization Variables"). Where it names one that is not UTF-8, text is
//! ASCII, in English: every charset of the field holds that. Where the environment says nothing at all, a container or an
//! ssh session has lost it, and terminals are UTF-8 (as Python takes it, PEP 538).

use std::borrow::Cow;

/// The characters that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Utf8,
    Ascii,
}

/// What a QR is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A character holds two modules, one above the other.
    HalfBlocks,
    /// Two blanks hold a module: their background is all there is to see.
    Blanks,
}

impl Charset {
    /// The charset of this process's locale.
    pub(super) fn of_system() -> Self {
        Self::of(|name| std::env::var(name).ok())
    }

    /// The charset of the locale.
    pub(super) fn of(environment: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .filter_map(environment)
            .find(|locale| !locale.is_empty());
        let Some(locale) = locale else {
            return Self::Utf8;
        };
        let codeset = locale.split_once('.').map_or("", |(_, codeset)| codeset);
        let codeset = codeset.split('@').next().unwrap_or_default();
        if ["utf-8", "utf8"].contains(&codeset.to_ascii_lowercase().as_str()) {
            Self::Utf8
        } else {
            Self::Ascii
        }
    }

    /// The text as it can be shown.
    pub(super) fn fit(self, text: &str) -> Cow<'_, str> {
        if self == Self::Utf8 || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let mut fit = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '’' | '‘' => fit.push('\''),
                '“' | '”' | '„' | '«' | '»' => fit.push('"'),
                '–' | '—' | '‑' | '·' => fit.push('-'),
                '…' => fit.push_str("..."),
                '×' => fit.push('x'),
                '\u{a0}' | '\u{202f}' => fit.push(' '),
                ascii if ascii.is_ascii() => fit.push(ascii),
                _ => fit.push('?'),
            }
        }
        Cow::Owned(fit)
    }

    /// How a QR is drawn on a terminal of this kind (`TERM`), if it can be.
    pub(super) fn symbol(self, term: &str) -> Option<Symbol> {
        // DEC's terminals had none, and terminfo marks others that have none.
        let dec = term.strip_prefix("vt");
        let mono = dec.is_some_and(|model| model.starts_with(|c: char| c.is_ascii_digit()))
            || term.ends_with("-m")
            || term.ends_with("-mono");
        match self {
            _ if mono => None,
            Self::Utf8 => Some(Symbol::HalfBlocks),
            Self::Ascii => Some(Symbol::Blanks),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_names_the_charset_the_strongest_variable_first() {
        let of = |variables: &[(&str, &str)]| {
            Charset::of(|name| {
                let found = variables.iter().find(|(variable, _)| *variable == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        for (variables, charset) in [
            (&[][..], Charset::Utf8),
            (&[("LANG", "de_DE.UTF-8")], Charset::Utf8),
            (&[("LANG", "C.utf8")], Charset::Utf8),
            (&[("LANG", "ca_ES.UTF-8@valencia")], Charset::Utf8),
            (&[("LC_ALL", ""), ("LANG", "de_DE.UTF-8")], Charset::Utf8),
            (&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")], Charset::Ascii),
            (
                &[("LC_CTYPE", "POSIX"), ("LANG", "de_DE.UTF-8")],
                Charset::Ascii,
            ),
            (&[("LANG", "ru_RU.KOI8-R")], Charset::Ascii),
            (&[("LANG", "de_DE@euro")], Charset::Ascii),
            (&[("LANG", "de_DE")], Charset::Ascii),
        ] {
            assert_eq!(of(variables), charset, "{variables:?}");
        }
    }

    #[test]
    fn what_ascii_lacks_is_said_with_what_it_has() {
        let text = "“TV” – it’s… 2 × ñ Ω";
        assert_eq!(Charset::Ascii.fit(text), "\"TV\" - it's... 2 x ? ?");
        assert_eq!(Charset::Utf8.fit(text), text);
    }

    #[test]
    fn a_qr_needs_colours_and_of_ascii_only_blanks() {
        for (charset, term, symbol) in [
            (Charset::Utf8, "xterm-256color", Some(Symbol::HalfBlocks)),
            (Charset::Ascii, "xterm-256color", Some(Symbol::Blanks)),
            (Charset::Ascii, "linux", Some(Symbol::Blanks)),
            (Charset::Utf8, "vte-256color", Some(Symbol::HalfBlocks)),
            (Charset::Ascii, "vt100", None),
            (Charset::Utf8, "vt220", None),
            (Charset::Ascii, "linux-m", None),
        ] {
            assert_eq!(charset.symbol(term), symbol, "{term}");
        }
    }
}
