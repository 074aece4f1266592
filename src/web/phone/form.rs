//! What the phone shows: the question as a form, or how it stands.

use axum::http::StatusCode;
use url::Url;

use super::form_state::{Fields, FormError, News, Stage};
use super::{Application, InvalidText, Question};
use crate::auth::{DeviceAuthorization, FormOutcome, LOOPBACK};
use crate::web::html::{escape, fill, fill_or};
use crate::web::html_page::Page;
use crate::words::Words;

/// The messages of the forms stand in them by name.
const CODE: &str = include_str!("../../../assets/phone/code.html");
const CLIENT: &str = include_str!("../../../assets/phone/client.html");
const ID: &str = include_str!("../../../assets/phone/id.html");
const APPLICATION: &str = include_str!("../../../assets/phone/application.html");
/// The redirect address to be copied, where the form does not have it itself.
const REDIRECT: &str = include_str!("../../../assets/phone/redirect.html");
const APPROVE: &str = include_str!("../../../assets/phone/approve.html");
/// For a browser in which the number was not typed yet.
const NUMBER: &str = include_str!("../../../assets/phone/number.html");
const SEND: &str = include_str!("../../../assets/phone/send.html");
const FAULT: &str = include_str!("../../../assets/phone/fault.html");
/// What a field has beside which a fault stands. The keyboard opens there.
const INVALID: &str = r#"autofocus aria-invalid="true" aria-describedby="fault""#;

/// What a page is made of.
pub(super) struct Filled<'a> {
    pub(super) words: &'static Words,
    /// The service's name as people know it.
    pub(super) service: &'a str,
    pub(super) stage: Stage,
    pub(super) question: Question,
    /// Why what was sent was not taken.
    pub(super) error: Option<FormError>,
    pub(super) news: News,
    /// What was sent, given back to who sent it.
    pub(super) fields: &'a Fields,
    /// The number need not be typed.
    pub(super) known: bool,
    /// The step of a set-up.
    pub(super) step: Option<u8>,
    pub(super) status: StatusCode,
}

impl Filled<'_> {
    fn word(&self, id: &str) -> String {
        self.words.with(id, [("service", self.service.into())])
    }
}

