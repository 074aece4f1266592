//! What is open while a code is waited for: the page for a phone, or a listener for the browser on this computer.
//!
//! It lives beside the loop, from the order that opens it until the machine no longer waits; it is never opened for
//! longer than that.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use super::{Named, ServiceSetup};
use crate::auth::{
    AuthorizationCode, Flow, OUT_OF_BAND, Rejection, RequestError, Secret, SystemError,
    TypedCodeError, loopback,
};
use crate::pairing::{
    CodeSource, Event, FormOutcome, NoPhone, PhonePage, SignInMethod, SignInStarted, StartError,
};
use crate::services::code_grant::BeginError;
use crate::system::clock;
use crate::web::phone::{self, Application, InvalidText, NoPage, Page, Question};
use crate::web::redirect::{
    self, CallbackResult, Entrance, ExpectedCallback, ListenError, Port, Redirect,
};
use crate::words::Language;

/// How long a browser is waited for: Simkl's "No" never comes back.
const BROWSER: Duration = Duration::from_mins(5);

/// Where pages for a phone may be opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct PhonePageSettings {
    /// None are.
    pub switched_off: bool,
    /// At this address only; `None` is the one by which this computer reaches the internet.
    pub address: Option<IpAddr>,
    /// What they are written in for a phone that prefers none of couchpin's languages.
    pub language: Language,
}

/// Something that is open.
pub(super) enum OpenReceiver {
    Phone {
        page: Page,
        closes: Instant,
    },
    Browser {
        redirect: Redirect,
        /// The browser has come, or its time is over.
        landed: bool,
    },
    /// A browser on its way to the page of a code, from which nothing comes back.
    Entrance(#[expect(dead_code, reason = "it is open until it is dropped")] Entrance),
}

impl OpenReceiver {
    /// What happens next. May be dropped while it waits; nothing is lost.
    pub(super) async fn event(&mut self) -> Event {
        match self {
            Self::Phone { page, .. } => match page.event().await {
                phone::FormEvent::Opened => Event::Opened,
                phone::FormEvent::WrongNumber { count } => Event::WrongNumber(count),
                phone::FormEvent::Closed => Event::Closed,
                phone::FormEvent::TimeOver => Event::TimeOver,
                phone::FormEvent::Taken(phone::Submission::Client(client)) => Event::Client(client),
                // It has been read before, by `read`.
                phone::FormEvent::Taken(phone::Submission::Code(code)) => of_code(code.expose()),
            },
            // It would say the same again and again, and the other has nothing to say.
            Self::Browser { landed: true, .. } | Self::Entrance(_) => std::future::pending().await,
            Self::Browser { redirect, landed } => {
                let event = match redirect.landing().await {
                    CallbackResult::Code(code) => Event::Code(code),
                    CallbackResult::Denied => Event::Denied,
                    CallbackResult::Refused(word) => Event::Refused(word),
                    CallbackResult::OtherIssuer => Event::OtherIssuer,
                    CallbackResult::TimeOver => Event::TimeOver,
                };
                *landed = true;
                tracing::debug!("the browser came back, or its time is over");
                event
            }
        }
    }

