//! Views of all services and of sign-ins through a page, and what a person does there.

use std::time::Duration;

use url::Url;

use super::samples::{ann, context, delay, waiting};
use super::test_tv::TestTv;
use crate::auth::{
    Flow, LOOPBACK, OUT_OF_BAND, Quota, Rejection, RequestError, Secret, Service, SystemError,
    Trouble,
};
use crate::input::Button;
use crate::pairing::{
    CodeSource, Consent, Intent, NoPhone, Notice, PhonePage, Progress, ServiceState, ServiceStatus,
    SetUp, SignInMethod, StartError, Stop, View, Waiting,
};
use crate::system::clock;
use crate::ui::tv::{Ending, UiContext};

/// Two services, of which Shikimori is open.
pub(super) fn shikimori() -> UiContext {
    UiContext {
        provider: Service::shikimori(),
        services: 2,
        usual: SignInMethod::ManualCode,
        redirect_uri: Some("http://127.0.0.1:8765/callback".into()),
        can_be_set_up: true,
        apps_page: "https://shikimori.io/".into(),
        developer_page: "https://shikimori.io/oauth/applications/new".into(),
        ..context()
    }
}

pub(super) fn home(states: [ServiceState; 2]) -> View {
    let standings = [Service::simkl(), Service::shikimori()]
        .into_iter()
        .zip(states);
    View::Home(
        standings
            .map(|(service, state)| ServiceStatus { service, state })
            .collect(),
    )
}

fn page() -> PhonePage {
    PhonePage {
        url: Secret::new("http://192.168.1.20:41234/bcdfghjkmnpqrstvwxyz234567"),
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
        address: Url::parse("https://shikimori.io/oauth/authorize?client_id=abc").unwrap(),
        redirect_uri: redirect_uri.into(),
        code_source,
        progress: Progress::default(),
        expires_at: clock::now() + Duration::from_mins(29),
        expires_in: Duration::from_mins(30),
        notice: None,
    }
}

pub(super) fn consenting(code_source: CodeSource) -> View {
    View::AwaitingCode(Box::new(waits_for(code_source)))
}

pub(super) fn with_phone() -> View {
    consenting(CodeSource::Phone(page()))
}

/// A phone has opened the page, and so many wrong numbers were typed there.
pub(super) fn happening(wrong_numbers: u8) -> View {
    let progress = Progress {
        opened: true,
        wrong_numbers,
        ..Progress::default()
    };
    View::AwaitingCode(Box::new(Consent {
        progress,
        ..waits_for(CodeSource::Phone(page()))
    }))
}

/// The phone that set the application up goes on: it needs no number.
fn number_typed() -> View {
    let progress = Progress {
        opened: true,
        number_typed: true,
        ..Progress::default()
    };
    View::AwaitingCode(Box::new(Consent {
        progress,
        ..waits_for(CodeSource::Phone(page()))
    }))
}

/// The phone that set the application up shows the code, too.
fn on_phone() -> View {
    View::Waiting(Box::new(Waiting {
        on_phone: true,
        ..waiting()
    }))
}

fn set_up(page: Option<PhonePage>) -> View {
    View::SettingUp(Box::new(SetUp {
        page,
        progress: Progress::default(),
        expires_at: clock::now() + Duration::from_mins(29),
    }))
}

