//! Several services in one engine, of which one is open at most.

use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use couchpin::auth::{ClientCredentials, Flow, Service};
use couchpin::engine::{Engine, PhonePageSettings, ServiceSetup, Setup};
use couchpin::pairing::{
    Check, Intent, Plan, ServiceState, ServiceStatus, SignInMethod, Unattended, View,
};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::{StoreChoice, Tokens};
use couchpin::words::Language;
use url::Url;

use crate::engine::until;
use crate::support::setup::alone;
use crate::support::simkl::{Fault, Kind, StandIn};
use crate::support::{Handset, SOON, wait_for};

/// Simkl, and a Shikimori that does not know its application yet.
fn start(server: &StandIn, folder: &std::path::Path) -> Engine {
    let simkl = Settings {
        client_id: Some("client".into()),
        ..Settings::at(Service::simkl(), &server.api_url())
    };
    // Nothing listens there: nothing is asked without an application.
    let nowhere = Url::parse("http://127.0.0.1:9").unwrap();
    let shikimori = Settings::at(Service::shikimori(), &nowhere);
    let by_code = ServiceSetup {
        provider: Provider::new(simkl).unwrap(),
        plan: crate::support::setup::by_code(Unattended::AtMost(4), vec![Flow::Pin]),
    };
    let by_hand = ServiceSetup {
        provider: Provider::new(shikimori).unwrap(),
        plan: Plan {
            ways: vec![SignInMethod::ManualCode],
            flows: Vec::new(),
            redirect_port: None,
            worked: None,
            can_be_set_up: true,
            unattended_codes: Unattended::AtMost(4),
        },
    };
    let tokens = Tokens::new(folder.to_owned(), StoreChoice::InFile);
    let mut setup = Setup {
        first: None,
        phones: PhonePageSettings {
            switched_off: false,
            address: Some("127.0.0.1".parse().unwrap()),
            language: Language::English,
        },
        ..alone(by_code, tokens)
    };
    setup.services.push(by_hand);
    Engine::start(setup, |_| {}).unwrap()
}

/// Waits until it is known how things stand; with Simkl and with Shikimori.
fn standings(engine: &Engine) -> [ServiceState; 2] {
    until(engine, "standings", |view| match view {
        View::Home(standings) => {
            let known = |one: &ServiceStatus| one.state != ServiceState::Looking;
            let [simkl, shikimori] = <[ServiceStatus; 2]>::try_from(standings).ok()?;
            assert_eq!(simkl.service, Service::simkl());
            (known(&simkl) && known(&shikimori)).then_some([simkl.state, shikimori.state])
        }
        _ => None,
    })
}

