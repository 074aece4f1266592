//! What the page asks, takes and refuses. No HTTP, no clock: the time is handed in.
//!
//! The rules, in order: after the deadline nothing is taken; five wrong numbers take the page away for good; a value is
//! looked at only beside the right number, or from a browser in which that was typed; one value is taken for each question.

use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::{InvalidText, Question, TRIES};
use crate::auth::{
    AuthorizationCode, ClientCredentials, DeviceAuthorization, FormOutcome, Secret, SignInEvent,
    TypedCodeError,
};

/// How long a phone can still look up how it ended.
pub(super) const OUTCOME_SHOWN: Duration = Duration::from_secs(30);
/// More than any client id or secret has.
const LONGEST_CLIENT: usize = 200;

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It asks.
    Asking,
    /// It has what it asked for, and the television works on it.
    Taken,
    /// The application is set up, and this code is to be approved.
    Approving(Box<DeviceAuthorization>),
    /// The television has told how it went.
    Finished(FormOutcome),
    /// Too many wrong numbers.
    Closed,
    /// Too late.
    Over,
}

/// What became of the last value so far, beside the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    None,
    /// The service did not accept it.
    Refused,
    /// The television cannot reach the service, and goes on to try.
    Unreachable,
}

/// What was sent.
#[derive(Clone, Default)]
pub(super) struct Fields {
    pub(super) number: String,
    pub(super) code: String,
    pub(super) id: String,
    pub(super) secret: String,
}

/// Why something that was sent was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormError {
    /// Nothing is asked now.
    NotAsked,
    /// Not four digits: no try at all.
    NoNumber,
    /// Four wrong digits.
    WrongNumber { left: u8 },
    /// The number is right, the rest cannot be.
    InvalidText(InvalidText),
}

pub(super) struct FormState {
    pub(super) question: Question,
    /// The page began with a set-up, after which comes the sign-in.
    sets_up: bool,
    number: Secret,
    stage: Stage,
    pub(super) news: News,
    wrong: u8,
    opened: bool,
    deadline: Instant,
    /// When the server ends.
    end: Instant,
    tell: mpsc::UnboundedSender<SignInEvent>,
}

impl FormState {
    pub(super) fn new(
        question: Question,
        number: Secret,
        deadline: Instant,
        tell: mpsc::UnboundedSender<SignInEvent>,
    ) -> Self {
        Self {
            sets_up: matches!(question, Question::Client { .. }),
            question,
            number,
            stage: Stage::Asking,
            news: News::None,
            wrong: 0,
            opened: false,
            deadline,
            end: deadline + OUTCOME_SHOWN,
            tell,
        }
    }

    /// The page is looked at.
    pub(super) fn view(&mut self, now: Instant) -> Stage {
        self.pass_time(now);
        if !std::mem::replace(&mut self.opened, true) {
            self.tell(SignInEvent::Opened);
        }
        self.stage.clone()
    }

    /// Which of its two steps a set-up with a sign-in after it is at; `None` for a sign-in alone.
    pub(super) fn step(&self) -> Option<u8> {
        let step = match (&self.stage, &self.question) {
            (Stage::Approving(_), _) | (_, Question::Code { .. }) => 2,
            (_, Question::Client { .. }) => 1,
        };
        self.sets_up.then_some(step)
    }

    /// A value is sent; `known` says that the right number was typed in that browser before.
    pub(super) fn submit(
        &mut self,
        fields: &Fields,
        known: bool,
        now: Instant,
    ) -> Result<(), FormError> {
        self.pass_time(now);
        if self.stage != Stage::Asking {
            return Err(FormError::NotAsked);
        }
        if !known {
            let number = digits(&fields.number);
            if number.len() != self.number.expose().len() {
                return Err(FormError::NoNumber);
            }
            if !self.number.is(&number) {
                return Err(self.wrong_number(now));
            }
        }
        let value = read(&self.question, fields).map_err(FormError::InvalidText)?;
        self.stage = Stage::Taken;
        self.news = News::None;
        self.tell(value);
        Ok(())
    }

    fn wrong_number(&mut self, now: Instant) -> FormError {
        self.wrong += 1;
        self.tell(SignInEvent::WrongNumber(self.wrong));
        if self.wrong < TRIES {
            let left = TRIES - self.wrong;
            return FormError::WrongNumber { left };
        }
        self.stage = Stage::Closed;
        self.end = now + OUTCOME_SHOWN;
        self.tell(SignInEvent::Closed);
        FormError::NotAsked
    }

