//! What the page asks, takes and refuses. No HTTP, no clock: the time is handed in.
//!
//! The rules, in order: after the deadline nothing is taken; five wrong numbers take the page away for good; a value is
//! looked at only beside the right number; one value is taken for each question.

use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::{Application, InvalidText, Question, TRIES};
use crate::auth::{
    AuthorizationCode, ClientCredentials, FormOutcome, Secret, SignInEvent, TypedCodeError,
};

/// How long a phone can still look up how it ended.
pub(super) const FAREWELL: Duration = Duration::from_secs(30);
/// More than any client id or secret has.
const LONGEST_CLIENT: usize = 200;

/// Where the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It asks.
    Asking,
    /// It has what it asked for, and the television works on it.
    Taken,
    /// The television is signed in.
    Done,
    /// The television knows the application.
    SetUp,
    /// The television is not signed in.
    Failed,
    /// Too many wrong numbers.
    Closed,
    /// Too late.
    Over,
}

/// What somebody sent.
#[derive(Clone, Default)]
pub(super) struct Fields {
    pub(super) number: String,
    pub(super) code: String,
    pub(super) id: String,
    pub(super) secret: String,
}

/// Why something that was sent was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not four digits: no try at all.
    NoNumber,
    /// Four wrong digits.
    WrongNumber { left: u8 },
    /// The number is right, the rest cannot be.
    InvalidText(InvalidText),
}

/// What became of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// Taken.
    Taken,
    /// Not taken; the person may mend it.
    Fault(Fault),
    /// Not taken: nothing is asked now.
    NotAsked,
}

pub(super) struct FormState {
    question: Question,
    number: Secret,
    stage: Stage,
    refused: bool,
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
            question,
            number,
            stage: Stage::Asking,
            refused: false,
            wrong: 0,
            opened: false,
            deadline,
            end: deadline + FAREWELL,
            tell,
        }
    }

    /// Somebody sees the page.
    pub(super) fn look(&mut self, now: Instant) -> Stage {
        self.pass_time(now);
        if !std::mem::replace(&mut self.opened, true) {
            self.tell(SignInEvent::Opened);
        }
        self.stage
    }

    /// What is asked.
    pub(super) fn question(&self) -> &Question {
        &self.question
    }

    /// Whether the service did not accept the last value.
    pub(super) fn refused(&self) -> bool {
        self.refused
    }

    /// Somebody gives a value.
    pub(super) fn offer(&mut self, fields: &Fields, now: Instant) -> Reply {
        self.pass_time(now);
        if self.stage != Stage::Asking {
            return Reply::NotAsked;
        }
        let number = digits(&fields.number);
        if number.len() != self.number.expose().len() {
            return Reply::Fault(Fault::NoNumber);
        }
        if !self.number.is(&number) {
            return self.wrong_number(now);
        }
        match read(&self.question, fields) {
            Err(misshapen) => Reply::Fault(Fault::InvalidText(misshapen)),
            Ok(value) => {
                self.stage = Stage::Taken;
                self.tell(value);
                Reply::Taken
            }
        }
    }

    fn wrong_number(&mut self, now: Instant) -> Reply {
        self.wrong += 1;
        self.tell(SignInEvent::WrongNumber(self.wrong));
        if self.wrong < TRIES {
            let left = TRIES - self.wrong;
            return Reply::Fault(Fault::WrongNumber { left });
        }
        self.stage = Stage::Closed;
        self.end = now + FAREWELL;
        self.tell(SignInEvent::Closed);
        Reply::NotAsked
    }

    /// Asks something more; not on a page that is over.
    pub(super) fn ask(&mut self, question: Question) {
        if self.stage == Stage::Taken {
            self.question = question;
            self.stage = Stage::Asking;
            self.refused = false;
        }
    }

    /// The television tells how it went.
    pub(super) fn finish(&mut self, outcome: FormOutcome, now: Instant) {
        if self.stage != Stage::Taken {
            return;
        }
        self.stage = match outcome {
            FormOutcome::Done => Stage::Done,
            FormOutcome::SetUp => Stage::SetUp,
            FormOutcome::Failed => Stage::Failed,
            FormOutcome::Refused => {
                self.refused = true;
                self.stage = Stage::Asking;
                return;
            }
        };
        self.end = now + FAREWELL;
    }

    /// Lets the time pass. Tells when to look again, or that the server ends.
    ///
    /// A phone sees an outcome even after the television's screen has `left`; else there is nobody left to tell.
    pub(super) fn next(&mut self, left: bool, now: Instant) -> Option<Instant> {
        self.pass_time(now);
        let (stays, next) = match self.stage {
            Stage::Asking => (false, self.deadline),
            Stage::Taken | Stage::Closed | Stage::Over => (false, self.end),
            Stage::Done | Stage::SetUp | Stage::Failed => (true, self.end),
        };
        (now < self.end && (stays || !left)).then_some(next)
    }

    fn pass_time(&mut self, now: Instant) {
        if self.stage == Stage::Asking && now >= self.deadline {
            self.stage = Stage::Over;
            self.end = now + FAREWELL;
            self.tell(SignInEvent::TimeOver);
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
            let (id, secret) = (fields.id.trim(), fields.secret.trim());
            let secret = match application {
                // Only some types of application have one.
                Application::SecretOptional => Some(secret).filter(|secret| !secret.is_empty()),
                Application::WithSecret { .. } => Some(secret),
            };
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
            Ok(SignInEvent::Client(ClientCredentials {
                id: id.to_owned(),
                secret: secret.map(Secret::new),
            }))
        }
    }
}