/// Every view that a sign-in through a page has, each in the variants that look different.
pub(super) fn every_view() -> Vec<View> {
    let looking = [ServiceState::Looking, ServiceState::Looking];
    let paired = [
        ServiceState::Paired(Some(ann())),
        ServiceState::NeedsAttention,
    ];
    let mut views = vec![
        home(looking),
        home(paired),
        home([ServiceState::NotSetUp, ServiceState::NotPaired]),
        number_typed(),
        on_phone(),
        set_up(None),
        set_up(Some(page())),
        with_phone(),
        consenting(CodeSource::Browser),
        View::Exchanging { trouble: None },
        View::Exchanging {
            trouble: Some(delay(Trouble::Busy)),
        },
    ];
    for why in [
        NoPhone::SwitchedOff,
        NoPhone::NoNetwork,
        NoPhone::PublicAddress,
        NoPhone::Failed,
    ] {
        views.push(consenting(CodeSource::Typing(why)));
    }
    views.extend([0, 4].map(happening));
    for notice in [
        Notice::CodeRefused,
        Notice::AnswerLost,
        Notice::ClientNotKept,
    ] {
        views.push(View::AwaitingCode(Box::new(Consent {
            notice: Some(notice),
            ..waits_for(CodeSource::Phone(page()))
        })));
    }
    let wrong = "invalid_client".to_owned();
    let stops = [
        Stop::SignedOut {
            is_left_in_keyring: true,
        },
        Stop::TimeOver(SignInMethod::Browser),
        Stop::TimeOver(SignInMethod::ManualCode),
        Stop::PageClosed,
        Stop::NotAllowed,
        Stop::OtherIssuer,
        Stop::StartError(StartError::Discovery(Trouble::Timeout.into())),
        Stop::Refused(Rejection::SecretWanted {
            error: wrong.clone(),
        }),
        Stop::Refused(Rejection::Metadata {
            issuer: "https://simkl.example".into(),
        }),
        Stop::PageRefused("invalid_scope".into()),
        Stop::PageRefused("invalid_redirect".into()),
        Stop::Refused(Rejection::Redirect {
            error: "redirect_uri_mismatch".into(),
        }),
        Stop::CodeRefused,
        Stop::CodeLost(Trouble::Timeout),
        Stop::StartError(StartError::PortTaken(8765)),
        Stop::StartError(StartError::NoBrowser),
        Stop::StartError(StartError::NoPhone(NoPhone::SwitchedOff)),
        Stop::StartError(StartError::Failed(SystemError::Timeout)),
        Stop::Refused(Rejection::ClientSecret { error: wrong }),
        Stop::Refused(Rejection::Moved {
            to: "https://shikimori.example".into(),
        }),
        Stop::Refused(Rejection::Request {
            said: "Missing required parameter: code".into(),
        }),
        Stop::Refused(Rejection::NoClientSecret),
        Stop::Refused(Rejection::Other {
            status: 403,
            error: "nope".into(),
        }),
    ];
    views.extend(stops.map(View::Stopped));
    views
}

#[test]
fn services_are_chosen_at_home_and_back_leads_there_again() {
    let states = [ServiceState::Paired(Some(ann())), ServiceState::NotPaired];
    let mut tv = TestTv::with_context(home(states), shikimori());
    assert_eq!(tv.buttons(), ["Simkl", "Shikimori", "More", "Exit"]);
    assert!(tv.says("Your services"));
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::Open(Service::shikimori())]);

    tv.show(with_phone());
    assert_eq!(tv.buttons(), ["Enlarge QR", "Type the code", "More"]);
    std::thread::sleep(Duration::from_millis(450));
    tv.press(Button::Back);
    assert_eq!(tv.buttons(), ["Cancel", "All services"]);
    assert_eq!(tv.focused(), "Cancel");
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::Home]);

    tv.show(super::paired(false));
    std::thread::sleep(Duration::from_millis(450));
    tv.press(Button::Back);
    assert_eq!(tv.intents(), [Intent::Home], "a result is not asked about");
    assert_eq!(tv.ending(), None);
}

#[test]
fn what_is_not_stored_yet_is_not_left_for_another_service() {
    let mut tv = TestTv::with_context(
        home([ServiceState::NotPaired, ServiceState::NotPaired]),
        shikimori(),
    );
    for view in [View::Storing, View::Exchanging { trouble: None }] {
        tv.show(view);
        std::thread::sleep(Duration::from_millis(450));
        tv.press(Button::Back);
        assert_eq!(tv.buttons(), ["Cancel", "Exit"]);
        tv.press(Button::Back);
    }
    let mut kiosk = TestTv::with_context(
        home([ServiceState::NotPaired, ServiceState::NotPaired]),
        UiContext {
            kiosk: true,
            ..shikimori()
        },
    );
    kiosk.press(Button::Back);
    assert!(kiosk.says("Back is off in kiosk mode"));
    kiosk.show(View::Storing);
    std::thread::sleep(Duration::from_millis(450));
    assert_eq!(
        kiosk.buttons(),
        [""; 0],
        "nothing to choose while it is stored"
    );
    kiosk.show(with_phone());
    std::thread::sleep(Duration::from_millis(450));
    kiosk.press(Button::Back);
    assert_eq!(kiosk.buttons(), ["Cancel", "All services"]);
}

