//! Addresses as a service's file gives them.

use serde::de::{Deserialize, Deserializer, Error as _};
use url::Url;

use crate::auth::check_base;

/// An address, whole or the rest of one. A whole one is safe to be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference(String);

impl Reference {
    /// The address itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, below `base` unless it is whole.
    #[must_use]
    pub fn below(&self, base: &Url) -> Url {
        if let Some(whole) = self.whole() {
            return whole;
        }
        let mut folder = base.clone();
        if !self.0.is_empty() && !folder.path().ends_with('/') {
            folder.set_path(&format!("{}/", folder.path()));
        }
        folder.join(&self.0).unwrap_or(folder)
    }

    /// The address, if it is whole.
    #[must_use]
    pub fn whole(&self) -> Option<Url> {
        self.0.contains("://").then(|| Url::parse(&self.0).ok())?
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(written: D) -> Result<Self, D::Error> {
        let text = String::deserialize(written)?;
        if text.contains("://") {
            safe(&text)?;
        } else if text.starts_with('/') || text.contains([':', '\\', '?', '#']) {
            return Err(D::Error::custom(
                "expected an address, or the rest of one without a slash before it",
            ));
        }
        Ok(Self(text))
    }
}

pub(super) fn safe<E: serde::de::Error>(text: &str) -> Result<Url, E> {
    let expected = "expected an address that begins with https://";
    let url = Url::parse(text).map_err(|_| E::custom(expected))?;
    check_base(&url).map_err(E::custom)?;
    Ok(url)
}

pub(super) fn base<'de, D: Deserializer<'de>>(written: D) -> Result<Url, D::Error> {
    safe(&String::deserialize(written)?)
}

pub(super) fn optional_base<'de, D: Deserializer<'de>>(
    written: D,
) -> Result<Option<Url>, D::Error> {
    base(written).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_on_from_its_base_or_stands_alone() {
        let below = |reference: &str, base| {
            let base = Url::parse(base).unwrap();
            Reference(reference.to_owned()).below(&base).to_string()
        };
        assert_eq!(
            below("oauth/token", "https://a.example"),
            "https://a.example/oauth/token"
        );
        assert_eq!(
            below("oauth/token/", "https://a.example/x"),
            "https://a.example/x/oauth/token/"
        );
        assert_eq!(below("", "https://a.example/x"), "https://a.example/x");
        assert_eq!(
            below("https://b.example/y", "https://a.example"),
            "https://b.example/y"
        );
    }
}
