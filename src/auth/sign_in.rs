//! One sign-in through a page (RFC 6749 §4.1): where the person goes, what must come back, and why no token came of it.
//!
//! The page sends the browser back with a code, or shows one to be carried by hand. What came back is checked against
//! this very sign-in: its state, so that no other code can be slipped in (RFC 6749 §10.12), and its issuer, so that the
//! code of one service is never sent to another one (RFC 9207). The invariant: the state, the verifier and the address
//! that holds the state do not print.

use std::fmt;
use std::time::Duration;

use url::{Url, form_urlencoded};

use super::{AuthorizationCode, ClientCredentials, Flow, RequestError, Secret};

/// The redirect address of a page that shows its code instead of sending it anywhere ("out of band").
pub const OUT_OF_BAND: &str = "urn:ietf:wg:oauth:2.0:oob";
/// The redirect address on this computer as it is registered with a service that leaves the port open (RFC 8252 §7.3).
pub const LOOPBACK: &str = "http://127.0.0.1/callback";
/// A service's word for an error is short.
const LONGEST_WORD: usize = 40;

/// The redirect address on this computer, with its port.
#[must_use]
pub fn loopback(port: u16) -> String {
    format!("http://127.0.0.1:{port}/callback")
}

/// The service that an answer must come from (RFC 9207).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Its issuer identifier. Compared as it is, character by character (RFC 9207 §2.4).
    pub identifier: String,
    /// It says that each of its answers carries `iss` (`authorization_response_iss_parameter_supported`): one without
    /// is not its own.
    pub sends_iss: bool,
}

impl Issuer {
    /// Whether an answer with this `iss` may be this service's.
    fn accepts(&self, iss: Option<&str>) -> bool {
        match iss {
            Some(iss) => iss == self.identifier,
            None => !self.sends_iss,
        }
    }
}

/// A sign-in that has begun.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The page where the person says yes. Made for this sign-in only, so not for a log.
    pub address: Url,
    /// Where the page sends the code: an address on this computer, or [`OUT_OF_BAND`].
    pub redirect_uri: String,
    /// Must come back as it is; a page that only shows its code brings none.
    pub state: Option<Secret>,
    /// What the token request must show (RFC 7636); `None` where PKCE is not used.
    pub verifier: Option<Secret>,
    /// The application whose sign-in it is: its code is good for no other one.
    pub client_id: String,
    /// The service that must answer.
    pub issuer: Issuer,
    /// How long a code is valid, counted from the moment it came.
    pub code_lifetime: Duration,
    /// The generation of Simkl whose page it is, and whose token endpoint must be asked; `None` for any other service.
    pub flow: Option<Flow>,
}

impl SignIn {
    /// What the query says that a browser was sent back with; `None` if it belongs to another sign-in, or says nothing.
    /// The state is judged first, then the issuer, on an error as on a success (RFC 9207 §2.4), and only then the rest.
    #[must_use]
    pub fn redirected(&self, query: &str) -> Option<SignInEvent> {
        let state = self.state.as_ref()?;
        if !state.is(&single(query, "state").ok()??) {
            return None;
        }
        if !self.issuer.accepts(single(query, "iss").ok()?.as_deref()) {
            return Some(SignInEvent::OtherIssuer);
        }
        match (single(query, "code").ok()?, single(query, "error").ok()?) {
            (Some(code), None) => AuthorizationCode::received(&code).map(SignInEvent::Code),
            (None, Some(error)) if error == "access_denied" => Some(SignInEvent::Denied),
            (None, Some(error)) if !error.is_empty() => {
                // What repeats the secret is not quoted.
                let word = Some(word(&error)).filter(|word| !word.contains(state.expose()));
                Some(SignInEvent::Refused(word.unwrap_or_default()))
            }
            _ => None,
        }
    }

    /// The redirect address as it is registered: Simkl's V2 leaves its port open (RFC 8252 §7.3).
    #[must_use]
    pub fn registered_address(&self) -> &str {
        match self.flow {
            Some(Flow::Device) if self.redirect_uri != OUT_OF_BAND => LOOPBACK,
            _ => &self.redirect_uri,
        }
    }
}

/// A parameter, if there is one; it may not be there twice (RFC 6749 §3.1).
fn single(query: &str, name: &str) -> Result<Option<String>, ()> {
    let mut values = form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned());
    match (values.next(), values.next()) {
        (first, None) => Ok(first),
        (_, Some(_)) => Err(()),
    }
}

/// A service's word for an error, of the letters such words are made of: it is shown, and comes through a browser.
fn word(error: &str) -> String {
    error
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c))
        .take(LONGEST_WORD)
        .collect()
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn")
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}

/// What happens where a code is waited for: on the page for a phone, or in the browser that is sent back here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInEvent {
    /// A phone opened the page.
    Opened,
    /// A wrong number was typed on the page, for so many times in all.
    WrongNumber(u8),
    /// Too many wrong numbers closed the page: it takes nothing any more.
    Closed,
    /// The code, to be exchanged once.
    Code(AuthorizationCode),
    /// The client id, and the secret where there is one.
    Client(ClientCredentials),
    /// The person said no (`access_denied`).
    Denied,
    /// The service did not show its page, or failed on it (RFC 6749 §4.1.2.1), in its own word.
    Refused(String),
    /// The answer names another service than the one that was asked, or none although that one always names itself
    /// (RFC 9207 §2.4). Nothing else in it counts.
    OtherIssuer,
    /// Nothing came in time. Simkl's V1 answers "No" like this.
    TimeOver,
}

