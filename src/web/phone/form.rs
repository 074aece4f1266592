//! What the phone shows: the question as a form, or how it stands.

use axum::http::StatusCode;

use super::form_state::{Fault, Fields};
use super::{Application, InvalidText, Question};
use crate::auth::LOOPBACK;
use crate::web::html::{escape, fill};
use crate::web::html_page::Page;
use crate::words::Words;

const CODE: &str = include_str!("../../../assets/phone/code.html");
const CLIENT: &str = include_str!("../../../assets/phone/client.html");
const ID: &str = include_str!("../../../assets/phone/id.html");
const FAULT: &str = include_str!("../../../assets/phone/fault.html");
const NUMBER: &str = include_str!("../../../assets/phone/number.html");
/// What a field has beside which a fault stands.
const MEND: &str = r#"autofocus aria-invalid="true" aria-describedby="fault""#;
/// How often a phone looks whether the television has got on, in seconds.
const LOOK_AGAIN: u32 = 2;

/// What stands on a form besides the question.
pub(super) struct Filled<'a> {
    /// Why what was sent was not taken.
    pub(super) fault: Option<Fault>,
    /// The service did not accept the last value.
    pub(super) refused: bool,
    /// What was sent, given back to who sent it.
    pub(super) fields: &'a Fields,
    pub(super) status: StatusCode,
}

/// The form.
pub(super) fn asking<'a>(
    words: &'a Words,
    service: &str,
    question: &Question,
    filled: &Filled<'_>,
) -> Page<'a> {
    let word = |id: &str| words.with(id, [("service", service.into())]);
    let Filled { fields, fault, .. } = filled;
    // What is wrong is typed anew, what may be right is given back.
    let wrong_value = matches!(fault, Some(Fault::InvalidText(_)));
    let typed = |text: &str| {
        let text = if wrong_value { "" } else { text };
        escape(text)
    };
    let number = if wrong_value { &fields.number } else { "" };
    let notice = |text: &str| fill(FAULT, &[("text", escape(text))]);
    let (mut above, mut at_value, mut at_number) = <(String, String, String)>::default();
    match fault {
        // Beside the field, where the keyboard leaves it in sight.
        Some(fault) if wrong_value => at_value = notice(&fault_in_words(words, service, *fault)),
        Some(fault) => at_number = notice(&fault_in_words(words, service, *fault)),
        None if filled.refused => above = notice(&word("phone-fault-refused")),
        None => {}
    }
    // The keyboard opens where something is to be mended.
    let mend = |here: bool| if here { MEND } else { "" }.to_owned();
    let number = fill(
        NUMBER,
        &[
            ("label", escape(&word("phone-number"))),
            ("mend", mend(!at_number.is_empty())),
            ("fault", at_number),
            ("number", escape(number)),
        ],
    );
    let (template, title, own) = match question {
        Question::Code { consent, .. } => (
            CODE,
            word("phone-code-title"),
            vec![
                ("link", escape(consent.as_str())),
                ("first", escape(&word("phone-code-consent"))),
                ("code-label", escape(&word("phone-code-paste"))),
                ("code", typed(&fields.code)),
            ],
        ),
        Question::Client {
            register,
            application,
        } => {
            let mut own = vec![
                ("link", escape(register.as_str())),
                ("paste", escape(&word("phone-client-paste"))),
                ("id-label", escape(&word("phone-client-id"))),
                ("id", typed(&fields.id)),
                ("secret", typed(&fields.secret)),
            ];
            let secret = |id: &str| ("secret-label", escape(&word(id)));
            let template = match application {
                Application::SecretOptional => {
                    own.extend([
                        ("first", escape(&word("phone-client-type"))),
                        ("redirect", escape(LOOPBACK)),
                        ("types", escape(&word("application-types"))),
                        secret("phone-client-secret-optional"),
                    ]);
                    ID
                }
                Application::WithSecret {
                    name,
                    scope,
                    redirect_uri,
                } => {
                    let values = [
                        ("service", service.into()),
                        ("name", name.as_str().into()),
                        ("scope", scope.as_str().into()),
                    ];
                    let first = words.with("phone-client-register", values);
                    own.extend([
                        ("first", escape(&first)),
                        ("redirect", escape(redirect_uri)),
                        secret("phone-client-secret"),
                    ]);
                    CLIENT
                }
            };
            (template, word("phone-client-title"), own)
        }
    };
    let mut values = vec![
        ("title", escape(&title)),
        ("refused", above),
        ("fault", at_value),
        ("open", escape(&word("phone-open"))),
        ("number", number),
        ("mend", mend(wrong_value)),
        ("send", escape(&word("phone-send"))),
    ];
    values.extend(own);
    Page {
        status: filled.status,
        words,
        main: fill(template, &values),
        title,
        has_form: true,
        look_again: None,
    }
}

fn fault_in_words(words: &Words, service: &str, fault: Fault) -> String {
    let word = |id: &str| words.with(id, [("service", service.into())]);
    match fault {
        Fault::NoNumber => word("phone-fault-digits"),
        Fault::WrongNumber { left } => words.with("phone-fault-number", [("left", left.into())]),
        Fault::InvalidText(InvalidText::Missing) => word("phone-fault-missing"),
        Fault::InvalidText(InvalidText::CutOff) => word("phone-fault-cut"),
        Fault::InvalidText(InvalidText::Strange) => word("phone-fault-strange"),
        Fault::InvalidText(InvalidText::Same) => word("phone-fault-same"),
    }
}

/// A value was taken; the page looks again by itself.
pub(super) fn taken<'a>(words: &'a Words, service: &str, status: StatusCode) -> Page<'a> {
    let body = words.with("phone-taken-body", [("service", service.into())]);
    let title = words.get("phone-taken-title");
    Page {
        look_again: Some(LOOK_AGAIN),
        ..Page::message(status, words, "↗", title, &body)
    }
}

/// The television is signed in.
pub(super) fn done<'a>(words: &'a Words, service: &str, status: StatusCode) -> Page<'a> {
    let body = words.with("phone-done-body", [("service", service.into())]);
    Page::message(status, words, "✓", words.get("phone-done-title"), &body)
}

/// The television knows the application.
pub(super) fn set_up<'a>(words: &'a Words, service: &str, status: StatusCode) -> Page<'a> {
    let body = words.with("phone-set-up-body", [("service", service.into())]);
    Page::message(status, words, "✓", words.get("phone-done-title"), &body)
}

/// The television is not signed in, and tells more.
pub(super) fn failed(words: &Words, status: StatusCode) -> Page<'_> {
    let body = words.get("phone-failed-body");
    Page::message(status, words, "!", words.get("phone-failed-title"), &body)
}

/// Too many wrong numbers.
pub(super) fn closed(words: &Words) -> Page<'_> {
    let body = words.get("phone-closed-body");
    let title = words.get("phone-closed-title");
    Page::message(StatusCode::GONE, words, "!", title, &body)
}

/// Too late.
pub(super) fn over(words: &Words) -> Page<'_> {
    let body = words.get("phone-over-body");
    let title = words.get("phone-over-title");
    Page::message(StatusCode::GONE, words, "!", title, &body)
}
