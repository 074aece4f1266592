//! Every kind of application, in every way, of both generations: it signs in, or the television says what to register.
//!
//! Settings, engine and screen are the program's own; the person's browser is a plain one. Simkl is the stand-in, and for
//! V2 once more a server that is not the project's own.

use std::cell::RefCell;

use couchpin::app::settings::Config;
use couchpin::app::wiring;
use couchpin::auth::{Secret, Service};
use couchpin::engine::Setup;
use couchpin::input::Remote;
use couchpin::services::flow_memory::FlowMemory;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::support::simkl::{Application, ApplicationKind, Options};
use crate::support::{self, EngineScreen, Server as Foreign, engine_screen};

const SECRET: &str = "s3cret";
const RECOMMENDED: &str = "Mobile, desktop & browser apps";
/// The type that a browser cannot sign in with.
const CODES_ONLY: &str = "TV, devices & command line";

/// What is registered, and whether its secret is in the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Registered {
    Browser,
    Device,
    Server,
    ServerWithoutItsSecret,
}

use Registered::{Browser, Device, Server, ServerWithoutItsSecret};

const ALL: [Registered; 4] = [Browser, Device, Server, ServerWithoutItsSecret];

/// The server in Simkl's place.
enum Simkl {
    StandIn(StandIn),
    Foreign(Foreign),
}

impl Simkl {
    /// It knows one application, with this redirect address where its kind has one.
    fn stand_in(registered: Registered, flow: Flow, address: &str) -> Self {
        let kind = match registered {
            Browser => ApplicationKind::Browser,
            Device => ApplicationKind::Device,
            Server | ServerWithoutItsSecret => ApplicationKind::Server(SECRET),
        };
        let stand_in = StandIn::start(Options {
            applications: vec![Application {
                client_id: "living-room".to_owned(),
                flow,
                kind,
                redirect_uri: (registered != Device).then(|| address.to_owned()),
            }],
            interval: Duration::from_secs(1),
            ..Options::default()
        });
        Self::StandIn(stand_in.unwrap())
    }

    /// The same, of V2.
    fn foreign(registered: Registered) -> Self {
        let application = match registered {
            Browser => "living-room:browser",
            Device => "living-room:device",
            Server | ServerWithoutItsSecret => "living-room:server:s3cret",
        };
        let port = free_port().to_string();
        let page = format!("http://127.0.0.1:{port}/pin");
        let options = [
            "--application",
            application,
            "--port",
            &port,
            "--uri",
            &page,
            "--interval",
            "1",
        ];
        Self::Foreign(Foreign::start(support::Flow::Device, &options))
    }

    fn url(&self) -> Url {
        match self {
            Self::StandIn(stand_in) => stand_in.api_url(),
            Self::Foreign(server) => Url::parse(&server.url).unwrap(),
        }
    }

    fn approve(&self, code: &str) {
        match self {
            Self::StandIn(stand_in) => assert!(stand_in.approve(code)),
            Self::Foreign(server) => server.approve(code),
        }
    }

    /// The person approves on the page of the code.
    fn approve_on(&self, page: &Page, browser: &mut PlainBrowser) {
        match self {
            Self::StandIn(_) => {
                let done = browser.send(page, 0, &[]);
                assert!(done.body.contains("Approved"), "{done:?}");
            }
            // It has no such page, but its address holds the code.
            Self::Foreign(server) => server.approve(&parts(&page.url)["user_code"]),
        }
    }

    /// What each request was for that showed a secret.
    fn shown_secrets(&self) -> Vec<String> {
        match self {
            Self::StandIn(stand_in) => {
                let seen = stand_in.requests().into_iter();
                let shown = seen.filter(|seen| seen.had_secret);
                shown.map(|seen| format!("{:?}", seen.kind)).collect()
            }
            Self::Foreign(server) => {
                let shown = server.requests().into_iter().filter(|seen| seen.secret);
                shown.map(|seen| seen.kind).collect()
            }
        }
    }
}

/// A television whose application is of one kind and generation.
struct Television {
    what: String,
    registered: Registered,
    flow: Flow,
    simkl: Simkl,
    engine: Engine,
    screen: RefCell<Harness<'static, EngineScreen>>,
    folder: tempfile::TempDir,
}

