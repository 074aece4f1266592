//! What tests script and what they read back: faults, and the log of requests.
//!
//! The log holds what a client must get right (when it asked, how it introduced itself) and nothing that must not
//! be printed: no path, since the PIN flow's paths hold codes, and no token.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

/// Enough for any test, and an end for a demo that is left running for weeks.
const LOG_LIMIT: usize = 10_000;

/// Something that goes wrong with an API call. The `/pin` page never fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This HTTP status with Simkl's error envelope; the call is not handled.
    Status(
        u16,
        /** The `Retry-After` header, as it is. */ Option<String>,
    ),
    /// This HTTP status with an empty body, as a proxy answers; the call is not handled.
    Bare(u16),
    /// A hotel's sign-in page with status 200; the call is not handled.
    Html,
    /// JSON that ends in the middle; the call is not handled.
    Garbage,
    /// No answer, ever; the call is not handled.
    Silence,
    /// A poll is told that it came too soon. Fits polls only.
    SlowDown,
    /// The call is handled (a token handed out, its code deleted), then the connection is cut without a byte.
    DropAfterHandling,
    /// The call is handled at once and answered so much later. Who hangs up meanwhile has lost the answer.
    Delay(Duration),
}

/// What an API call was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A new code was asked for.
    CodeRequested,
    /// A code was polled.
    Polled,
    /// A refresh token was used.
    Refreshed,
    /// A grant was ended.
    Revoked,
    /// The account was looked up.
    Settings,
    /// A token was checked.
    Activities,
    /// Anything else.
    Other,
}

/// One API call, as the stand-in saw it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// When it arrived.
    pub at: Instant,
    /// When its answer was ready to be sent; `None` while there is none.
    pub answered: Option<Instant>,
    /// The HTTP method, for example `GET`.
    pub method: String,
    /// What it was for.
    pub kind: Kind,
    /// Whether it carried a bearer token.
    pub had_bearer: bool,
    /// The `User-Agent` header.
    pub user_agent: Option<String>,
    /// `client_id` of the query or, where that has none, of the form.
    pub client_id: Option<String>,
    /// `app-name` of the query.
    pub app_name: Option<String>,
    /// `app-version` of the query.
    pub app_version: Option<String>,
}

/// The front desk: what is to go wrong, and who came.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) queue: VecDeque<Fault>,
    pub(super) standing: Option<Fault>,
    pub(super) seen: Vec<Seen>,
}

impl Desk {
    /// The fault this call meets: the first queued one that fits, else the standing one.
    pub(super) fn fault_for(&mut self, kind: Kind) -> Option<Fault> {
        let fits = |fault: &Fault| *fault != Fault::SlowDown || kind == Kind::Polled;
        let queued = self.queue.iter().position(fits);
        match queued {
            Some(at) => self.queue.remove(at),
            None => self.standing.clone().filter(fits),
        }
    }

    /// Writes a call down and tells its place in the log.
    pub(super) fn note(&mut self, seen: Seen) -> usize {
        if self.seen.len() < LOG_LIMIT {
            self.seen.push(seen);
            self.seen.len() - 1
        } else {
            LOG_LIMIT
        }
    }

    pub(super) fn note_answer(&mut self, place: usize, now: Instant) {
        if let Some(seen) = self.seen.get_mut(place) {
            seen.answered = Some(now);
        }
    }
}

impl Kind {
    /// What a call is for; the device grant's token endpoint tells it only in the form.
    pub(super) fn of(path: &str, form: &HashMap<String, String>) -> Self {
        match path {
            "/oauth/pin" | "/oauth2/device" => Self::CodeRequested,
            "/oauth2/token" if form.get("grant_type").is_some_and(|g| g == "refresh_token") => {
                Self::Refreshed
            }
            "/oauth2/token" => Self::Polled,
            "/oauth2/revoke" => Self::Revoked,
            "/users/settings" => Self::Settings,
            "/sync/activities" => Self::Activities,
            _ if path.starts_with("/oauth/pin/") => Self::Polled,
            _ => Self::Other,
        }
    }
}
