//! What is open while a code is waited for: the page for a phone, or a listener for the browser on this computer.
//!
//! It is there from the action that opens it until the machine no longer needs it.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use super::services::ActionContext;
use crate::auth::{
    DeviceAuthorization, Flow, FormOutcome, OUT_OF_BAND, Rejection, RequestError, SignInEvent,
    SystemError, loopback,
};
use crate::pairing::{
    Action, ActionResult, CodeSource, NoPhone, PhonePage, SignInMethod, SignInStarted, StartError,
};
use crate::services::code_grant::BeginError;
use crate::system::clock;
use crate::web::phone::{self, Application, NoPage, Page, Question};
use crate::web::redirect::{self, ExpectedCallback, ListenError, Port, Redirect};
use crate::words::Language;

/// How long a browser is waited for: Simkl's "No" never comes back.
const BROWSER: Duration = Duration::from_mins(5);
/// How long a one-time address waits for the browser, which may have to be started from a slow disk.
const ONE_TIME_URL: Duration = Duration::from_mins(1);

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
    OneTimeUrl(#[expect(dead_code, reason = "it is open until it is dropped")] Redirect),
}

impl OpenReceiver {
    pub(super) fn has_events(&self) -> bool {
        !matches!(self, Self::OneTimeUrl(_))
    }

    /// What happens next. May be dropped while it waits; nothing is lost.
    pub(super) async fn event(&mut self) -> SignInEvent {
        match self {
            Self::Phone { page, .. } => page.event().await,
            Self::Browser(redirect) => {
                let event = redirect.event().await;
                tracing::debug!("the browser came back, or its time is over");
                event
            }
            Self::OneTimeUrl(_) => std::future::pending().await,
        }
    }

    /// Passes on what a phone is to know; whether this stays open.
    pub(super) fn tell(&self, action: &Action) -> bool {
        match (self, action) {
            (Self::Phone { page, .. }, Action::NotifyPhone(outcome)) => {
                page.tell(*outcome);
                *outcome == FormOutcome::Refused
            }
            (Self::Phone { page, .. }, Action::ShowOnPhone(code)) => {
                page.show_code(code);
                true
            }
            (Self::Phone { page, .. }, _) => {
                page.tell_trouble();
                true
            }
            (Self::Browser(_), Action::NotifyPhone(_)) => false,
            (Self::Browser(_) | Self::OneTimeUrl(_), _) => true,
        }
    }
}

/// Begins a sign-in and opens what waits for its code; a page that is `open` already is used on.
pub(super) async fn begin(
    way: SignInMethod,
    open: Option<OpenReceiver>,
    context: &ActionContext,
) -> (ActionResult, Option<OpenReceiver>) {
    let started = match way {
        SignInMethod::Browser => {
            // The port may be a fixed one, so what listened before has to end.
            drop(open);
            through_browser(context).await
        }
        SignInMethod::Code | SignInMethod::ManualCode => by_hand(open, context).await,
    };
    let (started, receiver) = match started {
        Ok((started, receiver)) => (Ok(Box::new(started)), receiver),
        Err(why) => {
            tracing::debug!(?why, "no sign-in could begin");
            (Err(why), None)
        }
    };
    (ActionResult::SignInStarted(started), receiver)
}

async fn through_browser(
    context: &ActionContext,
) -> Result<(SignInStarted, Option<OpenReceiver>), StartError> {
    let registered = match (context.flow, context.served.plan.redirect_port) {
        // Any free port: the sign-in is begun with its number.
        (Some(Flow::Device), _) => None,
        (_, Some(port)) => Some(port),
        (_, None) => return Err(not_possible("no redirect_port is set")),
    };
    let provider = context.provider();
    let port = Port::take(registered).await.map_err(cannot_listen)?;
    let begun = provider.begin(context.flow, &port.redirect_uri()).await;
    let sign_in = begun.map_err(cannot_begin)?;
    let expected = ExpectedCallback {
        sign_in: sign_in.clone(),
        life: BROWSER,
        service: provider.service().label().to_owned(),
        language: context.services.setup.phones.language,
    };
    let redirect = Redirect::listen(port, expected).map_err(cannot_listen)?;
    if let Err(error) = redirect::open(redirect.one_time_url()).await {
        tracing::warn!("{error}");
        return Err(StartError::NoBrowser);
    }
    let started = SignInStarted {
        sign_in,
        code_source: CodeSource::Browser,
        expires_in: BROWSER,
    };
    Ok((started, Some(OpenReceiver::Browser(redirect))))
}

