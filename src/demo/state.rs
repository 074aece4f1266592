//! What the stand-in remembers. Nothing here can be printed: codes and tokens are secrets here, too.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::auth::Flow;

const HEXADECIMAL: &[u8] = b"0123456789abcdef";
/// Consonants that cannot be mistaken for each other and spell no words (RFC 8628 §6.1).
const CONSONANTS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ";

/// What the stand-in pretends to be.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The generation that every client id belongs to; the endpoints of the other one refuse it. `None`: both serve it.
    pub flow: Option<Flow>,
    /// The shortest wait between two polls. Told in whole seconds; kept to the millisecond.
    pub interval: Duration,
    /// The life of a code.
    pub expires_in: Duration,
    /// The life of an access token of AUTH V2. Those of V1 do not end by themselves.
    pub token_lifetime: Duration,
    /// An address of this computer in the network, where a phone can open the page for a code, too.
    pub network: Option<IpAddr>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            flow: Some(Flow::Pin),
            interval: Duration::from_secs(5),
            expires_in: Duration::from_mins(15),
            token_lifetime: Duration::from_hours(7 * 24),
            network: None,
        }
    }
}

#[derive(Clone)]
pub(super) struct SharedState(Arc<Mutex<ServerState>>);

impl SharedState {
    pub(super) fn new(options: Options, origin: String) -> Self {
        Self(Arc::new(Mutex::new(ServerState::new(options, origin))))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, ServerState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Default)]
pub(super) struct ServerState {
    pub(super) options: Options,
    /// Without a trailing slash; also the issuer of AUTH V2 (RFC 8414 §2).
    pub(super) origin: String,
    pub(super) codes: Vec<DeviceCode>,
    pub(super) sign_ins: Vec<SignIn>,
    pub(super) grants: Vec<Grant>,
}

/// A code that a television shows.
#[derive(Clone)]
pub(super) struct DeviceCode {
    pub(super) flow: Flow,
    pub(super) client_id: String,
    /// What the program calls itself.
    pub(super) app_name: String,
    pub(super) user_code: String,
    /// What the program polls with: the user code itself in the PIN flow.
    pub(super) poll_key: String,
    pub(super) scope: String,
    pub(super) made: Instant,
    pub(super) approved: bool,
    pub(super) last_poll: Option<Instant>,
    pub(super) interval: Duration,
}

/// A sign-in through a browser that is under way.
pub(super) struct SignIn {
    pub(super) flow: Flow,
    pub(super) request: AuthorizationRequest,
    /// What the buttons of the page send; once it is allowed, the code that the browser takes to the program.
    pub(super) key: String,
    pub(super) allowed: bool,
    /// When the key was made.
    pub(super) since: Instant,
}

/// The query of an authorization page (RFC 6749 §4.1.1, RFC 7636 §4.3). What is missing is empty.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct AuthorizationRequest {
    pub(super) response_type: String,
    pub(super) client_id: String,
    pub(super) redirect_uri: String,
    pub(super) scope: String,
    pub(super) state: String,
    pub(super) code_challenge: String,
    pub(super) code_challenge_method: String,
    #[serde(rename = "app-name")]
    pub(super) app_name: String,
}

/// The forms of AUTH V2's endpoints and of the older token endpoint. What is missing is empty.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) client_id: String,
    pub(super) grant_type: String,
    pub(super) scope: String,
    pub(super) device_code: String,
    pub(super) refresh_token: String,
    pub(super) code: String,
    pub(super) redirect_uri: String,
    pub(super) code_verifier: String,
    pub(super) token: String,
}

/// A program's access to the account.
#[derive(Clone)]
pub(super) struct Grant {
    pub(super) flow: Flow,
    pub(super) client_id: String,
    pub(super) access_token: String,
    /// Empty in V1.
    pub(super) refresh_token: String,
    pub(super) scope: String,
    /// When the access token was made.
    pub(super) since: Instant,
}

impl ServerState {
    pub(super) fn new(options: Options, origin: String) -> Self {
        Self {
            options,
            origin,
            ..Self::default()
        }
    }

    /// The page that people are sent to.
    pub(super) fn verification_uri(&self) -> String {
        format!("{}/pin", self.origin)
    }

    /// Whether a client id may be used at the endpoints of a generation.
    pub(super) fn serves(&self, flow: Flow, client_id: &str) -> bool {
        !client_id.is_empty() && self.options.flow.is_none_or(|served| served == flow)
    }
}

pub(super) fn random_hexadecimal(count: usize) -> String {
    random(HEXADECIMAL, count)
}

/// For a person to read and type.
pub(super) fn random_consonants(count: usize) -> String {
    random(CONSONANTS, count)
}

/// The standard library seeds its hashers from the system's randomness: good enough for an account that is made up.
fn random(alphabet: &[u8], count: usize) -> String {
    let pick = || {
        let number = RandomState::new().build_hasher().finish();
        char::from(alphabet[(number % alphabet.len() as u64) as usize])
    };
    (0..count).map(|_| pick()).collect()
}