#[test]
fn a_person_signs_in_to_one_service_looks_at_another_and_comes_back() {
    let (server, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let engine = start(&server, folder.path());
    assert_eq!(
        standings(&engine),
        [ServiceState::NotPaired, ServiceState::NotSetUp]
    );
    assert_eq!(server.requests().len(), 0, "looking asks no service");

    engine.send(Intent::Open(Service::simkl()));
    let code = until(&engine, "code", |view| match view {
        View::Waiting(waiting) => Some(waiting.code.user_code),
        _ => None,
    });
    assert!(server.approve(code.expose()));
    until(&engine, "pairing", |view| match view {
        View::Paired { check, .. } => (check == Check::Good).then_some(()),
        _ => None,
    });
    engine.send(Intent::Home);
    let [simkl, other] = standings(&engine);
    let ServiceState::Paired(Some(account)) = simkl else {
        panic!("{simkl:?}")
    };
    assert_eq!(
        (account.name.as_str(), other),
        ("Ann", ServiceState::NotSetUp)
    );

    engine.send(Intent::Open(Service::shikimori()));
    let page = until(&engine, "page for a phone", |view| match view {
        View::SettingUp(set_up) => set_up.page,
        _ => None,
    });
    assert_eq!(engine.scenes().borrow().service, Service::shikimori());
    let phone = Handset::that_scanned(&page);
    assert_eq!(phone.look().status, 200);
    engine.send(Intent::Home);
    standings(&engine);
    let url = Url::parse(page.url.expose()).unwrap();
    let address = url.socket_addrs(|| None).unwrap()[0];
    wait_for("end of the page", SOON, || {
        TcpStream::connect(address).err()
    });
    engine.leave();
}

#[test]
fn an_approval_that_arrives_after_its_service_was_left_is_not_lost() {
    let (server, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let engine = start(&server, folder.path());
    engine.send(Intent::Open(Service::simkl()));
    let code = until(&engine, "code", |view| match view {
        View::Waiting(waiting) => Some(waiting.code.user_code),
        _ => None,
    });
    server.set_fault(Some(Fault::Delay(SOON / 4)));
    assert!(server.approve(code.expose()));
    let poll = || {
        let requests = server.requests();
        requests.into_iter().find(|seen| seen.kind == Kind::Polled)
    };
    wait_for("poll", SOON, poll);
    server.set_fault(None);
    engine.send(Intent::Home);
    engine.send(Intent::Open(Service::shikimori()));
    until(&engine, "other service", |view| {
        matches!(view, View::SettingUp(_)).then_some(())
    });
    let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
    // At once: the power may fail before the person comes back.
    wait_for("token of Simkl", SOON, || tokens.load("simkl").unwrap());
    assert_eq!(engine.scenes().borrow().service, Service::shikimori());
    assert!(
        tokens.load("shikimori").unwrap().is_none(),
        "not in its place"
    );
    engine.send(Intent::Home);
    until(&engine, "pairing", |view| match view {
        View::Home(standings) => match &standings[0].state {
            ServiceState::Paired(_) => Some(()),
            _ => None,
        },
        _ => None,
    });
    engine.leave();
}

#[test]
fn a_phone_gives_simkls_client_id_and_the_code_comes_on_the_television() {
    let (server, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
    let settings = Settings::at(Service::simkl(), &server.api_url());
    let simkl = ServiceSetup {
        provider: Provider::new(settings).unwrap(),
        plan: Plan {
            can_be_set_up: true,
            ..crate::support::setup::by_code(Unattended::AtMost(4), vec![Flow::Pin])
        },
    };
    let kept = Arc::new(Mutex::new(Vec::new()));
    let drawer = Arc::clone(&kept);
    let setup = Setup {
        phones: PhonePageSettings {
            address: Some("127.0.0.1".parse().unwrap()),
            ..PhonePageSettings::default()
        },
        keep_client: Box::new(move |service, client| {
            drawer.lock().unwrap().push((service, client.clone()));
            Ok(())
        }),
        ..alone(
            simkl,
            Tokens::new(folder.path().to_owned(), StoreChoice::InFile),
        )
    };
    let engine = Engine::start(setup, |_| {}).unwrap();
    let page = until(&engine, "page for a phone", |view| match view {
        View::SettingUp(set_up) => set_up.page,
        _ => None,
    });
    let phone = Handset::that_scanned(&page);
    let register = server.api_url().join("settings/developer").unwrap();
    assert!(phone.look().body.contains(register.as_str()));
    assert_eq!(server.requests().len(), 0);
    assert_eq!(phone.give_client("client", "").status, 303);
    let code = until(&engine, "code", |view| match view {
        View::Waiting(waiting) => Some(waiting.code.user_code),
        _ => None,
    });
    let client = ClientCredentials::public("client");
    assert_eq!(*kept.lock().unwrap(), [(Service::simkl(), client)]);
    assert!(phone.look().body.contains("Simkl is set up on your TV"));
    assert!(server.approve(code.expose()));
    until(&engine, "pairing", |view| match view {
        View::Paired { check, .. } => (check == Check::Good).then_some(()),
        _ => None,
    });
}