async fn by_hand(
    open: Option<OpenReceiver>,
    context: &ActionContext,
) -> Result<(SignInStarted, Option<OpenReceiver>), StartError> {
    let begun = context.provider().begin(context.flow, OUT_OF_BAND).await;
    let sign_in = begun.map_err(cannot_begin)?;
    let consent = sign_in.address.clone();
    let question = Question::Code { consent };
    let opened = match open {
        Some(OpenReceiver::Phone { page, closes }) => {
            page.ask(question);
            Ok(described(page, closes))
        }
        _ => open_page(question, context),
    };
    let (code_source, expires_in, receiver) = match opened {
        Ok((page, receiver)) => {
            let expires_in = page.expires_in;
            (CodeSource::Phone(page), expires_in, Some(receiver))
        }
        Err(why) => (CodeSource::Typing(why), phone::LONGEST, None),
    };
    let started = SignInStarted {
        sign_in,
        code_source,
        expires_in,
    };
    Ok((started, receiver))
}

/// Opens the page that asks for the client id and secret of an application that is registered for this way.
pub(super) fn ask_for_client(
    way: SignInMethod,
    context: &ActionContext,
) -> (ActionResult, Option<OpenReceiver>) {
    let redirect_uri = match (way, context.served.plan.redirect_port) {
        (SignInMethod::Browser, Some(port)) => loopback(port),
        _ => OUT_OF_BAND.to_owned(),
    };
    let settings = context.provider().settings();
    let description = settings.service.description();
    let application = if !description.application_types && !description.flows.is_empty() {
        Application::Plain {
            redirect_uri: description.redirect_uri.clone(),
            needs_secret: description.needs_secret,
        }
    } else if description.needs_secret {
        Application::WithSecret {
            name: settings.app_name.clone(),
            redirect_uri,
        }
    } else {
        Application::SecretOptional
    };
    let question = Question::Client {
        register: settings.page(&description.registration_page),
        application,
    };
    let (page, receiver) = match open_page(question, context) {
        Ok((page, receiver)) => (Ok(page), Some(receiver)),
        Err(why) => (Err(StartError::NoPhone(why)), None),
    };
    (ActionResult::AskingForClient(page), receiver)
}

fn open_page(
    question: Question,
    context: &ActionContext,
) -> Result<(PhonePage, OpenReceiver), NoPhone> {
    let phones = context.services.setup.phones;
    if phones.switched_off {
        return Err(NoPhone::SwitchedOff);
    }
    let options = phone::Options {
        address: phones.address,
        life: phone::LONGEST,
        service: context.service().label().to_owned(),
        language: phones.language,
    };
    match Page::open(question, options) {
        Ok(page) => Ok(described(page, clock::now() + phone::LONGEST)),
        Err(NoPage::NoNetwork) => Err(NoPhone::NoNetwork),
        Err(NoPage::PublicAddress(_)) => Err(NoPhone::PublicAddress),
        Err(error) => {
            tracing::warn!("{error}");
            Err(NoPhone::Failed)
        }
    }
}

fn described(page: Page, closes: Instant) -> (PhonePage, OpenReceiver) {
    let description = PhonePage {
        url: page.url().clone(),
        number: page.number().clone(),
        expires_in: closes.saturating_duration_since(clock::now()),
    };
    (description, OpenReceiver::Phone { page, closes })
}

/// Opens the page of a code in a browser of this computer, through a one-time address, because the page's own holds the
/// code. The browser may come until that is dropped.
pub(super) async fn open_here(
    code: &DeviceAuthorization,
    language: Language,
) -> (ActionResult, Option<OpenReceiver>) {
    let page = code.verification_uri_complete.clone();
    let open = async {
        let redirect = Redirect::without_callback(page, ONE_TIME_URL, language).await?;
        redirect::open(redirect.one_time_url()).await?;
        Ok(OpenReceiver::OneTimeUrl(redirect))
    };
    let log = |error: &ListenError| tracing::warn!("{error}");
    let opened = open.await.inspect_err(log);
    (ActionResult::OpenedHere(opened.is_ok()), opened.ok())
}

fn cannot_begin(error: BeginError) -> StartError {
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
        ListenError::Other(_, ref why) => {
            tracing::warn!("{error}");
            StartError::Failed(SystemError::from(why))
        }
        ListenError::NoPage(why) => not_possible(&why.to_string()),
    }
}

/// What should not have been asked for, or no system should refuse: the log says what it was.
fn not_possible(why: &str) -> StartError {
    tracing::error!("no sign-in can begin: {why}");
    StartError::Failed(SystemError::Other(None))
}
