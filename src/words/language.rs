//! The languages of the user interface.

use unic_langid::LanguageIdentifier;

/// A language, with its words built in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "String")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Italian.
    Italian,
    /// Polish.
    Polish,
    /// Portuguese as in Brazil.
    Portuguese,
    /// Russian.
    Russian,
    /// Chinese in simplified characters.
    Chinese,
    /// Japanese.
    Japanese,
}

/// A tag that is none of the [`Language`]s.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no language of couchpin: expected en, de, es, fr, it, pl, pt-BR, ru, zh-Hans or ja"
)]
pub struct NoLanguage(String);

impl TryFrom<String> for Language {
    type Error = NoLanguage;

    fn try_from(tag: String) -> Result<Self, NoLanguage> {
        Self::of_tag(&tag).ok_or(NoLanguage(tag))
    }
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::English,
        Self::German,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Polish,
        Self::Portuguese,
        Self::Russian,
        Self::Chinese,
        Self::Japanese,
    ];

    /// Its tag (BCP 47), its name as those who speak it write it, and its messages.
    const fn texts(self) -> (&'static str, &'static str, &'static str) {
        macro_rules! texts {
            ($tag:literal, $name:literal) => {
                (
                    $tag,
                    $name,
                    include_str!(concat!("../../assets/locales/", $tag, ".ftl")),
                )
            };
        }
        match self {
            Self::English => texts!("en", "English"),
            Self::German => texts!("de", "Deutsch"),
            Self::Spanish => texts!("es", "Español"),
            Self::French => texts!("fr", "Français"),
            Self::Italian => texts!("it", "Italiano"),
            Self::Polish => texts!("pl", "Polski"),
            Self::Portuguese => texts!("pt-BR", "Português (Brasil)"),
            Self::Russian => texts!("ru", "Русский"),
            Self::Chinese => texts!("zh-Hans", "简体中文"),
            Self::Japanese => texts!("ja", "日本語"),
        }
    }

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.texts().0
    }

    /// Its name as those who speak it write it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.texts().1
    }

    /// Its name where its own letters cannot be shown.
    #[must_use]
    pub fn english_name(self) -> &'static str {
        match self {
            Self::Chinese => "Chinese (simplified)",
            Self::Japanese => "Japanese",
            Self::Russian => "Russian",
            _ => self.own_name(),
        }
    }

    /// Its messages, a Fluent file.
    pub(super) fn file(self) -> &'static str {
        self.texts().2
    }

    /// The first of the system's languages that is spoken here, else English.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locales()
            .find_map(|tag| Self::of_tag(&tag))
            .unwrap_or_default()
    }

    /// The language of a tag such as `de-AT` or `pt_PT.UTF-8`; the region is ignored.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or_default();
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        Self::ALL
            .into_iter()
            .find(|language| language.identifier().language == wanted.language)
    }

    /// The first language of an `Accept-Language` header (RFC 9110 §12.5.4) that is spoken here, best first.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        let weighted = |part: &str| {
            let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
            let weight = match rest.trim().strip_prefix("q=") {
                Some(weight) => weight.trim().parse().ok()?,
                None => 1.0,
            };
            let language = Self::of_tag(tag.trim())?;
            (0.0 < weight && weight <= 1.0).then_some((weight, language))
        };
        // Browsers send a few; a longer header is not worth reading.
        let mut found: Vec<(f32, Self)> = header.split(',').take(20).filter_map(weighted).collect();
        // The sort is stable: of equal weights the first wins.
        found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        found.first().map(|(_, language)| *language)
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_tags_find_their_languages() {
        for (tag, language) in [
            ("de-AT", Some(Language::German)),
            ("pt_PT.UTF-8", Some(Language::Portuguese)),
            ("zh-Hans-CN", Some(Language::Chinese)),
            ("ja", Some(Language::Japanese)),
            ("ru_RU", Some(Language::Russian)),
            ("sr@latin", None),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn a_browsers_languages_are_tried_best_first() {
        for (header, language) in [
            ("de-AT,de;q=0.9,en;q=0.8", Some(Language::German)),
            ("en;q=0.5, ja;q=0.9", Some(Language::Japanese)),
            ("nl-NL,nl;q=0.9,fr;q=0.1", Some(Language::French)),
            ("pl;q=0,ru;q=0.2", Some(Language::Russian)),
            ("de;q=much,it;q=0.3", Some(Language::Italian)),
            ("nl", None),
            ("*", None),
            ("", None),
        ] {
            assert_eq!(Language::of_header(header), language, "{header}");
        }
    }
}
