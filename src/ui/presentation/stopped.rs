//! Why the machine cannot go on by itself, and what the user must do: in a terminal with an exit code.

use super::sentences::{Value, said, sentence};
use super::{Presentation, Scan, Sentences};
use crate::auth::{
    Flow, OUT_OF_BAND, Reference, Rejection, RequestError, is_about_the_redirect, shown,
};
use crate::pairing::{SignInMethod, StartError, Stop};
use crate::words::store;

/// The exit codes: try again; mend the settings; anything else; the service is not reached.
const AGAIN: u8 = 3;
const SETTINGS: u8 = 2;
const UNEXPECTED: u8 = 1;
const NOT_REACHED: u8 = 6;

impl Sentences<'_> {
    pub(super) fn stopped<'p>(&self, stop: &Stop) -> Presentation<'p> {
        let over = || self.with_settings("terminal-resting", []);
        match stop {
            Stop::SignedOut { is_left_in_keyring } => self.signed_out(*is_left_in_keyring),
            Stop::TimeOver(SignInMethod::Browser) => self
                .failure(AGAIN, "time-over-title", "time-over-browser-body", [])
                .typing(vec![self.context.registered_redirect()])
                .ending(AGAIN, over()),
            Stop::TimeOver(_) => self
                .message("time-over-title", "time-over-body")
                .ending(AGAIN, over()),
            Stop::PageClosed => self
                .message("page-closed-title", "page-closed-body")
                .ending(AGAIN, self.get("page-closed-body")),
            Stop::NotAllowed => self.failure(AGAIN, "not-allowed-title", "not-allowed-body", []),
            Stop::CodeRefused => self.failure(AGAIN, "refused-code-title", "refused-code-body", []),
            Stop::OtherIssuer => self.failure(AGAIN, "other-issuer-title", "other-issuer-body", []),
            Stop::PageRefused(error) if is_about_the_redirect(error) => {
                self.redirect_refused(error)
            }
            Stop::PageRefused(error) => self
                .failure_with_answer(SETTINGS, ["rejected-title", "page-refused-body"], error)
                .typing(vec![self.context.registered_redirect()]),
            Stop::CodeLost(what) => {
                let what = [("trouble", self.trouble(*what).into())];
                self.failure(NOT_REACHED, "lost-code-title", "lost-code-body", what)
            }
            Stop::StartError(why) => self.not_started(why),
            Stop::Unexpected => self
                .message("unexpected-title", "unexpected-body")
                .ending(UNEXPECTED, self.get("unexpected-title")),
            Stop::Refused(rejection) => self.no_token(rejection),
            Stop::Denied => self
                .message("denied-title", "denied-body")
                .ending(AGAIN, self.with_settings("terminal-denied", [])),
            Stop::Rejected(answers) => self.rejected(answers),
        }
    }

    /// No flow gave a code.
    fn rejected<'p>(&self, answers: &[(Flow, Rejection)]) -> Presentation<'p> {
        if any(answers, |why| *why == Rejection::NoClientId) {
            let has_types = self.context.has_application_types();
            let id = if has_types {
                "terminal-no-client"
            } else {
                "terminal-no-client-plain"
            };
            let mut lines = vec![self.with_settings(id, [self.register()])];
            lines.extend(self.context.application_settings());
            lines.extend(has_types.then(|| self.get("application-types")));
            return self.no_application(&lines);
        }
        let mut rejections = answers.iter().map(|(_, rejection)| rejection);
        let of_settings = |why: &&Rejection| {
            matches!(
                why,
                Rejection::Metadata { .. }
                    | Rejection::NoClientSecret
                    | Rejection::ClientSecret { .. }
            )
        };
        if let Some(wrong) = rejections.find(of_settings) {
            return self.no_token(wrong);
        }
        let told = self.answers(answers);
        if may_be_blocked(answers) {
            return self.blocked(told);
        }
        if !wrong_client_id(answers) {
            return self.refused(told);
        }
        let ids = [
            "rejected-client-title",
            "rejected-client-body",
            "terminal-rejected-client",
        ];
        self.failure_saying(SETTINGS, ids, ("answers", told.into()))
    }

    /// What the service said to each flow that was tried, without a full stop.
    fn answers(&self, answers: &[(Flow, Rejection)]) -> String {
        let told = answers.iter().map(|(flow, rejection)| {
            let flow = self.get(match flow {
                Flow::Pin => "flow-pin",
                Flow::Device => "flow-device",
            });
            let values = [("flow", flow.into()), ("answer", said(rejection).into())];
            self.with("rejected-answer", values)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// The sign-in could not begin.
    fn not_started<'p>(&self, why: &StartError) -> Presentation<'p> {
        let cannot_begin = |code, why: String| {
            let why = [("why", why.into())];
            self.failure(code, "cannot-begin-title", "cannot-begin-body", why)
        };
        match why {
            StartError::PortTaken(port) => {
                let port = [("port", port.to_string().into())];
                self.failure(SETTINGS, "port-taken-title", "port-taken-body", port)
                    .typing(vec!["http://127.0.0.1:<port>/callback".to_owned()])
            }
            StartError::NoBrowser => {
                self.failure(UNEXPECTED, "no-browser-title", "no-browser-body", [])
            }
            StartError::Failed(why) => cannot_begin(UNEXPECTED, store::system(self.words, *why)),
            StartError::Discovery(RequestError::Rejected(rejection)) => self.no_token(rejection),
            StartError::Discovery(RequestError::Transient { trouble, .. }) => {
                cannot_begin(NOT_REACHED, self.trouble(*trouble))
            }
            StartError::Settings(_) | StartError::NoPhone(_) => {
                self.no_application(&self.application_by_hand("terminal-no-application"))
            }
        }
    }

    /// The service gives no token for a code.
    fn no_token<'p>(&self, rejection: &Rejection) -> Presentation<'p> {
        match rejection {
            Rejection::NoClientId | Rejection::NoClientSecret => {
                self.no_application(&self.application_by_hand("terminal-no-application"))
            }
            Rejection::SecretWanted { error } if self.context.has_application_types() => {
                let ids = [
                    "lacks-secret-title",
                    "lacks-secret-body",
                    "terminal-lacks-secret",
                ];
                self.failure_saying(SETTINGS, ids, ("error", error.as_str().into()))
            }
            Rejection::ClientId { error }
            | Rejection::ClientSecret { error }
            | Rejection::SecretWanted { error } => {
                let [title, body] = ["wrong-application-title", "wrong-application-body"];
                let ids = [title, body, "terminal-wrong-application"];
                self.failure_saying(SETTINGS, ids, ("error", error.as_str().into()))
            }
            // The issuer in the settings, or in the service's own file, is another one than the service says.
            Rejection::Metadata { issuer } => {
                let described = self.context.provider.description();
                let own = described.issuer.as_ref().map(Reference::as_str);
                let file = described.file.as_ref();
                let file = file.filter(|_| own == Some(issuer));
                let file = file.map(|file| file.display().to_string());
                let file = file.unwrap_or_else(|| self.context.config_file.clone());
                let issuer = ("issuer", shown::address(issuer).into());
                let values = [issuer, ("file", file.into())];
                self.failure(SETTINGS, "metadata-title", "metadata-body", values)
            }
            Rejection::Moved { to } => {
                let url = [("url", to.as_str().into())];
                self.failure(SETTINGS, "moved-title", "moved-body", url)
                    .typing(self.context.address_settings(to))
            }
            Rejection::Redirect { error } => self.redirect_refused(error),
            Rejection::Request { said } => {
                let ids = ["rejected-title", "missing-body", "missing-body"];
                self.failure_saying(UNEXPECTED, ids, ("said", said.as_str().into()))
            }
            Rejection::ClientBlocked { error } => self.blocked(error.clone()),
            Rejection::Token
            | Rejection::Scope
            | Rejection::OldToken
            | Rejection::Code
            | Rejection::Other { .. } => self.refused(sentence(&rejection.to_string())),
        }
    }

    /// The client id is wrong, or the service has throttled or suspended it.
    fn blocked<'p>(&self, answers: String) -> Presentation<'p> {
        let [title, body] = ["rejected-blocked-title", "rejected-blocked-body"];
        let ids = [title, body, "terminal-rejected-blocked"];
        self.failure_saying(SETTINGS, ids, ("answers", answers.into()))
    }

    fn refused<'p>(&self, answers: String) -> Presentation<'p> {
        let ids = ["rejected-title", "rejected-body", "terminal-rejected"];
        self.failure_saying(UNEXPECTED, ids, ("answers", answers.into()))
    }

    /// The redirect address is to be registered exactly.
    fn redirect_refused<'p>(&self, error: &str) -> Presentation<'p> {
        let [title, body] = ["redirect-refused-title", "redirect-refused-body"];
        self.failure_with_answer(SETTINGS, [title, body], error)
            .typing(vec![self.context.registered_redirect()])
    }

    /// No application, and what a terminal says of it. Where there are several types of applications, the right one is named.
    fn no_application<'p>(&self, lines: &[String]) -> Presentation<'p> {
        let has_types = self.context.has_application_types();
        let needs_secret = self.context.provider.description().needs_secret;
        let [title, body] = match (has_types, self.context.can_be_set_up) {
            (false, _) if needs_secret => ["no-application-title", "no-application-body"],
            (false, _) => ["no-client-title", "no-client-plain-body"],
            (true, false) => ["no-client-title", "no-client-body"],
            (true, true) => ["no-client-title", "no-client-phone-body"],
        };
        Presentation {
            title: self.get(title),
            body: self.with_settings(body, [self.register()]),
            verbatim: self.context.application_settings(),
            scan: Some(self.scan(&self.context.developer_page)),
            ..Presentation::default()
        }
        .ending(SETTINGS, lines.join("\n"))
    }

    /// Where an application is registered, as the message says; with which redirect address; what belongs into the
    /// settings file.
    pub(super) fn application_by_hand(&self, id: &str) -> Vec<String> {
        let mut lines = vec![self.with(id, [self.register()])];
        let described = self.context.provider.description();
        let out_of_band = (!self.context.shows_codes()).then_some(OUT_OF_BAND);
        let redirect = described.redirect_uri.as_deref().or(out_of_band);
        lines.extend(redirect.map(|redirect| format!("# redirect_uri: {redirect}")));
        lines.extend(self.context.application_settings());
        lines
    }

    /// Where an application is registered, as a value.
    fn register(&self) -> Value<'static> {
        ("url", shown::address(&self.context.developer_page).into())
    }

    /// An address to open on a phone; the same stands in the body, without its scheme.
    pub(crate) fn scan(&self, url: &str) -> Scan {
        Scan {
            text: url.to_owned(),
            caption: self.with("pairing-qr", [("url", shown::address(url).into())]),
        }
    }
}

/// Whether one of the answers is such a rejection.
fn any(answers: &[(Flow, Rejection)], is_such: fn(&Rejection) -> bool) -> bool {
    answers.iter().any(|(_, rejection)| is_such(rejection))
}

/// Whether nothing was asked for want of an application, or of its secret.
pub(crate) fn lacks_application(answers: &[(Flow, Rejection)]) -> bool {
    any(answers, Rejection::lacks_application)
}

/// Whether the service does not accept the client id, or its secret.
pub(crate) fn wrong_client_id(answers: &[(Flow, Rejection)]) -> bool {
    let of_the_id = |why: &_| {
        matches!(
            why,
            Rejection::ClientId { .. } | Rejection::ClientSecret { .. }
        )
    };
    may_be_blocked(answers) || any(answers, of_the_id)
}

/// Whether the service may have throttled or suspended the client id, which it does not tell from a wrong one.
fn may_be_blocked(answers: &[(Flow, Rejection)]) -> bool {
    any(answers, |why| {
        matches!(why, Rejection::ClientBlocked { .. })
    })
}
