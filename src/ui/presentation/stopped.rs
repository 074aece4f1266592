//! Why the machine cannot go on by itself, and what the user must do: in a terminal with an exit code.

use super::answers::{lacks_client_id, may_be_blocked, wrong_client_id, wrong_issuer};
use super::sentences::{Value, sentence};
use super::{Presentation, Scan, Sentences};
use crate::auth::{
    Flow, OUT_OF_BAND, Rejection, RequestError, Service, is_about_the_redirect, shown,
};
use crate::pairing::{SignInMethod, StartError, Stop};
use crate::ui::context::REDIRECT;
use crate::words::store;

/// The exit codes: try again; mend the settings; anything else; the service is not reached.
const AGAIN: u8 = 3;
const SETTINGS: u8 = 2;
const UNEXPECTED: u8 = 1;
const NOT_REACHED: u8 = 6;

impl Sentences<'_> {
    pub(super) fn stopped<'p>(&self, stop: &Stop) -> Presentation<'p> {
        let over = || self.with("terminal-resting", [self.pair()]);
        match stop {
            Stop::TimeOver(SignInMethod::Browser) => self
                .failure(
                    AGAIN,
                    "time-over-title",
                    "time-over-browser-body",
                    [self.application()],
                )
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
            Stop::PageRefused(error) => {
                let values = [("error", error.as_str().into()), self.application()];
                self.failure(SETTINGS, "rejected-title", "page-refused-body", values)
                    .typing(vec![self.context.registered_redirect()])
            }
            Stop::CodeLost(what) => {
                let what = ("trouble", self.trouble(*what).into());
                self.failure(NOT_REACHED, "lost-code-title", "lost-code-body", [what])
            }
            Stop::StartError(why) => self.not_started(why),
            Stop::Unexpected => self
                .message("unexpected-title", "unexpected-body")
                .ending(UNEXPECTED, self.get("unexpected-title")),
            Stop::Refused(rejection) => self.no_token(rejection),
            Stop::Denied => self
                .message("denied-title", "denied-body")
                .ending(AGAIN, self.with("terminal-denied", [self.pair()])),
            Stop::Rejected(answers) => self.rejected(answers),
        }
    }

    /// No flow gave a code.
    fn rejected<'p>(&self, answers: &[(Flow, Rejection)]) -> Presentation<'p> {
        if lacks_client_id(answers) {
            let redirect = ("redirect", self.context.registered_redirect().into());
            let mut lines = vec![self.with("terminal-no-client", [self.register(), redirect])];
            lines.extend(self.context.application_settings());
            lines.push(self.get("application-types"));
            return self.no_client().ending(SETTINGS, lines.join("\n"));
        }
        if let Some(issuer) = wrong_issuer(answers) {
            return self.metadata(issuer);
        }
        let said = self.answers(answers);
        if may_be_blocked(answers) {
            return self.blocked(said);
        }
        if !wrong_client_id(answers) {
            return self.refused(said);
        }
        let values = [said, self.source()];
        let sentence = self.with("terminal-rejected-client", values.clone());
        let [title, body] = ["rejected-client-title", "rejected-client-body"];
        self.failure(SETTINGS, title, body, values)
            .ending(SETTINGS, sentence)
    }

    /// The sign-in could not begin.
    fn not_started<'p>(&self, why: &StartError) -> Presentation<'p> {
        match why {
            StartError::PortTaken(port) => {
                let port = ("port", port.to_string().into());
                self.failure(SETTINGS, "port-taken-title", "port-taken-body", [port])
                    .typing(vec![REDIRECT.to_owned()])
            }
            StartError::NoBrowser => {
                self.failure(UNEXPECTED, "no-browser-title", "no-browser-body", [])
            }
            StartError::Failed(why) => {
                let why = ("why", store::system(self.words, *why).into());
                self.failure(UNEXPECTED, "cannot-begin-title", "cannot-begin-body", [why])
            }
            StartError::Discovery(RequestError::Rejected(rejection)) => self.no_token(rejection),
            StartError::Discovery(RequestError::Transient { trouble, .. }) => {
                let why = ("why", self.trouble(*trouble).into());
                self.failure(
                    NOT_REACHED,
                    "cannot-begin-title",
                    "cannot-begin-body",
                    [why],
                )
            }
            StartError::Settings(_) | StartError::NoPhone(_) => self.no_application(),
        }
    }

    /// The service gives no token for a code.
    fn no_token<'p>(&self, rejection: &Rejection) -> Presentation<'p> {
        match rejection {
            Rejection::NoClientId | Rejection::NoClientSecret => self.no_application(),
            Rejection::ClientId { error } | Rejection::ClientSecret { error } => {
                let values = [("error", error.as_str().into()), self.source()];
                let sentence = self.with("terminal-wrong-application", values.clone());
                self.failure(
                    SETTINGS,
                    "wrong-application-title",
                    "wrong-application-body",
                    values,
                )
                .ending(SETTINGS, sentence)
            }
            Rejection::SecretWanted { error } => {
                let values = [("error", error.as_str().into())];
                let sentence = self.with("terminal-lacks-secret", values.clone());
                self.failure(SETTINGS, "lacks-secret-title", "lacks-secret-body", values)
                    .ending(SETTINGS, sentence)
            }
            Rejection::Metadata { issuer } => self.metadata(issuer),
            Rejection::Moved { to } => self
                .failure(
                    SETTINGS,
                    "moved-title",
                    "moved-body",
                    [("url", to.as_str().into())],
                )
                .typing(self.context.address_settings(to)),
            Rejection::Redirect { error } => self.redirect_refused(error),
            Rejection::Request { said } => {
                let said = [("said", said.as_str().into())];
                let sentence = self.with("missing-body", said.clone());
                self.failure(UNEXPECTED, "rejected-title", "missing-body", said)
                    .ending(UNEXPECTED, sentence)
            }
            Rejection::ClientBlocked { error } => self.blocked(("answers", error.as_str().into())),
            Rejection::Token
            | Rejection::Scope
            | Rejection::OldToken
            | Rejection::Code
            | Rejection::Other { .. } => {
                self.refused(("answers", sentence(&rejection.to_string()).into()))
            }
        }
    }

    /// The client id is wrong, or the service has throttled or suspended it.
    fn blocked<'p>(&self, answers: Value<'_>) -> Presentation<'p> {
        let values = [answers, self.source()];
        let sentence = self.with("terminal-rejected-blocked", values.clone());
        self.failure(
            SETTINGS,
            "rejected-blocked-title",
            "rejected-blocked-body",
            values,
        )
        .ending(SETTINGS, sentence)
    }

    fn refused<'p>(&self, answers: Value<'_>) -> Presentation<'p> {
        let sentence = self.with("terminal-rejected", [answers.clone()]);
        self.failure(UNEXPECTED, "rejected-title", "rejected-body", [answers])
            .ending(UNEXPECTED, sentence)
    }

    /// The issuer in the settings is another one than the service says.
    fn metadata<'p>(&self, issuer: &str) -> Presentation<'p> {
        let issuer = ("issuer", shown::address(issuer).into());
        self.failure(SETTINGS, "metadata-title", "metadata-body", [issuer])
    }

    /// The redirect address is to be registered exactly.
    fn redirect_refused<'p>(&self, error: &str) -> Presentation<'p> {
        let values = [("error", error.into()), self.application()];
        self.failure(
            SETTINGS,
            "redirect-refused-title",
            "redirect-refused-body",
            values,
        )
        .typing(vec![self.context.registered_redirect()])
    }

    /// No application of a service that has several types of them.
    fn no_client<'p>(&self) -> Presentation<'p> {
        let body = if self.context.can_be_set_up {
            "no-client-phone-body"
        } else {
            "no-client-body"
        };
        let redirect = ("redirect", self.context.registered_redirect().into());
        Presentation {
            body: self.with(body, [self.register(), redirect]),
            verbatim: self.context.application_settings(),
            scan: Some(self.scan(&self.context.developer_page)),
            ..self.message("no-client-title", "")
        }
    }

    /// No application, and no page for a phone that could ask for one.
    fn no_application<'p>(&self) -> Presentation<'p> {
        let mut lines = vec![self.with("terminal-no-application", [self.register()])];
        lines.extend(self.application_by_hand());
        let shown = match self.context.provider {
            Service::Simkl => self.no_client(),
            Service::Shikimori => Presentation {
                body: self.with("no-application-body", [self.register()]),
                verbatim: self.context.application_settings(),
                scan: Some(self.scan(&self.context.developer_page)),
                ..self.message("no-application-title", "")
            },
        };
        shown.ending(SETTINGS, lines.join("\n"))
    }

    /// What belongs into the settings file, and with which redirect address it is registered.
    pub(super) fn application_by_hand(&self) -> Vec<String> {
        let mut lines = self.context.application_settings();
        lines.insert(0, format!("# redirect_uri: {OUT_OF_BAND}"));
        lines
    }

    /// Where an application is registered, as a value.
    pub(super) fn register(&self) -> Value<'static> {
        ("url", shown::address(&self.context.developer_page).into())
    }

    /// An address to open on a phone; the same stands in the body, without its scheme.
    pub(crate) fn scan(&self, url: &str) -> Scan {
        Scan {
            text: url.to_owned(),
            caption: self.with("pairing-qr", [("url", shown::address(url).into())]),
        }
    }

    /// A message with which a terminal ends, too.
    fn failure<'p, const N: usize>(
        &self,
        code: u8,
        title: &str,
        body: &str,
        values: [Value<'_>; N],
    ) -> Presentation<'p> {
        let title = self.with(title, values.clone());
        let body = self.with(body, values);
        let sentence = format!("{title}\n{body}");
        Presentation::message(title, body).ending(code, sentence)
    }
}

impl Presentation<'_> {
    /// With lines to type below the body.
    fn typing(mut self, lines: Vec<String>) -> Self {
        if let Some(end) = &mut self.terminal.end {
            end.sentence = format!("{}\n{}", end.sentence, lines.join("\n"));
        }
        self.verbatim = lines;
        self
    }
}
