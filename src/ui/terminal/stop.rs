//! What a person must mend: why it ended without a sign-in, as a sentence and an exit code.

use fluent_bundle::FluentValue;

use super::Failure;
use crate::auth::shown;
use crate::auth::{OUT_OF_BAND, Rejection, RequestError, Service, is_about_the_redirect};
use crate::pairing::{CannotBegin, Stop};
use crate::words::{Facts, Words, settings, store, trouble};

/// Try again.
const AGAIN: u8 = 3;
const SETTINGS: u8 = 2;
const UNEXPECTED: u8 = 1;
const NOT_REACHED: u8 = 6;

/// The command that begins anew, as a value of a message.
pub(super) fn pair(facts: &Facts) -> (&'static str, FluentValue<'static>) {
    let command = match facts.provider {
        Service::Simkl => "couchpin pair".to_owned(),
        other @ Service::Shikimori => format!("couchpin pair --service {}", other.name()),
    };
    ("pair", command.into())
}

/// Why it ended.
pub(super) fn failure(words: &Words, facts: &Facts, stop: &Stop) -> Failure {
    let service = || ("service", facts.service().into());
    let file = || ("file", facts.config_file.as_str().into());
    let (code, lines) = match stop {
        Stop::Denied => (AGAIN, vec![words.with("terminal-denied", [pair(facts)])]),
        Stop::Rejected(answers) if trouble::lacks_client_id(answers) => {
            let redirect = ("redirect", settings::redirect(facts).into());
            let values = [service(), register(facts), redirect, file()];
            let mut lines = vec![words.with("terminal-no-client", values)];
            lines.extend(settings::application(facts));
            lines.push(words.get("application-types"));
            (SETTINGS, lines)
        }
        Stop::Rejected(answers) if let Some(issuer) = trouble::wrong_issuer(answers) => {
            return metadata(words, facts, issuer);
        }
        Stop::Rejected(answers) => {
            let said = ("answers", trouble::answers(words, answers).into());
            if trouble::wrong_client_id(answers) {
                let values = [service(), said, source(words, facts)];
                let id = if trouble::may_be_blocked(answers) {
                    "terminal-rejected-blocked"
                } else {
                    "terminal-rejected-client"
                };
                (SETTINGS, vec![words.with(id, values)])
            } else {
                let values = [service(), said];
                (UNEXPECTED, vec![words.with("terminal-rejected", values)])
            }
        }
        Stop::CannotBegin(why) => return cannot_begin(words, facts, why),
        Stop::Unexpected => (UNEXPECTED, vec![words.get("unexpected-title")]),
        Stop::TimeOver(_) => (AGAIN, vec![words.with("terminal-resting", [pair(facts)])]),
        Stop::PageClosed => (AGAIN, vec![words.get("page-closed-body")]),
        Stop::NotAllowed => (
            AGAIN,
            vec![
                words.get("not-allowed-title"),
                words.get("not-allowed-body"),
            ],
        ),
        Stop::OtherIssuer => (
            AGAIN,
            vec![
                words.with("other-issuer-title", [service()]),
                words.get("other-issuer-body"),
            ],
        ),
        Stop::PageRefused(error) if is_about_the_redirect(error) => {
            return redirect_refused(words, facts, error);
        }
        Stop::PageRefused(error) => (
            SETTINGS,
            vec![
                words.with("rejected-title", [service()]),
                words.with(
                    "page-refused-body",
                    [("error", error.as_str().into()), application(words, facts)],
                ),
                settings::redirect(facts),
            ],
        ),
        Stop::CodeRefused => (
            AGAIN,
            vec![
                words.with("refused-code-title", [service()]),
                words.get("refused-code-body"),
            ],
        ),
        Stop::CodeLost(what) => {
            let what = trouble::trouble(words, *what, facts.service());
            let body = words.with("lost-code-body", [("trouble", what.into())]);
            (NOT_REACHED, vec![words.get("lost-code-title"), body])
        }
        Stop::Refused(rejection) => return refused(words, facts, rejection),
    };
    of(code, &lines)
}

fn cannot_begin(words: &Words, facts: &Facts, why: &CannotBegin) -> Failure {
    match why {
        CannotBegin::Settings(_) | CannotBegin::NoPhone(_) => no_application(words, facts),
        CannotBegin::PortTaken(port) => {
            let values = [
                ("service", facts.service().into()),
                ("file", facts.config_file.as_str().into()),
            ];
            let title = words.with("port-taken-title", [("port", port.to_string().into())]);
            let body = words.with("port-taken-body", values);
            let address = settings::REDIRECT.to_owned();
            of(SETTINGS, &[title, body, address])
        }
        CannotBegin::Discovery(RequestError::Rejected(rejection)) => {
            refused(words, facts, rejection)
        }
        CannotBegin::Discovery(RequestError::Transient { trouble: what, .. }) => {
            let what = trouble::trouble(words, *what, facts.service());
            let body = words.with("cannot-begin-body", [("why", what.into())]);
            of(NOT_REACHED, &[words.get("cannot-begin-title"), body])
        }
        CannotBegin::NoBrowser => of(
            UNEXPECTED,
            &[words.get("no-browser-title"), words.get("no-browser-body")],
        ),
        CannotBegin::Failed(why) => {
            let body = words.with(
                "cannot-begin-body",
                [("why", store::system(words, *why).into())],
            );
            of(UNEXPECTED, &[words.get("cannot-begin-title"), body])
        }
    }
}

