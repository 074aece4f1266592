//! A sign-in through a page: what is waited for, and how long (rules 13, 16 and 17).

use super::*;
use crate::auth::{AuthorizationCode, ClientCredentials, Issuer, OUT_OF_BAND, SignIn};

pub(super) const BY_HAND: &[SignInMethod] = &[SignInMethod::ManualCode, SignInMethod::Browser];

/// A machine that knows these ways, and whose store was found empty.
pub(super) fn harness(ways: &[SignInMethod]) -> Harness {
    let start = Instant::now();
    let plan = plan(ways, true);
    let (machine, now) = (Pairing::new(plan, start), start);
    let mut harness = Harness {
        machine,
        start,
        now,
    };
    let load = harness.order();
    harness.answer(&load, ActionResult::Loaded(Ok(None)));
    harness
}

pub(super) fn plan(ways: &[SignInMethod], can_be_set_up: bool) -> Plan {
    Plan {
        ways: ways.to_vec(),
        flows: vec![Flow::Pin],
        redirect_port: Some(8765),
        worked: None,
        can_be_set_up,
        unattended_codes: Unattended::AtMost(4),
    }
}

pub(super) fn page() -> PhonePage {
    PhonePage {
        url: Secret::new("http://192.168.1.20:4711/abc"),
        number: Secret::new("1234"),
        expires_in: Duration::from_mins(30),
    }
}

pub(super) fn begun(code_source: CodeSource) -> Box<SignInStarted> {
    let (redirect_uri, minutes) = match code_source {
        CodeSource::Browser => ("http://127.0.0.1:8765/callback", 5),
        CodeSource::Phone(_) | CodeSource::Typing(_) => (OUT_OF_BAND, 30),
    };
    Box::new(SignInStarted {
        sign_in: SignIn {
            address: Url::parse("https://shikimori.io/oauth/authorize").unwrap(),
            redirect_uri: redirect_uri.into(),
            state: None,
            verifier: None,
            client_id: credentials().id,
            issuer: Issuer {
                identifier: "https://shikimori.io".into(),
                sends_iss: false,
            },
            code_lifetime: Duration::from_mins(30),
            flow: None,
        },
        code_source,
        expires_in: Duration::from_mins(minutes),
    })
}

pub(super) fn carried_code(text: &str) -> AuthorizationCode {
    AuthorizationCode::received(text).unwrap()
}

pub(super) fn credentials() -> ClientCredentials {
    ClientCredentials {
        id: "id".into(),
        secret: Some(Secret::new("secret")),
    }
}

pub(super) fn client() -> SignInEvent {
    SignInEvent::Client(credentials())
}

impl Harness {
    /// Answers the order that begins a sign-in; returns its ticket.
    pub(super) fn begin(&mut self, code_source: CodeSource) -> u32 {
        let order = self.order();
        let way = match code_source {
            CodeSource::Browser => SignInMethod::Browser,
            CodeSource::Phone(_) | CodeSource::Typing(_) => SignInMethod::ManualCode,
        };
        assert_eq!(order.action, Action::Begin(way));
        self.answer(&order, ActionResult::SignInStarted(Ok(begun(code_source))));
        order.ticket
    }

    pub(super) fn event(&mut self, ticket: u32, event: SignInEvent) {
        self.machine.event(ticket, event, self.now);
    }

    pub(super) fn apply(&mut self, intent: Intent) {
        self.machine.apply(intent, self.now);
    }

    /// A page for a phone waits for a code; with the ticket of the order that opened it.
    pub(super) fn carried() -> (Self, u32) {
        let mut harness = harness(BY_HAND);
        let code_source = harness.begin(CodeSource::Phone(page()));
        (harness, code_source)
    }

    /// The same for a browser.
    pub(super) fn browser() -> (Self, u32) {
        let mut harness = harness(&[SignInMethod::Browser]);
        let code_source = harness.begin(CodeSource::Browser);
        (harness, code_source)
    }

    /// A page for a phone asks for the client id and secret.
    pub(super) fn setting_up() -> (Self, u32) {
        let mut harness = harness(BY_HAND);
        let begin = harness.order();
        let lacks = StartError::Settings(Rejection::NoClientId);
        harness.answer(&begin, ActionResult::SignInStarted(Err(lacks)));
        let ask = harness.order();
        assert_eq!(ask.action, Action::AskForClient(SignInMethod::ManualCode));
        harness.answer(&ask, ActionResult::AskingForClient(Ok(page())));
        (harness, ask.ticket)
    }

    pub(super) fn consent(&self) -> Consent {
        match self.machine.view() {
            View::AwaitingCode(consent) => *consent,
            other => panic!("no page asks: {other:?}"),
        }
    }