    /// Tells the phone how it went; `None` when nothing is open any more.
    pub(super) fn tell(self, told: FormOutcome) -> Option<Self> {
        match (self, told) {
            (Self::Phone { page, closes }, FormOutcome::Refused) => {
                page.refuse();
                Some(Self::Phone { page, closes })
            }
            (Self::Phone { page, .. }, FormOutcome::Done) => {
                page.finish(phone::Outcome::Done);
                None
            }
            (Self::Phone { page, .. }, FormOutcome::SetUp) => {
                page.finish(phone::Outcome::SetUp);
                None
            }
            (Self::Phone { page, .. }, FormOutcome::Failed) => {
                page.finish(phone::Outcome::Failed);
                None
            }
            (Self::Browser { .. } | Self::Entrance(_), _) => None,
        }
    }
}

fn of_code(code: &str) -> Event {
    AuthorizationCode::received(code).map_or_else(|| Event::Refused(String::new()), Event::Code)
}

/// Begins a sign-in and opens what waits for its code; a page that is `open` already is used on. `flow` is the one that
/// works for the application, where there are several.
pub(super) async fn begin(
    way: SignInMethod,
    open: Option<OpenReceiver>,
    served: &ServiceSetup,
    flow: Option<Flow>,
    phones: PhonePageSettings,
) -> (Result<Box<SignInStarted>, StartError>, Option<OpenReceiver>) {
    let begun = match way {
        SignInMethod::Browser => {
            // The port may be a fixed one, so what listened before has to end.
            drop(open);
            through_browser(served, flow, phones.language).await
        }
        SignInMethod::Code | SignInMethod::ManualCode => by_hand(open, served, flow, phones).await,
    };
    match begun {
        Ok((begun, live)) => (Ok(Box::new(begun)), live),
        Err(why) => {
            tracing::debug!(?why, "no sign-in could begin");
            (Err(why), None)
        }
    }
}

async fn through_browser(
    served: &ServiceSetup,
    flow: Option<Flow>,
    language: Language,
) -> Result<(SignInStarted, Option<OpenReceiver>), StartError> {
    let registered = match (flow, served.plan.redirect_port) {
        // Any free port: the sign-in is begun with its number.
        (Some(Flow::Device), _) => None,
        (_, Some(port)) => Some(port),
        (_, None) => return Err(not_possible("no redirect_port is set")),
    };
    let provider = &served.provider;
    let port = Port::take(registered).await.map_err(cannot_listen)?;
    let begun = provider.begin(flow, &port.redirect_uri()).await;
    let sign_in = begun.map_err(cannot)?;
    let expected = ExpectedCallback {
        sign_in: sign_in.clone(),
        life: BROWSER,
        service: provider.service().label().to_owned(),
        language,
    };
    let redirect = Redirect::listen(port, expected).map_err(cannot_listen)?;
    if let Err(error) = redirect::open(redirect.entrance()).await {
        tracing::warn!("{error}");
        return Err(StartError::NoBrowser);
    }
    let begun = SignInStarted {
        sign_in,
        reception: CodeSource::Browser,
        expires_in: BROWSER,
    };
    let landed = false;
    Ok((begun, Some(OpenReceiver::Browser { redirect, landed })))
}

async fn by_hand(
    open: Option<OpenReceiver>,
    served: &ServiceSetup,
    flow: Option<Flow>,
    phones: PhonePageSettings,
) -> Result<(SignInStarted, Option<OpenReceiver>), StartError> {
    let provider = &served.provider;
    let begun = provider.begin(flow, OUT_OF_BAND).await;
    let sign_in = begun.map_err(cannot)?;
    let consent = sign_in.address.clone();
    let question = Question::Code { consent, read };
    let opened = match open {
        Some(OpenReceiver::Phone { page, closes }) => {
            page.ask(question);
            Ok((
                described(&page, closes),
                OpenReceiver::Phone { page, closes },
            ))
        }
        _ => open_page(question, served, phones),
    };
    let (reception, expires_in, live) = match opened {
        Ok((page, live)) => {
            let expires_in = page.expires_in;
            (CodeSource::Phone(page), expires_in, Some(live))
        }
        Err(why) => (CodeSource::Typing(why), phone::LONGEST, None),
    };
    let begun = SignInStarted {
        sign_in,
        reception,
        expires_in,
    };
    Ok((begun, live))
}

/// Opens the page that asks for the client id and secret of an application that is registered for this way.
pub(super) fn ask_for_client(
    way: SignInMethod,
    served: &ServiceSetup,
    phones: PhonePageSettings,
) -> (Result<PhonePage, StartError>, Option<OpenReceiver>) {
    let redirect_uri = match (way, served.plan.redirect_port) {
        (SignInMethod::Browser, Some(port)) => loopback(port),
        _ => OUT_OF_BAND.to_owned(),
    };
    let Some(registration) = served.registration.clone() else {
        let why = not_possible("applications are not registered like this");
        return (Err(why), None);
    };
    let application = match registration.named {
        None => Application::SecretOptional,
        Some(Named { name, scope }) => Application::WithSecret {
            name,
            scope,
            redirect_uri,
        },
    };
    let question = Question::Client {
        register: registration.page,
        application,
    };
    match open_page(question, served, phones) {
        Ok((page, live)) => (Ok(page), Some(live)),
        Err(why) => (Err(StartError::NoPhone(why)), None),
    }
}

fn open_page(
    question: Question,
    served: &ServiceSetup,
    phones: PhonePageSettings,
) -> Result<(PhonePage, OpenReceiver), NoPhone> {
    if phones.switched_off {
        return Err(NoPhone::SwitchedOff);
    }
    let options = phone::Options {
        address: phones.address,
        life: phone::LONGEST,
        service: served.provider.service().label().to_owned(),
        language: phones.language,
    };
    match Page::open(question, options) {
        Ok(page) => {
            let closes = clock::now() + phone::LONGEST;
            Ok((
                described(&page, closes),
                OpenReceiver::Phone { page, closes },
            ))
        }
        Err(NoPage::NoNetwork) => Err(NoPhone::NoNetwork),
        Err(NoPage::PublicAddress(_)) => Err(NoPhone::PublicAddress),
        Err(error) => {
            tracing::warn!("{error}");
            Err(NoPhone::Failed)
        }
    }
}

fn described(page: &Page, closes: Instant) -> PhonePage {
    PhonePage {
        url: page.url().clone(),
        number: page.number().clone(),
        expires_in: closes.saturating_duration_since(clock::now()),
    }
}

fn cannot(error: BeginError) -> StartError {
    match error {
        BeginError::Request(RequestError::Rejected(
            rejection @ (Rejection::NoClientId | Rejection::NoClientSecret),
        )) => StartError::Settings(rejection),
        BeginError::Request(why) => StartError::Discovery(why),
        BeginError::NoRandomness(why) => not_possible(&why.to_string()),
    }
}

fn cannot_listen(error: ListenError) -> StartError {
    match error {
        ListenError::PortTaken(port) => StartError::PortTaken(port),
        ListenError::Other(_, error) => StartError::Failed(SystemError::from(&error)),
        ListenError::NoRandomness(why) => not_possible(&why.to_string()),
    }
}

/// What no face should have asked for, or no system should refuse: the log says what it was.
fn not_possible(why: &str) -> StartError {
    tracing::error!("no sign-in can begin: {why}");
    StartError::Failed(SystemError::Other(None))
}

/// Tells a code from what is none, for the page.
fn read(text: &str) -> Result<Secret, InvalidText> {
    match AuthorizationCode::typed(text) {
        Ok(code) => Ok(Secret::new(code.expose())),
        Err(TypedCodeError::Empty) => Err(InvalidText::Missing),
        Err(TypedCodeError::CutAtHyphen { .. } | TypedCodeError::TooShort { .. }) => {
            Err(InvalidText::CutOff)
        }
        Err(
            TypedCodeError::TooLong { .. }
            | TypedCodeError::WrongCharacter
            | TypedCodeError::NoCodeInAddress
            | TypedCodeError::Denied,
        ) => Err(InvalidText::Strange),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::pin::pin;
    use std::task::{Context, Waker};

    use super::*;
    use crate::auth::{Issuer, SignIn};

    #[tokio::test]
    async fn what_a_browser_brought_is_told_once() {
        let port = Port::take(None).await.unwrap();
        let sign_in = SignIn {
            address: "https://simkl.com/oauth2/authorize?state=right"
                .parse()
                .unwrap(),
            redirect_uri: port.redirect_uri(),
            state: Some(Secret::new("right")),
            verifier: None,
            client_id: "id".into(),
            issuer: Issuer {
                identifier: "https://simkl.com".into(),
                sends_iss: false,
            },
            code_lifetime: Duration::from_mins(10),
            flow: Some(Flow::Device),
        };
        let expected = ExpectedCallback {
            sign_in,
            life: BROWSER,
            service: "Simkl".into(),
            language: Language::English,
        };
        let redirect = Redirect::listen(port, expected).unwrap();
        let host = format!("127.0.0.1:{}", redirect.port());
        let visit = |path: &str, cookie: &str| {
            let mut browser = TcpStream::connect(&host).unwrap();
            let head = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n");
            browser.write_all(head.as_bytes()).unwrap();
            let mut answer = String::new();
            browser.read_to_string(&mut answer).unwrap();
            answer
        };
        let sent = visit(redirect.entrance().path(), "");
        let cookie = sent.split("set-cookie: ").nth(1).unwrap();
        let cookie = cookie.split(';').next().unwrap();
        visit("/callback?code=abc&state=right", cookie);
        let mut live = OpenReceiver::Browser {
            redirect,
            landed: false,
        };
        let code = AuthorizationCode::received("abc").unwrap();
        assert_eq!(live.event().await, Event::Code(code));
        let again = pin!(live.event());
        let context = &mut Context::from_waker(Waker::noop());
        assert!(again.poll(context).is_pending(), "the loop would spin");
    }
}
