//! The vocabulary of device authorization: what it is made of, and what a service may answer.
//!
//! The names are those of RFC 8628 (device authorization grant) and RFC 6749 (OAuth 2.0). Every
//! other room imports this one, it imports none. The invariant: what may not
//! be seen by others (tokens, device codes, user codes) cannot be printed; its `Debug` is `[redacted]`.

mod address;
mod code;
mod date;
pub mod panics;
pub mod portrait;
mod save_error;
mod service;
pub mod shown;
mod sign_in;
mod store;
mod system_error;
mod trouble;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;
use url::Url;

pub use self::address::{UnsafeAddress, check_base, is_loopback};
pub use self::code::{AuthorizationCode, TypedCodeError};
pub(crate) use self::date::{LAST_SECOND, whole_seconds};
pub use self::date::{day, rfc3339};
pub use self::save_error::SaveError;
pub use self::service::{
    ACCOUNT, AccountAddress, ClientCredentials, FailedExchange, OAuthRules, OLD_SIMKL_ENDS, Pkce,
    PollError, Reference, RequestBody, Service, ServiceDescription, is_secret_variable,
    service_and_account,
};
pub use self::sign_in::{
    CodeState, ExchangeError, FormOutcome, Issuer, LOOPBACK, OUT_OF_BAND, SignIn, SignInEvent,
    loopback,
};
pub use self::store::{FileAction, KeyringTrouble, NotOurs, RecordError, StoreError};
pub use self::system_error::SystemError;
pub use self::trouble::{
    Proxy, ProxyFault, Quota, Rejection, RequestError, Trouble, is_about_the_redirect,
};

/// A text that must never reach a log, an error or a panic message. Wiped from memory when dropped.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Keeps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The text itself: for the wire, the store and the person it belongs to, never for a log.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether a text from outside is this one, told in a time that does not depend on where they differ.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.expose().as_bytes().ct_eq(text.as_bytes()).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

/// The code a person reads from the television (RFC 8628 §3.2 `user_code`).
///
/// In Simkl's PIN flow it is also the key that polls for the token, hence a secret that only the screen exposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserCode(Secret);

impl UserCode {
    /// Accepts 4 to 20 of `A-Z a-z 0-9 -`, exactly as the service spelt it: never trimmed, never re-cased.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let good = (4..=20).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && text.bytes().any(|b| b.is_ascii_alphanumeric());
        good.then(|| Self(Secret::new(text)))
    }

    /// The code itself: for the screen and the wire.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// The two ways in which Simkl signs in a device without a browser.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, clap::ValueEnum, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Flow {
    /// Simkl's PIN flow (its "AUTH V1"): the visible code is the poll key.
    #[value(help = "The PIN flow")]
    Pin,
    /// The device authorization grant of RFC 8628 (Simkl's "AUTH V2").
    #[value(help = "The device grant")]
    Device,
}

/// A code and what belongs to it (RFC 8628 §3.2).
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceAuthorization {
    /// What the person types or compares.
    pub user_code: UserCode,
    /// The poll key of the device grant; `None` in the PIN flow, where the user code is the key.
    pub device_code: Option<Secret>,
    /// The page where the code is typed.
    pub verification_uri: Url,
    /// The same page with the code in it, for the QR.
    pub verification_uri_complete: Url,
    /// How long the code is valid, counted from the moment the answer arrived.
    pub expires_in: Duration,
    /// The shortest allowed wait between two polls.
    pub interval: Duration,
}

impl DeviceAuthorization {
    /// The flow this code belongs to.
    #[must_use]
    pub fn flow(&self) -> Flow {
        if self.device_code.is_some() {
            Flow::Device
        } else {
            Flow::Pin
        }
    }
}

/// The complete address holds the code, and a service may write the code into the other one, too: neither prints.
impl fmt::Debug for DeviceAuthorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceAuthorization")
            .field("flow", &self.flow())
            .field("expires_in", &self.expires_in)
            .field("interval", &self.interval)
            .finish_non_exhaustive()
    }
}

/// What one poll said, when the service could be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PollOutcome {
    /// It is not approved yet.
    Pending,
    /// It is not approved yet, and we ask too often (RFC 8628 §3.5: five seconds more from now on).
    SlowDown,
    /// The person approved.
    Authorized(Token),
    /// The service no longer knows the code. Simkl's PIN flow makes another one at once, which comes along.
    CodeGone(Option<Box<DeviceAuthorization>>),
    /// The service says the code's time is over.
    Expired,
    /// The person pressed "No". Only the device grant tells.
    Denied,
}

/// What a service hands out on approval (RFC 6749 §5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The bearer token.
    pub access_token: Secret,
    /// Gets a new access token; `None` where tokens do not expire in practice.
    pub refresh_token: Option<Secret>,
    /// The access token's life from the moment the answer arrived, if the service told.
    pub expires_in: Option<Duration>,
    /// The scope that was granted, if the service told; it may be less than was asked.
    pub scope: Option<String>,
    /// The service granted less than was asked; known when the token is new.
    pub lacks_scope: bool,
    /// The application the token belongs to.
    pub client_id: String,
}

