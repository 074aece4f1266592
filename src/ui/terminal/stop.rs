//! What a person must mend: why it ended without a sign-in, as a sentence and an exit code.

use fluent_bundle::FluentValue;

use super::Failure;
use crate::auth::shown;
use crate::auth::{OUT_OF_BAND, Rejection, RequestError, Service, is_about_the_redirect};
use crate::pairing::{StartError, Stop};
use crate::words::{UiContext, Words, settings, store, trouble};

/// Try again.
const AGAIN: u8 = 3;
const SETTINGS: u8 = 2;
const UNEXPECTED: u8 = 1;
const NOT_REACHED: u8 = 6;

/// The command that begins anew, as a value of a message.
pub(super) fn pair(context: &UiContext) -> (&'static str, FluentValue<'static>) {
    let command = match context.provider {
        Service::Simkl => "couchpin pair".to_owned(),
        other @ Service::Shikimori => format!("couchpin pair --service {}", other.name()),
    };
    ("pair", command.into())
}

/// Why it ended.
pub(super) fn failure(words: &Words, context: &UiContext, stop: &Stop) -> Failure {
    let service = || ("service", context.service().into());
    let file = || ("file", context.config_file.as_str().into());
    let (code, lines) = match stop {
        Stop::Denied => (AGAIN, vec![words.with("terminal-denied", [pair(context)])]),
        Stop::Rejected(answers) if trouble::lacks_client_id(answers) => {
            let redirect = ("redirect", settings::redirect(context).into());
            let values = [service(), register(context), redirect, file()];
            let mut lines = vec![words.with("terminal-no-client", values)];
            lines.extend(settings::application(context));
            lines.push(words.get("application-types"));
            (SETTINGS, lines)
        }
        Stop::Rejected(answers) if let Some(issuer) = trouble::wrong_issuer(answers) => {
            return metadata(words, context, issuer);
        }
        Stop::Rejected(answers) => {
            let said = ("answers", trouble::answers(words, answers).into());
            if trouble::wrong_client_id(answers) {
                let values = [service(), said, source(words, context)];
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
        Stop::StartError(why) => return cannot_begin(words, context, why),
        Stop::Unexpected => (UNEXPECTED, vec![words.get("unexpected-title")]),
        Stop::TimeOver(_) => (AGAIN, vec![words.with("terminal-resting", [pair(context)])]),
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
            return redirect_refused(words, context, error);
        }
        Stop::PageRefused(error) => (
            SETTINGS,
            vec![
                words.with("rejected-title", [service()]),
                words.with(
                    "page-refused-body",
                    [
                        ("error", error.as_str().into()),
                        application(words, context),
                    ],
                ),
                settings::redirect(context),
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
            let what = trouble::trouble(words, *what, context.service());
            let body = words.with("lost-code-body", [("trouble", what.into())]);
            (NOT_REACHED, vec![words.get("lost-code-title"), body])
        }
        Stop::Refused(rejection) => return refused(words, context, rejection),
    };
    of(code, &lines)
}

fn cannot_begin(words: &Words, context: &UiContext, why: &StartError) -> Failure {
    match why {
        StartError::Settings(_) | StartError::NoPhone(_) => no_application(words, context),
        StartError::PortTaken(port) => {
            let values = [
                ("service", context.service().into()),
                ("file", context.config_file.as_str().into()),
            ];
            let title = words.with("port-taken-title", [("port", port.to_string().into())]);
            let body = words.with("port-taken-body", values);
            let address = settings::REDIRECT.to_owned();
            of(SETTINGS, &[title, body, address])
        }
        StartError::Discovery(RequestError::Rejected(rejection)) => {
            refused(words, context, rejection)
        }
        StartError::Discovery(RequestError::Transient { trouble: what, .. }) => {
            let what = trouble::trouble(words, *what, context.service());
            let body = words.with("cannot-begin-body", [("why", what.into())]);
            of(NOT_REACHED, &[words.get("cannot-begin-title"), body])
        }
        StartError::NoBrowser => of(
            UNEXPECTED,
            &[words.get("no-browser-title"), words.get("no-browser-body")],
        ),
        StartError::Failed(why) => {
            let body = words.with(
                "cannot-begin-body",
                [("why", store::system(words, *why).into())],
            );
            of(UNEXPECTED, &[words.get("cannot-begin-title"), body])
        }
    }
}

fn refused(words: &Words, context: &UiContext, rejection: &Rejection) -> Failure {
    let service = || ("service", context.service().into());
    match rejection {
        Rejection::NoClientId | Rejection::NoClientSecret => no_application(words, context),
        Rejection::ClientId { error } | Rejection::ClientSecret { error } => {
            let values = [
                service(),
                ("error", error.as_str().into()),
                source(words, context),
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
                ("file", context.config_file.as_str().into()),
            ];
            of(SETTINGS, &[words.with("terminal-lacks-secret", values)])
        }
        Rejection::Metadata { issuer } => metadata(words, context, issuer),
        Rejection::ClientBlocked { error } => {
            let answers = ("answers", error.as_str().into());
            let values = [service(), answers, source(words, context)];
            of(SETTINGS, &[words.with("terminal-rejected-blocked", values)])
        }
        Rejection::Moved { to } => {
            let values = [
                ("url", to.as_str().into()),
                ("file", context.config_file.as_str().into()),
            ];
            let mut lines = vec![
                words.with("moved-title", [service()]),
                words.with("moved-body", values),
            ];
            lines.extend(settings::address(context, to));
            of(SETTINGS, &lines)
        }
        Rejection::Redirect { error } => redirect_refused(words, context, error),
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

fn metadata(words: &Words, context: &UiContext, issuer: &str) -> Failure {
    let values = [
        ("issuer", shown::address(issuer).into()),
        ("file", context.config_file.as_str().into()),
    ];
    let lines = [
        words.get("metadata-title"),
        words.with("metadata-body", values),
    ];
    of(SETTINGS, &lines)
}

fn redirect_refused(words: &Words, context: &UiContext, error: &str) -> Failure {
    let lines = [
        words.with(
            "redirect-refused-title",
            [("service", context.service().into())],
        ),
        words.with(
            "redirect-refused-body",
            [("error", error.into()), application(words, context)],
        ),
        settings::redirect(context),
    ];
    of(SETTINGS, &lines)
}

fn no_application(words: &Words, context: &UiContext) -> Failure {
    let values = [
        ("service", context.service().into()),
        register(context),
        ("file", context.config_file.as_str().into()),
    ];
    let mut lines = vec![words.with("terminal-no-application", values)];
    lines.extend(by_hand(context));
    of(SETTINGS, &lines)
}

/// How an application is set up without a phone.
pub(super) fn set_up_by_hand(words: &Words, context: &UiContext) -> Vec<String> {
    let file = ("file", context.config_file.as_str().into());
    let mut lines = vec![words.with("terminal-set-up", [register(context), file])];
    lines.extend(by_hand(context));
    lines
}

/// What belongs into the settings file, and with which redirect address it is registered.
fn by_hand(context: &UiContext) -> Vec<String> {
    let mut lines = settings::application(context);
    lines.insert(0, format!("# redirect_uri: {OUT_OF_BAND}"));
    lines
}

fn register(context: &UiContext) -> (&'static str, FluentValue<'static>) {
    ("url", shown::address(&context.developer_page).into())
}

/// What it must be for a browser on this computer, as a value of a message.
fn application(words: &Words, context: &UiContext) -> (&'static str, FluentValue<'static>) {
    let must = settings::for_a_browser(words, context);
    ("application", must.into())
}

fn source(words: &Words, context: &UiContext) -> (&'static str, FluentValue<'static>) {
    ("source", settings::source(words, context).into())
}

fn of(code: u8, lines: &[String]) -> Failure {
    let sentence = lines.join("\n");
    Failure {
        code,
        sentence: sentence.trim_end().to_owned(),
    }
}