impl Television {
    fn of_v1(registered: Registered) -> Self {
        let port = free_port();
        let address = format!("http://127.0.0.1:{port}/callback");
        let simkl = Simkl::stand_in(registered, Flow::Pin, &address);
        Self::with(simkl, registered, Flow::Pin, Some(port))
    }

    fn of_v2(registered: Registered) -> Self {
        let address = "http://127.0.0.1/callback";
        let simkl = Simkl::stand_in(registered, Flow::Device, address);
        Self::with(simkl, registered, Flow::Device, None)
    }

    fn foreign(registered: Registered) -> Self {
        let simkl = Simkl::foreign(registered);
        Self::with(simkl, registered, Flow::Device, None)
    }

    fn with(simkl: Simkl, registered: Registered, flow: Flow, redirect_port: Option<u16>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        let mut config = Config::demo("living-room", &simkl.url(), path.clone()).unwrap();
        config.applications[0].redirect_port = redirect_port;
        let secret = Secret::new(SECRET);
        config.applications[0].provider.client_secret =
            Some(secret).filter(|_| registered == Server);
        let context = wiring::context(&config, Service::simkl());
        let served = wiring::service_setup(&config, Service::simkl()).unwrap();
        let setup = Setup {
            memory: Some(FlowMemory::new(&path)),
            ..alone(served, Tokens::new(path, StoreChoice::InFile))
        };
        let engine = Engine::start(setup, |_| {}).unwrap();
        let screen = engine_screen(&engine, context, Remote::default(), || {});
        Self {
            what: format!("{registered:?} of {flow:?}"),
            registered,
            flow,
            simkl,
            engine,
            screen: RefCell::new(screen),
            folder,
        }
    }

    /// All that a person can read now.
    fn says(&self) -> String {
        let mut screen = self.screen.borrow_mut();
        screen.step();
        let labels = screen.query_all_by(|_| true);
        let labels = labels.filter_map(|node| node.accesskit_node().label());
        labels.collect::<Vec<_>>().join("\n")
    }

    /// A code is on the screen, so it is known which flow works for the application.
    fn code(&self) -> String {
        until(
            &self.engine,
            &format!("code for {}", self.what),
            |view| match view {
                View::Waiting(waiting) => Some(waiting.code.user_code.expose().to_owned()),
                _ => None,
            },
        )
    }

    /// The person allows it on the service's page in the browser that was opened after so many others.
    fn allow(&self, opener: &Opener, others: usize) {
        let (mut browser, address) = opener.browser(others);
        let page = browser.open(&address);
        let back = browser.send(&page, 0, &[]);
        let seen = browser.open(&back.url);
        assert_eq!(seen.status, 200, "{}: {seen:?}", self.what);
    }

    /// The token is stored, and it works. The secret was shown where a token was asked for, and nowhere else.
    fn assert_paired(&self) {
        let check = until(
            &self.engine,
            &format!("pairing of {}", self.what),
            |view| match view {
                View::Paired { check, .. } => Some(check).filter(|check| *check != Check::Pending),
                _ => None,
            },
        );
        assert_eq!(check, Check::Good, "{}", self.what);
        assert!(stored(&self.folder).is_some());
        let shown = self.simkl.shown_secrets();
        let for_tokens = ["Polled", "Exchanged", "poll", "exchange"];
        let fits = |kind: &String| for_tokens.contains(&kind.as_str());
        assert!(shown.iter().all(fits), "{}: {shown:?}", self.what);
        let wants = self.registered == Server && self.flow == Flow::Device;
        assert!(!wants || !shown.is_empty(), "{}", self.what);
    }

    /// The television names the type to register, and no other one.
    fn assert_says_what_to_register(&self) {
        let said = self.says();
        assert!(said.contains(RECOMMENDED), "{}: {said}", self.what);
        assert!(!said.contains(CODES_ONLY), "{}: {said}", self.what);
        assert_eq!(stored(&self.folder), None);
    }

    fn assert_wants_its_secret(&self) {
        until(&self.engine, &format!("refusal of {}", self.what), |view| {
            matches!(view, View::Stopped(_)).then_some(())
        });
        let said = self.says();
        assert!(said.contains("needs its secret"), "{}: {said}", self.what);
        self.assert_says_what_to_register();
    }

    /// What comes of a code that was approved, whichever way its page was opened.
    fn assert_outcome_of_the_code(&self) {
        match (self.registered, self.flow) {
            (ServerWithoutItsSecret, Flow::Device) => self.assert_wants_its_secret(),
            _ => self.assert_paired(),
        }
    }
}

