//! One sign-in through a page (RFC 6749 §4.1): where the person goes, what must come back, and why no token came of it.
//!
//! The page sends the browser back with a code, or shows one to be carried by hand. What came back is checked against
//! this very sign-in, so that nobody can slip in a code of their own (RFC 6749 §10.12). The invariant: the state, the
//! verifier and the address that holds the state do not print.

use std::fmt;

use url::{Url, form_urlencoded};

use super::{AuthorizationCode, Flow, RequestError, Secret};

/// The redirect address of a page that shows its code instead of sending it anywhere ("out of band").
pub const OUT_OF_BAND: &str = "urn:ietf:wg:oauth:2.0:oob";

/// The redirect address of a browser on this computer, as it is registered with Simkl: its V2 takes any port there
/// (RFC 8252 §7.3).
pub const LOOPBACK: &str = "http://127.0.0.1/callback";

/// A sign-in that has begun.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The page where the person says yes. Made for this sign-in only, so not for a log.
    pub address: Url,
    /// Where the page sends the code: an address on this computer, or [`OUT_OF_BAND`].
    pub redirect_uri: String,
    /// Must come back as it is; a page that only shows its code brings none.
    pub state: Option<Secret>,
    /// What the token request must show (RFC 7636); `None` for an application that has a secret.
    pub verifier: Option<Secret>,
    /// The generation of Simkl whose page it is, and whose token endpoint must be asked; `None` for any other service.
    pub flow: Option<Flow>,
}

impl SignIn {
    /// The code in the query that a browser was sent back with.
    pub fn code_in(&self, query: &str) -> Result<AuthorizationCode, RedirectError> {
        let state = self.state.as_ref().ok_or(RedirectError::Stranger)?;
        let value = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        if value("state").as_deref() != Some(state.expose()) {
            return Err(RedirectError::Stranger);
        }
        match value("error").as_deref() {
            Some("access_denied") => return Err(RedirectError::Denied),
            Some(error) => {
                let word = error.chars().filter(char::is_ascii_graphic).take(80);
                let word: String = word.collect();
                // What repeats the secret is not quoted.
                let repeats = word.contains(state.expose());
                let error = if repeats { String::new() } else { word };
                return Err(RedirectError::Refused { error });
            }
            None => {}
        }
        value("code")
            .and_then(|code| AuthorizationCode::received(&code))
            .ok_or(RedirectError::NoCode)
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn")
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}

/// What else a browser may bring back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectError {
    /// It belongs to another sign-in, or to nobody: whoever listens goes on listening.
    Stranger,
    /// The person pressed "No".
    Denied,
    /// The service did not show its page, or failed on it (RFC 6749 §4.1.2.1).
    Refused {
        /// The service's own word for it.
        error: String,
    },
    /// Neither a code nor an error.
    NoCode,
}

/// No token came for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeError {
    /// What happened.
    pub why: RequestError,
    /// Whether the same code can be tried again.
    pub code: CodeState,
}

/// What a failed exchange left of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// The same code still works, once what is wrong has been mended or is over.
    Alive,
    /// The answer may have been lost on its way, and the code with it. Asking again does no harm: if it is gone, the
    /// service says so (`Rejection::Code`).
    Uncertain,
    /// Never to be sent again: only a new sign-in helps.
    Spent,
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

impl std::error::Error for ExchangeError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_in() -> SignIn {
        SignIn {
            address: Url::parse("https://simkl.com/oauth/authorize?state=canary").unwrap(),
            redirect_uri: "http://127.0.0.1:8765/callback".into(),
            state: Some(Secret::new("canary")),
            verifier: Some(Secret::new("canary")),
            flow: None,
        }
    }

    #[test]
    fn only_an_answer_with_this_sign_ins_state_counts() {
        let code = sign_in().code_in("code=a%2Fb&state=canary").unwrap();
        assert_eq!(code.expose(), "a/b");
        for query in [
            "",
            "code=x",
            "code=x&state=",
            "code=x&state=other",
            "error=access_denied&state=other",
            "code=x&state=other&state=canary",
        ] {
            let got = sign_in().code_in(query);
            assert_eq!(got, Err(RedirectError::Stranger), "{query}");
        }
        let shown = SignIn {
            state: None,
            ..sign_in()
        };
        assert_eq!(shown.code_in("code=x"), Err(RedirectError::Stranger));
    }

    #[test]
    fn a_no_is_told_from_a_fault_and_from_nonsense() {
        let read = |query: &str| sign_in().code_in(query).unwrap_err();
        assert_eq!(
            read("error=access_denied&state=canary"),
            RedirectError::Denied
        );
        let error = "invalid_scope".to_owned();
        assert_eq!(
            read("error=invalid_scope%0A&code=x&state=canary"),
            RedirectError::Refused { error }
        );
        let error = String::new();
        assert_eq!(
            read("error=state%20canary&state=canary"),
            RedirectError::Refused { error },
            "what repeats the state is not quoted"
        );
        for query in [
            "state=canary",
            "code=&state=canary",
            "code=%0A&state=canary",
        ] {
            assert_eq!(read(query), RedirectError::NoCode, "{query}");
        }
    }

    #[test]
    fn a_sign_in_does_not_print_what_is_secret_about_it() {
        let shown = format!("{:#?}", sign_in());
        assert!(!shown.contains("canary"), "{shown}");
    }
}