fn refused(words: &Words, facts: &Facts, rejection: &Rejection) -> Failure {
    let service = || ("service", facts.service().into());
    match rejection {
        Rejection::NoClientId | Rejection::NoClientSecret => no_application(words, facts),
        Rejection::ClientId { error } | Rejection::ClientSecret { error } => {
            let values = [
                service(),
                ("error", error.as_str().into()),
                source(words, facts),
            ];
            of(
                SETTINGS,
                &[words.with("terminal-wrong-application", values)],
            )
        }
        Rejection::SecretWanted { error } => {
            let values = [
                service(),
                ("error", error.as_str().into()),
                ("file", facts.config_file.as_str().into()),
            ];
            of(SETTINGS, &[words.with("terminal-lacks-secret", values)])
        }
        Rejection::Metadata { issuer } => metadata(words, facts, issuer),
        Rejection::ClientBlocked { error } => {
            let answers = ("answers", error.as_str().into());
            let values = [service(), answers, source(words, facts)];
            of(SETTINGS, &[words.with("terminal-rejected-blocked", values)])
        }
        Rejection::Moved { to } => {
            let values = [
                ("url", to.as_str().into()),
                ("file", facts.config_file.as_str().into()),
            ];
            let mut lines = vec![
                words.with("moved-title", [service()]),
                words.with("moved-body", values),
            ];
            lines.extend(settings::address(facts, to));
            of(SETTINGS, &lines)
        }
        Rejection::Redirect { error } => redirect_refused(words, facts, error),
        Rejection::Request { said } => {
            let values = [service(), ("said", said.as_str().into())];
            of(UNEXPECTED, &[words.with("missing-body", values)])
        }
        Rejection::Token
        | Rejection::Scope
        | Rejection::OldToken
        | Rejection::Code
        | Rejection::Other { .. } => {
            let said = trouble::sentence(&rejection.to_string());
            let values = [service(), ("answers", said.into())];
            of(UNEXPECTED, &[words.with("terminal-rejected", values)])
        }
    }
}

fn metadata(words: &Words, facts: &Facts, issuer: &str) -> Failure {
    let values = [
        ("issuer", shown::address(issuer).into()),
        ("file", facts.config_file.as_str().into()),
    ];
    let lines = [
        words.get("metadata-title"),
        words.with("metadata-body", values),
    ];
    of(SETTINGS, &lines)
}

fn redirect_refused(words: &Words, facts: &Facts, error: &str) -> Failure {
    let lines = [
        words.with(
            "redirect-refused-title",
            [("service", facts.service().into())],
        ),
        words.with(
            "redirect-refused-body",
            [("error", error.into()), application(words, facts)],
        ),
        settings::redirect(facts),
    ];
    of(SETTINGS, &lines)
}

fn no_application(words: &Words, facts: &Facts) -> Failure {
    let values = [
        ("service", facts.service().into()),
        register(facts),
        ("file", facts.config_file.as_str().into()),
    ];
    let mut lines = vec![words.with("terminal-no-application", values)];
    lines.extend(by_hand(facts));
    of(SETTINGS, &lines)
}

/// How an application is set up without a phone.
pub(super) fn set_up_by_hand(words: &Words, facts: &Facts) -> Vec<String> {
    let file = ("file", facts.config_file.as_str().into());
    let mut lines = vec![words.with("terminal-set-up", [register(facts), file])];
    lines.extend(by_hand(facts));
    lines
}

/// What belongs into the settings file, and with which redirect address it is registered.
fn by_hand(facts: &Facts) -> Vec<String> {
    let mut lines = settings::application(facts);
    lines.insert(0, format!("# redirect_uri: {OUT_OF_BAND}"));
    lines
}

fn register(facts: &Facts) -> (&'static str, FluentValue<'static>) {
    ("url", shown::address(&facts.developer_page).into())
}

/// What it must be for a browser on this computer, as a value of a message.
fn application(words: &Words, facts: &Facts) -> (&'static str, FluentValue<'static>) {
    let must = settings::for_a_browser(words, facts);
    ("application", must.into())
}

fn source(words: &Words, facts: &Facts) -> (&'static str, FluentValue<'static>) {
    ("source", settings::source(words, facts).into())
}

fn of(code: u8, lines: &[String]) -> Failure {
    let sentence = lines.join("\n");
    Failure {
        code,
        sentence: sentence.trim_end().to_owned(),
    }
}