/// How a sign-in went, for the page on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormOutcome {
    /// The television is signed in.
    Done,
    /// It knows the application, and goes on by itself.
    SetUp,
    /// The code was not accepted; it is asked for once more.
    Refused,
    /// It is not signed in, and the television says what to do.
    Failed,
}

/// No token came for a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_in() -> SignIn {
        SignIn {
            address: Url::parse("https://simkl.com/oauth/authorize?state=canary").unwrap(),
            redirect_uri: "http://127.0.0.1:8765/callback".into(),
            state: Some(Secret::new("canary")),
            verifier: Some(Secret::new("canary")),
            client_id: "id".into(),
            issuer: issuer(false),
            code_lifetime: Duration::from_mins(10),
            flow: None,
        }
    }

    fn issuer(sends_iss: bool) -> Issuer {
        Issuer {
            identifier: "https://simkl.com".into(),
            sends_iss,
        }
    }

    #[test]
    fn only_an_answer_with_this_sign_ins_state_counts() {
        let code = AuthorizationCode::received("a/b").map(SignInEvent::Code);
        assert_eq!(sign_in().redirected("code=a%2Fb&state=canary"), code);
        for query in [
            "",
            "code=x",
            "code=x&state=",
            "code=x&state=other",
            "error=access_denied&state=other",
            "code=x&state=other&state=canary",
        ] {
            assert_eq!(sign_in().redirected(query), None, "{query}");
        }
        let shown = SignIn {
            state: None,
            ..sign_in()
        };
        assert_eq!(shown.redirected("code=x"), None);
    }

    #[test]
    fn a_no_is_told_from_a_fault_and_from_nonsense() {
        let read = |query: &str| sign_in().redirected(query);
        assert_eq!(
            read("error=access_denied&state=canary"),
            Some(SignInEvent::Denied)
        );
        assert_eq!(
            read("error=invalid_scope%0A&state=canary"),
            Some(SignInEvent::Refused("invalid_scope".to_owned()))
        );
        assert_eq!(
            read("error=state%20canary&state=canary"),
            Some(SignInEvent::Refused(String::new())),
            "what repeats the state is not quoted"
        );
        for query in [
            "state=canary",
            "code=&state=canary",
            "code=%0A&state=canary",
            "error=&state=canary",
            "code=x&error=invalid_scope&state=canary",
            "code=x&code=x&state=canary",
            "code=x&iss=https://simkl.com&iss=https://simkl.com&state=canary",
        ] {
            assert_eq!(read(query), None, "{query}");
        }
    }

    #[test]
    fn an_answer_of_another_issuer_is_refused_whatever_it_says() {
        let simkl = "iss=https%3A%2F%2Fsimkl.com";
        for said in ["code=x", "error=access_denied", "error=invalid_scope"] {
            let read = |sends_iss, iss: &str| {
                let sign_in = SignIn {
                    issuer: issuer(sends_iss),
                    ..sign_in()
                };
                sign_in.redirected(&format!("{said}&{iss}&state=canary"))
            };
            let other = Some(SignInEvent::OtherIssuer);
            for sends_iss in [true, false] {
                assert_ne!(read(sends_iss, simkl), other, "{said}");
                for iss in [
                    "iss=https://evil.example",
                    // No kind of likeness counts: they are compared as they are (RFC 9207 §2.4).
                    "iss=https://simkl.com/",
                    "iss=https://SIMKL.com",
                    "iss=https://simkl.com:443",
                    "iss=",
                ] {
                    assert_eq!(read(sends_iss, iss), other, "{said} {iss}");
                }
            }
            assert_eq!(read(true, "x=y"), other, "{said}: it always sends one");
            assert_ne!(read(false, "x=y"), other, "{said}: it need not");
        }
    }

    #[test]
    fn the_state_is_judged_before_the_issuer() {
        let query = "code=x&iss=https://evil.example&state=other";
        assert_eq!(sign_in().redirected(query), None);
    }

    #[test]
    fn the_address_to_register_has_a_port_where_the_service_compares_it() {
        let registered = |flow, redirect_uri: &str| {
            let sign_in = SignIn {
                flow,
                redirect_uri: redirect_uri.to_owned(),
                ..sign_in()
            };
            sign_in.registered_address().to_owned()
        };
        let here = loopback(8765);
        assert_eq!(registered(Some(Flow::Device), &here), LOOPBACK);
        assert_eq!(registered(Some(Flow::Pin), &here), here);
        assert_eq!(registered(None, &here), here);
        assert_eq!(registered(None, OUT_OF_BAND), OUT_OF_BAND);
    }

    #[test]
    fn a_sign_in_does_not_print_what_is_secret_about_it() {
        let shown = format!("{:#?}", sign_in());
        assert!(!shown.contains("canary"), "{shown}");
    }
}
