//! Results and events as services, stores and pages may bring them, each chosen by a number below [`KINDS`].

use super::sign_in::{begun, carried_code, credentials, page};
use super::*;
use crate::auth::{AuthorizationCode, ClientCredentials, CodeState, ExchangeError, KeyringTrouble};

pub(super) const KINDS: u8 = 20;

pub(super) struct Outside {
    /// Tokens and codes, so that each is another one.
    made: u32,
    /// The application in use.
    pub(super) client_id: String,
}

impl Outside {
    pub(super) fn new() -> Self {
        Self {
            made: 0,
            client_id: credentials().id,
        }
    }

    pub(super) fn code(&mut self) -> AuthorizationCode {
        self.made += 1;
        carried_code(&format!("code {}", self.made))
    }

    fn token(&mut self) -> Token {
        self.made += 1;
        Token {
            access_token: Secret::new(format!("token {}", self.made)),
            ..token()
        }
    }

    pub(super) fn result(&mut self, action: &Action, kind: u8) -> ActionResult {
        match action {
            Action::Load => ActionResult::Loaded(match kind {
                0 => Ok(Some(StoredPairing {
                    token: token(),
                    account: None,
                    place: StoreLocation::Keyring,
                })),
                1 => Err(StoreError::Locked(KeyringTrouble::Locked)),
                _ => Ok(None),
            }),
            Action::RequestCode(_) => ActionResult::Code(match kind {
                0 => Err(Trouble::Timeout.into()),
                1 => Err(Trouble::Portal.into()),
                2 => Err(refused(400)),
                3..6 => Ok(device_code("AAAA-BBBB")),
                _ => Ok(code("AAAAA")),
            }),
            Action::Poll(_) => ActionResult::Polled(self.polled(kind)),
            Action::Store(..) => ActionResult::Stored(match kind {
                0..8 => Err(StoreError::Locked(KeyringTrouble::Locked)),
                _ => Ok(StoreLocation::Keyring),
            }),
            Action::Move(_) => ActionResult::Moved(Ok(StoreLocation::Keyring)),
            Action::CheckToken(token) => self.checked(token, kind),
            Action::Forget(_) => ActionResult::Forgotten(match kind {
                0..3 => Err(StoreError::Locked(KeyringTrouble::Locked)),
                _ => Ok(true),
            }),
            Action::Begin(way) => ActionResult::SignInStarted(self.started(*way, kind)),
            Action::AskForClient(_) => ActionResult::AskingForClient(match kind {
                0 => Err(StartError::NoPhone(NoPhone::NoNetwork)),
                _ => Ok(page()),
            }),
            Action::KeepClient(_) => ActionResult::KeptClient(kind > 4),
            Action::Exchange(..) => ActionResult::Exchanged(self.exchanged(kind)),
            Action::RefreshStatus => ActionResult::StatusRefreshed(Vec::new()),
            Action::Unlock
            | Action::Remember(_)
            | Action::NotifyPhone(_)
            | Action::ShowOnPhone(_)
            | Action::TellTrouble => ActionResult::Done,
            Action::Picture(_) => {
                ActionResult::Pictured(kind.is_multiple_of(2).then(pictures::portrait))
            }
            Action::OpenHere(_) => ActionResult::OpenedHere(kind.is_multiple_of(2)),
        }
    }

    fn polled(&mut self, kind: u8) -> Result<PollOutcome, RequestError> {
        match kind {
            0..6 => Ok(PollOutcome::Authorized(self.token())),
            6 => lost(),
            7 => busy(200),
            8 => Err(refused(403)),
            9 => Ok(PollOutcome::Denied),
            10 => Ok(PollOutcome::CodeGone(None)),
            11 => Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))),
            12 => Ok(PollOutcome::Expired),
            13 => Ok(PollOutcome::SlowDown),
            _ => Ok(PollOutcome::Pending),
        }
    }

    fn checked(&mut self, token: &Token, kind: u8) -> ActionResult {
        ActionResult::TokenChecked(match kind {
            0 => Err(Trouble::Dns.into()),
            1 => Err(RequestError::Rejected(Rejection::Token)),
            2 => Err(refused(404)),
            3..6 => {
                return ActionResult::Unsaved(
                    self.token(),
                    StoreError::Locked(KeyringTrouble::Locked),
                );
            }
            6..8 => return ActionResult::Renewed(token.clone(), Ok(profile())),
            8..12 => Ok(Profile {
                picture: Some(pictures::at("1")),
                ..profile()
            }),
            _ => Ok(profile()),
        })
    }

    fn started(&self, way: SignInMethod, kind: u8) -> Result<Box<SignInStarted>, StartError> {
        let code_source = match (way, kind) {
            (_, 0) => return Err(StartError::Settings(Rejection::NoClientId)),
            (_, 1) => return Err(StartError::PortTaken(8765)),
            (_, 2) => return Err(StartError::NoBrowser),
            (SignInMethod::Browser, _) => CodeSource::Browser,
            (_, 3..8) => CodeSource::Typing(NoPhone::NoNetwork),
            _ => CodeSource::Phone(page()),
        };
        let mut started = begun(code_source);
        started.sign_in.client_id.clone_from(&self.client_id);
        Ok(started)
    }

    fn exchanged(&mut self, kind: u8) -> Result<Token, ExchangeError> {
        let rejected = RequestError::Rejected;
        let (why, code) = match kind {
            0 | 1 => (Trouble::Busy.into(), CodeState::Alive),
            2 => {
                let busy = RequestError::Transient {
                    trouble: Trouble::Busy,
                    retry_after: Some(Duration::from_secs(200)),
                };
                (busy, CodeState::Alive)
            }
            3..6 => (Trouble::Timeout.into(), CodeState::Uncertain),
            6 | 7 => (Trouble::Timeout.into(), CodeState::Spent),
            8..11 => (rejected(Rejection::Code), CodeState::Spent),
            11 | 12 => (rejected(Rejection::NoClientSecret), CodeState::Alive),
            _ => return Ok(self.token()),
        };
        Err(ExchangeError { why, code })
    }

    pub(super) fn event(&mut self, kind: u8) -> SignInEvent {
        match kind {
            0 => SignInEvent::Opened,
            1 => SignInEvent::WrongNumber(3),
            2 => SignInEvent::Closed,
            3 => SignInEvent::Denied,
            4 => SignInEvent::Refused("invalid_scope".into()),
            5 => SignInEvent::TimeOver,
            6..9 => SignInEvent::Client(credentials()),
            9 | 10 => SignInEvent::Client(ClientCredentials {
                id: "other".into(),
                secret: None,
            }),
            11 => SignInEvent::OtherIssuer,
            _ => SignInEvent::Code(self.code()),
        }
    }
}

/// The token that a result brings, if it does.
pub(super) fn token_in(result: &ActionResult) -> Option<&Token> {
    match result {
        ActionResult::Polled(Ok(PollOutcome::Authorized(token)))
        | ActionResult::Exchanged(Ok(token))
        | ActionResult::Unsaved(token, _) => Some(token),
        _ => None,
    }
}

/// Whether a result says that something was opened that waits for a code.
pub(super) fn opens(result: &ActionResult) -> bool {
    matches!(
        result,
        ActionResult::SignInStarted(Ok(_)) | ActionResult::AskingForClient(Ok(_))
    )
}
