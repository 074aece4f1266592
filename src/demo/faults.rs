//! Faults that tests script: single ones, one for every call, one for every call of a generation.

use std::collections::VecDeque;
use std::time::Duration;

use super::application::Generation;
use super::log::Kind;

/// Something that goes wrong with an API call. The pages for people never fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This HTTP status with Simkl's error envelope; the call is not handled.
    Status(
        u16,
        /** The `Retry-After` header, as it is. */ Option<String>,
    ),
    /// The service's own refusal, as its documentation spells it: in OAuth's envelope at AUTH V2's endpoints, in Simkl's
    /// elsewhere; the call is not handled.
    Error {
        /// The HTTP status.
        status: u16,
        /// What `error` holds, for example `rate_limit`.
        error: &'static str,
        /// The `Retry-After` header, as it is.
        retry_after: Option<&'static str>,
    },
    /// This HTTP status with an empty body, as a proxy answers; the call is not handled.
    Bare(u16),
    /// This HTTP status with a page for people, as a site answers that has no such address; the call is not handled.
    Page(u16),
    /// A hotel's sign-in page with status 200; the call is not handled.
    Html,
    /// A redirect to this address; the call is not handled.
    Redirect(&'static str),
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

impl Fault {
    /// A refusal without a time at which it ends.
    #[must_use]
    pub fn error(status: u16, error: &'static str) -> Self {
        Self::Error {
            status,
            error,
            retry_after: None,
        }
    }

    fn fits(&self, kind: Kind) -> bool {
        kind != Kind::Authorize && (*self != Self::SlowDown || kind == Kind::Polled)
    }
}

/// What is to go wrong.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) queue: VecDeque<Fault>,
    pub(super) standing: Option<Fault>,
    pub(super) of_v1: Option<Fault>,
    pub(super) of_v2: Option<Fault>,
}

impl Faults {
    /// The fault this call meets: the first queued one that fits, else a standing one.
    pub(super) fn next(&mut self, kind: Kind, generation: Option<Generation>) -> Option<Fault> {
        let queued = self.queue.iter().position(|fault| fault.fits(kind));
        let standing = match generation {
            Some(Generation::V1) => self.of_v1.as_ref(),
            Some(Generation::V2) => self.of_v2.as_ref(),
            None => None,
        };
        match queued {
            Some(at) => self.queue.remove(at),
            None => standing
                .or(self.standing.as_ref())
                .filter(|fault| fault.fits(kind))
                .cloned(),
        }
    }
}
