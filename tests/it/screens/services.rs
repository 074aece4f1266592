//! All services, and sign-ins through a page: views, facts, and the scenes that have a picture.

use std::time::Duration;

use couchpin::auth::{OUT_OF_BAND, Rejection, Secret, Service, Trouble};
use couchpin::input::Button;
use couchpin::pairing::{
    CodeSource, Consent, NoPhone, Notice, PhonePage, Progress, ServiceState, ServiceStatus, SetUp,
    SignInMethod, StartError, Stop, View, Waiting,
};
use couchpin::ui::tv::{Language, TextSize};
use url::Url;

use super::samples::{ahead, ann, delay, device, shown};
use super::scene::Scene;

/// A scene of two services, of which Shikimori is open.
fn of(name: &'static str, view: fn() -> View) -> Scene {
    Scene::of(name, view).with_context(|context| {
        context.provider = Service::shikimori();
        context.services = 2;
        context.usual = SignInMethod::ManualCode;
        context.redirect_uri = Some("http://127.0.0.1:8765/callback".into());
        context.can_be_set_up = true;
        context.apps_page = "https://shikimori.io/".into();
        context.developer_page = "https://shikimori.io/oauth/applications/new".into();
    })
}

/// The same of Simkl, whose browser comes back to any port.
fn simkl(name: &'static str, view: fn() -> View) -> Scene {
    Scene::of(name, view).with_context(|context| {
        context.services = 2;
        context.redirect_uri = Some("http://127.0.0.1/callback".into());
        context.can_be_set_up = true;
    })
}

fn home() -> View {
    let states = [ServiceState::Paired(Some(ann())), ServiceState::NotPaired];
    let standings = [Service::simkl(), Service::shikimori()]
        .into_iter()
        .zip(states);
    View::Home(
        standings
            .map(|(service, state)| ServiceStatus { service, state })
            .collect(),
    )
}

/// The address that the page for a phone might have.
pub(super) const PAGE: &str = "http://192.168.1.20:41234/bcdfghjkmnpqrstvwxyz234567";
/// The consent page.
pub(super) const CONSENT: &str = "https://shikimori.io/oauth/authorize?response_type=code\
    &client_id=lN2wKcHhQfTz0V4J8mXbYs6RgPe1uDi7aoCk3WvqE5A\
    &redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob&scope=user_rates";

fn page() -> PhonePage {
    PhonePage {
        url: Secret::new(PAGE),
        number: Secret::new("6379"),
        expires_in: Duration::from_mins(30),
    }
}

fn waits_for(code_source: CodeSource) -> Consent {
    let (way, redirect_uri) = match code_source {
        CodeSource::Browser => (SignInMethod::Browser, "http://127.0.0.1:8765/callback"),
        CodeSource::Phone(_) | CodeSource::Typing(_) => (SignInMethod::ManualCode, OUT_OF_BAND),
    };
    Consent {
        way,
        address: Url::parse(CONSENT).unwrap(),
        redirect_uri: redirect_uri.into(),
        code_source,
        progress: Progress::default(),
        expires_at: ahead(24 * 60 + 32),
        expires_in: Duration::from_mins(30),
        notice: None,
    }
}

fn view(consent: Consent) -> View {
    View::AwaitingCode(Box::new(consent))
}

pub(super) fn with_phone() -> View {
    view(waits_for(CodeSource::Phone(page())))
}

pub(super) fn without_page() -> View {
    view(waits_for(CodeSource::Typing(NoPhone::NoNetwork)))
}

fn in_browser() -> View {
    view(waits_for(CodeSource::Browser))
}

fn wrong_number() -> View {
    let progress = Progress {
        opened: true,
        wrong_numbers: 2,
        ..Progress::default()
    };
    view(Consent {
        progress,
        ..waits_for(CodeSource::Phone(page()))
    })
}

fn code_refused() -> View {
    view(Consent {
        notice: Some(Notice::CodeRefused),
        ..waits_for(CodeSource::Phone(page()))
    })
}

