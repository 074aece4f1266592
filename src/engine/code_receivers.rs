//! What is open while a code is waited for: the page for a phone, or a listener for the browser on this computer.
//!
//! It lives beside the loop, from the order that opens it until the machine no longer waits; it is never opened for
//! longer than that.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use super::{Named, ServiceSetup};
use crate::auth::{Flow, FormOutcome, OUT_OF_BAND, SignInEvent, SystemError, loopback};
use crate::pairing::{CodeSource, NoPhone, PhonePage, SignInMethod, SignInStarted, StartError};
use crate::services::code_grant::BeginError;
use crate::system::clock;
use crate::web::phone::{self, Application, NoPage, Page, Question};
use crate::web::redirect::{self, Entrance, ExpectedCallback, ListenError, Port, Redirect};
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
    Browser(Redirect),
    /// A browser on its way to the page of a code, from which nothing comes back.
    Entrance(#[expect(dead_code, reason = "it is open until it is dropped")] Entrance),
}

impl OpenReceiver {
    /// What happens next. May be dropped while it waits; nothing is lost.
    pub(super) async fn event(&mut self) -> SignInEvent {
        match self {
            Self::Phone { page, .. } => page.event().await,
            Self::Browser(redirect) => redirect.event().await,
            Self::Entrance(_) => std::future::pending().await,
        }
    }

    /// Tells the phone how it went; `None` when nothing is open any more.
    pub(super) fn tell(self, outcome: FormOutcome) -> Option<Self> {
        let Self::Phone { page, .. } = &self else {
            return None;
        };
        page.tell(outcome);
        (outcome == FormOutcome::Refused).then_some(self)
    }
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
    Ok((begun, Some(OpenReceiver::Browser(redirect))))
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
    let question = Question::Code { consent };
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
        BeginError::Settings(rejection) => StartError::Settings(rejection),
        BeginError::Discovery(why) => StartError::Discovery(why),
        BeginError::NoRandomness => not_possible("there is no source of random numbers"),
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