    pub(super) fn assert_stopped(&self, stop: Stop) {
        assert_eq!(self.machine.view(), View::Stopped(stop));
        assert_eq!(self.machine.receiver, None, "nothing is waited for");
        assert_eq!(self.machine.next_deadline(), None);
    }

    pub(super) fn assert_told(&mut self, told: FormOutcome) {
        assert_eq!(self.order().action, Action::NotifyPhone(told));
    }
}

#[test]
fn a_phone_is_waited_for_half_an_hour_and_a_browser_five_minutes() {
    for ((mut harness, _), way, minutes) in [
        (Harness::carried(), SignInMethod::ManualCode, 30),
        (Harness::browser(), SignInMethod::Browser, 5),
    ] {
        assert_eq!(harness.machine.next_action(harness.now), None);
        let end = harness.start + Duration::from_mins(minutes);
        assert_eq!(harness.machine.next_deadline().unwrap().at, end);
        harness.now = end;
        let (told, _) = harness.next();
        assert_eq!(told.action, Action::NotifyPhone(FormOutcome::Failed));
        harness.assert_stopped(Stop::TimeOver(way));
        assert_eq!(harness.machine.next_action(harness.now), None);
        harness.apply(Intent::TryNow);
        assert_eq!(harness.order().action, Action::Begin(way));
    }
}

#[test]
fn what_ends_on_the_page_is_shown_and_nothing_is_waited_for_any_longer() {
    for (event, stop) in [
        (SignInEvent::Denied, Stop::NotAllowed),
        (SignInEvent::OtherIssuer, Stop::OtherIssuer),
        (
            SignInEvent::Refused("invalid_scope".into()),
            Stop::PageRefused("invalid_scope".into()),
        ),
        (SignInEvent::TimeOver, Stop::TimeOver(SignInMethod::Browser)),
    ] {
        let (mut harness, ticket) = Harness::browser();
        harness.event(ticket, event);
        harness.assert_stopped(stop);
    }
    let (mut harness, ticket) = Harness::carried();
    harness.event(ticket, SignInEvent::Closed);
    harness.assert_stopped(Stop::PageClosed);
    harness.assert_told(FormOutcome::Failed);
}

#[test]
fn what_happens_on_the_page_is_shown() {
    let (mut harness, ticket) = Harness::carried();
    assert_eq!(harness.consent().progress, Progress::default());
    harness.event(ticket, SignInEvent::Opened);
    harness.event(ticket, SignInEvent::WrongNumber(2));
    let shown = Progress {
        opened: true,
        wrong_numbers: 2,
        ..Progress::default()
    };
    assert_eq!(harness.consent().progress, shown);
    let (mut harness, ticket) = Harness::setting_up();
    harness.event(ticket, SignInEvent::WrongNumber(2));
    harness.event(ticket, SignInEvent::Opened);
    let View::SettingUp(set_up) = harness.machine.view() else {
        panic!()
    };
    assert_eq!((set_up.progress, set_up.page), (shown, Some(page())));
}

#[test]
fn what_happens_on_a_page_that_is_no_longer_waited_for_is_dropped() {
    let (mut harness, old) = Harness::carried();
    harness.apply(Intent::TryNow);
    assert_eq!(harness.machine.receiver, None, "it is let go at once");
    let code = SignInEvent::Code(carried_code("a"));
    harness.event(old, code.clone());
    let new = harness.begin(CodeSource::Phone(page()));
    assert_ne!(old, new);
    for event in [
        code,
        SignInEvent::Closed,
        SignInEvent::Denied,
        SignInEvent::Opened,
        client(),
    ] {
        harness.event(old, event);
        assert_eq!(harness.consent().progress, Progress::default());
    }
    assert_eq!(harness.machine.next_action(harness.now), None);
}

#[test]
fn a_page_that_opens_too_late_is_not_waited_for() {
    let mut harness = harness(BY_HAND);
    let late = harness.order();
    harness.apply(Intent::SignIn(SignInMethod::Browser));
    let waited = harness.begin(CodeSource::Browser);
    harness.answer(
        &late,
        ActionResult::SignInStarted(Ok(begun(CodeSource::Phone(page())))),
    );
    assert_eq!(harness.machine.receiver, Some(waited));
    assert_eq!(harness.consent().way, SignInMethod::Browser);
}

