//! What a person is told when the machine cannot go on by itself.

use super::Message;
use crate::auth::shown;
use crate::auth::{Rejection, RequestError, Service, is_about_the_redirect};
use crate::pairing::{SignInMethod, StartError, Stop};
use crate::ui::tv::UiContext;
use crate::words::{Words, settings, store, trouble};

impl Message {
    /// The machine cannot go on by itself.
    pub(in crate::ui::tv) fn stopped(words: &Words, context: &UiContext, stop: &Stop) -> Self {
        let service = || ("service", context.service().into());
        let plain = |title, body| Self::new(words.get(title), words.with(body, [service()]));
        let titled = |title: &str, body| Self::new(words.with(title, [service()]), body);
        let application = || {
            (
                "application",
                settings::for_a_browser(words, context).into(),
            )
        };
        match stop {
            Stop::TimeOver(SignInMethod::Browser) => Self {
                verbatim: vec![settings::redirect(context)],
                ..Self::new(
                    words.get("time-over-title"),
                    words.with("time-over-browser-body", [application()]),
                )
            },
            Stop::TimeOver(_) => plain("time-over-title", "time-over-body"),
            Stop::PageClosed => plain("page-closed-title", "page-closed-body"),
            Stop::NotAllowed => plain("not-allowed-title", "not-allowed-body"),
            Stop::CodeRefused => titled("refused-code-title", words.get("refused-code-body")),
            Stop::OtherIssuer => titled("other-issuer-title", words.get("other-issuer-body")),
            Stop::PageRefused(error) if is_about_the_redirect(error) => {
                Self::redirect_refused(words, context, error)
            }
            Stop::PageRefused(error) => Self {
                verbatim: vec![settings::redirect(context)],
                ..titled(
                    "rejected-title",
                    words.with(
                        "page-refused-body",
                        [("error", error.as_str().into()), application()],
                    ),
                )
            },
            Stop::CodeLost(what) => {
                let what = trouble::trouble(words, *what, context.service());
                let body = words.with("lost-code-body", [("trouble", what.into())]);
                Self::new(words.get("lost-code-title"), body)
            }
            Stop::StartError(why) => Self::cannot_begin(words, context, why),
            Stop::Unexpected => plain("unexpected-title", "unexpected-body"),
            Stop::Refused(rejection) => Self::gives_no_token(words, context, rejection),
            Stop::Denied => Self::new(words.get("denied-title"), words.get("denied-body")),
            Stop::Rejected(answers) if trouble::lacks_client_id(answers) => {
                Self::no_client(words, context)
            }
            Stop::Rejected(answers) if let Some(issuer) = trouble::wrong_issuer(answers) => {
                Self::metadata(words, context, issuer)
            }
            Stop::Rejected(answers) => {
                let said = ("answers", trouble::answers(words, answers).into());
                if trouble::wrong_client_id(answers) {
                    let source = ("source", settings::source(words, context).into());
                    let [title, body] = if trouble::may_be_blocked(answers) {
                        ["rejected-blocked-title", "rejected-blocked-body"]
                    } else {
                        ["rejected-client-title", "rejected-client-body"]
                    };
                    Self::new(
                        words.with(title, [service()]),
                        words.with(body, [service(), said, source]),
                    )
                } else {
                    Self::new(
                        words.with("rejected-title", [service()]),
                        words.with("rejected-body", [said]),
                    )
                }
            }
        }
    }

    /// Nobody can wait for a code.
    fn cannot_begin(words: &Words, context: &UiContext, why: &StartError) -> Self {
        let service = || ("service", context.service().into());
        match why {
            StartError::PortTaken(port) => {
                let values = [service(), ("file", context.config_file.as_str().into())];
                Self {
                    verbatim: vec![settings::REDIRECT.to_owned()],
                    ..Self::new(
                        words.with("port-taken-title", [("port", port.to_string().into())]),
                        words.with("port-taken-body", values),
                    )
                }
            }
            StartError::NoBrowser => {
                Self::new(words.get("no-browser-title"), words.get("no-browser-body"))
            }
            StartError::Failed(why) => Self::new(
                words.get("cannot-begin-title"),
                words.with(
                    "cannot-begin-body",
                    [("why", store::system(words, *why).into())],
                ),
            ),
            StartError::Discovery(RequestError::Rejected(rejection)) => {
                Self::gives_no_token(words, context, rejection)
            }
            StartError::Discovery(RequestError::Transient { trouble: what, .. }) => {
                let what = trouble::trouble(words, *what, context.service());
                let body = words.with("cannot-begin-body", [("why", what.into())]);
                Self::new(words.get("cannot-begin-title"), body)
            }
            StartError::Settings(_) | StartError::NoPhone(_) => {
                Self::no_application(words, context)
            }
        }
    }