fn setting_up() -> View {
    let progress = Progress {
        opened: true,
        wrong_numbers: 0,
        ..Progress::default()
    };
    View::SettingUp(Box::new(SetUp {
        page: Some(page()),
        progress,
        expires_at: ahead(24 * 60 + 32),
    }))
}

/// The phone that set the application up goes on.
fn number_typed() -> View {
    let progress = Progress {
        opened: true,
        number_typed: true,
        ..Progress::default()
    };
    view(Consent {
        progress,
        ..waits_for(CodeSource::Phone(page()))
    })
}

/// The same at Simkl: the phone shows the code, too.
fn on_phone() -> View {
    shown(Waiting {
        on_phone: true,
        ..device("BDWP-HQPK")
    })
}

fn exchanging() -> View {
    let trouble = Some(delay(Trouble::Busy));
    View::Exchanging { trouble }
}

fn refused(rejection: Rejection) -> View {
    View::Stopped(Stop::Refused(rejection))
}

/// The page for a phone, as it first comes.
pub(super) fn phone() -> Scene {
    of("phone", with_phone)
}

/// The same, with a QR as large as the television.
pub(super) fn phone_bigger() -> Scene {
    of("phone-bigger", with_phone).press(Button::Ok)
}

/// The consent page's own QR.
pub(super) fn typing() -> Scene {
    of("typing", without_page)
}

/// Types `abca` on the keyboard, and sends it if it is to.
fn keyboard(name: &'static str, sends: bool) -> Scene {
    let scene = of(name, with_phone)
        .choose("Type the code")
        .press(Button::Ok)
        .press(Button::Right)
        .press(Button::Ok);
    if sends {
        scene.press(Button::PageDown).press(Button::Ok)
    } else {
        scene
    }
}

/// All of them.
pub(super) fn scenes() -> Vec<Scene> {
    let large = |scene: Scene| scene.with_preferences(|chosen| chosen.text = TextSize::Large);
    vec![
        of("home", home),
        phone(),
        phone_bigger(),
        of("phone-wrong-number", wrong_number),
        of("phone-code-refused", code_refused),
        of("phone-set-up", setting_up),
        of("phone-known", setting_up).becomes(number_typed),
        of("phone-known-bigger", setting_up)
            .becomes(number_typed)
            .press(Button::Ok),
        simkl("phone-continue", setting_up).becomes(on_phone),
        large(simkl("phone-continue-large", setting_up).becomes(on_phone)),
        simkl("phone-continue-russian", setting_up)
            .becomes(on_phone)
            .speaking(Language::Russian),
        large(of("phone-large", with_phone)),
        of("phone-german", with_phone).speaking(Language::German),
        of("phone-russian", with_phone).speaking(Language::Russian),
        typing(),
        keyboard("keyboard", false),
        keyboard("keyboard-short", true),
        of("browser", in_browser),
        of("more-services", with_phone).open(&[]),
        of("exchanging", exchanging),
        of("time-over", || {
            View::Stopped(Stop::TimeOver(SignInMethod::ManualCode))
        }),
        of("page-closed", || View::Stopped(Stop::PageClosed)),
        of("port-taken", || {
            View::Stopped(Stop::StartError(StartError::PortTaken(8765)))
        }),
        of("no-application", || {
            let why = StartError::NoPhone(NoPhone::SwitchedOff);
            View::Stopped(Stop::StartError(why))
        }),
        of("wrong-secret", || {
            refused(Rejection::ClientSecret {
                error: "invalid_client".into(),
            })
        }),
        simkl("secret-wanted", || {
            refused(Rejection::SecretWanted {
                error: "invalid_client".into(),
            })
        }),
        simkl("other-issuer", || View::Stopped(Stop::OtherIssuer)),
        of("moved", || {
            refused(Rejection::Moved {
                to: "https://shikimori.example".into(),
            })
        }),
        of("code-lost", || {
            View::Stopped(Stop::CodeLost(Trouble::Timeout))
        }),
    ]
}