#[test]
fn the_words_are_about_the_service_that_is_open() {
    let mut tv = TestTv::with_context(
        home([ServiceState::NotPaired, ServiceState::NotPaired]),
        context(),
    );
    tv.show_service(Service::shikimori(), with_phone());
    assert!(tv.says("Sign in to Shikimori"));
    tv.show_service(Service::simkl(), View::Waiting(Box::new(waiting())));
    assert!(tv.says("Sign in to Simkl"));
}

#[test]
fn whoever_came_to_one_service_leaves_the_program_from_there() {
    let mut tv = TestTv::with_context(super::paired(false), shikimori());
    tv.press(Button::Back);
    assert_eq!(tv.ending(), Some(Ending::Quit));
}

#[test]
fn other_services_and_the_browser_are_under_more_where_there_are_any() {
    let mut tv = TestTv::with_context(with_phone(), shikimori());
    tv.press(Button::Menu);
    let more = tv.buttons();
    assert!(more.contains(&"All services".into()), "{more:?}");
    assert!(more.contains(&"Use a browser".into()), "{more:?}");
    let mut alone = TestTv::with_context(
        with_phone(),
        UiContext {
            services: 1,
            redirect_uri: None,
            ..shikimori()
        },
    );
    alone.press(Button::Menu);
    let more = alone.buttons();
    assert!(!more.contains(&"All services".into()), "{more:?}");
    assert!(!more.contains(&"Use a browser".into()), "{more:?}");
}

#[test]
fn a_browser_that_needs_no_port_is_offered_where_there_is_one_and_a_keyboard() {
    let offered = |address: &str, has_browser, kiosk| {
        let context = UiContext {
            redirect_uri: Some(address.to_owned()),
            has_browser,
            kiosk,
            ..context()
        };
        let mut tv = TestTv::with_context(View::Waiting(Box::new(waiting())), context);
        tv.press(Button::Menu);
        tv.buttons().contains(&"Use a browser".to_owned())
    };
    assert!(offered(LOOPBACK, true, false));
    assert!(!offered(LOOPBACK, false, false));
    assert!(!offered(LOOPBACK, true, true));
    // A port in the settings asks for it.
    assert!(offered("http://127.0.0.1:8765/callback", false, true));
}

#[test]
fn a_browser_is_offered_as_soon_as_the_engine_knows_that_no_port_is_needed() {
    let context = UiContext {
        redirect_uri: None,
        has_browser: true,
        ..context()
    };
    let mut tv = TestTv::with_context(View::Waiting(Box::new(waiting())), context);
    *tv.shared.registered.borrow_mut() = Some(LOOPBACK.to_owned());
    tv.press(Button::Menu);
    assert!(tv.buttons().contains(&"Use a browser".to_owned()));
}

#[test]
fn the_page_of_a_code_can_be_opened_here_where_there_is_a_browser() {
    let more = |view: View, context: UiContext| {
        let mut tv = TestTv::with_context(view, context);
        tv.press(Button::Menu);
        tv.buttons().contains(&"Open it here".to_owned())
    };
    let code = || View::Waiting(Box::new(waiting()));
    assert!(more(code(), context()));
    let without = |change: fn(&mut UiContext)| {
        let mut context = context();
        change(&mut context);
        context
    };
    assert!(!more(
        code(),
        without(|context| context.has_browser = false)
    ));
    assert!(!more(code(), without(|context| context.kiosk = true)));
    assert!(!more(super::paired(false), context()));
    assert!(
        !more(with_phone(), shikimori()),
        "it has no code to compare"
    );
    let mut tv = TestTv::with_context(code(), context());
    tv.open(&["Open it here"]);
    assert!(tv.intents().contains(&Intent::OpenHere));
    assert!(tv.says("Sign in to Simkl"), "the code is seen again");
}

