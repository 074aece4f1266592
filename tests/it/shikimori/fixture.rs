//! An engine with Shikimori alone, and a Doorkeeper in Shikimori's place.

use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use couchpin::auth::{Issuer, Secret, Service, SignIn, Token};
use couchpin::engine::{Engine, PhonePageSettings, ServiceSetup, Setup};
use couchpin::pairing::{
    Check, CodeSource, Consent, Intent, PhonePage, Plan, SignInMethod, Unattended, View,
};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::{Record, StoreChoice, Tokens};
use couchpin::words::Language;

use crate::engine::until;
use crate::support::setup::alone;
use crate::support::{Doorkeeper, Handset, PlainBrowser};

pub(super) struct Fixture {
    pub(super) doorkeeper: Doorkeeper,
    folder: tempfile::TempDir,
    /// The port of the registered redirect address.
    pub(super) port: u16,
    /// What was kept for the next start.
    kept: Arc<Mutex<Vec<(String, Secret)>>>,
    phones: PhonePageSettings,
}

impl Fixture {
    pub(super) fn new() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        Self {
            doorkeeper: Doorkeeper::redirecting_to(port),
            folder: tempfile::tempdir().unwrap(),
            port,
            kept: Arc::default(),
            phones: PhonePageSettings {
                switched_off: false,
                address: Some("127.0.0.1".parse().unwrap()),
                language: Language::English,
            },
        }
    }

    /// An engine that opens no page for phones.
    pub(super) fn without_phones() -> Self {
        let mut fixture = Self::new();
        fixture.phones.switched_off = true;
        fixture
    }

    /// Starts with the right client, and the code carried by hand.
    pub(super) fn start(&self) -> Engine {
        let settings = self.doorkeeper.settings("canary-secret");
        self.start_with(settings, &[SignInMethod::ManualCode, SignInMethod::Browser])
    }

    pub(super) fn start_with(&self, settings: Settings, ways: &[SignInMethod]) -> Engine {
        let served = ServiceSetup {
            plan: Plan {
                ways: ways.to_vec(),
                flows: Vec::new(),
                redirect_port: Some(self.port),
                worked: None,
                can_be_set_up: true,
                unattended_codes: Unattended::AtMost(4),
            },
            provider: Provider::new(settings).unwrap(),
        };
        let kept = Arc::clone(&self.kept);
        let setup = Setup {
            phones: self.phones,
            keep_client: Box::new(move |service, client| {
                assert_eq!(service, Service::shikimori());
                let secret = client.secret.clone().unwrap();
                kept.lock().unwrap().push((client.id.clone(), secret));
                Ok(())
            }),
            ..alone(served, self.tokens())
        };
        Engine::start(setup, |_| {}).unwrap()
    }

    pub(super) fn tokens(&self) -> Tokens {
        Tokens::new(self.folder.path().to_owned(), StoreChoice::InFile)
    }

    pub(super) fn record(&self) -> Option<Record> {
        let stored = self.tokens().load(Service::shikimori().name()).unwrap();
        stored.map(|stored| stored.record)
    }

    pub(super) fn stored(&self) -> Token {
        self.record().unwrap().token(SystemTime::now())
    }

    pub(super) fn kept(&self) -> Vec<(String, Secret)> {
        self.kept.lock().unwrap().clone()
    }

    /// What came of every exchange so far.
    pub(super) fn exchanges(&self) -> Vec<String> {
        let asked = "POST /oauth/token authorization_code ";
        let requests = self.doorkeeper.requests();
        let answers = requests.iter().filter_map(|one| one.strip_prefix(asked));
        answers.map(str::to_owned).collect()
    }
}

/// Waits until a code is waited for.
pub(super) fn consenting(engine: &Engine) -> Consent {
    until(engine, "page that asks", |view| match view {
        View::AwaitingCode(consent) => Some(*consent),
        _ => None,
    })
}

/// The page for a phone.
pub(super) fn page(consent: &Consent) -> PhonePage {
    match &consent.code_source {
        CodeSource::Phone(page) => page.clone(),
        other => panic!("no page for a phone: {other:?}"),
    }
}

/// Waits for the page for a phone, and scans its address.
pub(super) fn scanned(engine: &Engine) -> (Consent, Handset) {
    let consent = consenting(engine);
    let phone = Handset::that_scanned(&page(&consent));
    (consent, phone)
}

/// The address of the page that shows the person the code, once they have said yes.
pub(super) fn shown_code(consent: &Consent) -> String {
    let sign_in = SignIn {
        address: consent.address.clone(),
        redirect_uri: consent.redirect_uri.clone(),
        state: None,
        verifier: None,
        client_id: String::new(),
        issuer: Issuer {
            identifier: String::new(),
            sends_iss: false,
        },
        code_lifetime: std::time::Duration::from_mins(30),
        flow: None,
    };
    let shown = Doorkeeper::approve(&sign_in, &mut PlainBrowser::default());
    assert_eq!(shown.url.path(), "/oauth/authorize/native");
    shown.url.to_string()
}

/// The code in such an address.
pub(super) fn bare(shown: &str) -> &str {
    shown.split_once("code=").unwrap().1
}

/// Waits until Ann is signed in, and her name stands beside the token.
pub(super) fn assert_paired(engine: &Engine, fixture: &Fixture) {
    until(engine, "pairing", |view| match view {
        View::Paired {
            check: Check::Good,
            account: Some(account),
            ..
        } => (account.name == "Ann").then_some(()),
        _ => None,
    });
    until(engine, "name in the store", |_| fixture.record()?.account);
    let token = fixture.stored();
    assert!(token.refresh_token.is_some());
    let account = crate::support::now(fixture.doorkeeper.client().account(&token));
    assert_eq!(account.unwrap().account.name, "Ann");
}

/// Begins anew after a pairing.
pub(super) fn again(engine: &Engine) {
    engine.send(Intent::PairAgain);
}
