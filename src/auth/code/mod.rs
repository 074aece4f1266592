//! The authorization code (RFC 6749 §4.1.2): what a page shows a person, who carries it to the television by hand.
//!
//! A page of Doorkeeper shows 43 letters, digits, `-` and `_`, without a button that copies them. About half of all codes
//! hold a hyphen, where a double tap stops marking; so what arrives is often half a code, or a whole address. All of that
//! is seen here, before a request is spent. The invariant: neither a code nor an error here shows what was typed.

use percent_encoding::percent_decode_str;

use super::Secret;

/// A code that a token can be asked for, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationCode(Secret);

impl AuthorizationCode {
    /// The length of a code that is carried by hand: 32 random bytes as base64url without padding.
    pub const LENGTH: usize = 43;
    /// The longest code of any service that a redirect may bring.
    const LONGEST: usize = 4096;

    /// Reads what a person typed or pasted: the code itself, or the whole address of the page that shows it
    /// (`…/oauth/authorize/<code>`, `…/oauth/authorize/native?code=<code>`), percent-encoded at most once.
    pub fn typed(text: &str) -> Result<Self, TypedCodeError> {
        let decoded = percent_decode_str(text).decode_utf8_lossy();
        let code = code_in(trimmed(&decoded))?;
        let length = code.chars().count();
        let known = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        match code.chars().find(|&c| !known(c)) {
            _ if code.is_empty() => Err(TypedCodeError::Empty),
            Some(_) => Err(TypedCodeError::WrongCharacter),
            None if length > Self::LENGTH => Err(TypedCodeError::TooLong { length }),
            None if length == Self::LENGTH => Ok(Self(Secret::new(code))),
            // A double tap marks what is between two hyphens, at most with one of them.
            None if code.trim_matches('-').contains('-') => {
                Err(TypedCodeError::TooShort { length })
            }
            None => Err(TypedCodeError::CutAtHyphen { length }),
        }
    }

    /// Takes the code that a redirect brought, whose shape is the service's own affair (RFC 6749 appendix A.11).
    #[must_use]
    pub fn received(code: &str) -> Option<Self> {
        let good = (1..=Self::LONGEST).contains(&code.len())
            && code.bytes().all(|b| (b' '..=b'~').contains(&b));
        good.then(|| Self(Secret::new(code)))
    }

    /// The code itself: for the token request, and nothing else.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// Why what was typed is no code. `length` is how many characters arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the field is described above")]
pub enum TypedCodeError {
    /// Nothing was typed.
    Empty,
    /// Too short and without a hyphen inside: typical for a double tap, which stops at one.
    CutAtHyphen { length: usize },
    /// Too short in another way.
    TooShort { length: usize },
    /// More than a code.
    TooLong { length: usize },
    /// Something that is in no code: a blank, a letter of another alphabet.
    WrongCharacter,
    /// An address without a code, such as the one of the page that asks.
    NoCodeInAddress,
    /// The address of a page that says that the person pressed "No" (`error=access_denied`).
    Denied,
}

/// Without the blanks, and the marks without width, that come along when a page is copied.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

/// The code in an address, or the text itself. No code holds what divides an address, so it is taken apart by hand: some
/// browsers copy it without its scheme.
fn code_in(text: &str) -> Result<&str, TypedCodeError> {
    let text = text.split('#').next().unwrap_or_default();
    let (path, query) = match text.split_once('?') {
        Some((path, query)) => (path, query),
        None if text.starts_with("code=") => ("", text),
        None => (text, ""),
    };
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    if let Some(code) = value("code") {
        return Ok(trimmed(code));
    }
    match value("error") {
        Some("access_denied") => return Err(TypedCodeError::Denied),
        Some(_) => return Err(TypedCodeError::NoCodeInAddress),
        None if !path.contains('/') && query.is_empty() => return Ok(path),
        None => {}
    }
    let shown = path.split_once("/oauth/authorize/").map(|(_, code)| code);
    let code = shown.map(|code| code.trim_end_matches('/'));
    code.filter(|code| !matches!(*code, "" | "native"))
        .ok_or(TypedCodeError::NoCodeInAddress)
}

#[cfg(test)]
mod tests;