    /// The service does not give a token for a code.
    fn gives_no_token(words: &Words, context: &UiContext, rejection: &Rejection) -> Self {
        let service = || ("service", context.service().into());
        let titled = |title: &str, body| Self::new(words.with(title, [service()]), body);
        match rejection {
            Rejection::NoClientId | Rejection::NoClientSecret => {
                Self::no_application(words, context)
            }
            Rejection::ClientId { error } | Rejection::ClientSecret { error } => {
                let values = [
                    service(),
                    ("error", error.as_str().into()),
                    ("source", settings::source(words, context).into()),
                ];
                Self::new(
                    words.get("wrong-application-title"),
                    words.with("wrong-application-body", values),
                )
            }
            Rejection::SecretWanted { error } => {
                let values = [service(), ("error", error.as_str().into())];
                Self::new(
                    words.get("lacks-secret-title"),
                    words.with("lacks-secret-body", values),
                )
            }
            Rejection::Metadata { issuer } => Self::metadata(words, context, issuer),
            Rejection::Moved { to } => {
                let values = [
                    ("url", to.as_str().into()),
                    ("file", context.config_file.as_str().into()),
                ];
                Self {
                    verbatim: settings::address(context, to),
                    ..titled("moved-title", words.with("moved-body", values))
                }
            }
            Rejection::Redirect { error } => Self::redirect_refused(words, context, error),
            Rejection::Request { said } => titled(
                "rejected-title",
                words.with("missing-body", [service(), ("said", said.as_str().into())]),
            ),
            Rejection::ClientBlocked { error } => {
                let values = [
                    service(),
                    ("answers", error.as_str().into()),
                    ("source", settings::source(words, context).into()),
                ];
                titled(
                    "rejected-blocked-title",
                    words.with("rejected-blocked-body", values),
                )
            }
            Rejection::Token
            | Rejection::Scope
            | Rejection::OldToken
            | Rejection::Code
            | Rejection::Other { .. } => titled(
                "rejected-title",
                words.with(
                    "rejected-body",
                    [("answers", trouble::sentence(&rejection.to_string()).into())],
                ),
            ),
        }
    }

    /// The issuer in the settings is another one than the service says.
    fn metadata(words: &Words, context: &UiContext, issuer: &str) -> Self {
        let values = [
            ("issuer", shown::address(issuer).into()),
            ("file", context.config_file.as_str().into()),
        ];
        Self::new(
            words.get("metadata-title"),
            words.with("metadata-body", values),
        )
    }

    /// The redirect address is to be registered, as it stands there.
    fn redirect_refused(words: &Words, context: &UiContext, error: &str) -> Self {
        Self {
            verbatim: vec![settings::redirect(context)],
            ..Self::new(
                words.with(
                    "redirect-refused-title",
                    [("service", context.service().into())],
                ),
                words.with(
                    "redirect-refused-body",
                    [
                        ("error", error.into()),
                        (
                            "application",
                            settings::for_a_browser(words, context).into(),
                        ),
                    ],
                ),
            )
        }
    }

    /// No application of a service that has several types of them.
    fn no_client(words: &Words, context: &UiContext) -> Self {
        let body = if context.can_be_set_up {
            "no-client-phone-body"
        } else {
            "no-client-body"
        };
        let values = [
            ("url", shown::address(&context.developer_page).into()),
            ("redirect", settings::redirect(context).into()),
            ("file", context.config_file.as_str().into()),
        ];
        Self {
            title: words.get("no-client-title"),
            body: words.with(body, values),
            verbatim: settings::application(context),
            scan: Some(context.developer_page.clone()),
        }
    }

    /// No application, and no page for a phone that could ask for one.
    fn no_application(words: &Words, context: &UiContext) -> Self {
        if context.provider == Service::Simkl {
            return Self::no_client(words, context);
        }
        let service = || ("service", context.service().into());
        let values = [
            service(),
            ("url", shown::address(&context.developer_page).into()),
            ("file", context.config_file.as_str().into()),
        ];
        Self {
            title: words.with("no-application-title", [service()]),
            body: words.with("no-application-body", values),
            verbatim: settings::application(context),
            scan: Some(context.developer_page.clone()),
        }
    }
}