/// The machine in each state in which nothing is paired and nothing is on its way.
fn between() -> Vec<Harness> {
    let [mut asking, mut waiting, beginning, mut stopped, mut resting] = [
        harness(&[SignInMethod::Code, SignInMethod::Browser]),
        harness(&[SignInMethod::Code, SignInMethod::Browser]),
        harness(&[SignInMethod::Browser, SignInMethod::Code]),
        harness(&[SignInMethod::Browser, SignInMethod::Code]),
        harness(&[SignInMethod::Code, SignInMethod::Browser]),
    ];
    asking.order();
    waiting.give_code("AAAAA");
    waiting.sleep(6);
    waiting.order();
    let ticket = stopped.begin(CodeSource::Browser);
    stopped.event(ticket, SignInEvent::Denied);
    stopped.order();
    resting.machine.enter(Phase::Resting);
    let (mut setting_up, _) = Harness::setting_up();
    setting_up.apply(Intent::SetUp);
    let harnesses = [asking, waiting, beginning, stopped, resting, setting_up];
    let pages = [
        Harness::setting_up(),
        Harness::carried(),
        Harness::browser(),
    ];
    let pages = pages.into_iter().map(|(harness, _)| harness);
    harnesses.into_iter().chain(pages).collect()
}

#[test]
fn another_way_can_be_chosen_whenever_nothing_is_on_its_way() {
    for mut harness in between() {
        let before = harness.machine.view();
        let unknown = [
            SignInMethod::Code,
            SignInMethod::ManualCode,
            SignInMethod::Browser,
        ];
        let unknown = unknown
            .iter()
            .find(|way| !harness.machine.plan.ways.contains(way))
            .copied();
        harness.apply(unknown.map_or(Intent::Touched, Intent::SignIn));
        if before != View::Resting {
            assert_eq!(harness.machine.view(), before, "not a way of this service");
        }
        harness.apply(Intent::SignIn(SignInMethod::Browser));
        assert_eq!(harness.machine.receiver, None);
        let begin = harness.order();
        assert_eq!(
            begin.action,
            Action::Begin(SignInMethod::Browser),
            "{before:?}"
        );
        harness.answer(
            &begin,
            ActionResult::SignInStarted(Ok(begun(CodeSource::Browser))),
        );
        assert_eq!(harness.consent().way, SignInMethod::Browser);
    }
}

#[test]
fn no_other_way_is_chosen_while_a_token_is_on_its_way_or_here() {
    let (mut harness, ticket) = Harness::carried();
    harness.event(ticket, SignInEvent::Code(carried_code("a")));
    for intent in [Intent::SignIn(SignInMethod::Browser), Intent::SetUp] {
        harness.apply(intent);
        assert_eq!(harness.machine.view(), View::Exchanging { trouble: None });
    }
    let exchange = harness.order();
    harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    for _ in 0..2 {
        let before = harness.machine.view();
        harness.apply(Intent::SignIn(SignInMethod::Browser));
        assert_eq!(harness.machine.view(), before);
        if before == View::Storing {
            harness.apply(Intent::SetUp);
            assert_eq!(harness.machine.view(), before);
            let store = harness.order();
            harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
        }
    }
}

#[test]
fn trying_now_opens_another_page_but_never_two_at_once() {
    let mut first = harness(BY_HAND);
    let begin = first.order();
    first.apply(Intent::TryNow);
    assert_eq!(first.machine.next_action(first.now), None, "one is opening");
    first.answer(
        &begin,
        ActionResult::SignInStarted(Ok(begun(CodeSource::Phone(page())))),
    );
    first.apply(Intent::TryNow);
    first.begin(CodeSource::Phone(page()));
    let (mut set_up, ticket) = Harness::setting_up();
    set_up.apply(Intent::TryNow);
    assert_eq!(set_up.machine.receiver, Some(ticket), "one is enough");
    assert_eq!(set_up.machine.next_action(set_up.now), None);
}

#[test]
fn another_way_holds_for_one_sign_in() {
    let mut harness = harness(BY_HAND);
    let phone = harness.begin(CodeSource::Phone(page()));
    harness
        .machine
        .apply(Intent::SignIn(SignInMethod::Browser), harness.now);
    assert_ne!(harness.machine.receiver, Some(phone));
    let browser = harness.begin(CodeSource::Browser);
    let code = SignInEvent::Code(carried_code("code"));
    harness.machine.event(browser, code, harness.now);
    let exchange = harness.order();
    harness.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    let store = harness.order();
    harness.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    harness.machine.apply(Intent::PairAgain, harness.now);
    // What the phone would have been told comes first, if anything.
    let begin = std::iter::from_fn(|| harness.machine.next_action(harness.now))
        .find(|order| matches!(order.action, Action::Begin(_)));
    assert_eq!(
        begin.unwrap().action,
        Action::Begin(SignInMethod::ManualCode)
    );
}