    /// Asks something more; not on a page that is over.
    pub(super) fn ask(&mut self, question: Question) {
        if self.stage == Stage::Taken {
            self.question = question;
            self.stage = Stage::Asking;
            self.news = News::None;
        }
    }

    /// Goes on to the page of a code; not on a page that is over.
    pub(super) fn show_code(&mut self, code: &DeviceAuthorization) {
        if self.waits_for_outcome() {
            self.stage = Stage::Approving(Box::new(code.clone()));
        }
    }

    fn waits_for_outcome(&self) -> bool {
        matches!(self.stage, Stage::Taken | Stage::Approving(_))
    }

    /// The television tells how it went.
    pub(super) fn finish(&mut self, outcome: FormOutcome, now: Instant) {
        if !self.waits_for_outcome() {
            return;
        }
        if outcome == FormOutcome::Refused {
            self.stage = Stage::Asking;
            self.news = News::Refused;
        } else {
            self.stage = Stage::Finished(outcome);
            self.end = now + OUTCOME_SHOWN;
        }
    }

    /// Lets the time pass. Tells when to look again, or that the server ends.
    ///
    /// A phone sees an outcome even after the television's screen was `closed`.
    pub(super) fn next(&mut self, closed: bool, now: Instant) -> Option<Instant> {
        self.pass_time(now);
        let next = match self.stage {
            Stage::Asking | Stage::Approving(_) => self.deadline,
            _ => self.end,
        };
        let stays = !closed || matches!(self.stage, Stage::Finished(_));
        (now < self.end && stays).then_some(next)
    }

    fn pass_time(&mut self, now: Instant) {
        if now < self.deadline {
            return;
        }
        match self.stage {
            Stage::Asking => {
                self.stage = Stage::Over;
                self.end = now + OUTCOME_SHOWN;
                self.tell(SignInEvent::TimeOver);
            }
            // The television goes on without the phone.
            Stage::Approving(_) => {
                self.finish(FormOutcome::SetUp, now);
                self.tell(SignInEvent::TimeOver);
            }
            _ => {}
        }
    }

    fn tell(&self, event: SignInEvent) {
        // Without a listener the page is about to end.
        let _ = self.tell.send(event);
    }
}

/// The digits of what was typed, whatever the keyboard made of them; nothing if there is something else.
fn digits(typed: &str) -> String {
    let typed = typed.chars().filter(|c| !c.is_whitespace());
    let digits = typed.map(|c| match c {
        '0'..='9' => Some(c),
        // Japanese and Chinese keyboards have wide ones too.
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    });
    digits.collect::<Option<String>>().unwrap_or_default()
}

/// What was asked for, told from what it cannot be before anything is spent.
fn read(question: &Question, fields: &Fields) -> Result<SignInEvent, InvalidText> {
    match question {
        Question::Code { .. } => match AuthorizationCode::typed(&fields.code) {
            Ok(code) => Ok(SignInEvent::Code(code)),
            Err(TypedCodeError::Empty) => Err(InvalidText::Missing),
            Err(TypedCodeError::CutAtHyphen { .. } | TypedCodeError::TooShort { .. }) => {
                Err(InvalidText::CutOff)
            }
            Err(_) => Err(InvalidText::Strange),
        },
        Question::Client { application, .. } => {
            let needs_secret = application.needs_secret();
            read_client(&fields.id, &fields.secret, needs_secret).map(SignInEvent::Client)
        }
    }
}

/// Client id and secret as they were typed, told from what they cannot be before anything is spent.
pub fn read_client(
    id: &str,
    secret: &str,
    needs_secret: bool,
) -> Result<ClientCredentials, InvalidText> {
    let (id, secret) = (id.trim(), secret.trim());
    // Only some types of application have one.
    let secret = Some(secret).filter(|secret| needs_secret || !secret.is_empty());
    let good = |text: &str| {
        text.len() <= LONGEST_CLIENT && text.bytes().all(|byte| byte.is_ascii_graphic())
    };
    if id.is_empty() || secret == Some("") {
        return Err(InvalidText::Missing);
    }
    if !good(id) || !secret.is_none_or(good) {
        return Err(InvalidText::Strange);
    }
    if secret == Some(id) {
        return Err(InvalidText::Same);
    }
    Ok(ClientCredentials {
        id: id.to_owned(),
        secret: secret.map(Secret::new),
    })
}