#[test]
fn the_window_goes_out_of_the_browsers_way_until_there_is_something_to_see() {
    let code = |notice| {
        let waiting = waiting();
        View::Waiting(Box::new(Waiting { notice, ..waiting }))
    };
    let mut tv = TestTv::with_context(code(None), context());
    for (view, away) in [
        (code(Some(Notice::OpeningHere)), false),
        (code(Some(Notice::OpenedHere)), true),
        (code(Some(Notice::Expired)), false),
        (code(Some(Notice::OpenedHere)), true),
        (View::Storing, false),
        (code(Some(Notice::NotOpenedHere)), false),
    ] {
        tv.show(view);
        let waits = tv.harness.state().0.waits_for_a_browser();
        assert_eq!(waits, away, "{:?}", tv.shared.view.borrow());
    }
}

#[test]
fn what_stops_a_browser_says_what_the_application_must_be() {
    let stops = [
        Stop::TimeOver(SignInMethod::Browser),
        Stop::PageRefused("unauthorized_client".into()),
        Stop::PageRefused("invalid redirect_uri".into()),
        Stop::Refused(Rejection::Redirect {
            error: "invalid_grant".into(),
        }),
    ];
    let kind = "the type Mobile, desktop & browser apps";
    for stop in stops {
        let view = View::Stopped(stop);
        let simkl = TestTv::with_context(view.clone(), context());
        assert!(simkl.says(kind), "{view:?}");
        assert!(simkl.says("http://127.0.0.1/callback"), "{view:?}");
        // It has one kind, and compares the port.
        let other = TestTv::with_context(view.clone(), shikimori());
        assert!(!other.says(kind), "{view:?}");
        assert!(other.says("http://127.0.0.1:8765/callback"), "{view:?}");
    }
}

#[test]
fn a_browser_without_an_application_says_which_type_to_register() {
    let lacks = StartError::Settings(Rejection::NoClientId);
    let tv = TestTv::with_context(View::Stopped(Stop::StartError(lacks)), context());
    assert!(tv.says("type: Mobile, desktop & browser apps"));
}

/// Goes to a key of the keyboard on the screen and presses OK.
fn strike(tv: &mut TestTv, key: &str) {
    let keys = tv.buttons();
    let to = keys.iter().position(|name| name == key);
    let to = to.unwrap_or_else(|| panic!("no {key} among {keys:?}"));
    let at = |tv: &TestTv| keys.iter().position(|name| *name == tv.focused()).unwrap();
    for _ in 0..30 {
        // Ten keys and an action.
        let (from, columns) = (at(tv), 11);
        let button = match (from / columns, to / columns) {
            (row, wanted) if row < wanted => Button::Down,
            (row, wanted) if row > wanted => Button::Up,
            _ if from % columns < to % columns => Button::Right,
            _ if from % columns > to % columns => Button::Left,
            _ => break,
        };
        tv.press(button);
    }
    assert_eq!(tv.focused(), key);
    tv.press(Button::Ok);
}

#[test]
fn a_whole_code_is_typed_with_arrows_and_ok() {
    let code = "aB3-_".repeat(9)[..43].to_owned();
    let mut tv = TestTv::with_context(with_phone(), shikimori());
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.focused(), "q");
    strike(&mut tv, "z");
    strike(&mut tv, "Delete");
    let mut capital = false;
    for character in code.chars() {
        let wants = character.is_ascii_uppercase();
        if character.is_ascii_alphabetic() && wants != capital {
            strike(&mut tv, "capital or small letters");
            capital = wants;
        }
        let key = match character {
            '-' => "hyphen".to_owned(),
            '_' => "underscore".to_owned(),
            letter if wants => format!("capital {letter}"),
            other => other.to_string(),
        };
        strike(&mut tv, &key);
        assert_eq!(tv.intents(), []);
    }
    assert_eq!(tv.focused(), "Send", "there is nothing more to type");
    tv.press(Button::Ok);
    let intents = tv.intents();
    let [Intent::Typed(typed)] = &intents[..] else {
        panic!("{intents:?}")
    };
    assert_eq!(typed.expose(), code);
}