/// Whose account it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Account {
    /// The account's number, as text.
    pub id: String,
    /// What the person calls themself; may be empty.
    #[serde(default)]
    pub name: String,
}

impl Account {
    /// The name, or the number where no name can be seen, fit to be shown; `None` if neither can.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        shown::name(&self.name).or_else(|| shown::name(&self.id))
    }

    /// Whether it is certainly not the `other` one. A service need not tell the number, nor the name.
    #[must_use]
    pub fn is_another_than(&self, other: &Self) -> bool {
        let known = |account: &Self| !account.id.is_empty();
        if known(self) && known(other) {
            self.id != other.id
        } else {
            !self.name.is_empty() && !other.name.is_empty() && self.name != other.name
        }
    }
}

/// What a service says of the person behind a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Whose account it is.
    pub account: Account,
    /// Where their picture is, if they have one.
    pub picture: Option<PictureAddress>,
}

/// Where a person's picture is. It may name the person, so it does not print, and it is kept nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct PictureAddress(Url);

impl PictureAddress {
    /// Takes an address that the border has let in.
    #[must_use]
    pub fn new(url: Url) -> Self {
        Self(url)
    }

    /// The address itself: for the wire only.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0
    }
}

impl fmt::Debug for PictureAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Where a token is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreLocation {
    /// The system's keyring (Secret Service, Keychain, Credential Manager).
    Keyring,
    /// A private file.
    File {
        /// The file.
        path: PathBuf,
        /// Why it is not the keyring; `None` if a file was asked for.
        why_not_keyring: Option<KeyringTrouble>,
    },
    /// A throw-away folder that ends with the demo.
    Demo,
}

/// Where a person wants a new token to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoreChoice {
    /// Wherever the settings say; where they say nothing, in the keyring if it is open, else in the file.
    #[default]
    Auto,
    /// The same, whatever the settings say: a fresh token goes to the file rather than nowhere.
    InKeyring,
    /// In the private file. The keyring is not even asked, unless an earlier pairing is in it.
    InFile,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_do_not_print() {
        let token = Token {
            access_token: Secret::new("canary-a"),
            refresh_token: Some(Secret::new("canary-b")),
            expires_in: None,
            scope: None,
            lacks_scope: false,
            client_id: "id".into(),
        };
        let code = UserCode::parse("CANARY").unwrap();
        let picture = PictureAddress::new(Url::parse("https://canary.example/canary").unwrap());
        let printed = format!(
            "{token:?} {code:?} {picture:?} {:#?}",
            PollOutcome::Authorized(token.clone())
        );
        assert!(!printed.to_lowercase().contains("canary"), "{printed}");
        assert!(printed.contains("[redacted]"));
    }

    #[test]
    fn a_code_that_a_service_writes_into_either_address_does_not_print() {
        let page = Url::parse("https://simkl.com/pin/CANARY").unwrap();
        let code = DeviceAuthorization {
            user_code: UserCode::parse("CANARY").unwrap(),
            device_code: None,
            verification_uri: page.clone(),
            verification_uri_complete: page,
            expires_in: Duration::from_mins(15),
            interval: Duration::from_secs(5),
        };
        let printed = format!("{code:?}");
        assert!(!printed.contains("CANARY"), "{printed}");
    }

    #[test]
    fn a_name_of_which_nothing_can_be_seen_is_none() {
        let label = |id: &str, name: &str| {
            let (id, name) = (id.to_owned(), name.to_owned());
            Account { id, name }.label()
        };
        assert_eq!(label("42", "Ann").as_deref(), Some("Ann"));
        assert_eq!(label("42", "\u{200b}\u{3164}").as_deref(), Some("42"));
        assert_eq!(label("\u{2060}", "\u{2800}"), None);
        assert_eq!(label("42", &"n".repeat(500)).unwrap().chars().count(), 80);
    }

    #[test]
    fn a_secret_is_only_itself() {
        let secret = Secret::new("4711");
        assert!(secret.is("4711"));
        for other in ["4712", "471", "47110", ""] {
            assert!(!secret.is(other), "{other}");
        }
    }

    #[test]
    fn user_codes_are_taken_as_they_are_or_not_at_all() {
        for good in ["ABCDE", "abC1", "BDWP-HQPK", "A1B2C3"] {
            assert_eq!(UserCode::parse(good).unwrap().expose(), good);
        }
        for bad in [
            "",
            "ABC",
            " ABCDE",
            "AB/CDE",
            "АБВГД",
            "----",
            &"A".repeat(21),
        ] {
            assert!(UserCode::parse(bad).is_none(), "{bad:?}");
        }
    }
}