/// Every application of both generations. Each is started when it is asked for: one without its secret shows its code only
/// until the first poll.
fn televisions() -> impl Iterator<Item = Television> {
    let v1 = ALL.into_iter().map(Television::of_v1);
    v1.chain(ALL.into_iter().map(Television::of_v2))
}

fn sign_in_by_a_code(televisions: impl Iterator<Item = Television>) {
    let approve = |television: &Television| television.simkl.approve(&television.code());
    let televisions: Vec<_> = televisions.inspect(approve).collect();
    let outcome = Television::assert_outcome_of_the_code;
    televisions.iter().for_each(outcome);
}

/// `others` browsers were opened before.
fn open_pages_here(televisions: impl Iterator<Item = Television>, others: usize, opener: &Opener) {
    let mut waiting = Vec::new();
    for (place, television) in televisions.enumerate() {
        television.code();
        television.engine.send(Intent::OpenHere);
        let (mut browser, address) = opener.browser(others + place);
        let page = browser.open(&address);
        television.simkl.approve_on(&page, &mut browser);
        waiting.push(television);
    }
    let outcome = Television::assert_outcome_of_the_code;
    waiting.iter().for_each(outcome);
}

fn sign_in_through_a_browser(
    televisions: impl Iterator<Item = Television>,
    others: usize,
    opener: &Opener,
) {
    for (place, television) in televisions.enumerate() {
        let others = others + place;
        television.code();
        television
            .engine
            .send(Intent::SignIn(SignInMethod::Browser));
        match (television.registered, television.flow) {
            (Device, _) => {
                let (mut browser, address) = opener.browser(others);
                assert_eq!(browser.open(&address).status, 400, "{}", television.what);
                until(&television.engine, "browser", |view| {
                    matches!(view, View::AwaitingCode(_)).then_some(())
                });
                television.assert_says_what_to_register();
            }
            (ServerWithoutItsSecret, Flow::Device) => {
                television.allow(opener, others);
                television.assert_wants_its_secret();
            }
            _ => {
                television.allow(opener, others);
                television.assert_paired();
            }
        }
    }
}

#[test]
fn by_a_code_every_application_signs_in_and_one_that_lacks_its_secret_says_so() {
    sign_in_by_a_code(televisions());
}

#[test]
fn on_a_page_that_is_opened_here_every_application_signs_in_as_by_a_code() {
    let test = "on_a_page_that_is_opened_here_every_application_signs_in_as_by_a_code";
    with_a_browser(&format!("simkl::matrix::{test}"), |opener| {
        open_pages_here(televisions(), 0, opener);
    });
}

#[test]
fn through_a_browser_an_application_signs_in_unless_it_is_one_for_codes_only() {
    let test = "through_a_browser_an_application_signs_in_unless_it_is_one_for_codes_only";
    with_a_browser(&format!("simkl::matrix::{test}"), |opener| {
        sign_in_through_a_browser(televisions(), 0, opener);
    });
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn the_systems_browser_goes_through_the_page_and_back() {
    let test = "the_systems_browser_goes_through_the_page_and_back";
    with_a_browser(&format!("simkl::matrix::{test}"), |opener| {
        let browser = support::Browser::on_a_computer("en-GB,en");
        for (others, television) in [Television::of_v1(Browser), Television::of_v2(Browser)]
            .iter()
            .enumerate()
        {
            television.code();
            television
                .engine
                .send(Intent::SignIn(SignInMethod::Browser));
            browser.open(opener.address(others).as_str());
            browser.press("form[action='/sign-in/allow'] button");
            television.assert_paired();
            assert!(browser.text("main").contains("Go back to your TV"));
        }
    });
}

#[test]
#[ignore = "needs python3: run by .ci/run"]
fn a_server_that_is_not_the_projects_own_agrees_about_v2() {
    let test = "a_server_that_is_not_the_projects_own_agrees_about_v2";
    with_a_browser(&format!("simkl::matrix::{test}"), |opener| {
        let televisions = || ALL.into_iter().map(Television::foreign);
        sign_in_by_a_code(televisions());
        open_pages_here(televisions(), 0, opener);
        sign_in_through_a_browser(televisions(), ALL.len(), opener);
    });
}