/// The page as it is at this stage.
pub(super) fn page(filled: &Filled<'_>) -> Page<'static> {
    let stage = &filled.stage;
    let (mark, texts) = match stage {
        Stage::Asking | Stage::Finished(FormOutcome::Refused) => return form(filled),
        Stage::Approving(code) if filled.known => return approval(code, filled),
        Stage::Taken | Stage::Approving(_) if !filled.known => {
            ("…", ["phone-other-title", "phone-other-body"])
        }
        Stage::Taken if filled.news == News::Unreachable => {
            ("…", ["phone-unreachable-title", "phone-unreachable-body"])
        }
        Stage::Taken | Stage::Approving(_) => ("↗", ["phone-taken-title", "phone-taken-body"]),
        Stage::Finished(FormOutcome::Done) => ("✓", ["phone-done-title", "phone-done-body"]),
        Stage::Finished(FormOutcome::SetUp) => ("✓", ["phone-done-title", "phone-set-up-body"]),
        Stage::Finished(FormOutcome::Failed) => ("!", ["phone-failed-title", "phone-failed-body"]),
        Stage::Closed => ("!", ["phone-closed-title", "phone-closed-body"]),
        Stage::Over => ("!", ["phone-over-title", "phone-over-body"]),
    };
    let waits = matches!(stage, Stage::Taken | Stage::Approving(_));
    let status = match stage {
        Stage::Closed | Stage::Over => StatusCode::GONE,
        _ => filled.status,
    };
    Page {
        refreshes: waits,
        step: filled.step.filter(|_| waits),
        ..Page::message(status, filled.words, mark, texts, filled.service)
    }
}

/// The way on to the page of a code, and the code to compare.
fn approval(code: &DeviceAuthorization, filled: &Filled<'_>) -> Page<'static> {
    let values = [
        ("link", escape(code.verification_uri_complete.as_str())),
        ("code", escape(code.user_code.expose())),
    ];
    let main = fill_or(APPROVE, &values, |id| escape(&filled.word(id)));
    Page {
        status: filled.status,
        words: filled.words,
        title: filled.word("phone-code-title"),
        main,
        has_form: false,
        refreshes: true,
        step: filled.step,
    }
}

fn form(filled: &Filled<'_>) -> Page<'static> {
    let (words, fields, error) = (filled.words, filled.fields, filled.error);
    let (title, template, link, [redirect, name]) = asked(&filled.question);
    let names = [("service", filled.service.into()), ("name", name.into())];
    let word = |id: &str| words.with(id, names.clone());
    let notice = |text: &str| fill(FAULT, &[("text", escape(text))]);
    let told = error.map(|error| notice(&error_text(filled, error)));
    // What is wrong is typed anew, what may be right is given back.
    let (value_fault, number_fault, given) = match error {
        Some(FormError::InvalidText(_)) => (told, None, [""; 3]),
        _ => (None, told, [&*fields.code, &fields.id, &fields.secret]),
    };
    let above = (filled.news == News::Refused && error.is_none())
        .then(|| notice(&word("phone-fault-refused")));
    let mend = |fault: &Option<String>| fault.as_ref().map_or("", |_| INVALID).to_owned();
    let [code, id, secret] = given.map(escape);
    let [secret_label, required, paste] = match &filled.question {
        Question::Client { application, .. } if application.needs_secret() => {
            ["phone-client-secret", "required", "phone-client-paste-both"]
        }
        _ => ["phone-client-secret-optional", "", "phone-client-paste-id"],
    };
    // What is wrong may be the secret, and what was given is seen.
    let is_unfolded = value_fault.is_some() || !secret.is_empty();
    let values = [
        ("link", escape(link.as_str())),
        ("registered", registered(redirect, word)),
        ("secret-label", escape(&word(secret_label))),
        ("secret-required", required.to_owned()),
        (
            "secret-open",
            if is_unfolded { "open" } else { "" }.to_owned(),
        ),
        ("paste", escape(&word(paste))),
        ("redirect", escape(redirect)),
        ("refused", above.unwrap_or_default()),
        ("mend", mend(&value_fault)),
        ("fault", value_fault.unwrap_or_default()),
        ("number-mend", mend(&number_fault)),
        ("number-fault", number_fault.unwrap_or_default()),
        ("code", code),
        ("id", id),
        ("secret", secret),
    ];
    let number = if filled.known { "" } else { NUMBER };
    let template = [template, number, SEND].concat();
    let main = fill_or(&template, &values, |id| escape(&word(id)));
    Page {
        status: filled.status,
        words,
        title: word(title),
        main,
        has_form: true,
        refreshes: false,
        step: filled.step,
    }
}

/// The title, the form and its link; and the redirect address and the name that are to be registered.
fn asked(question: &Question) -> (&'static str, &'static str, &Url, [&str; 2]) {
    match question {
        Question::Code { consent, .. } => ("phone-code-title", CODE, consent, [""; 2]),
        Question::Client {
            register,
            application,
        } => {
            let (template, registered) = match application {
                Application::SecretOptional => (ID, [LOOPBACK, ""]),
                Application::WithSecret { name, redirect_uri } => {
                    (CLIENT, [redirect_uri.as_str(), name])
                }
                Application::Plain { redirect_uri, .. } => (
                    APPLICATION,
                    [redirect_uri.as_deref().unwrap_or_default(), ""],
                ),
            };
            ("phone-client-title", template, register, registered)
        }
    }
}

/// The redirect address to be copied, if there is one.
fn registered(redirect: &str, word: impl Fn(&str) -> String) -> String {
    if redirect.is_empty() {
        return String::new();
    }
    let values = [("redirect", escape(redirect))];
    fill_or(REDIRECT, &values, |id| escape(&word(id)))
}

fn error_text(filled: &Filled<'_>, error: FormError) -> String {
    let id = match error {
        FormError::NotAsked => return String::new(),
        FormError::NoNumber => "phone-fault-digits",
        FormError::WrongNumber { left } => {
            let left = [("left", left.into())];
            return filled.words.with("phone-fault-number", left);
        }
        FormError::InvalidText(InvalidText::Missing) => "phone-fault-missing",
        FormError::InvalidText(InvalidText::CutOff) => "phone-fault-cut",
        FormError::InvalidText(InvalidText::Strange) => "phone-fault-strange",
        FormError::InvalidText(InvalidText::Same) => "phone-fault-same",
    };
    filled.word(id)
}