#[test]
fn half_a_code_cannot_be_sent_and_back_keeps_what_is_typed() {
    let mut tv = TestTv::with_context(with_phone(), shikimori());
    tv.press(Button::Right);
    tv.press(Button::Ok);
    for _ in 0..3 {
        tv.press(Button::Ok);
    }
    tv.press(Button::Digit(7));
    assert!(tv.buttons().contains(&"Send".to_owned()));
    assert!(!tv.enabled().contains(&"Send".to_owned()));
    tv.press(Button::PageDown);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), []);
    tv.press(Button::Back);
    assert_eq!(tv.focused(), "Type the code");
    tv.press(Button::Ok);
    assert!(tv.says("4 of 43"), "it is still there");
}

#[test]
fn a_wrong_secret_can_be_set_up_again_where_a_page_is_allowed() {
    let refused = || {
        View::Stopped(Stop::Refused(Rejection::ClientSecret {
            error: "invalid_client".into(),
        }))
    };
    let tv = TestTv::with_context(refused(), shikimori());
    assert_eq!(tv.buttons(), ["Set up again", "Try again", "Exit"]);
    let tv = TestTv::with_context(
        refused(),
        UiContext {
            can_be_set_up: false,
            ..shikimori()
        },
    );
    assert_eq!(tv.buttons(), ["Try again", "Exit"]);
}

#[test]
fn an_application_that_lacks_its_secret_is_told_what_to_give_or_to_register() {
    let stop = Stop::Refused(Rejection::SecretWanted {
        error: "invalid_client".into(),
    });
    let context = UiContext {
        can_be_set_up: true,
        ..super::samples::context()
    };
    let tv = TestTv::with_context(View::Stopped(stop), context);
    assert!(tv.says("This application needs its secret"));
    for said in [
        "The client ID is right",
        "Server apps & services",
        "Mobile, desktop & browser apps",
    ] {
        assert!(tv.says(said), "{said}");
    }
    assert_eq!(tv.buttons(), ["Set up again", "Try again", "Exit"]);
}

#[test]
fn an_issuer_that_does_not_fit_is_named_and_where_it_is_set() {
    let issuer = || "https://simkl.example".to_owned();
    let unfit = || Rejection::Metadata { issuer: issuer() };
    let pin = Rejection::Other {
        status: 400,
        error: "unauthorized_client".into(),
    };
    for stop in [
        Stop::Rejected(vec![(Flow::Pin, pin), (Flow::Device, unfit())]),
        Stop::Refused(unfit()),
        Stop::StartError(StartError::Discovery(RequestError::Rejected(unfit()))),
    ] {
        let tv = TestTv::with_context(View::Stopped(stop), super::samples::context());
        assert!(tv.says("Wrong issuer in the settings"));
        assert!(tv.says("simkl.example publishes"));
        assert!(tv.says("config.toml"));
    }
}

#[test]
fn an_answer_of_another_service_says_that_nothing_was_taken() {
    let mut tv = TestTv::with_context(View::Stopped(Stop::OtherIssuer), super::samples::context());
    assert!(tv.says("The answer came from a different service than Simkl"));
    assert!(tv.says("Nothing was used. Try again."));
    assert_eq!(tv.buttons(), ["Try again", "Use a code", "Exit"]);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::TryNow]);
}

#[test]
fn a_redirect_address_that_is_refused_is_named_and_a_code_does_without_it() {
    let address = "http://127.0.0.1:8765/callback";
    let context = || UiContext {
        redirect_uri: Some(address.to_owned()),
        ..super::samples::context()
    };
    let error = "redirect_uri_mismatch".to_owned();
    for stop in [
        Stop::PageRefused("invalid_redirect".into()),
        Stop::Refused(Rejection::Redirect { error }),
    ] {
        let tv = TestTv::with_context(View::Stopped(stop), context());
        assert!(tv.says("Simkl doesn’t know the redirect URI"));
        assert!(tv.says(address));
        assert_eq!(tv.buttons(), ["Try again", "Use a code", "Exit"]);
    }
}

#[test]
fn another_application_is_offered_where_it_helps() {
    let offered = |view: View| {
        let mut tv = TestTv::with_context(view, context());
        tv.press(Button::Menu);
        tv.buttons().contains(&"Set up again".to_owned())
    };
    let asking = |trouble| View::Asking {
        on_phone: false,
        notice: None,
        trouble,
    };
    assert!(!offered(asking(None)), "a code may come at once");
    for trouble in [Trouble::ClientBlocked, Trouble::Timeout] {
        assert!(offered(asking(Some(delay(trouble)))), "{trouble:?}");
    }
    let with_code = |trouble| {
        View::Waiting(Box::new(Waiting {
            trouble: Some(delay(trouble)),
            ..waiting()
        }))
    };
    let limit = |quota| with_code(Trouble::DailyLimit(quota, None));
    assert!(offered(limit(Quota::Application)));
    assert!(!offered(limit(Quota::Person)));
    assert!(!offered(with_code(Trouble::Timeout)));
    let of_kind = |kind| {
        let mut view = super::paired(false);
        if let View::Paired { refreshable, .. } = &mut view {
            *refreshable = kind;
        }
        view
    };
    assert!(offered(of_kind(false)));
    assert!(
        !offered(of_kind(true)),
        "it needs its own application to be refreshed"
    );
}

#[test]
fn a_phone_that_goes_on_after_the_set_up_is_not_asked_to_scan_or_for_a_number() {
    let mut tv = TestTv::with_context(number_typed(), shikimori());
    assert!(tv.says_exactly("Phone connected"));
    assert!(tv.says("tap Allow and copy the code"));
    assert!(!tv.says("Scan the QR code") && !tv.says("type this number"));
    assert_eq!(tv.buttons()[0], "Show QR");
    tv.press(Button::Ok);
    assert!(tv.says("type this number"), "another phone needs it");
    assert!(tv.says("QR code to the page for your phone"));
    let mut tv = TestTv::showing(on_phone());
    assert!(tv.says_exactly("Phone connected"));
    assert!(tv.says("tap “Continue to Simkl”"));
    assert!(tv.says("Compare this code"));
    assert!(!tv.says("simkl.com/pin"), "nothing is to be typed");
    assert_eq!(tv.buttons()[0], "Show QR");
    tv.press(Button::Ok);
    assert!(tv.says("QR code to simkl.com/pin"));
}

#[test]
fn the_enlarged_qr_is_there_although_a_phone_is_connected() {
    let mut tv = TestTv::with_context(happening(0), shikimori());
    assert!(!tv.says("QR code to the page for your phone"));
    tv.press(Button::Ok);
    assert!(tv.says("QR code to the page for your phone"));
}

#[test]
fn a_token_that_does_not_come_is_an_error_with_a_way_to_set_up_again() {
    let trouble = Some(delay(Trouble::Dns));
    let mut tv = TestTv::with_context(View::Exchanging { trouble }, shikimori());
    std::thread::sleep(Duration::from_secs(3));
    tv.harness.step();
    assert!(tv.says_exactly("Can’t find Shikimori") && tv.says("Trying again in"));
    assert!(!tv.says("Signing in"));
    assert_eq!(tv.buttons(), ["Try again", "Set up again", "Exit"]);
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::SetUp]);
}

#[test]
fn a_code_that_does_not_come_after_a_set_up_offers_another_one() {
    let mut tv = TestTv::showing(set_up(None));
    tv.show(View::Asking {
        trouble: Some(delay(Trouble::Dns)),
        notice: None,
        on_phone: true,
    });
    assert_eq!(tv.buttons(), ["Try again", "Set up again", "More"]);
    assert!(tv.says_exactly("Phone connected"));
}
